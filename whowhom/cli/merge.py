"""`whowhom merge`: which reports tell of one deed?"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE
from whowhom.cli.terminal import Counts, progress

if TYPE_CHECKING:
    from whowhom.store.database import Store
    from whowhom.store.merging import Merged


def merge(db: Database = DEFAULT) -> None:
    """Join events into incidents: those that are in none yet, and those that were coded anew. code --db does it after every run."""
    from whowhom.store.database import open_store

    with open_store(db, create=False) as store:
        merge_waiting(store)
    raise typer.Exit(DONE)


def merge_waiting(store: Store) -> None:
    """Merges what waits, with progress, and tells what became of it on standard error."""
    from whowhom.store import merging

    with store.reading() as connection:
        counts = EventCounts(merging.waiting(connection))
    done = merging.Merged()
    with progress(counts) as tick:
        for each in merging.merge(store):
            done += each
            counts.stories = done.events
            tick()
    typer.echo(told(done), err=True)


class EventCounts(Counts):
    """Events merged so far."""

    def line(self) -> str:
        return f"{self.stories} events merged, {self.stories / max(time.monotonic() - self.started, 1e-6):.0f} events/s"


def told(done: Merged) -> str:
    """What merging did, in a line."""
    fates = [(done.merged, "merged into others"), (done.split, "split"), (done.removed, "removed")]
    more = "".join(f", {count} {what}" for count, what in fates if count)
    new = f"{done.founded} new {'incident' if done.founded == 1 else 'incidents'}"
    return f"{done.events} {'event' if done.events == 1 else 'events'} merged: {new}, {done.grown} changed{more}"
