"""The map between a text and its original, by property."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whowhom.model import Document
from whowhom.read.page import read_page, visible_text
from whowhom.text import NOWHERE, MappedText

PIECES = st.lists(st.tuples(st.booleans(), st.text(max_size=12)), max_size=12)
WORDS = st.lists(
    st.sampled_from(["rebels", "shelled", "Zürich", "the café", "A & B", "5 < 6", "“quoted”", "naïve", "no\u00a0break"]), min_size=4, max_size=30
)


@given(PIECES)
def test_copied_characters_keep_their_offsets(pieces: list[tuple[bool, str]]) -> None:
    original, mapped = "", MappedText()
    for copied, piece in pieces:
        if copied:
            mapped.copy(piece, range(len(original), len(original) + len(piece)))
            original += piece
        else:
            mapped.insert(piece)
    assert len(mapped) == len(mapped.text)
    for letter, origin in zip(mapped.text, mapped.origins, strict=True):
        assert origin == NOWHERE or original[origin] == letter


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_spans_go_there_and_back(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    mapped = MappedText()
    mapped.insert("\n")
    mapped.copy(text, range(len(text)))
    span = mapped.text_span(start, end)
    assert span is None if start == end else span is not None and mapped.original_span(*span) == (start, end)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=6))
def test_each_character_of_a_page_s_text_is_that_character_of_the_page(paragraphs: list[list[str]]) -> None:
    body = "".join(f"<p>{html.escape(' '.join(words))} and that was the report.</p>\n" for words in paragraphs)
    page = f"<!doctype html><html><head><title>A title of the page</title></head><body><nav>Home</nav><article>{body}</article></body></html>"
    document, mapped = read_page(page, "page.html")
    assert mapped.text == document.text
    for letter, origin in zip(mapped.text, mapped.origins, strict=True):
        if origin == NOWHERE:
            assert letter == "\n"
        elif page[origin] == "&":
            assert html.unescape(page[origin : page.index(";", origin) + 1]) == letter
        else:
            assert page[origin] == letter or (letter == " " and page[origin].isspace())

    for span in ((0, 3), (4, 30), (2, len(mapped)), (len(mapped) - 5, len(mapped))):
        assert document.in_original(span) == mapped.original_span(*span)


@pytest.mark.parametrize(
    ("runs", "span", "found"),
    [
        (None, (3, 9), (3, 9)),  # the text is the original
        (((0, 100, 10), (12, 130, 8)), (2, 5), (102, 105)),
        (((0, 100, 10), (12, 130, 8)), (8, 14), (108, 132)),  # over the line break between two paragraphs
        (((0, 100, 10), (12, 130, 8)), (10, 12), None),  # the line break itself
    ],
)
def test_a_span_has_its_place_in_the_original(
    runs: tuple[tuple[int, int, int], ...] | None, span: tuple[int, int], found: tuple[int, int] | None
) -> None:
    assert Document(id="a", text="x" * 20, origins=runs).in_original(span) == found


def test_letters_that_no_file_can_hold_are_replaced_one_for_one() -> None:
    document = Document(id="a\ud800", text="Rebels\x00 shelled\udfff Goma \U0001f525", title="\x00")
    assert (document.id, document.text, document.title) == ("a\ufffd", "Rebels\ufffd shelled\ufffd Goma \U0001f525", "\ufffd")


def test_hidden_parts_are_no_text() -> None:
    page = "<html><head><style>p {}</style></head><body><script>var x = 'shelled';</script><p>Seen &amp; heard</p></body></html>"
    assert visible_text(page).text.split() == ["Seen", "&", "heard"]
