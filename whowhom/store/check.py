"""Does the database hold together? Every words-and-quote pair, column, count and reference, looked at again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Table, and_, column, exists, func, not_, or_, select, table, text

from whowhom.model import Document, Event
from whowhom.store import rows
from whowhom.store.database import Store
from whowhom.store.tables import (
    claims,
    codings,
    documents,
    event_modes,
    events,
    incident_members,
    incidents,
    judgements,
    links,
    parties,
    party_codes,
    records,
    releases,
    revisions,
    tombstones,
)
from whowhom.store.verdicts import orphans

AT_ONCE = 500  # events looked at together


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where."""

    where: str
    what: str


@dataclass(slots=True)
class Seen:
    """What has been looked at so far."""

    documents: int = 0
    events: int = 0
    quotes: int = 0
    orphaned: int = 0  # judgements in force whose event is gone: no fault, but a person's word that holds nowhere


def check(store: Store, seen: Seen) -> Iterator[Fault]:
    """The faults of a database, none where it is sound; `seen` counts along. Old rows are looked at like live ones."""
    with store.reading() as connection:
        for part in (_file, _ledger, _lifetimes, _documents, _events, _incidents, _judgements):
            yield from part(connection, seen)
        seen.orphaned = len(orphans(connection))


def _file(connection: Connection, seen: Seen) -> Iterator[Fault]:
    """What SQLite can say of its file; PostgreSQL holds references itself."""
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA integrity_check")):
            if line != "ok":
                yield Fault("file", str(line))
        for name, rowid, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield Fault(f"{name} {rowid or ''}".strip(), f"points to a row of {parent} that is not there")


def _ledger(connection: Connection, seen: Seen) -> Iterator[Fault]:
    """Every ledger row has its events, every live document its ledger row."""
    held = select(events.c.coding, func.count().label("found")).group_by(events.c.coding).subquery()
    joined = select(codings.c.key, codings.c.events, func.coalesce(held.c.found, 0)).outerjoin_from(codings, held, held.c.coding == codings.c.key)
    for key, noted, found in connection.execute(joined.where(codings.c.events != func.coalesce(held.c.found, 0))):
        yield Fault(f"coding {key}", f"the ledger says {noted} events, there are {found}")
    uncoded = select(documents.c.doc_id).where(documents.c.until.is_(None))
    uncoded = uncoded.where(~exists().where(codings.c.document == documents.c.key, codings.c.until.is_(None)))
    for doc_id in connection.execute(uncoded).scalars():
        yield Fault(f"document {doc_id}", "no coder has read it, though it is live")


def _lifetimes(connection: Connection, seen: Seen) -> Iterator[Fault]:
    """Rows end after they begin; events live as long as their ledger row, which lives no longer than its document."""
    last, count = connection.execute(select(func.max(revisions.c.key), func.count(revisions.c.key))).one()
    if (last or 0) != count:
        yield Fault("revisions", f"{count} are there, the last is number {last}")
    for held in (documents, codings, events, incidents, incident_members):
        for key in connection.execute(select(held.c.key).where(held.c.until <= held.c.since)).scalars():
            yield Fault(f"{held.name} {key}", "ends before it begins")
    apart = or_(events.c.since != codings.c.since, _differ(events.c.until, codings.c.until), events.c.document != codings.c.document)
    for key in connection.execute(select(events.c.event_id).join(codings, events.c.coding == codings.c.key).where(apart)).scalars():
        yield Fault(f"event {key}", "does not live as long as its ledger row")
    outlives = and_(documents.c.until.is_not(None), or_(codings.c.until.is_(None), codings.c.until > documents.c.until))
    for key in connection.execute(select(codings.c.key).join(documents, codings.c.document == documents.c.key).where(outlives)).scalars():
        yield Fault(f"coding {key}", "outlives its document")


def _differ(one: Any, other: Any) -> Any:
    return or_(one != other, and_(one.is_(None), other.is_not(None)), and_(one.is_not(None), other.is_(None)))


def _documents(connection: Connection, seen: Seen) -> Iterator[Fault]:
    names = rows.MADE_OF
    found = connection.execute(
        select(documents.c.doc_id, documents.c.digest, *(documents.c[name] for name in names)).order_by(documents.c.key),
        execution_options={"yield_per": AT_ONCE},
    )
    for row in found:
        seen.documents += 1
        if rows.digest_of(Document(id=row.doc_id, **{name: getattr(row, name) for name in names})) != row.digest:
            yield Fault(f"document {row.doc_id}", "its text or what is known of it was changed after it was stored")
    searched = table("story_words", column("rowid" if connection.dialect.name == "sqlite" else "document"))
    unsearched = select(documents.c.doc_id).where(documents.c.key.not_in(select(*searched.c)))
    for doc_id in connection.execute(unsearched).scalars():
        yield Fault(f"document {doc_id}", "full-text search does not know it")


