"""`whowhom actors`: whom do the tables know by these words?"""

from __future__ import annotations

from typing import Annotated

import typer

from whowhom.cli.exits import DONE, SOME_FAILED
from whowhom.cli.inputs import OwnActors, check_actors, check_day

SHOWN = 20  # rows; a screen


def actors(
    search: Annotated[str, typer.Argument(metavar="SEARCH", help="Words of a name, an alias or an office.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Only rows in force on this day (YYYY-MM-DD).")] = None,
    actors_: OwnActors = None,
    all_: Annotated[bool, typer.Option("--all", help=f"Show every row found, not the first {SHOWN}.")] = False,
) -> None:
    """Look an actor up: name, country, sector, office or kind, dates, backers, aliases."""
    from whowhom import gazetteer, roster

    check_day(on, "--on")
    check_actors(actors_)
    found = roster.search(gazetteer.actor_rows(actors_), search, on)
    for row in found if all_ else found[:SHOWN]:
        typer.echo(roster.line(row))
    hidden = 0 if all_ else max(0, len(found) - SHOWN)
    if hidden:
        typer.echo(f"{hidden} more; --all shows them", err=True)
    if not found:
        typer.echo(f"no actor is known by {search!r}", err=True)
    raise typer.Exit(DONE if found else SOME_FAILED)
