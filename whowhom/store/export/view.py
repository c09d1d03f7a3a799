"""What is a view of the events? A name, its columns with their meaning, the rows of an event, and what it loses of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from whowhom.model import Date, Event, Harm, Party

Cell = str | int | float | None
Cells = dict[str, Cell]


class Told(Protocol):
    """An event with what is known of its report."""

    @property
    def event(self) -> Event: ...
    @property
    def title(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def incident(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class View:
    """`rows`: those of one event, none where the view does not record it. `columns`: name and meaning, in order. `shape`: how rows are written."""

    shape: str
    columns: tuple[tuple[str, str], ...]
    rows: Callable[[Told], Iterable[dict[str, Any]]]
    loses: str

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.columns]


def joined(values: Iterable[str | None], between: str = "; ") -> str:
    """The values that are there, each once."""
    return between.join(dict.fromkeys(value for value in values if value))


def names(parties: Iterable[Party]) -> str:
    return joined(party.name for party in parties)


def day_of(date: Date | None) -> str | None:
    """The first day that is known."""
    return (date.start or date.end) if date else None


def quotes(event: Event) -> str:
    """The words that name the deed."""
    return joined((each.quote for each in event.evidence if each.field == "trigger"), " … ")


def first_known(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def figures(toll: Harm) -> tuple[int, int, int]:
    """Low, best and high of a toll for schemas that know no blank: an open side takes the nearest figure."""
    low = first_known(toll.low, toll.best, toll.high, 0)
    best = first_known(toll.best, toll.low, toll.high, 0)
    high = first_known(toll.high, toll.best, toll.low, 0)
    return low or 0, best or 0, high or 0
