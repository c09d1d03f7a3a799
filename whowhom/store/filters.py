"""Which events are meant? What can be asked of a database, checked, and as conditions of a query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from math import cos, degrees, radians, sin
from typing import Any, get_args

from sqlalchemy import ColumnElement, Select, and_, literal, or_, select, true
from sqlalchemy.sql.expression import Subquery

from whowhom.errors import QuestionError
from whowhom.folding import key_of
from whowhom.model import Reality
from whowhom.store import search
from whowhom.store.rows import EARTH, sphere_point
from whowhom.store.tables import documents, event_modes, events, incident_members, parties, party_codes

HAPPENED = "happened"  # asserted or alleged, and not to come
CODE = re.compile(r"[A-Z]{3}")
WIKIDATA = re.compile(r"Q\d+")
Near = tuple[float, float, float]  # latitude, longitude (degrees, WGS 84), kilometres


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that an event must all meet; of several values of one condition it must meet one. Names match whole words; `*` stands for the rest
    of a word ("Houthi*"). Raises QuestionError for what can be no value."""

    start: str | None = None  # ISO day: events on it or later
    end: str | None = None  # ISO day: events on it or earlier
    country: tuple[str, ...] = ()  # where it happened, ISO 3166-1 alpha-3
    place: tuple[str, ...] = ()
    near: Near | None = None
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()  # a name, a country, a sector or a Wikidata id
    recipient: tuple[str, ...] = ()
    party: tuple[str, ...] = ()  # on either side
    sector: tuple[str, ...] = ()  # of either side
    dyad: tuple[str, str] | None = None  # two parties of one event, whoever acted
    source: tuple[str, ...] = ()
    reality: tuple[str, ...] = ()
    dead: int | None = None  # killed at least
    confidence: float | None = None  # that of the record, at least
    text: str | None = None  # words of the story (search.py)
    incident: tuple[str, ...] = ()
    event: tuple[str, ...] = ()  # ids
    rejected: bool | None = None  # also events that a reviewer rejected

    def __post_init__(self) -> None:
        for name in ("start", "end"):
            if (day := getattr(self, name)) is not None and not _is_day(day):
                raise QuestionError(f"--{'from' if name == 'start' else 'to'}", f"{day!r} is not a day; write YYYY-MM-DD")
        if self.start and self.end and self.start > self.end:
            raise QuestionError("--from", f"{self.start} is after {self.end}")
        realities = (HAPPENED, *get_args(Reality))
        if unknown := [each for each in self.reality if each not in realities]:
            raise QuestionError("--reality", f"{unknown[0]!r} is not one of {', '.join(realities)}")
        if self.text is not None:
            search.read(self.text)
        for name in ("actor", "recipient", "party", "place", "source", "dyad"):
            for value in getattr(self, name) or ():
                if not key_of(value):
                    raise QuestionError(f"--{name}", f"{value!r} holds no word")

    @property
    def given(self) -> dict[str, Any]:
        """The conditions that are set."""
        return {each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name) not in (None, ())}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def live_at(table: Any, at: int | None) -> ColumnElement[bool]:
    """The rows that hold: now, or at a revision."""
    since, until = table.c.since, table.c.until
    return until.is_(None) if at is None else and_(since <= at, or_(until.is_(None), until > at))


def matching(columns: Any, asked: Filter, dialect: str, at: int | None = None) -> Select[Any]:
    """A query of columns over the events that a filter means, now or at a revision, joined with their documents where those are asked for."""
    query = select(*columns).select_from(events).where(live_at(events, at))
    if asked.source:
        query = query.join(documents, events.c.document == documents.c.key)
    return query.where(*_conditions(asked, dialect, at))


