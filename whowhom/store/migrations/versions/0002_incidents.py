"""What people said of events, and the index by which reports are merged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("events", sa.Column("coded", sa.Text(), nullable=True, comment="the coder's own record, where a person corrected it"))
    op.add_column("events", sa.Column("decision", sa.Text(), nullable=True, comment="a person's: accepted or rejected"))
    op.create_table(
        "reports",
        sa.Column("event", key, nullable=False),
        sa.Column("part", key, nullable=False, comment="reports that hang together share it; one of their events' keys"),
        sa.Column("report", sa.Text(), nullable=False, comment="JSON: the event as merging compares it"),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_reports_event")),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_reports")),
        comment="an index for merging: of live events that were merged",
    )
    op.create_index(op.f("ix_reports_part"), "reports", ["part"])
    op.create_table(
        "blocks",
        sa.Column("block", sa.Text(), nullable=False, comment="family, country and days: only reports that share one are compared"),
        sa.Column("event", key, nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_blocks_event")),
        sa.PrimaryKeyConstraint("block", "event", name=op.f("pk_blocks")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_blocks_event"), "blocks", ["event"])
