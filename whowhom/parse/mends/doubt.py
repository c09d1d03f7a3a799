"""Which verb did the parser take for something else? A sentence in doubt is read a second time, with a verb in its place that can be nothing else.

"A court in Moscow jailed politician Ivan Orlov." is read as a court, a jailed politician; "A court in Moscow took politician Ivan Orlov." is not.
"""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.mainverb import ENDS
from whowhom.parse.tree import Sentence, Word

PAST, SINGULAR, PLURAL = "took", "takes", "take"
"""What stands in for a verb in doubt, by its form."""
GOES, GO = "goes", "go"
"""The same for one without an object: "Qatar mediates between the factions"."""
OPENING = frozenset({"DT", "PRP$", "PRP", "CD", "JJ", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "JJR", "JJS", "FW", "PDT"})
"""Tags that an object may begin with."""
NOT_OBJECTS = word_list("calendar") | word_list("time_openers")
OFFICIALS = word_list("nouns_like_adjectives")
QUALITIES, MEASURES = word_list("qualities"), word_list("measures")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
WITHIN_NAMES = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod"})
NOMINAL = WITHIN_NAMES | {"acl", "nsubj", "pobj", "dobj", "appos", "ROOT", "dep", "ccomp", "advcl", "conj", "attr"}
"""Functions of a word that may be a verb mistaken."""
SAME = word_list("same_past")
MANY = word_list("always_many")
MOST = 2  # readings more than the first


def doubts(sentence: Sentence, verbs: frozenset[str], pure: frozenset[str]) -> list[tuple[int, str]]:
    """The places of verbs in doubt, the likeliest first, each with the form that stands in for it; empty where nothing is in doubt.

    `verbs`: the lemmas of the codebook's verbs. `pure`: those that are no nouns for deeds or people.
    """
    words = sentence.words
    found = [(at, form) for at in range(1, len(words) - 1) if (form := _stand_in(sentence, at, verbs, pure)) is not None]
    if len(found) > 1:
        found.sort(key=lambda doubt: words[doubt[0]].kid("nsubj") is None)
    return found[:MOST]


def _stand_in(sentence: Sentence, at: int, verbs: frozenset[str], pure: frozenset[str]) -> str | None:
    """The form that stands in for a word that is a verb taken for something else; None where it is not."""
    words, lemmas = sentence.words, sentence.lemmas
    word, after = words[at], words[at + 1]
    low = word.lower
    if (low not in lemmas and low not in verbs) or word.dep not in NOMINAL or not _ends_subject(words, at):
        return None
    present = (SINGULAR, GOES) if low.endswith("s") else (PLURAL, GO)
    if not _opens_object(after):
        goes = after.tag in ("IN", "TO", "RP") and lemmas.get(low, low) in pure and _is_present(word)
        return present[1] if goes and _is_verbless(sentence) and _agrees(words, at) else None
    if word.tag in ("VBZ", "VBP", "VB"):  # a finite verb within a name
        within = word.dep in WITHIN_NAMES or (word.dep == "nsubj" and at == 1 and word.tag == "VBZ")
        return (SINGULAR if word.tag == "VBZ" else PLURAL) if within else None
    if (low in lemmas or word.tag in ("VBN", "VBD")) and not low.endswith(("s", "ing")):
        return PAST if _is_lost_past(words, at) else None
    if low in SAME and word.dep in WITHIN_NAMES and words[-1].text in ENDS:
        return PAST
    if not _is_present(word):
        return None
    lacking = (_is_verbless(sentence) or _opens_verbless(words, at)) and _agrees(words, at)
    return present[0] if lacking or _disagrees(word, after) or (_is_after_name(words, at) and lemmas.get(low) in pure) else None


def _is_lost_past(words: list[Word], at: int) -> bool:
    """ "A court jailed editor Ana Lopez": a past tense taken for a part of a name, for a participle with an object, or for a noun."""
    word = words[at]
    if word.lower in QUALITIES or (word.tag == "NNP" and word.text != word.lower):
        return False
    if word.dep in WITHIN_NAMES or (word.dep == "acl" and word.kid("dobj") is not None and word.kid("agent") is None):
        return words[at - 1].text != "," or not any(each.tag in FINITE for each in words)
    return word.dep == "ROOT" and not word.is_verb


