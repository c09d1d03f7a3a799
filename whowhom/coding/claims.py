"""According to whom? Claimants of each deed, from verbs of saying, "according to", and statements around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.parties import Parties
from whowhom.model import Claim, Evidence, Party

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Sentence, Word

CHARGED, GAINSAYING = word_list("charged_words"), word_list("gainsaying")
MOUTHPIECES = word_list("mouthpieces")


def attribute_claims(draft: Draft) -> Draft:
    """The draft with the claims on every deed that somebody is said to tell, believe, confirm or deny."""
    parties = Parties.of(draft)
    deeds = [_gainsaid(_claimed(deed, draft, parties), draft, parties) for deed in draft.deeds]
    return draft.with_deeds([deed for deed in deeds if not _is_gainsaying(deed)])


def _is_gainsaying(deed: Deed) -> bool:
    """ "a claim that Ukraine rejected": no deed of its own, but what somebody says of the deed that is claimed."""
    return deed.word.dep == "relcl" and deed.word.lemma in GAINSAYING and deed.word.head.lemma in CHARGED and deed.type in ("REJECT", "ACCUSE")


def _gainsaid(deed: Deed, draft: Draft, parties: Parties) -> Deed:
    """The deed with those who deny it behind a charge or claim: "accused Algeria of arming them, a charge that Algiers denied"."""
    told = deed.telling is not None and (deed.telling.claims or deed.reality == "alleged")
    if not told or deed.content_of is not None or deed.type == "ACCUSE":
        return deed
    for noun in deed.sentence.words:
        if noun.lemma not in CHARGED or noun.index < deed.word.index or noun.dep not in ("appos", "npadvmod", "dep", "conj", "dobj", "pobj", "attr"):
            continue
        for verb in noun.all_kids("relcl"):
            denier = verb.kid("nsubj")
            party = _teller(denier, deed.sentence, parties) if verb.lemma in GAINSAYING and denier is not None else None
            if party is not None:
                claim = Claim(claimant=party, stance="denies", text=draft.document.text[verb.start : verb.end], span=(verb.start, verb.end))
                evidence = Evidence(field="claims", span=party.span, quote=party.text, rule="claims.denies")
                return replace(deed, claims=(*deed.claims, claim), evidence=(*deed.evidence, evidence))
    return deed


def _claimed(deed: Deed, draft: Draft, parties: Parties) -> Deed:
    if deed.telling is None or not deed.telling.claims:
        return deed
    text = draft.document.text
    claims, evidence = [], []
    for word, stance, verb in deed.telling.claims:
        teller = _teller(word, deed.sentence, parties) if word is not None else None
        if teller is None:
            continue
        span = verb.start, verb.end
        claims.append(Claim(claimant=teller, stance=stance, text=text[slice(*span)], span=span))
        evidence.append(Evidence(field="claims", span=teller.span, quote=teller.text, rule=f"claims.{stance}"))
    harm = deed.harm
    if claims:
        harm = tuple(each.model_copy(update={"claimant": claims[0].claimant}) if each.claimant is None else each for each in harm)
    return replace(deed, claims=(*deed.claims, *claims), harm=harm, evidence=(*deed.evidence, *evidence))


def _teller(word: Word, sentence: Sentence, parties: Parties) -> Party | None:
    """Who tells: a party, or what speaks for one ("his office", "a UN report", "the closing statement") with its owner's country and sector."""
    if reading := parties.read(word, sentence):
        return reading.party
    if word.lemma not in MOUTHPIECES:
        return None
    owners = (parties.read(kid, sentence) for kid in word.all_kids("poss", "compound", "nmod", "amod"))
    owner = next((each.party for each in owners if each is not None), None)
    span = parties.span_of(word, sentence)
    text = parties.draft.document.text[slice(*span)]
    if owner is None:
        return Party(text=text, span=span, name=text)
    return Party(text=text, span=span, name=text, country=owner.country, sector=owner.sector, sectors=owner.sectors)
