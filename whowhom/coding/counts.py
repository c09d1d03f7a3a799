"""How many deeds does one mention stand for ("at least five drone attacks"), and how large was the crowd or the force?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.coding.numbers import quantity_of
from whowhom.model import Count, Evidence

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Word

CROWDS = frozenset({"PROTEST", "MOBILIZE"})


def count_deeds(draft: Draft) -> Draft:
    """The draft with the number of deeds and the size of crowds and forces."""
    return draft.with_deeds([_counted(deed, draft) for deed in draft.deeds])


def _counted(deed: Deed, draft: Draft) -> Deed:
    count = _count(deed.word, draft) if deed.frame.nominal else None
    if count is not None and count.best == 1 and count.low == 1:
        count = None
    size = None
    if deed.type in CROWDS:
        words = deed.frame.get("subject") if deed.type == "PROTEST" else [*deed.frame.get("object"), *deed.frame.get("subject")]
        size = next((found for word in words if (found := _count(word, draft)) and (found.best or found.low or 0) != 1), None)
    if count is size is deed.count is deed.size is None:
        return deed
    evidence = list(deed.evidence)
    for name, value in (("count", count), ("size", size)):
        if value is not None:
            evidence.append(Evidence(field=name, span=value.span, quote=value.text, rule="numbers.quantity"))
    return replace(deed, count=count, size=size, evidence=tuple(evidence))


def _count(word: Word, draft: Draft) -> Count | None:
    found = quantity_of(word, draft.document.text)
    if found is None:
        return None
    return Count(text=draft.document.text[slice(*found.span)], span=found.span, low=found.low, best=found.best, high=found.high)
