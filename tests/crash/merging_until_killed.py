"""Merges what waits in a database, in child processes that kill themselves at seeded moments, until one comes to its end. Prints how many were killed.

python merging_until_killed.py DATABASE SEED
"""

from __future__ import annotations

import os
import random
import sys

from landing_until_killed import TRIES, kill_at

from whowhom.store import merging
from whowhom.store.database import open_store

FEW = 2  # events of a transaction, so that there are many
FAR = 25  # steps until the kill: a transaction has about twelve


def merge_until(where: str, moment: int, before: bool) -> None:
    """What `whowhom merge` does, killed before or after the step of a number."""
    kill_at(moment, before)
    merging.EVENTS_AT_ONCE = FEW
    with open_store(where) as store:
        for _ in merging.merge(store):
            pass


def main() -> None:
    where, draw = sys.argv[1], random.Random(int(sys.argv[2]))
    for killed in range(TRIES):
        moment, before = draw.randrange(1, FAR), draw.random() < 0.5
        child = os.fork()
        if child == 0:
            merge_until(where, moment, before)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            sys.exit(os.WEXITSTATUS(status)) if os.WEXITSTATUS(status) else print(killed)
            return
    sys.exit("no child came to its end")


if __name__ == "__main__":
    main()
