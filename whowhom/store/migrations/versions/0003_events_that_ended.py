"""Events that ended are few, and are looked for whenever reports are merged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    ended = sa.text("until IS NOT NULL")
    op.create_index("ended_events", "events", ["document"], sqlite_where=ended, postgresql_where=ended)
