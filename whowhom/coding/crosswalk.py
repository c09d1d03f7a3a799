"""What do other codebooks call it? CAMEO, ACLED and UCDP codes of a deed, by the tables of `knowledge/crosswalk`.

In a table of several rows for one type the first whose condition (`when`) holds decides; docs/crosswalks.md shows them with what each loses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, cast

from whowhom.model import Acled
from whowhom.parse.syntax import core
from whowhom.parse.wordings import means_of

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.coding.draft import Deed

STATE = frozenset({"MIL", "GOV", "COP", "SPY", "PRM"})
BEARING_ARMS = frozenset({"MIL", "COP", "SPY", "PRM", "REB", "UAF"})
SIDES = STATE | {"REB", "UAF"}
UNARMED = frozenset({"CVL", "JRN", "MED", "REF", "REL", "EDU", "LAB", "BUS", "OPP", "ELI", "JUD", "LEG", "AGR", "SOC"})
GROUND = frozenset({"settlement", "base", "checkpoint"})
PEOPLE = frozenset({"civilians", "children", "women"})
NONCOMBATANTS = PEOPLE | {"journalists", "medics"}


def cameo_of(kind: str, modes: tuple[str, ...], book: Codebook) -> str | None:
    """The nearest CAMEO code of a type and its modes."""
    return next((code for mode in (*modes, "") if (code := book.cameo.get((kind, mode)))), None)


def acled_of(deed: Deed, modes: tuple[str, ...], book: Codebook) -> Acled | None:
    """ACLED's event and sub-event type, or None for what ACLED does not record."""
    for row in book.acled:
        if row["type"] == deed.type and row["mode"] in ("", *modes) and (not row["when"] or CONDITIONS[row["when"]](deed, book)):
            return Acled(event_type=row["event_type"], sub_event_type=row["sub_event_type"])
    return None


def ucdp_of(deed: Deed, book: Codebook) -> Literal[1, 2, 3] | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None without deaths or sides."""
    for row in book.ucdp:
        if row["type"] == deed.type and (not row["when"] or CONDITIONS[row["when"]](deed, book)):
            return cast(Literal[1, 2, 3], int(row["type_of_violence"])) if row["type_of_violence"] else None
    return None


def _victims(deed: Deed, unarmed: frozenset[str]) -> set[str]:
    """The sectors of those hit; people counted as unarmed are civilians."""
    return {party.sector for party in deed.recipients if party.sector} | ({"CVL"} if any(harm.who in unarmed for harm in deed.harm) else set())


def _by_state(deed: Deed) -> bool:
    return any(party.sector in STATE for party in deed.actors)


def _takes_ground(deed: Deed) -> bool:
    return "territory" in deed.rule.contexts or any(target.cls in GROUND for target in deed.targets)


def _takes_weapons(deed: Deed, book: Codebook) -> bool:
    return any(means_of(core(word), book) is not None for word in deed.frame.get("object"))


def _arms_are_hit(deed: Deed) -> bool:
    sectors = _victims(deed, PEOPLE)
    return bool(sectors & BEARING_ARMS) and not sectors & UNARMED


def _side_is_missing(deed: Deed) -> bool:
    return not deed.actors or not _victims(deed, NONCOMBATANTS) & SIDES


CONDITIONS: dict[str, Callable[[Deed, Codebook], bool]] = {
    "both fight": lambda deed, _: deed.rule.joint,
    "both fight, a state among them": lambda deed, _: deed.rule.joint and _by_state(deed),
    "grenade": lambda deed, _: any(means.cls == "grenade" for means in deed.means),
    "armed are hit": lambda deed, _: _arms_are_hit(deed),
    "none is hit": lambda deed, _: not deed.recipients and not _victims(deed, PEOPLE),
    "some are hit": lambda deed, _: bool(deed.recipients or deed.harm),
    "state takes ground": lambda deed, _: _takes_ground(deed) and _by_state(deed),
    "others take ground": lambda deed, _: _takes_ground(deed),
    "weapons are taken": _takes_weapons,
    "no deaths told": lambda deed, _: not any(harm.kind == "killed" and harm.stated != "none" for harm in deed.harm),
    "unarmed are killed": lambda deed, _: bool(_victims(deed, NONCOMBATANTS) & UNARMED),
    "a side is not told": lambda deed, _: _side_is_missing(deed),
    "a state among the sides": lambda deed, _: any(party.sector in STATE for party in (*deed.actors, *deed.recipients)),
}
"""The conditions that the tables may name, in words; each says when it holds."""
