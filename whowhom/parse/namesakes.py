"""Which names of a story are not what they look like? Surnames that are places elsewhere, and Indians of Latin America."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.gazetteer import Country, NamedPlace
from whowhom.parse.toponyms import AREAS, CAPITAL_HEADS, HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Word

Names = dict[int, "Name"]
LOCATIVE = frozenset(word_list("locative"))
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "appos", "conj", "pobj", "ROOT"})  # what a person is in a sentence
SAINTS = word_list("saints")
INDIA, INDIANS = "IND", frozenset({"Indian", "Indians"})
LATIN_AMERICA = word_list("latin_america")


def without_namesakes(names: tuple[Names, ...], sentences: tuple[Sentence, ...], given: Mapping[str, str]) -> tuple[Names, ...]:
    """The names of each sentence without those that the rest of the story shows to be something else. `given`: given names."""
    names = tuple({index: name for index, name in found.items() if not _is_given_name(name, found, given)} for found in names)
    surnames = _surnames(names, sentences, given)
    natives = _tells_of_natives(names)
    if not surnames and not natives:
        return names
    located = {name.words[0].text for name in _single(names) if _is_located(name.words[0])}
    return tuple(
        {index: name for index, name in found.items() if not (_is_surname(name, surnames, located, given) or (natives and _is_indian(name)))}
        for found in names
    )


def _is_given_name(name: Name, names: Names, given: Mapping[str, str]) -> bool:
    """ "Sofia Petrova met the king": a town's name that is a given name, before a surname that stands as a person does and is no thing of the town's."""
    word = name.words[0]
    person = word.head
    if len(name.words) != 1 or word.text not in given or word.dep != "compound" or not _is_place(name):
        return False
    if person.index != word.index + 1 or not person.is_name or not person.text[1:].islower() or person.kid("det") is not None:
        return False
    known = names.get(person.index)
    other = known is not None and (not _is_place(known) or len(known.words) > 1)
    return not other and person.dep in PARTS and person.lower not in CAPITAL_HEADS and person.lower not in HEADS and person.lemma not in AREAS


def _surnames(names: tuple[Names, ...], sentences: tuple[Sentence, ...], given: Mapping[str, str]) -> set[str]:
    """The last words of persons' names: "Guerrero" of "former judge Jose Guerrero", "Montenegro" of "Luis Montenegro"."""
    found = {name.words[0].text for name in _single(names) if _has_given_name(name.words[0], given)}
    for sentence, known in zip(sentences, names, strict=True):
        for word in sentence.words[1:]:
            if word.is_name and word.index not in known and word.dep != "compound" and _has_given_name(word, given):
                found.add(word.text)
    return found


def _single(names: tuple[Names, ...]) -> Iterator[Name]:
    """The names of one word that stand for a place or a country."""
    for known in names:
        for name in known.values():
            if len(name.words) == 1 and _is_place(name):
                yield name


def _is_place(name: Name) -> bool:
    return isinstance(name.entries[0].thing, NamedPlace) or (isinstance(name.entries[0].thing, Country) and name.sense in ("country", "capital"))


def _has_given_name(word: Word, given: Mapping[str, str]) -> bool:
    """Whether given names stand right before a word, as part of its name."""
    before = [kid for kid in word.kids if kid.dep == "compound" and kid.is_name and kid.index < word.index]
    if not before or before[-1].index != word.index - 1 or any(each.lower in SAINTS for kid in before for each in (kid, *kid.kids)):
        return False  # "San Juan Sacatepequez"
    return any(kid.text in given for kid in before)


def _is_located(word: Word) -> bool:
    return word.dep == "pobj" and word.head.lower in LOCATIVE and not any(kid.dep == "compound" for kid in word.kids)


def _is_surname(name: Name, surnames: set[str], located: set[str], given: Mapping[str, str]) -> bool:
    """Whether a place's name is only a surname here: told like a person, and a country's only where the story is in no such place."""
    if len(name.words) != 1 or name.words[0].text not in surnames or not _is_place(name):
        return False
    word = name.words[0]
    if _has_given_name(word, given):
        return True
    return word.dep in PARTS and not _is_located(word) and (isinstance(name.entries[0].thing, NamedPlace) or word.text not in located)


def _is_indian(name: Name) -> bool:
    return name.words[0].text in INDIANS and len(name.words) == 1


def _tells_of_natives(names: tuple[Names, ...]) -> bool:
    """Whether the "Indians" of a story are those of Latin America: it speaks of a country there, and of India by no other word."""
    every = [name for known in names for name in known.values()]
    if not any(_is_indian(name) for name in every):
        return False
    things = [name.entries[0].thing for name in every if not _is_indian(name)]
    codes = {thing.code if isinstance(thing, Country) else thing.country for thing in things}
    return INDIA not in codes and bool(codes & LATIN_AMERICA)
