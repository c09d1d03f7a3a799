"""Which place of that name? The choice among places that share a spelling, by what the story tells around them; blank where it cannot tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.nearness import holds, kilometres, places_of
from whowhom.coding.scenes import filed_in
from whowhom.coding.sites import AREAS, PLACE_SENSES, SETTLED
from whowhom.folding import key_of
from whowhom.gazetteer import Country, NamedPlace, NameEntry
from whowhom.model import Place
from whowhom.parse.toponyms import HEADS
from whowhom.parse.tree import cover

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.coding.sites import Site
    from whowhom.gazetteer import Gazetteer
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Span

COUNTRY_PRECISION, AREA_PRECISION = 6, 5
PHRASE = 5  # words before a place in which its noun phrase can name the country
FAMOUS = 500_000  # inhabitants from which a town needs no word of its country
STREETS = word_list("thoroughfares")
LOCATIVE = word_list("locative")
FAR_OFF = 3000.0  # km from its capital beyond which nothing lies in or beside most countries
SPOKEN_OF = 3  # a country named less than once for so many times the story's own is no home for a town that nothing else places
CITY = 100_000  # inhabitants from which a town that our tables lack is one that the news may mean without more words
CLEARLY = 3  # times as many inhabitants as the next namesake for a town to be the one meant
WATERS = word_list("waters")  # places of no one country, whoever sails there


@dataclass(slots=True)
class Surroundings:
    """What a story tells of where a place lies: the places that hold it, the countries of its sentence, and how often the story names each."""

    within: list[Name] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    countries: Counter[str] = field(default_factory=Counter)
    scene: frozenset[str] = frozenset()  # countries in which other words of the story say that something was
    others: Counter[str] = field(default_factory=Counter)  # as `countries`, without what the name itself counts for
    met: frozenset[str] = frozenset()  # countries that the story names only as whose things or people a deed met: "unloaded two American ships"


def countries_of(draft: Draft) -> Counter[str]:
    """How often the story speaks of each country: by its name, its people, its groups, the towns that can lie nowhere else; counted once a story."""
    if isinstance(kept := draft.notes.get("countries"), Counter):
        return kept
    counted: Counter[str] = Counter()
    scene: set[tuple[str, str]] = set()  # countries in which the story says that something was, each with the name that tells it
    for names in draft.names:
        for name in {id(name): name for name in names.values()}.values():
            codes = {entry.thing.code if isinstance(entry.thing, Country) else entry.thing.country for entry in name.entries}
            if len(codes) == 1 or name.sense in ("country", "capital"):
                thing = name.entries[0].thing
                code = thing.code if isinstance(thing, Country) else thing.country
                if code in draft.gazetteer.countries:
                    counted[code] += 1
                    if name.words[-1].dep == "pobj" and name.words[-1].head.lower in LOCATIVE:
                        scene.add((code, name.written or name.entries[0].spelling))
    if (filed := filed_in(draft)) is not None:
        counted[filed.code] += 1
    draft.notes["countries"], draft.notes["scene"] = counted, scene
    return counted


def country_of(name: Name, draft: Draft, countries: Counter[str]) -> str | None:
    """The country of the place that a name means in this story; None where the story cannot tell which of its namesakes it is."""
    entry = choose(name, Surroundings(countries=countries), draft.gazetteer)
    thing = entry.thing if entry is not None else None
    return thing.code if isinstance(thing, Country) else thing.country if isinstance(thing, NamedPlace) else None


def surroundings_of(chosen: Site, draft: Draft, countries: Counter[str]) -> Surroundings:
    """The surroundings of a site in its sentence and story."""
    within = [each.name for each in chosen.within]
    if chosen.name.part is not None:
        within.append(chosen.name.part)
    codes = {code for name in within for code in codes_of(name)}
    scene = draft.notes.get("scene")
    own = chosen.name.written or chosen.name.entries[0].spelling
    elsewhere = frozenset(code for code, name in scene if name != own) if isinstance(scene, set) else frozenset()
    others, met = _spoken_of(own, draft, countries)
    return Surroundings(within, codes or _nationality_before(chosen, draft), countries, elsewhere, others, met)


def _spoken_of(own: str, draft: Draft, countries: Counter[str]) -> tuple[Counter[str], frozenset[str]]:
    """How often a story names each country but by one place, and those that it names only as whose things or people a deed met."""
    others, met = Counter(countries), Counter[str]()
    for name in {id(name): name for names in draft.names for name in names.values()}.values():
        codes = {entry.thing.code if isinstance(entry.thing, Country) else entry.thing.country for entry in name.entries}
        code = codes.pop() if len(codes) == 1 else None
        if code is None:
            continue
        if name.sense == "place" and (name.written or name.entries[0].spelling) == own:
            others[code] -= 1
        elif name.sense == "nationality" and name.words[-1].dep == "amod" and name.words[-1].head.dep in ("dobj", "nsubjpass"):
            met[code] += 1
    return others, frozenset(code for code, number in met.items() if number >= others[code])


def _nationality_before(chosen: Site, draft: Draft) -> set[str]:
    """ "the Spanish port of X", "the Spanish X": the country in the place's own noun phrase."""
    sentence = next((each for each in draft.sentences if chosen.word in each.words), None)
    names = draft.names[sentence.index] if sentence is not None else {}
    for index in range(max(0, chosen.words[0].index - PHRASE), chosen.words[0].index):
        name = names.get(index)
        if name is None or name.sense != "nationality":
            continue
        noun = name.words[-1].head
        if noun in chosen.words or noun.lemma in AREAS or noun.lower in SETTLED or noun.lower in HEADS:
            return {entry.thing.code for entry in name.entries if isinstance(entry.thing, Country)}
    return set()


