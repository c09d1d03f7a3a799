"""When did each deed of a few sentences happen? Days that another deed or the scene settles; told on Thursday, 14 March 2024."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from whowhom.coding.periods import find_times
from whowhom.coding.timewords import WORDINGS
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
    ("The coffins reached Lagos on Tuesday, a day after rebels shot six students in a dormitory.", "shot", "2024-03-11"),
    ("The group said on Tuesday that its men had bombed a bakery in Homs the day before.", "bombed", "2024-03-11"),
    # forward from the deed that is pointed back to, and backward to the one named after the day
    ("Rebels shelled a mosque on Sunday. Two days after the shelling, the army arrested a dozen men.", "arrested", "2024-03-12"),
    ("Rebels shelled a mosque on Sunday. The army arrested a dozen men a day after the shelling.", "arrested", "2024-03-11"),
    ("Rebels shelled a mosque on Sunday. The day before the shelling, the army had arrested a dozen men.", "arrested", "2024-03-09"),
    ("Rebels shelled a mosque on Sunday. Two days after the incident, the army arrested a dozen men.", "arrested", "2024-03-12"),
    ("Two days after rebels killed a monk on Sunday, the army bombed a depot.", "bombed", "2024-03-12"),
    ("Two days after rebels killed a monk on Sunday, the army bombed a depot.", "killed", "2024-03-10"),
    ("The army bombed a depot on Tuesday, two days after the murder of a monk.", "murder", "2024-03-10"),
    # since when none was worse is not when it was; what is to come does not date what was done before
    ("The bombing is the worst in the valley since 18 January, when rebels shelled a mosque.", "shelled", "2024-01-18"),
    ("The bombing is the worst in the valley since 18 January, when rebels shelled a mosque.", "bombing", None),
    ("Togo will name a mediator next week, after Benin offered to host talks.", "offered", None),
    ("France postponed the tariffs until 20 March.", "postponed", None),
    # not the day of a count, nor of what is called for
    ("The death toll from two bombings in Kano rose to 40 on Tuesday.", "bombings", None),
    ("The premier dismissed the governor and called an election for June 2.", "dismissed", None),
    # what happens with a dated deed, and days that crossed
    ("Peru cut ties with Quito on Monday, accusing it of fraud.", "accusing", "2024-03-11"),
    ("The assembly voted on Tuesday to deplore the invasion of Grenada on March 4.", "deplore", "2024-03-12"),
    ("The assembly voted on Tuesday to deplore the invasion of Grenada on March 4.", "invasion", "2024-03-04"),
    # the day of the scene
    ("Gunmen stormed a school on Sunday. The attackers also burned two houses.", "burned", "2024-03-10"),
    ("Soldiers shot a shepherd on Monday. They had arrested his son.", "arrested", None),
    ("Police arrested nine students on Monday. The minister has condemned them.", "condemned", None),
    # not the day of the source, nor of what else is told of those it was done to
    ("According to army sources on Monday, three farmers were murdered by rebels.", "murdered", None),
    ("Gunmen killed a farmer who had fled the valley on Monday.", "killed", None),
    ("The bombs that fell on Monday killed three nurses.", "killed", "2024-03-11"),
    ("Police recalled the murder of a judge, which occurred on Sunday.", "murder", "2024-03-10"),
    ("The union, which lost two men on 11 March, has called a strike.", "strike", None),
    # the same day as the day beside it; a brigade is no day
    ("The decrees were issued on 18 February, the same day a senator was assassinated.", "assassinated", "2024-02-18"),
    ("Rebels attacked the 1st Infantry Brigade on Monday.", "attacked", "2024-03-11"),
    # the day outweighs the hour
    ("Late on Monday, a few hours before dawn prayers, a bomb damaged the consulate in Lima.", "damaged", "2024-03-11"),
    ("Some hours later, at dawn on 11 March, two drivers were killed in Puno.", "killed", "2024-03-11"),
    # the day of the crime is not that of those who condemn it, and goes on in the next sentence
    ("The party condemned the crime committed on 11 March. The judge was shot in his car.", "condemned", None),
    ("The party condemned the crime committed on 11 March. The judge was shot in his car.", "shot", "2024-03-11"),
    ("The mayor read a letter sent on Monday by miners who blame guards for the killing of two nuns.", "killing", None),
    # hours shift no day, unless the report tells the hour by two clocks: then the day is that of the place
    ("Gunmen shot a judge at 23:30 GMT on Monday.", "shot", "2024-03-11"),
    ("Gunmen shot a judge at 2:30 a.m. local time on Tuesday (2230 GMT Monday).", "shot", "2024-03-12"),
    ("Gunmen shot a judge at 0200 local time (2300 GMT Monday).", "shot", "2024-03-12"),
    ("Gunmen shot a judge on Monday at 2300 GMT (0200 local time).", "shot", "2024-03-12"),
    ("Gunmen shot a judge at 0100 GMT on Tuesday (8 p.m. local time).", "shot", "2024-03-11"),
    ("Gunmen shot a judge at 8 p.m. local time on Monday (0100 GMT Tuesday).", "shot", "2024-03-11"),
    ("Gunmen shot a judge at 0030 Moscow time (2130 GMT on Sunday).", "shot", "2024-03-11"),
    ("Gunmen shot a judge at 1:30 a.m. (2230 GMT) on Tuesday.", "shot", "2024-03-12"),
    ("Gunmen shot a judge at 10:15 a.m. (0545 GMT) on Monday.", "shot", "2024-03-11"),
    ("Gunmen shot a judge at midnight on 11 March (1930 GMT on 10 March).", "shot", "2024-03-11"),
    # not the day of what is spoken of, nor of a clause that gives a reason or a contrast, nor of those who died
    ("Police are investigating Sunday's bombing in Kano.", "investigating", None),
    ("Students protesting against Monday's verdict burned a bus.", "protesting", None),
    ("The opposition rejected Sunday's result.", "rejected", None),
    ("Police broke up Sunday's march in Kano.", "broke up", "2024-03-10"),
    ("Lima has rejected the offer, though its envoy spoke on Monday.", "rejected", None),
    ("The bishop paid tribute to two nurses who were killed on Sunday.", "paid tribute", None),
    ("Ghana thanked Togo, noting that nine fishermen were rescued on Sunday.", "thanked", None),
    ("The front, founded on 3 March, blew up a bridge.", "blew up", None),
    # to come, or not known: a month that lies far back
    ("Jordan proposed talks in May.", "proposed", None),
    # a promise happens when it is made
    ("Moscow said on Monday that it would withdraw its troops from Armenia by the end of the year.", "withdraw", "2024-03-11"),
    # the day of the words, not of what they tell
    ("Troops have freed a nun, her order said in a letter on Sunday.", "freed", None),
    ("Norway said on Tuesday it was recalling two attaches.", "recalling", None),
    # what was done before is not dated by what came of it, nor the other way round
    ("A mayor quit on Sunday after soldiers shot three miners.", "shot", None),
    ("A mayor quit on Sunday after soldiers shot three miners.", "quit", "2024-03-10"),
    ("Togo denounced Benin after Cotonou cut off aid on Monday.", "denounced", None),
    ("Peru recalled its envoy on Tuesday in retaliation for a raid that killed two guards.", "raid", None),
    ("Two men died on Sunday after a bomb exploded in Gao.", "died", "2024-03-10"),
    # a second verb with a subject of its own
    ("Soldiers seized nine miners on Monday, and a union demanded their release.", "demanded", None),
    # counted days
    ("Miners blocked the bridge for a third day on Tuesday.", "blocked", "2024-03-12"),
    ("Miners marched for a third day on Tuesday over the jailing of a priest.", "jailing", None),
    # what is told has its own day, and so has what it is told at, what is behind it and what it answers
    ("Fiji sent tents in May, its premier said during a visit to Suva.", "visit", None),
    ("Yemen said Qatar was behind the murder of a judge on Monday.", "murder", "2024-03-11"),
    ("Yemen said Qatar was behind the murder of a judge on Monday.", "behind", None),
    ("Norway said on Tuesday it was expelling an envoy in response to the murder of a judge in Oslo last Friday.", "expelling", None),
    ("Kuwait paid the October salaries of 900 nurses on Tuesday.", "salaries", "2024-03-12"),
    ("Togo said on Tuesday it accused Benin of piracy.", "accused", "2024-03-12"),
    # what led to the news is not its scene
    (
        "Thousands marched in Lome on Wednesday after a poet was jailed on Monday. Police used water cannon on the marchers.",
        "water cannon",
        "2024-03-13",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "day"), ROWS)
def test_days_that_another_deed_settles(code: Code, text: str, trigger: str, day: str | None) -> None:
    said = [event.date and (event.date.start, event.date.end) for event in code(text, PUBLISHED) if trigger in event.trigger.text]
    assert said == [day and (day, day)]


SPANS: list[tuple[str, str, tuple[str | None, str]]] = [  # text, a word of the trigger, first and last day
    ("By Tuesday police had arrested 40 students.", "arrested", (None, "2024-03-12")),
    ("Ties have been cool since 2019, when Togo expelled two diplomats.", "expelled", ("2019-01-01", "2019-12-31")),
    ("Rebels shelled Goma in May 2021. In July of that year, they murdered a monk.", "murdered", ("2021-07-01", "2021-07-31")),
    ("Rebels shelled Goma in May 2021. Later that month they murdered a monk.", "murdered", ("2021-05-01", "2021-05-31")),
    ("Rebels shelled Goma in May 2021 and murdered a monk the following month.", "murdered", ("2021-06-01", "2021-06-30")),
    ("Nine people were hurt at an October rally in Goma.", "rally", ("2023-10-01", "2023-10-31")),
    ("Rebels shelled Goma in 2019. The following year they murdered a monk.", "murdered", ("2020-01-01", "2020-12-31")),
    ("In May 2021, the murder of a monk set off two days of riots.", "murder", ("2021-05-01", "2021-05-31")),
    ("In May 2021, miners staged riots in which 90 people were arrested.", "arrested", ("2021-05-01", "2021-05-31")),
    ("Togo has suffered two coups since it won independence in 1960.", "coups", ("1960-01-01", "2024-03-14")),
    ("Lima accused the rebels of a massacre in Puno in 2021.", "massacre", ("2021-01-01", "2021-12-31")),
    ("Lima blamed the rebels for the bombing of a school in Puno in 2021.", "bombing", ("2021-01-01", "2021-12-31")),
]


@pytest.mark.parametrize(("text", "trigger", "days"), SPANS)
def test_a_limit_lies_behind_and_a_year_ends(code: Code, text: str, trigger: str, days: tuple[str | None, str]) -> None:
    assert [event.date and (event.date.start, event.date.end) for event in code(text, PUBLISHED) if trigger in event.trigger.text] == [days]


def test_what_is_blamed_on_somebody_does_not_date_the_blame(code: Code) -> None:
    said = {event.type: event.date for event in code("Lima blamed the rebels for the bombing of a school in Puno in 2021.", PUBLISHED)}
    assert said["ACCUSE"] is None and said["ASSAULT"] is not None


FILED: list[tuple[str, str | None]] = [  # a story without a given day, and the day that its "on Sunday" means
    ("KABUL, 12 March 2024 — Gunmen shot a judge on Sunday.", "2024-03-10"),
    ("NAIROBI, March 12, 2024 (Wire) - Gunmen shot a judge on Sunday.", "2024-03-10"),
    ("Osorno (Chile), 12 Mar 2024 (Wire) -- Gunmen shot a judge on Sunday.", "2024-03-10"),
    ("(12 March 2024)\n\nGunmen shot a judge on Sunday.", "2024-03-10"),
    ("Published: 12 March 2024\n\nGunmen shot a judge on Sunday.", "2024-03-10"),
    # not certain: no year, a day of the news itself, two days
    ("NAIROBI, March 12 (Wire) - Gunmen shot a judge on Sunday.", None),
    ("The court met on 12 March 2024.\n\nGunmen shot a judge on Sunday.", None),
    ("12 March 2024 and 13 March 2024\n\nGunmen shot a judge on Sunday.", None),
]


@pytest.mark.parametrize(("text", "day"), FILED)
def test_a_storys_own_day_is_inferred_only_from_its_head(code: Code, text: str, day: str | None) -> None:
    (event, *_) = code(text, None)
    assert event.date and event.date.start == day
    assert event.date.basis == ("inferred-publication" if day else "relative-to-publication")
    assert any(each.rule == "times.filed" for each in event.evidence) == (day is not None)


def test_a_wording_is_found_only_where_one_of_its_hints_stands() -> None:
    """Wordings whose hints are missing are not looked for; so each text of ours that has a wording must have one of its hints."""
    files = [path for folder in ("gold", "tables") for path in sorted((Path(__file__).parents[2] / "eval" / folder).iterdir())]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert {words.kind for line in lines for words in find_times(line)} >= {
        kind for kind, _, _ in WORDINGS if kind.startswith(("today", "month_day", "ago"))
    }
    missed = [
        (kind, match.group())
        for kind, pattern, hints in WORDINGS
        for line in lines
        for match in pattern.finditer(line)
        if not any(hint in match.group().lower() for hint in hints)
    ]
    assert missed == []
