"""Is it told as true? What courts rule, what is called for a day, what a report says, what people are charged with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]
Row = tuple[str, str, str, str, str]  # text, a word of the trigger, type, reality, actors

ROWS: list[Row] = [
    ("A court ruled on Tuesday to ban a separatist party.", "ban", "COERCE", "asserted", "court"),
    ("Teachers called a strike for Monday over pay.", "strike", "THREATEN", "asserted", "Teachers"),
    ("Teachers called a strike on Monday over pay.", "strike", "PROTEST", "asserted", "Teachers"),
    ("A report by UN monitors that Chad had shipped weapons to Libya was published in May.", "shipped", "AID", "alleged", "Chad"),
    ("Officials refused to comment on a report that Chad had shipped weapons to Libya.", "shipped", "AID", "alleged", "Chad"),
    ("Police arrested a man that soldiers had beaten in Bor.", "beaten", "ASSAULT", "asserted", "soldiers"),
    ("A former guard faces charges of murder in Split.", "murder", "ASSAULT", "alleged", "former guard"),
    ("A former guard was extradited to face charges of genocide.", "genocide", "ASSAULT", "alleged", "former guard"),
    ("The minister condemned the murder of a nun.", "murder", "ASSAULT", "asserted", ""),
    ("Peru would veto the loan until Chile restored the rights of the minority.", "restored", "CONCEDE", "hypothetical", "Chile"),
    ("Norway protested over what it called a plot to kill a dissident.", "kill", "ASSAULT", "planned", ""),
]


@pytest.mark.parametrize(("text", "word", "kind", "reality", "actors"), ROWS)
def test_deeds_are_as_real_as_their_words_tell(text: str, word: str, kind: str, reality: str, actors: str, code: Code) -> None:
    event = next(event for event in code(text, published="2024-03-14") if word in event.trigger.text)
    assert (event.type, event.reality, " + ".join(party.text for party in event.actor)) == (kind, reality, actors)


def test_an_alleged_role_accuses_nobody(code: Code) -> None:
    events = code("The EU froze the assets of nine officers over their alleged role in the conflict in Congo.")
    assert [event.type for event in events] == ["COERCE"]
