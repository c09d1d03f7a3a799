"""What does the learned classifier cost? Coding with it against coding by rules alone, in one run.

    python bench/relation.py [--copies 40]

Two streams: stories dense with events (the example pages), and a stream in which one story in ten is such a page and the others have no deed
but news words enough to be parsed. Bounds: a half and a tenth more time.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from whowhom.coder import Coder, Setup, document
from whowhom.model import Document

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
NO_DEED = (
    "The museum opened a new wing on Friday and the queue went round the block. Visitors met the architect, who agreed that the roof was late. "
    "The orchestra will visit three towns in spring. The chef attacked the question of salt with relish, and a critic praised the soup. "
) * 4


def seconds(coder: Coder, stories: list[Document]) -> float:
    started = time.perf_counter()
    for _ in coder.code_all(stories):
        pass
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=40)
    copies = parser.parse_args().copies
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    dense = [document(text, "2024-03-14", id=f"{at}-{number}") for number in range(copies) for at, text in enumerate(texts)]
    mixed = [
        document(texts[number % len(texts)] if number % 10 == 0 else NO_DEED, "2024-03-14", id=str(number)) for number in range(len(texts) * copies)
    ]
    rules, both = Coder(Setup(model=False)), Coder()
    for coder in (rules, both):
        coder.code(texts[0])  # everything is loaded before the clocks run
    for name, stories, bound in (("dense with events", dense, 1.5), ("one story in ten", mixed, 1.1)):
        alone, together = seconds(rules, stories), seconds(both, stories)
        print(f"{name:18} rules {alone:6.2f} s, with the classifier {together:6.2f} s: {together / alone:.2f} x (bound: {bound})")


if __name__ == "__main__":
    main()
