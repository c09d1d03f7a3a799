"""Incidents in the database: batches give what everything at once would, ids stay, and what merges, splits or vanishes leaves its tombstone."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from whowhom.coder import Coder, document
from whowhom.merge.gather import gather
from whowhom.merge.identity import Tombstone
from whowhom.merge.incident import Incident
from whowhom.merge.report import reports_of
from whowhom.merge.rules import load
from whowhom.model import Story
from whowhom.store import incidents as stored
from whowhom.store.database import Store
from whowhom.store.landing import land
from whowhom.store.merging import merge, waiting
from whowhom.store.tables import blocks, incident_members, incidents, reports

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))
from incidents import read_sets  # type: ignore[import-not-found]

OLD, NEW = "whowhom 0.1 old", "whowhom 0.2 new"
SHELLING = [
    ("a", "2024-03-13", "One Wire", "Rebels shelled the Yemeni town of Haradh on Tuesday and killed four civilians, doctors said."),
    ("b", "2024-03-13", "Two Wire", "Four people were killed when rebels fired mortars at Haradh in Yemen on Tuesday."),
    (
        "c",
        "2024-03-14",
        "Three Wire",
        "Rebels shelled the town of Haradh in northern Yemen on Tuesday and killed at least five civilians, residents said.",
    ),
]
TAIZ = ("d", "2024-03-13", "One Wire", "Rebels shelled the Yemeni city of Taiz on Tuesday and killed two civilians.")
ANSWER = (
    "e", "2024-03-15", "One Wire", "The army bombed a depot near Sirwah in Yemen on Thursday in retaliation for the shelling of Haradh.",
)  # fmt: skip
Told = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def set_stories(coder: Coder) -> list[Story]:
    """The stories of a part of the story sets, coded."""
    told = [each for each in read_sets(["tuned"]).reports if str(each["published"]) > "2021-03-01"]
    return list(coder.code_all([document(each["text"], str(each["published"]), source=each["source"], id=each["id"]) for each in told]))


def land_told(store: Store, coder: Coder, *told: Told, by: str = OLD) -> None:
    run = store.start_run("code", by)
    made = [document(text, published, source=source, id=doc_id) for doc_id, published, source, text in told]
    for story in coder.code_all(made):
        events = tuple(event.model_copy(update={"coder": by}) for event in story.events)
        land(store, Story(document=story.document, events=events), by, run)


def merge_all(store: Store) -> None:
    for _ in merge(store):
        pass
    with store.reading() as connection:
        assert waiting(connection) == 0


def groups_in(store: Store) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(telling.event_id for telling in each.reports)) for each in all_incidents(store))


def all_incidents(store: Store) -> list[Incident]:
    with store.reading() as connection:
        return list(stored.listed(connection, stored.Asked(rejected=True)))


def fate(store: Store, incident_id: str) -> list[Tombstone]:
    with store.reading() as connection:
        return stored.fate(connection, incident_id)


def incident_of(store: Store, doc_id: str) -> str:
    """The incident that the first event of a report tells."""
    return next(each.incident_id for each in all_incidents(store) if any(telling.doc_id == doc_id for telling in each.reports))


@pytest.mark.parametrize("seed", [1, 2])
def test_stories_in_any_order_and_batches_give_what_all_at_once_would(store: Store, set_stories: Sequence[Story], seed: int) -> None:
    chance, run = Random(seed), store.start_run("code", OLD)
    shuffled = list(set_stories)
    chance.shuffle(shuffled)
    while shuffled:
        size = chance.choice((1, 3, 20, 40))
        for story in shuffled[:size]:
            land(store, story, OLD, run)
        del shuffled[:size]
        merge_all(store)
    rules = load()
    at_once = gather([report for story in set_stories for report in reports_of(story.events, story.document, rules)], rules)
    assert groups_in(store) == at_once
    assert max(map(len, at_once)) >= 4


def test_a_new_report_joins_and_the_id_stays(store: Store, coder: Coder) -> None:
    land_told(store, coder, SHELLING[0], TAIZ)
    merge_all(store)
    before = incident_of(store, "a")
    land_told(store, coder, *SHELLING[1:])
    merge_all(store)
    assert {incident_of(store, doc_id) for doc_id in "abc"} == {before}
    assert incident_of(store, "d") != before
    with store.reading() as connection:
        incident = stored.incident(connection, before)
    assert incident is not None
    assert (incident.sources, [each.doc_id for each in incident.reports]) == (3, ["a", "b", "c"])
    first, *others = incident.reports
    assert first.score is None and first.reasons == ("the first report",)
    assert all(each.score is not None and each.score > 0 and "same day (+1.1)" in each.reasons for each in others), [
        (each.doc_id, each.score, each.reasons) for each in others
    ]
    toll = incident.toll("killed")
    assert toll is not None and (toll.low, toll.best, toll.high) == (4, 5, 5) and len(toll.claims) == 3


def test_merging_again_changes_nothing(store: Store, coder: Coder) -> None:
    land_told(store, coder, *SHELLING)
    merge_all(store)
    assert list(merge(store)) == []


def test_incidents_that_a_later_report_joins_leave_a_tombstone(store: Store, coder: Coder) -> None:
    """Two reports that say too little of each other are one deed once a third tells what both tell."""
    land_told(
        store, coder,
        ("x", "2024-03-13", "One Wire", "Nine people were killed in Kano on Tuesday."),
        ("y", "2024-03-13", "Two Wire", "A bomb exploded at a mosque in Nigeria on Tuesday."),
    )  # fmt: skip
    merge_all(store)
    first, second = incident_of(store, "x"), incident_of(store, "y")
    assert first != second
    land_told(store, coder, ("z", "2024-03-14", "Three Wire", "A bomb exploded at a mosque in Kano in Nigeria on Tuesday and killed nine people."))
    merge_all(store)
    left = {incident_of(store, doc_id) for doc_id in "xyz"}
    if len(left) == 1:
        (kept,) = left
        (lost,) = {first, second} - left
        assert [(stone.fate, stone.into) for stone in fate(store, lost)] == [("merged", (kept,))]
        with store.reading() as connection:
            assert stored.current_id(connection, lost) == kept
            assert stored.incident(connection, lost) is None
    else:
        pytest.fail(f"the third report joined only one of them: {groups_in(store)}")


def test_a_newer_coder_keeps_the_ids(store: Store, coder: Coder) -> None:
    land_told(store, coder, *SHELLING, TAIZ)
    merge_all(store)
    before = {doc_id: incident_of(store, doc_id) for doc_id in "abcd"}
    run = store.start_run("code", NEW)
    for doc_id, published, source, text in (*SHELLING, TAIZ):
        story = next(iter(coder.code_all([document(text, published, source=source, id=doc_id)])))
        renamed = tuple(event.model_copy(update={"event_id": f"new-{event.event_id}", "coder": NEW}) for event in story.events)
        land(store, Story(document=story.document, events=renamed), NEW, run)
    merge_all(store)
    assert {doc_id: incident_of(store, doc_id) for doc_id in "abcd"} == before
    assert not any(fate(store, incident_id) for incident_id in before.values())


def test_a_report_that_changes_its_day_leaves_the_incident(store: Store, coder: Coder) -> None:
    land_told(store, coder, *SHELLING)
    merge_all(store)
    before = incident_of(store, "a")
    doc_id, published, source, text = SHELLING[2]
    land_told(store, coder, (doc_id, published, source, text.replace("on Tuesday", "on Saturday")), by=NEW)
    merge_all(store)
    assert incident_of(store, "a") == incident_of(store, "b") == before
    other = incident_of(store, "c")
    assert other != before
    assert [(stone.fate, stone.into) for stone in fate(store, before)] == [("split", (other,))]


def test_an_incident_without_reports_is_removed_and_its_index_with_it(store: Store, coder: Coder) -> None:
    land_told(store, coder, TAIZ)
    merge_all(store)
    before = incident_of(store, "d")
    land_told(store, coder, (*TAIZ[:3], "The weather in Taiz was fine on Tuesday."), by=NEW)
    merge_all(store)
    assert all_incidents(store) == []
    assert [stone.fate for stone in fate(store, before)] == ["removed"]
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(blocks)).scalar() == 0
        assert connection.execute(select(func.count()).select_from(reports)).scalar() == 0


def test_an_old_revision_keeps_its_incidents(store: Store, coder: Coder) -> None:
    land_told(store, coder, SHELLING[0])
    merge_all(store)
    with store.reading() as connection:
        then = connection.execute(select(func.max(incidents.c.since))).scalar()
    land_told(store, coder, *SHELLING[1:])
    merge_all(store)
    with store.reading() as connection:
        (before,) = stored.listed(connection, stored.Asked(), at=then)
        (now,) = stored.listed(connection, stored.Asked())
    assert (len(before.reports), len(now.reports), before.incident_id) == (1, 3, now.incident_id)


def test_an_event_is_in_one_incident(store: Store, set_stories: Sequence[Story]) -> None:
    run = store.start_run("code", OLD)
    for story in set_stories[:40]:
        land(store, story, OLD, run)
    merge_all(store)
    with store.reading() as connection:
        live = select(incident_members.c.event).where(incident_members.c.until.is_(None))
        members = connection.execute(live).scalars().all()
    assert len(members) == len(set(members)) == sum(len(story.events) for story in set_stories[:40])


def test_chains_show_what_answered_what_with_the_days_between(store: Store, coder: Coder) -> None:
    land_told(store, coder, *SHELLING, TAIZ, ANSWER)
    merge_all(store)
    with store.reading() as connection:
        (chain,) = stored.chains(connection)
    assert chain.incident.incident_id == incident_of(store, "a")
    assert {telling.doc_id for telling in chain.incident.reports} == {"a", "b", "c", "e"}
    (answer,) = chain.answers
    assert answer.answer is not None
    assert (answer.incident.place and answer.incident.place.name, answer.answer.lag, answer.answer.kinds) == ("Sirwah", 2, ("in-response-to",))
    assert answer.answer.words == ("in retaliation for",)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (stored.Asked(), 3), (stored.Asked(country=("YEM",)), 3), (stored.Asked(country=("SYR",)), 0), (stored.Asked(dead=5), 1),
        (stored.Asked(sources=2), 1), (stored.Asked(start="2024-03-13"), 1), (stored.Asked(end="2024-03-12"), 2), (stored.Asked(type=("PROTEST",)), 0),
        (stored.Asked(party="army"), 1), (stored.Asked(party="REB"), 2), (stored.Asked(disputed=True), 1),
    ],
)  # fmt: skip
def test_what_can_be_asked_of_incidents(store: Store, coder: Coder, asked: stored.Asked, found: int) -> None:
    land_told(store, coder, *SHELLING, TAIZ, ANSWER)
    merge_all(store)
    with store.reading() as connection:
        assert len(list(stored.listed(connection, asked))) == found
        assert len(list(stored.listed(connection, asked, limit=1))) == min(found, 1)
