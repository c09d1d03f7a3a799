"""How long does coding take beside the bare parse of the same texts, and how much memory? Ratios of one run.

    python bench/road.py [STORY.txt] [--copies 200]

Prints seconds of the bare spaCy parse (same model, same components), of coding by rules alone and with the classifier, their ratios, and the
largest memory of the process. Bounds: twice the bare parse by rules, half as much again with the classifier.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterable
from pathlib import Path

from whowhom.coder import Coder, Setup, document
from whowhom.parse.sentences import language

EXAMPLES = Path(__file__).parent.parent / "examples"
QUIET = "Clouds are likely in the north and the evening will be cool. The soup needs an onion, two carrots and a little salt. " * 12


def seconds(work: Iterable[object]) -> float:
    """The seconds it takes to run through an iterator."""
    started = time.perf_counter()
    for _ in work:
        pass
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", nargs="?", type=Path, default=EXAMPLES / "strike-and-reply.txt")
    parser.add_argument("--copies", type=int, default=200)
    options = parser.parse_args()
    text = options.story.read_text(encoding="utf-8")
    coder, rules = Coder(), Coder(Setup(model=False))
    for each in (coder, rules):
        each.code(text)  # everything is loaded before the clocks run
    stories = [document(text, published="2024-03-14", id=f"copy-{number}") for number in range(options.copies)]
    quiet = [document(QUIET, id=f"quiet-{number}") for number in range(options.copies)]
    bare = seconds(language().pipe((each.text for each in stories), batch_size=64))
    ruled = seconds(rules.code_all(stories))
    coded = seconds(coder.code_all(stories))
    bare_quiet = seconds(language().pipe((each.text for each in quiet), batch_size=64))
    dismissed = seconds(coder.code_all(quiet))
    print(f"bare parse of {options.copies} stories  {bare:8.2f} s")
    print(f"coding by rules alone          {ruled:8.2f} s   {ruled / bare:.2f} x the bare parse (bound: 2)")
    print(f"coding with the classifier     {coded:8.2f} s   {coded / bare:.2f} x the bare parse (bound: 3)")
    print(f"stories without a deed         {dismissed:8.2f} s   dismissed at {bare_quiet / dismissed:.0f} x the speed of the parser")
    print(f"largest memory                 {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB (bound: 1024)")


if __name__ == "__main__":
    main()
