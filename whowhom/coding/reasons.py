"""Why was it done, where the reason is told in words and is no deed? "marched over the price of flour", "fired tear gas to disperse the crowd"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from whowhom.codebook import word_list
from whowhom.coding.connectors import clause_of, moved_by, openings, preposition_at, sides_of, tells_why
from whowhom.coding.sameness import all_of
from whowhom.parse.syntax import is_passive
from whowhom.parse.tree import cover
from whowhom.parse.wordings import look_up, meets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whowhom.codebook import Codebook, Linking
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.links import Tie
    from whowhom.entries import Connector
    from whowhom.parse.tree import Sentence, Span, Word

WITHIN = frozenset({"pobj", "prep", "dobj", "agent", "compound", "npadvmod", "pcomp", "xcomp", "nsubjpass"})
"""Labels by which a word hangs in the deed that it is a part of: "fired shots at marchers over a debt"."""
DEPTH = 8  # words between the deed and what hangs on a part of it
ASIDE = frozenset({"relcl", "appos", "parataxis", "advcl", "acl", "conj", "ccomp", "prep"})
"""Labels of what may stand behind a comma as an aside and is then no part of the reason."""
BARE = word_list("bare")
QUESTIONS = frozenset({"CD", "WP", "WDT", "WRB"})
"""Tags of what is no reason: numbers, relative and interrogative pronouns."""
MARKS = frozenset({",", "-", "–", "—", ";", ":"})


class Reason(NamedTuple):
    """A deed, the kind of link, the words that tell why it was done, and the rule that found them."""

    effect: Deed
    kind: str
    span: Span
    rule: str


class Sight(NamedTuple):
    """Where a sentence may tell a reason: the connector, the word it hangs on, the heads of the reason, the words that open it."""

    connector: Connector
    above: Word
    heads: list[Word]
    opening: list[Word]


class Deeds:
    """The deeds of a story by the words that tell them, those of their echoes among them."""

    def __init__(self, deeds: tuple[Deed, ...], book: Codebook) -> None:
        self.all, self.book = deeds, book
        self._by_word = {id(word): deed for deed in deeds for each in all_of(deed) for word in (*each.words, each.light) if word is not None}

    def at(self, word: Word) -> Deed | None:
        return self._by_word.get(id(word))

    def around(self, word: Word, own: bool = False) -> Deed | None:
        """The deed that a word is of, that it hangs in as a part of it, or that it holds: "the strike called over", "the march was held to".

        `own`: what hangs on a noun is the noun's own and tells nothing of the deed around it ("rejected calls for reform"), unless it is somebody or bare.
        """
        for _ in range(DEPTH):
            if deed := self.at(word):
                return deed
            if word.dep == "acl" and word.tag == "VBN":
                word, own = word.head, word.head.dep not in ("dobj", "nsubjpass")
            elif word.dep in WITHIN and not (own and self._keeps(word)):
                word = word.head
            else:
                break
        if not word.is_verb:
            return None
        held = word.all_kids("nsubjpass", "nsubj") if look_up(self.book.light, word) is not None else []
        return next((deed for each in (*held, *word.all_kids("conj")) if (deed := self.at(each)) is not None), None)

    def _keeps(self, word: Word) -> bool:
        """Whether what hangs on a word is the word's own: no reason hangs on a person ("jailed a clerk over a debt") or a name."""
        return word.is_noun and not word.is_name and word.lemma not in BARE and word.head.dep != "agent" and look_up(self.book.roles, word) is None


def find_reasons(draft: Draft, ties: list[Tie]) -> list[Reason]:
    """The reasons that the words of each sentence give for the deeds of a story; none where a tie to another deed has the same words."""
    connectors = [each for each in draft.book.connectors if each.reason]
    deeds = Deeds(draft.deeds, draft.book)
    found: list[Reason] = []
    for sentence in dict.fromkeys(each.sentence for deed in draft.deeds for each in all_of(deed)):
        for sight in _sights(sentence, draft.book.reasoning, connectors):
            effect = deeds.around(sight.above, own=not sight.heads or sight.heads[0].is_noun)
            if effect is None:
                continue
            heads = [head for head in sight.heads if deeds.at(head) in (None, effect) and not effect.word.is_below(head)]
            if sight.opening and all(word in effect.words for word in (*sight.opening, *heads)):
                continue  # "holding out for a ransom": the words of the deed itself
            found.extend(_reason(effect, sight._replace(heads=heads), sentence, draft))
    for deed in draft.deeds:
        for sight in _sights_without_words(deed, connectors):
            heads = [head for head in sight.heads if deeds.at(head) is None]
            found.extend(_reason(deed, sight._replace(heads=heads), deed.sentence, draft))
    tied = [(deeds.around(tie.effect.word), tie.span) for tie in ties if tie.kind != "follows"]
    return _once([each for each in found if not any(deed is each.effect and _meet(span, each.span) for deed, span in tied)])


