"""Killed at any moment and run again: nothing is lost, nothing doubled, and the database is what one undisturbed run makes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from made import stories
from sqlalchemy import select

from whowhom.store.check import Seen, check
from whowhom.store.database import Store
from whowhom.store.tables import claims, codings, documents, event_modes, events, links, parties, party_codes, records

HERE = Path(__file__).parent
STORIES = {"sqlite": 45, "postgresql": 20}
KILLED = {"sqlite": 50, "postgresql": 10}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}


def content(store: Store) -> list[object]:
    """All that the store holds of stories, runs and revisions aside."""
    found: list[object] = []
    with store.reading() as connection:
        for table in (documents, codings, events, event_modes, parties, party_codes, claims, links, records):
            columns = [column for column in table.c if column.name not in ("run", "since", "until")]
            ended = [table.c.until.is_(None)] if "until" in table.c else []
            found.append(sorted(map(repr, connection.execute(select(*columns, *ended)))))
    return found


def land_all(where: str, count: int, seed: int) -> int:
    command = [sys.executable, str(HERE / "landing_until_killed.py"), where, str(count), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT, timeout=100)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def test_killed_many_times_it_holds_what_one_run_gives(where: str, opened: Callable[[str], Store], tmp_path: Path) -> None:
    kind = "postgresql" if "://" in where else "sqlite"
    assert land_all(where, STORIES[kind], seed=1) >= KILLED[kind]
    store = opened(where)
    assert list(check(store, Seen())) == []
    sys.path.insert(0, str(HERE))
    from landing_until_killed import fill

    fill(str(tmp_path / "undisturbed.db"), STORIES[kind])
    assert content(store) == content(opened(str(tmp_path / "undisturbed.db")))


def landed(db: Path) -> int:
    """How many stories are in a database that another process fills."""
    if not db.exists():
        return 0
    with closing(sqlite3.connect(db)) as reader:
        try:
            return int(reader.execute("SELECT count(*) FROM documents").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_the_command_goes_on_where_it_was_killed(tmp_path: Path) -> None:
    path, db = tmp_path / "stories.jsonl", tmp_path / "events.db"
    told = [made.document for made in stories(32, deeds=1)]
    path.write_text("".join(json.dumps({"id": each.id, "text": each.text, "published": each.published}) + "\n" for each in told))
    command = [sys.executable, "-m", "whowhom.cli", "code", str(path), "--db", str(db)]
    process = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL, start_new_session=True)
    for _ in range(1200):
        if landed(db):
            break
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    assert "unchanged" in done.stderr
    from whowhom.store.database import open_store

    with open_store(db) as store:
        assert list(check(store, Seen())) == []
        with store.reading() as connection:
            assert sorted(connection.execute(select(documents.c.doc_id)).scalars()) == sorted(each.id for each in told)
