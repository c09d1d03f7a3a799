"""Judgements hold: in events, queries and incidents, over a newer coder, between two reviewers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from sqlalchemy import select

from whowhom.coder import Coder, document
from whowhom.errors import ConflictError, QuestionError
from whowhom.merge.judgements import Verb
from whowhom.model import Event, Story
from whowhom.store import incidents as stored
from whowhom.store import judging, verdicts
from whowhom.store.check import Seen, check
from whowhom.store.database import Store
from whowhom.store.filters import Filter
from whowhom.store.judging import Opinion, judge, undo
from whowhom.store.landing import land
from whowhom.store.merging import merge
from whowhom.store.publishing import release
from whowhom.store.reading import count, read
from whowhom.store.tables import events, judgements, records

OLD, NEW = "whowhom 0.1 old", "whowhom 0.2 new"
REPORTS = {
    "a": ("2024-03-13", "One Wire", "Rebels shelled the Yemeni town of Haradh on Tuesday and killed four civilians, doctors said."),
    "b": ("2024-03-13", "Two Wire", "Four people were killed when rebels fired mortars at Haradh in Yemen on Tuesday."),
    "c": ("2024-03-13", "Three Wire", "Thousands protested in the Yemeni city of Taiz on Monday."),
}


@pytest.fixture()
def filled(store: Store, coder: Coder) -> Store:
    """A database with two reports of a shelling and one of a protest, merged."""
    fill(store, coder)
    return store


def fill(store: Store, coder: Coder, by: str = OLD, rename: Callable[[str], str] = str, reports: dict[str, tuple[str, str, str]] = REPORTS) -> None:
    run = store.start_run("code", by)
    made = [document(text, published, source=source, id=doc_id) for doc_id, (published, source, text) in reports.items()]
    for story in coder.code_all(made):
        coded = tuple(event.model_copy(update={"coder": by, "event_id": rename(event.event_id)}) for event in story.events)
        land(store, Story(document=story.document, events=coded), by, run)
    for _ in merge(store):
        pass


def event_of(store: Store, doc_id: str) -> Event:
    with store.reading() as connection:
        query = select(records.c.record).join_from(records, events).where(events.c.until.is_(None), records.c.record.contains(f'"doc_id":"{doc_id}"'))
        return Event.model_validate_json(connection.execute(query.order_by(events.c.key)).scalars().first() or "")


def incident_of(store: Store, doc_id: str) -> str:
    with store.reading() as connection:
        found = stored.listed(connection, stored.Asked(rejected=True))
        return next(each.incident_id for each in found if any(telling.doc_id == doc_id for telling in each.reports))


def say(
    store: Store, verb: Verb, *references: str, who: str = "Ana", field: str | None = None, value: str | None = None, seen: int | None = None
) -> int:
    return judge(store, Opinion(verb, who, "because", field, value, seen), *references)[-1].key


def test_a_rejected_event_is_in_no_query_and_no_figure_and_comes_back(filled: Store) -> None:
    wrong = event_of(filled, "a").event_id
    key = say(filled, "reject", wrong)
    assert count(filled, Filter(type=("ASSAULT",))) == 1
    assert count(filled, Filter(type=("ASSAULT",), rejected=True)) == 2
    with filled.reading() as connection:
        incident = stored.incident(connection, incident_of(filled, "a"))
    assert incident is not None and incident.sources == 1
    assert [each.decision for each in incident.reports] == ["rejected", None]
    undo(filled, key, "Ana", "a mistake")
    assert count(filled, Filter(type=("ASSAULT",))) == 2


def test_an_incident_of_rejected_reports_is_listed_only_where_asked_for(filled: Store) -> None:
    say(filled, "reject", event_of(filled, "c").event_id)
    with filled.reading() as connection:
        assert len(list(stored.listed(connection, stored.Asked()))) == 1
        assert len(list(stored.listed(connection, stored.Asked(rejected=True)))) == 2


def test_a_correction_is_what_queries_and_incidents_say_and_the_coders_own_is_kept(filled: Store) -> None:
    before = event_of(filled, "a")
    key = say(filled, "correct", before.event_id, field="killed", value="9")
    (now,) = (each.event for each in read(filled, Filter(dead=9)))
    assert now.event_id == before.event_id
    assert [each.rule for each in now.evidence if each.field == "harm"] == [f"judgement.{key}"]
    with filled.reading() as connection:
        incident = stored.incident(connection, incident_of(filled, "a"))
        row = connection.execute(
            select(records.c.coded).join_from(records, events).where(events.c.event_id == before.event_id, events.c.until.is_(None))
        ).scalar()
    assert incident is not None
    toll = incident.toll("killed")
    assert toll is not None and (toll.low, toll.high) == (4, 9)
    assert Event.model_validate_json(row or "") == before
    undo(filled, key, "Ana")
    assert event_of(filled, "a") == before


def test_corrections_of_several_fields_stand_together_and_the_last_of_a_field_holds(filled: Store) -> None:
    event_id = event_of(filled, "a").event_id
    say(filled, "correct", event_id, field="date", value="2024-03-11")
    say(filled, "correct", event_id, field="killed", value="9")
    say(filled, "correct", event_id, field="killed", value="5-7")
    now = event_of(filled, "a")
    assert now.date is not None and now.date.start == "2024-03-11"
    assert [(harm.low, harm.high) for harm in now.harm if harm.kind == "killed"] == [(5, 7)]


def test_a_corrected_day_moves_a_report_to_another_incident(filled: Store) -> None:
    before = incident_of(filled, "a")
    assert incident_of(filled, "b") == before
    say(filled, "correct", event_of(filled, "b").event_id, field="date", value="2024-02-01")
    assert incident_of(filled, "b") != incident_of(filled, "a")


def test_same_joins_and_different_parts_and_both_can_be_undone(filled: Store) -> None:
    shelling, protest = incident_of(filled, "a"), incident_of(filled, "c")
    key = say(filled, "same", shelling, protest)
    assert incident_of(filled, "c") == incident_of(filled, "a") == incident_of(filled, "b")
    with filled.reading() as connection:
        (incident,) = stored.listed(connection, stored.Asked())
    assert any("joined by a person" in each.reasons for each in incident.reports)
    undo(filled, key, "Ana")
    assert incident_of(filled, "c") != incident_of(filled, "a") == incident_of(filled, "b")
    key = say(filled, "different", event_of(filled, "b").event_id, shelling)
    assert incident_of(filled, "b") != incident_of(filled, "a")
    undo(filled, key, "Ana")
    assert incident_of(filled, "b") == incident_of(filled, "a")


def test_an_incident_can_be_judged_as_such(filled: Store) -> None:
    shelling = incident_of(filled, "a")
    say(filled, "accept", shelling)
    say(filled, "correct", shelling, field="killed", value="6")
    say(filled, "correct", shelling, field="place", value="Harad, YEM, 16.4, 43.0")
    with filled.reading() as connection:
        incident = stored.incident(connection, shelling)
    assert incident is not None and incident.place is not None
    toll = incident.toll("killed")
    assert toll is not None and (toll.low, toll.best, toll.high, len(toll.claims)) == (6, 6, 6, 2)
    assert (incident.decision, incident.corrected, incident.place.name) == ("accepted", ("killed", "place"), "Harad")


def test_judgements_survive_a_newer_coder(filled: Store, coder: Coder) -> None:
    event_id, shelling = event_of(filled, "a").event_id, incident_of(filled, "a")
    say(filled, "correct", event_id, field="killed", value="9")
    say(filled, "different", event_of(filled, "b").event_id, event_id)
    say(filled, "reject", event_of(filled, "c").event_id)
    fill(filled, coder, NEW, lambda old: f"new-{old}")
    now = event_of(filled, "a")
    assert now.event_id == f"new-{event_id}" and now.coder == NEW
    assert [harm.best for harm in now.harm if harm.kind == "killed"] == [9]
    assert incident_of(filled, "b") != incident_of(filled, "a")
    assert shelling in (incident_of(filled, "a"), incident_of(filled, "b"))
    assert count(filled, Filter(type=("PROTEST",))) == 0
    with filled.reading() as connection:
        assert verdicts.orphans(connection) == []
    key = say(filled, "correct", now.event_id, field="killed", value="10")  # the subject goes on under its new event
    with filled.reading() as connection:
        spoken = judging.log(connection, now.event_id)
    assert next(entry.key for entry in spoken if entry.verb == "correct") == key
    assert len({entry.subject for entry in spoken if entry.verb == "correct"}) == 1


def test_a_judgement_whose_event_is_gone_is_an_orphan_until_it_is_back(filled: Store, coder: Coder) -> None:
    key = say(filled, "correct", event_of(filled, "a").event_id, field="killed", value="9")
    fill(filled, coder, NEW, reports={"a": ("2024-03-13", "One Wire", "A correction: nothing happened in the town, doctors said.")})
    with filled.reading() as connection:
        assert [entry.key for entry in verdicts.orphans(connection)] == [key]
    seen = Seen()
    assert (list(check(filled, seen)), seen.orphaned) == ([], 1)
    fill(filled, coder, OLD, reports={"a": REPORTS["a"]})
    with filled.reading() as connection:
        assert verdicts.orphans(connection) == []
    assert [harm.best for harm in event_of(filled, "a").harm if harm.kind == "killed"] == [9]


def test_a_second_reviewer_is_told_and_loses_nothing(filled: Store) -> None:
    event_id = event_of(filled, "a").event_id
    say(filled, "accept", event_id)
    with pytest.raises(ConflictError, match=r"Ana at .*: accept \(because\).*--seen 1"):
        say(filled, "reject", event_id, who="Ben")
    say(filled, "correct", event_id, who="Ben", field="killed", value="9")  # another matter: nobody's word is replaced
    with pytest.raises(ConflictError, match=r"Ben at .*: correct killed 9"):
        say(filled, "reject", event_id, who="Ben", seen=1)  # Ben's page is older than his own correction
    say(filled, "reject", event_id, who="Ben", seen=2)
    with filled.reading() as connection:
        assert [(entry.number, entry.who, entry.verb) for entry in judging.log(connection, event_id)] == [
            (3, "Ben", "reject"), (2, "Ben", "correct"), (1, "Ana", "accept"),
        ]  # fmt: skip


WRITER = """
import sys
from whowhom.errors import ConflictError
from whowhom.store.database import open_store
from whowhom.store.judging import Opinion, judge
where, event_id, who, rounds = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
seen = refused = 0
print("ready", flush=True)
sys.stdin.readline()
with open_store(where) as store:
    for number in range(rounds):
        while True:
            try:
                seen = judge(store, Opinion("correct", who, f"{who} {number}", "killed", str(number), seen), event_id)[0].number
                break
            except ConflictError as error:
                refused, seen = refused + 1, error.last
