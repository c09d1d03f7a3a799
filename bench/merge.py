"""How long does it take to join new events into a database of many? Made stories, one deed each, most of them alike in place and week.

    python bench/merge.py [--events 100000] [--new 1000] [--db FILE]

Prints the seconds of merging the first events (once; a database given with --db is kept and used again), and of merging new ones into them: on
the clock and of the processor, as the machine may be shared. The bound is 10 s for 1,000 new into 100,000.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from made import CODER, story
from sqlalchemy import func, select

from whowhom.store.database import Store, open_store
from whowhom.store.landing import land
from whowhom.store.merging import Merged, merge, waiting
from whowhom.store.tables import documents

BOUND = 10.0  # seconds


def fill(store: Store, first: int, count: int) -> None:
    run = store.start_run("code", CODER)
    for number in range(first, first + count):
        land(store, story(number), CODER, run)
    store.finish_run(run, count, count)


def merge_all(store: Store, name: str) -> Merged:
    """Merges what waits, and tells how long it took."""
    clock, processor, done = time.perf_counter(), time.process_time(), Merged()
    for each in merge(store):
        done += each
    seconds, busy = time.perf_counter() - clock, time.process_time() - processor
    rate = done.events / busy if busy else 0
    print(f"{name:10} {done.events:7} events  {seconds:7.2f} s on the clock  {busy:7.2f} s of the processor  {rate:6.0f} events/s  {done}")
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=1_000)
    parser.add_argument("--db", type=Path, help="keep the filled database here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(options.db or Path(folder) / "events.db") as store:
        with store.reading() as connection:
            held, left = connection.execute(select(func.count()).select_from(documents)).scalar() or 0, waiting(connection)
        if held < options.events:
            fill(store, held, options.events - held)
        if held < options.events or left:
            merge_all(store, "at first")
        fill(store, max(held, options.events), options.new)
        merge_all(store, "new")
    print(f"(bound for new ones: {BOUND:.0f} s)")


if __name__ == "__main__":
    main()
