"""Which word does a phrase belong to, where the parser hung it on its neighbour? Mends that take a phrase from one word and give it to another."""

from __future__ import annotations

from whowhom.parse.tree import Sentence, Word

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "clear", "absolve"})
"""Verbs with somebody and "of": what is told of them."""


def mend_belonging(sentence: Sentence) -> None:
    """Hangs phrases in place on the words that they belong to."""
    for word in sentence.words:
        if word.lower == "of" and word.dep == "prep" and not word.head.is_verb and word.kid("pcomp") is not None:
            _mend_charge(word)
        elif word.lower in WEEKDAYS and word.dep in ("compound", "nmod") and word.head.dep == "pobj":
            _mend_opening_day(word)
    first = sentence.words[0]
    if first.lower == "outside" and first.dep in ("compound", "nmod", "amod"):
        _mend_outside(first, sentence)


def _mend_charge(of: Word) -> None:
    """ "accused gunmen of burning the school": not gunmen of burning, but what they are accused of."""
    verb = next((above for above in of.ancestors() if above.is_verb), None)
    if verb is not None and verb.lemma in CHARGING and any(kid.dep == "dobj" and kid.index < of.index for kid in verb.kids):
        if not any(kid.lower == "of" for kid in verb.all_kids("prep")):
            of.hang_on(verb, "prep")


def _mend_opening_day(day: Word) -> None:
    """ "On Monday rebels attacked the town.": the subject taken for the day's own name."""
    noun = day.head
    preposition, verb = noun.head, noun.head.head
    if preposition.dep != "prep" or not verb.is_verb or not noun.index < verb.index or preposition.index != day.index - 1:
        return
    if verb.kid("nsubj", "nsubjpass", "csubj") is None:
        noun.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")
        day.hang_on(preposition, "pobj")


def _mend_outside(outside: Word, sentence: Sentence) -> None:
    """ "Outside Lima, police arrested two men.": a preposition taken for the name's first word, and the place for a subject beside the other."""
    place = outside.head
    verb = place.head
    after = sentence.words[place.index + 1] if place.index + 1 < len(sentence.words) else None
    if place.dep != "nsubj" or after is None or after.text != "," or len(verb.all_kids("nsubj", "nsubjpass")) < 2:
        return
    outside.retag("IN")
    outside.hang_on(verb, "prep")
    place.hang_on(outside, "pobj")
