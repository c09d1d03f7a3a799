"""Who is meant without standing in a function of the deed? The keepers of a prisoner, the people of a village, the country that troops enter.

These are read only where the deed's own functions name nobody, and only from words that say so: "died in police custody", "captured a village
in western Chad", "strengthened its forces in Lebanon", "was arrested in Italy", "defaced Danish web sites".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.facts import COUNTRY_SENSES
from whowhom.coding.parties import Reading
from whowhom.model import Party
from whowhom.parse.tree import cover
from whowhom.parse.wordings import means_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whowhom.coding.draft import Deed
    from whowhom.coding.parties import Parties
    from whowhom.parse.tree import Word

TOWNS = word_list("towns_hit")
CUSTODY = word_list("custody")
JUDICIAL = word_list("judicial_verbs")
CROWDS = word_list("crowds")
INWARD = frozenset({"in", "into", "to", "inside", "across"})
WITHIN = frozenset({"in", "of"})
CAMPAIGNS = word_list("campaigns")
ENTERED = frozenset({"country", "capital", "place"})


def implied_actors(deed: Deed, parties: Parties) -> list[Reading]:
    """Whose weapons struck, the keepers of whoever suffered in custody, a crowd told by its number, or the country by whose name alone an arrest is placed."""
    if deed.type == "ASSAULT":
        found = (parties.read(word, deed.sentence) for words in (_wielders(deed, parties), _keepers(deed)) for word in words)
        return [each for each in found if each is not None and not each.place and (each.party.country or each.party.sector)][:1]
    if deed.type == "PROTEST":
        return [_crowd(word, deed, parties) for word in deed.frame.get("subject") if word.lower in CROWDS][:1]
    if deed.type in ("COERCE", "ACCUSE") and deed.frame.passive and (deed.word.lemma in JUDICIAL or "investigate" in deed.modes):
        return [reading for word in _stood_in(deed) if _sense(word, deed, parties) == "country" and (reading := parties.read(word, deed.sentence))][
            :1
        ]
    return []


def _crowd(word: Word, deed: Deed, parties: Parties) -> Reading:
    """ "Thousands rallied in Lima": people told by their number alone."""
    span = parties.span_of(word, deed.sentence)
    text = parties.draft.document.text[slice(*span)]
    return Reading(Party(text=text, span=span, name=text, sector="CVL", sectors=("CVL",)), [("sector", span, "implied.crowd")], word.end)


def _wielders(deed: Deed, parties: Parties) -> Iterator[Word]:
    """ "Rockets fired by Hamas hit Sderot", "was hit by shells from army positions", "Hamas rockets": who fired what struck."""
    for weapon in deed.frame.get("subject", "by", "with"):
        if means_of(weapon, parties.draft.book) is None:
            continue
        launched = [kid for kid in weapon.all_kids("acl") if kid.tag in ("VBN", "VBD")]
        for preposition in (kid for each in (weapon, *launched) for kid in each.all_kids("agent", "prep") if kid.lower in ("by", "from", "of")):
            for noun in preposition.all_kids("pobj"):
                yield noun
                yield from noun.all_kids("compound", "poss")
        yield from (kid for kid in weapon.all_kids("compound", "amod", "poss", "nmod") if parties.draft.name_at(deed.sentence, kid) is not None)


def _keepers(deed: Deed) -> Iterator[Word]:
    """ "died in Israeli police custody", "was beaten in the custody of rebels"."""
    verb = next((word for word in (deed.word, *deed.word.ancestors()) if word.is_verb), None)
    if verb is None:
        return
    for preposition in verb.all_kids("prep", "advcl"):  # "while in custody"
        place = preposition.kid("pobj")
        if preposition.lower in ("in", "under") and place is not None and place.lemma in CUSTODY:
            yield from (kid for each in place.all_kids("prep") if each.lower == "of" for kid in each.all_kids("pobj"))
            yield from place.all_kids("poss")
            yield place


def _stood_in(deed: Deed) -> Iterator[Word]:
    """The places right below the words of a deed: "put under investigation in X"."""
    for word in deed.words:
        yield from (kid for each in word.all_kids("prep") if each.lower == "in" for kid in each.all_kids("pobj"))


def implied_recipients(deed: Deed, parties: Parties, actors: list[Reading]) -> list[Reading]:
    """The country that foreign forces enter, or the people of the village or the thing that is attacked; empty where no words tell."""
    if deed.type == "MOBILIZE":
        return _entered(deed, parties, actors)
    if deed.type not in ("ASSAULT", "COERCE"):
        return []
    found = []
    for word in (each for function in dict.fromkeys(("object", *deed.rule.recipient)) for each in deed.frame.get(function)):
        if word in deed.words and word is not deed.word and not means_of(word, parties.draft.book) and _is_national(word, deed, parties):
            found.append(parties.read(word, deed.sentence))
        elif word.lemma in TOWNS and word.is_noun and word not in deed.words:
            found.append(_townspeople(word, deed, parties))
        elif word.tag == "CD" and not any(kid.dep == "prep" for kid in word.kids):
            found.append(_of_those_before(word, deed, parties, actors))
    return [each for each in found if each is not None]


def _is_national(word: Word, deed: Deed, parties: Parties) -> bool:
    """Whether a nationality stands before a noun: "Danish web sites"."""
    return any(_sense(kid, deed, parties) in COUNTRY_SENSES for kid in word.kids if kid.dep in ("amod", "compound", "nmod", "poss"))


def _townspeople(word: Word, deed: Deed, parties: Parties) -> Reading | None:
    """The people of "a village in western Chad": those of a settlement that is only told by the place around it."""
    for preposition in word.all_kids("prep"):
        around = preposition.kid("pobj")
        if preposition.lower in WITHIN and around is not None and _sense(around, deed, parties) in ENTERED:
            span = parties.span_of(word, deed.sentence)[0], cover(list(around.subtree()))[1]
            text = parties.draft.document.text[slice(*span)]
            return Reading(Party(text=text, span=span, name=text, sector="CVL", sectors=("CVL",)), [("sector", span, "implied.town")], word.end)
    return None


def _of_those_before(number: Word, deed: Deed, parties: Parties, actors: list[Reading]) -> Reading | None:
    """ "dispersed demonstrators, killing one and arresting 12": a bare number counts those who were acted on right before."""
    for word in reversed(deed.sentence.words[: number.index]):
        suffers = word.dep in ("dobj", "nsubjpass") or (word.dep == "pobj" and word.head.lower in ("at", "on", "against"))
        reading = parties.read(word, deed.sentence) if suffers and word.tag in ("NNS", "NNPS") else None
        if reading is None or any(reading.party.span == actor.party.span for actor in actors):
            continue
        party, span = reading.party, (number.start, number.end)
        mentions = tuple(dict.fromkeys((party.span, *party.mentions)))
        text = parties.draft.document.text[slice(*span)]
        found = party.model_copy(update={"text": text, "span": span, "mentions": mentions, "count": None})
        return Reading(found, [("", party.span, "implied.number"), *reading.evidence], number.end)
    return None


def _entered(deed: Deed, parties: Parties, actors: list[Reading]) -> list[Reading]:
    """The country, not their own, that troops are sent to or stand in, or that they are called up to fight."""
    homes = {actor.party.country for actor in actors}
    if not actors or None in homes:
        return []
    tops = [*deed.words, *([deed.light] if deed.light else []), *deed.frame.get("object")]
    if deed.frame.nominal and deed.word.dep == "nsubj":  # "the deployment of troops in X", "the first contingent has arrived in X"
        tops.append(deed.word.head)
    for preposition in (kid for word in tops for kid in word.all_kids("prep", "dative")):
        for noun in preposition.all_kids("pobj"):
            if preposition.lower == "for" and noun.lemma in CAMPAIGNS:
                places = [
                    kid for each in noun.all_kids("prep") if each.lower in ("against", "on", "with", "in", "of") for kid in each.all_kids("pobj")
                ]
            else:
                places = [noun] if preposition.lower in INWARD else []
            for place in places:
                reading = parties.read(place, deed.sentence) if _sense(place, deed, parties) in ENTERED else None
                if reading is not None and reading.party.country and reading.party.country not in homes:
                    return [reading]
    return []


def _sense(word: Word, deed: Deed, parties: Parties) -> str:
    """How a word is meant as a name; empty where it is none."""
    name = parties.draft.name_at(deed.sentence, word)
    return name.sense if name is not None else ""