def _is_present(word: Word) -> bool:
    """Whether a word, by its form, may be a verb in the present that was taken for a noun."""
    return word.text == word.lower and not word.is_verb and not word.lower.endswith(("ed", "ing"))


def _disagrees(subject: Word, verb: Word) -> bool:
    """ "China censors reports on the march": a plural is no subject of a singular verb; it is the verb, and the other its object."""
    return subject.tag == "NNS" and verb.tag == "VBZ" and subject.head is verb and subject.dep == "nsubj" and verb.kid("dobj") is None


def _opens_verbless(words: list[Word], at: int) -> bool:
    """ "Nine held as Swiss police raid bank": what "as" opens has a verb."""
    opening = next((word.index for word in reversed(words[:at]) if word.lower == "as" and word.dep == "prep"), None)
    return opening is not None and not any(word.tag in FINITE for word in words[opening:])


def _is_after_name(words: list[Word], at: int) -> bool:
    """ "Kenya sacks spy chief": no sacks of Kenya's that spy."""
    return at == 1 and words[0].tag == "NNP" and words[0].dep == "compound" and words[1].dep == "nsubj" and words[2].tag == "VBP"


def _agrees(words: list[Word], at: int) -> bool:
    """Whether a verb in doubt has the number of what stands before it."""
    return _is_many(words, at) != words[at].lower.endswith("s")


def _is_many(words: list[Word], at: int) -> bool:
    """Whether what stands before a verb in doubt is many: the last noun before the first preposition, or two that are joined."""
    head = words[at - 1]
    first = next((word.index for word in reversed(words[:at]) if word.lower == "as" and word.dep == "prep"), 0)
    for each in range(first + 1, at):
        if words[each].tag in ("IN", "TO"):
            head = words[each - 1]
            break
    two = at > 2 and words[at - 2].text == "," and words[at - 1].is_name and words[at - 3].is_name  # "Seoul, Tokyo sign pact"
    return two or head.tag in ("NNS", "NNPS") or head.lower in MANY or any(word.lower == "and" for word in words[:at])


def _ends_subject(words: list[Word], at: int) -> bool:
    """Whether a subject may end before a word."""
    before = words[at - 1]
    if before.is_noun or before.text == ",":
        return not before.text.endswith("-")
    if before.lower in OFFICIALS or before.dep == "pobj" or (before.tag == "CD" and before.dep != "nummod"):
        return True
    if at == 1 and before.tag in ("JJ", "VB", "VBP") and words[at].lower.endswith("s") and words[at].dep in ("nsubj", "dobj"):
        return (
            words[at].tag == "VBZ" or before.tag != "JJ" or words[at + 1].tag in ("DT", "PRP$", "CD")
        )  # "Merz slams rivals", "Assailant hurls a grenade"
    return False


def _opens_object(word: Word) -> bool:
    """Whether an object may begin with a word."""
    return (
        word.tag in OPENING or word.lower in ("at", "up") or word.text[0].isupper() or word.tag in ("VBZ", "VBP")
    ) and word.lower not in NOT_OBJECTS


def _is_verbless(sentence: Sentence) -> bool:
    """Whether no main verb was found, nor a participle that may be it ("Hundreds of farmers protested in Lima")."""
    return not any(
        (word.tag in FINITE and word.dep not in ("relcl", "advcl", "acl", "amod"))
        or (word.tag == "VBN" and (word.is_root or (word.dep == "acl" and word.head.is_root)))
        for word in sentence.words
    )


def holds(sentence: Sentence, at: int, verb: str) -> bool:
    """Whether the second reading gives the verb a subject and, where one was looked for, an object."""
    word = sentence.words[at]
    subject, thing = word.kid("nsubj"), word.kid("dobj")
    if subject is None or subject.index > at:
        return False
    if verb in (GOES, GO):
        return word.is_root
    if thing is None or thing.index < at or thing.lemma in MEASURES:
        return False
    return word.is_root or word.dep in ("ccomp", "conj", "advcl", "relcl", "pcomp", "parataxis")
