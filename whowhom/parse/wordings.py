"""Does a wording of the knowledge stand here? Lookup of lexicons and patterns over the parse, and the classes of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from whowhom.codebook import word_list
from whowhom.entries import WEAPONS
from whowhom.parse.frame import conjoined, core
from whowhom.parse.tree import Word

if TYPE_CHECKING:
    from whowhom.codebook import Codebook, Lexicon, Pattern, Patterns, Wanted
    from whowhom.entries import WordClass
    from whowhom.parse.names import Name

V = TypeVar("V")
STATE_SENSES = frozenset({"country", "capital", "seat", "nationality"})
PLACE_SENSES = frozenset({"country", "capital", "place"})
CALENDAR = word_list("calendar")
ANY_CLAUSE = "*"  # in a wording: the verb of a complement clause, whatever it is ("say * must")
ACTING = frozenset(["it", "they", "he", "she", "we", "who"])
SPANS_OF_LIFE = word_list("spans_of_life")
TURNING = word_list("turning")
PERSONAL = frozenset(
    ["he", "she", "they", "him", "her", "them", "i", "we", "us", "me", "you", "who", "whom", "himself", "themselves", "herself", "it"]
)


def hanging(head: Word, rest: tuple[str, ...]) -> list[Word] | None:
    """The words below `head` that match `rest`, each hanging on one found before; None if one is missing."""
    if len(rest) == 1:  # most wordings have two words
        return next(([each] for kid in head.kids for each in _parts(kid) if _is_wanted(each, rest[0], [head])), None)
    found = _all_of(list(rest), [head])
    return found[1:] if found is not None else None


def _all_of(wanted: list[str], found: list[Word]) -> list[Word] | None:
    """The words found with all wanted ones after them. A word that leads no further gives way to the next: "on Monday went on strike"."""
    if not wanted:
        return found
    for at, each in enumerate(wanted):
        left = [*wanted[:at], *wanted[at + 1 :]]
        for word in reversed(found):
            for kid in (*(part for below in word.kids for part in _parts(below)), *_behind_object(word, left)):
                if _is_wanted(kid, each, found) and (whole := _all_of(left, [*found, kid])) is not None:
                    return whole
    return None


def _parts(kid: Word) -> tuple[Word, ...]:
    """The word, and for an object what it is a part or a span of: "lifted some of its sanctions", "ended eight decades of relations"."""
    if kid.dep not in ("dobj", "nsubjpass"):
        return (kid,)
    inner = core(kid)
    if inner is kid and kid.lemma in SPANS_OF_LIFE:
        inner = next((each for of in kid.all_kids("prep") if of.lower == "of" for each in of.all_kids("pobj")), kid)
    return (kid,) if inner is kid else (kid, inner)


def _behind_object(verb: Word, wanted: list[str]) -> list[Word]:
    """The prepositions that the parser hung on a verb's object, where a wanted word stands behind them: "tore a post to pieces"."""
    thing = verb.kid("dobj") if verb.is_verb and wanted else None
    if thing is None:
        return []
    return [kid for kid in thing.kids if kid.dep == "prep" and any(each.lemma in wanted or each.lower in wanted for each in kid.all_kids("pobj"))]


def _is_wanted(kid: Word, wanted: str, found: list[Word]) -> bool:
    """Whether a word is the wanted one and none found before; the "to" of an infinitive and the subject of a verb are none of it."""
    if wanted == ANY_CLAUSE:
        return kid.dep == "ccomp" and kid.is_verb and kid not in found
    if wanted != kid.lemma and wanted != kid.lower:
        return False
    if kid.dep == "prep" and kid.lower in ("in", "on") and (when := kid.kid("pobj")) is not None and _is_day(when):
        return False  # "took on forty people in March" took nobody in, "set fire to a car on Monday" set none on fire
    return kid not in found and not (kid.dep == "aux" and wanted == "to") and not (kid.dep == "nsubj" and kid.is_noun)


def _is_day(when: Word) -> bool:
    """A month, a day, or a part of it: "Monday", "Thursday night"."""
    return (when.is_name and when.lemma in CALENDAR) or any(kid.is_name and kid.lemma in CALENDAR for kid in when.all_kids("compound", "nmod"))


def beside(head: Word) -> set[str]:
    """The words of which one must be in a wording of several words that stands at a head: those that hang on it, or on its object by a preposition."""
    if not head.kids:
        return set()
    thing = head.kid("dobj")
    kids = (*head.kids, *thing.all_kids("prep")) if thing is not None else head.kids
    parts = [each for kid in kids for each in _parts(kid)]
    return {ANY_CLAUSE, *(each.lemma for each in parts), *(each.lower for each in parts)}


def standing(head: Word, wordings: Iterable[tuple[tuple[str, ...], V]]) -> Iterator[tuple[list[Word], V]]:
    """Of the wordings of a head (the words beside it, a value) those that stand here, in their order: the words found and the value."""
    near: set[str] | None = None
    for rest, value in wordings:
        if not rest:
            yield [], value
            continue
        if near is None:
            near = beside(head)
        if not near.isdisjoint(rest) and (found := hanging(head, rest)) is not None:
            yield found, value


