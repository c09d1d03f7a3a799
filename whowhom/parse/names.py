"""Which words are names, and of what? Longest matches of the gazetteer over a sentence, whatever hyphens and accents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whowhom.codebook import word_list
from whowhom.folding import NAME_WORD, fold
from whowhom.gazetteer import Gazetteer, NameEntry
from whowhom.parse.tree import Sentence, Span, Word

POSSESSIVE = re.compile(r"['’]s$")


@dataclass(slots=True, eq=False)
class Name:
    """A name found in a sentence: its words and the entries that share the spelling, the likeliest sense first."""

    words: list[Word]
    span: Span
    entries: list[NameEntry]
    written: str = ""  # the spelling in the text, where the table's own is another

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
    _find_places(sentence, tokens, found, gazetteer)
    return found


LONGEST_PLACE = 4  # words of a populated place's name


def _find_places(sentence: Sentence, tokens: list[tuple[str, int, int, str]], found: dict[int, Name], gazetteer: Gazetteer) -> None:
    """Adds populated places that no table of ours knows, where the words before them say that a place follows."""
    if gazetteer.index is None:
        return
    by_start = {word.start: word for word in sentence.words}
    for at, (_, start, _, written) in enumerate(tokens):
        word = by_start.get(start)
        if word is None or word.index in found or not written[0].isupper() or not _follows_place_word(word, sentence):
            continue
        for length in range(min(LONGEST_PLACE, len(tokens) - at), 0, -1):
            run = tokens[at : at + length]
            key = " ".join(token[0] for token in run)
            if not all(token[3][0].isupper() or token[3] in ("de", "el", "la", "del", "al", "of") for token in run) or key in gazetteer.avoided:
                continue
            entries = gazetteer.index.of(key)
            words = [each for each in sentence.words if each.start < run[-1][2] and each.end > start]
            if entries and all(each.index not in found for each in words) and not _goes_on(words[-1], sentence):
                name = Name(words, (start, run[-1][2]), list(entries), " ".join(token[3] for token in run))
                found.update({each.index: name for each in words})
                break


def _follows_place_word(word: Word, sentence: Sentence) -> bool:
    """ "in X", "the town of X", "X province"."""
    at = word.index - 1
    if at >= 0 and sentence.words[at].lower in ("the", "nearby", "neighbouring", "neighboring", *DIRECTIONS):
        at -= 1
    if at < 0:
        return False
    before = sentence.words[at]
    if before.lower == "of" and at > 0:
        return sentence.words[at - 1].lemma in AREAS
    return before.lower in LOCATIVE or before.lemma in AREAS


def _goes_on(word: Word, sentence: Sentence) -> bool:
    """Whether a capitalised word goes on after a run: "in Santiago Bernabeu" is no Santiago."""
    following = sentence.words[word.index + 1] if word.index + 1 < len(sentence.words) else None
    return following is not None and following.is_name and following.text[0].isupper() and following.lemma not in AREAS


AREAS, DIRECTIONS, LOCATIVE = word_list("areas"), word_list("directions"), word_list("locative")


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
