"""Where? The place of a deed among the names of its sentence, resolved to coordinates and a country, no finer than the report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.phrases import BACKED
from whowhom.coding.scope import distance, gap, governor_of
from whowhom.gazetteer import Country, NamedPlace, NameEntry
from whowhom.model import Evidence, Place
from whowhom.parse.names import Name
from whowhom.parse.tree import cover

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Sentence, Span, Word

FARTHEST = 4.2  # scope distance beyond which a place says nothing of a deed
LOCATIVE = word_list("locative")
WEAK = {"from": 1.5, "to": 0.6, "between": 0.5, "of": 0.3, "over": 0.3, "on": 0.2, "into": 0.2}
NEAR = frozenset({"near", "outside", "around", "off", "toward", "towards", "surrounding"})
DIRECTIONS = word_list("directions")
AREAS = word_list("areas")
PLACE_SENSES = frozenset({"country", "capital", "place"})
COUNTRY_PRECISION, REGION_PRECISION, POINT_PRECISION = 6, 4, 1


@dataclass(frozen=True, slots=True)
class Located:
    """A name in a sentence that can be where something happened."""

    word: Word
    words: tuple[Word, ...]
    name: Name
    governor: Word
    penalty: float
    near: bool
    direction: str


def locate_deeds(draft: Draft) -> Draft:
    """The draft with a place on every deed whose sentence tells one."""
    countries = _countries_of(draft)
    found = {sentence.index: _located(sentence, draft) for sentence in draft.sentences}
    return draft.with_deeds([_placed(deed, found[deed.sentence.index], draft, countries) for deed in draft.deeds])


def _countries_of(draft: Draft) -> Counter[str]:
    """How often the story speaks of each country."""
    counted: Counter[str] = Counter()
    for names in draft.names:
        for index, name in names.items():
            if index == name.words[0].index and name.sense in ("country", "nationality", "capital", "people"):
                thing = name.entries[0].thing
                if isinstance(thing, Country):
                    counted[thing.code] += 1
    return counted


def _located(sentence: Sentence, draft: Draft) -> list[Located]:
    found = []
    names = draft.names[sentence.index]
    for index, name in names.items():
        if index != name.words[-1].index or not any(entry.sense in PLACE_SENSES for entry in name.entries):
            continue
        if each := _as_located(name, draft):
            found.append(each)
    return found


def _as_located(name: Name, draft: Draft) -> Located | None:
    """The way a name stands as a place: after a locative preposition, as object, in an area noun's phrase."""
    word = name.words[-1]
    if word.dep == "npadvmod" and word.head.lower in BACKED:
        return None  # "Iran-backed" tells no place
    if word.dep == "compound" and word.head.is_name and word.head not in name.words and word.head.lemma not in AREAS and name.sense == "place":
        return None  # part of a longer name: "Sana Mengal"
    top, words = word, list(name.words)
    penalty = 0.0
    if any(kid.dep == "case" for kid in word.kids) or word.dep == "poss":
        penalty = 0.8
    while top.dep in ("compound", "nmod", "poss", "appos", "amod", "npadvmod") and top.head.is_noun and not top.is_root:
        top = top.head
        if top.lemma in AREAS or top.is_name:
            penalty = min(penalty, 0.3)
    if top.dep == "pobj" and top.head.lower == "of" and (top.head.head.lemma in AREAS or _is_target(top.head.head, draft)):
        top = top.head.head
    while top.dep == "conj" and top.head.is_noun:
        top = top.head
    direction = next((kid.lower for kid in word.kids if kid.lower in DIRECTIONS and kid.dep in ("amod", "compound", "nmod")), "")
    if direction:
        words = [*(kid for kid in word.kids if kid.lower == direction), *words]
    if top.dep in ("pobj", "npadvmod", "advmod"):
        preposition = top.head if top.dep == "pobj" else None
        low = preposition.lower if preposition else "in"
        if low in LOCATIVE:
            near = low in NEAR or any(
                kid.lower in ("near", "outskirts", "north", "south", "east", "west") for kid in (preposition.kids if preposition else [])
            )
            governor = governor_of([top])
            return Located(word, tuple(words), name, governor, penalty + WEAK.get(low, 0.0), near, direction)
        if low == "of" and preposition is not None:
            if preposition.head.lower in ("north", "south", "east", "west", "outskirts", "km", "kilometers", "kilometres", "miles", "part", "parts"):
                return Located(word, tuple(words), name, governor_of([preposition.head]), penalty + 0.1, True, direction)
            return Located(word, tuple(words), name, preposition.head, penalty + 1.0, False, direction)
        return Located(word, tuple(words), name, governor_of([top]), penalty + 2.0, False, direction)
    if top.dep in ("dobj", "nsubjpass"):
        return Located(word, tuple(words), name, top.head, penalty + (0.4 if top is not word or name.sense != "country" else 0.9), False, direction)
    if word.dep in ("compound", "nmod", "poss", "amod"):
        return Located(word, tuple(words), name, word.head, penalty + 0.6, False, direction)
    if word.dep in ("appos", "dep", "ROOT", "npadvmod"):
        return Located(word, tuple(words), name, word.head, penalty + 1.0, False, direction)
    return None


def _is_target(word: Word, draft: Draft) -> bool:
    from whowhom.parse.wordings import look_up

    return look_up(draft.book.targets, word) is not None


