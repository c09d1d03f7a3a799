"""Which pairs are asked about? Lines of JSON with a text and the spans of an actor and a recipient; a faulty line is an error of its own."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from whowhom.errors import InputError
from whowhom.limits import LONGEST_STORY, SNIFFED
from whowhom.read.story import is_binary

EXAMPLE = '{"id": "1", "text": "Chad thanked Mali.", "actor": [0, 4], "recipient": [13, 17]}'
Span = tuple[int, int]


class Asked(NamedTuple):
    """A pair and the id of its line; spans are `[start, end)` in characters of the text, None for a side that is not named."""

    id: str
    text: str
    actor: Span | None
    recipient: Span | None


def read_pairs(name: str) -> Iterator[Asked | InputError]:
    """The pairs of a .jsonl or .jsonl.gz file, or of standard input (`-`), line by line."""
    if name == "-":
        yield from _of_lines(sys.stdin.buffer, "standard input")
        return
    path = Path(name)
    opened = gzip.open if path.name.lower().endswith(".gz") else open
    try:
        with opened(path, "rb") as file:
            if is_binary(file.read(SNIFFED)):
                yield InputError(name, "this is binary data, not text", f"Give one pair a line: {EXAMPLE}")
                return
            file.seek(0)
            yield from _of_lines(file, str(path))
    except FileNotFoundError:
        yield InputError(name, "no such file", "Check its name")
    except IsADirectoryError:
        yield InputError(name, "this is a folder", "Give a .jsonl or .jsonl.gz file")
    except (OSError, EOFError, zlib.error) as error:
        yield InputError(name, f"it cannot be read to its end ({error})", "Check that it is a whole .jsonl or .jsonl.gz file")


def _of_lines(lines: Iterable[bytes], where: str) -> Iterator[Asked | InputError]:
    any_line = False
    for number, line in enumerate(lines, 1):
        if line.strip():
            any_line = True
            yield _of_line(line, f"{where}, line {number}")
    if not any_line:
        yield InputError(where, "there is nothing to read", f"Give one pair a line: {EXAMPLE}")


def _of_line(line: bytes, where: str) -> Asked | InputError:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return InputError(where, "not JSON", f"Write one object a line: {EXAMPLE}")
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str) or not asked["text"].strip():
        return InputError(where, "no text", f"Write one object a line: {EXAMPLE}")
    text = asked["text"]
    if len(text) > LONGEST_STORY:
        return InputError(where, f"the text has {len(text):,} characters, more than {LONGEST_STORY:,}", "Give the sentence alone")
    sides = [asked.get("actor"), asked.get("recipient")]
    if any(side is not None and not _is_span(side, text) for side in sides):
        return InputError(where, "actor or recipient is no span of the text", "Give [start, end) in characters, or null")
    actor, recipient = (tuple(side) if side is not None else None for side in sides)
    if actor is None and recipient is None:
        return InputError(where, "neither an actor nor a recipient", f"Mark at least one: {EXAMPLE}")
    return Asked(str(asked.get("id", where)), text, actor, recipient)


def _is_span(value: Any, text: str) -> bool:
    if not isinstance(value, list) or len(value) != 2 or not all(type(each) is int for each in value):
        return False
    return bool(0 <= value[0] < value[1] <= len(text))
