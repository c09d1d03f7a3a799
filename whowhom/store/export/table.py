"""One row an event: CSV for spreadsheets. Lists are joined by "; ", cells that a spreadsheet would run get an apostrophe."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import IO

from whowhom.model import Event, Harm, Party

COLUMNS = (
    "event_id", "doc_id", "type", "modes", "contexts", "quad", "intensity", "cameo", "acled_event_type", "acled_sub_event_type", "ucdp", "trigger",
    "actor", "actor_country", "actor_sector", "actor_backers", "recipient", "recipient_country", "recipient_sector", "date_start", "date_end",
    "date_precision", "date_text", "place", "place_country", "place_admin1", "lat", "lon", "geo_precision", "where_prec", "means", "targets",
    "killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high", "harm", "count_low", "count_high", "size_low", "size_high",
    "reality", "tense", "claims", "links", "confidence", "quote", "coder",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # first characters that spreadsheets take for a formula (OWASP, CSV injection)
Cell = str | int | float | None


def csv_writer(file: IO[str]) -> Callable[[Event], None]:
    """A function that writes an event as a row; the header goes first."""
    rows = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    rows.writeheader()

    def write(event: Event) -> None:
        rows.writerow({name: safe(value) for name, value in cells_of(event).items()})

    return write


def safe(value: Cell) -> Cell:
    """A cell that a spreadsheet does not run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(value for value in values if value)


def _names(parties: tuple[Party, ...]) -> str:
    return _joined(party.name for party in parties)


def _told(harm: Harm) -> str:
    by = f" ({harm.claimant.name})" if harm.claimant else ""
    return f"{harm.kind} {harm.who}: {harm.text}{by}"


def _toll(event: Event, kind: str) -> dict[str, Cell]:
    """The first toll of a kind that covers most: civilians or unspecified before groups."""
    found = [harm for harm in event.harm if harm.kind == kind]
    first = max(found, key=lambda harm: harm.low or harm.best or harm.high or 0, default=None)
    return {f"{kind}_{side}": getattr(first, side) if first else None for side in ("low", "best", "high")}


def cells_of(event: Event) -> dict[str, Cell]:
    """The cells of an event by column; a blank is a value the report does not state."""
    date, place = event.date, event.place
    quote = " … ".join(dict.fromkeys(each.quote for each in event.evidence if each.field == "trigger"))
    return {
        "event_id": event.event_id, "doc_id": event.doc_id, "type": event.type, "modes": _joined(event.modes), "contexts": _joined(event.contexts),
        "quad": event.quad, "intensity": event.intensity, "cameo": event.cameo,
        "acled_event_type": event.acled.event_type if event.acled else None, "acled_sub_event_type": event.acled.sub_event_type if event.acled else None,
        "ucdp": event.ucdp, "trigger": event.trigger.text, "actor": _names(event.actor), "actor_country": _joined(party.country for party in event.actor),
        "actor_sector": _joined(party.sector for party in event.actor),
        "actor_backers": _joined(backer.country or backer.name for party in event.actor for backer in party.backers),
        "recipient": _names(event.recipient), "recipient_country": _joined(party.country for party in event.recipient),
        "recipient_sector": _joined(party.sector for party in event.recipient),
        "date_start": date.start if date else None, "date_end": date.end if date else None, "date_precision": date.precision if date else None,
        "date_text": date.text if date else None, "place": place.name if place else None, "place_country": place.country if place else None,
        "place_admin1": place.admin1 if place else None, "lat": place.lat if place else None, "lon": place.lon if place else None,
        "geo_precision": place.geo_precision if place else None, "where_prec": place.where_prec if place else None,
        "means": _joined(means.text for means in event.means), "targets": _joined(target.text for target in event.targets),
        **_toll(event, "killed"), **_toll(event, "wounded"), "harm": _joined(map(_told, event.harm)),
        "count_low": event.count.low if event.count else None, "count_high": event.count.high if event.count else None,
        "size_low": event.size.low if event.size else None, "size_high": event.size.high if event.size else None,
        "reality": event.reality, "tense": event.tense,
        "claims": _joined(f"{claim.claimant.name} {claim.stance}" for claim in event.claims if claim.claimant),
        "links": _joined(f"{link.kind} {link.event_id or link.text}" for link in event.links), "confidence": event.confidence, "quote": quote, "coder": event.coder,
    }  # fmt: skip
