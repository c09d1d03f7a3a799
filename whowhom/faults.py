"""What is wrong with a folder of rules? Its schema, its sentences, and rules that claim the same words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whowhom import codebook
from whowhom.codebook import Codebook, check_rule, knowledge_folder, rule_files
from whowhom.coder import Coder, Setup
from whowhom.entries import Rule, each_entry
from whowhom.errors import CodebookError
from whowhom.prove import prove


def check(folder: Path | None) -> Iterator[str]:
    """The faults of a folder of event rules, each with file and line: schema, sentences that fail, overlaps. Ours where no folder is given.

    A folder with faults of schema is read no further.
    """
    home = folder or knowledge_folder()
    rules: list[Rule] = []
    faults: list[str] = []
    for path in rule_files(home):
        try:
            for entry in each_entry(Rule, path):
                if isinstance(entry, Rule):
                    rules.append(entry)
                else:
                    faults.append(str(entry))
        except CodebookError as error:
            faults.append(str(error))
    faults += _mistakes(rules)
    if not rules and not faults:
        faults.append(f"{home}: no rules here. Give a folder with .yaml files of rules, or one that holds them in a folder `events`")
    yield from faults
    if faults:
        return
    coder = Coder(Setup(codebook=folder, model=False))
    by_id = {rule.id: rule for rule in rules}
    for failure in prove(rules, coder):
        rule = by_id[failure.rule]
        wanted = "gives no event of this rule" if failure.wanted == "yes" else "must not give an event"
        line = _line_of(home, rule, failure.sentence)
        yield f"{rule.file}, line {line}: {failure.rule}: “{failure.sentence}” {wanted} ({failure.found})"
    yield from overlaps(rules, coder.book)


def _mistakes(rules: list[Rule]) -> Iterator[str]:
    """What no single entry shows: codes that are none, ids used twice, rules that prove nothing."""
    book = codebook.load()
    seen: dict[str, Rule] = {}
    for rule in rules:
        try:
            check_rule(book, rule)
        except CodebookError as error:
            yield str(error)
        if (other := seen.setdefault(rule.id, rule)) is not rule:
            yield f"{rule.file}, line {rule.line}: id {rule.id} is used twice (first in {other.file}, line {other.line})"
        for kind, what in (("yes", "must"), ("no", "must not")):
            if not getattr(rule, kind):
                yield f"{rule.file}, line {rule.line}: {rule.id} has no sentence that {what} give its event (`{kind}`)"


def _line_of(home: Path, rule: Rule, sentence: str) -> int:
    """The line where a sentence of a rule stands; that of the rule where it is wrapped or escaped."""
    path = next((path for path in rule_files(home) if path.name == rule.file), None)
    lines = path.read_text(encoding="utf-8").splitlines()[rule.line - 1 :] if path is not None else []
    return next((rule.line + at for at, line in enumerate(lines) if sentence in line), rule.line)


def overlaps(rules: list[Rule], book: Codebook) -> Iterator[str]:
    """Wordings of these rules that another rule of the codebook claims too, and no `only` tells them apart: the order of files decides."""
    own = {rule.id for rule in rules}
    seen: dict[tuple[str, str, str], Rule] = {}
    for rule in book.rules.values():
        for part in ("verbs", "nouns", "adjectives"):
            for word in getattr(rule, part):
                other = seen.setdefault((part, word.lower(), repr(sorted(rule.only.items()))), rule)
                if other is rule or not {rule.id, other.id} & own:
                    continue
                second, first = (rule, other) if rule.id in own else (other, rule)
                where = f"{first.id} ({first.file}, line {first.line})"
                yield (
                    f"{second.file}, line {second.line}: {second.id} and {where} both claim the {part[:-1]} “{word}”. Tell them apart by `only`, "
                    "or drop the words from one of them; a rule with the id of ours takes its place"
                )
