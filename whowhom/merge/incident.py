"""What is known of one deed from all its reports? Every value by how many independent sources tell it; what they differ in is kept and shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from whowhom.folding import NAME_WORD, key_of
from whowhom.merge.copies import independent_sources
from whowhom.merge.figures import Teller, Toll, TollRule, figures_of, tolls_of
from whowhom.merge.rules import load, stem_of
from whowhom.model import Date, Event, Party, Place, Value

Decision = Literal["accepted", "rejected"]
TRUTHS = ("asserted", "alleged", "denied", "planned", "threatened", "hypothetical", "negated")  # the first that a report tells is the incident's
DIFFERING = ("type", "date", "place", "country", "reality")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Member:
    """An event that tells an incident, its report, and why it belongs: log-odds and reasons of its closest other report (None: the first)."""

    event: Event
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    family: str | None
    signature: str
    score: float | None = None
    reasons: tuple[str, ...] = ()
    decision: Decision | None = None


class Telling(Value):
    """A report of the incident. `source`: the number of the independent source: copies and one house share it."""

    event_id: str
    doc_id: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    source: int
    reality: str
    score: float | None
    reasons: tuple[str, ...]
    decision: Decision | None


class SideOf(Value):
    """A party of the incident, and how many independent sources name it so."""

    name: str
    id: str | None
    country: str | None
    sector: str | None
    sources: int


class When(Value):
    """The day or period that most independent sources tell. ISO days, both ends included."""

    start: str | None
    end: str | None
    precision: str
    sources: int


class Where(Value):
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geo_precision: int | None
    sources: int


class Difference(Value):
    """Values of a field that reports differ in, each with the events that tell it, the most told first."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


class Incident(Value):
    """One deed, all its reports. `sources` counts independent ones; `reports` all. `decision`: what a person said of the incident as a whole."""

    schema_: Literal["whowhom.incident/1"] = "whowhom.incident/1"
    incident_id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    reality: str
    date: When | None
    place: Where | None
    actor: tuple[SideOf, ...]
    recipient: tuple[SideOf, ...]
    means: tuple[str, ...]
    targets: tuple[str, ...]
    tolls: tuple[Toll, ...]
    differences: tuple[Difference, ...]
    first_told: str | None
    last_told: str | None
    sources: int
    reports: tuple[Telling, ...]
    corrected: tuple[str, ...] = ()
    decision: Decision | None = None

    def toll(self, kind: str) -> Toll | None:
        """The toll of all people together of a kind of harm."""
        return next((toll for toll in self.tolls if toll.kind == kind and toll.who is None), None)

    def as_json(self) -> str:
        """The incident as one line of JSON."""
        return self.model_dump_json().replace('"schema_":', '"schema":', 1)


def derive(incident_id: str, members: Iterable[Member], rule: TollRule = "latest") -> Incident:
    """The incident of its reports. Reports that a person rejected stay listed and say nothing more; if all are, they speak as they are.

    Raises ValueError for an incident without reports.
    """
    told = sorted(members, key=lambda each: (each.published or "9999", each.event.doc_id, each.event.event_id))
    if not told:
        raise ValueError("an incident needs a report")
    numbers = independent_sources([(each.family, each.signature) for each in told])
    heard = [(each, source) for each, source in zip(told, numbers, strict=True) if each.decision != "rejected"]
    heard = heard or list(zip(told, numbers, strict=True))
    events = [(each.event, source) for each, source in heard]
    days = sorted(each.published for each, _ in heard if each.published)
    figures = [
        figure
        for each, source in heard
        for figure in figures_of(each.event, Teller(publisher=each.publisher, published=each.published, source=source))
    ]
    return Incident(
        incident_id=incident_id,
        type=_most(events, lambda event: event.type) or "",
        modes=_all(events, lambda event: event.modes),
        contexts=_all(events, lambda event: event.contexts),
        reality=next((truth for truth in TRUTHS if any(event.reality == truth for event, _ in events)), "asserted"),
        date=_when(events),
        place=_where(events),
        actor=_sides(events, "actor"),
        recipient=_sides(events, "recipient"),
        means=_all(events, lambda event: [means.cls for means in event.means]),
        targets=_all(events, lambda event: [target.cls for target in event.targets]),
        tolls=tolls_of(figures, rule),
        differences=tuple(_differences(events)),
        first_told=days[0] if days else None,
        last_told=days[-1] if days else None,
        sources=len({source for _, source in heard}),
        reports=tuple(_telling(each, source) for each, source in zip(told, numbers, strict=True)),
    )


Events = Sequence[tuple[Event, int]]  # with the number of the independent source


def _telling(member: Member, source: int) -> Telling:
    event = member.event
    return Telling(
        event_id=event.event_id, doc_id=event.doc_id, title=member.title, published=member.published, publisher=member.publisher, url=member.url,
        source=source, reality=event.reality, score=member.score, reasons=member.reasons, decision=member.decision,
    )  # fmt: skip


