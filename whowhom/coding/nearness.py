"""Can one place lie in or beside another? Country, province and distance of the tables' places."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from whowhom.gazetteer import Country, NamedPlace

if TYPE_CHECKING:
    from whowhom.parse.names import Name

HELD = 500.0  # km from the middle of a province within which a place can lie in it; Texas is as large
IN_DISTRICT = 150.0  # km from the middle of a district
BESIDE = 150.0  # km from a town within which a place can be told as near it
EARTH = 6371.0  # km, mean radius


def kilometres(one: NamedPlace, other: NamedPlace) -> float:
    """The great circle between two places with coordinates, in kilometres."""
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None
    north, east = radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2
    return 2 * EARTH * asin(sqrt(sin(north) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2))


def holds(anchor: NamedPlace, thing: NamedPlace) -> bool:
    """Whether a place can lie in or beside another."""
    if anchor.country and thing.country and anchor.country != thing.country:
        return False
    if anchor.name == thing.admin1:
        return True
    if anchor.lat is None or anchor.lon is None or thing.lat is None or thing.lon is None:
        return False
    return kilometres(anchor, thing) <= (BESIDE if anchor.where_prec <= 2 else IN_DISTRICT if anchor.where_prec == 3 else HELD)


def places_of(name: Name) -> list[NamedPlace]:
    """The places that a name can stand for."""
    return [entry.thing for entry in name.entries if isinstance(entry.thing, NamedPlace)]


def can_hold(anchor: Name, name: Name) -> bool:
    """Whether one name's place can lie in or beside another's; names that no table knows can."""
    things = places_of(name)
    if not things or all(thing.lat is None for thing in things):
        return True
    countries = {entry.thing.code for entry in anchor.entries if isinstance(entry.thing, Country)}
    anchors = places_of(anchor)
    if countries and not anchors:
        return any(thing.country in countries for thing in things)
    return any(holds(one, thing) for one in anchors for thing in things) or all(one.lat is None for one in anchors)
