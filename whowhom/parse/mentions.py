"""What can a noun be in the story? A person, a group, a country, a place, a thing; one or many; he or she; by which words it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.wordings import CALENDAR, look_up

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.entries import Role
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Word

BODIES = word_list("collective_roles") - {"rebel", "guerrilla"} | word_list("bodies")
MANY_ALWAYS = word_list("always_many")
MALE, FEMALE = word_list("male"), word_list("female")
DESCRIBING = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
BUSINESS = word_list("business_names")
NATIONAL = frozenset({"nationality", "country", "capital"})
SENSE_KINDS = {
    "person": "person", "people": "person", "nationality": "person", "country": "country", "capital": "country", "seat": "country",
    "actor": "group", "place": "place",
}  # fmt: skip
FIRMS = word_list("firms")


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A noun with what it can be. `kind` "proper" is a name that no table knows: a person or a body."""

    word: Word
    sentence: Sentence
    name: Name | None
    kind: str
    many: bool
    joined: bool
    gender: str
    keys: frozenset[str]
    sector: str | None
    role: str | None
    nation: str | None = None  # the country that its own words tell: "the Israeli military"

    @property
    def is_person(self) -> bool:
        return self.kind in ("person", "proper")

    @property
    def is_body(self) -> bool:
        return self.kind in ("group", "country", "proper", "business")

    @property
    def home(self) -> str | None:
        """The country of a body that a table knows, or the code of those that are nobody's."""
        return getattr(self.name.entries[0].thing, "country", None) if self.name is not None else None

    @property
    def code(self) -> str | None:
        """The country that a country's name or capital stands for."""
        return getattr(self.name.entries[0].thing, "code", None) if self.name is not None and self.kind == "country" else None


def is_plural(word: Word) -> bool:
    return word.tag in ("NNS", "NNPS")


def mention_of(word: Word, sentence: Sentence, names: dict[int, Name], book: Codebook) -> Mention:
    """The mention of a noun, as its own words and those in apposition tell."""
    name = names.get(word.index)
    if name is not None and word is not name.words[-1]:
        name = None
    around = [word, *(kid for kid in word.kids if kid.dep in DESCRIBING)]
    fellows = [each for each in (*word.all_kids("appos"), *([word.head] if word.dep == "appos" else ())) if each.is_noun]
    for fellow in fellows:
        around += [fellow, *(kid for kid in fellow.kids if kid.dep in DESCRIBING)]
    keys = {each.lemma for each in around} | {each.lower for each in around}
    if name is not None:
        keys |= {part for entry in name.entries[:1] for part in entry.spelling.lower().split()}
        keys |= set(getattr(name.entries[0].thing, "name", "").lower().split())
    own = look_up(book.roles, word)
    titles = [found for each in around[1:] if not each.is_pronoun and (found := look_up(book.roles, each)) is not None]
    role = own or next(iter(titles), None)
    group = next((names[kid.index] for kid in word.kids if kid.dep == "compound" and kid.index in names and names[kid.index].sense == "actor"), None)
    kind = _kind(word, name, own, bool(titles), keys, book)
    many = (is_plural(word) and not (word.is_name and titles)) or word.lemma in MANY_ALWAYS
    joined = any(kid.dep == "conj" and kid.is_noun for kid in word.kids)
    sector = role.sector if role is not None else None
    if name is not None and sector is None:
        sector = getattr(name.entries[0].thing, "sector", None)
    gender, nation = _gender(word, around, book), _nation_of(word, names)
    return Mention(word, sentence, name or group, kind, many, joined, gender, frozenset(keys), sector, role.id if role else None, nation)


def _nation_of(word: Word, names: dict[int, Name]) -> str | None:
    """The country of an adjective, a possessor or an of-phrase: "the Israeli military", "Lebanon's army"."""
    owners = [kid for kid in word.kids if kid.dep in ("amod", "compound", "nmod", "poss")]
    owners += [inner for kid in word.all_kids("prep") if kid.lower == "of" for inner in kid.all_kids("pobj")]
    found = [names[each.index] for each in owners if each.index in names and names[each.index].sense in NATIONAL]
    return next((code for name in found if (code := getattr(name.entries[0].thing, "code", None))), None)


def _kind(word: Word, name: Name | None, role: Role | None, has_title: bool, keys: set[str], book: Codebook) -> str:
    if name is not None:
        return SENSE_KINDS.get(name.sense, "thing")
    is_body = word.lemma in BODIES and (not is_plural(word) or word.lemma in MANY_ALWAYS)
    if word.is_name and word.lemma not in CALENDAR:
        if keys & BUSINESS:
            return "business"
        if is_body:
            return "group"
        if has_title and word.kid("compound", "appos") is not None and look_up(book.targets, word) is None:
            return "person"
        if word.kid("det") is not None or word.tag == "NNPS":
            return "group"
        return "person" if role is not None else "proper"
    if word.lemma in FIRMS:
        return "business"
    if is_body:
        return "group"
    return "person" if role is not None else "thing"


def _gender(word: Word, around: list[Word], book: Codebook) -> str:
    """ "m", "f" or "" where no word tells."""
    for each in around:
        low = each.lower.rstrip(".")
        if low in FEMALE or each.lemma in FEMALE:
            return "f"
        if low in MALE or each.lemma in MALE:
            return "m"
    first = next((kid for kid in word.kids if kid.dep == "compound" and kid.is_name and kid.text in book.given_names), None)
    if first is None and word.is_name and word.text in book.given_names:
        first = word
    return book.given_names[first.text] if first is not None else ""
