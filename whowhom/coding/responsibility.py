"""Who is behind it? Claims of responsibility, blame and attribution give an actor to a deed named elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whowhom.coding.parties import Parties
from whowhom.coding.sameness import is_general
from whowhom.coding.sides import read_all
from whowhom.model import Claim, Evidence
from whowhom.parse.syntax import frame_of, is_reciprocal, noun_frame, verb_frame
from whowhom.parse.wordings import hanging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import Responsibility
    from whowhom.parse.tree import Sentence, Word

VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
BACK = 4  # sentences back to the deed that is claimed without a word for it


@dataclass(frozen=True, slots=True)
class Tie:
    """An actor's words, the deed's words and the rule that ties them; `apart`: of a deed that another sentence tells."""

    actors: list[Word]
    deeds: list[Word]
    claimants: list[Word]
    rule: Responsibility
    word: Word
    sentence: Sentence
    apart: bool = False


def assign_responsibility(draft: Draft) -> Draft:
    """The draft with actors on the deeds that somebody claims or is blamed for."""
    parties = Parties.of(draft)
    ties = {sentence.index: _ties(sentence, draft) for sentence in draft.sentences}
    bare = {id(tie.word) for found in ties.values() for tie in found if tie.word.dep == "acl" and not tie.claimants and not tie.rule.tells}
    for deed, tie in _untold(draft):
        ties[deed.sentence.index].append(tie)
    return draft.with_deeds([_tied(deed, ties[deed.sentence.index], draft, parties) for deed in draft.deeds if id(deed.word) not in bare])


def _untold(draft: Draft) -> Iterator[tuple[Deed, Tie]]:
    """ "The Lions of God claimed responsibility.": the first attack of the last sentence that told one, by nobody yet or by gunmen without a name."""
    rules = [rule for rule in draft.book.responsibility if rule.bare]
    for sentence in draft.sentences:
        for verb in sentence.words:
            rule = next((each for each in rules if verb.is_verb and any(_stands(verb, wording) for wording in each.verbs)), None)
            if rule is None or verb.kid("neg") is not None or verb.dep not in ("ROOT", "conj", "ccomp"):
                continue
            frame = verb_frame(verb)
            actors = [word for word in frame.get(rule.actor) if not any(kid.lower == "no" for kid in word.kids)]
            told = frame.get(rule.deed) or [each for noun in frame.get("object") for each in noun_frame(noun).get(rule.deed)]
            deed = _attack_before(verb, sentence, draft)
            if actors and not told and deed is not None:
                yield deed, Tie(actors, [deed.word], actors, rule, verb, sentence, apart=True)


def _attack_before(verb: Word, sentence: Sentence, draft: Draft) -> Deed | None:
    """The first deed of violence in the nearest sentence before a verb that tells any; who died of one later is only its toll."""
    found = [
        deed
        for deed in draft.deeds
        if deed.type == "ASSAULT" and deed.reality == "asserted" and deed.content_of is None and not (deed.rule.result and deed.word.lemma == "die")
        if 0 < sentence.index - deed.sentence.index <= BACK or (deed.sentence is sentence and deed.word.index < verb.index)
    ]
    last = max((deed.sentence.index for deed in found), default=0)
    first = next((deed for deed in found if deed.sentence.index == last), None)
    return first if first is not None and all(is_general(each) for each in first.actors) else None


def _ties(sentence: Sentence, draft: Draft) -> list[Tie]:
    found = []
    heads = {wording.split()[0] for rule in draft.book.responsibility for wording in (*rule.verbs, *rule.prepositions)}
    for word in sentence.words:
        if word.lemma not in heads and word.lower not in heads:
            continue
        for rule in draft.book.responsibility:
            if word.is_verb and any(_stands(word, wording) for wording in rule.verbs):
                frame = verb_frame(word)
                within = "object" if rule.deed == "of" else rule.deed  # "convicted two guards of the killing", hung on the guards
                deeds = frame.get(rule.deed) or [each for noun in frame.get("object") for each in noun_frame(noun).get(within)]
                actors = frame.get(rule.actor)
                if any(is_reciprocal(each) for each in actors):  # "blamed each other for the attack"
                    actors = frame.get("subject")
                found.append(Tie(actors, deeds, frame.get(rule.claimant), rule, word, sentence))
                if word.dep == "acl" and rule.deed == "object":
                    found.append(Tie(frame.get(rule.actor), [word.head], [], rule, word, sentence))
            elif word.lower in rule.prepositions and word.dep == "prep":
                found.append(Tie(_before(word, rule), word.all_kids("pobj"), [], rule, word, sentence))
    return [tie for tie in found if tie.actors and tie.deeds and not any(kid.lower == "no" for actor in tie.actors for kid in actor.kids)]


def _before(preposition: Word, rule: Responsibility) -> list[Word]:
    """Who stands before "behind": "the men behind the raid", "jailed the brain behind it"; else who "is", "was" behind it."""
    head = preposition.head
    verb = head if head.is_verb else head.head
    told = verb.kid("dobj") if head.is_verb else head
    if told is not None and told.is_noun and told.index < preposition.index and (verb.lemma != "be" or not head.is_noun):
        return [told]
    return frame_of(verb).get(rule.actor) if verb.is_verb else []


def _stands(word: Word, wording: str) -> bool:
    head, *rest = wording.split()
    return word.lemma == head and hanging(word, tuple(rest)) is not None


def _tied(deed: Deed, ties: list[Tie], draft: Draft, parties: Parties) -> Deed:
    if deed.type not in VIOLENT:
        return deed
    for tie in ties:
        if deed.word not in tie.deeds:
            continue
        readings = (
            read_all(tie.actors, deed, parties) if not tie.apart else [each for word in tie.actors for each in parties.each(word, tie.sentence)]
        )
        if not readings:
            continue
        text = draft.document.text
        evidence = [Evidence(field="actor", span=each.party.span, quote=each.party.text, rule=f"responsibility.{tie.rule.id}") for each in readings]
        claims = list(deed.claims)
        for word in tie.claimants:
            claimant = parties.read(word, tie.sentence)
            if claimant is not None and all(each.claimant is None or each.claimant.span != claimant.party.span for each in claims):
                span = tie.word.start, tie.word.end
                claims.append(Claim(claimant=claimant.party, stance="asserts", text=text[slice(*span)], span=span))
                evidence.append(Evidence(field="claims", span=span, quote=text[slice(*span)], rule=f"responsibility.{tie.rule.id}"))
        reality = "alleged" if tie.rule.reality == "alleged" and deed.reality == "asserted" else deed.reality
        return replace(
            deed, actors=tuple(each.party for each in readings), claims=tuple(claims), reality=reality, evidence=(*deed.evidence, *evidence)
        )
    return deed
