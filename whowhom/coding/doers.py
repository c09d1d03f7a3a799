"""Whom does it blame or praise, where it names only a deed? "Washington condemned the attack": those who did what was told before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.echoes import ANAPHORIC
from whowhom.coding.links import Tie
from whowhom.coding.sameness import all_of, same_party
from whowhom.model import Evidence
from whowhom.parse.frame import core
from whowhom.parse.tree import cover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Word

    Deeds = Sequence[Deed]

JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
STEPS = word_list("steps")
BACK = 2  # sentences back to what "the step" is


def name_doers(draft: Draft, ties: Sequence[Tie] = ()) -> Draft:
    """The draft with recipients on what is said against or for a deed told before, or strikes back, and of no one by name."""
    return draft.with_deeds([_against_answered(_with_doers(deed, draft), ties, draft) for deed in draft.deeds])


def judged_ties(draft: Draft, ties: Sequence[Tie]) -> list[Tie]:
    """The links from what is said against or for a step to the deed that is meant: "rejected the measures", "welcomed that release"."""
    tied = {id(tie.effect.word) for tie in ties}
    found = []
    for deed in draft.deeds:
        if id(deed.word) in tied or deed.type not in JUDGING or deed.frame.nominal or deed.rule.joint:
            continue
        for word in map(core, deed.frame.get("object")):
            judged = _judged(word, deed, draft)
            if judged is not None and judged is not deed:
                found.append(Tie(deed, judged, "in-response-to", cover([word, *word.all_kids("det")]), "links.judged"))
    return found


def _against_answered(deed: Deed, ties: Sequence[Tie], draft: Draft) -> Deed:
    """The deed with those whom it strikes back at: "Iran seized a tanker, and London answered with sanctions" is against Iran."""
    tie = next((each for each in ties if each.rule == "links.retaliation" and each.effect.word in deed.words), None)
    if tie is None or deed.recipients:
        return deed
    answered = next((other for other in draft.deeds if any(tie.cause.word in each.words for each in all_of(other))), tie.cause)
    doers = tuple(each for each in answered.actors if not any(same_party(each, own) for own in deed.actors))
    evidence = Evidence(field="recipient", span=tie.span, quote=draft.document.text[tie.span[0] : tie.span[1]], rule="doers.answered")
    return replace(deed, recipients=doers, evidence=(*deed.evidence, evidence)) if doers else deed


def _with_doers(deed: Deed, draft: Draft) -> Deed:
    if deed.type not in JUDGING or deed.recipients or not deed.actors or deed.frame.nominal or deed.rule.joint:
        return deed
    for word in map(core, deed.frame.get("object")):
        judged = _judged(word, deed, draft)
        if judged is None:
            continue
        doers = tuple(each for each in judged.actors if not any(same_party(each, own) for own in deed.actors))
        if doers:
            evidence = Evidence(field="recipient", span=(word.start, word.end), quote=word.text, rule="doers.of_deed")
            return replace(deed, recipients=doers, evidence=(*deed.evidence, evidence))
    return deed


def _judged(word: Word, deed: Deed, draft: Draft) -> Deed | None:
    """The deed told before that a noun means."""
    judged = (
        _told_by(word, deed, draft.deeds)
        or _of_type(word, deed, draft)
        or _step_beside(word, deed, draft.deeds)
        or _last_step(word, deed, draft.deeds)
    )
    return judged if judged is not None and judged.reality in ("asserted", "alleged") else None


def _told_by(word: Word, deed: Deed, deeds: Deeds) -> Deed | None:
    """The deed that a noun is an echo of: "the invasion"."""
    return next((other for other in deeds if other is not deed and any(word in each.words for each in all_of(other))), None)


def _of_type(word: Word, deed: Deed, draft: Draft) -> Deed | None:
    """ "the release", where somebody freed three soldiers: the last deed of a type that the noun can name."""
    if not _points(word):
        return None
    kinds = {pattern.rule.event for pattern in draft.book.nouns.get(word.lemma, ())}
    before = [each for each in draft.deeds if each.type in kinds and each.actors and 0 <= deed.sentence.index - each.sentence.index <= BACK]
    before = [each for each in before if each.sentence is not deed.sentence or each.word.index < deed.word.index]
    return max(before, key=lambda each: each.span, default=None)


def _points(word: Word) -> bool:
    return any(kid.dep == "det" and kid.lower in ANAPHORIC for kid in word.kids) and word.kid("prep", "acl", "relcl") is None


def _step_beside(word: Word, deed: Deed, deeds: Deeds) -> Deed | None:
    """ "closed its border, a step that France denounced": what was told just before the noun."""
    if word.lemma not in STEPS or deed.word.dep != "relcl" or deed.word.head is not word:
        return None
    before = [other for other in deeds if other.actors and other.sentence is deed.sentence and other.word.index < word.index]
    return max(before, key=lambda other: other.span, default=None)


def _last_step(word: Word, deed: Deed, deeds: Deeds) -> Deed | None:
    """ "welcomed the step": the first deed of the sentence before."""
    if word.lemma not in STEPS or not _points(word):
        return None
    before = [other for other in deeds if other.actors and 0 < deed.sentence.index - other.sentence.index <= BACK]
    last = max((other.sentence.index for other in before), default=None)
    return min((other for other in before if other.sentence.index == last), key=lambda other: other.span, default=None)
