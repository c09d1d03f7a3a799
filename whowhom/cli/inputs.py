"""What do verbs that read stories take? Inputs and a publication day, checked alike."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whowhom.cli.exits import WRONG_USAGE

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Pages, texts, .jsonl files, folders, or - for standard input.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication day (YYYY-MM-DD) of stories that state none.")]
OwnActors = Annotated[Path | None, typer.Option("--actors", metavar="FILE", help="Your own table of actors (CSV); its names go before ours.")]


OwnRules = Annotated[Path | None, typer.Option("--codebook", metavar="FOLDER", help="Your own rules, added to ours or in their place.")]
Model = Annotated[bool, typer.Option("--model/--no-model", help="With the learned classifier of relations, or by rules alone.")]


def check_codebook(folder: Path | None) -> None:
    """Refuses what is no folder of rules, as wrong usage. A rule that is not well formed is told with file and line."""
    if folder is None:
        return
    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is not a folder", param_hint="--codebook")
    from whowhom import codebook
    from whowhom.errors import CodebookError

    if not codebook.rule_files(folder):
        raise typer.BadParameter(f"{folder} holds no .yaml files of rules, nor does a folder `events` in it", param_hint="--codebook")
    try:
        codebook.load(folder)
    except CodebookError as error:
        typer.echo(f"whowhom: {error}. `whowhom codebook check {folder}` lists all faults", err=True)
        raise typer.Exit(WRONG_USAGE) from None


def check_actors(actors: Path | None) -> None:
    """Refuses what is no file, as wrong usage. Raises CodebookError, with file and line, for a table that is not well formed."""
    if actors is None:
        return
    if not actors.is_file():
        raise typer.BadParameter(f"{actors} is not a file", param_hint="--actors")
    from whowhom import gazetteer

    gazetteer.load(actors=actors)


def check_day(published: str | None, option: str = "--published") -> None:
    """Refuses what is no day, as wrong usage."""
    from whowhom.read.story import is_day

    if published is not None and not is_day(published):
        raise typer.BadParameter(f"{published!r} is not a day; write YYYY-MM-DD", param_hint=option)
