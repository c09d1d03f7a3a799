"""Which verb did the parser take for something else? A sentence in doubt is read a second time, with a verb in its place that can be nothing else.

"A court in Moscow jailed politician Ivan Orlov." is read as a court, a jailed politician; "A court in Moscow took politician Ivan Orlov." is not.
"""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mainverb import ENDS
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


def doubts(sentence: Sentence, lemmas: dict[str, str], verbs: frozenset[str], pure: frozenset[str]) -> list[tuple[int, str]]:
    """The places of verbs in doubt, the likeliest first, each with the form that stands in for it; empty where nothing is in doubt.

    `lemmas`: verb forms of the codebook with their lemmas. `verbs`: the lemmas themselves. `pure`: those that are no nouns for deeds or people.
    """
    words = sentence.words
    found: list[tuple[int, str]] = []
    verbless = None
    for at in range(1, len(words) - 1):
        word = words[at]
        low = word.lower
        if (low not in lemmas and low not in verbs) or word.dep not in NOMINAL or not _ends_subject(words, at):
            continue
        if not _opens_object(words[at + 1]):
            if words[at + 1].tag in ("IN", "TO", "RP") and lemmas.get(low, low) in pure and _is_present(word):
                verbless = _is_verbless(sentence) if verbless is None else verbless
                if verbless and _is_many(words, at) != low.endswith("s"):
                    found.append((at, GOES if low.endswith("s") else GO))
            continue
        if word.tag in ("VBZ", "VBP", "VB"):  # a finite verb within a name
            if word.dep in WITHIN_NAMES or (word.dep == "nsubj" and at == 1 and word.tag == "VBZ"):
                found.append((at, SINGULAR if word.tag == "VBZ" else PLURAL))
        elif (low in lemmas or word.tag in ("VBN", "VBD")) and not low.endswith(("s", "ing")):
            if low in QUALITIES or (word.tag == "NNP" and word.text != low):
                continue
            if word.dep in WITHIN_NAMES or (word.dep == "acl" and word.kid("dobj") is not None and word.kid("agent") is None):
                if words[at - 1].text != "," or not any(each.tag in FINITE for each in words):
                    found.append((at, PAST))
            elif word.dep == "ROOT" and not word.is_verb:
                found.append((at, PAST))
        elif low in SAME and word.dep in WITHIN_NAMES and sentence.words[-1].text in ENDS:
            found.append((at, PAST))
        elif _is_present(word):
            verbless = _is_verbless(sentence) if verbless is None else verbless
            lacks = (verbless or _opens_verbless(words, at)) and _is_many(words, at) != low.endswith("s")
            if lacks or _disagrees(word, words[at + 1]) or (_is_after_name(words, at) and lemmas.get(low) in pure):
                found.append((at, SINGULAR if low.endswith("s") else PLURAL))
    if len(found) > 1:
        found.sort(key=lambda doubt: words[doubt[0]].kid("nsubj") is None)
    return found[:MOST]


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
