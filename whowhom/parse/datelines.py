"""Where was it filed? The town, day and agency before the first words of a report: "NAIROBI, March 13 (Agency) -"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whowhom.folding import key_of

if TYPE_CHECKING:
    from whowhom.gazetteer import Gazetteer

LONGEST_DATELINE = 120  # characters
NAME = r"[A-ZÀ-Þ][\w.'’-]*"
DATELINE = re.compile(
    rf"(?P<towns>{NAME}(?:[ ,/]+(?:{NAME}|de|del|la|al|of|the))*)(?:\s*\({NAME}[^)]{{1,29}}\)(?=\s*,))?[ ,]*"  # town, and its country: "Santiago (Chile),"
    r"(?:in [A-Z]\w+ )?(?:\d{4} GMT )?"  # a radio's language and hour: "Radio Reloj in Spanish 1200 GMT"
    r"(?P<day>\d{1,2}\s+[A-Z]\w{2,8}\.?(?:\s+\d{2,4})?|[A-Z]\w{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?|no date)?\s*"
    r"(?P<agency>\([^)]{2,60}\))?\s*(?P<mark>--|—|–|-|:)\s+(?:\[[^\]]{2,40}\]\s*)*"
)
STOPPED = re.compile(
    rf"(?P<town>[A-ZÀ-Þ]{{2,}}(?: [A-ZÀ-Þ]{{2,}})*)(?:, {NAME}(?: {NAME})?)?\.\s+(?=[A-ZÀ-Þ“\"])"
)  # "LA UNION, El Salvador. Two men"
HOUR = re.compile(
    r"[\[(]?(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:[A-Z]{2,4}T|UTC|GMT|local time))?|\d{4}\s?(?:GMT|UTC)|\d{1,2}\s?[ap]\.?m\b\.?)[\])]?"
    r"\s*(?:[-–—:|]\s*)?(?=[A-ZÀ-Þ“\"])",
    re.IGNORECASE,
)  # a live report's "17:30 ", "1745 GMT - ", "[2:15 p.m.] "
ALLIED = re.compile(r"\s*[,/]\s*")  # "GAZA/JERUSALEM", "Tyre, Lebanon"
MOST_WORDS = 3  # in the name of a town that stands alone: "San Jose del"
SHORTEST = 4  # letters of a town that its capitals tell: "LIMA", not "UN"


def dateline_length(text: str, gazetteer: Gazetteer) -> int:
    """How many characters of a paragraph are its dateline; where it was filed, not where it happened.

    A day, an agency or a town in capitals tells it; a town written like any name ("Lima - ") must be one that is known. In live reports it is the hour.
    """
    text = text[:LONGEST_DATELINE]
    if (hour := HOUR.match(text)) is not None and hour.end() < len(text) and text[hour.end()].isupper():
        return hour.end()
    if (stopped := STOPPED.match(text)) is not None and len(stopped["town"]) >= SHORTEST and _is_town(stopped["town"], gazetteer):
        return stopped.end()
    match = DATELINE.match(text)
    if match is None:
        return 0
    first, *others = ALLIED.split(match["towns"].strip(" ,"))
    if match["day"] or match["agency"] or (first.isupper() and len(first) >= SHORTEST):
        return match.end()
    alone = first.count(" ") < MOST_WORDS and text[match.end() : match.end() + 1].isupper()
    says = match["mark"] == ":" and not others and _stands_for_state(first, gazetteer)  # "Moscow: Ukraine struck": who says so
    return match.end() if alone and not says and all(_is_town(each, gazetteer) for each in (first, *others)) else 0


def _is_town(name: str, gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.of(name)) or (gazetteer.index is not None and bool(gazetteer.index.of(key_of(name))))


def _stands_for_state(name: str, gazetteer: Gazetteer) -> bool:
    return any(entry.sense in ("country", "capital", "seat", "nationality", "people", "person", "actor") for entry in gazetteer.of(name))
