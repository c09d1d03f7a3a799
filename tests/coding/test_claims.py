"""According to whom? Who is said to tell, confirm or deny a deed, wherever the sentence names him."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]
Row = tuple[str, str, str]  # text, a word of the deed's trigger, its claimants with their stances

ROWS: list[Row] = [
    # who told it, at the end
    ("Bandits robbed a bus near Kitale, a police commander told Reuters.", "robbed", "police commander asserts"),
    ("Rebels shot a nun near Bunia, the local bishop, Marc Lemba, told the Daily News.", "shot", "local bishop asserts"),
    ("Gunmen abducted two pilots, a hospital source told the BBC.", "abducted", "hospital source asserts"),
    ("Gunmen burned a mosque in Jos, the capital of Plateau, and told villagers to leave.", "burned", ""),
    ("Soldiers fired at marchers, killing at least four people, nurses and mourners said.", "fired", "nurses asserts + mourners asserts"),
    ("Troops killed nine rebels in Yala, a spokesman for the army said on Sunday.", "killed", "spokesman asserts"),
    ("Chad has arrested a Swiss priest, an aide to the justice minister said.", "arrested", "aide asserts"),
    ("Police arrested a man in Lome and his lawyer said he was innocent.", "arrested", ""),
    # according to several, and of all that the sentence tells
    ("Rebels burned a mill near Bria, according to a trader and a priest.", "burned", "trader asserts + priest asserts"),
    ("Soldiers killed six rebels and arrested nine others, according to the ministry.", "killed", "ministry asserts"),
    ("Soldiers killed six rebels and arrested nine others, according to the ministry.", "arrested", "ministry asserts"),
    ("Rebels shot a priest in Goma, and soldiers arrested nine villagers, according to a nun.", "shot", ""),
    # told as a thing
    ("Villagers reported clashes near Bria.", "clashes", "Villagers asserts"),
    ("The ministry confirmed the attack on a mill in Bria.", "attack", "ministry confirms"),
    ("The army denied the attack on a mill in Bria.", "attack", "army denies"),
    ("The group denied responsibility for the bombing of a mill in Bria.", "bombing", "group denies"),
    # blamed on one another, on somebody for several, claimed after a semicolon
    ("Chad and Niger blamed each other for the shelling of a village.", "shelling", "Chad asserts + Niger asserts"),
    ("The army blamed the rebels for a wave of abductions.", "abductions", "army asserts"),
    ("A Chechen gunman blew himself up on a bus in Jerusalem; Hamas claimed responsibility.", "blew himself up", "Hamas asserts"),
    # denied by the verb of the sentence before, or as a charge
    ("Shells were fired at Haifa on Monday. The group denied firing them.", "fired", "group denies"),
    ("Shells were fired at Haifa on Monday. The group denied that it fired the shells.", "fired", "group denies"),
    ("Prosecutors accused the general of plotting to overthrow the king. His lawyer rejected the charges as absurd.", "overthrow",
     "Prosecutors asserts + lawyer denies"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), ROWS)
def test_deeds_are_told_by_whom_the_words_name(code: Code, text: str, word: str, expected: str) -> None:
    deed = next(event for event in code(text) if word in event.trigger.text)
    assert " + ".join(f"{claim.claimant.text} {claim.stance}" for claim in deed.claims if claim.claimant) == expected


@pytest.mark.parametrize(("text", "word", "actors"), [
    ("Chad and Niger blamed each other for the shelling of a village.", "shelling", ["Chad", "Niger"]),
    ("The army blamed the rebels for a wave of abductions.", "abductions", ["rebels"]),
])  # fmt: skip
def test_who_is_blamed_is_said_to_have_done_it(code: Code, text: str, word: str, actors: list[str]) -> None:
    deed = next(event for event in code(text) if word in event.trigger.text)
    assert ([party.text for party in deed.actor], deed.reality) == (actors, "alleged")


def test_a_claim_behind_a_semicolon_accuses_nobody(code: Code) -> None:
    assert [event.type for event in code("A bomb killed eight people; the militant group Hamas claimed responsibility.")] == ["ASSAULT"]


def test_who_reports_shelling_does_not_shell(code: Code) -> None:
    (deed,) = code("Witnesses reported shelling in Kharkiv.")
    assert not deed.actor and [claim.claimant.text for claim in deed.claims if claim.claimant] == ["Witnesses"]
