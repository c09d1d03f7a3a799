"""Do the words of each topic prove themselves? What its `yes` texts tell happens only in words, what its `no` texts tell happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom import codebook
from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]

FIGURES = [text for topic in codebook.load().topics for text in topic.yes]
DEEDS = [text for topic in codebook.load().topics for text in topic.no]


@pytest.mark.parametrize("text", FIGURES)
def test_words_of_violence_about_other_things_are_no_deeds(text: str, code: Code) -> None:
    assert [event.trigger.text for event in code(text) if event.reality == "asserted"] == []


@pytest.mark.parametrize("text", DEEDS)
def test_a_deed_done_to_people_of_the_topic_is_one(text: str, code: Code) -> None:
    assert [event for event in code(text) if event.reality == "asserted"]
