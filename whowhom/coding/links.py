"""What answered what? Links between the deeds of a story: response, cause, purpose, sequence, by the words between them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from whowhom.codebook import word_list
from whowhom.coding.connectors import clause_of, moved_by, openings, preposition_at, sides_of
from whowhom.coding.sameness import same_party

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whowhom.codebook import Linking
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import Connector
    from whowhom.parse.tree import Sentence, Span, Word

POINTERS = frozenset({"this", "that", "it", "which", "these", "they"})
"""Pronouns that stand for the deed told before: "This led to riots"."""
ANSWER_BACK = 2  # sentences back to the deed that is answered
LATER = word_list("afterwards")
ANSWERING, RETORTS = word_list("answering"), word_list("retorts")
ANSWERED = frozenset({"to", "at", "against", "over", "for", "of"})
FIGHTING = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
WAKE = word_list("wakes")
OWN = frozenset({"its", "their"})
"""With a noun of WAKE, what points back to the deed told before: "in its wake"."""
PASSED = word_list("passing_on")
"""Nouns that pass on to the deed they are of: "jailed for his role in the attack"."""


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
    by_function = [connector for connector in draft.book.connectors if connector.functions]
    deeds = [deed for deed in draft.deeds if deed.content_of is None]
    for sentence in draft.sentences:
        here = [deed for deed in deeds if deed.sentence is sentence]
        if here:
            found.extend(_links_of(sentence, here, draft.book.linking, deeds))
        if len(here) > 1:
            found.extend(tie for deed in here for tie in _links_by_function(deed, here, by_function))
            found.extend(tie for tie in _links_by_purpose(sentence, here, by_function))
    found.extend(_answers(draft))
    found.extend(_retaliations(deeds))
    reactions = draft.book.conversions.reactions
    found = [tie._replace(kind="caused-by") if tie.kind == "follows" and _is_reaction(tie, reactions) else tie for tie in found]
    return _once(tie for tie in found if tie.effect.reality != "negated")


def _once(ties: Iterable[Tie]) -> list[Tie]:
    """One link between two deeds: that of the first words, which are more telling than grammar alone."""
    kept: dict[tuple[int, int], Tie] = {}
    for tie in ties:
        kept.setdefault((id(tie.effect), id(tie.cause)), tie)
    return list(kept.values())


def _is_reaction(tie: Tie, reactions: dict[str, tuple[str, ...]]) -> bool:
    """ "protests after the killing", "clashes after the arrest": told as a sequence, meant as a cause."""
    family = ".".join(tie.effect.rule.id.split(".")[:2])
    keys = (tie.effect.type, family, *(f"{tie.effect.type}/{mode}" for mode in tie.effect.modes))
    return any(tie.cause.type in reactions.get(key, ()) for key in keys)


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
            in_its_wake = noun is not None and noun.lower in WAKE and any(kid.lower in OWN for kid in noun.all_kids("poss"))
            if noun is None or (not in_its_wake and (noun.lower not in wordings or noun.kid("prep", "det", "poss", "amod") is not None)):
                continue
            if not in_its_wake and any(kid.index == noun.index + 1 and kid.dep == "prep" and kid.lower in ANSWERED for kid in word.head.kids):
                continue  # "in protest at the raid": it says at what
            effect = _deed_at(word.head, [deed for deed in draft.deeds if deed.sentence is sentence], up=True)
            cause = _told_before(effect, draft.deeds) if effect is not None else None
            if effect is not None and cause is not None:
                kind, rule = ("follows", "links.afterwards") if in_its_wake else ("in-response-to", "links.answer")
                found.append(Tie(effect, cause, kind, (word.start, noun.end), rule))
    return found


def _retaliations(deeds: list[Deed]) -> Iterator[Tie]:
    """ "The army retaliated by bombing two villages": an answer to what was done to its side, told just before."""
    for effect in deeds:
        verb = _answering(effect)
        if verb is None:
            continue
        before = [deed for deed in reversed(deeds) if _is_before(deed, effect) and deed.type in FIGHTING]
        cause = next((deed for deed in before if _are_opposed(effect, deed) or _is_answered_beside(verb, deed)), None)
        if cause is not None:
            yield Tie(effect, cause, "in-response-to", (verb.start, verb.end), "links.retaliation")


def _answering(deed: Deed) -> Word | None:
    """The verb of answering that a deed is told with, where no words say what is answered: "retaliated by bombing", "responded with strikes"."""
    above = [deed.word, *([deed.light] if deed.light else []), *itertools.islice(deed.word.ancestors(), 3)]
    verb = next((word for word in above if word.is_verb and word.lemma in ANSWERING), None)
    if verb is None or deed.type not in FIGHTING or any(kid.lower in ("to", "for", "against") for kid in verb.all_kids("prep")):
        return None
    back = verb.lemma in RETORTS or any(kid.lower == "back" for kid in verb.kids)
    return verb if back and verb.kid("dobj") is None else None


def _is_answered_beside(verb: Word, deed: Deed) -> bool:
    """ "Iran seized a tanker, and London answered with sanctions": what the clause before the answer tells, by whomever and of whomever."""
    return verb.dep == "conj" and verb.kid("nsubj") is not None and verb.lemma in RETORTS and verb.head in (deed.word, deed.light)


def _are_opposed(effect: Deed, cause: Deed) -> bool:
    """Whether who acts now suffered before, or who suffers now acted before: by country or as the same party."""
    pairs = [*itertools.product(effect.actors, cause.recipients), *itertools.product(effect.recipients, cause.actors)]
    return any(same_party(one, two) or (one.country is not None and one.country == two.country) for one, two in pairs)


def _told_before(effect: Deed, deeds: tuple[Deed, ...] | list[Deed]) -> Deed | None:
    """The last deed told before one, in its sentence or those just before."""
    return next((deed for deed in reversed(deeds) if deed is not effect and _is_before(deed, effect) and deed.content_of is None), None)


def _is_before(deed: Deed, effect: Deed) -> bool:
    back = effect.sentence.index - deed.sentence.index
    return 0 < back <= ANSWER_BACK or (back == 0 and deed.word.index < effect.word.index)


def _links_of(sentence: Sentence, deeds: list[Deed], index: Linking, story: list[Deed]) -> Iterator[Tie]:
    """The links by words of their own: prepositions, verbs, conjunctions."""
    for word in sentence.words:
        done: set[str] = set()
        if word.lower == "after" and (which := word.kid("pobj")) is not None and which.lower == "which":
            yield from _sequel(word, deeds)
            continue
        for kind, connector, wording in openings(word, index):
            if kind == "prepositions" and (ends := preposition_at(word, wording)):
                yield from _tie(connector, ends[0], ends[1], deeds, ends[2])
            elif kind == "verbs" and word.is_verb and connector.id not in done:
                done.add(connector.id)
                yield from _verbal(connector, word, deeds, story)
            elif kind == "marks" and (clause := clause_of(word, wording)):
                ties = _tie(connector, clause.head, [clause], deeds, [word])
                yield from (tie for tie in ties if not _is_outcome(tie.effect, tie.cause))
            elif kind == "moods" and (moved := moved_by(word)):
                yield from _tie(connector, moved[0], moved[1], deeds, moved[2])


def _sequel(after: Word, deeds: list[Deed]) -> Iterator[Tie]:
    """ "hit a mine, after which gunmen opened fire": what stands after "which" came later."""
    effect, cause = _named_by(after.head, deeds), _named_by(after.head.head, deeds)
    if effect is not None and cause is not None and effect is not cause:
        yield Tie(effect, cause, "follows", (after.start, after.end), "links.afterwards")


def _verbal(connector: Connector, verb: Word, deeds: list[Deed], story: list[Deed]) -> list[Tie]:
    """ "the killing sparked protests": subject and object of a linking verb; "…, forcing police to fire": the clause it hangs on."""
    sides = sides_of(connector, verb)
    if sides is None:
        return []
    effects, causes, words = sides
    follows = causes == [verb.head] and connector.effect == "object"
    found = [tie for effect in effects for tie in _tie(connector, effect, causes, deeds, words, up=follows)]
    if not found and connector.effect == "object" and any(word.lower in POINTERS for word in causes):
        found = [tie for effect in effects for tie in _pointing(connector, effect, deeds, story, words)]
    return found


def _pointing(connector: Connector, effect: Word, deeds: list[Deed], story: list[Deed], words: list[Word]) -> list[Tie]:
    """ "This led to riots": the cause is the deed told before."""
    deed = _deed_at(effect, deeds, up=False)
    cause = _told_before(deed, story) if deed is not None else None
    return [Tie(deed, cause, connector.kind, _span_of(words), f"links.{connector.id}")] if deed is not None and cause is not None else []


def _tie(connector: Connector, effect: Word, causes: list[Word], deeds: list[Deed], words: list[Word], up: bool = False) -> list[Tie]:
    """The ties of an effect's word with the words of its causes; `up`: the cause may be a deed in which its word hangs."""
    told = [deed for deed in (_deed_at(cause, deeds, up) for cause in causes) if deed is not None]
    others = [deed for deed in deeds if deed not in told and not any(deed.word.is_below(cause) and deed.word is not effect for cause in causes)]
    effects = _deed_at(effect, others, up=True)
    if any(each in deed.words for deed in told for each in words):
        return []  # "rapped it over the knuckles": a preposition of the wording itself
    if effects is None or not _suits(effects, connector.effects):
        return []
    return [Tie(effects, deed, connector.kind, _span_of(words), f"links.{connector.id}") for deed in told if _suits(deed, connector.causes)]


