"""From which day does "two days later" count, and which deeds share the day of the scene? Dates that another deed of the story settles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.periods import as_date
from whowhom.coding.sameness import same_party
from whowhom.coding.scope import ANSWERS, is_aside
from whowhom.coding.whenclauses import is_what_follows, sequel_of
from whowhom.model import Date, Evidence, day_of

if TYPE_CHECKING:
    from datetime import date

    from whowhom.coding.draft import Deed
    from whowhom.coding.timewords import TimeWords
    from whowhom.model import Party
    from whowhom.parse.tree import Word

SCENE_BACK = 3  # sentences within which a scene goes on
SCENE_DAYS = 2  # days that the date of a scene may span
SCENIC = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID"})
"""Types of deeds that are told as one scene; words said later in a story may be said on any day."""
TOLD = frozenset({"asserted", "alleged", "denied"})
SEQUEL = ("after", "before")
CAUSES = frozenset({"after", "before", "since", "because"})
LED_FROM = CAUSES | {"against", "over", "following"}  # "marched against the arrest of"
LATER = word_list("order_words")
POINTING = frozenset({"the", "this", "that", "these", "those"})
OCCURRENCES = word_list("occurrences")
TimesIn = Callable[[int], "list[Date]"]
LONG = frozenset({"month", "year"})


@dataclass(slots=True)
class Dated:
    """A deed with the time words that were read as its own."""

    deed: Deed
    words: TimeWords | None

    @property
    def day(self) -> date | None:
        """The last day of its date, where that is known well enough to count from."""
        return _day_in(self.deed.date, "day")


def _day_in(found: Date | None, unit: str) -> date | None:
    """The last day of a date, where that is known well enough to count months or years ("the following month") or days from."""
    start, end = (day_of(found.start), day_of(found.end)) if found else (None, None)
    if start is None or end is None:
        return None
    whole = start.year == end.year and (unit == "year" or (unit == "month" and start.month == end.month))
    return end if whole or end - start <= timedelta(days=SCENE_DAYS) else None


def settle(dated: list[Dated], today: date | None, scenes: dict[int, Date], times_in: TimesIn) -> list[Deed]:
    """The deeds, in the order given, with the dates that other deeds of the story settle.

    `scenes`: the day that a sentence (by its index) names without a deed of its own: "Friday night did not pass quietly."
    `times_in`: the times that a sentence (by its index) names, whatever of.
    """
    order = sorted(dated, key=lambda each: each.deed.span)
    _uncross(order)
    for at in range(len(order)):
        _before_scene(at, order)
    for at, each in enumerate(order):
        if each.words is not None and each.deed.date is not None and each.deed.date.basis == "relative-to-event" and each.deed.date.start is None:
            _count_from(at, order, today, times_in)
    for each in order:
        if each.deed.date is None:
            _share_moment(each, order)
    for at, each in enumerate(order):
        if each.deed.date is None:
            _stay_in_scene(at, order, scenes)
    return [each.deed for each in dated]


def _uncross(order: list[Dated]) -> None:
    """ "voted on Wednesday to deplore the invasion on 25 October": where a verb took the later day and its noun the earlier, they change."""
    for verb in order:
        for noun in order:
            one, two = verb.words, noun.words
            if one is None or two is None or verb.deed.sentence is not noun.deed.sentence or not noun.deed.frame.nominal:
                continue
            if two.span[1] <= verb.deed.span[0] < noun.deed.span[0] < one.span[0] and noun.deed.word.is_below(verb.deed.word):
                verb.words, noun.words = two, one
                verb.deed, noun.deed = _dated_as(verb.deed, noun.deed), _dated_as(noun.deed, verb.deed)


def _dated_as(deed: Deed, other: Deed) -> Deed:
    """The deed with another's date and the words behind it, in place of its own."""
    own = [each for each in deed.evidence if each.field != "date"]
    return replace(deed, date=other.date, evidence=(*own, *(each for each in other.evidence if each.field == "date")))


def _before_scene(at: int, order: list[Dated]) -> None:
    """ "broke up the march on Saturday. A court had banned it on Friday": the Friday before that Saturday."""
    deed, words = order[at].deed, order[at].words
    verb = deed.light or deed.word
    if words is None or "weekday" not in words.kind or not any(kid.lower == "had" for kid in verb.all_kids("aux")):
        return
    last = next((each for each in reversed(order[:at]) if each.day is not None and deed.sentence.index - each.deed.sentence.index <= 1), None)
    day, before = order[at].day, last.day if last is not None else None
    if last is None or day is None or before is None or day <= before or last.deed.tense == "historical":
        return
    found = as_date(words, before, False)
    order[at].deed = replace(deed, date=found.model_copy(update={"text": words.text, "span": words.span}))


