"""Which incidents do new stories tell? They join old ones or found new ones, a few stories a transaction; the rest of the database is not touched.

Reports that are likely neighbours, directly or through others, make a part. Groups never reach over parts (`merge/cluster.py`), so that clustering the
parts that new reports touch gives what clustering everything would.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, func, insert, select, update

from whowhom.merge.block import keys_of
from whowhom.merge.cluster import LIKELY, Pair, cluster, pair_of
from whowhom.merge.gather import pairs_of
from whowhom.merge.identity import Identified, identify
from whowhom.merge.match import NEVER, compare, score_of
from whowhom.merge.report import Report, reports_of
from whowhom.merge.rules import MergeRules, load
from whowhom.model import Document, Event
from whowhom.store.database import Revision, Store, new_revision
from whowhom.store.summing import Change, Role, sum_up
from whowhom.store.tables import blocks, documents, events, incident_members, incidents, records, reports, tombstones
from whowhom.store.verdicts import PairsJudged, pairs_judged

EVENTS_AT_ONCE = 500  # that their stories are merged for in one transaction: a second of work, some megabytes
ASKED_AT_ONCE = 400  # values of one IN (…); SQLite's older limit is 999


@dataclass(slots=True)
class Merged:
    """What merging did: how many events it read, and what became of incidents."""

    events: int = 0
    founded: int = 0
    grown: int = 0
    merged: int = 0
    split: int = 0
    removed: int = 0

    def __add__(self, other: Merged) -> Merged:
        return Merged(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(slots=True)
class Neighbourhood:
    """The reports that may have to be grouped anew: by event id, with their event's key and part."""

    reports: dict[str, Report] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    scores: dict[Pair, float] = field(default_factory=dict)

    def add(self, report: Report, key: int, part: int) -> None:
        self.reports[report.event_id], self.keys[report.event_id], self.parts[report.event_id] = report, key, part


UNMERGED = and_(events.c.until.is_(None), ~exists().where(incident_members.c.event == events.c.key, incident_members.c.until.is_(None)))
ENDED = select(events.c.key).where(events.c.until.is_not(None)).scalar_subquery()
STALE = and_(incident_members.c.until.is_(None), incident_members.c.event.in_(ENDED))


def waiting(connection: Connection) -> int:
    """How many events are in no incident yet."""
    return connection.execute(select(func.count()).select_from(events).where(UNMERGED)).scalar() or 0


def merge(store: Store, run: int | None = None) -> Iterator[Merged]:
    """Merges all events that are in no incident yet, and takes out those that are gone; a transaction and a result for each few stories."""
    last = 0
    while True:
        with store.writing() as connection:
            stories, last = _stories_waiting(connection, last)
            if not stories:
                return
            done = merge_stories(new_revision(connection, run), stories)
        yield done


def _stories_waiting(connection: Connection, last: int) -> tuple[list[str], int]:
    """Ids of the next stories with events that are in no incident, and the key of the last such event; then those with members that are gone."""
    fresh = select(events.c.key, documents.c.doc_id).join_from(events, documents).where(UNMERGED, events.c.key > last).order_by(events.c.key)
    found = connection.execute(fresh.limit(EVENTS_AT_ONCE)).all()
    if found:
        return list(dict.fromkeys(row.doc_id for row in found)), found[-1].key
    gone = select(documents.c.doc_id).join_from(incident_members, events).join(documents, documents.c.key == events.c.document).where(STALE)
    return list(connection.execute(gone.distinct().limit(EVENTS_AT_ONCE)).scalars()), last


def merge_stories(revision: Revision, doc_ids: Sequence[str], again: Iterable[str] = ()) -> Merged:
    """Merges what is new or gone of some stories. `again`: ids of events whose groups are to be made anew, as somebody has judged them."""
    connection, rules = revision.connection, load()
    judged = pairs_judged(connection)
    fresh = _fresh(connection, doc_ids, rules)
    stale = _stale(connection, doc_ids)
    near = Neighbourhood()
    for key, report in fresh:
        near.add(report, key, key)
    _file(connection, fresh, stale)
    _meet(connection, near, rules)
    touched = (
        {near.parts[one] for one in near.reports}
        | _parts_of(connection, again)
        | _parts_of_incidents(connection, {each.incident_id for each in stale})
    )
    _load_parts(connection, near, touched, judged)
    groups = _group(connection, near, rules, judged)
    done = _write(revision, near, groups, stale, rules)
    done.events = len(fresh)
    return done


