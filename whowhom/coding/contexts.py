"""What is it about? PLOVER contexts of a deed, by telling words of its sentence (`knowledge/contexts.yaml`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from whowhom.model import Evidence

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Span, Word

MILITARY = frozenset({"MIL"})
PASSED_OVER = frozenset({"the", "a", "an", "'s", "’s", "'", "’", "-"})
"""Words that part no phrase: "suspend the constitution", "women's rights", "power-sharing"."""


class Telling(NamedTuple):
    """A context and the words that tell of it."""

    context: str
    span: Span


def find_contexts(draft: Draft) -> Draft:
    """The draft with contexts on every deed."""
    told = {each.sentence.index: each.sentence for each in draft.deeds}
    tellings = {at: _tellings(sentence, draft.book, draft.names[at]) for at, sentence in told.items()}
    return draft.with_deeds([_in_context(deed, tellings[deed.sentence.index], draft.document.text) for deed in draft.deeds])


def _tellings(sentence: Sentence, book: Codebook, names: dict[int, Name]) -> list[Telling]:
    """The contexts that words and pairs of words of a sentence tell; a pair in which a word tells nothing ("flood of rockets") silences it."""
    words = [word for word in sentence.words if word.lower not in PASSED_OVER]
    keys = [_keys(word) for word in words]
    found: list[Telling] = []
    hushed: dict[int, set[str]] = {}
    pairs = [at for at in range(len(words) - 1) if not book.context_openers.isdisjoint(keys[at])]
    for at in pairs:
        for phrase in {f"{key} {other}" for key in keys[at] for other in keys[at + 1]}:
            for context in book.context_silences.get(phrase, ()):
                hushed.setdefault(at, set()).add(context)
                hushed.setdefault(at + 1, set()).add(context)
    for at in pairs:
        for phrase in sorted(f"{key} {other}" for key in keys[at] for other in keys[at + 1]):
            span = words[at].start, words[at + 1].end
            contexts = book.context_words.get(phrase, ())
            found.extend(Telling(each, span) for each in contexts if each not in hushed.get(at, ()) and each not in hushed.get(at + 1, ()))
    for at, word in enumerate(words):
        name = names.get(word.index)
        if name is not None and name.sense == "person":
            continue
        contexts = tuple(dict.fromkeys(context for key in sorted(_alone(word, keys[at])) for context in book.context_words.get(key, ())))
        found.extend(Telling(context, (word.start, word.end)) for context in contexts if context not in hushed.get(at, ()))
    found.sort(key=lambda each: (each.span, each.context))
    return list({each.context: each for each in reversed(found)}.values())[::-1]  # the first telling words of each


def _keys(word: Word) -> set[str]:
    return {*word.keys, word.lower}


def _alone(word: Word, keys: set[str]) -> set[str]:
    """The keys under which a word tells something by itself: a verb's lemma stands apart ("verb annex"), as "judged" names no judge."""
    return {f"verb {word.lemma}", word.lower} if word.is_verb else keys


def _in_context(deed: Deed, tellings: list[Telling], text: str) -> Deed:
    extra = []
    if any(party.sector in MILITARY for party in (*deed.actors, *deed.recipients)):
        extra.append("military")
    if any(mode in ("misinformation", "cyber") for mode in deed.modes):  # PLOVER: the act implies the topic
        extra += [mode for mode in deed.modes if mode in ("misinformation", "cyber")]
    found = tuple(dict.fromkeys((*deed.contexts, *(each.context for each in tellings), *extra)))
    evidence = [Evidence(field="contexts", span=each.span, quote=text[slice(*each.span)], rule=f"contexts.{each.context}") for each in tellings]
    return replace(deed, contexts=found, evidence=(*deed.evidence, *evidence)) if found else deed
