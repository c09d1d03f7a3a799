"""Writes what the documents show of the program: the outputs in README.md, in the tutorial and the how-tos, docs/codebook.md, docs/crosswalks.md
and docs/formats.md.
A test holds them current.

python docs/make.py
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from whowhom import codebook, handbook
from whowhom.store.export.views import VIEWS

TOP = Path(__file__).parent.parent
HEX = re.compile(r"\b(?:[0-9a-f]{16}|i[0-9a-f]{15}|[0-9a-f]{64})\b")
PAGES = ("tutorial.md", "how-to-database.md", "how-to-rules.md")
FILE = re.compile(r"```\w+ ([\w./-]+)\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"(```console\n\$ (whowhom [^\n]+)\n)(.*?)(```)", re.DOTALL)


def output_of(command: str, folder: Path = TOP) -> str:
    """What a command of a page prints, run at the top of the checkout or in a folder."""
    words = shlex.split(command)
    known = {**os.environ, "PYTHONPATH": str(TOP)}
    program = [sys.executable, "-m", "whowhom.cli", *words[1:]]
    done = subprocess.run(program, cwd=folder, env=known, capture_output=True, text=True, check=True)  # noqa: S603
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def readme(text: str) -> str:
    """The README with the real output under every command that it shows."""
    return BLOCK.sub(lambda match: match[1] + output_of(match[2]) + match[4], text)


def how_to(text: str) -> str:
    """A page with the real output under every command, run one after the other in a folder that holds the examples and the files that the page shows.

    Ids and checksums become dots, as they change with every word of the codebook.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(TOP / "examples")
        for path, content in FILE.findall(text):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8")
        return BLOCK.sub(lambda match: match[1] + HEX.sub(lambda each: "·" * len(each[0]), output_of(match[2], folder)) + match[4], text)


def formats() -> str:
    """The formats of `whowhom export` with their columns, and what each loses."""
    parts = [
        "# Formats\n\nWhat `whowhom export --format F` writes, and what each format cannot hold. Made by docs/make.py from the program's own tables.\n"
    ]
    for name, view in VIEWS.items():
        columns = "\n".join(f"| `{column}` | {meaning} |" for column, meaning in view.columns)
        parts.append(f"\n## {name}\n\nNot in it: {view.loses}.\n\n| column | meaning |\n|---|---|\n{columns}\n")
    return "".join(parts)


def main() -> None:
    path = TOP / "README.md"
    path.write_text(readme(path.read_text(encoding="utf-8")), encoding="utf-8")
    for each in PAGES:
        page = TOP / "docs" / each
        page.write_text(how_to(page.read_text(encoding="utf-8")), encoding="utf-8")
    (TOP / "docs" / "formats.md").write_text(formats(), encoding="utf-8")
    (TOP / "docs" / "crosswalks.md").write_text(handbook.crosswalks(codebook.load()), encoding="utf-8")
    (TOP / "docs" / "codebook.md").write_text(handbook.page(codebook.load()), encoding="utf-8")


if __name__ == "__main__":
    main()
