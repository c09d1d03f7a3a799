"""How well are reports joined into incidents? Codes the story sets of eval/incidents, merges what was coded, and compares with the deeds they tell.

    python eval/incidents.py [--set tuned|held|fresh] [--errors]

Each file lists deeds with their reports (source, day, text). `also` names the words of a report that tell another deed of the sets. What is
compared are tellings: one for each report and deed. A telling that the coder missed, or coded as another type, stands alone and costs recall.
Prints precision, recall and F1 of pairs of tellings, and B³ (Bagga and Baldwin 1998). Exits 1 below the floors.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from whowhom.coder import Coder, document
from whowhom.merge.gather import gather
from whowhom.merge.match import compare
from whowhom.merge.report import Report, reports_of
from whowhom.merge.rules import MergeRules, load
from whowhom.model import Event, Story

FOLDER = Path(__file__).parent / "incidents"
SETS = ("tuned", "held", "fresh")
FLOORS = {"pairs_f1": 0.90, "b3_f1": 0.90}
Telling = tuple[str, str]  # report, deed


@dataclass
class Sets:
    """The story sets: documents to code, and the tellings that they hold."""

    reports: list[dict[str, Any]] = field(default_factory=list)

    def tellings(self) -> dict[Telling, str]:
        """Each telling with the deed it is of."""
        return {(report["id"], deed): deed for report in self.reports for deed in report["deeds"]}


def read_sets(names: Iterable[str] = SETS) -> Sets:
    """The reports of the sets, each with an id and the deeds it tells: types, and words where it is not its main deed."""
    sets = Sets()
    deeds: dict[str, dict[str, Any]] = {}
    for name in names:
        for path in sorted((FOLDER / name).glob("*.yaml")):
            for deed in yaml.safe_load(path.read_text(encoding="utf-8")):
                if deed["deed"] in deeds:
                    raise SystemExit(f"{path.name}: the deed {deed['deed']} stands twice")
                deeds[deed["deed"]] = deed
    for name, deed in deeds.items():
        for number, report in enumerate(deed["reports"], 1):
            told = {name: None} | {other: words for words, other in report.get("also", {}).items()}
            for other, words in told.items():
                if other not in deeds or (words is not None and words not in report["text"]):
                    raise SystemExit(f"{name}-{number}: {words!r} is not in the text, or {other} is no deed")
            types = {other: deeds[other].get("types", [deeds[other]["type"]]) for other in told}
            modes = {other: deeds[other].get("mode") for other in told}
            sets.reports.append({**report, "id": f"{name}-{number}", "deeds": told, "types": types, "modes": modes})
    return sets


def telling_event(story: Story, deed: str, report: dict[str, Any]) -> Event | None:
    """The coded event that tells a deed: the first of its type (and mode, where the deed names one and the coder does), in the words given.

    Without words, in none of another deed's.
    """
    words, text = report["deeds"][deed], report["text"]
    spans = [span_of(text, each) for each in ([words] if words else report["deeds"].values()) if each]
    fitting = [
        event
        for event in story.events
        if event.type in report["types"][deed]
        and (event.happened or event.reality == "denied")
        and any(event.trigger.span[0] < last and first < event.trigger.span[1] for first, last in spans) == bool(words)
    ]
    return next((event for event in fitting if report["modes"][deed] in event.modes), next(iter(fitting), None))


def span_of(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def pairwise(gold: dict[Telling, Hashable], said: dict[Telling, Hashable]) -> dict[str, float]:
    """Precision, recall and F1 of the pairs of tellings that are said to be one deed."""
    tellings = sorted(gold)
    both = ours = theirs = 0
    for at, one in enumerate(tellings):
        for other in tellings[at + 1 :]:
            together, joined = gold[one] == gold[other], said[one] == said[other]
            both += together and joined
            ours += joined
            theirs += together
    return shares("pairs", both / ours if ours else 1.0, both / theirs if theirs else 1.0)


def b_cubed(gold: dict[Telling, Hashable], said: dict[Telling, Hashable]) -> dict[str, float]:
    """B³: for each telling, the share of its group that is of its deed, and the share of its deed that is in its group; means."""
    groups: dict[Hashable, set[Telling]] = defaultdict(set)
    deeds: dict[Hashable, set[Telling]] = defaultdict(set)
    for telling in gold:
        groups[said[telling]].add(telling)
        deeds[gold[telling]].add(telling)
    shared = {telling: len(groups[said[telling]] & deeds[gold[telling]]) for telling in gold}
    precision = sum(shared[each] / len(groups[said[each]]) for each in gold) / len(gold)
    return shares("b3", precision, sum(shared[each] / len(deeds[gold[each]]) for each in gold) / len(gold))


def shares(name: str, precision: float, recall: float) -> dict[str, float]:
    total = precision + recall
    return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": 2 * precision * recall / total if total else 0.0}


def measure(names: Iterable[str] = SETS, coder: Coder | None = None) -> tuple[dict[str, float], list[str]]:
    """The figures of the sets, and in words what is wrong."""
    sets, coder, rules = read_sets(names), coder or Coder(), load()
    documents = [document(each["text"], str(each["published"]), source=each["source"], id=each["id"]) for each in sets.reports]
    stories = {story.document.id: story for story in coder.code_all(documents)}
    reports = {report.event_id: report for story in stories.values() for report in reports_of(story.events, story.document, rules)}
    group_of = {event_id: number for number, group in enumerate(gather(reports.values(), rules)) for event_id in group}
    gold, events = sets.tellings(), {}
    for report in sets.reports:
        for deed in report["deeds"]:
            events[report["id"], deed] = telling_event(stories[report["id"]], deed, report)
    said: dict[Telling, Hashable] = {telling: group_of[event.event_id] if event else telling for telling, event in events.items()}
    figures = {
        "tellings": float(len(gold)),
        "deeds": float(len(set(gold.values()))),
        "missed": float(sum(event is None for event in events.values())),
    }
    figures |= pairwise(gold, said) | b_cubed(gold, said)
    return figures, faults(gold, said, events, reports, rules)


def faults(gold: dict[Telling, str], said: dict[Telling, Hashable], events: Any, reports: dict[str, Report], rules: MergeRules) -> list[str]:
    """What is wrong, a line each: tellings missed, deeds torn apart, deeds run together, with the reasons of the closest pair."""
    lines = [f"missed     {report} does not tell {deed}" for (report, deed), event in events.items() if event is None]
    tellings = [each for each in sorted(gold) if events[each] is not None]
    for at, one in enumerate(tellings):
        for other in tellings[at + 1 :]:
            if (gold[one] == gold[other]) != (said[one] == said[other]):
                match = compare(reports[events[one].event_id], reports[events[other].event_id], rules)
                kind = "torn apart" if gold[one] == gold[other] else "run together"
                lines.append(f"{kind:12} {one[0]} | {other[0]}: {match.score:+.1f} {'; '.join(match.reasons)}")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS, action="append", help="one set alone")
    parser.add_argument("--errors", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    chosen, coder = options.set or list(SETS), Coder()
    for names in [*([name] for name in chosen if len(chosen) > 1), chosen]:
        figures, wrong = measure(names, coder)
        print(f"{' + '.join(names)}: {figures['tellings']:.0f} tellings of {figures['deeds']:.0f} deeds, {figures['missed']:.0f} not coded")
        for name in ("pairs", "b3"):
            values = "  ".join(f"{part} {figures[f'{name}_{part}']:.3f}" for part in ("precision", "recall", "f1"))
            print(f"  {name:6} {values}")
    broken = [name for name, floor in FLOORS.items() if figures[name] < floor]
    if options.errors:
        print("\n".join(wrong))
    print(f"broken: {', '.join(broken)}" if broken else f"floors held: {', '.join(f'{name} {floor:.2f}' for name, floor in FLOORS.items())}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
