"""Which stories does an input hold? Files, folders and standard input, one document after the other; faults are told, never fatal."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whowhom.errors import InputError
from whowhom.limits import BINARY_SHARE, LARGEST_INPUT, LONGEST_STORY, SNIFFED
from whowhom.model import Document, day_of

SUFFIXES = (".html", ".htm", ".txt", ".md", ".jsonl", ".jsonl.gz")
ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
Found = Document | InputError


def read_inputs(inputs: Iterable[str], published: str | None = None) -> Iterator[Found]:
    """The documents of files, folders and "-" in order, and an InputError in place of each that cannot be read.

    `published` is the day of stories that state none.
    """
    seen: set[str] = set()
    for name in inputs:
        for found in _read_input(name):
            if isinstance(found, Document):
                found = _checked(found, seen)
            if isinstance(found, Document) and found.published is None and published is not None:
                found = found.model_copy(update={"published": published, "published_from": "given"})
            yield found


def count_stories(inputs: Iterable[str]) -> int | None:
    """How many stories inputs hold, lines of .jsonl counted unread; None where that cannot be known beforehand ("-", .gz)."""
    total = 0
    for name in inputs:
        path = Path(name)
        files = [each for each in path.rglob("*") if each.name.lower().endswith(SUFFIXES)] if path.is_dir() else [path]
        for file in files:
            if name == "-" or file.suffix.lower() == ".gz":
                return None
            if file.suffix.lower() == ".jsonl" and file.is_file():
                with file.open("rb") as lines:
                    total += sum(1 for line in lines if line.strip())
            else:
                total += 1
    return total


def left_out(inputs: Iterable[str]) -> Counter[str]:
    """The files of folders that are no stories, counted by their endings; hidden ones aside."""
    folders = (Path(name) for name in inputs if name.strip() and Path(name).is_dir())
    files = (path for folder in folders for path in folder.rglob("*") if not path.name.startswith(".") and path.is_file())
    return Counter(path.suffix.lower() or path.name for path in files if not path.name.lower().endswith(SUFFIXES))


def _checked(document: Document, seen: set[str]) -> Found:
    """A document within bounds whose id is new."""
    where = document.path or document.id
    if not document.text.strip():
        return InputError(where, "the story is empty", "Give it a text or a title")
    if len(document.text) > LONGEST_STORY:
        return InputError(where, f"the story has {len(document.text):,} characters, more than {LONGEST_STORY:,}", "Split it into stories")
    if document.id in seen and document.id == hash_of(document.text):
        return InputError(where, "the same text was read before", "Remove the copy, or give each an id of its own in a .jsonl file")
    if document.id in seen:
        return InputError(where, f"the id {document.id!r} was read before", "Give each story an id of its own, or remove the copy")
    seen.add(document.id)
    return document


def _read_input(name: str) -> Iterator[Found]:
    try:
        if name == "-":
            yield from _of_bytes(sys.stdin.buffer.read(LARGEST_INPUT + 1), "standard input", "")
            return
        if not name.strip():  # an empty variable of a script; as a path it would be this folder
            raise InputError("INPUT", "this name is empty", "Give a file, a folder, or - for standard input")
        if ADDRESS.match(name):
            raise InputError(name, "nothing is fetched from the net", "Save the page, and give its file")
        path = Path(name)
        if path.is_dir():
            yield from _of_folder(path)
        else:
            yield from _of_file(path)
    except InputError as error:
        yield error


def _of_folder(folder: Path) -> Iterator[Found]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name.lower().endswith(SUFFIXES))
    if not files:
        yield InputError(str(folder), "no story in this folder", f"It may hold files ending in {', '.join(SUFFIXES)}")
    for path in files:
        try:
            yield from _of_file(path)
        except InputError as error:
            yield error


def _of_file(path: Path) -> Iterator[Found]:
    name = path.name.lower()
    if not name.endswith(SUFFIXES):
        raise InputError(
            str(path),
            "this kind of file is not known" if path.exists() else "no such file",
            f"Give a folder, -, or a file ending in {', '.join(SUFFIXES)}",
        )
    try:
        if name.endswith((".jsonl", ".jsonl.gz")):
            yield from _of_lines(path)
            return
        with path.open("rb") as file:
            data = file.read(LARGEST_INPUT + 1)
    except FileNotFoundError:
        raise InputError(str(path), "no such file", "Check its name") from None
    except OSError as error:
        raise InputError(str(path), f"it cannot be read ({error.strerror})", "Check the file and its permissions") from None
    yield from _of_bytes(data, str(path), path.suffix.lower())


def _of_lines(path: Path) -> Iterator[Found]:
    """The stories of a .jsonl file, read line by line."""
    opened = gzip.open if path.name.lower().endswith(".gz") else open
    any_line = False
    try:
        with opened(path, "rb") as file:
            if is_binary(file.read(SNIFFED)):
                raise InputError(str(path), "this is binary data, not text", "Give one story a line, as JSON")
            file.seek(0)
            for number, line in enumerate(file, 1):
                if line.strip():
                    any_line = True
                    yield _of_line(line, f"{path}, line {number}")
    except FileNotFoundError:
        raise InputError(str(path), "no such file", "Check its name") from None
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(str(path), f"it cannot be read to its end ({error})", "Check that the file is whole") from None
    if not any_line:
        raise InputError(str(path), "the file is empty", "Give one story a line")


def _of_line(line: bytes, where: str) -> Found:
    """One story of a .jsonl file, or the error of its line."""
    try:
        story = json.loads(_mixed(line).lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return InputError(where, "not JSON", 'Write one object a line: {"text": "…", "published": "2024-03-14"}')
    if not isinstance(story, dict):
        return InputError(where, "not an object", 'Write one object a line: {"text": "…"}')
    wrong = [key for key in ("id", "text", "title", "published", "source", "url") if not isinstance(story.get(key, ""), str | None)]
    if wrong:
        return InputError(where, f"{', '.join(wrong)} must be text", "Put it in quotes")
    if not (story.get("text") or story.get("title")):
        return InputError(where, "the story has no text", 'Give it a "text"')
    return _as_document(story, where)


def _as_document(story: dict[str, Any], where: str) -> Found:
    published = story.get("published") or None
    if published is not None and not is_day(published):
        return InputError(where, f"published is {published!r}", "Write it as YYYY-MM-DD")
    text = story.get("text") or ""
    title = story.get("title") or None
    body = text if text.strip() else title or ""
    return Document(
        id=story.get("id") or hash_of(body), text=body, title=title, published=published, published_from="given" if published else None,
        source=story.get("source") or None, url=story.get("url") or None, path=where,
    )  # fmt: skip


def is_day(text: str) -> bool:
    """Whether a text begins with an ISO day."""
    return day_of(text) is not None


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _of_bytes(data: bytes, where: str, suffix: str) -> Iterator[Found]:
    if len(data) > LARGEST_INPUT:
        raise InputError(where, f"more than {LARGEST_INPUT:,} bytes", "Split it, or give its text")
    if not data.strip():
        raise InputError(where, "the file is empty" if suffix else "there is nothing to read", "Give a page or a text")
    if suffix in ("", ".jsonl") and _looks_like_lines(data):
        for number, line in enumerate(data.splitlines(), 1):
            if line.strip():
                yield _of_line(line, f"{where}, line {number}")
        return
    text = decoded(data, where)
    if suffix in (".html", ".htm") or (suffix == "" and re.match(r"\s*(?:<!doctype html|<html|<head|<body|<article|<div|<p\b)", text, re.IGNORECASE)):
        from whowhom.read.page import read_page

        document, _ = read_page(text, where)
        yield document.model_copy(update={"id": hash_of(document.text)})
        return
    yield Document(id=hash_of(text), text=text, path=where)


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are none of a text."""
    return len(CONTROL.findall(head)) > BINARY_SHARE * len(head)


def _looks_like_lines(data: bytes) -> bool:
    first = data.lstrip().split(b"\n", 1)[0].strip()
    return first.startswith(b"{") and first.endswith(b"}")


def decoded(data: bytes, where: str) -> str:
    """Bytes as text: by their byte order mark, as UTF-8, by the charset a page declares, else byte runs apart (mixed encodings).

    Raises InputError for binary data.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if is_binary(data[:SNIFFED]):
        raise InputError(where, "this is binary data, not text", "Give a page (.html) or a text (.txt)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:4096], re.IGNORECASE)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return _mixed(data)


def _mixed(data: bytes) -> str:
    """UTF-8 where it is that, and Windows-1252 for the bytes that are not."""
    found, at = [], 0
    while at < len(data):
        try:
            found.append(data[at:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            found.append(data[at : at + error.start].decode("utf-8"))
            found.append(data[at + error.start : at + error.end].decode("cp1252", "replace"))
            at += error.end
    return "".join(found)
