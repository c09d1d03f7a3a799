"""Are two reports of one deed? A score in log-odds, added up from what they agree and differ in, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import asin, cos, exp, radians, sin, sqrt

from whowhom.merge.copies import COPIED, likeness
from whowhom.merge.report import Report, Side
from whowhom.merge.rules import MergeRules

NEVER = float("-inf")
EARTH = 6371.0  # kilometres
ONE_DAY = 1
DAYS_AFTER = 7  # an undated report that comes later than this after a dated deed is hardly of it
FEW_WORDS = 4  # telling words that a report should have for their share to count in full
COARSE = 3  # ACLED's precision of a region or country
STATE = frozenset({"GOV", "MIL", "LEG", "SPY"})
ARMED = frozenset({"REB", "UAF", "PRM", "CRM", "OPP"})
FORCES = frozenset({"MIL", "COP", "PRM", "GOV"})
CIVIL = frozenset({"CVL", "EDU", "BUS", "LAB", "MED", "JRN", "REL", "AGR", "REF", "SOC", "ELI", "OPP"})
# Sectors that reporters use of the same people. Soldiers and policemen are confused where they act, not where they are the dead.
AKIN_SECTORS = {"actor": (STATE, ARMED, FORCES, CIVIL), "recipient": (STATE, ARMED, CIVIL)}
KINDS_OF_HARM = ("killed", "abducted", "detained", "wounded", "missing", "displaced")  # the first that both tell of is compared
KINDS = ("same", "alike", "unknown", "other", "foreign")  # how two parties compare, the closest first
Step = tuple[
    str, float, Callable[[], str]
]  # name of the weight, how often it counts, what it says: made only when asked for, as most pairs are not kept


@dataclass(frozen=True, slots=True)
class Match:
    """How surely two reports are of one deed: log-odds (above 0: rather than not; -inf: they cannot be) and the reasons."""

    score: float
    reasons: tuple[str, ...]

    @property
    def probability(self) -> float:
        return 1 / (1 + exp(-max(self.score, -50.0)))


def compare(one: Report, other: Report, rules: MergeRules) -> Match:
    """How surely two reports are of one deed, whatever their order."""
    hindrance = _hindrance(one, other, rules)
    if hindrance:
        return Match(NEVER, (hindrance,))
    steps = list(_steps(one, other, rules))
    weighed = [(rules.weights[name] * times, text) for name, times, text in steps]
    return Match(_sum(steps, rules), tuple(f"{text()} ({weight:+.1f})" for weight, text in weighed if weight))


def score_of(one: Report, other: Report, rules: MergeRules) -> float:
    """The score of `compare` alone, in a third of the time."""
    return NEVER if _hindrance(one, other, rules) else _sum(_steps(one, other, rules), rules)


def _sum(steps: Iterable[Step], rules: MergeRules) -> float:
    weights = rules.weights
    return round(weights["start"] + sum(weights[name] * times for name, times, _ in steps), 3)


def _hindrance(one: Report, other: Report, rules: MergeRules) -> str | None:
    """Why two reports cannot be of one deed, whatever else they share."""
    if _days_between(one, other) > ONE_DAY:
        return "other days"
    if one.family != other.family or one.standing != other.standing:
        return "other kinds of deed"
    if one.linked and other.event_id in one.linked:
        return "one answers the other"
    away = _kilometres(one, other)
    if away is not None and away > rules.kilometres["off"] and max(one.precision or 1, other.precision or 1) < COARSE:
        return f"{away:.0f} km apart"
    return None


def _steps(one: Report, other: Report, rules: MergeRules) -> Iterator[Step]:
    yield ("same_type" if one.type == other.type else "other_type"), 1, lambda: f"{one.type} and {other.type}" if one.type != other.type else one.type
    if one.doc_id == other.doc_id:
        yield ("two_stated" if one.anchored and other.anchored else "two_told"), 1, lambda: "told as two in one story"
    yield from _time(one, other)
    yield from _place(one, other, rules)
    yield from _sides("actor", one.actors, other.actors)
    yield from _sides("recipient", one.recipients, other.recipients)
    yield from _manner(one, other, rules)
    yield from _harm(one, other, rules)
    shared, fewer = len(one.words & other.words), min(len(one.words), len(other.words))
    if fewer and one.doc_id != other.doc_id:
        yield ("words" if shared else "no_words"), shared / max(fewer, FEW_WORDS) if shared else 1, lambda: f"{shared} of {fewer} telling words"
    if one.doc_id != other.doc_id and one.trigger == other.trigger and likeness(one.signature, other.signature) >= COPIED:
        yield "copy", 1, lambda: "copied text"


def _days_between(one: Report, other: Report) -> int:
    """Days that lie between two reports' deeds at least; 0 where they can be of one day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(one.first - other.last, other.first - one.last, 0)


def _time(one: Report, other: Report) -> Iterator[Step]:
    if one.first is None or other.first is None:
        return
    if not (one.dated and other.dated):
        late = [
            each.published - deed.last
            for each, deed in ((one, other), (other, one))
            if not each.dated and each.published and deed.dated and deed.last
        ]
        far = any(days > DAYS_AFTER for days in late)
        yield ("undated_far" if far else "undated_near"), 1, lambda: "no day told, days later" if far else "no day told"
    elif _days_between(one, other):
        yield "day_apart", 1, lambda: "a day apart"
    elif one.first == other.first and one.last == other.last:
        yield "same_day", 1, lambda: "same day" if one.first == one.last else "same days"
    else:
        yield "same_period", 1, lambda: "days overlap"


