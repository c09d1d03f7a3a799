"""`whowhom release`: a name for what the database holds now, that stays readable."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE


def release(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As in 2024-06.")],
    db: Database = DEFAULT,
    out: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Export it there, with SHA256SUMS.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="What is to be said of it.")] = None,
) -> None:
    """Freeze what the database holds under a name: query and export read it as it was, whatever comes later."""
    from whowhom.store.database import open_store
    from whowhom.store.publishing import release as freeze

    if out is not None and out.exists() and (not out.is_dir() or any(out.iterdir())):  # found out now, not when the name is taken
        raise typer.BadParameter(f"{out} is no new or empty folder; choose another", param_hint="--out")
    with open_store(db, create=False) as store:
        made = freeze(store, name, out, note)
    counts = ", ".join(f"{number} {held if number != 1 else held.removesuffix('s')}" for held, number in made.counts.items())
    typer.echo(f"{made.name}: {counts}, records sha256 {made.checksums['records']}")
    raise typer.Exit(DONE)
