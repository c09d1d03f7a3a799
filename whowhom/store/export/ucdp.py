"""How does UCDP write an event? The 49 columns of its Georeferenced Event Dataset; only organised violence with deaths (GED codebook 25)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from whowhom.model import Date, Event, Harm
from whowhom.store.codes import country_names
from whowhom.store.export.view import Cells, Told, View, day_of, figures, joined, names
from whowhom.store.rows import toll_of

COLUMNS = (
    ("id", "our id of the event"), ("relid", "the same"), ("year", "of the first day"), ("active_year", "not known to us: blank"),
    ("code_status", "Uncurated: coded by a program"), ("type_of_violence", "1 state-based, 2 non-state, 3 one-sided"), ("conflict_dset_id", "blank"),
    ("conflict_new_id", "blank"),
    ("conflict_name", "blank"),
    ("dyad_dset_id", "blank"), ("dyad_new_id", "blank"), ("dyad_name", "both sides"),
    ("side_a_dset_id", "blank"), ("side_a_new_id", "blank"), ("side_a", "who did it"),
    ("side_b_dset_id", "blank"), ("side_b_new_id", "blank"), ("side_b", "to whom; Civilians for one-sided violence"),
    ("number_of_sources", "1: an event is of one report"),
    ("source_article", "source, day and title of the report"), ("source_office", "who published it"), ("source_date", "when"),
    ("source_headline", "its title"), ("source_original", "according to whom"), ("where_prec", "1–7"), ("where_coordinates", "resolved name of the place"),
    ("where_description", "the words of the story"), ("adm_1", "first-order division"), ("adm_2", "second-order division"), ("latitude", "degrees"),
    ("longitude", "degrees"), ("geom_wkt", "POINT (longitude latitude)"), ("priogrid_gid", "cell of half a degree"), ("country", "by name"),
    ("country_id", "not known to us: blank"), ("region", "not known to us: blank"), ("event_clarity", "1 one event, 2 several told together"),
    ("date_prec", "1 day, 2 two to six days, 3 week, 4 month, 5 longer"), ("date_start", "first day"), ("date_end", "last day"),
    ("deaths_a", "of side a"), ("deaths_b", "of side b"), ("deaths_civilians", ""), ("deaths_unknown", "of people whose side is not told"),
    ("best", "sum of the four"), ("high", "highest told"), ("low", "lowest told"), ("gwnoa", "blank"), ("gwnob", "blank"),
)  # fmt: skip
CIVIL = {"civilians", "children", "women", "journalists", "medics"}
CELLS_ROUND = 720  # PRIO-GRID cells of half a degree around the Earth


def rows(told: Told) -> Iterator[Cells]:
    event, place, when = told.event, told.event.place, told.event.date
    deaths = _deaths(event)
    if event.ucdp is None or not event.happened or not deaths or not sum(deaths[name] for name in ("best", "high", "low")):
        return
    first, others = (event.actor[:1], event.actor[1:]) if not event.recipient and len(event.actor) > 1 else (event.actor, event.recipient)
    side_b = "Civilians" if event.ucdp == 3 else names(others)
    day = day_of(when)
    yield {
        "id": event.event_id, "relid": event.event_id, "year": day[:4] if day else None, "code_status": "Uncurated", "type_of_violence": event.ucdp,
        "dyad_name": f"{names(first)} - {side_b}", "side_a": names(first), "side_b": side_b, "number_of_sources": 1,
        "source_article": joined((told.source, told.published, told.title), ", "), "source_office": told.source, "source_date": told.published,
        "source_headline": told.title, "source_original": joined(claim.claimant.name for claim in event.claims if claim.claimant),
        "where_prec": place.where_prec if place else None, "where_coordinates": place.name if place else None,
        "where_description": place.text if place else None, "adm_1": place.admin1 if place else None, "adm_2": place.admin2 if place else None,
        "latitude": place.lat if place else None, "longitude": place.lon if place else None,
        **_cell(place.lat if place else None, place.lon if place else None),
        "country": country_names().get(place.country or "", place.country) if place else None, "event_clarity": 1 if event.count is None else 2,
        "date_prec": _precision(when), "date_start": when.start if when else None, "date_end": when.end if when else None, **deaths,
    }  # fmt: skip


def _cell(lat: float | None, lon: float | None) -> Cells:
    """The point as text and its cell of PRIO-GRID: numbered from 1 at 90° S 180° W, eastward, then northward."""
    if lat is None or lon is None:
        return {}
    return {"geom_wkt": f"POINT ({lon} {lat})", "priogrid_gid": min(int((lat + 90) * 2), 359) * CELLS_ROUND + min(int((lon + 180) * 2), 719) + 1}


def _precision(when: Date | None) -> int | None:
    if when is None or when.start is None or when.end is None:
        return None
    length = (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days + 1
    return 1 if length == 1 else 2 if length <= 6 else 3 if length == 7 else 4 if length <= 31 else 5


def _deaths(event: Event) -> dict[str, int]:
    """The toll that covers most, told by side, and the attackers' own dead; groups ("three of them children") are parts of it."""
    own = toll_of((harm for harm in event.harm if harm.side == "actor"), "killed")
    other = toll_of((harm for harm in event.harm if harm.side != "actor"), "killed")
    found = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"), 0)
    for toll in (own, other):
        if toll is not None:
            low, best, high = figures(toll)
            found[_side(toll, event)] += best
            found["best"] += best
            found["high"] += high
            found["low"] += low
    return found


def _side(toll: Harm, event: Event) -> str:
    if toll.side == "actor":
        return "deaths_a"
    if toll.who in CIVIL or (event.ucdp == 3 and toll.side == "recipient"):
        return "deaths_civilians"
    return "deaths_b" if toll.side == "recipient" else "deaths_unknown"


UCDP = View(
    "csv", COLUMNS, rows,
    "events without deaths or of no type of violence; ones that did not happen; wounded and other harm; who tells which toll; PLOVER type, modes, contexts; "
    "means and targets; links; evidence",
)  # fmt: skip