def _share_moment(each: Dated, order: list[Dated]) -> None:
    """Gives a deed the day of the one in whose clause it is told as happening with it: "severed ties on Monday, accusing it of …"."""
    deed = each.deed
    verb = deed.light or deed.word
    if verb.dep == "relcl" and deed.reality in TOLD and any(kid.lower in ("in", "during") and _has_which(kid) for kid in verb.all_kids("prep")):
        riot = next((other for other in order if verb.head in other.deed.words and other.deed.date is not None), None)
        if riot is not None and riot.deed.date is not None:  # "riots in which 3,000 people were arrested"
            evidence = Evidence(field="date", span=riot.deed.date.span, quote=riot.deed.date.text, rule="times.moment")
            each.deed = replace(deed, date=riot.deed.date, evidence=(*deed.evidence, evidence))
            return
    if verb.dep != "advcl" or deed.reality not in TOLD or verb.kid("aux") is not None or not (_is_with_it(verb) or _is_bare_participle(verb)):
        return
    above = _main_verbs(verb)
    for other in order:
        if (
            other.deed.sentence is deed.sentence
            and any(word in above for word in (other.deed.word, other.deed.light))
            and other.deed.date is not None
        ):
            if other.deed.tense != "historical" and other.day is not None:
                shared = other.deed.date
                evidence = Evidence(field="date", span=shared.span, quote=shared.text, rule="times.moment")
                each.deed = replace(deed, date=shared, evidence=(*deed.evidence, evidence))
                return


def _has_which(preposition: Word) -> bool:
    pronoun = preposition.kid("pobj")
    return pronoun is not None and pronoun.lower == "which"


def _main_verbs(verb: Word) -> list[Word]:
    """The verb that a clause hangs on, and those whose purpose that is: "travelled to meet him as shells fell"."""
    found = [verb.head]
    while found[-1].tag == "VB" and found[-1].dep in ("xcomp", "advcl") and found[-1].head.is_verb:
        found.append(found[-1].head)
    return found


def _is_with_it(verb: Word) -> bool:
    return verb.tag in ("VBD", "VBN") and any(kid.lower in ("as", "while") for kid in verb.all_kids("mark", "advmod"))


def _is_bare_participle(verb: Word) -> bool:
    return verb.tag == "VBG" and verb.kid("mark") is None and verb.kid("nsubj") is None


def _count_from(at: int, order: list[Dated], today: date | None, times_in: TimesIn) -> None:
    """Dates a deed by its distance from another: "two days after the attack", "the next day", "a day earlier"."""
    each = order[at]
    words = each.words
    if words is None:
        return
    deed, way = each.deed, words.way
    beside = [other for other in order if other is not each and other.deed.sentence is deed.sentence and other.day is not None]
    inverted, day = False, None
    if way in SEQUEL and words.opens_clause:
        inside = is_what_follows(deed, words)
        others = [other for other in beside if is_what_follows(other.deed, words) is not inside]
        inverted = inside  # "came two days after troops shot": the shooting is two days before the coming
        anchor = others[-1 if inside else 0] if others else beside[0] if beside and inside else _pointed_at(at, order)
        if anchor is None and not inside:
            return
        if anchor is None:  # "the coffins arrived on Tuesday, a day after rebels shot them"
            day = _told_before(words.span[0], deed, "day", times_in)
        if anchor is None and day is None and deed.frame.nominal and deed.light is None:
            each.deed = replace(deed, date=None)  # "two days after the attack": the attack is told before
            return
    else:
        day = _told_before(words.span[0], deed, words.unit, times_in, SCENE_BACK) if words.unit in LONG else None
        anchor = beside[0] if beside and day is None else None
        if anchor is None and day is None:  # "said on Thursday that two men had blown themselves up the day before"
            day = _told_before(deed.span[0], deed, "day", times_in)
    anchor = anchor or _before(at, order)
    day = day or (anchor.day if anchor is not None else None)
    if day is None:
        return
    found = as_date(words, today, False, day, inverted)
    start = day_of(found.start)
    ahead = today is not None and start is not None and start > today and deed.tense == "past" and deed.reality in TOLD  # counted from the wrong deed
    if start is not None and not ahead:
        each.deed = replace(deed, date=found)


def _told_before(start: int, deed: Deed, unit: str, times_in: TimesIn, back: int = 0) -> date | None:
    """The last time told before some words that is known well enough to count a unit from, in their sentence or so many before it."""
    index = deed.sentence.index
    told = [each for at in range(max(index - back, 0), index + 1) for each in times_in(at) if each.span[1] <= start]
    told = [each.model_copy(update={"end": each.start}) if each.precision == "open" else each for each in told]  # "since 2021, when"
    known = [each for each in told if _day_in(each, unit) is not None]
    years = [each for each in known if each.basis == "explicit"] if unit == "year" else []  # "in July of that year": of one named before
    return _day_in((years or known)[-1], unit) if known else None


