"""What do the words that hang on a deed itself say of its truth? Its negations, modals, conditions, adverbs, tense and "according to"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from whowhom.codebook import word_list
from whowhom.parse.frame import conjoined
from whowhom.parse.tree import Word

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.model import Reality, Stance, Tense

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "nobody", "none", "nt"})
BOUNDS = frozenset({"fewer", "less", "more"})
CONDITIONS = frozenset({"if", "unless", "whether"})
POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
FUTURE = frozenset({"will", "'ll", "shall", "’ll", "wo", "ll"})
STRONG = frozenset({"negated", "denied", "hypothetical"})
TELLINGS = word_list("tellings")


@dataclass(slots=True)
class Told:
    """What governs a word: its reality and tense, its claimants, and the governors with the function it has in them."""

    reality: Reality = "asserted"
    tense: Tense = "past"
    words: list[Word] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    claims: list[tuple[Word | None, Stance, Word]] = field(default_factory=list)
    path: list[tuple[Word, str]] = field(default_factory=list)
    settled: bool = False  # nothing further up changes what is told

    def apply(self, effect: Reality | Literal["keeps"], word: Word, rule: str) -> None:
        """Lets a governor change what was told so far; inner words win over weaker outer ones."""
        if effect == "keeps" or effect == "asserted" or self.settled:
            return
        now = self.reality
        if now == "asserted" or (effect in STRONG and now in ("alleged", "planned")) or effect == "denied":
            if effect == "negated" and now == "negated":
                effect = "asserted"
            self.reality = effect
            self.words.append(word)
            self.rules.append(rule)


def own_words(result: Told, word: Word, book: Codebook, nominal: bool) -> None:
    """Negations, modals, conditions, adverbs and adjectives that hang on the word itself."""
    for kid in word.kids:
        low = kid.lower
        if kid.dep == "neg" or (low in NEGATIONS and kid.dep in ("det", "advmod", "preconj", "cc", "nsubj", "nsubjpass") and not _is_bound(kid)):
            result.apply("negated", kid, "framing.negation")
        elif kid.dep == "aux" and kid.tag == "MD":
            modal_of(result, kid)
        elif kid.dep == "mark" and low == "until" and (word.tag in ("VBZ", "VBP") or _would(word.head)):
            result.apply("hypothetical", kid, "framing.condition")  # "will strike until he resigns", "would strike until he resigned"
        elif kid.dep == "mark" and low == "before" and word.head.kid("neg") is not None and _would(word.head):
            result.apply("hypothetical", kid, "framing.condition")  # "would not disarm before prisoners were freed"
        elif (kid.dep == "mark" and low in CONDITIONS) or (low == "had" and kid.dep == "aux" and _is_inverted(kid, word)):
            result.apply("hypothetical", kid, "framing.condition")
        elif kid.dep in ("advmod", "amod"):
            table = book.framing["adverbs" if kid.dep == "advmod" else "adjectives"]
            for _, framing in table.by_head.get(low, ()):
                result.apply(framing.effect, kid, f"framing.{framing.id}")
                break
        elif kid.dep in ("nsubj", "nsubjpass", "dobj") and not nominal:
            if no := next((each for each in kid.kids if each.lower in ("no", "neither") and each.dep in ("det", "preconj", "cc", "neg")), None):
                if not _is_bound(no):
                    result.apply("negated", no, "framing.negation")
        elif no := _neither(kid):
            result.apply("negated", no, "framing.negation")
        elif is_source(kid):
            according(result, kid)


def _would(verb: Word) -> bool:
    return any(kid.lower == "would" for kid in verb.all_kids("aux"))


def _neither(preposition: Word) -> Word | None:
    """ "backed neither by Paris nor by London", "puts pressure on neither side": the negation that hangs on a part of the deed."""
    if preposition.dep not in ("prep", "agent", "dative"):
        return None
    parts = (preposition, *preposition.all_kids("pobj"))
    return next((kid for part in parts for kid in part.kids if kid.lower == "neither" and kid.dep in ("preconj", "cc", "det")), None)


def _is_bound(no: Word) -> bool:
    """ "no fewer than 12 were killed": a number's bound, no negation."""
    return any(word.index == no.index + 1 and word.lower in BOUNDS for word in no.head.subtree())


def _is_inverted(auxiliary: Word, verb: Word) -> bool:
    """ "Had Oslo mediated earlier": a condition without "if"."""
    subject = verb.kid("nsubj", "nsubjpass")
    return subject is not None and auxiliary.index < subject.index and verb.dep in ("advcl", "ccomp", "ROOT")


def modal_of(result: Told, modal: Word) -> None:
    if result.settled:
        return
    if modal.lower in FUTURE:
        result.apply("planned", modal, "framing.future")
        result.tense = "future"
    elif modal.lower == "would":
        result.apply("planned", modal, "framing.would")
        result.tense = "future"
    elif modal.lower in POSSIBLE:
        result.apply("hypothetical", modal, "framing.possible")


def is_source(word: Word) -> bool:
    """Whether a word opens whom it is told by: "according to", "by the bishop's account", "going by the union's tally"."""
    if word.dep == "prep" and word.lower == "according":
        return True
    told = word.kid("pobj") if word.dep in ("prep", "agent") and word.lower in ("by", "on") else None
    return told is not None and told.lemma in TELLINGS and told.kid("poss") is not None


def according(result: Told, preposition: Word) -> None:
    """ "according to police", "according to the union's tally", "by their own account"."""
    for kid in preposition.kids:
        for inner in [kid] if kid.dep == "pobj" else kid.all_kids("pobj"):
            for each in conjoined(inner):
                owner = each.kid("poss") if each.lemma in TELLINGS else None
                result.claims.append((owner or each, "asserts", preposition))


def tense_of(result: Told, word: Word) -> Tense:
    if result.tense == "future" or not word.is_verb:
        return result.tense
    helpers = {kid.lower for kid in word.kids if kid.dep in ("aux", "auxpass")}
    if helpers & {"is", "are", "am", "'s", "'re"} and word.tag == "VBG":
        return "ongoing"
    if word.tag in ("VBZ", "VBP") and not helpers:
        return "ongoing"
    return "past"
