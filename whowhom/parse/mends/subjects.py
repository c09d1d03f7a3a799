"""Who does it, where the parser took the subject for a part of its verb, or of a name that ends with the verb?"""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.days import HOURS, WEEKDAYS
from whowhom.parse.mends.way import NAME, on
from whowhom.parse.tree import FINITE, Sentence, Word

NOT_SOMEBODY = HOURS | WEEKDAYS | word_list("measures") | {"yesterday", "today", "tomorrow", "overnight"}
BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})


@on(tag=NAME)
def headline_pair(first: Word, sentence: Sentence) -> None:
    """ "Seoul, Tokyo sign pact": the comma of a headline stands for "and", before a verb that is plural."""
    if first.index or len(sentence.words) < 3 or sentence.words[1].text != ",":
        return
    second = sentence.words[2]
    told = first.kid("appos") if first.is_root else None
    verb = told if told is not None and told.is_verb else first.head
    if not second.is_name or not verb.is_verb or verb is first or verb.lower != verb.lemma or second.index > verb.index:
        return
    if verb is told:
        verb.take_place_of(first, "nsubj")
        verb.retag("VBP")
    first.dep = "nsubj"
    second.hang_on(first, "conj")


@on(dep="compound advmod")
def lost_name(name: Word, _: Sentence) -> None:
    """ "Starmer slams Orban": no verb has a compound, and no adverb a capital: they are who does it, and to whom."""
    verb = name.head
    if verb.tag not in FINITE or not name.text[0].isupper():
        return
    if name.dep == "compound" and name.index == verb.index - 1 and verb.kid("nsubj", "nsubjpass") is None:
        name.retag("NNP")
        name.dep = "nsubj"
    elif name.tag in ("RB", "JJ") and name.index == verb.index + 1 and verb.kid("dobj", "dative", "acomp", "xcomp") is None:
        name.retag("NNP")
        name.dep = "dobj"


@on(tag="VBD VBP VBZ VBN")
def within_name(verb: Word, sentence: Sentence) -> None:
    """ "Mali orders out the envoy": the subject taken for the first part of a name whose last is the verb."""
    if not verb.index or (verb.tag == "VBN" and not _is_main(verb)):
        return
    noun = sentence.words[verb.index - 1]
    if noun.head is not verb or noun.dep not in ("compound", "nmod", "amod", "npadvmod") or noun.lower in NOT_SOMEBODY:
        return
    relative = verb.dep == "relcl" and (which := verb.kid("dobj")) is not None and which.tag in ("WDT", "WP")  # "X, which Sudan accuses"
    if verb.kid("nsubj", "nsubjpass", "csubj", "expl") is not None or not (verb.is_root or verb.dep == "ccomp" or relative):
        return
    if noun.tag == "JJ" and noun.text[0].isupper():
        noun.retag("NNP")
    if not noun.is_noun:
        return
    noun.hang_on(verb, "nsubj")
    if verb.tag == "VBN":
        verb.retag("VBD")
    for kid in [kid for kid in verb.kids if kid.index < noun.index and kid.dep in BEFORE_NOUN]:
        kid.hang_on(noun, kid.dep)


@on(dep="auxpass")
def copula(auxiliary: Word, _: Sentence) -> None:
    """ "Oslo is opposed to the plan": the subject hung on the auxiliary."""
    for kid in auxiliary.all_kids("nsubj"):
        kid.hang_on(auxiliary.head, "nsubjpass")


def _is_main(verb: Word) -> bool:
    """ "Sweden suspended aid": a main verb with its object, taken for a participle."""
    return verb.is_root and verb.kid("dobj") is not None and verb.kid("aux", "auxpass", "nsubj", "nsubjpass") is None
