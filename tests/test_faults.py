"""What `whowhom codebook check` says of a folder of rules: each fault with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from whowhom import codebook, faults
from whowhom.errors import CodebookError

GOOD = """\
- id: assault.test.zap
  event: ASSAULT
  verbs: [zap]
  yes: ["Rebels zapped soldiers in Juba.", "The army zapped rebels near Wau."]
  no: ["He hummed a song."]
"""
AGAIN = GOOD.replace("assault.test.zap", "assault.test.again")


FAULTS: list[tuple[str, list[str]]] = [  # rules.yaml, what is said of it
    (GOOD, []),
    # sentences
    (GOOD.replace("He hummed a song.", "He zapped a rival."), ["line 5: assault.test.zap: “He zapped a rival.” must not give an event"]),
    (
        GOOD.replace("Rebels zapped soldiers in Juba.", "Rebels sang in Juba."),
        ["line 4: assault.test.zap: “Rebels sang in Juba.” gives no event of this rule"],
    ),
    (GOOD.replace("  no:", "  # no:"), ["line 1: assault.test.zap has no sentence that must not give its event (`no`)"]),
    (GOOD.split("  yes")[0], ["has no sentence that must give its event (`yes`)", "has no sentence that must not"]),
    # schema: all faults at once
    (GOOD.replace("event: ASSAULT", "event: ATTACK"), ["line 1: assault.test.zap: no event type ATTACK"]),
    (GOOD + "  modes: [laser]\n", ["no mode laser"]),
    (GOOD + "  contexts: [space]\n", ["no context space"]),
    (GOOD.replace("verbs", "verb"), ["line 3: verb: no such key; verbs is meant?"]),
    (GOOD.replace("[zap]", "5"), ["line 3: verbs: a list of words is wanted"]),
    (GOOD.replace("[zap]", '[""]'), ["line 3: verbs: one of them is empty"]),
    (GOOD.replace("- id: assault.test.zap\n  event", "- event"), ["line 1: id: is wanted"]),
    (GOOD + "  only: {objct: [soldier]}\n", ["no function objct; object is meant?"]),
    (GOOD + "  actor: subjct\n", ["no function subjct; subject is meant?"]),
    (GOOD + "  only: {object: [$soldiers]}\n", ["line 6: only: no class of words $soldiers (there are $aircraft, $armed"]),
    (GOOD + "  reality: maybe\n" + AGAIN.replace("[zap]", "7"), ["line 6: reality: ", "line 9: verbs: a list of words is wanted"]),
    (GOOD + GOOD, ["line 6: id assault.test.zap is used twice (first in rules.yaml, line 1)"]),
    # no rules at all
    ("", ["no rules here"]),
    ("- just words\n- 7\n", ["line 1: not an entry: 'just words'", "line 2: not an entry: 7"]),
    ("id: assault.test.zap\n", ["line 1: a list of entries is wanted"]),
    ("- id: [\n", ["line 2: "]),
    ("- id: a\n\tevent: AID\n", ["line 2: found a tab character"]),
    ("- &it\n  id: a\n  only: *it\n", ["holds itself"]),
    # rules that claim the same words
    (GOOD + AGAIN, ["line 6: assault.test.again and assault.test.zap (rules.yaml, line 1) both claim the verb “zap”. Tell them apart by `only`"]),
    (GOOD + AGAIN + "  only: {object: [soldier, rebel]}\n", []),
    (GOOD.replace("[zap]", "[zap, ambush]"), ["assault.test.zap and assault.", "both claim the verb “ambush”"]),
]


@pytest.mark.parametrize(("content", "wanted"), FAULTS)
def test_a_folder_of_rules_is_checked(tmp_path: Path, content: str, wanted: list[str]) -> None:
    (tmp_path / "rules.yaml").write_text(content, encoding="utf-8")
    found = list(faults.check(tmp_path))
    assert len(found) == len(wanted) or "both claim" in "".join(wanted)
    assert all(any(words in fault for fault in found) for words in wanted), found
    assert all(str(tmp_path) in fault or fault.startswith("rules.yaml, line ") for fault in found)


def test_files_may_end_in_yml_and_stand_in_events(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "mine.yml").write_text(GOOD, encoding="utf-8")
    assert list(faults.check(tmp_path)) == []
    assert "assault.test.zap" in codebook.load(tmp_path).rules


@pytest.mark.parametrize(("content", "words"), [(b"- id: caf\xe9\n", "line 1: not UTF-8"), (None, "line 1: cannot be read (Is a directory)")])
def test_what_is_no_text_is_told_so(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "rules.yaml"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    assert [words in fault for fault in faults.check(tmp_path)] == [True]
    with pytest.raises(CodebookError, match=r"rules\.yaml, line 1"):
        codebook.load(tmp_path)


def test_a_folder_without_rules_is_told_so(tmp_path: Path) -> None:
    assert "no rules here" in next(faults.check(tmp_path))


def test_no_two_rules_of_ours_claim_the_same_words() -> None:
    book = codebook.load()
    assert list(faults.overlaps(list(book.rules.values()), book)) == []
