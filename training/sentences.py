"""What are the training sentences? Reads the marked sentences of `training/written` and says what is wrong with them.

    python training/sentences.py --check     malformed lines and counts of each type, mode, reality and style

A line is `TYPE/mode+mode | reality | style | text`, with `A[…]` round the actor, `R[…]` round the recipient and `T[…]` round the words of the deed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

TOP = Path(__file__).parent.parent
WRITTEN = Path(__file__).parent / "written"
TYPES: dict[str, list[str]] = {
    name: sorted(kind.get("modes", {}))
    for name, kind in yaml.safe_load((TOP / "whowhom" / "knowledge" / "plover.yaml").read_text(encoding="utf-8"))["types"].items()
}
NONE = "none"
REALITIES = ("asserted", "alleged", "denied", "negated", "planned", "threatened", "hypothetical")
STYLES = frozenset({"agency", "local", "headline", "statement", "long", "manual"})
MARK = re.compile(r"(?<![\w])([ART])\[([^\[\]]*)\]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair in a sentence and the deed between them; spans are `[start, end)` in characters of `text`.

    `reality` is None where nobody said; `origin` names the file or the way it was made, `family` what it must not be split from.
    """

    text: str
    actor: Span | None
    recipient: Span | None
    trigger: Span | None
    type: str
    modes: tuple[str, ...]
    reality: str | None
    style: str
    origin: str
    family: str


class MalformedError(ValueError):
    """A line that is not a marked sentence, and why."""


def example_of(line: str, origin: str) -> Example:
    """The example that a line of a written file tells. Raises MalformedError."""
    fields = [each.strip() for each in line.split(" | ", 3)]
    if len(fields) != 4:
        raise MalformedError("four fields are wanted: TYPE/modes | reality | style | sentence")
    label, reality, style, marked = fields
    name, _, rest = label.partition("/")
    modes = tuple(each for each in rest.split("+") if each)
    if name != NONE and name not in TYPES:
        raise MalformedError(f"no such type: {name}")
    if strangers := [mode for mode in modes if name == NONE or mode not in TYPES[name]]:
        raise MalformedError(f"{name} has no mode {', '.join(strangers)}")
    if (reality not in REALITIES) if name != NONE else reality != "-":
        raise MalformedError(f"no such reality for {name}: {reality}")
    if style not in STYLES:
        raise MalformedError(f"no such style: {style}")
    text, spans = unmark(marked)
    if "A" not in spans and "R" not in spans:
        raise MalformedError("neither an actor nor a recipient is marked")
    if name != NONE and "T" not in spans:
        raise MalformedError("no words of the deed are marked")
    told = None if name == NONE else reality
    return Example(text, spans.get("A"), spans.get("R"), spans.get("T"), name, modes, told, style, origin, text)


def unmark(marked: str) -> tuple[str, dict[str, Span]]:
    """The plain text and the spans of its marks. Raises MalformedError where a mark stands twice or brackets are left."""
    text, spans, at = "", {}, 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        if match[1] in spans:
            raise MalformedError(f"{match[1]}[…] stands twice")
        if not match[2].strip():
            raise MalformedError(f"{match[1]}[] is empty")
        spans[match[1]] = (len(text), len(text) + len(match[2]))
        text += match[2]
        at = match.end()
    text += marked[at:]
    if "[" in text or "]" in text:
        raise MalformedError("a bracket that is no mark")
    return text, spans


def lines_of(folder: Path = WRITTEN) -> Iterator[tuple[Path, int, str]]:
    """File, line number and text of every line that is neither blank nor a comment."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield path, number, line


def written(folder: Path = WRITTEN) -> list[Example]:
    """The examples of all written files, in order, each marked sentence once. Raises MalformedError with file and line."""
    found: list[Example] = []
    for path, number, line in lines_of(folder):
        try:
            found.append(example_of(line, f"written/{path.stem}"))
        except MalformedError as error:
            raise MalformedError(f"{path.name}, line {number}: {error}: {line[:120]}") from error
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="list malformed lines")
    parser.parse_args()
    good, bad = [], 0
    for path, number, line in lines_of():
        try:
            good.append(example_of(line, f"written/{path.stem}"))
        except MalformedError as error:
            bad += 1
            print(f"{path.name}, line {number}: {error}: {line[:160]}", file=sys.stderr)
    types = Counter(each.type for each in good)
    for name, modes in (*TYPES.items(), (NONE, [])):
        tally = Counter(mode for each in good if each.type == name for mode in each.modes)
        print(f"{name:10} {types[name]:5}  {' '.join(f'{mode} {tally[mode]}' for mode in modes)}")
    print(f"{len(good)} examples, {len({each.text for each in good})} distinct sentences, {bad} malformed")
    print(dict(Counter(each.reality for each in good)), dict(Counter(each.style for each in good)))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
