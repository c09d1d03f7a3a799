"""On which words is a mend tried, and after which others? A mend says by `on` which words it may fit; a `Way` knows the next one for a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whowhom.parse.tree import Sentence, Word

Act = Callable[[Word, Sentence], None]
VERB, NOUN, NAME = "VB VBD VBG VBN VBP VBZ MD", "NN NNS NNP NNPS", "NNP NNPS"


@dataclass(frozen=True, slots=True)
class Mend:
    """What is done to a word with one of these forms, tags and functions (none given: any), if the rest of its pattern is there too."""

    act: Act
    words: frozenset[str]
    tags: frozenset[str]
    deps: frozenset[str]

    def may_fit(self, word: Word) -> bool:
        return (not self.words or word.lower in self.words) and (not self.tags or word.tag in self.tags) and (not self.deps or word.dep in self.deps)


def on(word: str | Iterable[str] = "", tag: str = "", dep: str = "") -> Callable[[Act], Mend]:
    """Makes a mend of what is done to a word: its forms in lower case, tags and functions, each a list or names with blanks between."""
    words = word.split() if isinstance(word, str) else word
    return lambda act: Mend(act, frozenset(words), frozenset(tag.split()), frozenset(dep.split()))


class Way:
    """Mends in the order in which they are tried on each word of a sentence, from the first word to the last."""

    def __init__(self, *mends: Mend) -> None:
        self.mends = mends
        self._words = frozenset[str]().union(*(mend.words for mend in mends))
        self._next: dict[tuple[str, str, str, int], int] = {}

    def go(self, sentence: Sentence) -> None:
        for word in sentence.words:
            at = self._next_for(word, 0)
            while at < len(self.mends):
                self.mends[at].act(word, sentence)
                at = self._next_for(word, at + 1)  # asked anew, for the word may be another by now

    def _next_for(self, word: Word, start: int) -> int:
        """The place of the next mend that may fit a word; the number of mends where none does. Kept for each kind of word, as most fit none."""
        kind = (word.lower if word.lower in self._words else "", word.tag, word.dep, start)
        at = self._next.get(kind)
        if at is None:
            at = next((place for place in range(start, len(self.mends)) if self.mends[place].may_fit(word)), len(self.mends))
            self._next[kind] = at
        return at
