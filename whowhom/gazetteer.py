"""Which names does the program know? Countries, actors and places of `knowledge/`, by every spelling."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from whowhom import roster
from whowhom.codebook import knowledge_folder
from whowhom.errors import CodebookError
from whowhom.folding import fold, misspellings, words_of
from whowhom.limits import NAMESAKES
from whowhom.opening import without_collecting
from whowhom.roster import listed

ACRONYM_LENGTH = 6  # letters; a shorter all-capitals alias is matched in capitals only ("US" is not "us")
REMEMBERED = 50_000  # look-ups kept in memory, a few megabytes


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory with its nationality adjectives, capital and metonyms."""

    code: str
    name: str
    capital: str
    neighbours: tuple[str, ...]


class Actor(NamedTuple):
    """A row of `actors/*.csv`: an organisation, group or person, in an office for a time."""

    id: str
    name: str
    country: str | None
    sector: str | None
    kind: str
    office: str | None = None
    valid_from: str = ""
    valid_to: str = ""
    backers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A row of `places/*.csv` or of the GeoNames index. Coordinates are WGS 84 degrees, None where only an area is known."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    where_prec: int
    geonameid: int | None = None
    population: int = 0


class NameEntry(NamedTuple):
    """What one spelling stands for. `sense`: country, nationality, people, capital, seat, actor, person, place."""

    sense: str
    thing: Country | Actor | NamedPlace
    spelling: str
    exact: bool


def own_index() -> Path:
    """Where `whowhom places import` puts its index: in the user's data folder, or in that of WHOWHOM_DATA."""
    import os

    import platformdirs

    return Path(os.environ.get("WHOWHOM_DATA") or platformdirs.user_data_dir("whowhom")) / "places.sqlite"


def alpha_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 → alpha-3."""
    return {row["alpha2"]: row["alpha3"] for row in rows_of(knowledge_folder() / "iso3166.csv")}


class PlaceIndex:
    """Places of GeoNames in an SQLite file (`geonames.write_index`), opened read-only at the first look-up."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store: sqlite3.Connection | None = None
        self.told = ""  # columns of kind, precision and province, or what stands for them
        self.memory: dict[str, list[NameEntry]] = {}

    def of(self, key: str) -> list[NameEntry]:
        """The places of a folded name, the largest first."""
        if key not in self.memory:
            if len(self.memory) > REMEMBERED:
                self.memory.clear()
            self.memory[key] = self._look_up(key)
        return self.memory[key]

    def _look_up(self, key: str) -> list[NameEntry]:
        if self.store is None:
            self.store = sqlite3.connect(f"file:{self.path}?mode=ro&immutable=1", uri=True)
            self.told = "kind, precision, admin1" if self.store.execute("PRAGMA user_version").fetchone()[0] else "'city', 1, NULL"
        rows = self.store.execute(
            f"SELECT place.name, country, lat, lon, id, population, {self.told} FROM name JOIN place ON place.id = name.place "  # noqa: S608  (ours)
            "WHERE key = ? ORDER BY population DESC, id LIMIT ?",
            (key, NAMESAKES),
        )
        return [
            NameEntry("place", NamedPlace(name, kind, country, admin1, lat, lon, precision, number if number > 0 else None, population), name, False)
            for name, country, lat, lon, number, population, kind, precision, admin1 in rows
        ]


@dataclass(slots=True)
class Gazetteer:
    """Name entries by their folded words, and how long the spellings are that begin with a word."""

    entries: dict[tuple[str, ...], list[NameEntry]] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    avoided: frozenset[str] = frozenset()
    index: PlaceIndex | None = None
    slips: dict[str, str] = field(default_factory=dict)

    def add(self, spelling: str, sense: str, thing: Country | Actor | NamedPlace) -> None:
        words = tuple(words_of(spelling))
        if words:
            exact = spelling.isupper() and len(spelling.replace(".", "").replace("-", "")) <= ACRONYM_LENGTH
            entry = NameEntry(sense, thing, spelling, exact)
            if found := self.entries.get(words):
                found.append(entry)
                return
            self.entries[words] = [entry]
            known = self.lengths.get(words[0], ())
            if len(words) not in known:
                self.lengths[words[0]] = tuple(sorted((*known, len(words)), reverse=True))

    def of(self, spelling: str) -> list[NameEntry]:
        """The entries of a spelling, whatever its case and accents."""
        return self.entries.get(tuple(words_of(spelling)), [])

    def near(self, word: str) -> list[NameEntry]:
        """The country or nationality that a folded word misspells by one letter; nothing for a town's own name."""
        meant = {self.slips[slip] for slip in misspellings(word) if slip in self.slips}
        if len(meant) != 1 or (self.index is not None and self.index.of(word)):
            return []
        right = meant.pop()
        return self.entries.get((right,), []) if right[0] == word[0] and abs(len(right) - len(word)) <= 1 else []


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV table. Raises CodebookError for a row of another width."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            if None in row or None in row.values():
                raise CodebookError(path.name, number, "this row has another number of columns than the header")
            yield row