def _conditions(asked: Filter, dialect: str, at: int | None) -> Iterator[ColumnElement[bool]]:
    if not asked.rejected:
        yield events.c.decision.is_distinct_from("rejected")
    yield from _when(asked)
    yield from _where(asked)
    for name in ("country", "type", "reality"):
        if values := [value for value in getattr(asked, name) if value != HAPPENED]:
            yield or_(events.c[name].in_(values), events.c.happened if HAPPENED in getattr(asked, name) else literal(False))
        elif getattr(asked, name):
            yield events.c.happened
    if asked.mode:
        yield events.c.key.in_(select(event_modes.c.event).where(event_modes.c.mode.in_(asked.mode)))
    for role in ("actor", "recipient", "party"):
        if terms := getattr(asked, role):
            yield or_(*(events.c.key.in_(select(_parties_of(term, None if role == "party" else role).c.event)) for term in terms))
    if asked.sector:
        yield events.c.key.in_(select(party_codes.c.event).where(party_codes.c.code.in_(asked.sector)))
    if asked.dyad:
        yield events.c.key.in_(_both(*asked.dyad))
    if asked.source:
        yield or_(*(_named(documents.c.source_folded, each) for each in asked.source))
    if asked.dead is not None:
        yield events.c.killed_low >= asked.dead
    if asked.confidence is not None:
        yield events.c.confidence >= asked.confidence
    if asked.text is not None:
        yield events.c.document.in_(search.documents_with(search.read(asked.text), dialect))
    if asked.incident:
        members = select(incident_members.c.event).where(incident_members.c.incident_id.in_(asked.incident), live_at(incident_members, at))
        yield events.c.key.in_(members)
    if asked.event:
        yield events.c.event_id.in_(asked.event)


def _when(asked: Filter) -> Iterator[ColumnElement[bool]]:
    """Days of the event and days asked for overlap; an open side has no end."""
    start, end = events.c.date_start, events.c.date_end
    if asked.start:
        yield or_(end >= asked.start, and_(end.is_(None), start.is_not(None)))
    if asked.end:
        yield or_(start <= asked.end, and_(start.is_(None), end.is_not(None)))


def _where(asked: Filter) -> Iterator[ColumnElement[bool]]:
    if asked.place:
        yield or_(*(_named(events.c.place_folded, each) for each in asked.place))
    if asked.near:
        lat, lon, kilometres = asked.near
        angle = min(kilometres / EARTH, radians(180))
        yield events.c.lat.between(lat - degrees(angle), lat + degrees(angle))
        yield _meridians(lat, lon, angle)
        centre = sphere_point(lat, lon)
        yield sum((events.c[axis] - centre[axis]) * (events.c[axis] - centre[axis]) for axis in "xyz") <= (2 * sin(angle / 2)) ** 2


def _meridians(lat: float, lon: float, angle: float) -> ColumnElement[bool]:
    """The band of longitudes that holds a circle, so that the index narrows the search; across the date line it is two."""
    if abs(lat) + degrees(angle) >= 90:
        return true()
    reach = degrees(angle) / cos(radians(abs(lat) + degrees(angle)))
    if reach >= 180:
        return true()
    west, east = lon - reach, lon + reach
    within = events.c.lon.between(west, east)
    if west < -180:
        return or_(within, events.c.lon >= west + 360)
    return or_(within, events.c.lon <= east - 360) if east > 180 else within


def _named(folded: Any, name: str) -> ColumnElement[bool]:
    """Whole words of a name; a star stands for the rest of one."""
    words = [key_of(word) + ("%" if word.endswith("*") else "") for word in name.split() if key_of(word)]
    result: ColumnElement[bool] = folded.like(f"% {' '.join(words)} %")
    return result


def _parties_of(term: str, role: str | None = None) -> Subquery:
    """The parties that a term means: event, role, position."""
    table = party_codes if CODE.fullmatch(term) else parties
    query = select(table.c.event, table.c.role, table.c.position)
    if CODE.fullmatch(term):
        query = query.where(table.c.code == term)
    elif WIKIDATA.fullmatch(term):
        query = query.where(table.c.actor_id == term)
    else:
        query = query.where(_named(table.c.folded, term))
    return (query.where(table.c.role == role) if role else query).subquery()


def _both(one: str, other: str) -> Select[tuple[int]]:
    """The events in which two parties are of these two terms."""
    first, second = _parties_of(one), _parties_of(other)
    apart = or_(first.c.role != second.c.role, first.c.position != second.c.position)
    return select(first.c.event).join_from(first, second, and_(first.c.event == second.c.event, apart))
