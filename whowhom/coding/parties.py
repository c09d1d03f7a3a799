"""Who is it? A noun read as a party: its words, its name through the story, country, sector, office and backers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.actors import FORMER, Known, known
from whowhom.coding.facts import Facts
from whowhom.coding.numbers import quantity_of
from whowhom.model import Backer, Count, Party
from whowhom.parse.coreference import Story
from whowhom.parse.syntax import conjoined, core
from whowhom.parse.tree import cover
from whowhom.parse.wordings import CALENDAR, look_up

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.entries import Role
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Span, Word

BACKED = word_list("backed")
OUTLAWS = frozenset({"REB", "UAF", "CRM"})
BORROWING = word_list("borrowing")  # a rebel leader is a rebel, a union's spokesman a unionist
OWNED = frozenset({"led", "controlled", "run"})  # "Houthi-run ministry": the words before say whose it is
COUNTRY_SENSES = frozenset({"country", "nationality", "people", "capital", "seat"})
HOME_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "CVL", "OPP", "PTY", "REB", "MED", "JRN", "EDU", "LAB", "REF", "CRM", "ELI"})
PHRASE_DEPS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "quantmod", "npadvmod", "punct"})
OF_DEPS = frozenset({"of", "from", "in", "for"})
NO_PARTY = word_list("no_party")
OFFICES = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})
TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "lord", "lady", "dame", "sheikh", "shaikh", "dr", "dr.", "gen.", "col.", "lt.", "maj.", "capt."})
OPPOSED = word_list("opposed")


@dataclass(slots=True)
class Reading:
    """A party with the words behind each of its values."""

    party: Party
    evidence: list[tuple[str, Span, str]] = field(default_factory=list)
    head_end: int = -1  # where the head noun ends
    place: bool = False  # a town or region: it suffers, but does nothing


@dataclass(slots=True)
class Parties:
    """Reads the parties of one story; remembers what it has read."""

    draft: Draft
    story: Story
    memory: dict[int, Reading | None] = field(default_factory=dict)
    deed_nouns: set[int] = field(default_factory=set)
    deed_types: dict[int, str] = field(default_factory=dict)  # the type that the word with this identity names a deed of

    @classmethod
    def of(cls, draft: Draft) -> Parties:
        """The reader of a draft's story, made once and kept in its notes."""
        if isinstance(kept := draft.notes.get("parties"), cls):
            return kept
        book = draft.book

        def is_person(word: Word, name: Name | None) -> bool:
            if name is not None:
                return name.sense in ("person", "people") or (name.sense == "nationality" and word.is_noun)
            role = look_up(book.roles, word)
            if role is not None and word.tag == "NN" and word.lemma in COLLECTIVE_ROLES - {"rebel", "guerrilla"}:
                return False
            return (role is not None) or (word.is_name and look_up(book.targets, word) is None and word.lemma not in CALENDAR)

        def is_group(word: Word, name: Name | None) -> bool:
            if name is not None:
                return name.sense in ("actor", "country", "capital", "seat")
            role = look_up(book.roles, word)
            return role is not None and word.tag == "NN" and word.lemma in COLLECTIVE_ROLES

        def are_alike(word: Word, other: Word) -> bool:
            one, two = look_up(book.roles, word), look_up(book.roles, other)
            return one is not None and two is not None and (one.id == two.id != "civilians" or {one.sector, two.sector} <= OUTLAWS)

        deed_nouns = {id(deed.word) for deed in draft.deeds if deed.frame.nominal and look_up(book.roles, deed.word) is None}
        made = cls(draft, Story(draft.sentences, draft.names, is_person, is_group, are_alike), deed_nouns=deed_nouns)
        made.deed_types = {id(deed.word): deed.type for deed in draft.deeds}
        draft.notes["parties"] = made
        return made

    def read(self, word: Word, sentence: Sentence) -> Reading | None:
        """The party that a noun names, or None where it names none."""
        key = id(word)
        if key not in self.memory:
            self.memory[key] = None
            self.memory[key] = self._read(word, sentence)
        return self.memory[key]

    def each(self, word: Word, sentence: Sentence) -> list[Reading]:
        """The parties that a noun names: one, or one for each country before it ("Polish and German officials")."""
        reading = self.read(word, sentence)
        return [] if reading is None else self._by_nation(core(word), sentence, reading) or [reading]

    def _by_nation(self, word: Word, sentence: Sentence, reading: Reading) -> list[Reading]:
        """ "Polish and German officials" are two parties: "Polish", whose name says what they are, and "German officials"."""
        if not (word.tag in ("NNS", "NNPS") or word.lemma == "police"):
            return []
        nations: list[tuple[Name, Known]] = []
        for kid in word.kids:
            if kid.dep in ("amod", "nmod", "compound") and kid.index < word.index:
                for fellow in conjoined(kid):
                    name = self.draft.name_at(sentence, fellow)
                    if name is not None and name.sense in COUNTRY_SENSES and all(name is not each for each, _ in nations):
                        nations.append((name, known(name, None)))
        nations.sort(key=lambda pair: pair[0].span)
        if len({who.country for _, who in nations}) < 2:
            return []
        start, end = self.span_of(word, sentence)
        text = self.draft.document.text
        what = text[nations[-1][0].span[1] : end].strip()
        found = []
        for at, (name, who) in enumerate(nations):
            span = start if at == 0 else name.span[0], end if at == len(nations) - 1 else name.span[1]
            party = replace_party(
                reading.party, text=text[span[0] : span[1]], span=span, name=f"{text[name.span[0] : name.span[1]]} {what}", country=who.country
            )
            evidence = [each for each in reading.evidence if each[0] != "country"]
            found.append(Reading(party, [*evidence, ("country", name.span, f"actors.{who.sense}")], reading.head_end))
        return found

    def _read(self, word: Word, sentence: Sentence) -> Reading | None:
        inner = core(word)
        if id(inner) in self.deed_nouns:
            return None
        if (
            look_up(self.draft.book.means, inner)
            and self.draft.name_at(sentence, inner) is None
            and (owner := self._owner_of(inner, sentence)) is not inner
        ):
            return self.read(owner, sentence) if owner is not None else None
        if inner.lemma in NO_PARTY or (inner.is_verb and inner.tag != "VBG" and not self.draft.name_at(sentence, inner)):
            return None
        if found := self.story.antecedent_of(inner, sentence):
            if reading := self.read(found[1], found[0]):
                return self._mention(inner, sentence, reading)
        if inner.is_pronoun or inner.tag in ("DT", "EX", "WRB", "RB", "IN"):
            return None
        return self._resolve(inner, word, sentence)

    def _owner_of(self, weapon: Word, sentence: Sentence) -> Word | None:
        """Whose weapon it is: the possessor; the weapon itself where a nationality or group before it tells; else nobody."""
        if owner := weapon.kid("poss"):
            return owner
        named = any(
            kid.index in self.draft.names[sentence.index] or look_up(self.draft.book.roles, kid) is not None
            for kid in weapon.kids
            if kid.dep in PHRASE_DEPS
        )
        return weapon if named and not _is_part(weapon) else None

    def _mention(self, word: Word, sentence: Sentence, reading: Reading) -> Reading:
        """The same party by another word."""
        party = reading.party
        span = self.span_of(word, sentence)
        spans = tuple(dict.fromkeys((party.span, *party.mentions)))
        text = self.draft.document.text[span[0] : span[1]]
        found = replace_party(
            party, text=text, span=span, mentions=tuple(each for each in spans if each != span), count=self._count(word) or party.count
        )
        return Reading(found, [("", party.span, "coreference.antecedent"), *reading.evidence])

    def span_of(self, word: Word, sentence: Sentence) -> Span:
        """The noun phrase of a head without article, relative clauses and appositions; names whole."""
        words = [word]
        todo = [word]
        while todo:
            for kid in todo.pop().kids:
                if kid.dep in PHRASE_DEPS and kid.index < word.index and not _is_clause(kid):
                    words.append(kid)
                    todo.append(kid)
        name = self.draft.name_at(sentence, word)
        if name is not None:
            words.extend(name.words)
        words.extend(self._of_phrase(word))
        words.sort(key=lambda each: each.index)
        while len(words) > 1 and (words[0].tag in ("HYPH", "POS", ",", "``", "''", ":", "-LRB-", ".", "PRP$") or words[0].text in "-–—'\""):
            words.pop(0)
        start, end = cover(words)
        if name is not None:
            start, end = min(start, name.span[0]), max(min(end, name.span[1]) if words[-1] in name.words else end, name.span[1])
        return start, end

    def _of_phrase(self, word: Word) -> list[Word]:
        """ "governor of Helmand", "Movement of the Islamic Resistance": a short of-phrase belongs to an office or a name."""
        if not (word.is_name or look_up(self.draft.book.roles, word) is not None):
            return []
        for kid in word.kids:
            if kid.dep == "prep" and kid.lower == "of" and kid.index == word.index + 1:
                inner = [each for each in kid.subtree() if each.index < kid.index + 8]
                if inner and all(each.dep not in ("relcl", "acl", "advcl") and each.text not in (",", "(") for each in inner):
                    return inner
        return []

    def _count(self, word: Word) -> Count | None:
        found = quantity_of(word, self.draft.document.text)
        if found is None or (found.stated == "number" and found.best == 1):
            return None
        text = self.draft.document.text[found.span[0] : found.span[1]]
        return Count(text=text, span=found.span, low=found.low, best=found.best, high=found.high)

    def _resolve(self, word: Word, outer: Word, sentence: Sentence) -> Reading | None:
        span = self.span_of(word, sentence)
        if outer is not word and outer.tag != "CD" and look_up(self.draft.book.roles, outer) is not None:
            span = min(span[0], outer.start), span[1]
        text = self.draft.document.text[span[0] : span[1]]
        facts = Facts(text)
        self._from_phrase(word, sentence, facts)
        for kid in word.kids:
            if kid.dep == "appos" and kid.index > word.index:
                self._from_apposition(kid, sentence, facts)
        if word.dep == "appos" and word.head.is_noun:
            self._from_apposition(word.head, sentence, facts)
        if not facts.is_party:
            return None
        if facts.country is None and facts.proper:
            self._from_elsewhere(word, sentence, facts)
        party = Party(
            text=text, span=span, name=facts.name, id=facts.id, country=facts.country, sector=facts.sector,
            sectors=(facts.sector,) if facts.sector else (), title=facts.title, backers=tuple(facts.backers), count=self._count(word),
            mentions=tuple(facts.mentions),
        )  # fmt: skip
        return Reading(party, facts.evidence, word.end, facts.place)

    def _from_elsewhere(self, word: Word, sentence: Sentence, facts: Facts) -> None:
        """What other mentions of the same name in the story tell of it: "Biden" here, "US President Joe Biden" below."""
        for at, other in self.story.mentions.get(word.text, ()):
            if other is word or facts.country:
                continue
            inner = Facts(facts.text)
            self._from_phrase(other, at, inner)
            for kid in other.kids:
                if kid.dep == "appos":
                    self._from_apposition(kid, at, inner)
            if inner.country or inner.sector:
                facts.merge(inner, self.span_of(other, at))

    def _from_phrase(self, word: Word, sentence: Sentence, facts: Facts) -> None:
        """What the words of a noun phrase say: its name, its office, whose it is."""
        name = self.draft.name_at(sentence, word)
        book = self.draft.book
        role = look_up(book.roles, word) if name is None or name.sense in ("nationality", "place") else None
        if name is not None and self._is_namesake(word, name, sentence):
            name = None
        if name is not None:
            facts.take_name(self._known(name, word, sentence), name.span, word)
        if role is not None:
            facts.take_role(role.sector, word, role.id)
            if word.tag not in ("NNS", "NNPS") or word.is_name:
                facts.title = facts.title if facts.named else (facts.text if role.sector in ("GOV", "MIL", "LEG", "JUD") else None)
        elif facts.country and (fellows := _shared_noun(word)) is not None and (role := look_up(book.roles, fellows)) is not None:
            facts.take_role(role.sector, fellows, role.id)
        elif look_up(book.means, word):
            facts.take_role("MIL" if word.lemma not in ("bomb", "car", "explosive") else None, word, "means")
            facts.weapon = True
        elif name is None:
            facts.plain(word, look_up(book.targets, word) is not None)
        self._from_modifiers(word, sentence, facts)

    def _known(self, name: Name, word: Word, sentence: Sentence) -> Known:
        """What the tables tell of a name beside the other words of its phrase: "Israeli Prime Minister" X, "former" X."""
        if name.sense not in ("actor", "person"):
            return known(name, self.draft.document.published)
        around = [each for each in self._phrase(word) if each not in name.words]
        if word.dep == "appos":
            around += self._phrase(word.head)
        others = [self.draft.name_at(sentence, each) for each in around]
        countries = frozenset(known(each, None).country or "" for each in others if each is not None and each.sense in COUNTRY_SENSES)
        return known(name, self.draft.document.published, frozenset(each.lower for each in around), countries)

    def _phrase(self, word: Word) -> list[Word]:
        """The words of a noun's phrase and of its appositions, without clauses."""
        found = [word, *(each for each in word.subtree() if each is not word and self._modifies(each, word))]
        for kid in word.kids:
            if kid.dep == "appos":
                found += self._phrase(kid)
        return found

    def _is_namesake(self, word: Word, name: Name, sentence: Sentence) -> bool:
        """Whether a bare surname of the tables is part of somebody else's name: "Harold Bush" is no president."""
        if name.sense != "person" or len(name.words) > 1:
            return False
        first = sentence.words[name.words[0].index - 1] if name.words[0].index else None
        if first is None or first.dep != "compound" or not first.is_name or first.head is not word or first.end + 1 != name.words[0].start:
            return False
        return look_up(self.draft.book.roles, first) is None and self.draft.name_at(sentence, first) is None and first.lower not in TITLES

    def _from_modifiers(self, word: Word, sentence: Sentence, facts: Facts) -> None:
        kids = [each for each in word.subtree() if each is not word and self._modifies(each, word)]
        kids.sort(key=lambda each: (each.lower in FORMER, each.dep == "poss" and each.is_pronoun))  # "his Tajik counterpart": Tajik first
        for kid in kids:
            name = self.draft.name_at(sentence, kid)
            if is_opposed(kid, sentence):
                continue
            if _is_backer(kid) or (kid.lower in BACKED and kid.dep in ("amod", "acl")):
                self._add_backers(kid, sentence, facts)
                continue
            if name is not None and word not in name.words and kid is name.words[-1]:
                facts.take_owner(self._known(name, kid, sentence), name.span, word)
            elif name is None and kid.dep in ("compound", "amod", "nmod") and (role := look_up(self.draft.book.roles, kid)):
                facts.take_role(role.sector, kid, role.id, word.lemma in BORROWING or self._is_title(role, word, sentence))
            elif kid.lower in FORMER and facts.sector in ("GOV", "MIL", "LEG"):
                facts.sector = "ELI"
            elif kid.dep == "poss" and kid.is_pronoun and (found := self.story.antecedent_of(kid, sentence)):
                if reading := self.read(found[1], found[0]):
                    owner = reading.party
                    facts.take_owner(Known(owner.name, "actor", None, owner.country, None), owner.span, word)

    def _is_title(self, role: Role, word: Word, sentence: Sentence) -> bool:
        """Whether a role before a known person is the office held at the time told: "Prime Minister" X."""
        name = self.draft.name_at(sentence, word)
        return name is not None and name.sense == "person" and role.sector in OFFICES

    def _modifies(self, kid: Word, word: Word) -> bool:
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

    def _add_backers(self, word: Word, sentence: Sentence, facts: Facts) -> None:
        """ "Iran-backed", "backed by Tehran", "Saudi-led"."""
        for below in word.subtree():
            name = self.draft.name_at(sentence, below)
            if name is None or below is not name.words[-1]:
                continue
            who = self._known(name, below, sentence)
            if word.lower in OWNED:
                facts.take_owner(who, name.span, word)
            if word.lower not in ("controlled", "run"):
                facts.backers.append(Backer(name=who.name, country=who.country))
                facts.evidence.append(("backers", name.span, "parties.backers"))

    def _from_apposition(self, word: Word, sentence: Sentence, facts: Facts) -> None:
        """ "the Iranian foreign minister, Mohammad Zarif": each tells of the other."""
        if word.index not in self.draft.names[sentence.index] and not look_up(self.draft.book.roles, word) and not word.is_name:
            return
        span = self.span_of(word, sentence)
        inner = Facts(self.draft.document.text[span[0] : span[1]])
        self._from_phrase(word, sentence, inner)
        if inner.is_party:
            facts.merge(inner, span)


