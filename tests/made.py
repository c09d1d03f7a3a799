"""Stories made by rule, with their events already coded: what tests and benches of the database feed it. The same number gives the same story."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from whowhom.model import Acled, Claim, Date, Document, Event, Evidence, Harm, Link, Means, Party, Place, Story, Trigger

CODER = "whowhom 0.0 made"
ACTORS = (
    ("Rebels", None, "REB"), ("Government forces", "SYR", "MIL"), ("Houthi fighters", "YEM", "REB"), ("Police", "NGA", "COP"),
    ("Al-Shabaab", "SOM", "REB"), ("Russian troops", "RUS", "MIL"), ("Gunmen", None, "UAF"), ("Protesters", "IRQ", "CVL"),
)  # fmt: skip
VICTIMS = (
    ("civilians", None, "CVL", "civilians"), ("soldiers", None, "MIL", "military"), ("journalists", None, "JRN", "journalists"),
    ("villagers", None, "CVL", "civilians"), ("officers", None, "COP", "police"),
)  # fmt: skip
PLACES = (
    ("Haradh", "YEM", 16.41, 43.06), ("Saraqib", "SYR", 35.86, 36.8), ("Maiduguri", "NGA", 11.85, 13.16), ("Baidoa", "SOM", 3.11, 43.65),
    ("Bakhmut", "UKR", 48.59, 38.0), ("Sana'a", "YEM", 15.35, 44.21), ("Nasiriyah", "IRQ", 31.05, 46.26), ("Goma", "COD", -1.68, 29.22),
)  # fmt: skip
DEEDS = (("shelled", "heavy-weapons", "artillery"), ("bombed", "aerial", "jets"), ("raided", "firearms", "rifles"))
TELLERS = (("doctors", "MED"), ("officials", "GOV"), ("witnesses", "CVL"))
SOURCES = ("Daily Post", "City Wire", "The Observer", "Radio North")
FIRST_DAY = date(2020, 1, 1)


def story(number: int, deeds: int = 1, coder: str = CODER, **changed: Any) -> Story:
    """The story of a number with so many events; `changed` sets fields of its document."""
    draw = random.Random(number)
    day = FIRST_DAY + timedelta(days=number % 2000)
    parts: list[str] = []
    told: list[dict[str, Any]] = []
    for at in range(deeds):
        deed = {
            "actor": draw.choice(ACTORS), "victims": draw.choice(VICTIMS), "place": draw.choice(PLACES), "deed": draw.choice(DEEDS),
            "teller": draw.choice(TELLERS), "dead": draw.randrange(1, 60), "day": day - timedelta(days=1 + draw.randrange(6)), "start": 0, "at": at,
        }  # fmt: skip
        deed["start"] = sum(map(len, parts))
        parts.append(sentence_of(deed))
        told.append(deed)
    known = {"id": f"story-{number}", "title": f"Attack {number}", "published": day.isoformat(), "source": draw.choice(SOURCES)}
    document = Document(**{**known, "text": "".join(parts), **changed})
    events = [event_of(deed, document, coder, told) for deed in told]
    return Story(document=document, events=tuple(events))


def stories(count: int, deeds: int = 1) -> Iterator[Story]:
    return (story(number, deeds) for number in range(count))


def sentence_of(deed: dict[str, Any]) -> str:
    weapon = f"with {deed['deed'][2]} "
    return (
        f"{deed['actor'][0]} {deed['deed'][0]} {deed['place'][0]} {weapon}on {deed['day']:%A} and killed {deed['dead']} {deed['victims'][0]}, "
        f"{deed['teller'][0]} said. "
    )


def event_of(deed: dict[str, Any], document: Document, coder: str, told: list[dict[str, Any]]) -> Event:
    """The event of one sentence, every value on its words."""
    sentence = sentence_of(deed)
    evidence: list[Evidence] = []

    def words(field: str, text: str) -> dict[str, Any]:
        start = deed["start"] + sentence.index(text)
        span = (start, start + len(text))
        evidence.append(Evidence(field=field, span=span, quote=text, rule=f"made.{field}"))
        return {"text": text, "span": span}

    name, country, sector = deed["actor"]
    victims, victims_country, victims_sector, who = deed["victims"]
    town, where, lat, lon = deed["place"]
    verb, mode, weapon = deed["deed"]
    toll = f"{deed['dead']} {victims}"
    teller = Party(**words("claims", deed["teller"][0]), name=deed["teller"][0], sector=deed["teller"][1], sectors=(deed["teller"][1],))
    links = []
    if deed["at"]:
        links.append(Link(**words("links", "and killed"), kind="follows", event_id=event_id(document, coder, deed["at"] - 1)))
    return Event(
        event_id=event_id(document, coder, deed["at"]), doc_id=document.id, type="ASSAULT", modes=(mode,), contexts=("military",),
        quad="material-conflict", intensity=-9.0, cameo="190",
        acled=Acled(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"), ucdp=3,
        trigger=Trigger(**words("trigger", verb)),
        actor=(Party(**words("actor", name), name=name, country=country, sector=sector, sectors=(sector,)),),
        recipient=(Party(**words("recipient", toll), name=victims, country=victims_country or where, sector=victims_sector, sectors=(victims_sector,)),),
        date=Date(**words("date", f"on {deed['day']:%A}"), start=deed["day"].isoformat(), end=deed["day"].isoformat(), precision="day",
                  basis="relative-to-publication"),
        place=Place(**words("place", town), name=town, lat=lat, lon=lon, country=where, geo_precision=1, where_prec=1),
        means=(Means(**words("means", weapon), **{"class": weapon}),),
        harm=(Harm(**words("harm", toll), kind="killed", who=who, side="recipient", low=deed["dead"], best=deed["dead"], high=deed["dead"],
                   stated="number", claimant=teller),),
        claims=(Claim(**words("claims", "said"), claimant=teller, stance="asserts"),),
        links=tuple(links), confidence=0.8, evidence=tuple(evidence), coder=coder,
    )  # fmt: skip


def event_id(document: Document, coder: str, at: int) -> str:
    return f"{document.id}.{at}.{coder.split()[-1]}"
