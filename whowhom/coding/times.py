"""When? Single time expressions as intervals of days with their precision, anchored to the publication day, to an event, or to nothing."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from whowhom.codebook import tabled
from whowhom.coding.numbers import value_of
from whowhom.coding.timewords import DAY, UNKNOWN, Interval, reads
from whowhom.model import Basis, Precision

MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): at for at, name in enumerate(calendar.day_name)}
WEEKDAYS |= {"mon": 0, "tues": 1, "tue": 1, "wed": 2, "thurs": 3, "thur": 3, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
SHORT_DAYS = tuple(f"{name}." for name in WEEKDAYS if not name.endswith("day"))
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
HOLIDAYS = {name: tuple(map(int, day.split("-"))) for name, day in tabled("feasts")["fixed"].items()}
FEW = 3  # "the past few days"
UNITS = ("hour", "day", "week", "fortnight", "month", "year", "night", "evening")
UNIT_DAYS = {"day": 1, "evening": 1, "week": 7, "fortnight": 14, "night": 1, "hour": 0}
M = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
M2 = M.replace("month", "month2")
W = (
    r"(?P<weekday>"
    + "|".join(sorted((day for day in WEEKDAYS if len(day) > 5 or day in ("monday", "friday", "sunday")), key=len, reverse=True))
    + r")s?"
)
D = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
Y = r"(?P<year>(?:1[89]|20)\d\d)"
N = r"(?P<n>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of|many)"
PART = r"(?:\s+(?:morning|afternoon|evening|night|midday|noon|dawn|midnight))?"
EARLY = r"(?:(?P<part>early|late|mid|the beginning of|the end of|the middle of|earlier|later)[\s-]+(?:on\s+|in\s+)?)?"


def month_days(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(month: int, day: int, today: date, future: bool) -> int:
    """The year that a day without one means: the last such day, or the next one of a future deed."""
    if future:
        return today.year if (month, day) >= (today.month, today.day) else today.year + 1
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def part_of(part: str | None, start: date, end: date) -> tuple[date, date]:
    """Early, middle or late third of a period: days 1–10, 11–20, 21– of a month, four months of a year, else equal thirds."""
    part = (part or "").lower()
    at = {"early": 0, "the beginning of": 0, "mid": 1, "the middle of": 1, "late": 2, "the end of": 2}.get(part)
    if at is None:
        return start, end
    days = (end - start).days + 1
    if 28 <= days <= 31:
        edges = [start, start + timedelta(days=10), start + timedelta(days=20), end + DAY]
    elif days >= 365:
        edges = [date(start.year, month, 1) for month in (1, 5, 9)] + [end + DAY]
    else:
        edges = [start + timedelta(days=days * each // 3) for each in range(3)] + [end + DAY]
    return edges[at], edges[at + 1] - DAY


def clipped(start: date, end: date, today: date | None, future: bool) -> Interval:
    """A past period told on a day within it ends on that day."""
    if today is not None and not future and start <= today < end:
        end = today
    elif today is not None and future and start < today <= end:
        start = today
    return start, end


@reads(rf"(?:between|from)\s+{D}\s+(?:and|to)\s+(?P<day2>[0-3]?\d)\s+(?:of\s+)?{M}(?:,?\s+{Y})?", *MONTHS)
@reads(rf"{M}\s+{D}\s*(?:-|–|to|and)\s*(?P<day2>[0-3]?\d)(?:,?\s+{Y})?", *MONTHS)
@reads(rf"{D}\s*(?:-|–|to|and|/|or)\s*(?P<day2>[0-3]?\d)\s+(?:of\s+)?{M}(?:,?\s+{Y})?", *MONTHS)
def _day_range(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    month, first, last = MONTHS[match["month"].lower()], int(match["day"]), int(match["day2"])
    if not match["year"] and today is None:
        return UNKNOWN, "day", "relative-to-publication"
    year = int(match["year"]) if match["year"] else _year_of(month, first, today or date.max, future)
    return (_safe(year, month, first), _safe(year, month, last)), "day", "explicit" if match["year"] else "relative-to-publication"


@reads(rf"(?:on\s+)?(?:{W},?\s+)?(?:the\s+)?(?:{D}\s+(?:of\s+)?{M})(?:,?\s+(?:{Y}|(?P<short>\d\d)(?!\s*(?:people|[a-z]))))?", *MONTHS)
@reads(rf"(?:on\s+)?(?:{W},?\s+)?{M}\s+{D}(?!\d)(?:,?\s+{Y})?", *MONTHS)
def _month_day(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    month, number = MONTHS[match["month"].lower()], int(match["day"])
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else 1900 + int(groups["short"]) if groups.get("short") else None
    if year is None and today is None:
        return UNKNOWN, "day", "relative-to-publication"
    basis: Basis = "explicit" if year else "relative-to-publication"
    if year is None and today is not None:
        year = _year_of(month, number, today, future)
    day = _safe(year or 1, month, number)
    return (day, day), "day", basis


@reads(r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)", "-")
def _iso(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    day = _safe(int(match["y"]), int(match["m"]), int(match["d"]))
    return (day, day), "day", "explicit"


@reads(rf"(?:in\s+|during\s+|of\s+)?{EARLY}{M}(?:\s+of)?,?\s+{Y}", *MONTHS)
def _month_year(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    start, end = part_of(match["part"], *month_days(int(match["year"]), MONTHS[match["month"].lower()]))
    return clipped(start, end, today, future), "month", "explicit"


@reads(rf"(?:in|during|throughout)\s+(?:the\s+month\s+of\s+)?{EARLY}(?:last\s+|this\s+|next\s+)?{M}", *MONTHS)
@reads(rf"(?:last|this|next)\s+(?P<part>early|late)?\s*{M}", *MONTHS)
@reads(rf"(?P<part>early|late|mid)[\s-]{M}", *MONTHS)
def _month(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    if today is None:
        return UNKNOWN, "month", "relative-to-publication"
    month = MONTHS[match["month"].lower()]
    year = today.year
    if future and month < today.month:
        year += 1
    elif not future and month > today.month:
        year -= 1
    start, end = part_of(match["part"], *month_days(year, month))
    return clipped(start, end, today, future), "month", "relative-to-publication"


@reads(rf"(?:in|during|through)\s+(?:the\s+)?{EARLY}{Y}", "18", "19", "20")
def _year(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    number = int(match["year"])
    start, end = part_of(match["part"], date(number, 1, 1), date(number, 12, 31))
    return clipped(start, end, today, future), "year", "explicit"


def _weekday(wanted: int, today: date, future: bool) -> date:
    """The last such weekday up to a day, or the next one after it."""
    back = (today.weekday() - wanted) % 7
    return today + timedelta(days=(wanted - today.weekday()) % 7 or 7) if future else today - timedelta(days=back)


@reads(rf"(?:early\s+|late\s+|later\s+|earlier\s+)?(?:on\s+)?(?P<which>last|next|this|this past)?\s*{W}{PART}", "day")
@reads(
    r"(?:early\s+|late\s+)?(?:on\s+)?(?P<which>last|next|this)?\s*(?P<weekday>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.(?=\s)",
    *SHORT_DAYS,
)
def _on_weekday(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    if today is None:
        return UNKNOWN, "day", "relative-to-publication"
    which = (match["which"] or "").lower()
    day = _weekday(WEEKDAYS[match["weekday"].lower()], today, future or which == "next")
    if which == "last" and day == today:
        day -= 7 * DAY
    return (day, day), "day", "relative-to-publication"


@reads(r"(?:the\s+)?day before yesterday", "yesterday")
def _before_yesterday(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    return _shifted(today, -2)


@reads(
    r"(?:(?:early|late|earlier|later)\s+)?yesterday" + PART + r"|(?:(?:early|late|later|earlier)\s+)?last night|last evening|yesterday's",
    "yesterday",
    "last night",
    "last evening",
)
def _yesterday(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    return _shifted(today, -1)


@reads(
    r"(?:(?:early|late|earlier|later)\s+)?(?:today|tonight)|this (?:morning|afternoon|evening)", "today", "tonight", "morning", "afternoon", "evening"
)
def _today(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    return _shifted(today, 0)


@reads(r"tomorrow" + PART, "tomorrow")
def _tomorrow(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    return _shifted(today, 1)


@reads(
    r"(?:overnight|in the night|during the night|on the night)\s+(?:from|of|between)?\s*"
    + W
    + r"\s+(?:to|and|into)\s+(?P<next>"
    + "|".join(day for day in WEEKDAYS if day.endswith("day"))
    + ")",
    "night",
)
def _night_between(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    """ "overnight from Friday to Saturday": both days."""
    if today is None:
        return UNKNOWN, "day", "relative-to-publication"
    last = _weekday(WEEKDAYS[match["next"].lower()], today, future)
    return (_weekday(WEEKDAYS[match["weekday"].lower()], last, False), last), "day", "relative-to-publication"


@reads(
    rf"(?:in|during)?\s*the\s+week\s+(?:of|beginning|starting)\s+(?:{D}\s+(?:of\s+)?{M}|{M2}\s+(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?)(?!\d)(?:,?\s+{Y})?",
    *MONTHS,
)
def _week_of(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    """ "the week of 6 July": seven days from the Monday of that week."""
    month, number = MONTHS[(match["month"] or match["month2"]).lower()], int(match["day"] or match["day2"])
    if not match["year"] and today is None:
        return UNKNOWN, "week", "relative-to-publication"
    day = _safe(int(match["year"]) if match["year"] else _year_of(month, number, today or date.max, future), month, number)
    if day is None:
        return UNKNOWN, "week", "explicit"
    start = day - timedelta(days=day.weekday())
    return (start, start + 6 * DAY), "week", "explicit" if match["year"] else "relative-to-publication"


@reads(r"(?:during|in|through|throughout)\s+the\s+night|overnight", "night")
def _overnight(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    return ((today - DAY, today) if today else UNKNOWN), "day", "relative-to-publication"


def _shifted(today: date | None, days: int) -> tuple[Interval, Precision, Basis]:
    day = today + timedelta(days=days) if today else None
    return (day, day), "day", "relative-to-publication"


@reads(
    r"(?:(?:in|over|during|within|for)\s+)?the\s+(?:past|last|previous(?=\s+(?:few|several|\d|two|three|four|five|six|seven|ten|twelve)))\s+(?P<few>few\s+|several\s+|couple\s+of\s+)?"
    + N
    + r"?\s*(?P<unit>hour|day|week|fortnight|month|year)s?",
    *("past", "last", "previous"),
)
def _past_period(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    unit = match["unit"].lower()
    precision: Precision = "day" if unit in ("hour", "day") else "week" if unit in ("week", "fortnight") else "month" if unit == "month" else "year"
    if today is None:
        return UNKNOWN, precision, "relative-to-publication"
    number = _number(match["n"]) if not match["few"] or match["n"] else FEW
    if number is None:
        return UNKNOWN, precision, "relative-to-publication"
    if unit == "hour" and match["few"]:
        return (today, today), precision, "relative-to-publication"
    if unit == "hour":
        return (today - timedelta(days=-(-number // 24)), today), precision, "relative-to-publication"
    return (_back(today, number, unit), today), precision, "relative-to-publication"


def _number(words: str | None) -> int | None:
    if not words or words.lower() in ("a", "an"):
        return 1
    if words.lower() == "a couple of":
        return 2
    return value_of(words)


def _back(day: date, number: int, unit: str) -> date:
    if unit in UNIT_DAYS:
        return day - timedelta(days=number * UNIT_DAYS[unit])
    months = number * (12 if unit in ("year", "decade") else 1) * (10 if unit == "decade" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(max(year, 1), month + 1, min(day.day, calendar.monthrange(max(year, 1), month + 1)[1]))


def _around(day: date, unit: str) -> tuple[date, date, Precision]:
    """The period of a unit about a day: that day, its week, month or year."""
    if unit in ("day", "night", "evening", "hour"):
        return day, day, "day"
    if unit in ("week", "fortnight"):
        start = day - timedelta(days=day.weekday())
        return start, start + 6 * DAY, "week"
    if unit == "month":
        return (*month_days(day.year, day.month), "month")
    return date(day.year, 1, 1), date(day.year, 12, 31), "year"


@reads(N + r"\s+(?P<unit>hour|day|night|week|month|year)s?\s+ago", "ago")
def _ago(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    unit, number = match["unit"].lower(), _number(match["n"])
    if today is None or number is None:
        return UNKNOWN, "day", "relative-to-publication"
    start, end, precision = _around(_back(today, number, unit), unit)
    return clipped(start, end, today, False), precision, "relative-to-publication"


@reads(
    r"(?P<n>)(?:(?:only|just)\s+)?(?:hours|minutes|moments|seconds)\s+(?P<way>earlier|later|before|after|afterwards)",
    "hours",
    "minutes",
    "moments",
    "seconds",
)
@reads(
    r"(?:(?:on|in)\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?:day|night|evening|morning|afternoon)|that\s+(?:same\s+)?(?:day|night|evening|morning|afternoon)",
    *("day", "night", "evening", "morning", "afternoon"),
)
def _same_day(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    return (event, event), "day", "relative-to-event"


@reads(N + r"\s+(?P<unit>hour|day|night|week|fortnight|month|year)s?\s+(?P<way>earlier|later|before|after|previously)", *UNITS)
@reads(r"(?:the\s+)(?P<way>previous|following|next)\s+(?P<unit>day|night|week|month|year)(?P<n>)", "previous", "following", "next")
@reads(r"(?P<n>)(?:the\s+)(?P<unit>day|night|evening|week|month|year)\s+(?P<way>before|after)", *UNITS)
def _from_event(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    unit, number = match["unit"].lower(), _number(match["n"])
    if event is None or number is None:
        return UNKNOWN, "day", "relative-to-event"
    if unit == "hour":
        return (event, event), "day", "relative-to-event"
    forward = match["way"].lower() in ("later", "after", "following", "next")
    exact = unit in ("week", "fortnight") and bool(match["n"])  # "a week earlier" is seven days before, "the week before" a week
    start, end, precision = _around(_back(event, -number if forward else number, unit), "day" if exact else unit)
    return (start, end), precision, "relative-to-event"


@reads(
    rf"(?:(?:in|during|throughout)\s+)?{EARLY}{M}\s+(?:of\s+)?(?P<which>that|the\s+same|the\s+following|the\s+next|the\s+previous)\s+(?P<unit>year)",
    *MONTHS,
)
@reads(rf"(?:in|during|throughout)\s+{EARLY}(?P<month>)(?P<which>that|the\s+same)\s+(?P<unit>week|month|year)", "that", "same")
@reads(r"(?P<part>earlier|later|early|late)\s+(?:in\s+)?(?P<month>)(?P<which>that|the\s+same)\s+(?P<unit>week|month|year)", "that", "same")
def _in_that(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    """ "in July of that year", "later that month": within the period of a day told before."""
    if event is None:
        return UNKNOWN, "month" if match["month"] else "day", "relative-to-event"
    if not match["month"]:
        start, end, precision = _around(event, match["unit"].lower())
        end = event if (match["part"] or "").lower() == "earlier" else end
        return clipped(*part_of(match["part"], start, end), today, False), precision, "relative-to-event"
    step = {"following": 1, "next": 1, "previous": -1}.get(match["which"].lower().split()[-1], 0)
    days = part_of(match["part"], *month_days(event.year + step, MONTHS[match["month"].lower()]))
    return clipped(*days, today, False), "month", "relative-to-event"


@reads(
    r"(?:(?P<part>early|late|mid|earlier|later)[\s-]+)?(?P<which>last|this|next|the past|past)\s+(?P<unit>week|weekend|month|year|fortnight)", *UNITS
)
def _which_period(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    unit, which = match["unit"].lower(), match["which"].lower()
    precision: Precision = "week" if unit in ("week", "weekend", "fortnight") else "month" if unit == "month" else "year"
    if today is None:
        return UNKNOWN, precision, "relative-to-publication"
    step = {"last": 1, "this": 0, "next": -1}.get(which, 1)
    if unit == "weekend":
        saturday = today - timedelta(days=(today.weekday() - 5) % 7) if which != "next" else today + timedelta(days=(5 - today.weekday()) % 7 or 7)
        return clipped(saturday, saturday + DAY, today, future), "day", "relative-to-publication"
    start, end, precision = _around(_back(today, step, unit), unit)
    start, end = part_of(match["part"], start, end)
    return clipped(start, end, today, future), precision, "relative-to-publication"


@reads(
    r"(?:in|during|over|at)\s+(?:the\s+)?(?P<which>last|this|next)?\s*(?P<season>spring|summer|autumn|fall|winter)(?:\s+of)?(?:\s+" + Y + r")?",
    *SEASONS,
)
@reads(r"(?P<which>last|this|next)\s+(?P<season>spring|summer|autumn|fall|winter)(?P<year>)", *SEASONS)
def _season(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    first, last = SEASONS[match["season"].lower()]
    if match["year"]:
        year = int(match["year"])
    elif today is None:
        return UNKNOWN, "season", "relative-to-publication"
    else:
        year = today.year if first <= today.month else today.year - 1
        year += 1 if (match["which"] or "").lower() == "next" and first <= today.month else 0
        year -= 1 if (match["which"] or "").lower() == "last" and first <= today.month <= max(first, last) else 0
    start, end = date(year, first, 1), month_days(year + (last < first), last)[1]
    return clipped(start, end, today, future), "season", "explicit" if match["year"] else "relative-to-publication"


@reads(r"(?:on\s+)?(?P<holiday>" + "|".join(map(re.escape, sorted(HOLIDAYS, key=len, reverse=True))) + r")(?:\s+" + Y + r")?", *HOLIDAYS)
def _holiday(match: re.Match[str], today: date | None, future: bool, event: date | None) -> tuple[Interval, Precision, Basis]:
    month, number = HOLIDAYS[match["holiday"].lower()]
    if not match["year"] and today is None:
        return UNKNOWN, "day", "relative-to-publication"
    year = int(match["year"]) if match["year"] else _year_of(month, number, today or date.max, future)
    day = date(year, month, number)
    return (day, day), "day", "explicit" if match["year"] else "relative-to-publication"
