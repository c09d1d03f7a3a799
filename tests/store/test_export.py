"""Each export read back says what the events say; what a spreadsheet would run is disarmed; releases stay as they were."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from made import CODER, stories, story

from whowhom.errors import StoreError
from whowhom.model import Event, Party
from whowhom.store import reading
from whowhom.store.changes import changes
from whowhom.store.database import Store
from whowhom.store.export.views import VIEWS
from whowhom.store.filters import Filter
from whowhom.store.landing import land
from whowhom.store.publishing import export_file, release

TOLD = [event for made in stories(20, deeds=2) for event in made.events]
NEWER = "whowhom 0.1 newer"


@pytest.fixture()
def filled(store: Store) -> Store:
    run = store.start_run("code", CODER)
    for made in stories(20, deeds=2):
        land(store, made, CODER, run)
    return store


def read_table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL))


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_parquet(path: Path) -> list[dict[str, Any]]:
    from pyarrow import parquet

    return list(parquet.read_table(path).to_pylist())


def dead(event: Event) -> int:
    return event.harm[0].best or 0


def place(event: Event) -> Any:
    assert event.place is not None
    return event.place


READERS: dict[str, tuple[Callable[[Path], list[dict[str, Any]]], Callable[[dict[str, Any]], Any], Callable[[Event], Any]]] = {
    "csv": (
        read_table,
        lambda row: (row["event_id"], row["actor"], int(row["killed_best"]), float(row["lat"]), row["date_start"], row["modes"]),
        lambda event: (event.event_id, event.actor[0].name, dead(event), place(event).lat, event.date and event.date.start, event.modes[0]),
    ),
    "jsonl": (read_lines, Event.model_validate, lambda event: event),
    "parquet": (
        read_parquet,
        lambda row: (row["event_id"], row["recipient"], row["killed_best"], row["lat"], row["lon"], row["coder"]),
        lambda event: (event.event_id, event.recipient[0].name, dead(event), place(event).lat, place(event).lon, event.coder),
    ),
    "geojson": (
        lambda path: json.loads(path.read_text(encoding="utf-8"))["features"],
        lambda row: (row["id"], row["geometry"]["coordinates"], row["properties"]["killed_low"]),
        lambda event: (event.event_id, [place(event).lon, place(event).lat], dead(event)),
    ),
    "plover": (
        read_lines,
        lambda row: (row["id"], row["date"], row["event"], row["mode"], row["size"], row["actor"][0]["sector"], row["link"]),
        lambda event: (
            event.event_id, event.date and event.date.start, [event.type], list(event.modes), {"dead": dead(event)}, event.actor[0].sector,
            [link.event_id for link in event.links],
        ),
    ),
    "polecat": (
        lambda path: read_table(path, "\t"),
        lambda row: (row["Event ID"], row["Actor Name"], row["Actor COW"], row["Recipient Name Raw"], float(row["Latitude"]), row["Quad Code"]),
        lambda event: (event.event_id, event.actor[0].name, "None", event.recipient[0].text, place(event).lat, "MATERIAL CONFLICT"),
    ),
    "acled": (
        read_table,
        lambda row: (row["event_id_cnty"], row["event_date"], int(row["fatalities"]), row["location"], row["time_precision"], row["actor1"]),
        lambda event: (
            place(event).country + event.event_id, event.date and event.date.start, dead(event), place(event).name, "1", event.actor[0].name,
        ),
    ),
    "ucdp": (
        read_table,
        lambda row: (row["id"], row["date_start"], int(row["best"]), float(row["longitude"]), row["type_of_violence"], row["source_original"]),
        lambda event: (
            event.event_id, event.date and event.date.start, dead(event), place(event).lon, "3", event.harm[0].claimant and event.harm[0].claimant.name,
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", READERS)
def test_an_export_read_back_says_what_the_events_say(filled: Store, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "events.out"
    written = export_file(filled, kind, Filter(), out)
    read, told, wanted = READERS[kind]
    assert [told(row) for row in read(out)] == [wanted(event) for event in TOLD]
    assert (written.events, written.rows, written.left_out) == (40, 40, 0)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("events.out")) == [
        "events.out", "events.out.citation.cff", "events.out.dictionary.csv",
    ]  # fmt: skip


def test_parties_have_a_row_each(filled: Store, tmp_path: Path) -> None:
    written = export_file(filled, "actors", Filter(), tmp_path / "actors.csv")
    rows = read_table(tmp_path / "actors.csv")
    assert (written.events, written.rows, len(rows)) == (40, 80, 80)
    assert [row["name"] for row in rows] == [party.name for event in TOLD for party in (*event.actor, *event.recipient)]


@pytest.mark.parametrize(("kind", "number"), [("acled", 31), ("ucdp", 49), ("polecat", 40)])
def test_views_have_the_columns_of_their_field(kind: str, number: int) -> None:
    assert len(VIEWS[kind].columns) == len(set(VIEWS[kind].names)) == number


@pytest.mark.parametrize("kind", ["acled", "ucdp"])
def test_what_a_view_does_not_record_is_left_out_and_counted(store: Store, tmp_path: Path, kind: str) -> None:
    made = story(1)
    denied = made.events[0].model_copy(update={"reality": "denied"})
    land(store, made.model_copy(update={"events": (denied,)}), CODER, store.start_run("code", CODER))
    written = export_file(store, kind, Filter(), tmp_path / "events.csv")
    assert (written.events, written.rows, written.left_out) == (1, 0, 1)


@pytest.mark.parametrize(("kind", "column"), [("csv", "actor"), ("acled", "actor1"), ("polecat", "Actor Name")])
def test_what_a_spreadsheet_would_run_is_disarmed(store: Store, tmp_path: Path, kind: str, column: str) -> None:
    made = story(1)
    event = made.events[0]
    named = Party.model_validate({**event.actor[0].model_dump(), "name": "=HYPERLINK(1)"})
    land(store, made.model_copy(update={"events": (event.model_copy(update={"actor": (named,)}),)}), CODER, store.start_run("code", CODER))
    for plain, wanted in ((False, "'=HYPERLINK(1)"), (True, "=HYPERLINK(1)")):
        export_file(store, kind, Filter(), tmp_path / "events", plain=plain)
        assert read_table(tmp_path / "events", "\t" if kind == "polecat" else ",")[0][column] == wanted


def test_dictionary_and_citation_tell_what_the_file_is(filled: Store, tmp_path: Path) -> None:
    export_file(filled, "csv", Filter(dead=10), tmp_path / "events.csv")
    cited = yaml.safe_load((tmp_path / "events.csv.citation.cff").read_text(encoding="utf-8"))
    digest = hashlib.sha256((tmp_path / "events.csv").read_bytes()).hexdigest()
    assert all(words in cited["abstract"] for words in (CODER, "'dead': 10", digest))
    assert [row["column"] for row in read_table(tmp_path / "events.csv.dictionary.csv")][:-1] == VIEWS["csv"].names


def test_a_release_stays_as_it_was(filled: Store, tmp_path: Path) -> None:
    made = release(filled, "june", tmp_path / "june")
    assert made.counts == {"documents": 20, "events": 40, "incidents": 0}
    for line in (tmp_path / "june" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "june" / name).read_bytes()).hexdigest() == digest
    land(filled, story(0, deeds=2, coder=NEWER), NEWER, filled.start_run("code", NEWER))
    export_file(filled, "jsonl", Filter(), tmp_path / "then.jsonl", "june")
    assert hashlib.sha256((tmp_path / "then.jsonl").read_bytes()).hexdigest() == made.checksums["records"]
    assert reading.count(filled, Filter()) == 40
    for name, words in (("june", "is there already"), ("a b", "is no name")):
        with pytest.raises(StoreError, match=words):
            release(filled, name)


def test_changes_since_a_release_have_their_reasons(filled: Store) -> None:
    release(filled, "june")
    assert list(changes(filled, "june")) == []
    run = filled.start_run("code", NEWER)
    land(filled, story(0, deeds=2, coder=NEWER), NEWER, run)  # says the same: no change
    told = story(1, deeds=2, coder=NEWER)
    land(filled, told.model_copy(update={"events": (told.events[0].model_copy(update={"tense": "ongoing"}),)}), NEWER, run)
    land(filled, story(99), CODER, run)
    land(filled, story(2, deeds=2, text="Nothing happened.").model_copy(update={"events": ()}), CODER, run)
    found = [(change.kind, change.id, change.reason) for change in changes(filled, "june")]
    assert found == [
        ("changed", "story-1.0.newer", f"coder: {CODER} → {NEWER}"),
        ("removed", "story-1.1.made", f"coder: {CODER} → {NEWER}"),
        ("removed", "story-2.0.made", "the report has no events any more"),
        ("removed", "story-2.1.made", "the report has no events any more"),
        ("added", "story-99.0.made", "new report"),
    ]
    assert next(changes(filled, "june")).fields == {"tense": ["past", "ongoing"]}