def _is_outcome(effect: Deed, cause: Deed) -> bool:
    """ "were killed when soldiers attacked": what was done and what came of it are one deed told in two words."""
    return effect.rule.result and effect.type == cause.type and not effect.actors


def _suits(deed: Deed, types: tuple[str, ...]) -> bool:
    return not types or deed.type in types


def _span_of(words: list[Word]) -> Span:
    return min(word.start for word in words), max(word.end for word in words)


def _links_by_function(cause: Deed, deeds: list[Deed], connectors: list[Connector]) -> Iterator[Tie]:
    """Links without a word of their own: "fired tear gas to disperse", "rallied, demanding", "condemned the killing"."""
    place = _function_of(cause.light or cause.word)
    if place is None:
        return
    function, above, words = place
    effect = _named_by(above, deeds) or (_deed_at(above, deeds, up=True) if function == "participle" else None)
    if effect is None or effect is cause:
        return
    for connector in connectors:
        if function == "infinitive" and effect.type == cause.type and not _in_other_ways(effect, cause):
            return  # "met to discuss", "fired to drive back": the deed itself, told by its end
        if function in connector.functions and _suits(effect, connector.effects) and _suits(cause, connector.causes):
            yield Tie(effect, cause, connector.kind, _span_of(words or [effect.word]), f"links.{connector.id}")
            return


