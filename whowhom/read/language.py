"""Is a text English, the one language that is read? Asked where no event was found, to say so."""

from __future__ import annotations

import re
from itertools import islice

MARKS = frozenset({
    "the", "and", "of", "to", "with", "from", "by", "were", "that", "said", "been", "has", "have", "they", "their", "his", "who", "which", "this", "into",
    "after", "when", "it",
})  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
READ = 300  # words looked at
FEWEST = 20  # words below which nothing can be said
LEAST = 0.03  # share of the marks: a fifth and more of English prose, next to nothing of languages that have one of them in common


def is_english(text: str) -> bool:
    """Whether a text is English as far as its small words tell; short ones get the benefit of the doubt."""
    words = [match.group().lower() for match in islice(WORD.finditer(text), READ)]
    return len(words) < FEWEST or sum(word in MARKS for word in words) >= LEAST * len(words)
