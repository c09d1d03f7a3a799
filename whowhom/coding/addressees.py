"""Whom does it concern? Those behind what is promised, asked, refused or threatened, where the deed's own functions name nobody.

"rejected a US offer" is said to the US, "agreed to reopen its borders to peacekeepers" to the peacekeepers, "threatened to cut off
power to the enclave" to the enclave. The words below the deed are searched level by level; the nearest level that names somebody wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.syntax import conjoined, core
from whowhom.parse.wordings import look_up

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.coding.parties import Parties, Reading
    from whowhom.model import Party
    from whowhom.parse.tree import Word

CONCERNING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "SANCTION", "RETREAT", "PROTEST", "AID"})
PLACED = frozenset({"AGREE", "CONCEDE", "RETREAT", "SANCTION", "THREATEN", "AID", "COERCE", "REQUEST", "SUPPORT"})
"""Types that concern a place's people where no other side is named: a curfew, a blockade, an aid stop, a promise of troops."""
PLACED_AT_DEED = frozenset({"CONCEDE", "RETREAT", "SANCTION", "COERCE"})
"""Of these, types whose own place is meant, not only that of their content: "agreed in Moscow" is no agreement with Moscow."""
SEALING = frozenset({"curfew", "martial-law", "restrict", "censor"})
TOPICAL = frozenset({"PROTEST", "ACCUSE"})
"""Types whose reason names their addressee: "protested against the policies of X", "rallied to demand reforms by X"."""
MUTUAL = frozenset({"side", "party", "delegation", "delegate", "neighbour", "neighbor", "rival", "foe", "both", "two"})
INVOLVED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""Types of deed whose doer, not whose victim, is the one condemned for it."""
FREED = frozenset({"release", "return", "reinstatement", "freedom", "pardon", "amnesty", "freeing", "acquittal", "burial", "rescue"})
REASONS = frozenset(
    {"demand", "call", "protest", "denounce", "condemn", "urge", "press", "oppose", "ask", "seek", "accuse", "show", "express", "chant"}
)
CIRCUMSTANCES = word_list("circumstance") - {"by", "over"} | frozenset(
    {"as", "than", "like", "without", "within", "under", "outside", "off", "along"}
)
LOCATIVES = frozenset({"in", "at", "into", "around", "inside", "across", "throughout"})
BARRED = frozenset(
    {"relcl", "npadvmod", "punct", "mark", "cc", "preconj", "appos", "parataxis", "dep", "expl", "det", "aux", "auxpass", "neg", "advmod"}
)
LEVELS = 7  # edges of the parse below the deed that are looked at: deeper nouns belong to somebody else's affair


def concerned(deed: Deed, parties: Parties, actors: list[Reading]) -> list[Reading]:
    """The parties behind the content of a deed, or those of the place that it concerns; empty where nobody is named."""
    if not actors or deed.type not in CONCERNING | PLACED or "resign" in deed.modes or "subject" in deed.rule.recipient or _is_mutual(deed, actors):
        return []
    if deed.type == "COERCE" and not SEALING & set(deed.modes):
        return []
    taken = {id(word) for each in (*deed.frame.get("subject"), *deed.frame.get("doer")) for word in each.subtree()}
    top = [word for word in (*deed.words, *([deed.light] if deed.light else [])) if id(word) not in taken]
    heads, level, seen = {id(word) for word in top}, top, {id(word) for word in top}
    places: list[Word] = []
    for _ in range(LEVELS):
        below = [kid for word in level for kid in _followed(word, id(word) in heads, deed, places, parties)]
        level = [kid for kid in below if id(kid) not in seen and id(kid) not in taken]
        seen.update(id(kid) for kid in level)
        if deed.type != "COERCE" and (found := _named(level, deed, parties, actors)):
            return found
    return [each for each in _named(places, deed, parties, actors) if _is_subject_to(each.party, actors)]


def _is_mutual(deed: Deed, actors: list[Reading]) -> bool:
    """ "the two sides agreed": they are one another's."""
    if deed.type != "AGREE":
        return False
    return len(actors) > 1 or any(core(word).lemma in MUTUAL or word.lemma in MUTUAL for word in deed.frame.get("subject"))


