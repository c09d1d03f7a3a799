"""Whom does it concern? Those behind what is promised, asked, refused or threatened, where the deed's own functions name nobody.

"rejected a US offer" is said to the US, "agreed to reopen its borders to peacekeepers" to the peacekeepers, "threatened to cut off
power to the enclave" to the enclave. The words below the deed are searched level by level; the nearest level that names somebody wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.gazetteer import NamedPlace
from whowhom.parse.frame import conjoined, core
from whowhom.parse.syntax import MESSAGES
from whowhom.parse.wordings import look_up

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.coding.parties import Parties, Reading
    from whowhom.model import Party
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Word

CONCERNING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "SANCTION", "RETREAT", "PROTEST", "AID"})
PLACED = frozenset({"AGREE", "CONCEDE", "RETREAT", "SANCTION", "THREATEN", "AID", "COERCE", "REQUEST", "SUPPORT", "REJECT"})
"""Types that concern a place's people where no other side is named: a curfew, a blockade, an aid stop, a promise of troops."""
PLACED_AT_DEED = frozenset({"CONCEDE", "RETREAT", "SANCTION", "COERCE"})
"""Of these, types whose own place is meant, not only that of their content: "agreed in Moscow" is no agreement with Moscow."""
SEALING = frozenset({"curfew", "martial-law", "restrict", "censor"})
TOPICAL = frozenset({"PROTEST", "ACCUSE"})
"""Types whose reason names their addressee: "protested against the policies of X", "rallied to demand reforms by X"."""
MUTUAL = word_list("counterparts")
INVOLVED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""Types of deed whose doer, not whose victim, is the one condemned for it."""
FATES = word_list("boons") | word_list("hardships")  # those whom they are of are neither asked nor protested against
LETTING_GO = word_list("letting_go")
REASONS = word_list("reason_verbs")
REACTIONS = word_list("receptions")
"""What a deed met with is nobody it was done to: "left to the cheers of the crowd"."""
CIRCUMSTANCES = word_list("circumstance") - {"by", "over"} | frozenset(
    {"as", "than", "like", "without", "within", "under", "outside", "off", "along"}
)
ALLEGING = word_list("allegations")
PRESSING = word_list("pressures")
CARRIED_OUT = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "RETREAT"})
"""Types of deed that a refused request can be for, and that are done to the place they name: "rejected a call for troops to be sent to X"."""
LOCATIVES = frozenset({"in", "at", "into", "around", "inside", "across", "throughout"})
BARRED = frozenset(
    {"relcl", "npadvmod", "punct", "mark", "cc", "preconj", "appos", "parataxis", "dep", "expl", "det", "aux", "auxpass", "neg", "advmod"}
)
FORCES = word_list("forces")
"""What a side sends, keeps or withdraws is its instrument and not the one it deals with."""
WRITING = word_list("writing")
STREETS, HOMELAND, ARRIVING = (word_list(name) for name in ("streets", "homeland", "arriving"))
LEVELS = 7  # edges of the parse below the deed that are looked at: deeper nouns belong to somebody else's affair
OPPOSING = word_list("opposing")


def concerned(deed: Deed, parties: Parties, actors: list[Reading]) -> list[Reading]:
    """The parties behind the content of a deed, or those of the place that it concerns; empty where nobody is named."""
    if not actors or deed.type not in CONCERNING | PLACED or "resign" in deed.modes or "subject" in deed.rule.recipient:
        return []
    if _is_mutual(deed, actors) or (deed.type == "COERCE" and not SEALING & set(deed.modes)):
        return []
    search = Search(deed, parties, actors)
    taken = {id(word) for each in (*deed.frame.get("subject"), *deed.frame.get("doer")) for word in _beside(each, deed)}
    top = [word for word in (*deed.words, *([deed.light] if deed.light else [])) if id(word) not in taken]
    if deed.type == "THREATEN":
        taken |= {id(word) for each in _own_doers(top) for word in each.subtree()}
    if deed.type != deed.rule.event and (found := search.named(_spoken_to(deed))):
        return found
    if found := search.named(_written_to(deed)):
        return found
    if deed.type in CONCERNING and (found := search.down(top, taken, {id(word) for word in top}) or search.down(search.clauses, taken, set())):
        return found
    if deed.type == "COERCE":
        search.down(top, taken, {id(word) for word in top})
    if deed.type == "THREATEN" and (found := search.named(_conditions(top))):
        return found
    return [] if "disarm" in deed.modes else search.first_place()


def _own_doers(top: list[Word]) -> list[Word]:
    """ "Turkey will expel the envoys, its minister warned": who will do it is not who is threatened."""
    contents = [kid for word in top if word.is_verb for kid in word.all_kids("ccomp")]
    return [
        verb.all_kids("nsubj")[0] for verb in contents if verb.kid("nsubj") and any(kid.lower in ("will", "would") for kid in verb.all_kids("aux"))
    ]


def _beside(doer: Word, deed: Deed) -> list[Word]:
    """The words of a doer, but for the clause of it that tells the deed: "the premier, who is due to meet rebels"."""
    telling = next((kid for kid in doer.kids if kid.dep in ("relcl", "acl") and any(word is deed.word for word in kid.subtree())), None)
    told = {id(word) for word in telling.subtree()} if telling is not None else set()
    return [word for word in doer.subtree() if id(word) not in told]


def _spoken_to(deed: Deed) -> list[Word]:
    """Who is told what will be done: "warned Baku that it would recall its envoy"."""
    if deed.telling is None:
        return []
    verbs = [*(verb for _, _, verb in deed.telling.claims), *(verb for verb, function in deed.telling.path if function == "clause")]
    return [word for verb in verbs if verb.is_verb for word in verb.all_kids("dobj", "dative")]


def _written_to(deed: Deed) -> list[Word]:
    """Whom a letter, a call or a journey went to: "wrote to the council seeking troops", "phoned Caracas to thank it", "came to Rome with a plea"."""
    head = deed.word.head
    if deed.frame.nominal:
        if deed.word.dep != "pobj" or head.lower != "with" or head.head.lemma not in ARRIVING:
            return []
        return [kid for each in head.head.all_kids("prep") if each.lower in ("to", "in", "at") for kid in each.all_kids("pobj")]
    if head.lemma in MESSAGES and deed.word.dep == "acl":
        head = head.head
    if deed.word.dep not in ("advcl", "xcomp", "acl", "conj") or head.lemma not in WRITING or deed.word.kid("nsubj") is not None:
        return []
    to = [kid for each in head.all_kids("prep", "dative") if each.lower in ("to", "with") for kid in each.all_kids("pobj")]
    return [*head.all_kids("dative"), *to, *([] if to else head.all_kids("dobj"))]


def _conditions(top: list[Word]) -> list[Word]:
    """Who should do or leave what, in "unless" and "if" clauses: those who are threatened."""
    verbs = [*top, *(kid for word in top for kid in word.kids if kid.dep in ("xcomp", "ccomp"))]
    clauses = [
        kid for verb in verbs for kid in verb.all_kids("advcl") if any(mark.lower in ("if", "unless", "until") for mark in kid.all_kids("mark"))
    ]
    return [subject for clause in clauses for subject in clause.all_kids("nsubj")]


@dataclass(slots=True)
class Search:
    """The search below one deed: what was put aside on the way down."""

    deed: Deed
    parties: Parties
    actors: list[Reading]
    places: list[Word] = field(default_factory=list)
    clauses: list[Word] = field(default_factory=list)

    def down(self, top: list[Word], taken: set[int], heads: set[int]) -> list[Reading]:
        """The parties of the nearest level below these words that names any; places and finite clauses of nouns are put aside."""
        level, seen = top, {id(word) for word in top}
        for _ in range(LEVELS):
            below = [kid for word in level for kid in self.followed(word, id(word) in heads)]
            level = [kid for kid in below if id(kid) not in seen and id(kid) not in taken]
            seen.update(id(kid) for kid in level)
            if found := self.named(level):
                return found
        return []

    def followed(self, word: Word, is_head: bool) -> list[Word]:
        """The words below a word that may lead to those concerned."""
        found = []
        deed, topical = self.deed, self.deed.type in TOPICAL
        doing_only = deed.type == "ACCUSE" and not is_head and self.parties.deed_types.get(id(word)) in INVOLVED
        for kid in word.kids:
            if kid.dep == "nsubjpass" and deed.type == "REQUEST" and word.lemma in LETTING_GO:
                continue  # "demanded that the sailors be released": who is to be freed is not who is asked
            if kid.lower == "with" and any(inner.kid("nsubj") is not None for inner in kid.all_kids("pcomp")):
                continue  # "…, with Syria voting against"
            if kid.dep == "prep" and any(inner.lemma in REACTIONS for inner in kid.all_kids("pobj")):
                continue
            if kid.lower == "of" and word.lemma in STREETS and deed.type == "PROTEST":
                continue
            if (
                (kid.dep in BARRED and not _is_purpose(kid))
                or (kid.dep == "conj" and kid.is_verb and is_head)
                or (is_head and kid.dep in ("nsubj", "csubj"))
            ):
                continue
            if (kid.dep == "advcl" and not _is_reason(kid, topical)) or (
                kid.dep in ("ccomp", "acl") and kid.kid("advmod") is not None and _is_where(kid)
            ):
                continue
            if doing_only and not _names_doer(kid):
                continue
            if kid.dep == "prep" and not _is_topic(kid, deed):
                if kid.lower in LOCATIVES:
                    opening = kid.index == deed.sentence.words[0].index and deed.type != "COERCE"  # "In Mandalay, 60 soldiers surrendered"
                    if self._holds_place(word, is_head) and not opening:
                        self.places.extend(kid.all_kids("pobj"))
                    continue
                if (
                    kid.lower in CIRCUMSTANCES
                    or (kid.lower == "from" and is_head and deed.type == "PROTEST")
                    or (kid.lower == "of" and word.lemma in FATES and (topical or deed.type == "REQUEST"))
                ):
                    continue
                if kid.lower == "by" and word.lemma in ALLEGING and deed.type == "ACCUSE":
                    continue
            if kid.dep == "acl" and not doing_only and kid.kid("nsubj") is not None:
                self.clauses.append(kid)
                continue
            found.append(kid)
        return found

    def _holds_place(self, word: Word, is_head: bool) -> bool:
        """Whether the place that a word tells may be where the deed or its content falls."""
        if self.deed.type == "REJECT":
            return any(pattern.rule.event in CARRIED_OUT for pattern in self.parties.draft.book.verbs.get(word.lemma, ()))
        return not is_head or bool({self.deed.type, self.deed.rule.event} & PLACED_AT_DEED)

    def named(self, words: list[Word]) -> list[Reading]:
        """The parties among the words, each once, those conjoined to them with them; none that is the actor or his own force."""
        found: dict[tuple[int, int], Reading] = {}
        for word in words:
            for each in conjoined(word):
                if not may_name(each, self.deed, self.parties):
                    continue
                if each.lemma in HOMELAND and any(kid.tag == "PRP$" for kid in each.kids):
                    continue
                reading = self.parties.read(each, self.deed.sentence)
                if reading is None or not _is_somebody(reading.party) or self._is_own(each, reading.party):
                    continue
                found.setdefault(reading.party.span, reading)
        return list(found.values())

    def _is_own(self, word: Word, party: Party) -> bool:
        if any(_same(party, actor.party) for actor in self.actors):
            return True
        if is_own_visitor(word, party, self.deed, self.actors):
            return True
        dealt_with = word.dep == "pobj" and word.head.lower in ("with", "by", "against", "between")
        if dealt_with or word.lemma not in FORCES or party.id is not None or word.index in self.parties.draft.names[self.deed.sentence.index]:
            return False
        if any(kid.tag == "PRP$" for kid in word.kids):
            return True
        names = self.parties.draft.names[self.deed.sentence.index]
        named = any(kid.index in names for kid in word.kids if kid.dep in ("amod", "compound", "nmod", "poss"))
        return not named or party.country in {actor.party.country for actor in self.actors}

    def first_place(self) -> list[Reading]:
        """The first place put aside whose people a measure falls on."""
        names = self.parties.draft.names[self.deed.sentence.index]
        for word in self.places:
            inner = next((kid for prep in word.all_kids("prep") if prep.lower == "of" for kid in prep.all_kids("pobj") if kid.index in names), word)
            if found := [each for each in self.named([inner]) if _is_subject_to(each.party, self.actors)]:
                return found
        return []


def is_own_visitor(word: Word, party: Party, deed: Deed, actors: list[Reading]) -> bool:
    """ "Moscow cancelled a visit by its foreign minister": he is no one whom it would not meet."""
    head = word.head if word.dep == "compound" else word
    return "meet" in deed.modes and head.head.lower == "by" and party.country in {actor.party.country for actor in actors}


def _is_mutual(deed: Deed, actors: list[Reading]) -> bool:
    """ "the two sides agreed": they are one another's."""
    if deed.type != "AGREE":
        return False
    return len(actors) > 1 or any(core(word).lemma in MUTUAL or word.lemma in MUTUAL for word in deed.frame.get("subject"))


