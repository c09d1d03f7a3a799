"""Which words of one sentence tell one deed? Purposes, outcomes, its rank among deeds of the kind, the flight from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.joining import merge
from whowhom.coding.sameness import modes_fit, same_party, same_place, same_side, same_time, same_truth

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.coding.sameness import Apart
    from whowhom.parse.tree import Word

USING = word_list("using")  # "used tear gas to disperse": the parser takes what for as a complement
RANKS = word_list("ranks")
FLIGHT = word_list("taking_flight")
STEPS = 7  # words between an outcome and its deed in one sentence
STRIKING = frozenset({"ASSAULT", "COERCE"})
OUTCOME_TYPES = frozenset({"ASSAULT", "PROTEST", "COERCE"})


def join_purposes(deeds: list[Deed], apart: Apart) -> list[Deed]:
    """Joins a purpose with the deed that it is the purpose of: "swung batons to disperse a mob", "arrived in Cairo for talks with the president"."""
    by_word = {id(word): deed for deed in deeds for word in (*deed.words, *([deed.light] if deed.light else []))}
    joined: dict[int, list[Deed]] = {}
    for deed in deeds:
        done = by_word.get(id(governor)) if (governor := _purpose_of(deed)) is not None else None
        talks = done is not None and done.rule.event == deed.rule.event == "CONSULT"  # "will meet in Oslo to discuss a truce": one meeting
        if done is None or done is deed:
            continue
        if not talks and (done.type != deed.type or frozenset((id(deed.word), id(done.word))) in apart):
            continue
        evidence = tuple(each for each in deed.evidence if each.field != "reality")  # what was meant is what was done
        if _is_visit(done):
            met = tuple(party for party in (*deed.recipients, *deed.actors) if not any(same_party(party, each) for each in done.actors))
            joined.setdefault(id(done), []).append(replace(deed, evidence=evidence, actors=(), recipients=met))
        elif (talks or set(done.modes) & set(deed.modes)) and same_side(done.actors, deed.actors):
            hit = deed.recipients if deed.type in STRIKING else ()  # whom a protest would free is not whom it is against
            joined.setdefault(id(done), []).append(replace(deed, evidence=evidence, recipients=hit))
    gone = {id(each.word) for others in joined.values() for each in others}
    return [_with_outcomes(deed, joined) for deed in deeds if id(deed.word) not in gone]


def _is_visit(deed: Deed) -> bool:
    """A visit, whose purpose is whom it is for: "arrived in Cairo for talks with the president"."""
    return deed.type == "CONSULT" and "visit" in deed.modes


def _purpose_of(deed: Deed) -> Word | None:
    """The verb whose purpose a deed is: "swung batons to disperse", "used water cannon to drive back"."""
    telling = deed.telling
    if telling is not None and telling.rules == ["framing.purpose"] and telling.path:
        return telling.path[0][0]
    if deed.type == "CONSULT" and deed.frame.nominal and deed.word.dep == "pobj" and deed.word.head.lower == "for":  # "flew to Cairo for talks"
        return deed.word.head.head
    infinitive = deed.word.tag == "VB" and deed.word.dep in ("xcomp", "advcl") and any(kid.lower == "to" for kid in deed.word.all_kids("aux"))
    return deed.word.head if infinitive and deed.word.head.lemma in USING else None


def join_ranks(deeds: list[Deed]) -> list[Deed]:
    """Joins a deed's rank among its kind with it: "killed 23 people in the deadliest attack on the region in a month"."""
    by_word = {id(word): deed for deed in deeds for word in (*deed.words, *([deed.light] if deed.light else []))}
    joined: dict[int, list[Deed]] = {}
    for deed in deeds:
        above = deed.word.head.head if deed.word.dep == "pobj" and deed.word.head.lower == "in" and _is_ranked(deed) else None
        verbs = [above, *above.all_kids("ccomp")] if above is not None else []  # "…, medics said, in the deadliest attack"
        told = next((found for verb in verbs if (found := by_word.get(id(verb))) is not None), None)
        if told is not None and told is not deed and told.type == deed.type and same_truth(told, deed) and not deed.actors:
            joined.setdefault(id(told), []).append(replace(deed, recipients=(), place=None, date=None))
    gone = {id(each.word) for others in joined.values() for each in others}
    return [_with_outcomes(deed, joined) for deed in deeds if id(deed.word) not in gone]


def join_steps(deeds: list[Deed], apart: Apart) -> list[Deed]:
    """Joins what the same people did at once, in one sentence and to nobody else: "stoned a lorry and set two tents on fire"."""
    joined: dict[int, list[Deed]] = {}
    taken: set[int] = set()
    for deed in deeds:
        first = next((one for one in deeds if one is not deed and id(one) not in taken and _is_step(deed, one, apart)), None)
        if first is not None and id(deed) not in joined:
            joined.setdefault(id(first), []).append(deed)
            taken.add(id(deed))
    return [_with_outcomes(deed, joined) for deed in deeds if id(deed) not in taken]


