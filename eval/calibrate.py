"""Does 0.8 mean eight in ten? Fits the weights of `confidence` on our own gold and says how well they hold on events they were not fitted on.

    python eval/calibrate.py            prints the reliability table and the expected calibration error
    python eval/calibrate.py --write    and writes whowhom/knowledge/confidence.yaml

An event is right if the gold has an event of its type for it (as `gate.py` pairs them). The table is cross-validated by text: five folds.
"""

from __future__ import annotations

import argparse
import json
import zlib

import numpy as np
from gate import GOLD, HAPPENED, TOLD, paired
from numpy.typing import NDArray

from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder, document
from whowhom.coding.assemble import assemble, named
from whowhom.coding.confidence import features_of
from whowhom.pipeline import drafted

FOLDS, BINS = 5, 5
RIDGE = 1.0  # pull of the weights to zero, in events; keeps rare features modest
STEPS = 50  # of Newton's method; it settles within ten
Floats = NDArray[np.float64]


def observed(coder: Coder) -> tuple[list[dict[str, float]], Floats, list[int]]:
    """Features, whether it is right, and fold of every event of the gold that is told as having happened."""
    features, right, folds = [], [], []
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            one = document(line["text"], line.get("published"), line.get("title"), id=line["id"])
            draft, ties = drafted(one, coder._parse([one])[0], coder.book, coder.gazetteer, coder.classifier)
            deeds = {(named(deed), deed.type): deed for deed in draft.deeds}
            events = [event for event in assemble(draft, ties, [], "") if event.reality in TOLD]
            used = set(paired(line, [json.loads(event.as_json()) for event in events]).values())
            for at, event in enumerate(events):
                if event.reality in HAPPENED or at in used:
                    features.append(features_of(deeds[event.trigger.span, event.type]))
                    right.append(float(at in used))
                    folds.append(zlib.crc32(line["id"].encode()) % FOLDS)
    return features, np.array(right), folds


def fitted(rows: Floats, right: Floats) -> Floats:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - said) - RIDGE * weights
        curve = (rows * (said * (1 - said))[:, None]).T @ rows + RIDGE * np.eye(rows.shape[1])
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def cross_validated(rows: Floats, right: Floats, folds: list[int]) -> Floats:
    """The confidence of each event by weights fitted on the other folds."""
    said, fold = np.zeros(len(right)), np.array(folds)
    for at in range(FOLDS):
        said[fold == at] = 1 / (1 + np.exp(-rows[fold == at] @ fitted(rows[fold != at], right[fold != at])))
    return said


def table(said: Floats, right: Floats) -> tuple[str, float]:
    """Reliability by equally filled bins, and the expected calibration error: mean distance of said and found, by events."""
    order, error, lines = np.argsort(said, kind="stable"), 0.0, []
    for part in np.array_split(order, BINS):
        mean, found = float(said[part].mean()), float(right[part].mean())
        error += abs(mean - found) * len(part) / len(said)
        lines.append(f"| {said[part].min():.2f} to {said[part].max():.2f} | {len(part)} | {mean:.2f} | {found:.2f} |")
    return "| confidence | events | mean said | share right |\n|---|---|---|---|\n" + "\n".join(lines) + "\n", error


def reliability(write: bool = False) -> str:
    """The reliability table of the gold as text; with `write`, the weights fitted on all of it are kept."""
    features, right, folds = observed(Coder())
    names = list(features[0])
    rows = np.array([[each[name] for name in names] for each in features])
    said = cross_validated(rows, right, folds)
    lines, error = table(said, right)
    if write:
        path = knowledge_folder() / "confidence.yaml"
        head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        weights = [f"{name}: {value:.3f}" for name, value in zip(names, fitted(rows, right), strict=True)]
        path.write_text("\n".join([*head, *weights]) + "\n", encoding="utf-8")
    return f"{lines}\nExpected calibration error {error:.3f}, cross-validated over {len(right)} events of our own gold in {FOLDS} folds by text.\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    print(reliability(parser.parse_args().write))


if __name__ == "__main__":
    main()
