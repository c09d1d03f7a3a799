"""One JSON object a line: the record itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from whowhom.model import Event


def jsonl_writer(file: IO[str]) -> Callable[[Event], None]:
    """A function that writes an event as a line."""

    def write(event: Event) -> None:
        file.write(event.as_json() + "\n")

    return write
