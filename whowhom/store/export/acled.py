"""How does ACLED write an event? Its 31 columns; only what its codebook records, counted by its rules (ACLED codebook 2025)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from whowhom.model import Date, Event, Party
from whowhom.store.codes import country_names
from whowhom.store.export.view import Cells, Told, View, figures, joined, quotes
from whowhom.store.rows import toll_of

COLUMNS = (
    ("event_id_cnty", "country and our id"), ("event_date", "day; the middle of a week or month"), ("year", "of the day"),
    ("time_precision", "1 day, 2 week, 3 month"), ("disorder_type", "by the event type"), ("event_type", "ACLED's, by our crosswalk"),
    ("sub_event_type", "ACLED's, by our crosswalk"), ("actor1", "first actor"), ("assoc_actor_1", "other actors"), ("inter1", "1–8, by sector"),
    ("actor2", "first recipient; of two-sided fighting the second actor"), ("assoc_actor_2", "other recipients"), ("inter2", "1–8, by sector"),
    ("interaction", "both, the smaller first"), ("civilian_targeting", "where actor2 is civil and the event violent"), ("iso", "not known to us: blank"),
    ("region", "not known to us: blank"), ("country", "by name"), ("admin1", "first-order division"), ("admin2", "second-order division"), ("admin3", "blank"),
    ("location", "resolved name"), ("latitude", "degrees"), ("longitude", "degrees"), ("geo_precision", "1 town, 2 near a town or small area, 3 larger area"),
    ("source", "who published the report"), ("source_scale", "not known to us: blank"), ("notes", "the words that name the deed"),
    ("fatalities", "the lowest reported; dozens 12, hundreds 100; 0 where none is"), ("tags", "crowd size"), ("timestamp", "blank: files do not read the clock"),
)  # fmt: skip
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
INTER = {
    **dict.fromkeys(("MIL", "COP", "GOV", "SPY", "JUD", "LEG"), 1), "REB": 2, **dict.fromkeys(("PRM", "UAF", "PTY", "CRM"), 3), "OPP": 6,
    **dict.fromkeys(("CVL", "JRN", "MED", "REF", "REL", "EDU", "LAB", "BUS", "ELI", "AGR", "SOC"), 7),
}  # fmt: skip
CIVILIANS, RIOTERS, PROTESTERS, EXTERNAL = 7, 5, 6, 8
LONGEST = 31  # days; what is less precise than a month is not recorded
ROUND = (("dozens", 12), ("hundreds", 100), ("several", 3))  # what ACLED counts for words


def rows(told: Told) -> Iterator[Cells]:
    event, place = told.event, told.event.place
    day = _day(event.date)
    if event.acled is None or not event.happened or day is None or place is None or place.geo_precision is None or place.lat is None:
        return
    actors, others = event.actor, event.recipient
    if not others and len(actors) > 1:
        actors, others = actors[:1], actors[1:]
    inter1, inter2 = _inter(actors, event), _inter(others, event)
    kind = event.acled.event_type
    civil = inter2 == CIVILIANS and (kind in VIOLENT or "Excessive force" in event.acled.sub_event_type)
    yield {
        "event_id_cnty": f"{place.country or ''}{event.event_id}", "event_date": day[0], "year": day[0][:4], "time_precision": day[1],
        "disorder_type": _disorder(kind, event.acled.sub_event_type), "event_type": kind, "sub_event_type": event.acled.sub_event_type,
        "actor1": actors[0].name if actors else None, "assoc_actor_1": joined(party.name for party in actors[1:]), "inter1": inter1,
        "actor2": others[0].name if others else None, "assoc_actor_2": joined(party.name for party in others[1:]), "inter2": inter2,
        "interaction": "".join(str(each) for each in sorted(each for each in (inter1, inter2) if each)) or None,
        "civilian_targeting": "Civilian targeting" if civil else None, "country": country_names().get(place.country or "", place.country),
        "admin1": place.admin1, "admin2": place.admin2, "location": place.name, "latitude": round(place.lat, 4),
        "longitude": None if place.lon is None else round(place.lon, 4), "geo_precision": place.geo_precision, "source": told.source,
        "notes": quotes(event), "fatalities": _fatalities(event),
        "tags": f"crowd size={event.size.text}" if event.size and event.type == "PROTEST" else None,
    }  # fmt: skip


def _day(told: Date | None) -> tuple[str, int] | None:
    """The day to record and its precision; None for what is too vague."""
    if told is None or told.start is None or told.end is None:
        return None
    start, end = date.fromisoformat(told.start), date.fromisoformat(told.end)
    length = (end - start).days + 1
    if length > LONGEST:
        return None
    return (start + timedelta(days=(length - 1) // 2)).isoformat(), 1 if length == 1 else 2 if length <= 7 else 3


def _disorder(kind: str, sub: str) -> str:
    if kind == "Strategic developments":
        return kind
    return "Demonstrations" if kind == "Protests" or sub == "Violent demonstration" else "Political violence"


def _inter(parties: tuple[Party, ...], event: Event) -> int | None:
    if not parties:
        return None
    found = INTER.get(parties[0].sector or "", EXTERNAL)
    if event.acled and parties is event.actor and found in (CIVILIANS, PROTESTERS):
        return RIOTERS if event.acled.event_type == "Riots" else PROTESTERS if event.acled.event_type == "Protests" else found
    if found == 1 and parties[0].sector == "MIL" and event.place and parties[0].country and parties[0].country != event.place.country:
        return EXTERNAL  # soldiers abroad
    return found


def _fatalities(event: Event) -> int:
    toll = toll_of(event.harm, "killed")
    if toll is None:
        return 0
    return next((number for word, number in ROUND if toll.stated == "approximate" and word in toll.text.lower()), figures(toll)[0])


ACLED = View(
    "csv", COLUMNS, rows,
    "events without ACLED type, day (a month at most), or place with coordinates; ones that did not happen; wounded and other harm; ranges and claimants of "
    "tolls; PLOVER type, modes and contexts; means and targets; links; evidence",
)  # fmt: skip