def codes_of(name: Name) -> set[str]:
    """The countries that a name can stand for or lie in without doubt."""
    if name.sense in ("country", "capital"):
        return {entry.thing.code for entry in name.entries if isinstance(entry.thing, Country)}
    codes = {entry.thing.country for entry in name.entries if isinstance(entry.thing, NamedPlace) and entry.thing.country}
    return codes if len(codes) == 1 else set()


def resolve(chosen: Site, draft: Draft, around: Surroundings) -> Place | None:
    """The place a site means; a name that no table knows here keeps its words."""
    known = None if _is_street(chosen) else choose(chosen.name, around, draft.gazetteer)
    entry = chosen.name.entries[0] if chosen.name.sense == "seat" else known
    span: Span = cover(list(chosen.words))
    text = draft.document.text[span[0] : span[1]]
    thing = entry.thing if entry is not None else NamedPlace(chosen.name.written or text, "settlement", None, None, None, None, 1)
    if isinstance(thing, Country) and chosen.name.sense == "seat":
        return _seat(thing, chosen, text, span, draft.gazetteer)
    if isinstance(thing, Country):
        return Place(
            text=text, span=span, name=thing.name, country=thing.code, feature="country",
            geo_precision=3, where_prec=AREA_PRECISION if chosen.direction else COUNTRY_PRECISION,
        )  # fmt: skip
    assert isinstance(thing, NamedPlace)
    if thing.lat is None and thing.country is None and thing.geonameid is None:
        return _by_its_holder(thing, chosen, text, span, around, draft.gazetteer)
    precision = thing.where_prec
    if chosen.near and precision == 1:
        precision = 2
    elif chosen.direction and precision in (4, 6):
        precision = AREA_PRECISION
    return Place(
        text=text, span=span, name=chosen.name.written or thing.name, lat=thing.lat, lon=thing.lon, geonameid=thing.geonameid,
        feature=thing.kind, country=thing.country or (_only(around.codes) if thing.kind not in WATERS else None), admin1=thing.admin1,
        geo_precision=geo_precision(precision), where_prec=precision,
    )  # fmt: skip


def _is_street(chosen: Site) -> bool:
    """ "Medina and Granada streets", "on Medina street": named after towns; not "a Gaza street", "Mosul streets"."""
    word = chosen.word
    street = word.head
    if word.dep not in ("compound", "nmod", "amod") or street.lemma not in STREETS or chosen.name.sense != "place":
        return False
    return street.kid("det") is None and (street.tag[-1] != "S" or word.kid("conj") is not None)


