"""`whowhom chains`: what was the answer to what?"""

from __future__ import annotations

from typing import Annotated

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE

FORMATS = ("text", "jsonl")
KINDS = ("in-response-to", "caused-by", "follows")


def chains(
    db: Database = DEFAULT,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Links that count: in-response-to and caused-by by default, or follows too.")
    ] = None,
    least: Annotated[int, typer.Option("--least", min=2, metavar="N", help="Chains of at least so many incidents.")] = 2,
    country: Annotated[str | None, typer.Option(metavar="CODE|NAME", help="Chains in which something happened in this country.")] = None,
    release: Annotated[str | None, typer.Option(metavar="NAME", help="As it was in a release.")] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="To read, or one chain a line as JSON.")] = "text",
) -> None:
    """List chains of attack and answer: what reports call a response, a retaliation or a consequence, with the days between."""
    from whowhom.incident_view import chain_as_json, print_chains
    from whowhom.store import codes
    from whowhom.store import incidents as stored
    from whowhom.store.database import open_store
    from whowhom.store.reading import revision_of

    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    if wrong := [each for each in kind or () if each not in KINDS]:
        raise typer.BadParameter(f"{wrong[0]!r} is not one of {', '.join(KINDS)}", param_hint="--kind")
    where = set(codes.countries([country])) if country else set()
    with open_store(db, create=False) as store:
        at = revision_of(store, release)
        with store.reading() as connection:
            found = stored.chains(connection, tuple(kind or stored.ANSWERS), least, at)
        if where:
            found = [chain for chain in found if where & stored.countries_of(chain)]
        if format_ == "jsonl":
            for chain in found:
                typer.echo(chain_as_json(chain))
        else:
            print_chains(found)
            typer.echo(f"{len(found)} {'chain' if len(found) == 1 else 'chains'}", err=True)
    raise typer.Exit(DONE)
