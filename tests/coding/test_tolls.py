"""What came of the deed, where a later sentence tells it? Deaths in hospital, counts raised, who the dead were."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]

ROWS = [  # two sentences about one deed, and all harm that it did
    ("Rebels seized a police station and a radio station in Goma. Nobody was in them.", ""),
    ("Gunmen shot a judge outside the court in Cali on Tuesday. The magistrate died on the operating table.", "killed 1 officials"),
    (
        "Gunmen attacked a bus near Kano on Monday, wounding nine people. Two of them died in hospital on Tuesday.",
        "wounded 9 unspecified + killed 2 unspecified",
    ),
    ("Police beat a student in Harare on Friday. He died of his wounds two days later.", "killed 1 unspecified"),
    ("Police beat a student in Harare on Friday. The student died two days later.", "killed 1 civilians"),
    (
        "Rebels ambushed a convoy near Goma on Monday. A driver was killed and his bodyguard is fighting for his life.",
        "killed 1 civilians + wounded 1 police",
    ),
    ("A sniper shot a reporter in Aleppo on Sunday. She is fighting for her life in a Turkish hospital.", "wounded 1 journalists"),
    ("Gunmen killed a guard in Goma. One of the wounded passed away on Thursday.", "killed 1 military + killed 1 unspecified"),
    ("A car bomb wounded a minister in Kabul. His driver bled to death.", "wounded 1 officials + killed 1 civilians"),
    ("A car bomb went off in Kabul on Sunday. Twenty people are in hospital.", "wounded 20 unspecified"),
    (
        "A car bomb went off in Kabul on Sunday. Eleven people were killed and twenty are in hospital.",
        "killed 11 unspecified + wounded 20 unspecified",
    ),
    (
        "Gunmen stormed a hotel in Mogadishu on Friday. The police chief put the dead at two, a figure he later raised to eight.",
        "killed 2 unspecified + killed 8 unspecified",
    ),
    (
        "Militants attacked the university in Garissa on Thursday. The minister put the final count at 148, of whom 142 were students.",
        "killed 148 unspecified + killed 142 civilians",
    ),
    (
        "Militants attacked a college in Garissa on Thursday, killing 148 people, of whom 142 were students and six were guards.",
        "killed 148 unspecified + killed 142 civilians + killed 6 military",
    ),
    (
        "A mine blew up under a jeep near Kidal on Monday. The driver and two soldiers never made it out alive.",
        "killed 3 unspecified + killed 1 civilians + killed 2 military",
    ),
    ("Attackers stabbed a priest in Kaduna on Sunday. The priest, 64, later succumbed to his injuries.", "killed 1 civilians"),
    ("A drone struck a market in Omdurman on Sunday. Doctors said 31 bodies had been brought to the hospital.", "killed 31 unspecified"),
    ("A drone struck a market in Omdurman on Sunday. The local morgue had received 31 bodies by nightfall.", "killed 31 unspecified"),
    ("Shells hit a school in Donetsk on Sunday. Three pupils lost their legs.", "wounded 3 children"),
    (
        "Shells hit a school in Donetsk on Sunday. Three pupils and a teacher did not survive.",
        "killed 4 civilians + killed 3 children + killed 1 civilians",
    ),
    ("Gunmen opened fire on a wedding in Gaziantep on Saturday. A girl of nine was among those who died.", "killed 1 children"),
    ("Gunmen opened fire on a wedding in Gaziantep on Saturday. Twelve guests were treated for bullet wounds.", "wounded 12 civilians"),
    ("Gunmen opened fire on a wedding in Gaziantep on Saturday. Four of the 12 wounded are in a critical condition.", "wounded 4 unspecified"),
    ("Rebels raided a village in Ituri on Monday. Villagers buried 17 dead on Tuesday.", "killed 17 unspecified"),
    ("Rebels raided a village in Ituri on Monday. Seventeen villagers were buried in a mass grave on Tuesday.", "killed 17 civilians"),
    (
        "A bomb hit a bus in Quetta on Monday. Nine passengers were killed on the spot, and three more died on the way to hospital.",
        "killed 9 civilians + killed 3 civilians",
    ),
    ("A bomb hit a bus in Quetta on Monday. It cost nine passengers their lives.", "killed 9 civilians"),
    ("A bomb hit a bus in Quetta on Monday. Two brothers lost their lives and their father lost an eye.", "killed 2 civilians + wounded 1 civilians"),
    ("A suicide bomber struck a mosque in Kano on Friday. Only four of the 60 worshippers came out unhurt.", ""),
    ("A grenade was thrown into a bar in Bujumbura on Sunday. A waitress breathed her last at dawn.", "killed 1 civilians"),
    ("Gunmen shot a trader in Jos on Sunday. He was pronounced dead on arrival at the hospital.", "killed 1 unspecified"),
    ("Gunmen shot a trader in Jos on Sunday. Doctors were unable to save him.", "killed 1 unspecified"),
    ("Gunmen shot a trader in Jos on Sunday. He survived.", ""),
    (
        "Israel bombed a house in Rafah on Sunday. Among those killed were a doctor, his wife and their four children.",
        "killed 6 civilians + killed 1 medics + killed 1 women + killed 4 children",
    ),
    ("Israel bombed a house in Rafah on Sunday. Six members of one family perished.", "killed 6 civilians"),
    (
        "Militants raided a base in Borno on Monday. The army acknowledged the deaths of 12 soldiers; the militants claimed to have killed 40.",
        "killed 40 military + killed 12 military",
    ),
    ("The army shelled Idlib on Monday. Rescuers pulled eight bodies from the rubble.", "killed 8 unspecified"),
    ("Gunmen killed a farmer's wife in Jos on Sunday. She died on the spot.", "killed 1 women"),
    ("A policeman stabbed a trader in Jos on Sunday. He died on the way to hospital.", "killed 1 unspecified"),
    ("A bomb hit a bus in Quetta on Monday. It killed nine passengers.", "killed 9 civilians"),
]

HOMES = [  # a story of several deeds, the deed that a later sentence tells the toll of, and its harm
    ("A Kenyan raid killed a trader in Gedo on Monday, hours after mortars were fired at Mandera. The governor said six people were wounded.",
     "raid", "killed 1 civilians + wounded 6 unspecified"),
    ("A Kenyan raid killed a trader in Gedo on Monday. Mortars were fired at Mandera. The governor said the raid wounded six.",
     "raid", "killed 1 civilians + wounded 6 unspecified"),
    ("Ethiopia shelled Luuq on Monday after a bomb exploded in Jijiga. Doctors said four people were killed.", "shelled", "killed 4 unspecified"),
    ("A car bomb killed nine people in Kano on Monday. Jets bombed a forest camp hours later. Police said 12 others were wounded.",
     "killed", "killed 9 unspecified + wounded 12 unspecified"),
    ("Troops killed two rebels in Jolo on Monday, a day after militants bombed a church. Five nuns were killed.", "bombed", "killed 5 civilians"),
    ("Miners blocked a road on Monday after a shaft collapsed and killed 15 people.", "blocked", ""),
    ("Two policemen were wounded in Kano when a mob attacked a post after the death of a driver in custody.", "wounded", "wounded 2 police"),
    ("Nine soldiers were arrested in connection with the disappearance of six teachers in Guerrero.", "arrested", "detained 9 military"),
    ("Two robbers shot a teller in Suva and fled in a van.", "shot", ""),
    ("Jets carried out an air strike on a displaced persons' camp.", "strike", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "harm"), HOMES)
def test_a_toll_is_of_the_deed_that_it_came_of(text: str, word: str, harm: str, code: Code) -> None:
    event = next(event for event in code(text, published="2024-03-14") if word in event.trigger.text)
    assert sorted(f"{each.kind} {each.best} {each.who}" for each in event.harm) == sorted(harm.split(" + ") if harm else [])


def test_getting_away_is_no_deed_of_its_own(code: Code) -> None:
    assert [event.type for event in code("Two robbers shot a teller in Suva and fled in a van.")] == ["ASSAULT"]


def test_the_dead_are_of_the_place_of_their_deed(code: Code) -> None:
    event = code("Ethiopia shelled Luuq on Monday after a bomb exploded in Jijiga. Doctors said four people were killed.")[0]
    assert {party.country for party in event.recipient} == {"SOM"}


@pytest.mark.parametrize(("text", "harm"), ROWS)
def test_what_is_told_later_is_of_the_same_deed(text: str, harm: str, code: Code) -> None:
    (event,) = code(text, published="2024-03-14")
    assert " + ".join(f"{each.kind} {each.best} {each.who}" for each in event.harm) == harm


def test_who_is_rescued_is_no_toll(code: Code) -> None:
    attack, rescue = code("Rebels killed three nurses in El Fasher. Saudi Arabia evacuated 220 foreigners by ship.", published="2024-03-14")
    assert [(each.kind, each.best) for each in attack.harm] == [("killed", 3)]
    assert rescue.type == "AID"
