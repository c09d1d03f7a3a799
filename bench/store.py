"""How fast is the database? 100,000 made events into SQLite, filters over them, exports of them.

    python bench/store.py [--events 100000] [--deeds 4]

Prints events a second (one transaction a story; bound: 2,000), the slowest of five tries of each filter (bound: 50 ms for the first fifty rows), and for each
export its speed and how much more memory it takes for all events than for a tenth of them (flat: a few megabytes). The same number of a story gives the same story.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).parent.parent
sys.path[:0] = [str(TOP), str(TOP / "tests")]

from made import CODER, stories

from whowhom.store import reading
from whowhom.store.database import open_store
from whowhom.store.filters import Filter
from whowhom.store.landing import land

FILTERS = {
    "dates": Filter(start="2022-03-01", end="2022-03-31"),
    "country": Filter(country=("YEM",)),
    "place": Filter(place=("Sanaa",)),
    "place and radius": Filter(near=(15.5, 44.0, 60)),
    "type": Filter(type=("ASSAULT",)),
    "mode": Filter(mode=("aerial",)),
    "actor": Filter(actor=("Houthi*",)),
    "sector": Filter(sector=("JRN",)),
    "dyad": Filter(dyad=("REB", "MIL")),
    "source": Filter(source=("City Wire",)),
    "reality": Filter(reality=("alleged",)),
    "minimum dead": Filter(dead=58),
    "text": Filter(text='"shelled Goma" journalists'),
    "several": Filter(start="2022-01-01", country=("YEM",), mode=("aerial",), dead=30, reality=("happened",)),
}
EXPORT = """
import resource, sys, time
from pathlib import Path
from whowhom.store.database import open_store
from whowhom.store.filters import Filter
from whowhom.store.publishing import export_file
where, kind, out, end = sys.argv[1:]
started = time.perf_counter()
with open_store(where) as store:
    written = export_file(store, kind, Filter(end=end or None), Path(out))
print(written.events, time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
EARLY = "2020-07-01"  # the first tenth of the days


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--deeds", type=int, default=4, help="events of a story")
    options = parser.parse_args()
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with TemporaryDirectory() as folder:
        where = str(Path(folder) / "events.db")
        ingest(where, options.events, options.deeds)
        ask(where)
        exports(where, Path(folder))


def ingest(where: str, count: int, deeds: int) -> None:
    spent = busy = 0.0
    with open_store(where) as store:
        run = store.start_run("code", CODER)
        for made in stories(count // deeds, deeds):  # making them is not counted
            started, used = time.perf_counter(), time.process_time()
            land(store, made, CODER, run)
            spent += time.perf_counter() - started
            busy += time.process_time() - used
        store.finish_run(run, count // deeds, count)
    size = Path(where).stat().st_size / 2**20
    print(f"ingest {count} events: {count / spent:.0f} events/s, {count / busy:.0f} a second of processor time, {size:.0f} MiB")


def ask(where: str) -> None:
    with open_store(where) as store:
        for name, asked in FILTERS.items():
            rows, counts = [], []
            for _ in range(5):
                started = time.perf_counter()
                found = len(list(reading.read(store, asked, limit=50)))
                rows.append(time.perf_counter() - started)
                started = time.perf_counter()
                number = reading.count(store, asked)
                counts.append(time.perf_counter() - started)
            figures = f"{max(rows) * 1000:7.1f} ms at worst, {min(rows) * 1000:7.1f} at best; count of {number:6} {min(counts) * 1000:7.1f} ms"
            print(f"filter {name:17} first {found:2}: {figures}")


def exports(where: str, folder: Path) -> None:
    for kind in ("csv", "actors", "jsonl", "parquet", "geojson", "plover", "polecat", "acled", "ucdp"):
        figures = []
        for end in (EARLY, ""):
            program = [sys.executable, "-c", EXPORT, where, kind, str(folder / f"out.{kind}"), end]
            known = {**os.environ, "PYTHONPATH": str(TOP)}
            figures.append([float(each) for each in subprocess.run(program, env=known, capture_output=True, text=True, check=True).stdout.split()])
        (few, _, before), (number, seconds, memory) = figures
        print(
            f"export {kind:8} {number:6.0f} events {number / seconds:6.0f}/s, {memory:.0f} MiB, {memory - before:+.0f} MiB against {few:.0f} events"
        )


if __name__ == "__main__":
    main()
