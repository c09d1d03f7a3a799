"""Whose soldiers, police, protesters? A party without a country of its own words is at home where the deed happened, or in the story's one country."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import sector_group, word_list
from whowhom.gazetteer import Country
from whowhom.model import Evidence
from whowhom.parse.tree import Span
from whowhom.parse.wordings import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whowhom.coding.draft import Deed, Draft
    from whowhom.model import Party
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Word

ABROAD = frozenset({"MIL", "REB", "UAF", "SPY"})  # those who act with arms may have come from elsewhere
INSTITUTIONS = word_list("state_institutions")
CIVIL = sector_group("at_home")
RULERS = frozenset({"COP", "GOV", "JUD", "LEG"})
HOLDERS = RULERS - {"LEG"}  # whom they arrest and try is told by nationality where it is not theirs
AT_HOME = CIVIL | RULERS | ABROAD
OF_ONE_COUNTRY = CIVIL | RULERS | {"MIL", "REB", "SPY"}  # at home where a story names one country alone; nameless gunmen stay nobody's
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
OF_ANOTHER = word_list("of_another") - {"opponent", "rival"}  # these are as often of the same country
RULING = word_list("rulers_together")
ENVOYS, SETTLING = word_list("envoys"), word_list("settling")
VOICED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
MET = frozenset({"CONSULT", "AGREE", "COOPERATE"})
ELSEWHERE = word_list("targets_elsewhere")
VISITORS = word_list("guests") | word_list("roving")  # "the delegation", "a settler": not of the ground where they are
CAST_OUT = frozenset({"deport", "expel"})
HOMEWARD = word_list("homeward")
BOUND = word_list("bound_for")
AMONG = frozenset({"among", "including"})
BARRING = word_list("barring")  # words of measures against foreigners: "visa bans"
DOMESTIC = frozenset({"PROTEST", "COERCE", "SANCTION", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
SUFFERED = frozenset({"ASSAULT", "COERCE", "AID", "SANCTION"})
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "AGREE"})  # rebels speak to their own government
GEOGRAPHIC = frozenset({"country", "nationality", "people", "capital", "seat", "place"})
CERTAIN_NAMES = 3  # geographic names of one country alone from which even soldiers and fighters are taken for its own
LEAD_STORY = 0.5  # the same share for the country that a story names first
ONE_STORY = 0.75  # share of a story's geographic names from which its country is the one it is about


def bring_home(draft: Draft) -> Draft:
    """The draft with countries for parties that the place or the other side of their deed tells."""
    return draft.with_deeds([_at_home(deed, None, draft) for deed in draft.deeds])


def settle(draft: Draft) -> Draft:
    """The draft with countries for parties that only the sentence or the story tells, and towns that suffer a deed as their people.

    This comes after the echoes are joined: that two parties live in the country of the story is no reason to take them for one.
    """
    around = Surroundings(draft)
    return draft.with_deeds([_with_townspeople(_at_home(deed, around, draft)) for deed in draft.deeds])


def _with_townspeople(deed: Deed) -> Deed:
    """A town that is shelled, besieged or helped is its people (CVL), a capital too, where it is the very place of the deed."""
    place = deed.place
    suffers = deed.type in SUFFERED or (
        deed.type == "THREATEN" and "restrict" in deed.modes
    )  # a curfew is set for a town; war is threatened to a state
    if place is None or not suffers or place.feature == "country":
        return deed
    town = next(
        (each for each in deed.recipients if _is_called(each, place.span) and (not each.sector or _is_seat(each))),
        None,
    )
    if town is None or (town.id and not _is_seat(town)):
        return deed
    people = town.model_copy(update={"name": place.name, "id": None, "sector": "CVL", "sectors": ("CVL",)})
    evidence = Evidence(field="recipient.sector", span=place.span, quote=place.text, rule="homes.town")
    return replace(deed, recipients=tuple(people if each is town else each for each in deed.recipients), evidence=(*deed.evidence, evidence))


def _is_called(party: Party, place: Span) -> bool:
    """Whether a party's words, or those beside them ("the capital, Bangui"), hold the name of a place."""
    return any(span[0] <= place[0] and place[1] <= span[1] for span in (party.span, *party.mentions))


