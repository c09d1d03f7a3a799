"""What the tests share: one coder, loaded once, and a short way to code a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.coder import Coder
from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]
DAY = "2024-03-14"  # a Thursday
pytest_plugins = ["databases"]


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """Codes a text told on a Thursday, unless another day is given; returns its events."""

    def run(text: str, published: str | None = DAY) -> tuple[Event, ...]:
        return coder.code(text, published).events

    return run
