"""`whowhom codebook`: what codes are there, and do the rules hold?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whowhom.cli.exits import DONE, SOME_FAILED


def codebook(
    what: Annotated[str | None, typer.Argument(metavar="CODE", help="A type, mode, context or rule to explain; or check.")] = None,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="With check: your own rules; ours by default.")] = None,
) -> None:
    """List and explain the codes, or check a folder of rules: every sentence of every rule is run."""
    from whowhom import codebook as knowledge
    from whowhom import faults as faults_of
    from whowhom import handbook

    if what == "check":
        if folder is not None and not folder.is_dir():
            raise typer.BadParameter(f"{folder} is not a folder", param_hint="FOLDER")
        faults = list(faults_of.check(folder))
        for fault in faults:
            typer.echo(fault)
        typer.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}", err=True)
        raise typer.Exit(SOME_FAILED if faults else DONE)
    book = knowledge.load()
    for line in handbook.explain(book, what) if what else handbook.overview(book):
        typer.echo(line)
