"""Which rows does a story become? A document and its events as rows of the tables; pure functions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from math import cos, radians, sin
from typing import Any

from whowhom.folding import between_blanks, key_of
from whowhom.limits import SEARCHED
from whowhom.model import Document, Event, Harm, Party

Row = dict[str, Any]
MADE_OF = ("text", "title", "published", "source", "author", "url")  # what makes a document another one; where it lay does not
EARTH = 6371.0088  # kilometres, mean radius (IUGG)


def digest_of(document: Document) -> str:
    """The hash of all that a report says of itself."""
    told = json.dumps([getattr(document, name) for name in MADE_OF], ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()


def document_row(document: Document) -> Row:
    known = {name: getattr(document, name) for name in (*MADE_OF, "published_from", "path")}
    folded = between_blanks(document.source) if document.source else None
    return {"doc_id": document.id, "digest": digest_of(document), **known, "source_folded": folded, **_original(document)}


def _original(document: Document) -> Row:
    """The page that a text was taken out of, and the map to it."""
    return {"original": document.original, "origins": json.dumps(document.origins) if document.origins is not None else None}


def searched_words(document: Document) -> str:
    """The words of a story as full-text search knows them: folded, so that "Sana'a", "Sanaa" and "SANAA" are one."""
    return key_of(f"{document.title or ''}\n{document.text[:SEARCHED]}")


def sphere_point(lat: float | None, lon: float | None) -> Row:
    """A place on the unit sphere, whose straight distances grow with those on the ground."""
    if lat is None or lon is None:
        return {"x": None, "y": None, "z": None}
    across, along = radians(lat), radians(lon)
    return {"x": cos(across) * cos(along), "y": cos(across) * sin(along), "z": sin(across)}


def toll_of(harm: Iterable[Harm], kind: str) -> Harm | None:
    """The toll of a kind that covers most people; groups ("three of them children") are parts of it."""
    return max((each for each in harm if each.kind == kind), key=lambda each: each.low or each.best or each.high or 0, default=None)


def event_row(event: Event, position: int) -> Row:
    """The columns that can be asked for."""
    day, place = event.date, event.place
    row: Row = {
        "event_id": event.event_id, "position": position, "type": event.type, "quad": event.quad, "intensity": event.intensity,
        "reality": event.reality, "tense": event.tense, "happened": event.happened, "date_start": day.start if day else None,
        "date_end": day.end if day else None, "date_precision": day.precision if day else None, "place": place.name if place else None,
        "place_folded": between_blanks(place.name) if place else None, "country": place.country if place else None, "admin1": place.admin1 if place else None,
        "lat": place.lat if place else None, "lon": place.lon if place else None, **sphere_point(place.lat if place else None, place.lon if place else None),
        "geo_precision": place.geo_precision if place else None, "trigger_start": event.trigger.span[0], "trigger_end": event.trigger.span[1],
        "confidence": event.confidence,
    }  # fmt: skip
    for kind in ("killed", "wounded"):
        toll = toll_of(event.harm, kind)
        row |= {f"{kind}_{side}": getattr(toll, side) if toll else None for side in ("low", "best", "high")}
    return row


def record_row(event: Event, coded: Event | None, key: int) -> Row:
    """The whole record, and the coder's own where a person corrected it."""
    return {"event": key, "record": event.as_json(), "coded": coded.as_json() if coded else None}


def mode_rows(event: Event, key: int) -> Iterator[Row]:
    return ({"mode": mode, "event": key} for mode in dict.fromkeys(event.modes))


def _sides(event: Event) -> Iterator[tuple[str, int, Party]]:
    for role, parties in (("actor", event.actor), ("recipient", event.recipient)):
        for position, party in enumerate(parties):
            yield role, position, party


def party_rows(event: Event, key: int) -> Iterator[Row]:
    for role, position, party in _sides(event):
        yield {
            "event": key, "role": role, "position": position, "name": party.name, "folded": between_blanks(party.name), "actor_id": party.id,
            "country": party.country, "sector": party.sector,
        }  # fmt: skip


def code_rows(event: Event, key: int) -> Iterator[Row]:
    """The countries and sectors of every party, each once."""
    for role, position, party in _sides(event):
        for code in dict.fromkeys(code for code in (party.country, party.sector, *party.sectors) if code):
            yield {"code": code, "event": key, "role": role, "position": position}


def claim_rows(event: Event, key: int) -> Iterator[Row]:
    """Every claim about the event, then every toll with who tells it."""
    position = 0
    for claim in event.claims:
        yield _claim(key, position, "event", claim.claimant, claim.text, claim.span) | {"stance": claim.stance}
        position += 1
    for harm in event.harm:
        yield _claim(key, position, harm.kind, harm.claimant, harm.text, harm.span) | {
            "who": harm.who, "stated": harm.stated, "low": harm.low, "best": harm.best, "high": harm.high,
        }  # fmt: skip
        position += 1


def _claim(key: int, position: int, about: str, claimant: Party | None, text: str, span: tuple[int, int]) -> Row:
    return {
        "event": key, "position": position, "about": about, "claimant": claimant.name if claimant else None,
        "claimant_id": claimant.id if claimant else None, "claimant_country": claimant.country if claimant else None,
        "claimant_sector": claimant.sector if claimant else None, "stance": None, "who": None, "stated": None, "low": None, "best": None, "high": None,
        "text": text, "span_start": span[0], "span_end": span[1],
    }  # fmt: skip


def link_rows(event: Event, key: int, keys: dict[str, int]) -> Iterator[Row]:
    """The links to other events of the story, and reasons that are none; `keys`: the story's events by id."""
    for position, link in enumerate(event.links):
        yield {
            "event": key, "position": position, "kind": link.kind, "to_event": keys[link.event_id] if link.event_id else None, "text": link.text,
            "span_start": link.span[0], "span_end": link.span[1],
        }  # fmt: skip
