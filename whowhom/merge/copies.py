"""Which reports are copies of one? Wire stories printed by many count as one source.

A story's signature is a MinHash over its runs of three words, one byte a permutation (b-bit MinHash, Li and König 2010), as hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import eq

from rensa import RMinHash

from whowhom.folding import NAME_WORD, fold

PERMUTATIONS = 64  # the share of equal ones estimates the likeness within ±0.06 at 0.75
SEED = 20
RUN = 3  # words of a shingle
COPIED = 0.7  # share of shingles from which two stories are copies; rewritten stories of one deed stay below 0.4
CHANCE = 1 / 256  # that two different bytes are equal


def signature_of(text: str) -> str:
    """128 hexadecimal digits that near-identical texts share; empty for a text without words."""
    words = [fold(word) for word in NAME_WORD.findall(text)]
    runs = {" ".join(words[at : at + RUN]) for at in range(max(len(words) - RUN + 1, min(len(words), 1)))}
    if not runs:
        return ""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(runs))
    return bytes(value & 0xFF for value in sketch.digest()).hex()


def likeness(one: str, other: str) -> float:
    """The estimated share of common shingles of two signed texts, 0 to 1; 0 where one has no signature."""
    if not one or len(one) != len(other):
        return 0.0
    left, right = bytes.fromhex(one), bytes.fromhex(other)
    equal: float = sum(map(eq, left, right)) / len(left)
    return max(0.0, (equal - CHANCE) / (1 - CHANCE))


def independent_sources(reports: Sequence[tuple[str | None, str]]) -> list[int]:
    """For each report (its publisher's family, its text's signature) the number of its source: copies and one house are one source.

    Numbers rise from 0 in the order of the reports. A report whose publisher is not known is a source of its own unless it is a copy.
    """
    leader = list(range(len(reports)))

    def lead(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for at, (family, signature) in enumerate(reports):
        for before in range(at):
            if (family is not None and family == reports[before][0]) or likeness(signature, reports[before][1]) >= COPIED:
                one, other = lead(at), lead(before)
                leader[max(one, other)] = min(one, other)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(lead(at), len(numbers)) for at in range(len(reports))]
