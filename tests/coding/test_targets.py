"""What was hit? Every class of targets, as the object of a deed, as the subject of a passive, and in the plural."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder, document
from whowhom.entries import WordClass, entries_of
from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]

FRAMES = ("Rebels shelled a {} near Wau.", "A {} was bombed near Wau.", "Rebels attacked two {}s near Wau.")
TARGETS = {  # class: things ("_" for a blank)
    "home": "house home apartment_block hut cottage villa farmhouse residential_building dormitory",
    "school": "school university kindergarten college classroom madrasa",
    "hospital": "hospital clinic maternity_ward field_hospital health_centre pharmacy",
    "ambulance": "ambulance",
    "worship": "mosque church synagogue temple cathedral shrine monastery",
    "monument": "monument statue museum cemetery",
    "market": "market bazaar supermarket shopping_mall",
    "business": "shop bakery store kiosk workshop",
    "bank": "bank cash_machine",
    "hotel": "hotel resort motel",
    "restaurant": "restaurant cafe bar nightclub",
    "leisure": "stadium theatre cinema playground",
    "vehicle": "car truck motorcycle pickup taxi armoured_vehicle tank police_car",
    "convoy": "convoy motorcade supply_convoy",
    "bus": "bus minibus bus_station",
    "train": "train tram passenger_train",
    "aircraft": "helicopter passenger_plane airliner",
    "vessel": "ferry tanker fishing_boat warship cargo_ship",
    "airport": "airport runway airstrip",
    "port": "port harbour dock",
    "bridge": "bridge viaduct",
    "road": "road highway tunnel",
    "railway": "railway_station rail_line railway",
    "power": "power_plant substation power_line power_station",
    "water": "water_tower pumping_station reservoir",
    "dam": "dam hydroelectric_dam",
    "oil": "oil_refinery fuel_depot oil_depot petrol_station oil_field",
    "pipeline": "pipeline gas_pipeline",
    "communications": "radio_mast telephone_exchange phone_tower",
    "nuclear": "nuclear_plant nuclear_reactor",
    "factory": "factory steel_plant sawmill",
    "farm": "farm orchard grain_silo barn",
    "base": "army_base training_camp barracks airbase military_base outpost",
    "camp": "camp tent_camp tent",
    "checkpoint": "checkpoint roadblock border_post",
    "depot": "arms_depot ammunition_dump warehouse",
    "police-station": "police_station police_post",
    "prison": "prison jail detention_centre",
    "court": "courthouse court_building",
    "government-building": "parliament_building presidential_palace town_hall ministry",
    "diplomatic": "embassy consulate",
    "office": "office office_building",
    "media": "television_station radio_station newspaper_office",
    "aid": "aid_warehouse food_kitchen aid_centre",
    "refugee-camp": "refugee_camp displacement_camp",
    "polling-station": "polling_station",
    "settlement": "village town hamlet suburb neighbourhood encampment",
    "facility": "compound headquarters building",
}

NOTHING_HIT = [  # a deed, and a word of a target that it did not hit
    "The school board condemned the killing of a guard.",
    "Police arrested the owner of a bank in Accra.",
    "Market traders protested in Lagos.",
    "The court jailed a hotel owner in Gabes.",
    "Bridge builders went on strike in Lyon.",
]


@pytest.mark.parametrize("cls", TARGETS)
def test_targets_are_read_by_their_class(cls: str, coder: Coder) -> None:
    texts = [frame.format(thing.replace("_", " ")) for thing in TARGETS[cls].split() for frame in FRAMES]
    stories = coder.code_all(document(text) for text in texts)
    assert [
        text
        for text, story in zip(texts, stories, strict=True)
        if cls not in [target.cls for event in story.events for target in event.targets]
    ] == []  # fmt: skip


def test_every_class_has_a_row() -> None:
    assert set(TARGETS) == {entry.cls for entry in entries_of(WordClass, knowledge_folder() / "targets.yaml")}


@pytest.mark.parametrize("text", NOTHING_HIT)
def test_what_is_only_named_was_not_hit(text: str, code: Code) -> None:
    events = code(text)
    assert events
    assert [target.text for event in events for target in event.targets] == []
