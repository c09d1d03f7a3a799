"""Is it the same deed again? Joins what a story tells of one deed in several words: outcomes, anaphors, repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from whowhom.model import day_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.links import Tie
    from whowhom.model import Date, Harm, Party, Place
    from whowhom.parse.tree import Sentence, Word

Apart = set[frozenset[int]]  # pairs of trigger words (by identity) that are not one deed
SENTENCES_BACK = 6  # an anaphor ("the attack") reaches back so far
OUTCOME_BACK = 2  # an outcome told without its deed belongs to one told so many sentences before
NEWS = 14  # days before the report within which its headline's deed was done
SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "’")
CLOSE = 10  # sentences within which the same actor at the same place, undated, is at the same deed
ARMED = frozenset({"UAF", "REB", "CRM"})
FLIGHT = frozenset({"flee", "escape"})
STEPS = 7  # words between an outcome and its deed in one sentence
ANAPHORIC = frozenset({"the", "this", "these", "that", "those", "such", "both"})
STRIKING = frozenset({"ASSAULT", "COERCE"})
OUTCOME_TYPES = frozenset({"ASSAULT", "PROTEST", "COERCE"})


def join_echoes(draft: Draft, ties: list[Tie]) -> Draft:
    """The draft with one deed for every deed of the story, each keeping the words of all its echoes.

    Deeds that words link as cause and effect (`ties`) are two.
    """
    apart = {frozenset((id(tie.effect.word), id(tie.cause.word))) for tie in ties} | _old_news(draft)
    deeds = [deed for deed in draft.deeds if deed.content_of is None and not _is_flight_from(deed, draft.deeds)]
    deeds = _join_outcomes(_join_purposes(deeds, apart), apart)
    kept: list[Deed] = []
    for deed in deeds:
        at = _echo_of(deed, kept, apart)
        if at is None:
            kept.append(deed)
        else:
            kept[at] = merge(kept[at], deed)
    return draft.with_deeds(kept)


def _old_news(draft: Draft) -> Apart:
    """The deeds of headlines, each apart from those that had ended long before the report: a headline tells what is new."""
    published = day_of(draft.document.published)
    if published is None:
        return set()
    headlines = [deed for deed in draft.deeds if _is_heading(deed.sentence) and deed.date is None]
    last = (published - timedelta(days=NEWS)).isoformat()
    old = [deed for deed in draft.deeds if deed.date is not None and deed.date.end is not None and deed.date.end < last]
    return {frozenset((id(headline.word), id(deed.word))) for headline in headlines for deed in old}


def _is_heading(sentence: Sentence) -> bool:
    return sentence.headline or (sentence.index == 0 and sentence.words[-1].text not in SENTENCE_ENDS)


def _join_purposes(deeds: list[Deed], apart: Apart) -> list[Deed]:
    """Joins a purpose with the deed that it is the purpose of, where both are of one type and mode: "swung batons to disperse a mob"."""
    by_word = {id(word): deed for deed in deeds for word in (*deed.words, *([deed.light] if deed.light else []))}
    joined: dict[int, list[Deed]] = {}
    for deed in deeds:
        telling = deed.telling
        if telling is None or telling.rules != ["framing.purpose"] or not telling.path or not deed.modes:
            continue
        done = by_word.get(id(telling.path[0][0]))
        if done is None or done is deed or done.type != deed.type or not set(done.modes) & set(deed.modes):
            continue
        if frozenset((id(deed.word), id(done.word))) not in apart and _same_side(done.actors, deed.actors):
            evidence = tuple(each for each in deed.evidence if each.field != "reality")  # what was meant is what was done
            hit = deed.recipients if deed.type in STRIKING else ()  # whom a protest would free is not whom it is against
            joined.setdefault(id(done), []).append(replace(deed, evidence=evidence, recipients=hit))
    gone = {id(each.word) for others in joined.values() for each in others}
    return [_with_outcomes(deed, joined) for deed in deeds if id(deed.word) not in gone]


def _is_flight_from(deed: Deed, deeds: tuple[Deed, ...]) -> bool:
    """ "hundreds fled after gunmen attacked X": those who flee a deed of the same sentence are its toll, counted there as displaced."""
    if deed.word.lemma not in FLIGHT or deed.type == "ASSAULT":
        return False
    return any(
        other.sentence is deed.sentence and other.type == "ASSAULT" and not other.frame.nominal and _counts_displaced(other) for other in deeds
    )


def _counts_displaced(deed: Deed) -> bool:
    return any(harm.kind == "displaced" for harm in deed.harm)


def _join_outcomes(deeds: list[Deed], apart: Apart) -> list[Deed]:
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
        if not _same_side(deed.actors, outcome.actors) or not _same_truth(deed, outcome):
            continue
        steps = _steps(outcome.word, deed.word)
        if steps < best_steps:
            best, best_steps = deed, steps
    return best


def _same_truth(one: Deed, other: Deed) -> bool:
    happened = ("asserted", "alleged", "denied")
    if (one.reality == "denied") != (other.reality == "denied") and one.actors and other.actors:
        if not any(_is_by_name(a, b) for a in one.actors for b in other.actors):  # "denied that his men did it" says nothing of the gunmen who did
            return False
    if any(harm.stated == "none" for harm in (*one.harm, *other.harm)):
        return True
    return one.reality == other.reality or (one.reality in happened and other.reality in happened)


def _steps(one: Word, other: Word) -> int:
    """Edges of the parse between two words."""
    up = [one, *one.ancestors()]
    places = {id(word): at for at, word in enumerate(up)}
    for at, word in enumerate([other, *other.ancestors()]):
        if id(word) in places:
            return at + places[id(word)]
    return STEPS


def _same_side(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Whether two sides can be the same people: one is unknown, or they share a party or a country without other names."""
    return not one or not other or any(same_party(a, b) for a in one for b in other)


