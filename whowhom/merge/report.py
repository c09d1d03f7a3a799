"""What does one story tell of one deed, in the form that is compared? An event boiled down to days, place, sides, tolls and words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from whowhom.folding import NAME_WORD, fold
from whowhom.merge.copies import signature_of
from whowhom.merge.rules import STEM, MergeRules, stem_of
from whowhom.model import HAPPENED, Document, Event, Harm, Party, day_of

SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+|\n+")
VAGUE_DAYS = 31  # a longer period names no deed
NEWS_DAYS = 3  # an undated deed of the news lies at most so long before the report
CAUSE_DAYS = 30  # one that another deed answers may lie longer back
MOST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a deed: the telling words of its name, id, country, sector."""

    names: tuple[str, ...]  # of its own, without those of countries and peoples
    id: str | None
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """An event as merging compares it. Days are ordinals of the calendar, both ends included; `dated` says whether the story names them."""

    event_id: str
    doc_id: str
    type: str
    family: str
    standing: str
    modes: frozenset[str]
    first: int | None
    last: int | None
    dated: bool
    published: int | None
    place: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    targets: frozenset[str]  # classes that tell one deed from another
    tolls: tuple[tuple[str, int, bool], ...]  # kind, people, whether it is only a lower bound ("dozens")
    trigger: str
    words: frozenset[str]
    source: str | None
    signature: str
    linked: tuple[str, ...] = ()  # events of the story that it answers, follows or is answered by

    def as_json(self) -> str:
        """The report as a JSON list of its fields in their order: it is read back for every comparison, and names would take most of the time."""
        lists: dict[str, list[object]] = {name: sorted(getattr(self, name)) for name in ("modes", "targets", "words")}
        for role in ("actors", "recipients"):
            lists[role] = [[side.names, side.id, side.country, side.sector] for side in getattr(self, role)]
        return json.dumps([lists[name] if name in lists else getattr(self, name) for name in self.__slots__], ensure_ascii=False)

    @classmethod
    def from_json(cls, kept: str) -> Report:
        """The report that `as_json` wrote."""
        values = json.loads(kept)
        for at in SETS:
            values[at] = frozenset(values[at])
        values[LINKED] = tuple(values[LINKED])
        for at in SIDES:
            values[at] = tuple([Side(tuple(names), id_, country, sector) for names, id_, country, sector in values[at]])
        values[TOLLS] = tuple([tuple(toll) for toll in values[TOLLS]])
        return cls(*values)

    @property
    def anchored(self) -> bool:
        """Whether the story gives the deed a day or place of its own."""
        return self.place is not None or (self.dated and self.first is not None)

    @property
    def countries(self) -> frozenset[str]:
        """The countries that the deed can be filed under."""
        return frozenset(filter(None, (self.country, *(side.country for side in (*self.actors, *self.recipients)))))


SETS = [Report.__slots__.index(name) for name in ("modes", "targets", "words")]
SIDES = [Report.__slots__.index(name) for name in ("actors", "recipients")]
TOLLS, LINKED = Report.__slots__.index("tolls"), Report.__slots__.index("linked")


def reports_of(events: Sequence[Event], document: Document, rules: MergeRules) -> list[Report]:
    """The events of a document as merging compares them."""
    signature = signature_of(document.text) if events else ""
    links = [(event.event_id, link.event_id) for event in events for link in event.links if link.event_id]
    return [_report(event, document, rules, signature, links) for event in events]


