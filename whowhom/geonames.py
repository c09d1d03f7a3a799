"""How does a GeoNames dump become an index of places? Rows streamed into an SQLite file that appears when it is whole."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from whowhom.errors import WhowhomError
from whowhom.folding import key_of

LAYOUT = 1  # user_version of an index that tells kind, precision and province; 0: towns alone
SHORTEST = 4  # letters of an alternate name; shorter ones are codes and words
COLUMNS = 19  # of a line of GeoNames' allCountries.txt and of its country files
BATCH = 5_000  # rows written at once
SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, population INTEGER, kind TEXT, precision INTEGER, admin1 TEXT);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
FEATURES = {  # GeoNames feature codes that news names as places: kind and UCDP precision
    "ADM1": ("province", 4), "ADM2": ("district", 3), "ADM3": ("district", 3), "ADM4": ("district", 3), "ADMD": ("district", 3),
    "ISL": ("island", 4), "ISLS": ("island", 4), "PEN": ("peninsula", 5), "MT": ("mountain", 5), "MTS": ("mountain", 5), "HLL": ("mountain", 5),
    "VAL": ("valley", 5), "PASS": ("pass", 5), "DSRT": ("desert", 5), "RGN": ("region", 5), "AREA": ("region", 5), "CMPRF": ("camp", 1), "CMP": ("camp", 1),
    "AIRP": ("airport", 1), "AIRB": ("base", 1), "AIRF": ("airport", 1), "MILB": ("base", 1), "INSM": ("base", 1), "PRN": ("facility", 1),
    "DAM": ("dam", 1), "BDG": ("facility", 1), "STRT": ("strait", 7), "GULF": ("gulf", 7), "BAY": ("bay", 5), "SEA": ("sea", 7), "LK": ("lake", 5),
    "STM": ("river", 5), "OILF": ("facility", 1), "MN": ("facility", 1), "CSTM": ("crossing", 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One place of an index.

    `number` is a geonameid, negative for a place that has none; `country` is ISO 3166-1 alpha-3; degrees are WGS 84; `precision` is UCDP's class.
    """

    number: int
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    population: int
    kind: str
    precision: int
    admin1: str | None
    spellings: frozenset[str]


def write_index(path: Path, rows: Iterable[Row]) -> int:
    """Writes an index of the rows under every Latin spelling and returns how many places it holds.

    The file is put in place only when whole; one that was there stays until then. Raises WhowhomError where it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as store:
            store.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA user_version = {LAYOUT}; {SCHEMA}")
            written = sum(_write(store, batch) for batch in _batches(rows))
            store.commit()
            store.execute("VACUUM")
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise WhowhomError(f"{path}: the index cannot be written ({error}). Free some space or set WHOWHOM_DATA to another folder") from None
    finally:
        part.unlink(missing_ok=True)
    return written


def _write(store: sqlite3.Connection, batch: list[Row]) -> int:
    store.executemany(
        "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(row.number, row.name, row.lat, row.lon, row.country, row.population, row.kind, row.precision, row.admin1) for row in batch],
    )
    keys = sorted({(key_of(spelling), row.number) for row in batch for spelling in row.spellings})
    store.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", [pair for pair in keys if pair[0] and pair[0].isascii()])
    return len(batch)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch


def rows_of_dump(path: Path, countries: dict[str, str], tell: Callable[[int, int, int], None] = lambda done, total, kept: None) -> Iterator[Row]:
    """The places of a GeoNames dump (`allCountries.zip`, `SY.zip`, or the `.txt` within), one at a time.

    `countries`: alpha-2 → alpha-3. `tell` is called now and then with the bytes read, the bytes in all and the places kept.
    Raises WhowhomError for a file that is no such dump.
    """
    with _opened(path) as (file, total):
        done = kept = 0
        for number, line in enumerate(file, 1):
            done += len(line)
            cells = line.decode("utf-8", "replace").rstrip("\r\n").split("\t")
            if len(cells) != COLUMNS:
                if number == 1:
                    raise WhowhomError(
                        f"{path}: line 1 has {len(cells)} columns, a GeoNames dump has {COLUMNS}. Take allCountries.zip or a country's file"
                    )
                continue
            row = _row(cells, countries)
            if row is not None:
                kept += 1
                yield row
            if number % BATCH == 0:
                tell(done, total, kept)
        tell(total, total, kept)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Iterable[bytes], int]]:
    """The lines of a dump and its size in bytes, unpacked."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as plain:
                yield plain, path.stat().st_size
            return
        with zipfile.ZipFile(path) as archive:
            member = max((each for each in archive.infolist() if each.filename.endswith(".txt")), key=lambda each: each.file_size, default=None)
            if member is None:
                raise WhowhomError(f"{path}: no .txt in this archive. Take allCountries.zip from GeoNames")
            with archive.open(member) as packed:
                yield io.BufferedReader(packed), member.file_size  # type: ignore[type-var]
    except (OSError, zipfile.BadZipFile) as error:
        raise WhowhomError(f"{path}: it cannot be read ({error}). Fetch it again") from None


def _row(cells: list[str], countries: dict[str, str]) -> Row | None:
    """A line's place, or None for what news does not name as a place."""
    number, name, ascii_name, others, lat, lon, letter, code, country = cells[:9]
    kind, precision = ("city", 1) if letter == "P" else FEATURES.get(code, ("", 0))
    if not kind or code in ("PPLH", "PPLQ", "PPLW"):  # abandoned and destroyed
        return None
    try:
        spellings = frozenset({name, ascii_name, *(each for each in others.split(",") if len(each) >= SHORTEST)})
        return Row(int(number), name, float(lat), float(lon), countries.get(country), int(cells[14] or 0), kind, precision, None, spellings)
    except ValueError:
        return None
