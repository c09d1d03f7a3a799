"""How does a deed become a record? Deeds with their links as events of the contract, ids stable, evidence complete."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from whowhom.coding.confidence import confidence_of
from whowhom.coding.crosswalk import Told, acled_of, cameo_of, ucdp_of
from whowhom.coding.sameness import all_of
from whowhom.coding.scenes import CARRIED
from whowhom.model import Event, Evidence, Link, LinkKind, Trigger, day_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.links import Tie
    from whowhom.model import Date

MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION", "RETREAT"})


LONG = 6
"""Sentences: a report longer than this tells its news with day, place or cost, and names further violence only in passing."""


def is_telling(deed: Deed, linked: bool, long: bool = False) -> bool:
    """Whether a deed says enough to be a record: somebody or something beside the bare word. `long`: it stands in a long report."""
    if deed.content_of is not None or ((_is_general(deed) or _is_setting(deed)) and not linked) or (long and not linked and _is_passing(deed)):
        return False
    stated = bool(deed.actors or deed.recipients or deed.harm)
    told = _tells_place(deed) or deed.targets or ((deed.date or deed.means) and not deed.frame.nominal)
    return stated or (deed.type in MATERIAL and bool(told)) or linked


MASS = frozenset(
    {
        *("violence", "fighting", "terrorism", "aggression", "war", "warfare", "unrest", "bloodshed", "conflict", "repression", "torture", "combat"),
        *("action", "operation", "offensive", "genocide", "hostility", "activity", "struggle"),
    }
)


def _tells_place(deed: Deed) -> bool:
    """Whether the deed's own sentence says where; a place carried on from the story makes no deed of a bare word."""
    return deed.place is not None and not any(each.field == "place" and each.rule in CARRIED for each in deed.evidence)


def _is_passing(deed: Deed) -> bool:
    """Whether a long report only mentions violence ("the war that they wage", "those who kill judges"): nothing says when, where or at what cost.

    Sums over a war or a year ("70,000 people have been killed") are no single deed either, unless day and place are told.
    """
    if deed.type != "ASSAULT" or deed.count or deed.reality == "denied":
        return False  # who denies a deed makes news of it
    dated = deed.date is not None and _days_of(deed.date) <= LONGEST_DEED
    located = _tells_place(deed) and deed.place is not None and deed.place.feature != "country"
    if any((harm.low or 0) >= WAR_TOLL for harm in deed.harm) and not (dated and located):
        return True
    wanted = 2 if deed.frame.nominal and deed.word.lemma in MASS else 1
    return sum((dated, located, bool(deed.harm))) < wanted


MENTIONING = frozenset({"links.blame"})
"""Links that make no news of what they mention: "condemned all violence"."""
WAR_TOLL = 100
"""People: few single deeds cost more, and those that do are told with day and place."""
LONGEST_DEED = 92
"""Days, a quarter of a year: a longer period is one over which deeds are summed up."""


def _days_of(when: Date) -> int:
    """The days that a date spans; 0 where a side is open."""
    start, end = day_of(when.start), day_of(when.end)
    return (end - start).days if start is not None and end is not None else 0


SETTINGS = frozenset({"during", "at", "before", "since"})


def _is_setting(deed: Deed) -> bool:
    """Whether talks are only when or where another deed was done ("riots during the summit"): one side at most is told to have met."""
    word = deed.word
    if deed.type != "CONSULT" or not deed.frame.nominal or deed.light is not None or deed.echoes or len(deed.actors) > 1:
        return False
    return word.dep == "pobj" and word.head.lower in SETTINGS and not (deed.actors and deed.recipients)


def _is_general(deed: Deed) -> bool:
    """Whether a noun tells of deeds at large ("murders", "violence in Colombia") and not of one: nothing dates, counts or locates it."""
    if deed.type != "ASSAULT" or not deed.frame.nominal or deed.echoes or deed.light_kind in ("does", "undergoes"):
        return False
    if deed.word.tag not in ("NNS", "NNPS") and deed.word.lemma not in MASS:
        return False
    located = _tells_place(deed) and deed.place is not None and deed.place.feature != "country"
    sides = bool(deed.actors and (deed.recipients or len(deed.actors) > 1 or _tells_place(deed)))
    return not (deed.date or located or deed.harm or deed.count or deed.claims or sides)


