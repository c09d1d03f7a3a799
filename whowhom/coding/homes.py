"""Whose soldiers, police, protesters? A party without a country of its own words is at home where the deed happened, or in the story's one country."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.gazetteer import Country
from whowhom.model import Evidence
from whowhom.parse.tree import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whowhom.coding.draft import Deed, Draft
    from whowhom.model import Party
    from whowhom.parse.names import Name

ABROAD = frozenset({"MIL", "REB", "UAF", "SPY"})  # those who act with arms may have come from elsewhere
INSTITUTIONS = frozenset({"army", "military", "navy", "government", "junta", "police", "security"})
CIVIL = frozenset({"CVL", "OPP", "JRN", "EDU", "LAB", "AGR", "MED", "REL", "BUS", "ELI", "LEG", "JUD", "PTY", "SOC", "CRM"})
RULERS = frozenset({"COP", "GOV", "JUD", "LEG"})
AT_HOME = CIVIL | RULERS | ABROAD
OF_ONE_COUNTRY = CIVIL | RULERS | {"MIL", "REB", "SPY"}  # at home where a story names one country alone; nameless gunmen stay nobody's
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
DOMESTIC = frozenset({"PROTEST", "COERCE", "SANCTION", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
GEOGRAPHIC = frozenset({"country", "nationality", "people", "capital", "seat", "place"})
CERTAIN_NAMES = 3  # geographic names of one country alone from which even soldiers and fighters are taken for its own
ONE_STORY = 0.75  # share of a story's geographic names from which its country is the one it is about


def bring_home(draft: Draft) -> Draft:
    """The draft with countries for parties that the place, the other side or the only country named with them tells."""
    around = Surroundings(draft)
    return draft.with_deeds([_at_home(deed, around) for deed in draft.deeds])


class Surroundings:
    """Which countries do the sentences and the story name?"""

    def __init__(self, draft: Draft) -> None:
        self.named = [_countries(names.values()) for names in draft.names]
        self.text = draft.document.text
        self.story: tuple[str, Span] | None = None
        counts = Counter(code for found in self.named for code, _ in found)
        self.is_of_one_country = len(counts) == 1 and counts.total() >= CERTAIN_NAMES
        if counts:
            code, number = counts.most_common(1)[0]
            if number >= ONE_STORY * counts.total():
                self.story = code, next(span for found in self.named for each, span in found if each == code)

    def of_sentence(self, index: int) -> tuple[str, Span] | None:
        """The only country that a sentence names."""
        found = self.named[index]
        return found[0] if found and len({code for code, _ in found}) == 1 else None


def _countries(names: Iterable[Name]) -> list[tuple[str, Span]]:
    found = {}
    for name in names:
        thing = name.entries[0].thing
        code = thing.code if isinstance(thing, Country) else thing.country
        if code and name.sense in GEOGRAPHIC and (name.sense != "place" or len({getattr(each.thing, "country", "") for each in name.entries}) == 1):
            found[name.span] = code
    return [(found[span], span) for span in sorted(found)]


def _at_home(deed: Deed, around: Surroundings) -> Deed:
    evidence: list[Evidence] = []
    actors = tuple(_homed(party, "actor", deed, deed.recipients, evidence, around) for party in deed.actors)
    recipients = tuple(_homed(party, "recipient", deed, actors, evidence, around) for party in deed.recipients)
    return replace(deed, actors=actors, recipients=recipients, evidence=(*deed.evidence, *evidence)) if evidence else deed


def _homed(party: Party, role: str, deed: Deed, others: tuple[Party, ...], evidence: list[Evidence], around: Surroundings) -> Party:
    if party.country or party.id or party.sector not in AT_HOME:
        return party
    found = _home(party, role, deed, others, around)
    if found is None:
        return party
    country, span, rule = found
    evidence.append(Evidence(field=f"{role}.country", span=span, quote=around.text[span[0] : span[1]], rule=rule))
    return party.model_copy(update={"country": country})


def _home(party: Party, role: str, deed: Deed, others: tuple[Party, ...], around: Surroundings) -> tuple[str, Span, str] | None:
    """Country, words and rule."""
    armed = role == "actor" and _may_be_abroad(party)
    if not armed:
        if deed.place is not None and deed.place.country:
            return deed.place.country, deed.place.span, "homes.place"
        for other in others:
            if other.country and other.country not in INTERNATIONAL and _are_compatriots(party, other, deed):
                return other.country, other.span, "homes.other-side"
    if party.sector not in OF_ONE_COUNTRY:
        return None
    if not armed and (here := around.of_sentence(deed.sentence.index)):
        return *here, "homes.sentence"
    if around.story is not None and (not armed or around.is_of_one_country):
        return *around.story, "homes.story"
    return None


def _may_be_abroad(party: Party) -> bool:
    """Fighters and soldiers may have come from elsewhere; "the army" without a country is that of the place."""
    return party.sector in ABROAD and not (party.sector == "MIL" and INSTITUTIONS & set(party.text.lower().split()))


def _are_compatriots(party: Party, other: Party, deed: Deed) -> bool:
    """A people and its rulers: "Sudanese police arrested students", "unions called on the Peruvian government"."""
    if deed.type not in DOMESTIC:
        return False
    return (party.sector in CIVIL and other.sector in RULERS) or (party.sector in RULERS and other.sector in CIVIL)
