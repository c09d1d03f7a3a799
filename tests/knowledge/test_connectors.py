"""Every connector proves itself: its `yes` sentences give a link by it, its `no` sentences none."""

from __future__ import annotations

import pytest

from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder
from whowhom.entries import Connector, entries_of

CONNECTORS = entries_of(Connector, knowledge_folder() / "links.yaml")
CASES = [(each.id, sentence, wanted) for each in CONNECTORS for wanted, sentences in ((True, each.yes), (False, each.no)) for sentence in sentences]


@pytest.mark.parametrize(("connector", "sentence", "wanted"), CASES)
def test_a_connector_links(connector: str, sentence: str, wanted: bool, coder: Coder) -> None:
    events = coder.code(sentence, published="2024-03-14").events
    found = {evidence.rule for event in events for evidence in event.evidence if evidence.field == "links"}
    assert (f"links.{connector}" in found) == wanted, found


@pytest.mark.parametrize("connector", CONNECTORS, ids=lambda each: each.id)
def test_a_connector_has_sentences_for_and_against(connector: Connector) -> None:
    assert len(connector.yes) >= 2
    assert connector.no
