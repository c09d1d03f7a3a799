"""Which deeds does only their toll tell of? "Doctors counted 12 bodies after the shelling": a deed of its own where none is told beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.draft import Deed
from whowhom.coding.numbers import LOOSE
from whowhom.coding.states import group_before
from whowhom.coding.tollhomes import BACK, HARMFUL
from whowhom.coding.tolls import OWN, noun_words, state_words, verb_words
from whowhom.entries import Rule
from whowhom.parse.frame import Frame, core
from whowhom.parse.syntax import noun_frame, verb_frame
from whowhom.parse.wordings import look_up, means_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whowhom.coding.draft import Draft
    from whowhom.entries import HarmWords
    from whowhom.parse.tree import Sentence, Word

NEAR = 1  # sentences around in which words of violence tell what sort of toll it is
VIOLENCE = word_list("violence")
TAKING = frozenset({"seize", "capture", "take"})
SOLDIERS_LOTS = frozenset({"lose", "missing", "die", "dead"})
LAWLESS = frozenset({"REB", "UAF", "CRM", "PRM"})  # soldiers and police also do other things than fight


def find_bare_tolls(draft: Draft) -> Draft:
    """The draft with a deed for each sentence whose toll has no deed beside it, if words of violence stand around."""
    homes = [deed.sentence.index for deed in draft.deeds if deed.type in HARMFUL]
    deeds = list(draft.deeds)
    for sentence in draft.sentences:
        if any(0 <= sentence.index - home <= BACK for home in homes):
            deeds.extend(_taken_again(sentence, draft))
            continue
        around = [each for each in draft.sentences if abs(each.index - sentence.index) <= NEAR]
        violent = any(_is_violent(word, draft) for each in around for word in each.words)
        if deed := _first(sentence, draft, violent):
            deeds.append(deed)
            homes.append(sentence.index)
    deeds.sort(key=lambda deed: (deed.sentence.index, deed.word.index))
    return draft.with_deeds(deeds)


def _taken_again(sentence: Sentence, draft: Draft) -> Iterator[Deed]:
    """ "The soldiers were seized at a roadblock on Tuesday", after their abduction was told: when and where it was done."""
    before = [deed for deed in draft.deeds if 0 < sentence.index - deed.sentence.index <= BACK and "abduct" in deed.modes]
    for word in sentence.words if before else ():
        words = verb_words(word, draft) if word.tag == "VBN" and word.is_root and word.lemma in TAKING else None
        people = word.kid("nsubjpass")
        if words is None or words.kind != "abducted" or people is None or not any(kid.lower in ("the", "all", "both") for kid in people.kids):
            continue
        if all(deed.word is not word for deed in draft.deeds):
            yield Deed(sentence, word, (word,), _rule(words), words.event, words.modes, verb_frame(word))


def _is_violent(word: Word, draft: Draft) -> bool:
    """A weapon, people who bear arms, or a word of war."""
    if any(key in VIOLENCE for key in word.keys) or word.lower in VIOLENCE:
        return True
    if not word.is_noun:
        return False
    role = look_up(draft.book.roles, word)
    if role is not None and role.armed and role.sector in LAWLESS:
        return True
    means = means_of(word, draft.book)
    return means is not None and bool(means.modes)


def _first(sentence: Sentence, draft: Draft, violent: bool) -> Deed | None:
    """The deed of the first word of the sentence that can carry a toll."""
    for word in sentence.words:
        words = _words_at(word, sentence, draft)
        if (
            words is None
            or _is_modifier(word)
            or not (violent or words.kind == "detained" or (words.id in SOLDIERS_LOTS and _has_soldiers(sentence, draft)))
        ):
            continue
        frame = verb_frame(word) if word.is_verb else noun_frame(word)
        if word.is_verb and not _fits(words, frame, draft):
            continue
        return Deed(sentence, word, (word,), _rule(words), words.event, words.modes, frame)
    return None


def _has_soldiers(sentence: Sentence, draft: Draft) -> bool:
    return any(word.is_noun and (role := look_up(draft.book.roles, word)) is not None and role.sector == "MIL" for word in sentence.words)


def _is_modifier(word: Word) -> bool:
    """ "wounded soldiers", "a jailed leader": a quality of somebody of whom something else is told."""
    return word.dep in ("amod", "compound", "nmod") and word.head.index > word.index


def _fits(words: HarmWords, frame: Frame, draft: Draft) -> bool:
    """Whether people are held or lost, and whether what kills is violent: "the eel killed the competition" is no toll."""
    if words.people:
        return any(look_up(draft.book.roles, core(each)) is not None for each in frame.get(*words.victims))
    if words.kind == "displaced":
        return any(below.tag == "CD" or below.lower in LOOSE for each in frame.get(*words.victims) for below in each.subtree())
    subjects = frame.get("subject")
    if frame.passive or "object" not in words.victims or not subjects:
        return True
    return any(_is_violent(below, draft) for subject in subjects for below in subject.subtree())


def _words_at(word: Word, sentence: Sentence, draft: Draft) -> HarmWords | None:
    if word.index in draft.names[sentence.index] or (word.dep == "pobj" and word.head.lower == "to"):
        return None  # "sentenced to death"
    found = state_words(word, draft)
    if found and not word.is_noun and (found.kind != "detained" or group_before(word, sentence)):
        if found.kind == "displaced" and word.dep == "acl" and word.head.dep in ("pobj", "dobj"):
            return None  # "rice for people displaced by fighting": who they are
        if group_before(word, sentence) or word.dep in ("acomp", "oprd", "ROOT", "acl", "attr", "conj", "advcl", "ccomp", "relcl", "pcomp"):
            return found
    if (word.is_noun or word.tag in ("JJ", "VBN")) and (found := noun_words(word, draft)):
        return found
    return verb_words(word, draft) if word.is_verb and word.dep not in ("dobj", "pobj") else None


@lru_cache(maxsize=64)
def _rule(words: HarmWords) -> Rule:
    """What a toll tells of as a rule of a deed: an outcome whose recipients are the victims."""
    doers = ("by", "subject") if words.kind == "displaced" else ("by",)  # "the army forced 1,000 villagers from their homes"
    named = (*words.nouns, *words.adjectives, *words.verbs)
    return Rule(
        id=f"{OWN}{words.id}", event=words.event, modes=words.modes, recipient=words.victims, actor=doers, result=True, harm=words.kind,
        nouns=named, file=words.file, line=words.line,
    )  # fmt: skip
