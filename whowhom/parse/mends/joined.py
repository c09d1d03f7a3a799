"""What does "and" join, where the parser joined it to the nearest word? Verbs and clauses: each goes on from the right verb, with its own subject."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import VERB, on
from whowhom.parse.tree import FINITE, Sentence, Word, ending_at

DENYING, RETORTING = word_list("denying"), word_list("retorting")
DONE_TO, HARMING = word_list("done_to"), word_list("harming")
BESIDE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


@on(tag="VBN", dep="amod")
def two_verbs(second: Word, sentence: Sentence) -> None:
    """ "beat and tortured inmates": two verbs with one object, not a verb joined to tortured inmates."""
    thing, first = second.head, second.head.head
    if thing.dep != "conj" or first.tag not in FINITE:
        return
    if sentence.words[second.index - 1].dep != "cc" or second.index != thing.subtree()[0].index or first.kid("dobj", "ccomp") is not None:
        return
    second.hang_on(first, "conj")
    second.retag("VBD")
    thing.hang_on(second, "dobj")


@on(word="shot", tag="NN", dep="conj")
def shot(word: Word, _: Sentence) -> None:
    """ "were taken from their homes and shot": no shot beside the homes."""
    verb = next((above for above in word.ancestors() if above.is_verb), None)
    if not word.kids and verb is not None and verb.kid("auxpass") is not None and word.head.dep == "pobj":
        joint = word.head.kid("cc")
        word.retag("VBN")
        word.respell("shoot")
        word.hang_on(verb, "conj")
        if joint is not None:
            joint.hang_on(verb, "cc")


@on(tag=VERB, dep="conj advcl")
def own_subject(verb: Word, sentence: Sentence) -> None:
    """ "freed a soldier and Greece freed two": the subject of the second clause taken for a fellow of the noun before "and"."""
    if not verb.is_finite or _has_subject(verb) or (verb.dep == "advcl" and (verb.tag != "VBD" or verb.kid("mark", "advmod") is not None)):
        return
    above = verb.head
    first = min((kid.index for kid in verb.kids if kid.dep in BESIDE_VERB and kid.index < verb.index), default=verb.index)
    subject = next((noun for noun in ending_at(sentence.words[first - 1]) if noun.dep == "conj" and noun.head.is_noun), None)
    if not above.is_verb or subject is None or not subject.is_below(above) or subject.index < above.index:
        return
    joint = sentence.words[subject.subtree()[0].index - 1]
    if joint.dep != "cc" or joint.lower not in ("and", "but"):
        return
    subject.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")
    joint.hang_on(above, "cc")
    verb.dep = "conj"


@on(tag="VBD", dep="conj")
def suffered(verb: Word, _: Sentence) -> None:
    """ "were led away and beheaded": the second verb is passive like the first, where it has no object and is done to people."""
    if verb.lemma in HARMING and not _has_subject(verb) and verb.head.kid("auxpass") is not None and verb.kid("dobj", "aux", "prt") is None:
        verb.retag("VBN")


@on(tag=VERB, dep="conj")
def resumed(verb: Word, _: Sentence) -> None:
    """ "vowed to crush the rebels and blamed Iran", "denied that it did so and blamed the army": what is told goes on with the first verb."""
    if not verb.is_finite or _has_subject(verb):
        return
    above = verb.head
    governor = next((each for each in above.ancestors() if each.is_verb and each.tag in FINITE and each.index < above.index), None)
    if governor is None:
        return
    if above.dep == "relcl" and above.kid("aux") is not None and verb.tag == "VBD" == governor.tag and _has_pronoun(verb):
        verb.hang_on(governor, "conj")  # "dragged out men who had signed a petition and shot them"
        return
    loose = above.tag == "VB" and above.dep in ("xcomp", "advcl", "ccomp") and verb.tag == "VBD"
    judged = above.tag[:2] == "JJ" and verb.tag == "VBD"
    denied = above.dep == "ccomp" and governor.lemma in DENYING and verb.tag == governor.tag and verb.lemma in RETORTING
    if loose or judged or denied:
        joint = next((kid for kid in above.all_kids("cc") if kid.index < verb.index), None)
        verb.hang_on(governor, "conj")
        if joint is not None:
            joint.hang_on(governor, "cc")


@on(tag=VERB, dep="ccomp")
def first_object(verb: Word, _: Sentence) -> None:
    """ "raided Nablus and soldiers killed a boy": the object of the first verb taken for the first of two subjects of the second."""
    above, thing = verb.head, verb.kid("nsubj", "nsubjpass")
    if thing is None or not verb.is_finite:
        return
    joint, subject = thing.kid("cc"), thing.kid("conj")
    if joint is None or subject is None or verb.kid("mark") is not None or above.kid("dobj", "dative", "prep") is not None:
        return
    if above.tag in FINITE and above.lemma in DONE_TO and thing.subtree()[0].index == above.index + 1 and joint.index < subject.index < verb.index:
        subject.hang_on(verb, thing.dep)
        thing.hang_on(above, "dobj")
        joint.hang_on(above, "cc")
        verb.hang_on(above, "conj")


@on(tag="VBD", dep="ccomp")
def series(verb: Word, _: Sentence) -> None:
    """ "Police said men burned cars, overturned a bus and broke windows": each verb but the first lost the others."""
    if verb.kid("nsubj", "nsubjpass", "mark", "aux") is not None:
        return
    first = next((kid for kid in verb.head.kids if kid.dep == "ccomp" and kid.index < verb.index), None)
    if first is not None and first.tag == "VBD" and first.kid("nsubj") is not None:
        verb.hang_on(first, "conj")


@on(tag="VBG", dep="conj")
def unlike(verb: Word, _: Sentence) -> None:
    """ "killing two soldiers who guarded it and wounding a teacher": what is joined has one form, so "wounding" goes with "killing"."""
    beside = verb.head
    if beside.dep != "relcl" or beside.tag not in FINITE or verb.kid("aux", "nsubj") is not None:
        return
    like = next((each for each in beside.ancestors() if each.tag == "VBG" and each.dep in ("advcl", "acl", "xcomp", "pcomp", "conj")), None)
    if like is not None:
        verb.hang_on(like, "conj")


def _has_subject(verb: Word) -> bool:
    return verb.kid("nsubj", "nsubjpass", "csubj", "expl") is not None


def _has_pronoun(verb: Word) -> bool:
    thing = verb.kid("dobj")
    return thing is not None and thing.lower in ("them", "him", "her", "it")
