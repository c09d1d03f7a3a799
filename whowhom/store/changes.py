"""What is different since a release? Events added, changed and removed, incidents merged, split and removed, each with its reason.

An event that another coder read has another id; it is the same event where its report tells the same type of deed in the same words.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, or_, select

from whowhom.store import reading
from whowhom.store.database import Store
from whowhom.store.filters import live_at
from whowhom.store.tables import codings, documents, events, records, tombstones

UNTOLD = {"event_id", "coder", "evidence", "links"}  # differ with the coder, though the event says the same


@dataclass(frozen=True, slots=True)
class Change:
    """`fields`: of a changed event, name → [before, now]. `before`: its id then, where it has another now."""

    kind: Literal["added", "changed", "removed", "merged", "split"]
    what: Literal["event", "incident"]
    id: str
    reason: str
    doc_id: str | None = None
    before: str | None = None
    fields: dict[str, list[Any]] | None = None

    def as_json(self) -> str:
        """The change as one line of JSON, without what does not apply."""
        told = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) is not None}
        return json.dumps(told, ensure_ascii=False)


def changes(store: Store, release: str) -> Iterator[Change]:
    """The changes since a release, report by report, then incident by incident. Raises StoreError for an unknown release."""
    at = reading.revision_of(store, release)
    assert at is not None
    with store.reading() as connection:
        touched = or_(events.c.since > at, and_(events.c.since <= at, events.c.until > at))
        reports = select(documents.c.doc_id).join(events, events.c.document == documents.c.key).where(touched).distinct()
        for doc_id in connection.execute(reports.order_by(documents.c.doc_id)).scalars().all():
            yield from _of_report(doc_id, _events(connection, doc_id, at), _events(connection, doc_id, None))
        gone = select(tombstones).where(tombstones.c.revision > at).order_by(tombstones.c.revision, tombstones.c.incident_id)
        for row in connection.execute(gone):
            into = json.loads(row.into)
            yield Change(row.fate, "incident", row.incident_id, row.reason, fields={"into": into} if into else None)


def _events(connection: Connection, doc_id: str, at: int | None) -> list[Row[Any]]:
    query = select(events.c.event_id, records.c.record, events.c.document, codings.c.coder).join_from(events, records)
    query = query.join(codings, events.c.coding == codings.c.key)
    query = query.join(documents, events.c.document == documents.c.key).where(documents.c.doc_id == doc_id, live_at(events, at))
    query = query.where(events.c.decision.is_distinct_from("rejected"))
    return list(connection.execute(query.order_by(events.c.key)))


def _of_report(doc_id: str, old: list[Row[Any]], new: list[Row[Any]]) -> Iterator[Change]:
    left = defaultdict(list)
    for row in old:
        left[_deed(row)].append(row)
    for row in new:
        same = left[_deed(row)]
        before = next((each for each in same if each.event_id == row.event_id), same[0] if same else None)
        if before is None:
            yield Change("added", "event", row.event_id, _reason(old, new) or "new report", doc_id)
            continue
        same.remove(before)
        if fields := _differences(json.loads(before.record), json.loads(row.record)):
            renamed = before.event_id if before.event_id != row.event_id else None
            yield Change("changed", "event", row.event_id, _reason([before], [row]) or "judged by a person", doc_id, renamed, fields)
    for rows in left.values():
        for row in rows:
            yield Change("removed", "event", row.event_id, _reason(old, new) or "judged by a person", doc_id)


def _deed(row: Row[Any]) -> tuple[str, str]:
    record = json.loads(row.record)
    return record["type"], record["trigger"]["text"]


def _reason(old: list[Row[Any]], new: list[Row[Any]]) -> str | None:
    """Why a report's events are others now; None where neither report nor coder is another."""
    if not old or not new:
        return None if not old else "the report has no events any more"
    if old[0].coder != new[0].coder:
        return f"coder: {old[0].coder} → {new[0].coder}"
    return "the report was changed" if old[0].document != new[0].document else None


def _differences(before: dict[str, Any], now: dict[str, Any]) -> dict[str, list[Any]]:
    names = [name for name in now if name not in UNTOLD]
    return {name: [before.get(name), now[name]] for name in names if before.get(name) != now[name]}