def _in_other_ways(effect: Deed, cause: Deed) -> bool:
    """ "cordoned off the area to arrest the gunmen": two deeds of one type, each with a mode of its own."""
    return bool(effect.modes and cause.modes) and not set(effect.modes) & set(cause.modes)


def _links_by_purpose(sentence: Sentence, deeds: list[Deed], connectors: list[Connector]) -> Iterator[Tie]:
    """ "went on leave to press their demands", "fired to control those who threw stones": the purpose holds the deed in a noun or tells of its doers."""
    for verb in sentence.words:
        if verb.dep != "advcl" or verb.tag != "VB" or not any(kid.lower == "to" for kid in verb.all_kids("aux")) or _named_by(verb, deeds):
            continue
        effect = _named_by(verb.head, deeds)
        cause = next((deed for deed in deeds if (deed.frame.nominal and deed.word.is_below(verb)) or _is_of_object(deed.word, verb)), None)
        connector = next((each for each in connectors if "infinitive" in each.functions), None)
        if effect is not None and cause is not None and cause is not effect and connector is not None:
            yield Tie(effect, cause, connector.kind, (verb.start, verb.end), f"links.{connector.id}")


def _is_of_object(word: Word, verb: Word) -> bool:
    """ "to drive off those who threw stones": what those did whom the purpose is about."""
    return word.dep == "relcl" and word.head.dep == "dobj" and word.head.head is verb


def _function_of(word: Word) -> tuple[str, Word, list[Word]] | None:
    """The function of a word in the one above it, that one, and the words that show it."""
    while word.dep == "conj" or (word.dep == "pobj" and word.head.dep == "prep" and word.head.head.lemma in PASSED):
        word = word.head if word.dep == "conj" else word.head.head
    if word.is_verb and word.dep in ("advcl", "xcomp", "acl", "ccomp"):
        to = next((kid for kid in word.all_kids("aux") if kid.lower == "to"), None)
        if word.tag == "VB" and to is not None:
            return "infinitive", word.head, [to]
        if word.tag == "VBG" and word.kid("mark", "aux") is None and word.dep in ("advcl", "acl"):
            return "participle", word.head, [word]
    if word.dep == "dobj":
        return "object", word.head, []
    if word.dep == "relcl" and word.head.dep in ("dobj", "nsubjpass") and not any(kid.lower in LATER for kid in word.all_kids("advmod")):
        return "relative", word.head.head, [word]
    if word.dep in ("pobj", "pcomp") and word.head.dep in ("prep", "dative"):
        return word.head.lower, word.head.head, [word.head]
    return None


def _named_by(word: Word, deeds: list[Deed]) -> Deed | None:
    """The deed of which this is one of the words, its light verb among them."""
    return next((deed for deed in deeds if any(word is each for each in (*deed.words, deed.light))), None)


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
        if (found := by_word.get(id(below))) and not (up and _is_aside(below, word)):
            return found
    return None


def _is_aside(word: Word, top: Word) -> bool:
    """Whether a word stands in a clause of its own below another: "burst after shelling, killing nine" is not about the killing."""
    while word is not top:
        if word.dep in ("advcl", "relcl", "acl"):
            return True
        word = word.head
    return False
