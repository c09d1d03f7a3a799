"""`whowhom incidents`: what happened, by all who reported it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.cli.database import DEFAULT, Database
from whowhom.cli.exits import DONE

if TYPE_CHECKING:
    from sqlalchemy import Connection

FORMATS = ("table", "jsonl")
ROWS = 50  # of a table: two screens
Many = list[str] | None


def incidents(
    incident_id: Annotated[
        str | None, typer.Argument(metavar="ID", help="Show one incident whole: every report, claim, difference and why it joined.")
    ] = None,
    db: Database = DEFAULT,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Incidents on this day or later.")] = None,
    to: Annotated[str | None, typer.Option(metavar="DATE", help="Incidents on this day or earlier.")] = None,
    country: Annotated[Many, typer.Option(metavar="CODE|NAME", help="Where it happened; may be given more than once.")] = None,
    type_: Annotated[Many, typer.Option("--type", metavar="TYPE", help="PLOVER's type; may be given more than once.")] = None,
    party: Annotated[str | None, typer.Option(metavar="NAME|CODE", help="Who did it or to whom.")] = None,
    dead: Annotated[int | None, typer.Option(min=0, metavar="N", help="At least so many killed.")] = None,
    sources: Annotated[int | None, typer.Option(min=1, metavar="N", help="Told by at least so many independent sources.")] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Whose reports differ in day, place, type, reality or toll.")] = False,
    rejected: Annotated[bool, typer.Option("--rejected", help="Those too that a reviewer rejected.")] = False,
    toll: Annotated[str | None, typer.Option(metavar="RULE", help="How the best toll is chosen: latest, most-sources, official, lowest.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, metavar="N", help=f"At most so many, 0 for all; a table has {ROWS} rows by default.")] = None,
    release: Annotated[str | None, typer.Option(metavar="NAME", help="As it was in a release.")] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="A table to read or records to work with.")] = "table",
) -> None:
    """List incidents (one deed, all its reports), or show one with everything that is known of it."""
    from whowhom.merge.figures import TOLL_RULES
    from whowhom.store import codes
    from whowhom.store import incidents as stored
    from whowhom.store.database import open_store
    from whowhom.store.reading import revision_of

    if format_ not in FORMATS:
        raise typer.BadParameter(f"{format_!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    if toll is not None and toll not in TOLL_RULES:
        raise typer.BadParameter(f"{toll!r} is not one of {', '.join(TOLL_RULES)}", param_hint="--toll")
    asked = stored.Asked(
        start=_day(from_, "--from"), end=_day(to, "--to"), country=codes.countries(country or ()),
        type=codes.types(type_ or ()), dead=dead, sources=sources, disputed=disputed, rejected=rejected, party=party,
    )  # fmt: skip
    with open_store(db, create=False) as store:
        at = revision_of(store, release)
        with store.reading() as connection:
            _tell_waiting(connection)
            if incident_id is not None:
                _show(connection, incident_id, toll, at, format_)
            else:
                _list(connection, asked, toll, at, format_, limit)
    raise typer.Exit(DONE)


def _day(text: str | None, option: str) -> str | None:
    from whowhom.cli.inputs import check_day

    check_day(text, option)
    return text


def _tell_waiting(connection: Connection) -> None:
    from whowhom.store.merging import waiting

    if count := waiting(connection):
        typer.echo(f"{count} {'event is' if count == 1 else 'events are'} not merged yet; run whowhom merge", err=True)


def _list(connection: Connection, asked: object, toll: str | None, at: int | None, format_: str, limit: int | None) -> None:
    from whowhom.incident_view import print_incidents, with_toll
    from whowhom.store import incidents as stored

    most = (ROWS if limit is None and format_ == "table" else limit) or None
    found = (with_toll(each, toll) for each in stored.listed(connection, asked, most, at))  # type: ignore[arg-type]
    if format_ == "jsonl":
        for each in found:
            typer.echo(each.as_json())
    else:
        shown = print_incidents(found)
        more = " (the first; --limit 0 shows all)" if shown == most else ""
        typer.echo(f"{shown} {'incident' if shown == 1 else 'incidents'}{more}", err=True)


def _show(connection: Connection, incident_id: str, toll: str | None, at: int | None, format_: str) -> None:
    from whowhom.errors import QuestionError
    from whowhom.incident_view import print_incident, with_toll
    from whowhom.store import incidents as stored

    found = stored.incident(connection, incident_id, at)
    fates = stored.fate(connection, incident_id)
    if found is None and (heir := stored.current_id(connection, incident_id)):
        typer.echo(f"{incident_id} was merged into {heir}", err=True)
        found = stored.incident(connection, heir, at)
    if found is None:
        last = f"; it was {fates[-1].fate}: {fates[-1].reason}" if fates else ""
        raise QuestionError(incident_id, f"there is no such incident{last}")
    found = with_toll(found, toll)
    if format_ == "jsonl":
        typer.echo(found.as_json())
    else:
        print_incident(found, stored.answers_of(connection, found.incident_id, at), fates)
