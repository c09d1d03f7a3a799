"""What do the words of a noun phrase say of a party? Its name, its office, whose it is, who backs it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.actors import FORMER, Known, known
from whowhom.coding.facts import COUNTRY_SENSES, Facts
from whowhom.coding.force import EITHER, police_beside
from whowhom.gazetteer import Actor, NamedPlace
from whowhom.model import Backer
from whowhom.parse.agreement import REGION_WORDS
from whowhom.parse.names import Name
from whowhom.parse.wordings import look_up, means_of

if TYPE_CHECKING:
    from whowhom.coding.parties import Parties
    from whowhom.entries import Role
    from whowhom.model import Party
    from whowhom.parse.tree import Sentence, Span, Word

BACKED = word_list("backed")
BORROWING = word_list("borrowing")  # a rebel leader is a rebel, a union's spokesman a unionist
OWNED = word_list("owned_by")
PHRASE_DEPS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "quantmod", "npadvmod", "punct"})
LYING = frozenset({"in", "at", "near", "from", "outside"})
OF_DEPS = frozenset({"of", "from", "in", "for"})
OFFICES = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})
CIVIL_CRAFT, BUSINESSES = word_list("civil_craft"), word_list("business_names")
TITLED = OFFICES | {"REB", "UAF", "PRM", "CRM", "OPP"}
TITLES = word_list("personal_titles")
OPPOSED = word_list("opposed")
GROUPS, MEMBERS = word_list("own_groups"), word_list("own_members")
OF_ANOTHER, GUESTS = word_list("of_another"), word_list("guests")
CHARGED, STATES = word_list("with_a_charge"), word_list("states")
ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
LED = ARMED | frozenset(
    {"OPP", "LAB", "PTY", "REL", "SOC", "EDU", "MIL", "COP", "BUS", "JRN", "MED", "GOV", "JUD", "LEG"}
)  # who has leaders and spokesmen of its own kind
DWELLING, AREAS = word_list("dwelling"), word_list("areas")
SERVING = word_list("serving")
WORLDWIDE, INTERGOVERNMENTAL, NONGOVERNMENTAL = word_list("worldwide"), word_list("intergovernmental"), word_list("nongovernmental")
WORLDWIDE_ROLES = frozenset({"bodies", "social", "judiciary", "labour", "business"})


def from_phrase(parties: Parties, word: Word, sentence: Sentence, facts: Facts) -> None:
    """What the words of a noun phrase say: its name, its office, whose it is."""
    name = parties.draft.name_at(sentence, word)
    book = parties.draft.book
    role = look_up(book.roles, word) if name is None or name.sense in ("nationality", "place") else None
    if name is not None and (_is_namesake(parties, word, name, sentence) or _is_one_of_many(parties, word, name)):
        name = None
    if name is not None:
        facts.take_name(known_as(parties, name, word, sentence), name.span, word)
    if role is not None:
        facts.take_role(role.sector, word, role.id)
        if word.tag not in ("NNS", "NNPS") or word.is_name:
            facts.title = facts.title if facts.named else (facts.text if role.sector in ("GOV", "MIL", "LEG", "JUD") else None)
    elif facts.country and (fellows := _shared_noun(word, name)) is not None and (role := look_up(book.roles, fellows)) is not None:
        facts.take_role(role.sector, fellows, role.id)
    elif means_of(word, book):
        facts.take_role(_sector_of_weapon(word), word, "means")
        facts.weapon = True
    elif name is None:
        facts.plain(word, look_up(book.targets, word) is not None and not _is_body(word))
    force = police_beside(parties.draft, word, sentence) if role is not None and facts.sector == "MIL" and word.lemma in EITHER else None
    _from_modifiers(parties, word, sentence, facts)
    if force is not None and facts.sector == "MIL":
        _from_force(parties, *force, facts)
    _from_fellow(parties, word, sentence, facts)
    _from_clause(parties, word, sentence, facts)
    if role is not None and role.country:
        facts.take_international(role.country, (word.start, word.end), f"roles.{role.id}")
    elif facts.proper or (role is not None and role.id in WORLDWIDE_ROLES):
        _from_reach(word, facts)


def _sector_of_weapon(word: Word) -> str | None:
    """A weapon is an army's, but for a bomb; an aircraft of an airline or with passengers is a business's."""
    kinds = {kid.lower for kid in word.all_kids("compound", "amod", "nmod", "poss")}
    return None if word.lemma in ("bomb", "car", "explosive") else "MIL" if kinds.isdisjoint(CIVIL_CRAFT | BUSINESSES) else "BUS"


def _is_body(word: Word) -> bool:
    """ "the International Seabed Office (ISO)": a name with an acronym or a reach is a body, not its building."""
    reach = any(kid.lower in WORLDWIDE and kid.is_name for kid in word.all_kids("compound", "amod", "nmod"))
    return word.is_name and (reach or any(kid.text.isupper() and len(kid.text) > 2 for kid in word.all_kids("appos")))


def _from_clause(parties: Parties, word: Word, sentence: Sentence, facts: Facts) -> None:
    """ "a group based in X", "refugees fleeing the war in X", "hackers working for X": where its people live or come from, or whom they serve."""
    if facts.country or not facts.is_party:
        return
    for clause in word.all_kids("acl", "relcl"):
        dwells = clause.lemma in DWELLING and clause.dep == "acl"
        serves = clause.lemma in SERVING
        if not dwells and not serves and clause.lemma != "flee":
            continue
        for below in clause.subtree():
            name = parties.draft.name_at(sentence, below)
            before = ("for", "of") if serves else ("in", "from", "on")
            fits = below.dep == "pobj" and below.head.lower in before and (below.head.head is clause or not (dwells or serves))
            if name is not None and (fits or (below.dep == "dobj" and not dwells and not serves)) and name.sense in ("country", "capital", "place"):
                facts.take_owner(known(name, None), name.span, word)
                return


def _from_reach(word: Word, facts: Facts) -> None:
    """ "the International Association of Judges", "the Central American court": a body that no one country has."""
    members = [each for kid in word.kids if kid.dep == "prep" and kid.lower == "of" for each in kid.all_kids("pobj")]
    around = [kid for each in (word, *members) for kid in each.kids if kid.dep in ("compound", "amod", "nmod")]
    reach = next((kid for kid in around if kid.lower in WORLDWIDE), None)
    if reach is not None and word.lemma in INTERGOVERNMENTAL | NONGOVERNMENTAL:
        facts.take_international("IGO" if word.lemma in INTERGOVERNMENTAL else "NGO", (reach.start, reach.end), "parties.reach")


def known_as(parties: Parties, name: Name, word: Word, sentence: Sentence) -> Known:
    """What the tables tell of a name beside the other words of its phrase: "Israeli Prime Minister" X, "former" X."""
    if name.sense == "capital" and (union := _seated(parties, name)) is not None:
        return union
    if name.sense in ("nationality", "people") and any(kid.lower == "ethnic" and kid.index < word.index for kid in (*word.kids, *word.head.kids)):
        return Known(parties.draft.document.text[name.span[0] : name.span[1]], "ethnic", sector="CVL")  # at home where they live
    if name.sense == "place" and len(_homes_of(name)) > 1:
        found = known(name, None)
        return replace(found, country=parties.country_of(name))
    if name.sense == "capital" and word.dep == "pobj" and word.head.lower in LYING and len(_homes_of(name)) > 1:
        found, code = known(name, None), parties.country_of(name)
        return found if code == found.country else Known(found.name, "place", None, code)
    if name.sense not in ("actor", "person"):
        return known(name, parties.draft.document.published)
    around = [each for each in _phrase(word) if each not in name.words]
    if word.dep == "appos":
        around += _phrase(word.head)
    others = [parties.draft.name_at(sentence, each) for each in around]
    countries = frozenset(known(each, None).country or "" for each in others if each is not None and each.sense in COUNTRY_SENSES)
    return known(name, parties.draft.document.published, frozenset(each.lower for each in around), countries)


def _homes_of(name: Name) -> set[str | None]:
    """The countries in which places of a name lie."""
    return {entry.thing.country for entry in name.entries if isinstance(entry.thing, NamedPlace)}


def _seated(parties: Parties, name: Name) -> Known | None:
    """ "Brussels" is the European Union where the story does not speak of Belgium."""
    bodies = [entry for entry in name.entries if isinstance(entry.thing, Actor) and entry.thing.kind == "igo"]
    country = name.entries[0].thing
    if not bodies or any(each.entries[0].thing is country and each.sense != "capital" for names in parties.draft.names for each in names.values()):
        return None
    return known(Name(name.words, name.span, bodies), parties.draft.document.published)


def _phrase(word: Word) -> list[Word]:
    """The words of a noun's phrase and of its appositions, without clauses."""
    found = [word, *(each for each in word.subtree() if each is not word and _modifies(each, word))]
    for kid in word.kids:
        if kid.dep == "appos":
            found += _phrase(kid)
    return found


