"""What answered what? Links between the deeds of a story, from the effect to its cause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.model import Event

HEADED = "{}\n\nIn March 2023 Ethiopian jets bombed rebel camps in Gambella. On Sunday they bombed three depots there, the rebels said."
Code = Callable[..., tuple[Event, ...]]
Row = tuple[str, str, str, str]  # text, word that names the effect, kind of the link, word that names the cause

ROWS: list[Row] = [
    # answers
    ("U.S. jets struck a base in Iraq in response to a rocket attack on an embassy.", "struck", "in-response-to", "rocket attack"),
    ("In response to the drone attack, Jordan closed its border with Syria.", "closed", "in-response-to", "drone attack"),
    ("The army, in response to the attack on a convoy, arrested two hundred villagers.", "arrested", "in-response-to", "attack"),
    ("The EU imposed sanctions on Belarus in response to the arrest of a blogger.", "imposed", "in-response-to", "arrest"),
    ("Russia expelled two British diplomats in response to London's expulsion of four Russians.", "expelled", "in-response-to", "expulsion"),
    ("Kenya closed its border in response to the kidnapping of a nurse.", "closed", "in-response-to", "kidnapping"),
    ("Prisoners went on hunger strike in response to beatings by guards.", "hunger strike", "in-response-to", "beatings"),
    ("The attack came in response to the arrest of a commander.", "attack", "in-response-to", "arrest"),
    ("Israel shelled southern Lebanon in retaliation for a rocket attack on Safed.", "shelled", "in-response-to", "rocket attack"),
    ("In retaliation for air strikes on Sanaa, the Houthis fired a missile at Riyadh.", "fired", "in-response-to", "air strikes"),
    ("The militia kidnapped three policemen in retaliation for the arrest of its leader.", "kidnapped", "in-response-to", "arrest"),
    ("The army burned the village in reprisal for an ambush.", "burned", "in-response-to", "ambush"),
    ("In reprisal for the killing of a soldier, troops shelled Homs.", "shelled", "in-response-to", "killing"),
    ("Soldiers tortured two farmers in reprisal for an attack on a patrol.", "tortured", "in-response-to", "attack"),
    ("As punishment for the ambush, soldiers burned forty houses.", "burned", "in-response-to", "ambush"),
    ("Iran fired missiles at a base to avenge the killing of a general.", "fired", "in-response-to", "killing"),
    ("Workers went on strike to protest against the arrest of their leader.", "strike", "in-response-to", "arrest"),
    ("Residents protested against the arrest of a priest in Huanta.", "protested", "in-response-to", "arrest"),
    ("Mexico recalled its envoy in protest against the raid on its embassy.", "recalled", "in-response-to", "raid"),
    ("Militiamen killed nine farmers in revenge for the murder of a chief.", "killed", "in-response-to", "murder"),
    ("The minister resigned in protest at the shelling of a market.", "resigned", "in-response-to", "shelling"),
    # blow and answer, and how it was given
    ("Turkey responded to the shelling of a border town by bombing Kobani.", "bombing", "in-response-to", "shelling"),
    ("Spain seized a trawler, and Rabat answered with sanctions.", "answered with sanctions", "in-response-to", "seized"),
    ("Kenya imposed sanctions, and Kampala replied with a ban on exports.", "ban", "in-response-to", "imposed"),
    ("Oslo answered Moscow's expulsion of three diplomats by expelling six Russians.", "expelling", "in-response-to", "expulsion"),
    ("Lagos bombed Lomé in the night. Gunners hit nine drones. Lomé shelled Lagos in retaliation.", "shelled", "in-response-to", "bombed"),
    # what is said for or against a step told before
    ("France imposed sanctions on Chad on Monday. Chad rejected the measures.", "rejected", "in-response-to", "imposed sanctions"),
    ("France imposed sanctions on Chad on Monday. Chad condemned the sanctions.", "condemned", "in-response-to", "imposed sanctions"),
    ("Chad expelled three envoys on Monday. France deplored the decision.", "deplored", "in-response-to", "expelled"),
    ("Kenya freed nine pilots in May. Norway welcomed the release.", "welcomed", "in-response-to", "freed"),
    # causes
    ("Peru cut ties with Chad, citing the shelling of Bongor.", "cut", "caused-by", "shelling"),
    ("A French strike killed a rebel in Kidal, hours after mortars were fired at Gao.", "killed", "follows", "mortars were fired"),
    ("The killing of a student by police sparked protests in Lagos.", "protests", "caused-by", "killing"),
    ("The assassination of the governor led to clashes between two clans.", "clashes", "caused-by", "assassination"),
    ("The riots in Kampala were triggered by the arrest of a singer.", "riots", "caused-by", "arrest"),
    ("Gunmen killed two policemen, prompting the army to shell the village.", "shell", "caused-by", "killed"),
    ("The bombing led to the arrest of nine men.", "arrest", "caused-by", "bombing"),
    ("Because police had arrested the imam, villagers attacked the station.", "attacked", "caused-by", "arrested"),
    ("Soldiers fired at marchers in Lomé because they had burned a bus.", "fired", "caused-by", "burned"),
    ("As a result of the bombing, Chad closed its border.", "closed", "caused-by", "bombing"),
    ("Doctors went on strike over the beating of a surgeon.", "strike", "caused-by", "beating"),
    ("Police arrested nine men in connection with the bombing of a church.", "arrested", "caused-by", "bombing"),
    ("Police arrested a man on suspicion of the murder of two nuns.", "arrested", "caused-by", "murder"),
    ("A court jailed a colonel on charges of torturing students.", "jailed", "caused-by", "torturing"),
    # purposes, demands, moods, answers to what is condemned or punished
    ("Hundreds of bakers marched in Tunis to demand cheaper flour.", "marched", "caused-by", "demand"),
    ("Nurses blocked the bridge in Suva, accusing the minister of fraud.", "blocked", "caused-by", "accusing"),
    ("Soldiers stormed the school in Minna to rescue the hostages.", "stormed", "caused-by", "rescue"),
    ("Irked by the arrest of their leader, workers in Pune staged a protest.", "protest", "in-response-to", "arrest"),
    ("The bishop condemned the killing of two nuns in San Salvador.", "condemned", "in-response-to", "killing"),
    ("A court in Lima jailed a colonel for the murder of four students.", "jailed", "in-response-to", "murder"),
    ("Police in Lagos fired tear gas as protesters stormed the gate.", "fired", "caused-by", "stormed"),
    ("Police shot a boy in Ferguson. This led to riots in Oakland.", "riots", "caused-by", "shot"),
    # sequence
    ("Thousands of people protested in Lagos after police killed a student.", "protested", "caused-by", "killed"),
    ("The army shelled the town after rebels attacked a convoy.", "shelled", "follows", "attacked"),
    ("Rebels attacked Goma a day after the army shelled Sake.", "attacked", "follows", "shelled"),
    ("The government imposed a curfew after rioters burned the parliament.", "imposed", "caused-by", "burned"),
    ("Following the arrest of the mayor, residents rioted in Gabès.", "rioted", "caused-by", "arrest"),
    ("Hours after the attack, the army shelled the camp.", "shelled", "follows", "attack"),
    ("Two days after the bombing, police arrested nine men in Ankara.", "arrested", "caused-by", "bombing"),
    ("In the wake of the assassination of the premier, the army imposed a curfew.", "imposed", "caused-by", "assassination"),
    ("The bombing of the church followed the arrest of a preacher.", "bombing", "follows", "arrest"),
    # the cause told a sentence before
    ("Gunmen attacked a bus near Quetta. Police arrested forty men in response to the attack.", "arrested", "in-response-to", "attacked"),
    ("A bomb exploded in a market in Kano. In revenge for the bombing, a mob burned forty shops.", "burned", "in-response-to", "exploded"),
    ("Gunmen kidnapped a priest in Enugu. After the kidnapping, soldiers raided three villages.", "raided", "follows", "kidnapped"),
    ("Iran seized a tanker. The United States imposed sanctions on Iran in response to the seizure.", "imposed", "in-response-to", "seized"),
    ("The attack was in response to the killing of a commander.", "attack", "in-response-to", "killing"),
    ("Egypt released forty prisoners in exchange for the release of a soldier.", "released", "in-response-to", "release"),
]

KNOWN_FLAWS: list[Row] = [
    # wordings
    ("Sudan recalled its ambassador in protest at the bombing of a factory.", "recalled", "in-response-to", "bombing"),
    ("Villagers, angered by the killing of a boy, attacked a police station.", "attacked", "caused-by", "killing"),
]
FLAWED = [pytest.param(*row, marks=pytest.mark.xfail(strict=True)) for row in KNOWN_FLAWS]

UNLINKED = [
    "The Houthis attacked two ships and kidnapped a sailor.",
    "Police arrested a thief in Lima, and rebels ambushed a patrol in Cauca.",
    "Gunmen attacked a bus in Quetta. Police arrested a thief in Lahore.",
    "Rebels attacked a convoy before troops shelled the village.",
]


def triggers_of(event: Event) -> list[str]:
    """The words that name an event, all its echoes included."""
    return [each.quote for each in event.evidence if each.field == "trigger"]


def links_of(events: tuple[Event, ...]) -> list[tuple[Event, str, Event, str]]:
    """(effect, kind, cause, words) of every link between events of a story."""
    by_id = {event.event_id: event for event in events}
    return [(event, link.kind, by_id[link.event_id], link.text) for event in events for link in event.links if link.event_id]


@pytest.mark.parametrize(("text", "effect", "kind", "cause"), [*ROWS, *FLAWED])
def test_an_effect_leads_to_its_cause(text: str, effect: str, kind: str, cause: str, code: Code) -> None:
    found = [(triggers_of(later), how, triggers_of(earlier)) for later, how, earlier, _ in links_of(code(text))]
    assert any(
        how == kind and any(effect in words for words in later) and any(cause in words for words in earlier) for later, how, earlier in found
    ), found


@pytest.mark.parametrize("text", UNLINKED)
def test_deeds_side_by_side_have_no_link(text: str, code: Code) -> None:
    events = code(text)
    assert len(events) == 2
    assert links_of(events) == []


def test_a_rally_is_where_he_was(code: Code) -> None:
    assert not links_of(code("Police arrested a lawmaker on Monday as he addressed a rally in Masaka."))


def test_who_tells_it_blames(code: Code) -> None:
    events = code("Gunmen shot three drivers on Sunday, the army said, blaming the rebels for the killing of a judge.")
    assert [party.text for event in events if event.type == "ACCUSE" for party in event.actor] == ["army"]
    assert [(effect.trigger.text, kind) for effect, kind, _, _ in links_of(events)] == [("blaming", "in-response-to")]


def test_who_rejects_the_measures_rejects_those_who_took_them(code: Code) -> None:
    event = code("France imposed sanctions on Chad on Monday. Chad rejected the measures.")[-1]
    assert (event.type, [party.country for party in event.recipient]) == ("REJECT", ["FRA"])


@pytest.mark.parametrize("text", [
    "Villagers protested on Monday against the eviction of hundreds of families.",
    "Miners marched in Lima against the killing of a priest.",
])  # fmt: skip
def test_nobody_marches_against_the_victims(text: str, code: Code) -> None:
    assert not code(text)[0].recipient


def test_a_link_quotes_its_words(code: Code) -> None:
    ((_, _, _, words),) = links_of(code("The army burned the village in reprisal for an ambush on a patrol."))
    assert words == "in reprisal for"


@pytest.mark.parametrize(
    "headline",
    ["Ethiopian jets bomb rebel camps in Gambella", "Ethiopian Jets Bomb Rebel Camps in Gambella"],
)
def test_a_headline_tells_what_is_new(code: Code, headline: str) -> None:
    events = code(HEADED.format(headline), "2024-06-03")
    days = {evidence.quote: event.date.start for event in events for evidence in event.evidence if evidence.field == "trigger" and event.date}
    assert days[headline.split()[2]] == "2024-06-02"
