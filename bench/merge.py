"""How long does it take to join new events into a database of many? Made stories: four tell each deed, in towns of eight countries over 2,000 days.

    python bench/merge.py [--events 100000] [--new 1000] [--towns 400] [--db FILE]

`--towns 8` crowds all deeds into eight towns, where most look alike: the work grows with the square of the reports that hang together.
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

from whowhom.model import Story
from whowhom.store.database import Store, open_store
from whowhom.store.landing import land
from whowhom.store.merging import Merged, merge, waiting
from whowhom.store.tables import documents

BOUND = 10.0  # seconds


REPORTS = 4  # of each deed


def told(number: int, deeds: int, towns: int) -> Story:
    """The story of a number: one of those that tell a deed, in one of so many towns. The reports of a deed arrive far apart."""
    deed, wire = number % deeds, number // deeds
    made = story(deed)
    (event,) = made.events
    assert event.place is not None and event.place.lat is not None
    row = max(towns // 8, 1)  # the towns of a country lie in a row from south to north
    block = deed // 8 % row
    place = event.place.model_copy(update={"name": f"{event.place.name} {block}", "lat": event.place.lat - 20 + 40 * block / row})
    document = made.document.model_copy(update={"id": f"told-{number}", "source": f"Wire {wire}"})
    own = {"event_id": f"{event.event_id}-{wire}", "doc_id": document.id, "place": place, "links": ()}
    return Story(document=document, events=(event.model_copy(update=own),))


def fill(store: Store, numbers: range, deeds: int, towns: int) -> None:
    run = store.start_run("code", CODER)
    for number in numbers:
        land(store, told(number, deeds, towns), CODER, run)
    store.finish_run(run, len(numbers), len(numbers))


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
    parser.add_argument("--towns", type=int, default=400)
    parser.add_argument("--db", type=Path, help="keep the filled database here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(options.db or Path(folder) / "events.db") as store:
        with store.reading() as connection:
            held, left = connection.execute(select(func.count()).select_from(documents)).scalar() or 0, waiting(connection)
        deeds = options.events // REPORTS
        if held < options.events:
            fill(store, range(held, options.events), deeds, options.towns)
        if held < options.events or left:
            merge_all(store, "at first")
        known = max(held, options.events)
        fill(store, range(known, known + options.new), deeds, options.towns)
        merge_all(store, "new")
    print(f"(bound for new ones: {BOUND:.0f} s)")


if __name__ == "__main__":
    main()
