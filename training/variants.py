"""How does one sentence teach several things? Variants drawn anew each round: without the trigger, with other parties or a mere word marked, the other way round."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from sentences import NONE, Example, Span

NOT_REVERSED = frozenset({"AGREE", "CONSULT", "COOPERATE", NONE})
"""Told of both sides alike, so that the other way round is no counter-example; and nothing done one way may be a deed the other way."""
WORD = re.compile(r"\b[a-z]{4,}(?:ed|s|ing)\b")
WITHOUT_TRIGGER, OTHER_PARTY, REVERSED = 0.5, 0.3, 0.12


def variant(example: Example, parties: list[str], draw: random.Random) -> Example:
    """One variant of an example; `parties` are phrases that may stand in for actor and recipient."""
    if draw.random() < OTHER_PARTY:
        example = with_party(example, draw.choice(("actor", "recipient")), draw.choice(parties))
    if example.type not in NOT_REVERSED and example.trigger and example.actor and example.recipient and draw.random() < REVERSED:
        return replace(example, actor=example.recipient, recipient=example.actor, type=NONE, modes=(), reality=None)
    if draw.random() < WITHOUT_TRIGGER:
        return replace(example, trigger=None)
    return with_mere_word(example, draw) if example.type == NONE and example.trigger is None else example


def with_mere_word(example: Example, draw: random.Random) -> Example:
    """A sentence without a deed, with a word marked all the same: a marked word alone must not tell that there is a deed."""
    sides = [each for each in (example.actor, example.recipient) if each]
    words = [match.span() for match in WORD.finditer(example.text) if all(match.end() <= side[0] or side[1] <= match.start() for side in sides)]
    return replace(example, trigger=draw.choice(words)) if words else example


def with_party(example: Example, side: str, phrase: str) -> Example:
    """The example with other words for one side, all spans moved along."""
    span: Span | None = getattr(example, side)
    others = [each for each in (example.actor, example.recipient, example.trigger) if each is not None and each is not span]
    if span is None or any(each[0] < span[1] and span[0] < each[1] for each in others):
        return example
    shift = len(phrase) - (span[1] - span[0])

    def moved(each: Span | None) -> Span | None:
        if each is None or each[0] < span[0]:
            return each
        return (span[0], span[0] + len(phrase)) if each == span else (each[0] + shift, each[1] + shift)

    return replace(
        example,
        text=example.text[: span[0]] + phrase + example.text[span[1] :],
        actor=moved(example.actor),
        recipient=moved(example.recipient),
        trigger=moved(example.trigger),
    )
