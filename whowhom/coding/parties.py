"""Who is it? A noun read as a party: its words, its name through the story, country, sector, office and backers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.actors import Known, known
from whowhom.coding.facts import COUNTRY_SENSES, Facts
from whowhom.coding.homonyms import countries_of, country_of
from whowhom.coding.numbers import quantity_of
from whowhom.coding.phrases import LYING, PHRASE_DEPS, appositions, from_apposition, from_phrase
from whowhom.model import Count, Party
from whowhom.parse.coreference import PAIRS, Story
from whowhom.parse.frame import conjoined, core
from whowhom.parse.salience import SEVERAL
from whowhom.parse.tree import cover
from whowhom.parse.wordings import look_up, means_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Span, Word

LEADING = frozenset({"HYPH", "POS", ",", "``", "''", ":", "-LRB-", ".", "PRP$", "WP$"})  # tags of what is cut off at the front of a phrase
HYPHENS = "-–"
STRAY_OPENERS = frozenset({"outside", "inside", "near", "around", "to"})  # the parser's slips: "rallied outside parliament", "up to nine passengers"
OF_PHRASE = 8  # words of an of-phrase that belong to an office or a name
OUTLAWS = frozenset({"REB", "UAF", "CRM"})
FORCES = word_list("forces")
AGAINST = OUTLAWS | {"OPP"}
NO_PARTY = word_list("no_party")


@dataclass(slots=True)
class Reading:
    """A party with the words behind each of its values."""

    party: Party
    evidence: list[tuple[str, Span, str]] = field(default_factory=list)
    head_end: int = -1  # where the head noun ends
    place: bool = False  # a town or region: it suffers, but does nothing


def story_of(draft: Draft) -> Story:
    """What coreference has read of a draft's story; made once and kept in its notes."""
    kept = draft.notes.get("story")
    if isinstance(kept, Story) and kept.sentences is draft.sentences and kept.names is draft.names:
        return kept
    made = Story(draft.sentences, draft.names, draft.book)
    draft.notes["story"] = made
    return made


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
        deed_nouns = {id(deed.word) for deed in draft.deeds if deed.frame.nominal and look_up(book.roles, deed.word) is None}
        made = cls(draft, story_of(draft), deed_nouns=deed_nouns)
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

    def country_of(self, name: Name) -> str | None:
        """The country of the place that a name means in this story, where several share it."""
        return country_of(name, self.draft, countries_of(self.draft))

    def each(self, word: Word, sentence: Sentence) -> list[Reading]:
        """The parties that a noun names: one, or one for each country before it ("Polish and German officials")."""
        inner = core(word)
        if fellows := self._joined(inner, sentence):
            return fellows
        reading = self.read(word, sentence)
        if reading is None:
            return []
        found = self.story.antecedent_of(inner, sentence) if inner.is_pronoun else None
        noun, at = (core(found[1]), found[0]) if found is not None else (inner, sentence)
        return self._by_nation(noun, at, reading) or self._by_side(noun, at, reading) or [reading]

    def _joined(self, word: Word, sentence: Sentence) -> list[Reading]:
        """ "the two countries", "they": each of those that were joined before, with the anaphor among its mentions."""
        if not (word.lower in SEVERAL or word.tag in ("NNS", "NNPS") or word.lemma in PAIRS):
            return []
        found = self.story.antecedent_of(word, sentence)
        fellows = conjoined(found[1]) if found is not None else []
        if found is None or len(fellows) < 2:
            return []
        readings = [(fellow, self.read(fellow, found[0])) for fellow in fellows]
        span = self.span_of(word, sentence)
        return [
            Reading(
                replace_party(each.party, mentions=(*each.party.mentions, span)),
                [("", span, "coreference.antecedent"), *each.evidence],
                each.head_end,
            )
            for _, each in readings
            if each is not None
        ]

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

    def _by_side(self, word: Word, sentence: Sentence, reading: Reading) -> list[Reading]:
        """ "government and rebel forces" are two parties: those of a state, and those who are against it."""
        first = next((kid for kid in word.all_kids("compound", "nmod", "amod") if kid.kid("cc") is not None and kid.kid("conj") is not None), None)
        second = first.kid("conj") if first is not None else None
        if first is None or second is None or word.tag != "NNS" or second.index > word.index:
            return []
        roles = [look_up(self.draft.book.roles, each) for each in (first, second)]
        sectors = [role.sector for role in roles if role is not None and role.sector is not None]
        if len(sectors) < len(roles) or (sectors[0] in AGAINST) == (sectors[1] in AGAINST) or reading.party.sector not in {*sectors, "MIL"}:
            return []  # "government and opposition lawmakers" are lawmakers
        start, end = self.span_of(word, sentence)
        found = []
        for span, sector in zip(((start, first.end), (second.start, end)), sectors, strict=True):
            own = "MIL" if sector == "GOV" and word.lemma in FORCES else sector
            text = self.draft.document.text[slice(*span)]
            party = replace_party(reading.party, text=text, span=span, name=text, sector=own, sectors=(own,))
            found.append(Reading(party, [*reading.evidence, ("sector", span, "roles.side")], reading.head_end))
        return found

    def _read(self, word: Word, sentence: Sentence) -> Reading | None:
        inner = core(word)
        if id(inner) in self.deed_nouns:
            return None
        if (
            means_of(inner, self.draft.book)
            and self.draft.name_at(sentence, inner) is None
            and (owner := self._owner_of(inner, sentence)) is not inner
        ):
            return self.read(owner, sentence) if owner is not None else None
        if inner.tag == "VBG" and (subject := inner.kid("nsubj")) is not None:  # "the Red Cross operating in Chad said"
            return self.read(subject, sentence)
        if inner.lemma in NO_PARTY or (inner.is_verb and inner.tag != "VBG" and not self.draft.name_at(sentence, inner)):
            return None
        name = self.draft.name_at(sentence, inner)
        if found := self.story.antecedent_of(inner, sentence):
            if name is not None and name.sense in ("capital", "seat"):  # the government by its capital: its own words tell more
                reading = self._resolve(inner, word, sentence)
                return reading and self._with_mention(reading, self.span_of(found[1], found[0]))
            if reading := self.read(found[1], found[0]):
                return self._mention(inner, sentence, reading)
        if inner.is_pronoun or (inner.tag in ("DT", "EX", "WRB", "RB", "IN") and self.draft.name_at(sentence, inner) is None):
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

    def _with_mention(self, reading: Reading, span: Span) -> Reading:
        """The same reading with one more of the party's mentions."""
        party = replace_party(reading.party, mentions=(*reading.party.mentions, span))
        return Reading(party, [*reading.evidence, ("", span, "coreference.antecedent")], reading.head_end, reading.place)

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
        while len(words) > 1 and (words[0].tag in LEADING or words[0].text in "-–—'\"" or words[0].lower in STRAY_OPENERS):
            words.pop(0)
        start, end = cover(words)
        start = min(start, _before_hyphen(words[0], sentence))
        if name is not None:
            start, end = min(start, name.span[0]), max(min(end, name.span[1]) if words[-1] in name.words else end, name.span[1])
        return start, end

    def _of_phrase(self, word: Word) -> list[Word]:
        """ "governor of Helmand", "Movement of the Islamic Resistance": a short of-phrase belongs to an office or a name."""
        if not (word.is_name or look_up(self.draft.book.roles, word) is not None):
            return []
        for kid in word.kids:
            if kid.dep == "prep" and kid.lower == "of" and kid.index == word.index + 1:
                inner = list(kid.subtree())
                if len(inner) > OF_PHRASE:  # "leader of a gang in the port of Guayaquil": no farther than to where it is
                    end = next((each.index for each in inner if each.lower in LYING), kid.index + OF_PHRASE)
                    inner = [each for each in inner if each.index < min(end, kid.index + OF_PHRASE)]
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
        from_phrase(self, word, sentence, facts)
        for kid in appositions(self, word, sentence) if not facts.place else ():
            from_apposition(self, kid, sentence, facts)
        if word.dep == "appos" and word.head.is_noun:
            from_apposition(self, word.head, sentence, facts)
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
            from_phrase(self, other, at, inner)
            for kid in other.kids:
                if kid.dep == "appos":
                    from_apposition(self, kid, at, inner)
            if inner.country or inner.sector:
                facts.merge(inner, self.span_of(other, at))


COLLECTIVE_ROLES = word_list("collective_roles")


def _before_hyphen(word: Word, sentence: Sentence) -> int:
    """Where a word begins that a hyphen ties to the one before it: "far-right activist" begins with "far"."""
    before = sentence.words[max(word.index - 2, 0) : word.index]
    tied = len(before) == 2 and before[1].text in HYPHENS and before[0].end == before[1].start and before[1].end == word.start
    return before[0].start if tied and before[0].text[-1].isalnum() else word.start


def _is_clause(word: Word) -> bool:
    return word.dep in ("relcl", "acl", "advcl")


def _is_part(weapon: Word) -> bool:
    """Whether only the type of a weapon is named before it ("Kalashnikov rifles")."""
    return not any(kid.dep in PHRASE_DEPS for kid in weapon.kids)


def replace_party(party: Party, **changes: object) -> Party:
    return party.model_copy(update=changes)
