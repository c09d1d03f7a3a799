"""When are two spellings the same name? Words without accents, apostrophes, dots, hyphens and case."""

from __future__ import annotations

import re
import unicodedata

NAME_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’‘`´][^\W_]+)*")
DROPPED = str.maketrans("", "", "'’‘`´.")


def fold(word: str) -> str:
    """A word, or words with blanks between them, without accents, apostrophes, dots and case."""
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return word.lower().translate(DROPPED)


def key_of(name: str) -> str:
    """The words of a name, folded, with single blanks between them."""
    return " ".join(words_of(name))


def words_of(name: str) -> list[str]:
    """The words of a name, folded."""
    if name.isascii() and name.replace(" ", "").isalnum():  # nothing to fold but its case
        return name.lower().split()
    return fold(" ".join(NAME_WORD.findall(name))).split()


SHORTEST_MISSPELT = 7  # letters; shorter names have too many neighbours


def misspellings(word: str) -> set[str]:
    """A folded word and all that is left of it with one inner letter taken out: two spellings one slip apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))} if len(word) >= SHORTEST_MISSPELT else set()


def between_blanks(name: str) -> str:
    """A folded name with a blank on either side, so that whole words can be looked for in it."""
    return f" {key_of(name)} "
