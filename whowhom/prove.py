"""Do the rules prove themselves? Runs the yes and no sentences of a rules file through the coder.

python -m whowhom.prove FILE.yaml …
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from whowhom.coder import Coder, Setup, document
from whowhom.coding.draft import Draft
from whowhom.entries import Rule, entries_of
from whowhom.model import Story


class Failure(NamedTuple):
    """A sentence that did not do what its rule says, and what the coder said of it."""

    rule: str
    wanted: str
    sentence: str
    found: str


def prove(rules: list[Rule], coder: Coder) -> list[Failure]:
    """The sentences that fail: a `yes` without an event of the rule's type and modes, a `no` with an event by the rule."""
    cases = [(rule, wanted, sentence) for rule in rules for wanted, sentences in (("yes", rule.yes), ("no", rule.no)) for sentence in sentences]
    stories = coder.code_all(document(sentence, published="2024-03-14") for _, _, sentence in cases)
    return [
        Failure(rule.id, wanted, sentence, summary(story))
        for (rule, wanted, sentence), story in zip(cases, stories, strict=True)
        if fires(rule, story, by_type=wanted == "yes") != (wanted == "yes")
    ]


def fires(rule: Rule, story: Story, by_type: bool) -> bool:
    """Whether an event of the story is the rule's: by its type and modes, or by the rule itself."""
    for event in story.events:
        read_by = any(evidence.rule == rule.id for evidence in event.evidence if evidence.field == "trigger")
        if read_by or (by_type and event.type == rule.event and set(rule.modes) <= set(event.modes)):
            return True
    return False


def summary(story: Story) -> str:
    return (
        "; ".join(
            f"{event.type}{'/' + '+'.join(event.modes) if event.modes else ''} “{event.trigger.text}” by {event.evidence[0].rule} "
            f"({' + '.join(p.text for p in event.actor) or '?'} → {' + '.join(p.text for p in event.recipient) or '?'}, {event.reality})"
            for event in story.events
        )
        or "no event"
    )


def main(paths: list[str]) -> int:
    coder = Coder(Setup(model=False))  # a rule proves itself without the classifier
    failures = 0
    for path in paths:
        rules = entries_of(Rule, Path(path))
        sentences = sum(len(rule.yes) + len(rule.no) for rule in rules)
        found = prove(rules, coder)
        failures += len(found)
        for failure in found:
            print(f"{failure.wanted.upper():3} {failure.rule}: {failure.sentence}\n      → {failure.found}")
        print(f"{path}: {len(rules)} rules, {sentences} sentences, {len(found)} failing")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

__all__ = ["Draft", "Failure", "prove"]
