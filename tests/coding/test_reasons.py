"""Why was it done, where the reason is no event? A link that leads to none and shows the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]

ROWS = [  # text, the words that name the deed, the kind of link, the words of the reason
    ("Thousands of bakers marched in Tunis on Friday over the price of flour.", "marched", "in-response-to", "over the price of flour"),
    ("Farmers staged a sit-in in Lucknow against the new dam, a lawyer said.", "staged a sit-in", "in-response-to", "against the new dam"),
    ("The strike called by the unions against the budget shut Athens.", "strike", "in-response-to", "against the budget"),
    ("Miners in Oruro blocked a road for two days over unpaid wages.", "blocked", "in-response-to", "over unpaid wages"),
    ("The rise in bus fares sparked riots in Santiago.", "riots", "caused-by", "The rise in bus fares sparked"),
    ("The riots in Kampala were triggered by a rumour.", "riots", "caused-by", "triggered by a rumour"),
    ("The protest march in Jammu was held to honour a poet.", "march", "caused-by", "to honour a poet"),
    ("Police in Lomé fired tear gas to clear the square.", "fired", "caused-by", "to clear the square"),
    ("Kenya closed its border with Somalia because of cholera.", "closed", "caused-by", "because of cholera"),
    ("Fearing that the mill would close, workers in Pune blocked a road.", "blocked", "in-response-to", "Fearing that the mill would close"),
    ("Norway suspended aid to Togo, citing the arrears of the treasury.", "suspended", "caused-by", "citing the arrears of the treasury"),
    ("A court in Cairo jailed a singer for insulting the army.", "jailed", "in-response-to", "for insulting the army"),
    ("Two poets were arrested in Riyadh after mocking the king.", "arrested", "in-response-to", "after mocking the king"),
    ("A court in Baku jailed three clerks who sold visas.", "jailed", "caused-by", "who sold visas"),
    ("Chilean lawmakers criticised the new water law.", "criticised", "in-response-to", "the new water law"),
    ("Tehran said Israel would pay dearly for the raid on Isfahan.", "pay dearly", "in-response-to", "for the raid on Isfahan"),
]

SILENT = [  # nothing here says why
    "Thousands of bakers marched in Tunis over the weekend.",
    "A court in Cairo jailed a singer for nine years.",
    "The king rejected calls for reform by Bahraini lawmakers.",
    "The envoy asked the rebels to leave the port of Kismayo.",
    "A patrol drove over a mine near Kidal and two soldiers were killed.",
    "Supporters of rival parties brawled at a rally in Kathmandu.",
    "Police in Riyadh arrested two poets after searching their flat.",
    "Police in Jos arrested two traders who live in Kano.",
    "Bakers in Tunis did not march over the price of flour.",
    "Pilots in Lima walked off the job, and the minister lashed out at them as cowards.",
    "Pirates off Eyl were holding out for a ransom.",
    "Ghana vetoed a resolution demanding a truce.",
]


def reasons_of(events: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    """(trigger, kind, words) of every link that leads to no event."""
    return [(event.trigger.text, link.kind, link.text) for event in events for link in event.links if link.event_id is None]


@pytest.mark.parametrize(("text", "trigger", "kind", "words"), ROWS)
def test_a_reason_shows_its_words(text: str, trigger: str, kind: str, words: str, code: Code) -> None:
    found = reasons_of(code(text))
    assert any(trigger in named and (kind, words) == told for named, *rest in found for told in [tuple(rest)]), found


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_reason_is_left_out(text: str, code: Code) -> None:
    assert reasons_of(code(text)) == []


def test_a_reason_that_is_an_event_leads_to_it(code: Code) -> None:
    events = code("Thousands of bakers marched in Tunis over the killing of a farmer by soldiers.")
    march = next(event for event in events if event.type == "PROTEST")
    killing = next(event for event in events if event.type == "ASSAULT")
    assert [link.event_id for link in march.links] == [killing.event_id]


def test_what_stands_aside_is_no_part_of_the_reason(code: Code) -> None:
    events = code("Farmers in Lucknow marched against the new dam, which cost nine billion rupees, on Monday.")
    assert reasons_of(events) == [("marched", "in-response-to", "against the new dam")]
