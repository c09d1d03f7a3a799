"""Whose state is told? The group that stands right before a bare word of state: "40 dead", "at least 17 wounded", "35 students arrested"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.numbers import LOOSE, TENS, UNITS

if TYPE_CHECKING:
    from whowhom.parse.tree import Sentence, Word

BETWEEN = word_list("between_states")
LONGEST = 4  # words between a group and its state
COPULAS = frozenset({"were", "was", "are", "is", "been", "being", "have", "has"})


def group_before(state: Word, sentence: Sentence) -> list[Word]:
    """The heads of the group, with those joined to it; empty where another word stands between, or no number."""
    at = state.index - 1
    while at >= 0 and state.index - at <= LONGEST and sentence.words[at].lower in BETWEEN:
        at -= 1
    if at < 0:
        return []
    last = sentence.words[at]
    skipped = sentence.words[at + 1 : state.index]
    people = next((word for word in skipped if word.lower in ("people", "persons", "others")), None)
    if _is_number(last):
        return _joined(people or last, sentence)
    if people is not None:
        return _joined(people, sentence) if _is_counted(people, sentence) else []
    if (last.is_noun and not last.is_below(state)) or (last.is_noun and last.dep in ("nsubj", "nsubjpass") and last.head is state):
        return _joined(last, sentence) if _is_counted(last, sentence) else []
    return []


def group_measured(verb: Word) -> list[Word]:
    """ "injured upwards of 80 people", "killed in excess of 40 soldiers": the group that the measure holds."""
    for kid in verb.kids:
        measure = kid if kid.lower in ("upwards", "upward") else kid.kid("pobj") if kid.lower == "in" else None
        if measure is None or measure.lower not in ("upwards", "upward", "excess"):
            continue
        for preposition in measure.all_kids("prep"):
            if preposition.lower == "of" and (noun := preposition.kid("pobj")):
                return [noun]
    return []


def _is_number(word: Word) -> bool:
    return word.tag == "CD" or word.lower in LOOSE or word.lower in ("dozen", "dozens", "scores", "hundreds", "thousands")


def _is_counted(noun: Word, sentence: Sentence) -> bool:
    """Whether a number or an article stands in the noun's phrase."""
    for word in reversed(sentence.words[max(0, noun.index - 5) : noun.index]):
        if _is_number(word) or word.lower in ("a", "an", "one", "no") or word.lower in UNITS or word.lower in TENS:
            return True
        if not (word.is_noun or word.tag[:2] == "JJ" or word.tag in ("RB", "HYPH")):
            return False
    return False


def _joined(last: Word, sentence: Sentence) -> list[Word]:
    """The last noun with those that it is joined to by "and": "two militants and a corporal"."""
    found = [last]
    word = last
    while word.dep == "conj" and word.head.is_noun and word.head.index < word.index:
        word = word.head
        found.insert(0, word)
    return found
