"""Who is behind a deed: each rule proves itself, its `yes` sentences give an actor by it, its `no` sentences none."""

from __future__ import annotations

import pytest

from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder
from whowhom.entries import Responsibility, entries_of

RULES = entries_of(Responsibility, knowledge_folder() / "responsibility.yaml")
CASES = [(each.id, sentence, wanted) for each in RULES for wanted, sentences in ((True, each.yes), (False, each.no)) for sentence in sentences]


@pytest.mark.parametrize(("rule", "sentence", "wanted"), CASES)
def test_a_rule_names_who_is_behind_a_deed(rule: str, sentence: str, wanted: bool, coder: Coder) -> None:
    events = coder.code(sentence, published="2024-03-14").events
    found = {evidence.rule for event in events for evidence in event.evidence if evidence.field == "actor"}
    assert (f"responsibility.{rule}" in found) == wanted, found


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.id)
def test_a_rule_has_sentences_for_and_against(rule: Responsibility) -> None:
    assert rule.yes
    assert rule.no
