"""Which words are names, and of what? Longest matches of the gazetteer over a sentence, whatever hyphens and accents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whowhom.gazetteer import NAME_WORD, Gazetteer, NameEntry, fold
from whowhom.parse.tree import Sentence, Span, Word

POSSESSIVE = re.compile(r"['’]s$")


@dataclass(slots=True, eq=False)
class Name:
    """A name found in a sentence: its words and the entries that share the spelling, the likeliest sense first."""

    words: list[Word]
    span: Span
    entries: list[NameEntry]

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
        length, entries = _match(tokens, at, gazetteer)
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
    return found


def _tokens(text: str, start: int, end: int) -> list[tuple[str, int, int, str]]:
    """(folded word, start, end, word as written) of the name words between two offsets."""
    found = []
    for match in NAME_WORD.finditer(text, start, end):
        word = POSSESSIVE.sub("", match.group())
        found.append((fold(word), match.start(), match.start() + len(word), word))
    return found


def _match(tokens: list[tuple[str, int, int, str]], at: int, gazetteer: Gazetteer) -> tuple[int, list[NameEntry]]:
    """The longest spelling that starts at a token, and all its entries."""
    for length in gazetteer.lengths.get(tokens[at][0], ()):
        if at + length > len(tokens):
            continue
        found = gazetteer.entries.get(tuple(token[0] for token in tokens[at : at + length]))
        if found and (fitting := [entry for entry in found if _case_fits([token[3] for token in tokens[at : at + length]], entry)]):
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
