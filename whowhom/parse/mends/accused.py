"""Of what is somebody accused, and on whom is it blamed? Charges that the parser hung on the accused, or made a kind of victims."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import on
from whowhom.parse.tree import Sentence, Word

CHARGING = word_list("charging")
CRIMES = word_list("attack_nouns") | word_list("killings") | word_list("crimes")
BLAMING, WHAT_IS_LAID = word_list("laying_deeds"), word_list("laid_for_deeds")


@on(word="of", dep="prep")
def charge(of: Word, _: Sentence) -> None:
    """ "accused gunmen of burning the school", "were accused by villagers of burning it": not gunmen of burning, but what they are accused of."""
    if of.head.is_verb or not _is_charge(of):
        return
    verb = next((above for above in of.ancestors() if above.is_verb), None)
    if verb is not None and verb.lemma in CHARGING and any(kid.dep in ("dobj", "agent") and kid.index < of.index for kid in verb.kids):
        if not any(kid.lower == "of" for kid in verb.all_kids("prep")):
            of.hang_on(verb, "prep")


@on(word="on", dep="prep")
def blame(on: Word, _: Sentence) -> None:
    """ "blamed the killing of a mayor on a gang", "laid the blame for it on the army": on whom it is blamed, not on whom it was done."""
    if not on.head.is_noun:
        return
    verb = next((above for above in on.ancestors() if above.is_verb), None)
    thing = verb.kid("dobj") if verb is not None else None
    if verb is None or thing is None or any(word.lower == "on" and word.index > on.index for word in verb.subtree()):
        return
    blamed = verb.lemma in BLAMING and on.head.is_below(thing) and not any(kid.lower == "for" for kid in verb.all_kids("prep"))
    if blamed or thing.lemma in WHAT_IS_LAID:
        on.hang_on(verb, "prep")


@on(dep="compound amod")
def charged_with_doing(doing: Word, sentence: Sentence) -> None:
    """ "accused the army of bombing civilians": no bombing civilians, but what the army is accused of."""
    if not doing.index or not doing.lower.endswith("ing"):
        return
    noun, of = doing.head, sentence.words[doing.index - 1]
    if of.lower != "of" or noun.dep != "pobj" or noun.head is not of:
        return
    accusing = of.head if of.head.is_verb else of.head.head
    if doing.tag != "VBG":  # "of training rebels", "of poisoning wells"; but "of bombing attacks"
        if doing.lower not in sentence.lemmas or noun.tag not in ("NNS", "NNPS") or noun.lemma in CRIMES:
            return
    if accusing.lemma in CHARGING and accusing.index < of.index:
        doing.hang_on(of, "pcomp")
        noun.hang_on(doing, "dobj")
        of.hang_on(accusing, "prep")
        doing.retag("VBG")
        doing.respell(sentence.lemmas.get(doing.lower, doing.lemma))


def _is_charge(of: Word) -> bool:
    """Whether what stands after "of" can be what somebody is accused of: a doing, or a crime."""
    noun = of.kid("pobj")
    if noun is None:
        return of.kid("pcomp") is not None
    if noun.lemma in CRIMES or (of.head.is_name and of.head.dep == "dobj" and not noun.is_name):
        return True  # "accused the Taliban of the blast"
    return of.kid("pcomp") is not None or (noun.tag == "VBG" and noun.kid("det", "poss") is None)
