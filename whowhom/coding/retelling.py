"""Which later words tell a deed again for certain? A noun told in full later, a death told twice, a victim named later, captives who are still held."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.sameness import all_of, happened, modes_fit, same_party, same_place, same_side, same_time
from whowhom.coding.scope import SPOKEN
from whowhom.model import day_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.links import Tie
    from whowhom.coding.sameness import Apart
    from whowhom.model import Date, Party, Place
    from whowhom.parse.tree import Word

BACK = 4  # sentences back to the first telling
CAUSE_BACK = 12  # the same where that is a noun: background is told at the end
NEWS = 14  # days before the report within which a death told without a day is its news
NOT_DEADLY = frozenset({"abduct", "beat", "torture", "sexual", "crowd-control", "destroy"})
OTHER_TIMES, CAPTIVES, KEEPING = word_list("other_times"), word_list("captives"), word_list("keeping")
OTHERS = frozenset({"a", "an", "another", "other", "more", "second", "further"})
GIVEN = frozenset({"the", "this", "these", "that", "those", "both"})


def told_again(draft: Draft, deeds: list[Deed], ties: list[Tie]) -> Apart:
    """The pairs of trigger words, by identity, of which the later tells the deed of the earlier again."""
    return {frozenset((id(deed.word), id(first.word))) for deed in deeds for first in deeds if _is_again(deed, first, ties, draft)}


def _is_again(deed: Deed, first: Deed, ties: list[Tie], draft: Draft) -> bool:
    back = deed.sentence.index - first.sentence.index
    if (
        not 0 < back <= (CAUSE_BACK if first.frame.nominal else BACK)
        or deed.type != first.type
        or deed.type in SPOKEN
        or not (happened(deed) and happened(first))
    ):
        return False
    if _is_another_time(deed) or not (modes_fit(deed, first) and same_side(deed.actors, first.actors)) or deed.sentence.headline:
        return False
    if _is_named_later(deed, first) or _is_held(deed, first) or _is_answered(deed, first, ties):
        return True
    return _in_time(deed, first, ties) and (_is_in_full(deed, first, ties) or _is_one_death(deed, first, draft) or _is_introduced(deed, first))


def _is_another_time(deed: Deed) -> bool:
    """ "was arrested again", "had been shot in 2019": it says itself that this was done at another time."""
    verb = deed.light or deed.word
    before = verb.tag == "VBN" and deed.date is not None and any(kid.lower == "had" for kid in verb.all_kids("aux"))
    return before or deed.count is not None or any(kid.lower in OTHER_TIMES for kid in verb.kids)


def _in_time(deed: Deed, first: Deed, ties: list[Tie]) -> bool:
    when = None if _is_borrowed(first, ties) else first.date
    where = None if first.frame.nominal or _is_around(first.place, deed.place) else first.place
    return same_time(deed.date, when) and same_place(deed.place, where)


def _is_around(wide: Place | None, place: Place | None) -> bool:
    """Whether a place bears the name of the province in which another lies, and may mean it."""
    return wide is not None and place is not None and wide.country == place.country and wide.name == place.admin1 != place.name


def _is_borrowed(deed: Deed, ties: list[Tie]) -> bool:
    """Whether the day of a deed is that of its effect: "closed the border on Friday after an attack"."""
    if deed.date is None or not deed.frame.nominal:
        return False
    return any(each.effect.date is not None and each.effect.date.span == deed.date.span for each in _caused_by(deed, ties))


def _caused_by(deed: Deed, ties: list[Tie]) -> list[Tie]:
    """The ties of what a deed set off."""
    words = {id(each.word) for each in all_of(deed)}
    return [tie for tie in ties if id(tie.cause.word) in words]


def _is_in_full(deed: Deed, first: Deed, ties: list[Tie]) -> bool:
    """ "protested over the arrest of an editor. The editor was arrested on Wednesday": the cause of something, told in a clause of its own."""
    if not first.frame.nominal:
        return _is_suffered(deed) and bool(deed.modes) and set(deed.modes) == set(first.modes) and _shared(deed, first)
    if first.date is not None and not _is_borrowed(first, ties):
        return False
    causes = _caused_by(first, ties)
    if deed.frame.nominal:
        return bool(causes) and first.word.lemma == deed.word.lemma and _is_given(deed.word) and not _is_described(deed)
    if _is_one_target(deed, first):
        return bool(causes)
    if not _shared(deed, first) or set(deed.modes) != set(first.modes) or not deed.modes:
        return False
    heads = _heads(deed)
    if any(kid.lower in OTHERS for head in heads for kid in head.kids):
        return False
    return all(map(_is_given, heads)) or any(_is_before(deed.date, tie.effect.date) for tie in causes)


def _is_one_target(deed: Deed, first: Deed) -> bool:
    """ "an attack on a post. Militants stormed the post": what was hit before, pointed back to."""
    hit = {word.lemma for word in first.frame.get("on", "object", "against") if word.tag == "NN" and not word.is_name}
    again = [word for word in deed.frame.get("object") if word.tag == "NN" and _is_given(word)]
    return not deed.frame.nominal and not deed.rule.result and any(word.lemma in hit for word in again)


def _is_suffered(deed: Deed) -> bool:
    """ "The soldiers were seized on Tuesday": a passive without a doer, of people told before."""
    return deed.frame.passive and not deed.actors and (deed.light or deed.word).is_root and all(map(_is_given, _heads(deed)))


def _is_described(deed: Deed) -> bool:
    """Whether words beside a noun say which deed it is, other than its day: "the bombing of a market"."""
    day = deed.date.span if deed.date is not None else (0, 0)
    words = [kid.kid("pobj") or kid for kid in deed.word.all_kids("prep", "poss", "compound", "amod")]
    return any(not day[0] <= word.start < day[1] for word in words)


def _is_before(one: Date | None, other: Date | None) -> bool:
    return one is not None and other is not None and one.end is not None and other.start is not None and one.end < other.start


def _is_one_death(deed: Deed, first: Deed, draft: Draft) -> bool:
    """ "Gunmen killed a judge. The judge was shot on Tuesday": how the one person died whom the first words kill."""
    if deed.type != "ASSAULT" or deed.frame.nominal or set(deed.modes) & NOT_DEADLY or any(harm.kind != "killed" for harm in deed.harm):
        return False
    heads = _heads(deed)
    one = len(heads) == 1 and len(first.recipients) == 1 and heads[0].tag in ("NN", "NNP") and _is_given(heads[0])
    return one and _kills_one(first) and _shared(deed, first) and (first.frame.nominal or _is_news(deed.date, draft))


def _is_news(when: Date | None, draft: Draft) -> bool:
    published, day = day_of(draft.document.published), day_of(when.end) if when is not None else None
    return published is None or day is None or day >= published - timedelta(days=NEWS)


def _kills_one(deed: Deed) -> bool:
    return any(harm.kind == "killed" and harm.best == 1 for harm in deed.harm)


def _unnamed(deed: Deed) -> Party | None:
    """The one person who suffers a deed and has no name yet: "a commander and two guards"."""
    pairs = [(party, word) for party in deed.recipients for word in _inside(party, deed)[-1:]]
    found = [party for party, word in pairs if word.tag == "NN" and any(kid.lower in ("a", "an") for kid in word.kids)]
    return found[0] if len(found) == 1 else None


def _is_named_later(deed: Deed, first: Deed) -> bool:
    """ "A strike killed a commander on Thursday. The army said it had killed Ali Hassan": the same side's victim, who has a name now."""
    if deed.type != "ASSAULT" or deed.date is not None or deed.place is not None or not (deed.claims and deed.actors and first.actors):
        return False
    unknown, named = _unnamed(first), _heads(deed)
    if (
        unknown is None
        or len(deed.recipients) != 1
        or not (_kills_one(deed) and any(harm.kind == "killed" for harm in first.harm))
        or not (named and named[0].is_name)
    ):
        return False
    known = deed.recipients[0]
    return all(one is None or two is None or one == two for one, two in ((known.country, unknown.country), (known.sector, unknown.sector)))


