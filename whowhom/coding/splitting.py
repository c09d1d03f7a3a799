"""Is it one deed or one at each place? "Strikes in Aleppo, Homs and Hama" are told as several, "a march from Lima to Callao" is one.

A deed told of two countries is one in each. Of several towns it is one in each where the report tells it as several: by a plural noun ("strikes"),
by several who do it or suffer it ("jets struck camps in X and Y"), by places that are themselves what is hit ("shelled X and Y"), or by a number of
its own at each place ("killed three people in X and two in Y"). A toll of all places together stays with the first, so that no dead are counted twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.homonyms import countries_of, resolve, surroundings_of
from whowhom.coding.parties import Parties
from whowhom.coding.sites import COUNTRY, sites_of
from whowhom.coding.victims import harm_of
from whowhom.model import Evidence
from whowhom.parse.frame import core
from whowhom.parse.tree import cover

if TYPE_CHECKING:
    from collections import Counter

    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.sites import Site
    from whowhom.model import Harm, Party, Place
    from whowhom.parse.tree import Word

SPLIT = frozenset({"ASSAULT", "PROTEST", "COERCE"})  # types of deed that are done at a place
STANDING = frozenset({"adjunct", "object", "of"})  # roles of a site at which a deed is done
WAYS = frozenset({"between", "through", "along", "across", "via", "from", "to", "into", "over"})  # what lies along a way is one deed
MASSES = word_list("single_masses")
ONE = frozenset({"a", "an", "one", "this", "another", "each"})
OVERALL = frozenset({"harm", "count", "size"})  # what a report tells of all places together
Meant = tuple["Site", "Place"]


def split_places(draft: Draft) -> Draft:
    """The draft with one deed for each place of a deed that is told as several."""
    countries = countries_of(draft)
    found: list[Deed] = []
    for deed in draft.deeds:
        own, fellows = _joined(deed, draft, countries) if deed.place is not None and deed.type in SPLIT else (None, [])
        found.extend(_apart(deed, own, fellows, draft) if own is not None and fellows else [deed])
    return draft.with_deeds(found)


def _joined(deed: Deed, draft: Draft, countries: Counter[str]) -> tuple[Site | None, list[Meant]]:
    """The site of a deed's place, and those joined to it at which the deed is told to be done too."""
    assert deed.place is not None
    sites = sites_of(deed.sentence, draft)
    own = next((each for each in sites if cover(list(each.words)) == deed.place.span), None)
    if own is None or own.role not in STANDING or _is_way(own):
        return None, []
    several = _is_several(deed, own)
    chain, places = [own], [deed.place]
    fellows: list[Meant] = []
    for each in sites:
        if each in chain or not any(_are_joined(one.word, each.word) for one in chain):
            continue
        chain.append(each)
        place = resolve(each, draft, surroundings_of(each, draft, countries))
        if place is not None and all(_are_two(deed, place, other, several or _is_counted_apart(own, each, deed)) for other in places):
            fellows.append((each, place))
            places.append(place)
    return own, fellows


def _are_two(deed: Deed, place: Place, other: Place, several: bool) -> bool:
    """Whether a deed at two joined places is two: always in two countries, else if it is told as several, at places that do not hold one another."""
    if place.country and other.country and place.country != other.country:
        return several or deed.type == "ASSAULT"
    wide = (place.where_prec or 1) >= COUNTRY or (other.where_prec or 1) >= COUNTRY
    held = place.name in (other.admin1, other.name) or other.name == place.admin1
    return several and not wide and not held


def _is_several(deed: Deed, own: Site) -> bool:
    """Whether the words of a deed tell of more than one."""
    word = deed.word
    if own.role == "of" and own.governor not in deed.words:
        return False  # "the governor of X and Y"
    if deed.frame.nominal:
        single = any(kid.lower in ONE for kid in word.kids if kid.dep in ("det", "nummod"))
        return word.tag in ("NNS", "NNPS") or (not single and word.lower in MASSES)
    if own.role == "object" and own.governor in (deed.word, deed.light):
        return True
    hit = [each for each in deed.frame.get("object") if each not in deed.words]
    return any(map(_is_plural, hit or deed.frame.get("subject")))


def _is_way(site: Site) -> bool:
    return site.word.dep == "pobj" and site.word.head.lower in WAYS


def _is_plural(word: Word) -> bool:
    inner = core(word)
    return inner.tag in ("NNS", "NNPS") or inner.lemma in ("people", "police") or word.kid("conj") is not None or inner.tag == "CD"