def patterns_standing(head: Word, patterns: Patterns) -> Iterator[tuple[list[Word], Pattern]]:
    """Of the wordings of rules at a head those that stand here, in their order: the words found and the wording."""
    below: set[str] | None = None
    turned = next((kid.lower for kid in head.kids if kid.dep == "prt" and f"{head.lemma} {kid.lower}" in TURNING), None)
    for pattern in patterns.beside(beside(head)):
        rest = pattern.rest
        if turned is not None and turned not in rest:
            continue  # "called off its ceasefire" is no "called a ceasefire"
        if not rest:
            yield [], pattern
            continue
        if len(rest) > 1:  # most have but a common word here: "on", "to"
            if below is None:
                below = {ANY_CLAUSE, *(key for word in head.subtree() for key in (word.lemma, word.lower))}
            if not below.issuperset(rest):
                continue
        if (found := hanging(head, rest)) is not None:
            yield found, pattern


def look_up(lexicon: Lexicon[V], word: Word) -> V | None:
    """The value of the longest wording of a lexicon that ends in this word."""
    by_head = lexicon.by_head
    for key in word.keys:
        if key in by_head:
            for found, value in standing(word, by_head[key]):
                if all(each.dep != "conj" for each in found):  # "the government and rebels"
                    return value
    return None


def means_of(word: Word, book: Codebook) -> WordClass | None:
    """The class of a weapon: by its noun ("rocket"), or by the name of a system where it is written as a name ("Grad", "AK-47")."""
    return (look_up(book.systems, word) if is_system(word) else None) or look_up(book.means, word)


def is_system(word: Word) -> bool:
    """Whether a word is written as systems are: with a capital or a figure."""
    return word.text[0].isupper() or (not word.text.isalpha() and any(letter.isdigit() for letter in word.text))


def is_class(word: Word, wanted: str, book: Codebook, names: dict[int, Name]) -> bool:
    """Whether a word is of a class of the restrictions: `$people`, `$armed`, `$state`, … (see docs/codebook.md)."""
    word = core(word)
    if word.lower in ACTING and word.is_pronoun:
        return wanted in ("$armed", "$state", "$org") or (wanted == "$people" and word.lower != "it")
    name = names.get(word.index)
    senses = {entry.sense for entry in name.entries} if name else set()
    if wanted == "$people":
        return (
            look_up(book.roles, word) is not None
            or (word.lower in PERSONAL and word.lower != "it")
            or (word.lower == "those" and word.tag == "DT")
            or bool(senses & {"people", "person", "nationality", "actor"})
            or (word.tag in ("NNP", "NNPS") and not senses and look_up(book.targets, word) is None and word.lemma not in CALENDAR)
            or (word.tag in ("CD",) and not word.text.isdigit())
        )
    if wanted == "$armed":
        role = look_up(book.roles, word)
        return bool(role and role.armed) or bool(name and any(_armed_entry(entry.thing) for entry in name.entries))
    if wanted == "$state":
        official = name is not None and any(getattr(entry.thing, "sector", None) in ("GOV", "MIL") for entry in name.entries)
        return bool(senses & {"country", "capital", "seat", "nationality"}) or official or _is_government(word, book)
    if wanted == "$org":
        return bool(senses & {"actor"})
    if wanted == "$place":
        return bool(senses & PLACE_SENSES)
    if wanted == "$facility":
        return look_up(book.targets, word) is not None
    if wanted == "$weapon" or wanted in WEAPONS:
        means = means_of(word, book)
        return means is not None and wanted in ("$weapon", f"${means.cls}")
    if wanted == "$several":
        return len(_states_of(word, names)) > 1
    if wanted == "$name":
        return bool(senses) or word.is_name
    return False


def _states_of(word: Word, names: dict[int, Name]) -> set[str]:
    """The countries that a phrase joins: "French and Egyptian warships", "Chile, Peru and Ecuador"."""
    heads = conjoined(word)
    marks = [*heads, *(each for head in heads for kid in head.kids if kid.dep in ("amod", "compound", "nmod") for each in conjoined(kid))]
    found = (names.get(each.index) for each in marks)
    return {name.words[-1].lower for name in found if name is not None and name.sense in STATE_SENSES}


def _armed_entry(thing: object) -> bool:
    return getattr(thing, "sector", None) in ("MIL", "REB", "PRM", "UAF", "COP", "SPY")


def _is_government(word: Word, book: Codebook) -> bool:
    role = look_up(book.roles, word)
    return role is not None and role.sector == "GOV"


def meets(word: Word, wanted: Wanted, book: Codebook, names: dict[int, Name]) -> bool:
    """Whether a word is one of the wanted lemmas or compounds or of one of the wanted classes."""
    inner = core(word)
    if word.lemma in wanted.lemmas or inner.lower in wanted.lemmas or not wanted.lemmas.isdisjoint(inner.keys):
        return True
    if wanted.classes and any(is_class(word, each, book, names) for each in wanted.classes):
        return True
    if not wanted.compounds:
        return False
    return any(words[-1] in (inner.lemma, inner.lower) and hanging(inner, words[:-1]) is not None for words in wanted.compounds)
