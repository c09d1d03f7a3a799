"""Which reports make one incident? Groups of reports that agree as a whole, so that no chain of likenesses runs away.

Agglomerative clustering by average linkage within the parts of the graph of likely pairs. A pair that cannot be one deed (score -inf) keeps two
groups apart whatever their other pairs say; pairs that were never compared count as `UNSEEN`. Every step is decided by the scores and, where
they are equal, by the ids, so that the result does not hang on the order in which reports arrive.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

from whowhom.limits import LARGEST_NEIGHBOURHOOD

Pair = tuple[str, str]
LIKELY = 0.0  # log-odds from which two reports are neighbours, and groups are joined
UNSEEN = -4.0  # log-odds of a pair that shares no block, or whose likeness was too small to keep
SURE, NEVER = float("inf"), float("-inf")  # what a person joined; what cannot be one deed
SOUGHT = 6.0  # log-odds that one pair can bring in at most: a single sure pair does not carry a group
RAISE = 0.5  # log-odds by which the bar rises where too many reports hang together


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def parts_of(ids: Iterable[str], scores: Mapping[Pair, float], bar: float = LIKELY) -> list[list[str]]:
    """The connected parts of the graph of pairs at or above the bar; sorted, as are their members."""
    leader = {each: each for each in ids}

    def lead(each: str) -> str:
        while leader[each] != each:
            leader[each] = leader[leader[each]]
            each = leader[each]
        return each

    for (one, other), score in scores.items():
        if score >= bar and one in leader and other in leader:
            a, b = lead(one), lead(other)
            if a != b:
                leader[max(a, b)] = min(a, b)
    parts: dict[str, list[str]] = defaultdict(list)
    for each in sorted(leader):
        parts[lead(each)].append(each)
    return sorted(parts.values())


def cluster(ids: Iterable[str], scores: Mapping[Pair, float], must: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> list[tuple[str, ...]]:
    """The groups of ids, each sorted, in sorted order. `scores`: log-odds of pairs; `must` and `apart`: pairs that a person joined or kept apart."""
    listed = list(ids)
    joined = [pair_of(*pair) for pair in must]
    return _cluster(listed, {**_as_one(listed, scores, joined), **{pair_of(*pair): NEVER for pair in apart}, **dict.fromkeys(joined, SURE)}, LIKELY)


def _as_one(ids: list[str], scores: Mapping[Pair, float], joined: list[Pair]) -> Mapping[Pair, float]:
    """The scores where reports that a person joined count as one: what is like one of them is like all, whatever kept it from the others."""
    if not joined:
        return scores
    parts = [part for part in parts_of(ids, dict.fromkeys(joined, SURE)) if len(part) > 1]
    whole = {each: part for part in parts for each in part}
    best: dict[tuple[str, str], float] = {}
    for (one, other), score in scores.items():
        if one in whole or other in whole:
            heads = pair_of(whole.get(one, [one])[0], whole.get(other, [other])[0])
            best[heads] = max(score, best.get(heads, NEVER))
    spread = {
        pair_of(a, b): score for (one, other), score in best.items() if one != other for a in whole.get(one, [one]) for b in whole.get(other, [other])
    }
    return {**scores, **spread}


def _cluster(ids: list[str], scores: Mapping[Pair, float], bar: float) -> list[tuple[str, ...]]:
    groups: list[tuple[str, ...]] = []
    for part in parts_of(ids, scores, bar):
        if len(part) > LARGEST_NEIGHBOURHOOD and bar < SOUGHT:
            groups.extend(_cluster(part, scores, bar + RAISE))
        else:
            groups.extend(_agglomerate(part, scores))
    return sorted(groups)


def _agglomerate(part: list[str], scores: Mapping[Pair, float]) -> list[tuple[str, ...]]:
    """The groups of one part: the two most alike groups are joined as long as their pairs agree on average."""
    members: dict[str, tuple[str, ...]] = {each: (each,) for each in part}
    between: dict[str, dict[str, float]] = {each: {} for each in part}  # sum over the pairs of two groups
    for at, one in enumerate(part):
        for other in part[at + 1 :]:
            score = scores.get((one, other), UNSEEN)
            between[one][other] = between[other][one] = score if score in (SURE, NEVER) else min(score, SOUGHT)
    queue = [(-total, one, other, 1, 1) for one in part for other, total in between[one].items() if one < other and total >= LIKELY]
    heapq.heapify(queue)
    while queue:
        _, one, other, size, others = heapq.heappop(queue)
        if one not in members or other not in members or (len(members[one]), len(members[other])) != (size, others):
            continue
        members[one] = tuple(sorted(members[one] + members.pop(other)))
        gone = between.pop(other)
        for each in [name for name in between[one] if name != other]:
            total = _sum(between[one][each], gone[each])
            between[one][each] = between[each][one] = total
            del between[each][other]
            mean = total / (len(members[one]) * len(members[each]))
            if mean >= LIKELY:
                first, second = pair_of(one, each)
                heapq.heappush(queue, (-mean, first, second, len(members[first]), len(members[second])))
        del between[one][other]
    return list(members.values())


def _sum(one: float, other: float) -> float:
    """What a person joined outweighs what cannot be; what cannot be outweighs the rest."""
    return SURE if SURE in (one, other) else one + other
