"""Where a deed happened: the words, the country, UCDP's precision; `-` where the report does not say."""

from __future__ import annotations

import pytest

from whowhom.coder import Coder

Row = tuple[str, str, str | None, int | None]  # text, name of the place of the first (a second sentence: last) event, country, where_prec

ROWS: list[Row] = [
    # the finest of the places told together
    ("Rebels attacked the village of Dogondé near Mopti, in central Mali.", "Dogondé", "MLI", 2),
    ("Gunmen killed a trader in Kandahar's Loy Wala district.", "Loy Wala", "AFG", 2),
    ("Police clashed with strikers in the Tarhata suburb of Agadir.", "Tarhata", "MAR", 2),
    ("Soldiers shelled Taksim, 20 km north of Kidal.", "Taksim", "MLI", 2),
    ("Gunmen killed two men 20 km north of Kidal.", "Kidal", "MLI", 2),
    ("Gunmen killed two men in Kidal.", "Kidal", "MLI", 1),
    # names that no table knows, by the words around them
    ("Militants stormed Vorona Bridge in Tbilisi on Sunday.", "Vorona Bridge", "GEO", 2),
    ("Jets bombed the Osmara Hospital in northern Aleppo.", "Osmara Hospital", "SYR", 2),
    # namesakes need words beside them
    ("Police shot a man in Paris, Texas.", "Paris", "USA", 1),
    ("Police shot a man in Paris.", "Paris", "FRA", 1),
    ("Rebels shot a farmer near Tripoli, the Lebanese army said.", "Tripoli", "LBN", 2),
    # where it was done: not the speaker's town, the origin, the topic
    ("Police in Lille said gunmen had killed a baker.", "-", None, None),
    ("A trader in Bardera said that soldiers had killed three herders.", "Bardera", "SOM", 1),
    ("A man from Nantes was shot dead on Sunday.", "-", None, None),
    ("Students protested against the bombing of Sarajevo.", "-", None, None),
    ("Belgrade recalled its ambassador from Washington.", "-", None, None),
    ("Tunis called home its ambassadors in Chile and Peru.", "-", None, None),
    ("The council imposed trade sanctions on Baghdad.", "-", None, None),
    ("Police in Khartoum and Omdurman beat students with batons.", "Khartoum", "SDN", 1),
    ("Officials in Oslo demanded the release of two sailors.", "-", None, None),
    ("The two sides signed a truce in Geneva.", "Geneva", "CHE", 1),
    ("Jakarta, where ministers of four nations met on Monday, was flooded.", "Jakarta", "IDN", 1),
    # leaving and going
    ("Soldiers withdrew from Goma on Monday.", "Goma", "COD", 1),
    ("The president sent 300 soldiers to Garissa.", "Garissa", "KEN", 1),
    ("Thousands fled the southern town of Kidal.", "Kidal", "MLI", 1),
    ("Nine herders were killed in fighting over wells in Turkana county.", "Turkana", "KEN", 4),
    ("Croatia shut its border to trucks from Bosnia.", "-", None, None),
    # who meets comes from abroad
    ("U.S. President Bill Clinton met Helmut Kohl in Vancouver.", "Vancouver", "CAN", 1),
    # those driven out, taken, expelled: where they were
    ("Kenyan troops ousted militants from Kismayo on Monday.", "Kismayo", "SOM", 1),
    ("Two engineers were captured from their Basra house.", "Basra", "IRQ", 1),
    ("An official in Rome said two Danes had been expelled from Algeria.", "Algeria", "DZA", 6),
    ("Police arrested a man from Nantes.", "-", None, None),
    # not where the speaker is or a diplomat goes
    ("A spokesman in Dhaka refused to say who had shot the mayor.", "-", None, None),
    ("The ambassador was summoned to the foreign ministry in Ankara.", "Ankara", "TUR", 1),
    ("A broker was kidnapped in Colombia, according to relatives in Caracas.", "Colombia", "COL", 6),
    ("Gunmen killed a farmer who had fled Darfur.", "-", None, None),
    ("The minister condemned the murder of Judge Francisco Jose Guerrero.", "-", None, None),
    # where the report was filed, its country behind it; rebels strike at home, whoever suffers
    ("Santiago (Chile), 15 May 90 (Wire) -- A bomb exploded on Bandera street at night.", "Bandera", "CHL", 6),
    (
        "BRASILIA, May 3 (Wire) - The Colombian guerrillas kidnapped a Brazilian on Monday.\n\nThe embassy in Colombia called on Colombia to act.",
        "Colombia",
        "COL",
        6,
    ),
    # behind a clash, beside another deed of the same people, among what was taken
    ("The smuggler was captured after a gunbattle in Karachi.", "Karachi", "PAK", 1),
    ("Rebels holding hostages in Lima freed two diplomats.", "Lima", "PER", 1),
    ("Rebel fighters captured key strongholds, including Sake.", "Sake", "COD", 1),
    ("The insurgents seized towns in Borno, including Bama.", "Bama", "NGA", 1),
    # of places told by one another, the one that is meant: not the town that it lies south of, the larger one, the neighbour
    ("Rebels burned a depot in Wardak province west of the Afghan capital.", "Wardak", "AFG", 4),
    ("Bandits attacked a lorry on a track east of the capital Niamey, near Dosso.", "Dosso", "NER", 2),
    ("Gunmen killed a mayor in Manila's neighboring province of Pampanga.", "Pampanga", "PHL", 4),
    ("Soldiers shot two men in the northern Nigeria state of Katsina.", "Katsina State", "NGA", 4),
    ("Gunmen killed six soldiers in the Sahel region of Burkina Faso.", "Sahel", "BFA", 5),
    ("A bomb went off by a Cairo bakery in the crowded suburb of Helwan.", "Helwan", "EGY", 1),
    ("A teacher was stabbed at the entrance to Jalazone refugee camp near the town of Ramallah.", "Jalazone", "PSE", 1),
    ("France suspended talks with Serbia in Brussels.", "Brussels", "BEL", 1),
    # names of two words of which a table knows one, saints and forts, towns that somebody holds
    ("A bomber blew himself up in the offices of Abu Saida, a town near Baquba.", "Abu Saida", "IRQ", 2),
    ("The man was arrested in St. Paul, Minnesota.", "St. Paul", "USA", 1),
    ("In rebel-held Douma, east of Damascus, a nurse was shot.", "Douma", "SYR", 1),
    # where a march leads, not what it shouts about; where help is stopped
    ("Hundreds of farmers marched to parliament in Wellington.", "Wellington", "NZL", 1),
    ("Thousands marched through Gaza City shouting death to America.", "Gaza City", "PSE", 1),
    ("The agency reduced food supplies to a refugee camp in Benin.", "Benin", "BEN", 6),
    ("France suspended aid to Mali, the minister said in Paris.", "-", None, None),
    ("Soldiers patrolled Goma Thursday.", "Goma", "COD", 1),
    # parts of a country, seats of government, weekdays behind a name, waters with their "of"
    ("A union leader was murdered in Peru's south.", "Peru", "PER", 6),
    ("Pensioners demonstrated outside the Kremlin.", "Kremlin", "RUS", 2),
    ("Farmers demonstrated outside the Vatican Sunday.", "Vatican", "VAT", 6),
    ("Pirates boarded a tug in the Gulf of Oman.", "Gulf of Oman", None, 7),
    ("China and Iran held naval drills in the Gulf of Oman.", "Gulf of Oman", None, 7),
    # a scene goes on, unless days part it
    ("Students demonstrated in Blantyre on Monday. Policemen shot two students.", "Blantyre", "MWI", 1),
    ("Rebels attacked Kidal on Monday. On Friday rebels killed five soldiers.", "-", None, None),
    # what points back to the last place of its sort; nothing where two may be meant, or where it may be another
    ("Rebels attacked Goma on Monday. On Friday soldiers killed nine people in the city.", "Goma", "COD", 1),
    ("The president visited Kindu on Monday. On Friday gunmen killed two policemen in the town.", "Kindu", "COD", 1),
    ("Rebels seized the village of Kitchanga on Monday. On Friday the army bombed the village.", "Kitchanga", "COD", 1),
    ("Troops entered North Kivu on Monday. On Friday rebels killed nine people in the province.", "North Kivu", "COD", 4),
    ("A bomb exploded in Kabul on Sunday. On Friday another bomb exploded there.", "Kabul", "AFG", 1),
    ("The Kenyan president resigned. On Friday thousands of students demonstrated in the capital.", "Nairobi", "KEN", 1),
    ("The Kenyan and Ugandan presidents met. On Friday students demonstrated in the capital.", "-", None, None),
    ("Rebels attacked Kidal and Gao on Sunday. On Friday police arrested nine people in the town.", "-", None, None),
    ("Rebels attacked Goma on Monday. On Friday police arrested nine people in a border town.", "-", None, None),
    ("Rebels attacked North Kivu on Monday. On Friday police arrested nine people in the city.", "-", None, None),
    # the country of the story, from its dateline
    (
        "BOGOTA, May 3 (Agency) - Gunmen kidnapped an engineer on Monday.\n\nThe engineer's family asked the president of Colombia for help.",
        "Colombia",
        "COL",
        6,
    ),
    # shares and lands of a country, unknown ground that is taken, what happens at one moment
    ("Rebels captured a third of Chad in 1983.", "Chad", "TCD", 6),
    ("Rebels captured a town in Mali's cotton belt on Sunday.", "Mali", "MLI", 6),
    ("The army shelled Ritwan on Thursday.", "Ritwan", None, None),
    ("The army quoted Ritwan on Thursday and shelled a village.", "-", None, None),
    ("Soldiers patrolled in Gao when a bomb exploded near a convoy.", "Gao", "MLI", 1),
    # parties of talks and whom words are aimed at are no venue; nor is where the hurt are taken, nor the house of those who tell
    ("Talks between Lima and Quito resumed.", "-", None, None),
    ("Talks in Vienna between Chad and Libya dragged on.", "Vienna", "AUT", 1),
    ("Nepal called on Chad and Niger to talk.", "-", None, None),
    ("Angola hit back at Gabon with a levy on oil.", "-", None, None),
    ("Six men were wounded and were taken to the clinic in Gao.", "-", None, None),
    ("Leaders backed Moldova at a summit in Wessborough.", "Wessborough", None, None),
    ("Qatar freed a blogger and flew him to Oslo.", "-", None, None),
    ("Drones flew over the Baltic.", "Baltic Sea", None, 7),
    # not the seat of those who act, what is felt about, where another deed was done
    ("The presidency in Abuja sent 900 soldiers to the border.", "-", None, None),
    ("Miners marched in anger over Puno.", "-", None, None),
    ("Norway delivered tents to the refugees and put pressure on Khartoum with new sanctions.", "-", None, None),
    ("At a summit in Accra, leaders condemned the massacre. It was the work of rebels.", "-", None, None),
    # a city of the country spoken of, or the far larger one, before a namesake of our tables; victims from abroad do not move it
    ("Spanish police arrested a forger in Palma.", "Palma", "ESP", 1),
    ("Militants stormed Palma. Two Spanish divers were killed.", "Palma", "MOZ", 1),
    ("Dockers in Vancouver refused to unload two American tankers.", "Vancouver", "CAN", 1),
    # an unknown place is not in the country that is blamed
    ("A blast in Vorosk was blamed on Russia by Ukraine.", "Vorosk", "UKR", 6),
    # waters lie in no country
    ("Somali pirates attacked a French yacht in the Gulf of Aden.", "Gulf of Aden", None, 7),
]


def place_of(text: str, coder: Coder) -> tuple[str, str | None, int | None]:
    """Name, country and precision of the place of the first event, or of the last where a scene goes on."""
    events = coder.code(text, "2024-03-14").events
    assert events, "no event"
    place = (events[-1] if ". " in text and "\n" not in text else events[0]).place
    return (place.name, place.country, place.where_prec) if place else ("-", None, None)


@pytest.mark.parametrize(("text", "name", "country", "precision"), ROWS)
def test_place(text: str, name: str, country: str | None, precision: int | None, coder: Coder) -> None:
    assert place_of(text, coder) == (name, country, precision)


def test_every_place_shows_its_words(coder: Coder) -> None:
    for text, *_ in ROWS:
        for event in coder.code(text).events:
            if event.place is not None:
                assert text[slice(*event.place.span)] == event.place.text
                assert any(each.field == "place" and each.rule.startswith("places.") for each in event.evidence)