def assemble(draft: Draft, ties: list[Tie], coder: str) -> tuple[Event, ...]:
    """The events of a coded story, in the order of the text."""
    grown = _grown_from(draft.deeds)
    pairs = [(effect, next(iter(grown.get(id(tie.cause.word), ())), None), tie) for tie in ties for effect in grown.get(id(tie.effect.word), ())]
    long = len(draft.sentences) > LONG
    linked = {
        id(deed)
        for effect, cause, tie in pairs
        if cause is not None and effect is not cause and not (long and tie.rule in MENTIONING)
        for deed in (effect, cause)
    }
    told = [deed for deed in draft.deeds if is_telling(deed, id(deed) in linked, long)]
    told.sort(key=lambda deed: deed.span)
    ids = {id(deed): _event_id(deed, draft, coder) for deed in told}
    links: dict[int, list[tuple[Link, Evidence]]] = {}
    for effect, cause, tie in pairs:
        if cause is None or effect is cause or id(effect) not in ids or id(cause) not in ids:
            continue
        text = draft.document.text[tie.span[0] : tie.span[1]]
        link = Link(kind=cast(LinkKind, tie.kind), event_id=ids[id(cause)], text=text, span=tie.span)
        if all(link != each for each, _ in links.get(id(effect), [])):
            links.setdefault(id(effect), []).append((link, Evidence(field="links", span=tie.span, quote=text, rule=tie.rule)))
    return tuple(_event(deed, ids[id(deed)], links.get(id(deed), []), draft, coder) for deed in told)


def _grown_from(deeds: tuple[Deed, ...]) -> dict[int, list[Deed]]:
    """The deeds of the last draft that a trigger word tells, by the word's identity: one told of two countries has become two."""
    grown: dict[int, list[Deed]] = {}
    for deed in deeds:
        for word in dict.fromkeys(id(each.word) for each in all_of(deed)):
            grown.setdefault(word, []).append(deed)
    return grown


def _event_id(deed: Deed, draft: Draft, coder: str) -> str:
    key = f"{draft.document.id}|{draft.document.text}|{coder}|{deed.span}|{deed.type}|{deed.rule.id}"
    if deed.split:
        key += f"|{deed.split}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _event(deed: Deed, event_id: str, links: list[tuple[Link, Evidence]], draft: Draft, coder: str) -> Event:
    book = draft.book
    kind = book.types[deed.type]
    text = draft.document.text
    modes = tuple(mode for mode in dict.fromkeys(deed.modes) if mode in kind.modes)
    span = deed.span
    trigger = Trigger(text=text[slice(*span)], span=span)
    evidence = [Evidence(field="trigger", span=span, quote=trigger.text, rule=deed.rule.id), *deed.evidence, *(each for _, each in links)]
    for echo in all_of(deed)[1:]:
        evidence.append(Evidence(field="trigger", span=echo.span, quote=text[slice(*echo.span)], rule=echo.rule.id))
    told = Told.by(deed, modes, book)
    return Event(
        event_id=event_id, doc_id=draft.document.id, type=deed.type, modes=modes, contexts=tuple(dict.fromkeys((*deed.rule.contexts, *deed.contexts))),
        quad=kind.quad, intensity=min([kind.modes[mode] for mode in modes], default=kind.score, key=lambda score: -abs(score)),
        cameo=cameo_of(deed.type, modes, book), acled=acled_of(told, book.acled), ucdp=ucdp_of(told, book.ucdp), trigger=trigger, actor=deed.actors,
        recipient=deed.recipients, date=deed.date, place=deed.place, means=deed.means, targets=deed.targets, harm=deed.harm, count=deed.count,
        size=deed.size, reality=deed.reality, tense=deed.tense, claims=deed.claims, links=tuple(link for link, _ in links),
        confidence=confidence_of(deed, book.confidence), evidence=tuple(dict.fromkeys(evidence)), coder=coder,
    )  # fmt: skip
