"""Is a place in a deed's sentence where something else was done or said? Sites that tell of another deed, of a seat, of a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.sites import Site
    from whowhom.parse.tree import Word

VOICED = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})
POWERS = word_list("central_powers")


def is_of_deed(word: Word, deed: Deed) -> bool:
    """Whether a word names a deed."""
    return word is deed.word or word is deed.light or word in deed.words


def is_of_before(site: Site, deed: Deed) -> bool:
    """ "none since May, when gunmen shot two in X": where something else was done before."""
    for word in (site.governor, *site.governor.ancestors()):
        if is_of_deed(word, deed):
            return False
        if word.dep == "relcl" and any(kid.lower == "when" for kid in word.all_kids("advmod")) and _is_since(word.head):
            return not (deed.light or deed.word).is_below(word)
    return False


def is_of_next(site: Site, deed: Deed, others: set[int]) -> bool:
    """ "sent food and put pressure on X": help is not where the giver did something else."""
    for word in (site.governor, *site.governor.ancestors()) if deed.type == "AID" else ():
        if is_of_deed(word, deed):
            return False
        if word.dep == "conj" and word.is_verb and id(word) in others:
            return True
    return False


def is_of_matter(site: Site, deed: Deed, meeting: Word | None, draft: Draft) -> bool:
    """Whether words and what they are about are parted by where the words were said, or that was done: "at a summit in X, leaders condemned the coup"."""
    if "disapprove" in deed.modes:
        path = [site.governor, *site.governor.ancestors()]
        end = next((at for at, word in enumerate(path) if is_of_deed(word, deed)), 0)
        return end > 0 and path[end - 1].dep == "dobj"
    if meeting is None or not deed.frame.nominal or deed.light is not None or is_of_deed(meeting, deed):
        return False
    return any(each.type in VOICED and meeting in (each.word, each.light) for each in draft.deeds if each.sentence is deed.sentence)


def _is_since(time: Word) -> bool:
    """Whether a time, or the word that it hangs on, is told by "since"."""
    return any(word.lower == "since" for word in (time.head, *time.all_kids("prep"), *(time.head.head.all_kids("prep"))))


def is_where_they_sit(site: Site, deed: Deed) -> bool:
    """ "the presidency in X sent soldiers": a government's seat is not where it acts."""
    governor = site.governor
    return governor.lemma in POWERS and governor.dep in ("nsubj", "nsubjpass") and site.role == "adjunct" and not is_of_deed(governor, deed)
