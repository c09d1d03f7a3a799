"""How are tables of many small rows opened quickly? With Python's collector of circles at rest: all that is read stays, so it would look in vain."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """The collector of circular garbage off for a while (half the time of opening the knowledge), and then as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
