"""Which words did the parser take for words of another sort? A plural for a verb, a hyphen for a noun, "to" for the one of an infinitive."""

from __future__ import annotations

import re

from whowhom.codebook import word_list
from whowhom.parse.tree import Sentence, Word

ANSWERS = word_list("answers")
NUMBER_WORDS, ON_THE_MOVE = word_list("number_words"), word_list("on_the_move")
VERDICTS, CHARGING = word_list("verdicts"), word_list("charging")
CAPTIVE, SEIZING = word_list("captive"), word_list("taking_captive")
MODEL = re.compile(r"[A-Z][A-Za-z/]*-?\d[\w-]*")
"""What weapons are called: "Su-27", "MQ-1", "F/A-18", "B52"."""


def mend_misread(sentence: Sentence) -> None:
    """Gives misread words their own tag, lemma and place."""
    words = sentence.words
    for word in words:
        if word.lower == "in" and word.index > 1 and words[word.index - 2].lower == "sit" and words[word.index - 1].text in "-–":
            word.retag("NN")  # "kept up their sit-in", that the tokenizer parts
            word.respell("sit-in")
        if word.tag == "VBZ" and word.dep in ("dative", "dobj", "pobj") and word.lower.endswith("s"):
            _mend_plural(word)
        if word.lemma == "go" and (let := word.kid("aux")) is not None and let.lemma == "let":
            _mend_let_go(word, let)
        if word.lemma == "tell" and word.is_verb and _is_order(word):
            word.respell("order")
        if word.dep in ("npadvmod", "advmod", "punct", "dep") and MODEL.fullmatch(word.text):
            _mend_model(word, sentence)
        if word.text == "-" and word.is_noun and 0 < word.index < len(words) - 1:
            _mend_hyphen(word, words[word.index - 1], words[word.index + 1])
        if word.dep in ("compound", "advmod") and word.head.tag in ("VBZ", "VBP", "VBD") and word.text[0].isupper():
            _mend_lost_name(word)
        if word.lower in NUMBER_WORDS and word.is_noun:
            word.retag("CD")
        if word.lower in VERDICTS and word.tag == "NN":
            word.retag("JJ")
        if word.lower in VERDICTS and word.dep == "dobj" and word.index and words[word.index - 1].dep == "amod":
            _mend_verdict(word, words[word.index - 1])
        if word.lower in CAPTIVE and word.index and words[word.index - 1].is_noun:
            _mend_captive(word, words[word.index - 1])
        if word.lower == "to":
            _mend_to(word, sentence)
        if (
            word.lower in ON_THE_MOVE
            and word.dep == "pcomp"
            and word.head.lower in ("on", "at", "against")
            and (people := word.kid("dobj")) is not None
        ):
            people.hang_on(word.head, "pobj")  # "fired on fleeing rebels": nobody flees rebels
            word.hang_on(people, "amod")
        if word.tag == "VBG" and word.dep in ("compound", "amod") and word.index and words[word.index - 1].lower == "of":
            _mend_charged(word, words[word.index - 1])


def _mend_to(to: Word, sentence: Sentence) -> None:
    """The preposition taken for the mark of an infinitive, or the other way round."""
    if to.tag == "IN" and to.dep == "prep" and to.head.lower == "due":
        _mend_due(to, sentence)
    if to.tag == "TO":
        _mend_answer(to)
    if to.dep == "aux" and to.head.is_noun and to.index:
        _mend_stray(to, sentence.words[to.index - 1])


def _mend_lost_name(name: Word) -> None:
    """ "Starmer slams Orban": no verb has a compound, and no adverb a capital: they are who does it, and to whom."""
    verb = name.head
    if name.dep == "compound" and name.index == verb.index - 1 and verb.kid("nsubj", "nsubjpass") is None:
        name.retag("NNP")
        name.dep = "nsubj"
    elif name.tag in ("RB", "JJ") and name.index == verb.index + 1 and verb.kid("dobj", "dative", "acomp", "xcomp") is None:
        name.retag("NNP")
        name.dep = "dobj"


def _mend_captive(state: Word, taken: Word) -> None:
    """ "took two officers hostage", "five guards captive": what they became, no part of who they are."""
    verb = next((above for above in state.ancestors() if above.is_verb), None)
    if verb is None or verb.lemma not in SEIZING or taken.tag not in ("NNS", "NNP", "NNPS", "NN"):
        return
    if taken.dep == "compound" and taken.head is state:
        taken.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None and state.index < verb.index else "dobj")
        for kid in [kid for kid in state.kids if kid.index < taken.index]:
            kid.hang_on(taken, kid.dep)
    elif not (state.head is taken and state.dep == "amod"):
        return
    for kid in state.all_kids("prep", "npadvmod"):
        kid.hang_on(verb, kid.dep)
    state.hang_on(verb, "oprd")