def _kilometres(one: Report, other: Report) -> float | None:
    """The distance of two places by the haversine formula; None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    if one.lat == other.lat and one.lon == other.lon:
        return 0.0
    south, north = radians(one.lat), radians(other.lat)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def _place(one: Report, other: Report, rules: MergeRules) -> Iterator[Step]:
    if one.place is None or other.place is None:
        placed, named = (one, other) if other.place is None else (other, one)
        if placed.place and set(placed.place.split()) & {name for side in named.recipients for name in side.names}:
            yield "near_place", 1, lambda: f"at {placed.place}, named by the other"
        return
    if one.country and other.country and one.country != other.country:
        yield "other_area", 1, lambda: f"{one.country} and {other.country}"
        return
    coarse = COARSE in (one.precision, other.precision)
    if one.place == other.place:
        yield ("same_area" if coarse else "same_place"), 1, lambda: f"at {one.place}"
        return
    away = _kilometres(one, other)
    if coarse or away is None:
        differ = one.admin1 and other.admin1 and one.admin1 != other.admin1
        yield ("other_area" if differ else "same_area"), 1, lambda: f"{one.place} and {other.place}"
    elif away <= rules.kilometres["near"]:
        yield ("same_place" if away <= rules.kilometres["same"] else "near_place"), 1, lambda: f"{away:.0f} km apart"
    else:
        yield "off_place", 1, lambda: f"{away:.0f} km apart"


def _sides(role: str, one: tuple[Side, ...], other: tuple[Side, ...]) -> Iterator[Step]:
    """How two sides compare: the best pair of their parties counts."""
    if not one or not other:
        return
    kind, a, b = _likeness(one[0], other[0], AKIN_SECTORS[role]), one[0], other[0]
    if len(one) > 1 or len(other) > 1:
        found = [(_likeness(a, b, AKIN_SECTORS[role]), a, b) for a, b in product(one, other)]
        kind, a, b = min(found, key=lambda each: KINDS.index(each[0]))
    if kind != "unknown":
        yield f"{kind}_{role}", 1, lambda: f"{role}: {_shared(a, b)}"


def _likeness(one: Side, other: Side, akin: tuple[frozenset[str], ...]) -> str:
    """How two parties compare (`KINDS`)."""
    if (one.id is not None and one.id == other.id) or not set(one.names).isdisjoint(other.names):
        return "same"
    if one.country and other.country and one.country != other.country:
        return "foreign"
    if one.names and other.names and not (one.id and other.id):
        return "other"  # two people or groups by name
    if not one.sector or not other.sector:
        return "alike" if one.country and one.country == other.country else "unknown"
    if one.sector != other.sector and not any({one.sector, other.sector} <= group for group in akin):
        return "other"
    if one.id and other.id and not {one.sector, other.sector} <= STATE:
        return "other"  # two groups with names of their own
    return "alike"


def _shared(one: Side, other: Side) -> str:
    """The names or the id that two parties share, else both by name, country and sector."""
    if names := set(one.names) & set(other.names):
        return " ".join(sorted(names))
    if one.id is not None and one.id == other.id:
        return " ".join(one.names) or one.id
    return " and ".join("/".join(filter(None, (" ".join(side.names), side.country, side.sector))) or "?" for side in (one, other))


def _manner(one: Report, other: Report, rules: MergeRules) -> Iterator[Step]:
    ours, theirs = one.modes, other.modes
    if ours and theirs:
        akin = "akin_mode" if any(frozenset(pair) in rules.akin for pair in product(ours, theirs)) else "other_mode"
        yield (
            (akin if ours.isdisjoint(theirs) else "same_mode"),
            1,
            lambda: f"mode: {' '.join(sorted(ours & theirs or ours))}{'' if ours & theirs else ' and ' + ' '.join(sorted(theirs))}",
        )
    hit, also = one.targets, other.targets
    if not hit.isdisjoint(also):
        yield "same_target", 1, lambda: f"target: {' '.join(sorted(hit & also))}"
    elif hit and also:
        yield "other_target", 1, lambda: f"target: {' '.join(sorted(hit))} and {' '.join(sorted(also))}"


def _harm(one: Report, other: Report, rules: MergeRules) -> Iterator[Step]:
    """How the tolls compare, by the kind of harm (dead before wounded) that both tell of, and by the closest numbers."""
    kind = next((kind for kind in KINDS_OF_HARM if any(toll[0] == kind for toll in one.tolls) and any(toll[0] == kind for toll in other.tolls)), None)
    if kind is None:
        return
    ours, theirs = ([(number, more) for told, number, more in each.tolls if told == kind] for each in (one, other))
    (a, more), (b, also) = min(product(ours, theirs), key=lambda pair: (_ratio(pair[0][0], pair[1][0]), pair))
    if not ((more and b >= a) or (also and a >= b)):
        yield _toll_step(a, b, rules), 1, lambda: f"{kind}: {min(a, b)} and {max(a, b)}"


def _ratio(one: int, other: int) -> float:
    return (max(one, other) + 1) / (min(one, other) + 1)


def _toll_step(one: int, other: int, rules: MergeRules) -> str:
    if one == other and one > 1:
        return "same_toll"
    ratio, bounds = _ratio(one, other), rules.tolls
    return next(
        (f"{name}_toll" for name, bound in (("close", bounds["close"]), ("grown", bounds["grown"]), ("other", bounds["far"])) if ratio <= bound),
        "far_toll",
    )
