"""How does a command talk to a person? Progress and counts on standard error, output put in place only when whole."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import typer

from whowhom.errors import WhowhomError

OTHER_FORMATS = frozenset(
    {".parquet", ".geojson", ".xlsx", ".xls", ".ods", ".tsv", ".xml", ".gz", ".zip"}
)  # endings of files that are no lines of text
PROGRESS_AFTER = 1.0  # seconds of work before a progress bar is worth its place


class Counts:
    """What has been done so far."""

    def __init__(self, total: int | None = None) -> None:
        self.stories = self.events = self.errors = self.unchanged = self.foreign = 0
        self.total = total  # stories to come, where known
        self.started = time.monotonic()

    def line(self) -> str:
        seconds = max(time.monotonic() - self.started, 1e-6)
        known = f"{self.unchanged} unchanged, " if self.unchanged else ""
        known += f"{self.foreign} that {'seems' if self.foreign == 1 else 'seem'} not to be English, " if self.foreign else ""
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


def check_out(out: Path | None, format_: str | None, endings: Iterable[str]) -> None:
    """Refuses, as wrong usage and before any work is done, a file that cannot be there or whose ending promises another format."""
    if out is None:
        return
    if out.is_dir():
        raise typer.BadParameter(f"{out} is a folder; name a file in it", param_hint="--out")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}; make it first, or choose another", param_hint="--out")
    ending = out.suffix.lower()
    if format_ is None and ending in OTHER_FORMATS and ending not in endings:
        raise typer.BadParameter(f"no file of the kind {ending} is written; it is one of {', '.join(endings)}, or give --format", param_hint="--out")


@contextmanager
def output(out: Path | None) -> Iterator[IO[str]]:
    """The file to write, or standard output. A file is put in place only when whole; cut short, it stays beside as .part."""
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        return
    part = out.with_name(out.name + ".part")
    with _opened(out, part) as file:
        try:
            yield file
            file.close()
            part.replace(out)
        except KeyboardInterrupt:
            typer.echo(f"whowhom: {part} holds what was written", err=True)
            raise
        except OSError as error:
            raise WhowhomError(f"{part}: it cannot be written to its end ({error.strerror}). Make room, or choose another --out") from None


def _opened(out: Path, part: Path) -> IO[str]:
    """The file to write. One that cannot be opened is wrong usage."""
    try:
        return part.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise typer.BadParameter(f"{out} cannot be written ({error.strerror}); choose another", param_hint="--out") from None
