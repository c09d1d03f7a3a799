"""Lines of a page that are not the story, by the sentences of knowledge/furniture.yaml."""

from __future__ import annotations

import pytest

from whowhom.parse.sentences import paragraphs
from whowhom.read.furniture import furniture_of, patterns, without_furniture

CASES = [(entry.id, line, wanted) for entry, _ in patterns() for lines, wanted in ((entry.yes, True), (entry.no, False)) for line in lines]


@pytest.mark.parametrize(("name", "line", "wanted"), CASES, ids=lambda value: str(value)[:40])
def test_lines_of_furniture(name: str, line: str, wanted: bool) -> None:
    assert (furniture_of(line) == name) is wanted


def test_a_line_told_twice_is_kept_once() -> None:
    text = "Rebels shell Marib\n\nRebels shell Marib\n\nMedics counted five dead.\n\nRead more: the war in maps"
    assert [text[start:end] for start, end in without_furniture(text, paragraphs(text))] == ["Rebels shell Marib", "Medics counted five dead."]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One line.\nAnother line.", 2),
        ("A long line of a wire report that was wrapped by a machine at the\nseventieth column and goes on here.", 1),
        ("First paragraph.\n\nSecond paragraph.", 2),
        ("Title Of The Story\nThe story begins here.", 2),
    ],
)
def test_paragraphs_join_wrapped_lines(text: str, count: int) -> None:
    assert len(list(paragraphs(text))) == count
