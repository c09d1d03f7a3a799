"""What a report of some length tells, and what it only mentions."""

from __future__ import annotations

import pytest

from whowhom.coder import Coder

AROUND = (
    "The minister spoke to the press in the afternoon. He praised the new railway. He promised lower fares for pupils. "
    "The line has eleven stations. Engineers worked on it for six years. {} The first train left on time. A band played."
)

MENTIONED = [
    "After all, nobody gains from violence.",
    "They have killed teachers and reporters.",
    "He spoke about the kidnapping of students, teachers and union leaders.",
    "Those who kill nurses are cowards, he said.",
    "The valley has known hunger, floods and many killings.",
    "Where violence reigns, violence is the only teacher.",
    "The war has claimed 70,000 lives.",
    "In more than 900 ambushes 212 rebels lost their lives.",
]

TOLD = [
    "Gunmen killed two guards at a station near Cali.",
    "On Friday rebels attacked a convoy.",
    "Rebels have killed the mayor of the town.",
    "The massacre of the priests weighed on the talks.",
    "The raid by the FARC surprised the workers.",
    "Bombs wounded several of the workers.",
    "The jets hit the harbour in response to mortar attacks in Yemen.",
]


def assaults(sentence: str, coder: Coder) -> list[str]:
    story = coder.code(AROUND.format(sentence), "2021-05-20")
    return [event.trigger.text for event in story.events if event.type == "ASSAULT"]


@pytest.mark.parametrize("sentence", MENTIONED)
def test_what_is_only_mentioned_is_no_record(sentence: str, coder: Coder) -> None:
    assert assaults(sentence, coder) == []


@pytest.mark.parametrize("sentence", TOLD)
def test_what_is_told_is_one(sentence: str, coder: Coder) -> None:
    assert assaults(sentence, coder)


def test_a_single_sentence_needs_less(coder: Coder) -> None:
    assert [event.type for event in coder.code("They have killed teachers and reporters.").events] == ["ASSAULT"]
