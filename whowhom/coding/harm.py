"""At what cost? People killed, wounded, missing, abducted, detained, displaced: how many, who, told by whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from whowhom.coding.numbers import Quantity, quantity_of, read_quantity
from whowhom.coding.parties import Parties
from whowhom.model import Evidence, Harm, HarmKind, Who
from whowhom.parse.syntax import core
from whowhom.parse.wordings import look_up

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Sentence, Word

JOINED_WITHIN = 60  # characters between two groups of victims that are told as one toll
PLURAL_LOW = 2  # a bare plural ("soldiers were killed") is two or more
OTHERS = frozenset({"other", "others", "more", "another"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})
WHO_BY_SECTOR: dict[str, Who] = {
    "MIL": "military", "COP": "police", "REB": "militants", "PRM": "military", "UAF": "militants", "CVL": "civilians", "GOV": "officials", "JUD": "officials",
    "LEG": "officials", "JRN": "journalists", "MED": "medics", "CRM": "militants", "SPY": "officials",
}  # fmt: skip
HARMING = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})


def count_harm(draft: Draft) -> Draft:
    """The draft with harm on every deed whose rule harms its recipients."""
    parties = Parties.of(draft)
    return draft.with_deeds([_harmed(deed, draft, parties) for deed in draft.deeds])


def _harmed(deed: Deed, draft: Draft, parties: Parties) -> Deed:
    kind = deed.rule.harm
    if kind is None or deed.type not in HARMING:
        return deed
    harms, evidence = [], []
    for word in _victims(deed):
        if harm := harm_of(word, kind, deed.sentence, draft, parties):
            harms.append(harm)
            evidence.append(Evidence(field="harm", span=harm.span, quote=harm.text, rule=f"harm.{kind}"))
    return replace(deed, harm=tuple(_summed(_with_himself(harms), draft.document.text)), evidence=(*deed.evidence, *evidence))


def _with_himself(harms: list[Harm]) -> list[Harm]:
    """ "killing himself and six soldiers" is one toll of seven."""
    own = [harm for harm in harms if harm.text.lower() in ("himself", "herself", "themselves")]
    others = [harm for harm in harms if harm not in own]
    if not own or len(others) != 1 or others[0].best is None:
        return harms
    first = others[0]
    high = first.high + 1 if first.high is not None else None
    return [first.model_copy(update={"low": (first.low or 0) + 1, "best": (first.best or 0) + 1, "high": high, "who": "unspecified"})]


TOGETHER = frozenset({"civilians", "children", "women", "unspecified", "officials"})


def _summed(harms: list[Harm], text: str) -> list[Harm]:
    """ "a woman and her two children" are three dead; soldiers beside civilians stay two tolls."""
    whos = {harm.who for harm in harms}
    exact = all(harm.stated == "number" for harm in harms)
    if len(harms) < 2 or not exact or not (len(whos) == 1 or whos <= TOGETHER):
        return harms
    first, last = harms[0], harms[-1]
    total = sum(harm.best or 0 for harm in harms)
    if last.span[0] - first.span[1] > JOINED_WITHIN:
        return harms
    span = first.span[0], last.span[1]
    who: Who = first.who if len(whos) == 1 else "civilians" if whos <= {"civilians", "children", "women"} else "unspecified"
    return [first.model_copy(update={"text": text[span[0] : span[1]], "span": span, "low": total, "best": total, "high": total, "who": who})]


def _victims(deed: Deed) -> list[Word]:
    frame = deed.frame
    words = frame.get(*deed.rule.recipient)
    if not words and frame.nominal:
        words = frame.get("object")
    return [word for word in words if word not in deed.words]


def harm_of(word: Word, kind: str, sentence: Sentence, draft: Draft, parties: Parties) -> Harm | None:
    """The harm that a noun phrase of victims tells, or None where it names no people."""
    inner = core(word)
    span = parties.span_of(inner, sentence)
    if inner is not word:
        span = min(span[0], word.start), max(span[1], word.end)
    text = draft.document.text
    nobody = next((kid for kid in (*word.kids, *inner.kids, word) if kid.lower in NOBODY), None)
    who, known = who_of(inner, sentence, parties)
    if nobody is not None or word.lower == "nobody":
        return Harm(text=text[span[0] : span[1]], span=span, kind=cast(HarmKind, kind), who=who, low=0, best=0, high=0, stated="none")
    quantity = quantity_of(inner, text) or (read_quantity(text[span[0] : span[1]], span[0]) if inner.tag == "CD" else None)
    if quantity is None:
        if not known:
            return None
        plural = inner.tag in ("NNS", "NNPS") or inner.lemma in ("people", "police")
        if not plural and (inner.lemma not in SINGLE_PEOPLE and not inner.is_name and inner.tag != "NN"):
            return None
        quantity = Quantity(PLURAL_LOW, None, None, "approximate", span) if plural else Quantity(1, 1, 1, "number", span)
    span = min(span[0], quantity.span[0]), max(span[1], quantity.span[1])
    return Harm(
        text=text[span[0] : span[1]], span=span, kind=cast(HarmKind, kind), who=who, side="recipient",
        low=quantity.low, best=quantity.best, high=quantity.high, stated=quantity.stated,
    )  # fmt: skip


SINGLE_PEOPLE = frozenset({"man", "woman", "child", "person", "boy", "girl", "himself", "herself"})


def who_of(word: Word, sentence: Sentence, parties: Parties) -> tuple[Who, bool]:
    """Who they were, and whether the words name people at all."""
    role = look_up(parties.draft.book.roles, word)
    if role is not None and role.who != "unspecified":
        return cast(Who, role.who), True
    reading = parties.read(word, sentence)
    if reading is not None and reading.party.sector in WHO_BY_SECTOR:
        return WHO_BY_SECTOR[reading.party.sector], True
    known = reading is not None or role is not None or word.tag == "CD" or word.lemma in OTHERS or word.is_pronoun
    return "unspecified", known
