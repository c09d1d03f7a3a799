"""What do incidents that changed say now? Their records are derived anew from their reports and what people said, and put in place of the old."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select, update

from whowhom.merge.amending import amend
from whowhom.merge.incident import Incident, Member, derive
from whowhom.merge.judgements import Judgement, Standing, fold
from whowhom.merge.report import Report
from whowhom.model import Event
from whowhom.store.database import Revision
from whowhom.store.tables import documents, events, incident_members, incidents, judgements, records, reports
from whowhom.store.verdicts import INCIDENT, entries

ASKED_AT_ONCE = 400
Role = tuple[float | None, tuple[str, ...]]  # log-odds and reasons of a member


@dataclass(frozen=True, slots=True)
class Change:
    """An incident with all its events by id, and the roles of those that join it now."""

    incident_id: str
    group: tuple[str, ...]
    joining: Mapping[str, Role]


def sum_up(revision: Revision, changes: Sequence[Change], keys: Mapping[str, int]) -> None:
    """Writes the new members and the new records of incidents that changed. `keys`: of events by id."""
    if not changes:
        return
    connection = revision.connection
    next_member = revision.next_key(incident_members)
    rows = [
        {
            "key": number,
            "incident_id": each.incident_id,
            "event": keys[event_id],
            "score": score,
            "reasons": json.dumps(reasons),
            "since": revision.key,
        }
        for number, (each, event_id, (score, reasons)) in enumerate(
            ((each, event_id, role) for each in changes for event_id, role in sorted(each.joining.items())), next_member
        )
    ]
    if rows:
        connection.execute(insert(incident_members), rows)
    members = _members(revision, [keys[event_id] for each in changes for event_id in each.group])
    write_incidents(revision, {each.incident_id: [members[keys[event_id]] for event_id in each.group] for each in changes})


def write_incidents(revision: Revision, members: Mapping[str, Sequence[Member]]) -> None:
    """Puts the records of incidents, derived from their members, in place of the old ones."""
    connection = revision.connection
    standings = _standings(revision, list(members))
    for portion in _portions(list(members)):
        ended = update(incidents).where(incidents.c.incident_id.in_(portion), incidents.c.until.is_(None))
        connection.execute(ended.values(until=revision.key))
    found = [amend(derive(incident_id, told), standings.get(incident_id, Standing())) for incident_id, told in members.items()]
    first = revision.next_key(incidents)
    connection.execute(insert(incidents), [incident_row(incident) | {"key": key, "since": revision.key} for key, incident in enumerate(found, first)])


def write_again(revision: Revision, incident_id: str) -> None:
    """Derives a live incident anew, as somebody said something of it."""
    query = select(incident_members.c.event).where(incident_members.c.incident_id == incident_id, incident_members.c.until.is_(None))
    members = _members(revision, revision.connection.execute(query).scalars().all())
    write_incidents(revision, {incident_id: list(members.values())})


def _standings(revision: Revision, incident_ids: Sequence[str]) -> dict[str, Standing]:
    """What people said of incidents as such."""
    said: dict[str, list[Judgement]] = defaultdict(list)
    for portion in _portions([f"{INCIDENT} {each}" for each in incident_ids]):
        for entry in entries(revision.connection, judgements.c.subject.in_(portion)):
            said[entry.subject.removeprefix(f"{INCIDENT} ")].append(entry)
    return {incident_id: fold(each) for incident_id, each in said.items()}


def _members(revision: Revision, keys: Sequence[int]) -> dict[int, Member]:
    """Members of incidents by their events' keys."""
    query = (
        select(events.c.key, records.c.record, events.c.decision, documents.c.title, documents.c.published, documents.c.source, documents.c.url,
               incident_members.c.score, incident_members.c.reasons, reports.c.report)
        .join_from(events, documents).join(records, records.c.event == events.c.key).join(reports, reports.c.event == events.c.key)
        .join(incident_members, (incident_members.c.event == events.c.key) & incident_members.c.until.is_(None))
    )  # fmt: skip
    rows = (row for portion in _portions(keys) for row in revision.connection.execute(query.where(events.c.key.in_(portion))))
    return {row.key: _member(row) for row in rows}


def _member(row: Row[Any]) -> Member:
    compared = Report.from_json(row.report)
    return Member(
        event=Event.model_validate_json(row.record), title=row.title, published=row.published, publisher=row.source, url=row.url,
        family=compared.source, signature=compared.signature, score=row.score, reasons=tuple(json.loads(row.reasons)), decision=row.decision,
    )  # fmt: skip


def incident_row(incident: Incident) -> dict[str, Any]:
    """The columns of an incident that can be asked for, and the whole record."""
    day, place, killed = incident.date, incident.place, incident.toll("killed")
    return {
        "incident_id": incident.incident_id, "type": incident.type, "date_start": day.start if day else None, "date_end": day.end if day else None,
        "country": place.country if place else None, "place": place.name if place else None, "lat": place.lat if place else None,
        "lon": place.lon if place else None, "killed_low": killed.low if killed else None, "killed_best": killed.best if killed else None,
        "killed_high": killed.high if killed else None, "reports": len(incident.reports), "sources": incident.sources, "record": incident.as_json(),
    }  # fmt: skip


def _portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for at in range(0, len(values), ASKED_AT_ONCE):
        yield values[at : at + ASKED_AT_ONCE]
