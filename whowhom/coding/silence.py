"""Is a cost left open? Words that say that nobody tells, or knows, how many were harmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.framing import told

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.parse.tree import Word

SILENT = word_list("silent_on_tolls")
REFUSING = word_list("refusing")
OPEN = word_list("open_questions")
PLAIN = word_list("plain_answers")
NEWS = word_list("no_news")
QUESTIONS = frozenset({"whether", "if", "how", "any", "anyone", "many"})
HIGHEST = 4  # governors looked at
ON_COSTS = frozenset({"how", "whether", "if"})


def silence_over(word: Word, book: Codebook) -> Word | None:
    """The word above by which somebody is said not to tell, or nobody to know; None where nothing is left open."""
    below = word
    for at, above in enumerate(word.ancestors()):
        if at >= HIGHEST:
            return None
        asked = not word.is_verb or _is_asked(below) or _is_asked(word)
        if asked and _is_silent(above, below, book):
            return above
        if above.is_verb and above.dep in ("relcl", "acl", "conj"):
            return None
        below = above
    return None


def _is_asked(verb: Word) -> bool:
    """ "whether anyone had been wounded", "how many people had died"."""
    return any(word.lower in ON_COSTS for word in verb.subtree()[:4])


def _is_silent(above: Word, below: Word, book: Codebook) -> bool:
    if above.lemma in ("be", "remain") and any(
        kid.lower in OPEN or (kid.lower in PLAIN and _is_denied(kid)) for kid in above.all_kids("acomp", "attr")
    ):
        return True
    if below.dep in ("nsubj", "nsubjpass") and above.is_verb:
        return above.lemma == "know" and told(above, None, book).reality == "negated" and not any(kid.lower == "no" for kid in below.kids)
    if above.lower in OPEN or (above.lower in PLAIN and _is_denied(above)):
        return True
    if above.lemma in NEWS and any(kid.lower in ("no", "neither", "without", "any") for kid in above.kids if kid.dep in ("det", "neg")):
        return True
    if above.is_verb and above.lemma in REFUSING:
        return True
    if above.is_verb and above.lemma in SILENT and _is_denied(above):
        return above.lemma != "have" or below.dep == "prep"
    return above.dep == "pcomp" and above.head.lower == "without" and above.lemma in SILENT


def _is_denied(word: Word) -> bool:
    """Whether a word or the verb it completes is negated: "did not say", "would not", "was not immediately clear", "neither side would"."""
    for verb in (word, word.head) if word.dep in ("acomp", "attr") else (word,):
        for kid in verb.kids:
            if kid.dep == "neg" or kid.lower in ("never", "not"):
                return True
            if kid.dep in ("nsubj", "nsubjpass") and any(each.lower in ("neither", "no") for each in kid.kids):
                return True
    return False
