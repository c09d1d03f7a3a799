"""What can be done with a database of events? Opened by path or URL; stories land in it whole, one transaction each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Table, func, insert, select, update

from whowhom.errors import StoreError
from whowhom.limits import LONGEST_WAIT
from whowhom.store import tables
from whowhom.store.connect import engine_of, faults_told, is_postgres, keep_log, name_of, path_of
from whowhom.store.prepared import Prepared, add
from whowhom.store.schema import CURRENT, migrate, version_of

LOOKED_AT = 1_000  # rows of an index that SQLite looks at to learn how its values lie, so that it asks the narrowest first; a tenth of a second
LAST_REVISION = Prepared(select(func.max(tables.revisions.c.key).label("last")))


def now() -> str:
    """The moment, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(slots=True)
class Revision:
    """One transaction that writes: its number, which the rows it adds or closes carry."""

    connection: Connection
    key: int
    at: str

    def next_key(self, table: Table) -> int:
        """The key of the next row of a table; sure, as there is one writer at a time."""
        return (self.connection.execute(select(func.max(table.c.key))).scalar() or 0) + 1


def new_revision(connection: Connection, run: int | None = None) -> Revision:
    """Numbers the transaction that is open."""
    key, at = (LAST_REVISION(connection)[0].last or 0) + 1, now()
    add(connection, tables.revisions, [{"key": key, "run": run, "at": at}])
    return Revision(connection, key, at)


class Store:
    """A database of stories, events, incidents and judgements. A context manager; `close` gives its connections back."""

    def __init__(self, where: str, engine: Engine) -> None:
        self.where, self.engine = where, engine
        self._writer = engine.execution_options(writes=True)

    @property
    def name(self) -> str:
        """The database as messages name it."""
        return name_of(self.where)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database from its first look to its end."""
        with faults_told(self.where), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it or, where the block raises, nothing. Waits for another writer (limits.LONGEST_WAIT)."""
        with faults_told(self.where), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def revising(self, run: int | None = None) -> Iterator[Revision]:
        """A transaction that writes rows with a lifetime, as a revision of its own."""
        with self.writing() as connection:
            yield new_revision(connection, run)

    def start_run(self, verb: str, coder: str | None = None) -> int:
        """Notes that a run begins; returns its key."""
        with self.writing() as connection:
            key = (connection.execute(select(func.max(tables.runs.c.key))).scalar() or 0) + 1
            row = {"key": key, "verb": verb, "coder": coder, "codebook": coder.split()[-1] if coder else None, "started": now()}
            connection.execute(insert(tables.runs), row)
        return key

    def finish_run(self, run: int, stories: int = 0, events: int = 0, errors: int = 0) -> None:
        """Notes that a run has ended, and what it did. A run without an end was cut short."""
        with self.writing() as connection:
            done = {"finished": now(), "stories": stories, "events": events, "errors": errors}
            connection.execute(update(tables.runs).where(tables.runs.c.key == run).values(done))
            if stories and connection.dialect.name == "sqlite":  # PostgreSQL does so by itself
                connection.exec_driver_sql(f"PRAGMA analysis_limit = {LOOKED_AT}")
                connection.exec_driver_sql("ANALYZE")

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_store(where: str | Path, create: bool = True, wait: float = LONGEST_WAIT) -> Store:
    """The database at a path (SQLite) or URL (postgresql://…), made where there is none, brought to this version's schema where it is older.

    `wait`: seconds to wait for another program that writes. Raises StoreError: no such database and not `create`, another program's, a newer
    whowhom's, locked, damaged, not to be read.
    """
    where = str(where)
    if not is_postgres(where):
        path = path_of(where)
        if path.is_dir():
            raise StoreError(name_of(where), "this is a folder", "Give a file")
        if not path.parent.is_dir():
            raise StoreError(name_of(where), "its folder does not exist", "Make the folder, or give another file")
        if not create and not path.exists():
            raise StoreError(name_of(where), "no such database", "Make it with whowhom code INPUT… --db FILE")
    store = Store(where, engine_of(where, wait))
    try:
        with store.reading() as connection:
            version = version_of(connection, name_of(where))
        if version is None and not create:
            raise StoreError(name_of(where), "nothing is stored there", "Fill it with whowhom code INPUT… --db FILE")
        if version is None:
            with faults_told(where):
                keep_log(store.engine)
        if version != CURRENT:
            with store.writing() as connection:
                if version_of(connection, name_of(where)) != CURRENT:
                    migrate(connection)
    except BaseException:
        store.close()
        raise
    return store
