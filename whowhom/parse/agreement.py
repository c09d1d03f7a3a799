"""Can an earlier mention be what a noun that points back means? By its own words, by what the codebook says of it, by what people they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.mentions import is_plural

if TYPE_CHECKING:
    from whowhom.entries import Anaphor
    from whowhom.parse.mentions import Mention

ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "CRM"})
UNARMED = frozenset({"IGO", "NGO", "UNO", "EUR", "MNC"})  # PLOVER's codes of bodies between states, charities and businesses
OFFICES = word_list("offices_apart")
RANKS = word_list("deputising")
KINDS = word_list("office_qualities")
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "ELI", "COP", "JUD", "SPY"})


def tells(other: Mention, own: Mention) -> bool:
    """Whether an earlier noun is the same thing in more words: it has the noun itself, and something beside it."""
    key = own.word.lemma
    if key in ("army", "military") and other.sector in ("REB", "PRM", "UAF", "CRM"):
        return False
    mine = {kid.lower for kid in own.word.kids if kid.dep in ("amod", "compound")} - {"former", "two", "rival"}
    if (mine and not mine <= other.keys) or _ranks_apart(other, own):
        return False
    if is_plural(own.word) != is_plural(other.word) and (other.word.lemma == key or (is_plural(own.word) and other.kind == "person")):
        return False
    if other.word.lemma == key:
        return bool(other.keys - {key, other.word.lower, *mine}) or other.word.kid("det") is None
    return key in other.keys and (other.name is not None or other.word.is_name or other.kind == "group")


def is_meant(other: Mention, own: Mention, entry: Anaphor) -> bool:
    """Whether a noun that points back may mean a mention by what the codebook says of it."""
    many = is_plural(own.word)
    if own.word.lemma in ("army", "military") and other.sector in ("REB", "PRM", "UAF", "CRM"):
        return False  # "the army" is no National Liberation Army that fights it
    if entry.like and (other.word.lemma in entry.like or (not other.word.is_name and other.kind != "person" and other.keys & set(entry.like))):
        return (other.many == many or other.kind == "group") and (entry.kind != "group" or _kinds(own) <= other.keys)
    owner = next((kid for kid in own.word.kids if kid.dep in ("amod", "compound")), None)
    if many or (owner is not None and owner.lower in other.keys):
        return owner is not None and entry.kind == other.kind == "group" and not many
    if entry.within:
        return other.kind in ("group", "proper", "business") and bool(other.keys & set(entry.within))
    if entry.kind == "business":
        return other.kind == "business" or (
            other.kind in ("proper", "group") and other.sector in ("BUS", None) and other.word.is_name and not other.gender
        )
    if entry.armed and (other.sector not in (*ARMED, None) or other.home in UNARMED):
        return False
    if entry.kind == "group":
        return other.kind == "group" and (other.name is not None or other.word.is_name) and other.sector not in ("GOV", "COP", "LEG", "JUD", "BUS")
    if entry.kind == "country":
        return other.kind == "country" and other.name is not None and other.name.sense == "country"
    return entry.kind == "place" and other.kind == "place"


def _kinds(own: Mention) -> set[str]:
    """ "the prime minister", "the interior ministry": of which kind."""
    return {kid.lower for kid in own.word.kids if kid.dep == "compound" or (kid.dep == "amod" and kid.lower in KINDS)}


def _ranks_apart(person: Mention, own: Mention) -> bool:
    """Whether one holds the office, and the other is deputy to it: "the prime minister" is no deputy prime minister."""
    return person.is_person and RANKS & person.keys != RANKS & {kid.lower for kid in own.word.kids} and own.word.lemma in OFFICES


def alike(other: Mention, own: Mention) -> bool:
    """Whether two common nouns are people of one kind: "the attackers" after gunmen, "the soldiers" after troops."""
    if own.role is None or other.role is None or holds_another_office(other, own):
        return False
    return (own.role == other.role != "civilians") or {own.sector, other.sector} <= {"REB", "UAF", "CRM"}


def holds_another_office(person: Mention, own: Mention) -> bool:
    """Whether "the ambassador" points back to somebody told to be something else: a spokesman."""
    lemma = own.word.lemma
    if lemma not in OFFICES or OFFICES.isdisjoint(person.keys):
        return False
    if lemma == "premier" and "prime" in person.keys:
        return False
    return lemma not in person.keys or not _kinds(own) <= person.keys or _ranks_apart(person, own)


def can_be(person: Mention, own: Mention) -> bool:
    """Whether a named person can be "the officer", "the union leader": nothing known of them speaks against it."""
    if person.gender and own.gender and person.gender != own.gender:
        return False
    if holds_another_office(person, own):
        return False
    if own.word.lemma in OFFICES and person.role is None and person.name is None:
        return False  # a passer-by who was named before is not "the prime minister"
    if person.sector is None or own.sector is None:
        return person.kind == "person" or person.word.kid("compound") is not None
    return person.sector == own.sector or {person.sector, own.sector} <= ARMED or {person.sector, own.sector} <= OFFICIAL
