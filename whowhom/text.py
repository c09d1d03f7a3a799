"""Where did each character come from? A text built from pieces of its original, with its map kept while building."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

NOWHERE = -1  # origin of a character that was put in (a line break between paragraphs)


@dataclass(slots=True)
class MappedText:
    """A text under construction and, for every character, its offset in the original (or NOWHERE)."""

    parts: list[str] = field(default_factory=list)
    origins: array[int] = field(default_factory=lambda: array("q"))

    def copy(self, text: str, origins: Iterable[int]) -> None:
        """Adds characters that stand in the original at these offsets."""
        before = len(self.origins)
        self.origins.extend(origins)
        if len(self.origins) - before != len(text):
            raise ValueError(f"{len(text)} characters need as many origins, not {len(self.origins) - before}")
        self.parts.append(text)

    def insert(self, text: str) -> None:
        """Adds characters that the original does not have."""
        self.parts.append(text)
        self.origins.extend([NOWHERE] * len(text))

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def runs(self) -> tuple[tuple[int, int, int], ...]:
        """The map in short: (start in the text, start in the original, characters) of each stretch that was copied as it stood."""
        found: list[tuple[int, int, int]] = []
        for at, origin in enumerate(self.origins):
            if found and origin != NOWHERE and (run := found[-1])[0] + run[2] == at and run[1] + run[2] == origin:
                found[-1] = (run[0], run[1], run[2] + 1)
            elif origin != NOWHERE:
                found.append((at, origin, 1))
        return tuple(found)

    def __len__(self) -> int:
        return len(self.origins)

    def original_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the original that a span of the text was copied from; None if all of it was put in."""
        known = [origin for origin in self.origins[start:end] if origin != NOWHERE]
        return (min(known), max(known) + 1) if known else None

    def text_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the text copied from between two offsets of the original; None if nothing was."""
        found = [at for at, origin in enumerate(self.origins) if start <= origin < end]
        return (found[0], found[-1] + 1) if found else None
