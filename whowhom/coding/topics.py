"""Is it violence at all? Deeds of sentences about sport, business, disasters and illness, which borrow its words, are dropped."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.model import day_of
from whowhom.parse.frame import core

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import Topic
    from whowhom.parse.tree import Sentence, Word

Spoken = dict[str, set[str]]  # the words of each topic, by its id

ANIMALS = word_list("animals")
YEAR = re.compile(r"1[89]\d\d|20\d\d")
BORROWED = frozenset({"ASSAULT", "THREATEN", "COERCE", "RETREAT", "MOBILIZE", "PROTEST", "SANCTION"})
UNBORROWED = word_list("unborrowed")  # a player who is jailed is jailed
ENOUGH = 2  # words of a topic in one sentence that settle it; one word may be a metaphor or a place
AROUND = 3  # words of a topic in the sentences around that settle it where the deed's own has one of them; one more where it has none
NEAR = 2  # sentences on either side that are looked at; a digest has other stories beyond
SCORE = re.compile(r"(?<![\d-])\d{1,3} ?[-–] ?\d{1,3}(?![\d-])")
FOUGHT = BORROWED - {"PROTEST", "SANCTION"}  # firms have strikes, and players are expelled
QUARRELS = frozenset({"ACCUSE", "REJECT", "REQUEST", "AGREE", "SUPPORT", "CONCEDE"})
HARD = word_list("hard_words")  # of blood and of the law, which no game needs
OFFICIAL = frozenset({"GOV", "JUD", "LEG", "SPY", "PTY", "OPP"})
BODIES = frozenset({"IGO", "UNO", "EUR"})  # PLOVER's codes of bodies between states, in place of a country
FIRM = frozenset({"REB", "MIL", "UAF", "COP", "PRM", "CRM"})


def drop_strangers(draft: Draft) -> Draft:
    """The draft without the deeds that are not what their words say."""
    found = [_topics(sentence, draft.book.topics) for sentence in draft.sentences]
    manner = {deed.sentence.index for deed in draft.deeds if deed.type == "ASSAULT" and not deed.rule.result}
    today = day_of(draft.document.published)
    kept = [deed for deed in draft.deeds if not _is_stranger(deed, draft, found, manner) and not _is_label(deed, today) and not _is_by_animals(deed)]
    return draft.with_deeds(kept)


def _is_label(deed: Deed, today: date | None) -> bool:
    """ "a veteran of the 2003 invasion": a deed of long ago that only serves to tell something else by; one that is told more of is none."""
    if deed.light is not None or deed.word.kid("relcl") is not None:
        return False  # "ordered the 2021 murder", "the 2023 raid in which two farmers were killed"
    years = [int(kid.text) for kid in deed.word.kids if kid.dep in ("nummod", "compound", "amod", "nmod") and YEAR.fullmatch(kid.text)]
    return deed.frame.nominal and bool(years) and (today is None or years[0] < today.year - 1)


def _is_by_animals(deed: Deed) -> bool:
    """ "A pack of dogs attacked two hikers": nobody's deed. Names ("the Tigers") are somebody's."""
    return any(inner.lemma in ANIMALS and not inner.is_name for word in deed.frame.get("subject") for inner in (core(word), word))


def _is_stranger(deed: Deed, draft: Draft, found: list[Spoken], manner: set[int]) -> bool:
    at = deed.sentence.index
    if not any(found[max(0, at - NEAR) : at + NEAR + 1]):
        return False
    firm = any(party.sector in FIRM for party in deed.actors)
    for topic in draft.book.topics:
        here = found[at].get(topic.id, set())
        if topic.outcomes:
            if here and deed.type in BORROWED and not firm and deed.rule.result and at not in manner:
                return True
            continue
        around = set().union(*(each.get(topic.id, set()) for each in found[max(0, at - NEAR) : at + NEAR + 1]))
        if deed.word.lemma not in UNBORROWED and _is_figure(deed, topic, len(here), len(around), firm):
            return True
    return False


def _is_figure(deed: Deed, topic: Topic, here: int, around: int, firm: bool) -> bool:
    """Whether a deed is told in the words of a topic: by what stands in its sentence, or in those around where nothing hard does."""
    official = firm or any(party.sector in OFFICIAL or party.country in BODIES for party in (*deed.actors, *deed.recipients))
    if topic.plot and around >= ENOUGH + official and not deed.sentence.headline and _is_present(deed.word):
        return True
    if deed.type in BORROWED and here >= ENOUGH + firm + any(key in HARD for word in deed.words for key in word.keys):
        return True
    if official or any(key in HARD for word in deed.sentence.words for key in word.keys):
        return False
    wanted = AROUND if here else AROUND + 1
    return around >= wanted and (deed.type in FOUGHT or (topic.quarrels and deed.type in QUARRELS))


def _is_present(word: Word) -> bool:
    """Whether the clause of a word is told in the plain present: "a gang kidnaps", "three men are killed"."""
    verb = next((each for each in (word, *word.ancestors()) if each.is_verb and each.tag != "VBG"), None)
    if verb is None:
        return False
    helper = verb.kid("auxpass", "aux")
    return (helper or verb).tag in ("VBZ", "VBP") and (helper is None or helper.lemma == "be")


def _topics(sentence: Sentence, topics: tuple[Topic, ...]) -> Spoken:
    """The words of each topic that stand in a sentence."""
    words, openers = _words_of(topics)
    found: Spoken = {}
    lemmas = [(*word.keys, word.lower) for word in sentence.words]
    for at, keys in enumerate(lemmas):
        pairs = (f"{key} {other}" for key in keys if key in openers for other in (lemmas[at + 1] if at + 1 < len(lemmas) else ()))
        for key in (*keys, *pairs):
            if topic := words.get(key):
                found.setdefault(topic.id, set()).add(key)
                break
    scored = next((topic for topic in topics if topic.score and SCORE.search(" ".join(word.text for word in sentence.words))), None)
    if scored is not None:
        found.setdefault(scored.id, set()).add("score")
    return found


@lru_cache(maxsize=4)
def _words_of(topics: tuple[Topic, ...]) -> tuple[dict[str, Topic], frozenset[str]]:
    """The topic of each word or pair of words, and the first words of the pairs."""
    words = {word.lower(): topic for topic in topics for word in topic.words}
    return words, frozenset(word.split()[0] for word in words if " " in word)
