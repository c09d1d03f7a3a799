"""Where is that? A place as people write it, as a point."""

from __future__ import annotations

import re

from whowhom import gazetteer
from whowhom.errors import QuestionError
from whowhom.folding import key_of
from whowhom.gazetteer import NamedPlace
from whowhom.store import codes

POINT = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")


def point_of(written: str) -> tuple[float, float, str]:
    """Latitude, longitude and name of "15.46, 45.32", "Marib" or "Tripoli, Lebanon"; of several places with a name the one of our own tables, then
    the most populous. Raises QuestionError for an unknown place."""
    if match := POINT.fullmatch(written):
        lat, lon = float(match[1]), float(match[2])
        if abs(lat) > 90 or abs(lon) > 180:
            raise QuestionError("--near", f"{written!r} is not on Earth; write latitude, longitude in degrees")
        return lat, lon, f"{lat}, {lon}"
    name, _, country = written.partition(",")
    wanted = codes.countries([country.strip()])[0] if country.strip() else None
    for place in _called(name):
        if place.lat is not None and place.lon is not None and wanted in (None, place.country):
            return place.lat, place.lon, f"{place.name}{f' [{place.country}]' if place.country else ''} {place.lat}, {place.lon}"
    raise QuestionError("--near", f"no place {written!r} with coordinates is known; write latitude,longitude, as in 15.46,45.32")


def _called(name: str) -> list[NamedPlace]:
    known = gazetteer.load()
    entries = known.of(name) + (known.index.of(key_of(name)) if known.index else [])
    return [entry.thing for entry in entries if isinstance(entry.thing, NamedPlace)]
