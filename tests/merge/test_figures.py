"""Tolls: every claim is kept; low, best and high follow a rule that is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Code
from whowhom.merge.figures import TOLL_RULES, Figure, Teller, choose, figures_of, tolls_of
from whowhom.merge.incident import Member, derive
from whowhom.model import Harm

REPORTS = [
    ("A bomb killed 10 people at a market in Kabul on Tuesday, residents said.", "2024-03-12", "One Wire"),
    ("A bomb at a Kabul market killed 14 people on Tuesday, the interior ministry said.", "2024-03-13", "Two Wire"),
    ("A bomb killed 14 people on Tuesday at a market in Kabul, a witness said.", "2024-03-13", "Three Wire"),
    ("A bomb killed 17 people at a market in Kabul on Tuesday, relatives said.", "2024-03-14", "Four Wire"),
]


@pytest.mark.parametrize(("rule", "best"), [("latest", 17), ("most-sources", 14), ("official", 14), ("lowest", 10)])
def test_rules(member: Callable[..., Member], rule: str, best: int) -> None:
    toll = derive("i1", [member(*report) for report in REPORTS], rule).toll("killed")  # type: ignore[arg-type]
    assert toll is not None
    assert (toll.low, toll.best, toll.high, toll.rule) == (10, best, 17, rule)
    assert toll.disputed
    assert {(claim.number, claim.publisher, claim.official) for claim in toll.claims} == {
        (10, "One Wire", False), (14, "Two Wire", True), (14, "Three Wire", False), (17, "Four Wire", False),
    }  # fmt: skip
    assert [claim.published for claim in toll.claims] == [day for _, day, _ in REPORTS]


def test_the_rules_are_the_four_that_the_handbook_names() -> None:
    assert TOLL_RULES == ("latest", "most-sources", "official", "lowest")


def test_a_copied_figure_counts_once(member: Callable[..., Member]) -> None:
    copies = [member(REPORTS[3][0], "2024-03-13", f"Paper {number}") for number in range(3)]
    others = [member(REPORTS[1][0], "2024-03-13", "Two Wire"), member(REPORTS[2][0], "2024-03-13", "Three Wire")]
    incident = derive("i1", [*copies, *others], "most-sources")
    toll = incident.toll("killed")
    assert toll is not None and toll.best == 14  # two sources against one that was printed three times
    assert (incident.sources, len(incident.reports)) == (3, 5)


@pytest.mark.parametrize(
    ("told", "total", "groups"),
    [
        ({"unspecified": 12, "children": 3}, 12, {"children": 3}),  # "12 people, three of them children"
        ({"military": 4, "police": 2}, 6, {"military": 4, "police": 2}),  # "four soldiers and two policemen"
        ({"civilians": 9, "children": 4, "women": 2}, 9, {"civilians": 9, "children": 4, "women": 2}),
        ({"unspecified": 2, "military": 5}, 5, {"military": 5}),  # people at large who cannot cover the soldiers
        ({"women": 1, "children": 2}, 3, {"women": 1, "children": 2}),  # "a woman and her two children"
    ],
)
def test_groups_add_up_and_parts_do_not(code: Code, told: dict[str, int], total: int, groups: dict[str, int]) -> None:
    event = code("Gunmen killed people in Kano on Tuesday.")[0]
    harm = [
        Harm.model_validate({"kind": "killed", "who": who, "low": n, "best": n, "high": n, "stated": "number", "text": "people", "span": (14, 20)})
        for who, n in told.items()
    ]
    figures = figures_of(event.model_copy(update={"harm": tuple(harm)}), Teller(publisher=None, published=None, source=0))
    tolls = {toll.who: toll.best for toll in tolls_of(figures)}
    assert tolls == {None: total, **groups}


def test_nobody_harmed_is_told_and_not_addressed_is_not(code: Code) -> None:
    event = code("Gunmen attacked a bus in Kano on Tuesday. No one was killed.")[0]
    (toll,) = tolls_of(figures_of(event, Teller(publisher=None, published=None, source=0)))
    assert (toll.kind, toll.low, toll.best, toll.high) == ("killed", 0, 0, 0)


def claim(low: int | None, best: int | None, high: int | None) -> Figure:
    return Figure(
        kind="killed", who=None, low=low, best=best, high=high, stated="number", text="x", event_id="e", doc_id="d", publisher=None, published=None,
        source=0, claimant=None, official=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [((5, 5, 5), (5, 5, 5), False), ((5, 5, 5), (7, 7, 7), True), ((5, 5, None), (9, 9, 9), False), ((24, None, None), (9, 9, 9), True),
     ((None, None, 9), (4, 4, 4), False), ((None, None, 9), (12, 12, 12), True)],
)  # fmt: skip
def test_claims_that_exclude_each_other_are_disputed(one: tuple[int, int, int], other: tuple[int, int, int], disputed: bool) -> None:
    assert tolls_of([claim(*one), claim(*other)])[0].disputed is disputed


def test_no_claim_no_choice() -> None:
    assert choose([], "latest") is None
