"""What stands before the subject, where the parser made one phrase of both? Places and participles that open a sentence or a clause."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import on
from whowhom.parse.tree import FINITE, Sentence, Word

GRANTING = word_list("granting")


@on(tag="VBN", dep="advcl")
def doer(verb: Word, _: Sentence) -> None:
    """ "Granted asylum by Norway, …", "Threatened with arrest by the governor, …": who grants it and who threatens."""
    if verb.index > verb.head.index or verb.kid("agent") is not None:
        return
    threatened = [kid for each in verb.all_kids("prep") if each.lower == "with" for kid in each.all_kids("pobj")]
    for thing in [*(verb.all_kids("dobj") if verb.lemma in GRANTING else ()), *threatened]:
        for preposition in [kid for kid in thing.all_kids("prep", "agent") if kid.lower == "by"]:
            preposition.hang_on(verb, "agent")


@on(tag="VBD")
def own_place(verb: Word, sentence: Sentence) -> None:
    """ "In Karachi, police arrested two men and in Quetta gunmen killed a judge": the second place and the second subject taken for one name."""
    if not verb.index or verb.kid("nsubj") is not None:
        return
    subject = sentence.words[verb.index - 1]
    preposition, place = subject.head, subject.kid("compound")
    if subject.dep != "pobj" or place is None or not place.is_name or subject.is_name:
        return
    front = preposition.head.dep == "pobj" and preposition.head.head.index == 0  # "In an attack on Kulbus gunmen burned homes"
    if preposition.index + 1 == place.index == subject.index - 1 and (front or sentence.words[preposition.index - 1].dep == "cc"):
        place.hang_on(preposition, "pobj")
        preposition.hang_on(verb, "prep")
        subject.hang_on(verb, "nsubj")


@on(word="outside", dep="compound nmod amod")
def outside(first: Word, sentence: Sentence) -> None:
    """ "Outside Lima, police arrested two men.": a preposition taken for the name's first word, and the place for the subject."""
    if first.index:
        return
    place = first.head
    verb = place.head
    after = sentence.words[place.index + 1] if place.index + 1 < len(sentence.words) else None
    if place.dep != "nsubj" or after is None or after.text != ",":
        return
    if len(verb.all_kids("nsubj", "nsubjpass")) > 1 or place.kid("appos", "conj") is not None:
        first.retag("IN")
        first.hang_on(verb, "prep")
        place.hang_on(first, "pobj")


@on(tag="IN")
def opening_place(first: Word, sentence: Sentence) -> None:
    """ "In Kano, Mali and Niger denounced the coup.": the subject after the comma taken for a part of the place before it."""
    if first.index:
        return
    verb = sentence.root
    if verb.tag not in FINITE or verb.kid("nsubj", "nsubjpass", "csubj", "expl") is not None:
        return
    for comma in sentence.words[1 : verb.index]:
        place = sentence.words[comma.index - 1]
        if comma.text != "," or not place.is_noun:
            continue
        for subject in place.all_kids("appos", "conj"):
            whole = subject.subtree()
            if whole[0].index == comma.index + 1 and subject.index < verb.index:
                subject.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")
                return
