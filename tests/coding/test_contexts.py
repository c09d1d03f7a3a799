"""Does every PLOVER context come to the deeds that it fits, and to no other?

A context's row: a sentence for which it must be found, a second one, and one with a deed of another context. The traps hold a word of the context
in another sense.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom import codebook
from whowhom.codebook import knowledge_folder
from whowhom.coder import Coder, document
from whowhom.entries import Context, entries_of
from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]

ROWS: dict[str, tuple[str, str, str]] = {
    "military": (
        "Taiwan's air force intercepted a balloon and shot it down, and China threatened Taiwan.",
        "Russia deployed a warship to Tartus.",
        "Rioters attacked a bakery in Port-au-Prince.",
    ),
    "intelligence": (
        "Iran hanged a spy on Monday.",
        "Germany charged a translator with spying for Syria.",
        "Germany charged a translator with fraud.",
    ),
    "executive": (
        "The president dissolved the assembly by decree, and police dispersed protesters.",
        "The opposition condemned the cabinet reshuffle in Nairobi.",
        "The opposition condemned the shooting in Nairobi.",
    ),
    "legislative": (
        "The senate rejected a treaty with Cuba.",
        "The opposition threatened to boycott the national assembly.",
        "Bishops rejected a proposal by the school board.",
    ),
    "election": (
        "Supporters of the presidential candidate clashed with police in Bissau.",
        "The opposition demanded a recount in Tegucigalpa.",
        "Supporters of the bishop clashed with police in Bissau.",
    ),
    "political_institutions": (
        "The rebels and the government signed a power-sharing agreement.",
        "Judges in Warsaw protested against the judicial reform.",
        "Nurses in Warsaw protested against the long hours.",
    ),
    "pro_democracy": (
        "Pro-democracy protesters clashed with police in Hong Kong.",
        "The opposition demanded a return to civilian rule.",
        "Dockers clashed with police in Hong Kong.",
    ),
    "pro_autocracy": (
        "Lawyers in Conakry protested against a third term for the president.",
        "Soldiers arrested the president in a coup d'etat in Niamey.",
        "Lawyers in Conakry protested against a rise in rents.",
    ),
    "economic": (
        "The United States imposed a tariff on Chinese steel and threatened China.",
        "Drivers protested in Quito against the fuel price.",
        "Drivers protested in Quito against the police.",
    ),
    "legal": (
        "The supreme court acquitted the general on Monday.",
        "Prosecutors charged two bankers with fraud.",
        "Rebels shelled a village near Goma.",
    ),
    "reparations": (
        "Jamaica demanded compensation payments from Britain.",
        "The court ordered the firm to pay reparations to the villagers.",
        "Jamaica demanded an answer from Britain.",
    ),
    "human_rights": (
        "France condemned the genocide in Rwanda.",
        "A rights group accused the police of torture.",
        "A dairy firm accused the police of negligence.",
    ),
    "rights_freedoms": (
        "Editors protested in Budapest against censorship.",
        "Lawyers in Islamabad demanded respect for civil liberties.",
        "Editors protested in Budapest against low pay.",
    ),
    "repression": (
        "Riot police beat demonstrators in Conakry.",
        "Police used water cannon against students in Santiago.",
        "Gangs beat shopkeepers in Conakry.",
    ),
    "human_security": (
        "Militiamen looted food aid in Baidoa and killed two aid workers.",
        "The UN accused the army of blocking humanitarian access.",
        "The UN accused the army of burning villages.",
    ),
    "gender": (
        "Police in Delhi arrested two men for rape.",
        "A court in Sanaa annulled a child marriage, and women protested against child marriage.",
        "Police in Delhi arrested two men for arson.",
    ),
    "lgbt": (
        "Skinheads attacked a pride parade in Belgrade.",
        "Russia banned an LGBT group and arrested two of its members.",
        "Skinheads attacked a folk festival in Belgrade.",
    ),
    "religion_ethnicity": (
        "Pakistan jailed a teacher for blasphemy.",
        "Forty people were killed in ethnic clashes in Jonglei.",
        "Forty people were killed in an ambush in Jonglei.",
    ),
    "inequality": (
        "Thousands rallied in Washington against racial injustice.",
        "Dalits protested in Pune against caste discrimination.",
        "Thousands rallied in Washington against the war.",
    ),
    "diplomatic": (
        "Protesters attacked the Danish embassy in Tehran.",
        "The envoy met the rebels in Doha.",
        "Protesters attacked a Danish dairy in Tehran.",
    ),
    "territory": (
        "Azerbaijan accused Armenia of violating its airspace.",
        "Police in Barcelona arrested four separatists.",
        "Police in Barcelona arrested four pickpockets.",
    ),
    "peacekeeping": (
        "A mine killed two blue helmets near Kidal.",
        "UNIFIL accused Israel of an attack on its tower.",
        "A mine killed two herders near Kidal.",
    ),
    "health": (
        "Italian police arrested two men who broke the quarantine.",
        "Britain donated Ebola drugs to Guinea.",
        "Italian police arrested two men who broke a window.",
    ),
    "asylum": (
        "Asylum seekers protested in Nauru.",
        "Kenya threatened to expel refugees from Dadaab.",
        "Fishermen protested in Nauru.",
    ),
    "migration": (
        "Hungary built a border fence, and Serbia condemned it.",
        "Libyan guards shot at a migrant boat near Zuwara.",
        "Libyan guards shot at a fishing boat near Zuwara.",
    ),
    "disasters": (
        "Chile sent engineers to Ecuador after the landslide.",
        "Villagers in Aceh accused the state of neglect after the tsunami.",
        "Protesters flooded the streets of Lagos and clashed with police.",
    ),
    "natural_resource": (
        "Militants bombed an oil pipeline in the Niger Delta.",
        "Dozens of miners protested in La Paz against the mining company.",
        "Militants bombed a rail line in the Niger Delta.",
    ),
    "environment": (
        "Police in Berlin arrested nine climate activists.",
        "Villagers protested in Cajamarca against water pollution.",
        "Police in Berlin arrested nine football fans.",
    ),
    "technology": (
        "Washington accused Beijing of stealing semiconductor designs.",
        "Iran and Russia signed an agreement on satellites.",
        "Washington accused Beijing of stealing pine timber.",
    ),
    "terrorism": (
        "Gunmen of the Islamic State killed four soldiers in Sinai.",
        "Indonesia jailed a preacher for terrorism.",
        "Indonesia jailed a preacher for tax evasion.",
    ),
    "cbrn": (
        "Iran rejected the IAEA's demand.",
        "The opposition accused the army of using sarin.",
        "The opposition accused the army of using mortars.",
    ),
    "cyber": (
        "Iran accused Israel of planting malware.",
        "A ransomware attack hit hospitals in Costa Rica.",
        "A rocket attack hit hospitals in Misrata.",
    ),
    "misinformation": (
        "Kenya accused bloggers of spreading false information.",
        "Paris accused Moscow of a propaganda campaign.",
        "Paris accused Moscow of a border raid.",
    ),
    "crime": (
        "Police in Naples arrested a mafia boss.",
        "Robbers killed two guards during an armed robbery in Accra.",
        "The court in The Hague convicted the general of war crimes.",
    ),
    "corruption": (
        "Thousands protested in Bucharest against corruption.",
        "Police arrested the minister over kickbacks.",
        "Thousands protested in Bucharest against the war.",
    ),
    "illegal_drugs": (
        "Iranian guards killed three drug smugglers near Zahedan.",
        "Colombian soldiers burned coca crops, and farmers attacked the soldiers who burned the coca crops.",
        "Iranian guards killed three cattle herders near Zahedan.",
    ),
    "trafficking": (
        "Thai police arrested a human trafficker in Ranong.",
        "Police in Tripoli freed sixty victims of the slave trade.",
        "Thai police arrested a dentist in Ranong.",
    ),
}

TRAPS: list[tuple[str, str]] = [
    ("disasters", "German Tornado jets bombed a bridge near Raqqa."),
    ("crime", "Prosecutors charged the colonel with crimes against humanity."),
    ("crime", "The court convicted him of a hate crime."),
    ("legislative", "The Congress party condemned the raid in Srinagar."),
    ("legal", "Patients demanded an answer about a clinical trial in Ohio."),
    ("health", "Guards beat prisoners during a prison lockdown in Manaus."),
    ("disasters", "Israel accused Lebanon of a flood of rockets."),
    ("terrorism", "Villagers fled in terror as soldiers shelled Bama."),
    ("misinformation", "Police arrested a boy for a bomb hoax in Leeds."),
    ("legal", "Critics judged the raid a failure, and Egypt condemned it."),
    ("trafficking", "Police arrested three drivers in heavy traffic in Cairo."),
    ("human_rights", "Protesters on the right clashed with police in Rome."),
    ("corruption", "Rebels burned corrupted files in a hospital in Gao and killed two guards."),
    ("technology", "Rebels attacked a satellite town near Abuja."),
    ("military", "The Salvation Army gave blankets to refugees in Lesbos."),
]


def _contexts(events: tuple[Event, ...]) -> set[str]:
    assert events, "no event at all"
    return {context for event in events for context in event.contexts}


def test_every_context_has_a_row_and_an_entry() -> None:
    book = codebook.load()
    assert set(ROWS) == set(book.contexts) == set(book.context_entries)


@pytest.mark.parametrize("context", ROWS)
def test_a_context_comes_to_deeds_that_it_fits(context: str, code: Code) -> None:
    first, second, other = ROWS[context]
    assert context in _contexts(code(first))
    assert context in _contexts(code(second))
    assert context not in _contexts(code(other))


@pytest.mark.parametrize(("context", "text"), TRAPS)
def test_a_word_in_another_sense_gives_no_context(context: str, text: str, code: Code) -> None:
    assert context not in _contexts(code(text))


def test_the_entries_of_contexts_prove_themselves(coder: Coder) -> None:
    entries = entries_of(Context, knowledge_folder() / "contexts.yaml")
    cases = [(entry.context, wanted, sentence) for entry in entries for wanted in ("yes", "no") for sentence in getattr(entry, wanted)]
    assert all(len(entry.yes) >= 2 and entry.no for entry in entries)
    stories = coder.code_all(document(sentence, published="2024-03-14") for _, _, sentence in cases)
    failing = [case for case, story in zip(cases, stories, strict=True) if (case[0] in _contexts(story.events)) != (case[1] == "yes")]
    assert not failing


def test_a_context_shows_its_words(code: Code) -> None:
    (event,) = code("Gunmen attacked a polling station in Kano.")
    assert [(each.quote, each.rule) for each in event.evidence if each.field == "contexts"] == [("polling station", "contexts.election")]


def test_a_word_stands_in_one_context_only() -> None:
    book = codebook.load()
    assert [word for word, contexts in book.context_words.items() if len(contexts) > 1] == []
