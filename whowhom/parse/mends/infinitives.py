"""What is somebody to do, where the parser took it for a purpose, for a clause of its own or for a part of a noun?"""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import VERB, on
from whowhom.parse.tree import Sentence, Word

ORDERING, VOWING = word_list("ordering"), word_list("vowing") | word_list("resolving")
NAMING = word_list("naming")


@on(tag="VB", dep="advcl ccomp")
def order(verb: Word, _: Sentence) -> None:
    """ "ordered the army to free them", "warns Mali not to send it": what somebody is told to do, taken for a purpose or for a clause of its own."""
    above = verb.head
    if above.lemma not in ORDERING or not above.is_verb:
        return
    if not _has_to(verb) or verb.index < above.index:
        return
    told = above.kid("dobj")
    subject = verb.kid("nsubj")
    if subject is not None and told is None and above.index < subject.index:
        subject.hang_on(above, "dobj")
        verb.dep = "xcomp"
    elif subject is None and told is not None and above.kid("xcomp", "ccomp") is None:
        verb.dep = "xcomp"


@on(tag="VB", dep="amod")
def within_phrase(verb: Word, _: Sentence) -> None:
    """ "allowed police to detain editors": no kind of editors, to whom it was allowed, but what the police may do."""
    noun, to = verb.head, verb.head.head
    if noun.dep == "pobj" and to.tag == "TO":
        verb.hang_on(to.head, "xcomp")
        to.hang_on(verb, "aux")
        noun.hang_on(verb, "dobj")


@on(tag=VERB)
def telling(verb: Word, _: Sentence) -> None:
    """ "told Iran to free the sailors" reports nothing that was done: to tell somebody to do a thing is to order it."""
    told = verb.kid("dobj", "nsubjpass", "dative") if verb.lemma == "tell" else None
    if told is not None and any(
        kid.tag == "VB" and kid.kid("nsubj", "mark") is None and _has_to(kid)
        for kid in verb.all_kids("xcomp", "ccomp", "advcl")
        if kid.dep != "advcl" or verb.kid("ccomp") is None
    ):
        verb.respell("order")


@on(tag="VB", dep="advcl xcomp")
def named(verb: Word, _: Sentence) -> None:
    """ "what it called a plot to kill him": what the plot is for, and nothing that the speaker does."""
    name = verb.head.kid("oprd") if verb.head.lemma in NAMING else None
    if name is not None and name.is_noun and name.index < verb.index and _has_to(verb):
        verb.hang_on(name, "acl")


@on(tag="VB", dep="advcl")
def vow(verb: Word, _: Sentence) -> None:
    """ "have sworn to fight": what is vowed, taken for a purpose."""
    governor = verb.head
    if governor.lemma in VOWING and governor.kid("dobj", "xcomp", "ccomp") is None and _has_to(verb):
        verb.dep = "xcomp"


def _has_to(verb: Word) -> bool:
    return any(kid.lower == "to" for kid in verb.all_kids("aux"))
