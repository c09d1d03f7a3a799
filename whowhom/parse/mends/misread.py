"""Which words did the parser take for words of another sort? A plural for a verb, a hyphen for a noun, "to" for the one of an infinitive."""

from __future__ import annotations

import re

from whowhom.codebook import word_list
from whowhom.parse.mends.way import NOUN, VERB, on
from whowhom.parse.tree import Sentence, Word

ANSWERS, TRIPS = word_list("answers"), word_list("trips")
DISPUTING = word_list("gainsaying") | word_list("allegations")
MODEL = re.compile(r"[A-Z][A-Za-z/]*-?\d[\w-]*")
"""What weapons are called: "Su-27", "MQ-1", "F/A-18", "B52"."""


@on(word="in")
def sit_in(word: Word, sentence: Sentence) -> None:
    """ "kept up their sit-in", that the tokenizer parts."""
    if word.index > 1 and sentence.words[word.index - 2].lower == "sit" and sentence.words[word.index - 1].text in "-–":
        word.retag("NN")
        word.respell("sit-in")


@on(tag="VBZ", dep="dative dobj pobj")
def plural(noun: Word, _: Sentence) -> None:
    """ "offered red-shirt protesters a vote": a plural taken for a verb, with the object that is not its own."""
    if not noun.lower.endswith("s"):
        return
    noun.retag("NNS")
    noun.respell(noun.lower[:-1])
    for kid in noun.all_kids("dobj"):
        kid.hang_on(noun.head, "dobj")


@on(tag=VERB)
def let_go(going: Word, _: Sentence) -> None:
    """ "let go eight drivers": "let" is no auxiliary of "go"; who is let go is its object."""
    letting = going.kid("aux") if going.lemma == "go" else None
    if letting is None or letting.lemma != "let" or letting.index > going.index or going.kid("nsubj") is None:
        return
    letting.take_place_of(going, "ccomp")
    letting.retag("VBD")


@on(word="-", tag=NOUN)
def hyphen(word: Word, sentence: Sentence) -> None:
    """ "The army-chief resigned": the hyphen taken for the noun between two others; the second is the noun. (Offices of "vice-" and "ex-" are whole.)"""
    if not 0 < word.index < len(sentence.words) - 1:
        return
    first, second = sentence.words[word.index - 1], sentence.words[word.index + 1]
    if second.head is not word or not second.is_noun or first.head is not word.head or first.dep not in (word.dep, "conj"):
        return
    second.hang_on(word.head, word.dep if first.dep != "conj" else first.dep)
    for kid in [*first.kids, *(kid for kid in word.kids if kid is not second)]:
        kid.hang_on(second, kid.dep)
    word.retag("HYPH")
    word.hang_on(second, "punct")
    first.hang_on(second, "compound")


@on(dep="npadvmod advmod punct dep")
def model(name: Word, sentence: Sentence) -> None:
    """ "A Su-27 bombed the depot": the name of a system taken for an adverb or for punctuation."""
    if not MODEL.fullmatch(name.text):
        return
    verb = name.head
    if not name.index or sentence.words[name.index - 1].tag != "DT" or verb.tag not in ("VBD", "VBN", "VBZ") or verb.index != name.index + 1:
        return
    if verb.kid("nsubj", "nsubjpass", "auxpass") is None:
        name.retag("NNP")
        name.dep = "nsubj"
        verb.retag("VBD" if verb.tag == "VBN" else verb.tag)
        sentence.words[name.index - 1].hang_on(name, "det")


@on(word="alleged", dep="amod")
def alleged(quality: Word, _: Sentence) -> None:
    """ "their alleged role": nobody alleges it here."""
    quality.retag("JJ")
    quality.respell("alleged")


@on(tag=VERB, dep="ccomp acl")
def had_done(had: Word, sentence: Sentence) -> None:
    """ "denied that it had armed rebels": nobody denies having rebels who are armed, but having armed them."""
    if had.lemma != "have" or had.head.lemma not in DISPUTING or had.index + 1 == len(sentence.words):
        return
    done = sentence.words[had.index + 1]
    people = done.head
    if people.dep != "dobj" or people.head is not had or people.tag not in ("NNS", "NNPS") or done.dep != "amod" or done.lower not in sentence.lemmas:
        return
    done.retag("VBN")
    done.respell(sentence.lemmas[done.lower])
    done.take_place_of(had, "aux")


@on(word="to", tag="IN", dep="prep")
def due(to: Word, sentence: Sentence) -> None:
    """ "is due to visit Ankara": not "because of visit Ankara"."""
    if to.head.lower != "due":
        return
    place = to.kid("pobj")
    verb = sentence.words[to.index + 1] if to.index + 1 < len(sentence.words) else None
    if place is None or verb is None or verb.head is not place or verb.dep != "compound" or verb.lower not in TRIPS:
        return
    verb.retag("VB")
    verb.hang_on(to.head, "xcomp")
    to.hang_on(verb, "aux")
    place.hang_on(verb, "dobj")
    for kid in [kid for kid in place.kids if kid.index > place.index and kid.dep == "prep"]:
        kid.hang_on(verb, "prep")


@on(word="to", tag="TO")
def answer_to(to: Word, _: Sentence) -> None:
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


@on(word="to", dep="aux")
def stray_to(to: Word, sentence: Sentence) -> None:
    """The same slip, half noticed by the parser: the preposition hangs as an auxiliary on the compound."""
    noun = to.head
    if not noun.is_noun or not to.index:
        return
    while noun.dep == "compound":
        noun = noun.head
    answer = sentence.words[to.index - 1]
    if answer.lemma in ANSWERS and noun.dep == "pobj":
        to.hang_on(answer, "prep")
        noun.hang_on(to, "pobj")
