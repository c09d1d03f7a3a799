"""What is known of a story while it is being coded? Each stage takes a Draft and returns one that knows more."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.frame import Frame
from whowhom.parse.tree import Sentence, Span, Word

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.coding.relation import Classifier
    from whowhom.entries import Rule
    from whowhom.gazetteer import Gazetteer
    from whowhom.model import Claim, Count, Date, Document, Evidence, Harm, Means, Party, Place, Reality, Target, Tense
    from whowhom.parse.names import Name
    from whowhom.parse.ownwords import Told


HAPPENING = word_list("happening")
"""Verbs that say of a deed that it happened or whom it met; they are shown with it: "clashes broke out", "a bombing struck"."""
LIGHT_REACH = 6  # words between a light verb and its noun, or between two words for one deed, within which both are shown as the trigger
LONGEST_TRIGGER = 2 * LIGHT_REACH  # words from the first to the last of several words for one deed that are shown together


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """One deed as one trigger names it; later stages fill what the trigger stage leaves empty."""

    sentence: Sentence
    word: Word
    words: tuple[Word, ...]
    rule: Rule
    type: str
    modes: tuple[str, ...]
    frame: Frame
    light: Word | None = None
    light_kind: str = ""
    reality: Reality = "asserted"
    tense: Tense = "past"
    telling: Told | None = None
    content_of: Deed | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    date: Date | None = None
    means: tuple[Means, ...] = ()
    targets: tuple[Target, ...] = ()
    harm: tuple[Harm, ...] = ()
    count: Count | None = None
    size: Count | None = None
    claims: tuple[Claim, ...] = ()
    contexts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    echoes: tuple[Deed, ...] = ()
    split: str = ""
    support: float | None = None  # what probability the classifier gives its type

    @property
    def span(self) -> Span:
        """The trigger's characters, its light verb included: "launched an assault"."""
        words = [*self.words]
        if self.light is not None and abs(self.light.index - self.word.index) <= LIGHT_REACH:
            if self.light_kind != "happens":
                words.append(self.light)
            elif self.light.lemma in HAPPENING and self.light.index > self.word.index:  # "clashes broke out", "the attack took place"
                words += [self.light, *(kid for kid in self.light.kids if kid.lower in ("out", "place") and kid.index == self.light.index + 1)]
        return min(word.start for word in words), max(word.end for word in words)


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A story between two stages: what was read and parsed, and the deeds found so far."""

    document: Document
    book: Codebook
    gazetteer: Gazetteer
    sentences: tuple[Sentence, ...]
    names: tuple[dict[int, Name], ...] = ()
    deeds: tuple[Deed, ...] = ()
    notes: dict[str, object] = field(default_factory=dict)
    classifier: Classifier | None = None

    def with_deeds(self, deeds: list[Deed]) -> Draft:
        return replace(self, deeds=tuple(deeds))

    def name_at(self, sentence: Sentence, word: Word) -> Name | None:
        return self.names[sentence.index].get(word.index)