def _followed(word: Word, is_head: bool, deed: Deed, places: list[Word], parties: Parties) -> list[Word]:
    """The words below a word that may lead to those concerned; objects of locatives are put aside."""
    found = []
    doing_only = deed.type == "ACCUSE" and not is_head and parties.deed_types.get(id(word)) in INVOLVED
    for kid in word.kids:
        if kid.dep in BARRED or (kid.dep == "conj" and kid.is_verb and is_head) or (is_head and kid.dep in ("nsubj", "csubj")):
            continue
        if kid.dep == "advcl" and not _is_reason(kid, deed.type in TOPICAL):
            continue
        if doing_only and not _names_doer(kid):
            continue
        if kid.dep == "prep":
            if kid.lower in LOCATIVES and not _is_topic(kid):
                if not is_head or deed.type in PLACED_AT_DEED:
                    places.extend(kid.all_kids("pobj"))
                continue
            if kid.lower in CIRCUMSTANCES and not _is_topic(kid):
                continue
            if kid.lower == "of" and word.lemma in FREED and deed.type in TOPICAL:
                continue
        found.append(kid)
    return found


def _names_doer(kid: Word) -> bool:
    """Whether a word below a deed's word leads to who did it: accused are those who act, not those who suffer."""
    if kid.dep in ("poss", "amod", "compound", "nmod", "agent", "nsubj") or (kid.dep == "prep" and kid.lower == "by"):
        return True
    return kid.dep == "acl" and kid.kid("agent") is not None


def _is_reason(clause: Word, topical: bool) -> bool:
    """ "to demand reforms", "demanding reforms": not "after", "if", "when"."""
    if clause.kid("mark") is not None:
        return False
    return any(kid.lower == "to" and kid.dep == "aux" for kid in clause.kids) or (topical and clause.tag == "VBG" and clause.lemma in REASONS)


def _is_topic(preposition: Word) -> bool:
    """ "in protest against", "in opposition to"."""
    noun = preposition.kid("pobj")
    return preposition.lower == "in" and noun is not None and noun.lemma in ("protest", "opposition", "defiance", "response", "solidarity")


def _named(words: list[Word], deed: Deed, parties: Parties, actors: list[Reading]) -> list[Reading]:
    """The parties among the words, each once, those conjoined to them with them; none that is the actor."""
    found: dict[tuple[int, int], Reading] = {}
    for word in words:
        for each in conjoined(word):
            if not _may_name(each, deed, parties):
                continue
            reading = parties.read(each, deed.sentence)
            if reading is None or not _is_somebody(reading.party) or any(_same(reading.party, actor.party) for actor in actors):
                continue
            found.setdefault(reading.party.span, reading)
    return list(found.values())


def _may_name(word: Word, deed: Deed, parties: Parties) -> bool:
    """Whether a word names people, states or groups: a thing does only by a nationality before it ("German goods")."""
    names = parties.draft.names[deed.sentence.index]
    if word.index in names:
        return True
    if word.is_pronoun:
        return word.dep in ("dobj", "pobj", "dative")
    if not word.is_noun or word.dep in ("compound", "nmod", "amod"):
        return False
    book, inner = parties.draft.book, core(word)
    if look_up(book.roles, inner) is not None or inner.index in names or (word.is_name and look_up(book.targets, word) is None):
        return True
    return any(kid.index in names and kid.dep in ("amod", "compound", "nmod", "poss") for kid in word.kids)


def _is_subject_to(party: Party, actors: list[Reading]) -> bool:
    """A place stands for its people: abroad for its government, at home for those governed."""
    homes = {actor.party.country for actor in actors}
    return bool(actors) and (party.country not in homes or any(actor.party.sector in (None, "GOV", "MIL", "COP", "JUD") for actor in actors))


def _is_somebody(party: Party) -> bool:
    return bool(party.country or party.id or party.sector)


def _same(one: Party, other: Party) -> bool:
    return one.span == other.span or one.name == other.name or one.span in other.mentions or other.span in one.mentions