def _is_seat(party: Party) -> bool:
    """Whether a party is a government by the name of its capital: its id is the country's."""
    return party.sector == "GOV" and party.id is not None and party.id == party.country


class Surroundings:
    """Which countries do the sentences and the story name?"""

    def __init__(self, draft: Draft) -> None:
        spoken = [party for deed in draft.deeds if deed.type in VOICED for party in (*deed.actors, *deed.recipients)]
        self.dealt_with = {party.span for party in spoken if party.id and party.id == party.country} | _refuges(draft)
        guests = _venues(draft) | _foreigners(draft)
        self.foreign = {
            (one.span, two.country)
            for deed in draft.deeds
            for one in deed.actors
            for two in deed.recipients
            if two.id and two.id == two.country and deed.type != "THREATEN"
        }
        self.named = [_countries(names.values()) for names in draft.names]
        self.story: tuple[str, Span] | None = None
        counts = Counter(code for found in self.named for code, _ in found)
        told = Counter(code for found in self.named for code, span in found if span not in self.dealt_with | guests)
        self.is_of_one_country = len(counts) == 1 and counts.total() >= CERTAIN_NAMES
        if told:
            code, number = told.most_common(1)[0]
            first = next(code for found in self.named for code, span in found if span not in guests)
            if number >= ONE_STORY * counts.total() or (code == first and number >= LEAD_STORY * counts.total()):
                self.story = code, next(span for found in self.named for each, span in found if each == code)

    def of_sentence(self, index: int) -> tuple[str, Span] | None:
        """The only country that a sentence names, other than as one that speaks or is spoken to."""
        found = self.named[index]
        told = [each for each in found if each[1] not in self.dealt_with]
        return told[0] if told and len({code for code, _ in found}) == 1 else None

    def host(self, index: int, others: Iterable[Party]) -> tuple[str, Span] | None:
        """ "the French embassy in Niamey urged the government": the only other country of a sentence in which an envoy speaks."""
        envoys = {other.country for other in others if _is_envoy(other)}
        found = [each for each in self.named[index] if each[0] not in envoys]
        return found[0] if envoys and len({code for code, _ in found}) == 1 else None


def _venues(draft: Draft) -> set[Span]:
    """The names of where those met who are of elsewhere: a venue is nobody's home."""
    return {
        deed.place.span
        for deed in draft.deeds
        if deed.type in MET and deed.place is not None
        if (codes := {party.country for party in (*deed.actors, *deed.recipients)} - {None}) and deed.place.country not in codes
    }


def _foreigners(draft: Draft) -> set[Span]:
    """The nationalities of those whom another country's police and courts hold: "Kenyan police arrested two Ugandan traders"."""
    held = [
        (deed.sentence, other.span)
        for deed in draft.deeds
        if deed.type in ("COERCE", "SANCTION") and any(party.sector in HOLDERS and party.country for party in deed.actors)
        for other in deed.recipients
        if other.country not in {None, *(party.country for party in deed.actors)}
    ]
    return {
        name.span for sentence, span in held for name in draft.names[sentence.index].values() if span[0] <= name.span[0] and name.span[1] <= span[1]
    }


def _refuges(draft: Draft) -> set[Span]:
    """The names of where somebody fled to or lives ("the activist, who fled to Ghana"), goes, or of one among many; they say nothing of whose people he is."""
    found = set()
    for sentence in draft.sentences:
        for index, name in draft.names[sentence.index].items():
            word = sentence.words[index]
            mission = word.dep in ("amod", "compound", "poss") and word.head.lemma in ENVOYS  # "outside the American embassy"
            if mission or _is_bound_for(word) or _is_of_one_among(word):
                found.add(name.span)
            clause = next((above for above in sentence.words[index].ancestors() if above.is_verb), None)
            fled = clause is not None and clause.lemma in ("flee", "escape") and sentence.words[index].dep == "pobj"
            if clause is not None and (fled or (clause.dep == "relcl" and clause.lemma in SETTLING)):
                found.add(name.span)
    return found


