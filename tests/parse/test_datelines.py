"""Which words before a report are its dateline?"""

from __future__ import annotations

import pytest

from whowhom.gazetteer import Gazetteer, load
from whowhom.parse.datelines import dateline_length

FILED = [
    "NAIROBI, March 13 (Wire) - ",
    "Geneva, 3 May 2001 (UN News) – ",
    "Santiago (Chile), 12 Mar 1989 (Wire) -- [Text] ",
    "Managua, Radio Reloj in Spanish 1200 GMT 3 Feb 87 -- [Text] ",
    "BELFAST (By our correspondent) -- ",
    "DHAKA, Bangladesh — ",
    "YEREVAN/TBILISI, May 3 - ",
    "Gaza/Jerusalem – ",
    "Bogota - ",
    "Tokyo -- ",
    "Peshawar: ",
    "Tripoli, Lebanon: ",
    "LA UNION, El Salvador. ",
    "17:30 ",
    "1745 GMT - ",
    "[14:05] ",
    "2:15 p.m. ",
    "10.45am: ",
    "06:10 CET | ",
]
NONE = ["", "10.5 ", "At 17:30 ", "Ankara: ", "Witness: ", "Analysts - ", "Two men - ", "The minister. ", "UN. ", "Nobody in Lima - "]
"""Before a colon the capital says what follows; a name that is no town's, or that words stand before, files nothing."""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.mark.parametrize("words", FILED)
def test_where_it_was_filed_is_no_part_of_the_report(words: str, gazetteer: Gazetteer) -> None:
    assert dateline_length(f"{words}Gunmen shot a judge.", gazetteer) == len(words)


@pytest.mark.parametrize("words", NONE)
def test_other_openings_are_part_of_the_report(words: str, gazetteer: Gazetteer) -> None:
    assert dateline_length(f"{words}Gunmen shot a judge.", gazetteer) == 0