def _is_introduced(deed: Deed, first: Deed) -> bool:
    """ "A student leader was held in Gao. The student, Awa Sy, was held at a checkpoint": the same victim, now with a name beside some of the words."""
    unknown = _unnamed(first)
    if unknown is None or len(deed.recipients) != 1 or not deed.modes or set(deed.modes) != set(first.modes) or first.frame.nominal:
        return False
    known, again = deed.recipients[0], _heads(deed)
    same = bool(again) and again[0].tag == "NN" and again[0].lemma in {word.lemma for word in _inside(unknown, first)}
    return same and unknown.name != known.name and _is_given(again[0])


def _is_held(deed: Deed, first: Deed) -> bool:
    """ "Gunmen kidnapped four soldiers. The rebels said they were holding the men": captives are held by those who took them."""
    if deed.word.lemma not in KEEPING or "abduct" not in deed.modes or "abduct" not in first.modes:
        return False
    heads = _heads(deed)
    return bool(heads) and all(_is_given(head) and (head.lemma in CAPTIVES or _shared(deed, first)) for head in heads)


def _is_answered(deed: Deed, first: Deed, ties: list[Tie]) -> bool:
    """Whether what is answered after a deed is that deed: the same town is hit, and the answer is not older."""
    answers = _caused_by(deed, ties)
    return bool(answers) and _is_on_same_town(deed, first) and not any(_is_before(tie.effect.date, first.date) for tie in answers)


