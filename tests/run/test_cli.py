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

COMMAND = [sys.executable, "-m", "whowhom.cli"]
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


@pytest.mark.parametrize("arguments", [["code"], ["code", "a.txt", "--published", "Tuesday"], ["code", "a.txt", "--format", "xml"], ["cod"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2


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
    assert part.stat().st_size > 0
    assert not out.exists()
