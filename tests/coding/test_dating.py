"""When did each deed of a few sentences happen? Days that another deed or the scene settles; told on Thursday, 14 March 2024."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]
PUBLISHED = "2024-03-14"
Row = tuple[str, str, str | None]  # text, a word of the trigger, its day (None: not told)

ROWS: list[Row] = [
    # counted from another deed
    ("Police arrested a judge on Monday. Two days later they released him.", "released", "2024-03-13"),
    ("The envoys met in Doha on Tuesday, two days after rebels shelled a hospital in Goma.", "shelled", "2024-03-10"),
    ("Gunmen killed a mayor on Sunday. A day earlier they had kidnapped his brother.", "kidnapped", "2024-03-09"),
    ("The navy freed six fishermen on Tuesday whom it had arrested a week earlier.", "arrested", "2024-03-05"),
    ("Rebels bombed a bridge on Monday. Hours later soldiers shelled the village.", "shelled", "2024-03-11"),
    ("A court jailed two editors on Monday. A third was arrested the same evening.", "arrested", "2024-03-11"),
    # the day of the scene
    ("Gunmen stormed a school on Sunday. The attackers also burned two houses.", "burned", "2024-03-10"),
    ("Soldiers shot a shepherd on Monday. They had arrested his son.", "arrested", None),
    ("Police arrested nine students on Monday. The minister has condemned them.", "condemned", None),
    # a promise happens when it is made
    ("Moscow said on Monday that it would withdraw its troops from Armenia by the end of the year.", "withdraw", "2024-03-11"),
]


@pytest.mark.parametrize(("text", "trigger", "day"), ROWS)
def test_days_that_another_deed_settles(code: Code, text: str, trigger: str, day: str | None) -> None:
    said = [event.date and (event.date.start, event.date.end) for event in code(text, PUBLISHED) if trigger in event.trigger.text]
    assert said == [day and (day, day)]