def _is_bound_for(word: Word) -> bool:
    """ "lorries bound for X": where things go."""
    return word.dep == "pobj" and word.head.lower in ("for", "to") and word.head.head.lower in BOUND


def _is_of_one_among(word: Word) -> bool:
    """ "18 people, among them two citizens of X": of some alone."""
    for each in (word, *word.ancestors()):
        if any(kid.lower in AMONG for kid in each.all_kids("prep") if kid.index < each.index) or each.lower == "including":
            return True
        if each.is_verb:
            return False
    return False


def _countries(names: Iterable[Name]) -> list[tuple[str, Span]]:
    found = {}
    for name in names:
        thing = name.entries[0].thing
        code = thing.code if isinstance(thing, Country) else thing.country
        if code and name.sense in GEOGRAPHIC and (name.sense != "place" or len({getattr(each.thing, "country", "") for each in name.entries}) == 1):
            found[name.span] = code
    return [(found[span], span) for span in sorted(found)]


def _at_home(deed: Deed, around: Surroundings | None, draft: Draft) -> Deed:
    evidence: list[Evidence] = []
    text = draft.document.text

    def homed(party: Party, role: str, others: tuple[Party, ...]) -> Party:
        if around is not None and deed.place is not None and deed.place.country and _is_fixed(party, deed):
            span = deed.place.span
            evidence.append(Evidence(field=f"{role}.country", span=span, quote=text[span[0] : span[1]], rule="homes.site"))
            return party.model_copy(update={"country": deed.place.country})
        if (
            _are_several(party, deed)
            or party.country
            or party.id
            or party.sector not in AT_HOME
            or _is_of_another(party)
            or (role == "actor" and "cyber" in deed.modes)
        ):
            return party
        if base := _base_of(party, role, deed, draft):
            found = base if around is not None else None  # not before echoes are joined: men and base are two
        else:
            found = _by_deed(party, role, deed, others) if around is None or _is_harmed_there(role, deed) else None
            found = found or (_by_story(party, role, deed, others, around) if around is not None else None)
        if found is None:
            return party
        country, span, rule = found
        evidence.append(Evidence(field=f"{role}.country", span=span, quote=text[span[0] : span[1]], rule=rule))
        return party.model_copy(update={"country": country})

    fellows = deed.actors if deed.rule.joint else ()
    actors = tuple(homed(party, "actor", (*deed.recipients, *(each for each in fellows if each is not party))) for party in deed.actors)
    recipients = tuple(homed(party, "recipient", actors) for party in deed.recipients)
    return replace(deed, actors=actors, recipients=recipients, evidence=(*deed.evidence, *evidence)) if evidence else deed


def _is_harmed_there(role: str, deed: Deed) -> bool:
    """ "Russia shelled Odesa. Four people died.": whom only the deed's toll tells are of its place, once both are known to be one deed."""
    return role == "recipient" and deed.type == "ASSAULT" and any(echo.rule.result for echo in deed.echoes)


def _is_of_another(party: Party) -> bool:
    """ "the two neighbours", "its ally": states that are not named, and not at home where others are."""
    words = party.text.lower().split()
    last = words[-1]
    if last in VISITORS or last.removesuffix("s") in VISITORS:
        return INSTITUTIONS.isdisjoint(words)  # but "government negotiators"
    return last in OF_ANOTHER or last.removesuffix("s") in OF_ANOTHER or last.removesuffix("ies") + "y" in OF_ANOTHER


