"""Which deed is done again? "repeated the same action", "did the same": a deed told by a word that only points back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.draft import Deed
from whowhom.parse.syntax import noun_frame, verb_frame

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.parse.tree import Sentence, Word

POINTERS = word_list("repeated_deeds")
REPEATING = word_list("repeating")
BACK = 2  # sentences back to the deed that is repeated


def find_repeats(draft: Draft) -> Draft:
    """The draft with a deed for every "same action", of the kind of the last deed before it."""
    deeds = list(draft.deeds)
    for sentence in draft.sentences:
        for word in sentence.words:
            if word.lemma in POINTERS and (verb := _repeating(word)):
                model = _model(deeds, sentence)
                if model is not None:
                    deeds.append(_repeat(model, word, verb, sentence))
    deeds.sort(key=lambda deed: (deed.sentence.index, deed.word.index))
    return draft.with_deeds(deeds)


def _repeating(noun: Word) -> Word | None:
    same = any(kid.lower in ("same", "similar", "such") for kid in noun.kids)
    return noun.head if same and noun.dep == "dobj" and noun.head.lemma in REPEATING else None


def _model(deeds: list[Deed], sentence: Sentence) -> Deed | None:
    before = [deed for deed in deeds if 0 < sentence.index - deed.sentence.index <= BACK]
    last = max((deed.sentence.index for deed in before), default=None)
    return next((deed for deed in before if deed.sentence.index == last), None)


def _repeat(model: Deed, noun: Word, verb: Word, sentence: Sentence) -> Deed:
    frame = noun_frame(noun)
    for name, words in verb_frame(verb).slots.items():
        if name not in ("object", "clause"):
            for word in words:
                frame.add(name, word)
    return replace(model, sentence=sentence, word=noun, words=(noun,), frame=frame, light=verb, light_kind="does")
