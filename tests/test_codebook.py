"""Mistakes in knowledge files name file and line; what is right is compiled for lookup."""

from __future__ import annotations

from pathlib import Path

import pytest

from whowhom import codebook
from whowhom.codebook import knowledge_folder, tabled, word_list
from whowhom.entries import Connector, Framing, Role, Rule, WordClass, entries_of
from whowhom.errors import CodebookError
from whowhom.gazetteer import rows_of

GOOD = """\
- id: mine.flood
  event: COERCE
  modes: [seize]
  verbs: [flood, "lay under water"]
  nouns: [flooding, "release of water"]
  "yes": ["Soldiers flooded the valley."]
  "no": ["The river flooded the valley."]
"""


def broken(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


ENTRIES: list[tuple[type, str, int, str]] = [  # kind of entry, text of the file, line of the mistake, words of the message
    (
        Rule,
        "- id: a\n  event: AID\n  verbs: [help]\n- id: b\n  event: AID\n  verb: [feed]\n",
        6,
        "verb: no such key; verbs is meant? (there are actor, adjectives",
    ),
    (Rule, "# a remark\n\n- event: AID\n  verbs: [help]\n", 3, "id: is wanted"),
    (Rule, "- id: a\n  event: AID\n  verbs: 5\n", 3, "verbs: a list of words is wanted"),
    (Rule, "- id: a\n  event: AID\n  verbs: [help]\n  harm: bruised\n", 4, "harm: Input should be 'killed', 'wounded'"),
    (Rule, "id: a\nevent: AID\n", 1, "a list of entries is wanted"),
    (Rule, "- helped\n- fed\n", 1, "not an entry: 'helped'"),
    (Rule, "- id: a\n  event: AID\n  verbs: [help\n- id: b\n", 4, "expected"),
    (Rule, "- id: a\n\tevent: AID\n", 2, "found a tab character"),
    (Rule, '- id: "a\n', 2, "unexpected end of stream"),
    (Role, "- id: a\n  nouns: [nun]\n- id: b\n  sector: REL\n", 3, "nouns: is wanted"),
    (WordClass, "- words: [sling]\n", 1, "class: is wanted"),
    (Framing, "- id: a\n  verbs: [doubt]\n  effect: doubtful\n", 3, "effect"),
    (Connector, "- {id: a, kind: causes, verbs: [cause]}\n", 1, "kind: Input should be 'in-response-to', 'caused-by' or 'follows'"),
    (Rule, "- {id: a, event: AID, verbs: [help], only: {subject: $peple}}\n", 1, "$peple"),
    (Rule, "- id: a\n  event: AID\n  verbs: [help]\n  verbs: [feed]\n", 1, "verbs"),
    (Rule, "- id: a\n  event: AID\n  verbs: [help]\n- fed\n", 4, "not an entry: 'fed'"),
]


@pytest.mark.parametrize(("kind", "text", "line", "words"), ENTRIES)
def test_a_mistake_in_an_entry_names_file_and_line(tmp_path: Path, kind: type, text: str, line: int, words: str) -> None:
    with pytest.raises(CodebookError) as caught:
        entries_of(kind, broken(tmp_path, text))
    assert (caught.value.file, caught.value.line) == ("mine.yaml", line)
    assert words in caught.value.what
    assert str(caught.value).startswith(f"mine.yaml, line {line}: ")


RULES: list[tuple[str, int, str]] = [  # text of a rules file, line of the mistake, message
    ("- id: a\n  event: FIGHT\n  verbs: [fight]\n", 1, "a: no event type FIGHT"),
    ("\n- id: a\n  event: ASSAULT\n  modes: [aerial, naval]\n  verbs: [sink]\n", 2, "a: ASSAULT has no mode naval"),
    ("- id: a\n  event: AID\n  modes: [visit]\n  verbs: [help]\n", 1, "a: AID has no mode visit"),
    ("- id: a\n  event: AID\n  contexts: [weather]\n  verbs: [help]\n", 1, "a: no context weather"),
    ("- id: a\n  event: AID\n", 1, "a: names no verbs, nouns or adjectives"),
    ("- id: a\n  event: AID\n  verbs: [help]\n- id: a\n  event: AID\n  verbs: [feed]\n", 4, "id a is used twice"),
]


@pytest.mark.parametrize(("text", "line", "words"), RULES)
@pytest.mark.parametrize("below", ["", "events"])
def test_a_mistake_in_a_rule_names_file_and_line(tmp_path: Path, below: str, text: str, line: int, words: str) -> None:
    folder = tmp_path / below
    folder.mkdir(exist_ok=True)
    broken(folder, text)
    with pytest.raises(CodebookError) as caught:
        codebook.load(tmp_path)
    assert (caught.value.file, caught.value.line, caught.value.what) == ("mine.yaml", line, words)


def test_an_id_used_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(CodebookError, match=r"b\.yaml, line 1: id mine\.flood is used twice"):
        codebook.load(tmp_path)


def test_rules_of_a_folder_are_added_to_ours(tmp_path: Path) -> None:
    broken(tmp_path, GOOD)
    ours, both = codebook.load(), codebook.load(tmp_path)
    assert set(both.rules) - set(ours.rules) == {"mine.flood"}
    assert both.digest != ours.digest
    assert [pattern.rest for pattern in both.verbs["lay"] if pattern.rule.id == "mine.flood"] == [("under", "water")]
    assert [pattern.rest for pattern in both.nouns["release"] if pattern.rule.id == "mine.flood"] == [("of", "water")]


def test_a_rule_of_our_id_takes_its_place(tmp_path: Path) -> None:
    name = next(iter(codebook.load().rules))
    broken(tmp_path, GOOD.replace("mine.flood", name))
    assert codebook.load(tmp_path).rules[name].verbs == ("flood", "lay under water")
    assert len(codebook.load(tmp_path).rules) == len(codebook.load().rules)


def test_entries_know_where_they_stand(tmp_path: Path) -> None:
    (first, second) = entries_of(Rule, broken(tmp_path, GOOD + GOOD.replace("mine.flood", "mine.dam")))
    assert (first.file, first.line, first.id) == ("mine.yaml", 1, "mine.flood")
    assert (second.line, second.id) == (8, "mine.dam")


def test_an_empty_file_has_no_entries(tmp_path: Path) -> None:
    assert entries_of(Rule, broken(tmp_path, "# nothing yet\n")) == []


def test_a_single_word_is_a_list_of_one(tmp_path: Path) -> None:
    (rule,) = entries_of(Rule, broken(tmp_path, "- {id: a, event: AID, verbs: help, unless: {object: thief}}\n"))
    assert (rule.verbs, rule.unless) == (("help",), {"object": ("thief",)})


def test_yes_no_and_on_are_words(tmp_path: Path) -> None:
    (rule,) = entries_of(Rule, broken(tmp_path, "- {id: a, event: AID, verbs: [help], recipient: [on, off], yes: [He helps.], no: [It helps.]}\n"))
    assert (rule.recipient, rule.yes, rule.no) == (("on", "off"), ("He helps.",), ("It helps.",))


def test_a_table_row_of_another_width_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("name,country\nGao,MLI\nTaiz,YEM,Yemen\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"places\.csv, line 3: this row has another number of columns than the header"):
        list(rows_of(path))


@pytest.mark.parametrize(("name", "word"), [("transparent", "dozen"), ("locative", "near"), ("directions", "northern"), ("backed", "funded")])
def test_word_lists_are_read_by_name(name: str, word: str) -> None:
    assert word in word_list(name)


@pytest.mark.parametrize(("name", "words"), tabled("grammar").items(), ids=str)
def test_every_word_list_is_read_somewhere_and_holds_no_word_twice(name: str, words: list[str]) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in knowledge_folder().parent.rglob("*.py"))
    assert f'"{name}"' in code
    assert sorted(map(str, words)) == sorted(word_list(name))


def test_an_unknown_word_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_list("adverbs of doubt")


def test_our_own_knowledge_has_all_types_and_modes() -> None:
    book = codebook.load()
    assert len(book.types) == 16
    assert len(book.contexts) == 37
    assert {rule.event for rule in book.rules.values()} == set(book.types)
    assert {kind for kind, _ in book.cameo} == set(book.types)


def test_every_yaml_file_of_ours_is_read_without_a_mistake() -> None:
    for path in sorted((knowledge_folder() / "events").glob("*.yaml")):
        assert all(rule.file == path.name and rule.line > 0 for rule in entries_of(Rule, path))
