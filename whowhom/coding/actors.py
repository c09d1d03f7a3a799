"""Who is behind a name? A name's country, sector and office on a day, from the actor tables.

Several rows may share a spelling: one person in office after office, or people who are namesakes. The day of the report decides first, then the
words beside the name ("President", "former", "Israeli"). Without either, the highest office and the longest term are the best known; namesakes of
two countries stay without a country.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.gazetteer import Actor, Country, NamedPlace, NameEntry

if TYPE_CHECKING:
    from whowhom.parse.names import Name

TABLES_END = 2026  # an office without an end is held until here when terms are compared
FORMER = word_list("former")
HIGHEST = word_list("highest_offices")
OFFICE_SYNONYMS = {"defense": "defence", "premier": "prime", "labor": "labour", "secretary": "minister", "chancellor": "prime"}


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say of a name. `sense` is the way it was meant: country, capital, ethnic, actor, person, …"""

    name: str
    sense: str
    id: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    backers: tuple[str, ...] = ()
    kind: str = ""


def known(name: Name, day: str | None, beside: frozenset[str] = frozenset(), countries: frozenset[str] = frozenset()) -> Known:
    """The best entry of a name for a day (ISO, may be None).

    `beside`: the other words of the noun phrase in lower case; `countries`: the codes of those it names ("Israeli").
    """
    entries = name.entries
    rows = [entry for entry in entries if isinstance(entry.thing, Actor)]
    if not rows or entries[0].sense not in ("actor", "person"):
        return _of_entry(entries[0])
    own = [entry for entry in rows if _actor(entry).country in countries]
    rows = own or rows
    best = min(rows, key=lambda entry: _order(_actor(entry), day, beside))
    found = _of_actor(best)
    if day is None and found.sense == "person":
        return _undated(found, rows, beside)
    return found


def _actor(entry: NameEntry) -> Actor:
    assert isinstance(entry.thing, Actor)
    return entry.thing


def _order(row: Actor, day: str | None, beside: frozenset[str]) -> tuple[object, ...]:
    """What speaks against a row: not in force on the day, not the office that is named, retired, a group after its war, a short term."""
    named = -_named(row, beside)
    retired = row.sector == "ELI" and not beside & FORMER
    if day is None:
        return named, retired, row.office not in HIGHEST, row.office is None and row.sector != "REB", -_years(row)
    away, edge = _distance(row, day)
    return (away, named, edge) if away == 0 else (1, named, retired, away, edge)


def _named(row: Actor, beside: frozenset[str]) -> int:
    """How many words of a row's office stand beside the name."""
    if not row.office or not beside:
        return 0
    said = {OFFICE_SYNONYMS.get(each, each) for each in beside}
    return sum(OFFICE_SYNONYMS.get(word, word) in said for word in row.office.split())


def _years(row: Actor) -> int:
    return int(row.valid_to[:4] or TABLES_END) - int(row.valid_from[:4] or TABLES_END)


def _undated(found: Known, rows: list[NameEntry], beside: frozenset[str]) -> Known:
    """What a name tells without a day: namesakes of two countries have none, unless the words beside it tell which is meant."""
    same = [_actor(entry) for entry in rows if _actor(entry).id == found.id]
    if len({_actor(entry).country for entry in rows}) > 1 and not any(_named(row, beside) for row in same):
        return Known(found.name, "person", kind=found.kind)
    return found


def _of_entry(entry: NameEntry) -> Known:
    thing = entry.thing
    if isinstance(thing, Country):
        sector = {"capital": "GOV", "seat": "GOV", "people": "CVL"}.get(entry.sense)
        return Known(thing.name, entry.sense, thing.code, thing.code, sector)
    if isinstance(thing, NamedPlace):
        return Known(thing.name, "place", None, thing.country)
    return _of_actor(entry)


def _of_actor(entry: NameEntry) -> Known:
    actor = _actor(entry)
    sense = "ethnic" if actor.kind == "ethnic" else entry.sense
    return Known(actor.name, sense, actor.id, actor.country, actor.sector, actor.office, actor.backers, actor.kind)


def _distance(row: Actor, day: str) -> tuple[int, str]:
    """How far a row's validity is from a day: 0 inside, 1 before it, 2 after it; of several the latest start."""
    start, end = row.valid_from, row.valid_to
    if start and start > day[: len(start)]:
        return 2, start
    if end and end < day[: len(end)]:
        return 1, _inverse(end)
    return 0, _inverse(start)


def _inverse(date: str) -> str:
    """Sorts later dates first."""
    return "".join(chr(ord("9") - int(letter) + ord("0")) if letter.isdigit() else letter for letter in date)
