"""Short ways to make reports for the tests of merging."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.coder import Coder, document
from whowhom.merge.copies import signature_of
from whowhom.merge.incident import Member
from whowhom.merge.report import Report, reports_of
from whowhom.merge.rules import MergeRules, load

Told = Callable[..., Report]


@pytest.fixture(scope="session")
def rules() -> MergeRules:
    return load()


@pytest.fixture(scope="session")
def told(coder: Coder, rules: MergeRules) -> Told:
    """The first event of a text as merging compares it; the text's own words make it a report of its own."""

    def run(text: str, published: str | None = "2024-03-14", source: str | None = None) -> Report:
        made = document(text, published, source=source, id=f"{source}: {text}")
        story = next(iter(coder.code_all([made])))
        return reports_of(story.events, made, rules)[0]

    return run


@pytest.fixture(scope="session")
def member(coder: Coder, rules: MergeRules) -> Callable[..., Member]:
    """The first event of a text as a member of an incident."""

    def run(text: str, published: str = "2024-03-14", source: str = "A Wire") -> Member:
        event = coder.code(text, published).events[0]
        return Member(event, None, published, source, None, rules.family_of(source), signature_of(text))

    return run
