"""How does a command talk to a person? Progress and counts on standard error, output put in place only when whole."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import typer

from whowhom.errors import WhowhomError

PROGRESS_AFTER = 1.0  # seconds of work before a progress bar is worth its place


class Counts:
    """What has been done so far."""

    def __init__(self, total: int | None = None) -> None:
        self.stories = self.events = self.errors = self.unchanged = 0
        self.total = total  # stories to come, where known
        self.started = time.monotonic()

    def line(self) -> str:
        seconds = max(time.monotonic() - self.started, 1e-6)
        known = f"{self.unchanged} unchanged, " if self.unchanged else ""
        return (
            f"{self.stories} {'story' if self.stories == 1 else 'stories'}, {self.events} {'event' if self.events == 1 else 'events'}, "
            f"{self.errors} {'error' if self.errors == 1 else 'errors'}, {known}{self.stories / seconds:.1f} stories/s"
        )

    def remaining(self) -> str:
        """The seconds still to go at the rate so far; nothing where the total is not known."""
        done = self.stories + self.errors + self.unchanged
        if not self.total or not done:
            return ""
        seconds = (time.monotonic() - self.started) / done * max(self.total - done, 0)
        return f", {done} of {self.total}, {seconds:.0f} s to go"


class Tick:
    """Shows progress on a terminal once there is more than a second's work; silent in a pipe."""

    def __init__(self, counts: Counts) -> None:
        self.counts, self.shown = counts, 0.0

    def __call__(self) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.counts.started > PROGRESS_AFTER and now - self.shown > 0.2:
            self.shown = now
            sys.stderr.write(f"\r\x1b[K{self.counts.line()}{self.counts.remaining()}")
            sys.stderr.flush()

    def clear(self) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            self.shown = 0.0

    def complain(self, text: str) -> None:
        self.clear()
        typer.echo(f"whowhom: {text}", err=True)


@contextmanager
def progress(counts: Counts) -> Iterator[Tick]:
    tick = Tick(counts)
    try:
        yield tick
    finally:
        tick.clear()


@contextmanager
def output(out: Path | None) -> Iterator[IO[str]]:
    """The file to write, or standard output. A file is put in place only when whole; cut short, it stays beside as .part."""
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        return
    part = out.with_name(out.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(out)
    except OSError as error:
        raise WhowhomError(f"{out}: it cannot be written ({error.strerror}). Choose another --out") from None
