"""Groups hold together as a whole, and do not hang on the order of the reports."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from whowhom.limits import LARGEST_NEIGHBOURHOOD
from whowhom.merge.cluster import Pair, cluster, pair_of, parts_of

NEVER = float("-inf")
IDS = [f"e{number}" for number in range(9)]
PAIRS = [pair_of(*pair) for pair in combinations(IDS, 2)]
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.one_of(st.just(NEVER), st.floats(-6, 8, allow_nan=False)))


def test_a_chain_does_not_run_away() -> None:
    chain: dict[Pair, float] = {(f"e{n}", f"e{n + 1}"): 2.0 for n in range(8)}
    assert max(map(len, cluster(IDS, chain))) == 2


def test_what_agrees_as_a_whole_is_one_group() -> None:
    assert cluster(IDS, dict.fromkeys(PAIRS, 1.0)) == [tuple(IDS)]


def test_one_poor_pair_does_not_tear_a_group_apart_but_an_impossible_one_does() -> None:
    scores = {("a", "b"): 3.0, ("a", "c"): 3.0, ("b", "c"): -1.0}
    assert cluster("abc", scores) == [("a", "b", "c")]
    assert cluster("abc", scores | {("b", "c"): NEVER}) == [("a", "b"), ("c",)]


def test_a_person_joins_what_no_score_would_and_keeps_apart_what_any_would() -> None:
    assert cluster("abc", {("a", "b"): NEVER}, must=[("b", "a")]) == [("a", "b"), ("c",)]
    assert cluster("ab", {("a", "b"): NEVER}) == [("a",), ("b",)]


def test_what_a_person_joined_takes_its_neighbours_along_unless_they_were_kept_apart() -> None:
    """a and b agree; a person joins b and c, which no score would: a stays with b."""
    scores = {("a", "b"): 3.0, ("a", "c"): NEVER}
    assert cluster("abc", scores, must=[("b", "c")]) == [("a", "b", "c")]
    assert cluster("abc", scores, must=[("b", "c")], apart=[("a", "c")]) == [("a",), ("b", "c")]


def test_a_neighbourhood_too_large_is_cut_where_it_hangs_together_least() -> None:
    half = LARGEST_NEIGHBOURHOOD // 2 + 10
    left, right = [f"l{number:04}" for number in range(half)], [f"r{number:04}" for number in range(half)]
    scores = {(one, two): 4.0 for side in (left, right) for one, two in pairwise(side)} | {(left[-1], right[0]): 0.2}
    groups = cluster(left + right, scores)
    assert not any(left[-1] in group and right[0] in group for group in groups)


@given(SCORES, st.integers(0, 10_000))
def test_the_order_of_reports_says_nothing(scores: dict[Pair, float], seed: int) -> None:
    ids, listed = IDS.copy(), list(scores.items())
    Random(seed).shuffle(ids)
    Random(seed).shuffle(listed)
    assert cluster(ids, dict(listed)) == cluster(IDS, scores)


@given(SCORES)
def test_every_report_is_in_one_group_and_no_group_holds_what_cannot_be(scores: dict[Pair, float]) -> None:
    groups = cluster(IDS, scores)
    assert sorted(each for group in groups for each in group) == IDS
    for group in groups:
        assert all(scores.get(pair_of(*pair)) != NEVER for pair in combinations(group, 2))


@given(SCORES)
def test_a_part_may_be_clustered_by_itself(scores: dict[Pair, float]) -> None:
    """What lets new stories be merged without reading the rest: groups do not reach over the parts of the graph of likely pairs."""
    alone = sorted(group for part in parts_of(IDS, scores) for group in cluster(part, scores))
    assert alone == cluster(IDS, scores)
