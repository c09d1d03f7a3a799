"""How do events of a database look in a terminal? A table, one event a row."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from whowhom.model import Event, Party
from whowhom.store.reading import Stored
from whowhom.store.rows import toll_of

WIDTH = 150  # columns when the output is no terminal


def print_events(found: Iterable[Stored]) -> int:
    """Prints a table of events; returns how many there were. Nothing is printed for none."""
    table = Table(show_lines=False)
    for column in ("id", "day", "deed", "actor", "recipient", "place", "killed", "source"):
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    for stored in found:
        table.add_row(*_cells(stored))
    if table.row_count:
        Console(width=None if Console().is_terminal else WIDTH, highlight=False, markup=False).print(table)
    return table.row_count


def _cells(stored: Stored) -> tuple[str, ...]:
    event = stored.event
    place = event.place
    modes = f" ({', '.join(event.modes)})" if event.modes else ""
    reality = "" if event.reality == "asserted" else f", {event.reality}"
    return (
        event.event_id, _day(event), f"{event.type}{modes}{reality}", _names(event.actor), _names(event.recipient),
        f"{place.name}{f' [{place.country}]' if place.country else ''}" if place else "", _killed(event), stored.source or "",
    )  # fmt: skip


def _day(event: Event) -> str:
    day = event.date
    if day is None or (day.start is None and day.end is None):
        return ""
    return day.start or "…" if day.start == day.end else f"{day.start or '…'} to {day.end or '…'}"


def _names(parties: tuple[Party, ...]) -> str:
    return "; ".join(party.name for party in parties)


def _killed(event: Event) -> str:
    toll = toll_of(event.harm, "killed")
    if toll is None or toll.stated == "not-addressed":
        return ""
    if toll.low == toll.high:
        return str(toll.low or 0)
    return f"{'?' if toll.low is None else toll.low}–{'?' if toll.high is None else toll.high}"
