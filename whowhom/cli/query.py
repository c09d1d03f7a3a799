"""`whowhom query`: which events does the database hold?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE
from whowhom.cli.filters import filtered

if TYPE_CHECKING:
    from whowhom.store.filters import Filter

FORMATS = ("table", "jsonl", "count")
ROWS = 50  # of a table: two screens


@filtered
def query(
    asked: Filter,
    db: Database = DEFAULT,
    release: Annotated[str | None, typer.Option(metavar="NAME", help="As it was in a release.")] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="A table to read, records to work with, or their number.")
    ] = "table",
    limit: Annotated[int | None, typer.Option(min=0, metavar="N", help=f"At most so many, 0 for all; a table has {ROWS} rows by default.")] = None,
) -> None:
    """Find events by day, place, party, source, toll, reality or the words of their story."""
    from whowhom.store import reading
    from whowhom.store.database import open_store

    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    with open_store(db, create=False) as store:
        at = reading.revision_of(store, release)
        if format_ == "count":
            typer.echo(reading.count(store, asked, at))
        elif format_ == "jsonl":
            for stored in reading.read(store, asked, at, limit or None):
                typer.echo(stored.record)
        else:
            from whowhom.listing import print_events

            most = ROWS if limit is None else limit or None
            shown = print_events(reading.read(store, asked, at, most))
            found = shown if most is None or shown < most else reading.count(store, asked, at)
            more = f", {shown} of them shown (--limit 0 shows all)" if shown < found else ""
            typer.echo(f"{found} {'event' if found == 1 else 'events'}{more}", err=True)
    raise typer.Exit(DONE)
