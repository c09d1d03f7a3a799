"""Which views of the events are there? Each format of `whowhom export` by its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whowhom.store.export import table
from whowhom.store.export.acled import ACLED
from whowhom.store.export.plover import PLOVER
from whowhom.store.export.polecat import POLECAT
from whowhom.store.export.ucdp import UCDP
from whowhom.store.export.view import Cells, Told, View, joined

OF_REPORT = (
    ("incident", "id of the incident that the event tells"), ("source", "who published the report"), ("published", "day of the report"),
    ("title", "of the report"), ("url", "of the report"),
)  # fmt: skip
MEANINGS = {
    "event_id": "id of the event: the same text, coder and codebook give the same", "doc_id": "id of the report", "type": "PLOVER's type",
    "modes": "PLOVER's modes", "contexts": "PLOVER's contexts", "quad": "quad class", "intensity": "PLOVER's score, −10 … 10", "cameo": "nearest CAMEO code",
    "acled_event_type": "by our crosswalk", "acled_sub_event_type": "by our crosswalk", "ucdp": "type of violence: 1 state-based, 2 non-state, 3 one-sided",
    "trigger": "words that name the deed", "actor": "who did it: resolved names", "actor_country": "ISO 3166-1 alpha-3 or PLOVER's codes",
    "actor_sector": "PLOVER's sectors", "actor_backers": "of Iran-backed: IRN", "recipient": "to whom", "recipient_country": "as of the actor",
    "recipient_sector": "as of the actor", "date_start": "first day, ISO", "date_end": "last day, ISO", "date_precision": "day, week, month, season, year, open",
    "date_text": "words of the date", "place": "resolved name", "place_country": "ISO 3166-1 alpha-3", "place_admin1": "first-order division",
    "lat": "degrees, WGS 84", "lon": "degrees, WGS 84", "geo_precision": "ACLED's, 1–3", "where_prec": "UCDP's, 1–7", "means": "weapons, in words",
    "targets": "things hit, in words", "killed_low": "of the toll that covers most; blank is not told, 0 is told as none", "killed_best": "", "killed_high": "",
    "wounded_low": "as of the killed", "wounded_best": "", "wounded_high": "", "harm": "every toll in words, with who tells it",
    "count_low": "how many deeds the mention stands for", "count_high": "", "size_low": "of a crowd or force", "size_high": "",
    "reality": "asserted, alleged, denied, negated, planned, threatened, hypothetical", "tense": "past, ongoing, future, historical",
    "claims": "who says so", "links": "kind and id of related events, or words of a reason", "confidence": "0 … 1", "quote": "words that name the deed",
    "coder": "name, version, codebook hash",
}  # fmt: skip
TABLE_COLUMNS = (*((name, MEANINGS[name]) for name in table.COLUMNS), *OF_REPORT)
PARTY_COLUMNS = (
    ("event_id", "id of the event"), ("role", "actor or recipient"), ("position", "which of its role, from 0"), ("name", "resolved name"),
    ("id", "Wikidata id or that of our tables"), ("country", "ISO 3166-1 alpha-3 or PLOVER's codes"), ("sector", "PLOVER's first sector"),
    ("sectors", "all of them"), ("title", "office held"), ("backers", "countries or names"), ("count_low", "how many people"), ("count_high", ""),
    ("text", "words of the story"),
)  # fmt: skip


def _table_rows(told: Told) -> Iterator[Cells]:
    of_report = {"incident": told.incident, "source": told.source, "published": told.published, "title": told.title, "url": told.url}
    yield {**table.cells_of(told.event), **of_report}


def _party_rows(told: Told) -> Iterator[Cells]:
    for role, parties in (("actor", told.event.actor), ("recipient", told.event.recipient)):
        for position, party in enumerate(parties):
            yield {
                "event_id": told.event.event_id, "role": role, "position": position, "name": party.name, "id": party.id, "country": party.country,
                "sector": party.sector, "sectors": joined(party.sectors), "title": party.title,
                "backers": joined(backer.country or backer.name for backer in party.backers), "count_low": party.count.low if party.count else None,
                "count_high": party.count.high if party.count else None, "text": party.text,
            }  # fmt: skip


def _record_rows(told: Told) -> Iterator[dict[str, Any]]:
    yield {"record": told.event.as_json()}


def _feature_rows(told: Told) -> Iterator[dict[str, Any]]:
    place = told.event.place
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place and place.lat is not None else None
    yield {"type": "Feature", "id": told.event.event_id, "geometry": point, "properties": next(_table_rows(told))}


RECORD_COLUMNS = (("(fields)", "whowhom.event/1: see the README's table of fields"),)
LESS = "spans and evidence beside the deed's words; who tells which toll, but in words; parties' offices, ids and mentions; kinds of links beyond their words"
VIEWS: dict[str, View] = {
    "csv": View("csv", TABLE_COLUMNS, _table_rows, LESS),
    "actors": View("csv", PARTY_COLUMNS, _party_rows, "all but the parties: join it with csv by event_id"),
    "jsonl": View("records", RECORD_COLUMNS, _record_rows, "nothing of the record; the report's source, day, title and url are not in it"),
    "parquet": View("parquet", TABLE_COLUMNS, _table_rows, LESS),
    "geojson": View("geojson", TABLE_COLUMNS, _feature_rows, f"{LESS}. An event without coordinates has no geometry"),
    "plover": PLOVER,
    "polecat": POLECAT,
    "acled": ACLED,
    "ucdp": UCDP,
}
SUFFIXES = {".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet", ".geojson": "geojson", ".tsv": "polecat"}
