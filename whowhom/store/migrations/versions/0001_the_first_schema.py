"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


SEARCH = {
    "sqlite": ("CREATE VIRTUAL TABLE story_words USING fts5(words, content='', tokenize='porter')",),
    "postgresql": (
        "CREATE TEXT SEARCH DICTIONARY whowhom_porter (TEMPLATE = snowball, Language = porter)",
        "CREATE TEXT SEARCH CONFIGURATION whowhom_words (COPY = simple)",
        "ALTER TEXT SEARCH CONFIGURATION whowhom_words ALTER MAPPING FOR asciiword, word, numword WITH whowhom_porter",
        "CREATE TABLE story_words (document bigint PRIMARY KEY REFERENCES documents (key), words tsvector NOT NULL)",
        "CREATE INDEX ix_story_words_words ON story_words USING gin (words)",
    ),
}
"""The full-text index of stories: FTS5 (its rowid is the document's key) or tsvector. Words come folded; both stem them as Porter did, and keep stop words."""


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("verb", sa.Text(), nullable=False, comment="code, merge, review: what was run"),
        sa.Column("coder", sa.Text(), nullable=True, comment="name, version and codebook hash"),
        sa.Column("codebook", sa.Text(), nullable=True, comment="the codebook hash alone"),
        sa.Column("started", sa.Text(), nullable=False, comment="UTC, ISO 8601"),
        sa.Column("finished", sa.Text(), nullable=True, comment="null: still at work, or killed"),
        sa.Column("stories", sa.Integer(), server_default="0", nullable=False),
        sa.Column("events", sa.Integer(), server_default="0", nullable=False),
        sa.Column("errors", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_runs")),
    )
    op.create_table(
        "revisions",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "run", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True, comment="null for a judgement or release made by itself"
        ),
        sa.Column("at", sa.Text(), nullable=False, comment="UTC, ISO 8601"),
        sa.ForeignKeyConstraint(["run"], ["runs.key"], name=op.f("fk_revisions_run")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_revisions")),
        comment="one for each transaction that wrote",
    )
    op.create_table(
        "documents",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column(
            "digest", sa.Text(), nullable=False, comment="hash of text, title, day, source, author and url: the same digest is the same document"
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("source_folded", sa.Text(), nullable=True, comment="between blanks: ' daily post '"),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("original", sa.Text(), nullable=True, comment="the page as it was read, where the text was taken out of one"),
        sa.Column("origins", sa.Text(), nullable=True, comment="JSON [[start in text, start in original, characters], …]"),
        sa.Column("since", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["since"], ["revisions.key"], name=op.f("fk_documents_since")),
        sa.ForeignKeyConstraint(["until"], ["revisions.key"], name=op.f("fk_documents_until")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_documents")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(
            "ix_documents_published", ["published"], unique=False, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )
        batch_op.create_index(
            "ix_documents_source_folded",
            ["source_folded"],
            unique=False,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.create_index(
            "live_documents", ["doc_id"], unique=True, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )

    op.create_table(
        "incidents",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False, comment="stable: new stories join it, its id stays"),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("date_start", sa.Text(), nullable=True),
        sa.Column("date_end", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_best", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False, comment="events that tell it"),
        sa.Column("sources", sa.Integer(), nullable=False, comment="independent ones; copies count once"),
        sa.Column("record", sa.Text(), nullable=False, comment="the figures with every claim, JSON"),
        sa.Column("since", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["since"], ["revisions.key"], name=op.f("fk_incidents_since")),
        sa.ForeignKeyConstraint(["until"], ["revisions.key"], name=op.f("fk_incidents_until")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_incidents")),
    )
    with op.batch_alter_table("incidents", schema=None) as batch_op:
        batch_op.create_index(
            "ix_incidents_country_type_date_start",
            ["country", "type", "date_start"],
            unique=False,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.create_index(
            "ix_incidents_date_start", ["date_start"], unique=False, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )
        batch_op.create_index(batch_op.f("ix_incidents_incident_id"), ["incident_id"], unique=False)
        batch_op.create_index(
            "live_incidents", ["incident_id"], unique=True, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )

    op.create_table(
        "judgements",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False, comment="what is judged: an event's anchor or a pair of incidents"),
        sa.Column("number", sa.Integer(), nullable=False, comment="which judgement of its subject, from 1; two reviewers cannot both write the next"),
        sa.Column("verb", sa.Text(), nullable=False, comment="accept, reject, correct, same, different, note, undo"),
        sa.Column("doc_id", sa.Text(), nullable=True),
        sa.Column("event_id", sa.Text(), nullable=True, comment="the event as it was called when judged"),
        sa.Column("anchor", sa.Text(), nullable=True, comment="JSON: quote and context, by which the event is found again after re-coding"),
        sa.Column("field", sa.Text(), nullable=True, comment="of a correction"),
        sa.Column("value", sa.Text(), nullable=True, comment="JSON: of a correction, note or pair"),
        sa.Column("undoes", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("revision", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revisions.key"], name=op.f("fk_judgements_revision")),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.key"], name=op.f("fk_judgements_undoes")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_judgements")),
        sa.UniqueConstraint("subject", "number", name=op.f("uq_judgements_subject_number")),
    )
    with op.batch_alter_table("judgements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgements_doc_id"), ["doc_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgements_event_id"), ["event_id"], unique=False)

    op.create_table(
        "releases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="the last revision that it holds"),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("counts", sa.Text(), nullable=False, comment="JSON: documents, events, incidents"),
        sa.Column("checksums", sa.Text(), nullable=False, comment="JSON: file → SHA-256, and of the events themselves"),
        sa.ForeignKeyConstraint(["revision"], ["revisions.key"], name=op.f("fk_releases_revision")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_releases")),
    )
    op.create_table(
        "tombstones",
        sa.Column("incident_id", sa.Text(), nullable=False, comment="the id that holds no more"),
        sa.Column("revision", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False, comment="merged, split or removed"),
        sa.Column("into", sa.Text(), nullable=False, comment="JSON: ids of the incidents that took its reports"),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revisions.key"], name=op.f("fk_tombstones_revision")),
        sa.PrimaryKeyConstraint("incident_id", "revision", name=op.f("pk_tombstones")),
    )
    op.create_table(
        "codings",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("run", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False, comment="how many events it gave; checked against the events"),
        sa.Column("since", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_codings_document")),
        sa.ForeignKeyConstraint(["run"], ["runs.key"], name=op.f("fk_codings_run")),
        sa.ForeignKeyConstraint(["since"], ["revisions.key"], name=op.f("fk_codings_since")),
        sa.ForeignKeyConstraint(["until"], ["revisions.key"], name=op.f("fk_codings_until")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_codings")),
        comment="the ledger: which coder has read which document",
    )
    with op.batch_alter_table("codings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_codings_document"), ["document"], unique=False)
        batch_op.create_index(
            "live_codings", ["document"], unique=True, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )

    op.create_table(
        "events",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("coding", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="which event of its story, from 0"),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("quad", sa.Text(), nullable=False),
        sa.Column("intensity", sa.Float(), nullable=False),
        sa.Column("reality", sa.Text(), nullable=False),
        sa.Column("tense", sa.Text(), nullable=False),
        sa.Column("happened", sa.Boolean(), nullable=False, comment="asserted or alleged, and not future"),
        sa.Column("date_start", sa.Text(), nullable=True, comment="ISO day"),
        sa.Column("date_end", sa.Text(), nullable=True, comment="ISO day"),
        sa.Column("date_precision", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_folded", sa.Text(), nullable=True, comment="between blanks: ' sanaa '"),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("admin1", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column(
            "x",
            sa.Float(),
            nullable=True,
            comment="the place as a point of the unit sphere, so that distance is arithmetic that every database knows",
        ),
        sa.Column("y", sa.Float(), nullable=True),
        sa.Column("z", sa.Float(), nullable=True),
        sa.Column("geo_precision", sa.Integer(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_best", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("wounded_low", sa.Integer(), nullable=True),
        sa.Column("wounded_best", sa.Integer(), nullable=True),
        sa.Column("wounded_high", sa.Integer(), nullable=True),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="the whole record, JSON of whowhom.event/1"),
        sa.Column("since", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["coding"], ["codings.key"], name=op.f("fk_events_coding")),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_events_document")),
        sa.ForeignKeyConstraint(["since"], ["revisions.key"], name=op.f("fk_events_since")),
        sa.ForeignKeyConstraint(["until"], ["revisions.key"], name=op.f("fk_events_until")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(
            "ix_events_country_type_date_start",
            ["country", "type", "date_start"],
            unique=False,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.create_index(
            "ix_events_date_start_date_end",
            ["date_start", "date_end"],
            unique=False,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_events_document"), ["document"], unique=False)
        batch_op.create_index(
            "ix_events_killed_low", ["killed_low"], unique=False, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )
        batch_op.create_index(
            "ix_events_lat_lon", ["lat", "lon"], unique=False, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )
        batch_op.create_index(
            "ix_events_place_folded", ["place_folded"], unique=False, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )
        batch_op.create_index(
            "ix_events_type_date_start",
            ["type", "date_start"],
            unique=False,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.create_index(
            "live_events", ["event_id"], unique=True, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )

    op.create_table(
        "claims",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False, comment="event, or the kind of harm: killed, wounded, …"),
        sa.Column("claimant", sa.Text(), nullable=True, comment="null: the report itself"),
        sa.Column("claimant_id", sa.Text(), nullable=True),
        sa.Column("claimant_country", sa.Text(), nullable=True),
        sa.Column("claimant_sector", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=True, comment="of a claim about the event: asserts, denies, …"),
        sa.Column("who", sa.Text(), nullable=True, comment="of a toll: civilians, military, …"),
        sa.Column("stated", sa.Text(), nullable=True),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("best", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_claims_event")),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_claims")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event_modes",
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_event_modes_event")),
        sa.PrimaryKeyConstraint("mode", "event", name=op.f("pk_event_modes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incident_members",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("score", sa.Float(), nullable=True, comment="likeness to the incident it joined; null for its first report"),
        sa.Column("reasons", sa.Text(), nullable=False, comment="JSON: why it joined"),
        sa.Column("since", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_incident_members_event")),
        sa.ForeignKeyConstraint(["since"], ["revisions.key"], name=op.f("fk_incident_members_since")),
        sa.ForeignKeyConstraint(["until"], ["revisions.key"], name=op.f("fk_incident_members_until")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_incident_members")),
    )
    with op.batch_alter_table("incident_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_members_event"), ["event"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_members_incident_id"), ["incident_id"], unique=False)
        batch_op.create_index(
            "live_incident_members", ["event"], unique=True, sqlite_where=sa.text("until IS NULL"), postgresql_where=sa.text("until IS NULL")
        )

    op.create_table(
        "links",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("to_event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_links_event")),
        sa.ForeignKeyConstraint(["to_event"], ["events.key"], name=op.f("fk_links_to_event")),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_links")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_links_to_event"), ["to_event"], unique=False)

    op.create_table(
        "parties",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="actor or recipient"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False, comment="the folded name between blanks: ' houthi rebels '"),
        sa.Column("actor_id", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.CheckConstraint("role IN ('actor', 'recipient')", name=op.f("ck_parties_role")),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_parties_event")),
        sa.PrimaryKeyConstraint("event", "role", "position", name=op.f("pk_parties")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("parties", schema=None) as batch_op:
        batch_op.create_index(
            "ix_parties_actor_id",
            ["actor_id"],
            unique=False,
            sqlite_where=sa.text("actor_id IS NOT NULL"),
            postgresql_where=sa.text("actor_id IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_parties_folded_role_event"), ["folded", "role", "event"], unique=False)

    op.create_table(
        "party_codes",
        sa.Column("code", sa.Text(), nullable=False, comment="a country or a sector of a party"),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="of the party"),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_party_codes_event")),
        sa.PrimaryKeyConstraint("code", "role", "event", "position", name=op.f("pk_party_codes")),
        sqlite_with_rowid=False,
    )
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)
