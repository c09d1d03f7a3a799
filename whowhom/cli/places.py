"""`whowhom places`: a larger index of places than the one that comes with the program."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

import typer

places = typer.Typer(no_args_is_help=True, help="Import a GeoNames dump, so that small villages are found too.")
BETWEEN = 0.5  # seconds between two lines of progress


@places.callback()
def _group() -> None:
    """Verbs of their own: `whowhom places import`."""


class _Progress:
    """Share, rate and remaining time on a terminal; silent in a pipe."""

    def __init__(self) -> None:
        self.started = self.shown = time.monotonic()

    def __call__(self, done: int, total: int, kept: int) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or (now - self.shown < BETWEEN and done < total):
            return
        self.shown = now
        seconds = max(now - self.started, 1e-6)
        left = seconds / max(done, 1) * (total - done)
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\r\x1b[K{done / max(total, 1):.0%}, {kept:,} places, {done / seconds / 1e6:.1f} MB/s, {left:.0f} s to go{end}")
        sys.stderr.flush()


@places.command("import")
def import_dump(
    dump: Annotated[
        Path, typer.Argument(metavar="allCountries.zip", help="A GeoNames dump: all countries, or one of them.", exists=True, dir_okay=False)
    ],
) -> None:
    """Build an index of all places of a GeoNames dump in your data folder; it is used from then on. A run cut short leaves the old index."""
    from whowhom import gazetteer, geonames

    path = gazetteer.own_index()
    count = geonames.write_index(path, geonames.rows_of_dump(dump, gazetteer.alpha_codes(), _Progress()))
    typer.echo(f"{count} places in {path} (GeoNames, CC BY 4.0)", err=True)


@places.command("forget")
def forget() -> None:
    """Remove the imported index; the program's own is used again."""
    from whowhom import gazetteer

    path = gazetteer.own_index()
    gone = path.exists()
    path.unlink(missing_ok=True)
    typer.echo(f"{path} removed" if gone else "no imported index", err=True)
