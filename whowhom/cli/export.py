"""`whowhom export`: the events of a database as a file of any format of the field."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE
from whowhom.cli.filters import filtered
from whowhom.cli.terminal import check_out

if TYPE_CHECKING:
    from whowhom.store.filters import Filter

FORMATS = "csv|actors|jsonl|parquet|geojson|plover|polecat|acled|ucdp"


@filtered
def export(
    asked: Filter,
    db: Database = DEFAULT,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write; standard output by default. The ending may give the format.")
    ] = None,
    format_: Annotated[str | None, typer.Option("--format", metavar=FORMATS, help="Format; csv by default.")] = None,
    release: Annotated[str | None, typer.Option(metavar="NAME", help="As it was in a release.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Leave cells as they are that a spreadsheet would run as formulas.")] = False,
) -> None:
    """Export events, with a data dictionary and a citation beside the file."""
    from whowhom.store.database import open_store
    from whowhom.store.export.views import SUFFIXES, VIEWS
    from whowhom.store.publishing import export_file, export_stream

    check_out(out, format_, SUFFIXES)
    kind = format_ or (SUFFIXES.get(out.suffix.lower()) if out else None) or "csv"
    if kind not in VIEWS:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(VIEWS)}", param_hint="--format")
    if out is None and kind == "parquet":
        raise typer.BadParameter("Parquet is written to a file; name one", param_hint="--out")
    with open_store(db, create=False) as store:
        if out is None:
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            written = export_stream(store, kind, asked, sys.stdout, release, plain)
        else:
            written = export_file(store, kind, asked, out, release, plain)
    rows = "" if written.rows == written.events else f", {written.rows} {'row' if written.rows == 1 else 'rows'}"
    left = f", {written.left_out} left out that {kind} does not record" if written.left_out else ""
    typer.echo(f"{written.events} {'event' if written.events == 1 else 'events'}{rows}{left}", err=True)
    raise typer.Exit(DONE)