def _is_by_name(one: Party, other: Party) -> bool:
    """Whether two parties are one by their words, mentions, name or id, or share a country."""
    spans, others = {one.span, *one.mentions}, {other.span, *other.mentions}
    return (
        bool(spans & others)
        or one.name == other.name
        or (one.id is not None and one.id == other.id)
        or (one.country is not None and one.country == other.country)
    )


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are one: the same words, name or id; or a general word of the same country and sector."""
    if one.span == other.span or one.name == other.name or (one.id and one.id == other.id):
        return True
    if set(one.mentions) & set(other.mentions) or one.span in other.mentions or other.span in one.mentions:
        return True
    words, others = set(one.name.lower().split()), set(other.name.lower().split())
    if len(words) > 0 and (words <= others or others <= words):
        return one.country == other.country or one.country is None or other.country is None
    if (_is_general(one) and other.sector in ARMED) or (_is_general(other) and one.sector in ARMED):
        return True
    if (
        not (one.id or other.id)
        and {backer.name for backer in one.backers} & {backer.name for backer in other.backers}
        and one.sector == other.sector
    ):
        return True
    same_country = one.country is not None and one.country == other.country
    state = {"GOV", "MIL", None}
    if one.id and other.id and not {one.sector, other.sector} <= state:
        return False  # two groups with names of their own
    return same_country and (one.sector == other.sector or {one.sector, other.sector} <= state)


def _is_general(party: Party) -> bool:
    """A bare word for armed people, who may turn out to be any group: "gunmen", "the attackers"."""
    return party.id is None and party.country is None and party.sector in ARMED and not party.backers


def same_place(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be one: equal, or one a country that holds the other."""
    if one is None or other is None:
        return True
    if one.name == other.name:
        return True
    return one.country == other.country and "country" in (one.feature, other.feature)