def _are_several(party: Party, deed: Deed) -> bool:
    """ "the two presidents met in Vienna", "the leaders agreed": rulers of more than one country, who are guests where they meet."""
    alone = len(deed.actors) == 1 and ((not deed.recipients and deed.type in MET) or (deed.type in VOICED and party in deed.actors))
    return alone and party.sector == "GOV" and any(word in RULING for word in party.text.lower().split())


def _is_fixed(party: Party, deed: Deed) -> bool:
    """Whether a party without country is a thing that stands where it was hit: a power line, a bridge, a market, but no lorry and no embassy."""
    if party.country or party.id or party.sector:
        return False
    return any(
        each.cls not in ELSEWHERE and each.span is not None and party.span[0] < each.span[1] and each.span[0] < party.span[1] for each in deed.targets
    )


Home = tuple[str, Span, str]  # country, words, rule


def _base_of(party: Party, role: str, deed: Deed, draft: Draft) -> Home | None:
    """ "hit a Turkish base in Syria, wounding two soldiers": they are of whose base or vehicle was hit, not of the ground."""
    if role != "recipient" or party.sector not in ("MIL", "COP"):
        return None
    cause = [each for each in draft.deeds if each.sentence is deed.sentence and (each is deed or deed.word.is_below(each.word))]
    for other in (recipient for each in cause for recipient in each.recipients):
        if other is not party and other.country and not other.id:
            classes = {cls.cls for word in deed.sentence.words_in(other.span) if (cls := look_up(draft.book.targets, word)) is not None}
            if not classes.isdisjoint(ELSEWHERE):
                return other.country, other.span, "homes.base"
    return None


def _by_deed(party: Party, role: str, deed: Deed, others: tuple[Party, ...]) -> Home | None:
    abroad = role == "actor" and _may_be_abroad(party)
    ruling = party.sector == "GOV" and not INSTITUTIONS.isdisjoint(party.text.lower().split())
    if ruling and deed.type in MET | SPOKEN | {"RETREAT"}:  # "the government met FARC rebels in Oslo": their own, wherever they meet
        for other in others:
            if other.sector == "REB" and other.country and other.country not in INTERNATIONAL:
                return other.country, other.span, "homes.other-side"
    if not abroad and deed.place is not None and deed.place.country and not _is_abroad(party, others, deed.place.country, deed):
        return deed.place.country, deed.place.span, "homes.place"
    for other in others:
        if abroad and not (party.sector == "REB" and deed.type in SPOKEN):
            return None
        if (
            other.country
            and other.country not in INTERNATIONAL
            and _are_compatriots(party, other, deed)
            and not _is_abroad(party, others, other.country, deed)
        ):
            return other.country, other.span, "homes.other-side"
    return None


def _by_story(party: Party, role: str, deed: Deed, others: tuple[Party, ...], around: Surroundings) -> Home | None:
    if party.sector not in OF_ONE_COUNTRY:
        return None
    armed = party.sector in ABROAD and not (role == "actor" and not _may_be_abroad(party))
    here = around.of_sentence(deed.sentence.index)
    if here is not None and (party.span, here[0]) in around.foreign:
        here = None  # "the minister vowed to resist and accused Rwanda"
    foreign = here is not None and any(other.country == here[0] and other.sector in ABROAD for other in others)
    if not armed and here and not foreign and not _is_abroad(party, others, here[0], deed):
        return *here, "homes.sentence"
    if party.sector in RULERS and (host := around.host(deed.sentence.index, others)) is not None:
        return *host, "homes.host"
    if around.story is not None and party.sector == "GOV" and (party.span, around.story[0]) in around.foreign:
        return None
    harmed = deed.type == "ASSAULT" and party.sector in CIVIL - {"CRM"} and len(around.named) == 1
    if harmed and around.story is not None and any(other.sector == "MIL" and other.country == around.story[0] for other in others):
        return None  # a lone "Turkish soldiers shot two men"
    if around.story is not None and (not armed or around.is_of_one_country) and not _is_abroad(party, others, around.story[0], deed):
        return *around.story, "homes.story"
    return None


