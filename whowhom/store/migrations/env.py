"""Which database does Alembic change? The open connection that `schema.py` hands over."""

from __future__ import annotations

from alembic import context

from whowhom.store.schema import VERSION_TABLE
from whowhom.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    compare_server_default=False,
)
context.run_migrations()
