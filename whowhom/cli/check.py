"""`whowhom check`: does the database hold together?"""

from __future__ import annotations

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE, SOME_FAILED


def check(db: Database = DEFAULT) -> None:
    """Check a database: its file, every quote against its story, columns against records, counts, orphans."""
    from whowhom.store.check import Seen
    from whowhom.store.check import check as faults_of
    from whowhom.store.database import open_store

    seen, faults = Seen(), 0
    with open_store(db, create=False) as store:
        for fault in faults_of(store, seen):
            faults += 1
            typer.echo(f"{fault.where}: {fault.what}")
    typer.echo(f"{seen.documents} documents, {seen.events} events, {seen.quotes} quotes, {faults} {'fault' if faults == 1 else 'faults'}", err=True)
    if seen.orphaned:
        typer.echo(f"{seen.orphaned} of the judgements in force no longer find their event; whowhom review log --orphans lists them", err=True)
    raise typer.Exit(SOME_FAILED if faults else DONE)
