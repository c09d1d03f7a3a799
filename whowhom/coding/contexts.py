"""What is it about? PLOVER contexts of a deed, by telling words of its sentence (`knowledge/contexts.yaml`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.parse.wordings import keys_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Sentence

MILITARY = frozenset({"MIL"})


def find_contexts(draft: Draft) -> Draft:
    """The draft with contexts on every deed."""
    by_sentence = {sentence.index: _contexts_of(sentence, draft.book.context_words) for sentence in draft.sentences}
    return draft.with_deeds([_in_context(deed, by_sentence[deed.sentence.index]) for deed in draft.deeds])


def _contexts_of(sentence: Sentence, words: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The contexts that words and pairs of words of a sentence tell."""
    lemmas = [{*keys_of(word), word.lower} for word in sentence.words]
    found: list[str] = []
    for at, keys in enumerate(lemmas):
        pairs = {f"{key} {other}" for key in keys for other in (lemmas[at + 1] if at + 1 < len(lemmas) else ())}
        for key in sorted(keys | pairs):
            found.extend(words.get(key, ()))
    return tuple(dict.fromkeys(found))


def _in_context(deed: Deed, contexts: tuple[str, ...]) -> Deed:
    extra = []
    if any(party.sector in MILITARY for party in (*deed.actors, *deed.recipients)):
        extra.append("military")
    if any(mode in ("misinformation", "cyber") for mode in deed.modes):  # PLOVER: the act implies the topic
        extra += [mode for mode in deed.modes if mode in ("misinformation", "cyber")]
    found = tuple(dict.fromkeys((*deed.contexts, *contexts, *extra)))
    return replace(deed, contexts=found) if found else deed
