"""`whowhom review`: what do people say of the coder's work?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE

if TYPE_CHECKING:
    from whowhom.merge.judgements import Judgement, Verb

FORMATS = ("text", "jsonl")
Reference = Annotated[str, typer.Argument(metavar="ID", help="An event or an incident.")]
Who = Annotated[str, typer.Option("--who", envvar="WHOWHOM_REVIEWER", metavar="NAME", help="Who judges; the user's name by default.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason, for those who come after.")]
Seen = Annotated[
    int | None,
    typer.Option("--seen", min=0, metavar="N", help="The last judgement of this subject that you know of; refused if there is a later one."),
]

review = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Judge events and incidents. Judgements are kept apart from what was coded, survive coding anew and can be undone.",
)


def _user() -> str:
    from getpass import getuser

    return getuser()


def _judge(
    db: str, verb: Verb, who: str, why: str | None, seen: int | None, *references: str, field: str | None = None, value: str | None = None
) -> None:
    from whowhom.store.database import open_store
    from whowhom.store.judging import Opinion, judge

    with open_store(db, create=False) as store:
        for entry in judge(store, Opinion(verb, who or _user(), why, field, value, seen), *references):
            typer.echo(_line(entry))
    raise typer.Exit(DONE)


@review.command()
def accept(reference: Reference, db: Database = DEFAULT, who: Who = "", why: Why = None, seen: Seen = None) -> None:
    """Say that an event or incident is right."""
    _judge(db, "accept", who, why, seen, reference)


@review.command()
def reject(reference: Reference, db: Database = DEFAULT, who: Who = "", why: Why = None, seen: Seen = None) -> None:
    """Say that it is wrong: it is left out of queries, exports and figures."""
    _judge(db, "reject", who, why, seen, reference)


@review.command()
def correct(
    reference: Reference,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="type, modes, reality, tense, date, place, actor, recipient, killed, wounded, …")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The right value; - for none. date: DAY or DAY..DAY; killed: 12, 10-15, 10+ or 0.")],
    db: Database = DEFAULT,
    who: Who = "",
    why: Why = None,
    seen: Seen = None,
) -> None:
    """Put a field right. place: NAME, COUNTRY, LAT, LON; actor: NAME, COUNTRY, SECTOR; NAME, …"""
    _judge(db, "correct", who, why, seen, reference, field=field, value=value)


@review.command()
def same(
    one: Reference,
    other: Annotated[str, typer.Argument(metavar="ID", help="Another event or incident.")],
    db: Database = DEFAULT, who: Who = "", why: Why = None, seen: Seen = None,
) -> None:  # fmt: skip
    """Say that two events or incidents are one deed: they are joined, whatever their likeness."""
    _judge(db, "same", who, why, seen, one, other)


@review.command()
def different(
    one: Reference,
    other: Annotated[str, typer.Argument(metavar="ID", help="Another event, or the incident it does not belong to.")],
    db: Database = DEFAULT, who: Who = "", why: Why = None, seen: Seen = None,
) -> None:  # fmt: skip
    """Say that two events or incidents are not one deed: they are kept apart from now on."""
    _judge(db, "different", who, why, seen, one, other)


@review.command()
def note(
    reference: Reference,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What others should know.")],
    db: Database = DEFAULT, who: Who = "", why: Why = None,
) -> None:  # fmt: skip
    """Leave a note; nothing else changes."""
    _judge(db, "note", who, why, None, reference, value=text)


@review.command()
def undo(
    judgement: Annotated[int, typer.Argument(metavar="NUMBER", help="The number that the log gives it.")],
    db: Database = DEFAULT, who: Who = "", why: Why = None,
) -> None:  # fmt: skip
    """Take a judgement out of force. An undoing can be undone too."""
    from whowhom.store import judging
    from whowhom.store.database import open_store

    with open_store(db, create=False) as store:
        typer.echo(_line(judging.undo(store, judgement, who or _user(), why)))
    raise typer.Exit(DONE)


@review.command()
def log(
    reference: Annotated[str | None, typer.Argument(metavar="[ID]", help="The judgements of one event or incident; all by default.")] = None,
    db: Database = DEFAULT,
    orphans: Annotated[bool, typer.Option("--orphans", help="Those whose event is gone: its report, its words, or what was coded there.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many, the newest first.")] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="To read, or one judgement a line as JSON.")] = "text",
) -> None:
    """List judgements, the newest first: number, day, who, what, why."""
    from whowhom.store import judging, verdicts
    from whowhom.store.database import open_store

    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    with open_store(db, create=False) as store, store.reading() as connection:
        found = verdicts.orphans(connection)[::-1][:limit] if orphans else judging.log(connection, reference, limit)
        for entry in found:
            typer.echo(entry.model_dump_json() if format_ == "jsonl" else _line(entry))
        typer.echo(f"{len(found)} {'judgement' if len(found) == 1 else 'judgements'}", err=True)
    raise typer.Exit(DONE)


def _line(entry: Judgement) -> str:
    """A judgement on one line: its number for undo, when, who, what, of what, why."""
    of = f" “{entry.anchors[0].quote}” in {entry.anchors[0].doc_id}" if entry.anchors else ""
    what = {"correct": f"correct {entry.field} to {entry.value}", "note": f"note: {entry.value}", "undo": f"undo {entry.undoes}"}.get(
        entry.verb, entry.verb
    )
    return f"{entry.key}  {entry.at}  {entry.who}  {what}  [{entry.subject}, {entry.number}]{of}{f': {entry.why}' if entry.why else ''}"
