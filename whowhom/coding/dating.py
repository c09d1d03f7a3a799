"""When did each deed happen? The time expression of its sentence that hangs nearest to it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from whowhom.coding.anchors import Dated, settle
from whowhom.coding.periods import as_date, find_times
from whowhom.coding.scope import distance, gap, governor_of, is_reporting
from whowhom.coding.times import TimeWords
from whowhom.model import Date, Evidence, day_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Sentence, Word

NEWS_DAYS = 366  # days after which a deed is background
FARTHEST = 3.2  # scope distance beyond which a time says nothing of a deed


def date_deeds(draft: Draft) -> Draft:
    """The draft with a date on every deed that the report dates."""
    today = day_of(draft.document.published)
    return draft.with_deeds(settle([_dated(deed, draft, today) for deed in draft.deeds], today, _scenes(draft, today)))


def _scenes(draft: Draft, today: date | None) -> dict[int, Date]:
    """The day that a sentence without a deed names: one alone, not the day on which something is said."""
    with_deeds = {deed.sentence.index for deed in draft.deeds}
    found: dict[int, Date] = {}
    for sentence in draft.sentences:
        times = times_of(sentence, draft) if sentence.index not in with_deeds else []
        if len(times) != 1 or not (inside := sentence.words_in(times[0].span)):
            continue
        day = as_date(times[0], today, False)
        if day.start is not None and day.precision == "day" and not is_reporting(governor_of(inside), draft.book):
            found[sentence.index] = day
    return found


def _dated(deed: Deed, draft: Draft, today: date | None) -> Dated:
    sentence = deed.sentence
    others = {
        id(word)
        for each in draft.deeds
        if each.sentence is sentence and each is not deed
        for word in (*each.words, *([each.light] if each.light else []))
    }
    best, best_cost, announced = None, FARTHEST, False
    for words in times_of(sentence, draft):
        inside = sentence.words_in(words.span)
        if not inside or any(word in deed.words for word in inside):
            continue
        governor = governor_of(inside)
        spoken = deed.type != deed.rule.event and _says(governor, deed)
        cost = 0.0 if spoken else distance(deed, governor, others, draft.book) + gap(words.span, deed.span) / 1000
        if cost < best_cost:
            best, best_cost, announced = words, cost, spoken
    if best is None:
        return Dated(deed, None)
    future = not announced and (deed.tense == "future" or deed.reality in ("planned", "threatened"))
    found = as_date(best, today, future)
    if _is_old(found, today) and deed.tense == "past":
        deed = replace(deed, tense="historical")
    evidence = Evidence(field="date", span=found.span, quote=found.text, rule=f"times.{re.sub('[0-9]', '', best.kind)}")
    if best.kind.startswith("since") and any(kid.lower in ("have", "has") and kid.dep == "aux" for kid in (deed.light or deed.word).kids):
        deed = replace(deed, tense="ongoing")
    return Dated(replace(deed, date=found, evidence=(*deed.evidence, evidence)), best)


def _says(word: Word, deed: Deed) -> bool:
    """Whether a verb tells of a deed that is but announced, promised or refused: its day is the day of the words."""
    return deed.telling is not None and any(word is verb for _, _, verb in deed.telling.claims)


def _is_old(found: Date, today: date | None) -> bool:
    """Whether a deed lies more than a year before the story: background, not news."""
    end = day_of(found.end)
    return today is not None and end is not None and (today - end).days > NEWS_DAYS


def times_of(sentence: Sentence, draft: Draft) -> list[TimeWords]:
    """The time expressions of a sentence, read once a story."""
    memory = draft.notes.setdefault("times", {})
    assert isinstance(memory, dict)
    if sentence.index not in memory:
        memory[sentence.index] = list(find_times(draft.document.text, sentence.start, sentence.end))
    found: list[TimeWords] = memory[sentence.index]
    return found
