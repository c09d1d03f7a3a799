"""Where does a clause begin, and what does it hang on? Clauses that "after" or "until" opens, and participles of what came of a deed."""

from __future__ import annotations

from whowhom.parse.mends.way import VERB, on
from whowhom.parse.tree import FINITE, Sentence, Word

OPENERS = frozenset({"after", "before", "until", "since"})


@on(tag=VERB, dep="conj")
def broken_clause(verb: Word, sentence: Sentence) -> None:
    """ "fled after soldiers, backed by jets, attacked the camp": a clause whose subject was taken for all that "after" opens."""
    if not verb.is_finite or verb.kid("nsubj", "nsubjpass", "csubj", "expl") is not None:
        return
    before = sentence.words[verb.index - 1]
    for opening in verb.head.all_kids("prep"):
        subject = opening.kid("pobj") if opening.lower in OPENERS | {"as"} else None
        if before.text == "," and subject is not None and subject.subtree()[-1].index in (verb.index - 1, verb.index - 2):
            opening.hang_on(verb, "mark")
            subject.hang_on(verb, "nsubj")
            verb.hang_on(verb.head, "advcl")
            return


@on(word=OPENERS, dep="prep mark")
def noun_in_ing(after: Word, _: Sentence) -> None:
    """ "suspended its work after shelling hit its clinic": a noun in -ing taken for a verb, and its own verb for a complement."""
    if after.kid("pobj") is not None:
        return
    noun = after.kid("pcomp")
    verb = noun.kid("xcomp", "ccomp") if noun is not None and noun.tag == "VBG" else None
    if noun is None or verb is None or verb.tag not in FINITE or verb.index != noun.index + 1 or verb.kid("nsubj") is not None:
        return
    noun.retag("NN")
    verb.hang_on(after.head, "advcl")
    noun.hang_on(verb, "nsubj")
    after.hang_on(verb, "mark")


@on(word=OPENERS, dep="prep mark")
def subject_after(after: Word, _: Sentence) -> None:
    """ "fled after gunmen wounded the mayor": the subject of the clause taken for all that stands after the preposition."""
    if (noun := after.kid("pobj")) is None:
        return
    above = after.head
    if after.dep == "mark" or (above.dep == "npadvmod" and above.head.index > noun.index):  # "a day after gunmen wounded the mayor"
        verb: Word | None = above if after.dep == "mark" else above.head
    else:
        verb = next((kid for kid in above.all_kids("advcl") if kid.index > noun.index), None)
    if verb is None or verb.tag not in FINITE or verb.kid("nsubj", "nsubjpass", "auxpass") is not None:
        return
    if noun.subtree()[-1].index == verb.index - 1:
        noun.hang_on(verb, "nsubj")
        after.hang_on(verb, "mark")


@on(tag="VBG", dep="advcl")
def outcome(verb: Word, sentence: Sentence) -> None:
    """ "fired to break up a sit-in, killing four": what came of it came of the deed, not of its purpose."""
    purpose = verb.head
    if purpose.tag != "VB" or purpose.dep != "advcl":
        return
    done = purpose.head
    after_comma = verb.index > 0 and sentence.words[verb.index - 1].text == ","
    if after_comma and verb.index > purpose.index and done.tag == "VBD" and any(kid.lower == "to" for kid in purpose.all_kids("aux")):
        verb.hang_on(done, "advcl")
