"""Links may tell a reason in words that name no event of the story: they lead to none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT event, position, kind, to_event, text, span_start, span_end FROM links")
    op.drop_table("links")
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "links",
        sa.Column("event", key, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("to_event", key, nullable=True, comment="null: a reason that is told in the link's words and is no event"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_links_event")),
        sa.ForeignKeyConstraint(["to_event"], ["events.key"], name=op.f("fk_links_to_event")),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_links")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_links_to_event"), "links", ["to_event"], unique=False)
    op.execute("INSERT INTO links SELECT event, position, kind, to_event, text, span_start, span_end FROM kept ORDER BY event, position")
    op.execute("DROP TABLE kept")
