"""What have people said, and what do events say after it? Judgements are read, find their events again, and are folded over what the coder gave."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from whowhom.merge.cluster import Pair, pair_of
from whowhom.merge.correction import CorrectionError, correct
from whowhom.merge.incident import Decision
from whowhom.merge.judgements import Anchor, Judgement, Standing, find, fold
from whowhom.merge.rules import MergeRules, load
from whowhom.model import Event
from whowhom.store.prepared import Prepared
from whowhom.store.tables import documents, events, judgements, records, revisions

SAID = Prepared(select(func.min(judgements.c.key).label("first")).where(judgements.c.doc_id == bindparam("doc_id")))
EVENT, PAIR, INCIDENT = "event", "pair", "incident"  # what a subject begins with


@dataclass(frozen=True, slots=True)
class Judged:
    """An event after what people said of it. `coded`: the coder's own, where a person corrected it."""

    event: Event
    decision: Decision | None = None
    coded: Event | None = None


@dataclass(frozen=True, slots=True)
class PairsJudged:
    """Events that a person joined or kept apart, by their ids today."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


def entries(connection: Connection, *conditions: ColumnElement[bool]) -> list[Judgement]:
    """The judgements that meet all conditions, in their order."""
    query = select(judgements, revisions.c.at).join_from(judgements, revisions).where(*conditions).order_by(judgements.c.key)
    return [
        Judgement(
            key=row.key, subject=row.subject, number=row.number, verb=row.verb, who=row.who, at=row.at, why=row.why, field=row.field, value=row.value,
            undoes=row.undoes, anchors=tuple(Anchor.model_validate(each) for each in json.loads(row.anchor or "[]")),
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def of_subject(connection: Connection, subject: str) -> list[Judgement]:
    return entries(connection, judgements.c.subject == subject)


def of_document(connection: Connection, doc_id: str) -> dict[str, list[Judgement]]:
    """The judgements of a report's events, by subject. Those of pairs and incidents are not among them."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for entry in entries(connection, judgements.c.doc_id == doc_id, judgements.c.subject.like(f"{EVENT} %")):
        found[entry.subject].append(entry)
    return found


def judged_events(connection: Connection, doc_id: str, text: str, coded: Sequence[Event]) -> list[Judged]:
    """The events of a report as its coder gave them, after what people said. A correction that makes no sense any more is left out."""
    if SAID(connection, {"doc_id": doc_id})[0].first is None:
        return [Judged(event) for event in coded]
    said = of_document(connection, doc_id)
    standings: dict[str, list[Judgement]] = defaultdict(list)
    for spoken in said.values():
        event = anchored(spoken, coded, text)
        if event is not None:
            standings[event.event_id].extend(spoken)
    rules = load()
    return [_judge(event, fold(standings[event.event_id]), text, rules) for event in coded]


def anchored(spoken: Sequence[Judgement], coded: Sequence[Event], text: str) -> Event | None:
    """The event that a subject's judgements mean: what their last anchor finds, else an earlier one's."""
    anchors = [anchor for entry in reversed(spoken) for anchor in entry.anchors[:1]]
    return next((event for anchor in dict.fromkeys(anchors) if (event := find(anchor, coded, text)) is not None), None)


def _judge(event: Event, standing: Standing, text: str, rules: MergeRules) -> Judged:
    changed = event
    for field, entry in sorted(standing.corrections.items(), key=lambda pair: pair[1].key):
        try:
            changed = correct(changed, field, entry.value or "", text, f"judgement.{entry.key}", rules)
        except CorrectionError:
            continue  # of a type that the newer coder's event no longer has
    return Judged(changed, standing.decided, event if changed != event else None)


def pairs_judged(connection: Connection) -> PairsJudged:
    """All pairs of events that people joined or kept apart; those whose words are gone are left out."""
    spoken: dict[str, list[Judgement]] = defaultdict(list)
    for entry in entries(connection, judgements.c.subject.like(f"{PAIR} %")):
        spoken[entry.subject].append(entry)
    relations = [relation for each in spoken.values() if (relation := fold(each).relation) is not None]
    today = events_of_anchors(connection, [anchor for relation in relations for anchor in relation.anchors])
    pairs: dict[str, set[Pair]] = {"same": set(), "different": set()}
    for relation in relations:
        one, other = (today.get(anchor) for anchor in relation.anchors)
        if one is not None and other is not None and one != other:
            pairs[relation.verb].add(pair_of(one, other))
    return PairsJudged(frozenset(pairs["same"]), frozenset(pairs["different"]))


def events_of_anchors(connection: Connection, anchors: Iterable[Anchor]) -> dict[Anchor, str]:
    """The live event that each anchor means today; anchors whose words or event are gone are missing."""
    wanted: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        wanted[anchor.doc_id].append(anchor)
    found: dict[Anchor, str] = {}
    for doc_id, of_report in sorted(wanted.items()):
        text, coded = report_of(connection, doc_id)
        for anchor in of_report:
            event = find(anchor, coded, text)
            if event is not None:
                found[anchor] = event.event_id
    return found


def report_of(connection: Connection, doc_id: str) -> tuple[str, list[Event]]:
    """The text of a report and its live events as the coder gave them; "" and none where there is no such report."""
    query = select(documents.c.text, records.c.record, records.c.coded).join_from(
        documents, events, events.c.document == documents.c.key, isouter=True
    )
    query = query.join(records, records.c.event == events.c.key, isouter=True)
    rows = connection.execute(
        query.where(documents.c.doc_id == doc_id, documents.c.until.is_(None), events.c.until.is_(None)).order_by(events.c.key)
    ).all()
    return (rows[0].text if rows else ""), [Event.model_validate_json(row.coded or row.record) for row in rows if row.record is not None]


def orphans(connection: Connection) -> list[Judgement]:
    """Judgements in force whose event is gone: its report is, or its words are, or a newer coder reads no event there."""
    spoken: dict[str, list[Judgement]] = defaultdict(list)
    for entry in entries(connection):
        if not entry.subject.startswith(f"{INCIDENT} "):
            spoken[entry.subject].append(entry)
    standing = {subject: fold(each) for subject, each in spoken.items()}
    held = [
        entry for each in standing.values() for entry in (each.decision, each.relation, *each.corrections.values(), *each.notes) if entry is not None
    ]
    today = events_of_anchors(connection, [anchor for entry in held for anchor in entry.anchors])
    return sorted((entry for entry in held if any(anchor not in today for anchor in entry.anchors)), key=lambda entry: entry.key)