@lru_cache(maxsize=4)
@without_collecting()
def load(folder: Path | None = None, actors: Path | None = None) -> Gazetteer:
    """The names of a knowledge folder (default: the package's own), with a user's table of actors. Raises CodebookError."""
    folder = folder or knowledge_folder()
    gazetteer = Gazetteer()
    _add_countries(gazetteer, folder / "countries.csv")
    for path in sorted((folder / "actors").glob("*.csv")):
        _add_actors(gazetteer, path)
    if actors is not None:
        _add_own_actors(gazetteer, actors)
    for path in sorted((folder / "places").glob("*.csv")):
        if path.name != "avoid.csv":
            _add_places(gazetteer, path)
    avoid = folder / "places" / "avoid.csv"
    gazetteer.avoided = frozenset(row["name"].lower() for row in rows_of(avoid)) if avoid.exists() else frozenset()
    index = own if (own := own_index()).exists() else knowledge_folder() / "places" / "geonames.sqlite"
    gazetteer.index = PlaceIndex(index) if index.exists() else None
    return gazetteer


def actor_rows(actors: Path | None = None) -> Iterator[roster.Row]:
    """Every row of our actor tables, after those of a user's own; states as rows of kind "state". Raises CodebookError."""
    if actors is not None:
        yield from roster.rows_of(actors)
    folder = knowledge_folder()
    for row in rows_of(folder / "countries.csv"):
        names = (*listed(row["aliases"]), *listed(row["adjectives"]), *listed(row["people"]), row["capital"], *listed(row["seats"]))
        yield roster.Row(row["name"], tuple(filter(None, names)), row["code"], None, "state", None, "", "", (), None)
    for path in sorted((folder / "actors").glob("*.csv")):
        yield from roster.rows_of(path)


def _add_countries(gazetteer: Gazetteer, path: Path) -> None:
    for row in rows_of(path):
        country = Country(row["code"], row["name"], row["capital"], listed(row["neighbours"]))
        gazetteer.countries[country.code] = country
        columns = {
            "country": (row["name"], *listed(row["aliases"])),
            "nationality": listed(row["adjectives"]),
            "people": listed(row["people"]),
            "capital": (row["capital"], *listed(row["capital_aliases"])) if row["capital"] else (),
            "seat": listed(row["seats"]),
        }
        for sense, spellings in columns.items():
            for spelling in spellings:
                gazetteer.add(spelling, sense, country)
                if sense in ("country", "nationality") and spelling.isalpha():
                    gazetteer.slips.update(dict.fromkeys(misspellings(fold(spelling)), fold(spelling)))


def _add_actors(gazetteer: Gazetteer, path: Path) -> None:
    table = path.stem
    for row in roster.rows_of(path):
        actor = Actor(
            row.wikidata or f"{table}:{row.name}",
            row.name,
            row.country,
            row.sector,
            row.kind,
            row.office,
            row.valid_from,
            row.valid_to,
            row.backers,
        )
        for spelling in (row.name, *row.aliases):
            gazetteer.add(spelling, "person" if actor.kind == "person" else "actor", actor)


def _add_own_actors(gazetteer: Gazetteer, path: Path) -> None:
    """A user's table, checked: what it says of a spelling takes the place of what we say."""
    roster.check(path, gazetteer.countries)
    for row in roster.rows_of(path):
        for spelling in (row.name, *row.aliases):
            gazetteer.entries.pop(tuple(words_of(spelling)), None)
    _add_actors(gazetteer, path)


def _add_places(gazetteer: Gazetteer, path: Path) -> None:
    for row in rows_of(path):
        codes = listed(row["country"])
        place = NamedPlace(
            row["name"],
            row["kind"],
            codes[0] if len(codes) == 1 else None,
            row["admin1"] or None,
            float(row["lat"]) if row["lat"] else None,
            float(row["lon"]) if row["lon"] else None,
            int(row["where_prec"] or 1),
        )
        for spelling in (row["name"], *listed(row["aliases"])):
            gazetteer.add(spelling, "place", place)
