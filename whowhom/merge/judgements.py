"""What did people say of the coder's work? An append-only list of judgements, folded over the coder's output.

A judgement is of an event, an incident or a pair. It is anchored in the words of the report, so that it finds its event again when a newer coder
has read the report; where it does not, it is an orphan, kept and reported. Undoing is a judgement too, and can be undone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from whowhom.merge.incident import Decision
from whowhom.model import Event, Value

Verb = Literal["accept", "reject", "correct", "same", "different", "note", "undo"]
VERBS: tuple[str, ...] = get_args(Verb)
CONTEXT = 60  # characters kept on either side of the quote: a sentence's half, enough to tell two like quotes of one story apart
DECISIONS: dict[str, Decision] = {"accept": "accepted", "reject": "rejected"}


class Anchor(Value):
    """The words by which an event is found again: those that name the deed, with what stood around them; `start` in characters of the text."""

    doc_id: str
    type: str
    quote: str
    before: str
    after: str
    start: int

    @property
    def key(self) -> str:
        """A short name of the anchor: the same words at the same place of the same report have the same."""
        return hashlib.sha256("\0".join((self.doc_id, self.quote, self.before, self.after)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Judgement(Value):
    """One entry of the list. `number`: which of its subject, from 1. `anchors`: of the event; of a pair its two events; of an incident its reports."""

    key: int
    subject: str
    number: int
    verb: Verb
    who: str
    at: str
    why: str | None = None
    field: str | None = None
    value: str | None = None
    undoes: int | None = None
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of a subject: the last decision, correction of each field and relation in force, and all notes in force."""

    decision: Judgement | None = None
    relation: Judgement | None = None
    corrections: dict[str, Judgement] = field(default_factory=dict)
    notes: tuple[Judgement, ...] = ()

    @property
    def decided(self) -> Decision | None:
        return DECISIONS[self.decision.verb] if self.decision else None

    def of(self, verb: Verb, field_: str | None) -> Judgement | None:
        """What a new judgement of this verb (and field, of a correction) would take the place of."""
        if verb in DECISIONS:
            return self.decision
        if verb == "correct":
            return self.corrections.get(field_ or "")
        return self.relation if verb in ("same", "different") else None


def anchor_of(event: Event, text: str) -> Anchor:
    """The anchor of an event in its report's text."""
    start, end = event.trigger.span
    return Anchor(
        doc_id=event.doc_id,
        type=event.type,
        quote=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
        start=start,
    )


def find(anchor: Anchor, events: Sequence[Event], text: str) -> Event | None:
    """The event of a report that an anchor means; None where the words or any event on them are gone.

    Of several places with the quote, the one whose surroundings agree most is meant; of several events there, one of the anchor's type.
    """
    span = place_of(anchor, text)
    if span is None:
        return None
    met = [event for event in events if any(_meet(span, each) for each in _words_of(event))]
    return min(met, key=lambda event: (event.type != anchor.type, not _meet(span, event.trigger.span), event.event_id), default=None)


def place_of(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Where the quote of an anchor stands in a text; None where it does not, or half of what stood around it is gone."""
    best: tuple[float, int, int] | None = None
    start = text.find(anchor.quote)
    while start >= 0 and anchor.quote:
        end = start + len(anchor.quote)
        agreement = _common(anchor.before[::-1], text[max(0, start - CONTEXT) : start][::-1]) + _common(anchor.after, text[end : end + CONTEXT])
        rank = agreement, -abs(start - anchor.start), start
        best = rank if best is None or rank > best else best
        start = text.find(anchor.quote, start + 1)
    if best is None or best[0] * 2 < min(len(anchor.before) + len(anchor.after), CONTEXT):
        return None
    return best[2], best[2] + len(anchor.quote)


def _common(one: str, other: str) -> int:
    """Characters that two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _words_of(event: Event) -> list[tuple[int, int]]:
    """The spans that name the deed: its trigger and those of its echoes."""
    return [event.trigger.span, *(each.span for each in event.evidence if each.field == "trigger")]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def in_force(entries: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that no later one undoes; an undoing that is undone itself undoes nothing."""
    undone: set[int] = set()
    kept = []
    for entry in sorted(entries, key=lambda each: each.key, reverse=True):
        if entry.key in undone:
            continue
        if entry.undoes is not None:
            undone.add(entry.undoes)
        else:
            kept.append(entry)
    return kept[::-1]


def fold(entries: Iterable[Judgement]) -> Standing:
    """What holds of one subject after all its judgements, in their order."""
    decision, relation, corrections, notes = None, None, {}, []
    for entry in in_force(entries):
        if entry.verb in DECISIONS:
            decision = entry
        elif entry.verb == "correct":
            corrections[entry.field or ""] = entry
        elif entry.verb == "note":
            notes.append(entry)
        else:
            relation = entry
    return Standing(decision, relation, corrections, tuple(notes))
