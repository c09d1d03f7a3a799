"""The record's invariants, on every example page: evidence quotes the text, nothing is without words, bytes are stable."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from whowhom.coder import Coder, document
from whowhom.errors import InputError
from whowhom.model import Count, Document, Evidence, Place, Story
from whowhom.run.local import code_documents

EXAMPLES = Path(__file__).parent.parent / "examples"
TEXTS = sorted(EXAMPLES.glob("*.txt"))


@pytest.fixture(scope="module")
def stories(coder: Coder) -> list[Story]:
    return list(coder.code_all(document(path.read_text(encoding="utf-8"), published="2024-03-14", id=path.stem) for path in TEXTS))


def spans_in(value: object) -> list[tuple[str, list[int]]]:
    """(text, span) of every value of a record that quotes the document."""
    found: list[tuple[str, list[int]]] = []
    if isinstance(value, dict):
        if "text" in value and "span" in value:
            found.append((value["text"], value["span"]))
        found += [pair for each in value.values() for pair in spans_in(each)]
    elif isinstance(value, list):
        found += [pair for each in value for pair in spans_in(each)]
    return found


def test_every_quote_is_the_text_at_its_span(stories: list[Story]) -> None:
    for story in stories:
        for event in story.events:
            for quote, (start, end) in spans_in(json.loads(event.as_json())):
                assert story.document.text[start:end] == quote, event.trigger.text
            for evidence in event.evidence:
                assert story.document.text[slice(*evidence.span)] == evidence.quote


def test_every_event_shows_its_trigger_and_rule(stories: list[Story], coder: Coder) -> None:
    for story in stories:
        for event in story.events:
            first = event.evidence[0]
            assert first.field == "trigger"
            assert first.rule in coder.book.rules


def test_the_day_of_a_report_is_a_date_or_iso_and_nothing_else() -> None:
    assert document("x", date(2024, 3, 14)).published == "2024-03-14"
    assert document("x", datetime(2024, 3, 14, 8, tzinfo=UTC)).published == "2024-03-14T08:00:00+00:00"
    assert document("x", "2024-03-14T08:00:00Z").published == "2024-03-14T08:00:00Z"
    assert document("x", "").published is None
    with pytest.raises(InputError, match="'14 March 2024' is no day"):
        document("x", "14 March 2024")


def test_ids_are_unique_and_links_lead_to_events_of_the_story(stories: list[Story]) -> None:
    for story in stories:
        ids = [event.event_id for event in story.events]
        assert len(ids) == len(set(ids))
        assert all(link.event_id in (None, *ids) for event in story.events for link in event.links)


def test_types_and_modes_are_those_of_the_ontology(stories: list[Story], coder: Coder) -> None:
    for story in stories:
        for event in story.events:
            assert set(event.modes) <= set(coder.book.types[event.type].modes)
            assert event.quad == coder.book.types[event.type].quad


def lines(documents: list[Document], workers: int) -> list[str]:
    return [event.as_json() for coded in code_documents(documents, workers) for event in coded.events]


def test_same_bytes_twice_and_with_two_workers() -> None:
    documents = [document(path.read_text(encoding="utf-8"), published="2024-03-14", id=f"{path.stem}-{copy}") for copy in range(5) for path in TEXTS]
    once = lines(documents, 1)
    assert once
    assert once == lines(documents, 1) == lines(documents, 2)


def test_constructors_refuse_values_without_words() -> None:
    with pytest.raises(ValidationError, match="needs the words it rests on"):
        Place(text="", span=(0, 0), name="Aleppo")
    with pytest.raises(ValidationError, match="must rise"):
        Count(text="5 to 3", span=(0, 6), low=5, high=3)


def test_an_event_refuses_a_field_without_evidence(stories: list[Story]) -> None:
    event = next(event for story in stories for event in story.events if event.actor)
    bare = [Evidence(field="trigger", span=event.trigger.span, quote=event.trigger.text, rule="x")]
    with pytest.raises(ValidationError, match="no evidence for"):
        type(event).model_validate({**event.model_dump(), "evidence": bare})
