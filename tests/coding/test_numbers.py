"""How many? Numbers as news words them, with the bounds of the contract."""

from __future__ import annotations

import pytest

from whowhom.coder import Coder, document
from whowhom.coding.numbers import quantity_of, read_quantity, value_of

Bounds = tuple[int | None, int | None, int | None]  # low, best, high
Row = tuple[str, Bounds, str]  # words, bounds, how it is stated

ROWS: list[Row] = [
    # figures and words
    ("five civilians", (5, 5, 5), "number"),
    ("12 soldiers", (12, 12, 12), "number"),
    ("1,200 people", (1200, 1200, 1200), "number"),
    ("300,000 villagers", (300_000, 300_000, 300_000), "number"),
    ("one woman", (1, 1, 1), "number"),
    ("twenty-five miners", (25, 25, 25), "number"),
    ("thirty one miners", (31, 31, 31), "number"),
    ("ninety-nine bombs", (99, 99, 99), "number"),
    ("three hundred and ten men", (310, 310, 310), "number"),
    ("two thousand five hundred men", (2500, 2500, 2500), "number"),
    ("twelve hundred men", (1200, 1200, 1200), "number"),
    ("two hundred thousand people", (200_000, 200_000, 200_000), "number"),
    ("2.5 million people", (2_500_000, 2_500_000, 2_500_000), "number"),
    ("a hundred and ten men", (110, 110, 110), "number"),
    ("a dozen sheep", (12, 12, 12), "number"),
    ("two dozen gunmen", (24, 24, 24), "number"),
    ("half a dozen shots", (6, 6, 6), "number"),
    ("a couple of guards", (2, 2, 2), "number"),
    ("a pair of bombs", (2, 2, 2), "number"),
    ("both brothers", (2, 2, 2), "number"),
    ("zero casualties", (0, 0, 0), "number"),
    ("a crowd of 40", (40, 40, 40), "number"),
    # halves
    ("half a million people", (500_000, 500_000, 500_000), "number"),
    ("one and a half million people", (1_500_000, 1_500_000, 1_500_000), "number"),
    # at least
    ("at least five people", (5, 5, None), "approximate"),
    ("at least two dozen people", (24, 24, None), "approximate"),
    ("at least a dozen people", (12, 12, None), "approximate"),
    ("no fewer than 40 houses", (40, 40, None), "approximate"),
    ("more than 300 protesters", (300, 300, None), "approximate"),
    ("more than a hundred marchers", (100, 100, None), "approximate"),
    ("over 1,000 refugees", (1000, 1000, None), "approximate"),
    ("upwards of 50 shells", (50, 50, None), "approximate"),
    ("in excess of two hundred shells", (200, 200, None), "approximate"),
    # up to
    ("up to nine men", (None, None, 9), "approximate"),
    ("as many as 20 gunmen", (None, None, 20), "approximate"),
    ("as many as a dozen gunmen", (None, None, 12), "approximate"),
    ("no more than three shots", (None, None, 3), "approximate"),
    # about
    ("about 60 people", (None, 60, None), "approximate"),
    ("some 2,500 civilians", (None, 2500, None), "approximate"),
    ("nearly 100 monks", (None, 100, None), "approximate"),
    ("almost seventy monks", (None, 70, None), "approximate"),
    ("around two dozen monks", (None, 24, None), "approximate"),
    ("an estimated 400 fighters", (None, 400, None), "approximate"),
    ("roughly 1.2 million people", (None, 1_200_000, None), "approximate"),
    ("close to 40 fighters", (None, 40, None), "approximate"),
    # ranges
    ("between 10 and 15 rebels", (10, None, 15), "range"),
    ("between 1,000 and 2,000 rebels", (1000, None, 2000), "range"),
    ("10 to 15 rebels", (10, None, 15), "range"),
    ("from 20 to 30 rebels", (20, None, 30), "range"),
    ("10-15 rebels", (10, None, 15), "range"),
    ("10–15 rebels", (10, None, 15), "range"),
    ("five or six rebels", (5, None, 6), "range"),
    ("three to five rebels", (3, None, 5), "range"),
    # no number at all
    ("several officers", (3, None, None), "approximate"),
    ("a few officers", (3, None, None), "approximate"),
    ("a handful of officers", (3, None, None), "approximate"),
    ("tens of farmers", (20, None, None), "approximate"),
    ("dozens of farmers", (24, None, None), "approximate"),
    ("scores of farmers", (40, None, None), "approximate"),
    ("a few dozen farmers", (36, None, None), "approximate"),
    ("several dozen farmers", (36, None, None), "approximate"),
    ("hundreds of farmers", (200, None, None), "approximate"),
    ("several hundred farmers", (300, None, None), "approximate"),
    ("thousands of farmers", (2000, None, None), "approximate"),
    ("tens of thousands of farmers", (20_000, None, None), "approximate"),
    ("hundreds of thousands of farmers", (200_000, None, None), "approximate"),
    ("dozens, perhaps hundreds, of farmers", (24, None, None), "approximate"),
]