def _placed(deed: Deed, located: list[Located], draft: Draft, countries: Counter[str]) -> Deed:
    others = {
        id(word)
        for each in draft.deeds
        if each.sentence is deed.sentence and each is not deed
        for word in (*each.words, *([each.light] if each.light else []))
    }
    parties = {party.span for party in (*deed.actors,)}
    best: list[tuple[float, Located]] = []
    for each in located:
        if any(word in deed.words for word in each.words):
            continue
        if any(span[0] <= each.word.start < span[1] for span in parties) and each.word.dep != "pobj":
            continue
        cost = each.penalty + distance(deed, each.governor, others, draft.book) + gap(cover(list(each.words)), deed.span) / 400
        if each.name.sense in ("country", "capital") and each.word.dep in ("nsubj",):
            continue
        best.append((cost, each))
    best = [pair for pair in best if pair[0] < FARTHEST]
    if not best:
        return deed
    cost, chosen = min(best, key=lambda pair: pair[0] + _vagueness(pair[1]))
    context = {
        code
        for each in located
        if each.governor is chosen.governor or each.word.head is chosen.word or chosen.word.head is each.word
        for code in _codes(each.name)
    }
    place = resolve(chosen, draft, countries, context)
    if place is None:
        return deed
    evidence = Evidence(field="place", span=place.span, quote=place.text, rule="places.locative")
    return replace(deed, place=place, evidence=(*deed.evidence, evidence))


def _vagueness(located: Located) -> float:
    """What a country or region costs against a town beside it."""
    if located.name.sense == "country":
        return 0.6
    precisions = [entry.thing.where_prec for entry in located.name.entries if isinstance(entry.thing, NamedPlace)]
    return 0.4 if precisions and min(precisions) >= REGION_PRECISION else 0.0


def split_places(draft: Draft) -> Draft:
    """The draft with one deed for each country of a deed told of several ("strikes in Syria and Iraq")."""
    countries = _countries_of(draft)
    found: list[Deed] = []
    for deed in draft.deeds:
        found.append(deed)
        if deed.place is None or deed.place.country is None or deed.type != "ASSAULT":
            continue
        for place in _fellows(deed, draft, countries):
            kept = tuple(each for each in deed.evidence if each.field != "place")
            evidence = Evidence(field="place", span=place.span, quote=place.text, rule="places.conjoined")
            found.append(replace(deed, place=place, split=place.name, evidence=(*kept, evidence), count=None))
    return draft.with_deeds(found)


def _fellows(deed: Deed, draft: Draft, countries: Counter[str]) -> list[Place]:
    """The places joined to that of a deed which lie in other countries."""
    assert deed.place is not None
    located = _located(deed.sentence, draft)
    own = next((each for each in located if cover(list(each.words)) == deed.place.span), None)
    if own is None:
        return []
    found: list[Place] = []
    for each in located:
        if each is own or not _are_joined(own.word, each.word):
            continue
        place = resolve(each, draft, countries, set())
        if place is not None and place.country and all(place.country != other.country for other in (deed.place, *found)):
            found.append(place)
    return found


def _are_joined(one: Word, other: Word) -> bool:
    """ "Syria and Iraq", "Syria along with Iraq", "on Syria as well as on Iraq", "depots in Syria and one in Iraq"."""
    if (other.dep == "conj" and other.head is one) or (one.dep == "conj" and one.head is other):
        return True
    first, second = one.head, other.head
    if second.lower == "with" and second.head.lower == "along":
        return second.head.head is first.head or second.head.head is one or second.head.head is first
    if first.dep == second.dep == "prep" and first.lower == second.lower:
        noun, fellow = first.head, second.head
        if noun.is_verb and fellow is not noun:
            return False  # two verbs with a place each
        if noun is fellow:
            return any(word.lower in ("as", "and") and word.dep == "cc" for word in noun.kids)
        return fellow.dep == "conj" and fellow.head is noun
    return False


def _codes(name: Name) -> set[str]:
    return {entry.thing.code for entry in name.entries if isinstance(entry.thing, Country) and entry.sense == "country"}


def resolve(chosen: Located, draft: Draft, countries: Counter[str], context: set[str]) -> Place | None:
    """The place a name means here, or None where its entries leave it open."""
    entry = choose(chosen.name.entries, countries, context)
    if entry is None:
        return None
    span: Span = cover(list(chosen.words))
    text = draft.document.text[span[0] : span[1]]
    thing = entry.thing
    if isinstance(thing, Country):
        return Place(
            text=text, span=span, name=thing.name, country=thing.code, feature="country",
            geo_precision=3, where_prec=5 if chosen.direction else COUNTRY_PRECISION,
        )  # fmt: skip
    assert isinstance(thing, NamedPlace)
    precision = 2 if chosen.near and thing.where_prec == 1 else 5 if chosen.direction and thing.where_prec in (4, 6) else thing.where_prec
    return Place(
        text=text, span=span, name=chosen.name.written or thing.name, lat=thing.lat, lon=thing.lon, geonameid=thing.geonameid,
        feature=thing.kind if precision else None,
        country=thing.country, admin1=thing.admin1, geo_precision=geo_precision(precision) if precision else None, where_prec=precision or None,
    )  # fmt: skip


def geo_precision(where_prec: int) -> int:
    """ACLED's precision for UCDP's: 1 a named town, 2 near one or part of a region, 3 larger."""
    return 1 if where_prec == 1 else 2 if where_prec in (2, 3) else 3


def choose(entries: list[NameEntry], countries: Counter[str], context: set[str]) -> NameEntry | None:
    """The entry meant: a country by its name, else the place in a country spoken of, else the largest."""
    if entries[0].sense == "country":
        return entries[0]
    places = [entry for entry in entries if isinstance(entry.thing, NamedPlace)]
    if not places:
        return next((entry for entry in entries if entry.sense in PLACE_SENSES), None)

    def worth(entry: NameEntry) -> tuple[bool, int, int]:
        thing = entry.thing
        assert isinstance(thing, NamedPlace)
        return thing.country in context, countries.get(thing.country or "", 0), thing.population

    return max(places, key=worth)
