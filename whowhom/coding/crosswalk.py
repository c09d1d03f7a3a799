"""What do other codebooks call it? CAMEO, ACLED and UCDP codes of a deed, by the tables of `knowledge/crosswalk`.

In a table of several rows for one type the first whose condition (`when`) holds decides; docs/crosswalks.md shows them with what each loses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from whowhom.codebook import sector_group
from whowhom.model import Acled, Event, Harm, Means, Party, Target
from whowhom.parse.frame import core
from whowhom.parse.wordings import means_of

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.coding.draft import Deed

STATE, BEARING_ARMS, UNARMED = (sector_group(name) for name in ("state", "bearing_arms", "unarmed"))
SIDES = STATE | {"REB", "UAF"}
GROUND = frozenset({"settlement", "base", "checkpoint"})
PEOPLE = frozenset({"civilians", "children", "women"})
NONCOMBATANTS = PEOPLE | {"journalists", "medics"}


@dataclass(frozen=True, slots=True)
class Told:
    """What the codes of ACLED and UCDP hang on. `joint`: both sides act, as in a clash. `weapons`: what was taken is weapons. `truce`: what
    was agreed is a ceasefire."""

    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    harm: tuple[Harm, ...]
    means: tuple[Means, ...]
    targets: tuple[Target, ...]
    joint: bool
    weapons: bool
    truce: bool

    @classmethod
    def by(cls, deed: Deed, modes: tuple[str, ...], book: Codebook) -> Told:
        """The same of a deed that is being coded."""
        weapons = any(means_of(core(word), book) is not None for word in deed.frame.get("object"))
        parts = (deed.actors, deed.recipients, deed.harm, deed.means, deed.targets)
        return cls(deed.type, modes, deed.rule.contexts, *parts, deed.rule.joint, weapons, deed.rule.truce)

    @classmethod
    def of(cls, event: Event) -> Told:
        """The same of a record: where several act and nobody suffers, they act upon each other; what was taken stays what it was."""
        told = event.acled.sub_event_type if event.acled is not None else None
        parts = (event.actor, event.recipient, event.harm, event.means, event.targets)
        return cls(
            event.type,
            event.modes,
            event.contexts,
            *parts,
            len(event.actor) > 1 and not event.recipient,
            told == "Disrupted weapons use",
            told == "Agreement",
        )


Rows = Sequence[dict[str, str]]


def cameo_of(kind: str, modes: tuple[str, ...], book: Codebook) -> str | None:
    """The nearest CAMEO code of a type and its modes."""
    return next((code for mode in (*modes, "") if (code := book.cameo.get((kind, mode)))), None)


def acled_of(deed: Told, table: Rows) -> Acled | None:
    """ACLED's event and sub-event type, or None for what ACLED does not record. `table`: the rows of `crosswalk/acled.csv`."""
    for row in table:
        if row["type"] == deed.type and row["mode"] in ("", *deed.modes) and (not row["when"] or CONDITIONS[row["when"]](deed)):
            return Acled(event_type=row["event_type"], sub_event_type=row["sub_event_type"])
    return None


def ucdp_of(deed: Told, table: Rows) -> Literal[1, 2, 3] | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None without deaths or sides. `table`: the rows of `crosswalk/ucdp.csv`."""
    for row in table:
        if row["type"] == deed.type and (not row["when"] or CONDITIONS[row["when"]](deed)):
            return cast(Literal[1, 2, 3], int(row["type_of_violence"])) if row["type_of_violence"] else None
    return None


def _victims(deed: Told, unarmed: frozenset[str]) -> set[str]:
    """The sectors of those hit; people counted as unarmed are civilians."""
    return {party.sector for party in deed.recipients if party.sector} | ({"CVL"} if any(harm.who in unarmed for harm in deed.harm) else set())


def _by_state(deed: Told) -> bool:
    return any(party.sector in STATE for party in deed.actors)


def _takes_ground(deed: Told) -> bool:
    return "territory" in deed.contexts or any(target.cls in GROUND for target in deed.targets)


def _arms_are_hit(deed: Told) -> bool:
    sectors = _victims(deed, PEOPLE)
    return bool(sectors & BEARING_ARMS) and not sectors & UNARMED


def _side_is_missing(deed: Told) -> bool:
    return not deed.actors or not _victims(deed, NONCOMBATANTS) & SIDES


CONDITIONS: dict[str, Callable[[Told], bool]] = {
    "both fight": lambda deed: deed.joint,
    "both fight, a state among them": lambda deed: deed.joint and _by_state(deed),
    "grenade": lambda deed: any(means.cls == "grenade" for means in deed.means),
    "armed are hit": lambda deed: _arms_are_hit(deed),
    "none is hit": lambda deed: not deed.recipients and not _victims(deed, PEOPLE),
    "some are hit": lambda deed: bool(deed.recipients or deed.harm),
    "state takes ground": lambda deed: _takes_ground(deed) and _by_state(deed),
    "others take ground": lambda deed: _takes_ground(deed),
    "weapons are taken": lambda deed: deed.weapons,
    "a ceasefire is agreed": lambda deed: deed.truce,
    "no deaths told": lambda deed: not any(harm.kind == "killed" and harm.stated != "none" for harm in deed.harm),
    "unarmed are killed": lambda deed: bool(_victims(deed, NONCOMBATANTS) & UNARMED),
    "a side is not told": lambda deed: _side_is_missing(deed),
    "a state among the sides": lambda deed: any(party.sector in STATE for party in (*deed.actors, *deed.recipients)),
}
"""The conditions that the tables may name, in words; each says when it holds."""
