"""With what was it done? Every class of weapon and the systems that the news names, and words that are weapons elsewhere only."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom import codebook
from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder, document
from whowhom.entries import WordClass, entries_of
from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]

Kind = tuple[str, str, str | None, str]  # class, sentence, mode that the weapon gives an ASSAULT, weapons ("_" for a blank)

KINDS: list[Kind] = [
    (
        "aircraft",
        "A {} bombed a depot near Wau.",
        "aerial",
        "F-4 F-5 F-14 F-15 F-15E F-16 F-18 F-22 F-35 F-111 F-117 A-10 A-29 AC-130 AV-8B B-1 B-2 B-52 MiG MiG-17 MiG-19 MiG-21 "
        "MiG-23 MiG-25 MiG-27 MiG-29 MiG-31 Su-17 Su-20 Su-22 Su-24 Su-25 Su-27 Su-30 Su-34 Su-35 Su-57 Sukhoi Tu-16 Tu-22 "
        "Tu-22M3 Tu-95 Tu-160 An-12 An-26 Antonov L-39 JF-17 J-10 J-16 J-20 H-6 Rafale Gripen Eurofighter Kfir Jaguar_jet "
        "Harrier_jet Tornado_jet Phantom_jet Mirage_fighter_jet Mirage-2000 Tejas Super_Tucano Apache AH-64 AH-1 Super_Cobra "
        "Black_Hawk UH-60 Chinook UH-1 Mi-8 Mi-17 Mi-24 Mi-28 Mi-35 Ka-50 Ka-52 Gazelle_helicopter Lynx_helicopter Stuka "
        "paraglider paramotor warplane fighter_jet helicopter_gunship dive_bomber stealth_bomber",
    ),
    (
        "drone",
        "A {} struck a depot near Wau.",
        "drone",
        "drone UAV quadcopter kamikaze_drone FPV_drone FPV loitering_munition Shahed Shahed-131 Shahed-136 Shahed-238 Geran-2 "
        "Gerbera Lancet Orlan Orlan-10 Zala_drone Mohajer-6 Ababil Samad-3 Qasef-1 Bayraktar TB2 Akinci Anka Wing_Loong CH-4 CH-5 "
        "Reaper Predator_drone MQ-9 MQ-1_drone Global_Hawk RQ-4 Switchblade Harop Harpy Heron Hermes_450_drone Hermes_900_drone "
        "ScanEagle Baba_Yaga Liutyi",
    ),
    (
        "rocket",
        "Rebels hit a depot near Wau with a {}.",
        "heavy-weapons",
        "rocket Grad BM-21 BM-27 BM-30 Uragan Smerch Tornado-S Katyusha Qassam Fajr-5 Falaq Burkan HIMARS GMLRS M270 MLRS TOS-1 "
        "TOS-1A Pinaka Nebelwerfer RPG RPG-7 RPG-29 bazooka Panzerfaust rocket-propelled_grenade Carl_Gustaf AT4",
    ),
    (
        "missile",
        "Rebels hit a depot near Wau with a {}.",
        "heavy-weapons",
        "missile cruise_missile ballistic_missile anti-tank_missile Iskander Iskander-M Kinzhal Kalibr Tsirkon Oreshnik Oniks "
        "Kh-22 Kh-47 Kh-55 Kh-59 Kh-101 Kh-555 Tochka Tochka-U S-75 S-125 S-200 S-300 S-400 Buk Pantsir Strela SA-7 SA-2 Igla "
        "Tomahawk ATACMS Hellfire Harpoon Exocet Scud Scud-B Stinger Javelin Kornet Konkurs Sagger Milan_missile NLAW TOW_missile "
        "MANPADS Storm_Shadow SCALP_missile Taurus_missile Neptune_missile Flamingo_missile Shahab-3 Sejjil Emad_missile Ghadr "
        "Khorramshahr_missile Kheibar_Shekan Fateh-110 Zolfaghar Badr-1 Burkan-2H Quds-1 Toophan Noor_missile Hwasong Hwasong-15 "
        "Taepodong Nodong Rodong Musudan Pukguksong KN-23 Agni Prithvi BrahMos Shaheen_missile Ghauri_missile Babur_missile "
        "Silkworm Jericho_missile Tamir_missile Patriot_missile Sidewinder_missile AMRAAM Maverick_missile Brimstone_missile "
        "Griffin_missile ICBM SLBM DF-21 Dongfeng HARM_missile",
    ),
    (
        "artillery",
        "Rebels hit a depot near Wau with a {}.",
        "heavy-weapons",
        "howitzer cannon field_gun artillery_shell recoilless_rifle anti-aircraft_gun M777 M-109 M109 D-30 2S1 2S3 2S19 2S7 "
        "Caesar_howitzer Krab PzH Archer_howitzer Excalibur ZU-23 ZSU cluster_munition Koksan Bofors_cannon Zuzana_howitzer "
        "Gvozdika Akatsiya Msta",
    ),
    (
        "mortar",
        "Rebels hit a depot near Wau with a {}.",
        "heavy-weapons",
        "mortar mortar_round mortar_shell heavy_mortar Tyulpan 2S4 2B11 M120 Podnos Vasilek",
    ),
    (
        "tank",
        "Rebels hit a depot near Wau with a {}.",
        "heavy-weapons",
        "tank battle_tank Merkava Leopard_tank Leopard-2 Challenger-2 Abrams_tank M1A1 M60_tank T-34 T-54 T-55 T-62 T-64 T-72 "
        "T-80 T-90 Sherman_tank Panzer Tiger_tank armoured_vehicle armored_personnel_carrier BTR BTR-80 BMP BMP-1 BMP-2 "
        "Bradley_fighting_vehicle Stryker Marder_combat_vehicle M113 MRAP Humvee",
    ),
    (
        "warship",
        "Rebels hit a depot near Wau from a {}.",
        None,
        "warship frigate destroyer corvette gunboat battleship guided-missile_destroyer submarine missile_boat aircraft_carrier patrol_boat",
    ),
    (
        "naval-gun",
        "The navy hit a depot near Wau with a {}.",
        "heavy-weapons",
        "naval_gun deck_gun torpedo depth_charge",
    ),
    (
        "suicide-vest",
        "A man killed two guards near Wau with a {}.",
        "suicide-attack",
        "suicide_vest suicide_belt explosive_vest explosives_belt suicide_car_bomb SVBIED",
    ),
    (
        "car-bomb",
        "Militants killed two guards near Wau with a {}.",
        "explosives",
        "car_bomb truck_bomb van_bomb motorcycle_bomb bicycle_bomb booby-trapped_car explosives-laden_truck VBIED",
    ),
    (
        "ied",
        "Militants killed two guards near Wau with an {}.",
        "explosives",
        "IED explosive_device improvised_explosive_device roadside_bomb pipe_bomb nail_bomb pressure-cooker_bomb parcel_bomb "
        "letter_bomb sticky_bomb magnetic_bomb booby_trap homemade_bomb time_bomb",
    ),
    (
        "landmine",
        "Militants killed two guards near Wau with a {}.",
        "explosives",
        "mine landmine anti-personnel_mine anti-tank_mine sea_mine limpet_mine Claymore PMN-2 PFM-1 TM-62 butterfly_mine",
    ),
    (
        "grenade",
        "Militants killed two guards near Wau with a {}.",
        "explosives",
        "grenade hand_grenade grenade_launcher fragmentation_grenade",
    ),
    (
        "dynamite",
        "Militants killed two guards near Wau with {}.",
        "explosives",
        "dynamite gelignite TNT Semtex C-4 plastic_explosive RDX PETN TATP ANFO gunpowder",
    ),
    (
        "bomb",
        "Militants killed two guards near Wau with a {}.",
        "explosives",
        "bomb explosive_charge cluster_bomb satchel_charge suitcase_bomb backpack_bomb",
    ),
    (
        "firearm",
        "Militants killed two guards near Wau with a {}.",
        "firearms",
        "gun rifle pistol revolver handgun shotgun musket carbine assault_rifle sniper_rifle machine_gun submachine_gun "
        "Kalashnikov AK AK-47 AK-56 AK-74 AKM M-16 M16 M4_carbine M-4 M-60 M60 M249 AR-15 Uzi Galil Tavor FN_FAL FAL G-3 G3 MP-5 "
        "MP5 PKM DShK Dushka Glock Beretta Luger Makarov_pistol Tokarev_pistol Browning_pistol SVD Dragunov Steyr_rifle Mauser "
        "Lee-Enfield Tommy_gun Thompson_gun bullet PKT Minimi SCAR_rifle INSAS Type_56 hunting_rifle Walther_pistol Colt_revolver",
    ),
    (
        "blade",
        "A man killed two guards near Wau with a {}.",
        "primitive",
        "knife machete sword axe hatchet dagger cleaver bayonet spear panga sickle kitchen_knife box_cutter kukri screwdriver "
        "crossbow tomahawk javelin harpoon meat_cleaver scissors",
    ),
    (
        "blunt",
        "A man killed two guards near Wau with a {}.",
        "primitive",
        "club cudgel stick iron_bar iron_rod metal_pipe crowbar sledgehammer hammer baseball_bat cricket_bat rifle_butt hockey_stick bat",
    ),
    (
        "thrown",
        "A man hurt two guards near Wau with a {}.",
        "primitive",
        "stone rock brick bottle cobblestone paving_stone slingshot firecracker",
    ),
    (
        "fire",
        "A man burned two guards near Wau with a {}.",
        None,
        "petrol_bomb gasoline_bomb firebomb Molotov Molotov_cocktail incendiary_bomb flamethrower napalm white_phosphorus",
    ),
    (
        "crowd-control",
        "Police dispersed marchers with {} near Wau.",
        "crowd-control",
        "tear_gas teargas water_cannon rubber_bullets batons truncheons lathis pepper_spray stun_grenades plastic_bullets tasers pellet_guns",
    ),
    (
        "chemical",
        "The army attacked a village near Wau with {}.",
        "unconventional",
        "chemical_weapons nerve_gas nerve_agents poison_gas sarin tabun soman VX Novichok chlorine mustard_gas phosgene chlorine_bombs",
    ),
    (
        "biological",
        "Militants attacked a village near Wau with {}.",
        "unconventional",
        "biological_weapons anthrax germ_weapons",
    ),
    (
        "nuclear",
        "The army attacked a village near Wau with {}.",
        "unconventional",
        "nuclear_weapons a_nuclear_bomb an_atomic_bomb a_hydrogen_bomb",
    ),
    (
        "poison",
        "Agents killed a defector in Wau with {}.",
        "unconventional",
        "poison rat_poison ricin cyanide polonium thallium",
    ),
    (
        "acid",
        "A man attacked two women in Wau with {}.",
        "primitive",
        "acid sulphuric_acid battery_acid",
    ),
    (
        "vehicle-ramming",
        "A man killed two guards near Wau with a {}.",
        "primitive",
        "ramming_car bulldozer",
    ),
    (
        "bomb",
        "Planes hit a depot near Wau with a {}.",
        "aerial",
        "barrel_bomb glide_bomb bunker_buster JDAM FAB-500 KAB-500 GBU-39 Paveway Spice-2000 Mk-84 laser-guided_bomb",
    ),
    (
        "weapon",
        "Militants killed two guards near Wau with a {}.",
        None,
        "weapon projectile",
    ),
]

NO_WEAPONS = [
    "Apache warriors attacked a wagon train near Tucson.",
    "Grad students clashed with police in Chicago.",
    "A mob of Patriot Act supporters attacked a guard in Chicago.",
    "Eagle Scouts attacked a guard in Ohio.",
    "The gunmen from the Tomahawk hotel killed two guards.",
    "Predator Films sued, and rioters attacked a guard from Harpoon Brewery.",
    "Rioters from Tank Street attacked a mosque in Delhi.",
    "Police arrested nine men with Beretta shares.",
    "A mob with Reaper masks attacked a mosque in Delhi.",
    "Phantom raiders attacked a village near Jos.",
    "Thugs attacked Dr. Lancet in Delhi.",
    "A mob with torches attacked the Mirage casino in Goa.",
    "Gunmen from Mortar village killed a farmer near Jos.",
    "Rebels from the Jaguar battalion attacked a village near Jos.",
    "A rebel with the nickname Tornado attacked a village near Jos.",
    "Fans from the Stinger club attacked policemen in Sofia.",
    "Fighters from Buk attacked a village near Gao.",
    "Attackers from Milan beat a student in Turin.",
    "Activists from Neptune attacked a guard in Oslo.",
    "Coal miners with shovels attacked the mine in Donetsk.",
]

OTHER_WORDINGS: list[tuple[str, str, str]] = [  # sentence, words of the weapon, class
    ("Houthi rebels fired a Burkan missile at Riyadh.", "Burkan missile", "missile"),
    ("Scud attacks killed nine people in Dezful.", "Scud", "missile"),
    ("A house in Odesa was hit by a Shahed.", "Shahed", "drone"),
    ("Two MiG-29s bombed a camp near Khartoum.", "Two MiG-29s", "aircraft"),
    ("F-16 pilots bombed a bridge near Basra.", "F-16", "aircraft"),
    ("Grad rockets hit a market in Kramatorsk.", "Grad rockets", "rocket"),
    ("Soldiers shot two herders using AK-47s.", "AK-47s", "firearm"),
    ("An IED killed four policemen near Bama.", "IED", "ied"),
    ("Gunmen armed with Kalashnikovs killed two guards in Jos.", "Kalashnikovs", "firearm"),
]


@pytest.mark.parametrize("kind", KINDS, ids=[f"{kind[0]}-{at}" for at, kind in enumerate(KINDS)])
def test_weapons_are_read_by_their_class_and_give_their_mode(kind: Kind, coder: Coder) -> None:
    cls, sentence, mode, weapons = kind
    texts = [sentence.format(weapon.replace("_", " ")) for weapon in weapons.split()]
    failing = []
    for text, story in zip(texts, coder.code_all(document(text) for text in texts), strict=True):
        found = [event for event in story.events if any(means.cls == cls for means in event.means)]
        if not found or (mode is not None and all(mode not in event.modes for event in found)):
            failing.append(text)
    assert not failing


def test_every_class_has_a_row() -> None:
    assert {kind[0] for kind in KINDS} | {"whip", "cyber"} == {entry.cls for entry in entries_of(WordClass, knowledge_folder() / "means.yaml")}


@pytest.mark.parametrize("text", NO_WEAPONS)
def test_a_name_that_is_no_weapon_gives_none(text: str, code: Code) -> None:
    events = code(text)
    assert events
    assert [means.text for event in events for means in event.means] == []


@pytest.mark.parametrize(("text", "words", "cls"), OTHER_WORDINGS)
def test_weapons_stand_in_many_places(text: str, words: str, cls: str, code: Code) -> None:
    assert (words, cls) in [(means.text, means.cls) for event in code(text) for means in event.means]


def test_the_modes_that_weapons_give_are_modes_of_assault() -> None:
    modes = codebook.load().types["ASSAULT"].modes
    assert all(set(entry.modes) <= set(modes) for entry in entries_of(WordClass, knowledge_folder() / "means.yaml"))
