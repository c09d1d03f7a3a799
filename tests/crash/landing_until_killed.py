"""Lands stories in a database, in child processes that kill themselves at seeded moments, until one comes to its end. Prints how many were killed.

python landing_until_killed.py DATABASE STORIES SEED
"""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPICursor

sys.path.insert(0, str(Path(__file__).parent.parent))
from made import CODER, story

from whowhom.store import prepared
from whowhom.store.database import open_store
from whowhom.store.landing import is_known, land

NEAR, FAR = 30, 300  # steps until the kill: a landing has a dozen, so that most fall into a child's first three; the first schema has a hundred
TRIES = 500
NEWER = "whowhom 0.1 newer"


def fill(where: str, count: int) -> None:
    """What `whowhom code --db` does with stories that are coded: every third is coded twice, the second time by a newer coder."""
    with open_store(where) as store:
        run = store.start_run("code", CODER)
        for number in range(count):
            told = story(number, deeds=number % 4)
            newer = story(number, deeds=number % 3, coder=NEWER)
            if not is_known(store, newer.document, NEWER):
                land(store, told, CODER, run)
                if number % 3 == 0:
                    land(store, newer, NEWER, run)
        store.finish_run(run)


def kill_at(moment: int, before: bool) -> None:
    """Kills this process before or after the step of a number: a statement that is no question, the end of a transaction."""
    left = moment

    def tick(*told: object) -> None:
        nonlocal left
        if (len(told) > 2 and str(told[2]).startswith(("SELECT", "PRAGMA"))) or told[2:3] == ("BEGIN",):
            return
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    @contextmanager
    def ticking(connection: Connection) -> Iterator[DBAPICursor]:
        if before:
            tick()
        with plain(connection) as cursor:
            yield cursor
        if not before:
            tick()

    plain, prepared.driver_cursor = prepared.driver_cursor, ticking  # what is run for every story does not pass SQLAlchemy's events
    event.listen(Engine, "before_cursor_execute" if before else "after_cursor_execute", tick)
    event.listen(Engine, "commit", tick)


def run_until_done(work: Callable[[], None], moment: Callable[[], int], draw: random.Random) -> None:
    """Runs work in children that are killed at drawn moments, before or after a step, until one comes to its end; prints how many were killed."""
    for killed in range(TRIES):
        step, before = moment(), draw.random() < 0.5
        child = os.fork()
        if child == 0:
            kill_at(step, before)
            work()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            sys.exit(os.WEXITSTATUS(status)) if os.WEXITSTATUS(status) else print(killed)
            return
    sys.exit("no child came to its end")


def main() -> None:
    where, count, draw = sys.argv[1], int(sys.argv[2]), random.Random(int(sys.argv[3]))
    run_until_done(lambda: fill(where, count), lambda: draw.randrange(1, FAR if draw.random() < 0.1 else NEAR), draw)


if __name__ == "__main__":
    main()
