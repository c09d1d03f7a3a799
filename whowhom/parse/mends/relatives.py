"""Whom does "who" mean, and what is done to "which"? Relative clauses, participles like them and "that", on the wrong noun or the wrong verb."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.days import SETTING
from whowhom.parse.mends.way import on
from whowhom.parse.tree import Sentence, Word

BODIES = word_list("bodies") | word_list("collective_roles")
ARRANGING, HOLDING = word_list("arranging"), word_list("holding_people")
CONTENTFUL = word_list("charged_words") | word_list("contentful")


@on(word="who")
def people_who(who: Word, _: Sentence) -> None:
    """ "supporters of the opposition who rallied", "nurses in Accra, who are on strike": people, not the body or the town."""
    clause = who.head
    if clause.dep != "relcl":
        return
    noun = clause.head
    preposition = noun.head
    if noun.dep != "pobj" or preposition.lower not in ("of", "in", "from", "at", "near") or noun.tag not in ("NN", "NNP"):
        return
    people = preposition.head
    if people.tag == "NNS" and (noun.is_name or noun.lemma in BODIES):
        clause.hang_on(people, "relcl")


@on(tag="WDT WP", dep="dobj")
def extracted(which: Word, sentence: Sentence) -> None:
    """ "a group which Rwanda is accused of backing": it is backed, not accused."""
    if which.head.kid("nsubjpass") is None:
        return
    doings = [(of, doing) for of in which.head.all_kids("prep") if of.index > which.head.index for doing in of.all_kids("pcomp", "pobj")]
    of, doing = doings[-1] if doings else (which, which)
    if of.lower in ("of", "for", "with") and doing.lower.endswith("ing") and doing.kid("dobj", "det") is None:
        doing.retag("VBG")
        doing.respell(sentence.lemmas.get(doing.lower, doing.lemma))
        doing.hang_on(of, "pcomp")
        which.hang_on(doing, "dobj")


@on(tag="VBN", dep="acl")
def arranged(verb: Word, _: Sentence) -> None:
    """ "a meeting in Doha arranged by envoys": the meeting was arranged, not the town."""
    place = verb.head
    if verb.lemma not in ARRANGING or place.dep != "pobj" or place.head.lower not in SETTING:
        return
    meeting = place.head.head
    if meeting.is_noun:
        verb.hang_on(meeting, "acl")


@on(tag="VBG", dep="advcl")
def housing(verb: Word, sentence: Sentence) -> None:
    """ "bombed a base housing troops": the base houses them."""
    base = verb.head.kid("dobj") if verb.lemma in HOLDING else None
    if base is not None and base.index == verb.index - 1:
        verb.hang_on(base, "acl")


@on(dep="relcl")
def content(verb: Word, _: Sentence) -> None:
    """ "a report by monitors that Asmara had shipped weapons": what the report says, taken for a clause on a noun."""
    that, subject = next((kid for kid in verb.kids if kid.lower == "that"), None), verb.kid("nsubj", "nsubjpass")
    if that is None or subject is None or that is subject or that.index > subject.index or (that.dep == "dobj" and len(verb.all_kids("dobj")) < 2):
        return
    noun = verb.head
    if noun.lemma not in CONTENTFUL and noun.dep == "pobj" and noun.head.lower in ("by", "from", "of") and noun.head.head.lemma in CONTENTFUL:
        noun = noun.head.head
    if noun.lemma in CONTENTFUL and that.dep in ("mark", "dobj", "dep"):
        verb.hang_on(noun, "acl")
        that.dep = "mark"
