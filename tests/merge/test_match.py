"""Two reports, one deed or two? A table of sentences, each told by a source of its own on Thursday, 14 March 2024."""

from __future__ import annotations

import pytest

from tests.merge.conftest import Told
from whowhom.merge.block import keys_of
from whowhom.merge.match import NEVER, compare
from whowhom.merge.report import Report
from whowhom.merge.rules import MergeRules

SHELLING = "Rebels shelled the Yemeni town of Haradh on Tuesday and killed four civilians, doctors said."
ONE_DEED = [
    "Four people were killed when rebels fired mortars at Haradh in Yemen on Tuesday.",
    "At least five civilians died in rebel shelling of Haradh in northern Yemen on Tuesday, residents said.",
    "Shells fired by rebels hit the Yemeni town of Haradh on Tuesday. Four villagers were killed.",
    SHELLING,
]
TWO_DEEDS = [
    "Rebels shelled the Yemeni town of Haradh on Sunday and killed four civilians, doctors said.",  # another day
    "Rebels shelled the Yemeni city of Taiz on Tuesday and killed four civilians, doctors said.",  # another place
    "Saudi jets bombed the Yemeni town of Haradh on Tuesday and killed forty rebels, doctors said.",  # others, otherwise, to others
    "Gunmen abducted two journalists in the Yemeni town of Haradh on Tuesday.",  # another deed
    "Thousands protested in the Yemeni town of Haradh on Tuesday.",  # of another family
    "Rebels threatened to shell the Yemeni town of Haradh on Tuesday.",  # nothing has happened
]


@pytest.mark.parametrize("text", ONE_DEED)
def test_one_deed(told: Told, rules: MergeRules, text: str) -> None:
    match = compare(told(SHELLING, source="One"), told(text, source="Other"), rules)
    assert match.score > 0, match.reasons
    assert 0.5 < match.probability <= 1


@pytest.mark.parametrize("text", TWO_DEEDS)
def test_two_deeds(told: Told, rules: MergeRules, text: str) -> None:
    match = compare(told(SHELLING, source="One"), told(text, source="Other"), rules)
    assert match.score < 0, match.reasons
    assert match.probability < 0.5


@pytest.mark.parametrize("text", ONE_DEED + TWO_DEEDS)
def test_the_order_of_two_reports_says_nothing(told: Told, rules: MergeRules, text: str) -> None:
    one, other = told(SHELLING, source="One"), told(text, source="Other")
    assert compare(one, other, rules).score == compare(other, one, rules).score


@pytest.mark.parametrize("text", ONE_DEED)
def test_reports_of_one_deed_share_a_block(told: Told, text: str) -> None:
    assert set(keys_of(told(SHELLING))) & set(keys_of(told(text)))


def test_every_reason_names_its_weight(told: Told, rules: MergeRules) -> None:
    match = compare(told(SHELLING, source="One"), told(ONE_DEED[0], source="Other"), rules)
    weights = [float(reason.rsplit("(", 1)[1].rstrip(")")) for reason in match.reasons]
    assert "same day (+1.1)" in match.reasons
    assert sum(weights) + rules.weights["start"] == pytest.approx(match.score, abs=0.05 * len(weights))


def test_a_day_apart_is_compared_and_weighs_against(told: Told, rules: MergeRules) -> None:
    one, other = told(SHELLING), told("Rebels shelled the Yemeni town of Haradh on Wednesday and killed four civilians.")
    assert set(keys_of(one)) & set(keys_of(other))
    assert "a day apart (-1.5)" in compare(one, other, rules).reasons


def test_what_answers_another_deed_of_its_story_is_not_that_deed(coder, rules: MergeRules) -> None:  # type: ignore[no-untyped-def]
    from whowhom.coder import document
    from whowhom.merge.report import reports_of

    made = document("The army bombed Sirwah on Wednesday in retaliation for the shelling of Haradh.", "2024-03-14")
    answer, cause = reports_of(next(iter(coder.code_all([made]))).events, made, rules)
    assert compare(answer, cause, rules).score == NEVER
    assert not cause.dated
    assert cause.first is not None and answer.first is not None and cause.first < answer.first - 20  # the cause may lie weeks back


def test_a_report_survives_the_journey_through_json(told: Told) -> None:
    report = told(SHELLING)
    assert Report.from_json(report.as_json()) == report
