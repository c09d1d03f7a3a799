"""How is a judgement made? Written down, put into force and merged in one transaction; two reviewers never lose what the other said.

Every subject's judgements are numbered. A judgement says up to which number its reviewer has seen (`seen`); where somebody wrote on, it is refused
with what they wrote, and the reviewer decides anew. Without `seen`, it is refused where it would take the place of another person's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from sqlalchemy import Connection, insert, select

from whowhom.errors import ConflictError, QuestionError
from whowhom.merge.amending import check
from whowhom.merge.correction import CorrectionError, correct
from whowhom.merge.judgements import Anchor, Judgement, Verb, anchor_of, fold, in_force
from whowhom.merge.rules import load
from whowhom.model import Event
from whowhom.store.database import Revision, Store
from whowhom.store.incidents import current_id
from whowhom.store.landing import land_again
from whowhom.store.merging import merge_stories
from whowhom.store.summing import write_again
from whowhom.store.tables import documents, events, incident_members, incidents, judgements, records
from whowhom.store.verdicts import EVENT, INCIDENT, PAIR, anchored, entries, of_document, of_subject, report_of

MOST_PAIRS = 400  # pairs that one "different" may keep apart: incidents of twenty reports each


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: its name, the anchors of its events, the report and event that it is filed under."""

    name: str
    anchors: tuple[Anchor, ...]
    doc_id: str | None = None
    event_id: str | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reviewer says: who, what, why; the field and value of a correction or the text of a note; up to which number they have seen."""

    verb: Verb
    who: str
    why: str | None = None
    field: str | None = None
    value: str | None = None
    seen: int | None = None
    undoes: int | None = None


@dataclass(slots=True)
class Touched:
    """What has to be derived anew after judgements: reports, incidents, events whose groups may change."""

    doc_ids: set[str] = field(default_factory=set)
    incident_ids: set[str] = field(default_factory=set)
    event_ids: set[str] = field(default_factory=set)


def judge(store: Store, opinion: Opinion, *references: str) -> list[Judgement]:
    """Writes a judgement of an event or incident, or of a pair of them (same, different), by id; returns what was written.

    accept, reject, correct and note take one id, same and different two. Raises QuestionError for an unknown id or a value that makes no sense,
    ConflictError where another person's judgement stands in the way.
    """
    if not opinion.who.strip():
        raise QuestionError("--who", "a judgement needs a name")
    with store.revising() as revision:
        subjects = _subjects(revision.connection, opinion, references)
        written = [_write(revision, opinion, subject) for subject in subjects]
        _put_into_force(revision, subjects)
    return written


def undo(store: Store, key: int, who: str, why: str | None = None) -> Judgement:
    """Takes a judgement out of force, by its number in the log. An undoing can be undone. Raises QuestionError for one that is not in force."""
    with store.revising() as revision:
        found = entries(revision.connection, judgements.c.key == key)
        if not found:
            raise QuestionError(str(key), "there is no such judgement; whowhom review log lists them")
        spoken = of_subject(revision.connection, found[0].subject)
        if not _holds(found[0], spoken):
            raise QuestionError(str(key), "this judgement is not in force any more")
        row = revision.connection.execute(select(judgements).where(judgements.c.key == key)).one()
        subject = Subject(found[0].subject, found[0].anchors, row.doc_id, row.event_id)
        written = _write(revision, Opinion("undo", who, why, seen=spoken[-1].number, undoes=key), subject)
        _put_into_force(revision, [subject])
    return written


def _holds(entry: Judgement, spoken: Sequence[Judgement]) -> bool:
    """Whether a judgement or undoing is not undone itself."""
    if entry.verb != "undo":
        return entry in in_force(spoken)
    undone = {other.undoes for other in spoken if other.verb == "undo" and _holds(other, [each for each in spoken if each.key > other.key])}
    return entry.key not in undone


def _subjects(connection: Connection, opinion: Opinion, references: Sequence[str]) -> list[Subject]:
    if opinion.verb not in ("same", "different"):
        (reference,) = references
        return [_subject(connection, reference)]
    one, other = (_events(connection, reference) for reference in references)
    apart = [(a, b) for a, b in product(one, other) if a[0].event_id != b[0].event_id]
    if opinion.verb == "same":
        apart = apart[:1]
    if not apart:
        raise QuestionError(" ".join(references), "these are one and the same event")
    if len(apart) > MOST_PAIRS:
        raise QuestionError(" ".join(references), f"that would keep {len(apart)} pairs of reports apart; name single events")
    return [_pair(a, b) for a, b in apart]


def _subject(connection: Connection, reference: str) -> Subject:
    """The subject of an event or incident. An event that was judged under other words of the same deed keeps its subject."""
    incident = current_id(connection, reference)
    if incident is not None:
        return Subject(f"{INCIDENT} {incident}", tuple(anchor_of(event, text) for event, text in _events(connection, incident)))
    ((event, text),) = _events(connection, reference)
    _, coded = report_of(connection, event.doc_id)
    for name, spoken in of_document(connection, event.doc_id).items():
        known = anchored(spoken, coded, text)
        if known is not None and known.event_id == event.event_id:
            return Subject(name, (anchor_of(event, text),), event.doc_id, event.event_id)
    anchor = anchor_of(event, text)
    return Subject(f"{EVENT} {anchor.key}", (anchor,), event.doc_id, event.event_id)


def _pair(one: tuple[Event, str], other: tuple[Event, str]) -> Subject:
    first, second = sorted((anchor_of(*one), anchor_of(*other)), key=lambda anchor: (anchor.key, anchor.type))
    return Subject(f"{PAIR} {first.key} {second.key}", (first, second), one[0].doc_id, None)


def _events(connection: Connection, reference: str) -> list[tuple[Event, str]]:
    """The event of an id, or the events of an incident's, with their report's text, as the coder gave them, the first told first."""
    query = select(records.c.record, records.c.coded, documents.c.text).join_from(events, documents).join(records, records.c.event == events.c.key)
    query = query.where(events.c.until.is_(None))
    incident = current_id(connection, reference)
    if incident is None:
        rows = connection.execute(query.where(events.c.event_id == reference)).all()
    else:
        members = query.join(incident_members, (incident_members.c.event == events.c.key) & incident_members.c.until.is_(None))
        told = members.where(incident_members.c.incident_id == incident)
        rows = connection.execute(told.order_by(documents.c.published, events.c.event_id)).all()
    if not rows:
        raise QuestionError(reference, "there is no event or incident of this id")
    return [(Event.model_validate_json(row.coded or row.record), row.text) for row in rows]


def _write(revision: Revision, opinion: Opinion, subject: Subject) -> Judgement:
    """Appends a judgement to its subject's. Raises ConflictError, QuestionError."""
    connection = revision.connection
    spoken = of_subject(connection, subject.name)
    _refuse_conflict(opinion, spoken, subject)
    _refuse_nonsense(connection, opinion, subject)
    entry = Judgement(
        key=revision.next_key(judgements), subject=subject.name, number=spoken[-1].number + 1 if spoken else 1, verb=opinion.verb, who=opinion.who.strip(),
        at=revision.at, why=opinion.why, field=opinion.field, value=opinion.value, undoes=opinion.undoes, anchors=subject.anchors,
    )  # fmt: skip
    row = entry.model_dump(exclude={"anchors", "at"}) | {
        "doc_id": subject.doc_id, "event_id": subject.event_id, "anchor": json.dumps([each.model_dump() for each in subject.anchors]), "revision": revision.key,
    }  # fmt: skip
    connection.execute(insert(judgements), row)
    return entry


