"""The story sets of eval/incidents, coded by the real coder and merged, hold their floors; and merging does not hang on the order of the stories."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from whowhom.coder import Coder, document
from whowhom.merge.gather import gather
from whowhom.merge.report import Report, reports_of
from whowhom.merge.rules import MergeRules

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))
import incidents  # type: ignore[import-not-found]

LEAST_GROUPS = 40


@pytest.fixture(scope="module")
def sets(coder: Coder, rules: MergeRules) -> list[Report]:
    """All reports of the sets, coded."""
    documents = [document(each["text"], str(each["published"]), source=each["source"], id=each["id"]) for each in incidents.read_sets().reports]
    return [report for story in coder.code_all(documents) for report in reports_of(story.events, story.document, rules)]


def test_the_floors_hold(coder: Coder) -> None:
    figures, wrong = incidents.measure(coder=coder)
    for name, floor in incidents.FLOORS.items():
        assert figures[name] >= floor, "\n".join(wrong)


def test_the_sets_are_as_large_as_they_claim() -> None:
    tellings = incidents.read_sets().tellings()
    sizes = [list(tellings.values()).count(deed) for deed in set(tellings.values())]
    assert sum(3 <= size <= 8 for size in sizes) >= LEAST_GROUPS
    assert max(sizes) <= 8


def test_the_order_of_stories_says_nothing(sets: list[Report], rules: MergeRules) -> None:
    shuffled = sets.copy()
    Random(1).shuffle(shuffled)
    assert gather(shuffled, rules) == gather(sets, rules)


def test_the_measures_know_a_perfect_a_torn_and_a_lumped_answer() -> None:
    gold = {("r1", "a"): "a", ("r2", "a"): "a", ("r3", "b"): "b", ("r4", "b"): "b"}
    torn = {telling: number for number, telling in enumerate(gold)}
    lumped = dict.fromkeys(gold, 0)
    assert incidents.pairwise(gold, gold)["pairs_f1"] == incidents.b_cubed(gold, gold)["b3_f1"] == 1
    assert incidents.pairwise(gold, torn)["pairs_recall"] == 0
    assert incidents.b_cubed(gold, torn)["b3_recall"] == 0.5
    assert incidents.pairwise(gold, lumped)["pairs_precision"] == pytest.approx(2 / 6)
    assert incidents.b_cubed(gold, lumped)["b3_precision"] == 0.5
