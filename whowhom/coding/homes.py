"""Whose soldiers, police, protesters? A party without a country of its own words is at home where the deed happened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.model import Evidence

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.model import Party

AT_HOME = frozenset(
    {"COP", "GOV", "JUD", "LEG", "OPP", "PTY", "CVL", "JRN", "EDU", "LAB", "AGR", "MED", "REL", "BUS", "CRM", "ELI", "REB", "MIL", "SPY", "UAF"}
)
ABROAD = frozenset({"MIL", "REB", "UAF", "SPY"})  # those who act with arms may have come from elsewhere
INSTITUTIONS = frozenset({"army", "military", "navy", "government", "junta", "police", "security"})
CIVIL = frozenset({"CVL", "OPP", "JRN", "EDU", "LAB", "AGR", "MED", "REL", "BUS", "ELI", "LEG", "JUD", "PTY"})
RULERS = frozenset({"COP", "GOV", "JUD", "LEG"})
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
DOMESTIC = frozenset({"PROTEST", "COERCE", "SANCTION", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def bring_home(draft: Draft) -> Draft:
    """The draft with countries for parties that the place or the other side of their deed tells."""
    return draft.with_deeds([_at_home(deed, draft) for deed in draft.deeds])


def _at_home(deed: Deed, draft: Draft) -> Deed:
    evidence: list[Evidence] = []
    actors = tuple(_homed(party, "actor", deed, deed.recipients, evidence, draft) for party in deed.actors)
    recipients = tuple(_homed(party, "recipient", deed, actors, evidence, draft) for party in deed.recipients)
    return replace(deed, actors=actors, recipients=recipients, evidence=(*deed.evidence, *evidence)) if evidence else deed


def _homed(party: Party, role: str, deed: Deed, others: tuple[Party, ...], evidence: list[Evidence], draft: Draft) -> Party:
    if party.country or party.id or party.sector not in AT_HOME or (role == "actor" and _may_be_abroad(party)):
        return party
    if deed.place is not None and deed.place.country:
        evidence.append(Evidence(field=f"{role}.country", span=deed.place.span, quote=deed.place.text, rule="homes.place"))
        return party.model_copy(update={"country": deed.place.country})
    for other in others:
        if other.country and other.country not in INTERNATIONAL and _are_compatriots(party, other, deed):
            evidence.append(Evidence(field=f"{role}.country", span=other.span, quote=other.text, rule="homes.other-side"))
            return party.model_copy(update={"country": other.country})
    return party


def _may_be_abroad(party: Party) -> bool:
    """Fighters and soldiers may have come from elsewhere; "the army" without a country is that of the place."""
    return party.sector in ABROAD and not (party.sector == "MIL" and INSTITUTIONS & set(party.text.lower().split()))


def _are_compatriots(party: Party, other: Party, deed: Deed) -> bool:
    """A people and its rulers: "Sudanese police arrested students", "unions called on the Peruvian government"."""
    if deed.type not in DOMESTIC:
        return False
    return (party.sector in CIVIL and other.sector in RULERS) or (party.sector in RULERS and other.sector in CIVIL)
