"""What does one party of a sentence do to another? A small learned encoder (`whowhom/relation`) answers for a marked pair.

The tokens of actor, recipient and (where it is known) trigger stand between marker tokens; the encoder's vectors of the opening markers say which of the
16 types it is, or none, with which modes and how it is told. Made by `training/train.py`; `whowhom/relation/CARD.md` tells from what and how good it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from whowhom.parse.tree import Span

FOLDER = Path(__file__).parent.parent / "relation"
LONGEST = 64  # tokens that the encoder sees; those nearest to the marked words are kept. More cost time and told no more on pairs of known type
MARKS = ("[unused1]", "[unused2]"), ("[unused3]", "[unused4]"), ("[unused5]", "[unused6]")  # actor, recipient, trigger: opening, closing
NONE = "none"


class Pair(NamedTuple):
    """Two parties of a text and, where it is known, the words of the deed; spans are `[start, end)` in characters of the text."""

    text: str
    actor: Span | None
    recipient: Span | None
    trigger: Span | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Probabilities of the types (`none` among them), of the modes of any type (as "TYPE/mode") and of how it is told."""

    types: dict[str, float]
    modes: dict[str, float]
    realities: dict[str, float]

    @property
    def type(self) -> str:
        return max(self.types, key=lambda name: (self.types[name], name))


class Encoded(NamedTuple):
    """Token ids and the positions of the opening markers of actor, recipient and trigger; 0, the first token, where one is missing."""

    ids: list[int]
    marks: tuple[int, int, int]


def encode(tokenizer: Tokenizer, pair: Pair) -> Encoded:
    """A pair as the encoder sees it: [CLS] tokens with markers [SEP]."""
    found = tokenizer.encode(pair.text, add_special_tokens=False)
    spans = (pair.actor, pair.recipient, pair.trigger)
    edges = [_tokens_of(span, found.offsets) if span is not None else None for span in spans]
    keep = _nearest(len(found.ids), [edge for edge in edges if edge is not None])
    ids = [_id(tokenizer, "[CLS]")]
    marks = [0, 0, 0]
    for at in keep:
        for which, edge in enumerate(edges):
            if edge is not None and edge[0] == at:
                marks[which] = len(ids)
                ids.append(_id(tokenizer, MARKS[which][0]))
        ids.append(found.ids[at])
        for which, edge in enumerate(edges):
            if edge is not None and edge[1] == at:
                ids.append(_id(tokenizer, MARKS[which][1]))
    ids.append(_id(tokenizer, "[SEP]"))
    return Encoded(ids, (marks[0], marks[1], marks[2]))


def _id(tokenizer: Tokenizer, token: str) -> int:
    return int(tokenizer.token_to_id(token) or 0)


def _tokens_of(span: Span, offsets: Sequence[Span]) -> tuple[int, int] | None:
    """First and last token that share a character with a span."""
    inside = [at for at, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]
    return (inside[0], inside[-1]) if inside else None


def _nearest(length: int, edges: list[tuple[int, int]]) -> list[int]:
    """The tokens that are kept, in order: the nearest to any marked one."""
    if length <= LONGEST:
        return list(range(length))

    def distance(at: int) -> int:
        return min((max(first - at, at - last, 0) for first, last in edges), default=at)

    return sorted(sorted(range(length), key=lambda at: (distance(at), at))[:LONGEST])


class Classifier:
    """The learned classifier, loaded when first asked. The same pairs give the same answers on one machine."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """Names of the outputs in order: types, modes, realities; and what identifies the weights."""
        found: dict[str, list[str]] = json.loads((self.folder / "labels.json").read_text(encoding="utf-8"))
        return found

    @cached_property
    def votes(self) -> dict[str, float]:
        """By how much a vote of the rules raises the odds of its type (`votes.py`)."""
        found: dict[str, float] = json.loads((self.folder / "votes.json").read_text(encoding="utf-8"))
        return found

    @cached_property
    def digest(self) -> str:
        """The first characters of the checksum of the weights, as the coder's name carries them."""
        return (self.folder / "SHA256").read_text(encoding="utf-8")[:8]

    @cached_property
    def tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self.folder / "tokenizer.json"))

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes share the cores, not threads; sums in one order
        return onnxruntime.InferenceSession(str(self.folder / "relation.onnx"), options, providers=["CPUExecutionProvider"])

    def relate(self, pairs: Iterable[Pair]) -> list[Relation]:
        """What each pair is, in their order.

        One pair at a time: an eight-bit graph takes its scales from all that is asked at once, so that in a batch the neighbours would have a say; it is faster too.
        """
        return [self._answer(encode(self.tokenizer, pair)) for pair in pairs]

    def _answer(self, encoded: Encoded) -> Relation:
        import numpy as np

        ids = np.array([encoded.ids], dtype=np.int64)
        marks = np.array([encoded.marks], dtype=np.int64)
        (types,), (modes,), (realities,) = self._session.run(None, {"ids": ids, "mask": np.ones_like(ids), "marks": marks})
        names = self.labels
        return Relation(
            _named(names["types"], _softmax(types)), _named(names["modes"], 1 / (1 + np.exp(-modes))), _named(names["realities"], _softmax(realities))
        )


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    raised = np.exp(logits - logits.max())
    shares: NDArray[np.float32] = raised / raised.sum()
    return shares


def _named(names: list[str], values: NDArray[np.float32]) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}
