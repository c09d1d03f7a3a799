"""Incidents, chains and reviews on the command line: what a person types, what comes back, with which exit code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from whowhom.cli.app import app
from whowhom.coder import Coder, document
from whowhom.errors import ConflictError, QuestionError
from whowhom.store.database import open_store
from whowhom.store.landing import land
from whowhom.store.merging import merge

REPORTS = (
    ("a", "2024-03-13", "One Wire", "Rebels shelled the Yemeni town of Haradh on Tuesday and killed four civilians, doctors said."),
    ("b", "2024-03-14", "Two Wire", "Six people were killed when rebels fired mortars at Haradh in Yemen on Tuesday, officials said."),
    ("c", "2024-03-15", "One Wire", "The army bombed a depot near Sirwah in Yemen on Thursday in retaliation for the shelling of Haradh."),
)


@pytest.fixture()
def db(tmp_path: Path, coder: Coder) -> Iterator[str]:
    """A database with two reports of a shelling and one of the answer."""
    where = str(tmp_path / "events.db")
    with open_store(where) as store:
        run = store.start_run("code", "made")
        for story in coder.code_all(document(text, day, source=source, id=doc_id) for doc_id, day, source, text in REPORTS):
            land(store, story, "made", run)
        for _ in merge(store):
            pass
    yield where


def typed(*words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def incidents_of(db: str, *words: str) -> list[dict[str, object]]:
    code, out, _ = typed("incidents", f"--db={db}", "--format", "jsonl", *words)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_the_list_and_one_incident_whole(db: str) -> None:
    code, out, err = typed("incidents", f"--db={db}")
    assert code == 0 and "6 (4–6)" in out and "Haradh [YEM]" in out and err.strip() == "2 incidents"
    shelling, answer = (str(each["incident_id"]) for each in incidents_of(db))
    code, out, _ = typed("incidents", shelling, f"--db={db}")
    for words in ("told by 2 independent sources in 3 reports", "killed: 6 (4–6) (best by the rule latest, disputed)", "“four civilians”, says doctors",
                  "same day (+1.1)", f"is answered by {answer}, +2 days: in-response-to (“in retaliation for”)"):  # fmt: skip
        assert words in out


@pytest.mark.parametrize(("rule", "best"), [("latest", 6), ("lowest", 4), ("official", 6)])
def test_the_best_toll_by_another_rule(db: str, rule: str, best: int) -> None:
    (shelling,) = incidents_of(db, "--toll", rule, "--dead", "1")
    tolls = shelling["tolls"]
    assert isinstance(tolls, list)
    assert (tolls[0]["best"], tolls[0]["rule"]) == (best, rule)


def test_chains_with_lags(db: str) -> None:
    code, out, err = typed("chains", f"--db={db}")
    first, second = out.splitlines()
    assert code == 0 and err.strip() == "1 chain"
    assert first.startswith("2024-03-12  ASSAULT (heavy-weapons)")
    assert second.startswith("    +2 days  2024-03-14  ASSAULT (aerial)") and "in-response-to: “in retaliation for”" in second
    _, out, _ = typed("chains", f"--db={db}", "--format", "jsonl", "--country", "YEM")
    assert json.loads(out)["answers"][0]["answer"]["lag_days"] == 2
    assert typed("chains", f"--db={db}", "--country", "SYR")[1] == ""


def test_review_changes_what_query_says_and_undo_gives_it_back(db: str) -> None:
    _, out, _ = typed("query", f"--db={db}", "--format", "jsonl", "--place", "Haradh", "--dead", "6")
    event_id = json.loads(out)["event_id"]
    code, out, _ = typed("review", "correct", event_id, "killed", "9", f"--db={db}", "--who", "Ana", "--why", "the hospital's list")
    assert code == 0 and "Ana  correct killed to 9" in out and out.endswith(": the hospital's list\n")
    assert typed("query", f"--db={db}", "--format", "count", "--dead", "9")[1] == "1\n"
    typed("review", "reject", event_id, f"--db={db}", "--who", "Ana")
    assert typed("query", f"--db={db}", "--format", "count", "--dead", "9")[1] == "0\n"
    assert typed("query", f"--db={db}", "--format", "count", "--dead", "9", "--rejected")[1] == "1\n"
    assert typed("review", "undo", "2", f"--db={db}", "--who", "Ben")[0] == 0
    assert typed("review", "undo", "1", f"--db={db}", "--who", "Ben")[0] == 0
    assert typed("query", f"--db={db}", "--format", "count", "--dead", "9")[1] == "0\n"
    assert typed("query", f"--db={db}", "--format", "count", "--dead", "6")[1] == "1\n"
    code, out, err = typed("review", "log", f"--db={db}")
    assert [line.split("  ")[3] for line in out.splitlines()] == ["undo 1", "undo 2", "reject", "correct killed to 9"]
    assert err.strip() == "4 judgements"
    assert typed("review", "log", f"--db={db}", "--orphans")[1] == ""


def test_different_same_accept_and_note(db: str) -> None:
    shelling, answer = (str(each["incident_id"]) for each in incidents_of(db))
    _, out, _ = typed("query", f"--db={db}", "--format", "jsonl", "--dead", "6")
    event_id = json.loads(out)["event_id"]
    assert typed("review", "different", event_id, shelling, f"--db={db}")[0] == 0
    assert len(incidents_of(db)) == 3
    assert typed("review", "same", shelling, answer, f"--db={db}")[0] == 0
    assert len(incidents_of(db)) == 2
    assert typed("review", "note", event_id, "ask again", f"--db={db}")[0] == 0
    assert typed("review", "accept", event_id, f"--db={db}")[0] == 0
    records = [json.loads(line) for line in typed("review", "log", event_id, f"--db={db}", "--format", "jsonl")[1].splitlines()]
    assert {record["verb"] for record in records} >= {"accept", "note", "different"}


def test_what_is_refused(db: str) -> None:
    (shelling, *_) = incidents_of(db)
    incident_id = str(shelling["incident_id"])
    with pytest.raises(QuestionError, match="there is no such incident"):
        typed("incidents", "i0", f"--db={db}")
    assert typed("review", "accept", incident_id, f"--db={db}", "--who", "Ana")[0] == 0
    with pytest.raises(ConflictError, match="--seen 1"):
        typed("review", "reject", incident_id, f"--db={db}", "--who", "Ben")
    assert typed("review", "reject", incident_id, f"--db={db}", "--who", "Ben", "--seen", "1")[0] == 0
    assert typed("incidents", f"--db={db}", "--toll", "highest")[0] == 2
    assert typed("incidents", f"--db={db}", "--from", "Tuesday")[0] == 2
    assert typed("chains", f"--db={db}", "--kind", "repeats")[0] == 2


def test_events_that_wait_are_told_and_merge_takes_them(db: str, coder: Coder) -> None:
    with open_store(db) as store:
        story = next(iter(coder.code_all([document("Thousands protested in Taiz on Monday.", "2024-03-13", id="late")])))
        land(store, story, "made", store.start_run("code", "made"))
    assert "1 event is not merged yet; run whowhom merge" in typed("incidents", f"--db={db}")[2]
    code, _, err = typed("merge", f"--db={db}")
    assert code == 0 and err.strip() == "1 event merged: 1 new incident, 0 changed"
    assert len(incidents_of(db)) == 3
