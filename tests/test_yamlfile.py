"""What the knowledge files hold is the same whether their YAML is read or what was kept of it, and an edited file counts at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from whowhom import yamlfile
from whowhom.codebook import knowledge_folder
from whowhom.yamlfile import keep_read, read_yaml

FILES = sorted(knowledge_folder().rglob("*.yaml"))


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the package's own."""
    folder = tmp_path / "read"
    monkeypatch.setattr(yamlfile, "ALREADY_READ", folder)
    return folder


def test_what_is_kept_is_what_the_yaml_says(read: Path) -> None:
    by_yaml = [read_yaml(path) for path in FILES]
    keep_read(FILES, read)
    assert len(list(read.glob("*.json"))) == len(FILES) > 20
    assert [read_yaml(path) for path in FILES] == by_yaml


def test_what_is_kept_is_taken_until_the_file_is_edited(tmp_path: Path, read: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("- id: tents\n", encoding="utf-8")
    keep_read([path], read)
    [kept] = read.glob("*.json")
    kept.write_text(kept.read_text(encoding="utf-8").replace("tents", "blankets"), encoding="utf-8")
    assert read_yaml(path)[0]["id"] == "blankets"
    path.write_text("- id: food\n", encoding="utf-8")
    assert read_yaml(path)[0]["id"] == "food"
    keep_read([path], read)
    assert not kept.exists()


@pytest.mark.parametrize(("text", "content"), [("1999: a year\n", {1999: "a year"}), ("[1999-05-01]\n", [date(1999, 5, 1)])])
def test_what_json_cannot_hold_is_not_kept(text: str, content: object, tmp_path: Path, read: Path) -> None:
    path = tmp_path / "years.yaml"
    path.write_text(text, encoding="utf-8")
    keep_read([path], read)
    assert not list(read.glob("*.json"))
    assert read_yaml(path) == content
