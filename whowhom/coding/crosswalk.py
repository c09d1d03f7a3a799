"""What do other codebooks call it? CAMEO, ACLED and UCDP codes of a deed, by the tables of `knowledge/crosswalk`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from whowhom.model import Acled, Event, Harm, Party

if TYPE_CHECKING:
    from whowhom.codebook import Codebook

STATE = frozenset({"MIL", "GOV", "COP", "SPY", "PRM"})
UNARMED = frozenset({"CVL", "JRN", "MED", "REF", "REL", "EDU", "LAB", "BUS", "OPP", "ELI", "JUD", "LEG", "AGR", "SOC"})
EXPLOSIONS = "Explosions/Remote violence"
CIVILIANS = "Violence against civilians"
STRATEGIC = "Strategic developments"
BY_MODE = {
    "drone": (EXPLOSIONS, "Air/drone strike"),
    "aerial": (EXPLOSIONS, "Air/drone strike"),
    "suicide-attack": (EXPLOSIONS, "Suicide bomb"),
    "heavy-weapons": (EXPLOSIONS, "Shelling/artillery/missile attack"),
    "explosives": (EXPLOSIONS, "Remote explosive/landmine/IED"),
    "unconventional": (EXPLOSIONS, "Chemical weapon"),
    "sexual": (CIVILIANS, "Sexual violence"),
    "abduct": (CIVILIANS, "Abduction/forced disappearance"),
}
BY_TYPE = {
    ("COERCE", "arrest"): (STRATEGIC, "Arrests"),
    ("COERCE", "seize"): (STRATEGIC, "Disrupted weapons use"),
    ("RETREAT", "ceasefire"): (STRATEGIC, "Agreement"),
    ("RETREAT", "withdraw"): (STRATEGIC, "Non-violent transfer of territory"),
    ("MOBILIZE", "troops"): (STRATEGIC, "Change to group/activity"),
    ("MOBILIZE", "militia"): (STRATEGIC, "Change to group/activity"),
    ("PROTEST", "riot"): ("Riots", "Violent demonstration"),
    ("PROTEST", "demo"): ("Protests", "Peaceful protest"),
    ("PROTEST", "obstruct"): ("Protests", "Peaceful protest"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the codes of ACLED and UCDP hang on. `joint`: both sides act, as in a clash."""

    type: str
    modes: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    harm: tuple[Harm, ...]
    joint: bool

    @classmethod
    def of(cls, event: Event) -> Told:
        """The same of a record: where several act and nobody suffers, they act upon each other."""
        return cls(event.type, event.modes, event.actor, event.recipient, event.harm, len(event.actor) > 1 and not event.recipient)


def cameo_of(kind: str, modes: tuple[str, ...], book: Codebook) -> str | None:
    """The nearest CAMEO code of a type and its modes."""
    return next((code for mode in (*modes, "") if (code := book.cameo.get((kind, mode)))), None)


def acled_of(deed: Told) -> Acled | None:
    """ACLED's event and sub-event type, or None for what ACLED does not record."""
    found = _acled(deed)
    return Acled(event_type=found[0], sub_event_type=found[1]) if found else None


def _acled(deed: Told) -> tuple[str, str] | None:
    modes = deed.modes
    if deed.type != "ASSAULT":
        return next((BY_TYPE[key] for mode in modes if (key := (deed.type, mode)) in BY_TYPE), None)
    if deed.joint:
        return "Battles", "Armed clash"
    if "crowd-control" in modes:
        return "Protests", "Protest with intervention"
    for mode in modes:
        if mode in BY_MODE:
            return BY_MODE[mode]
    sectors = {party.sector for party in deed.recipients} | (
        {"CVL"} if any(harm.who in ("civilians", "children", "women") for harm in deed.harm) else set()
    )
    if sectors & (STATE | {"REB", "UAF"}) and not sectors & UNARMED:
        return "Battles", "Armed clash"
    if "destroy" in modes and not deed.recipients:
        return STRATEGIC, "Looting/property destruction"
    return (CIVILIANS, "Attack") if sectors or deed.recipients or deed.harm else None


def ucdp_of(deed: Told) -> Literal[1, 2, 3] | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None without deaths or sides."""
    if deed.type != "ASSAULT" or not any(harm.kind == "killed" and harm.stated != "none" for harm in deed.harm):
        return None
    victims = {party.sector for party in deed.recipients} | {
        "CVL" for harm in deed.harm if harm.who in ("civilians", "children", "women", "journalists", "medics")
    }
    if deed.joint:
        return 1 if any(party.sector in STATE for party in deed.actors) else 2
    if victims & UNARMED:
        return 3
    armed = {party.sector for party in (*deed.actors, *deed.recipients)}
    if not victims & (STATE | {"REB", "UAF"}) or not deed.actors:
        return None
    return 1 if armed & STATE else 2