print(refused, flush=True)
"""
ROUNDS = 12


def test_two_processes_at_once_lose_no_judgement(where: str, filled: Store) -> None:
    """Two programs judge the same event as fast as they can, each saying what it has seen: every judgement is kept, numbered without gaps."""
    event_id = event_of(filled, "a").event_id
    filled.close()
    run = [sys.executable, "-c", WRITER, where, event_id]
    reviewers = [subprocess.Popen([*run, who, str(ROUNDS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for who in ("Ana", "Ben")]
    for each in reviewers:
        assert each.stdout is not None and each.stdout.readline() == "ready\n"
    for each in reviewers:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    refused = [int(each.communicate(timeout=120)[0]) for each in reviewers]
    assert [each.returncode for each in reviewers] == [0, 0]
    with filled.reading() as connection:
        rows = connection.execute(select(judgements.c.number, judgements.c.who, judgements.c.why).order_by(judgements.c.key)).all()
    assert [row.number for row in rows] == list(range(1, 2 * ROUNDS + 1))
    for who in ("Ana", "Ben"):
        assert [row.why for row in rows if row.who == who] == [f"{who} {number}" for number in range(ROUNDS)]
    assert sum(refused) > 0  # they did meet, and were told


@pytest.mark.parametrize(
    ("verb", "references", "field", "value", "told"),
    [
        ("accept", ("nothing",), None, None, "there is no event or incident of this id"),
        ("correct", ("EVENT",), "killed", "many", "is no toll"),
        ("correct", ("EVENT",), "colour", "red", "cannot be corrected"),
        ("correct", ("INCIDENT",), "actor", "Rebels", "are corrected in its events"),
        ("correct", ("INCIDENT",), "date", "Tuesday", "is no day"),
        ("same", ("EVENT", "EVENT"), None, None, "one and the same event"),
        ("note", ("EVENT",), None, " ", "an empty note"),
    ],
)
def test_nonsense_is_refused_in_words(
    filled: Store, verb: Verb, references: tuple[str, ...], field: str | None, value: str | None, told: str
) -> None:
    ids = {"EVENT": event_of(filled, "a").event_id, "INCIDENT": incident_of(filled, "a")}
    with pytest.raises(QuestionError, match=told):
        say(filled, verb, *(ids.get(each, each) for each in references), field=field, value=value)
    with filled.reading() as connection:
        assert judging.log(connection) == []


def test_a_judgement_needs_a_name_and_an_undoing_something_in_force(filled: Store) -> None:
    event_id = event_of(filled, "a").event_id
    with pytest.raises(QuestionError, match="needs a name"):
        say(filled, "accept", event_id, who=" ")
    with pytest.raises(QuestionError, match="no such judgement"):
        undo(filled, 99, "Ana")
    key = say(filled, "accept", event_id)
    undoing = undo(filled, key, "Ana").key
    with pytest.raises(QuestionError, match="not in force"):
        undo(filled, key, "Ana")
    undo(filled, undoing, "Ben")
    with filled.reading() as connection:
        assert connection.execute(select(events.c.decision).where(events.c.event_id == event_id, events.c.until.is_(None))).scalar() == "accepted"


def test_notes_are_kept_with_who_when_and_why(filled: Store) -> None:
    say(filled, "note", event_of(filled, "a").event_id, value="the hospital says four")
    with filled.reading() as connection:
        (entry,) = judging.log(connection)
        row = connection.execute(select(judgements.c.anchor)).scalar()
    assert (entry.verb, entry.value, entry.who, entry.why) == ("note", "the hospital says four", "Ana", "because")
    assert entry.at.endswith("Z")
    assert json.loads(row or "")[0]["quote"] == "shelled"


def test_a_release_counts_what_it_exports(filled: Store) -> None:
    before = count(filled, Filter())
    say(filled, "reject", event_of(filled, "a").event_id)
    assert release(filled, "without-it").counts["events"] == before - 1
