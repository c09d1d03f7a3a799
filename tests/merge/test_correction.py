"""A corrected field holds what the person said, with the person as its rule; what makes no sense is refused in words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Code
from whowhom.merge.correction import FIELDS, CorrectionError, correct
from whowhom.merge.rules import MergeRules

TEXT = "Rebels shelled the Yemeni town of Haradh on Tuesday and killed at least four civilians, doctors said. The village of Bani Hasan was hit too."


def at(value: Any, path: str) -> Any:
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


@pytest.mark.parametrize(
    ("field", "value", "path", "wanted"),
    [
        ("type", "coerce", "type", "COERCE"),
        ("type", "COERCE", "quad", "material-conflict"),
        ("type", "COERCE", "modes", ()),
        ("modes", "aerial, drone", "modes", ("aerial", "drone")),
        ("modes", "aerial", "intensity", -9.5),
        ("modes", "aerial", "acled.sub_event_type", "Air/drone strike"),
        ("type", "COERCE", "acled", None),  # a COERCE without a mode is nothing that ACLED records
        ("type", "COERCE", "ucdp", None),
        ("recipient", "Army, YEM, MIL", "ucdp", 3),  # the four dead stay civilians
        ("killed", "0", "ucdp", None),
        ("reality", "alleged", "reality", "alleged"),
        ("tense", "historical", "tense", "historical"),
        ("date", "2024-03-11", "date.end", "2024-03-11"),
        ("date", "2024-03-11..2024-03-13", "date.end", "2024-03-13"),
        ("date", "-", "date", None),
        ("place", "Bani Hasan, YEM, 16.30, 43.10", "place.lat", 16.30),
        ("place", "Bani Hasan", "place.text", "Bani Hasan"),
        ("place", "Elsewhere, YEM", "place.text", "shelled"),
        ("actor", "Houthis, YEM, REB; Army of Islam", "actor.1.name", "Army of Islam"),
        ("actor", "Houthis, YEM, REB", "actor.0.sector", "REB"),
        ("recipient", "-", "recipient", ()),
        ("killed", "5", "harm.0.best", 5),
        ("killed", "5+", "harm.0.high", None),
        ("killed", "5-8", "harm.0.high", 8),
        ("killed", "0", "harm.0.stated", "none"),
        ("killed", "-", "harm", ()),
    ],
)
def test_corrections(code: Code, rules: MergeRules, field: str, value: str, path: str, wanted: Any) -> None:
    (event, *_) = code(TEXT)
    corrected = correct(event, field, value, TEXT, "judgement.7", rules)
    assert at(corrected, path) == wanted
    assert corrected.event_id == event.event_id
    for each in corrected.evidence:
        assert TEXT[slice(*each.span)] == each.quote
    if value != "-" and field not in ("type", "modes", "reality", "tense"):
        name = "harm" if field == "killed" else field
        assert {each.rule for each in corrected.evidence if each.field == name} >= {"judgement.7"}


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("colour", "red", "cannot be corrected; one of type, modes"),
        ("type", "WAR", "one of AGREE"),
        ("modes", "phone", "'phone' is no mode of ASSAULT"),
        ("reality", "true", "one of asserted"),
        ("date", "Tuesday", "is no day; write 2024-03-12"),
        ("date", "2024-03-12..2024-03-10", "the last day comes before the first"),
        ("place", "Haradh, YEM, north", "write NAME, COUNTRY, LAT, LON"),
        ("place", "Haradh, YEM, 116, 43", "latitude goes from -90 to 90"),
        ("actor", "Houthis, YEM, REB, more", "is no party"),
        ("killed", "many", "is no toll"),
        ("killed", "9-4", "the most is less than the least"),
    ],
)
def test_refused(code: Code, rules: MergeRules, field: str, value: str, told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        correct(code(TEXT)[0], field, value, TEXT, "judgement.7", rules)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_can_be_made_blank_or_says_why_not(code: Code, rules: MergeRules, field: str) -> None:
    if field in ("type", "reality", "tense"):
        with pytest.raises(CorrectionError):
            correct(code(TEXT)[0], field, "-", TEXT, "judgement.7", rules)
    else:
        assert correct(code(TEXT)[0], field, "-", TEXT, "judgement.7", rules)