def same_time(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None:
        return True
    if one.start is None or other.start is None:
        return one.text.lower() == other.text.lower() or (one.start is None and one.end is None and other.end is not None)
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def _echo_of(deed: Deed, kept: list[Deed], apart: Apart) -> int | None:
    """The position of the earlier deed that this one repeats."""
    best: tuple[float, int] | None = None
    for at, other in enumerate(kept):
        if apart and any(frozenset((id(one.word), id(two.word))) in apart for one in all_of(deed) for two in all_of(other)):
            continue
        score = _likeness(deed, other)
        if score > 0 and (best is None or score >= best[0]):
            best = score, at
    return best[1] if best else None


def _likeness(deed: Deed, other: Deed) -> float:
    """How surely two deeds are one; 0 where they are two."""
    back = deed.sentence.index - other.sentence.index
    if deed.type != other.type or back < 0 or not _same_truth(deed, other) or (other.tense == "historical" and deed.tense != "historical"):
        return 0.0
    if deed.count is not None and other.count is not None and deed.count.low != other.count.low:
        return 0.0
    if _is_repeat(deed) and other.date is not None and (deed.date is None or deed.date.start != other.date.start):
        return 0.0
    if not (same_place(deed.place, other.place) and same_time(deed.date, other.date) and _same_side(deed.actors, other.actors)):
        return 0.0
    if not _modes_fit(deed, other) or not _harm_fits(deed, other):
        return 0.0
    headline = other.sentence.headline or deed.sentence.headline
    recipients = bool(deed.recipients and other.recipients and any(same_party(a, b) for a in deed.recipients for b in other.recipients))
    if deed.recipients and other.recipients and not recipients and not headline and not is_anaphor(deed) and not deed.rule.result:
        return 0.0
    if is_anaphor(deed):
        alike = other.frame.nominal and other.word.lemma == deed.word.lemma and other.word.tag == deed.word.tag
        return 3.0 - 0.2 * back + 0.5 * alike if back <= SENTENCES_BACK else 0.0
    if deed.rule.result and not deed.actors and back <= OUTCOME_BACK:
        return 2.0 - 0.2 * back
    shared = sum((
        bool(deed.actors and other.actors),
        recipients,
        deed.place is not None and other.place is not None,
        deed.date is not None and other.date is not None and deed.date.start is not None,
        deed.word.lemma == other.word.lemma and deed.frame.nominal == other.frame.nominal,
        bool(set(deed.modes) & set(other.modes)) and bool(deed.modes),
        headline,
    ))  # fmt: skip
    if not (deed.place or deed.date or deed.recipients or deed.count) and deed.actors and other.actors and not deed.frame.passive:
        return 1.5 - 0.02 * back  # a bare repeat: "the military carried out strikes with F-15s"
    close = bool(deed.actors and other.actors and deed.place and other.place and back <= CLOSE and not deed.date)
    wanted = 2 if headline or close or _is_one_target(deed, other) else 3
    return 1.0 + 0.1 * shared if shared >= wanted else 0.0


def _is_one_target(deed: Deed, other: Deed) -> bool:
    """Whether the same place or post suffers both, by the same words: "a raid on a police post" and "stormed the post"."""
    hit = {target.text.lower().split()[-1] for target in deed.targets} & {target.text.lower().split()[-1] for target in other.targets}
    return any(one.name == two.name and one.name.lower().split()[-1] in hit for one in deed.recipients for two in other.recipients)


def _is_repeat(deed: Deed) -> bool:
    """ "repeated the same action": done again, and so not the deed that it points back to."""
    return deed.light is not None and deed.light.lemma == "repeat" and any(kid.lower in ("same", "similar") for kid in deed.word.kids)


def is_anaphor(deed: Deed) -> bool:
    """A noun that points back: "the attack", "these strikes", "the killings"."""
    if not deed.frame.nominal or deed.count is not None:
        return False
    return any(kid.dep in ("det", "predet") and kid.lower in ANAPHORIC for kid in deed.word.kids) and not (deed.recipients and deed.place)


def _modes_fit(deed: Deed, other: Deed) -> bool:
    """Whether the modes can be of one deed: one has none, or they share one, or one word is general."""
    one, two = set(deed.modes) - SIDE_MODES, set(other.modes) - SIDE_MODES
    return not one or not two or bool(one & two)


SIDE_MODES = frozenset({"targeted", "destroy"})


def _harm_fits(deed: Deed, other: Deed) -> bool:
    """Two tolls of one deed told by one voice agree; different claimants may differ."""
    for one in deed.harm:
        for two in other.harm:
            if one.kind == two.kind and one.who == two.who and one.best is not None and two.best is not None and one.best != two.best:
                if one.claimant is None and two.claimant is None:
                    return False
    return True


def merge(one: Deed, other: Deed) -> Deed:
    """Two deeds as one: the first leads, blanks are filled, lists are joined, all evidence is kept."""
    changes: dict[str, Any] = {
        "modes": tuple(dict.fromkeys((*one.modes, *other.modes))),
        "actors": one.actors if one.rule.joint else _union(one.actors, other.actors, ()),
        "recipients": () if one.rule.joint else _union(one.recipients, other.recipients, one.actors),
        "place": _finer(one.place, other.place),
        "date": _dated(one.date, other.date),
        "means": tuple(dict.fromkeys((*one.means, *other.means))),
        "targets": tuple(dict.fromkeys((*one.targets, *other.targets))),
        "harm": _tolls(one.harm, other.harm),
        "count": one.count or other.count,
        "size": one.size or other.size,
        "claims": tuple(dict.fromkeys((*one.claims, *other.claims))),
        "evidence": tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        "echoes": (*one.echoes, other, *other.echoes),
    }
    if one.reality == "asserted" and other.reality == "alleged" and not one.actors and other.actors:
        changes["reality"] = "alleged"
    if one.rule.result and not other.rule.result and not one.modes:
        changes["rule"] = one.rule
    return replace(one, **changes)


def all_of(deed: Deed) -> list[Deed]:
    """The deed and all its echoes."""
    return [deed, *(each for echo in deed.echoes for each in all_of(echo))]


def _tolls(one: tuple[Harm, ...], other: tuple[Harm, ...]) -> tuple[Harm, ...]:
    """All tolls, each once: the same figures told again by nobody else add nothing."""
    known = {(harm.kind, harm.who, harm.low, harm.best, harm.high) for harm in one}
    new = [harm for harm in other if (harm.kind, harm.who, harm.low, harm.best, harm.high) not in known or (harm.claimant and harm not in one)]
    return tuple(dict.fromkeys((*one, *new)))


def _union(one: tuple[Party, ...], other: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    found = list(one)
    for party in other:
        general = next((at for at, each in enumerate(found) if party.id and _is_general(each) and party.sector in ARMED), None)
        if general is not None:  # the gunmen have a name now
            spans = (found[general].span, *found[general].mentions)
            found[general] = party.model_copy(update={"mentions": tuple(dict.fromkeys((*party.mentions, *spans)))})
        elif not any(same_party(party, each) and not _counted_apart(party, each) for each in found) and all(
            party.span != actor.span for actor in actors
        ):
            found.append(party)
    return tuple(found)


def _counted_apart(one: Party, other: Party) -> bool:
    """ "five civilians" and "nine people": two numbers under two nouns are two groups."""
    if one.count is None or other.count is None or one.count.best == other.count.best:
        return False
    return one.text.split()[-1].lower() != other.text.split()[-1].lower()


def _finer(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    return other if one.feature == "country" and other.feature != "country" else one


def _dated(one: Date | None, other: Date | None) -> Date | None:
    if one is None or other is None:
        return one or other
    return other if one.start is None and other.start is not None else one
