"""Which words are names, and of what: spellings, the longest match, the office of the day."""

from __future__ import annotations

import pytest

from whowhom.coder import Coder, document
from whowhom.coding.actors import Known, known
from whowhom.parse.names import Name, find_names

Row = tuple[str, str, str, str, str | None]  # sentence, words of the name, sense, resolved name, country

ROWS: list[Row] = [
    # accents, hyphens, apostrophes, articles and dots as people write them
    ("Gunmen killed two judges in Medellín.", "Medellín", "place", "Medellin", "COL"),
    ("Gunmen killed two judges in Medellin.", "Medellin", "place", "Medellin", "COL"),
    ("Police arrested ten marchers in Bogotá.", "Bogotá", "capital", "Colombia", "COL"),
    ("Gunmen killed a man in Ciudad Juárez.", "Ciudad Juárez", "place", "Ciudad Juarez", "MEX"),
    ("The ministers met in N'Djamena.", "N'Djamena", "capital", "Chad", "TCD"),
    ("The ministers met in N’Djamena.", "N’Djamena", "capital", "Chad", "TCD"),
    ("Jets bombed Sana'a.", "Sana'a", "capital", "Yemen", "YEM"),
    ("Jets bombed Sanaa.", "Sanaa", "capital", "Yemen", "YEM"),
    ("Troops attacked a village in Cote d’Ivoire.", "Cote d’Ivoire", "country", "Ivory Coast", "CIV"),
    ("Al-Shabaab attacked a base.", "Al-Shabaab", "actor", "Al-Shabaab", "SOM"),
    ("Fighters of al-Shabab attacked a base.", "al-Shabab", "actor", "Al-Shabaab", "SOM"),
    ("Fighters of Al Shabaab attacked a base.", "Al Shabaab", "actor", "Al-Shabaab", "SOM"),
    ("The army attacked Khan Yunis.", "Khan Yunis", "place", "Khan Younis", "PSE"),
    ("Médecins Sans Frontières condemned the attack.", "Médecins Sans Frontières", "actor", "Medecins Sans Frontieres", "NGO"),
    ("Recep Tayyip Erdoğan condemned the attack.", "Recep Tayyip Erdoğan", "person", "Recep Tayyip Erdogan", "TUR"),
    ("Mali's army attacked a village.", "Mali", "country", "Mali", "MLI"),
    # acronyms stand in capitals, with dots or without
    ("The US attacked a base.", "US", "country", "United States", "USA"),
    ("The U.S. attacked a base.", "U.S.", "country", "United States", "USA"),
    ("The D.R.C. army attacked a village.", "D.R.C.", "country", "Democratic Republic of the Congo", "COD"),
    ("The UN condemned the attack.", "UN", "actor", "United Nations", "UNO"),
    ("The EU condemned the attack.", "EU", "actor", "European Union", "EUR"),
    ("PKK fighters attacked a base.", "PKK", "actor", "Kurdistan Workers' Party", "TUR"),
    ("IS attacked a base.", "IS", "actor", "Islamic State", "IMG"),
    ("The RSF attacked a village.", "RSF", "actor", "Rapid Support Forces", "SDN"),
    ("An I.R.A. bomb killed a man.", "I.R.A.", "actor", "Provisional IRA", "GBR"),
    # the longest name wins
    ("Soldiers from Guinea attacked a village.", "Guinea", "country", "Guinea", "GIN"),
    ("Soldiers from Guinea-Bissau attacked a village.", "Guinea-Bissau", "country", "Guinea-Bissau", "GNB"),
    ("Soldiers from Equatorial Guinea attacked a village.", "Equatorial Guinea", "country", "Equatorial Guinea", "GNQ"),
    ("Soldiers from Papua New Guinea attacked a village.", "Papua New Guinea", "country", "Papua New Guinea", "PNG"),
    ("Soldiers attacked Congo-Brazzaville.", "Congo-Brazzaville", "country", "Republic of the Congo", "COG"),
    ("Troops from South Sudan attacked a village.", "South Sudan", "country", "South Sudan", "SSD"),
    ("South Korean police arrested a man.", "South Korean", "nationality", "South Korea", "KOR"),
    ("The Islamic State in West Africa Province attacked a base.", "Islamic State in West Africa Province", "actor", "Islamic State West Africa Province", "NGA"),
    ("The Islamic Republic of Iran attacked a base.", "Islamic Republic of Iran", "country", "Iran", "IRN"),
    ("The Washington Post said police arrested a man.", "Washington Post", "actor", "Washington Post", "USA"),
    ("Gunmen killed a man in San Pedro Sula.", "San Pedro Sula", "place", "San Pedro Sula", "HND"),
    # governments by their seats and capitals, peoples, adjectives
    ("The Kremlin condemned the attack.", "Kremlin", "seat", "Russia", "RUS"),
    ("Downing Street condemned the attack.", "Downing Street", "seat", "United Kingdom", "GBR"),
    ("Moscow condemned the attack.", "Moscow", "capital", "Russia", "RUS"),
    ("Two Turks were killed in the attack.", "Turks", "people", "Turkey", "TUR"),
    ("Congolese soldiers killed a farmer.", "Congolese", "nationality", "Democratic Republic of the Congo", "COD"),
    ("The Lebanese army attacked a base.", "Lebanese army", "actor", "Lebanese Armed Forces", "LBN"),
    ("The Lord's Resistance Army attacked a village.", "Lord's Resistance Army", "actor", "Lord's Resistance Army", "UGA"),
    ("The People's Liberation Army attacked an island.", "People's Liberation Army", "actor", "People's Liberation Army", "CHN"),
]  # fmt: skip