def _is_namesake(parties: Parties, word: Word, name: Name, sentence: Sentence) -> bool:
    """Whether a bare surname of the tables is part of somebody else's name: "Harold Bush" is no president."""
    if name.sense != "person" or len(name.words) > 1:
        return False
    first = sentence.words[name.words[0].index - 1] if name.words[0].index else None
    if first is None or first.dep != "compound" or not first.is_name or first.head is not word or first.end + 1 != name.words[0].start:
        return False
    return look_up(parties.draft.book.roles, first) is None and parties.draft.name_at(sentence, first) is None and first.lower not in TITLES


def _is_one_of_many(parties: Parties, word: Word, name: Name) -> bool:
    """ "a Catholic church", "two Anglican churches": buildings, not the church that the tables know by the name."""
    thing = name.entries[0].thing
    if not (isinstance(thing, Actor) and thing.sector == "REL") or not word.text.islower() or look_up(parties.draft.book.targets, word) is None:
        return False
    return word.tag == "NNS" or any(kid.lower in ("a", "an", "another", "one") for kid in word.kids)


def _is_given_name(parties: Parties, kid: Word, word: Word, sentence: Sentence) -> bool:
    """Whether a people's name stands for a person's: "Karen Lund"."""
    name = parties.draft.name_at(sentence, kid)
    if name is None or len(name.words) > 1 or kid.index + 1 != word.index or parties.draft.name_at(sentence, word) is not None:
        return False
    return known(name, None).sense == "ethnic" and word.tag == "NNP" and look_up(parties.draft.book.roles, word) is None


