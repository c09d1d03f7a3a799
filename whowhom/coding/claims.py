"""According to whom? Claimants of each deed, from verbs of saying, "according to", and statements around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.coding.parties import Parties
from whowhom.model import Claim, Evidence

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft


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
        reading = parties.read(word, deed.sentence) if word is not None else None
        if reading is None:
            continue
        span = verb.start, verb.end
        claims.append(Claim(claimant=reading.party, stance=stance, text=text[slice(*span)], span=span))
        evidence.append(Evidence(field="claims", span=reading.party.span, quote=reading.party.text, rule=f"claims.{stance}"))
    harm = deed.harm
    if claims:
        harm = tuple(each.model_copy(update={"claimant": claims[0].claimant}) if each.claimant is None else each for each in harm)
    return replace(deed, claims=(*deed.claims, *claims), harm=harm, evidence=(*deed.evidence, *evidence))