def _names_doer(kid: Word) -> bool:
    """Whether a word below a deed's word leads to who did it: accused are those who act, not those who suffer."""
    if kid.dep in ("poss", "amod", "compound", "nmod", "agent", "nsubj") or (kid.dep == "prep" and kid.lower == "by"):
        return True
    return kid.dep == "acl" and kid.kid("agent") is not None


def _is_purpose(clause: Word) -> bool:
    """ "a call for its troops to be deployed": an infinitive that the parser took for a relative clause."""
    return clause.dep == "relcl" and clause.tag in ("VB", "VBN") and any(kid.lower == "to" and kid.dep == "aux" for kid in clause.kids)


def _is_reason(clause: Word, topical: bool) -> bool:
    """ "to demand reforms", "demanding reforms": not "after", "if", "when"."""
    if clause.kid("mark") is not None:
        return False
    return any(kid.lower == "to" and kid.dep == "aux" for kid in clause.kids) or (topical and clause.tag == "VBG" and clause.lemma in REASONS)


def _is_topic(preposition: Word, deed: Deed) -> bool:
    """ "in protest against", "in opposition to", "an inquiry into", "refused despite pressure by"."""
    noun = preposition.kid("pobj")
    if preposition.lower == "into":
        return deed.type == "ACCUSE"
    if preposition.lower == "despite":
        return deed.type == "REJECT" and noun is not None and noun.lemma in PRESSING
    return preposition.lower == "in" and noun is not None and noun.lemma in OPPOSING