COLLECTIVE_ROLES = word_list("collective_roles")


def is_opposed(word: Word, sentence: Sentence) -> bool:
    """ "pro-Iranian", "anti-government": those whom it is about, not whose it is."""
    if "-" in word.lower:
        return word.lower.split("-")[0] in OPPOSED
    before = sentence.words[word.index - 1] if word.index else None
    if before is not None and before.text == "-" and before.index:
        before = sentence.words[before.index - 1]
    return before is not None and before.lower in OPPOSED


def _shared_noun(word: Word) -> Word | None:
    """ "Chadian and Malian refugees", where the parser joins the refugees to the Chadians: the noun that both share."""
    fellow = word.kid("conj")
    return fellow if fellow is not None and fellow.tag == "NNS" and word.tag in ("JJ", "NNP") and fellow.kid("amod") is not None else None


def _is_clause(word: Word) -> bool:
    return word.dep in ("relcl", "acl", "advcl")


def _is_part(weapon: Word) -> bool:
    """Whether only the type of a weapon is named before it ("Kalashnikov rifles")."""
    return not any(kid.dep in PHRASE_DEPS for kid in weapon.kids)


def _is_backer(word: Word) -> bool:
    """ "Turkish-backed" as one token."""
    return "-" in word.lower and word.lower.rsplit("-", 1)[1] in BACKED


def replace_party(party: Party, **changes: object) -> Party:
    return party.model_copy(update=changes)
