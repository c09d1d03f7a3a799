"""Writes what the documents show of the program: the outputs in README.md and docs/codebook.md. A test holds them current.

python docs/make.py
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from whowhom import codebook, handbook

TOP = Path(__file__).parent.parent
BLOCK = re.compile(r"(```console\n\$ (whowhom [^\n]+)\n)(.*?)(```)", re.DOTALL)


def output_of(command: str) -> str:
    """What a command of the README prints, run at the top of the checkout."""
    words = command.split()
    done = subprocess.run([sys.executable, "-m", "whowhom.cli", *words[1:]], cwd=TOP, capture_output=True, text=True, check=True)  # noqa: S603
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def readme(text: str) -> str:
    """The README with the real output under every command that it shows."""
    return BLOCK.sub(lambda match: match[1] + output_of(match[2]) + match[4], text)


def main() -> None:
    path = TOP / "README.md"
    path.write_text(readme(path.read_text(encoding="utf-8")), encoding="utf-8")
    (TOP / "docs" / "codebook.md").write_text(handbook.page(codebook.load()), encoding="utf-8")


if __name__ == "__main__":
    main()
