"""How sure is an event? A logistic function of what is told of it and of what the classifier says, fitted on our own gold by `eval/calibrate.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whowhom.coding.draft import Deed

SHARPEST = 4.0  # log-odds beyond which the classifier's word counts no more; it is seldom as sure as it says
LEAST, MOST = 0.05, 0.98  # no event that is written down is surely wrong or surely right


def features_of(deed: Deed) -> dict[str, float]:
    """What speaks for an event: the sides and circumstances told, the form of its trigger, the classifier's log-odds where it was asked."""
    asked = deed.support is not None
    odds = _log_odds(deed.support) if deed.support is not None else 0.0
    return {
        "one": 1.0,
        "actor": float(bool(deed.actors)),
        "recipient": float(bool(deed.recipients) or len(deed.actors) > 1),
        "where_when": float(bool(deed.place)) + float(bool(deed.date)),
        "harm_means": float(bool(deed.harm or deed.means)),
        "nominal": float(deed.frame.nominal),
        "echoes": float(min(len(deed.echoes), 2)),
        "asserted": float(deed.reality == "asserted"),
        "asked": float(asked),
        "odds": odds,
        "added": float(deed.rule.id.startswith("relation.")),
    }


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return max(-SHARPEST, min(SHARPEST, math.log(bounded / (1 - bounded))))


def confidence_of(deed: Deed, weights: Mapping[str, float]) -> float:
    """The share of events like this one that are right, between 0 and 1 (docs/accuracy.md has the reliability table)."""
    total = sum(weights.get(name, 0.0) * value for name, value in features_of(deed).items())
    return round(min(max(1 / (1 + math.exp(-total)), LEAST), MOST), 2)
