"""How does PLOVER write an event? Its JSON, one object a line (PLOVER manual 2.0, chapter "Data Fields")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whowhom.model import Party, Place
from whowhom.store.export.view import Told, View, day_of, quotes

QUADS = {"verbal-cooperation": 1, "material-cooperation": 2, "verbal-conflict": 3, "material-conflict": 4}
SIZES = {"killed": "dead", "wounded": "injured", "detained": "arrested"}
RESOLUTION = {1: 4, 2: 4, 3: 3, 4: 2, 5: 2, 6: 1, 7: 1}  # UCDP's where_prec → PLOVER's: 5 part of a city … 1 a country


def rows(told: Told) -> Iterator[dict[str, Any]]:
    event = told.event
    date = event.date
    yield {
        "id": event.event_id,
        "date": day_of(date),
        "enddate": date.end if date and date.end != date.start else None,
        "actor": [_entity(party) for party in event.actor],
        "recipient": [_entity(party) for party in event.recipient],
        "event": [event.type],
        "event_loc": _location(event.place),
        "event_text": [event.trigger.text],
        "quad_code": QUADS[event.quad],
        "event_scale": event.intensity,
        "mode": list(event.modes),
        "context": list(event.contexts),
        "size": {SIZES[harm.kind]: harm.best if harm.best is not None else harm.low for harm in reversed(event.harm) if harm.kind in SIZES},
        "link": [link.event_id for link in event.links if link.event_id],
        "text": quotes(event),
        "text_info": {"start": event.trigger.span[0], "end": event.trigger.span[1]},
        "cite_info": {"url": told.url, "title": told.title, "publication": told.source, "language": "en", "coder": event.coder},
        "coder": event.coder,
        "comment": None if event.reality == "asserted" else event.reality,
    }


def _entity(party: Party) -> dict[str, Any]:
    return {
        "code": party.country, "sector": party.sector, "entity_text": party.text, "identifier_id": party.id, "identifier_text": party.name,
        "office": party.title,
    }  # fmt: skip


def _location(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "extracted_place": place.text, "resolved_place": place.name, "geonameid": place.geonameid, "lat": place.lat, "lon": place.lon,
        "district": place.admin2, "province": place.admin1, "country_code": place.country, "feature_code": place.feature,
        "resolution": RESOLUTION.get(place.where_prec or 6, 1),
    }  # fmt: skip


PLOVER = View(
    "jsonl",
    (
        ("id", "our id of the event"), ("date", "first day, ISO; null where the report tells none"), ("enddate", "last day, where it is another"),
        ("actor", "entities: code (country), sector, entity_text, identifier_id, identifier_text, office"), ("recipient", "the same"),
        ("event", "PLOVER's type, a list of one"), ("event_loc", "the place: extracted and resolved name, coordinates, province, country, resolution 1–5"),
        ("event_text", "the words that name the deed"), ("quad_code", "1 verbal cooperation … 4 material conflict"), ("event_scale", "PLOVER's score"),
        ("mode", "modes"), ("context", "contexts"), ("size", "dead, injured, arrested: best figure, else the lowest"),
        ("link", "ids of related events of the story"), ("text", "the words that name the deed"), ("text_info", "their place in the story"),
        ("cite_info", "report: url, title, publication, language, coder"), ("coder", "name, version, codebook hash"),
        ("comment", "the report's stance, where it does not assert the event: alleged, denied, planned, …"),
    ),
    rows,
    "ranges of tolls and who tells them; who was harmed; means and targets; precision of dates; the kind of a link; all evidence but the deed's words",
)  # fmt: skip
