"""When, from when, until when? Ranges, open periods, decades, halves and weekends made of single times; and all times of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from whowhom.coding import feasts
from whowhom.coding.clocks import two_zones
from whowhom.coding.times import HOLIDAYS, MONTHS, SHORT_DAYS, WEEKDAYS, clipped, month_days
from whowhom.coding.timewords import DAY, UNKNOWN, WORDINGS, Interval, TimeWords, reads
from whowhom.model import Basis, Date, Precision, day_of

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
WEEKDAY = "(?:" + "|".join(day for day in WEEKDAYS if day.endswith("day")) + ")"
NUMBER, YEAR = r"[0-3]?\d(?:st|nd|rd|th)?", r"(?:1[89]|20)\d\d"
THIRD = r"(?:(?:early|late|mid|the beginning of|the end of|the middle of)[\s-]+)?"
SINGLE = (
    rf"(?:{THIRD}(?:last\s+)?{MONTH}\s+{NUMBER}(?!\d)(?:,?\s+{YEAR})?|{NUMBER}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?"
    rf"|{THIRD}(?:last\s+)?{MONTH}(?:,?\s+{YEAR})?|{THIRD}{YEAR}|(?:last\s+)?{WEEKDAY}|(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter)|yesterday)"
)
AHEAD = re.compile(r"\b(?:will|shall|is (?:expected|due|set|to)|are (?:expected|due|set|to)|must|plans? to)\b[^.;]*$", re.IGNORECASE)
HAS_YEAR = re.compile(YEAR)
DIGIT = re.compile(r"\d")
FIGURES = tuple("0123456789")
HINTS = (
    *("day", "night", "week", "month", "year", "hour", "minute", "moment", "second", "tomorrow", "morning", "afternoon", "evening"),
    *("spring", "summer", "autumn", "fall", "winter", *MONTHS, *SHORT_DAYS),
    *(name for name in (*HOLIDAYS, *feasts.NAMES.split("|")) if "day" not in name),
)
"""Without one of these, or a digit, no words tell a time: most sentences have none, and need not be read for each wording."""
Found = tuple[Interval, Precision, Basis]


def _single(text: str, today: date | None, future: bool) -> Found:
    """The days of a single time that stands without its preposition ("March", "1991")."""
    words = single(text)
    return words.resolve(today, future) if words is not None else (UNKNOWN, "day", "relative-to-publication")


def single(text: str) -> TimeWords | None:
    """A single time that stands without its preposition."""
    wordings = (text, f"in {text}", f"on {text}")
    return next((words for wording in wordings for words in find_times(wording) if words.span[1] == len(wording)), None)


OWNED = "(?:" + "|".join(f"(?<=[ (]{word} )" for word in ("the", "its", "his", "her", "their", "a", "an")) + r"|(?<=\w['’]s ))"
"""Before what is of a time by its own: "the 2013 siege", "an August rally"."""


@reads(OWNED + r"(?P<year>19(?!00)\d\d|20(?!00)\d\d)(?=\s+[a-z]+(?<!s)\b)", "19", "20")
def _own_year(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    """ "the 2013 siege": the year of what it stands before, and of nothing else; not "the 1950 workers"."""
    number = int(match["year"])
    return clipped(date(number, 1, 1), date(number, 12, 31), today, future), "year", "explicit"


@reads(OWNED + rf"(?P<month>(?-i:{'|'.join(name.capitalize() for name in MONTHS)})\.?)(?=\s+(?-i:[a-z]){{4,}})", *MONTHS)
def _own_month(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    """ "an August rally": the month of what it stands before, and of nothing else."""
    return _single(match["month"], today, future)


@reads(rf"(?:from|between)\s+(?P<first>{SINGLE})\s+(?:to|and|until|till|through)\s+(?P<last>{SINGLE})", "from", "between")
@reads(rf"(?:in|on|over)\s+(?P<first>{SINGLE})\s+and\s+(?P<last>{SINGLE})", "and")
def _range(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    first, last = match["first"], match["last"]
    if (year := HAS_YEAR.search(last)) and not HAS_YEAR.search(first):
        first = f"{first} {year[0]}"
    (start, _), precision, basis = _single(first, today, future)
    (begin, end), _, _ = _single(last, today, future)
    if end is None and begin is not None and today is not None:
        end = today
    if start is not None and end is not None and start > end:  # "from Friday to Monday": the Friday before
        (start, _), _, _ = _single(first, end, False)
    return (clipped(start, end, today, future) if start and end else (start, end)), precision, basis


@reads(rf"since\s+(?:(?!the (?:end|beginning|middle|start) )(?:the\s+)?(?:[a-z-]+\s+){{0,3}}(?:of|on|in)\s+)?(?P<first>{SINGLE})", "since")
def _since(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    (start, _), _, basis = _single(match["first"], today, False)
    return (start, today if start else None), "open", basis


@reads(rf"(?:until|till|before|by)\s+(?P<last>{SINGLE})", "until", "till", "before", "by")
def _until(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    word = match.group().split()[0].lower()
    (start, end), _, basis = _single(match["last"], None if HAS_YEAR.search(match["last"]) else today, future)
    if word == "before" and start is not None:
        end = start - DAY
    return (None, end), "open", basis


@reads(r"(?:in|during|over|throughout)\s+the\s+(?P<part>early|late|mid)?[\s-]*(?P<decade>(?:1[89]|20)\d0)['’]?s", "0s", "0's", "0’s")
@reads(r"the\s+(?P<part>early|late|mid)?[\s-]*(?P<decade>(?:1[89]|20)\d0)['’]?s", "0s", "0's", "0’s")
def _decade(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    year = int(match["decade"])
    start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((match["part"] or "").lower(), (0, 9))
    return clipped(date(year + start, 1, 1), date(year + end, 12, 31), today, future), "year", "explicit"


@reads(r"(?:at|over|during|on|in)\s+the\s+weekend|the\s+weekend(?=['’]s)", "weekend")
def _weekend(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    if today is None:
        return UNKNOWN, "day", "relative-to-publication"
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return clipped(saturday, saturday + DAY, today, future), "day", "relative-to-publication"


@reads(
    r"on\s+the\s+(?P<number>[1-3]?\d)(?:st|nd|rd|th)(?!\s+(?:floor|day|anniversary|street|birthday|of|century|(?-i:[A-Z][a-z])))",
    "1st",
    "2nd",
    "3rd",
    "th",
)
def _on_the(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    number = int(match["number"])
    if today is None or not 1 <= number <= 31:
        return UNKNOWN, "day", "relative-to-publication"
    month = today if number <= today.day else today.replace(day=1) - DAY
    try:
        day = month.replace(day=number)
    except ValueError:
        return UNKNOWN, "day", "relative-to-publication"
    return (day, day), "day", "relative-to-publication"


@reads(r"(?:on\s+)?(?P<d>[0-3]?\d)(?P<sep>[./])(?P<m>[01]?\d)(?P=sep)(?P<y>(?:19|20)?\d\d)", *FIGURES)
def _figures(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    """Day, month, year, as most of the world writes them; the American order where only that can be."""
    one, two, year = int(match["d"]), int(match["m"]), int(match["y"])
    if year < 100:
        year += 1900 if today is None or 2000 + year > today.year else 2000
    for day, month in ((one, two), (two, one)):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        return (found, found), "day", "explicit"
    return UNKNOWN, "day", "explicit"


@reads(
    rf"(?:in|during|over)\s+the\s+(?P<which>first|second|last)\s+(?P<unit>half|week|days?|quarter)\s+of\s+(?P<of>{SINGLE})",
    "half",
    "week",
    "day",
    "quarter",
)
def _fraction(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    (start, end), _, basis = _single(match["of"], None if HAS_YEAR.search(match["of"]) else today, future)
    if start is None or end is None:
        return UNKNOWN, "day", basis
    if not HAS_YEAR.search(match["of"]) and start.day == 1:
        end = month_days(start.year, start.month)[1]
    days = (end - start).days + 1
    unit, first = match["unit"].lower().rstrip("s"), match["which"].lower() == "first"
    if unit == "half" and days > 31:
        middle = date(start.year, 6, 30)
    else:
        length = {"half": 15, "week": 7, "day": 3}.get(unit, days // 4)
        middle = start + timedelta(days=length - 1) if first or unit == "half" else end - timedelta(days=length)
    found = (start, middle) if first else (middle + DAY, end)
    return clipped(*found, today, future), "week" if unit == "week" else "month", basis


@reads(rf"(?P<n>two|three|four)\s+(?P<weekday>{WEEKDAY})s\s+ago", "ago")
def _weekdays_ago(match: re.Match[str], today: date | None, future: bool, event: date | None) -> Found:
    if today is None:
        return UNKNOWN, "day", "relative-to-publication"
    number = {"two": 2, "three": 3, "four": 4}[match["n"].lower()]
    back = (today.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    day = today - timedelta(days=back + 7 * (number - 1))
    return (day, day), "day", "relative-to-publication"


@cache
def _all_hints() -> frozenset[str]:
    return frozenset().union(*(wording.hints for wording in WORDINGS))


def find_times(text: str, start: int = 0, end: int | None = None) -> Iterator[TimeWords]:
    """The time expressions between two offsets of a text, in order, the longest of those that overlap."""
    end = len(text) if end is None else end
    found: list[TimeWords] = []
    lower = text[start:end].lower()
    if not DIGIT.search(lower) and not any(hint in lower for hint in HINTS):
        return
    hints = {hint for hint in _all_hints() if hint in lower}
    for kind, pattern, needed in WORDINGS:
        for match in pattern.finditer(text, start, end) if not hints.isdisjoint(needed) else ():
            words = match.group()
            first = match.start() + len(words) - len(words.lstrip())
            if words.strip():
                found.append(TimeWords((first, match.end()), text[first : match.end()], kind, match))
    found.sort(key=lambda each: (each.span[0], -each.span[1]))
    last = -1
    for each in sorted(found, key=lambda each: -(each.span[1] - each.span[0])):
        if any(each is not other and other.span[0] < each.span[1] and each.span[0] < other.span[1] and _wins(other, each) for other in found):
            found.remove(each)
    for each in _where_it_was(found, text, start, end):
        if each.span[0] >= last:
            yield each
            last = each.span[1]


def _where_it_was(found: list[TimeWords], text: str, start: int, end: int) -> list[TimeWords]:
    """The times with the local day in place of the one told in Greenwich time."""
    for moment in two_zones(text, start, end):
        abroad = [each for each in found if _lies_in(each, moment.greenwich) and not _lies_in(each, moment.local)]
        if any(_lies_in(each, moment.local) for each in found):
            found = [each for each in found if each not in abroad]
        else:
            found = [replace(each, shift=moment.shift) if each in abroad else each for each in found]
    return found


def _lies_in(words: TimeWords, span: tuple[int, int]) -> bool:
    return span[0] <= words.span[0] and words.span[1] <= span[1]


def _wins(one: TimeWords, other: TimeWords) -> bool:
    return one.span[1] - one.span[0] > other.span[1] - other.span[0]


def as_date(words: TimeWords, today: date | None, future: bool, event: date | None = None, inverted: bool = False) -> Date:
    """A time expression as a Date of the record. `event`: the day it counts from; `inverted`: it counts the other way."""
    (start, end), precision, basis = words.resolve(today, future, event, inverted)
    return Date(
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        precision=precision,
        basis=basis,
        text=words.text,
        span=words.span,
    )


def dates(text: str, published: str | None = None) -> list[Date]:
    """The time expressions of a text as dates. `published`: ISO day of the report; without it relative ones stay unresolved."""
    today = day_of(published)
    return [as_date(words, today, bool(AHEAD.search(text[: words.span[0]]))) for words in find_times(text)]
