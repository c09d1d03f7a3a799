"""What does the database hold? Every table of the store, the same on SQLite and PostgreSQL (docs/decisions/0004-store.md).

Rows are added and closed, never changed or deleted: a row holds from the revision `since` up to, not including, the revision `until`; it is live
while `until` is null. A release is a revision with a name, so that it stays readable after its rows were replaced. One table is not here, as each
database has its own kind: `story_words`, the full-text index (first migration).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

Key = BigInteger().with_variant(Integer, "sqlite")
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)
LIVE = text("until IS NULL")


def _key() -> Column[int]:
    """The store numbers its rows itself, so that both databases number them alike."""
    return Column("key", Key, primary_key=True, autoincrement=False)


def _lifetime() -> tuple[Column[int], Column[int]]:
    """From which revision a row holds, and from which no more."""
    return (
        Column("since", Key, ForeignKey("revisions.key"), nullable=False),
        Column("until", Key, ForeignKey("revisions.key")),
    )


def _found_by(table: str, *columns: str) -> Index:
    """An index over live rows alone: replaced ones would only make it larger."""
    return Index(f"ix_{table}_{'_'.join(columns)}", *columns, sqlite_where=LIVE, postgresql_where=LIVE)


def _live_once(table: str, *columns: str) -> Index:
    """Of all rows with the same values in these columns, one at most is live."""
    return Index(f"live_{table}", *columns, unique=True, sqlite_where=LIVE, postgresql_where=LIVE)


runs = Table(
    "runs",
    metadata,
    _key(),
    Column("verb", Text, nullable=False, comment="code, merge, review: what was run"),
    Column("coder", Text, comment="name, version and codebook hash"),
    Column("codebook", Text, comment="the codebook hash alone"),
    Column("started", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("finished", Text, comment="null: still at work, or killed"),
    Column("stories", Integer, nullable=False, server_default="0"),
    Column("events", Integer, nullable=False, server_default="0"),
    Column("errors", Integer, nullable=False, server_default="0"),
)

revisions = Table(
    "revisions",
    metadata,
    _key(),
    Column("run", Key, ForeignKey("runs.key"), comment="null for a judgement or release made by itself"),
    Column("at", Text, nullable=False, comment="UTC, ISO 8601"),
    comment="one for each transaction that wrote",
)

documents = Table(
    "documents",
    metadata,
    _key(),
    Column("doc_id", Text, nullable=False),
    Column("digest", Text, nullable=False, comment="hash of text, title, day, source, author and url: the same digest is the same document"),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("source", Text),
    Column("source_folded", Text, comment="between blanks: ' daily post '"),
    Column("author", Text),
    Column("url", Text),
    Column("path", Text),
    Column("original", Text, comment="the page as it was read, where the text was taken out of one"),
    Column("origins", Text, comment="JSON [[start in text, start in original, characters], …]"),
    *_lifetime(),
    _live_once("documents", "doc_id"),
    _found_by("documents", "source_folded"),
    _found_by("documents", "published"),
)

codings = Table(
    "codings",
    metadata,
    _key(),
    Column("document", Key, ForeignKey("documents.key"), nullable=False),
    Column("run", Key, ForeignKey("runs.key"), nullable=False),
    Column("coder", Text, nullable=False),
    Column("events", Integer, nullable=False, comment="how many events it gave; checked against the events"),
    *_lifetime(),
    _live_once("codings", "document"),
    Index(None, "document"),
    comment="the ledger: which coder has read which document",
)

events = Table(
    "events",
    metadata,
    _key(),
    Column("event_id", Text, nullable=False),
    Column("coding", Key, ForeignKey("codings.key"), nullable=False),
    Column("document", Key, ForeignKey("documents.key"), nullable=False),
    Column("position", Integer, nullable=False, comment="which event of its story, from 0"),
    Column("type", Text, nullable=False),
    Column("quad", Text, nullable=False),
    Column("intensity", Float, nullable=False),
    Column("reality", Text, nullable=False),
    Column("tense", Text, nullable=False),
    Column("happened", Boolean, nullable=False, comment="asserted or alleged, and not future"),
    Column("date_start", Text, comment="ISO day"),
    Column("date_end", Text, comment="ISO day"),
    Column("date_precision", Text),
    Column("place", Text),
    Column("place_folded", Text, comment="between blanks: ' sanaa '"),
    Column("country", Text),
    Column("admin1", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("x", Float, comment="the place as a point of the unit sphere, so that distance is arithmetic that every database knows"),
    Column("y", Float),
    Column("z", Float),
    Column("geo_precision", Integer),
    Column("killed_low", Integer),
    Column("killed_best", Integer),
    Column("killed_high", Integer),
    Column("wounded_low", Integer),
    Column("wounded_best", Integer),
    Column("wounded_high", Integer),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("decision", Text, comment="a person's: accepted or rejected"),
    *_lifetime(),
    _live_once("events", "event_id"),
    Index("ended_events", "document", sqlite_where=text("until IS NOT NULL"), postgresql_where=text("until IS NOT NULL")),
    Index(None, "document"),
    _found_by("events", "date_start", "date_end"),
    _found_by("events", "country", "type", "date_start"),
    _found_by("events", "type", "date_start"),
    _found_by("events", "lat", "lon"),
    _found_by("events", "killed_low"),
    _found_by("events", "place_folded"),
)

records = Table(
    "records",
    metadata,
    Column("event", Key, ForeignKey("events.key"), primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False, comment="the whole record, JSON of whowhom.event/1"),
    Column("coded", Text, comment="the coder's own record, where a person corrected it"),
    comment="apart from their columns, so that those are few bytes to search",
)

event_modes = Table(
    "event_modes",
    metadata,
    Column("mode", Text, primary_key=True),
    Column("event", Key, ForeignKey("events.key"), primary_key=True),
    sqlite_with_rowid=False,
)

parties = Table(
    "parties",
    metadata,
    Column("event", Key, ForeignKey("events.key"), primary_key=True),
    Column("role", Text, primary_key=True, comment="actor or recipient"),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, comment="the folded name between blanks: ' houthi rebels '"),
    Column("actor_id", Text),
    Column("country", Text),
    Column("sector", Text),
    CheckConstraint("role IN ('actor', 'recipient')", name="role"),
    Index(None, "folded", "role", "event"),
    Index("ix_parties_actor_id", "actor_id", sqlite_where=text("actor_id IS NOT NULL"), postgresql_where=text("actor_id IS NOT NULL")),
    sqlite_with_rowid=False,
)

party_codes = Table(
    "party_codes",
    metadata,
    Column("code", Text, primary_key=True, comment="a country or a sector of a party"),
    Column("event", Key, ForeignKey("events.key"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True, comment="of the party"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("event", Key, ForeignKey("events.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("about", Text, nullable=False, comment="event, or the kind of harm: killed, wounded, …"),
    Column("claimant", Text, comment="null: the report itself"),
    Column("claimant_id", Text),
    Column("claimant_country", Text),
    Column("claimant_sector", Text),
    Column("stance", Text, comment="of a claim about the event: asserts, denies, …"),
    Column("who", Text, comment="of a toll: civilians, military, …"),
    Column("stated", Text),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Column("text", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("event", Key, ForeignKey("events.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("to_event", Key, ForeignKey("events.key"), comment="null: a reason that is told in the link's words and is no event"),
    Column("text", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Index(None, "to_event"),
    sqlite_with_rowid=False,
)

incidents = Table(
    "incidents",
    metadata,
    _key(),
    Column("incident_id", Text, nullable=False, comment="stable: new stories join it, its id stays"),
    Column("type", Text, nullable=False),
    Column("date_start", Text),
    Column("date_end", Text),
    Column("country", Text),
    Column("place", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("killed_low", Integer),
    Column("killed_best", Integer),
    Column("killed_high", Integer),
    Column("reports", Integer, nullable=False, comment="events that tell it"),
    Column("sources", Integer, nullable=False, comment="independent ones; copies count once"),
    Column("record", Text, nullable=False, comment="the figures with every claim, JSON"),
    *_lifetime(),
    _live_once("incidents", "incident_id"),
    Index(None, "incident_id"),
    _found_by("incidents", "country", "type", "date_start"),
    _found_by("incidents", "date_start"),
)

incident_members = Table(
    "incident_members",
    metadata,
    _key(),
    Column("incident_id", Text, nullable=False),
    Column("event", Key, ForeignKey("events.key"), nullable=False),
    Column("score", Float, comment="likeness to the incident it joined; null for its first report"),
    Column("reasons", Text, nullable=False, comment="JSON: why it joined"),
    *_lifetime(),
    _live_once("incident_members", "event"),
    Index(None, "incident_id"),
    Index(None, "event"),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("incident_id", Text, primary_key=True, comment="the id that holds no more"),
    Column("revision", Key, ForeignKey("revisions.key"), primary_key=True),
    Column("fate", Text, nullable=False, comment="merged, split or removed"),
    Column("into", Text, nullable=False, comment="JSON: ids of the incidents that took its reports"),
    Column("reason", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("event", Key, ForeignKey("events.key"), primary_key=True),
    Column("part", Key, nullable=False, comment="reports that hang together share it; one of their events' keys"),
    Column("report", Text, nullable=False, comment="JSON: the event as merging compares it"),
    Index(None, "part"),
    comment="an index for merging: of live events that were merged",
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", Text, primary_key=True, comment="family, country and days: only reports that share one are compared"),
    Column("event", Key, ForeignKey("events.key"), primary_key=True),
    Index(None, "event"),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    _key(),
    Column("subject", Text, nullable=False, comment="what is judged: an event's anchor or a pair of incidents"),
    Column("number", Integer, nullable=False, comment="which judgement of its subject, from 1; two reviewers cannot both write the next"),
    Column("verb", Text, nullable=False, comment="accept, reject, correct, same, different, note, undo"),
    Column("doc_id", Text),
    Column("event_id", Text, comment="the event as it was called when judged"),
    Column("anchor", Text, comment="JSON: quote and context, by which the event is found again after re-coding"),
    Column("field", Text, comment="of a correction"),
    Column("value", Text, comment="JSON: of a correction, note or pair"),
    Column("undoes", Key, ForeignKey("judgements.key")),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("revision", Key, ForeignKey("revisions.key"), nullable=False),
    UniqueConstraint("subject", "number"),
    Index(None, "doc_id"),
    Index(None, "event_id"),
)

releases = Table(
    "releases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("revision", Key, ForeignKey("revisions.key"), nullable=False, comment="the last revision that it holds"),
    Column("at", Text, nullable=False),
    Column("note", Text),
    Column("counts", Text, nullable=False, comment="JSON: documents, events, incidents"),
    Column("checksums", Text, nullable=False, comment="JSON: file → SHA-256, and of the events themselves"),
)
