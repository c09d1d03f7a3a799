"""Is it violence at all? Deeds of sentences about sport, business, disasters and illness, which borrow its words, are dropped."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.model import day_of
from whowhom.parse.syntax import core

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import Topic
    from whowhom.parse.tree import Sentence

ANIMALS = word_list("animals")
YEAR = re.compile(r"1[89]\d\d|20\d\d")
BORROWED = frozenset({"ASSAULT", "THREATEN", "COERCE", "RETREAT", "MOBILIZE", "PROTEST", "SANCTION"})
UNBORROWED = word_list("unborrowed")  # a player who is jailed is jailed
ENOUGH = 2  # words of a topic in one sentence that settle it; one word may be a metaphor or a place
FIRM = frozenset({"REB", "MIL", "UAF", "COP", "PRM", "CRM"})


def drop_strangers(draft: Draft) -> Draft:
    """The draft without the deeds that are not what their words say."""
    found = {sentence.index: _topics(sentence, draft.book.topics) for sentence in draft.sentences}
    manner = {deed.sentence.index for deed in draft.deeds if deed.type == "ASSAULT" and not deed.rule.result}
    today = day_of(draft.document.published)
    kept = [
        deed
        for deed in draft.deeds
        if not _is_stranger(deed, found[deed.sentence.index], manner) and not _is_label(deed, today) and not _is_by_animals(deed)
    ]
    return draft.with_deeds(kept)


def _is_label(deed: Deed, today: date | None) -> bool:
    """ "a veteran of the 2003 invasion": a deed of long ago that only serves to tell something else by."""
    years = [int(kid.text) for kid in deed.word.kids if kid.dep in ("nummod", "compound", "amod", "nmod") and YEAR.fullmatch(kid.text)]
    return deed.frame.nominal and bool(years) and (today is None or years[0] < today.year - 1)


def _is_by_animals(deed: Deed) -> bool:
    """ "A pack of dogs attacked two hikers": nobody's deed. Names ("the Tigers") are somebody's."""
    return any(inner.lemma in ANIMALS and not inner.is_name for word in deed.frame.get("subject") for inner in (core(word), word))


def _is_stranger(deed: Deed, topics: dict[str, tuple[Topic, int]], manner: set[int]) -> bool:
    if deed.type not in BORROWED or not topics:
        return False
    firm = any(party.sector in FIRM for party in deed.actors)
    for topic, count in topics.values():
        if topic.outcomes:
            if not firm and deed.rule.result and deed.sentence.index not in manner:
                return True
        elif count >= ENOUGH + firm and deed.word.lemma not in UNBORROWED:
            return True
    return False


def _topics(sentence: Sentence, topics: tuple[Topic, ...]) -> dict[str, tuple[Topic, int]]:
    words, openers = _words_of(topics)
    found: dict[str, tuple[Topic, int]] = {}
    lemmas = [(*word.keys, word.lower) for word in sentence.words]
    for at, keys in enumerate(lemmas):
        pairs = (f"{key} {other}" for key in keys if key in openers for other in (lemmas[at + 1] if at + 1 < len(lemmas) else ()))
        for key in (*keys, *pairs):
            if topic := words.get(key):
                found[topic.id] = topic, found.get(topic.id, (topic, 0))[1] + 1
                break
    return found


@lru_cache(maxsize=4)
def _words_of(topics: tuple[Topic, ...]) -> tuple[dict[str, Topic], frozenset[str]]:
    """The topic of each word or pair of words, and the first words of the pairs."""
    words = {word.lower(): topic for topic in topics for word in topic.words}
    return words, frozenset(word.split()[0] for word in words if " " in word)
