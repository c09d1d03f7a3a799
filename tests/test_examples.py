"""The example pages are read and coded as a careful reader would: truths by hand in tests/examples/*.toml.

Keys of an [[event]]: type, mode, actor, recipient, claimant, means, target (part of the words or the name); actor_country,
recipient_country, place_country (codes); place; date (a day, or [start, end]); reality, tense, link; killed, wounded, detained, abducted,
displaced ([low, best, high], -1 for not stated); who; stated; size_low; count ([low, high]); backer; no_actor, no_recipient, no_place, no_date.
Each truth must be met by one event with all its keys.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from whowhom.coder import Coder
from whowhom.model import Document
from whowhom.read.story import read_inputs

FOLDER = Path(__file__).parent / "examples"
PAGES = Path(__file__).parent.parent / "examples"
TRUTHS = sorted(FOLDER.glob("*.toml"))
HARM = ("killed", "wounded", "missing", "abducted", "detained", "displaced")
Record = dict[str, Any]


def truth_of(path: Path) -> Record:
    with path.open("rb") as file:
        return tomllib.load(file)


def page_of(path: Path, suffix: str) -> Document:
    found = next(read_inputs([str(PAGES / f"{path.stem}{suffix}")], truth_of(path)["published"]))
    assert isinstance(found, Document)
    return found


def words_of(things: list[Record]) -> str:
    return " | ".join(f"{thing.get('text')} {thing.get('name')}" for thing in things).casefold()


def bounds_of(count: Record | None) -> list[int]:
    return [-1 if count is None or count[key] is None else count[key] for key in ("low", "best", "high")]


def says(event: Record, key: str, wanted: Any) -> bool:
    """Whether one key of a truth holds for an event."""
    place, date = event["place"] or {}, event["date"] or {}
    if key in HARM:
        return any(harm["kind"] == key and bounds_of(harm) == wanted for harm in event["harm"])
    if key in ("actor", "recipient"):
        return str(wanted).casefold() in words_of(event[key])
    if key in ("actor_country", "recipient_country"):
        return wanted in [party["country"] for party in event[key.split("_")[0]]]
    if key.startswith("no_"):
        return not event[key[3:]]
    if key == "claimant":
        tellers = [each["claimant"] for each in (*event["claims"], *event["harm"]) if each["claimant"]]
        return str(wanted).casefold() in words_of(tellers)
    values: dict[str, bool] = {
        "type": event["type"] == wanted,
        "mode": wanted in event["modes"],
        "means": str(wanted).casefold() in words_of(event["means"]),
        "target": str(wanted).casefold() in words_of(event["targets"]) + words_of(event["recipient"]),
        "place": str(wanted).casefold() in f"{place.get('text')} {place.get('name')}".casefold(),
        "place_country": place.get("country") == wanted,
        "date": [date.get("start") or "", date.get("end") or ""] == ([wanted, wanted] if isinstance(wanted, str) else wanted),
        "reality": event["reality"] == wanted,
        "tense": event["tense"] == wanted,
        "link": any(wanted in ("any", link["kind"]) for link in event["links"]),
        "who": any(harm["who"] == wanted for harm in event["harm"]),
        "stated": any(harm["stated"] == wanted for harm in event["harm"]),
        "size_low": (event["size"] or {}).get("low") == wanted,
        "count": bounds_of(event["count"])[::2] == wanted,
        "backer": any(wanted in (each["country"], each["name"]) for party in event["actor"] + event["recipient"] for each in party["backers"]),
    }
    return values[key]


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_pages_are_read(path: Path) -> None:
    truth, page = truth_of(path), page_of(path, ".html")
    assert (page.title, page.published, page.published_from) == (truth["title"], truth["published"], truth["published_from"])
    assert (page.author or "") == truth["author"]
    assert [line for line in truth["not_in_text"] if line in page.text] == []


@pytest.mark.parametrize("suffix", [".html", ".txt"])
@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_pages_are_coded(path: Path, suffix: str, whole_coder: Coder) -> None:
    truth = truth_of(path)
    story = next(iter(whole_coder.code_all([page_of(path, suffix)])))
    events = [json.loads(event.as_json()) for event in story.events]
    unmet = [wanted for wanted in truth["event"] if not any(all(says(event, key, value) for key, value in wanted.items()) for event in events)]
    assert unmet == []
    happened = [event.type for event in story.events if event.happened]
    assert len(happened) <= truth["max"]
    assert not set(truth["absent"]) & {event.type for event in story.events if event.reality == "asserted"}
