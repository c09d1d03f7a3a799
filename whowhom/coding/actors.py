"""Who is behind a name? A name's country, sector and office on a day, from the actor tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whowhom.gazetteer import Actor, Country, NamedPlace, NameEntry

if TYPE_CHECKING:
    from whowhom.parse.names import Name


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say of a name. `sense` is the way it was meant: country, capital, actor, person, …"""

    name: str
    sense: str
    id: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    backers: tuple[str, ...] = ()
    kind: str = ""


def known(name: Name, day: str | None) -> Known:
    """The best entry of a name for a day (ISO, may be None): entries in force on the day go first."""
    entries = name.entries
    people = [entry for entry in entries if isinstance(entry.thing, Actor)]
    if people and entries[0].sense in ("actor", "person"):
        return _of_actor(min(people, key=lambda entry: _distance(entry.thing, day)))
    return _of_entry(entries[0])


def _of_entry(entry: NameEntry) -> Known:
    thing = entry.thing
    if isinstance(thing, Country):
        sector = {"capital": "GOV", "seat": "GOV", "people": "CVL"}.get(entry.sense)
        return Known(thing.name, entry.sense, thing.code, thing.code, sector)
    if isinstance(thing, NamedPlace):
        return Known(thing.name, "place", None, thing.country)
    return _of_actor(entry)


def _of_actor(entry: NameEntry) -> Known:
    actor = entry.thing
    assert isinstance(actor, Actor)
    return Known(actor.name, entry.sense, actor.id, actor.country, actor.sector, actor.office, actor.backers, actor.kind)


def _distance(thing: object, day: str | None) -> tuple[int, str]:
    """How far a row's validity is from a day: 0 inside, 1 before it, 2 after it; without a day the latest row."""
    assert isinstance(thing, Actor)
    if day is None:
        return (1 if thing.valid_to else 0, _inverse(thing.valid_from))
    start, end = thing.valid_from, thing.valid_to
    if start and start > day[: len(start)]:
        return 2, start
    if end and end < day[: len(end)]:
        return 1, _inverse(end)
    return 0, _inverse(start)


def _inverse(date: str) -> str:
    """Sorts later dates first."""
    return "".join(chr(ord("9") - int(letter) + ord("0")) if letter.isdigit() else letter for letter in date)
