"""Which number does a word for a toll carry? "21 dead", "the death toll rose to 14", "the number of dead at 21"; and is it of this deed alone?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.numbers import LOOSE, Quantity, read_quantity

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.parse.tree import Sentence, Word

NUMBERED = word_list("toll_nouns")
CHANGE = re.compile(r"\bto\s+(?=(?:at least |about |over |more than |some |nearly )?[\d\w])", re.IGNORECASE)
RAISED = word_list("toll_changes")
PUTTING = word_list("toll_verbs")
AFTER = 90  # characters from a toll's name to its number
MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
SINCE, DURING = ("|".join(sorted(word_list(name))) for name in ("running_since", "running_in"))
RUNNING = re.compile(
    rf"\bsince\s+(?:the\s+(?:{SINCE})|{MONTH}|early|late|mid|(?:19|20)\d\d)"
    r"|\b(?:so far )?this year\b|\b(?:in|over|during) (?:the (?:past|last) )?(?:[\w-]+ )?(?:years|months|decades?)\b"
    rf"|\bin (?:the|a|its) (?:[\w-]+ )?(?:{DURING})\b",
    re.IGNORECASE,
)
BEFORE_COUNTED = word_list("before_counted")


def is_running_total(word: Word, sentence: Sentence, draft: Draft) -> bool:
    """Whether the clause counts over many deeds: "more than 300 since January", "in ten years of war"."""
    text = draft.document.text[sentence.start : sentence.end]
    return bool(RUNNING.search(text))


def number_of(word: Word, sentence: Sentence, text: str) -> Quantity | None:
    """The number that a word for a toll carries, after its change where it has one ("from 11 to 14": 14)."""
    numbered = word.lemma in NUMBERED or (word.dep == "pobj" and word.head.head.lemma in NUMBERED)
    if number := _before(word, sentence, text):
        return number
    if numbered or is_put(word):
        return _after(word, sentence, text, numbered)
    return None


def is_put(word: Word) -> bool:
    """ "put the dead at 17", "the number was nearer 60", "a figure later raised to 80"."""
    if any(kid.dep in ("relcl", "acl") and kid.lemma in RAISED for kid in word.kids):
        return True
    if word.dep == "nsubj" and word.lemma in NUMBERED and word.head.lemma == "be":
        return True
    return word.dep in ("dobj", "nsubjpass", "nsubj") and word.head.lemma in PUTTING


def _after(word: Word, sentence: Sentence, text: str, numbered: bool) -> Quantity | None:
    end = min(sentence.end, word.end + AFTER)
    verb = next((above for above in (word.head, word.head.head, word.head.head.head) if above.is_verb), None)
    changed = (verb is not None and verb.lemma in RAISED) or any(kid.dep in ("relcl", "acl") and kid.lemma in RAISED for kid in word.kids)
    if changed and (step := CHANGE.search(text, word.end, end)) and (found := read_quantity(text[step.end() : end], step.end())):
        return found if found.span[0] - step.end() < 12 else None
    if step := re.compile(r"\bfrom\s+[\w,-]+\s+to\s+").search(text, word.end, end):
        return read_quantity(text[step.end() : end], step.end())
    found = read_quantity(text[word.end : end], word.end)
    if found is None or re.search(r"\b(?:days?|weeks?|months?|years?|hours?|houses|homes|countries)\b", text[found.span[1] : found.span[1] + 12]):
        return None
    return found


def _before(word: Word, sentence: Sentence, text: str) -> Quantity | None:
    number = next((kid for kid in word.kids if kid.dep == "nummod"), None)
    if number is not None:
        start = min(each.start for each in number.subtree())
        return read_quantity(text[start : number.end], start)
    at = word.index - 1
    while at >= 0 and sentence.words[at].lower in BEFORE_COUNTED:
        at -= 1
    if word.tag in ("NN", "NNS", "JJ", "VBN", "VBD", "NNP") and at >= 0:
        before = sentence.words[at]
        if before.tag == "CD" or before.lower in LOOSE:
            start = max(sentence.start, before.start - 12)
            found = read_quantity(text[start : before.end], start)
            return found if found is not None and found.span[1] == before.end else read_quantity(text[before.start : before.end], before.start)
    return None
