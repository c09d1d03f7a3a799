"""Which words of one sentence tell two deeds, though they are of one type? What the grammar says of them, whatever else is alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import sector_group, word_list

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.coding.sameness import Apart
    from whowhom.parse.tree import Word

ARMS = sector_group("bearing_arms")
PEOPLE_OF_DEEDS = word_list("people_of_deeds")
OF_DEEDS = frozenset({"of", "to"})
FULL_CLAUSES = frozenset({"ROOT", "conj", "ccomp"})


def told_apart(deeds: list[Deed]) -> Apart:
    """The pairs of trigger words, by identity, that one sentence tells as two deeds."""
    pairs = ((one, other) for one in deeds for other in deeds if one is not other and one.sentence is other.sentence)
    return {
        frozenset((id(one.word), id(other.word)))
        for one, other in pairs
        if _is_earlier(one, other) or _is_of_people(one, other) or _has_other_day(one, other)
    }


def _is_earlier(earlier: Deed, deed: Deed) -> bool:
    """ "killed a nurse they had abducted in March", "burned a village where they had killed two priests": what had been done before to the same victim."""
    clause = earlier.light or earlier.word
    if clause.dep != "relcl" or clause.tag != "VBN" or not any(kid.lower == "had" for kid in clause.all_kids("aux")) or deed.frame.nominal:
        return False
    verb = deed.light or deed.word
    return clause.head.dep in ("dobj", "nsubjpass") and clause.head.head is verb and not any(kid.lower == "had" for kid in verb.all_kids("aux"))


def _is_of_people(told: Deed, deed: Deed) -> bool:
    """ "killed a survivor of the massacre", "a crackdown on critics of the coup": a deed that only tells who suffers another."""
    if not told.frame.nominal or told.word.dep != "pobj" or not told.word.is_below(deed.word) or (deed.rule.result and not deed.actors):
        return False
    preposition = told.word.head
    return preposition.lower in OF_DEEDS and preposition.head.lemma in PEOPLE_OF_DEEDS and preposition.head is not deed.word


def is_deed_of_its_own(outcome: Deed, deed: Deed) -> bool:
    """Whether what people came to is not what another deed of the sentence did to them."""
    if "abduct" in deed.modes and deed.word.dep == "conj" and deed.word.head is outcome.word and deed.recipients and outcome.recipients:
        return True  # "killed 31 soldiers and took two officers hostage"
    return deed.type == "PROTEST" and _is_by_others(outcome, deed)


def _has_other_day(outcome: Deed, deed: Deed) -> bool:
    """ "abducted a nurse in March and killed her on Monday": two verbs that "and" joins, each with a time of its own."""
    if deed.date is None or outcome.date is None or outcome.word.lemma == "die":
        return False
    return outcome.word.dep == "conj" and outcome.word.head in (deed.word, deed.light) and deed.date.start != outcome.date.start


def _is_by_others(outcome: Deed, protest: Deed) -> bool:
    """ "police killed a miner during a protest": those who bear arms killed him, whoever protested."""
    return bool(outcome.actors) and not protest.actors and all(party.sector in ARMS for party in outcome.actors)


def verb_of(word: Word) -> Word:
    """The first of the verbs that "and" joins to one: "who was beaten and shot dead" → beaten."""
    while word.dep == "conj" and word.head.is_verb:
        word = word.head
    return word
