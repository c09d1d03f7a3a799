"""How is a database reached? A path is an SQLite file, a URL PostgreSQL; one writer at a time on both, readers never wait."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from whowhom.errors import StoreError
from whowhom.limits import LONGEST_WAIT

POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")
WRITERS_LOCK = 0x77686F77  # "whow": PostgreSQL's advisory lock that a writer holds until its transaction ends, as SQLite's writers do
SQLITE = "sqlite:///"
CACHE = 65_536  # kibibytes of pages that SQLite keeps; the upper levels of all indices of a million events
PAGES_OF_LOG = 10_000  # pages of 4 KiB after which the log is brought into the file, with its slow sync; at 1,000 that would be every eighth story


def engine_of(where: str, wait: float = LONGEST_WAIT) -> Engine:
    """The engine of a URL or path. Raises StoreError for a URL of another kind of database or a driver that is not installed."""
    return _postgres(where, wait) if is_postgres(where) else _sqlite(path_of(where), wait)


def is_postgres(where: str) -> bool:
    return where.startswith(POSTGRES)


def path_of(where: str) -> Path:
    """The file of an SQLite database given as path or sqlite:/// URL."""
    if "://" in where and not where.startswith(SQLITE):
        raise StoreError(where.split("@")[-1], "this kind of database is not known", "Give a file, or a URL that begins with postgresql://")
    return Path(where.removeprefix(SQLITE)).absolute()


def name_of(where: str) -> str:
    """The database as messages name it: without a password."""
    return make_url(where).render_as_string(hide_password=True) if is_postgres(where) else str(where.removeprefix(SQLITE))


def _postgres(where: str, wait: float) -> Engine:
    try:
        url = make_url(where).set(drivername="postgresql+psycopg")
        engine = create_engine(url, connect_args={"options": f"-c lock_timeout={int(wait * 1000)}", "connect_timeout": max(int(wait), 2)})
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError("the database's URL", f"it cannot be read ({error})", "Write postgresql://USER:PASSWORD@HOST/DATABASE") from None
    except ModuleNotFoundError:
        raise StoreError(name_of(where), "PostgreSQL's driver is not installed", "pip install 'whowhom[postgres]'") from None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")

    return engine


def _sqlite(path: Path, wait: float) -> Engine:
    """SQLite with foreign keys held.

    A database in a folder that cannot be written to is opened as it lies there, which is safe as nobody can write to it.
    """
    frozen = path.exists() and not os.access(path.parent, os.W_OK)
    log = path.with_name(path.name + "-wal")
    how = "" if not frozen else "?mode=ro" if log.exists() and log.stat().st_size else "?immutable=1"

    def connect() -> sqlite3.Connection:
        uri = path.as_uri() + how
        connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_OF_LOG}")
        connection.execute("PRAGMA synchronous = NORMAL")  # with a write-ahead log, a transaction survives the process, if not always the power
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, paramstyle="named")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def keep_log(engine: Engine) -> None:
    """Gives a new SQLite file a write-ahead log for good, so that readers see the last whole transaction while one writes."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        connection.cursor().execute("PRAGMA journal_mode = WAL")
        connection.close()


@contextmanager
def faults_told(where: str) -> Iterator[None]:
    """The database's own errors as StoreErrors: what happened, to which database, what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _told(where, error.orig) from error
    except sqlite3.Error as error:
        raise _told(where, error) from error


REMEDIES = (
    ("locked", "another program is writing to it", "Wait until that is done, then run the same command again"),
    ("lock timeout", "another program is writing to it", "Wait until that is done, then run the same command again"),
    ("not a database", "this is not a database", "Give a file that whowhom code --db made"),
    ("malformed", "the file is damaged", "Take a copy of it, or make it anew with whowhom code --db"),
    ("readonly", "it may be read but not written", "Check its permissions, or give another file"),
    ("unable to open", "it cannot be opened or made", "Check that its folder exists and may be written to"),
    ("disk is full", "the disk is full", "Make room, then run the same command again: what was stored is kept"),
    ("disk i/o", "the disk failed", "Check the disk, then run the same command again: what was stored is kept"),
)


def _told(where: str, error: Any) -> StoreError:
    text = str(error).strip()
    for sign, what, remedy in REMEDIES:
        if sign in text.lower():
            return StoreError(name_of(where), what, remedy)
    first = text.splitlines()[0] if text else type(error).__name__
    return StoreError(name_of(where), f"the database says: {first}", "Check that it is the right one and that its server runs")
