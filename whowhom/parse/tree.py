"""What is a sentence, once parsed? Plain words joined by grammar, free of the parser that made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Span = tuple[int, int]
SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "’")
OFFICES = ("ex-", "vice-")
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs with a tense of their own."""


@dataclass(slots=True, eq=False)
class Word:
    """One token: its form, its lemma (lower case), Penn tag, dependency label, head and dependents.

    `start` and `end` are characters of the document's text. The head of a root is the root itself.
    """

    index: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    start: int
    end: int
    head: Word = field(init=False, repr=False)
    kids: list[Word] = field(default_factory=list, repr=False)
    is_verb: bool = field(init=False, repr=False)
    is_noun: bool = field(init=False, repr=False)
    is_name: bool = field(init=False, repr=False)
    is_pronoun: bool = field(init=False, repr=False)
    _keys: tuple[str, ...] | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self.retag(self.tag)

    def retag(self, tag: str) -> None:
        """Sets the tag and what follows from it."""
        self.tag = tag
        self.is_verb = tag[0] == "V" or tag == "MD"
        self.is_noun = tag[:2] == "NN"
        self.is_name = tag[:3] == "NNP"
        self.is_pronoun = tag in PRONOUNS
        self._keys = None

    def respell(self, lemma: str) -> None:
        """Sets the lemma and what follows from it."""
        self.lemma = lemma
        self._keys = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The lemmas under which it may stand in a lexicon; names and capitals keep their plural in the lemma."""
        if self._keys is None:
            self._keys = _keys_of(self)
        return self._keys

    @property
    def is_root(self) -> bool:
        return self.head is self

    @property
    def is_finite(self) -> bool:
        """Whether a verb has a tense, its own or that of an auxiliary."""
        return self.is_verb and (self.tag in FINITE or self.kid("aux", "auxpass") is not None)

    def kid(self, *deps: str) -> Word | None:
        """The first dependent with one of these labels."""
        return next((kid for kid in self.kids if kid.dep in deps), None)

    def all_kids(self, *deps: str) -> list[Word]:
        return [kid for kid in self.kids if kid.dep in deps]

    def hang_on(self, head: Word, dep: str) -> None:
        """Takes the word, with what hangs on it, from its head and hangs it on another; it stays where it is if the other hangs below it."""
        if head.is_below(self):
            return  # else a circle, in which every walk up or down the tree would go on for ever
        if self.head is not self:
            self.head.kids.remove(self)
        self.head, self.dep = head, dep
        head.kids.append(self)
        head.kids.sort(key=lambda kid: kid.index)

    def take_place_of(self, other: Word, dep: str) -> None:
        """Hangs where another word hung, the root's place among them, with all that hung on it; the other then hangs on this one with the label."""
        if other.is_root:
            self.head.kids.remove(self)
            self.head, self.dep = self, "ROOT"
        else:
            self.hang_on(other.head, other.dep)
        for kid in list(other.kids):
            kid.hang_on(self, kid.dep)
        other.hang_on(self, dep)

    def subtree(self) -> list[Word]:
        """The word and everything below it, in the order of the text."""
        found, todo = [], [self]
        while todo:
            word = todo.pop()
            found.append(word)
            todo.extend(word.kids)
        found.sort(key=lambda word: word.index)
        return found

    def ancestors(self) -> Iterator[Word]:
        """The words above it, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_below(self, other: Word) -> bool:
        return self is other or any(above is other for above in self.ancestors())


def _keys_of(word: Word) -> tuple[str, ...]:
    lemma = word.lemma
    if lemma.startswith(OFFICES):  # "ex-president", "vice-premier"
        return lemma, lemma.partition("-")[2]
    if lemma.endswith(".") and len(lemma) > 1:  # the full stop that the tokenizer left on a name: "a DShK."
        return lemma, lemma[:-1]
    if word.tag in ("NNP", "NNPS", "NN") and lemma.endswith("s") and len(lemma) > 3:
        if lemma.endswith("men"):
            return lemma, lemma[:-2] + "an"
        return (lemma, lemma[:-1], lemma[:-3] + "y") if lemma.endswith("ies") else (lemma, lemma[:-1])
    if word.is_name and lemma.endswith("men"):
        return lemma, lemma[:-2] + "an"
    return (lemma,)


@dataclass(slots=True, eq=False)
class Sentence:
    """A parsed sentence of a document.

    `headline` marks a line without a full stop in title case; `lemmas` are the verb forms that the codebook knows, each with its lemma.
    """

    index: int
    paragraph: int
    start: int
    end: int
    words: list[Word]
    headline: bool = False
    lemmas: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def is_heading(self) -> bool:
        """Whether it is a title: in title case, or the first line, without a full stop."""
        return self.headline or (self.index == 0 and self.words[-1].text not in SENTENCE_ENDS)

    @property
    def root(self) -> Word:
        return next((word for word in self.words if word.is_root), self.words[0])  # the parser may hang all on a blank, which is no word

    def words_in(self, span: Span) -> list[Word]:
        return [word for word in self.words if span[0] <= word.start < span[1]]


def cover(words: list[Word]) -> Span:
    """The characters from the first of the words to the end of the last."""
    return min(word.start for word in words), max(word.end for word in words)


def ending_at(word: Word) -> list[Word]:
    """The word and the nouns above it whose phrases end with it."""
    found = []
    for each in (word, *word.ancestors()):
        if each.is_noun or each.is_pronoun:
            if each.subtree()[-1] is not word:
                break
            found.append(each)
    return found
