"""Is it the same deed again? Joins what a story tells of one deed in several words: anaphors, repeats."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.joining import merge
from whowhom.coding.sameness import are_apart, harm_fits, modes_fit, same_party, same_place, same_side, same_time, same_truth
from whowhom.coding.within import is_flight_from, join_outcomes, join_purposes, join_ranks, join_steps
from whowhom.model import day_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.links import Tie
    from whowhom.coding.sameness import Apart

SENTENCES_BACK = 6  # an anaphor ("the attack") reaches back so far
OUTCOME_BACK = 2  # an outcome told without its deed belongs to one told so many sentences before
LONGEST_TITLE = 25  # words
NEWS = 14  # days before the report within which its headline's deed was done
CLOSE = 10  # sentences within which the same actor at the same place, undated, is at the same deed
DISTINCT = word_list("modes_shown")
TAKEN = "assault.conquer"  # rules of ground taken
KILLINGS, ATTACKS = word_list("killings"), word_list("attack_nouns")
FIGHTERS, FORCES = frozenset({"UAF", "REB", "CRM"}), frozenset({"MIL", "COP"})
GROWING = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # types whose numbers reports tell differently, and higher from day to day
COLLECTIVE = word_list("collective") | word_list("collective_roles")
HURT = word_list("hurt_people")
ANOTHER = frozenset({"a", "an", "another", "second", "third"})
ANAPHORIC = frozenset({"the", "this", "these", "that", "those", "such", "both"})


def join_echoes(draft: Draft, ties: list[Tie]) -> Draft:
    """The draft with one deed for every deed of the story, each keeping the words of all its echoes.

    Deeds that words link as cause and effect (`ties`) are two.
    """
    apart = {frozenset((id(tie.effect.word), id(tie.cause.word))) for tie in ties} | _old_news(draft)
    deeds = [each for each in draft.deeds if each.content_of is None and not (is_flight_from(each, draft.deeds) or _is_breakdown(each, draft.deeds))]
    deeds = join_steps(join_outcomes(join_purposes(join_ranks(deeds), apart), apart), apart)
    kept: list[Deed] = []
    titled, deeds = _parted(deeds, draft)
    for deed in deeds:
        at = _echo_of(deed, kept, apart)
        if at is None:
            kept.append(deed)
            continue
        for each in {at, *_other_of_both(deed, kept, at)}:
            kept[each] = merge(kept[each], deed)
    return draft.with_deeds(_with_title(kept, titled, apart))


def _parted(deeds: list[Deed], draft: Draft) -> tuple[list[Deed], list[Deed]]:
    """The deeds of a title, and those of the story beneath it."""
    first = draft.sentences[0] if draft.sentences else None
    if first is None or not first.is_heading or len(first.words) > LONGEST_TITLE:
        return [], deeds
    titled = [deed for deed in deeds if deed.sentence.paragraph == first.paragraph]
    return titled, [deed for deed in deeds if deed.sentence.paragraph != first.paragraph]


def _with_title(kept: list[Deed], titled: list[Deed], apart: Apart) -> list[Deed]:
    """The deeds of a story with what its title tells of them. A title is short, and often ahead of its story: where that tells a deed of the
    type, though another, the title's is none.
    """
    told = {deed.type for deed in kept}
    alone = []
    for deed in titled:
        scores = [(0.0 if are_apart(other, deed, apart) else _likeness(other, deed), -at) for at, other in enumerate(kept)]
        best = max(scores, default=(0.0, 0))
        if best[0] > 0:
            kept[-best[1]] = merge(kept[-best[1]], deed)
        elif deed.type not in told:
            alone.append(deed)
    return [*alone, *kept]


def _other_of_both(deed: Deed, kept: list[Deed], at: int) -> list[int]:
    """ "the group carried out both attacks": the deed before the one found, if it is of the same type."""
    if not any(kid.lower == "both" for kid in deed.word.kids):
        return []
    others = [each for each in range(at) if kept[each].type == deed.type and deed.sentence.index - kept[each].sentence.index <= SENTENCES_BACK]
    return others[-1:]


def _old_news(draft: Draft) -> Apart:
    """The deeds of headlines, each apart from those that had ended long before the report: a headline tells what is new."""
    published = day_of(draft.document.published)
    if published is None:
        return set()
    headlines = [deed for deed in draft.deeds if deed.sentence.is_heading and deed.date is None]
    last = (published - timedelta(days=NEWS)).isoformat()
    old = [deed for deed in draft.deeds if deed.date is not None and deed.date.end is not None and deed.date.end < last]
    return {frozenset((id(headline.word), id(deed.word))) for headline in headlines for deed in old}


def _echo_of(deed: Deed, kept: list[Deed], apart: Apart) -> int | None:
    """The position of the earlier deed that this one repeats."""
    best: tuple[float, int] | None = None
    for at, other in enumerate(kept):
        score = _likeness(deed, other)
        if score > 0 and (best is None or score >= best[0]) and not are_apart(deed, other, apart):
            best = score, at
    return best[1] if best else None


def _likeness(deed: Deed, other: Deed) -> float:
    """How surely two deeds are one; 0 where they are two."""
    back = deed.sentence.index - other.sentence.index
    if deed.type != other.type or back < 0 or not same_truth(deed, other) or (other.tense == "historical" and deed.tense != "historical"):
        return 0.0
    if deed.count is not None and other.count is not None and deed.count.low != other.count.low:
        return 0.0
    if _is_repeat(deed) and other.date is not None and (deed.date is None or deed.date.start != other.date.start):
        return 0.0
    recipients = bool(deed.recipients and other.recipients and any(same_party(a, b) for a in deed.recipients for b in other.recipients))
    late = _is_of_the_hurt(deed)
    in_time = same_time(deed.date, other.date) or ((recipients or late) and _is_later_outcome(deed, other))
    if not ((late or same_place(deed.place, other.place)) and in_time and same_side(deed.actors, other.actors)):
        return 0.0
    if not modes_fit(deed, other) or not (late or harm_fits(deed, other)) or (_is_general(other) and (deed.rule.result or _points_to_one(deed))):
        return 0.0
    headline = other.sentence.headline or deed.sentence.headline
    if deed.recipients and other.recipients and not recipients and not headline and not is_anaphor(deed) and not deed.rule.result:
        return 0.0
    if _are_other_people(deed, other) or _met_others(deed, other):
        return 0.0
    fought = deed.type == "ASSAULT" and deed.rule.joint != other.rule.joint
    if fought and deed.actors and other.actors and not (_all_within(deed, other) and _all_within(other, deed)):
        return 0.0  # who exchanged fire with the killers is no killer
    if is_anaphor(deed):
        return _pointing(deed, other, back) if back <= SENTENCES_BACK else 0.0
    if deed.rule.result and not deed.actors and back <= OUTCOME_BACK and not _is_of_another(deed):
        return 2.0 - 0.2 * back
    if _is_told_back(deed) and back <= OUTCOME_BACK and (set(deed.modes) & set(other.modes) or (back == 0 and deed.actors and other.actors)):
        return 1.2
    shared = sum((
        bool(deed.actors and other.actors),
        recipients,
        deed.place is not None and other.place is not None,
        deed.date is not None and other.date is not None and deed.date.start is not None,
        deed.word.lemma == other.word.lemma and deed.frame.nominal == other.frame.nominal,
        bool(set(deed.modes) & set(other.modes)) and bool(deed.modes),
        bool(_hit(deed) & _hit(other)),
        headline,
    ))  # fmt: skip
    other_kind = bool(set(deed.modes) & DISTINCT) and not set(deed.modes) & set(other.modes)
    bare = not (deed.place or deed.date or deed.recipients or deed.count or deed.targets or other_kind)
    if bare and deed.actors and other.actors and not deed.frame.passive:
        return 1.5 - 0.02 * back  # a bare repeat: "the military carried out strikes with F-15s"
    close = bool(deed.actors and other.actors and deed.place and other.place and back <= CLOSE and not deed.date)
    wanted = 2 if headline or close or _is_one_target(deed, other) or _is_one_person(deed, other) else 3
    return 1.0 + 0.1 * shared if shared >= wanted else 0.0


def _is_breakdown(deed: Deed, deeds: tuple[Deed, ...]) -> bool:
    """ "held talks in Oslo, but the negotiations broke down": the end of talks that were held is no deed, nor are they undone by it."""
    if deed.telling is None or deed.telling.rules != ["framing.collapse"] or not is_anaphor(deed):
        return False
    before = [each for each in deeds if each.type == deed.type and each.reality == "asserted" and each.word.start < deed.word.start]
    return any(deed.sentence.index - each.sentence.index <= OUTCOME_BACK for each in before)


def _are_other_people(deed: Deed, other: Deed) -> bool:
    """ "expelled the attache", "ordered 20 diplomats out": other numbers of people, where no toll is told that may grow."""
    one, two = _numbers(deed), _numbers(other)
    return deed.type not in GROWING and bool(one and two) and not one & two and not (deed.sentence.headline or other.sentence.headline)


def _numbers(deed: Deed) -> set[float]:
    """How many people a deed is done to: the numbers told, and one for a person by his office."""
    found = {float(party.count.low) for party in deed.recipients if party.count is not None and party.count.low is not None}
    for party in deed.recipients if not found else ():
        last = deed.sentence.words_in(party.span)[-1:]
        if last and last[0].tag == "NN" and last[0].lemma not in COLLECTIVE and party.sector is not None:
            found.add(1.0)
    return found


def _met_others(deed: Deed, other: Deed) -> bool:
    """ "the delegations met with Qatari mediators": a meeting with somebody who was not at the one told before, which they too had without others."""
    if not (deed.type == "CONSULT" and deed.rule.joint and other.rule.joint and deed.actors and other.actors):
        return False
    new = [each for each in deed.actors if each.country and not any(same_party(each, one) or each.country == one.country for one in other.actors)]
    return bool(new) and not deed.sentence.headline and (len(other.actors) > 1 or not _all_within(other, deed))


def _all_within(one: Deed, other: Deed) -> bool:
    return all(any(same_party(a, b) for b in other.actors) for a in one.actors)


def _pointing(deed: Deed, other: Deed, back: int) -> float:
    """How surely a noun that points back ("the bombing", "the market attack") means a deed told so many sentences before."""
    kinds = set(deed.modes) & DISTINCT
    if kinds and not other.modes and (other.rule.id.startswith(TAKEN) or deed.recipients):
        return 0.0  # "overran a post" is no bombing
    if deed.word.lemma in KILLINGS and "crowd-control" in other.modes and not any(harm.kind == "killed" for harm in other.harm):
        return 0.0
    hurt = [party for party in other.recipients if party.sector in FIGHTERS]
    if hurt and len(hurt) == len(other.recipients) and deed.word.lemma in ATTACKS and any(party.sector in FORCES for party in other.actors):
        return 0.5  # "soldiers killed six attackers. Nine thousand have fled since the attack": another's, if another was told
    alike = other.frame.nominal and other.word.lemma == deed.word.lemma and other.word.tag == deed.word.tag
    named = {kid.lemma for kid in deed.word.all_kids("compound", "amod")} & _words_hit(other)
    if not named and "abduct" in other.modes and deed.word.lemma in ATTACKS and any(kid.tag == "NN" for kid in deed.word.all_kids("compound")):
        return 0.0  # "abducted two drivers": no market attack
    return 3.0 - 0.2 * back + 0.5 * alike + bool(named) + 0.5 * bool(kinds & set(other.modes))


def _words_hit(deed: Deed) -> set[str]:
    """The words of what a deed hit and where: "a market in Bara"."""
    texts = [*(target.text for target in deed.targets), *(party.text for party in deed.recipients), *([deed.place.name] if deed.place else [])]
    return {word for text in texts for word in text.lower().split()}


def _is_of_the_hurt(deed: Deed) -> bool:
    """ "Three of the wounded died in hospital": they are of the dead of the deed that hurt them, and add to its toll."""
    if not deed.rule.result or deed.actors:
        return False
    nouns = [
        noun for word in deed.frame.get("subject", "object") for kid in word.all_kids("prep") if kid.lower == "of" for noun in kid.all_kids("pobj")
    ]
    return any(noun.lemma in HURT or noun.lower in HURT for noun in nouns)


def _is_one_person(deed: Deed, other: Deed) -> bool:
    """ "the shooting of a teenager", "the teenager was shot": nobody suffers that twice unless the report says so."""
    if deed.type != "ASSAULT":
        return False
    words = [
        word
        for party in deed.recipients
        for word in deed.sentence.words_in(party.span)[-1:]
        if any(party.name == one.name for one in other.recipients)
    ]
    return any(word.tag == "NN" and any(kid.lower == "the" for kid in word.all_kids("det")) and word.lemma not in COLLECTIVE for word in words)


def _is_later_outcome(deed: Deed, other: Deed) -> bool:
    """Whether a deed is only what came of another on a later day: "He died of his wounds two days later"."""
    if not deed.rule.result or deed.actors or deed.date is None or other.date is None:
        return False
    return deed.date.start is not None and other.date.end is not None and deed.date.start > other.date.end


def _is_of_another(outcome: Deed) -> bool:
    """ "A second bomb went off, wounding three": what came of something that was not told before."""
    verb = outcome.word.head
    if outcome.word.dep != "advcl" or outcome.word.tag != "VBG":
        return False
    kids = [subject.lower for subject in verb.all_kids("nsubj")] + [kid.lower for subject in verb.all_kids("nsubj") for kid in subject.kids]
    return any(kid in ANOTHER for kid in kids)


def _is_told_back(deed: Deed) -> bool:
    """Whether a report looks back at a deed told before without a new day, place or victim: "said that army planes had dropped eight bombs"."""
    verb = deed.light or deed.word
    return verb.tag == "VBN" and any(kid.lower == "had" for kid in verb.all_kids("aux")) and not (deed.recipients or deed.date or deed.place)


def _hit(deed: Deed) -> set[str]:
    """What things a deed hit, by their last word: "an oil refinery" → refinery."""
    return {target.text.lower().split()[-1] for target in deed.targets}


def _points_to_one(deed: Deed) -> bool:
    return deed.word.tag == "NN" and is_anaphor(deed)


def _is_general(deed: Deed) -> bool:
    """Whether a plural tells of deeds at large, which no one deed repeats: "accused it of war crimes", "after repeated ambushes"."""
    if not deed.frame.nominal or deed.word.tag != "NNS" or deed.word.dep != "pobj" or deed.count is not None or deed.recipients or deed.place:
        return False
    return not any(kid.dep in ("det", "poss", "nummod") for kid in deed.word.kids)


def _is_one_target(deed: Deed, other: Deed) -> bool:
    """Whether the same place or post suffers both, by the same words: "a raid on a police post" and "stormed the post"."""
    hit = _hit(deed) & _hit(other)
    return any(one.name == two.name and one.name.lower().split()[-1] in hit for one in deed.recipients for two in other.recipients)


def _is_repeat(deed: Deed) -> bool:
    """ "repeated the same action": done again, and so not the deed that it points back to."""
    return deed.light is not None and deed.light.lemma == "repeat" and any(kid.lower in ("same", "similar") for kid in deed.word.kids)


def is_anaphor(deed: Deed) -> bool:
    """A noun that points back: "the attack", "these strikes", "the killings"."""
    if not deed.frame.nominal or (deed.count is not None and not any(kid.lower == "both" for kid in deed.word.kids)):
        return False
    if any(kid.lower in ("a", "an") for noun in deed.frame.get("of", "object") for kid in noun.all_kids("det")):
        return False  # "the bombing of a hospital": not told before
    return any(kid.dep in ("det", "predet") and kid.lower in ANAPHORIC for kid in deed.word.kids) and not (deed.recipients and deed.place)
