"""With what, and what was hit? Weapons and things hit around a deed, by `means.yaml` and `targets.yaml`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.numbers import quantity_of
from whowhom.coding.parties import Parties
from whowhom.model import Count, Evidence, Means, Target
from whowhom.parse.frame import conjoined, core
from whowhom.parse.wordings import is_system, look_up, means_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import WordClass
    from whowhom.parse.tree import Word

HITTING = frozenset({"ASSAULT", "COERCE", "PROTEST"})
HIT_FUNCTIONS = ("object", "on", "at", "against", "into", "in", "through", "near", "outside", "inside", "targeting", "to")
LOOSE_FUNCTIONS = frozenset({"in", "near", "outside", "inside", "to", "through"})
SPOTS = ("in", "near", "at", "outside", "on")
BEARING = word_list("bearing")
LOCAL = frozenset({"settlement", "facility"})


def arm_deeds(draft: Draft) -> Draft:
    """The draft with means, targets and the modes that the means give, on every violent deed."""
    parties = Parties.of(draft)
    return draft.with_deeds([_armed(deed, draft, parties) if deed.type in HITTING else deed for deed in draft.deeds])


def _armed(deed: Deed, draft: Draft, parties: Parties) -> Deed:
    means = [(word, cls) for word in _means_words(deed) if (cls := means_of(word, draft.book))]
    means += [(word, cls) for word in _carried(deed) if (cls := means_of(word, draft.book)) and set(cls.modes) & set(deed.modes)]
    targets = [
        (word, cls) for word in _target_words(deed) if (cls := look_up(draft.book.targets, word)) and all(word is not each for each, _ in means)
    ]
    if not means and not targets:
        return deed
    evidence = []
    found_means, found_targets = [], []
    for word, cls in means:
        span = parties.span_of(word, deed.sentence)
        text = draft.document.text[span[0] : span[1]]
        found_means.append(Means(text=text, span=span, cls=cls.cls))
        evidence.append(Evidence(field="means", span=span, quote=text, rule=f"means.{cls.cls}"))
    for word, cls in targets:
        span = parties.span_of(word, deed.sentence)
        text = draft.document.text[span[0] : span[1]]
        found_targets.append(Target(text=text, span=span, cls=cls.cls, count=_count(word, draft)))
        evidence.append(Evidence(field="targets", span=span, quote=text, rule=f"targets.{cls.cls}"))
    return replace(
        deed,
        modes=_modes(deed, [cls for _, cls in means], draft),
        means=tuple(found_means),
        targets=tuple(found_targets),
        evidence=(*deed.evidence, *evidence),
    )


def _modes(deed: Deed, classes: list[WordClass], draft: Draft) -> tuple[str, ...]:
    if deed.type != "ASSAULT":
        return deed.modes
    modes = list(deed.modes)
    forces = not deed.actors or any(party.sector in ("COP", "MIL", "GOV", "PRM", "SPY", None) for party in deed.actors)
    for cls in classes:  # only forces control crowds: thugs with batons beat
        modes += [mode for mode in cls.modes if mode not in modes and (forces or mode != "crowd-control")]
    if "drone" in modes and "aerial" in modes:
        modes.remove("aerial")
    return tuple(modes)


def _means_words(deed: Deed) -> list[Word]:
    """The trigger's own words, its modifiers, its subject (jets bombed), "with", "using", "from"."""
    frame = deed.frame
    words = [*deed.words]
    for word in deed.words:
        words += [kid for kid in word.kids if kid.dep in ("compound", "amod", "nmod")]
    for function in ("subject", "with", "using", "from", "by", "doer"):
        for word in frame.slots.get(function, []):
            words.append(core(word))
            words += _borne(core(word))
            words += [kid for kid in core(word).kids if _names_its_weapon(kid)]
    words += [inner for function in SPOTS for spot in frame.slots.get(function, []) for inner in _with_of(spot)]
    words = [
        word for word in words if word.lemma != "bomber" or not any(kid.lower == "suicide" for kid in word.kids)
    ]  # a suicide bomber is no aircraft
    words += [inner for kid in deed.word.kids if kid.lower == "using" for each in kid.all_kids("dobj", "pobj") for inner in conjoined(each)]
    return [word for word in dict.fromkeys(words) if not word.is_verb]


def _names_its_weapon(kid: Word) -> bool:
    """Whether a word beside a doer may name the weapon: "drones and rockets", "tank crews", "F-16 pilots".

    A name without a figure may be a people's, a street's or a firm's ("Apache warriors").
    """
    model = any(letter.isdigit() for letter in kid.text) and not kid.text.isdigit()
    return kid.dep == "conj" or (kid.dep == "compound" and (model or not is_system(kid))) or (kid.dep == "nummod" and model)


def _with_of(spot: Word) -> list[Word]:
    """What hangs on a place with "with" belongs to the deed ("killed two guards near Wau with rifles")."""
    return [inner for kid in spot.kids if kid.lower == "with" for each in kid.all_kids("pobj") for inner in conjoined(each)]


def _borne(bearer: Word) -> list[Word]:
    """The weapons of "gunmen armed with rifles", "a man wielding a knife"."""
    acts = [kid for kid in bearer.kids if kid.dep in ("acl", "relcl") and kid.lemma in BEARING]
    held = [*acts, *(kid for act in acts for kid in act.kids if kid.lower == "with")]
    return [inner for each in held for noun in each.all_kids("dobj", "pobj") for inner in conjoined(noun)]


def _carried(deed: Deed) -> list[Word]:
    """What hangs on those hit with "with": theirs, unless it is just what the deed is done with ("dispersed marchers with tear gas")."""
    return [inner for word in deed.frame.slots.get("object", []) for inner in _with_of(core(word))]


def _target_words(deed: Deed) -> list[Word]:
    frame = deed.frame
    words = []
    for function in HIT_FUNCTIONS:
        for word in frame.slots.get(function, []):
            if function in LOOSE_FUNCTIONS and deed.type != "ASSAULT":
                continue
            words.append(core(word))
    for word in list(words):
        if word.kid("compound") is not None and word.is_noun:
            words += [kid for kid in word.kids if kid.dep == "conj"]
    return [word for word in dict.fromkeys(words) if word not in deed.words]


def _count(word: Word, draft: Draft) -> Count | None:
    found = quantity_of(word, draft.document.text)
    if found is None:
        return None
    text = draft.document.text[found.span[0] : found.span[1]]
    return Count(text=text, span=found.span, low=found.low, best=found.best, high=found.high)
