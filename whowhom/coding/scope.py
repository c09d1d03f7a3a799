"""Which deed does a time, a place, a weapon belong to? Distance over the parse from an adjunct to a deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.draft import HAPPENING

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.coding.draft import Deed
    from whowhom.parse.tree import Span, Word

FOREIGN = 100.0  # the adjunct of a verb of saying: "said on Monday" dates the statement, not the deed
SEQUELS = frozenset({"after", "following", "before", "since", "despite", "over", "amid", "to", "because", "for"})
ANSWERS = frozenset({"response", "retaliation", "revenge", "reprisal"})
CAUSES = ANSWERS | {"after", "following", "over", "because", "for", "despite", "against"}
OF_THEIR_PAST = word_list("of_their_past")
SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONSULT", "CONCEDE"})
UNITS = word_list("time_units")
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "conj", "ROOT", "parataxis", "csubj"})


def governor_of(words: list[Word]) -> Word:
    """The word that an adjunct hangs on: past its preposition and the nouns that only hold it."""
    inside = set(map(id, words))
    top = next((word for word in words if id(word.head) not in inside or word.is_root), words[0])
    while top.dep in ("pobj", "prep", "pcomp", "quantmod", "npadvmod", "nummod") and top.head is not top:
        above = top.head
        if top.dep != "pobj" and above.lower not in ("of",) and top.dep in ("prep", "npadvmod"):
            return above
        top = above
        if top.dep == "prep":
            return top.head
    return top.head


def is_reporting(word: Word, book: Codebook) -> bool:
    """Whether a verb only reports: said, told, announced."""
    if not word.is_verb:
        return False
    return any(
        framing.stance is not None and framing.effect in ("asserted", "alleged", "denied")
        for rest, framing in book.framing["verbs"].by_head.get(word.lemma, ())
        if not rest
    )


def distance(deed: Deed, governor: Word, others: set[int], book: Codebook) -> float:
    """How far a deed is from the word that an adjunct hangs on: 0 beside it, more for every clause and deed between.

    `others` holds the ids of the words that name other deeds.
    """
    own = {id(deed.word), *(id(word) for word in deed.words)}
    if deed.light is not None:
        own.add(id(deed.light))
    up = [governor, *governor.ancestors()]
    positions = {id(word): at for at, word in enumerate(up)}
    start = next((at for at, word in enumerate(up) if id(word) in own), None)
    if start is not None:
        if any(word.dep == "conj" and is_reporting(word, book) for word in up[:start]):
            return FOREIGN  # "accepted it and said she would name a cabinet by Friday"
        if any(word.dep == "ccomp" and word.head.dep == "advcl" and is_reporting(word.head, book) for word in up[: max(start - 1, 0)]):
            return FOREIGN  # "thanked Niger, noting that 200 migrants had been rescued last week"
        return _cost(up[:start], others, own)
    down = [deed.light or deed.word, *(deed.light or deed.word).ancestors()]
    meeting = next((word for word in down if id(word) in positions), None)
    if meeting is None:
        return FOREIGN
    above = up[: positions[id(meeting)]]
    below = down[: down.index(meeting)]
    if any(is_reporting(word, book) for word in below[1:]):
        return FOREIGN  # "a letter sent on Monday by those who blame the army for a raid"
    if above and above[-1].dep == "ccomp" and is_reporting(meeting, book):
        return FOREIGN  # "sent aid in May, the king said during a visit"
    cost = _cost(above, others, own) + sum(map(_step_down, below))
    if meeting is governor:
        told_with_it = (deed.rule.result and not any(map(is_before, below))) or _is_conjoined(below)
        if id(governor) in others and not told_with_it:
            cost += 3.0
        return cost + (FOREIGN if is_reporting(governor, book) else 0.5)
    if governor is not meeting and is_reporting(governor, book):
        return FOREIGN
    return cost + 1.0


def _is_conjoined(below: list[Word]) -> bool:
    """Whether a deed hangs on a governor only by conjunction ("On Monday police arrested ten and released two")."""
    verbs = [word for word in below if word.is_verb]
    return bool(verbs) and all(word.dep == "conj" for word in verbs)


def is_before(word: Word) -> bool:
    """ "resigned on Sunday after police killed four", "in response to a raid that killed seven": what was done before, on a day not told."""
    if word.dep == "advcl":
        return any(kid.lower in ("after", "because") for kid in word.all_kids("mark", "advmod"))
    return word.dep in ("prep", "pcomp", "pobj") and word.lower in CAUSES


def _step_down(word: Word) -> float:
    """What a word between a deed and the governor of an adjunct above it costs."""
    if word.dep == "conj":
        return 0.4
    if word.dep == "relcl" and any(kid.lower == "had" for kid in word.all_kids("aux")):
        return 4.0  # "Beltran, for whom a reward had been offered, was seized on Tuesday"
    if word.is_verb or word.dep in CLAUSES:
        return 1.0
    return 1.5 if word.dep == "prep" and word.lower in SEQUELS else 0.0


def _cost(words: list[Word], others: set[int], own: set[int]) -> float:
    cost = 0.0
    for word in words:
        if (word.dep == "pcomp" and word.head.lower in SEQUELS) or (word.dep == "advcl" and _is_apart(word)) or _is_contrast(word):
            cost += 4.0
        elif id(word) in others and id(word) not in own:
            cost += 4.0 if word.dep == "pobj" and word.head.lower == "since" else 2.0  # "the worst attack since the killing of 60 in May"
        elif word.dep == "relcl" and word.head.dep not in ("nsubj", "nsubjpass"):
            cost += 2.0  # "reinstated the parliament that he had dissolved four years ago"
        elif word.dep in CLAUSES and word.is_verb:
            cost += 1.0
        else:
            cost += 0.1
    return cost


def _is_apart(clause: Word) -> bool:
    """ "if boats fish off the cape": what would have to happen, there and then; "hours after police killed two": what was at another time."""
    marks = clause.all_kids("mark", "advmod", "prep", "npadvmod")
    later = any(kid.lower in ("after", "before") and kid.all_kids("npadvmod") for kid in marks) or (
        any(kid.lower in ("after", "before") for kid in marks) and any(kid.lemma in UNITS for kid in clause.all_kids("npadvmod"))
    )
    return later or any(mark.lower in ("if", "unless") for mark in clause.all_kids("mark"))


def _is_contrast(clause: Word) -> bool:
    """ "…, but soldiers shot a girl in X", "… and her minister is to fly to X": what somebody else did, or is to do, elsewhere for all that is said."""
    if clause.dep != "conj" or not clause.is_verb or clause.kid("nsubj", "nsubjpass") is None:
        return False
    ahead = any(kid.tag == "MD" for kid in clause.all_kids("aux")) or (clause.lemma == "be" and clause.kid("xcomp") is not None)
    return ahead or any(kid.lower == "but" for kid in clause.head.all_kids("cc"))


def tells_of_party(clause: Word, deed: Deed) -> bool:
    """Whether a relative clause tells what else somebody did or suffered whom the deed was done to; not "X, which occurred today"."""
    verb, noun = deed.light or deed.word, clause.head
    while noun.dep == "pobj" and noun.head.lower in ("of", "including") and noun.head.head.is_noun and noun.head.head is not deed.word:
        noun = noun.head.head  # "the government of Seck, which took office in April, …"
    thing = clause.kid("dobj")
    suffers = clause.kid("nsubjpass") is not None  # "paid tribute to four medics who were killed on Sunday"
    happens = clause.lemma in HAPPENING and not suffers and (thing is None or thing.lemma == "place")  # "took place", not "took office"
    if happens or verb.is_below(clause) or noun is deed.word:
        return False
    if noun.dep == "nsubj":  # "the union, which has lost six members since May, called a strike"; but "men who came on Monday shot him"
        return any(kid.text == "," and noun.index < kid.index < clause.index for kid in (*noun.subtree(), *noun.head.kids))
    first = verb
    while first.dep == "conj" and first.head.is_verb:
        first = first.head  # "called it a breach of the truce that began in May and asked for talks"
    if noun not in first.subtree():
        return False
    if noun.dep == "oprd" or (noun.dep == "pobj" and noun.head.lower == "to"):
        return deed.type in SPOKEN
    return noun.dep in ("dobj", "nsubjpass") or (noun.dep == "pobj" and noun.head.lower in ("of", "by", "with", "against", "on"))


def is_aside(word: Word, deed: Deed) -> bool:
    """Whether a clause tells something else of a party of the deed: "killed a man who had fled in May", "arrested a man wanted in Kenya"."""
    freed = deed.type in ("RETREAT", "AID")  # "freed three hostages kidnapped in May"
    participle = word.dep == "acl" and word.tag == "VBN" and (freed or word.lemma in OF_THEIR_PAST)
    return (word.dep == "relcl" or participle) and tells_of_party(word, deed)


def gap(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(one[0] - other[1], other[0] - one[1], 0)
