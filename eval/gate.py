"""How good is the coder on our own gold, and has it become worse? Scores eval/gold and holds eval/floors.json.

    python eval/gate.py              scores, prints, fails (exit 1) when a figure is below its floor
    python eval/gate.py --errors 20  and shows so many misses, wrong fields and extra events of each sort
    python eval/gate.py --raise      lifts the floors to the figures reached (they never sink)
    python eval/gate.py --lower METRIC=VALUE --reason "why"   the only way down; the reason is kept in floors.json
    python eval/gate.py --files eval/fresh/*_held.jsonl       scores other files of the same form, without floors

An event of the gold is found by the coded event of its type that agrees with it in most fields (trigger, parties, place, date).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
GOLD, FRESH, FLOORS = HERE / "gold", HERE / "fresh", HERE / "floors.json"
SLACK = 0.005  # a floor is held if the figure is this close: one sentence in two hundred
TOLD = frozenset({"asserted", "alleged", "planned", "threatened", "denied", "negated"})
HAPPENED = frozenset({"asserted", "alleged"})
Record = dict[str, Any]


@dataclass
class Tally:
    """Right and asked of each figure, and examples of what went wrong."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    asked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, name: str, holds: bool, fault: str = "") -> None:
        self.asked[name] += 1
        self.right[name] += holds
        if not holds and fault:
            self.faults[name].append(fault)

    def share(self, name: str) -> float:
        return self.right[name] / self.asked[name] if self.asked[name] else 0.0


def words_of(parties: list[Record]) -> str:
    return " | ".join(f"{party['text']} {party['name']}" for party in parties).casefold()


def side_holds(coded: Record, gold: Record, role: str) -> bool:
    """All gold parties are named by a coded one; nobody is coded where the gold has nobody."""
    wanted, said = gold.get(role) or [], words_of(coded[role])
    if not wanted:
        return not coded[role]
    heads = [name.casefold().split()[-1].rstrip(".,") for name in wanted]
    return all(name.casefold() in said or head in said for name, head in zip(wanted, heads, strict=True))


def countries_hold(coded: Record, gold: Record, role: str) -> bool:
    return set(gold.get(f"{role}_country") or []) <= {party["country"] for party in coded[role]}


def place_holds(coded: Record, gold: Record) -> bool:
    place, wanted = coded["place"], gold.get("place")
    if not wanted:
        return place is None
    return place is not None and (wanted.casefold() in f"{place['text']} {place['name']}".casefold() or place["text"].casefold() in wanted.casefold())


def date_holds(coded: Record, gold: Record) -> bool:
    date, wanted = coded["date"], gold.get("date")
    if not wanted:
        return date is None or date["start"] is None
    return date is not None and [date["start"], date["end"]] == wanted


def harm_holds(coded: Record, wanted: Record) -> bool:
    return any(harm["kind"] == wanted["kind"] and all(harm[key] == wanted.get(key) for key in ("low", "best", "high")) for harm in coded["harm"])


def likeness(coded: Record, gold: Record) -> float:
    """How well a coded event of the right type fits a gold event."""
    trigger = gold.get("trigger", "").casefold()
    triggers = " ".join(each["quote"] for each in coded["evidence"] if each["field"] == "trigger").casefold()
    return (
        2.0 * bool(trigger and any(word in triggers for word in trigger.split()))
        + side_holds(coded, gold, "actor")
        + side_holds(coded, gold, "recipient")
        + place_holds(coded, gold)
        + date_holds(coded, gold)
        + (coded["reality"] == gold.get("reality", "asserted"))
    )


