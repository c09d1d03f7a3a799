"""Which words fill a deed's functions? A frame: the parts that words play around one deed, and the words below it."""

from __future__ import annotations

from dataclasses import dataclass, field

from whowhom.codebook import word_list
from whowhom.parse.tree import Word

TRANSPARENT, BEHESTS, HAZARDS = (word_list(name) for name in ("transparent", "behests", "hazards"))


@dataclass(slots=True)
class Frame:
    """The parts that words play around one deed."""

    word: Word
    passive: bool = False
    nominal: bool = False
    slots: dict[str, list[Word]] = field(default_factory=dict)
    _below: list[Word] | None = None
    _own: list[Word] | None = None
    _below_keys: set[str] | None = None
    _own_keys: set[str] | None = None

    def add(self, function: str, word: Word) -> None:
        self._below = self._own = self._below_keys = self._own_keys = None
        found = self.slots.setdefault(function, [])
        told_of = self.word.dep in ("relcl", "acl") and self.word.head is word
        for each in conjoined(word):
            if told_of and each.index > self.word.index:
                continue  # "the nurse who was shot and her husband": he was not
            if each not in found:
                found.append(each)

    def get(self, *functions: str) -> list[Word]:
        """The words of the first of these functions that is filled."""
        for function in functions:
            if found := self.slots.get(function):
                return found
        return []

    def below(self) -> list[Word]:
        """Every word below the deed or below what plays a part in it, but the "that" which opens its clause, and what somebody else did; kept until
        a part is added."""
        if self._below is None:
            lent = (each for words in self.slots.values() for word in words for each in word.subtree())
            others = {id(each) for kid in _fellows(self.word) for each in kid.subtree()}
            whole = {id(each): each for each in (*self.word.subtree(), *lent)}.values()
            self._below = [
                word
                for word in whole
                if word is not self.word and id(word) not in others and not (word.dep == "mark" and word.lower == "that" and word.head is self.word)
            ]
        return self._below

    def own(self) -> list[Word]:
        """The words below the deed but for clauses that tell what somebody else did meanwhile: "captured the town hours before he presented the budget"."""
        if self._own is None:
            aside = {id(each) for word in self.below() if _is_another(word) for each in word.subtree()}
            self._own = [word for word in self.below() if id(word) not in aside] if aside else self.below()
        return self._own

    def below_keys(self) -> set[str]:
        """What the words below are called: all that a list of lemmas may know them by."""
        if self._below_keys is None:
            self._below_keys = _keys_of(self.below())
        return self._below_keys

    def own_keys(self) -> set[str]:
        """The same of its own words."""
        if self._own_keys is None:
            self._own_keys = self.below_keys() if self.own() is self.below() else _keys_of(self.own())
        return self._own_keys


def _keys_of(words: list[Word]) -> set[str]:
    keys = {word.lemma for word in words}
    for word in words:
        inner = core(word)
        keys.add(inner.lower)
        keys.update(inner.keys)
    return keys


def _fellows(deed: Word) -> list[Word]:
    """The clauses with subjects of their own that "and" joins to a deed."""
    return [kid for kid in deed.all_kids("conj") if kid.is_verb and kid.kid("nsubj", "nsubjpass") is not None] if deed.kid("cc") is not None else []


def _is_another(clause: Word) -> bool:
    """Whether a clause is somebody's own; what comes over people ("before the storm arrives") tells what the deed is about."""
    subject = clause.kid("nsubj", "nsubjpass") if clause.dep == "advcl" else None
    return subject is not None and subject.lemma not in HAZARDS


def conjoined(word: Word) -> list[Word]:
    """The word and those joined to it by "and", "or", commas: "the army and the militia" → army, militia."""
    found = [word]
    for kid in word.kids:
        if kid.dep == "conj" and (kid.is_noun or kid.is_pronoun or kid.tag in ("CD", "JJ", "VBG", "VBN", "FW")):
            found.extend(conjoined(kid))
        elif kid.dep in ("dep", "nmod", "appos") and kid.index < word.index and kid.is_name and any(each.text == "," for each in word.kids):
            found.insert(0, kid)  # a headline's comma for "and": "US, Taliban sign"
    return found


def core(word: Word) -> Word:
    """The noun that matters in "dozens of villagers", "three of its guards", "a group of gunmen", "by order of the king"."""
    if word.lemma in TRANSPARENT or word.lemma in BEHESTS or word.tag in ("CD", "DT"):
        for kid in word.kids:
            if kid.dep == "prep" and kid.lower in ("of", "among") and (inner := kid.kid("pobj")):
                return core(inner)
    return word
