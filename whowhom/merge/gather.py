"""From reports to groups: block, match, cluster, in memory. The same reports give the same groups, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from whowhom.merge.block import keys_of
from whowhom.merge.cluster import Pair, cluster, pair_of
from whowhom.merge.match import NEVER, compare
from whowhom.merge.report import Report
from whowhom.merge.rules import MergeRules


def pairs_of(reports: Iterable[Report]) -> set[Pair]:
    """The pairs of event ids worth comparing: those that share a key."""
    filed: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        for key in keys_of(report):
            filed[key].append(report.event_id)
    return {pair_of(one, other) for ids in filed.values() for at, one in enumerate(ids) for other in ids[at + 1 :] if one != other}


def scores_of(reports: Iterable[Report], rules: MergeRules, different: Iterable[Pair] = ()) -> dict[Pair, float]:
    """The log-odds of every pair worth comparing; -inf for those that a person has kept apart (`different`)."""
    by_id = {report.event_id: report for report in reports}
    scores = {(one, other): compare(by_id[one], by_id[other], rules).score for one, other in sorted(pairs_of(by_id.values()))}
    return {**scores, **{pair_of(*pair): NEVER for pair in different}}


def gather(reports: Iterable[Report], rules: MergeRules, same: Iterable[Pair] = (), different: Iterable[Pair] = ()) -> list[tuple[str, ...]]:
    """The groups of event ids that are one incident each. `same` and `different` are people's judgements of pairs, which weigh more than any score."""
    by_id = {report.event_id: report for report in reports}
    return cluster(by_id, scores_of(by_id.values(), rules, different), [pair for pair in same if set(pair) <= by_id.keys()])
