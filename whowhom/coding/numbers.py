"""How many? Numbers in words and figures, with the bounds that the words set ("at least five", "dozens", "between 10 and 15").

Bounds as in the contract: "several" → low 3, "dozens" → low 24, "at least 5" → low 5, best 5, "up to 9" → high 9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whowhom.codebook import tabled, word_list
from whowhom.parse.frame import TRANSPARENT

if TYPE_CHECKING:
    from whowhom.model import Stated
    from whowhom.parse.tree import Sentence, Span, Word

FIRST_TWENTY = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
UNITS = {word: at for at, word in enumerate(FIRST_TWENTY)}
TENS = {word: 10 * at for at, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
LOOSE: dict[str, int | None] = tabled("quantities")["loose"]
EXACT: dict[str, int] = tabled("quantities")["exact"]
FRACTIONS = {
    "half": (1, 2),
    "a third": (1, 3),
    "one third": (1, 3),
    "two thirds": (2, 3),
    "a quarter": (1, 4),
    "three quarters": (3, 4),
    "a fifth": (1, 5),
}
WORDS = "|".join([*UNITS, *TENS, *SCALES, "dozen"])
FIGURE = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
NUMBER = (
    rf"(?:(?:{FIGURE})(?:[\s-]+(?:hundred|thousand|million|billion|dozen))?|half\s+a\s+(?:million|dozen|thousand)|a\s+quarter\s+of\s+a\s+million"
    rf"|(?:(?:a\s+)?(?:{WORDS})(?:(?:[\s-]+|(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+)(?:{WORDS})|\s+and\s+a\s+half(?=\s+million))*))"
)
AT_LEAST = (
    r"at (?:the very )?least|no fewer than|no less than|not less than|not fewer than|a minimum of|more than|over|upwards? of|in excess of|exceeding|above"
    r"|well over|just over"
)
UP_TO = r"up to|as many as|at (?:the very )?most|no more than|not more than|a maximum of|maximum of"
BELOW = r"fewer than|less than|under|just under"
PERHAPS = r"(?:(?:and|but|or)\s+)?(?:(?:possibly|perhaps|maybe|potentially)(?:\s+(?:up to|as many as|at most|a maximum of))?|up to|as many as|at most|a maximum of)"
ABOUT = r"about|around|approximately|some|nearly|almost|roughly|an estimated|estimated|close to|circa|approx\.?|more or less"
PATTERN = re.compile(
    rf"\b(?:(?P<range>between\s+(?P<a>{NUMBER})\s+(?:and|to)\s+(?P<b>{NUMBER})"
    rf"|(?:at least\s+|a minimum of\s+)?(?P<g>{NUMBER}),?\s+{PERHAPS}\s+(?P<h>{NUMBER})(?:,(?=\s+[a-z]))?"
    rf"|(?:from\s+|at least\s+|some\s+)?(?P<c>{NUMBER})\s+(?:to|or)\s+(?P<d>{NUMBER})"
    rf"|(?P<e>{FIGURE})\s*[-–—]\s*(?P<f>{FIGURE}))"
    rf"|(?P<least>(?:{AT_LEAST})\s+(?P<n1>{NUMBER}))"
    rf"|(?P<most>(?:{UP_TO})\s+(?P<n2>{NUMBER}))"
    rf"|(?P<below>(?:{BELOW})\s+(?P<n4>{NUMBER}))"
    rf"|(?P<about>(?:{ABOUT})\s+(?P<n3>{NUMBER})|(?P<n5>{NUMBER})-(?:odd|plus|something))"
    rf"|(?P<loose>{'|'.join(sorted(map(re.escape, LOOSE), key=len, reverse=True))})"
    rf"|(?P<plain>{NUMBER})"
    rf"|(?P<exact>{'|'.join(sorted(map(re.escape, EXACT), key=len, reverse=True))}))(?!\s*(?:%|per\s?cent))\b",
    re.IGNORECASE,
)
COUNTING = (*"0123456789", *UNITS, *TENS, *SCALES, "dozen", *LOOSE, *EXACT)
"""Figures and words of which one stands in every quantity: most words before a noun have none."""
ONE_DETERMINERS = frozenset({"a", "an", "another", "one"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read from words: its bounds, how it is stated, and the characters it stands in."""

    low: int | None
    best: int | None
    high: int | None
    stated: Stated
    span: Span


def value_of(words: str) -> int | None:
    """The number that words or figures say: "1,200", "twenty-five", "three hundred and ten", "2.5 million"."""
    tokens = re.findall(r"\d[\d,.]*\d|\d|[a-z]+", words.lower())
    total, current = 0.0, 0.0
    seen = False
    for token in tokens:
        if token[0].isdigit():
            try:
                current += float(token.replace(",", ""))
            except ValueError:
                return None
        elif token in UNITS:
            current += UNITS[token]
        elif token in TENS:
            current += TENS[token]
        elif token == "dozen":
            current = (current or 1) * 12
        elif token in SCALES:
            current = (current or 1) * SCALES[token]
            if token != "hundred":
                total, current = total + current, 0.0
        elif token == "half":
            current += 0.5 if current or "half a" in words.lower() else 0.0
        elif token == "quarter":
            current += 0.25
        elif token in ("a", "and", "of"):
            continue
        else:
            return None
        seen = True
    return round(total + current) if seen else None


def read_quantity(text: str, offset: int = 0) -> Quantity | None:
    """The first quantity in a stretch of text; spans count from `offset`."""
    lower = text.lower()
    if not any(hint in lower for hint in COUNTING):
        return None
    for match in PATTERN.finditer(text):
        if found := _quantity(match, offset):
            return found
    return None