def _report(event: Event, document: Document, rules: MergeRules, signature: str, links: list[tuple[str, str]]) -> Report:
    published = day_of(document.published)
    first, last, dated = _days(event, published, any(event.event_id == cause for _, cause in links))
    place = event.place
    return Report(
        event_id=event.event_id,
        doc_id=event.doc_id,
        type=event.type,
        family=rules.families.get(event.type, event.type),
        standing=standing_of(event),
        modes=frozenset(event.modes),
        first=first,
        last=last,
        dated=dated,
        published=published.toordinal() if published else None,
        place=" ".join(fold(word) for word in NAME_WORD.findall(place.name)) if place else None,
        country=place.country if place else None,
        admin1=place.admin1 if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.geo_precision if place else None,
        actors=tuple(_side(party, document.text, rules.peoples) for party in event.actor),
        recipients=tuple(_side(party, document.text, rules.peoples) for party in event.recipient),
        targets=frozenset(target.cls for target in event.targets) - rules.vague,
        tolls=_tolls(event),
        trigger=fold(event.trigger.text),
        words=_words(event, document.text, rules.common | rules.peoples),
        source=rules.family_of(document.source),
        signature=signature,
        linked=tuple(sorted({end for link in links if event.event_id in link for end in link} - {event.event_id})),
    )


def standing_of(event: Event) -> str:
    """`told`: as having happened, or denied (somebody says it did); `background`: older than the news; else `unreal` by its reality."""
    if event.tense == "historical":
        return "background"
    if event.reality in HAPPENED or event.reality == "denied":
        return "told"
    return event.reality


def _days(event: Event, published: date | None, cause: bool) -> tuple[int | None, int | None, bool]:
    if event.date is not None and (event.date.start or event.date.end):
        first = date.fromisoformat(event.date.start or event.date.end or "").toordinal()
        last = date.fromisoformat(event.date.end or event.date.start or "").toordinal()
        return (first, last, True) if last - first <= VAGUE_DAYS else (None, None, True)
    if published is None:
        return None, None, False
    return published.toordinal() - (CAUSE_DAYS if cause else NEWS_DAYS), published.toordinal(), False


def _side(party: Party, text: str, peoples: frozenset[str]) -> Side:
    """A party by the words with a capital of its name, but for those of countries and peoples and the one that a sentence begins with."""
    before = text[: party.span[0]].rstrip(" “\"'(")
    begins = party.id is None and party.name == party.text and (not before or before[-1] in ".!?\n:;")
    capital = [word for at, word in enumerate(NAME_WORD.findall(party.name)) if word[0].isupper() and (at or not begins)]
    names = {name for name in (stem_of(word) for word in capital) if name not in peoples}
    return Side(tuple(sorted(names)), party.id, party.country, party.sector)


def _tolls(event: Event) -> tuple[tuple[str, int, bool], ...]:
    """The largest numbers told of each kind of harm, of fighters and of others apart; "none" is 0."""
    found: dict[tuple[str, bool], tuple[int, bool]] = {}
    for harm in event.harm:
        number = figure_of(harm)
        if number is not None and harm.side != "actor":
            key = harm.kind, harm.who == "militants"
            found[key] = max((number, harm.best is None and harm.stated != "none"), found.get(key, (-1, False)))
    return tuple(sorted({(kind, number, more) for (kind, _), (number, more) in found.items()}))


def figure_of(harm: Harm) -> int | None:
    """The one number that stands for a toll: the best, else the lowest told, else the highest; 0 for "none", None where not addressed."""
    if harm.stated in ("none", "not-addressed"):
        return 0 if harm.stated == "none" else None
    return next((number for number in (harm.best, harm.low, harm.high) if number is not None), None)


def _words(event: Event, text: str, dull: frozenset[str]) -> frozenset[str]:
    """The telling words of the sentences that the event's evidence stands in, without those of its actors, day and place."""
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    spans = [event.trigger.span, *(each.span for each in event.evidence if each.field != "claims")]
    told = [text[start:end] for start, end in pairwise(ends) if any(start <= span[0] < end for span in spans)]
    known = [event.date, event.place, *event.actor]
    apart = {fold(word)[:STEM] for value in known if value is not None for word in NAME_WORD.findall(value.text)}
    words = {fold(word)[:STEM] for sentence in told for word in NAME_WORD.findall(sentence) if stem_of(word) not in dull}
    return frozenset(sorted(words - dull - apart)[:MOST_WORDS])
