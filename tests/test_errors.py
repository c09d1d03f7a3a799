"""Errors tell what happened, where and what to do, and survive the way from one process to another."""

from __future__ import annotations

import pickle

import pytest

from whowhom.errors import CodebookError, ConflictError, InputError, QuestionError, StoreError, WhowhomError

ERRORS = [
    (InputError("a.txt", "no such file", "Check its name"), "a.txt: no such file. Check its name"),
    (StoreError("events.db", "it is locked", "Wait"), "events.db: it is locked. Wait"),
    (CodebookError("rules.yaml", 3, "no event type ZAP"), "rules.yaml, line 3: no event type ZAP"),
    (QuestionError("--from", "'May' is not a day"), "--from: 'May' is not a day"),
    (ConflictError("e1", 2, ("Ann rejected it",)), "e1 was judged by another: Ann rejected it. If yours still holds, say it again with --seen 2"),
    (WhowhomError("The disk is full"), "The disk is full"),
]


@pytest.mark.parametrize(("error", "words"), ERRORS, ids=[type(error).__name__ for error, _ in ERRORS])
def test_errors_read_as_sentences_and_can_be_handed_on(error: WhowhomError, words: str) -> None:
    handed = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    assert type(handed) is type(error)
    assert str(handed) == str(error) == words
    assert vars(handed) == vars(error)
