"""A sound database has no fault; whatever is changed behind its back is told."""

from __future__ import annotations

import pytest
from made import CODER, stories, story
from sqlalchemy import text

from whowhom.store.check import Seen, check
from whowhom.store.database import Store
from whowhom.store.landing import land


@pytest.fixture()
def filled(store: Store) -> Store:
    run = store.start_run("code", CODER)
    for made in stories(5, deeds=2):
        land(store, made, CODER, run)
    land(store, story(0, deeds=3, coder="whowhom 0.1 newer"), "whowhom 0.1 newer", run)
    land(store, story(1, deeds=2, title="Corrected"), CODER, run)
    return store


def faults(store: Store) -> list[str]:
    return [f"{fault.where}: {fault.what}" for fault in check(store, Seen())]


def test_a_sound_database_has_no_fault(filled: Store) -> None:
    seen = Seen()
    assert list(check(filled, seen)) == []
    assert (seen.documents, seen.events) == (7, 15)
    assert seen.quotes > 200


def test_an_empty_database_has_no_fault(store: Store) -> None:
    assert faults(store) == []


@pytest.mark.parametrize(
    ("meddling", "told"),
    [
        ("UPDATE documents SET text = replace(text, 'killed', 'kissed') WHERE key = 3", "its text or what is known of it was changed"),
        ("UPDATE documents SET text = replace(text, 'killed', 'kissed') WHERE key = 3", "quotes 'and killed', the story has 'and kissed' there"),
        ("UPDATE documents SET source = 'Another' WHERE key = 3", "what is known of it was changed"),
        ("UPDATE events SET killed_low = 900 WHERE key = 6", "the column killed_low says 900, the record"),
        ("UPDATE events SET country = 'FRA' WHERE key = 6", "the column country says 'FRA', the record"),
        ("UPDATE records SET record = replace(record, 'material-conflict', 'war') WHERE event = 6", "its record is broken"),
        ("DELETE FROM records WHERE event = 6", "its record is gone"),
        ("UPDATE events SET until = 2 WHERE key = 6", "does not live as long as its ledger row"),
        ("UPDATE codings SET events = 9 WHERE key = 3", "the ledger says 9 events, there are 2"),
        ("UPDATE codings SET until = 6 WHERE key = 3", "no coder has read it, though it is live"),
        ("UPDATE codings SET until = since", "ends before it begins"),
        ("UPDATE documents SET until = 6 WHERE key = 3", "outlives its document"),
        ("DELETE FROM event_modes WHERE event = 6", "its event modes are not those of the record"),
        ("UPDATE parties SET name = 'Someone' WHERE event = 6", "its parties are not those of the record"),
        ("UPDATE links SET to_event = 1 WHERE event = 6", "is linked to an event of another story"),
        ("INSERT INTO revisions (key, at) VALUES (99, '')", "the last is number 99"),
        ("INSERT INTO judgements (key, subject, number, verb, who, revision) VALUES (1, 's', 2, 'accept', 'me', 1)", "the last is number 2"),
        (
            "INSERT INTO incident_members (key, incident_id, event, reasons, since) SELECT 1, 'i', key, '[]', 7 FROM events WHERE until IS NOT NULL LIMIT 1",
            "was replaced",
        ),
        ("INSERT INTO incident_members (key, incident_id, event, reasons, since) VALUES (1, 'i', 6, '[]', 7)", "has reports, but is not there"),
        (
            "INSERT INTO incidents (key, incident_id, type, reports, sources, record, since) VALUES (1, 'i', 'ASSAULT', 2, 1, '{}', 7)",
            "says 2 reports, there are 0",
        ),
    ],
)
def test_what_is_changed_behind_its_back_is_told(filled: Store, meddling: str, told: str) -> None:
    with filled.writing() as connection:
        connection.execute(text(meddling))
    assert any(told in fault for fault in faults(filled)), faults(filled)
