"""What does an acronym stand for? The name that a report sets it beside: "the Rapid Support Forces (RSF)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whowhom.parse.tree import Word

ACRONYM = re.compile(r"[A-Z][A-Z.&-]{1,9}$")


def expansion_of(word: Word) -> Word | None:
    """The name that an acronym stands beside: "the Rapid Support Forces (RSF)", "the Workers Union, known as KWU"; foreign letters pass."""
    head = word.head
    joined = word.dep == "conj" and any(kid.lower == "and" for kid in head.all_kids("cc"))  # "Turkey and the PKK" are two; "the Front, or TPF"
    if word.dep in ("appos", "dep", "nmod", "conj") and not joined and head.is_noun and _spells(word.text, head):
        return head
    if word.dep == "pobj" and head.lower == "as" and head.head.dep in ("acl", "relcl", "advcl") and head.head.lemma == "know":
        full = head.head.head
        return full if full.is_noun and _spells(word.text, full) else None
    return None


def _spells(acronym: str, noun: Word) -> bool:
    """Whether the letters can be of the name; a common noun after another language's letters passes if a name is in it."""
    if noun.dep == "conj" or acronym == noun.text:
        return False
    return noun.is_name or any(kid.is_name for kid in noun.kids) or acronym[0].lower() == noun.lower[0]
