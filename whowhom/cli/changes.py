"""`whowhom changes`: what is different since a release?"""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE

FORMATS = ("text", "jsonl")


def changes(
    since: Annotated[str, typer.Option(metavar="RELEASE", help="The release to compare with.")],
    db: Database = DEFAULT,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="Lines to read, or records to work with.")] = "text",
) -> None:
    """List what was added, changed, merged and removed since a release, with reasons."""
    from whowhom.store.changes import changes as changes_since
    from whowhom.store.database import open_store

    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    counts: Counter[str] = Counter()
    with open_store(db, create=False) as store:
        for change in changes_since(store, since):
            counts[change.kind] += 1
            if format_ == "jsonl":
                typer.echo(change.as_json())
            else:
                where = f" of {change.doc_id}" if change.doc_id else ""
                fields = f" ({', '.join(change.fields)})" if change.fields else ""
                typer.echo(f"{change.kind} {change.what} {change.id}{where}: {change.reason}{fields}")
    typer.echo(", ".join(f"{number} {kind}" for kind, number in sorted(counts.items())) or "nothing changed", err=True)
    raise typer.Exit(DONE)
