"""The tables of the code are the tables of the database, whatever versions it went through; foreign files are left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from made import CODER, story
from sqlalchemy import create_engine, select

from whowhom.errors import StoreError
from whowhom.store.check import Seen, check
from whowhom.store.database import Store, open_store
from whowhom.store.filters import Filter
from whowhom.store.landing import land
from whowhom.store.reading import count, read
from whowhom.store.schema import VERSION_TABLE, migrate
from whowhom.store.tables import metadata


def test_migrations_give_the_tables_of_the_code(store: Store) -> None:
    def ours(thing: object, name: str | None, kind: str, reflected: bool, compared: object) -> bool:
        return not (kind == "table" and str(name).startswith("story_words"))

    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


DYAD = Filter(dyad=("REB", "MIL"))
OLD_TABLES = ("runs", "revisions", "documents", "codings", "events", "event_modes", "parties", "party_codes", "claims", "links")


def test_a_database_of_an_older_schema_keeps_all(tmp_path: Path) -> None:
    """Made by an older schema, in which records stood among the columns of events, and opened now."""
    with open_store(tmp_path / "now.db") as store:
        land(store, story(1, deeds=20), CODER, store.start_run("code", CODER))
        with store.reading() as connection:
            filled = {name: connection.execute(select(metadata.tables[name])).mappings().all() for name in (*OLD_TABLES, "records")}
        wanted = [stored.record for stored in read(store, Filter())], count(store, DYAD)
    said = {row["event"]: {"record": row["record"], "coded": row["coded"]} for row in filled["records"]}
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with engine.begin() as connection:
        migrate(connection, "0003")
        for name in OLD_TABLES:
            for row in filled[name]:
                values = {**row, **(said[row["key"]] if name == "events" else {})}
                held = ", ".join(f'"{column}"' for column in values)
                connection.exec_driver_sql(f"INSERT INTO {name} ({held}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))
    engine.dispose()
    with open_store(tmp_path / "old.db") as store:
        assert ([stored.record for stored in read(store, Filter())], count(store, DYAD)) == wanted
        assert [fault for fault in check(store, Seen()) if "full-text" not in fault.what] == []  # the old file was filled without its words


def write_text(path: Path) -> None:
    path.write_text("Rebels shelled the town. " * 100)


def make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    other.close()


def make_newer(path: Path) -> None:
    open_store(path).close()
    with sqlite3.connect(path) as other:
        other.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    other.close()


def make_damaged(path: Path) -> None:
    open_store(path).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 9000)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (write_text, "this is not a database"),
        (make_foreign, "belongs to another program"),
        (make_newer, "a newer whowhom made this database"),
        (make_damaged, "the file is damaged"),
        (Path.mkdir, "this is a folder"),
    ],
)
def test_what_is_no_database_of_ours_is_refused(make: Callable[[Path], None], words: str, tmp_path: Path) -> None:
    path = tmp_path / "events.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=words):
        open_store(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(
    ("where", "create", "words"),
    [
        ("gone/events.db", True, "its folder does not exist"),
        ("events.db", False, "no such database"),
        ("mysql://host/events", True, "this kind of database is not known"),
        ("postgresql://nobody@127.0.0.1:1/none", True, "the database says"),
    ],
)
def test_where_there_is_no_database(where: str, create: bool, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=words):
        open_store(where, create=create, wait=1)
    assert list(tmp_path.iterdir()) == []
