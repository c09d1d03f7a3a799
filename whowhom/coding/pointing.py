"""Which place do "the city", "the province", "there" point back to? The story's last place of that sort, where only one can be meant.

Certain is only what leaves no choice: a bare noun ("the city", not "the border city", which may be another), one fitting place in the nearest sentence
that names any, no more than a few sentences and nothing unread between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.sites import PROVINCE, UNKNOWN, Site, hang
from whowhom.gazetteer import NamedPlace
from whowhom.parse.names import Name

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from whowhom.coding.draft import Draft
    from whowhom.parse.tree import Sentence, Word

LOCATIVE = word_list("locative")
POINTING = frozenset({"the", "this", "that"})
TOWNS = word_list("pointing_towns")
LARGE = word_list("pointing_cities")
REGIONS = word_list("pointing_regions")
QUALITIES = word_list("pointing_qualities")
"""What may stand before a noun that points back, without telling of another place."""
STANDING = frozenset({"adjunct", "object", "of", "from"})  # roles of a site that can place a deed
BACK = 3  # sentences back to the place meant
REACH = 900  # characters back to it; more, and sentences were left unread between
Pointer = tuple[Site, Site]
"""Where the anaphor stands, and the site that it means."""


def pointers_of(sentence: Sentence, sites: dict[int, list[Site]], draft: Draft, countries: Counter[str]) -> Iterator[Pointer]:
    """The words of a sentence that point back to a place, as sites, each with the site meant."""
    for word in sentence.words:
        if word.lower == "there" and word.dep == "advmod" and word.head.is_verb:
            meant = _meant(word, sentence, sites, draft)
            if meant is not None:
                yield Site(word, (word,), meant.name, word.head, 0.0, "adjunct", meant.near), meant
        elif word.lower == "capital" and _is_bare(word) and (name := _capital(word, draft, countries)) is not None:
            governor, role, penalty, near = hang(word, word, name, draft)
            if governor is not None and role in STANDING:
                site = Site(word, (word,), name, governor, penalty, role, near)
                yield site, site
        elif word.lemma in TOWNS | REGIONS and word.tag == "NN" and _is_bare(word):
            meant = _meant(word, sentence, sites, draft)
            if meant is None:
                continue
            governor, role, penalty, near = hang(word, word, meant.name, draft)
            if governor is not None and role in STANDING:
                yield Site(word, (word,), meant.name, governor, penalty, role, near or meant.near), meant


def _capital(word: Word, draft: Draft, countries: Counter[str]) -> Name | None:
    """The capital of the only country that a story speaks of."""
    if len(countries) != 1:
        return None
    country = draft.gazetteer.countries[next(iter(countries))]
    entries = [each for each in draft.gazetteer.of(country.capital) if isinstance(each.thing, NamedPlace) and each.thing.country == country.code]
    return Name([word], (word.start, word.end), entries, country.capital) if entries else None


def _is_bare(noun: Word) -> bool:
    """ "the city", "the besieged town": nothing that tells of another place."""
    if not any(kid.dep == "det" and kid.lower in POINTING for kid in noun.kids):
        return False
    return all(kid.dep in ("det", "punct", "case", "cc") or kid.lower in QUALITIES for kid in noun.kids)


def _meant(word: Word, sentence: Sentence, sites: dict[int, list[Site]], draft: Draft) -> Site | None:
    """The one fitting site of the nearest sentence that has any; None where there are two, or none."""
    for index in range(sentence.index, max(-1, sentence.index - BACK - 1), -1):
        fitting = [
            each
            for each in sites.get(index, [])
            if each.words[-1].end <= word.start and word.start - each.words[-1].end <= REACH and _fits(word, each)
        ]
        names = {draft.document.text[each.words[0].start : each.words[-1].end].lower() for each in fitting}
        if fitting:
            return fitting[-1] if len(names) == 1 else None
    return None


def _fits(word: Word, site: Site) -> bool:
    """Whether a site can be what the word calls it."""
    if word.lower == "there":
        return site.grain < PROVINCE
    if site.name.sense in ("capital", "seat"):
        return word.lemma in LARGE or word.lemma == "town"
    things = [entry.thing for entry in site.name.entries if isinstance(entry.thing, NamedPlace)]
    if word.lemma in REGIONS:
        return any(thing.where_prec == (3 if word.lemma in ("district", "county") else PROVINCE) for thing in things)
    if site.grain == UNKNOWN:
        return any(thing.kind == "settlement" for thing in things) and word.lemma not in LARGE
    return any(thing.where_prec == 1 and thing.kind in ("city", "settlement", "town", "village", "port") for thing in things)
