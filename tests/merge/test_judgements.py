"""Judgements: the last in force holds, undoing can be undone, and anchors find their event again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Code
from whowhom.merge.judgements import Judgement, Verb, anchor_of, find, fold, in_force

TEXT = (
    "Rebels shelled the town of Haradh on Tuesday and killed four civilians, doctors said. The army answered on Wednesday with air strikes on two "
    "depots near Sirwah.\n\nRebels shelled the town of Taiz on Monday."
)


def judgement(key: int, verb: Verb, field: str | None = None, value: str | None = None, undoes: int | None = None) -> Judgement:
    return Judgement(key=key, subject="event x", number=key, verb=verb, who="ana", at="2024-03-14T10:00:00Z", field=field, value=value, undoes=undoes)


def test_the_last_decision_and_the_last_correction_of_a_field_hold() -> None:
    standing = fold([
        judgement(1, "accept"), judgement(2, "correct", "killed", "4"), judgement(3, "correct", "date", "2024-03-12"),
        judgement(4, "correct", "killed", "5"), judgement(5, "note", value="ask the hospital"), judgement(6, "reject"),
    ])  # fmt: skip
    assert standing.decided == "rejected"
    assert {field: each.value for field, each in standing.corrections.items()} == {"killed": "5", "date": "2024-03-12"}
    assert [note.value for note in standing.notes] == ["ask the hospital"]


def test_undoing_gives_back_what_held_before_and_can_be_undone() -> None:
    entries = [judgement(1, "accept"), judgement(2, "reject"), judgement(3, "undo", undoes=2)]
    assert fold(entries).decided == "accepted"
    assert fold([*entries, judgement(4, "undo", undoes=3)]).decided == "rejected"


def test_same_and_different_take_each_others_place() -> None:
    standing = fold([judgement(1, "same"), judgement(2, "different")])
    assert standing.relation is not None and standing.relation.verb == "different"


@given(st.lists(st.tuples(st.sampled_from(["accept", "reject", "note", "undo"]), st.integers(1, 12)), max_size=12), st.randoms())
def test_a_fold_reads_the_entries_in_their_own_order(drawn: list[tuple[Verb, int]], chance) -> None:  # type: ignore[no-untyped-def]
    entries = [
        judgement(key, verb, undoes=target if verb == "undo" else None)
        for key, (verb, target) in enumerate(drawn, 1)
        if verb != "undo" or target < key
    ]
    shuffled = entries.copy()
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(entries)
    assert {each.key for each in in_force(entries)} <= {each.key for each in entries if each.verb != "undo"}


def test_an_anchor_finds_its_event_among_like_ones(code: Code) -> None:
    events = code(TEXT)
    assert len(events) == 3
    for event in events:
        assert find(anchor_of(event, TEXT), events, TEXT) == event


@pytest.mark.parametrize(
    "text",
    [
        "SANAA - " + TEXT,
        TEXT.replace("doctors", "medics"),
        TEXT + " More follows.",
        TEXT.replace("civilians, doctors said", "people, the town's hospital said"),
    ],
)
def test_an_anchor_finds_its_event_in_a_text_that_changed_a_little(code: Code, text: str) -> None:
    before, after = code(TEXT), code(text)
    assert [find(anchor_of(event, TEXT), after, text) for event in before] == list(after)


def test_an_anchor_finds_an_event_whose_words_or_type_a_newer_coder_reads_otherwise(code: Code) -> None:
    event = code(TEXT)[0]
    wider = event.model_copy(
        update={"event_id": "new", "type": "COERCE", "trigger": event.trigger.model_copy(update={"text": TEXT[:24], "span": (0, 24)})}
    )
    assert find(anchor_of(event, TEXT), [wider], TEXT) == wider


@pytest.mark.parametrize(
    "text", ["Nothing of the kind is told here.", "Children shelled peas in the kitchen and sang the whole of a long summer evening."]
)
def test_an_anchor_without_its_words_or_their_surroundings_finds_nothing(code: Code, text: str) -> None:
    event = code(TEXT)[0]
    moved = event.model_copy(update={"trigger": event.trigger.model_copy(update={"span": (9, 16)})})
    assert find(anchor_of(event, TEXT), [moved], text) is None
