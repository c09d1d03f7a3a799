"""Which database does a command mean? A file, a URL, what WHOWHOM_DB names, or events.db in this folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

DEFAULT = "events.db"
VARIABLE = "WHOWHOM_DB"  # a URL with a password does not belong on a command line that others can list
STORIES = (".html", ".htm", ".txt", ".md", ".jsonl", ".gz", ".csv")

Database = Annotated[str, typer.Option("--db", metavar="FILE|URL", envvar=VARIABLE, help="The database: a file, or a postgresql:// URL.")]


def spell_out(arguments: list[str]) -> list[str]:
    """The arguments with a name put behind a --db that has none: WHOWHOM_DB's, or events.db."""
    named = f"--db={os.environ.get(VARIABLE) or DEFAULT}"
    after = [*arguments[1:], "-"]
    return [named if each == "--db" and following.startswith("-") else each for each, following in zip(arguments, after, strict=False)]


def check_database(where: str) -> str:
    """Refuses a story given for a database, as it happens when an input follows a bare --db."""
    if where.lower().endswith(STORIES) or Path(where).is_dir():
        raise typer.BadParameter(f"{where} is no database; write --db=FILE, or put --db last", param_hint="--db")
    return where