def _fresh(connection: Connection, doc_ids: Sequence[str], rules: MergeRules) -> list[tuple[int, Report]]:
    """The live events of stories that are in no incident, as merging compares them, with their keys."""
    query = (
        select(events.c.key, records.c.record, documents)
        .join_from(events, documents)
        .join(records, records.c.event == events.c.key)
        .where(events.c.until.is_(None))
    )
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for part in _portions(doc_ids):
        for row in connection.execute(query.where(documents.c.doc_id.in_(part)).order_by(events.c.key)):
            found[row.doc_id].append(row)
    unmerged = set()
    for portion in _portions([row[0] for rows in found.values() for row in rows]):
        unmerged |= set(connection.execute(select(events.c.key).where(UNMERGED, events.c.key.in_(portion))).scalars())
    fresh = []
    for rows in found.values():
        told = rows[0]
        document = Document(id=told.doc_id, text=told.text, title=told.title, published=told.published, source=told.source, url=told.url)
        for row, report in zip(rows, reports_of([Event.model_validate_json(row.record) for row in rows], document, rules), strict=True):
            if row[0] in unmerged:
                fresh.append((row[0], report))
    return fresh


@dataclass(frozen=True, slots=True)
class Stale:
    """A member whose event is gone: replaced by a newer coder's or a corrected one, or without a heir."""

    member: int
    incident_id: str
    event: int
    heir: str | None


def _stale(connection: Connection, doc_ids: Sequence[str]) -> list[Stale]:
    """The members of incidents whose events are gone, with the live event of the same words where there is one."""
    query = (
        select(incident_members.c.key, incident_members.c.incident_id, incident_members.c.event, events.c.event_id, events.c.type,
               events.c.trigger_start, events.c.trigger_end, documents.c.doc_id)
        .join_from(incident_members, events).join(documents, documents.c.key == events.c.document).where(STALE).order_by(incident_members.c.key)
    )  # fmt: skip
    gone = [row for part in _portions(doc_ids) for row in connection.execute(query.where(documents.c.doc_id.in_(part)))]
    heirs: dict[str, list[Row[Any]]] = defaultdict(list)
    living = select(events.c.event_id, events.c.type, events.c.trigger_start, events.c.trigger_end, documents.c.doc_id).join_from(events, documents)
    for part in _portions(sorted({row.doc_id for row in gone})):
        for row in connection.execute(living.where(UNMERGED, documents.c.doc_id.in_(part)).order_by(events.c.key)):
            heirs[row.doc_id].append(row)
    return [Stale(row.key, row.incident_id, row.event, _heir(row, heirs[row.doc_id])) for row in gone]


def _heir(gone: Row[Any], living: Sequence[Row[Any]]) -> str | None:
    """The live event that took an event's place: of the same id, else on the same words, of the same type before others."""
    met = [
        row for row in living
        if row.event_id == gone.event_id or (row.trigger_start < gone.trigger_end and gone.trigger_start < row.trigger_end)
    ]  # fmt: skip
    heir = min(met, key=lambda row: (row.event_id != gone.event_id, row.type != gone.type, row.event_id), default=None)
    return heir.event_id if heir is not None else None


def _file(connection: Connection, fresh: Sequence[tuple[int, Report]], stale: Sequence[Stale]) -> None:
    """Puts new reports into the index of what is compared, and takes out those that are gone."""
    for portion in _portions([each.event for each in stale]):
        connection.execute(delete(blocks).where(blocks.c.event.in_(portion)))
        connection.execute(delete(reports).where(reports.c.event.in_(portion)))
    if fresh:
        rows = [{"event": key, "part": key, "report": report.as_json()} for key, report in fresh]
        connection.execute(insert(reports), rows)
    keyed = [{"block": block, "event": key} for key, report in fresh for block in keys_of(report)]
    if keyed:
        connection.execute(insert(blocks), keyed)


