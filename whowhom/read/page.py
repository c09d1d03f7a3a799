"""What does a web page tell, and when was it published? HTML to a document; its text keeps a map to the page.

trafilatura chooses the paragraphs of the story; their characters are then copied from the page's own text nodes, so that each
keeps its offset. htmldate finds the day where the page does not state it.
"""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, cast

from whowhom.codebook import word_list
from whowhom.errors import InputError
from whowhom.limits import LARGEST_PAGE
from whowhom.model import Document
from whowhom.read.furniture import furniture_of
from whowhom.text import MappedText

HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button"})
BLOCKS = word_list("blocks")
REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-f]+|\w+);?", re.IGNORECASE)
DATE_SOURCES = (
    ("meta article:published_time", "//meta[@property='article:published_time']/@content"),
    ("meta datePublished", "//meta[@itemprop='datePublished']/@content"),
    ("meta date", "//meta[@name='date' or @name='pubdate' or @name='publish-date' or @name='DC.date.issued' or @name='parsely-pub-date']/@content"),
    ("time element", "//article//time/@datetime | //header//time/@datetime"),
)
JSON_LD_DATE = re.compile(r"\"datePublished\"\s*:\s*\"(\d{4}-\d\d-\d\d[^\"]*)\"")
ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")


@dataclass(slots=True)
class _Visible:
    """The visible characters of a page with their offsets, blocks apart by line breaks."""

    text: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)


class _TextNodes(HTMLParser):
    """Collects the text nodes of a page; character references count as the characters they stand for."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.visible = _Visible()
        self.hidden = 0
        self.starts = [0]
        for at, letter in enumerate(page):
            if letter == "\n":
                self.starts.append(at + 1)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def _add(self, text: str, offset: int, step: int) -> None:
        if not self.hidden:
            self.visible.text.extend(text)
            self.visible.origins.extend(offset + at * step for at in range(len(text)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden += 1
        if tag in BLOCKS:
            self._add("\n", self._offset(), 0)

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN and self.hidden:
            self.hidden -= 1
        if tag in BLOCKS:
            self._add("\n", self._offset(), 0)

    def handle_data(self, data: str) -> None:
        self._add(data, self._offset(), 1)

    def handle_entityref(self, name: str) -> None:
        self._add(entities.unescape(f"&{name};"), self._offset(), 0)

    def handle_charref(self, name: str) -> None:
        self._add(entities.unescape(f"&#{name};"), self._offset(), 0)


def visible_text(page: str) -> MappedText:
    """All visible text of a page with its map."""
    parser = _TextNodes(page)
    parser.feed(page)
    parser.close()
    mapped = MappedText()
    mapped.copy("".join(parser.visible.text), parser.visible.origins)
    return mapped


def read_page(page: str, where: str) -> tuple[Document, MappedText]:
    """The document of an HTML page and the map of its text. Raises InputError where the page holds no story.

    The document's id is left to the caller (empty).
    """
    visible = visible_text(page)
    if len(visible) > LARGEST_PAGE:
        raise InputError(where, f"the page shows {len(visible):,} characters, more than {LARGEST_PAGE:,}", "Split it, or give its stories as text")
    found = _extract(page)
    paragraphs = [line for line in (found.get("text") or "").split("\n") if line.strip()]
    title = _squeezed(found.get("title") or "") or None
    mapped = _copied(paragraphs, visible, title)
    if not len(mapped):
        raise InputError(where, "no story was found on this page", "Check that the file is an article, or save its text as .txt")
    published, source = _published(page)
    document = Document(
        id="", text=mapped.text, title=title, published=published, published_from=source, source=found.get("sitename") or found.get("hostname"),
        author=found.get("author"), url=found.get("url"), path=where,
        original=page, origins=mapped.runs(),
    )  # fmt: skip
    return document, mapped


def _extract(page: str) -> dict[str, Any]:
    import trafilatura

    found = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, favor_precision=True, with_metadata=True)
    if found is None:
        found = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, favor_recall=True, with_metadata=True)
    return found if isinstance(found, dict) else found.as_dict() if found is not None else {}


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _copied(paragraphs: list[str], visible: MappedText, title: str | None) -> MappedText:
    """The chosen paragraphs, copied from the visible text in its order; furniture and repeats are left out."""
    text = visible.text
    mapped, at = MappedText(), 0
    seen: set[str] = set()
    for paragraph in paragraphs:
        line = _squeezed(paragraph)
        if not line or line.lower() in seen or furniture_of(line) or (title and line.lower() == title.lower() and not seen):
            continue
        seen.add(line.lower())
        match = _find(line, text, at) or _find(line, text, 0)
        if match is None:
            continue
        if len(mapped):
            mapped.insert("\n\n")
        _copy_squeezed(mapped, visible, match)
        at = match[1]
    return mapped


def _find(line: str, text: str, start: int) -> tuple[int, int] | None:
    """Where a line stands in the visible text, however its blanks are spread."""
    pattern = r"\s*".join(map(re.escape, re.findall(r"\w+|[^\w\s]", line)))
    match = re.compile(pattern).search(text, start)
    return match.span() if match else None


def _copy_squeezed(mapped: MappedText, visible: MappedText, span: tuple[int, int]) -> None:
    """Copies a stretch; runs of blanks become one blank."""
    text = visible.text[span[0] : span[1]]
    for match in re.finditer(r"\s+|\S+", text):
        first = span[0] + match.start()
        if match.group().isspace():
            mapped.copy(" ", visible.origins[first : first + 1])
        else:
            mapped.copy(match.group(), visible.origins[first : first + len(match.group())])


def _published(page: str) -> tuple[str | None, str | None]:
    """The publication day (ISO) and how it is known."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        tree = lxml_html.fromstring(page)
    except (etree.ParserError, ValueError):
        return None, None
    for source, path in DATE_SOURCES:
        for value in cast(list[str], tree.xpath(path)):
            if match := ISO_DAY.search(str(value)):
                return match[1], source
    if match := JSON_LD_DATE.search(page):
        return match[1][:10], "json-ld datePublished"
    return _guessed(tree)


def _guessed(tree: Any) -> tuple[str | None, str | None]:
    import htmldate

    day = htmldate.find_date(tree, original_date=True, extensive_search=False)
    return (day, "htmldate") if day else (None, None)
