"""Which sentences follow from the wordings of a rule? Its `yes` sentences with another of its wordings in the place of theirs.

"Officers slapped handcuffs on the minister" becomes "Officers snapped cuffs on the minister". A sentence is kept where the rules read the same deed between the
same parties in it; so the classifier meets the wordings that no sentence of the codebook has.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from lemminflect import getInflection
from proofs import DAY, example_of_event
from sentences import Example

from whowhom import codebook
from whowhom.coder import Coder, document
from whowhom.entries import Rule
from whowhom.parse.tree import Word
from whowhom.parse.wordings import hanging

SEED = 11
TRIED, EACH = 3, 15  # sentences that are tried with a wording; sentences that a rule gives at most
PARTICLES = frozenset(
    [
        "in",
        "out",
        "on",
        "off",
        "up",
        "down",
        "away",
        "back",
        "over",
        "through",
        "to",
        "at",
        "with",
        "from",
        "into",
        "against",
        "for",
        "of",
        "apart",
        "aside",
        "behind",
        "around",
        "about",
        "onto",
        "upon",
        "under",
        "by",
        "home",
        "along",
        "together",
    ]
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A `yes` sentence of a rule, and the words in it that are the wording of the deed: its verb first."""

    text: str
    words: list[Word]


def reworded(coder: Coder) -> list[Example]:
    """The examples of all rules, in their order; the same ones each time."""
    draw = random.Random(SEED)
    cases = [(rule, text) for rule in codebook.load().rules.values() for text in _sentences(rule, coder, draw)]
    stories = coder.code_all(document(text, published=DAY) for _, text in cases)
    found: list[Example] = []
    taken: dict[str, int] = {}
    for (rule, text), story in zip(cases, stories, strict=True):
        events = [event for event in story.events if event.type == rule.event and set(rule.modes) <= set(event.modes)]
        if len(events) != 1 or len(story.events) > 1 or taken.get(rule.id, 0) == EACH:
            continue
        example = example_of_event(events[0], text, rule.id, "codebook/reworded")
        if example:
            found.append(example)
            taken[rule.id] = taken.get(rule.id, 0) + 1
    return found


def _sentences(rule: Rule, coder: Coder, draw: random.Random) -> list[str]:
    """The rule's sentences in its other wordings, in chance order, each wording in one."""
    slots = [slot for text in rule.yes for slot in _slots(rule, text, coder)]
    found = []
    for wording in rule.verbs:
        tried = draw.sample(slots, min(TRIED, len(slots)))
        found.extend(text for slot in tried if (text := _with(slot, wording.lower().split())))
    draw.shuffle(found)
    return list(dict.fromkeys(found))[: 2 * EACH]


def _slots(rule: Rule, text: str, coder: Coder) -> Iterator[Slot]:
    """The wordings of a rule that stand in a sentence; the longest at each verb."""
    for parsed in coder._parse([document(text, published=DAY)])[0]:
        for word in parsed.words:
            if not word.is_verb:
                continue
            wordings = sorted((wording.lower().split() for wording in rule.verbs), key=len, reverse=True)
            for head, *rest in wordings:
                if head == word.lemma and (below := hanging(word, tuple(rest)) if rest else []) is not None:
                    yield Slot(text, [word, *below])
                    break


def _with(slot: Slot, wording: list[str]) -> str | None:
    """The sentence with another wording; None where it does not go into the place of the first."""
    verb, *below = slot.words
    if [verb.lemma, *(word.lemma for word in below)] == wording:
        return None
    told = _inflected(wording[0], verb)
    if told is None:
        return None
    if all(word in PARTICLES for word in wording[1:]) and all(word.lower in PARTICLES for word in below):
        if [word.lower for word in below] == wording[1:]:
            return _replaced(slot.text, [(verb, told)])
        if all(word.index <= verb.index + len(below) for word in below):
            return _replaced(slot.text, [(verb, " ".join([told, *wording[1:]])), *((word, "") for word in below)])
        return None
    if len(wording) != len(slot.words):
        return None
    changes = [(verb, told)]
    for word, new in zip(below, wording[1:], strict=True):
        if (word.lower in PARTICLES) != (new in PARTICLES):
            return None
        other = new if new in PARTICLES else _inflected(new, word)
        if other is None:
            return None
        changes.append((word, other))
    return _replaced(slot.text, changes)


def _inflected(word: str, like: Word) -> str | None:
    """A word of a wording in the form of the one whose place it takes; None where it has none, or not beside "a"."""
    if word == like.lemma:
        return like.text
    if like.is_noun and word.endswith("s") and not word.endswith("ss"):  # wordings have some nouns in the plural
        return word if all(kid.lower not in ("a", "an", "one", "every") for kid in like.kids) else None
    forms = getInflection(word, tag=like.tag.replace("NNP", "NN")) if like.is_noun or like.is_verb else ()
    return forms[0] if forms else None


def _replaced(text: str, changes: list[tuple[Word, str]]) -> str:
    for word, new in sorted(changes, key=lambda change: -change[0].start):
        told = new[:1].upper() + new[1:] if word.text[:1].isupper() and new else new
        text = text[: word.start] + told + text[word.end :]
    return " ".join(text.split()).replace(" ,", ",").replace(" .", ".")