def _from_modifiers(parties: Parties, word: Word, sentence: Sentence, facts: Facts) -> None:
    kids = [each for each in word.subtree() if each is not word and _modifies(each, word) and not _is_aside(each, word, sentence)]
    kids.sort(key=lambda each: (each.lower in FORMER, each.dep == "poss" and each.is_pronoun))  # "his Tajik counterpart": Tajik first
    for kid in kids:
        name = parties.draft.name_at(sentence, kid)
        if is_opposed(kid, sentence):
            continue
        if _is_backer(kid) or (kid.lower in BACKED and kid.dep in ("amod", "acl", "compound")):
            _add_backers(parties, kid, sentence, facts)
            continue
        if name is not None and name.sense == "actor" and word.is_name and _is_given_name(parties, kid, word, sentence):
            continue
        if name is not None and word not in name.words and kid is name.words[-1]:
            if kid.dep == "pobj" and kid.head.lower == "of" and name.sense == "country" and facts.is_people:
                facts.country = None  # "the Serbs of X" live there
            who = known_as(parties, name, kid, sentence)
            if who.kind == "state" and kid.dep == "pobj" and kid.head.lower in LYING:
                who = replace(who, sector=None)  # "soldiers in X"
            if word.lemma in GUESTS and kid.dep == "pobj" and kid.head.lower in LYING - {"from"}:
                continue  # "delegates in X"
            if word.lemma in OF_ANOTHER and (kid.dep in ("poss", "pobj")) and who.sense in COUNTRY_SENSES:
                continue
            facts.take_owner(who, name.span, word)
            if kid.dep == "poss":
                _take_group(who, name.span, word, facts)
        elif name is None and kid.dep in ("compound", "amod", "nmod") and kid.index < word.index and (role := look_up(parties.draft.book.roles, kid)):
            theirs = facts.weapon and role.sector in ARMED | {"COP"}  # "police bullets", "rebel rockets"
            borrowed = word.lemma in BORROWING and not (facts.sector == "MIL" and role.sector == "GOV")  # "government forces" are soldiers
            group = _group_of(parties, kid, sentence) if kid.lemma in BORROWING else None  # "the Tamil Tiger leader" X
            sector = group.sector if group is not None and group.sector in LED else role.sector
            title = _is_title(parties, role, word, sentence) and sector in TITLED
            facts.take_role(sector, kid, role.id, theirs or borrowed or title)
        elif kid.lower in FORMER and facts.sector in ("GOV", "MIL", "LEG"):
            facts.sector = "ELI"
        elif name is None and (kid.dep == "pobj" or (kid.dep == "poss" and not kid.is_pronoun)) and word.lemma in BORROWING:
            _from_led(parties, kid, word, sentence, facts)
        elif kid.dep == "poss" and kid.is_pronoun and (found := parties.story.antecedent_of(kid, sentence)):
            if reading := parties.read(found[1], found[0]):
                owner = reading.party
                if word.lemma == "counterpart" or (word.lemma in OF_ANOTHER and _is_state(owner)):
                    _take_office(word, owner, (kid.start, kid.end), facts)
                    continue
                building = kid.lower == "its" and look_up(parties.draft.book.targets, word) is not None  # a body's: "its headquarters"
                led = owner.sector if (word.lemma in BORROWING or building) and owner.sector in LED else None  # "its leader"
                facts.take_owner(Known(owner.name, "actor", None, owner.country, led), owner.span, word)
                _take_group(_group_of(parties, found[1], found[0]), (kid.start, kid.end), word, facts)


