"""How good is the coder with the learned classifier and without? Measures both and writes docs/accuracy.md.

    python eval/accuracy.py [--score FOLDER]

Own gold always; with `--score`, the folder of the scoreboard (`score.py`), its development sets too. About five minutes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from calibrate import reliability
from gate import figures

from whowhom.coder import Coder, Setup

TOP = Path(__file__).parent.parent
PAGE = TOP / "docs" / "accuracy.md"
SETS = {
    "gsr": (
        "type_any",
        "type_actor_recipient",
        "actor_span",
        "recipient_span",
        "actor_country",
        "recipient_country",
        "actor_sector",
        "extra_per_sentence",
    ),
    "plv": ("typed_f1", "pair_f1", "extra_per_sentence"),
    "where": ("accuracy_of_coded_verbs", "place_f1"),
    "muc": ("incident_f1", "type_f1", "slots_f1", "country_accuracy", "date_accuracy"),
    "cause": ("causal_precision", "causal_recall"),
}
RELATED = ("relate_accuracy", "relate_macro_f1", "relate_quad_accuracy", "relate_quad_macro_f1")
Figures = dict[str, float | None]


def run(*command: str, text: str | None = None) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, input=text).stdout  # noqa: S603


def coded(board: Path, name: str, folder: Path, *options: str) -> Figures:
    """The figures of one development set, coded with some options."""
    stories, events = folder / "stories.jsonl", folder / "events.jsonl"
    stories.write_text(run(sys.executable, str(board / "score.py"), "input", name), encoding="utf-8")
    run(sys.executable, "-m", "whowhom.cli", "code", str(stories), "--out", str(events), *options)
    metrics: Figures = json.loads(run(sys.executable, str(board / "score.py"), "score", name, str(events), "--json"))["metrics"]
    return {key: metrics[key] for key in SETS[name]}


def related(board: Path, folder: Path, *options: str) -> Figures:
    """The figures of the pairs whose spans are given."""
    answers = folder / "related.jsonl"
    pairs = run(sys.executable, str(board / "score.py"), "input", "plv", "--relate")
    answers.write_text(run(sys.executable, "-m", "whowhom.cli", "relate", *options, text=pairs), encoding="utf-8")
    metrics: Figures = json.loads(run(sys.executable, str(board / "score.py"), "score", "plv", str(answers), "--json"))["metrics"]
    return {key: metrics[key] for key in RELATED}


def table(head: str, one: Figures, other: Figures) -> str:
    def shown(value: float | None) -> str:
        return "–" if value is None else f"{value:.3f}"

    rows = "\n".join(f"| {name} | {shown(other.get(name))} | {shown(one[name])} |" for name in one)
    return f"| {head} | without | with |\n|---|---|---|\n{rows}\n"


def page(board: Path | None) -> str:
    parts = [
        "# How good is it\n\nMade by `python eval/accuracy.py`; do not edit. *With* and *without* the learned classifier of relations (`whowhom code`, "
        "`whowhom code --no-model`). What the classifier was made from and how it does on held-out sentences stands in `whowhom/relation/CARD.md`.\n",
        "## Our own gold\n\nSentences, stories and tables written for this project (`eval/gold`, `eval/tables`), coded by hand.\n",
        table("figure", figures(Coder())[0], figures(Coder(Setup(model=False)))[0]),
        "## Is 0.8 right eight times in ten\n\n" + reliability(),
    ]
    if board is not None:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            parts.append(
                "## Development sets\n\nSets of others, used for measuring alone: `gsr` and `plv` (PLOVER pairs and records), `where` (places of verbs), `muc` "
                "(incidents of long reports), `cause` (causal sentences). What each figure asks is told by the scoreboard.\n"
            )
            for name in SETS:
                parts.append(table(name, coded(board, name, folder), coded(board, name, folder, "--no-model")))
            parts.append(
                "`whowhom relate` on the pairs of `plv` with their spans given; *without* is here without the rules' vote: the classifier alone.\n"
            )
            parts.append(table("plv, spans given", related(board, folder), related(board, folder, "--no-rules")))
    return "\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--score", type=Path, help="folder of the scoreboard")
    PAGE.write_text(page(parser.parse_args().score), encoding="utf-8")


if __name__ == "__main__":
    main()