BOUNDING = frozenset({
    "at", "least", "most", "more", "than", "no", "not", "fewer", "less", "as", "many", "up", "to", "between", "and", "or", "possibly", "perhaps", "maybe",
    "potentially", "about", "around", "some", "nearly", "almost", "approximately", "roughly", "an", "estimated", "over", "under", "upwards", "of", "excess",
    "in", "well", "just", "close", "from", "a", "minimum", "maximum", "the", "very",
})  # fmt: skip
"""Words of which the bounds of a number are made."""


def widened(quantity: Quantity, sentence: Sentence, text: str) -> Quantity:
    """The quantity with the bounding words and numbers that stand right before it, whatever the parser made of them."""
    start = quantity.span[0]
    for word in reversed([each for each in sentence.words if each.end <= quantity.span[0]]):
        if not (word.lower in BOUNDING or word.tag == "CD" or word.text == ","):
            break
        start = word.start
    if start == quantity.span[0]:
        return quantity
    for match in PATTERN.finditer(text[start : quantity.span[1]]):
        found = _quantity(match, start)
        if found is not None and found.span[1] == quantity.span[1]:
            return found
    return quantity


def _quantity(match: re.Match[str], offset: int) -> Quantity | None:
    span = match.start() + offset, match.end() + offset
    if match["range"]:
        low, high = (value_of(next(match[group] for group in groups if match[group])) for groups in ("aceg", "bdfh"))
        if low is None or high is None or low >= high:
            return None
        return Quantity(low, None, high, "range", span)
    for group, numbers in (("least", ("n1",)), ("most", ("n2",)), ("below", ("n4",)), ("about", ("n3", "n5")), ("plain", ("plain",))):
        if match[group]:
            value = value_of(next(match[number] for number in numbers if match[number]))
            if value is None:
                return None
            if group == "least":
                return Quantity(value, value, None, "approximate", span)
            if group == "below":
                return Quantity(None, None, value - 1, "approximate", span)
            if group == "most":
                return Quantity(None, None, value, "approximate", span)
            return Quantity(None, value, None, "approximate", span) if group == "about" else Quantity(value, value, value, "number", span)
    if match["loose"]:
        low = LOOSE[match["loose"].lower()]
        return Quantity(low, None, None, "approximate", span) if low is not None else None
    value = EXACT[match["exact"].lower()]
    return Quantity(value, value, value, "number", span)


def quantity_of(noun: Word, text: str) -> Quantity | None:
    """How many the noun phrase of this head stands for. `text` is the document's.

    A singular noun with an article is one; a bare plural has no number.
    """
    outer = noun
    while outer.dep == "pobj" and outer.head.lower in ("of", "among") and _counts(outer.head.head):
        outer = outer.head.head
    if outer.tag == "CD" or outer is not noun or noun.lower in ROUND or noun.lower == "dozen":
        start = _left_edge(outer)
        if found := read_quantity(text[start : outer.end], start):
            return found
    if found := _members(noun, text):
        return found
    start = _left_edge(noun, inside=True)
    if start < noun.start:
        before = text[start : noun.start]
        found = read_quantity(before, start)
        if found and not _is_measure(before, found, start):
            return found
    if noun.tag in ("NN", "NNP") and noun.lemma not in COLLECTIVE:
        first = next((kid for kid in noun.kids if kid.dep in ("det", "poss")), None)
        if first is not None and (first.lower in ONE_DETERMINERS or first.lower == "the" or first.dep == "poss"):
            return Quantity(1, 1, 1, "number", (first.start, noun.end))
        if (noun.tag == "NNP" and not noun.lower.endswith(("s", "men", "people"))) or (
            noun.dep in ("nsubj", "nsubjpass", "dobj") and noun.kid("appos") is not None
        ):
            return Quantity(1, 1, 1, "number", (noun.start, noun.end))
    if noun.lower in ("himself", "herself", "myself"):
        return Quantity(1, 1, 1, "number", (noun.start, noun.end))
    return None


ROUND = word_list("crowds") | {"tens", "several", "many"}
COLLECTIVE = word_list("collective")


def _members(noun: Word, text: str) -> Quantity | None:
    """ "a family of six", "a group of about 40"."""
    if noun.lemma not in COLLECTIVE:
        return None
    for kid in noun.kids:
        number = kid.kid("pobj") if kid.dep == "prep" and kid.lower == "of" else None
        if number is not None and number.tag == "CD":
            start = _left_edge(number)
            return read_quantity(text[start : number.end], start)
    return None


def _counts(word: Word) -> bool:
    return word.lemma in TRANSPARENT or word.tag == "CD"


def _left_edge(word: Word, inside: bool = False) -> int:
    """Where the noun phrase of a word begins (dependents before it, without relative clauses)."""
    start = word.start
    for kid in word.kids:
        if kid.index < word.index and kid.dep in ("nummod", "amod", "det", "quantmod", "advmod", "predet", "nmod", "compound", "poss", "case"):
            start = min(start, _left_edge(kid))
    if not inside:
        for kid in word.kids:
            if kid.index < word.index and kid.dep in ("prep", "pobj", "cc"):
                start = min(start, kid.start)
    return start


def _is_measure(before: str, found: Quantity, start: int) -> bool:
    """ "a 12-year-old boy", "the 2003 invasion", "F-16 jets": figures that count nothing."""
    rest = before[found.span[1] - start :]
    figure = before[found.span[0] - start : found.span[1] - start]
    return (
        rest.startswith("-")
        or bool(re.search(r"(?:^|\W)[A-Za-z]+-$", before[: found.span[0] - start]))
        or bool(re.fullmatch(r"(?:19|20)\d\d", figure))
    )
