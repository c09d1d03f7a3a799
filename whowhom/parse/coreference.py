"""Whom does "it", "they", "the group", a bare surname or an acronym mean? The nearest earlier noun of the story that agrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.syntax import RELATIVES, antecedent
from whowhom.parse.tree import Sentence, Word

if TYPE_CHECKING:
    from whowhom.parse.names import Name

SENTENCES_BACK = 4  # how far an antecedent is looked for; pronouns of news rarely reach further
PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
SPEAKER = frozenset({"we", "our", "ours", "us", "i", "my", "me"})
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
GROUP_NOUNS = word_list("group_nouns")
COUNTRY_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "dative", "attr", "ROOT", "dep", "compound", "npadvmod"})
ACRONYM = re.compile(r"[A-Z][A-Z.&-]{1,9}$")

Test = Callable[[Word, "Name | None"], bool]


@dataclass(slots=True)
class Story:
    """What coreference looks at: the sentences, their names, and which nouns stand for people or groups."""

    sentences: tuple[Sentence, ...]
    names: tuple[dict[int, Name], ...]
    is_person: Test
    is_group: Test
    are_alike: Callable[[Word, Word], bool]
    mentions: dict[str, list[tuple[Sentence, Word]]] = field(default_factory=dict)
    surnames: dict[str, tuple[Sentence, Word]] = field(default_factory=dict)
    acronyms: dict[str, tuple[Sentence, Word]] = field(default_factory=dict)
    memory: dict[int, tuple[Sentence, Word] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sentence in self.sentences:
            for word in sentence.words:
                if word.is_name and word.dep != "compound":
                    self.mentions.setdefault(word.text, []).append((sentence, word))
                if word.is_name and word.dep not in ("compound",) and word.kid("compound") is not None:
                    self.surnames.setdefault(word.text, (sentence, word))
                if word.dep in ("appos", "dep", "nmod") and ACRONYM.match(word.text) and word.head.is_noun:
                    if _spells(word.text, word.head):
                        self.acronyms.setdefault(word.text, (sentence, word.head))

    def antecedent_of(self, word: Word, sentence: Sentence) -> tuple[Sentence, Word] | None:
        """The noun an anaphor stands for, with its sentence; None if nothing agrees."""
        key = id(word)
        if key not in self.memory:
            self.memory[key] = None  # a circle of anaphors ends here
            self.memory[key] = self._find(word, sentence)
        return self.memory[key]

    def _find(self, word: Word, sentence: Sentence) -> tuple[Sentence, Word] | None:
        low = word.lower
        if low in RELATIVES and word.is_pronoun:
            for above in word.ancestors():
                if noun := antecedent(above):
                    return sentence, noun
            return None
        if low in SPEAKER and word.is_pronoun:  # not "the US"
            return self._speaker(word, sentence)
        if low in PERSON:
            return self._nearest(word, sentence, lambda each, name: self.is_person(each, name) and not _plural(each))
        if low in THING:
            return self._nearest(word, sentence, lambda each, name: self.is_group(each, name) and not _plural(each))
        if low in SEVERAL:
            return self._nearest(word, sentence, lambda each, name: (self.is_group(each, name) or self.is_person(each, name)) and _many(each, name))
        if word.is_name and word.dep != "compound" and word.kid("compound") is None:
            return self._of_name(word, sentence)
        if word.is_noun and _is_definite(word):
            return self._of_noun(word, sentence)
        return None

    def _speaker(self, word: Word, sentence: Sentence) -> tuple[Sentence, Word] | None:
        """Who says "we" and "our": the subject of the verb of saying that the words are quoted by."""
        for above in word.ancestors():
            verb = above.head if above.dep in ("ccomp", "parataxis") else None
            if verb is not None and verb.is_verb and (subject := verb.kid("nsubj")) and subject.index != word.index:
                return (sentence, subject) if not any(each is subject for each in above.subtree()) else None
        return None

    def _of_name(self, word: Word, sentence: Sentence) -> tuple[Sentence, Word] | None:
        found = self.acronyms.get(word.text) or self.surnames.get(word.text)
        if found and found[1] is not word and (found[0].index, found[1].index) < (sentence.index, word.index):
            return found
        return None

    def _of_noun(self, word: Word, sentence: Sentence) -> tuple[Sentence, Word] | None:
        """ "the brigade" after "the Green Brigade", "the group" after a named group, "the attackers" after gunmen."""
        tests: list[Test] = [lambda each, name: _tells(each, word, name)]
        if word.lemma in GROUP_NOUNS:
            tests.append(lambda each, name: (name is not None and name.sense == "actor") or (_plural(each) and self.is_person(each, name)))
        elif word.lemma in COUNTRY_NOUNS:
            tests.append(lambda each, name: name is not None and name.sense == "country")
        else:
            tests.append(lambda each, name: self.are_alike(word, each) and _plural(word) == _plural(each) and _is_introduced(each))
            if word.tag == "NN" and self.is_person(word, None):  # "the officer" after Colonel Rashid
                tests.append(lambda each, name: each.is_name and not _plural(each) and self.is_person(each, name) and _is_full(each))
        return next((found for test in tests if (found := self._nearest(word, sentence, test))), None)

    def _nearest(self, word: Word, sentence: Sentence, fits: Test) -> tuple[Sentence, Word] | None:
        best, best_score = None, 0.0
        for at, each in self._before(word, sentence):
            if not fits(each, self._name_of(at, each)):
                continue
            score = 10.0 - 3 * (sentence.index - at.index)
            score += 2.5 if word.lower in SEVERAL and _plural(each) else 0.0
            score += 3.0 if each.dep in SUBJECTS else 1.0 if each.dep in ("dobj", "poss") else 0.0
            if at is sentence:
                score += 1.0 if _same_clause(word, each) else 0.0
            elif at.paragraph != sentence.paragraph:
                score -= 0.5
            if score > best_score:
                best, best_score = (at, each), score
        return best

    def _name_of(self, sentence: Sentence, word: Word) -> Name | None:
        """The name of a noun, or of the group before it: "Al-Shabaab fighters"."""
        names = self.names[sentence.index]
        if word.index in names:
            return names[word.index]
        owner = next((kid for kid in word.kids if kid.dep == "compound" and kid.index in names), None)
        return names[owner.index] if owner is not None and names[owner.index].sense == "actor" else None

    def _before(self, word: Word, sentence: Sentence) -> Iterator[tuple[Sentence, Word]]:
        """Nouns before a word, not in its own phrase and not its own fellow arguments."""
        for at in reversed(self.sentences[max(0, sentence.index - SENTENCES_BACK) : sentence.index + 1]):
            for each in reversed(at.words):
                if at is sentence and (each.index >= word.index or _clash(word, each)):
                    continue
                if (each.is_noun or (each.tag == "JJ" and each.dep in SUBJECTS)) and each.dep in ARGUMENTS and each.dep != "compound":
                    yield at, each


def _same_clause(word: Word, other: Word) -> bool:
    return any(above is other.head for above in word.ancestors())


def _clash(word: Word, other: Word) -> bool:
    """Two arguments of one verb are two things: "Iran accused it"; a possessor is not its own noun."""
    if word.dep in ("dobj", "nsubj", "nsubjpass") and other.head is word.head:
        return True
    return word.head is other or any(above is word for above in other.ancestors())


def _plural(word: Word) -> bool:
    return word.tag in ("NNS", "NNPS")


def _many(word: Word, name: Name | None) -> bool:
    return (
        _plural(word)
        or word.lemma in ("police", "people", "group", "government", "army")
        or any(kid.dep == "conj" for kid in word.kids)
        or (name is not None and name.sense in ("actor", "country"))
    )


def _tells(other: Word, word: Word, name: Name | None) -> bool:
    """Whether an earlier noun is the same thing in more words: it has the lemma itself, and something beside it."""
    key = word.lemma
    within = {each.lower for each in other.kids if each.dep in ("compound", "amod", "nmod", "poss")} | (
        {part.lower for part in name.entries[0].spelling.split()} if name else set()
    )
    return (other.lemma == key and bool(within)) or key in within or (other.is_name and other.lower == key)


def _is_introduced(word: Word) -> bool:
    """Whether a noun brings somebody in: a number, an indefinite article, a name or another word beside it, or a bare plural."""
    if word.tag in ("NNS", "NNPS") and word.kid("det") is None:
        return True
    return any(kid.dep in ("nummod", "amod", "compound", "poss", "appos", "relcl", "acl", "prep") or kid.lower in ("a", "an") for kid in word.kids)


def _is_full(word: Word) -> bool:
    """Whether a person is named with a title or in full, as on the first mention."""
    return word.kid("compound", "appos") is not None or word.dep == "appos"


def _is_definite(word: Word) -> bool:
    """Whether a noun points back: "the group", "the rebel leader"; not one that says whose or which it is."""
    kids = [kid for kid in word.kids if kid.dep in ("det", "amod", "compound", "poss", "nummod", "prep", "appos", "relcl", "acl", "nmod")]
    points = any(kid.dep == "det" and kid.lower in ("the", "this", "that", "these", "those") for kid in kids)
    return points and len(kids) <= 2 and all(kid.dep in ("det", "amod", "compound") and not kid.is_name for kid in kids)


def _spells(acronym: str, noun: Word) -> bool:
    """Whether the letters are initials of the name: (RSF) after Rapid Support Forces; foreign acronyms pass if a name precedes."""
    return noun.is_name or (noun.is_noun and any(kid.is_name for kid in noun.kids)) or acronym[0].lower() == noun.lower[0]
