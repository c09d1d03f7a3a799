"""What the documents show is what the program does."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from whowhom import codebook, handbook
from whowhom.model import Event

TOP = Path(__file__).parent.parent
MAKE = runpy.run_path(str(TOP / "docs" / "make.py"))


def test_outputs_in_the_readme_are_the_program_s() -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    assert MAKE["readme"](text) == text, "run python docs/make.py"


@pytest.mark.parametrize("page", MAKE["PAGES"])
def test_outputs_in_the_pages_are_the_program_s(page: str) -> None:
    text = (TOP / "docs" / page).read_text(encoding="utf-8")
    assert MAKE["how_to"](text) == text, "run python docs/make.py"


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_the_python_of_the_pages_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (TOP / page).read_text(encoding="utf-8"), re.DOTALL)
    exec("\n".join(blocks), {})  # noqa: S102  our own pages
    assert "ASSAULT" in capsys.readouterr().out


def test_the_page_of_formats_is_current() -> None:
    made = MAKE["formats"]()
    assert (TOP / "docs" / "formats.md").read_text(encoding="utf-8") == made, "run python docs/make.py"


def test_the_codebook_page_is_current() -> None:
    assert (TOP / "docs" / "codebook.md").read_text(encoding="utf-8") == handbook.page(codebook.load()), "run python docs/make.py"


def test_the_page_of_crosswalks_is_current() -> None:
    assert (TOP / "docs" / "crosswalks.md").read_text(encoding="utf-8") == handbook.crosswalks(codebook.load()), "run python docs/make.py"


def test_the_readme_names_every_field_of_the_record() -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    fields = set(Event.model_fields) - {"schema_", "event_id", "doc_id"}
    assert {field for field in fields if f"`{field}`" not in text} == set()
