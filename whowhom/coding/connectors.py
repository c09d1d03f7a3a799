"""Where do the words that link stand, and what is on their two sides? Prepositions, conjunctions and moods of `links.yaml` over the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.frame import conjoined
from whowhom.parse.syntax import verb_frame
from whowhom.parse.wordings import hanging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whowhom.codebook import Linking
    from whowhom.entries import Connector
    from whowhom.parse.frame import Frame
    from whowhom.parse.tree import Word


PREPOSITIONAL = frozenset({"prep", "agent", "advmod", "amod", "pcomp", "mark", "advcl"})
"""Labels of what opens a wording of prepositions: "in", "due", "aimed"."""
MESSAGES = word_list("messages")
MANNER = ("by", "with")
"""Prepositions behind a verb of answering that tell how it was answered: "responded to the raid by shelling"."""


def openings(word: Word, index: Linking) -> Iterator[tuple[str, Connector, list[str]]]:
    """The wordings of connectors that this word may open: the kind of wording, the connector, its words."""
    yield from index.get(word.lower, ())
    if word.lemma != word.lower:
        yield from index.get(word.lemma, ())
    if word.dep in PREPOSITIONAL:
        for kid in word.kids:
            yield from index.get(f"{word.lower} {kid.lower}", ())


def clause_of(mark: Word, wording: list[str]) -> Word | None:
    """The verb of the clause that a conjunction opens; "so that" is its "that" too."""
    if mark.dep not in ("mark", "advmod", "prep", "pcomp") or mark.head.is_root or mark.kid("pobj") is not None:
        return None  # "lashed out at them as traitors", "since Monday": what a noun follows opens no clause
    clause = mark.head
    if mark.lower == "as" and (
        clause.tag == "VBN" or any(kid.lower in ("even", "just") and kid.index < mark.index for kid in (*clause.kids, *mark.kids))
    ):
        return None  # "as announced", "even as talks went on": no reason
    subject = clause.kid("nsubj", "nsubjpass")
    if mark.lower == "while" and subject is not None and not subject.is_pronoun:
        return None  # "while the mayor spoke": somebody else, at the same time
    rest = [kid.lower for kid in clause.kids if kid.index > mark.index and kid.index < clause.index]
    return clause if all(each in rest for each in wording[1:]) else None


def moved_by(mood: Word) -> tuple[Word, list[Word], list[Word]] | None:
    """ "Angered by the arrest, villagers burned", "relatives, resenting the verdict, …": what was done, what moved them, the words."""
    if mood.tag not in ("VBN", "VBG", "JJ") or mood.dep not in ("acl", "advcl", "amod", "ccomp", "dep"):
        return None
    done = mood.head
    if not done.is_verb:
        while not done.is_root and not done.is_verb:
            done = done.head
    if done.dep == "parataxis" or any(kid.index < done.index < mood.index for kid in done.all_kids("ccomp")):
        return None  # "gunmen shot a nun, the army said, blaming the rebels": it moved nobody to shoot
    prepositions = [kid for kid in mood.kids if kid.dep in ("agent", "prep")]
    moving = [
        noun
        for kid in (*mood.all_kids("dobj", "ccomp"), *(each for kid in prepositions for each in kid.all_kids("pobj", "pcomp")))
        for noun in conjoined(kid)
    ]
    return (done, moving, [mood, *prepositions[:1]]) if done.is_verb and moving else None


def tells_why(participle: Word) -> bool:
    """ "went on strike seeking higher wages"; "vetoed a resolution demanding a truce" is what the text says."""
    if participle.tag != "VBG" or participle.kid("aux", "mark") is not None:
        return False
    return participle.dep in ("advcl", "xcomp") or (participle.dep == "acl" and participle.head.lemma not in MESSAGES)


def preposition_at(word: Word, wording: list[str]) -> tuple[Word, list[Word], list[Word]] | None:
    """ "in response to drone attacks" → what it hangs on, the nouns after it, its words."""
    if word.lower != wording[0] or word.dep not in PREPOSITIONAL:
        return None
    words, current = [word], word
    for each in wording[1:]:
        beside = (kid for kid in word.head.kids if kid.dep == "prep" and kid.index == current.index + 1)  # "resigned in protest at": hung on the verb
        following = next((kid for kid in (*current.kids, *beside) if kid.lower == each), None)
        if following is None:
            return None
        words.append(following)
        current = following
    ends = [noun for kid in current.kids if kid.dep in ("pobj", "pcomp", "dobj", "acl", "xcomp") for noun in conjoined(kid)]
    return (word.head, ends, words) if ends else None


def sides_of(connector: Connector, verb: Word) -> tuple[list[Word], list[Word], list[Word]] | None:
    """ "the killing sparked protests" → the words of the effects, those of the causes, those of the verb; None where it stands for no connector.

    "…, forcing police to fire" has the clause it hangs on as its cause.
    """
    wordings = (wording.split() for wording in connector.verbs)
    rest = next((found for words in wordings if words[0] == verb.lemma and (found := hanging(verb, tuple(words[1:]))) is not None), None)
    if rest is None:
        return None
    frame = verb_frame(verb)
    subjects = frame.get("subject")
    others = [name for name in frame.slots if name not in ("subject", "clause")]
    if connector.effect == "subject":
        others = [name for name in others if name not in MANNER or name in (word.lower for word in rest)]
    objects = frame.get("object") or [each for name in others for each in frame.slots[name]]
    if connector.effect == "subject":
        return [*subjects, *(_manner_of(frame, others, objects) if not frame.passive else [])], objects, [verb, *rest]
    if verb.tag == "VBG" and verb.dep == "advcl" and verb.kid("mark", "prep") is None:
        subjects = [verb.head]
    clause = frame.slots.get("clause", []) if connector.effect == "object" else []
    return [*clause, *objects], subjects, [verb, *rest]


def _manner_of(frame: Frame, others: list[str], objects: list[Word]) -> list[Word]:
    """How it was answered; the parser may hang it on what is answered: "answered the expulsion by expelling two"."""
    told = [each for name in MANNER if name not in others for each in frame.get(name)]
    return [*told, *(each for noun in objects for kid in noun.all_kids("prep") if kid.lower == "by" for each in kid.all_kids("pcomp"))]
