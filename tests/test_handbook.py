"""What `whowhom codebook` lists and explains."""

from __future__ import annotations

import pytest

from whowhom import codebook, handbook
from whowhom.errors import QuestionError


def test_the_overview_names_every_type_and_context() -> None:
    book = codebook.load()
    text = "\n".join(handbook.overview(book))
    assert all(name in text for name in (*book.types, *book.contexts))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ASSAULT", "mode drone: score -9.5, CAMEO 195"),
        ("curfew", "coerce.curfew"),
        ("election", "election: context, told by"),
        ("assault.result.kill", "actor: subject"),
    ],
)
def test_codes_are_explained(code: str, words: str) -> None:
    assert words in "\n".join(handbook.explain(codebook.load(), code))


def test_an_unknown_code_is_an_error_that_says_where_to_look() -> None:
    with pytest.raises(QuestionError, match="`whowhom codebook` lists all"):
        list(handbook.explain(codebook.load(), "qqqqq"))
    with pytest.raises(QuestionError, match="did you mean assault"):
        list(handbook.explain(codebook.load(), "asault"))