def _votes(events: Events, values: Any) -> dict[Any, set[int]]:
    """The values that events tell, each with its sources, the most told first; of equals the one told first."""
    votes: dict[Hashable, set[int]] = defaultdict(set)
    for event, source in events:
        for value in values(event):
            votes[value].add(source)
    return dict(sorted(votes.items(), key=lambda pair: -len(pair[1])))


def _most(events: Events, value: Any) -> Any:
    return next(iter(_votes(events, lambda event: [value(event)])), None)


def _all(events: Events, values: Any) -> tuple[str, ...]:
    return tuple(_votes(events, values))


def _when(events: Events) -> When | None:
    """The period that most sources tell; of equals the shorter."""
    votes = _votes(events, lambda event: [(event.date.start, event.date.end)] if event.date and event.date.start else [])
    if not votes:
        return None

    def rank(period: tuple[str, str | None]) -> tuple[int, bool, str, str]:
        start, end = period
        return -len(votes[period]), end != start, end or "9999", start

    start, end = min(votes, key=rank)
    told: Date = next(event.date for event, _ in events if event.date and (event.date.start, event.date.end) == (start, end))
    return When(start=start, end=end, precision=told.precision, sources=len(votes[start, end]))


def _where(events: Events) -> Where | None:
    """Of the places of the finest precision told, the one that most sources tell."""
    places = [event.place for event, _ in events if event.place is not None]
    if not places:
        return None
    finest = min(_precision(place) for place in places)
    votes = _votes(events, lambda event: [_key(event.place)] if event.place and _precision(event.place) == finest else [])
    key, sources = next(iter(votes.items()))
    place = next(place for place in places if _key(place) == key and _precision(place) == finest)
    return Where(
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        geo_precision=place.geo_precision,
        sources=len(sources),
    )


def _precision(place: Place) -> int:
    """ACLED's precision; a place without a point is as coarse as a country."""
    return place.geo_precision or 3


def _key(place: Place) -> tuple[str, str | None]:
    return key_of(place.name), place.country


def _sides(events: Events, role: str) -> tuple[SideOf, ...]:
    """The parties of a role, the most told first; what reports call by names or nouns that can be one party's is one party.

    It goes by the name that has an id, else by the one told most.
    """
    groups: list[list[tuple[Party, int]]] = []
    for event, source in events:
        for party in getattr(event, role):
            group = next((group for group in groups if all(_one_party(party, other) for other, _ in group)), None)
            if group is None:
                groups.append(group := [])
            group.append((party, source))
    return tuple(sorted((_side(group) for group in groups), key=lambda side: -side.sources))


def _side(group: Sequence[tuple[Party, int]]) -> SideOf:
    names = [party.name for party, _ in group]
    spoken = max((party for party, _ in group), key=lambda party: (party.id is not None, names.count(party.name), -names.index(party.name)))
    country = spoken.country or next((party.country for party, _ in group if party.country), None)
    sector = spoken.sector or next((party.sector for party, _ in group if party.sector), None)
    return SideOf(name=spoken.name, id=spoken.id, country=country, sector=sector, sources=len({source for _, source in group}))


def _one_party(one: Party, other: Party) -> bool:
    """Whether two words can be of one party: the same id or name; a shared name of its own; bare nouns of one sector. Countries agree or are blank."""
    if one.id is not None and other.id is not None:
        return one.id == other.id
    if one.country and other.country and one.country != other.country:
        return False
    if key_of(one.name) == key_of(other.name):
        return True
    names, others = _own_names(one), _own_names(other)
    if names or others:
        return bool(names & others)
    return one.sector is not None and one.sector == other.sector


def _own_names(party: Party) -> frozenset[str]:
    """The words with a capital of a party's name, without those of countries and peoples; the first only where it has an id."""
    words = NAME_WORD.findall(party.name)
    capital = [word for at, word in enumerate(words) if word[0].isupper() and (at or party.id is not None)]
    return frozenset(map(stem_of, capital)) - load().peoples


def _differences(events: Events) -> Iterable[Difference]:
    for field in DIFFERING:
        told: dict[str, list[str]] = defaultdict(list)
        for event, _ in events:
            value = _told(event, field)
            if value:
                told[value].append(event.event_id)
        if len(told) > 1:
            values = sorted(told.items(), key=lambda pair: (-len(pair[1]), pair[0]))
            yield Difference(field=field, values=tuple((value, tuple(ids)) for value, ids in values))


def _told(event: Event, field: str) -> str | None:
    if field == "date":
        return f"{event.date.start} – {event.date.end}".removesuffix(f" – {event.date.start}") if event.date and event.date.start else None
    if field in ("place", "country"):
        return (event.place.name if field == "place" else event.place.country) if event.place else None
    return str(getattr(event, field))