def _take_office(word: Word, owner: Party, span: Span, facts: Facts) -> None:
    """ "the minister met his Syrian counterpart": a minister of another state."""
    if word.lemma == "counterpart" and owner.sector and not facts.sector:
        facts.sector = owner.sector
        facts.evidence.append(("sector", span, "coreference.counterpart"))


def _from_force(parties: Parties, police: Word, sentence: Sentence, facts: Facts) -> None:
    """ "Kenyan police said two officers were hurt": they are policemen, of the same country."""
    span = police.start, police.end
    facts.sector = "COP"
    facts.evidence.append(("sector", span, "parties.force"))
    reading = parties.read(police, sentence)
    if reading is not None and reading.party.country and not facts.country:
        facts.country = reading.party.country
        facts.evidence.append(("country", span, "parties.force"))


def _from_fellow(parties: Parties, word: Word, sentence: Sentence, facts: Facts) -> None:
    """ "its treasurer and two other officials": the others are of those whom the first is of."""
    if word.dep != "conj" or word.lemma not in BORROWING or not any(kid.lower == "other" for kid in word.kids):
        return
    reading = parties.read(word.head, sentence)
    if reading is not None and reading.party.sector in LED:
        facts.take_owner(Known(reading.party.name, "actor", None, reading.party.country, reading.party.sector), reading.party.span, word)


def _is_state(party: Party) -> bool:
    """Whether a party is a state or one of its governing bodies; a person's allies and rivals may be of the person's own country."""
    return party.id is not None and (party.id == party.country or party.sector == "GOV") and party.title is None


def _from_led(parties: Parties, kid: Word, word: Word, sentence: Sentence, facts: Facts) -> None:
    """ "a spokesman for the militia", "the leader of the strikers": one of those for whom they speak or whom they lead."""
    found = parties.story.antecedent_of(kid, sentence)
    if found is not None and (reading := parties.read(found[1], found[0])):
        owner = reading.party
        facts.take_owner(Known(owner.name, "actor", None, owner.country, owner.sector), (kid.start, kid.end), word)
    elif (role := look_up(parties.draft.book.roles, kid)) is not None and role.sector in LED:
        facts.take_role(role.sector, kid, role.id, borrowed=True)


def _group_of(parties: Parties, word: Word, sentence: Sentence) -> Known | None:
    """The group that a noun names, or for which somebody speaks or leads: "a Taliban spokesman", "Boko Haram's leader"."""
    for each in (word, *(below for below in word.subtree() if below is not word and _modifies(below, word))):
        name = parties.draft.name_at(sentence, each)
        if name is not None and each is name.words[-1] and name.sense == "actor":
            return known_as(parties, name, each, sentence)
    return None


def _take_group(who: Known | None, span: Span, word: Word, facts: Facts) -> None:
    """ "its fighters", "his group": a group's own people act as the group."""
    if who is None or who.sense != "actor" or who.id is None or facts.id is not None:
        return
    if word.lemma in GROUPS or (word.lemma in MEMBERS and who.sector in ARMED):
        facts.name, facts.id, facts.named, facts.is_party = who.name, who.id, True, True
        facts.sector, facts.country = who.sector or facts.sector, who.country or facts.country
        facts.evidence.append(("", span, "coreference.own_group"))


def _is_aside(kid: Word, word: Word, sentence: Sentence) -> bool:
    """Whether a word tells neither whose nor what somebody is: "the Gulf state" is no Gulf's, and "hostage envoy Ana Roth" no hostage."""
    if kid.lower in REGION_WORDS and word.lemma in STATES:
        return True
    if kid.dep not in ("compound", "amod", "nmod") or kid.is_name or kid.tag == "JJ" or kid.index > word.index:
        return False
    after = sentence.words[kid.index + 1]
    return after is not word and after.head is word and after.lemma in CHARGED


