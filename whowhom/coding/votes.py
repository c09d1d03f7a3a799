"""What do the rules say of a given pair, and what do rules and classifier say of it together?

A rule's event votes for its type, the more the better its sides agree with the pair, and the more if all that the rules read in the text is of that type.
How much a vote weighs was measured on held-out sentences written for the classifier's training (`training/train.py`) and stands beside its weights.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from whowhom.coding.relation import Pair
    from whowhom.model import Event, Party
    from whowhom.parse.tree import Span

Standing = Literal["pair", "side", "sentence"]
STANDINGS: tuple[Standing, ...] = ("pair", "side", "sentence")


class Vote(NamedTuple):
    """The type that the rules give a pair, how well their event agrees with it, and whether they read no event of another type."""

    type: str
    standing: Standing
    alone: bool

    @property
    def weight(self) -> str:
        """The name of its weight in `votes.json`."""
        return weight_of(self.standing, self.alone)


def weight_of(standing: Standing, alone: bool) -> str:
    return f"{standing} alone" if alone else standing


def vote_of(pair: Pair, events: Iterable[Event]) -> Vote | None:
    """The rules' vote for a pair, by the event that agrees best with it: in both sides, in one, or only by standing in the sentence."""
    told = [event for event in events if event.reality not in ("negated", "denied", "hypothetical")]
    best: dict[Standing, str] = {}
    for event in told:
        best.setdefault(_standing(pair, event), event.type)
    alone = len({event.type for event in told}) == 1
    return next((Vote(best[standing], standing, alone) for standing in STANDINGS if standing in best), None)


def _standing(pair: Pair, event: Event) -> Standing:
    acts, suffers = _names(event.actor, pair.actor), _names(event.recipient, pair.recipient)
    joint = not event.recipient and len(event.actor) > 1 and _names(event.actor, pair.recipient)
    if acts and (suffers or joint or (pair.recipient is None)):
        return "pair"
    return "side" if acts or suffers else "sentence"


def _names(parties: Iterable[Party], span: Span | None) -> bool:
    """Whether one of the parties, or another mention of it, shares a character with a span."""
    return span is not None and any(each[0] < span[1] and span[0] < each[1] for party in parties for each in (party.span, *party.mentions))


def pooled(types: dict[str, float], vote: Vote | None, weights: dict[str, float]) -> dict[str, float]:
    """The classifier's probabilities with the rules' vote: its type's odds grow by the vote's weight. They sum to 1."""
    if vote is None or vote.type not in types:
        return types
    raised = {name: value * (weights[vote.weight] if name == vote.type else 1.0) for name, value in types.items()}
    total = sum(raised.values())
    return {name: round(value / total, 4) for name, value in raised.items()}
