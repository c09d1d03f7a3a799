"""What do the rules say of a given pair, and what do rules and classifier say of it together?

A rule's event votes for its type, the more the better its sides agree with the pair. How much a vote weighs was measured on held-out sentences written
for the classifier's training (`training/train.py`) and stands beside its weights.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from whowhom.coding.relation import Pair
    from whowhom.model import Event, Party
    from whowhom.parse.tree import Span

Standing = Literal["pair", "side", "sentence"]
STANDINGS: tuple[Standing, ...] = ("pair", "side", "sentence")


def vote_of(pair: Pair, events: Iterable[Event]) -> tuple[str, Standing] | None:
    """The type that the rules give the pair, by the event that agrees best with it: in both sides, in one, or only by standing in the sentence."""
    best: dict[Standing, str] = {}
    for event in events:
        if event.reality in ("negated", "denied", "hypothetical"):
            continue
        standing = _standing(pair, event)
        best.setdefault(standing, event.type)
    return next(((best[standing], standing) for standing in STANDINGS if standing in best), None)


def _standing(pair: Pair, event: Event) -> Standing:
    acts, suffers = _names(event.actor, pair.actor), _names(event.recipient, pair.recipient)
    joint = not event.recipient and len(event.actor) > 1 and _names(event.actor, pair.recipient)
    if acts and (suffers or joint or (pair.recipient is None)):
        return "pair"
    return "side" if acts or suffers else "sentence"


def _names(parties: Iterable[Party], span: Span | None) -> bool:
    """Whether one of the parties, or another mention of it, shares a character with a span."""
    return span is not None and any(each[0] < span[1] and span[0] < each[1] for party in parties for each in (party.span, *party.mentions))


def pooled(types: dict[str, float], vote: tuple[str, Standing] | None, weights: dict[str, float]) -> dict[str, float]:
    """The classifier's probabilities with the rules' vote: its type's odds grow by the weight of its standing. They sum to 1."""
    if vote is None or vote[0] not in types:
        return types
    kind, standing = vote
    raised = {name: value * (weights[standing] if name == kind else 1.0) for name, value in types.items()}
    total = sum(raised.values())
    return {name: round(value / total, 4) for name, value in raised.items()}
