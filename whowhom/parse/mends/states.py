"""What became of whom? States in which people are left, taken or found, that the parser took for a part of who they are."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import VERB, on
from whowhom.parse.tree import Sentence, Word

LEFT_IN, VERDICTS = word_list("left_in"), word_list("verdicts")
CAPTIVE, SEIZING = word_list("captive"), word_list("taking_captive")


@on(tag=VERB)
def left_in_states(leaving: Word, sentence: Sentence) -> None:
    """ "left two boys dead and a nurse badly wounded": each state is that of the people right before it."""
    if leaving.lemma != "leave" or leaving.kid("dobj") is None:
        return
    states = [word for word in sentence.words[leaving.index + 1 :] if word.lower in LEFT_IN and word.is_below(leaving)]
    people = [noun for state in states if (noun := _right_before(state, sentence)) is not None]
    if len(states) < 2 or len(people) < len(states) or not people[0].is_below(leaving):
        return
    for state, noun in zip(states, people, strict=True):
        for joint in state.all_kids("cc"):
            joint.hang_on(leaving, "cc")
        _first_of(noun, leaving).hang_on(leaving, "dobj")
        state.hang_on(leaving, "oprd")
        state.retag("JJ")


@on(word=VERDICTS)
def verdict(guilty: Word, sentence: Sentence) -> None:
    """ "found the former general guilty": no noun, nor any kind of guilty, but who is found so."""
    if guilty.tag == "NN":
        guilty.retag("JJ")
    person = sentence.words[guilty.index - 1]
    if guilty.dep != "dobj" or not guilty.index or person.dep != "amod":
        return
    person.retag("NN")
    person.hang_on(guilty, "nsubj")
    for kid in [kid for kid in guilty.kids if kid.index < person.index]:
        kid.hang_on(person, kid.dep)
    guilty.dep = "ccomp"


@on(word=CAPTIVE)
def captive(state: Word, sentence: Sentence) -> None:
    """ "took two officers hostage", "five guards captive": what they became, no part of who they are."""
    if not state.index or not (taken := sentence.words[state.index - 1]).is_noun:
        return
    verb = next((above for above in state.ancestors() if above.is_verb), None)
    if verb is None or verb.lemma not in SEIZING:
        return
    if taken.dep == "compound" and taken.head is state:
        taken.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None and state.index < verb.index else "dobj")
        for kid in [kid for kid in state.kids if kid.index < taken.index]:
            kid.hang_on(taken, kid.dep)
    elif not (state.head is taken and state.dep == "amod"):
        return
    for kid in state.all_kids("prep", "npadvmod"):
        kid.hang_on(verb, kid.dep)
    state.hang_on(verb, "oprd")


def _first_of(noun: Word, verb: Word) -> Word:
    """The first of those whom "and" joins to a noun, no farther than the verb before them: "two boys and a nurse"."""
    while noun.dep == "conj" and noun.head.is_noun and noun.head.index > verb.index:
        noun = noun.head
    return noun


def _right_before(state: Word, sentence: Sentence) -> Word | None:
    """The noun or number before a state and its adverbs."""
    at = state.index - 1
    while sentence.words[at].tag[:2] == "RB":
        at -= 1
    word = sentence.words[at]
    return word if word.is_noun or word.tag == "CD" or word.lower == "many" else None