def _is_on_same_town(deed: Deed, first: Deed) -> bool:
    """ "shelled El Fasher. The governor called the attack on the city a crime": the attack on the town that was hit before."""
    if (
        not deed.frame.nominal
        or deed.word.tag != "NN"
        or not _is_given(deed.word)
        or deed.date is not None
        or deed.place is None
        or first.place is None
    ):
        return False
    return deed.place.name == first.place.name and any(
        one.name in (two.name, first.place.name) for one in deed.recipients for two in first.recipients
    )


def retold(deed: Deed, first: Deed) -> tuple[Deed, Deed]:
    """The first telling and the second as they can be merged: a name for the victim without one, the day of the deed for that of its effect."""
    if _is_named_later(deed, first) or _is_introduced(deed, first):
        unknown = _unnamed(first)
        named = tuple(_with_name(each, deed.recipients[0]) if each is unknown else each for each in first.recipients)
        return replace(first, recipients=named), replace(deed, recipients=(), harm=())
    if _is_held(deed, first):
        return first, replace(deed, recipients=(), harm=())
    if _is_around(first.place, deed.place):
        first = replace(first, place=None)
    if first.frame.nominal and first.date is not None and deed.date is not None and not same_time(first.date, deed.date):
        first = replace(first, date=None)
    return first, deed


def _with_name(unknown: Party, known: Party) -> Party:
    """The party by its name, with what the words told of it before it had one."""
    mentions = tuple(dict.fromkeys((*known.mentions, unknown.span, *unknown.mentions)))
    told = {"country": known.country or unknown.country, "sector": known.sector or unknown.sector, "sectors": known.sectors or unknown.sectors}
    return known.model_copy(update={**told, "mentions": mentions})


def _shared(deed: Deed, first: Deed) -> bool:
    return any(same_party(one, two) for one in deed.recipients for two in first.recipients)


def _heads(deed: Deed) -> list[Word]:
    """The last word of each party that suffers, as far as its own sentence names it."""
    return [word for party in deed.recipients for word in _inside(party, deed)[-1:]]


def _inside(party: Party, deed: Deed) -> list[Word]:
    return deed.sentence.words_in(party.span)


def _is_given(head: Word) -> bool:
    """Whether a word means somebody told before: "the editor", a name, "them"."""
    return head.is_name or head.is_pronoun or any(kid.lower in GIVEN for kid in head.all_kids("det", "predet"))
