"""What did the coder read, and in which words? A story in the terminal, its events' words marked, every field with its rule."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from whowhom.model import Count, Date, Document, Event, Harm, Party, Place
from whowhom.read.language import is_english

COLOURS = ("bold red", "bold cyan", "bold green", "bold magenta", "bold yellow", "bold blue")
ROWS = 6  # words shown of one field; a much repeated deed has dozens
WIDTH = 110  # columns when the output is no terminal


def print_story(document: Document, events: tuple[Event, ...]) -> None:
    """Prints the story with numbered marks at its events' words, then a table of fields for each event."""
    console = Console(width=None if Console().is_terminal else WIDTH, highlight=False)
    head = document.title or document.path or document.id
    console.print(Text(head, style="bold"), Text(_known(document), style="dim"), sep="\n")
    console.print()
    console.print(marked(document.text, events))
    for number, event in enumerate(events, 1):
        console.print()
        console.print(table_of(number, event))
    if not events:
        console.print(
            "\nNo events." + ("" if is_english(document.text) else " The story seems not to be English, the one language that is read."), style="dim"
        )


def _known(document: Document) -> str:
    published = (
        f"published {document.published} ({document.published_from or 'given'})"
        if document.published
        else "no publication date: relative dates stay open"
    )
    return "  ".join(part for part in (document.source, document.author, published) if part)


def marked(text: str, events: tuple[Event, ...]) -> Text:
    """The story with each event's trigger words coloured and numbered."""
    marks: dict[int, tuple[int, list[int]]] = {}
    for number, event in enumerate(events, 1):
        for evidence in event.evidence:
            if evidence.field == "trigger":
                end, numbers = marks.get(evidence.span[0], (evidence.span[1], []))
                marks[evidence.span[0]] = max(end, evidence.span[1]), [*numbers, number] if number not in numbers else numbers
    found, at = Text(), 0
    for start, (end, numbers) in sorted(marks.items()):
        if start < at:
            continue
        found.append(text[at:start])
        found.append(text[start:end], style=COLOURS[(numbers[0] - 1) % len(COLOURS)] + " underline")
        found.append(f"[{','.join(map(str, numbers))}]", style="dim")
        at = end
    found.append(text[at:])
    return found


def table_of(number: int, event: Event) -> Table:
    """One event: field, value, the words it rests on, the rule that read them."""
    modes = f" ({', '.join(event.modes)})" if event.modes else ""
    state = "" if event.reality == "asserted" else f", {event.reality}"
    table = Table(
        title=f"[{number}] {event.type}{modes}{state}, {event.tense}",
        title_justify="left",
        title_style=COLOURS[(number - 1) % len(COLOURS)],
        expand=False,
    )
    for column in ("field", "value", "words", "rule"):
        table.add_column(column, overflow="fold")
    shown = set()
    for field, value in _values(event):
        for evidence in [each for each in event.evidence if each.field == field][:ROWS]:
            key = (field, evidence.quote, evidence.rule)
            if key in shown:
                continue
            shown.add(key)
            table.add_row("" if not value else field, value, evidence.quote, evidence.rule)
            value = ""
    for evidence in event.evidence:
        if "." in evidence.field or evidence.field == "reality":
            table.add_row(evidence.field, "", evidence.quote, evidence.rule, style="dim")
    return table


def _values(event: Event) -> Iterable[tuple[str, str]]:
    """The fields that the event states, in the order of the contract."""
    yield "trigger", event.trigger.text
    pairs = (
        ("actor", "; ".join(map(_party, event.actor))),
        ("recipient", "; ".join(map(_party, event.recipient))),
        ("date", _date(event.date)),
        ("place", _place(event.place)),
        ("means", "; ".join(f"{means.text} ({means.cls})" for means in event.means)),
        ("targets", "; ".join(f"{target.text} ({target.cls})" for target in event.targets)),
        ("harm", "; ".join(map(_harm, event.harm))),
        ("count", _count(event.count)),
        ("size", _count(event.size)),
        ("claims", "; ".join(f"{claim.claimant.name if claim.claimant else '?'} {claim.stance}" for claim in event.claims)),
        ("links", "; ".join(f"{link.kind} {link.event_id or link.text}" for link in event.links)),
    )
    yield from ((field, value) for field, value in pairs if value)


def _party(party: Party) -> str:
    known = ", ".join(part for part in (party.country, party.sector, party.title if party.title != party.text else None) if part)
    backers = f" backed by {', '.join(backer.country or backer.name for backer in party.backers)}" if party.backers else ""
    return f"{party.name}{f' [{known}]' if known else ''}{backers}"


def _date(date: Date | None) -> str:
    if date is None:
        return ""
    days = date.start or "…" if date.start == date.end else f"{date.start or '…'} to {date.end or '…'}"
    return f"{days} ({date.precision}, {date.basis})"


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    where = f" {place.lat}, {place.lon}" if place.lat is not None else ""
    known = place.where_prec is not None or place.geo_precision is not None
    precision = f"precision ACLED {place.geo_precision or '-'}, UCDP {place.where_prec or '-'}" if known else "in no table of places"
    return f"{place.name}{f' [{place.country}]' if place.country else ''}{where} ({precision})"


def _harm(harm: Harm) -> str:
    if harm.stated in ("none", "not-addressed"):
        return f"{harm.kind}: {harm.stated}"
    figures = f"{harm.low}" if harm.low == harm.high else f"{'?' if harm.low is None else harm.low}–{'?' if harm.high is None else harm.high}"
    teller = f" says {harm.claimant.name}" if harm.claimant else ""
    return f"{harm.kind} {figures} {harm.who}{teller}"


def _count(count: Count | None) -> str:
    return "" if count is None else f"{'?' if count.low is None else count.low}–{'?' if count.high is None else count.high}"
