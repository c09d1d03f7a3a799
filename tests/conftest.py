"""What the tests share: one coder, loaded once, and a short way to code a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from whowhom.coder import Coder, Setup
from whowhom.model import Event

settings.register_profile("anywhere", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the program
settings.load_profile("anywhere")
Code = Callable[..., tuple[Event, ...]]
DAY = "2024-03-14"  # a Thursday
pytest_plugins = ["databases"]


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder by rules alone, so that what is tested is the rule and not what the learned classifier makes of it."""
    return Coder(Setup(model=False))


@pytest.fixture(scope="session")
def whole_coder() -> Coder:
    """The coder as it is shipped, with the learned classifier."""
    return Coder()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """Codes a text told on a Thursday, unless another day is given; returns its events."""

    def run(text: str, published: str | None = DAY) -> tuple[Event, ...]:
        return coder.code(text, published).events

    return run