def _is_where(clause: Word) -> bool:
    """ "the city where …": a clause on a place, wherever the parser hangs it."""
    return any(kid.lower in ("where", "when") for kid in clause.all_kids("advmod"))


def may_name(word: Word, deed: Deed, parties: Parties) -> bool:
    """Whether a word names people, states or groups: a thing does only by whose it is ("German goods")."""
    names = parties.draft.names[deed.sentence.index]
    if word.index in names:
        return not _is_structure(names[word.index])
    if word.is_pronoun:
        return word.dep in ("dobj", "pobj", "dative", "nsubj")
    if not word.is_noun or word.dep in ("compound", "nmod", "amod"):
        return False
    book, inner = parties.draft.book, core(word)
    if word.lower == "force" and not word.kids:
        return False  # "respond with force": no troop
    if look_up(book.roles, inner) is not None or inner.index in names or (word.is_name and look_up(book.targets, word) is None):
        return True
    owners = [kid for kid in word.kids if kid.dep in ("amod", "compound", "nmod", "poss")]
    if look_up(book.targets, word) is not None and any(look_up(book.roles, kid) is not None for kid in owners):
        return True  # "rebel camps"
    return any(kid.index in names for kid in owners)


def _is_structure(name: Name) -> bool:
    """Whether a name is that of a bridge, an airport, a mountain: a thing, and nobody lives there."""
    return name.sense == "place" and all(isinstance(each.thing, NamedPlace) and each.thing.kind in ("facility", "natural") for each in name.entries)


def _is_subject_to(party: Party, actors: list[Reading]) -> bool:
    """A place stands for its people: abroad for its government, at home for those governed."""
    homes = {actor.party.country for actor in actors}
    return bool(actors) and (party.country not in homes or any(actor.party.sector in (None, "GOV", "MIL", "COP", "JUD") for actor in actors))


def _is_somebody(party: Party) -> bool:
    return bool(party.country or party.id or party.sector)


def _same(one: Party, other: Party) -> bool:
    return one.span == other.span or one.name == other.name or one.span in other.mentions or other.span in one.mentions