def _seat(country: Country, chosen: Site, text: str, span: Span, gazetteer: Gazetteer) -> Place:
    """A seat of government, at the coordinates of the capital."""
    capitals = [each.thing for each in gazetteer.of(country.capital) if isinstance(each.thing, NamedPlace) and each.thing.country == country.code]
    lat, lon = (capitals[0].lat, capitals[0].lon) if capitals else (None, None)
    precision = 2 if chosen.near else 1
    return Place(
        text=text, span=span, name=chosen.name.entries[0].spelling, lat=lat, lon=lon, feature="facility", country=country.code,
        geo_precision=geo_precision(precision), where_prec=precision,
    )  # fmt: skip


def _by_its_holder(thing: NamedPlace, chosen: Site, text: str, span: Span, around: Surroundings, gazetteer: Gazetteer) -> Place:
    """A place no table knows, at the place that holds it: its country and province, and its middle at that precision, as UCDP does."""
    holder = _holder(around, gazetteer)
    country = holder.country if holder is not None else _only(around.codes)
    precision = {1: 2, 2: 2, 3: 3, 4: 4}.get(holder.where_prec) if holder is not None else COUNTRY_PRECISION if country else None
    return Place(
        text=text, span=span, name=chosen.name.written or thing.name, feature=thing.kind, country=country,
        lat=holder.lat if holder is not None and precision else None, lon=holder.lon if holder is not None and precision else None,
        admin1=holder.admin1 or (holder.name if holder.where_prec == 4 else None) if holder is not None else None,
        geo_precision=geo_precision(precision) if precision else None, where_prec=precision,
    )  # fmt: skip


def _holder(around: Surroundings, gazetteer: Gazetteer) -> NamedPlace | None:
    """The finest known place that holds or neighbours the one meant."""
    found: list[NamedPlace] = []
    for name in around.within:
        rest = Surroundings([other for other in around.within if other is not name], around.codes, around.countries)
        entry = choose(name, rest, gazetteer)
        if entry is not None and isinstance(entry.thing, NamedPlace) and entry.thing.lat is not None:
            found.append(entry.thing)
    return min(found, key=lambda place: place.where_prec, default=None)


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def geo_precision(where_prec: int) -> int:
    """ACLED's precision for UCDP's: 1 a named town, 2 near one or part of a region, 3 larger."""
    return 1 if where_prec == 1 else 2 if where_prec in (2, 3) else 3


def choose(name: Name, around: Surroundings, gazetteer: Gazetteer) -> NameEntry | None:
    """The entry meant: the place that the words beside it hold, else a country by its name, else the one in a country spoken of, else the largest.

    A namesake that only GeoNames knows needs words beside it ("Paris, Texas"); None where those words fit no place of the name.
    """
    own = [entry for entry in name.entries if isinstance(entry.thing, NamedPlace)]
    anchors = [thing for each in around.within for thing in places_of(each) if thing.lat is not None]
    listed = gazetteer.index.of(key_of(name.written or name.entries[0].spelling)) if gazetteer.index is not None else []
    fitting = [entry for entry in (*own, *listed) if _is_held(entry.thing, anchors, around)]
    country = name.entries[0].thing if name.sense in ("country", "capital") else None
    if isinstance(country, Country) and (not fitting or country.code in around.codes or not around.codes):
        return _state_or_capital(name, country, own, around)
    if not fitting and own and (anchors or not _is_told(own, around, gazetteer)):
        return None
    places = fitting or [*own, *_abroad(own, listed, around)]
    best = max(
        places, key=lambda entry: _worth(entry, own, around), default=next((each for each in name.entries if each.sense in PLACE_SENSES), None)
    )
    return best if fitting or best is None else _far_larger(best, own, around) or best


