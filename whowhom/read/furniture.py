"""Which lines of a page are not the story? Teasers, share bars, newsletter lines, error banners, a headline told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from whowhom.codebook import knowledge_folder
from whowhom.entries import Entry, entries_of

LONGEST_LINE = 300  # characters; longer lines are prose


class Furniture(Entry):
    """A pattern for whole lines that do not belong to the story."""

    id: str
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    """The patterns of `knowledge/furniture.yaml`, compiled."""
    entries = entries_of(Furniture, knowledge_folder() / "furniture.yaml")
    return tuple((entry, re.compile(entry.pattern, re.IGNORECASE)) for entry in entries)


def furniture_of(line: str) -> str | None:
    """The id of the pattern that takes a line for furniture, or None."""
    line = line.strip()
    if not line or len(line) > LONGEST_LINE:
        return None
    return next((entry.id for entry, pattern in patterns() if pattern.fullmatch(line)), None)


def without_furniture(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text that belong to the story; a line told twice is kept once."""
    seen: set[str] = set()
    for start, end in spans:
        line = " ".join(text[start:end].split()).lower()
        if line in seen or furniture_of(text[start:end]):
            continue
        seen.add(line)
        yield start, end
