"""Stories land whole, once; a newer coder or a changed story replaces and keeps what was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made import CODER, story
from sqlalchemy import func, select

from whowhom.errors import StoreError
from whowhom.model import Evidence, Link
from whowhom.store.check import Seen, check
from whowhom.store.database import Store
from whowhom.store.export.table import cells_of
from whowhom.store.filters import Filter
from whowhom.store.landing import is_known, land
from whowhom.store.reading import read
from whowhom.store.tables import codings, documents, events, links, parties, revisions

NEWER = "whowhom 0.1 made"


def live(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        count = {
            table.name: connection.execute(select(func.count()).where(table.c.until.is_(None))).scalar() for table in (documents, codings, events)
        }
        return {**count, "all events": connection.execute(select(func.count()).select_from(events)).scalar() or 0}


def test_a_story_lands_with_its_events_and_their_parts(store: Store) -> None:
    assert land(store, story(1, deeds=2), CODER, store.start_run("code", CODER)) == "added"
    assert live(store) == {"documents": 1, "codings": 1, "events": 2, "all events": 2}
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(parties)).scalar() == 4
        assert connection.execute(select(links.c.event, links.c.to_event)).all() == [(2, 1)]


def test_a_reason_that_is_no_event_leads_to_none(store: Store) -> None:
    told = story(1, deeds=1)
    toll = told.events[0].harm[0]
    reason = Link(kind="caused-by", event_id=None, text=toll.text, span=toll.span)
    shown = Evidence(field="links", span=toll.span, quote=toll.text, rule="made.links")
    event = told.events[0].model_copy(update={"links": (reason,), "evidence": (*told.events[0].evidence, shown)})
    land(store, told.model_copy(update={"events": (event,)}), CODER, store.start_run("code", CODER))
    with store.reading() as connection:
        assert connection.execute(select(links.c.kind, links.c.to_event, links.c.text)).all() == [("caused-by", None, toll.text)]
    assert [stored.record for stored in read(store, Filter())] == [event.as_json()]
    assert list(check(store, Seen())) == []
    assert cells_of(event)["links"] == f"caused-by {toll.text}"


def test_a_page_is_kept_with_the_map_to_it(store: Store) -> None:
    page = "<html><body><article><p>Rebels shelled Goma.</p></article></body></html>"
    land(store, story(1, deeds=0, text="Rebels shelled Goma.", original=page, origins=((0, 24, 20),)), CODER, store.start_run("code", CODER))
    with store.reading() as connection:
        kept = connection.execute(select(documents.c.original, documents.c.origins)).one()
    assert tuple(kept) == (page, "[[0, 24, 20]]")


def test_letters_that_a_database_refuses_do_not_stop_it(store: Store) -> None:
    land(store, story(1, deeds=0, text="Rebels\x00 shelled \ud800 Goma.", source="Wire\x00"), CODER, store.start_run("code", CODER))
    assert list(check(store, Seen())) == []


def test_a_story_without_events_is_in_the_ledger(store: Store) -> None:
    land(store, story(1, deeds=0, text="Nothing happened."), CODER, store.start_run("code", CODER))
    assert live(store) == {"documents": 1, "codings": 1, "events": 0, "all events": 0}


def test_the_same_story_and_coder_change_nothing(store: Store) -> None:
    run = store.start_run("code", CODER)
    land(store, story(1), CODER, run)
    assert is_known(store, story(1).document, CODER)
    assert land(store, story(1), CODER, run) == "unchanged"
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(revisions)).scalar() == 1


@pytest.mark.parametrize(
    ("changed", "documents_kept"), [({"coder": NEWER}, 1), ({"published": "2024-05-05"}, 2), ({"coder": NEWER, "title": "Attack, corrected"}, 2)]
)
def test_a_newer_coder_or_a_changed_story_replaces_and_keeps(store: Store, changed: dict[str, str], documents_kept: int) -> None:
    run = store.start_run("code", CODER)
    land(store, story(1, deeds=2), CODER, run)
    again = story(1, deeds=2, **changed)
    assert not is_known(store, again.document, changed.get("coder", CODER))
    assert land(store, again, changed.get("coder", CODER), run) == "replaced"
    assert live(store) == {"documents": 1, "codings": 1, "events": 2, "all events": 4}
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(documents)).scalar() == documents_kept
        assert connection.execute(select(events.c.since, events.c.until).order_by(events.c.key)).all() == [(1, 2), (1, 2), (2, None), (2, None)]


def test_an_event_that_links_out_of_its_story_is_refused(store: Store) -> None:
    told = story(1, deeds=2)
    with pytest.raises(StoreError, match="belongs or links to another story"):
        land(store, told.model_copy(update={"events": told.events[1:]}), CODER, store.start_run("code", CODER))
    assert live(store)["documents"] == 0


def test_one_writes_and_others_read_the_last_whole_state(where: str, opened: Callable[[str], Store]) -> None:
    writer, other = opened(where), opened(where)
    run = writer.start_run("code", CODER)
    land(writer, story(1), CODER, run)
    with writer.revising() as revision:
        revision.connection.execute(documents.update().values(until=revision.key))
        assert live(other)["documents"] == 1
        with pytest.raises(StoreError, match="another program is writing to it"):
            land(other, story(2), CODER, run)
    assert live(other)["documents"] == 0
