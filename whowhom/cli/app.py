"""Which verbs are there, and how does a command end? A new verb is a module of this folder and a line of VERBS."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from whowhom.cli.database import spell_out
from whowhom.cli.exits import DONE, INTERRUPTED, SOME_FAILED, WRONG_USAGE
from whowhom.errors import CodebookError, QuestionError, WhowhomError

VERBS = (  # in the order in which --help lists them; each module holds a function of its name, or a typer app for verbs of its own
    "code",
    "explain",
    "codebook",
    "query",
    "merge",
    "incidents",
    "chains",
    "review",
    "export",
    "release",
    "changes",
    "check",
    "actors",
    "places",
    "relate",
)

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Reads the news and writes down who did what to whom.")


@app.callback(invoke_without_command=True)
def _main(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    if version:
        from whowhom.coder import Coder

        typer.echo(Coder().name)
        raise typer.Exit(DONE)


for verb in VERBS:
    found = getattr(import_module(f"whowhom.cli.{verb}"), verb)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=verb)
    else:
        app.command(verb)(found)


def main() -> None:
    """Entry point of the console script."""
    try:
        app(spell_out(sys.argv[1:]))
    except (QuestionError, CodebookError) as error:  # rules and tables are the user's own: ours are proved by the tests
        typer.echo(f"whowhom: {error}", err=True)
        sys.exit(WRONG_USAGE)
    except WhowhomError as error:
        typer.echo(f"whowhom: {error}", err=True)
        sys.exit(SOME_FAILED)
    except KeyboardInterrupt:
        _stopped()
    except BrokenPipeError:
        _let_go()
    except SystemExit as end:
        if end.code == INTERRUPTED:  # the command line's library has caught it
            _stopped()
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        _let_go()  # the command line's library makes a failure of it


def _stopped() -> NoReturn:
    typer.echo("whowhom: stopped; what was written so far is kept", err=True)
    sys.exit(INTERRUPTED)


def _let_go() -> None:
    """Whoever read our output has read enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(DONE)
