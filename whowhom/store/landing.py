"""How does a coded story get in? Its document, ledger row and events in one transaction: together or not at all, and only once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sqlalchemy import Connection, bindparam, func, select, text, update

from whowhom.errors import StoreError
from whowhom.model import Document, Event, Story
from whowhom.store import rows
from whowhom.store.database import Revision, Store, new_revision
from whowhom.store.prepared import Prepared, add
from whowhom.store.tables import claims, codings, documents, event_modes, events, links, parties, party_codes, records
from whowhom.store.verdicts import Judged, judged_events


class LiveDocument(NamedTuple):
    """What is known of a document that is there already: its rows and what they were made of."""

    key: int
    digest: str
    coding: int
    coder: str


Landed = Literal["added", "replaced", "unchanged"]
SEARCHED_INTO = {
    "sqlite": Prepared(text("INSERT INTO story_words (rowid, words) VALUES (:document, :words)")),
    "postgresql": Prepared(text("INSERT INTO story_words (document, words) VALUES (:document, to_tsvector('whowhom_words', :words))")),
}
LIVE = Prepared(
    select(documents.c.key, documents.c.digest, codings.c.key.label("coding"), codings.c.coder)
    .join_from(documents, codings, (codings.c.document == documents.c.key) & codings.c.until.is_(None), isouter=True)
    .where(documents.c.doc_id == bindparam("doc_id"), documents.c.until.is_(None))
)
LAST_KEYS = Prepared(select(*(select(func.max(table.c.key)).scalar_subquery().label(table.name) for table in (documents, codings, events))))


def is_known(store: Store, document: Document, coder: str) -> bool:
    """Whether this coder's events of this document are there already, so that it need not be coded again."""
    with store.reading() as connection:
        return _is_same(_live(connection, document.id), document, coder)


def land(store: Store, story: Story, coder: str, run: int) -> Landed:
    """Puts a story in: "added", "replaced" (the document or its coder was another; the old rows are closed, not lost) or "unchanged"."""
    document = story.document
    _refuse_foreign(story)
    with store.writing() as connection:
        old = _live(connection, document.id)
        if _is_same(old, document, coder):
            return "unchanged"
        revision = new_revision(connection, run)
        if old is not None:
            _close(revision, old, with_document=old.digest != rows.digest_of(document))
        keys = LAST_KEYS(connection)[0]
        if old is None or old.digest != rows.digest_of(document):
            document_key = (keys.documents or 0) + 1
            _add_document(revision, document, document_key)
        else:
            document_key = old.key
        judged = judged_events(connection, document.id, document.text, story.events)
        _add_events(revision, judged, coder, run, (document_key, (keys.codings or 0) + 1, (keys.events or 0) + 1))
    return "added" if old is None else "replaced"


def land_again(revision: Revision, doc_id: str) -> bool:
    """Puts a story's events in anew after what people said of them, in place of those before; whether anything changed."""
    connection = revision.connection
    query = select(codings, documents.c.text).join_from(codings, documents).where(codings.c.until.is_(None), documents.c.until.is_(None))
    coding = connection.execute(query.where(documents.c.doc_id == doc_id)).one_or_none()
    if coding is None:
        return False
    told = select(events.c.decision, records.c.record, records.c.coded).join_from(events, records)
    rows_now = connection.execute(told.where(events.c.coding == coding.key, events.c.until.is_(None)).order_by(events.c.key)).all()
    coded = [Event.model_validate_json(row.coded or row.record) for row in rows_now]
    judged = judged_events(connection, doc_id, coding.text, coded)
    if [(each.event, each.decision) for each in judged] == [(Event.model_validate_json(row.record), row.decision) for row in rows_now]:
        return False
    ended = {"until": revision.key}
    connection.execute(update(events).where(events.c.coding == coding.key, events.c.until.is_(None)).values(ended))
    connection.execute(update(codings).where(codings.c.key == coding.key).values(ended))
    first = (coding.document, revision.next_key(codings), revision.next_key(events))
    _add_events(revision, judged, coding.coder, coding.run, first)
    return True


def _live(connection: Connection, doc_id: str) -> LiveDocument | None:
    return next((LiveDocument(*row) for row in LIVE(connection, {"doc_id": doc_id})), None)


def _is_same(old: LiveDocument | None, document: Document, coder: str) -> bool:
    return old is not None and old.coder == coder and old.digest == rows.digest_of(document)


def _refuse_foreign(story: Story) -> None:
    """A story whose events point out of it would leave rows without their other half."""
    own = {event.event_id for event in story.events}
    for event in story.events:
        if event.doc_id != story.document.id or not own.issuperset(link.event_id for link in event.links if link.event_id):
            raise StoreError(
                story.document.id, f"the event {event.event_id} belongs or links to another story", "Land each story with its own events"
            )


def _close(revision: Revision, old: LiveDocument, with_document: bool) -> None:
    ended = {"until": revision.key}
    revision.connection.execute(update(events).where(events.c.document == old.key, events.c.until.is_(None)).values(ended))
    revision.connection.execute(update(codings).where(codings.c.key == old.coding).values(ended))
    if with_document:
        revision.connection.execute(update(documents).where(documents.c.key == old.key).values(ended))


def _add_document(revision: Revision, document: Document, key: int) -> None:
    connection = revision.connection
    add(connection, documents, [rows.document_row(document) | {"key": key, "since": revision.key}])
    SEARCHED_INTO[connection.dialect.name](connection, {"document": key, "words": rows.searched_words(document)})


def _add_events(revision: Revision, judged: Sequence[Judged], coder: str, run: int, first: tuple[int, int, int]) -> None:
    """The ledger row and the events with all their parts. `first`: the keys of the document, the coding and the first event."""
    connection = revision.connection
    document, coding, first_event = first
    numbered = list(enumerate((each.event for each in judged), first_event))
    keys = {event.event_id: key for key, event in numbered}
    ledger = {"key": coding, "document": document, "run": run, "coder": coder, "events": len(numbered), "since": revision.key}
    add(connection, codings, [ledger])
    common = {"coding": coding, "document": document, "since": revision.key}
    parts = (
        (events, [_event_row(each, at) | common | {"key": first_event + at} for at, each in enumerate(judged)]),
        (records, [rows.record_row(each.event, each.coded, key) for key, each in enumerate(judged, first_event)]),
        (event_modes, [row for key, event in numbered for row in rows.mode_rows(event, key)]),
        (parties, [row for key, event in numbered for row in rows.party_rows(event, key)]),
        (party_codes, [row for key, event in numbered for row in rows.code_rows(event, key)]),
        (claims, [row for key, event in numbered for row in rows.claim_rows(event, key)]),
        (links, [row for key, event in numbered for row in rows.link_rows(event, key, keys)]),
    )
    for table, each in parts:
        add(connection, table, each)


def _event_row(judged: Judged, position: int) -> rows.Row:
    return rows.event_row(judged.event, position) | {"decision": judged.decision}
