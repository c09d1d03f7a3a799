"""What an incident says is what most independent sources say; what they differ in is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from whowhom.merge.incident import Member, derive

REPORTS = [
    ("Rebels shelled the Yemeni town of Haradh on Tuesday and killed four civilians, doctors said.", "2024-03-13", "One Wire"),
    ("Rebels fired mortars at the town of Haradh in Yemen on Tuesday, killing at least three people.", "2024-03-13", "Two Wire"),
    ("Rebel shelling killed five people in northern Yemen on Monday, officials said.", "2024-03-14", "Three Wire"),
]


def test_the_most_told(member: Callable[..., Member]) -> None:
    incident = derive("i1", [member(*report) for report in REPORTS])
    assert (incident.type, incident.modes, incident.reality) == ("ASSAULT", ("heavy-weapons",), "asserted")
    assert incident.date is not None and (incident.date.start, incident.date.sources) == ("2024-03-12", 2)
    assert incident.place is not None and (incident.place.name, incident.place.country, incident.place.sources) == ("Haradh", "YEM", 2)
    assert (incident.sources, incident.first_told, incident.last_told) == (3, "2024-03-13", "2024-03-14")
    assert incident.recipient


def test_differences_are_shown_with_who_tells_them(member: Callable[..., Member]) -> None:
    members = [member(*report) for report in REPORTS]
    days = next(each for each in derive("i1", members).differences if each.field == "date")
    assert [(value, len(ids)) for value, ids in days.values] == [("2024-03-12", 2), ("2024-03-11", 1)]


def test_the_order_of_the_reports_says_nothing(member: Callable[..., Member]) -> None:
    members = [member(*report) for report in REPORTS]
    assert derive("i1", members) == derive("i1", members[::-1])


def test_a_rejected_report_is_listed_and_says_nothing(member: Callable[..., Member]) -> None:
    members = [member(*report) for report in REPORTS]
    incident = derive("i1", [*members[:2], replace(members[2], decision="rejected")])
    toll = incident.toll("killed")
    assert toll is not None and toll.high == 4
    assert [each.decision for each in incident.reports] == [None, None, "rejected"]
    assert incident.sources == 2


def test_alleged_by_one_and_asserted_by_another_is_asserted(member: Callable[..., Member]) -> None:
    alleged = member("The army is suspected of having shelled the town of Haradh in Yemen on Tuesday.", "2024-03-13", "Four Wire")
    denied = member("The army denied that it had shelled the town of Haradh in Yemen on Tuesday.", "2024-03-13", "Five Wire")
    incident = derive("i1", [alleged, denied, member(*REPORTS[0])])
    assert incident.reality == "asserted"
    assert "reality" in {each.field for each in incident.differences}


def test_an_incident_is_json_with_its_schema(member: Callable[..., Member]) -> None:
    kept = json.loads(derive("i1", [member(*REPORTS[0])]).as_json())
    assert (kept["schema"], kept["incident_id"], len(kept["reports"])) == ("whowhom.incident/1", "i1", 1)


def test_no_incident_without_a_report() -> None:
    with pytest.raises(ValueError, match="needs a report"):
        derive("i1", [])
