"""The coder for Python: texts and documents in, stories with events out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from whowhom import codebook, gazetteer
from whowhom.coding.relation import Classifier, Pair
from whowhom.coding.votes import pooled, vote_of
from whowhom.errors import InputError
from whowhom.model import Document, Story, day_of
from whowhom.opening import without_collecting
from whowhom.parse import sentences as parsing
from whowhom.parse.tree import Sentence, Span

STORIES_AT_ONCE = 16  # documents parsed in one go; their paragraphs share the parser's batches


@dataclass(frozen=True, slots=True)
class Setup:
    """What a coder is made from; plain values, so that it can be sent to a worker.

    `codebook`: a folder of rules added to ours. `actors`: a table of actors that goes before ours. `model`: with the learned classifier, or by rules alone.
    """

    codebook: Path | None = None
    actors: Path | None = None
    model: bool = True


DEFAULT = Setup()


class Coder:
    """Codes documents by our knowledge, or by ours with what its setup adds.

    Loads the parser and the knowledge when first used; the same input gives the same bytes.
    """

    def __init__(self, setup: Setup = DEFAULT) -> None:
        self.setup = setup

    @cached_property
    def classifier(self) -> Classifier | None:
        """The learned classifier of relations, or None where it codes by rules alone."""
        return Classifier() if self.setup.model else None

    @cached_property
    def book(self) -> codebook.Codebook:
        return codebook.load(self.setup.codebook)

    @cached_property
    def gazetteer(self) -> gazetteer.Gazetteer:
        return gazetteer.load(actors=self.setup.actors)

    @cached_property
    def gate(self) -> parsing.Gate:
        return parsing.Gate(self.book)

    @cached_property
    def name(self) -> str:
        """Name, version, hash of the knowledge (rules and tables, a user's own among them) and of the classifier's weights, as every event carries them."""
        own = f"+{hashlib.sha256(self.setup.actors.read_bytes()).hexdigest()[:8]}" if self.setup.actors is not None else ""
        model = f" {self.classifier.digest}" if self.classifier else ""
        return f"whowhom {_version()} {self.book.digest}{own}{model}"

    def code(self, text: str, published: str | date | None = None, title: str | None = None) -> Story:
        """The story of one text. `published`: day of the report, as a date or in ISO form. A title alone is coded where there is no text.

        Raises InputError where `published` is no day.
        """
        return next(iter(self.code_all([document(text, published, title)])))

    def code_all(self, documents: Iterable[Document]) -> Iterator[Story]:
        """The stories of documents, in order; memory holds a few at a time."""
        batch: list[Document] = []
        for each in documents:
            batch.append(each)
            if len(batch) >= STORIES_AT_ONCE:
                yield from self._code_batch(batch)
                batch = []
        yield from self._code_batch(batch)

    def relate(self, text: str, actor: Span | None, recipient: Span | None) -> dict[str, float]:
        """The probabilities of the 16 types and of `none` for what the actor does to the recipient; spans are `[start, end)` in characters.

        Either side may be None where the text does not name it.
        """
        return self.relate_all([Pair(text, actor, recipient)])[0]

    def relate_all(self, pairs: list[Pair], rules: bool = True) -> list[dict[str, float]]:
        """The probabilities of each pair, in order. `rules`: what the rules read in the text votes beside the learned classifier."""
        classifier = self.classifier or Classifier()
        found = [answer.types for answer in classifier.relate(pairs)]
        if not rules:
            return found
        stories = self._stories([document(pair.text) for pair in pairs], None)
        votes = [vote_of(pair, story.events) for pair, story in zip(pairs, stories, strict=True)]
        return [pooled(types, vote, classifier.votes) for types, vote in zip(found, votes, strict=True)]

    def _code_batch(self, batch: list[Document]) -> Iterator[Story]:
        yield from self._stories(batch, self.classifier)

    def _stories(self, batch: list[Document], classifier: Classifier | None) -> Iterator[Story]:
        from whowhom.pipeline import code_document

        with without_collecting():  # what is parsed stays until the batch is done
            parsed = self._parse(batch)
        for each, sentences in zip(batch, parsed, strict=True):
            with without_collecting():
                told = code_document(each, sentences, self.book, self.gazetteer, self.name, classifier) if sentences else None
            yield told or Story(document=each, events=())

    def _parse(self, batch: list[Document]) -> list[tuple[Sentence, ...]]:
        """The parsed sentences of each document; those that cannot name a deed are left unparsed."""
        pieces: list[tuple[str, tuple[int, int, int, bool]]] = []
        owners: list[int] = []
        for at, each in enumerate(batch):
            if self.gate.opens(each.text):
                found = list(parsing.pieces_of(each.text, self.gate, self.gazetteer))
                pieces.extend(found)
                owners.extend([at] * len(found))
        by_document: list[list[Sentence]] = [[] for _ in batch]
        for sentence, piece in parsing.parse(pieces, self.gate):
            by_document[owners[piece]].append(sentence)
        for sentences in by_document:
            for index, sentence in enumerate(sentences):
                sentence.index = index
        return [tuple(sentences) for sentences in by_document]


def document(text: str, published: str | date | None = None, title: str | None = None, **known: Any) -> Document:
    """A document of a text; its id, unless given, is a hash of the text. Raises InputError where `published` is no ISO day."""
    if isinstance(published, date):
        published = published.isoformat()
    if published and day_of(published) is None:
        raise InputError("published", f"{published!r} is no day", "Write it as YYYY-MM-DD, or give a date")
    identity = known.pop("id", None) or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    body = text if text.strip() else title or ""
    return Document(id=identity, text=body, title=title, published=published or None, **known)


def _version() -> str:
    try:
        return version("whowhom")
    except PackageNotFoundError:
        return "0"
