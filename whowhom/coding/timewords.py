"""What is a time expression? Its words as they stand, the wordings that are known, and who makes days of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from whowhom.model import Basis, Precision

if TYPE_CHECKING:
    from whowhom.parse.tree import Span

DAY = timedelta(days=1)
Interval = tuple[date | None, date | None]
UNKNOWN: Interval = (None, None)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression as it stands; `resolve` makes days of it."""

    span: Span
    text: str
    kind: str
    match: re.Match[str]
    is_past: bool = False  # "by Friday they had left": a limit that lies behind
    shift: int = 0  # days by which the local day is later than the one told in Greenwich time

    def resolve(self, today: date | None, future: bool, event: date | None = None, inverted: bool = False) -> tuple[Interval, Precision, Basis]:
        """First and last day, precision, basis; days are None where the anchor is not known.

        `event`: the day that a time relative to another deed counts from, backwards if `inverted`.
        """
        by = self.match.group()[:3].lower() == "by " and not self.is_past  # a limit is ahead unless something was done by then
        found = READERS[self.kind](self.match, today, future or by, event)
        start, end = found[0]
        if self.shift and found[1] == "day":
            return (start and start + self.shift * DAY, end and end + self.shift * DAY), found[1], found[2]
        if not inverted or event is None or start is None or end is None:
            return found
        return (event - (end - event), event - (start - event)), found[1], found[2]

    @property
    def way(self) -> str:
        """The word that tells in which direction a time counts from another deed: "after", "earlier"; empty for others."""
        return (self.match.groupdict().get("way") or "").lower()

    @property
    def unit(self) -> str:
        """The unit that a time relative to another deed counts in; a day where it names none."""
        return (self.match.groupdict().get("unit") or "day").lower()

    @property
    def opens_clause(self) -> bool:
        """Whether the deed that it counts from follows: "two days after the attack", not "two days after." """
        rest = self.match.string[self.match.end() :].lstrip()
        return self.way in ("after", "before") and bool(rest) and (rest[0].isalnum() or rest[0] in "“\"'‘")


Reader = Callable[[re.Match[str], "date | None", bool, "date | None"], tuple[Interval, Precision, Basis]]
READERS: dict[str, Reader] = {}


class Wording(NamedTuple):
    """A kind of time expression, how it is written, and the hints (lower case) of which one stands in every text that has such an expression."""

    kind: str
    pattern: re.Pattern[str]
    hints: frozenset[str]


WORDINGS: list[Wording] = []


def reads(pattern: str, *hints: str) -> Callable[[Reader], Reader]:
    """Registers a reader for a wording; earlier ones go first.

    hints: what a text of such a wording must hold, one of them at least, in lower case; where none stands the wording is not looked for.
    """

    def register(reader: Reader) -> Reader:
        kind = f"{reader.__name__.strip('_')}{len(WORDINGS)}"
        READERS[kind] = reader
        WORDINGS.append(Wording(kind, re.compile(rf"(?<![\w-]){pattern}(?![\w])", re.IGNORECASE), frozenset(hints)))
        return reader

    return register
