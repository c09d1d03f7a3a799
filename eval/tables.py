"""Tables of single values written for this project: times, tolls, places, anaphors. Each gives one figure of the gate."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "tables"
Result = tuple[str, bool, str]  # figure, whether it holds, what was said


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(cell: str) -> int | None:
    return int(cell) if cell else None


def times() -> Iterator[Result]:
    """First and last day of the first time expression of each row."""
    from whowhom import dates

    for row in rows("times"):
        found = dates(row["expression"], row["published"] or None)
        said = [(date.start or "", date.end or "") for date in found[:1]] or [("", "")]
        yield (
            "table_times",
            said[0] == (row["start"], row["end"]) and bool(found),
            f"{row['expression']} ({row['published']}): {said}, wanted {row['start']}..{row['end']}",
        )


def harm(coder: Any) -> Iterator[Result]:
    """Kind and bounds of the toll asked for, anywhere in the sentence."""
    for row in rows("harm"):
        wanted = (row["kind"], number(row["low"]), number(row["best"]), number(row["high"]), row["stated"])
        said = [(each.kind, each.low, each.best, each.high, each.stated) for event in coder.code(row["sentence"]).events for each in event.harm]
        yield "table_harm", wanted in said, f"{row['sentence']}: {said}, wanted {wanted}"


def places(coder: Any) -> Iterator[Result]:
    """Country, and place or rightly none, of the event that the trigger names."""
    for row in rows("places"):
        at = row["sentence"].casefold().find(row["trigger"].casefold())
        events = [
            event
            for event in coder.code(row["sentence"], row["published"] or None).events
            if event.trigger.span[0] <= at + len(row["trigger"]) and at <= event.trigger.span[1]
        ]
        place = events[0].place if events else None
        said = f"{place.text} = {place.name} {place.country}" if place else "no place" if events else "no event"
        fault = f"{row['sentence']}: {said}, wanted {row['name']} {row['country']}"
        yield "table_places_country", ((place.country or "") if place else "") == row["country"] and bool(events), fault
        names = f"{place.text} {place.name}".casefold() if place else ""
        yield "table_places", bool(events) and (row["name"].casefold() in names if row["name"] else place is None), fault


def coreference(coder: Any) -> Iterator[Result]:
    """The noun that an anaphor stands for lies in the antecedent's words. Brackets mark the anaphor within words that only find it."""
    from whowhom.coder import document
    from whowhom.coding.draft import Draft
    from whowhom.coding.parties import Parties
    from whowhom.parse.names import find_names

    for row in rows("coreference"):
        one = document(row["text"])
        sentences = coder._parse([one])[0]
        draft = Draft(one, coder.book, coder.gazetteer, sentences, tuple(find_names(each, one.text, coder.gazetteer) for each in sentences))
        story = Parties.of(draft).story
        words = row["anaphor"].replace("[", "").replace("]", "")
        marked = row["anaphor"].partition("[")[2].partition("]")[0] or words
        at = row["text"].find(words) + words.find(marked)
        end = at + len(marked)
        said = ""
        for sentence in sentences:
            inside = [
                word for word in sentence.words if at <= word.start and word.end <= end and (word.is_noun or word.is_pronoun or word.tag == "JJ")
            ]
            if inside and (found := story.antecedent_of(inside[-1], sentence)):
                for _ in range(3):  # an anaphor of an anaphor
                    further = story.antecedent_of(found[1], found[0])
                    found = further or found
                said = found[1].text
        yield "table_coreference", bool(said) and said in row["antecedent"], f"{row['text']} [{row['anaphor']}]: {said}, wanted {row['antecedent']}"


def results(coder: Any) -> Iterator[Result]:
    """All rows of all tables."""
    yield from times()
    yield from harm(coder)
    yield from places(coder)
    yield from coreference(coder)