def _is_counted_apart(one: Site, other: Site, deed: Deed) -> bool:
    """ "three people in X and two in Y": a number of its own at each place."""
    first, second = _counted_at(one, deed), _counted_at(other, deed)
    return first is not None and second is not None and first is not second


def _counted_at(site: Site, deed: Deed) -> Word | None:
    """The noun or number that a site hangs on, or the deed's object before it, if it is counted."""
    found = [word for word in deed.frame.get("object") if word.index < site.word.index] if site.governor is deed.word else [site.governor]
    return next((word for word in reversed(found) if word.tag == "CD" or word.kid("nummod") is not None), None)


def _apart(deed: Deed, own: Site, fellows: list[Meant], draft: Draft) -> list[Deed]:
    """The deed at its own place, and one at each of the others."""
    assert deed.place is not None
    tolls = _tolls(deed, [own, *(site for site, _ in fellows)], draft)
    places = [deed.place, *(place for _, place in fellows)]
    found = [replace(deed, recipients=_of_place(deed, deed.place, places))]
    for place in places[1:]:
        kept = tuple(each for each in deed.evidence if each.field != "place" and each.field.split(".")[0] not in OVERALL)
        evidence = Evidence(field="place", span=place.span, quote=place.text, rule="places.conjoined")
        found.append(
            replace(
                deed, place=place, split=place.name, actors=_uncounted(deed.actors), recipients=_uncounted(_of_place(deed, place, places)),
                evidence=(*kept, evidence), count=None, harm=(), size=None,
            )
        )  # fmt: skip
    return [_with_toll(each, toll) for each, toll in zip(found, tolls, strict=True)] if tolls else found


def _uncounted(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without the number that they are at all places together."""
    return tuple(each.model_copy(update={"count": None}) for each in parties)


def _of_place(deed: Deed, place: Place, places: list[Place]) -> tuple[Party, ...]:
    """Those who suffer the deed at one of its places: not the people of the others."""
    others = [each.span for each in places if each is not place]
    return tuple(each for each in deed.recipients if not any(span[0] <= each.span[0] and each.span[1] <= span[1] for span in others))


def _tolls(deed: Deed, sites: list[Site], draft: Draft) -> list[Harm]:
    """The toll told at each of the places; empty where one of them has none of its own."""
    parties, kind = Parties.of(draft), deed.rule.harm
    words = [_counted_at(site, deed) for site in sites]
    if kind is None or len({id(word) for word in words}) < len(sites):
        return []
    found = [harm_of(word, kind, deed.sentence, parties) for word in words if word is not None]
    tolls = [each for each in found if each is not None]
    return tolls if len(tolls) == len(sites) else []


def _with_toll(deed: Deed, toll: Harm) -> Deed:
    """The deed with its own toll, and those counted in it as the ones who suffered."""
    first = next((each for each in deed.recipients if each.sector or each.count), None)
    recipients = deed.recipients
    if first is not None and deed.split:
        counted = first.model_copy(update={"text": toll.text, "span": toll.span, "count": None, "mentions": ()})
        recipients = tuple(counted if each is first else each for each in recipients)
    kept = tuple(each for each in deed.evidence if each.field != "harm" and not (deed.split and each.field.startswith("recipient")))
    evidence = [Evidence(field="harm", span=toll.span, quote=toll.text, rule=f"harm.{toll.kind}")]
    if recipients and deed.split:
        evidence.append(Evidence(field="recipient", span=toll.span, quote=toll.text, rule="parties.recipient"))
    return replace(deed, harm=(toll,), recipients=recipients, evidence=(*kept, *evidence))


def _are_joined(one: Word, other: Word) -> bool:
    """ "Mali and Togo", "Mali along with Togo", "on Mali as well as on Togo", "depots in Chad and one in Niger"."""
    if (other.dep == "conj" and other.head is one) or (one.dep == "conj" and one.head is other):
        return True
    first, second = one.head, other.head
    if second.lower == "with" and second.head.lower == "along":
        return second.head.head is first.head or second.head.head is one or second.head.head is first
    if first.dep == second.dep == "prep" and first.lower == second.lower:
        noun, fellow = first.head, second.head
        if noun.is_verb and fellow is not noun:
            return fellow.dep == "conj" and fellow.head is noun and not fellow.is_verb  # "killed three in X and two in Y", not two verbs
        if noun is fellow:
            return any(word.lower in ("as", "and") and word.dep == "cc" for word in noun.kids)
        return fellow.dep == "conj" and fellow.head is noun
    return False
