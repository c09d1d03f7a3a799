"""What answered what? Links between the deeds of a story: response, cause, sequence, by the words between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from whowhom.parse.syntax import conjoined

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import Connector
    from whowhom.parse.tree import Sentence, Span, Word


class Tie(NamedTuple):
    """The effect, the cause, the kind of link and the words between them."""

    effect: Deed
    cause: Deed
    kind: str
    span: Span
    rule: str


def find_links(draft: Draft) -> list[Tie]:
    """The links that the words of each sentence draw between deeds; deeds are those before echoes were joined."""
    found: list[Tie] = []
    index = _index_of(draft.book.connectors)
    for sentence in draft.sentences:
        deeds = [deed for deed in draft.deeds if deed.sentence is sentence]
        if len(deeds) > 1:
            found.extend(_links_of(sentence, deeds, index))
    found.extend(_answers(draft))
    reactions = draft.book.conversions.reactions
    return [tie._replace(kind="caused-by") if tie.kind == "follows" and _is_reaction(tie, reactions) else tie for tie in found]


def _is_reaction(tie: Tie, reactions: tuple[str, ...]) -> bool:
    """ "protests after the killing": told as a sequence, meant as a cause."""
    return tie.effect.type in reactions and tie.cause.type in FORCEFUL


FORCEFUL = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def _answers(draft: Draft) -> list[Tie]:
    """ "In response, police fired tear gas": an answer to the deed told before."""
    found: list[Tie] = []
    wordings = {
        each.rsplit(" ", 1)[0].split()[1]: each
        for connector in draft.book.connectors
        for each in connector.prepositions
        if each.startswith("in ") and each.endswith(" to")
    }
    for sentence in draft.sentences:
        for word in sentence.words:
            noun = word.kid("pobj") if word.lower == "in" else None
            if noun is None or noun.lower not in wordings or noun.kid("prep", "det", "poss", "amod") is not None:
                continue
            here = [deed for deed in draft.deeds if deed.sentence is sentence]
            effect = _deed_at(word.head, here, up=True)
            before = [
                deed for deed in draft.deeds if effect is not None and deed is not effect and _is_before(deed, effect) and deed.content_of is None
            ]
            if effect is not None and before:
                found.append(Tie(effect, before[-1], "in-response-to", (word.start, noun.end), "links.answer"))
    return found


ANSWER_BACK = 2  # sentences back to the deed that is answered


def _is_before(deed: Deed, effect: Deed) -> bool:
    back = effect.sentence.index - deed.sentence.index
    return 0 < back <= ANSWER_BACK or (back == 0 and deed.word.index < effect.word.index)


def _links_of(sentence: Sentence, deeds: list[Deed], index: dict[str, list[tuple[str, Connector, list[str]]]]) -> list[Tie]:
    found: list[Tie] = []
    for word in sentence.words:
        done: set[str] = set()
        for kind, connector, wording in (*index.get(word.lower, ()), *(index.get(word.lemma, ()) if word.lemma != word.lower else ())):
            if kind == "prepositions" and (ends := _preposition(word, wording)):
                found += _tie(connector, ends[0], ends[1], deeds, ends[2])
            elif kind == "verbs" and word.is_verb and connector.id not in done:
                done.add(connector.id)
                found += _verbal(connector, word, deeds)
            elif kind == "marks" and word.dep in ("mark", "advmod", "prep", "pcomp"):
                clause = word.head
                found += _tie(connector, clause.head, [clause], deeds, [word])
    return found


def _index_of(connectors: tuple[Connector, ...]) -> dict[str, list[tuple[str, Connector, list[str]]]]:
    """The wordings of the connectors by their first word."""
    index: dict[str, list[tuple[str, Connector, list[str]]]] = {}
    for connector in connectors:
        for kind in ("prepositions", "verbs", "marks"):
            for wording in getattr(connector, kind):
                words = wording.split()
                index.setdefault(words[0], []).append((kind, connector, words))
    return index


def _preposition(word: Word, wording: list[str]) -> tuple[Word, list[Word], list[Word]] | None:
    """ "in response to drone attacks" → what it hangs on, the nouns after it, its words."""
    if word.lower != wording[0] or word.dep not in ("prep", "agent", "advmod", "amod", "pcomp", "mark", "advcl"):
        return None
    words, current = [word], word
    for each in wording[1:]:
        following = next((kid for kid in current.kids if kid.lower == each), None)
        if following is None:
            return None
        words.append(following)
        current = following
    ends = [noun for kid in current.kids if kid.dep in ("pobj", "pcomp", "dobj") for noun in conjoined(kid)]
    return (word.head, ends, words) if ends else None


def _verbal(connector: Connector, verb: Word, deeds: list[Deed]) -> list[Tie]:
    """ "the killing sparked protests": subject and object of a linking verb."""
    from whowhom.parse.syntax import verb_frame
    from whowhom.parse.wordings import hanging

    wordings = [wording.split() for wording in connector.verbs]
    rest = next(
        (hanging(verb, tuple(words[1:])) for words in wordings if words[0] == verb.lemma and hanging(verb, tuple(words[1:])) is not None), None
    )
    if rest is None:
        return []
    frame = verb_frame(verb)
    subjects = frame.get("subject")
    objects = frame.get("object") or [each for name, words in frame.slots.items() if name not in ("subject", "clause") for each in words]
    if connector.effect == "subject":
        subjects, objects = objects, subjects
    found = []
    for effect in objects:
        found += _tie(connector, effect, subjects, deeds, [verb, *rest])
    return found


def _tie(connector: Connector, effect: Word, causes: list[Word], deeds: list[Deed], words: list[Word]) -> list[Tie]:
    effects = _deed_at(effect, deeds, up=True)
    if effects is None:
        return []
    found = []
    for cause in causes:
        deed = _deed_at(cause, deeds, up=False)
        if deed is not None and deed is not effects:
            span = min(word.start for word in words), max(word.end for word in words)
            found.append(Tie(effects, deed, connector.kind, span, f"links.{connector.id}"))
    return found


def _deed_at(word: Word, deeds: list[Deed], up: bool) -> Deed | None:
    """The deed that a word names, or (up) the nearest one it hangs in, or else the first below it."""
    by_word = {id(each): deed for deed in deeds for each in (*deed.words, *([deed.light] if deed.light else []))}
    if found := by_word.get(id(word)):
        return found
    if up:
        for above in word.ancestors():
            if found := by_word.get(id(above)):
                return found
    for below in word.subtree():
        if found := by_word.get(id(below)):
            return found
    return None