def _sights(sentence: Sentence, index: Linking, connectors: list[Connector]) -> Iterator[Sight]:
    """Where the words of a sentence open a reason."""
    purposes = [each for each in connectors if "infinitive" in each.functions]
    for word in sentence.words:
        done: set[str] = set()
        for kind, connector, wording in openings(word, index):
            if kind == "prepositions" and (ends := preposition_at(word, wording)):
                yield Sight(connector, *ends)
            elif kind == "marks" and (clause := clause_of(word, wording)):
                yield Sight(connector, clause.head, [clause], [word])
            elif kind == "moods" and (moved := moved_by(word)):
                yield Sight(connector, *moved)
            elif kind == "verbs" and word.is_verb and connector.id not in done:
                done.add(connector.id)
                yield from _sights_of_verb(connector, word)
            elif kind == "participles" and tells_why(word):
                yield Sight(connector, word.head, [word], [])
        if word.tag == "VB" and (word.dep == "advcl" or (word.dep == "xcomp" and is_passive(word.head))):
            to = [kid for kid in word.all_kids("aux") if kid.lower == "to"]
            yield from (Sight(connector, word.head, [word], to) for connector in purposes if to)


def _sights_of_verb(connector: Connector, verb: Word) -> Iterator[Sight]:
    """ "The price of flour sparked protests", "riots set off by a rumour"; a deed that answers by its own word: "protested the price"."""
    sides = sides_of(connector, verb)
    if sides is None:
        return
    effects, causes, words = sides
    if connector.effect == "object":
        yield from (Sight(connector, effect, causes, words) for effect in effects)
        return
    behind = [noun for word in words[1:] for noun in word.all_kids("pobj", "pcomp")]
    told = behind if len(words) > 1 else [cause for cause in causes if cause.dep == "dobj"]
    yield Sight(connector, verb, told, words[1:])
    yield from (Sight(connector, effect, told, words) for effect in effects)


def _sights_without_words(deed: Deed, connectors: list[Connector]) -> Iterator[Sight]:
    """Reasons that grammar alone tells: what is condemned ("criticised the verdict"), what those punished did ("jailed three clerks who sold visas")."""
    if not deed.word.is_verb:
        return
    objects = deed.frame.get("object")
    for connector in connectors:
        if "object" in connector.functions:
            yield Sight(connector, deed.word, objects, [])
        if "relative" in connector.functions:
            clauses = [clause for word in objects for clause in word.all_kids("relcl")]
            yield Sight(connector, deed.word, [each for each in clauses if each.tag == "VBD" and not _is_aside(each)], [])


def _is_aside(clause: Word) -> bool:
    """Whether a comma parts a relative clause from its noun: then it only adds something."""
    return any(kid.text == "," and clause.head.index < kid.index < clause.index for kid in clause.head.kids)


def _reason(effect: Deed, sight: Sight, sentence: Sentence, draft: Draft) -> Iterator[Reason]:
    """The reason of a deed, if the words may be one."""
    connector = sight.connector
    if effect.reality == "negated" or (connector.effects and effect.type not in connector.effects):
        return
    heads = [head for head in sight.heads if not _is_none(head, connector, effect, sentence, draft)]
    if heads:
        span = cover([*sight.opening, *(word for head in heads for word in _phrase(head))])
        yield Reason(effect, connector.kind, span, f"links.{connector.id}")


def _is_none(head: Word, connector: Connector, effect: Deed, sentence: Sentence, draft: Draft) -> bool:
    """Whether words are no reason: a day, a place, a number of hours; or no gerund where the connector wants one.

    A gerund says what those did to whom the deed was done ("arrested after mocking"), or who else did what ("with the mayor refusing").
    """
    own = head.tag == "VBG" and (effect.frame.passive or head.kid("nsubj") is not None)
    if head.tag in QUESTIONS or (head.lower in ("other", "another") and head.kids) or (connector.gerund and not own):
        return True
    return meets(head, draft.book.reasonless[connector.id], draft.book, draft.names[sentence.index])


def _phrase(word: Word) -> list[Word]:
    """A word with what hangs on it, without marks at its end and asides behind commas."""
    found, parted = [word], False
    for kid in word.kids:
        if kid.dep == "punct":
            parted = parted or (kid.index > word.index and kid.text in MARKS)
        elif kid.index < word.index or not (parted and kid.dep in ASIDE):
            found.extend(_phrase(kid))
    return found


def _meet(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _once(reasons: list[Reason]) -> list[Reason]:
    """Each reason of a deed once, in the order of the text: of those that share words the longest."""
    kept: list[Reason] = []
    for each in sorted(reasons, key=lambda each: each.span[0] - each.span[1]):
        if not any(other.effect is each.effect and _meet(other.span, each.span) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.span)
