"""Wire copy is one source; stories in words of their own are several."""

from __future__ import annotations

import pytest

from whowhom.merge.copies import COPIED, independent_sources, likeness, signature_of
from whowhom.merge.rules import MergeRules

WIRE = (
    "Rebels shelled the town of Haradh on Tuesday and killed four civilians, doctors said. The army answered on Wednesday with air strikes on two "
    "depots near Sirwah. A spokesman for the rebels denied that civilians had been hit and spoke of a legitimate target."
)
REPRINTED = [WIRE, WIRE.replace("doctors said", "medics said"), WIRE.upper(), "HARADH, Yemen - " + WIRE]
REWRITTEN = [
    "Four people died on Tuesday when shells fired by rebels hit Haradh. A day later jets of the army bombed depots close to Sirwah.",
    "Doctors in Haradh counted four dead civilians after rebel shelling on Tuesday; the army's air strikes on Wednesday hit depots near Sirwah.",
    "",
]


@pytest.mark.parametrize("text", REPRINTED)
def test_reprinted(text: str) -> None:
    assert likeness(signature_of(WIRE), signature_of(text)) >= COPIED


@pytest.mark.parametrize("text", REWRITTEN)
def test_rewritten(text: str) -> None:
    assert likeness(signature_of(WIRE), signature_of(text)) < COPIED / 2


@pytest.mark.parametrize(
    ("reports", "sources"),
    [
        ([("afp", WIRE), ("morning-post", WIRE), ("reuters", REWRITTEN[0])], [0, 0, 1]),  # a reprint
        ([("reuters", WIRE), ("reuters", REWRITTEN[0]), (None, REWRITTEN[1])], [0, 0, 1]),  # two stories of one house
        ([(None, REWRITTEN[0]), (None, REWRITTEN[1])], [0, 1]),  # publishers that are not known are not the same
        ([("a", WIRE), ("b", REWRITTEN[0]), ("a", REWRITTEN[0])], [0, 0, 0]),  # joined by a third
    ],
)
def test_independent_sources(reports: list[tuple[str | None, str]], sources: list[int]) -> None:
    assert independent_sources([(family, signature_of(text)) for family, text in reports]) == sources


@pytest.mark.parametrize(
    ("publisher", "family"),
    [("Reuters", "reuters"), ("https://www.reuters.com/world", "reuters"), ("RFI", "france-medias-monde"), ("france24.com", "france-medias-monde"),
     ("Lagos Courier", "lagos courier"), ("", None), (None, None)],
)  # fmt: skip
def test_publisher_families(rules: MergeRules, publisher: str | None, family: str | None) -> None:
    assert rules.family_of(publisher) == family
