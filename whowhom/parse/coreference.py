"""Whom does "it", "they", "the group", "the two countries", a bare surname or an acronym mean?

An anaphor stands for an earlier noun of the story that agrees with it in kind, number and gender; of several the most salient: near, subject,
named, in the same function. What one clause says of two of its arguments keeps them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.acronyms import ACRONYM, expansion_of
from whowhom.parse.agreement import REGION_WORDS, alike, can_be, is_meant, tells
from whowhom.parse.frame import core
from whowhom.parse.mentions import Mention, is_plural, mention_of
from whowhom.parse.salience import SEVERAL, SUBJECTS, THING, is_for_own, salience
from whowhom.parse.syntax import RELATIVES, TIMES, antecedent, verb_frame
from whowhom.parse.tree import Sentence, Word
from whowhom.parse.wordings import look_up, means_of

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.entries import Anaphor
    from whowhom.parse.names import Name

PRONOUNS_BACK = 4  # sentences back to what a pronoun stands for; pronouns of news rarely reach further
NOUNS_BACK = 12  # sentences back to what a noun with "the" stands for
PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
SHE = frozenset({"she", "her", "hers", "herself"})
SPEAKER = frozenset({"we", "our", "ours", "us", "i", "my", "me"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "dative", "attr", "ROOT", "dep", "compound", "npadvmod", "nmod"}
)
POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
PAIRS = word_list("pairs")
LOCATING = frozenset({"in", "at", "near", "to", "from", "outside", "of", "around", "inside", "into", "towards", "toward"})

Place = tuple[Sentence, Word]
Fits = Callable[[Mention], bool]
PAIRED = word_list("paired")
CAPTORS, TITLES = word_list("captors"), word_list("personal_titles")
OF_STATES = word_list("of_states")
BLOCS = frozenset({"IGO", "UNO", "EUR"})
HARMFUL = word_list("harmful_verbs") | word_list("harm_by_things")


@dataclass(slots=True)
class Story:
    """What coreference looks at: the sentences, their names and the codebook; what it has found is kept."""

    sentences: tuple[Sentence, ...]
    names: tuple[dict[int, Name], ...]
    book: Codebook
    mentions: dict[str, list[Place]] = field(default_factory=dict)
    surnames: dict[str, Place] = field(default_factory=dict)
    acronyms: dict[str, Place] = field(default_factory=dict)
    memory: dict[int, Place | None] = field(default_factory=dict)
    candidates: dict[int, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sentence in self.sentences:
            for word in sentence.words:
                if not word.is_name or word.dep == "compound":
                    continue
                self.mentions.setdefault(word.text, []).append((sentence, word))
                if word.kid("compound") is not None:
                    self.surnames.setdefault(word.text, (sentence, word))
                if ACRONYM.match(word.text) and (full := expansion_of(word)) is not None:
                    self.acronyms.setdefault(word.text, (sentence, full))

    def antecedent_of(self, word: Word, sentence: Sentence) -> Place | None:
        """The noun an anaphor stands for, with its sentence; None if nothing agrees."""
        key = id(word)
        if key not in self.memory:
            self.memory[key] = None  # a circle of anaphors ends here
            self.memory[key] = self._find(word, sentence)
        return self.memory[key]

    def _find(self, word: Word, sentence: Sentence) -> Place | None:
        low = word.lower
        if word.is_pronoun and (low in RELATIVES or word.tag == "WP$"):
            return next(((sentence, noun) for above in word.ancestors() if (noun := antecedent(above))), None)
        if low in SPEAKER and word.is_pronoun:  # not "the US"
            return self._speaker(word, sentence)
        if low in PERSON:
            gender = "f" if low in SHE else "m"
            return self._best(word, sentence, lambda each: each.is_person and not each.many and each.gender in ("", gender))
        if low in THING:
            if weapon := self._of_weapon(word, sentence):
                return weapon
            states = word.dep == "poss" and word.head.lemma in OF_STATES
            if _is_empty(word):
                return None
            return self._best(
                word, sentence, lambda each: (not each.many or _is_acronym(each)) and each.kind != "person" and not (states and _is_bloc(each))
            )
        if low in SEVERAL:
            return self._best(word, sentence, lambda each: each.many or each.joined or each.kind == "group")
        if low in ("former", "latter") and word.kid("det") is not None and not any(above.is_noun for above in [word.head] if above is not word):
            return self._of_two(word, sentence, last=low == "latter")
        if word.is_name and self._is_short(word, sentence):
            return self._of_name(word, sentence)
        if word.is_noun and _is_definite(word):
            return self._of_noun(word, sentence)
        return None

    def _of_weapon(self, word: Word, sentence: Sentence) -> Place | None:
        """ "a bomb hit a bus; it killed nine passengers": what kills without a hand is the weapon told last."""
        if word.dep != "nsubj" or word.head.lemma not in HARMFUL:
            return None
        near = self._before(word, sentence, 1)
        return next(((each.sentence, each.word) for each in near if each.kind == "thing" and means_of(each.word, self.book)), None)

    def _speaker(self, word: Word, sentence: Sentence) -> Place | None:
        """Who says "we" and "our": the subject of the verb of saying that the words are quoted by."""
        for above in word.ancestors():
            verb = above.head if above.dep in ("ccomp", "parataxis") else None
            if verb is not None and verb.is_verb and (subject := verb.kid("nsubj")) and subject.index != word.index:
                return (sentence, subject) if not any(each is subject for each in above.subtree()) else None
        return None

    def _is_short(self, word: Word, sentence: Sentence) -> bool:
        """Whether a name may stand for a longer one: a bare surname, an acronym, a capital."""
        if word.dep == "compound":
            return word.text in self.acronyms
        name = self.names[sentence.index].get(word.index)
        full = any(kid.dep == "compound" and kid.lower.rstrip(".") not in TITLES for kid in word.kids)
        return not full or (name is not None and name.sense in ("capital", "seat") and word is name.words[-1])

    def _of_name(self, word: Word, sentence: Sentence) -> Place | None:
        found = self.acronyms.get(word.text) or self.surnames.get(word.text)
        if found and found[1] is not word and (found[0].index, found[1].index) < (sentence.index, word.index):
            return found
        name = self.names[sentence.index].get(word.index)
        if name is not None and name.sense in ("capital", "seat") and not (word.dep == "pobj" and word.head.lower in LOCATING):
            code = getattr(name.entries[0].thing, "code", None)
            return self._best(word, sentence, lambda each: each.code == code and each.name is not None and each.name.sense == "country")
        return None

    def _of_two(self, word: Word, sentence: Sentence, last: bool) -> Place | None:
        """ "the former", "the latter": the first or the second of the last two that were joined."""
        for at in reversed(self.sentences[max(0, sentence.index - 1) : sentence.index]):
            for each in (kid for word in at.words if word.dep in SUBJECTS for kid in (word, _named(word))):
                if (fellow := each.kid("conj")) is not None and fellow.is_noun:
                    return at, _named(fellow if last else each)
        return None

    def _of_noun(self, word: Word, sentence: Sentence) -> Place | None:
        """The tests of a noun with "the", the surest first."""
        own = mention_of(word, sentence, self.names[sentence.index], self.book)
        entries = self.book.anaphors.get(word.lemma, ())
        if (many := is_plural(word) or word.lemma in PAIRS) and (joined := self._of_pair(word, sentence, entries)):
            return joined
        if word.lemma == "side":
            return None
        tests: list[Fits] = [lambda each: tells(each, own)]
        tests += [lambda each, entry=entry: is_meant(each, own, entry) for entry in entries]  # type: ignore[misc]
        tests.append(lambda each: each.kind == own.kind == "person" and is_plural(each.word) == many and alike(each, own))
        if own.kind == "person" and not many and own.sector not in ("UAF", "CRM"):
            tests.append(lambda each: each.is_person and not each.many and each.word.is_name and can_be(each, own))
        for at, fits in enumerate(tests):
            if found := self._best(word, sentence, lambda each, fits=fits: not self._of_two_nations(each, own) and fits(each)):  # type: ignore[misc]
                return found
            if at == 0 and (doer := self._of_deed(word, sentence, entries)):
                return doer
        return None

    def _of_pair(self, word: Word, sentence: Sentence, entries: tuple[Anaphor, ...]) -> Place | None:
        """ "the two countries", "both sides", "the pair": the last two that were joined, of the kind."""
        twos = any(kid.lower in PAIRED for kid in word.kids) or word.lemma in PAIRS
        if not twos:
            return None
        kinds = {entry.kind for entry in entries if entry.kind}
        own = mention_of(word, sentence, self.names[sentence.index], self.book)
        official = own.sector == "GOV"  # "both governments": no two people
        paired = PAIRED - {"two", "three"} if word.lemma == "side" else PAIRED
        for at in reversed(self.sentences[max(0, sentence.index - NOUNS_BACK) : sentence.index]):
            for each in at.words:
                if each.is_noun and each.dep in ARGUMENTS and any(kid.dep == "conj" and kid.is_noun for kid in each.kids):
                    one = self._mention(each, at)
                    if (official and one.kind != "country" and one.sector != "GOV") or (own.kind != "thing" and one.kind in ("place", "thing")):
                        continue
                    if not kinds or one.kind in kinds or (one.kind == "proper" and kinds & {"person", "group"}) or (one.is_body and "group" in kinds):
                        return at, _named(each)
                if is_plural(each) and word.lemma in PAIRS | {"side"} and any(kid.lower in paired for kid in each.kids):
                    return at, each  # "the warring generals"
        return None

    def _of_deed(self, word: Word, sentence: Sentence, entries: tuple[Anaphor, ...]) -> Place | None:
        """ "the hijackers", "the hostages": who did or suffered what the noun says."""
        for entry in entries:
            if not (entry.does or entry.suffers):
                continue
            for at in reversed(self.sentences[max(0, sentence.index - NOUNS_BACK) : sentence.index]):
                for verb in at.words:
                    if not verb.is_verb:
                        continue
                    frame = verb_frame(verb)
                    functions = [name for name, verbs in (("subject", entry.does), ("object", entry.suffers)) if verb.lemma in verbs]
                    found = [each for name in functions for each in frame.get(name) or (frame.get("to") if name == "object" else [])]
                    for each in map(core, found):
                        one = self._mention(each, at)
                        if each.is_noun and not each.is_pronoun and one.kind != "thing" and (one.many == is_plural(word) or one.kind == "group"):
                            return at, _named(each)
        return None

    def _best(self, word: Word, sentence: Sentence, fits: Fits) -> Place | None:
        back = PRONOUNS_BACK if word.is_pronoun else NOUNS_BACK
        best, best_score = None, 0.0
        for each in self._before(word, sentence, back):
            if fits(each):
                score = salience(each, word, sentence)
                if score > best_score:
                    best, best_score = each, score
        if best is None:
            return None
        head = best.word.head if best.word.dep == "appos" and not best.word.is_name else best.word
        return best.sentence, head if head.is_noun else best.word

    def _before(self, word: Word, sentence: Sentence, back: int) -> Iterator[Mention]:
        """Mentions before a word that it may stand for: not in its own phrase, not another argument of its own verb."""
        for at in reversed(self.sentences[max(0, sentence.index - back) : sentence.index + 1]):
            for each in reversed(self._mentions_of(at)):
                if at is not sentence or (each.word.index < word.index and not _clash(word, each.word)):
                    yield each

    def _mentions_of(self, sentence: Sentence) -> list[Mention]:
        if sentence.index not in self.candidates:
            names = self.names[sentence.index]
            found = [mention_of(word, sentence, names, self.book) for word in sentence.words if _is_candidate(word, names, self.book)]
            self.candidates[sentence.index] = [self._in_full(each) for each in found]
        return self.candidates[sentence.index]

    def _in_full(self, each: Mention) -> Mention:
        """A bare surname with what its first mention tells: kind, gender, office."""
        full = self.surnames.get(each.word.text) if each.kind == "proper" and each.word.kid("compound") is None else None
        if full is None or full[1] is each.word or full[0].index > each.sentence.index:
            return each
        first = mention_of(full[1], full[0], self.names[full[0].index], self.book)  # read by itself: its sentence may be the one that is being read
        return replace(each, kind=first.kind, gender=first.gender, sector=first.sector, role=first.role)

    def _of_two_nations(self, one: Mention, other: Mention) -> bool:
        """ "the Lebanese army" is not the Israeli one, and "the Somali envoy" not Kenya's own."""
        nation = other.nation or other.home
        if nation is None:
            return False
        owner = one.word.kid("poss") if one.nation is None else None
        found = self.antecedent_of(owner, one.sentence) if owner is not None and owner.is_pronoun else None
        if found is not None and (whose := self._mention(found[1], found[0])).kind == "country":
            return whose.code != nation
        return (one.nation or one.home or nation) != nation

    def _mention(self, word: Word, sentence: Sentence) -> Mention:
        found = next((each for each in self._mentions_of(sentence) if each.word is word), None)
        return found or mention_of(word, sentence, self.names[sentence.index], self.book)


