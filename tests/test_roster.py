"""Tables of actors: ours are well formed and cover what they promise; faults in a user's table are told with their line; look-ups find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from whowhom import gazetteer, roster
from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder, Setup
from whowhom.errors import CodebookError
from whowhom.roster import Row

TABLES = sorted((knowledge_folder() / "actors").glob("*.csv"))
ARMED = frozenset({"armed-group", "militia", "paramilitary", "gang", "movement", "party"})

FAULTS = [
    ("name,country\nGreen Dawn,MLI\n", 1, "column 'kind' is missing"),
    ("name,kind,colour\nGreen Dawn,militia,green\n", 1, "no column 'colour'"),
    ("name,kind,country\nGreen Dawn,militia,MLI\nRed Dawn,militia,Mali\n", 3, "no country 'Mali'"),
    ("name,kind\nGreen Dawn,army\n", 2, "no kind 'army'"),
    ("name,kind,sector\nGreen Dawn,militia,ARMY\n", 2, "no sector 'ARMY'"),
    ("name,kind,valid_from\nGreen Dawn,militia,March 2012\n", 2, "no date"),
    ("name,kind,valid_from,valid_to\nGreen Dawn,militia,2014,2012-03\n", 2, "after"),
    ("name,kind\n,militia\n", 2, "no name"),
    ("name,kind\nGreen Dawn,militia,MLI\n", 2, "number of columns"),
    ("name,kind,wikidata\nGreen Dawn,militia,12\n", 2, "no Wikidata id"),
]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_our_own_tables_are_well_formed(path: Path) -> None:
    roster.check(path, gazetteer.load().countries)


def test_the_tables_hold_what_they_promise() -> None:
    rows = [row for path in TABLES for row in roster.rows_of(path)]
    assert len(rows) >= 3000
    assert len({row.name for row in rows if row.kind in ARMED}) >= 700
    heads = {
        row.country
        for row in rows
        if row.kind == "person" and re.search(r"president|prime minister|king|emir|sultan|leader|chancellor", row.office or "")
    }
    assert len(heads) >= 190


@pytest.mark.parametrize(("table", "line", "words"), FAULTS)
def test_faults_of_a_table_are_told_with_their_line(table: str, line: int, words: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(CodebookError) as raised:
        roster.check(path, gazetteer.load().countries)
    assert (raised.value.file, raised.value.line) == ("own.csv", line)
    assert words in str(raised.value)


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(b"name,kind\n\xff\xfe,militia\n")
    with pytest.raises(CodebookError, match="UTF-8"):
        roster.check(path, ())


def test_names_of_a_users_table_take_the_place_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,aliases,country,sector,kind\nGreen Dawn,GDF;Hezbollah,MLI,REB,armed-group\n", encoding="utf-8")
    own = Coder(Setup(actors=path))
    for name in ("GDF", "Hezbollah"):
        (event,) = own.code(f"{name} attacked a post near Gao.").events
        assert [(party.name, party.country, party.sector) for party in event.actor] == [("Green Dawn", "MLI", "REB")]
    assert own.name != Coder().name


def test_a_look_up_finds_by_alias_and_day() -> None:
    rows = [
        Row("Sara Lund", ("Lund",), "NOR", "GOV", "person", "defence minister", "2010", "2012-05", (), None),
        Row("Sara Lund", ("Lund",), "NOR", "GOV", "person", "prime minister", "2012-06", "", (), None),
        Row("Front of Lund", (), "NOR", "OPP", "movement", None, "", "", (), None),
    ]
    assert roster.search(rows, "LUND") == [rows[0], rows[1], rows[2]]
    assert roster.search(rows, "lund", "2012-05-31") == [rows[0], rows[2]]
    assert roster.search(rows, "prime minister") == [rows[1]]
    assert roster.search(rows, "nobody") == roster.search(rows, "…") == []
    assert roster.line(rows[1]) == "Sara Lund | NOR GOV | prime minister | 2012-06 to now | Lund"