def _is_abroad(party: Party, others: tuple[Party, ...], code: str, deed: Deed) -> bool:
    """A government that deals with a state by its name is another state's: "the administration urged Japan"; so is
    whom a state threatens, who visits one, and who deals with its envoys.
    """
    if "visit" in deed.modes and any(other.id == code for other in others):
        return True
    if party.sector in RULERS and any(other.country == code and _is_envoy(other) for other in others):
        return True
    if _is_foreigner(party, others, code, deed):
        return True
    here = deed.place is not None and deed.place.country == code
    if deed.type == "PROTEST" and not here and party in deed.actors and any(other.id == code and other.sector is None for other in others):
        return True  # "farmers blocked lorries from Ukraine"
    if deed.type == "CONSULT" and party.sector == "GOV" and any(_is_seat(other) and other.country == code for other in others):
        return True  # "officials held talks with Pyongyang"
    if (
        party.sector == "GOV"
        and deed.rule.event == "COERCE"
        and "restrict" in deed.modes
        and any(other.sector == "BUS" and other.country == code for other in others)
    ):
        return True  # "imposed sanctions on a Chinese company"
    if deed.type == "THREATEN" and "arrest" not in deed.modes and party.sector in CIVIL:
        return any(other.id == code for other in others)
    return party.sector == "GOV" and any(other.id == code and other.sector is None for other in others)


def _is_foreigner(party: Party, others: tuple[Party, ...], code: str, deed: Deed) -> bool:
    """Whether a deed tells that a party is none of a country's: whom it expels or bars from coming, where it sends them, whose nationals alone are named."""
    led_to = (
        deed.place is not None and deed.place.country == code and any(each.rule == "places.to" for each in deed.evidence if each.field == "place")
    )
    if led_to and party in deed.actors and party.sector in RULERS:
        return True  # "the minister will fly to Rome"
    cast_out = not CAST_OUT.isdisjoint(deed.modes)
    states = [other for other in others if other.country == code and (other.id == code or other.sector == "GOV")]
    barred = "restrict" in deed.modes and any(each.lemma in BARRING for word in deed.words for each in (word, *word.kids))
    if party in deed.recipients and states and (cast_out or barred):
        return True
    place = deed.place
    sent = (
        cast_out and place is not None and place.country == code and any(each.field == "place" and each.rule == "places.to" for each in deed.evidence)
    )
    if sent and HOMEWARD.isdisjoint(word.lemma for word in deed.words):
        return True  # "deported a teacher to X"
    named = (
        party in deed.actors
        and party.sector in HOLDERS
        and deed.type in ("COERCE", "SANCTION", "CONCEDE")
        and (place is None or place.country != code)
    )
    return named and any(
        other.country == code and other.id is None and other.sector in CIVIL for other in others
    )  # "the junta jailed a French reporter"


def _is_envoy(party: Party) -> bool:
    """ "the French embassy", "her Czech counterpart": whoever deals with them is of another state."""
    return any(word.rstrip("s") in ENVOYS for word in party.text.lower().split())


def _may_be_abroad(party: Party) -> bool:
    """Fighters and soldiers may have come from elsewhere; "the army" without a country is that of the place."""
    return party.sector in ABROAD and not (party.sector == "MIL" and INSTITUTIONS & set(party.text.lower().split()))


def _are_compatriots(party: Party, other: Party, deed: Deed) -> bool:
    """A people and its rulers: "Sudanese police arrested students", "unions called on the Peruvian government"."""
    if party.sector == "GOV" and other.sector == "REB" and deed.type in SPOKEN:  # a government yields to its own rebels
        return True
    if deed.type not in DOMESTIC:
        return False
    if other.id is not None and other.id == other.country:  # a state, by its name or capital, jails, fines and pardons its own, and speaks to others
        return deed.type in ("COERCE", "SANCTION", "CONCEDE") and party.sector in CIVIL
    return (party.sector in CIVIL | {"REB"} and other.sector in RULERS) or (party.sector in RULERS and other.sector in CIVIL)
