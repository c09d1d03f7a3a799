"""Merges what waits in a database, in child processes that kill themselves at seeded moments, until one comes to its end. Prints how many were killed.

python merging_until_killed.py DATABASE SEED
"""

from __future__ import annotations

import random
import sys

from landing_until_killed import run_until_done

from whowhom.store import merging
from whowhom.store.database import open_store

FEW = 2  # events of a transaction, so that there are many
FAR = 25  # steps until the kill: a transaction has about twelve


def merge(where: str) -> None:
    """What `whowhom merge` does."""
    merging.EVENTS_AT_ONCE = FEW
    with open_store(where) as store:
        for _ in merging.merge(store):
            pass


def main() -> None:
    where, draw = sys.argv[1], random.Random(int(sys.argv[2]))
    run_until_done(lambda: merge(where), lambda: draw.randrange(1, FAR), draw)


if __name__ == "__main__":
    main()
