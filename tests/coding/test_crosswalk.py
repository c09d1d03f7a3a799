"""What do other codebooks call it? CAMEO, ACLED and UCDP codes of plain sentences.

ACLED records demonstrations but no strikes, and counts officials as civilians; UCDP asks for deaths and for sides (1 state-based, 2 non-state,
3 one-sided).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whowhom import codebook
from whowhom.coding.crosswalk import CONDITIONS
from whowhom.model import Event

Code = Callable[..., tuple[Event, ...]]
Row = tuple[str, str | None, str | None, int | None]  # text, CAMEO, ACLED event and sub-event type, UCDP type of violence

REMOTE = "Explosions/Remote violence"
AGAINST_CIVILIANS = "Violence against civilians"
STRATEGIC = "Strategic developments"

ROWS: list[Row] = [
    # remote violence
    ("U.S. jets struck a militia base in Iraq.", "195", f"{REMOTE}: Air/drone strike", None),
    ("An Israeli drone killed two Hezbollah fighters in Tyre.", "195", f"{REMOTE}: Air/drone strike", 1),
    ("Rebels shelled a market in Taiz, killing nine civilians.", "194", f"{REMOTE}: Shelling/artillery/missile attack", 3),
    ("Militants fired twenty rockets at a base near Erbil.", "194", f"{REMOTE}: Shelling/artillery/missile attack", None),
    ("A suicide bomber blew himself up outside a mosque in Kabul, killing nine civilians.", "1831", f"{REMOTE}: Suicide bomb", 3),
    ("A roadside bomb killed four soldiers near Baquba.", "183", f"{REMOTE}: Remote explosive/landmine/IED", None),
    # battles
    ("Rebels and soldiers clashed near Goma.", "180", "Battles: Armed clash", None),
    ("Nine fighters were killed in clashes between two militias in Tripoli.", "180", "Battles: Armed clash", 2),
    ("The army clashed with rebels near Goma, killing nine fighters.", "180", "Battles: Armed clash", 1),
    ("Rebels ambushed an army patrol near Gao, killing four soldiers.", "180", "Battles: Armed clash", 1),
    ("Gunmen shot dead two policemen in Jos.", "193", "Battles: Armed clash", 1),
    # violence against civilians
    ("Soldiers killed nine villagers in Bambari.", "180", f"{AGAINST_CIVILIANS}: Attack", 3),
    ("Gunmen assassinated a judge in Cali.", "186", f"{AGAINST_CIVILIANS}: Attack", 3),
    ("Militiamen shot dead four farmers in Ituri.", "193", f"{AGAINST_CIVILIANS}: Attack", 3),
    ("Rebels kidnapped three nurses near Gao.", "181", f"{AGAINST_CIVILIANS}: Abduction/forced disappearance", None),
    ("Militiamen raped two women in Goma.", "1821", f"{AGAINST_CIVILIANS}: Sexual violence", None),
    ("Soldiers beat a reporter in Conakry.", "182", f"{AGAINST_CIVILIANS}: Attack", None),
    ("Guards tortured two students in Juba.", "1822", f"{AGAINST_CIVILIANS}: Attack", None),
    # demonstrations
    ("Students protested in Dhaka against the law.", "141", "Protests: Peaceful protest", None),
    ("Farmers blocked a highway near Lyon.", "144", "Protests: Peaceful protest", None),
    ("Police fired tear gas at demonstrators in La Paz.", "175", "Protests: Protest with intervention", None),
    ("Protesters clashed with police in Nablus.", "145", "Riots: Violent demonstration", None),
    ("Dock workers went on strike in Valparaíso.", "143", None, None),
    ("Prisoners went on hunger strike in Minsk.", "142", None, None),
    # strategic developments
    ("Police arrested forty protesters in Minsk.", "173", f"{STRATEGIC}: Arrests", None),
    ("The army and the rebels agreed to a ceasefire.", "030", f"{STRATEGIC}: Agreement", None),
    ("The army declared a ceasefire.", "0871", f"{STRATEGIC}: Agreement", None),
    ("The army and the rebels agreed to hold talks.", "030", None, None),
    ("Russia deployed troops near Kharkiv.", "154", f"{STRATEGIC}: Change to group/activity", None),
    # what neither ACLED nor UCDP records
    ("Poland expelled two Russian diplomats.", "166", None, None),
    ("Washington condemned Nicaragua.", "111", None, None),
    ("Iran threatened to attack Israel.", "138", None, None),
    ("The foreign ministers of India and Pakistan met in Dubai.", "040", None, None),
    ("The junta imposed a curfew in Bamako.", "1723", None, None),
    ("Greece deported thirty Afghans.", "174", None, None),
    ("Kenya demanded that Somalia release two fishermen.", "105", None, None),
    ("The rebels released two hostages.", "0841", None, None),
    # officials bear no arms
    ("Gunmen killed the mayor of Cali.", "180", f"{AGAINST_CIVILIANS}: Attack", 1),
    # a town is no weapon
    ("Rebels seized the town of Bambari.", "171", "Battles: Non-state actor overtakes territory", None),
    # CAMEO 1.1b3: 0872 eases a blockade, 0873 demobilises, 0874 retreats or surrenders; 155 mobilises cyber-forces
    ("The rebels laid down their arms in Bangui.", "0873", None, None),
    ("France withdrew its troops from Mali.", "0874", f"{STRATEGIC}: Non-violent transfer of territory", None),
    ("North Korea tested a ballistic missile.", "150", None, None),
    ("A soldier threw a grenade into a market in Bujumbura, killing two traders.", "183", f"{REMOTE}: Grenade", 3),
    ("The army seized the town of Bambari from the rebels.", "171", "Battles: Government regains territory", None),
    ("Police seized forty rifles in Lagos.", "171", f"{STRATEGIC}: Disrupted weapons use", None),
    ("The government seized two farms in Mutare.", "171", f"{STRATEGIC}: Looting/property destruction", None),
]


@pytest.mark.parametrize(("text", "cameo", "acled", "ucdp"), ROWS)
def test_codes_of_other_codebooks(text: str, cameo: str | None, acled: str | None, ucdp: int | None, code: Code) -> None:
    (event,) = code(text)
    told = f"{event.acled.event_type}: {event.acled.sub_event_type}" if event.acled else None
    assert (event.cameo, told, event.ucdp) == (cameo, acled, ucdp)


def test_the_tables_name_conditions_codes_and_losses_that_are_known() -> None:
    book = codebook.load()
    pairs = {(name, mode) for name, kind in book.types.items() for mode in ("", *kind.modes)}
    assert {(row["type"], row["mode"]) for row in codebook.crosswalk("cameo")} == pairs
    assert {(row["type"], row["mode"]) for row in book.acled} <= pairs
    assert {row["when"] for row in (*book.acled, *book.ucdp)} - {""} == set(CONDITIONS)
    assert {row["type_of_violence"] for row in book.ucdp} == {"", "1", "2", "3"}
