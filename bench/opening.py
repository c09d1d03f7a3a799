"""How long does opening the knowledge take, and how much memory does it hold, beside loading the parser? Both in one run.

    python bench/opening.py

Prints processor seconds and MiB of the parser, of rules, names and gate, and of the classifier's weights. Bounds: 1 s and 200 MiB for the knowledge.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from whowhom.coder import Coder
from whowhom.parse.sentences import language

MIB = 2**20


def held() -> float:
    """The MiB of memory that the process holds now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB


def told(what: str, started: float, before: float, beside: str = "") -> None:
    print(f"{what:24} {time.process_time() - started:6.2f} s {held() - before:6.0f} MiB  {beside}")


def main() -> None:
    started, before = time.process_time(), held()
    language()
    told("parser", started, before)
    coder = Coder()
    started, before = time.process_time(), held()
    _ = coder.book, coder.gazetteer, coder.gate, coder.name
    told("rules, names, gate", started, before, "(bounds: 1 s, 200 MiB)")
    started, before = time.process_time(), held()
    coder.relate("Iran accused Iraq.", (0, 4), (13, 17))
    told("weights, first answer", started, before)


if __name__ == "__main__":
    main()
