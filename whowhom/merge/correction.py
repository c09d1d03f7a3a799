"""What does an event say once a person has corrected a field? The value is read, checked and put in with the person as its rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, get_args

from pydantic import ValidationError

from whowhom.coding.crosswalk import Told, acled_of, ucdp_of
from whowhom.merge.rules import MergeRules
from whowhom.model import Date, Event, Evidence, Harm, HarmKind, Party, Place, Reality, Span, Tense

HARMS: tuple[str, ...] = get_args(HarmKind)
FIELDS = ("type", "modes", "reality", "tense", "date", "place", "actor", "recipient", *HARMS)
HANGING = ("type", "modes", "actor", "recipient", "harm")  # fields that the codes of ACLED and UCDP hang on
BLANK = ("", "-", "null", "none stated")
NUMBER = re.compile(r"(\d+)\s*(?:(\+)|[-–]\s*(\d+))?")
COUNTRY = re.compile(r"[A-Z]{3}")


class CorrectionError(ValueError):
    """A correction that cannot be made; its text says what would be right."""


def correct(event: Event, field: str, value: str, text: str, rule: str, rules: MergeRules) -> Event:
    """The event with one field as a person says. `rule` names the judgement in the evidence, `text` is the report's.

    type: a PLOVER type · modes: modes of the type, with commas · reality, tense · date: DAY or DAY..DAY · place: NAME, COUNTRY, LAT, LON (the last
    three may be missing) · actor, recipient: NAME, COUNTRY, SECTOR; NAME, … · killed, wounded, …: 12, 10-15, 10+ or 0. A "-" makes a field blank.
    The evidence is the value's own words where the report has them, else those that name the deed. Raises CorrectionError.
    """
    if field not in FIELDS:
        raise CorrectionError(f"{field!r} cannot be corrected; one of {', '.join(FIELDS)}")
    value = value.strip()
    words = Words(text, event.trigger.span, rule)
    blank = value.lower() in BLANK
    kept_spans: set[Span] = set()
    if field in ("type", "modes", "reality", "tense"):
        changes = _coded(event, field, [] if blank else [each.strip() for each in value.split(",")], rules)
    elif field in HARMS:
        kept_spans = {harm.span for harm in event.harm if harm.kind != field}
        kept = tuple(harm for harm in event.harm if harm.kind != field)
        changes = {"harm": kept if blank else (*kept, read_harm(field, value, words))}
        field = "harm"
    else:
        read: dict[str, Callable[[str, Words], Any]] = {"date": read_date, "place": read_place, "actor": _parties, "recipient": _parties}
        changes = {field: (() if field in ("actor", "recipient") else None) if blank else read[field](value, words)}
    evidence = tuple(each for each in event.evidence if each.field.split(".")[0] != field or (field == "harm" and each.span in kept_spans))
    if not blank:
        evidence = (*evidence, *words.evidence(field))
    try:
        changed = Event.model_validate({**event.model_dump(by_alias=True), **changes, "evidence": evidence})
        if field not in HANGING:
            return changed
        told = Told.of(changed)
        return changed.model_copy(update={"acled": acled_of(told, rules.acled), "ucdp": ucdp_of(told, rules.ucdp)})
    except ValidationError as error:
        raise CorrectionError(f"{field}: {error.errors()[0]['msg']}") from None


class Words:
    """The words of the report that corrected values rest on."""

    def __init__(self, text: str, trigger: Span, rule: str) -> None:
        self.text, self.trigger, self.rule = text, trigger, rule
        self.spans: list[Span] = []

    def of(self, value: str) -> dict[str, Any]:
        """Text and span of a value: its own words where the report has them, else those that name the deed."""
        start = self.text.find(value)
        span = (start, start + len(value)) if value and start >= 0 else self.trigger
        self.spans.append(span)
        return {"text": self.text[span[0] : span[1]], "span": span}

    def evidence(self, field: str) -> list[Evidence]:
        spans = dict.fromkeys(self.spans or [self.trigger])
        return [Evidence(field=field, span=span, quote=self.text[span[0] : span[1]], rule=self.rule) for span in spans]


def _coded(event: Event, field: str, values: list[str], rules: MergeRules) -> dict[str, Any]:
    """Changes to type, modes, reality or tense, with the scores and the code that hang on type and modes."""
    if field in ("reality", "tense"):
        allowed = get_args(Reality if field == "reality" else Tense)
        if len(values) != 1 or values[0] not in allowed:
            raise CorrectionError(f"{field}: one of {', '.join(allowed)}")
        return {field: values[0]}
    kind = event.type if field == "modes" else (values or [""])[0].upper()
    if kind not in rules.types:
        raise CorrectionError(f"type: one of {', '.join(rules.types)}")
    known = rules.types[kind].modes
    modes = tuple(each for each in event.modes if each in known) if field == "type" else tuple(values)
    wrong = [mode for mode in modes if mode not in known]
    if wrong:
        raise CorrectionError(f"modes: {wrong[0]!r} is no mode of {kind}; {', '.join(known) or 'it has none'}")
    found = rules.types[kind]
    scores = [known[mode] for mode in modes] or [found.score]
    cameo = next((code for mode in (*modes, "") if (code := rules.cameo.get((kind, mode)))), None)
    extreme = max(scores, key=abs)
    return {"type": kind, "modes": modes, "quad": found.quad, "intensity": extreme, "cameo": cameo}


def read_date(value: str, words: Words) -> Date:
    start, _, end = (part.strip() for part in value.partition(".."))
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    except ValueError:
        raise CorrectionError(f"date: {value!r} is no day; write 2024-03-12 or 2024-03-12..2024-03-14") from None
    if last < first:
        raise CorrectionError("date: the last day comes before the first")
    return Date(start=first.isoformat(), end=last.isoformat(), precision="day", basis="explicit", **words.of(""))


def read_place(value: str, words: Words) -> Place:
    name, *rest = (part.strip() for part in value.split(","))
    country = rest.pop(0) if rest and COUNTRY.fullmatch(rest[0]) else None
    try:
        lat, lon = (float(part) for part in rest) if rest else (None, None)
    except ValueError:
        raise CorrectionError("place: write NAME, COUNTRY, LAT, LON, as in Haradh, YEM, 16.41, 43.06") from None
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise CorrectionError("place: latitude goes from -90 to 90, longitude from -180 to 180")
    exact = lat is not None
    return Place(
        name=name, country=country, lat=lat, lon=lon, geo_precision=1 if exact else None, where_prec=1 if exact else None, **words.of(name)
    )  # fmt: skip


def _parties(value: str, words: Words) -> tuple[Party, ...]:
    found = []
    for each in filter(None, (part.strip() for part in value.split(";"))):
        name, *codes = (part.strip() for part in each.split(","))
        country = codes.pop(0) if codes and codes[0].isupper() else None
        sector = codes.pop(0) if codes and codes[0].isupper() else None
        if codes or not name:
            raise CorrectionError(f"{each!r} is no party; write NAME, COUNTRY, SECTOR, with semicolons between parties")
        found.append(Party(name=name, country=country, sector=sector, sectors=(sector,) if sector else (), **words.of(name)))
    return tuple(found)


def read_harm(kind: str, value: str, words: Words) -> Harm:
    match = NUMBER.fullmatch(value)
    if match is None:
        raise CorrectionError(f"{kind}: {value!r} is no toll; write 12, 10-15, 10+ or 0")
    low, high = int(match[1]), int(match[3]) if match[3] else None
    if high is not None and high < low:
        raise CorrectionError(f"{kind}: the most is less than the least")
    best = None if high is not None else low
    top = high if high is not None else None if match[2] else low
    stated = "range" if high is not None else "none" if low == 0 and not match[2] else "approximate" if match[2] else "number"
    return Harm.model_validate({"kind": kind, "low": low, "best": best, "high": top, "stated": stated, **words.of(match[1])})
