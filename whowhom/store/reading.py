"""How do events come out? One by one, with what is known of their report, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, and_, func, nulls_last, select

from whowhom.errors import StoreError
from whowhom.model import Event
from whowhom.store.database import Store
from whowhom.store.filters import Filter, live_at, matching
from whowhom.store.tables import documents, events, incident_members, records, releases

AT_ONCE = 500  # rows fetched in one go; some hundred kilobytes
COLUMNS = (
    records.c.record, documents.c.doc_id, documents.c.title, documents.c.published, documents.c.source, documents.c.author, documents.c.url,
)  # fmt: skip


@dataclass(frozen=True)
class Stored:
    """An event of the database with the report that tells it; `incident`: the id of the incident it belongs to."""

    key: int
    record: str
    title: str | None
    published: str | None
    source: str | None
    author: str | None
    url: str | None
    incident: str | None

    @cached_property
    def event(self) -> Event:
        return Event.model_validate_json(self.record)


def count(store: Store, asked: Filter, at: int | None = None) -> int:
    """How many events a filter means."""
    with store.reading() as connection:
        return connection.execute(matching([func.count()], asked, connection.dialect.name, at)).scalar() or 0


def read(store: Store, asked: Filter, at: int | None = None, limit: int | None = None, by_day: bool = True) -> Iterator[Stored]:
    """The events that a filter means, by day (those without one last) or as they were stored; now, or at a revision."""
    with store.reading() as connection:
        yield from read_from(connection, asked, at, limit, by_day)


def read_from(connection: Connection, asked: Filter, at: int | None = None, limit: int | None = None, by_day: bool = False) -> Iterator[Stored]:
    """The same within an open transaction. Memory holds AT_ONCE of them."""
    meant = matching([events.c.key, events.c.document, events.c.date_start], asked, connection.dialect.name, at)
    found = meant.order_by(*_order(events, by_day)).limit(limit).subquery()  # records are read of these alone, and not sorted
    query = (
        select(found.c.key, *COLUMNS, incident_members.c.incident_id.label("incident"))
        .join_from(found, documents, documents.c.key == found.c.document).join(records, records.c.event == found.c.key)
        .outerjoin(incident_members, and_(incident_members.c.event == found.c.key, live_at(incident_members, at)))
    )  # fmt: skip
    for row in connection.execute(query.order_by(*_order(found, by_day)), execution_options={"yield_per": AT_ONCE}):
        yield Stored(row.key, row.record, row.title, row.published, row.source, row.author, row.url, row.incident)


def _order(rows: Any, by_day: bool) -> tuple[Any, ...]:
    return (nulls_last(rows.c.date_start), rows.c.key) if by_day else (rows.c.key,)


def revision_of(store: Store, release: str | None) -> int | None:
    """The revision that a release froze; None without one. Raises StoreError for an unknown name."""
    if release is None:
        return None
    with store.reading() as connection:
        found = connection.execute(select(releases.c.revision).where(releases.c.name == release)).scalar()
        names = connection.execute(select(releases.c.name).order_by(releases.c.revision)).scalars().all()
    if found is None:
        raise StoreError(store.name, f"there is no release {release!r}", f"It has {', '.join(names)}" if names else "Make one with whowhom release")
    return int(found)
