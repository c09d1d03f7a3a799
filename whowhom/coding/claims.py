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

MOUTHPIECES = word_list("mouthpieces")


def attribute_claims(draft: Draft) -> Draft:
    """The draft with the claims on every deed that somebody is said to tell, believe, confirm or deny."""
    parties = Parties.of(draft)
    return draft.with_deeds([_claimed(deed, draft, parties) for deed in draft.deeds])


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
