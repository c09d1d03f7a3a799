"""The records of events, thousands of letters each, stand apart: what is asked for is found without wading through them.

The codes of parties are kept by event, so that both sides of a dyad are found with one look each.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "records",
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="the whole record, JSON of whowhom.event/1"),
        sa.Column("coded", sa.Text(), nullable=True, comment="the coder's own record, where a person corrected it"),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_records_event")),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_records")),
        comment="apart from their columns, so that those are few bytes to search",
    )
    op.execute("INSERT INTO records (event, record, coded) SELECT key, record, coded FROM events")
    op.drop_column("events", "record")
    op.drop_column("events", "coded")
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT code, event, role, position FROM party_codes")
    op.drop_table("party_codes")
    op.create_table(
        "party_codes",
        sa.Column("code", sa.Text(), nullable=False, comment="a country or a sector of a party"),
        sa.Column("event", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="of the party"),
        sa.ForeignKeyConstraint(["event"], ["events.key"], name=op.f("fk_party_codes_event")),
        sa.PrimaryKeyConstraint("code", "event", "role", "position", name=op.f("pk_party_codes")),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO party_codes (code, event, role, position) SELECT code, event, role, position FROM kept ORDER BY code, event")
    op.execute("DROP TABLE kept")
