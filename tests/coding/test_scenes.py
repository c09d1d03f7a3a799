"""The country of a deed whose sentence names none, and names that are no places at all."""

from __future__ import annotations

import pytest

from whowhom.coder import Coder

FOREIGNERS = (
    "La Paz, 3 May 91 -- Two Norwegian priests were shot dead by unknown men. The police of Bolivia closed the roads near Oruro. "
    "Bolivia sent its regrets to the Norwegian embassy. Norwegian papers reported the deed."
)
AT_HOME = (
    "Beirut, 3 May 2013 -- Four Syrian soldiers were shot dead by unknown men. Fighting has shaken Syria for two years. "
    "Aleppo and Homs in Syria are in ruins. Many have fled to Lebanon."
)
JUDGE = "San Salvador, 3 May 90 -- Gunmen shot judge Jose Guerrero in the street. Guerrero died at once. The murder of Guerrero shocked El Salvador."
PROVINCE = "Acapulco, 3 May 90 -- Gunmen shot two judges in Guerrero. Soldiers arrested three men in Guerrero on Friday, police said."
INDIANS = "Guatemala City, 3 May 90 -- Soldiers shot eleven Indian weavers. Their village in Guatemala was burned."


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param(FOREIGNERS, "BOL", id="foreigners suffer where the report was filed"),
        pytest.param(AT_HOME, "SYR", id="a country whose towns are told is a scene"),
        pytest.param(JUDGE, "SLV", id="a surname is no province"),
        pytest.param(PROVINCE, "MEX", id="a province is one"),
        pytest.param(INDIANS, "GTM", id="Indians of Latin America"),
    ],
)
def test_the_country_of_the_story(text: str, country: str, coder: Coder) -> None:
    event = next(event for event in coder.code(text, "2013-05-03").events if event.type == "ASSAULT")
    assert event.place is not None
    assert event.place.country == country


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Gunmen shot a guard on a Gaza street.", "Gaza"),
        ("Gunmen shot two men on the streets of Haifa.", "Haifa"),
    ],
)
def test_streets_are_named_after_places(sentence: str, place: str | None, coder: Coder) -> None:
    (event,) = coder.code(sentence).events
    assert (event.place and event.place.text) == place


def test_a_street_is_not_the_town_it_is_named_after(coder: Coder) -> None:
    (event,) = coder.code("Santiago (Chile), 3 May 90 -- Bombs exploded on Medina and Granada streets at night.", "1990-05-03").events
    assert event.place is not None
    assert (event.place.country, event.place.lat) == ("CHL", None)