def _pointed_at(at: int, order: list[Dated]) -> Dated | None:
    """The deed told before to which "two days after the attack" points back."""
    deed, words = order[at].deed, order[at].words
    noun = sequel_of(deed.sentence, words) if words is not None else None
    if noun is None or not noun.is_noun or noun.tag in ("NNP", "NNPS") or not any(kid.lower in POINTING for kid in noun.all_kids("det")):
        return None
    kinds = {other.deed.type for other in order if other.deed.sentence is deed.sentence and other.deed.word is noun}
    told = [other for other in order[:at] if other.deed.sentence is not deed.sentence and other.day is not None and other.deed.tense != "historical"]
    by_word = [other for other in told if any(word.lemma == noun.lemma for word in other.deed.words)]
    alike = [other for other in told if other.deed.type in kinds or any(word.lemma == noun.lemma for word in other.deed.sentence.words)]
    if by_word or alike:
        return (by_word or alike)[-1]
    return _before(at, order) if noun.lemma in OCCURRENCES else None


def _before(at: int, order: list[Dated]) -> Dated | None:
    """The last deed before this one with a day to count from."""
    last = next((other for other in reversed(order[:at]) if other.day is not None and other.deed.tense != "historical"), None)
    if last is None:
        return None
    told_with = [other for other in order[:at] if other.deed.sentence is last.deed.sentence and other.day is not None]
    return min(told_with, key=lambda other: sum(1 for _ in other.deed.word.ancestors()))


def _stay_in_scene(at: int, order: list[Dated], scenes: dict[int, Date]) -> None:
    """Gives a deed without a time the day of the scene it is told in."""
    deed = order[at].deed
    if deed.type not in SCENIC or deed.reality not in TOLD or deed.tense != "past" or deed.content_of is not None or _is_set_apart(deed):
        return
    if _is_of_another_scene(deed, order[:at]):
        return
    named = next((scenes[index] for index in range(deed.sentence.index - 1, deed.sentence.index - 1 - SCENE_BACK, -1) if index in scenes), None)
    for other in reversed(order[:at]):
        back = deed.sentence.index - other.deed.sentence.index
        if back > SCENE_BACK:
            break
        if other.deed.date is None or other.deed.reality not in TOLD:
            continue
        if other.day is None or other.deed.tense == "historical" or other.deed.type not in SCENIC:
            return
        if back == 0 and any(is_aside(word, deed) for word in (other.deed.word, *other.deed.word.ancestors())):
            continue  # "the convoy, which left on Saturday, was looted"
        if back and _is_behind(other, order[:at]):
            if deed.rule.result and not deed.actors:
                return  # "fired on Monday, a day after a bomb hit a church. Five nuns were killed.": of either
            continue
        if named is None or other.deed.date.span > named.span:
            named = other.deed.date
        break
    if named is not None:
        evidence = Evidence(field="date", span=named.span, quote=named.text, rule="times.scene")
        order[at].deed = replace(deed, date=named, evidence=(*deed.evidence, evidence))


def _is_behind(dated: Dated, order: list[Dated]) -> bool:
    """ "marched on Thursday after a student was arrested on Monday": what led to the news is not its scene."""
    verb = dated.deed.light or dated.deed.word
    mains = {id(word) for each in order if each.deed.sentence is dated.deed.sentence and each.words is not None for word in each.deed.words}
    for step in (verb, *verb.ancestors()):
        led = step.dep == "advcl" and any(kid.lower in CAUSES for kid in step.all_kids("mark", "advmod"))
        answered = step.lower == "to" and step.head.lower in ANSWERS  # "in response to a raid"
        if led or answered or (step.dep == "prep" and step.lower in LED_FROM):
            return any(id(above) in mains for above in step.ancestors())
    return False


def _is_of_another_scene(deed: Deed, before: list[Dated]) -> bool:
    """Whether those who act did so on another day than the last one told: "the warplanes" of Wednesday after the raid of Tuesday.

    What a state does, by its name, is no part of others' scene.
    """
    if deed.type != "ASSAULT" and deed.actors and all(_is_state(party) for party in deed.actors):
        if not any(same_party(one, two) for other in before for one in deed.actors for two in (*other.deed.actors, *other.deed.recipients)):
            return True
    dated = [other.deed for other in before if other.deed.date is not None]
    own = [other for other in dated if any(same_party(one, two) for one in deed.actors for two in other.actors)]
    return bool(own) and own[-1] is not dated[-1] and (own[-1].date and own[-1].date.start) != (dated[-1].date and dated[-1].date.start)


def _is_state(party: Party) -> bool:
    return party.id is not None and party.id == party.country and party.sector is None


def _is_set_apart(deed: Deed) -> bool:
    """Whether the words set a deed at another time than the scene: pluperfect, perfect, "later", a mere noun, many at once."""
    verb = deed.light or deed.word
    if deed.frame.nominal and deed.light is None:
        return True
    below = verb
    for above in verb.ancestors():
        if below.dep == "pcomp" or (below.dep == "advcl" and any(kid.lower in CAUSES for kid in below.all_kids("mark", "advmod", "prep"))):
            return True  # "after gangs torched a post"
        below = above
    for kid in verb.kids:
        if kid.lower in ("had", "has", "have", "'ve", "having", "'d") and kid.dep == "aux":
            return True
        if kid.dep == "advmod" and kid.lower in LATER:
            return True
    return deed.count is not None
