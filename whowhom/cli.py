"""The command line: `whowhom code`, `whowhom explain`. Thin: it reads, hands on, writes, counts."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer

from whowhom.errors import WhowhomError

DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
PROGRESS_AFTER = 1.0  # seconds of work before a progress bar is worth its place

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, help="Reads the news and writes down who did what to whom.")

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT…", help="Pages, texts, .jsonl files, folders, or - for standard input.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication day (YYYY-MM-DD) of stories that state none.")]


@app.callback(invoke_without_command=True)
def _main(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    if version:
        from whowhom.coder import Coder

        typer.echo(Coder().name)
        raise typer.Exit(DONE)


@app.command()
def code(
    inputs: Inputs,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write; standard output by default. The ending gives the format.")] = None,
    published: Published = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="jsonl|csv", help="Format of the output.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes that code.")] = 1,
    codebook_: Annotated[Path | None, typer.Option("--codebook", metavar="FOLDER", help="Your own rules, added to ours or in their place.")] = None,
) -> None:
    """Code stories into events, one JSON object a line (or CSV)."""
    from whowhom.read.story import count_stories, read_inputs
    from whowhom.run.local import code_documents
    from whowhom.store.export import WRITERS

    _check_day(published)
    if codebook_ is not None and not codebook_.is_dir():
        raise typer.BadParameter(f"{codebook_} is not a folder", param_hint="--codebook")
    kind = format_ or (out.suffix.lstrip(".").lower() if out and out.suffix.lstrip(".").lower() in WRITERS else "jsonl")
    if kind not in WRITERS:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(WRITERS)}", param_hint="--format")
    counts = Counts(count_stories(inputs) if sys.stderr.isatty() else None)
    with _output(out) as file, _progress(counts) as tick:
        write = WRITERS[kind](file)
        for coded in code_documents(read_inputs(inputs, published), workers, codebook_):
            if coded.error is not None:
                counts.errors += 1
                tick.complain(str(coded.error))
            else:
                counts.stories += 1
                counts.events += len(coded.events)
                for event in coded.events:
                    write(event)
            tick()
        file.flush()
    typer.echo(counts.line(), err=True)
    raise typer.Exit(SOME_FAILED if counts.errors else DONE)


@app.command()
def codebook(
    what: Annotated[str | None, typer.Argument(metavar="[CODE]", help="A type, mode, context or rule to explain; or check.")] = None,
    folder: Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="With check: your own rules; ours by default.")] = None,
) -> None:
    """List and explain the codes, or check a folder of rules: every sentence of every rule is run."""
    from whowhom import codebook as knowledge
    from whowhom import handbook

    if what == "check":
        if folder is not None and not folder.is_dir():
            raise typer.BadParameter(f"{folder} is not a folder", param_hint="FOLDER")
        faults = list(handbook.check(folder))
        for fault in faults:
            typer.echo(fault)
        typer.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}", err=True)
        raise typer.Exit(SOME_FAILED if faults else DONE)
    book = knowledge.load()
    for line in handbook.explain(book, what) if what else handbook.overview(book):
        typer.echo(line)


@app.command()
def explain(inputs: Inputs, published: Published = None) -> None:
    """Show a story with the words of its events marked, and every field with its words and the rule that read them."""
    from whowhom.explain import print_story
    from whowhom.read.story import read_inputs
    from whowhom.run.local import code_documents

    _check_day(published)
    failed = False
    for coded in code_documents(read_inputs(inputs, published)):
        if coded.error is not None or coded.document is None:
            failed = True
            typer.echo(f"whowhom: {coded.error}", err=True)
        else:
            print_story(coded.document, coded.events)
    raise typer.Exit(SOME_FAILED if failed else DONE)


def _check_day(published: str | None) -> None:
    from whowhom.read.story import is_day

    if published is not None and not is_day(published):
        raise typer.BadParameter(f"{published!r} is not a day; write YYYY-MM-DD", param_hint="--published")


class Counts:
    """What has been done so far."""

    def __init__(self, total: int | None = None) -> None:
        self.stories = self.events = self.errors = 0
        self.total = total  # stories to come, where known
        self.started = time.monotonic()

    def line(self) -> str:
        seconds = max(time.monotonic() - self.started, 1e-6)
        return (
            f"{self.stories} {'story' if self.stories == 1 else 'stories'}, {self.events} {'event' if self.events == 1 else 'events'}, "
            f"{self.errors} {'error' if self.errors == 1 else 'errors'}, {self.stories / seconds:.1f} stories/s"
        )

    def remaining(self) -> str:
        """The seconds still to go at the rate so far; nothing where the total is not known."""
        done = self.stories + self.errors
        if not self.total or not done:
            return ""
        seconds = (time.monotonic() - self.started) / done * max(self.total - done, 0)
        return f", {done} of {self.total}, {seconds:.0f} s to go"


class _Tick:
    """Shows progress on a terminal once there is more than a second's work; silent in a pipe."""

    def __init__(self, counts: Counts) -> None:
        self.counts, self.shown = counts, 0.0

    def __call__(self) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.counts.started > PROGRESS_AFTER and now - self.shown > 0.2:
            self.shown = now
            sys.stderr.write(f"\r\x1b[K{self.counts.line()}{self.counts.remaining()}")
            sys.stderr.flush()

    def clear(self) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            self.shown = 0.0

    def complain(self, text: str) -> None:
        self.clear()
        typer.echo(f"whowhom: {text}", err=True)


@contextmanager
def _progress(counts: Counts) -> Iterator[_Tick]:
    tick = _Tick(counts)
    try:
        yield tick
    finally:
        tick.clear()


@contextmanager
def _output(out: Path | None) -> Iterator[IO[str]]:
    """The file to write, or standard output. A file is put in place only when whole; cut short, it stays beside as .part."""
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        return
    part = out.with_name(out.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(out)
    except OSError as error:
        raise WhowhomError(f"{out}: it cannot be written ({error.strerror}). Choose another --out") from None


def main() -> None:
    """Entry point of the console script."""
    try:
        app()
    except WhowhomError as error:
        typer.echo(f"whowhom: {error}", err=True)
        sys.exit(SOME_FAILED)
    except KeyboardInterrupt:
        typer.echo("whowhom: stopped; what was written so far is kept", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)


if __name__ == "__main__":
    main()
