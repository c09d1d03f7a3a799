"""Ids stay; what merges, splits or vanishes leaves a tombstone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whowhom.merge.identity import Tombstone, identify


def test_new_groups_get_ids_of_their_own_always_the_same() -> None:
    first, again = identify([("a", "b"), ("c",)], {}), identify([("c",), ("a", "b")], {})
    assert first.groups == again.groups and len(first.groups) == 2 and not first.tombstones


def test_a_new_report_joins_and_the_id_stays() -> None:
    assert identify([("a", "b", "new")], {"a": "i1", "b": "i1"}).groups == {"i1": ("a", "b", "new")}


def test_a_merged_incident_points_to_the_one_that_took_its_reports() -> None:
    found = identify([("a", "b", "c")], {"a": "i1", "b": "i1", "c": "i2"})
    assert found.groups == {"i1": ("a", "b", "c")}
    assert found.tombstones == (Tombstone("i2", "merged", ("i1",), "its reports agree with those of i1"),)


def test_a_split_incident_keeps_its_id_with_most_of_its_reports() -> None:
    found = identify([("a", "b"), ("c",)], {"a": "i1", "b": "i1", "c": "i1"})
    assert found.groups["i1"] == ("a", "b")
    (other,) = set(found.groups) - {"i1"}
    (stone,) = found.tombstones
    assert (stone.incident_id, stone.fate, stone.into) == ("i1", "split", (other,))
    assert stone.reason == f"reports agree more with others: 1 to {other}; 2 stay"


def test_an_incident_without_reports_is_removed() -> None:
    assert identify([], {}, gone={"a": "i1"}).tombstones == (Tombstone("i1", "removed", (), "none of its reports is left"),)


def test_an_id_is_never_used_again() -> None:
    (used,) = identify([("a",)], {}).groups
    assert used not in identify([("a",)], {}, taken={used}).groups


EVENTS = [f"e{number}" for number in range(8)]


@given(st.lists(st.integers(0, 3), min_size=8, max_size=8), st.dictionaries(st.sampled_from(EVENTS), st.sampled_from(["i1", "i2", "i3"])))
def test_every_group_has_one_id_and_every_lost_id_a_tombstone(places: list[int], before: dict[str, str]) -> None:
    groups = [tuple(event for event, place in zip(EVENTS, places, strict=True) if place == number) for number in sorted(set(places))]
    found = identify(groups, before)
    assert sorted(found.groups.values()) == sorted(groups)
    lost = set(before.values()) - set(found.groups)
    assert lost <= {stone.incident_id for stone in found.tombstones}
    for stone in found.tombstones:
        assert set(stone.into) <= set(found.groups) and stone.incident_id not in stone.into
