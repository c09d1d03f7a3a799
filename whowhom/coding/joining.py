"""How do two deeds become one? The first leads, blanks are filled, lists are joined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from whowhom.codebook import word_list
from whowhom.coding.sameness import ARMED, holds, is_general, is_told_better, same_party

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.model import Date, Harm, Party, Place

ASSAILANTS, OFFICERS, SOLDIERS = (word_list(name) for name in ("assailants", "police_officers", "soldiers"))
NIGHTLY = word_list("nightly")
COARSE = ("week", "month", "year")  # "freed five weeks after the raid": a day told is better than one counted so


def merge(one: Deed, other: Deed) -> Deed:
    """Two deeds as one: the first leads, blanks are filled, lists are joined, all evidence is kept."""
    other = _with_own_losses(one, other) if other.rule.result and not one.rule.joint else other
    died = other.rule.result and other.word.lemma == "die" and one.sentence is not other.sentence  # in a hospital, on a later day
    known = bool(one.actors or not other.actors) and not _is_one_sided(one, other)
    joint = one.rule.joint and known  # else "killed four rebels in a gunfight": it is told who killed whom
    changes: dict[str, Any] = {
        "modes": _modes(one.modes, other.modes),
        "actors": one.actors if joint and not _is_meeting(one, other) else _union(one.actors, other.actors, ()),
        "recipients": () if joint else _union(one.recipients, other.recipients, one.actors),
        "place": one.place if died else _finer(one.place, other.place),
        "date": one.date if died else _dated(one.date, other.date),
        "means": tuple(dict.fromkeys((*one.means, *other.means))),
        "targets": tuple(dict.fromkeys((*one.targets, *other.targets))),
        "harm": _tolls(one.harm, other.harm),
        "count": one.count or other.count,
        "size": one.size or other.size,
        "claims": tuple(dict.fromkeys((*one.claims, *other.claims))),
        "evidence": tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        "echoes": (*one.echoes, other, *other.echoes),
    }
    if one.reality == "asserted" and other.reality == "alleged" and not one.actors and other.actors:
        changes["reality"] = "alleged"
    if one.rule.result and not other.rule.result and not one.modes:
        changes["rule"] = one.rule
    return replace(one, **changes)


def _modes(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """All modes; what is called an air strike later was flown by the drone told before."""
    return tuple(dict.fromkeys((*one, *(mode for mode in other if mode != "aerial" or "drone" not in one))))


def _is_meeting(one: Deed, other: Deed) -> bool:
    """Whether two tellings of talks both say who was there: "returned to the table", "the delegations met with Qatari mediators"."""
    return one.type == other.type == "CONSULT" and other.rule.joint and bool(one.actors and other.actors)


def _is_one_sided(fight: Deed, outcome: Deed) -> bool:
    """ "killed four rebels in a gunfight", "students were killed in clashes with police": a fight of which one side is told; who fell is the other."""
    fell = outcome.rule.result and not outcome.rule.joint
    return fell and fight.rule.joint and fight.type == "ASSAULT" and len(fight.actors) < 2 and bool(fight.actors or outcome.actors)


def _with_own_losses(deed: Deed, outcome: Deed) -> Deed:
    """The outcome with those of the actor's own side told apart: "attacked a post; three of the assailants died", "police used gas; two officers were hurt"."""
    own = [party for party in outcome.recipients if _is_of_side(party, deed)]
    if not own:
        return outcome
    sided = tuple(
        harm.model_copy(update={"side": "actor"}) if any(harm.span[0] < party.span[1] and party.span[0] < harm.span[1] for party in own) else harm
        for harm in outcome.harm
    )
    return replace(outcome, harm=sided, recipients=tuple(party for party in outcome.recipients if party not in own))


def _is_of_side(party: Party, deed: Deed) -> bool:
    last = party.text.lower().split()[-1]
    if last in ASSAILANTS and is_general(party):
        return any(same_party(party, each) for each in deed.actors)
    sectors = {each.sector for each in deed.actors}
    of_force = (last in OFFICERS and "COP" in sectors) or (party.sector == "MIL" and party.id is None and last in SOLDIERS and sectors == {"MIL"})
    return of_force and bool(deed.recipients) and all(each.sector not in ("MIL", "COP") for each in deed.recipients)


def _tolls(one: tuple[Harm, ...], other: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """All tolls, each once: the same figures told again by nobody else add nothing."""
    known = {(harm.kind, harm.who, harm.low, harm.best, harm.high) for harm in one}
    one, other = tuple(harm for harm in one if not is_told_better(harm, other)), tuple(harm for harm in other if not is_told_better(harm, one))
    new = [harm for harm in other if (harm.kind, harm.who, harm.low, harm.best, harm.high) not in known or (harm.claimant and harm not in one)]
    return tuple(dict.fromkeys((*one, *new)))


def _union(one: tuple[Party, ...], other: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    found = list(one)
    for party in other:
        general = next((at for at, each in enumerate(found) if party.id and is_general(each) and party.sector in ARMED), None)
        if general is not None:  # the gunmen have a name now
            spans = (found[general].span, *found[general].mentions)
            found[general] = party.model_copy(update={"mentions": tuple(dict.fromkeys((*party.mentions, *spans)))})
        elif not any(same_party(party, each) and not _counted_apart(party, each) for each in found) and not any(
            {party.span, *party.mentions} & {actor.span, *actor.mentions}
            for actor in actors  # "killed by guards, two of whom were hurt"
        ):
            found.append(party)
    return tuple(found)


def _counted_apart(one: Party, other: Party) -> bool:
    """ "five civilians" and "nine people": two numbers under two nouns are two groups."""
    if one.count is None or other.count is None or one.count.best == other.count.best:
        return False
    return one.text.split()[-1].lower() != other.text.split()[-1].lower()


def _finer(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    return other if (one.feature == "country" and other.feature != "country") or holds(one, other) else one


def _dated(one: Date | None, other: Date | None) -> Date | None:
    if one is None or other is None:
        return one or other
    vague = one.start is None or one.text.lower() in NIGHTLY  # "were killed on 3 May, stabbed in the night"
    vague = vague or (one.basis == "relative-to-event" != other.basis and other.precision == "day" and any(unit in one.text for unit in COARSE))
    return other if vague and other.start is not None and other.text.lower() not in NIGHTLY else one
