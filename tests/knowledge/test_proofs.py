"""Every rule proves itself: its `yes` sentences give its event, its `no` sentences do not.

Sentences that a known flaw of parser or grammar still breaks are listed in pending.txt, each as `RULE<tab>yes|no<tab>SENTENCE`.
The list is strict: a sentence that holds again must leave it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder
from whowhom.entries import Rule, entries_of
from whowhom.prove import prove

FILES = sorted((knowledge_folder() / "events").glob("*.yaml"))
PENDING = frozenset((Path(__file__).parent / "pending.txt").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rules_prove_themselves(path: Path, coder: Coder) -> None:
    rules = entries_of(Rule, path)
    failing = {f"{failure.rule}\t{failure.wanted}\t{failure.sentence}" for failure in prove(rules, coder)}
    here = {line for line in PENDING if line.split("\t")[0] in {rule.id for rule in rules}}
    assert not failing - here, "these do not hold"
    assert not here - failing, "these hold again; take them off pending.txt"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_rule_has_sentences_for_and_against(path: Path) -> None:
    for rule in entries_of(Rule, path):
        assert len(rule.yes) >= 2, rule.id
        assert rule.no, rule.id
        assert len(set(rule.yes)) == len(rule.yes), rule.id


def test_no_pending_line_is_of_a_rule_that_is_gone(coder: Coder) -> None:
    assert {line.split("\t")[0] for line in PENDING} <= set(coder.book.rules)
