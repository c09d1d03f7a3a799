"""Rules and classifier together: it confirms, corrects, drops and adds, by stated probabilities; a classifier of the test's own says what."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from whowhom.coder import Coder, document
from whowhom.coding.relation import NONE, Pair, Relation
from whowhom.model import Event
from whowhom.pipeline import code_document


class Saying:
    """A classifier that gives every pair the same answer and remembers what it was asked."""

    def __init__(self, types: dict[str, float], modes: dict[str, float] | None = None) -> None:
        self.types, self.modes = types, modes or {}
        self.asked: list[Pair] = []

    def relate(self, pairs: Iterable[Pair]) -> list[Relation]:
        asked = list(pairs)
        self.asked += asked
        return [Relation({name: self.types.get(name, 0.0) for name in KINDS}, self.modes, {}) for _ in asked]


KINDS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT", NONE,
)  # fmt: skip


def coded(text: str, classifier: Saying, coder: Coder) -> tuple[Event, ...]:
    one = document(text, "2024-03-14")
    return code_document(one, coder._parse([one])[0], coder.book, coder.gazetteer, "test", classifier).events  # type: ignore[arg-type]


SHELLED = "Rebels shelled the Yemeni army on Tuesday."
BLASTED = "Rebels blasted the Yemeni president."  # with words or with shells; and no day or place is told
UNKNOWN = "Rebels shelled Haradh on Tuesday. Oman zigzagged Yemen on Friday."


def test_what_the_classifier_confirms_stays_and_is_surer(coder: Coder) -> None:
    sure, unsure = (coded(BLASTED, Saying({"ASSAULT": share, NONE: 1 - share}), coder) for share in (0.99, 0.4))
    assert [event.type for event in (*sure, *unsure)] == ["ASSAULT", "ASSAULT"]
    assert sure[0].confidence > unsure[0].confidence


def test_another_type_that_it_is_sure_of_goes_before_the_rule(coder: Coder) -> None:
    (event,) = coded(BLASTED, Saying({"AID": 0.99, "ASSAULT": 0.0}), coder)
    assert (event.type, event.trigger.text) == ("AID", "blasted")
    assert "relation.aid" in {evidence.rule for evidence in event.evidence}


def test_a_deed_that_it_is_sure_is_none_is_dropped(coder: Coder) -> None:
    assert coded(BLASTED, Saying({NONE: 0.99}), coder) == ()


def test_a_verb_that_no_rule_knows_becomes_an_event_read_by_the_model(coder: Coder) -> None:
    events = coded(UNKNOWN, Saying({"ASSAULT": 0.99}, {"ASSAULT/drone": 0.9}), coder)
    added = next(event for event in events if event.trigger.text == "zigzagged")
    assert (added.type, added.modes, added.actor[0].country, added.recipient[0].country) == ("ASSAULT", ("drone",), "OMN", "YEM")
    assert added.evidence[0].rule == "relation.assault"


@pytest.mark.parametrize(
    ("text", "asked"),
    [  # a deed of its own in a clause beside the verb says nothing about the verb; one that the verb tells or is about does
        ("Oman coddled Yemeni officers who had been shelled by rebels.", True),
        ("Oman coddled Yemeni officers shelled by rebels.", True),
        ("Oman coddled Yemeni officers after rebels shelled Haradh.", True),
        ("Oman coddled Yemeni reports that rebels had shelled Haradh.", False),
    ],
)
def test_a_verb_beside_a_known_deed_is_asked_about(text: str, asked: bool, coder: Coder) -> None:
    classifier = Saying({NONE: 1.0})
    coded(text, classifier, coder)
    assert ("coddled" in [pair.text[slice(*pair.trigger)] for pair in classifier.asked if pair.trigger]) == asked


@pytest.mark.parametrize("share", [0.5, 0.7])
def test_a_verb_that_no_rule_knows_is_left_where_it_is_not_sure(share: float, coder: Coder) -> None:
    events = coded(UNKNOWN, Saying({"ASSAULT": share, NONE: 1 - share}), coder)
    assert all(event.trigger.text != "zigzagged" for event in events)


def test_it_is_asked_about_the_sentence_with_the_words_of_the_deed(coder: Coder) -> None:
    classifier = Saying({"ASSAULT": 0.9})
    coded("It rained. " + BLASTED, classifier, coder)
    (pair,) = classifier.asked
    marked = [pair.text[slice(*span)] for span in (pair.actor, pair.trigger, pair.recipient) if span]
    assert (pair.text, marked) == (BLASTED, ["Rebels", "blasted", "Yemeni president"])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (BLASTED, 1),
        ("Rebels blasted the Yemeni president on Tuesday.", 0),  # who, whom and when: nothing is in doubt
        ("Rebels shelled the Yemeni army.", 0),  # a word of one sense
        ("Rebels denied that they had blasted the Yemeni president.", 0),  # what is denied is content; pronouns it was taught none of
    ],
)
def test_it_is_asked_only_where_a_rule_may_be_wrong(text: str, asked: int, coder: Coder) -> None:
    classifier = Saying({"ASSAULT": 0.9})
    coded(text, classifier, coder)
    assert len(classifier.asked) == asked


def test_without_a_classifier_the_rules_stand_alone(coder: Coder) -> None:
    assert coder.classifier is None
    assert [event.type for event in coder.code(SHELLED).events] == ["ASSAULT"]
    assert coder.name.count(" ") + 1 == 3  # name, version, codebook: no weights
