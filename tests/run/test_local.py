"""The pool of workers: what happens when one of them is killed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest

from whowhom.coder import Setup, document
from whowhom.errors import WhowhomError
from whowhom.model import Document
from whowhom.run.local import code_documents


def stories_until_the_workers_are_killed() -> Iterator[Document]:
    for number in range(200):
        if number == 100:
            for worker in multiprocessing.active_children():
                worker.kill()
        yield document(f"Rebels shelled Marib for the {number}th time.")


def test_a_killed_worker_is_told_with_what_to_do() -> None:
    with pytest.raises(WhowhomError, match=r"a worker was ended from outside.*fewer --workers"):
        list(code_documents(stories_until_the_workers_are_killed(), 2, Setup(model=False)))
