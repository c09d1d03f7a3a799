"""Which of two deeds does a time date that stands between them? "two days after …", "since May 2019, when …", "since it won independence in 1960"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.coding.scope import ANSWERS, FOREIGN, SPOKEN, UNITS, distance, is_before, is_reporting

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.coding.draft import Deed
    from whowhom.coding.timewords import TimeWords
    from whowhom.parse.tree import Sentence, Word

RANKED = frozenset({"JJS", "RBS"})


def sequel_of(sentence: Sentence, words: TimeWords) -> Word | None:
    """What "after" or "before" of a time governs: the noun of "after the attack", the verb of "after troops shot"."""
    after = sentence.words_in(words.span)[-1]
    return after.head if after.dep in ("mark", "advmod") else after.kid("pobj", "pcomp")


def is_what_follows(deed: Deed, words: TimeWords) -> bool:
    """Whether a deed is the one that a time counts from: "came two days after troops shot"; but "two days after the attack, troops shot"."""
    sequel, verb = sequel_of(deed.sentence, words), deed.light or deed.word
    return sequel is not None and (verb is sequel or verb.is_below(sequel))


def cost_of_sequel(words: TimeWords, deed: Deed, days: list[TimeWords], others: set[int], book: Codebook) -> float | None:
    """What "two days after …" costs for a deed that it parts from another: both are told, and the one that has no day of its own is counted from the other.

    `days`: the times of its sentence. None where it does not part them, and its place in the sentence is all that counts.
    """
    after = sequel_of(deed.sentence, words) if words.opens_clause else None
    if after is None:
        return None
    days = [each for each in days if each is not words]
    within = [each for each in days if any(word is after or word.is_below(after) for word in deed.sentence.words_in(each.span))]
    if is_what_follows(deed, words):
        counted = (deed.light or deed.word) is after and len(days) > len(within)
        return FOREIGN if within else 0.5 if counted else None
    main = after.head if after.is_verb else None
    return distance(deed, main, others, book) + 0.3 if main is not None else None


def _clause_of(words: TimeWords, sentence: Sentence) -> Word | None:
    """The verb of the clause that tells what was done at a time: "in May 2019, when inmates killed 40"."""
    last = sentence.words_in(words.span)[-1]
    after = [word for word in sentence.words[last.index + 1 : last.index + 3] if word.text != ","]
    return after[0].head if after and after[0].lower == "when" and after[0].dep == "advmod" else None


def is_when_of(words: TimeWords, deed: Deed) -> bool:
    """Whether a deed is what the clause after a time tells: "since May 2019, when inmates killed 40"."""
    clause, verb = _clause_of(words, deed.sentence), deed.light or deed.word
    while clause is not None and verb is not clause and verb.dep == "conj" and verb.kid("nsubj") is None:
        verb = verb.head
    return clause is not None and verb is clause


def opens_scene(words: TimeWords, governor: Word, deed: Deed) -> bool:
    """ "In May 2024, the killing of a lawyer set off protests": a month or year before the subject is that of what the subject tells, too."""
    subject = governor.kid("nsubj", "nsubjpass")
    return subject is not None and subject in deed.words and deed.frame.nominal and words.span[1] <= min(word.start for word in subject.subtree())


def is_of_rank(words: TimeWords, deed: Deed) -> bool:
    """ "was the deadliest bombing since May": since when none was deadlier, not since when the bombing goes on."""
    if not words.kind.startswith("since") or is_when_of(words, deed):
        return False
    if (clause := _clause_of(words, deed.sentence)) is not None and (deed.light or deed.word).is_below(clause):
        return True  # "since 2021, when it expelled them over the blast"
    noun = next(word for word in deed.sentence.words_in(words.span) if word.lower == "since").head
    while noun.dep in ("pobj", "prep") and not noun.is_verb:
        if _is_ranked(noun):
            return True
        noun = noun.head
    return _is_ranked(noun) or (noun.lemma == "be" and any(_is_ranked(kid) for kid in noun.all_kids("attr", "acomp")))


def _is_ranked(noun: Word) -> bool:
    return any(word.tag in RANKED or word.lower == "first" for word in (noun, *noun.all_kids("amod", "advmod")))


def is_of_what_was_before(governor: Word, deed: Deed, others: set[int]) -> bool:
    """ "denounced it after Brussels froze aid on Monday": the day of the freezing, which is told as a deed of its own."""
    own = (deed.word, deed.light, *deed.words)
    for word in (governor, *governor.ancestors()):
        if word in own:
            return False
        answered = word.dep == "pobj" and word.head.head.lower in ANSWERS  # "in response to the killing last Friday"
        if id(word) in others and (answered or (word.dep == "advcl" and is_before(word))):
            return True
    return False


def of_statement(governor: Word, others: set[int], book: Codebook) -> Word:
    """ "said in a statement on Monday that …": the day is that of the words, not of the statement alone, nor of what it tells."""
    preposition = governor.head
    told = governor.dep == "pobj" and preposition.lower in ("in", "at", "to", "during") and is_reporting(preposition.head, book)
    return preposition.head if told and id(governor) not in others else governor


def of_counted_day(governor: Word) -> Word:
    """ "marched for a second day on Friday": the day is that of the marching."""
    counted = governor.dep == "pobj" and governor.head.lower == "for" and governor.lemma in UNITS and governor.kid("amod") is not None
    return governor.head.head if counted else governor


def is_of_first_clause(words: TimeWords, governor: Word, deed: Deed) -> bool:
    """ "police detained 19 on Monday, and the union demanded their release": a day behind the first verb is not that of what others then said."""
    verb = deed.light or deed.word
    own = verb.dep == "conj" and verb.head is governor and verb.kid("nsubj") is not None
    return own and deed.type in SPOKEN and governor.start < words.span[0] < verb.start


def is_in_since(words: TimeWords, deed: Deed) -> bool:
    """Whether a time tells from when on a deed was done: "has suffered two coups since it won independence in 1960"."""
    inside, verb = deed.sentence.words_in(words.span), deed.light or deed.word
    for clause in inside[0].ancestors():
        if clause.dep == "advcl" and any(kid.lower == "since" for kid in clause.all_kids("mark")):
            perfect = any(kid.lower in ("have", "has") for kid in clause.head.all_kids("aux"))
            return perfect and verb is not clause and not verb.is_below(clause)
    return False