def _refuse_conflict(opinion: Opinion, spoken: Sequence[Judgement], subject: Subject) -> None:
    last = spoken[-1].number if spoken else 0
    if opinion.seen is not None:
        unseen = [entry for entry in spoken if entry.number > opinion.seen]
        if unseen or opinion.seen > last:
            raise ConflictError(subject.name, last, tuple(_told(entry) for entry in unseen))
        return
    standing = fold(spoken).of(opinion.verb, opinion.field)
    if standing is not None and standing.who != opinion.who.strip():
        raise ConflictError(subject.name, last, (_told(standing),))


def _told(entry: Judgement) -> str:
    what = f"{entry.verb} {entry.field} {entry.value}" if entry.verb == "correct" else entry.verb
    return f"{entry.who} at {entry.at}: {what}{f' ({entry.why})' if entry.why else ''}"


def _refuse_nonsense(connection: Connection, opinion: Opinion, subject: Subject) -> None:
    if opinion.verb == "note" and not (opinion.value or "").strip():
        raise QuestionError("note", "an empty note says nothing")
    if opinion.verb != "correct":
        return
    try:
        if subject.event_id is None:
            check(opinion.field or "", opinion.value or "")
        else:
            ((event, text),) = _events(connection, subject.event_id)
            correct(event, opinion.field or "", opinion.value or "", text, "judgement", load())
    except CorrectionError as error:
        raise QuestionError("correct", str(error)) from None


def _put_into_force(revision: Revision, subjects: Sequence[Subject]) -> None:
    """Derives anew what the judgements touch: the events of their reports, the groups of pairs, the incidents."""
    touched = Touched()
    for subject in subjects:
        if subject.name.startswith(EVENT) and subject.doc_id is not None:
            touched.doc_ids.add(subject.doc_id)
        elif subject.name.startswith(PAIR):
            touched.event_ids |= {event.event_id for anchor in subject.anchors for event in _of_anchor(revision.connection, anchor)}
        else:
            touched.incident_ids.add(subject.name.removeprefix(f"{INCIDENT} "))
    for doc_id in sorted(touched.doc_ids):
        land_again(revision, doc_id)
    if touched.doc_ids or touched.event_ids:
        merge_stories(revision, sorted(touched.doc_ids), sorted(touched.event_ids))
    live = select(incidents.c.incident_id).where(incidents.c.until.is_(None), incidents.c.incident_id.in_(sorted(touched.incident_ids)))
    for incident_id in revision.connection.execute(live).scalars().all():
        write_again(revision, incident_id)


def _of_anchor(connection: Connection, anchor: Anchor) -> list[Event]:
    """The events of an anchor's report: any of them may be meant."""
    return report_of(connection, anchor.doc_id)[1]


def log(connection: Connection, reference: str | None = None, limit: int | None = None) -> list[Judgement]:
    """The judgements of an event or incident, of pairs they are in, or all; the newest first."""
    if reference is None:
        found = entries(connection)
    else:
        subject = _subject(connection, reference)
        keys = {anchor.key for anchor in subject.anchors}
        near = entries(connection, (judgements.c.subject == subject.name) | judgements.c.subject.like(f"{PAIR} %"))
        found = [entry for entry in near if entry.subject == subject.name or keys & set(entry.subject.split())]
    return found[::-1][:limit]