def _is_step(deed: Deed, first: Deed, apart: Apart) -> bool:
    """Whether a verb joined to another, or its participle, tells no deed of its own: same type, actors and day, nobody else who suffers it."""
    word, above = deed.light or deed.word, (deed.light or deed.word).head
    if deed.sentence is not first.sentence or deed.type != first.type or deed.frame.nominal or above not in (first.light, *first.words):
        return False
    participle = word.dep == "advcl" and word.tag == "VBG"
    if not (word.dep == "conj" or participle) or frozenset((id(deed.word), id(first.word))) in apart or not same_truth(deed, first):
        return False
    same = any(same_party(one, two) for one in deed.actors for two in first.actors) or (participle and not deed.actors)
    harmed = all(any(same_party(one, two) for two in first.recipients) for one in deed.recipients)
    harmed = harmed or (participle and not first.frame.nominal and not (first.recipients or first.targets))  # "struck back, ambushing a lorry"
    return same and harmed and modes_fit(deed, first) and same_place(deed.place, first.place) and same_time(deed.date, first.date)


def _is_ranked(deed: Deed) -> bool:
    """ "the deadliest attack", "the most violent clashes", "the latest raid", "the second bombing this week"."""
    kids = [each for kid in deed.word.kids for each in (kid, *kid.kids)]
    return deed.frame.nominal and any(kid.tag in ("JJS", "RBS") or kid.lower in RANKS for kid in kids if kid.index < deed.word.index)


def is_flight_from(deed: Deed, deeds: tuple[Deed, ...]) -> bool:
    """ "hundreds fled after gunmen attacked X": those who flee a deed of the same sentence are its toll, counted there as displaced."""
    if deed.word.lemma not in FLIGHT or deed.type == "ASSAULT":
        return False
    return any(
        other.sentence is deed.sentence and other.type == "ASSAULT" and not other.frame.nominal and _counts_displaced(other) for other in deeds
    )


def _counts_displaced(deed: Deed) -> bool:
    return any(harm.kind == "displaced" for harm in deed.harm)


def join_outcomes(deeds: list[Deed], apart: Apart) -> list[Deed]:
    """Joins outcomes ("killing five", "left 30 dead") with the deed of their sentence that they are told with."""
    joined: dict[int, list[Deed]] = {}
    free: list[Deed] = []
    for deed in deeds:
        cause = _cause_in_sentence(deed, deeds, apart) if deed.rule.result else None
        if cause is None:
            free.append(deed)
        else:
            joined.setdefault(id(cause), []).append(deed)
    return [_with_outcomes(deed, joined) for deed in free if not _is_joined(deed, joined)]


def _is_joined(deed: Deed, joined: dict[int, list[Deed]]) -> bool:
    return any(deed is each for others in joined.values() for each in others)


def _with_outcomes(deed: Deed, joined: dict[int, list[Deed]]) -> Deed:
    for outcome in joined.get(id(deed), []):
        deed = merge(deed, _with_outcomes(outcome, joined))
    return deed


def _cause_in_sentence(outcome: Deed, deeds: list[Deed], apart: Apart) -> Deed | None:
    best, best_steps = None, STEPS
    for deed in deeds:
        if (
            deed.word is outcome.word
            or frozenset((id(deed.word), id(outcome.word))) in apart
            or deed.sentence is not outcome.sentence
            or deed.type not in OUTCOME_TYPES
            or (deed.type != outcome.type and (not outcome.harm or deed.type == "COERCE"))
        ):
            continue
        if deed.rule.result and (deed.word.index > outcome.word.index or deed.rule.harm is None or not same_place(deed.place, outcome.place)):
            continue
        if not same_side(deed.actors, outcome.actors) or not same_truth(deed, outcome):
            continue
        if "abduct" in deed.modes and deed.word.dep == "conj" and deed.word.head is outcome.word and deed.recipients and outcome.recipients:
            continue  # "killed 31 soldiers and took two officers hostage"
        steps = _steps(outcome.word, deed.word)
        if steps < best_steps:
            best, best_steps = deed, steps
    return best


def _steps(one: Word, other: Word) -> int:
    """Edges of the parse between two words."""
    up = [one, *one.ancestors()]
    places = {id(word): at for at, word in enumerate(up)}
    for at, word in enumerate([other, *other.ancestors()]):
        if id(word) in places:
            return at + places[id(word)]
    return STEPS