def _events(connection: Connection, seen: Seen) -> Iterator[Fault]:
    """Every record holds, every quote is the words of its span, columns and parts say what the record says."""
    query = select(events, records.c.record, documents.c.text.label("told"), documents.c.doc_id).join(documents, events.c.document == documents.c.key)
    query = query.join(records, records.c.event == events.c.key, isouter=True)
    last = 0
    while chunk := connection.execute(query.where(events.c.key > last).order_by(events.c.key).limit(AT_ONCE)).mappings().all():
        parts = {held: _parts(connection, held, chunk[0]["key"], chunk[-1]["key"]) for held in PARTS}
        for row in chunk:
            seen.events += 1
            where = f"event {row['event_id']} of document {row['doc_id']}"
            if row["record"] is None:
                yield Fault(where, "its record is gone")
                continue
            try:
                event = Event.model_validate_json(row["record"])
            except ValidationError as error:
                yield Fault(where, f"its record is broken: {error.errors()[0]['msg']}")
                continue
            yield from (Fault(where, what) for what in _unquoted(json.loads(row["record"]), row["told"], seen))
            stated = rows.event_row(event, row["position"])
            for name in (name for name, value in stated.items() if not _alike(row[name], value)):
                yield Fault(where, f"the column {name} says {row[name]!r}, the record {stated[name]!r}")
            for held, made in PARTS.items():
                if sorted(map(repr, parts[held].get(row["key"], []))) != sorted(repr(tuple(part.values())) for part in made(event, row["key"])):
                    yield Fault(where, f"its {held.name.replace('_', ' ')} are not those of the record")
        last = chunk[-1]["key"]
    yield from _links(connection)


PARTS: dict[Table, Callable[[Event, int], Iterator[rows.Row]]] = {
    event_modes: rows.mode_rows,
    parties: rows.party_rows,
    party_codes: rows.code_rows,
    claims: rows.claim_rows,
}


def _parts(connection: Connection, held: Table, first: int, last: int) -> dict[int, list[tuple[Any, ...]]]:
    """The parts of a range of events, each in the order of its columns."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for row in connection.execute(select(held).where(held.c.event.between(first, last))):
        found.setdefault(row.event, []).append(tuple(row))
    return found


def _alike(stored: Any, stated: Any) -> bool:
    return bool(abs(stored - stated) < 1e-9) if isinstance(stored, float) and isinstance(stated, float) else bool(stored == stated)


def _unquoted(value: Any, told: str, seen: Seen, path: str = "") -> Iterator[str]:
    """The values of a record whose words do not stand where their span says."""
    if isinstance(value, list):
        for each in value:
            yield from _unquoted(each, told, seen, path)
    elif isinstance(value, dict):
        quote = value.get("quote", value.get("text"))
        if quote is not None and "span" in value:
            seen.quotes += 1
            start, end = value["span"]
            if told[start:end] != quote:
                yield f"{path or 'record'} quotes {quote!r}, the story has {told[start:end]!r} there"
        for name, each in value.items():
            yield from _unquoted(each, told, seen, f"{path}.{name}".lstrip("."))


def _links(connection: Connection) -> Iterator[Fault]:
    other = events.alias()
    joined = select(events.c.event_id).join_from(links, events, links.c.event == events.c.key).join(other, links.c.to_event == other.c.key)
    for event_id in connection.execute(joined.where(events.c.coding != other.c.coding)).scalars():
        yield Fault(f"event {event_id}", "is linked to an event of another story")


def _incidents(connection: Connection, seen: Seen) -> Iterator[Fault]:
    """Live members are live events of live incidents, whose counts are right; what was merged or removed is no more."""
    live = and_(incident_members.c.until.is_(None), incident_members.c.incident_id == incidents.c.incident_id)
    left = select(incident_members.c.incident_id, events.c.event_id).join(events, incident_members.c.event == events.c.key)
    for incident, event_id in connection.execute(left.where(incident_members.c.until.is_(None), events.c.until.is_not(None))):
        yield Fault(f"incident {incident}", f"its report {event_id} was replaced; run whowhom merge")
    lost = select(incident_members.c.incident_id).where(incident_members.c.until.is_(None)).distinct()
    lost = lost.where(~exists().where(incidents.c.incident_id == incident_members.c.incident_id, incidents.c.until.is_(None)))
    for incident in connection.execute(lost).scalars():
        yield Fault(f"incident {incident}", "has reports, but is not there")
    number = select(func.count()).select_from(incident_members).where(live).scalar_subquery()
    for incident, said, found in connection.execute(
        select(incidents.c.incident_id, incidents.c.reports, number).where(incidents.c.until.is_(None), incidents.c.reports != number)
    ):
        yield Fault(f"incident {incident}", f"says {said} reports, there are {found}")
    risen = select(tombstones.c.incident_id).join(incidents, incidents.c.incident_id == tombstones.c.incident_id)
    for incident in connection.execute(risen.where(incidents.c.until.is_(None), tombstones.c.fate != "split")).scalars():
        yield Fault(f"incident {incident}", "has a tombstone, but lives")


def _judgements(connection: Connection, seen: Seen) -> Iterator[Fault]:
    """Judgements are numbered without gaps, and undo what came before on the same subject; releases name revisions that were."""
    numbered = select(judgements.c.subject, func.count(), func.max(judgements.c.number)).group_by(judgements.c.subject)
    for subject, count, last in connection.execute(numbered.having(func.count() != func.max(judgements.c.number))):
        yield Fault(f"judgements of {subject}", f"{count} are there, the last is number {last}")
    undone = judgements.alias()
    wrong = select(judgements.c.key).join(undone, judgements.c.undoes == undone.c.key)
    wrong = wrong.where(not_(and_(undone.c.subject == judgements.c.subject, undone.c.number < judgements.c.number)))
    for key in connection.execute(wrong).scalars():
        yield Fault(f"judgement {key}", "undoes a judgement of another subject, or a later one")
    for name in connection.execute(select(releases.c.name).where(releases.c.revision.not_in(select(revisions.c.key)))).scalars():
        yield Fault(f"release {name}", "names a revision that is not there")