def _is_title(parties: Parties, role: Role, word: Word, sentence: Sentence) -> bool:
    """Whether a role before a known person is the office held at the time told: "Prime Minister" X, "rebel leader" Y."""
    name = parties.draft.name_at(sentence, word)
    before = {kid.lower for kid in word.subtree() if kid.index < word.index}
    return name is not None and name.sense == "person" and role.sector in TITLED and (role.sector in OFFICES or before.isdisjoint(FORMER))


def _modifies(kid: Word, word: Word) -> bool:
    """Whether a word below a noun tells whose or what kind it is (not a clause, not an apposition)."""
    each = kid
    while each is not word:
        if each.dep not in PHRASE_DEPS and not (each.dep == "acl" and each.lower in BACKED and each is kid):
            if not (each.dep == "pobj" and each.head.dep == "prep" and each.head.lower in OF_DEPS and each.head.head is word):
                if each.dep != "prep" or each.lower not in OF_DEPS or each is kid:
                    return False
        if each.lower in BACKED and each is not kid:
            return False
        each = each.head
    return True


def _add_backers(parties: Parties, word: Word, sentence: Sentence, facts: Facts) -> None:
    """ "Iran-backed", "backed by Tehran", "Saudi-led"."""
    for below in word.subtree():
        name = parties.draft.name_at(sentence, below)
        if name is None or below is not name.words[-1]:
            continue
        who = known_as(parties, name, below, sentence)
        if word.lower in OWNED:
            facts.take_owner(who, name.span, word)
        if word.lower not in ("controlled", "run"):
            facts.backers.append(Backer(name=who.name, country=who.country))
            facts.evidence.append(("backers", name.span, "parties.backers"))


def appositions(parties: Parties, word: Word, sentence: Sentence) -> list[Word]:
    """What stands in apposition to a noun; a person's name too that the parser gave to the place or body before it: "a trader from Kano, Musa Bello"."""
    found = [kid for kid in word.all_kids("appos") if kid.index > word.index and not any(each.lower == "among" for each in kid.all_kids("prep"))]
    if found or word.is_name or look_up(parties.draft.book.roles, word) is None:
        return found
    behind = [noun for kid in word.all_kids("prep") for noun in kid.all_kids("pobj")]
    return [kid for noun in behind for kid in noun.all_kids("appos") if _is_persons(kid, noun, sentence, parties)]


def _is_persons(name: Word, before: Word, sentence: Sentence, parties: Parties) -> bool:
    """Whether a name of several words is a person's, not one more place or body."""
    first = name.kid("compound")
    if not name.is_name or first is None or not first.is_name or parties.draft.name_at(sentence, name) is not None or name.lemma in AREAS:
        return False
    return first.text in parties.draft.book.given_names or (before.is_name and parties.draft.name_at(sentence, before) is not None)


def from_apposition(parties: Parties, word: Word, sentence: Sentence, facts: Facts) -> None:
    """ "the Iranian foreign minister, Mohammad Zarif": each tells of the other."""
    if word.index not in parties.draft.names[sentence.index] and not look_up(parties.draft.book.roles, word) and not word.is_name:
        return
    span = parties.span_of(word, sentence)
    inner = Facts(parties.draft.document.text[span[0] : span[1]])
    from_phrase(parties, word, sentence, inner)
    if inner.is_party:
        facts.merge(inner, span)


def is_opposed(word: Word, sentence: Sentence) -> bool:
    """ "pro-Iranian", "anti-government": those whom it is about, not whose it is."""
    if "-" in word.lower:
        return word.lower.split("-")[0] in OPPOSED
    before = sentence.words[word.index - 1] if word.index else None
    if before is not None and before.text == "-" and before.index:
        before = sentence.words[before.index - 1]
    return before is not None and before.lower in OPPOSED


def _shared_noun(word: Word, name: Name | None) -> Word | None:
    """ "Chadian and Malian refugees", where the parser joins the refugees to the Chadians: the noun that both share; "Niger and Tuareg rebels" share none."""
    fellow = word.kid("conj") if name is not None and name.sense in ("nationality", "people") else None
    return fellow if fellow is not None and fellow.tag == "NNS" and word.tag in ("JJ", "NNP") and fellow.kid("amod") is not None else None


def _is_backer(word: Word) -> bool:
    """ "Turkish-backed" as one token."""
    return "-" in word.lower and word.lower.rsplit("-", 1)[1] in BACKED
