"""Filters mean what they say: each is held against a plain look at the same events, on both kinds of database."""

from __future__ import annotations

from collections.abc import Callable
from math import acos, cos, radians, sin

import pytest
from made import CODER, stories, story

from whowhom.errors import QuestionError, StoreError
from whowhom.model import Document, Event
from whowhom.store import codes
from whowhom.store.database import Store
from whowhom.store.filters import Filter
from whowhom.store.landing import land
from whowhom.store.reading import count, read, revision_of
from whowhom.store.vicinity import point_of

TOLD = [(made.document, event) for made in stories(40, deeds=2) for event in made.events]
Meets = Callable[[Document, Event], bool]


def kilometres(event: Event, lat: float, lon: float) -> float:
    assert event.place is not None
    assert event.place.lat is not None
    assert event.place.lon is not None
    one, two, apart = radians(lat), radians(event.place.lat), radians(event.place.lon - lon)
    return 6371.0088 * acos(min(1.0, sin(one) * sin(two) + cos(one) * cos(two) * cos(apart)))


def day(event: Event) -> str:
    assert event.date is not None
    return event.date.start or ""


def side(event: Event, code: str) -> int:
    """Which side a code is on: 0 none, 1 actor, 2 recipient, 3 both."""
    sides = [any(code in (party.country, party.sector) for party in parties) for parties in (event.actor, event.recipient)]
    return sides[0] + 2 * sides[1]


def place(event: Event) -> str:
    return event.place.name if event.place else ""


CASES: list[tuple[Filter, Meets]] = [
    (Filter(), lambda document, event: True),
    (Filter(start="2020-01-10"), lambda document, event: day(event) >= "2020-01-10"),
    (Filter(start="2020-01-10", end="2020-01-20"), lambda document, event: "2020-01-10" <= day(event) <= "2020-01-20"),
    (Filter(country=("YEM", "IRQ")), lambda document, event: event.place is not None and event.place.country in ("YEM", "IRQ")),
    (Filter(place=("Sanaa",)), lambda document, event: place(event) == "Sana'a"),
    (Filter(place=("Sana",)), lambda document, event: False),
    (Filter(place=("sana*", "goma")), lambda document, event: place(event) in ("Sana'a", "Goma")),
    (Filter(near=(15.5, 44.0, 60)), lambda document, event: kilometres(event, 15.5, 44.0) <= 60),
    (Filter(near=(15.5, 44.0, 3000)), lambda document, event: kilometres(event, 15.5, 44.0) <= 3000),
    (Filter(near=(0.0, -170.0, 18000)), lambda document, event: kilometres(event, 0.0, -170.0) <= 18000),
    (Filter(near=(80.0, 10.0, 5000)), lambda document, event: kilometres(event, 80.0, 10.0) <= 5000),
    (Filter(type=("PROTEST",)), lambda document, event: False),
    (Filter(mode=("aerial",)), lambda document, event: "aerial" in event.modes),
    (Filter(actor=("Houthi",)), lambda document, event: event.actor[0].name == "Houthi fighters"),
    (Filter(actor=("hout*", "al shabaab")), lambda document, event: event.actor[0].name in ("Houthi fighters", "Al-Shabaab")),
    (Filter(actor=("REB",), dead=30), lambda document, event: event.actor[0].sector == "REB" and (event.harm[0].low or 0) >= 30),
    (Filter(recipient=("CVL",)), lambda document, event: event.recipient[0].sector == "CVL"),
    (Filter(party=("YEM",)), lambda document, event: side(event, "YEM") > 0),
    (Filter(sector=("MIL",)), lambda document, event: side(event, "MIL") > 0),
    (Filter(dyad=("REB", "CVL")), lambda document, event: side(event, "REB") == 1 and side(event, "CVL") == 2),
    (Filter(dyad=("CVL", "REB")), lambda document, event: side(event, "REB") == 1 and side(event, "CVL") == 2),
    (Filter(dyad=("REB", "YEM")), lambda document, event: side(event, "REB") == 1 and event.recipient[0].country == "YEM"),
    (Filter(dyad=("Rebels", "MIL")), lambda document, event: event.actor[0].name == "Rebels" and event.recipient[0].sector == "MIL"),
    (Filter(source=("city wire",)), lambda document, event: document.source == "City Wire"),
    (Filter(source=("observer",)), lambda document, event: document.source == "The Observer"),
    (Filter(reality=("alleged",)), lambda document, event: False),
    (Filter(reality=("happened", "denied")), lambda document, event: True),
    (Filter(confidence=0.8), lambda document, event: True),
    (Filter(confidence=0.81), lambda document, event: False),
    (Filter(dead=50), lambda document, event: (event.harm[0].low or 0) >= 50),
    (Filter(text="journalists shelling"), lambda document, event: "journalists" in document.text and "shelled" in document.text),
    (Filter(text='"bombed Goma"'), lambda document, event: "bombed Goma" in document.text),
    (Filter(text="Sanaa OR baidoa"), lambda document, event: "Sana'a" in document.text or "Baidoa" in document.text),
    (Filter(text="rebels -soldiers"), lambda document, event: "Rebels" in document.text and "soldiers" not in document.text),
    (Filter(text="the"), lambda document, event: False),
    (Filter(event=("story-3.1.made",)), lambda document, event: event.event_id == "story-3.1.made"),
]