KNOWN_FLAWS: list[Row] = [
    # words after the figure
    ("100 or more farmers", (100, 100, None), "approximate"),
    ("50 or so farmers", (None, 50, None), "approximate"),
    ("1.2m people", (1_200_000, 1_200_000, 1_200_000), "number"),
    # the scale belongs to both ends of a range
    ("seven to eight hundred farmers", (700, None, 800), "range"),
]
FLAWED = [pytest.param(*row, marks=pytest.mark.xfail(strict=True)) for row in KNOWN_FLAWS]

NO_NUMBERS = [
    "the soldiers",
    "soldiers and police",
    "40% of the town",
    "50 percent of the voters",
    "ten per cent of the voters",
    "the 15th brigade",
    "some soldiers",
]

VALUES: list[tuple[str, int | None]] = [
    ("7", 7),
    ("1,200", 1200),
    ("twenty-five", 25),
    ("three hundred and ten", 310),
    ("one thousand two hundred", 1200),
    ("six hundred thousand", 600_000),
    ("2.5 million", 2_500_000),
    ("two dozen", 24),
    ("a hundred", 100),
    ("five people", None),
    ("people", None),
    ("", None),
]

PHRASES: list[tuple[str, str, Bounds | None]] = [  # sentence, head noun, bounds of its phrase
    ("Gunmen killed three farmers.", "farmers", (3, 3, 3)),
    ("Gunmen killed a farmer.", "farmer", (1, 1, 1)),
    ("Gunmen killed the farmer.", "farmer", (1, 1, 1)),
    ("Gunmen killed farmers.", "farmers", None),
    ("Gunmen killed dozens of farmers.", "farmers", (24, None, None)),
    ("Gunmen killed at least nine of the farmers.", "farmers", (9, 9, None)),
    ("Gunmen killed a family of six.", "family", (6, 6, 6)),
    ("Gunmen killed a 12-year-old boy.", "boy", (1, 1, 1)),
    ("Gunmen attacked 40 army trucks.", "trucks", (40, 40, 40)),
    ("Police shot himself and two guards.", "guards", (2, 2, 2)),
    ("The army killed rebels in the 2003 invasion.", "rebels", None),
    ("Two F-16 jets bombed the camp.", "jets", (2, 2, 2)),
]


@pytest.mark.parametrize(("words", "bounds", "stated"), [*ROWS, *FLAWED])
def test_quantities_are_read_with_their_bounds(words: str, bounds: Bounds, stated: str) -> None:
    found = read_quantity(words)
    assert found is not None
    assert (found.low, found.best, found.high) == bounds
    assert found.stated == stated


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_words_that_count_nothing_give_no_quantity(words: str) -> None:
    assert read_quantity(words) is None


@pytest.mark.parametrize(("words", "span"), [("at least five men", "at least five"), ("a crowd of 40", "40"), ("he saw dozens of men", "dozens")])
def test_spans_count_from_the_offset(words: str, span: str) -> None:
    found = read_quantity(words, offset=100)
    assert found is not None
    assert words[found.span[0] - 100 : found.span[1] - 100] == span


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_words_and_figures_have_a_value(words: str, value: int | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(("sentence", "noun", "bounds"), PHRASES)
def test_a_noun_phrase_counts_its_people(sentence: str, noun: str, bounds: Bounds | None, coder: Coder) -> None:
    (parsed,) = coder._parse([document(sentence)])
    found = quantity_of(next(word for each in parsed for word in each.words if word.text == noun), sentence)
    assert (found and (found.low, found.best, found.high)) == bounds
