"""Whom does "who" mean, and what is done to "which"? Relative clauses on the wrong noun or the wrong verb."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import on
from whowhom.parse.tree import Sentence, Word

BODIES = word_list("bodies") | word_list("collective_roles")


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
