"""`whowhom code`: stories in, events out: to standard output, a file or a database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.cli.database import check_database
from whowhom.cli.exits import DONE, SOME_FAILED
from whowhom.cli.inputs import Inputs, Model, OwnActors, OwnRules, Published, check_actors, check_codebook, check_day
from whowhom.cli.terminal import Counts, check_out, output, progress

if TYPE_CHECKING:
    from whowhom.coder import Setup


def code(
    inputs: Inputs,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write; standard output by default. The ending gives the format.")] = None,
    db: Annotated[
        str | None, typer.Option(metavar="[FILE|URL]", help="Store stories and events in a database; events.db where none is named.")
    ] = None,
    unmerged: Annotated[
        bool, typer.Option("--no-merge", help="With --db: leave new events out of incidents; whowhom merge joins them later.")
    ] = False,
    published: Published = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="jsonl|csv", help="Format of the output.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes that code.")] = 1,
    codebook: OwnRules = None,
    actors: OwnActors = None,
    model: Model = True,
) -> None:
    """Code stories into events, one JSON object a line (or CSV), or into a database."""
    from whowhom.coder import Setup
    from whowhom.read.story import count_stories, left_out

    check_day(published)
    if db is not None and (out is not None or format_ is not None):
        raise typer.BadParameter("a run writes to a database or to a file; whowhom export writes files from a database", param_hint="--db")
    check_codebook(codebook)
    check_actors(actors)
    setup = Setup(codebook=codebook, actors=actors, model=model)
    counts = Counts(count_stories(inputs) if sys.stderr.isatty() else None)
    if db is not None:
        _into_database(check_database(db), inputs, published, workers, setup, counts, not unmerged)
    else:
        _into_file(out, format_, inputs, published, workers, setup, counts)
    typer.echo(counts.line(), err=True)
    if others := left_out(inputs):
        typer.echo(f"left out of folders, as no stories: {', '.join(f'{number} {ending}' for ending, number in others.most_common(5))}", err=True)
    raise typer.Exit(SOME_FAILED if counts.errors else DONE)


def _into_file(out: Path | None, format_: str | None, inputs: list[str], published: str | None, workers: int, setup: Setup, counts: Counts) -> None:
    from whowhom.read.story import read_inputs
    from whowhom.run.local import code_documents
    from whowhom.store.export import WRITERS

    check_out(out, format_, [f".{name}" for name in WRITERS])
    kind = format_ or (out.suffix.lstrip(".").lower() if out and out.suffix.lstrip(".").lower() in WRITERS else "jsonl")
    if kind not in WRITERS:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(WRITERS)}", param_hint="--format")
    with output(out) as file, progress(counts) as tick:
        write = WRITERS[kind](file)
        for coded in code_documents(read_inputs(inputs, published), workers, setup):
            if coded.error is not None:
                counts.errors += 1
                tick.complain(str(coded.error))
            else:
                counts.stories += 1
                counts.events += len(coded.events)
                counts.foreign += coded.is_foreign
                for event in coded.events:
                    write(event)
            tick()
        file.flush()


def _into_database(db: str, inputs: list[str], published: str | None, workers: int, setup: Setup, counts: Counts, merging: bool) -> None:
    from whowhom.cli.merge import merge_waiting
    from whowhom.run.filling import fill
    from whowhom.store.database import open_store

    with open_store(db) as store:
        with progress(counts) as tick:
            for filled in fill(store, inputs, published, workers, setup):
                if filled.error is not None:
                    counts.errors += 1
                    tick.complain(str(filled.error))
                elif filled.landed == "unchanged":
                    counts.unchanged += 1
                else:
                    counts.stories += 1
                    counts.events += filled.events
                    counts.foreign += filled.is_foreign
                tick()
        if merging:
            merge_waiting(store)
