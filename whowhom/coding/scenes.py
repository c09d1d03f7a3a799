"""Where is the story? Places that a deed takes from what was told before it: "the town", the scene that goes on, the country of the report."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whowhom.coding.homes import INTERNATIONAL
from whowhom.coding.sameness import all_of
from whowhom.coding.scope import SPOKEN
from whowhom.folding import key_of
from whowhom.gazetteer import Country, NamedPlace
from whowhom.model import Evidence, Place, day_of
from whowhom.parse.datelines import dateline_length
from whowhom.parse.sentences import paragraphs
from whowhom.parse.tree import cover

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.gazetteer import Gazetteer, NameEntry
    from whowhom.parse.tree import Span

SCENE, STORY = "places.scene", "places.story"  # rules of places that the deed's own sentence does not tell
CARRIED = frozenset({SCENE, STORY})
GOES_ON = 2  # sentences within which a scene goes on
SCENE_AGE = 60  # days before the report from which a deed is background that shares no scene with an undated one
GOING_ON = frozenset({"ASSAULT", "PROTEST"})  # deeds that happen where the last one did unless something says otherwise
STAGED = frozenset({"ASSAULT"})  # deeds that take the country of the story
HAPPENED = frozenset({"asserted", "alleged", "denied"})
FINEST_SCENE = 4  # UCDP precision; a scene wider than a province is no scene
CLEAR = 0.6  # share of the country names of a story that the story's country has
CLEAR_AT_HOME = 0.4  # the same where the report was filed there, and no country is named more
LAWLESS = frozenset({"REB", "CRM"})  # they act at home, foreigners among their victims or not
ABROAD = frozenset({"MIL", "GOV", "SPY", "UAF", None})
COUNTRY_SENSES = frozenset({"country", "nationality", "people", "capital"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
DATELINE_PART = re.compile(r"[,()\[\]/]|\.\s|\s[-–—:]|:\s")


@dataclass(frozen=True, slots=True)
class Told:
    """A country that a story names: its code, the words, the sentence (-1: the dateline), and whether as a place or as somebody's ("Spanish")."""

    code: str
    name: str
    span: Span
    sentence: int
    as_place: bool = True


def settle_scenes(draft: Draft) -> Draft:
    """The draft with places carried on: from the deed before, or the country of the story; never over a place of the deed's own."""
    told = _countries_told(draft)
    placed: list[Deed] = []
    for deed in sorted(draft.deeds, key=lambda deed: (deed.sentence.index, deed.word.index)):
        if deed.place is None and deed.reality in HAPPENED:
            deed = _carried(deed, placed, draft) or _staged(deed, told, draft) or deed
        elif deed.place is not None and deed.place.country is None and deed.place.lat is None:
            deed = _in_country(deed, told, draft.document.text)
        placed.append(deed)
    order = {id(deed.word): at for at, deed in enumerate(draft.deeds)}
    placed.sort(key=lambda deed: order[id(deed.word)])
    return draft.with_deeds(placed)


def _carried(deed: Deed, before: list[Deed], draft: Draft) -> Deed | None:
    """The deed at the place of the one told right before it, where its own sentence names none and no day parts them."""
    if deed.type not in GOING_ON or deed.tense == "historical" or _names_a_place(deed, draft):
        return None
    for other in sorted(before, key=lambda each: _told_at(each, deed), reverse=True):
        if deed.sentence.index - _told_at(other, deed)[0] > GOES_ON:
            return None
        if other.type not in ("ASSAULT", "PROTEST", "COERCE", "MOBILIZE") or other.tense == "historical":
            continue
        if other.place is None or not _is_scene(other.place) or _are_days_apart(deed, other) or _is_long_ago(deed, draft):
            return None
        return _at(deed, other.place, SCENE)
    return None


def _told_at(deed: Deed, later: Deed) -> tuple[int, int]:
    """Sentence and word where a deed is told last before another; a noun that points back to it tells no scene."""
    tellings = [deed, *(each for each in all_of(deed) if not each.frame.nominal)]
    places = [(each.sentence.index, each.word.index) for each in tellings]
    return max((each for each in places if each < (later.sentence.index, later.word.index)), default=places[0])