def paired(line: Record, free: list[Record]) -> dict[int, int]:
    """Which coded event (its number in `free`) tells which gold event of a text: best pairs first, each once."""
    pairs = sorted(
        (
            (likeness(event, gold), at, number)
            for at, event in enumerate(free)
            for number, gold in enumerate(line["events"])
            if event["type"] == gold["type"]
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, at, number in pairs:
        if at not in used and number not in taken:
            taken[number] = at
            used.add(at)
    return taken


def score_text(line: Record, events: list[Record], tally: Tally) -> None:
    """Notes every field of the paired events of one text, what was missed and what is extra."""
    text = " ".join(line["text"].split())
    free = [event for event in events if event["reality"] in TOLD]
    taken = paired(line, free)
    used = set(taken.values())
    for number, gold in enumerate(line["events"]):
        found = free[taken[number]] if number in taken else None
        tally.note("recall", found is not None, f"{text}\n      wanted {gold['type']} “{gold.get('trigger', '')}”; said {brief(free)}")
        if found is not None:
            score_fields(text, found, gold, tally)
    for at, event in enumerate(free):
        if event["reality"] in HAPPENED or at in used:
            tally.note("precision", at in used, f"{text}\n      extra {brief([event])}")
    if not line["events"]:
        tally.note("traps_clean", not any(event["reality"] in HAPPENED for event in free), f"{text}\n      said {brief(free)}")


def head_of(name: str) -> str:
    """The word that says what somebody is: "ministry" of "the finance ministry in Warsaw"."""
    return re.split(r" (?:in|of|to|from|at|for) ", name.casefold())[0].split()[-1]


def score_fields(text: str, coded: Record, gold: Record, tally: Tally) -> None:
    def note(name: str, holds: bool) -> None:
        tally.note(name, holds, f"{text}\n      wanted {json.dumps(gold, ensure_ascii=False)}\n      said {brief([coded])}")

    note("modes", set(gold.get("modes") or []) <= set(coded["modes"]))
    for role in ("actor", "recipient"):
        note(role, side_holds(coded, gold, role))
        if gold.get(f"{role}_country"):
            note(f"{role}_country", countries_hold(coded, gold, role))
    note("place", place_holds(coded, gold))
    note("date", date_holds(coded, gold))
    note("reality", coded["reality"] == gold.get("reality", "asserted"))
    for wanted in gold.get("harm") or []:
        note("harm", harm_holds(coded, wanted))
    for claimant in gold.get("claimants") or []:
        tellers = [claim["claimant"] for claim in coded["claims"] if claim["claimant"]] + [
            harm["claimant"] for harm in coded["harm"] if harm["claimant"]
        ]
        note("claims", head_of(claimant) in words_of(tellers))


def brief(events: list[Record]) -> str:
    return (
        "; ".join(
            f"{event['type']}{'/' + '+'.join(event['modes']) if event['modes'] else ''} “{event['trigger']['text']}” "
            f"{words_of(event['actor']) or '?'} → {words_of(event['recipient']) or '?'}"
            f"{' @' + event['place']['name'] if event['place'] else ''}"
            f"{' on ' + str(event['date']['start']) + '–' + str(event['date']['end']) if event['date'] else ''} {event['reality']}"
            for event in events
        )
        or "no event"
    )


def figures(coder: Any, files: list[Path] | None = None) -> tuple[dict[str, float], Tally]:
    """The figures of all gold files together and of the tables, or of some files alone, coded by a coder."""
    from tables import results

    from whowhom.coder import document

    paths = sorted(files or GOLD.glob("*.jsonl"))
    lines = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    tally = Tally()
    for name, holds, fault in results(coder) if not files else ():
        tally.note(name, holds, fault)
    stories = coder.code_all(document(line["text"], line.get("published"), line.get("title"), id=line["id"]) for line in lines)
    for line, story in zip(lines, stories, strict=True):
        score_text(line, [json.loads(event.as_json()) for event in story.events], tally)
    found = {name: round(tally.share(name), 4) for name in sorted(tally.asked)}
    total = found["precision"] + found["recall"]
    found["f1"] = round(2 * found["precision"] * found["recall"] / total, 4) if total else 0.0
    return found, tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--only", help="show errors of this figure alone")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", metavar="METRIC=VALUE")
    parser.add_argument("--reason")
    parser.add_argument("--no-model", dest="model", action="store_false", help="by rules alone; floors are those with the classifier")
    parser.add_argument("--files", nargs="+", type=Path, help="score these files in place of eval/gold, and hold no floors")
    options = parser.parse_args()
    if options.files and (options.lift or options.lower):
        parser.error("floors are those of eval/gold: --files goes with neither --raise nor --lower")
    kept: Record = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() and not options.files else {"floors": {}, "lowered": []}
    from whowhom.coder import Coder, Setup

    found, tally = figures(Coder(Setup(model=options.model)), options.files)
    broken = [name for name, floor in kept["floors"].items() if found.get(name, 0.0) < floor - SLACK]
    for name, value in found.items():
        floor = kept["floors"].get(name)
        print(
            f"{name:18} {value:.3f}  of {tally.asked.get(name, 0) or '–':>5}  floor {'–' if floor is None else f'{floor:.3f}'}{'  BROKEN' if name in broken else ''}"
        )
    for name, faults in tally.faults.items():
        if options.errors and options.only in (None, name):
            print(f"\n{name.upper()}")
            for fault in random.Random(0).sample(faults, min(options.errors, len(faults))):  # noqa: S311
                print(f"  - {fault}")
    if options.lift:
        kept["floors"] = {name: max(value, kept["floors"].get(name, 0.0)) for name, value in found.items()}
    if options.lower:
        if not options.reason:
            parser.error("--lower needs --reason")
        name, value = options.lower.split("=")
        kept["floors"][name] = float(value)
        kept["lowered"].append({"metric": name, "to": float(value), "reason": options.reason})
    if options.lift or options.lower:
        FLOORS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    if not options.files:
        print("\nall floors held" if not broken else f"\nbroken: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