KNOWN_FLAWS: list[Row] = [
    # a possessive inside the name
    # acronyms in the capitals of a British paper
    ("Farc rebels attacked a post.", "Farc", "actor", "FARC", "COL"),
    # missing spellings
    ("The WHO condemned the attack.", "WHO", "actor", "World Health Organization", "UNO"),
]
FLAWED = [pytest.param(*row, marks=pytest.mark.xfail(strict=True)) for row in KNOWN_FLAWS]

OFFICES: list[tuple[str, str | None, str, str]] = [  # person, day, office, sector
    ("Boris Johnson", "2017-05-01", "foreign secretary", "GOV"),
    ("Boris Johnson", "2021-05-01", "prime minister", "GOV"),
    ("Boris Johnson", "2023-05-01", "former prime minister", "ELI"),
    ("William Ruto", "2015-01-01", "deputy president", "GOV"),
    ("William Ruto", "2023-01-01", "president", "GOV"),
    ("William Ruto", None, "president", "GOV"),
    ("Nelson Mandela", "1990-03-01", "anti-apartheid leader", "OPP"),
    ("Nelson Mandela", "1996-03-01", "president", "GOV"),
    ("Nelson Mandela", "2005-03-01", "former president", "ELI"),
    ("Joe Biden", "1995-01-01", "senator", "LEG"),
    ("Joe Biden", "2010-01-01", "vice president", "GOV"),
    ("Joe Biden", "2018-01-01", "former vice president", "ELI"),
    ("Abdel-Fattah el-Sissi", "2013-01-01", "defence minister", "GOV"),
]

NO_NAMES = [
    "They told us rebels attacked a base.",
    "It is said that he was attacked.",
    "A man who was wounded in the attack has died.",
    "The turkey was killed for Christmas.",
    "He broke the china during the attack.",
    "A nice policeman arrested two men.",
]


def names_of(sentence: str, coder: Coder) -> list[tuple[str, Name]]:
    """The names of a sentence with their words as written."""
    (parsed,) = coder._parse([document(sentence)])
    found = {id(name): name for each in parsed for name in find_names(each, sentence, coder.gazetteer).values()}
    return [(sentence[slice(*name.span)], name) for name in found.values()]


def meant(sentence: str, written: str, day: str | None, coder: Coder) -> Known | None:
    return next((known(name, day) for words, name in names_of(sentence, coder) if words == written), None)


@pytest.mark.parametrize(("sentence", "written", "sense", "name", "country"), [*ROWS, *FLAWED])
def test_names_are_found_whole_and_in_their_sense(sentence: str, written: str, sense: str, name: str, country: str | None, coder: Coder) -> None:
    found = meant(sentence, written, "2024-03-14", coder)
    assert found is not None
    assert (found.sense, found.name, found.country) == (sense, name, country)


@pytest.mark.parametrize(("person", "day", "office", "sector"), OFFICES)
def test_a_person_holds_the_office_of_the_day(person: str, day: str | None, office: str, sector: str, coder: Coder) -> None:
    found = meant(f"{person} condemned the attack.", person, day, coder)
    assert found is not None
    assert (found.office, found.sector) == (office, sector)


@pytest.mark.parametrize("sentence", NO_NAMES)
def test_ordinary_words_are_no_names(sentence: str, coder: Coder) -> None:
    assert names_of(sentence, coder) == []


def test_every_word_of_a_name_leads_to_it(coder: Coder) -> None:
    sentence = "Troops from South Sudan attacked Saudi Arabia's embassy."
    (parsed,) = coder._parse([document(sentence)])
    found = {word.text: name for each in parsed for at, name in find_names(each, sentence, coder.gazetteer).items() for word in [each.words[at]]}
    assert found["South"] is found["Sudan"]
    assert found["Saudi"] is found["Arabia"]
    assert "embassy" not in found