def _abroad(own: list[NameEntry], listed: list[NameEntry], around: Surroundings) -> list[NameEntry]:
    """ "Spanish police arrested a banker in Palma": cities of a country that the story names, where it names none of those of our tables."""
    if not own or any(isinstance(entry.thing, NamedPlace) and around.others[entry.thing.country or ""] > 0 for entry in own):
        return []
    cities = [(entry, entry.thing) for entry in listed if isinstance(entry.thing, NamedPlace) and entry.thing.population >= CITY]
    return [entry for entry, thing in cities if around.others[thing.country or ""] > 0 and thing.country not in around.met]


def _far_larger(best: NameEntry, own: list[NameEntry], around: Surroundings) -> NameEntry | None:
    """The namesake that is by far larger than the one of a country that the story names as well, or names only as whose ships were met there."""
    thing = best.thing
    if not isinstance(thing, NamedPlace) or not thing.population or thing.country in around.codes:
        return None
    largest = max(own, key=lambda entry: entry.thing.population if isinstance(entry.thing, NamedPlace) else 0)
    larger = largest.thing
    if not isinstance(larger, NamedPlace) or larger.population < CLEARLY * thing.population:
        return None
    here, there = around.others[thing.country or ""], around.others[larger.country or ""]
    return largest if thing.country in around.met or here < SPOKEN_OF * there else None


def _state_or_capital(name: Name, country: Country, own: list[NameEntry], around: Surroundings) -> NameEntry | None:
    """The country a name stands for, or the capital; a namesake of the capital where the story speaks more of its country."""
    if name.sense == "country":
        return name.entries[0]
    if around.within and around.codes and country.code not in around.codes:
        return None
    home = {id(entry): entry.thing.country or "" for entry in own if isinstance(entry.thing, NamedPlace)}
    abroad = [entry for entry in own if home[id(entry)] != country.code]
    likeliest = max(abroad, key=lambda entry: around.countries[home[id(entry)]], default=None)
    if likeliest is not None and around.countries[home[id(likeliest)]] > around.countries[country.code] - 1:
        return likeliest
    return next((entry for entry in own if home[id(entry)] == country.code), name.entries[0])


def _worth(entry: NameEntry, own: list[NameEntry], around: Surroundings) -> tuple[bool, int, bool, int]:
    thing = entry.thing
    assert isinstance(thing, NamedPlace)
    return thing.country in around.codes, (around.others or around.countries).get(thing.country or "", 0), entry in own, thing.population


def _is_far_off(thing: NamedPlace, scene: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Whether a small place lies in none of the countries of the scene, and far from all of them."""
    if thing.country in scene or thing.population >= FAMOUS or thing.lat is None:
        return False
    capitals = [
        each.thing
        for code in scene
        for each in gazetteer.of(gazetteer.countries[code].capital)
        if isinstance(each.thing, NamedPlace) and each.thing.country == code and each.thing.lat is not None
    ]
    return bool(capitals) and all(kilometres(thing, capital) > FAR_OFF for capital in capitals)


def _is_told(own: list[NameEntry], around: Surroundings, gazetteer: Gazetteer) -> bool:
    """Whether the story tells enough to take a town of GeoNames: a country it speaks of, or a town that is far the largest of its name."""
    things = [entry.thing for entry in own if isinstance(entry.thing, NamedPlace)]
    if not all(thing.geonameid for thing in things):
        return True  # our own tables hold what the news means
    if around.scene and all(_is_far_off(thing, around.scene, gazetteer) for thing in things):
        return False  # "in eastern Congo … in Maiba": no village of China
    several = len({thing.country for thing in things}) > 1
    most = max(around.countries.values(), default=0) if several else 0
    if any(around.countries.get(thing.country or "", 0) * SPOKEN_OF > most for thing in things):
        return True
    sizes = sorted((thing.population for thing in things), reverse=True)
    if around.countries and sizes[0] < FAMOUS:
        return False
    return len(sizes) == 1 or sizes[0] >= CLEARLY * sizes[1]


def _is_held(thing: object, anchors: list[NamedPlace], around: Surroundings) -> bool:
    """Whether a place lies where the words beside it say: in or near an anchor, else in the country named."""
    assert isinstance(thing, NamedPlace)
    return any(holds(anchor, thing) for anchor in anchors) if anchors else thing.country in around.codes