def _meet(connection: Connection, near: Neighbourhood, rules: MergeRules) -> None:
    """Compares new reports with all that share a block, and takes those likely of one deed into the neighbourhood."""
    new = list(near.reports.values())
    wanted = sorted({block for report in new for block in keys_of(report)})
    asked = select(blocks.c.event).distinct()
    keys = {key for part in _portions(wanted) for key in connection.execute(asked.where(blocks.c.block.in_(part))).scalars()}
    keys -= set(near.keys.values())
    others = _reports(connection, keys)
    by_id = {report.event_id: report for _, _, report in others} | near.reports
    fresh = set(near.reports)
    likely: set[str] = set()
    for one, other in pairs_of(by_id.values(), fresh):
        score = score_of(by_id[one], by_id[other], rules)
        near.scores[one, other] = score
        if score >= LIKELY:
            likely |= {one, other} - fresh
    for key, part, report in others:
        if report.event_id in likely:
            near.add(report, key, part)


def _reports(connection: Connection, keys: Collection[int]) -> list[tuple[int, int, Report]]:
    """Reports by the keys of their events: key, part, report."""
    query = select(reports.c.event, reports.c.part, reports.c.report)
    return [
        (row.event, row.part, Report.from_json(row.report))
        for portion in _portions(sorted(keys))
        for row in connection.execute(query.where(reports.c.event.in_(portion)))
    ]


def _parts_of(connection: Connection, event_ids: Iterable[str]) -> set[int]:
    query = select(reports.c.part).join_from(reports, events).where(events.c.until.is_(None))
    return {part for portion in _portions(sorted(event_ids)) for part in connection.execute(query.where(events.c.event_id.in_(portion))).scalars()}


def _parts_of_incidents(connection: Connection, incident_ids: Collection[str]) -> set[int]:
    """The parts of what is left of incidents that lose a report."""
    query = select(reports.c.part).join_from(reports, incident_members, incident_members.c.event == reports.c.event)
    live = query.where(incident_members.c.until.is_(None))
    return {
        part
        for portion in _portions(sorted(incident_ids))
        for part in connection.execute(live.where(incident_members.c.incident_id.in_(portion))).scalars()
    }


def _load_parts(connection: Connection, near: Neighbourhood, touched: set[int], judged: PairsJudged) -> None:
    """Loads the whole of every part that is touched, and of those that people's judgements tie to them."""
    loaded: set[int] = set()
    while touched - loaded:
        portion = sorted(touched - loaded)
        loaded |= touched
        query = select(reports.c.event, reports.c.part, reports.c.report)
        for part in _portions(portion):
            for row in connection.execute(query.where(reports.c.part.in_(part))):
                report = Report.from_json(row.report)
                if report.event_id not in near.reports:
                    near.add(report, row.event, row.part)
        tied = {each for pair in judged.same if not near.reports.keys().isdisjoint(pair) for each in pair} - near.reports.keys()
        touched |= _parts_of(connection, tied)


def _group(connection: Connection, near: Neighbourhood, rules: MergeRules, judged: PairsJudged) -> list[tuple[str, ...]]:
    """The groups of the neighbourhood's reports. Its parts become what hangs together now."""
    _join_parts(connection, near)
    together: dict[int, list[Report]] = defaultdict(list)
    for event_id, report in near.reports.items():
        together[near.parts[event_id]].append(report)
    scores: dict[Pair, float] = {}
    for part in together.values():
        for one, other in pairs_of(part):
            known = near.scores.get((one, other))
            scores[one, other] = score_of(near.reports[one], near.reports[other], rules) if known is None else known
    near.scores = scores
    joined, apart = ([pair for pair in pairs if near.reports.keys() >= set(pair)] for pairs in (judged.same, judged.different))
    return cluster(near.reports, scores, joined, apart)


def _join_parts(connection: Connection, near: Neighbourhood) -> None:
    """Reports that hang together get one part, the least of theirs. Parts only grow: one that could be two costs time but changes no group."""
    leader: dict[int, int] = {}

    def lead(part: int) -> int:
        while leader.get(part, part) != part:
            part = leader[part]
        return part

    for (one, other), score in near.scores.items():
        if score >= LIKELY:
            a, b = lead(near.parts[one]), lead(near.parts[other])
            leader[max(a, b)] = min(a, b)
    moved: dict[int, list[int]] = defaultdict(list)
    for event_id, part in near.parts.items():
        if lead(part) != part:
            near.parts[event_id] = lead(part)
            moved[lead(part)].append(near.keys[event_id])
    for part, keys in moved.items():
        for portion in _portions(keys):
            connection.execute(update(reports).where(reports.c.event.in_(portion)).values(part=part))


