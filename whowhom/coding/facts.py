"""What do the words of one party tell? Name, country, sector, office and backers, gathered with the words that tell each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.model import Backer
from whowhom.parse.wordings import CALENDAR

if TYPE_CHECKING:
    from whowhom.coding.actors import Known
    from whowhom.parse.tree import Span, Word

BORROWING = word_list("borrowing")
COUNTRY_SENSES = frozenset({"country", "nationality", "people", "capital", "seat"})


@dataclass(slots=True)
class Facts:
    """What has been read of one party so far."""

    text: str
    name: str = ""
    id: str | None = None
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    named: bool = False
    weapon: bool = False
    place: bool = False
    proper: bool = False  # a proper name that no table knows
    loose: bool = False  # the country is only that of a place among its words ("Salamanca Ruiz, a Chilean judge")
    is_party: bool = False
    is_people: bool = False  # only the name of a people ("Serbs"), with their country
    backers: list[Backer] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    evidence: list[tuple[str, Span, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.name = self.text

    def take_name(self, who: Known, span: Span, word: Word) -> None:
        self.is_party = True
        self.place = who.sense == "place"
        self.named = who.sense not in ("nationality", "people", "place", "ethnic")
        if self.named:
            self.name, self.id = who.name, who.id
        self.is_people = who.sense == "people" or (who.sense == "nationality" and word.tag in ("NNS", "NNPS"))
        self.country, self.title = who.country, who.office
        self.sector = who.sector if who.sense != "nationality" else "CVL" if word.tag in ("NNS", "NNPS") else None
        self.backers += [Backer(name=each, country=each if len(each) == 3 and each.isupper() else None) for each in who.backers]
        self.evidence.append(("country", span, f"actors.{who.sense}"))

    def take_international(self, code: str, span: Span, rule: str) -> None:
        """PLOVER's international code, where no words say whose the party is."""
        if not self.country:
            self.country = code
            self.evidence.append(("country", span, rule))

    def take_role(self, sector: str | None, word: Word, rule: str, borrowed: bool = False) -> None:
        self.is_party = True
        self.place = False
        if sector and (borrowed or not self.sector):
            self.sector = sector
            self.evidence.append(("sector", (word.start, word.end), f"roles.{rule}"))

    def take_owner(self, who: Known, span: Span, word: Word) -> None:
        """A nationality, country or group before or after the noun."""
        if who.country and not self.country:
            self.country = who.country
            self.loose = who.sense == "place"
            self.evidence.append(("country", span, f"actors.{who.sense}"))
        borrows = self.sector in ("UAF", "REB", "MIL") or word.lemma in BORROWING
        if who.sense == "actor" and who.sector and (not self.sector or borrows) and not (who.kind == "media" and word.is_name):
            self.sector = who.sector
        if who.sense in COUNTRY_SENSES or (who.sense in ("actor", "person", "ethnic") and (word.is_noun)):
            self.is_party = self.is_party or who.sense != "person"

    def plain(self, word: Word, is_target: bool) -> None:
        """A noun that no table knows: a proper name may be somebody, a common noun needs a nationality or an office beside it."""
        if word.is_name and not is_target and word.lemma not in CALENDAR:
            self.is_party = True
            self.named = self.proper = True

    def merge(self, other: Facts, span: Span) -> None:
        self.is_party = True
        self.country = (other.country or self.country) if self.loose else (self.country or other.country)
        armed = self.sector == "MIL" and other.sector == "REB" and not self.id  # "the rebel group, Forces for Justice"
        self.sector = other.sector if armed else self.sector or other.sector
        self.title = self.title or other.title
        if other.named and not self.named:
            self.name, self.id, self.named = other.name, other.id, True
            self.title = self.title or self.text
        self.mentions.append(span)
        self.evidence += other.evidence
