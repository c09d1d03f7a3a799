"""Who were some of them? "three of them children", "including a nurse", "nine soldiers and five civilians" beside the toll of all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.coding.numbers import read_quantity
from whowhom.coding.victims import harm_of
from whowhom.model import Evidence, Harm

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.parties import Parties
    from whowhom.parse.tree import Sentence, Word

NUMBER = r"(?:(?:at least|up to|about|some|more than|as many as)\s+)?(?:\d[\d,]*\d|\w+(?:-\w+)?)"
PART = re.compile(
    rf"(?:\bof\s+(?:them|whom)|,|\band)\s+(?P<first>{NUMBER})\s+(?:were|was|are)\b"
    rf"|(?P<share>{NUMBER})\s+of\s+(?:them|whom|those)\b(?:\s+(?:were|was|are|being))?"
    r"|\b(?:including|among\s+(?:them|whom)|among\s+the\s+(?:dead|victims|killed|wounded|injured))\b(?:\s+(?:were|was|are))?(?:\s+at\s+least)?"
    r"|(?<=\w)\s*[:(–—]\s*(?=\w)",
    re.IGNORECASE,
)
REACH = 8  # words from the opening of a part to its noun
FAR = 110  # characters from a toll to a part of it
SHARES = {"half": 0.5, "all": 1.0}
VAGUE = frozenset({"most", "many", "some"})


def tell_parts(deeds: list[Deed], draft: Draft, parties: Parties) -> list[Deed]:
    """The deeds with the groups that the words after a toll tell of it."""
    text = draft.document.text
    found = list(deeds)
    counted = {harm.span[0] for deed in deeds for harm in deed.harm}
    for sentence in draft.sentences:
        if not any(sentence.start <= start < sentence.end for start in counted):
            continue
        for match in PART.finditer(text, sentence.start, sentence.end):
            home = _toll_before(match.start(), sentence, found)
            if home is None:
                continue
            at, toll = home
            for part in _parts_at(match, toll, sentence, draft, parties):
                known = any(each.kind == part.kind and each.span[0] < part.span[1] and part.span[0] < each.span[1] for each in found[at].harm)
                if not known and _is_within(part, toll):
                    evidence = Evidence(field="harm", span=part.span, quote=part.text, rule="harm.part")
                    found[at] = replace(found[at], harm=(*found[at].harm, part), evidence=(*found[at].evidence, evidence))
    return found


def _toll_before(start: int, sentence: Sentence, deeds: list[Deed]) -> tuple[int, Harm] | None:
    """The toll told nearest before a place of the sentence, and its deed."""
    tolls = [
        (start - harm.span[1], at, harm)
        for at, deed in enumerate(deeds)
        for harm in deed.harm
        if sentence.start <= harm.span[0] and harm.span[1] <= start <= harm.span[1] + FAR and harm.stated not in ("none", "not-addressed")
    ]
    return min(tolls, key=lambda toll: toll[0])[1:] if tolls else None


def _is_within(part: Harm, toll: Harm) -> bool:
    """A part is not larger than the whole."""
    whole = toll.high or toll.best or toll.low
    size = part.best or part.low or 0
    return whole is None or size <= whole or toll.stated == "approximate"


def _parts_at(match: re.Match[str], toll: Harm, sentence: Sentence, draft: Draft, parties: Parties) -> list[Harm]:
    text = draft.document.text
    share = (match["share"] or match["first"] or "").lower()
    words = [word for word in sentence.words if word.start >= match.end()]
    heads = _nouns(words)
    if share:
        shared = [each for head in heads[:1] if (each := _shared(head, share, match, toll, sentence, parties))]
        return [*shared, *_named(heads[1:], toll, sentence, parties)] if shared and match["first"] else shared
    found = _named(heads, toll, sentence, parties)
    if text[match.start() : match.end()].strip() in (":", "(", "–", "—") and not (
        len(found) > 1 and toll.best == sum(each.best or 0 for each in found)
    ):
        return []
    return found


def _named(heads: list[Word], toll: Harm, sentence: Sentence, parties: Parties) -> list[Harm]:
    """The groups that are named one after the other, up to the first that says nothing of who they were."""
    found = []
    for head in heads:
        harm = harm_of(head, toll.kind, sentence, parties)
        if harm is None or harm.who == "unspecified" or harm.stated == "none":
            break
        found.append(harm.model_copy(update={"claimant": toll.claimant, "side": toll.side}))
    return found


def _shared(head: Word, share: str, match: re.Match[str], toll: Harm, sentence: Sentence, parties: Parties) -> Harm | None:
    """ "three of them children", "half of them women"."""
    harm = harm_of(head, toll.kind, sentence, parties)
    if harm is None or harm.who in ("unspecified", toll.who) or share in VAGUE:
        return None
    span = match.start(), max(head.end, match.end())
    text = parties.draft.document.text[slice(*span)]
    if share in SHARES:
        if toll.best is None or toll.stated != "number":
            return None
        number = int(toll.best * SHARES[share])
        return harm.model_copy(update={"low": number, "best": number, "high": number, "stated": "number", "span": span, "text": text})
    number_read = read_quantity(share)
    if number_read is None:
        return None
    return harm.model_copy(update={
        "low": number_read.low, "best": number_read.best, "high": number_read.high, "stated": number_read.stated, "span": span, "text": text,
        "claimant": toll.claimant, "side": toll.side,
    })  # fmt: skip


def _nouns(words: list[Word]) -> list[Word]:
    """The heads of the noun phrases that follow at once, joined by commas and "and"."""
    found: list[Word] = []
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        if word.is_noun and (following is None or not (following.is_noun or following.lower in ("'s", "’s"))):
            if _is_speaker(word):
                break
            found.append(word)
            if following is None or not (following.text == "," or following.lower == "and"):
                break
        elif word.is_verb or word.text in (".", ";") or (not found and at >= REACH) or word.tag in ("IN", "WDT", "WP", "PRP"):
            break
    return found


def _is_speaker(noun: Word) -> bool:
    """ "including three children, residents said": who tells it, as the subject of a verb to come."""
    while noun.dep == "conj" and noun.head.is_noun:
        noun = noun.head
    return noun.dep == "nsubj" and noun.head.is_verb and noun.head.index > noun.index
