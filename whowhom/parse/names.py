"""Which words are names, and of what? Longest matches of the gazetteer over a sentence, whatever hyphens and accents."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.folding import NAME_WORD, fold
from whowhom.gazetteer import Country, Gazetteer, NamedPlace, NameEntry
from whowhom.parse.toponyms import AREAS, CAPITAL_HEADS, DIRECTIONS, OPENERS, find_toponyms
from whowhom.parse.tree import Sentence, Span, Word

Token = tuple[str, int, int, str, str]  # folded, start, end, as written, folded with its possessive
POSSESSIVES = ("'s", "’s")


@dataclass(slots=True, eq=False)
class Name:
    """A name found in a sentence: its words and the entries that share the spelling, the likeliest sense first."""

    words: list[Word]
    span: Span
    entries: list[NameEntry]
    written: str = ""  # the spelling in the text, where the table's own is another
    part: Name | None = None  # the place within the name: "Kirkuk" in "Kirkuk Airport"

    @property
    def sense(self) -> str:
        return self.entries[0].sense


SENSE_ORDER = {sense: at for at, sense in enumerate(("country", "capital", "seat", "nationality", "people", "actor", "person", "place"))}


def find_names(sentence: Sentence, text: str, gazetteer: Gazetteer) -> dict[int, Name]:
    """The names of a sentence, by the index of every word they cover. `text` is the document's."""
    tokens = _tokens(text, sentence.start, sentence.end)
    by_start = {word.start: word for word in sentence.words}
    found: dict[int, Name] = {}
    at = 0
    while at < len(tokens):
        known = tokens[at][0] in gazetteer.lengths or tokens[at][4] in gazetteer.lengths
        length, entries = _match(tokens, at, gazetteer) if known else (0, [])
        if not entries and tokens[at][3][0].isupper() and gazetteer.near(tokens[at][0]):
            length, entries = 1, list(gazetteer.near(tokens[at][0]))
        if not entries:
            at += 1
            continue
        span = tokens[at][1], tokens[at + length - 1][2]
        words = [word for word in sentence.words if word.start < span[1] and word.end > span[0]]
        if words and (words[0].start in by_start):
            entries.sort(key=lambda entry: SENSE_ORDER[entry.sense])
            name = Name(words, span, entries)
            for word in words:
                found[word.index] = name
        at += length
    for name in find_toponyms(sentence, text, tokens, found, gazetteer):
        found.update({word.index: name for word in name.words})
    _find_capitals(sentence, found, gazetteer)
    return {index: name for index, name in found.items() if not _ends_a_persons_name(name, found)}


def _ends_a_persons_name(name: Name, names: dict[int, Name]) -> bool:
    """ "the murder of Judge Jose Guerrero": a place's name behind given names, not after a word for a place or a direction."""
    word = name.words[0]
    given = [
        kid for kid in (*word.kids, *word.head.kids) if kid.dep == "compound" and kid.is_name and kid.index < word.index and kid not in name.words
    ]
    before = next((kid for kid in given if kid.index == word.index - 1), None)
    if name.sense != "place" or before is None or before.index in names or not before.text[1:].islower():
        return False
    return before.lower not in CAPITAL_HEADS and before.lower not in DIRECTIONS and before.lower not in OPENERS and before.lemma not in AREAS


def _find_capitals(sentence: Sentence, found: dict[int, Name], gazetteer: Gazetteer) -> None:
    """ "the Uzbek capital", "Uzbekistan's capital": the city itself."""
    for word in sentence.words:
        if word.lower != "capital" or word.index in found:
            continue
        owner = next((found[kid.index] for kid in word.kids if kid.index in found and kid.dep in ("amod", "poss", "compound", "nmod")), None)
        thing = owner.entries[0].thing if owner is not None else None
        if isinstance(thing, Country):
            entries = [entry for entry in gazetteer.of(thing.capital) if isinstance(entry.thing, NamedPlace) and entry.thing.country == thing.code]
            if entries:
                found[word.index] = Name([word], (word.start, word.end), entries, thing.capital)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The name words between two offsets."""
    found = []
    for match in NAME_WORD.finditer(text, start, end):
        whole = match.group()
        word = whole[:-2] if whole.endswith(POSSESSIVES) else whole
        folded = fold(word)
        found.append((folded, match.start(), match.start() + len(word), word, folded if word is whole else fold(whole)))
    return found


def _match(tokens: list[Token], at: int, gazetteer: Gazetteer) -> tuple[int, list[NameEntry]]:
    """The longest spelling that starts at a token, and all its entries. Within a name a possessive belongs to it: "People's Army"."""
    first, whole = tokens[at][0], tokens[at][4]
    lengths = gazetteer.lengths.get(first, ())
    if whole != first:
        lengths = tuple(sorted({*lengths, *(length for length in gazetteer.lengths.get(whole, ()) if length > 1)}, reverse=True))
    for length in lengths:
        if at + length > len(tokens):
            continue
        run = tokens[at : at + length]
        key = tuple([token[0] for token in run])
        found = gazetteer.entries.get(key)
        if length > 1:
            found = gazetteer.entries.get((*[token[4] for token in run[:-1]], run[-1][0])) or found
        if found and (fitting := [entry for entry in found if _case_fits([token[3] for token in run], entry)]):
            return length, fitting
    return 0, []


def _case_fits(written: list[str], entry: NameEntry) -> bool:
    if entry.exact:
        return all(word.replace(".", "").isupper() or word[0].isdigit() for word in written)
    if entry.spelling[0].islower() and " " not in entry.spelling:
        return True
    if len(written) == 1:
        return written[0][0].isupper()
    return any(word[0].isupper() for word in written)
