"""Is this a database of ours, of which version, and how does it become one of this version?

Migrations (`migrations/versions`, named 0001_…, 0002_…) run when a database is opened; Alembic loads only for that.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from whowhom.errors import StoreError

VERSION_TABLE = "whowhom_schema"
MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = tuple(sorted(path.stem.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))
CURRENT = VERSIONS[-1]


def version_of(connection: Connection, where: str) -> str | None:
    """The schema's version, None for an empty database. Raises StoreError where the database is another program's or a newer whowhom's."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        if tables and (connection.dialect.name == "sqlite" or tables & {"documents", "events", "runs"}):
            raise StoreError(where, "this database belongs to another program", "Give another file or database")
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  a constant
    if version is not None and version not in VERSIONS:
        raise StoreError(where, f"a newer whowhom made this database (its schema is {version}, this version knows {CURRENT})", "Upgrade whowhom")
    return version


def migrate(connection: Connection, to: str = "head") -> None:
    """Brings the schema to this version, or an older one, in the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
