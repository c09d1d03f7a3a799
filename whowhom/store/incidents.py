"""What incidents does the database hold, and what answered what?"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, nulls_last, or_, select

from whowhom.merge.identity import Tombstone
from whowhom.merge.incident import Incident
from whowhom.store.filters import live_at
from whowhom.store.tables import events, incident_members, incidents, links, tombstones

ANSWERS = ("in-response-to", "caused-by")
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """Which incidents are meant. Days are ISO; `dead`: killed at least, by the best figure or the least; `sources`: independent ones at least."""

    start: str | None = None
    end: str | None = None
    country: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    dead: int | None = None
    sources: int | None = None
    disputed: bool = False
    rejected: bool = False
    party: str | None = None


def listed(connection: Connection, asked: Asked, limit: int | None = None, at: int | None = None) -> Iterator[Incident]:
    """The incidents that are meant, by day, those without one last; now or at a revision. Rejected ones only where asked for."""
    query = (
        select(incidents.c.record).where(live_at(incidents, at), *_conditions(asked)).order_by(nulls_last(incidents.c.date_start), incidents.c.key)
    )
    with closing(connection.execution_options(yield_per=AT_ONCE).execute(query).scalars()) as records:
        found = (incident for record in records if _fits(incident := read(record), asked))
        yield from islice(found, limit)


def _conditions(asked: Asked) -> Iterator[ColumnElement[bool]]:
    table = incidents.c
    if asked.start:
        yield or_(table.date_end >= asked.start, and_(table.date_end.is_(None), table.date_start.is_not(None)))
    if asked.end:
        yield table.date_start <= asked.end
    if asked.country:
        yield table.country.in_(asked.country)
    if asked.type:
        yield table.type.in_(asked.type)
    if asked.dead is not None:
        yield func.coalesce(table.killed_best, table.killed_low) >= asked.dead
    if asked.sources is not None:
        yield table.sources >= asked.sources


def _fits(incident: Incident, asked: Asked) -> bool:
    if incident.decision == "rejected" and not asked.rejected:
        return False
    if asked.disputed and not (incident.differences or any(toll.disputed for toll in incident.tolls)):
        return False
    if asked.party:
        words = asked.party.lower()
        sides = (*incident.actor, *incident.recipient)
        return any(words in side.name.lower() or asked.party in (side.country, side.sector, side.id) for side in sides)
    return True


def read(record: str) -> Incident:
    """An incident from its record."""
    kept = json.loads(record)
    kept["schema_"] = kept.pop("schema")
    return Incident.model_validate(kept)


def count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(incidents).where(incidents.c.until.is_(None))).scalar() or 0


def incident(connection: Connection, incident_id: str, at: int | None = None) -> Incident | None:
    """The incident of an id; None where it holds no more or never did. `fate` tells which."""
    record = connection.execute(select(incidents.c.record).where(incidents.c.incident_id == incident_id, live_at(incidents, at))).scalar()
    return read(record) if record is not None else None


def fate(connection: Connection, incident_id: str) -> list[Tombstone]:
    """What became of an incident, in order: merged, split, removed. Empty where nothing did."""
    rows = connection.execute(select(tombstones).where(tombstones.c.incident_id == incident_id).order_by(tombstones.c.revision))
    return [Tombstone(row.incident_id, row.fate, tuple(json.loads(row.into)), row.reason) for row in rows]


def current_id(connection: Connection, incident_id: str) -> str | None:
    """The id under which an incident goes today: its own, or that of the one it was merged into; None where there is none."""
    seen: set[str] = set()
    while incident_id not in seen:
        seen.add(incident_id)
        if connection.execute(select(incidents.c.key).where(incidents.c.incident_id == incident_id, incidents.c.until.is_(None))).first():
            return incident_id
        last = next((stone for stone in reversed(fate(connection, incident_id)) if stone.fate == "merged"), None)
        if last is None:
            return None
        incident_id = last.into[0]
    return None


@dataclass(frozen=True, slots=True)
class Answer:
    """An incident that answers another, in the words of its reports. `lag`: days between them; None where one has no day."""

    incident_id: str
    to: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    event_ids: tuple[str, ...]
    lag: int | None


@dataclass(frozen=True, slots=True)
class Chain:
    """An incident and what answers it, each with its own answers."""

    incident: Incident
    answer: Answer | None = None
    answers: tuple[Chain, ...] = field(default=())

    @property
    def length(self) -> int:
        return 1 + max((each.length for each in self.answers), default=0)


def answers(connection: Connection, kinds: Sequence[str] = ANSWERS, at: int | None = None) -> list[Answer]:
    """The links between incidents, from those of their stories, by the incident that answers."""
    cause, causing = events.alias("cause"), incident_members.alias("causing")
    query = (
        select(incident_members.c.incident_id, causing.c.incident_id.label("to"), links.c.kind, links.c.text, events.c.event_id)
        .join_from(links, events, events.c.key == links.c.event)
        .join(cause, cause.c.key == links.c.to_event)
        .join(incident_members, and_(incident_members.c.event == events.c.key, live_at(incident_members, at)))
        .join(causing, and_(causing.c.event == cause.c.key, live_at(causing, at)))
        .where(live_at(events, at), live_at(cause, at), links.c.kind.in_(kinds), incident_members.c.incident_id != causing.c.incident_id)
        .order_by(links.c.event, links.c.position)
    )  # fmt: skip
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.incident_id, row.to].append(row)
    days = _days(connection, {each for pair in found for each in pair}, at)
    return [
        Answer(
            answering, to, tuple(sorted({row.kind for row in rows})), tuple(dict.fromkeys(row.text for row in rows)),
            tuple(sorted({row.event_id for row in rows})), _lag(days.get(answering), days.get(to)),
        )
        for (answering, to), rows in sorted(found.items())
    ]  # fmt: skip


def _days(connection: Connection, incident_ids: set[str], at: int | None) -> dict[str, str | None]:
    listed_ids, days = sorted(incident_ids), {}
    for start in range(0, len(listed_ids), AT_ONCE):
        query = select(incidents.c.incident_id, incidents.c.date_start).where(
            live_at(incidents, at), incidents.c.incident_id.in_(listed_ids[start : start + AT_ONCE])
        )
        days.update({row.incident_id: row.date_start for row in connection.execute(query)})
    return days


def _lag(answering: str | None, to: str | None) -> int | None:
    return (date.fromisoformat(answering) - date.fromisoformat(to)).days if answering and to else None


def chains(connection: Connection, kinds: Sequence[str] = ANSWERS, least: int = 2, at: int | None = None) -> list[Chain]:
    """The chains of deed and answer of at least so many incidents, by the day of their first. An incident that answers several stands under each.

    What would come back to itself ("each side blames the other") is cut there.
    """
    found = answers(connection, kinds, at)
    under: dict[str, list[Answer]] = defaultdict(list)
    for each in found:
        under[each.to].append(each)
    answering = {each.incident_id for each in found}
    told = {incident_id: incident(connection, incident_id, at) for incident_id in sorted(answering | set(under))}
    placed: set[str] = set()

    def grow(incident_id: str, answer: Answer | None, above: frozenset[str]) -> Chain | None:
        known = told[incident_id]
        if known is None or known.decision == "rejected":
            return None
        placed.add(incident_id)
        below = [grow(each.incident_id, each, above | {incident_id}) for each in under[incident_id] if each.incident_id not in above]
        return Chain(known, answer, tuple(sorted((each for each in below if each is not None), key=_by_day)))

    grown = []
    circling = sorted(set(under) & answering, key=lambda each: _day_of(told[each]))  # only those that no root leads to are still to be placed then
    for root in [*sorted(set(under) - answering), *circling]:
        if root not in placed and (chain := grow(root, None, frozenset())) is not None and chain.length >= least:
            grown.append(chain)
    return sorted(grown, key=_by_day)


def _by_day(chain: Chain) -> tuple[str, str]:
    return _day_of(chain.incident)


def _day_of(known: Incident | None) -> tuple[str, str]:
    if known is None:
        return "9999", ""
    return (known.date.start if known.date and known.date.start else "9999"), known.incident_id


def countries_of(chain: Chain) -> set[str]:
    """The countries in which the deeds of a chain happened."""
    own = {chain.incident.place.country} if chain.incident.place and chain.incident.place.country else set()
    return own.union(*(countries_of(each) for each in chain.answers))


def answers_of(connection: Connection, incident_id: str, at: int | None = None) -> list[Answer]:
    """What an incident answers, and what answers it."""
    return [each for each in answers(connection, (*ANSWERS, "follows"), at) if incident_id in (each.incident_id, each.to)]
