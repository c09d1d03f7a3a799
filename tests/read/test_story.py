"""Reading inputs: every kind, wrong encodings, and one clear error for what cannot be read."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from whowhom.errors import InputError
from whowhom.model import Document
from whowhom.read.story import count_stories, decoded, left_out, read_inputs

PAGE = (
    "<!doctype html><html><head><title>Shelling in Marib</title><meta property='article:published_time' content='2024-03-14T08:00:00Z'></head>"
    "<body><article><p>Rebels shelled the town of Haradh on Tuesday, medics said after the attack.</p>"
    "<p>Five people were killed in the shelling, which lasted for several hours.</p></article></body></html>"
)


def read_one(path: Path) -> Document | InputError:
    found = list(read_inputs([str(path)]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", b"Rebels shelled Marib.", "Rebels shelled Marib."),
        ("a.txt", "Zür\u00adich caf\u00e9".encode(), "Zür\u00adich café"),
        ("bom.txt", b"\xef\xbb\xbfRebels", "Rebels"),
        ("utf16.txt", "Rebels in Medellín".encode("utf-16"), "Rebels in Medellín"),
        ("latin.txt", "Rebels in Medellín".encode("cp1252"), "Rebels in Medellín"),
        ("mixed.txt", "Medellín and ".encode() + "Bogotá".encode("cp1252"), "Medellín and Bogotá"),
        ("quotes.txt", b"The \x93raid\x94 failed", "The “raid” failed"),
    ],
)
def test_texts_are_read_whatever_their_encoding(tmp_path: Path, name: str, content: bytes, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = read_one(path)
    assert isinstance(found, Document)
    assert found.text == text


def test_a_declared_charset_is_believed_where_utf_8_fails() -> None:
    page = "<meta charset='iso-8859-5'><p>Москва</p>"
    assert "Москва" in decoded(page.encode("iso-8859-5"), "page.html")


def test_a_page_gives_title_day_and_how_it_is_known(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    found = read_one(path)
    assert isinstance(found, Document)
    assert (found.title, found.published, found.published_from) == ("Shelling in Marib", "2024-03-14", "meta article:published_time")
    assert found.text.startswith("Rebels shelled")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.html", b"  \n ", "the file is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "binary data"),
        ("nothing.html", b"<html><body></body></html>", "no story was found"),
        ("table.xlsx", b"PK", "this kind of file is not known"),
        ("lines.jsonl", b"", "the file is empty"),
        ("bad.jsonl", b"{not json}\n", "line 1: not JSON"),
        ("list.jsonl", b"[1]\n", "not an object"),
        ("number.jsonl", b'{"text": 5}\n', "text must be text"),
        ("untold.jsonl", b'{"id": "a"}\n', "has no text"),
        ("day.jsonl", b'{"text": "x", "published": "yesterday"}\n', "Write it as YYYY-MM-DD"),
        ("bytes.jsonl", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "binary data"),
        ("huge.html", f"<p>{'Rebels shelled Marib. ' * 50_000}</p>".encode(), "the page shows 1,1"),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 999, mtime=0)[:40], "cannot be read to its end"),
    ],
)
def test_what_cannot_be_read_gives_one_error_that_names_it(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = list(read_inputs([str(path)]))
    assert isinstance(found[-1], InputError)
    assert str(path) in str(found[-1])
    assert words in str(found[-1])


def test_a_missing_file_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Rebels shelled Marib.", encoding="utf-8")
    found = list(read_inputs([str(tmp_path / "gone.txt"), str(good)]))
    assert isinstance(found[0], InputError)
    assert isinstance(found[1], Document)


def test_lines_are_read_whatever_their_encoding(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + '{"id": "a", "text": "Medellín"}\r\n'.encode() + '{"id": "b", "text": "Bogotá"}\n'.encode("cp1252"))
    assert [found.text for found in read_inputs([str(path)]) if isinstance(found, Document)] == ["Medellín", "Bogotá"]


def test_jsonl_keeps_texts_character_for_character_and_refuses_a_repeated_id(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": "  Two\n\nparagraphs ", "published": "2024-03-14"},
        {"id": "a", "text": "again"},
        {"title": "Rebels Shell Marib", "text": ""},
    ]
    path = tmp_path / "stories.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode(), mtime=0))
    first, second, third = read_inputs([str(path)])
    assert isinstance(first, Document)
    assert (first.text, first.published) == ("  Two\n\nparagraphs ", "2024-03-14")
    assert isinstance(second, InputError)
    assert "was read before" in str(second)
    assert isinstance(third, Document)
    assert third.text == "Rebels Shell Marib"


def test_a_copy_of_a_text_is_called_a_copy_and_an_address_is_not_fetched(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Rebels shelled Marib.", encoding="utf-8")
    _, copy, address, nothing = read_inputs([str(tmp_path), "https://example.org/story.html", ""])
    assert "this name is empty" in str(nothing)
    assert "b.txt: the same text was read before" in str(copy)
    assert "https://example.org/story.html: nothing is fetched from the net" in str(address)


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", "a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Story {name}", encoding="utf-8")
    (tmp_path / "note.pdf").write_bytes(b"%PDF")
    texts = [found.text for found in read_inputs([str(tmp_path)]) if isinstance(found, Document)]
    assert texts == ["Story a.txt", "Story b.txt", "Story sub/a.txt"]
    assert left_out([str(tmp_path), "-"]) == {".pdf": 1}


@pytest.mark.parametrize(("data", "count"), [(b"Rebels shelled Marib.", 1), (b'{"text": "a"}\n{"text": "b"}\n', 2), (PAGE.encode(), 1)])
def test_standard_input_holds_a_text_a_page_or_lines(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(read_inputs(["-"], "2020-01-01"))
    assert len(found) == count
    assert all(isinstance(each, Document) and each.published for each in found)


def test_stories_are_counted_beforehand_where_that_can_be_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One story.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "two"}\n\n{"text": "three"}\n', encoding="utf-8")
    assert count_stories([str(tmp_path), str(tmp_path / "a.txt")]) == 4
    assert count_stories([str(tmp_path), "-"]) is None
    assert count_stories(["stories.jsonl.gz"]) is None
