"""How many, and how much? Numbers whose bounds the parser took for particles and parties, and counted things that it took for a time."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import NOUN, on
from whowhom.parse.tree import Sentence, Word

MEASURES, NUMBER_WORDS = word_list("measures"), word_list("number_words")
SPANS = word_list("spans")  # what lies between two times, or two parties


@on(word=NUMBER_WORDS, tag=NOUN)
def number_word(word: Word, _: Sentence) -> None:
    """ "Dozens were killed": a number, taken for a noun."""
    word.retag("CD")


@on(tag="NNS", dep="npadvmod")
def counted_object(noun: Word, _: Sentence) -> None:
    """ "exchanged 206 prisoners": things counted right after the verb are its object, but for hours and miles."""
    verb = noun.head
    if not verb.is_verb or noun.kid("nummod") is None or noun.lemma in MEASURES:
        return
    if verb.kid("nsubj") is None or verb.kid("dobj", "auxpass", "nsubjpass") is not None:
        return
    if noun.subtree()[0].index == verb.index + 1:
        noun.dep = "dobj"


@on(dep="dobj")
def sum_paid(measure: Word, _: Sentence) -> None:
    """ "fined an editor 500 dollars": who pays and how much, not the dollars of an editor."""
    number = measure.kid("nummod") if measure.lemma in MEASURES else None
    payer = next((kid for kid in measure.all_kids("nmod", "compound") if number is not None and kid.index < number.index and kid.is_noun), None)
    if payer is None:
        return
    for kid in [kid for kid in measure.kids if kid.index < payer.index]:
        kid.hang_on(payer, kid.dep)
    for kid in measure.all_kids("prep"):
        kid.hang_on(measure.head, "prep")
    payer.hang_on(measure.head, "dobj")
    measure.dep = "npadvmod"


@on(word="up", dep="prt")
def up_to(up: Word, _: Sentence) -> None:
    """ "kidnapped up to nine nurses": not "kidnapped up", but a number with its bound."""
    verb = up.head
    to = next((kid for kid in up.kids if kid.lower == "to"), None)
    noun = to.kid("pobj") if to is not None else None
    number = noun.kid("nummod") if noun is not None else None
    if to is None or noun is None or number is None or verb.kid("dobj") is not None:
        return
    noun.hang_on(verb, "dobj")
    up.hang_on(number, "quantmod")
    to.hang_on(number, "quantmod")


@on(word="between", dep="prep")
def between(word: Word, _: Sentence) -> None:
    """ "killing between four and seven students": not between students, but a number with its bounds."""
    if not word.head.is_verb:
        return
    verb, noun = word.head, word.kid("pobj")
    number = noun.kid("nummod") if noun is not None else None
    if noun is None or number is None or verb.kid("dobj", "nsubjpass", "auxpass") is not None or noun.lemma in SPANS:
        return
    if noun.tag == "NNS" and word.index == verb.index + 1 and any(kid.tag == "CD" for kid in number.all_kids("conj")):
        noun.hang_on(verb, "dobj")
        word.hang_on(number, "quantmod")
