"""Which sentences follow from grammar? Deeds set into frames that change what they are: done, agreed, refused, threatened, demanded, denounced, ended.

"The army bombed the village" is an assault, "threatened to bomb" a threat, "was urged not to bomb" a request: the frame decides, whatever the deed. The
deeds and frames are in composed.yaml; every sentence is drawn from them with a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from sentences import NONE, Example, unmark

TABLES = Path(__file__).parent / "composed.yaml"
SEED = 7
EACH = 22  # sentences of each frame and kind of deed
Deed = dict[str, Any]


def composed() -> list[Example]:
    """The sentences of all frames, each once."""
    tables = yaml.safe_load(TABLES.read_text(encoding="utf-8"))
    draw = random.Random(SEED)
    deeds = [deed for family in tables["deeds"] for deed in _deeds_of(family)]
    found: dict[str, Example] = {}
    for frame in tables["frames"]:
        fitting = [deed for deed in deeds if deed["kind"] in frame["of"]]
        for _ in range(EACH * len(frame["of"])):
            example = _sentence(frame, draw.choice(fitting), tables, draw)
            found.setdefault(example.text, example)
    return list(found.values())


def _deeds_of(family: Deed) -> Iterator[Deed]:
    """The deeds of a family: "send, sent, sending: rice to {R}" with type, mode and kind."""
    for line in family["deeds"]:
        forms, rest = line.split(":", 1)
        base, past, gerund = (each.strip() for each in forms.split(","))
        yield {**family, "base": base, "past": past, "gerund": gerund, "rest": rest.strip()}


def _sentence(frame: Deed, deed: Deed, tables: Deed, draw: random.Random) -> Example:
    who = tables["parties"][deed.get("parties", "states")]
    actor, recipient, other, third = draw.sample(who, 4)
    text = draw.choice(frame["says"])
    for form in ("base", "past", "gerund"):
        for behind, whom in (("", "{R}"), ("1", third)):
            told = f"{deed[form]} {deed['rest']}".replace("{R}", whom)
            text = text.replace(f"T[{{{form}{behind}}}]", _marked(told)).replace(f"{{{form}{behind}}}", told)
    draws = draw.random()
    if draws < 0.3:
        text = draw.choice(tables["openings"]) + text
    elif draws < 0.6:
        text += draw.choice(tables["endings"])
    text = text.replace("{A}", f"A[{actor}]").replace("{R}", f"R[{recipient}]").replace("{O}", other)
    plain, spans = unmark(_capital(text) + ".")
    kind = frame.get("type") or deed["type"]
    mode = frame.get("mode") or (frame.get("modes") or {}).get(deed["kind"]) or (deed.get("mode") if "type" not in frame else None)
    reality = None if kind == NONE else frame.get("reality", "asserted")
    family = f"composed {deed['base']} {deed['rest']}"
    trigger = spans.get("T") if kind != NONE else None
    return Example(plain, spans["A"], spans["R"], trigger, kind, (mode,) if mode else (), reality, "agency", "composed", family)


def _marked(told: str) -> str:
    """The words of a deed up to its recipient, as the trigger."""
    before, brace, after = told.partition("{R}")
    words = before.rstrip()
    return f"T[{words}] {brace}{after}" if brace and words else f"T[{told}]"


def _capital(text: str) -> str:
    """The first letter of a sentence, behind a mark, as a capital."""
    at = 2 if text[1:2] == "[" else 0
    return text[:at] + text[at].upper() + text[at + 1 :]
