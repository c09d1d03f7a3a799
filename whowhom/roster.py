"""Is a table of actors well formed, and whom does it hold? Rows of `knowledge/actors/*.csv` and of users' own tables, checked and searched."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from whowhom.errors import CodebookError
from whowhom.folding import key_of

COLUMNS = ("name", "aliases", "country", "sector", "kind", "office", "valid_from", "valid_to", "backers", "wikidata")
NEEDED = ("name", "kind")
KINDS = frozenset(
    {
        "person", "armed-group", "party", "movement", "media", "armed-forces", "igo", "alliance", "militia", "company", "ethnic", "ngo", "other",
        "government", "paramilitary", "gang", "religious", "police", "legislature", "court", "intelligence", "ministry", "state",
    }
)  # fmt: skip
SECTORS = frozenset(
    {
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED",
        "OPP", "PRE", "REF", "REL", "SOC",
    }
)  # fmt: skip
INTERNATIONAL = frozenset({"IGO", "NGO", "UNO", "EUR", "ISM", "IMG", "MNC"})
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
WIKIDATA = re.compile(r"Q[1-9]\d*$")


class Row(NamedTuple):
    """One line of a table: an organisation, a group, a people, or a person in an office for a time. Dates are ISO, or the first part of one."""

    name: str
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    kind: str
    office: str | None
    valid_from: str
    valid_to: str
    backers: tuple[str, ...]
    wikidata: str | None

    def holds_on(self, day: str) -> bool:
        """Whether the row is in force on a day (ISO)."""
        return (not self.valid_from or self.valid_from <= day[: len(self.valid_from)]) and (
            not self.valid_to or self.valid_to >= day[: len(self.valid_to)]
        )


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell, which semicolons part."""
    return tuple(part for part in map(str.strip, cell.split(";")) if part) if cell else ()


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a table, unchecked beyond their number of cells. Columns that are missing count as blank. Raises CodebookError."""
    for _, row in _numbered(path):
        yield row


def check(path: Path, countries: Iterable[str]) -> None:
    """Raises CodebookError with file and line for the first fault of a table: its columns, codes, kinds and dates."""
    known = frozenset(countries) | INTERNATIONAL
    for line, row in _numbered(path):
        if fault := _fault(row, known):
            raise CodebookError(path.name, line, fault)


def _numbered(path: Path) -> Iterator[tuple[int, Row]]:
    """The rows with the lines where they end."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if strange := [name for name in header if name not in COLUMNS]:
                raise CodebookError(path.name, 1, f"no column {strange[0]!r} is known; the columns are {', '.join(COLUMNS)}")
            if lacking := [name for name in NEEDED if name not in header]:
                raise CodebookError(path.name, 1, f"the column {lacking[0]!r} is missing")
            order = [header.index(name) if name in header else len(header) for name in COLUMNS]
            for cells in filter(None, reader):
                if len(cells) != len(header):
                    raise CodebookError(path.name, reader.line_num, "this row has another number of columns than the header")
                cells.append("")  # what a column that is missing holds
                yield reader.line_num, _row([cells[at].strip() for at in order])
    except UnicodeDecodeError:
        raise CodebookError(path.name, 1, "this is not UTF-8 text; save the table as CSV in UTF-8") from None
    except csv.Error as error:
        raise CodebookError(path.name, reader.line_num, f"not a CSV table: {error}") from None


def _row(cells: list[str]) -> Row:
    """The row of cells in the order of COLUMNS."""
    name, aliases, country, sector, kind, office, valid_from, valid_to, backers, wikidata = cells
    return Row(
        name, listed(aliases), country or None, sector or None, kind, office or None, valid_from, valid_to, listed(backers), wikidata or None
    )  # fmt: skip


def _fault(row: Row, countries: frozenset[str]) -> str | None:
    if not key_of(row.name):
        return "the row has no name"
    if row.kind not in KINDS:
        return f"no kind {row.kind!r}; the kinds are {', '.join(sorted(KINDS))}"
    if row.country and row.country not in countries:
        return f"no country {row.country!r}; write ISO 3166-1 alpha-3, or one of {', '.join(sorted(INTERNATIONAL))}"
    if row.sector and row.sector not in SECTORS:
        return f"no sector {row.sector!r}; the sectors are {', '.join(sorted(SECTORS))}"
    for name, date in (("valid_from", row.valid_from), ("valid_to", row.valid_to)):
        if date and not DATE.match(date):
            return f"{name} {date!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
    length = min(len(row.valid_from), len(row.valid_to))
    if length and row.valid_from[:length] > row.valid_to[:length]:
        return f"valid_from {row.valid_from} is after valid_to {row.valid_to}"
    if row.wikidata and not WIKIDATA.match(row.wikidata):
        return f"{row.wikidata!r} is no Wikidata id; write Q and a number"
    return None


def search(rows: Iterable[Row], words: str, day: str | None = None) -> list[Row]:
    """The rows with the words in their name, an alias or the office, whatever case and accents; with a day, those in force on it.

    Exact names go first, then exact aliases, then the rest; within these by name and date.
    """
    key = key_of(words)
    if not key:
        return []

    def rank(row: Row) -> int:
        aliases = [key_of(alias) for alias in row.aliases]
        if key_of(row.name) == key:
            return 0
        if key in aliases:
            return 1
        texts = (key_of(row.name), *aliases, key_of(row.office or ""))
        return 2 if any(f" {key} " in f" {text} " for text in texts) else 3 if any(key in text for text in texts) else 4

    found = [(rank(row), row.name, row.valid_from, row) for row in rows if day is None or row.holds_on(day)]
    found = sorted((each for each in found if each[0] < 4), key=lambda each: each[:3])
    best = min((each[0] for each in found), default=0)
    return [row for at, _, _, row in found if at < 3 or best == 3]


def line(row: Row) -> str:
    """A row for people: "Name | COUNTRY SECTOR | office or kind | dates | backed by … | aliases"."""
    dates = f"{row.valid_from or '…'} to {row.valid_to or 'now'}" if row.valid_from or row.valid_to else ""
    backers = f"backed by {', '.join(row.backers)}" if row.backers else ""
    codes = " ".join(filter(None, (row.country, row.sector)))
    return " | ".join(filter(None, (row.name, codes, row.office or row.kind, dates, backers, "; ".join(row.aliases))))
