"""Lines of pairs are read one by one; a faulty line is an error that names it, and the others are answered."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from whowhom.errors import InputError
from whowhom.read.pairs import Asked, read_pairs

LINE = {"id": "a", "text": "Chad thanked Mali.", "actor": [0, 4], "recipient": [13, 17]}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("not json", "not JSON"),
        ("[1]", "no text"),
        ('{"text": " "}', "no text"),
        ('{"text": "Chad", "actor": [0, 9]}', "no span of the text"),
        ('{"text": "Chad", "actor": [2, 2]}', "no span of the text"),
        ('{"text": "Chad", "actor": "Chad"}', "no span of the text"),
        ('{"text": "Chad", "actor": [false, true]}', "no span of the text"),
        ('{"text": "Chad", "actor": null, "recipient": null}', "neither an actor nor a recipient"),
    ],
)
def test_a_faulty_line_is_an_error_and_the_next_is_read(line: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(f"{line}\n\n{json.dumps(LINE)}\n", encoding="utf-8")
    error, asked = read_pairs(str(path))
    assert isinstance(error, InputError)
    assert fault in str(error)
    assert "line 1" in str(error)
    assert asked == Asked("a", "Chad thanked Mali.", (0, 4), (13, 17))


def test_gzip_and_a_side_left_open(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({**LINE, "recipient": None}).encode(), mtime=0))
    assert list(read_pairs(str(path))) == [Asked("a", "Chad thanked Mali.", (0, 4), None)]


@pytest.mark.parametrize(("name", "content", "fault"), [("gone.jsonl", None, "no such file"), ("empty.jsonl", b"", "nothing to read")])
def test_what_cannot_be_read_is_one_error(name: str, content: bytes | None, fault: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    (error,) = read_pairs(str(path))
    assert isinstance(error, InputError)
    assert fault in str(error)
