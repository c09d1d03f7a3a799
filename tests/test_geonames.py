"""A GeoNames dump becomes an index: what is kept, what is found, what is left alone when it fails."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from whowhom import gazetteer, geonames
from whowhom.errors import WhowhomError

COUNTRIES = {"ML": "MLI", "NE": "NER"}


def line(number: int, name: str, letter: str, code: str, country: str, *, others: str = "", people: int = 0) -> str:
    cells = [
        str(number),
        name,
        name,
        others,
        "14.5",
        "-4.2",
        letter,
        code,
        country,
        "",
        "04",
        "",
        "",
        "",
        str(people),
        "",
        "260",
        "Africa/Bamako",
        "2020-01-01",
    ]
    return "\t".join(cells)


DUMP = "\n".join(
    [
        line(1, "Tombéla", "P", "PPL", "ML", others="Tombela,Tonbela,TB", people=300),
        line(2, "Tombéla", "P", "PPL", "NE", people=90),
        line(3, "Dogofry", "A", "ADM3", "ML"),
        line(4, "Camp Sabou", "S", "CMPRF", "NE"),
        line(5, "Kiosque Diallo", "S", "RSTN", "ML"),
        line(6, "Old Tombéla", "P", "PPLQ", "ML"),
        "7\tbroken line",
    ]
)


@pytest.fixture()
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "XX.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("XX.txt", DUMP + "\n")
    return path


def test_places_that_news_names_are_kept_under_every_spelling(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "data" / "places.sqlite"
    assert geonames.write_index(path, geonames.rows_of_dump(dump, COUNTRIES)) == 4
    index = gazetteer.PlaceIndex(path)
    said = [(entry.thing.country, entry.thing.kind, entry.thing.where_prec, entry.thing.geonameid) for entry in index.of("tonbela")]
    assert said == [("MLI", "city", 1, 1)]
    assert [entry.thing.country for entry in index.of("tombela")] == ["MLI", "NER"]  # the larger first
    assert [(entry.thing.kind, entry.thing.where_prec) for entry in index.of("dogofry")] == [("district", 3)]
    assert [entry.thing.kind for entry in index.of("camp sabou")] == ["camp"]
    assert index.of("tb") == index.of("kiosque diallo") == index.of("old tombela") == []


def test_progress_is_told_in_bytes_and_places(dump: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, int]] = []
    geonames.write_index(tmp_path / "i.sqlite", geonames.rows_of_dump(dump, COUNTRIES, lambda *each: told.append(each)))
    size = len((DUMP + "\n").encode())
    assert told[-1] == (size, size, 4)


def test_an_import_that_fails_leaves_the_old_index(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "i.sqlite"
    geonames.write_index(path, geonames.rows_of_dump(dump, COUNTRIES))
    before = path.read_bytes()
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("name,lat\nX,1\n", encoding="utf-8")
    with pytest.raises(WhowhomError, match="1 columns"):
        geonames.write_index(path, geonames.rows_of_dump(wrong, COUNTRIES))
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if "part" in each.name] == []


def test_an_archive_without_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "x")
    with pytest.raises(WhowhomError, match=r"no \.txt"):
        list(geonames.rows_of_dump(path, COUNTRIES))


def test_the_command_builds_the_index_that_is_used_from_then_on(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOWHOM_DATA", str(tmp_path / "mine"))
    command = [sys.executable, "-m", "whowhom.cli"]
    done = subprocess.run([*command, "places", "import", str(dump)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "4 places" in done.stderr
    program = "from whowhom import gazetteer; print([each.thing.country for each in gazetteer.load().index.of('tombela')])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "['MLI', 'NER']"
    assert subprocess.run([*command, "places", "forget"], capture_output=True, check=False).returncode == 0
    assert not gazetteer.own_index().exists()


def test_wrong_usage_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "whowhom.cli", "places", "import", str(tmp_path / "none.zip")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