def _is_scene(place: Place) -> bool:
    """Whether a place is small enough for a scene: up to a province, or a place with a name that no table knows."""
    return place.feature != "country" and (place.lat is None or (place.where_prec or FINEST_SCENE) <= FINEST_SCENE)


def _names_a_place(deed: Deed, draft: Draft) -> bool:
    names = draft.names[deed.sentence.index]
    return any(entry.sense in ("place", "capital", "country") for name in names.values() for entry in name.entries[:1])


def _is_long_ago(deed: Deed, draft: Draft) -> bool:
    """ "In July 2024, 28 died in fighting between the two clans": of no scene of today's news."""
    told, end = day_of(draft.document.published), day_of(deed.date.end) if deed.date is not None else None
    return told is not None and end is not None and (told - end).days > SCENE_AGE


def _are_days_apart(one: Deed, other: Deed) -> bool:
    if one.date is None or other.date is None or one.date.start is None or other.date.end is None or one.date.end is None or other.date.start is None:
        return one.date is not None and other.date is not None and one.date.text != other.date.text
    return one.date.start > other.date.end or other.date.start > one.date.end


def _staged(deed: Deed, told: list[Told], draft: Draft) -> Deed | None:
    """The deed in the country of the story, where dateline and names outside its sentence agree on one."""
    own, outside = _country_of_sides(deed), [each for each in told if each.sentence != deed.sentence.index]
    filed = next((each.code for each in outside if each.sentence == -1), None)
    if deed.type not in STAGED or (len(draft.sentences) < 2 and (filed is None or filed != own)):
        return None
    if own is not None and own != filed and filed is not None and not _is_at_home(own, filed, deed, outside):
        own, outside = None, [each for each in outside if each.code != own]
    counted = Counter(each.code for each in outside)
    if not counted:
        return None
    code, number = counted.most_common(1)[0]
    if own is not None and counted[own] >= 1:
        code, number = own, counted[own] + 1
    clear = _share(code, outside)
    if (number < 2 and len(counted) > 1) or (number / (sum(counted.values()) + (code == own)) < clear and code != own):
        return None
    if (number < 2 and filed is None) or (code != own and _may_be_abroad(deed, code)):
        return None
    first = min((each for each in outside if each.code == code), key=lambda each: abs(each.sentence - deed.sentence.index))
    text = draft.document.text[first.span[0] : first.span[1]]
    place = Place(text=text, span=first.span, name=first.name, country=code, feature="country", geo_precision=3, where_prec=6)
    return _at(deed, place, STORY)


def _is_at_home(own: str, filed: str, deed: Deed, told: list[Told]) -> bool:
    """Whether those who suffered did so in their own country: foreigners are told by nationality, and their land is no scene."""
    if any(party.country == own for party in deed.actors) and not any(party.country == filed for party in deed.recipients):
        return True
    named = Counter(each.code for each in told if each.as_place and each.sentence >= 0)
    return named[own] >= named[filed]


def _country_of_sides(deed: Deed) -> str | None:
    """The one country of rebels and criminals who did it, else of those it was done to or who did it, unless they are a state's and may be abroad."""
    lawless = [party for party in deed.actors if party.sector in LAWLESS]
    suffered = [party for party in deed.recipients if party.sector != "MIL"]
    for side in (lawless, suffered, deed.recipients, [party for party in deed.actors if party.sector not in ABROAD]):
        codes = {party.country for party in side if party.country and party.country not in INTERNATIONAL}
        if len(codes) == 1:
            return codes.pop()
    return None


def _may_be_abroad(deed: Deed, code: str) -> bool:
    """Whether those who act are a state's own: where its soldiers strike need not be at home."""
    return any(party.country == code and party.sector in ABROAD for party in deed.actors)


def _share(code: str, told: list[Told]) -> float:
    """The share of the country names of a story from which a country is the story's: less where the report was filed there."""
    return CLEAR_AT_HOME if any(each.sentence == -1 and each.code == code for each in told) else CLEAR


