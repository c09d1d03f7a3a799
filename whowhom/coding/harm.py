"""At what cost? People killed, wounded, missing, abducted, detained, displaced by each deed: how many, who, on which side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.parties import Parties
from whowhom.coding.silence import silence_over
from whowhom.coding.states import group_before, group_measured
from whowhom.coding.victims import tolls_of
from whowhom.model import Evidence, Harm
from whowhom.parse.frame import conjoined

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Word

HARMING = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
HARMFUL_LEMMAS = word_list("harmful_verbs")
FATALLY = word_list("fatally")


def count_harm(draft: Draft) -> Draft:
    """The draft with harm on every deed whose rule harms its recipients."""
    parties = Parties.of(draft)
    return draft.with_deeds([_harmed(deed, draft, parties) for deed in draft.deeds])


def _harmed(deed: Deed, draft: Draft, parties: Parties) -> Deed:
    kind = deed.rule.harm
    if kind is None or (deed.type not in HARMING and kind != "displaced") or deed.rule.id.startswith("harm."):
        return deed
    text = draft.document.text
    if deed.content_of is None and (silent := silence_over(deed.word, draft.book)) is not None:
        span = min(silent.start, deed.span[0]), max(silent.end, deed.span[1])
        harms = [Harm(text=text[slice(*span)], span=span, kind=kind, stated="not-addressed")]
    else:
        if kind == "wounded" and any(kid.lower in FATALLY for kid in deed.word.kids):
            kind = "killed"
        harms = [_sided(each, deed) for each in tolls_of(_victims(deed), kind, deed.sentence, parties)]
        if deed.type not in HARMING:  # one person who flees is no toll
            harms = [each for each in harms if each.low != 1]
        if _is_alternative(deed.word):
            harms = [_at_most(each) for each in harms]
        harms.extend(_among(harms, deed, parties))
    evidence = [Evidence(field="harm", span=harm.span, quote=harm.text, rule=f"harm.{kind}") for harm in harms]
    return replace(deed, harm=tuple(harms), evidence=(*deed.evidence, *evidence))


def _among(harms: list[Harm], deed: Deed, parties: Parties) -> list[Harm]:
    """ "forty children were among 120 people killed": the children beside the people."""
    for word in deed.frame.get("object"):
        be = word.head.head
        if word.dep == "pobj" and word.head.lower in ("among", "of") and be.lemma in ("be", "number") and harms:
            return [each for each in tolls_of(be.all_kids("nsubj"), harms[0].kind, deed.sentence, parties) if each.who != harms[0].who]
    return []


def _is_alternative(verb: Word) -> bool:
    """ "killed or wounded 40 soldiers": the number is of both together."""
    pair = (verb.head, *(kid for kid in verb.kids if kid.dep == "conj")) if verb.dep == "conj" else tuple(verb.all_kids("conj"))
    return any(each.lemma in HARMFUL_LEMMAS and any(kid.lower == "or" for kid in (*verb.kids, *each.kids) if kid.dep == "cc") for each in pair)


def _at_most(harm: Harm) -> Harm:
    high = harm.high if harm.high is not None else harm.best
    return harm.model_copy(update={"low": None, "best": None, "high": high, "stated": "approximate"}) if high else harm


def _sided(harm: Harm, deed: Deed) -> Harm:
    """The side of those harmed: the actor's own, the recipient's, or unknown."""
    if harm.side == "actor" or any(_overlap(harm, party.span) for party in deed.actors):
        return harm.model_copy(update={"side": "actor"})
    return harm


def _overlap(harm: Harm, span: tuple[int, int]) -> bool:
    return harm.span[0] < span[1] and span[0] < harm.span[1]


def _is_share(word: Word) -> bool:
    """ "left 14 dead, most of them women": the women are some of the fourteen."""
    above = word if word.dep != "conj" else word.head
    return any(
        kid.kid("prep") is not None and any(inner.lower in ("them", "whom") for inner in kid.subtree())
        for kid in above.kids
        if kid.index < above.index
    )


def _victims(deed: Deed) -> list[Word]:
    """The words for those whom the deed harms: its objects, or the group told right before a bare participle."""
    frame = deed.frame
    if deed.word.dep == "amod" and deed.word.tag == "VBN" and deed.word.head.kid("nummod") is not None:
        return [deed.word.head]  # "20 detained students"
    words = frame.get(*deed.rule.recipient)
    if not words and frame.nominal:
        words = frame.get("object")
    words = [word for word in words if word not in deed.words and not _is_share(word)]
    state = next((word for word in deed.words if word.dep == "oprd"), None)
    if state is not None and len(state.head.all_kids("oprd")) > 1 and (group := group_before(state, deed.sentence)):
        return group  # "left two boys dead and a nurse wounded"
    if deed.word.tag in ("VBN", "VBD", "JJ") and not frame.nominal and (not words or not frame.passive) and deed.word.kid("auxpass") is None:
        if deed.word.kid("dobj") is None and (group := group_measured(deed.word) or group_before(deed.word, deed.sentence)):
            return group
    if not frame.nominal and deed.word.kid("conj") is not None and deed.word.kid("dobj") is None and not words:
        follower = next((kid for kid in deed.word.all_kids("conj") if kid.lemma in HARMFUL_LEMMAS), None)
        words = follower.all_kids("dobj") if follower is not None else []
    return words or _whose(deed)


def _whose(deed: Deed) -> list[Word]:
    """ "cut the throats of 16 passengers": those whose it is."""
    holders = [kid for each in deed.words if each is not deed.word and each.dep == "dobj" for kid in each.all_kids("prep") if kid.lower == "of"]
    return [noun for kid in holders for word in kid.all_kids("pobj") for noun in conjoined(word)]
