"""Who takes part in a visit or in talks that are only told as the occasion of something else? Those who did that meanwhile: "thanked him after talks with"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import sector_group, word_list
from whowhom.parse.frame import core
from whowhom.parse.syntax import OBJECT_CONTROL, verb_frame
from whowhom.parse.wordings import CALENDAR, STATE_SENSES, look_up, patterns_standing

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.parse.frame import Frame
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Word

MEANWHILE = frozenset({"during", "after", "following", "at", "on", "in"})
TALKS, ADDRESSING = word_list("talks"), word_list("addressing")
NO_OFFICIALS = sector_group("private") - {"REL"} | {"JRN", "CRM", "REF"}
MUTUAL = word_list("counterparts")
TOGETHER = ("subject", "object", "between", "among")  # functions that say who takes part
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


def take_part(frame: Frame, visit: bool, book: Codebook, names: dict[int, Name]) -> None:
    """Adds to the frame of a visit, or of talks, those who do what the governing verb tells, where its own phrase does not say who took part."""
    verb = _governing(frame.word, visit)
    if verb is None or frame.get(*TOGETHER) or (visit and not frame.get("to", "in")):
        return
    above = verb_frame(verb)
    if not visit and not frame.get("with"):
        met = [each for each in above.get("object", "indirect") if _is_official(each, book, names, person=True)]
        if verb.lemma in ADDRESSING and not above.passive and met:  # "thanked the premier at a meeting in Oslo"
            for word in met:
                frame.add("with", word)
        elif frame.word.lemma not in TALKS or any(kid.index in names for kid in frame.get("modifier")) or _is_hostile(verb, book):
            return
    for word in above.get("object" if above.passive else "subject"):
        if _is_official(word, book, names, person=visit or above.passive):
            frame.add("subject", word)


def _is_hostile(verb: Word, book: Codebook) -> bool:
    """ "bombed the port after talks in Doha": whoever strikes need not have been at talks that are not said to be theirs."""
    patterns = book.verbs.get(verb.lemma)
    standing_here = next(patterns_standing(verb, patterns), None) if patterns is not None else None
    return standing_here is not None and standing_here[1].rule.event in HOSTILE


def _governing(noun: Word, visit: bool) -> Word | None:
    """The verb that tells what happened at a visit or at talks; None where they are no occasion, or all is still to come."""
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.is_noun:  # "at the end of a visit", "in a round of talks"
        noun = noun.head.head
    preposition = noun.head
    if noun.dep != "pobj" or preposition.lower not in MEANWHILE or (preposition.lower == "on" and not visit and noun.lemma in TALKS):
        return None
    verb = preposition.head
    if verb.dep == "xcomp" and verb.head.lemma in OBJECT_CONTROL and verb.head.kid("dobj") is not None:
        verb = verb.head  # "urged Lebanon to reform during a visit": the one who urges is the visitor
    to_come = any(kid.tag == "MD" or (kid.lower == "to" and kid.dep == "aux") for kid in verb.kids)
    return verb if verb.is_verb and not to_come else None


def _is_official(word: Word, book: Codebook, names: dict[int, Name], person: bool) -> bool:
    """Whether a word names somebody who visits and confers for others; `person`: no state."""
    inner = core(word)
    if inner.is_pronoun:
        return inner.lower in ("he", "she", "they", "him", "her", "them") or not person
    name = names.get(inner.index)
    if name is not None and name.sense in STATE_SENSES:
        return not person
    if inner.lemma in MUTUAL:
        return not person
    role = look_up(book.roles, inner)
    if role is not None:
        return role.sector not in NO_OFFICIALS
    return (inner.is_name or inner.text[0].isupper()) and inner.lower not in CALENDAR and (name is None or name.sense != "place")
