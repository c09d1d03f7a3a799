"""How does a deed become a record? Deeds with their links as events of the contract, ids stable, evidence complete."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from whowhom.coding.confidence import confidence_of
from whowhom.coding.crosswalk import Told, acled_of, cameo_of, ucdp_of
from whowhom.coding.draft import LIGHT_REACH, LONGEST_TRIGGER
from whowhom.coding.news import is_telling, linked_news
from whowhom.coding.sameness import all_of
from whowhom.model import Event, Evidence, Link, LinkKind, Trigger

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.links import Tie
    from whowhom.coding.reasons import Reason
    from whowhom.parse.tree import Span


def assemble(draft: Draft, ties: list[Tie], reasons: list[Reason], coder: str) -> tuple[Event, ...]:
    """The events of a coded story, in the order of the text."""
    grown = _grown_from(draft.deeds)
    pairs = [(effect, next(iter(grown.get(id(tie.cause.word), ())), None), tie) for tie in ties for effect in grown.get(id(tie.effect.word), ())]
    linked = linked_news([(effect, cause, tie.rule) for effect, cause, tie in pairs if cause is not None], len(draft.sentences))
    told = [deed for deed in draft.deeds if is_telling(deed, id(deed) in linked, len(draft.sentences))]
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
    for reason in reasons:
        text = draft.document.text[slice(*reason.span)]
        link = Link(kind=cast(LinkKind, reason.kind), event_id=None, text=text, span=reason.span)
        links.setdefault(id(reason.effect), []).append((link, Evidence(field="links", span=reason.span, quote=text, rule=reason.rule)))
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


def named(deed: Deed) -> Span:
    """The characters of the words that name a deed, of its echoes those close by: "killed in an attack", "stormed a mosque and shot"."""
    start, end = deed.span
    here = [echo for echo in all_of(deed)[1:] if echo.sentence is deed.sentence]
    for first, last in (echo.span for echo in sorted(here, key=lambda echo: abs(echo.word.index - deed.word.index))):
        between = [word for word in deed.sentence.words if end <= word.start < first or last <= word.start < start]
        whole = [word for word in deed.sentence.words if min(start, first) <= word.start < max(end, last)]
        if len(between) <= LIGHT_REACH and len(whole) <= LONGEST_TRIGGER:
            start, end = min(start, first), max(end, last)
    return start, end


def _event(deed: Deed, event_id: str, links: list[tuple[Link, Evidence]], draft: Draft, coder: str) -> Event:
    book = draft.book
    kind = book.types[deed.type]
    text = draft.document.text
    modes = tuple(mode for mode in dict.fromkeys(deed.modes) if mode in kind.modes)
    span = named(deed)
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
