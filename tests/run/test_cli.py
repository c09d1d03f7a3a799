"""The command line as people use it: outputs, errors, exit codes, pipes that close."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "whowhom"]
STORY = "Rebels shelled the Yemeni town of Haradh on Tuesday and killed at least four civilians, doctors said."


def run(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, input=stdin, timeout=120, check=False)


@pytest.fixture()
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_code_writes_a_record_a_line_and_counts(story: Path) -> None:
    done = run("code", str(story), "--published", "2024-03-14")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout.splitlines()[0])
    assert (record["schema"], record["type"], record["place"]["country"]) == ("whowhom.event/1", "ASSAULT", "YEM")
    assert done.stderr.strip().startswith("1 story, 1 event, 0 errors,")


def test_standard_input_and_csv(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    done = run("code", "-", "--out", str(out), stdin="=Rebels shelled Marib.")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert rows[0]["type"] == "ASSAULT"
    assert not any(cell.startswith("=") for row in rows for cell in row.values())


def test_errors_come_after_the_others_are_done(story: Path, tmp_path: Path) -> None:
    done = run("code", str(tmp_path / "gone.txt"), str(story))
    assert done.returncode == 1
    assert "gone.txt: no such file" in done.stderr
    assert done.stdout.count("\n") == 1


def test_workers_hand_errors_on(story: Path, tmp_path: Path) -> None:
    done = run("code", str(tmp_path / "gone.txt"), str(story), "--workers", "2", "--no-model")
    assert done.returncode == 1
    assert "gone.txt: no such file. Check its name" in done.stderr
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage: "),
        (["cod"], "No such command"),
        (["code"], "Missing argument"),
        (["code", "a.txt", "--published", "Tuesday"], "write YYYY-MM-DD"),
        (["code", "a.txt", "--format", "xml"], "'xml' is not one of jsonl, csv"),
        (["code", "a.txt", "--out", "nowhere/events.jsonl"], "there is no folder nowhere; make it first"),
        (["code", "a.txt", "--out", "."], ". is a folder; name a file in it"),
        (["code", "a.txt", "--out", "events.parquet"], "no file of the kind .parquet is written; it is one of .jsonl, .csv"),
        (["code", "a.txt", "--codebook", "nowhere"], "nowhere is not a folder"),
        (["relate", "--out", "nowhere/pairs.jsonl"], "there is no folder nowhere"),
        (["export", "--out", "events.xlsx"], "no file of the kind .xlsx is written"),
        (["incidents", "--type", "asault"], "did you mean ASSAULT"),
        (["chains", "--country", "Kenia"], "did you mean kenya"),
        (["codebook", "asault"], "did you mean assault"),
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_what_to_do(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("verb", ["code", "explain"])
def test_a_faulty_rule_stops_before_any_story_with_its_line(story: Path, tmp_path: Path, verb: str) -> None:
    (tmp_path / "mine").mkdir()
    done = run(verb, str(story), "--codebook", str(tmp_path / "mine"))
    assert done.returncode == 2
    assert "holds no .yaml files of rules" in " ".join(done.stderr.split())
    (tmp_path / "mine" / "rules.yaml").write_text("- id: mine.zap\n  event: ASSALT\n  verbs: [zap]\n", encoding="utf-8")
    done = run(verb, str(story), "--codebook", str(tmp_path / "mine"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "rules.yaml, line 1: mine.zap: no event type ASSALT; ASSAULT is meant?" in done.stderr
    assert "whowhom codebook check" in done.stderr


def test_a_faulty_table_of_actors_is_wrong_usage(story: Path, tmp_path: Path) -> None:
    table = tmp_path / "actors.csv"
    table.write_text("name,country\nFree Hills Front,YEM\n", encoding="utf-8")
    done = run("code", str(story), "--actors", str(table))
    assert done.returncode == 2
    assert "actors.csv, line 1: the column 'kind' is missing" in done.stderr


def test_a_story_in_another_language_is_told_apart_from_one_without_events(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "Les rebelles ont bombardé la ville de Haradh mardi et tué quatre civils, selon des médecins de la région voisine, qui est montagneuse.",
        encoding="utf-8",
    )
    done = run("code", str(path), "--no-model")
    assert done.returncode == 0
    assert "0 events, 0 errors, 1 that seems not to be English" in done.stderr


def test_release_asks_for_a_new_folder_before_it_takes_the_name(story: Path, tmp_path: Path) -> None:
    db = f"--db={tmp_path / 'events.db'}"
    assert run("code", str(story), db, "--no-model").returncode == 0
    done = run("release", "first", db, "--out", str(tmp_path))
    assert done.returncode == 2
    assert "no new or empty folder" in " ".join(done.stderr.split())
    assert run("release", "first", db, "--out", str(tmp_path / "first")).returncode == 0


def test_explain_shows_values_words_and_rules(story: Path) -> None:
    done = run("explain", str(story), "--published", "2024-03-14")
    assert done.returncode == 0, done.stderr
    for words in ("shelled[1]", "ASSAULT (heavy-weapons)", "2024-03-12", "at least four civilians", "assault.heavy.shell"):
        assert words in done.stdout


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": str(at), "text": STORY}) + "\n" for at in range(200)), encoding="utf-8")
    done = subprocess.run(f"{' '.join(COMMAND)} code {path} | head -n 1", shell=True, capture_output=True, text=True, timeout=120, check=False)  # noqa: S602
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_pipe_closed_early_is_no_failure() -> None:
    asked = f"{' '.join(COMMAND)} codebook ASSAULT | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", asked], capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_interrupt_keeps_what_was_written(tmp_path: Path) -> None:
    path, out = tmp_path / "many.jsonl", tmp_path / "events.jsonl"
    path.write_text("".join(json.dumps({"id": str(at), "text": STORY * 40}) + "\n" for at in range(5000)), encoding="utf-8")
    process = subprocess.Popen([*COMMAND, "code", str(path), "--out", str(out)], stderr=subprocess.PIPE, text=True)
    part = Path(f"{out}.part")
    for _ in range(600):
        if part.exists() and part.stat().st_size:
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert f"{part} holds what was written" in errors
    assert "whowhom: stopped" in errors
    assert part.stat().st_size > 0
    assert not out.exists()
