"""How likely is an earlier noun what a pronoun or a noun with "the" stands for? Near, subject, named, and in a part that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.mentions import is_plural
from whowhom.parse.syntax import verb_frame

if TYPE_CHECKING:
    from whowhom.parse.mentions import Mention
    from whowhom.parse.tree import Sentence, Word

THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REPORTING, SUFFERING, CUSTODY, CASTING_OUT = (word_list(name) for name in ("reporting", "suffering", "taking_in", "casting_out"))
ENVOYS, LEAVING = word_list("envoys"), frozenset({"leave", "depart"})
PUNISHING, PENALISED, FINDING, PROVOKING = (word_list(name) for name in ("punishing", "penalised", "finding", "provoking"))
AGAINST = frozenset({"on", "against", "with", "from", "to", "at"})
OPENING = frozenset({"after", "when", "because", "as", "once"})  # a clause that tells what the deed answers
IN_POWER = frozenset({"COP", "GOV", "JUD", "MIL"})


def salience(each: Mention, word: Word, sentence: Sentence) -> float:
    """How likely a mention is what a word stands for: near, subject, named, of the same function."""
    other = each.word
    score = 30.0 - (3.0 if word.is_pronoun else 2.0) * (sentence.index - each.sentence.index)
    role = other.head.dep if other.dep == "appos" else other.dep
    score += 3.0 if role in SUBJECTS else 1.0 if role in ("dobj", "poss", "ROOT") else 0.0
    score += 1.5 if other.is_name or other.dep == "appos" else 0.0
    if word.lower in SEVERAL:
        score += 2.5 if is_plural(other) else 1.0 if each.many else -1.0
        score -= 3.0 if word.dep == "poss" and each.kind in ("group", "country") and not each.many and not each.joined else 0.0
        score -= 3.0 if each.kind == "thing" else 0.0
        score += 2.5 if word.dep == "nsubjpass" and role in ("dobj", "nsubjpass") else 0.0
        score += 2.0 if word.head.lower == "of" and word.head.head.tag == "CD" and other.kid("nummod") is not None else 0.0  # "two of them"
    if word.lower in THING:
        topic = word.dep == "pobj" and word.head.lower in ("on", "about") and word.head.head.is_noun  # "a referendum on it"
        score -= 0.0 if topic and each.kind == "thing" else 6.0 if topic else 3.0 if each.kind == "thing" else 1.5 if each.kind == "place" else 0.0
    if word.is_pronoun and word.dep == "dobj" and role == "dobj":
        score += 2.5
    if word.dep == "poss" and is_for_own(word, other):
        score += 6.0
    if _is_answered(word, each):
        score += 6.0
    if word.dep == "poss" and _is_cast_out(word, other):
        score -= 6.0
    if _is_captor(word, other):
        score -= 4.0
    if _is_bidden(word, other):
        score += 5.0
    if _suffers(word) and role in ("dobj", "nsubjpass") and other.head.is_verb:
        score += 4.0
    if each.sentence is sentence:
        score += _nearness(word, other)
    elif each.sentence.paragraph != sentence.paragraph:
        score -= 0.5
    return score


def is_for_own(word: Word, other: Word) -> bool:
    """ "imposed sanctions on Baghdad for its invasion": whoever is punished or praised for something did it."""
    reason = word.head.head
    if reason.lower not in ("for", "over") or word.head.dep != "pobj":
        return False
    verb = next((above for above in reason.ancestors() if above.is_verb), None)
    if verb is None:
        return False
    return _is_whom(other, verb)


def _is_whom(other: Word, verb: Word) -> bool:
    """Whether a noun is the one to whom a verb's deed is done: "sacked the general", "imposed sanctions on Baghdad"."""
    against = other.dep == "pobj" and other.head.lower in AGAINST and other.head.head in (verb, verb.kid("dobj"))
    return against or (other.dep == "dobj" and other.head is verb)


def _is_answered(word: Word, each: Mention) -> bool:
    """ "suspended the union after it threatened to strike": whoever is punished, blamed or held had done what is answered; not who found him out."""
    clause = word.head
    if word.dep not in SUBJECTS or clause.dep != "advcl" or not any(kid.lower in OPENING for kid in clause.kids if kid.index < word.index):
        return False
    verb, whom = clause.head, clause.kid("dobj")
    if not verb.is_verb or clause.lemma in FINDING or (whom is not None and whom.is_pronoun) or not _is_whom(each.word, verb):
        return False
    thing = verb.kid("dobj")
    punished = verb.lemma in PUNISHING if thing is each.word or thing is None else thing.lemma in PENALISED or verb.lemma in PUNISHING
    provoked = clause.lemma in PROVOKING and each.sector not in IN_POWER
    return punished or provoked


def _is_cast_out(word: Word, other: Word) -> bool:
    """ "suspended aid to Mali and expelled two of its diplomats": nobody expels his own."""
    verb = next((above for above in word.ancestors() if above.is_verb), None)
    if verb is not None and verb.lemma in LEAVING and verb.dep in ("ccomp", "xcomp"):
        verb = verb.head
    if verb is None or other not in verb_frame(verb).get("subject"):
        return False
    return verb.lemma in CASTING_OUT or (word.head.lemma in ENVOYS and any(_is_leaving(below) for below in verb.subtree()))


def _is_leaving(word: Word) -> bool:
    """ "gave its diplomats a day to leave", "ordered its envoy out"; one's own are told what to leave: "told its diplomats to leave Haiti"."""
    left = word.kid("dobj")
    return (word.lemma in LEAVING and (left is None or left.lemma == "country")) or (word.lower == "out" and word.dep in ("advmod", "prt"))


def _is_captor(word: Word, other: Word) -> bool:
    """ "Police arrested two traders, and a judge jailed them": who took others is not whom it is then done to."""
    taken = word.dep in ("dobj", "nsubjpass") and word.head.lemma in CUSTODY
    return taken and other.dep == "nsubj" and other.head.lemma in CUSTODY and other.head.kid("dobj") is not None


def _is_bidden(word: Word, other: Word) -> bool:
    """ "asked the army to reopen the bridge, which it had closed": what a clause tells of a thing is told of who is asked to do something with it."""
    clause = word.head if word.dep == "nsubj" and word.head.dep == "relcl" else None
    verb = clause.head.head if clause is not None and clause.head.dep == "dobj" else None
    return verb is not None and verb.dep == "xcomp" and any(each is other for each in verb_frame(verb).get("subject"))


def _suffers(word: Word) -> bool:
    """Whether a pronoun is of somebody to whom something was done: "she died", "he is fighting for his life"."""
    verb = word.head
    if word.dep != "nsubj" or not verb.is_verb:
        return False
    return verb.lemma in SUFFERING or any(noun.lemma in ("life", "hospital") for kid in verb.all_kids("prep") for noun in kid.all_kids("pobj"))


def _nearness(word: Word, other: Word) -> float:
    """Within a sentence: the subject of the verb of saying, and of the own clause for "its" and "their", are meant first."""
    subject = other.head if other.dep in ("conj", "appos") and other.head.dep in SUBJECTS else other
    if subject.dep not in SUBJECTS:
        return 0.0
    verb = next((above for above in word.ancestors() if above.is_verb), None)
    if word.dep == "poss" and verb is subject.head:
        return 4.0 if word.lower not in SEVERAL or is_plural(other) or other.kid("conj") else 0.0
    if verb is not None and verb.dep in ("ccomp", "xcomp", "advcl") and verb.head is subject.head:
        return 3.0 if subject.head.lemma in REPORTING else 1.0
    return 1.0 if any(above is other.head for above in word.ancestors()) else 0.0
