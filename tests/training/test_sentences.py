"""The training set is what it says: well marked, large and varied enough, and free of sentences that are kept for measuring."""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent.parent
sys.path.insert(0, str(TOP / "training"))

from compose import composed  # noqa: E402
from sentences import NONE, TYPES, Example, MalformedError, example_of, written  # noqa: E402
from variants import with_party  # noqa: E402

GOLD = TOP.parent / "shared" / "gold"
SHINGLE = 13  # words in a row that two texts of different origin do not share


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return [*written(), *composed()]


def words_of(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.casefold()))


def test_enough_of_every_type_and_mode(examples: list[Example]) -> None:
    types = Counter(each.type for each in examples)
    assert {name: types[name] for name in TYPES if types[name] < 300} == {}
    assert types[NONE] >= 1500
    modes = Counter((each.type, mode) for each in examples for mode in each.modes)
    assert {(name, mode): modes[name, mode] for name, known in TYPES.items() for mode in known if modes[name, mode] < 40} == {}


def test_the_sentences_are_distinct(examples: list[Example]) -> None:
    assert len({words_of(each.text) for each in examples}) >= 0.99 * len(examples)


def test_what_an_actor_says_it_will_do_is_labelled_as_the_rules_convert_it(examples: list[Example]) -> None:
    converted = {
        "AID",
        "CONSULT",
        "SUPPORT",
        "COOPERATE",
        "RETREAT",
        "COERCE",
        "SANCTION",
        "PROTEST",
    }  # `future` of conversions.yaml, less fighting and massing
    planned = [each for each in examples if each.reality == "planned" and each.type in converted and each.trigger]
    assert planned
    assert [each.text for each in planned if each.trigger and each.text[: each.trigger[0]].endswith(" will ")] == []


@pytest.mark.skipif(not GOLD.is_dir(), reason="the sets for measuring are not beside the project")
def test_no_sentence_is_one_of_those_kept_for_measuring(examples: list[Example]) -> None:
    kept = [
        words_of(json.loads(line)["text"])
        for path in sorted(GOLD.glob("*.jsonl.gz"))
        for line in gzip.decompress(path.read_bytes()).decode().splitlines()
    ]
    whole = set(kept)
    shingles = {words[at : at + SHINGLE] for words in kept for at in range(len(words) - SHINGLE + 1)}
    for each in examples:
        words = words_of(each.text)
        assert words not in whole, each.text
        assert all(words[at : at + SHINGLE] not in shingles for at in range(len(words) - SHINGLE + 1)), each.text


def test_a_marked_line_is_read() -> None:
    found = example_of("COERCE/seize+arrest | alleged | local | A[Guards] T[took] R[the boat] at dusk.", "test")
    assert found.text == "Guards took the boat at dusk."
    assert [found.text[slice(*span)] for span in (found.actor, found.trigger, found.recipient) if span] == ["Guards", "took", "the boat"]
    assert (found.type, found.modes, found.reality) == ("COERCE", ("seize", "arrest"), "alleged")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("AID | asserted | A[Oslo] T[fed] R[Bor].", "four fields"),
        ("HELP | asserted | agency | A[Oslo] T[fed] R[Bor].", "no such type"),
        ("AID/feed | asserted | agency | A[Oslo] T[fed] R[Bor].", "no mode"),
        ("AID | true | agency | A[Oslo] T[fed] R[Bor].", "no such reality"),
        ("AID | asserted | agency | A[Oslo] T[fed] A[Bor].", "stands twice"),
        ("AID | asserted | agency | A[Oslo] fed R[Bor].", "no words of the deed"),
        ("AID | asserted | poem | A[Oslo] T[fed] R[Bor].", "no such style"),
    ],
)
def test_a_faulty_line_is_named(line: str, fault: str) -> None:
    with pytest.raises(MalformedError, match=fault):
        example_of(line, "test")


def test_other_parties_keep_every_mark_on_its_words() -> None:
    found = with_party(example_of("AID | asserted | agency | A[Oslo] T[fed] R[Bor] in May.", "test"), "actor", "the Red Crescent")
    assert found.text == "the Red Crescent fed Bor in May."
    assert [found.text[slice(*span)] for span in (found.actor, found.trigger, found.recipient) if span] == ["the Red Crescent", "fed", "Bor"]