class _Used:
    """Whether an incident id was ever used."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __contains__(self, incident_id: object) -> bool:
        return self.connection.execute(select(incidents.c.key).where(incidents.c.incident_id == incident_id).limit(1)).first() is not None


def _write(revision: Revision, near: Neighbourhood, groups: Sequence[tuple[str, ...]], stale: Sequence[Stale], rules: MergeRules) -> Merged:
    """Writes members, incidents and tombstones of what changed."""
    before = _members(revision.connection, near)
    was = {event_id: row.incident_id for event_id, row in before.items()}
    heirs = {each.heir: each.incident_id for each in stale if each.heir is not None}
    gone = {str(each.event): each.incident_id for each in stale if each.heir is None}
    found = identify(groups, was | heirs, _Used(revision.connection), gone)
    now = {event_id: incident_id for incident_id, group in found.groups.items() for event_id in group}
    moved = [event_id for event_id, incident_id in was.items() if now[event_id] != incident_id]
    _close_members(revision, [each.member for each in stale] + [before[event_id].key for event_id in moved])
    lost = {each.incident_id for each in stale} | {was[event_id] for event_id in moved}
    changes = [
        Change(incident_id, group, _roles([each for each in group if was.get(each) != incident_id], group, near, rules))
        for incident_id, group in found.groups.items()
        if incident_id in lost or any(was.get(each) != incident_id for each in group)
    ]
    sum_up(revision, changes, near.keys)
    _bury(revision, found)
    founded = {each.incident_id for each in changes} - set(was.values()) - set(heirs.values())
    fates = [stone.fate for stone in found.tombstones]
    return Merged(0, len(founded), len(changes) - len(founded), *(fates.count(fate) for fate in ("merged", "split", "removed")))


def _members(connection: Connection, near: Neighbourhood) -> dict[str, Row[Any]]:
    """The membership of each event of the neighbourhood so far."""
    ids = {key: event_id for event_id, key in near.keys.items()}
    query = select(incident_members.c.key, incident_members.c.incident_id, incident_members.c.event).where(incident_members.c.until.is_(None))
    return {ids[row.event]: row for part in _portions(sorted(ids)) for row in connection.execute(query.where(incident_members.c.event.in_(part)))}


def _roles(joining: Sequence[str], group: Sequence[str], near: Neighbourhood, rules: MergeRules) -> dict[str, Role]:
    """Why events join their group: log-odds and reasons of their closest other report; the first told founds it."""
    founding = len(joining) == len(group)
    first = min(group, key=lambda each: (near.reports[each].published or 0, near.reports[each].doc_id, each)) if founding else None
    roles: dict[str, Role] = {}
    for each in joining:
        if each == first:
            roles[each] = (None, ("the first report",))
            continue
        closest = max((other for other in group if other != each), key=lambda other: (near.scores.get(pair_of(each, other), NEVER), other))
        match = compare(near.reports[each], near.reports[closest], rules)
        likely = near.scores.get(pair_of(each, closest), NEVER) >= LIKELY
        roles[each] = (None if match.score == NEVER else match.score, match.reasons if likely else ("joined by a person", *match.reasons))
    return roles


def _close_members(revision: Revision, keys: Sequence[int]) -> None:
    for portion in _portions(sorted(keys)):
        revision.connection.execute(update(incident_members).where(incident_members.c.key.in_(portion)).values(until=revision.key))


def _bury(revision: Revision, found: Identified) -> None:
    """Writes the tombstones, and closes the incidents that hold no more."""
    for stone in found.tombstones:
        row = {"incident_id": stone.incident_id, "revision": revision.key, "fate": stone.fate, "into": json.dumps(stone.into), "reason": stone.reason}
        revision.connection.execute(insert(tombstones), row)
        if stone.incident_id not in found.groups:
            ended = update(incidents).where(incidents.c.incident_id == stone.incident_id, incidents.c.until.is_(None))
            revision.connection.execute(ended.values(until=revision.key))


def _portions(values: Sequence[str] | Sequence[int]) -> Iterator[list[str | int]]:
    for at in range(0, len(values), ASKED_AT_ONCE):
        yield list(values[at : at + ASKED_AT_ONCE])