def _mend_charged(doing: Word, of: Word) -> None:
    """ "accused the army of bombing civilians": no bombing civilians, but what the army is accused of."""
    noun = doing.head
    accusing = of.head if of.head.is_verb else of.head.head
    if noun.dep == "pobj" and noun.head is of and accusing.lemma in CHARGING and accusing.index < of.index:
        doing.hang_on(of, "pcomp")
        noun.hang_on(doing, "dobj")
        of.hang_on(accusing, "prep")


def _mend_verdict(guilty: Word, person: Word) -> None:
    """ "found the former general guilty": no kind of guilty, but who is found so."""
    person.retag("NN")
    person.hang_on(guilty, "nsubj")
    for kid in [kid for kid in guilty.kids if kid.index < person.index]:
        kid.hang_on(person, kid.dep)
    guilty.dep = "ccomp"


def _mend_plural(noun: Word) -> None:
    """ "offered red-shirt protesters a vote": a plural taken for a verb, with the object that is not its own."""
    noun.retag("NNS")
    noun.respell(noun.lower[:-1])
    for kid in noun.all_kids("dobj"):
        kid.hang_on(noun.head, "dobj")


def _mend_let_go(going: Word, letting: Word) -> None:
    """ "let go eight drivers": "let" is no auxiliary of "go"; who is let go is its object."""
    if letting.index > going.index or going.kid("nsubj") is None:
        return
    letting.take_place_of(going, "ccomp")
    letting.retag("VBD")


def _is_order(telling: Word) -> bool:
    """ "told Iran to free the sailors" reports nothing that was done: to tell somebody to do a thing is to order it."""
    told = telling.kid("dobj", "nsubjpass", "dative")
    return told is not None and any(
        kid.tag == "VB" and kid.kid("nsubj", "mark") is None and any(each.lower == "to" and each.dep == "aux" for each in kid.kids)
        for kid in telling.all_kids("xcomp", "ccomp", "advcl")
        if kid.dep != "advcl" or telling.kid("ccomp") is None
    )


def _mend_hyphen(hyphen: Word, first: Word, second: Word) -> None:
    """ "The army-chief resigned": the hyphen taken for the noun between two others; the second is the noun. (Offices of "vice-" and "ex-" are whole.)"""
    if second.head is not hyphen or not second.is_noun or first.head is not hyphen.head or first.dep not in (hyphen.dep, "conj"):
        return
    second.hang_on(hyphen.head, hyphen.dep if first.dep != "conj" else first.dep)
    for kid in [*first.kids, *(kid for kid in hyphen.kids if kid is not second)]:
        kid.hang_on(second, kid.dep)
    hyphen.retag("HYPH")
    hyphen.hang_on(second, "punct")
    first.hang_on(second, "compound")


def _mend_model(name: Word, sentence: Sentence) -> None:
    """ "A Su-27 bombed the depot": the name of a system taken for an adverb or for punctuation."""
    verb = name.head
    if not name.index or sentence.words[name.index - 1].tag != "DT" or verb.tag not in ("VBD", "VBN", "VBZ") or verb.index != name.index + 1:
        return
    if verb.kid("nsubj", "nsubjpass", "auxpass") is None:
        name.retag("NNP")
        name.dep = "nsubj"
        verb.retag("VBD" if verb.tag == "VBN" else verb.tag)
        sentence.words[name.index - 1].hang_on(name, "det")


TRIPS = word_list("trips")


def _mend_due(to: Word, sentence: Sentence) -> None:
    """ "is due to visit Ankara": not "because of visit Ankara"."""
    place = to.kid("pobj")
    verb = sentence.words[to.index + 1] if to.index + 1 < len(sentence.words) else None
    if place is None or verb is None or verb.head is not place or verb.dep != "compound" or verb.lower not in TRIPS:
        return
    due = to.head
    verb.retag("VB")
    verb.hang_on(due, "xcomp")
    to.hang_on(verb, "aux")
    place.hang_on(verb, "dobj")
    for kid in [kid for kid in place.kids if kid.index > place.index and kid.dep == "prep"]:
        kid.hang_on(verb, "prep")


def _mend_stray(to: Word, answer: Word) -> None:
    """The same slip, half noticed by the parser: the preposition hangs as an auxiliary on the compound."""
    noun = to.head
    while noun.dep == "compound":
        noun = noun.head
    if answer.lemma in ANSWERS and noun.dep == "pobj":
        to.hang_on(answer, "prep")
        noun.hang_on(to, "pobj")


def _mend_answer(to: Word) -> None:
    """ "in response to drone attacks": not "to drone", but a preposition and a compound."""
    verb = to.head
    noun = verb.kid("dobj")
    answer = verb.head
    if verb.tag != "VB" or answer.lemma not in ANSWERS or noun is None or noun.index != verb.index + 1:
        return
    if answer.lower == "due" and verb.lower in TRIPS:  # "is due to visit Ankara"
        return
    to.retag("IN")
    to.hang_on(answer, "prep")
    noun.hang_on(to, "pobj")
    verb.retag("NN")
    verb.respell(verb.lower)
    for kid in [kid for kid in verb.kids if kid is not noun]:
        kid.hang_on(noun, kid.dep)
    verb.hang_on(noun, "compound")