def _in_country(deed: Deed, told: list[Told], text: str) -> Deed:
    """A place no table knows, in the only country that the sides or the story tell."""
    assert deed.place is not None
    blamed = {party.country for party in deed.actors if deed.reality == "alleged" and (party.sector in ABROAD or party.id == party.country)}
    codes = {party.country for party in (*deed.recipients, *deed.actors) if party.country and party.country not in INTERNATIONAL} - blamed
    told = [each for each in told if each.code not in blamed]  # "blamed Russia for the blast in X"
    if deed.type in SPOKEN:  # a state that is spoken of or dealt with is not where it is spoken
        codes, dealt = set(), {party.id for party in (*deed.recipients, *(deed.actors if deed.rule.joint else ())) if party.id == party.country}
        told = [each for each in told if each.code not in dealt]
    counted = Counter(each.code for each in told)
    filed = next((each.code for each in told if each.sentence == -1), None)
    own = next(iter(codes)) if len(codes) == 1 else None
    if own is not None and (filed is None or own == filed or _is_at_home(own, filed, deed, told)):
        code = own
    elif counted and counted.most_common(1)[0][1] / sum(counted.values()) >= _share(counted.most_common(1)[0][0], told):
        code = counted.most_common(1)[0][0]
    else:
        return deed
    words = next((each for each in told if each.code == code), None)
    if words is None:
        return deed
    place = deed.place.model_copy(update={"country": code, "where_prec": deed.place.where_prec or 6, "geo_precision": deed.place.geo_precision or 3})
    evidence = Evidence(field="place.country", span=words.span, quote=text[slice(*words.span)], rule=STORY)
    return replace(deed, place=place, evidence=(*deed.evidence, evidence))


def _at(deed: Deed, place: Place, rule: str) -> Deed:
    return replace(deed, place=place, evidence=(*deed.evidence, Evidence(field="place", span=place.span, quote=place.text, rule=rule)))


def _countries_told(draft: Draft) -> list[Told]:
    """The countries a story names, by nationality, capital or town, in the order of the text; the dateline first."""
    found: list[Told] = []
    if (dateline := filed_in(draft)) is not None:
        found.append(dateline)
    for index, names in enumerate(draft.names):
        for name in {id(name): name for name in names.values()}.values():
            thing = name.entries[0].thing
            if isinstance(thing, Country) and name.sense in COUNTRY_SENSES:
                word = name.words[-1]
                as_place = name.sense in ("country", "capital") and word.dep not in MODIFIERS
                found.append(Told(thing.code, thing.name, cover(name.words), index, as_place))
            elif (
                isinstance(thing, NamedPlace)
                and (codes := {e.thing.country for e in name.entries if isinstance(e.thing, NamedPlace)})
                and len(codes) == 1
            ):
                code = codes.pop()
                if code and code in draft.gazetteer.countries:
                    found.append(Told(code, draft.gazetteer.countries[code].name, cover(name.words), index))
    return found


def filed_in(draft: Draft) -> Told | None:
    """The country of the town before the report: weak evidence, for the country alone."""
    text = draft.document.text
    start, end = next(iter(paragraphs(text)), (0, 0))
    length = dateline_length(text[start:end], draft.gazetteer)
    at = start
    found: Told | None = None
    for part in DATELINE_PART.split(text[start : start + length])[:3]:
        for entry in _entries_of(part.strip(), draft.gazetteer) if part.strip() else ():
            code = entry.thing.code if isinstance(entry.thing, Country) else entry.thing.country if isinstance(entry.thing, NamedPlace) else None
            if code and code in draft.gazetteer.countries and (found is None or entry.sense == "country"):
                span = (at + part.index(part.strip()), at + part.index(part.strip()) + len(part.strip()))
                found = Told(code, draft.gazetteer.countries[code].name, span, -1)
        at += len(part) + 1
    return found


def _entries_of(part: str, gazetteer: Gazetteer) -> list[NameEntry]:
    """The entries of a dateline's part; a town that only GeoNames knows, where all of that name lie in one country."""
    known = list(gazetteer.of(part))
    if known or gazetteer.index is None:
        return known
    listed = gazetteer.index.of(key_of(part))
    return listed if len({entry.thing.country for entry in listed if isinstance(entry.thing, NamedPlace)}) == 1 else []
