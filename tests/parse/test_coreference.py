"""Whom do pronouns, nouns with "the", surnames, acronyms and capitals mean? The wider table is eval/tables/coreference.csv."""

from __future__ import annotations

import pytest

from whowhom.coder import Coder, document
from whowhom.coding.draft import Draft
from whowhom.coding.parties import Parties
from whowhom.parse.names import find_names

Row = tuple[str, str, str]  # text, the anaphor, the head of what it stands for ("" for nobody)

ROWS: list[Row] = [
    # pronouns: number, gender, kind
    ("Premier Olga Brand received General Tom Reyes. She accused the army of murder.", "She", "Brand"),
    ("Premier Olga Brand received General Tom Reyes. He denied the murder.", "He", "Reyes"),
    ("Rebels attacked a convoy near Bor. They killed two drivers.", "They", "Rebels"),
    ("Police arrested nine students in Lagos. They were beaten in a cell.", "They", "students"),
    ("Chad closed its border after the attack.", "its", "Chad"),
    ("The navy said it had seized two boats.", "it", "navy"),
    ("Soldiers attacked a village. It was unclear whether they had orders.", "It", ""),
    ("The guard shot himself after he attacked a prisoner.", "he", "guard"),
    # another office is another person; two sides are no places
    ("Government spokesman Dimitris Kostas spoke on Monday. Moscow summoned the Greek ambassador.", "ambassador", ""),
    (
        "Sudan's warring generals agreed to a truce as raids rocked the Khartoum region and groups protested. Both sides sent envoys.",
        "sides",
        "generals",
    ),
    ("The Union froze the funds of eleven Burmese officers, seizing their villas.", "their", "officers"),
    # whoever is punished or blamed had done what is answered; who found him out had not
    ("Togo outlawed the guild after it called a walkout.", "it", "guild"),
    ("Guards beat the miners when they refused to work.", "they", "miners"),
    ("Ghana cut ties with Chad after it seized a trawler.", "it", "Chad"),
    ("Police arrested two traders after they received a tip.", "they", "Police"),
    ("The navy left the island after it came under fire.", "it", "navy"),
    ("Officers detained nine nuns days after they marched.", "they", "nuns"),
    # the words before a noun tell which country, and of which nation somebody is
    ("Canada fined Tuvalu. The small Pacific nation refused to pay.", "nation", "Tuvalu"),
    ("Canada froze its aid to Ghana. The West African state called it unfair.", "state", "Ghana"),
    ("Canada froze its aid to Ghana. The Baltic state called it unfair.", "state", ""),
    ("Peru withdrew its envoy and met the Danish envoy.", "envoy", ""),
    ("The Polish navy left port. The Danish navy followed.", "navy", ""),
    # a group by any part of its clause, and its fighters
    ("A bomb hit a barracks in Gao. The Islamic State claimed the blast. The group had threatened the town.", "group", "State"),
    ("Gunmen seized a ferry, and Peru left talks with the Shining Path. The guerrillas freed a nun.", "guerrillas", "Path"),
    ("A mine hit an army base. The air force bombed a camp.", "force", ""),
    # whose
    ("The guild, whose members had walked out, sued the ministry.", "whose", "guild"),
    ("Honduras said it would leave the bloc.", "it", "Honduras"),
    ("Togo left talks with Benin and gave its envoys a day to leave.", "its", "Benin"),
    ("Togo wrote to Benin and told its envoys to leave Cotonou.", "its", "Togo"),
    # two arguments of one verb are two
    ("Rebels met the soldiers and attacked them.", "them", "soldiers"),
    # nouns that point back
    ("The Lions of the Valley, an armed group, attacked a post. The group lost six men.", "group", "Lions"),
    ("The Lions of the Valley, a militia, attacked a post. The gang lost six men.", "gang", "Lions"),
    ("UNICEF condemned the raid. The gang lost six men.", "gang", ""),
    ("Gunmen attacked a bank in Quito. The attackers fled in a van.", "attackers", "Gunmen"),
    ("Pirates seized a tanker off Lome. The vessel was taken to a creek.", "vessel", "tanker"),
    ("Militants kidnapped two engineers. The hostages were freed on Monday.", "hostages", "engineers"),
    ("Students burned a bus in Dhaka. The arsonists fled.", "arsonists", "Students"),
    ("Troops attacked Kidal at dawn. The town fell within hours.", "town", "Kidal"),
    ("Jordan expelled an envoy. The kingdom accused Syria of smuggling weapons.", "kingdom", "Jordan"),
    ("Shelling killed two nurses in a hospital. The building burned down.", "building", "hospital"),
    ("Anna Roth, a banker, was jailed for theft. The banker said she would appeal.", "banker", "Roth"),
    # names cut short
    ("Police arrested Peter Wanza in Arusha. Wanza had led a strike.", "Wanza", "Wanza"),
    ("The Mine Workers League (MWL) attacked the decision. Police stopped a march of the MWL.", "MWL", "League"),
    ("Peru recalled its envoy from Quito. Lima accused Ecuador of an attack.", "Lima", "Peru"),
    # those who were joined
    ("Niger and Benin signed a pact. The two countries will fight smugglers together.", "countries", "Niger"),
    ("Two nuns were shot in Bangui. The pair had run a school.", "pair", "nuns"),
    # no antecedent
    ("The army attacked the town of Bor.", "army", ""),
    ("The US bombed a depot in Syria.", "US", ""),
]


@pytest.mark.parametrize(("text", "anaphor", "head"), ROWS)
def test_anaphors_find_their_nouns(text: str, anaphor: str, head: str, coder: Coder) -> None:
    one = document(text)
    sentences = coder._parse([one])[0]
    story = Parties.of(Draft(one, coder.book, coder.gazetteer, sentences, tuple(find_names(each, text, coder.gazetteer) for each in sentences))).story
    last = [(word, sentence) for sentence in sentences for word in sentence.words if word.text == anaphor][-1]
    found = story.antecedent_of(*last)
    assert (found[1].text if found else "") == head


@pytest.mark.parametrize(
    ("text", "names", "words"),
    [
        ("Niger and Benin signed a pact. The two countries condemned Mali.", ["Niger", "Benin"], "two countries"),
        ("The Lions of the Valley attacked a post. They killed two guards.", ["Lions of the Valley"], "They"),
    ],
)
def test_a_resolution_leaves_its_words(text: str, names: list[str], words: str, coder: Coder) -> None:
    event = [each for each in coder.code(text).events if each.actor][-1]
    assert [party.name for party in event.actor] == names
    said = {text[slice(*span)] for party in event.actor for span in (party.span, *party.mentions)}
    assert words in said
    assert any(each.rule == "coreference.antecedent" for each in event.evidence)


def test_a_surname_in_the_sentence_of_its_full_name_is_read(coder: Coder) -> None:
    from whowhom.coder import document
    from whowhom.coding.draft import Draft
    from whowhom.coding.parties import Parties
    from whowhom.parse.names import find_names

    one = document("Police arrested Testa and questioned Carla Testa. She left.")
    sentences = coder._parse([one])[0]
    draft = Draft(one, coder.book, coder.gazetteer, sentences, tuple(find_names(each, one.text, coder.gazetteer) for each in sentences))
    story = Parties.of(draft).story
    found = story.antecedent_of(sentences[1].words[0], sentences[1])
    assert found is not None
    assert found[1].text == "Testa"
