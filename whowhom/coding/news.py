"""Is it news? Which deeds say enough to be a record, and which a report only mentions: "violence", "those who kill judges", "ten years of war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.draft import HAPPENING
from whowhom.coding.sameness import is_one_person
from whowhom.coding.scenes import CARRIED
from whowhom.model import day_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.model import Date, Harm
    from whowhom.parse.tree import Span, Word

MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION", "RETREAT"})
LONG, LONG_FOR_NOUNS = 6, 4
"""Sentences: a report longer than this tells its news with day, place or cost, and names further violence only in passing, by a noun sooner."""
MENTIONING = frozenset({"links.blame"})
"""Links that make no news of what they mention: "condemned all violence"."""
WAR_TOLL = 100
"""People: few single deeds cost more, and those that do are told with day and place."""
WAR_DEEDS = 100
"""Deeds: so many are a sum over a war ("in more than 900 ambushes")."""
LONGEST_DEED = 92
"""Days, a quarter of a year: a longer period is one over which deeds are summed up."""
MASS = word_list("mass_deeds")
PARTICULAR = frozenset({"the", "this", "these", "that", "those", "his", "her", "its"})
"""Words that make certain people of a group without a number: "the priests"; "their leaders" are anybody's."""
COUNTING = word_list("countings")
SETTINGS = frozenset({"during", "at", "before", "since"})


def is_telling(deed: Deed, linked: bool, length: int) -> bool:
    """Whether a deed says enough to be a record: somebody or something beside the bare word.

    `linked`: it is cause or effect of another deed, as `linked_news` says. `length`: sentences of its report.
    """
    if deed.content_of is not None or (not linked and (_is_general(deed) or _is_setting(deed) or (_is_long(deed, length) and _is_passing(deed)))):
        return False
    stated = bool(deed.actors or deed.recipients or deed.harm) or _is_happening(deed)
    told = _tells_place(deed) or deed.targets or ((deed.date or deed.means) and not deed.frame.nominal)
    return stated or (deed.type in MATERIAL and bool(told)) or linked


def linked_news(pairs: list[tuple[Deed, Deed, str]], length: int) -> set[int]:
    """The deeds, by identity, of which a link makes news. `pairs`: effect, cause and rule of each link; `length`: sentences of the report.

    In a long report neither blame nor a link between two mere mentions ("violence breeds violence") makes any.
    """
    found: set[int] = set()
    for effect, cause, rule in pairs:
        if effect is cause or (length > LONG and rule in MENTIONING):
            continue
        if length <= LONG_FOR_NOUNS or any(each.type in MATERIAL and (_tells_place(each) or each.date or each.harm) for each in (effect, cause)):
            found |= {id(effect), id(cause)}
    return found


def _is_long(deed: Deed, length: int) -> bool:
    return length > (LONG_FOR_NOUNS if deed.frame.nominal else LONG)


def _is_happening(deed: Deed) -> bool:
    """ "scuffles broke out", "violence erupted": one deed, though nothing else is told of it."""
    return deed.light is not None and deed.light.lemma in HAPPENING and deed.light.tag == "VBD"


def _tells_place(deed: Deed) -> bool:
    """Whether the deed's own sentence says where; a place carried on from the story makes no deed of a bare word."""
    return deed.place is not None and not any(each.field == "place" and each.rule in CARRIED for each in deed.evidence)


def _is_passing(deed: Deed) -> bool:
    """Whether a long report only mentions violence ("the war that they wage", "those who kill judges"): nothing says when, where or at what cost.

    Sums over a war or a year ("70,000 people have been killed") are no single deed either, unless day and place are told.
    """
    if deed.type != "ASSAULT" or deed.reality == "denied":
        return False  # who denies a deed makes news of it
    if deed.count is not None and deed.count.text.lower() != "many" and (deed.count.low or deed.count.best or 0) < WAR_DEEDS:
        return False
    dated = deed.date is not None and _days_of(deed.date) <= LONGEST_DEED
    located = _tells_place(deed) and deed.place is not None and deed.place.feature != "country"
    if any(max(harm.low or 0, harm.best or 0) >= WAR_TOLL for harm in deed.harm) and not (dated and located):
        return True
    wanted = 2 if deed.frame.nominal and deed.word.lemma in MASS else 1
    suffered = any(_is_particular(harm.span, deed) or (_is_counted(harm) and not is_one_person(harm)) for harm in deed.harm) or _suffers(deed)
    return sum((dated, located, suffered)) < wanted


def _is_counted(harm: Harm) -> bool:
    """Whether a toll has a number, if only "several" or "dozens"; a bare plural and "many" have none."""
    return harm.stated != "approximate" or harm.best is not None or bool({*harm.text.lower().split()} & COUNTING)


def _suffers(deed: Deed) -> bool:
    """Whether a single deed has a name, or its doer one of his own: "the Aguascalientes massacre", "the raid by the FARC"."""
    if not deed.frame.nominal or deed.word.tag != "NN" or deed.word.lemma in MASS:
        return False
    return any(party.id for party in deed.actors) or any(kid.is_name and kid.dep == "compound" for kid in deed.word.kids)


def _is_particular(span: Span, deed: Deed) -> bool:
    """Whether words mean certain people or things, named or pointed to ("the priests"); not "the many judges", "political leaders"."""
    words = [word for word in deed.sentence.words_in(span) if word.is_noun and word.dep != "poss"]
    return any(word.is_name or (_is_pointed_to(word) and not any(kid.lower == "many" for kid in word.kids)) for word in words)


def _is_pointed_to(noun: Word) -> bool:
    return any(kid.lower in PARTICULAR for kid in noun.kids if kid.dep in ("det", "poss"))


def _days_of(when: Date) -> int:
    """The days that a date spans; 0 where a side is open."""
    start, end = day_of(when.start), day_of(when.end)
    return (end - start).days if start is not None and end is not None else 0


def _is_setting(deed: Deed) -> bool:
    """Whether talks are only when or where another deed was done ("riots during the summit"): one side at most is told to have met."""
    word = deed.word
    if deed.type != "CONSULT" or not deed.frame.nominal or deed.light is not None or deed.echoes or len(deed.actors) > 1:
        return False
    return word.dep == "pobj" and word.head.lower in SETTINGS and not (deed.actors and deed.recipients)


def _is_general(deed: Deed) -> bool:
    """Whether a noun tells of deeds at large ("murders", "violence in Colombia") and not of one: nothing dates, counts or locates it."""
    if deed.type != "ASSAULT" or not deed.frame.nominal or deed.echoes or deed.light_kind in ("does", "undergoes"):
        return False
    if deed.word.tag not in ("NNS", "NNPS") and deed.word.lemma not in MASS:
        return False
    if _is_happening(deed):
        return False
    located = _tells_place(deed) and deed.place is not None and deed.place.feature != "country"
    sides = bool(deed.actors and (deed.recipients or len(deed.actors) > 1 or _tells_place(deed)))
    return not (deed.date or located or deed.harm or deed.count or deed.claims or sides)
