"""What does an incident say once people have judged it? Their corrections stand in place of what its reports give; the reports stay as they are."""

from __future__ import annotations

from typing import Any

from whowhom.merge.correction import BLANK, HARMS, CorrectionError, Words, read_date, read_harm, read_place
from whowhom.merge.incident import Incident, When, Where
from whowhom.merge.judgements import Standing
from whowhom.merge.rules import MergeRules, load

FIELDS = ("type", "reality", "date", "place", *HARMS)


def amend(incident: Incident, standing: Standing) -> Incident:
    """The incident after what people said of it as a whole. One whose reports were all rejected is rejected."""
    decision = standing.decided
    if decision is None and all(each.decision == "rejected" for each in incident.reports):
        decision = "rejected"
    changes: dict[str, Any] = {"decision": decision, "corrected": tuple(sorted(standing.corrections))}
    for field, entry in sorted(standing.corrections.items()):
        incident = incident.model_copy(update=_change(incident, field, entry.value or "", load()))
    return incident.model_copy(update=changes)


def check(field: str, value: str) -> None:
    """Raises CorrectionError for what cannot be put into an incident."""
    if field not in FIELDS:
        raise CorrectionError(f"{field!r} of an incident cannot be corrected; one of {', '.join(FIELDS)}. Other fields are corrected in its events")
    _read(field, value, load())


def _read(field: str, value: str, rules: MergeRules) -> Any:
    """The value of a corrected field; None for a blank one."""
    value = value.strip()
    if field == "type":
        if value.upper() not in rules.types:
            raise CorrectionError(f"type: one of {', '.join(rules.types)}")
        return value.upper()
    if field == "reality":
        from whowhom.merge.incident import TRUTHS

        if value not in TRUTHS:
            raise CorrectionError(f"reality: one of {', '.join(TRUTHS)}")
        return value
    if value.lower() in BLANK:
        return None
    words = Words(value, (0, len(value)), "")  # the person's own
    if field == "date":
        day = read_date(value, words)
        return When(start=day.start, end=day.end, precision=day.precision, sources=0)
    if field == "place":
        place = read_place(value, words)
        return Where(
            name=place.name, country=place.country, admin1=None, lat=place.lat, lon=place.lon, geo_precision=place.geo_precision, sources=0
        )  # fmt: skip
    return read_harm(field, value, words)


def _change(incident: Incident, field: str, value: str, rules: MergeRules) -> dict[str, Any]:
    read = _read(field, value, rules)
    if field not in HARMS:
        return {field: read}
    tolls = []
    for toll in incident.tolls:
        if toll.kind == field and toll.who is None and read is not None:
            toll = toll.model_copy(update={"low": read.low, "best": read.best, "high": read.high})
        if toll.kind != field or toll.who is not None or read is not None:
            tolls.append(toll)
    if read is not None and incident.toll(field) is None:
        from whowhom.merge.figures import Toll

        tolls.append(Toll(kind=read.kind, who=None, low=read.low, best=read.best, high=read.high, rule="latest", disputed=False, claims=()))
    return {"tolls": tuple(tolls)}
