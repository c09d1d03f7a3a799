"""How is each deed told? Its reality, tense and claimants, and what becomes of it as the content of another deed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.model import Evidence
from whowhom.parse.framing import told
from whowhom.parse.ownwords import Told

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import Conversions

NOT_ADOPTED = "framing.not-adopted"
ALLEGED_KINDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
"""Types that stay events of their own as the content of an accusation."""


def tell_deeds(draft: Draft) -> Draft:
    """The draft with reality, tense and governors on every deed; promised deeds and contents converted as PLOVER asks."""
    tellings = [told(deed.word, deed.light if deed.light_kind != "happens" else None, draft.book) for deed in draft.deeds]
    by_word = {id(word): deed for deed in draft.deeds for word in (*deed.words, *([deed.light] if deed.light else []))}
    governed: dict[int, Deed] = {}
    for deed, telling in zip(draft.deeds, tellings, strict=True):
        for word, function in telling.path:
            governor = by_word.get(id(word))
            if governor is None or governor is deed:
                continue
            if _is_content(deed, governor, function, draft.book.conversions):
                governed[id(deed)] = governor
                break
            if _is_presupposed(deed, governor):
                telling.reality = "asserted"
                break
    found = []
    for deed, telling in zip(draft.deeds, tellings, strict=True):
        if _is_voiced(deed, telling, by_word, draft.book.conversions):
            telling.reality = "asserted"
        found.append(_told(deed, telling, governed.get(id(deed)), draft))
    return draft.with_deeds(_converted(draft.deeds, found, governed, draft.book.conversions))


def _is_content(deed: Deed, governor: Deed, function: str, conversions: Conversions) -> bool:
    """Whether a deed in this function of another is only what that one says, or what it is about."""
    if function in governor.rule.content:
        return True
    return any(
        topic.type == governor.type and deed.type in topic.absorbs and function in topic.functions and governor.rule.event == topic.type
        for topic in conversions.topics
    )


def _is_presupposed(deed: Deed, governor: Deed) -> bool:
    """ "urged him to investigate the murder": what is investigated or condemned is done, whatever becomes of that; "accused of ordering it" is not."""
    if deed.light is not None and deed.light_kind == "does":
        return False
    vague = any(kid.lower in ("a", "an", "any", "no") for kid in deed.word.all_kids("det"))
    return governor.rule.event == "ACCUSE" and deed.frame.nominal and deed.type in ALLEGED_KINDS and not vague


def _is_voiced(deed: Deed, telling: Told, by_word: dict[int, Deed], conversions: Conversions) -> bool:
    """ "marched to demand his release": the purpose of a protest that has words of its own is carried out by protesting."""
    if telling.rules != ["framing.purpose"] or not telling.path:
        return False
    governor = by_word.get(id(telling.path[0][0]))
    return governor is not None and deed.type in conversions.voiced.get(governor.type, ()) and governor.rule.event == governor.type


def retold(deed: Deed, draft: Draft) -> Deed:
    """A deed that came later than its stage, with reality and tense; one to come is told as true where announcing it is the deed."""
    telling = told(deed.word, None, draft.book)
    deed = _told(deed, telling, None, draft)
    if deed.reality == "planned" and deed.type in draft.book.conversions.future.values():
        return replace(deed, reality="asserted", tense="future")
    return deed


def _told(deed: Deed, telling: Told, governor: Deed | None, draft: Draft) -> Deed:
    text = draft.document.text
    negations = [word for word, rule in zip(telling.words, telling.rules, strict=True) if rule == "framing.negation"]
    if telling.reality == "negated" and negations and all(word in deed.words for word in negations):
        telling.reality = "asserted"  # "did not rule out force": the rule's own wording has the negation
    conditional = telling.rules[:1] == ["framing.condition"]
    reality = telling.reality if conditional else deed.rule.reality or telling.reality  # "if Athens does not back down": nobody has refused yet
    evidence = []
    for word, rule in zip(telling.words, telling.rules, strict=True):
        evidence.append(Evidence(field="reality", span=(word.start, word.end), quote=text[word.start : word.end], rule=rule))
    return replace(
        deed,
        reality=reality,
        tense="past" if telling.tense == "ongoing" and _is_of_title(deed) else telling.tense,
        telling=telling,
        content_of=governor,
        evidence=(*deed.evidence, *evidence),
    )


def _is_of_title(deed: Deed) -> bool:
    """ "Gunmen kill judge in Lima": the present of titles tells what was done."""
    return deed.sentence.is_heading and (deed.light or deed.word).tag in ("VBZ", "VBP")


def _converted(before: tuple[Deed, ...], deeds: list[Deed], governed: dict[int, Deed], conversions: Conversions) -> list[Deed]:
    """Gives governors the type and mode that their content asks for, and future cooperation the type of a promise."""
    contents: dict[int, list[Deed]] = {}
    for old, new in zip(before, deeds, strict=True):
        if governor := governed.get(id(old)):
            contents.setdefault(id(governor), []).append(new)
    found = []
    for old, deed in zip(before, deeds, strict=True):
        for content in contents.get(id(old), []):
            deed = _by_content(deed, content, conversions)
        found.append(_by_intention(deed, conversions) if deed.content_of is None else deed)
    return found


FUTURE = frozenset({"framing.future", "framing.would"})
REFUSING = word_list("refusing")


def _by_intention(deed: Deed, conversions: Conversions) -> Deed:
    """A deed to come becomes what announcing it is: AGREE, CONCEDE, THREATEN; one that will not be done, a refusal."""
    if deed.reality == "negated":
        return _refusal(deed, conversions) if _is_refused(deed, conversions) else deed
    kind = conversions.future.get(deed.type)
    rules = deed.telling.rules if deed.telling else []
    if rules == ["framing.possible"] and kind == "THREATEN" and deed.type in conversions.announced and _conditions(deed) and _has_doer(deed):
        return _as(deed, kind, conversions)  # "may suspend aid if the talks fail"
    if kind is None or deed.reality != "planned" or not rules or rules[0] not in conversions.intentions or _is_unreal(deed):
        return deed
    if kind == "CONCEDE" and _conditions(deed) == {"unless"}:
        kind = "THREATEN"  # "will pull out unless": no concession
    elif kind == "THREATEN" and (not _is_announced(deed, rules[0], conversions) or deed.frame.passive or not _has_doer(deed)):
        return deed
    return _as(deed, kind, conversions)


def _as(deed: Deed, kind: str, conversions: Conversions) -> Deed:
    """The deed as one of another type, with the mode that its old type gives it."""
    modes = conversions.content_modes.get(kind, {})
    mode = next((modes[key] for key in (*(f"{deed.type}/{each}" for each in deed.modes), deed.type, "") if key in modes), None)
    return replace(deed, type=kind, modes=(mode,) if mode else (), reality="asserted", tense="future")


def _refusal(deed: Deed, conversions: Conversions) -> Deed:
    """Saying no: to what is still to come ("will not lift"), or told with the tense of its own verb ("failed to agree")."""
    refusal = _as(deed, "REJECT", conversions)
    return refusal if deed.telling and "framing.negation" in deed.telling.rules else replace(refusal, tense=deed.tense)


def _has_doer(deed: Deed) -> bool:
    return not (deed.frame.nominal and deed.light is None) and bool(deed.frame.get("subject"))


def _is_announced(deed: Deed, rule: str, conversions: Conversions) -> bool:
    """Whether a hostile deed to come is told to others: "will", "would"; a measure also by "plans to", "is ready to"."""
    if rule in FUTURE:
        return True
    return deed.type in conversions.announced and deed.telling is not None and deed.telling.words[0].lemma in conversions.declared


def _is_refused(deed: Deed, conversions: Conversions) -> bool:
    """ "will not lift the ban", "declined to resign", "failed to agree": those who could do it say no."""
    telling = deed.telling
    if telling is None or not telling.rules or deed.type not in conversions.refused or deed.frame.passive or not _has_doer(deed):
        return False
    if "framing.negation" in telling.rules:
        verb = deed.light or deed.word
        return any(kid.dep == "aux" and kid.lower in ("will", "would", "wo") for kid in verb.kids)
    if telling.rules[0] != "framing.fail":
        return False
    lemma = telling.words[0].lemma
    return lemma in REFUSING or (lemma == "fail" and deed.type == "AGREE")


def _conditions(deed: Deed) -> set[str]:
    """The words that open the conditions of a deed: "if", "unless"."""
    verb = deed.light or deed.word
    return {mark.lower for kid in verb.kids if kid.dep == "advcl" for mark in kid.all_kids("mark") if mark.lower in ("if", "unless")}


def _is_unreal(deed: Deed) -> bool:
    """ "would have attacked if": told as what did not come."""
    verb = deed.light or deed.word
    return any(kid.dep == "aux" and kid.lemma == "have" for kid in verb.kids)


def _by_content(deed: Deed, content: Deed, conversions: Conversions) -> Deed:
    if content.reality == "negated" and (deed.type != "REJECT" or (content.telling is not None and "framing.negation" in content.telling.rules)):
        return deed  # "warned Israel not to strike" threatens no strike
    if content.telling is not None and (content.telling.settled or NOT_ADOPTED in content.telling.rules):
        return deed  # "agreed to call off its strike" promises no strike, "vetoed a resolution demanding a truce" asked nobody
    family = next((name for name in conversions.content_types if f"{deed.rule.id}.".startswith(f"{name}.")), deed.type)
    kind = conversions.content_types.get(family if deed.type == deed.rule.event else deed.type, {}).get(content.type, deed.type)
    if kind != deed.type:
        deed = replace(deed, type=kind, modes=())
    table = conversions.content_modes.get(deed.type, {})
    keys = [*(f"{content.type}/{mode}" for mode in content.modes), content.type, ""]
    mode = next((table[key] for key in keys if key in table), None)
    if mode and not deed.modes:
        deed = replace(deed, modes=(mode,))
    return deed
