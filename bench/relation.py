"""What does the learned classifier cost? Coding with it against coding by rules alone, in one run.

    python bench/relation.py [--copies 40]

Two streams: stories dense with events (the example pages), and a stream in which one story in ten is such a page and the others have no deed,
only its words in other senses (sport, weather, culture), so that they are parsed and asked about. Bounds: a half and a tenth more time.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from whowhom.coder import Coder, Setup, document
from whowhom.model import Document

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
NO_DEED = (
    "The city museum opened its new wing on Friday, and the queue went round the block before noon. Visitors met the architect, who said that the "
    "roof was late and the glass had come from two makers. Tickets cost nine crowns and are half that for pupils. The keeper of prints said the "
    "light was the best in the north.\n\n"
    "The home side attacked from the first whistle and took the lead after a corner, but the visitors struck back twice before the break. Their "
    "captain, who is thirty-four, will miss the next two games with a bad knee. The coach praised the bench.\n\n"
    "Rain is likely on the coast until Tuesday and snow above nine hundred metres. Ferries run as usual. Growers say the late frost has cost them "
    "a tenth of the plums, and prices may rise by summer. A spokeswoman for the mill said it would take on forty people in March, most of them "
    "for the night shift.\n\n"
    "The orchestra will visit three towns in spring with a programme of dances. Its conductor studied in Graz and has written two books on "
    "tuning.\n\n"
)


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
