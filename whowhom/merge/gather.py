"""From reports to groups: block, match, cluster, in memory. The same reports give the same groups, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from whowhom.merge.block import keys_of
from whowhom.merge.cluster import Pair, cluster, pair_of
from whowhom.merge.match import score_of
from whowhom.merge.report import Report
from whowhom.merge.rules import MergeRules


def pairs_of(reports: Iterable[Report], among: Collection[str] | None = None) -> set[Pair]:
    """The pairs of event ids worth comparing: those that share a key. `among`: at least one of the two is one of these."""
    filed: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        for key in keys_of(report):
            filed[key].append(report.event_id)
    found: set[Pair] = set()
    for ids in filed.values():
        leading = ids if among is None else [each for each in ids if each in among]
        found |= {pair_of(one, other) for one in leading for other in ids if one != other}
    return found


def scores_of(reports: Iterable[Report], rules: MergeRules) -> dict[Pair, float]:
    """The log-odds of every pair worth comparing."""
    by_id = {report.event_id: report for report in reports}
    return {(one, other): score_of(by_id[one], by_id[other], rules) for one, other in sorted(pairs_of(by_id.values()))}


def gather(reports: Iterable[Report], rules: MergeRules, same: Iterable[Pair] = (), different: Iterable[Pair] = ()) -> list[tuple[str, ...]]:
    """The groups of event ids that are one incident each. `same` and `different` are people's judgements of pairs, which weigh more than any score."""
    by_id = {report.event_id: report for report in reports}
    joined, apart = ([pair for pair in pairs if set(pair) <= by_id.keys()] for pairs in (same, different))
    return cluster(by_id, scores_of(by_id.values(), rules), joined, apart)