def _is_candidate(word: Word, names: dict[int, Name], book: Codebook) -> bool:
    """Whether a noun can be what an anaphor stands for: an argument and no time, not the office before a name that follows in apposition."""
    if not (word.is_noun or (word.tag == "JJ" and word.dep in SUBJECTS)) or word.dep not in ARGUMENTS or word.lemma in TIMES:
        return False
    if word.dep == "compound":
        return (
            word.index in names
            and names[word.index].sense == "actor"
            and names[word.index].words[-1] is word
            and word.head not in names[word.index].words
        )
    if word.dep == "appos":
        return word.is_name or not word.head.is_name
    return _named(word) is word or look_up(book.roles, word) is None


def _is_acronym(each: Mention) -> bool:
    """ "the FARC laid down its arms": one body, whatever its letters stand for."""
    return each.kind == "group" and ACRONYM.match(each.word.text) is not None


def _is_bloc(each: Mention) -> bool:
    """Whether a mention is a body of many states, which has no army and no president of its own: "the bloc condemned Mali after soldiers ousted its president"."""
    return each.kind == "group" and each.home in BLOCS


def _named(word: Word) -> Word:
    """The name in apposition to an office: "the minister, Carla Testa" is Testa."""
    if word.is_name:
        return word
    return next((kid for kid in word.kids if kid.dep == "appos" and kid.is_name and kid.index > word.index and not ACRONYM.match(kid.text)), word)


