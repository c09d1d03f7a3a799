"""How does POLECAT write an event? Its 40 columns, tab-separated; several values are joined by "; ", what is missing is None."""

from __future__ import annotations

from collections.abc import Iterator

from whowhom.model import Party
from whowhom.store.codes import country_names
from whowhom.store.export.view import Cells, Told, View, day_of, joined

COLUMNS = (
    ("Event ID", "our id of the event"), ("Event Date", "first day"), ("Event Type", "PLOVER's type"), ("Event Mode", "modes"),
    ("Intensity", "PLOVER's score"), ("Quad Code", "quad class in words"), ("Contexts", "contexts"), ("Actor Name", "resolved names"),
    ("Actor Country", "countries by name"), ("Actor COW", "not known to us: None"), ("Primary Actor Sector", "sector of the first actor"),
    ("Actor Sectors", "sectors of all"), ("Actor Title", "offices"), ("Actor Name Raw", "the words of the story"),
    ("Wikipedia Actor ID", "Wikidata id or that of our tables"), ("Recipient Name", "as of the actor"), ("Recipient Country", "as of the actor"),
    ("Recipient COW", "not known to us: None"), ("Primary Recipient Sector", "as of the actor"), ("Recipient Sectors", "as of the actor"),
    ("Recipient Title", "as of the actor"), ("Recipient Name Raw", "as of the actor"), ("Wikipedia Recipient ID", "as of the actor"),
    ("Placename", "resolved name of the place"), ("City", "the same, where it is a town"), ("District", "second-order division"),
    ("Province", "first-order division"), ("Country", "by name"), ("Latitude", "degrees"), ("Longitude", "degrees"), ("GeoNames ID", ""),
    ("Raw Placename", "the words of the story"), ("Feature Type", "kind of place"), ("Source", "who published the report"),
    ("Publication Date", "of the report"), ("Story People", "not gathered: None"), ("Story Organizations", "not gathered: None"),
    ("Story Locations", "not gathered: None"), ("Language", "English"), ("Version", "coder and codebook hash"),
)  # fmt: skip
MISSING = "None"


def rows(told: Told) -> Iterator[Cells]:
    event, place = told.event, told.event.place
    actors, recipients = _side(event.actor, "Actor"), _side(event.recipient, "Recipient")
    cells: Cells = {
        "Event ID": event.event_id, "Event Date": day_of(event.date), "Event Type": event.type, "Event Mode": joined(event.modes),
        "Intensity": event.intensity, "Quad Code": event.quad.replace("-", " ").upper(), "Contexts": joined(event.contexts), **actors, **recipients,
        "Source": told.source, "Publication Date": told.published, "Language": "English", "Version": event.coder,
    }  # fmt: skip
    if place:
        cells |= {
            "Placename": place.name, "City": place.name if (place.where_prec or 9) <= 2 else None, "District": place.admin2, "Province": place.admin1,
            "Country": country_names().get(place.country or "", place.country), "Latitude": place.lat, "Longitude": place.lon,
            "GeoNames ID": place.geonameid, "Raw Placename": place.text, "Feature Type": place.feature,
        }  # fmt: skip
    yield {name: MISSING if cells.get(name) in (None, "") else cells[name] for name, _ in COLUMNS}


def _side(parties: tuple[Party, ...], side: str) -> Cells:
    return {
        f"{side} Name": joined(party.name for party in parties),
        f"{side} Country": joined(country_names().get(party.country or "", party.country) for party in parties),
        f"Primary {side} Sector": parties[0].sector if parties else None,
        f"{side} Sectors": joined(sector for party in parties for sector in (party.sector, *party.sectors)),
        f"{side} Title": joined(party.title for party in parties),
        f"{side} Name Raw": joined(party.text for party in parties),
        f"Wikipedia {side} ID": joined(party.id for party in parties),
    }


POLECAT = View(
    "tsv", COLUMNS, rows,
    "tolls, means, targets; reality (denied and planned events look like others: ask with --reality happened); claims; links; last day and precision of dates; "
    "precision of places; confidence; evidence; the story's url and title",
)  # fmt: skip
