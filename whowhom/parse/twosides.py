"""Are they two, where the parser made one of them? "The army and rebels", "Turkey and Kurdish fighters": two sides that "and" joins, not rebels of the army."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.gazetteer import Actor

if TYPE_CHECKING:
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Word

STATE_SIDES, AGAINST_STATES = word_list("state_sides"), word_list("against_states")
SIDES = frozenset({"country", "capital", "seat", "actor"})  # senses of names that are a side by themselves


def part_sides(sentence: Sentence, names: dict[int, Name]) -> None:
    """Hangs the two sides of "A and B rebels" beside each other, where A has no rebels; and what is said of B alone on B."""
    for word in sentence.words:
        if word.lemma in AGAINST_STATES and word.is_noun:
            for first in word.all_kids("nmod", "compound", "amod"):
                if _is_side(first, names) and first.kid("cc") is not None and (kind := first.kid("conj")) is not None and kind.kid("conj") is None:
                    _part(first, kind, word)
                    break
        elif word.lemma in STATE_SIDES and (fellow := word.kid("conj")) is not None and fellow.lemma in AGAINST_STATES:
            for of in [kid for kid in word.all_kids("prep") if kid.lower == "of" and kid.index > fellow.index]:
                of.hang_on(fellow, "prep")  # "soldiers and fighters of the front": of theirs alone


def _is_side(word: Word, names: dict[int, Name]) -> bool:
    """Whether a word names an arm of a state, a state or a group, which fights on its own."""
    name = names.get(word.index)
    if name is None:
        return word.lemma in STATE_SIDES
    thing = name.entries[0].thing
    return name.sense in SIDES and not (isinstance(thing, Actor) and thing.kind == "ethnic")


def _part(first: Word, kind: Word, rebels: Word) -> None:
    """ "the Congolese army and M23 rebels": the army takes what stands before it, the rebels their name."""
    if rebels.is_root:
        return
    for kid in [kid for kid in rebels.kids if kid.index < first.index and kid.dep != "cc"]:
        kid.hang_on(first, kid.dep)
    kind.hang_on(rebels, "amod" if kind.tag[:2] == "JJ" else "compound")
    first.hang_on(rebels.head, rebels.dep)
    rebels.hang_on(first, "conj")
