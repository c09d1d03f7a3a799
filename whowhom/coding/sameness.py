"""Can two deeds, parties, places, days be one? What must agree, and what may differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.model import Date, Harm, Party, Place

Apart = set[frozenset[int]]  # pairs of trigger words (by identity) that are not one deed
ARMED = frozenset({"UAF", "REB", "CRM"})
STATE = frozenset({"GOV", "MIL", None})  # the sectors of those who act for a country; without one, it is the country by its name
FAMILIES = (frozenset({"explosives", "suicide-attack"}),)  # modes of one deed in other words: "the bombing" by a suicide bomber
SIDE_MODES = frozenset({"targeted", "destroy"})


def all_of(deed: Deed) -> list[Deed]:
    """The deed and all its echoes."""
    return [deed] if not deed.echoes else [deed, *(each for echo in deed.echoes for each in all_of(echo))]


def are_apart(one: Deed, other: Deed, apart: Apart) -> bool:
    """Whether the report itself tells two deeds, or echoes of them, as two."""
    return bool(apart) and any(frozenset((id(first.word), id(second.word))) in apart for first in all_of(one) for second in all_of(other))


def same_truth(one: Deed, other: Deed) -> bool:
    happened = ("asserted", "alleged", "denied")
    if (one.reality == "denied") != (other.reality == "denied") and one.actors and other.actors:
        if not any(is_by_name(a, b) for a in one.actors for b in other.actors):  # "denied that his men did it" says nothing of the gunmen who did
            return False
    if any(harm.stated == "none" for harm in (*one.harm, *other.harm)):
        return True
    return one.reality == other.reality or (one.reality in happened and other.reality in happened)


def same_side(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Whether two sides can be the same people: one is unknown, or they share a party or a country without other names."""
    return not one or not other or any(same_party(a, b) for a in one for b in other)


def is_by_name(one: Party, other: Party) -> bool:
    """Whether two parties are one by their words, mentions, name or id, or share a country."""
    spans, others = {one.span, *one.mentions}, {other.span, *other.mentions}
    return bool(spans & others) or one.name == other.name or (one.id is not None and one.id == other.id) or _share_country(one, other)


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are one: the same words, name or id; or a general word of the same country and sector."""
    if one.span == other.span or one.name == other.name or (one.id and one.id == other.id):
        return True
    if set(one.mentions) & set(other.mentions) or one.span in other.mentions or other.span in one.mentions:
        return True
    words, others = set(one.name.lower().split()), set(other.name.lower().split())
    if len(words) > 0 and (words <= others or others <= words):
        return one.country == other.country or one.country is None or other.country is None
    if (is_general(one) and other.sector in ARMED) or (is_general(other) and one.sector in ARMED):
        return True
    if (
        not (one.id or other.id)
        and {backer.name for backer in one.backers} & {backer.name for backer in other.backers}
        and one.sector == other.sector
    ):
        return True
    if one.id and other.id and not _act_for_states(one, other):
        return False  # two groups with names of their own
    return _share_country(one, other) and (one.sector == other.sector or _act_for_states(one, other))


def _act_for_states(one: Party, other: Party) -> bool:
    """Whether both are a state, its government or its army."""
    return {one.sector, other.sector} <= STATE


def _share_country(one: Party, other: Party) -> bool:
    return one.country is not None and one.country == other.country


def is_general(party: Party) -> bool:
    """A bare word for armed people, who may turn out to be any group: "gunmen", "the attackers"."""
    return party.id is None and party.country is None and party.sector in ARMED and not party.backers


def same_place(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be one: equal, or one a country that holds the other."""
    if one is None or other is None:
        return True
    if one.name == other.name:
        return True
    return one.country == other.country and "country" in (one.feature, other.feature)


def same_time(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None:
        return True
    if one.start is None or other.start is None:
        return one.text.lower() == other.text.lower() or (one.start is None and one.end is None and other.end is not None)
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def modes_fit(deed: Deed, other: Deed) -> bool:
    """Whether the modes can be of one deed: one has none, or they share one, or one word is general."""
    one, two = set(deed.modes) - SIDE_MODES, set(other.modes) - SIDE_MODES
    return not one or not two or bool(one & two) or any(one & family and two & family for family in FAMILIES)


def harm_fits(deed: Deed, other: Deed) -> bool:
    """Two tolls of one deed told by one voice agree; different claimants may differ."""
    for one in deed.harm:
        for two in other.harm:
            if one.kind == two.kind and one.who == two.who and one.best is not None and two.best is not None and one.best != two.best:
                if one.claimant is None and two.claimant is None and not (is_one_person(one) or is_one_person(two)):
                    return False
    return True


def is_one_person(harm: Harm) -> bool:
    """A toll of one person told by a pronoun, and so of somebody told before: "he was hit", "she died on the spot"."""
    return harm.best == 1 and harm.text.lower() in ("he", "she", "him", "her")
