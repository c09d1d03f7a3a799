"""How much does a vote of the rules weigh beside the learned classifier? Fits the factors of whowhom/relation/votes.json on our own gold and unread copy.

    python eval/votes.py            prints the factor of each kind of vote and how many pairs it rests on
    python eval/votes.py --write    and goes half of the way to them from what stands there: a fit on a thousand pairs swings from one training to the next.
                                    Once after a training: each further run goes further

The classifier did not learn from these sentences. Of fresh copy only the half that nobody reads is taken: rules were widened by the other half, and
their votes would look better there than they are. Votes count for given pairs alone (`Coder.relate`), so that half still measures coding.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from pathlib import Path

from gate import FRESH, GOLD, HAPPENED

from whowhom.coder import Coder, Setup, document
from whowhom.coding.relation import FOLDER, Classifier, Pair
from whowhom.coding.votes import STANDINGS, Vote, pooled, vote_of, weight_of

FACTORS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0)
FEWEST = 30  # pairs with a kind of vote; on fewer no factor is fitted
SURPRISED = 1e-4  # the least probability that counts, so that one sure error does not decide
Case = tuple[str, dict[str, float], Vote]  # the gold's type, what the classifier says, the rules' vote


def pairs() -> Iterator[tuple[str, Pair]]:
    """The type and the two parties of every event of the gold that has two, told as having happened."""
    for path in sorted((*GOLD.glob("*.jsonl"), *FRESH.glob("*_held.jsonl"))):
        for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            for event in line["events"]:
                sides = [*event["actor"][:1], *(event["recipient"] or event["actor"][1:])[:1]]
                spans = [(at, at + len(side)) for side in sides if (at := line["text"].lower().find(side.lower())) >= 0]
                if event["reality"] in HAPPENED and len(spans) == 2 and (spans[0][1] <= spans[1][0] or spans[1][1] <= spans[0][0]):
                    yield event["type"], Pair(line["text"], spans[0], spans[1])


def cases() -> list[Case]:
    """Every pair of the gold for which the rules have a vote."""
    types, asked = zip(*pairs(), strict=True)
    answers = Classifier(FOLDER).relate(asked)
    stories = Coder(Setup(model=False)).code_all(document(pair.text) for pair in asked)
    votes = [vote_of(pair, story.events) for pair, story in zip(asked, stories, strict=True)]
    return [(kind, answer.types, vote) for kind, answer, vote in zip(types, answers, votes, strict=True) if vote]


def factor_of(here: list[Case]) -> float:
    """The factor for votes of one kind: the mean of all, each by how likely it makes the types, so that a near tie does not jump."""

    def surprise(factor: float) -> float:
        return -sum(math.log(max(pooled(types, vote, {vote.weight: factor}).get(kind, 0.0), SURPRISED)) for kind, types, vote in here)

    found = [surprise(factor) for factor in FACTORS]
    likely = [math.exp(min(found) - each) for each in found]
    return round(math.exp(sum(share * math.log(factor) for share, factor in zip(likely, FACTORS, strict=True)) / sum(likely)), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    found, known, before = {}, cases(), Classifier(FOLDER).votes
    for weight in (weight_of(standing, alone) for standing in STANDINGS for alone in (True, False)):
        here = [case for case in known if case[2].weight == weight]
        fitted = factor_of(here) if len(here) >= FEWEST else 1.0
        found[weight] = round(math.sqrt(fitted * before.get(weight, fitted)), 1)
        print(f"{weight:16} {fitted:5} of {len(here)} pairs, half way {found[weight]:5}")
    if parser.parse_args().write:
        (Path(FOLDER) / "votes.json").write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
