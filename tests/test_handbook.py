"""What `whowhom codebook` lists, explains and checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from whowhom import codebook, handbook
from whowhom.errors import WhowhomError

GOOD = """\
- id: assault.test.zap
  event: ASSAULT
  verbs: [zap]
  yes: ["Rebels zapped soldiers in Juba.", "The army zapped rebels near Wau."]
  no: ["He hummed a song."]
"""


def test_the_overview_names_every_type_and_context() -> None:
    book = codebook.load()
    text = "\n".join(handbook.overview(book))
    assert all(name in text for name in (*book.types, *book.contexts))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ASSAULT", "mode drone: score -9.5, CAMEO 195"),
        ("curfew", "coerce.curfew"),
        ("election", "election: context, told by"),
        ("assault.result.kill", "actor: subject"),
    ],
)
def test_codes_are_explained(code: str, words: str) -> None:
    assert words in "\n".join(handbook.explain(codebook.load(), code))


def test_an_unknown_code_is_an_error_that_says_where_to_look() -> None:
    with pytest.raises(WhowhomError, match="See `whowhom codebook`"):
        list(handbook.explain(codebook.load(), "nonsense"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (GOOD, ""),
        (GOOD.replace("He hummed a song.", "He zapped a rival."), "must not give an event"),
        (GOOD.replace("Rebels zapped soldiers in Juba.", "Rebels sang in Juba."), "gives no event of this rule"),
        (GOOD.replace("event: ASSAULT", "event: ATTACK"), "no event type ATTACK"),
        (GOOD.replace("verbs", "verb"), "rules.yaml, line 1"),
    ],
)
def test_a_folder_of_rules_is_checked(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "rules.yaml").write_text(content, encoding="utf-8")
    faults = list(handbook.check(tmp_path))
    assert (faults == []) if not words else (len(faults) == 1 and words in faults[0])


def test_a_folder_without_rules_is_told_so(tmp_path: Path) -> None:
    assert "no rules here" in next(handbook.check(tmp_path))
