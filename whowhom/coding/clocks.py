"""Which day is it where the deed was done? Clock times told in two zones: "2:30 a.m. local time on Tuesday (2230 GMT Monday)" is Tuesday.

A day told with Greenwich time is the day before or after where the clocks say so: "0200 local time (2300 GMT Monday)" is Tuesday too. Greenwich time
alone shifts nothing: without the local clock nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whowhom.parse.tree import Span

MINUTES = 24 * 60  # of a day
BEFORE = 28  # characters before a clock time in which its day may stand: "on Wednesday 12 March at about"
DAY = r"[^().;]{0,28}?"


def _clock(name: str) -> str:
    return rf"(?<![\d:.])(?P<{name}>(?:[0-2]?\d[:.][0-5]\d|[0-2]\d[0-5]\d|[01]?\d(?=\s*[ap]\.?m))\s*(?:[ap]\.?m\b\.?)?|noon|midnight)"


ZONE = r"\s*(?:hours?|hrs)?\s*(?:GMT|UTC)\b"
LOCAL = r"\s*(?:hours?|hrs)?\s*(?:local|(?-i:[A-Z][a-z]+))(?:\s+time)?\b"
LOCAL_FIRST = re.compile(rf"{_clock('local')}(?:{LOCAL})?(?P<localday>{DAY})\s*[(\[]\s*{_clock('gmt')}{ZONE}(?P<gmtday>{DAY})[)\]]", re.IGNORECASE)
GMT_FIRST = re.compile(rf"{_clock('gmt')}{ZONE}(?P<gmtday>{DAY})\s*[(\[]\s*{_clock('local')}{LOCAL}(?P<localday>{DAY})[)\]]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TwoZones:
    """One moment told by two clocks: where the day of each may stand, and by how many days the local one is later."""

    local: Span
    greenwich: Span
    shift: int


def two_zones(text: str, start: int, end: int) -> Iterator[TwoZones]:
    """The moments between two offsets of a text that are told in local and in Greenwich time."""
    if "GMT" not in text and "UTC" not in text:
        return
    for match in LOCAL_FIRST.finditer(text, start, end):
        yield from _told(match, (max(start, match.start() - BEFORE), match.end("localday")), match.span("gmtday"))
    for match in GMT_FIRST.finditer(text, start, end):
        yield from _told(match, match.span("localday"), (max(start, match.start() - BEFORE), match.end("gmtday")))


def _told(match: re.Match[str], local: Span, greenwich: Span) -> Iterator[TwoZones]:
    here, there = _minutes(match["local"]), _minutes(match["gmt"])
    if here is None or there is None:
        return
    offset = (here - there + MINUTES // 2) % MINUTES - MINUTES // 2  # zones lie within half a day of Greenwich
    yield TwoZones(local, greenwich, (there + offset) // MINUTES)


def _minutes(clock: str) -> int | None:
    """Minutes after midnight of "2:30 a.m.", "0230", "noon"."""
    words = clock.lower().replace(".m", "m").rstrip(". ")
    if words in ("noon", "midnight"):
        return MINUTES // 2 if words == "noon" else 0
    half = words[-2:] if words.endswith(("am", "pm")) else ""
    digits = re.sub(r"\D", "", words)
    hour, minute = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return 60 * hour + minute if hour < 24 and minute < 60 else None
