"""Which day was a feast that moves from year to year? Easter and the days counted from it, Thanksgiving."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter

from whowhom.codebook import tabled
from whowhom.coding.timewords import UNKNOWN, Interval, reads
from whowhom.model import Basis, Precision

FROM_EASTER: dict[str, int] = tabled("feasts")["from_easter"]
EASTERN, WESTERN = 2, 3  # dateutil's methods
THURSDAY = 3
NAMES = "|".join(sorted((*FROM_EASTER, "thanksgiving"), key=len, reverse=True))


def feast_of(name: str, year: int) -> date:
    """The day of a feast (lower case) in a year."""
    if name.startswith("thanksgiving"):
        first = date(year, 11, 1)
        return first + timedelta(days=(THURSDAY - first.weekday()) % 7 + 21)
    sunday: date = easter(year, EASTERN if name.startswith("orthodox") else WESTERN)
    return sunday + timedelta(days=FROM_EASTER[name])


@reads(rf"(?:(?:on|at|over)\s+)?(?P<feast>{NAMES})(?:\s+day)?(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\s+egg)", *NAMES.split("|"))
def _feast(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    name = match["feast"].lower()
    if match["year"]:
        day = feast_of(name, int(match["year"]))
        return (day, day), "day", "explicit"
    if today is None:
        return UNKNOWN, "day", "relative-to-publication"
    day = feast_of(name, today.year)
    if future and day < today:
        day = feast_of(name, today.year + 1)
    elif not future and day > today:
        day = feast_of(name, today.year - 1)
    return (day, day), "day", "relative-to-publication"
