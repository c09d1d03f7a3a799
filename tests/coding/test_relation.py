"""The classifier's edges: what it is shown of a pair, how the rules vote beside it, and that its answers are what they say."""

from __future__ import annotations

import hashlib
import json

import pytest

from whowhom.coder import Coder
from whowhom.coding.relation import FOLDER, LONGEST, NONE, Classifier, Pair, encode
from whowhom.coding.votes import Vote, pooled, vote_of

TEXT = "Late on Monday rebels shelled the army base at Marib."


def span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier()


def shown(pair: Pair, classifier: Classifier) -> list[str]:
    """The tokens of a pair as the encoder sees them."""
    return [classifier.tokenizer.id_to_token(number) for number in encode(classifier.tokenizer, pair).ids]


def test_markers_stand_round_the_marked_words(classifier: Classifier) -> None:
    pair = Pair(TEXT, span(TEXT, "rebels"), span(TEXT, "army base"), span(TEXT, "shelled"))
    tokens = " ".join(shown(pair, classifier)).replace(" ##", "")
    assert "[unused1] rebels [unused2] [unused5] shelled [unused6] the [unused3] army base [unused4] at" in tokens


def test_marker_positions_are_those_of_the_opening_markers(classifier: Classifier) -> None:
    pair = Pair(TEXT, span(TEXT, "rebels"), None)
    ids, marks = encode(classifier.tokenizer, pair)
    assert classifier.tokenizer.id_to_token(ids[marks[0]]) == "[unused1]"
    assert marks[1:] == (0, 0)


def test_of_a_long_text_the_tokens_nearest_to_the_marked_words_are_kept(classifier: Classifier) -> None:
    text = "Nobody knows why. " * 60 + TEXT + " It rained in the hills." * 60
    tokens = shown(Pair(text, span(text, "rebels"), span(text, "army base")), classifier)
    assert len(tokens) == LONGEST + 6  # with two ends and four markers
    assert "[unused1] rebels [unused2]" in " ".join(tokens)


def test_probabilities_sum_to_one_and_do_not_depend_on_what_else_is_asked(classifier: Classifier) -> None:
    one = Pair(TEXT, span(TEXT, "rebels"), span(TEXT, "army base"))
    other = Pair("Oslo praised Lima.", (0, 4), (13, 17))
    together = classifier.relate([one, other])
    assert [sum(answer.types.values()) for answer in together] == pytest.approx([1, 1], abs=0.002)
    assert together == [*classifier.relate([one]), *classifier.relate([other])]


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "kind"),
    [
        ("Rebels shelled the army base at Marib on Monday.", "Rebels", "army base", "ASSAULT"),
        ("The army base at Marib was shelled by rebels on Monday.", "rebels", "army base", "ASSAULT"),
        ("Norway shipped rice and tents to Chad after the floods.", "Norway", "Chad", "AID"),
        ("Lima recalled its ambassador from Quito over the raid.", "Lima", "Quito", "SANCTION"),
        ("The bishops urged the junta to free the students.", "bishops", "junta", "REQUEST"),
        ("Police arrested six members of the dockers' union.", "Police", "dockers' union", "COERCE"),
        ("Hanoi refused to meet the envoy of Bangkok.", "Hanoi", "Bangkok", "REJECT"),
        ("Thousands of students marched against the governor.", "students", "governor", "PROTEST"),
        ("The minister flew to Ankara and met his Turkish counterpart.", "minister", "Turkish counterpart", "CONSULT"),
        ("Guards freed the captured pilots of the coalition.", "Guards", "coalition", "RETREAT"),
    ],
)
def test_plain_sentences_are_related_rightly(text: str, actor: str, recipient: str, kind: str, whole_coder: Coder) -> None:
    types = whole_coder.relate(text, span(text, actor), span(text, recipient))
    assert max((name for name in types if name != NONE), key=lambda name: types[name]) == kind


def test_the_other_way_round_is_another_relation(classifier: Classifier) -> None:
    actor, recipient = span(TEXT, "rebels"), span(TEXT, "army base")
    right, wrong = classifier.relate([Pair(TEXT, actor, recipient), Pair(TEXT, recipient, actor)])
    assert right.types["ASSAULT"] > wrong.types["ASSAULT"]


def test_the_rules_vote_by_how_well_an_event_agrees_with_the_pair(coder: Coder) -> None:
    events = coder.code("Rebels shelled the army base at Marib.").events
    text = "Rebels shelled the army base at Marib."
    assert vote_of(Pair(text, span(text, "Rebels"), span(text, "army base")), events) == ("ASSAULT", "pair", True)
    assert vote_of(Pair(text, span(text, "Rebels"), None), events) == ("ASSAULT", "pair", True)
    assert vote_of(Pair(text, span(text, "Marib"), span(text, "army base")), events) == ("ASSAULT", "side", True)
    assert vote_of(Pair(text, None, None), ()) is None


def test_a_vote_is_alone_where_the_rules_read_nothing_of_another_type(coder: Coder) -> None:
    text = "Rebels shelled the army base at Marib after Iran sent them food."
    vote = vote_of(Pair(text, span(text, "Rebels"), span(text, "army base")), coder.code(text).events)
    assert vote == ("ASSAULT", "pair", False)
    assert vote.weight == "pair"


def test_a_vote_raises_the_odds_of_its_type_and_the_sum_stays_one() -> None:
    found = pooled({"AID": 0.5, "SUPPORT": 0.25, NONE: 0.25}, Vote("SUPPORT", "pair", True), {"pair alone": 4.0})
    assert found == {"AID": 0.2857, "SUPPORT": 0.5714, NONE: 0.1429}
    assert pooled({"AID": 1.0}, None, {"pair alone": 4.0}) == {"AID": 1.0}


def test_the_weights_are_those_of_the_checksum_and_small_enough() -> None:
    weights = (FOLDER / "relation.onnx").read_bytes()
    assert hashlib.sha256(weights).hexdigest() == (FOLDER / "SHA256").read_text(encoding="utf-8").strip()
    assert len(weights) <= 25_000_000  # bytes


def test_the_labels_are_those_of_the_codebook(coder: Coder) -> None:
    labels = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))
    assert labels["types"] == [*coder.book.types, NONE]
    assert set(labels["modes"]) == {f"{name}/{mode}" for name, kind in coder.book.types.items() for mode in kind.modes}