def _clash(word: Word, other: Word) -> bool:
    """Two arguments of one verb are two things: "Iran accused it"; a possessor is not its own noun."""
    if word.dep == "poss" and is_for_own(word, other):
        return False
    if word.head is other or any(above is word for above in other.ancestors()) or any(above is other for above in word.ancestors()):
        return True
    if word.dep == "poss" or word.lower.endswith(("self", "selves")):
        return False
    verb = next((above for above in word.ancestors() if above.is_verb), None)
    if verb is None:
        return False
    if other.head is verb and (other.dep in SUBJECTS or word.dep in SUBJECTS or other.dep == "dobj"):
        return True
    return word.dep not in SUBJECTS and any(other is each for each in verb_frame(verb).get("subject"))


def _is_empty(word: Word) -> bool:
    """ "it was unclear whether", "it seems that": it stands for nothing."""
    verb = word.head
    return (
        word.dep in SUBJECTS
        and verb.lemma in ("be", "seem", "appear")
        and bool(verb.kid("acomp", "attr", "oprd"))
        and bool(verb.kid("ccomp", "xcomp", "csubj"))
    )


def _is_definite(word: Word) -> bool:
    """Whether a noun points back: "the group", "both sides"; not one that says whose or which it is."""
    kids = [kid for kid in word.kids if kid.dep in ("det", "predet", "amod", "compound", "poss", "nummod", "prep", "appos", "relcl", "acl", "nmod")]
    points = any(kid.dep in ("det", "predet") and kid.lower in POINTING for kid in kids)
    captor = any(kid.dep == "poss" and kid.is_pronoun for kid in kids) and word.lemma in CAPTORS
    return (
        (points or captor)
        and len(kids) <= 3
        and all(
            kid.dep in ("det", "predet", "amod", "compound", "nummod", "poss") and (not kid.is_name or kid.lower in REGION_WORDS)
            for kid in kids
            if not captor
        )
    )