@pytest.fixture()
def filled(store: Store) -> Store:
    run = store.start_run("code", CODER)
    for made in stories(40, deeds=2):
        land(store, made, CODER, run)
    return store


def test_every_filter_finds_what_a_plain_look_finds(filled: Store) -> None:
    for asked, meets in CASES:
        wanted = [event for document, event in TOLD if meets(document, event)]
        found = [stored.event for stored in read(filled, asked)]
        assert sorted(event.event_id for event in found) == sorted(event.event_id for event in wanted), asked.given
        assert [day(event) for event in found] == sorted(day(event) for event in found)
        assert count(filled, asked) == len(wanted)


def test_most_filters_find_some_and_leave_some() -> None:
    shares = [sum(meets(*told) for told in TOLD) for _, meets in CASES]
    assert sum(0 < share < len(TOLD) for share in shares) >= 26


def test_records_come_back_as_they_were(filled: Store) -> None:
    assert [stored.event for stored in read(filled, Filter(), by_day=False)] == [event for _, event in TOLD]


def test_a_query_sees_what_held_at_a_revision(filled: Store) -> None:
    newer = "whowhom 0.1 newer"
    land(filled, story(0, deeds=3, coder=newer), newer, filled.start_run("code", newer))
    assert (count(filled, Filter()), count(filled, Filter(), at=40), count(filled, Filter(), at=1)) == (81, 80, 2)
    assert {stored.event.coder for stored in read(filled, Filter(event=("story-0.0.made",)), at=40)} == {CODER}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"start": "yesterday"}, "'yesterday' is not a day"),
        ({"start": "2024-02-30"}, "is not a day"),
        ({"start": "2024-02-02", "end": "2024-02-01"}, "is after"),
        ({"reality": ("true",)}, "is not one of happened, asserted"),
        ({"text": "-strike"}, "names no word"),
        ({"text": '"" OR'}, "names no word"),
        ({"actor": ("*",)}, "holds no word"),
    ],
)
def test_what_cannot_be_asked(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        Filter(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", ['a "b', '" OR x NOT AND ( ) *', "x:y ^z", "'; DROP TABLE events; --", "NEAR(a b)", "né -x OR {y}"])
def test_any_words_may_be_looked_for(filled: Store, asked: str) -> None:
    assert count(filled, Filter(text=asked)) == 0


def test_codes_as_people_write_them() -> None:
    assert (codes.types(["assault"]), codes.modes(["Aerial"]), codes.sectors(["mil"]), codes.countries(["yemen", "SYR"])) == (
        ("ASSAULT",), ("aerial",), ("MIL",), ("YEM", "SYR"),
    )  # fmt: skip
    with pytest.raises(QuestionError, match="did you mean ASSAULT"):
        codes.types(["assualt"])


@pytest.mark.parametrize(
    ("written", "near"),
    [("15.46,45.32", (15.46, 45.32)), (" -1.5 , 29 ", (-1.5, 29.0)), ("Goma", (-1.67, 29.22)), ("Tripoli, Lebanon", (34.43, 35.84))],
)
def test_points_as_people_write_them(written: str, near: tuple[float, float]) -> None:
    assert point_of(written)[:2] == pytest.approx(near, abs=0.1)


@pytest.mark.parametrize("written", ["Nowhere at all", "95,12", "Goma, France"])
def test_what_is_no_point(written: str) -> None:
    with pytest.raises(QuestionError, match="--near"):
        point_of(written)


def test_an_unknown_release_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match="there is no release 'june'"):
        revision_of(store, "june")
