"""Of which force are officers and guards? Of the police or a prison where the words around them name those and no army."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.wordings import look_up, means_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.parse.tree import Sentence, Word

EITHER = word_list("of_either_force")
PRISONS, ARMIES = word_list("prison_words"), word_list("army_words")
BACK = 2  # sentences before in which the force is named


def police_beside(draft: Draft, officer: Word, sentence: Sentence) -> tuple[Word, Sentence] | None:
    """The word that tells the force and its sentence, in the officer's sentence or the nearest before that names one; None where an army is named too."""
    for each in reversed(draft.sentences[max(sentence.index - BACK, 0) : sentence.index + 1]):
        police, army = None, False
        for word in each.words:
            if word.is_noun and word.lemma not in EITHER and word is not officer:
                sector = _force_of(draft, word)
                army = army or sector == "MIL"
                police = police or (word if sector == "COP" else None)
        if police is not None or army:
            return (police, each) if police is not None and not army else None
    return None


def _force_of(draft: Draft, word: Word) -> str | None:
    if word.lemma in ARMIES:
        return "MIL"
    if word.lemma in PRISONS:
        return "COP"
    role = look_up(draft.book.roles, word)
    return role.sector if role is not None and means_of(word, draft.book) is None else None
