"""Which numbers of dead and wounded are told apart from the deed? Tolls, casualties, states of victims, brought to their deed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.counted import NUMBERED, PUTTING, is_put, is_running_total, number_of
from whowhom.coding.parties import Parties
from whowhom.coding.parts import tell_parts
from whowhom.coding.silence import silence_over
from whowhom.coding.states import group_before, group_measured
from whowhom.coding.tollhomes import home_of, is_counted_already, on_side, own_operation
from whowhom.coding.victims import tolls_of, who_of
from whowhom.model import Evidence, Harm, HarmKind, Party
from whowhom.parse.frame import conjoined, core
from whowhom.parse.framing import told
from whowhom.parse.syntax import verb_frame
from whowhom.parse.tree import Word
from whowhom.parse.wordings import look_up, means_of, standing

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import HarmWords
    from whowhom.parse.tree import Sentence

STATES = ("oprd", "acomp", "ccomp", "xcomp", "advcl", "attr", "ROOT", "conj", "acl", "pobj", "nsubj", "dobj", "relcl", "amod", "dep", "parataxis")
COUNTING = word_list("counting_verbs")
NONE_OR_SOME = frozenset({"none", "some", "all", "most", "many", "several"})
INCLUDING = word_list("making_up")
OWN = "harm."  # rules of deeds that only a toll tells begin so
CASUALTIES, HURT, CARING = word_list("casualties"), word_list("hurt_people"), word_list("caring")
LAST_COUNTS = word_list("last_counts")


def bring_tolls(draft: Draft) -> Draft:
    """The draft with the tolls of every sentence on the deed that they are told of; toll deeds without a toll are dropped."""
    parties = Parties.of(draft)
    deeds = list(draft.deeds)
    for sentence in draft.sentences:
        here = [at for at, deed in enumerate(deeds) if deed.sentence is sentence]
        for word in sentence.words:
            if any(deeds[at].word is word and deeds[at].harm for at in here):
                continue
            tolls = _tolls_at(word, sentence, draft, parties, deeds)
            if not tolls or any(_known(harm, sentence, deeds) for harm in tolls) or (tolls[0].kind == "displaced" and _is_rescue(word, here, deeds)):
                continue
            at = own_operation(sentence, deeds) if tolls[0].stated == "not-addressed" else None
            at = home_of(word, sentence, deeds, tolls[0]) if at is None else at
            if at is not None and not is_counted_already(word, tolls, deeds[at]):
                deeds[at] = with_harm(deeds[at], [on_side(harm, word, deeds[at]) for harm in tolls])
    deeds = [deed for deed in deeds if deed.harm or not deed.rule.id.startswith(OWN)]
    return draft.with_deeds(tell_parts(deeds, draft, parties))


def _is_rescue(word: Word, here: list[int], deeds: list[Deed]) -> bool:
    """Whether a word tells help: "evacuated 220 foreigners" counts nobody whom an attack drove out."""
    return any(deeds[at].word is word and deeds[at].type == "AID" for at in here)


def with_harm(deed: Deed, harms: list[Harm]) -> Deed:
    """The deed with further tolls, and the words behind them."""
    evidence = []
    for harm in harms:
        rule = f"harm.{harm.stated if harm.stated in ('none', 'not-addressed') else harm.kind}"
        evidence.append(Evidence(field="harm", span=harm.span, quote=harm.text, rule=rule))
    return replace(deed, harm=(*deed.harm, *harms), evidence=(*deed.evidence, *evidence))


def _known(harm: Harm, sentence: Sentence, deeds: list[Deed]) -> bool:
    """Whether a deed tells this toll already in the same words or some of them."""
    return any(each.kind == harm.kind and each.span[0] < harm.span[1] and harm.span[0] < each.span[1] for deed in deeds for each in deed.harm)


def _tolls_at(word: Word, sentence: Sentence, draft: Draft, parties: Parties, deeds: list[Deed]) -> list[Harm]:
    """The tolls that a word tells: "left 30 dead", "the number of dead at 21", "no casualties", "have not addressed the casualties"."""
    found: list[Harm] = []
    if word.dep == "amod" and _was_so_before(word):
        return found
    if word.head.lower == "those" and (words := state_words(word, draft) or verb_words(word, draft)):
        found = _members(word, sentence, words, parties)
    if not found and (words := state_words(word, draft)):
        found = _of_state(word, words, sentence, draft, parties, deeds)
    if not found and word.lemma in NUMBERED and (kind := _kind_counted(word, draft, deeds)) is not None:
        found = _of_count(word, kind, sentence, draft.document.text)
    if not found and (word.is_noun or word.tag in ("JJ", "VBN", "VBD")) and (words := noun_words(word, draft)):
        found = _of_noun(word, words, sentence, draft, parties)
    if not found and word.is_verb and (words := verb_words(word, draft)):
        found = _of_verb(word, words, sentence, draft, parties)
    if found and is_running_total(word, sentence, draft) and not any(deed.word is word or deed.sentence is sentence for deed in draft.deeds):
        return []
    return [_claimed(harm, word, sentence, draft, parties) for harm in found]


def state_words(word: Word, draft: Draft) -> HarmWords | None:
    """The harm that a word of state tells: dead, wounded, missing."""
    if not (word.tag[:2] in ("JJ", "NN", "RB") or word.tag in ("VBN", "VBD", "VBG")) or (word.is_verb and word.kid("dobj") is not None):
        return None
    found = draft.book.harm["adjectives"].by_head.get(word.lower)
    return found[-1][1] if found else None


def _kind_counted(word: Word, draft: Draft, deeds: list[Deed]) -> HarmKind | None:
    """What a count counts: "the number of dead", "its count of those killed"; "put the figure at 50" is of the toll told before."""
    for below in word.subtree():
        if below is not word and (words := state_words(below, draft) or noun_words(below, draft) or verb_words(below, draft)):
            return words.kind
    if word.lemma not in ("figure", "number", "count", "total", "tally") or not is_put(word):
        return None
    told_before = [harm for deed in deeds for harm in deed.harm if harm.span[1] <= word.start and harm.best is not None]
    if told_before:
        return max(told_before, key=lambda harm: harm.span[1]).kind
    return "killed" if any(kid.lower in LAST_COUNTS for kid in word.kids) else None  # "the final count": of the dead, where no other toll is told


def _of_count(word: Word, kind: HarmKind, sentence: Sentence, text: str) -> list[Harm]:
    number = number_of(word, sentence, text)
    if number is None:
        return []
    span = min(word.start, number.span[0]), max(word.end, number.span[1])
    return [Harm(text=text[slice(*span)], span=span, kind=kind, low=number.low, best=number.best, high=number.high, stated=number.stated)]


def noun_words(word: Word, draft: Draft) -> HarmWords | None:
    found = draft.book.harm["nouns"].by_head.get(word.lower) or draft.book.harm["nouns"].by_head.get(word.lemma)
    return found[-1][1] if found else None


def verb_words(word: Word, draft: Draft) -> HarmWords | None:
    """The harm of a verb with the words that must hang on it."""
    return next((words for _, words in standing(word, draft.book.harm["verbs"].by_head.get(word.lemma, ()))), None)


def _of_state(word: Word, words: HarmWords, sentence: Sentence, draft: Draft, parties: Parties, deeds: list[Deed]) -> list[Harm]:
    """ "left 30 people dead", "nobody was hurt", "three were missing", "at least 17 wounded"."""
    if (silent := silence_over(word, draft.book)) is not None and word.dep != "amod":
        return [_blank(words, draft.document.text, (min(word.start, silent.start), max(word.end, silent.end)), "not-addressed")]
    if (spared := _spared(word)) is not None:
        return [_blank(words, draft.document.text, (spared.start, word.end), "none")]
    victims = group_before(word, sentence)
    quality = any(deed.word is word for deed in deeds)  # "the release of a jailed leader" arrests nobody now
    if not victims and not quality and word.dep == "amod" and word.head.is_noun and word.head.index > word.index:
        victims = [word.head] if noun_words(word.head, draft) is None else []
    if not victims and (word.dep in STATES or word.tag == "VBN"):
        verb = word.head if word.dep in ("oprd", "acomp", "attr", "ccomp", "xcomp") and word.head is not word else word
        finite = word.tag in ("VBD", "VBN") and word.kid("auxpass", "aux") is None and word.dep not in ("acomp", "oprd")
        victims = [kid for kid in word.kids if kid.dep == "nsubjpass" or (kid.dep == "nsubj" and not finite)]
        if not victims and verb is not word:
            found = [kid for kid in verb.kids if kid.dep in ("dobj", "nsubjpass")] or [kid for kid in verb.kids if kid.dep == "nsubj"]
            victims = [each for kid in found for each in conjoined(kid)]
        if not victims and not quality and word.dep == "amod" and word.head.is_noun:
            victims = [word.head]
    if any(kid.lower in ("un", "not") or kid.dep == "neg" for kid in word.kids) or word.lower in ("unhurt", "unharmed"):
        return []
    return tolls_of([each for each in victims if not _is_of_things(each, draft)], words.kind, sentence, parties)


def _was_so_before(state: Word) -> bool:
    """ "as she tended wounded soldiers", "fired on fleeing troops": who is so already when it happens is not made so by it."""
    noun = state.head
    if state.lower == "fleeing":
        return noun.dep in ("dobj", "pobj", "nsubjpass")
    clause = next((above for above in noun.ancestors() if above.is_verb), None)
    return clause is not None and clause.dep in ("advcl", "relcl", "acl") and clause.lemma in CARING


def _is_of_things(counted: Word, draft: Draft) -> bool:
    """ "none of its drones was missing": nobody is."""
    inside = [noun for kid in counted.all_kids("prep") if kid.lower == "of" for noun in kid.all_kids("pobj")]
    return (counted.lower in NONE_OR_SOME or counted.tag == "CD") and any(means_of(noun, draft.book) for noun in inside)


def _spared(word: Word) -> Word | None:
    """ "before anyone was hurt", "without anyone being hurt": nobody was."""
    anybody = next((kid for kid in word.kids if kid.lower in ("anyone", "anybody") and kid.dep in ("nsubj", "nsubjpass")), None)
    before = any(kid.lower in ("before", "without") for kid in word.kids) or word.head.lower == "without"
    return anybody if before else None


def _of_verb(word: Word, words: HarmWords, sentence: Sentence, draft: Draft, parties: Parties) -> list[Harm]:
    """ "died", "claimed 40 lives", "lost 19 men", "were displaced"."""
    frame = verb_frame(word)
    wanted = [name for name in words.victims if name != "of"]
    victims = frame.get(*wanted) if not (frame.passive and wanted == ["subject"]) else frame.get("object")
    if not victims or (wanted[:1] == ["object"] and not frame.passive and word.kid("dobj") is None):
        victims = group_measured(word) or group_before(word, sentence) or victims
    if words.id == "claim-life":
        victims = [each for each in frame.slots.get("object", []) + word.all_kids("dobj") if each.lemma == "life"][:1]
    if frame.passive and wanted[:1] == ["object"] and not frame.get("object"):
        victims = frame.get("subject")
    if words.people:
        victims = [each for each in victims if look_up(draft.book.roles, core(each)) is not None or each.tag == "CD" or each.lower == "another"]
    if words.kind == "displaced" and victims and all(each.lemma in HURT for each in victims):
        return []  # "evacuated 60 wounded"
    reality = told(word, None, draft.book).reality
    if reality not in (("negated",) if words.negated else ("asserted", "alleged")):
        return []
    return [harm for harm in tolls_of(victims, words.kind, sentence, parties) if harm.stated != "none" and not (words.several and harm.low == 1)]


def _of_noun(word: Word, words: HarmWords, sentence: Sentence, draft: Draft, parties: Parties) -> list[Harm]:
    text = draft.document.text
    silent = silence_over(word, draft.book)
    determiner = next(
        (kid for kid in word.kids if kid.lower in ("no", "any", "neither", "zero") and kid.dep in ("det", "neg", "preconj", "cc")), None
    )
    if silent is not None and (words.any or words.people or word.is_noun):
        span = min(word.start, silent.start), max(word.end, silent.end)
        return [_blank(words, text, span, "not-addressed")]
    if _is_none(word, words, determiner):
        start = determiner.start if determiner is not None else word.start
        return [_blank(words, text, (min(start, word.start), word.end), "none")]
    if members := _members(word, sentence, words, parties):
        return members
    if "of" in words.victims or word.lemma == "death":
        victims = [each for kid in word.kids if kid.dep == "prep" and kid.lower == "of" for noun in kid.all_kids("pobj") for each in conjoined(noun)]
        if words.people:
            victims = [each for each in victims if who_of(each, sentence, parties)[1]]
        if victims and (tolls := tolls_of(victims, words.kind, sentence, parties)):
            return tolls
    if words.any and word.lemma != "toll":
        return []
    number = number_of(word, sentence, text)
    if number is None:
        return []
    who = next(
        (found for kid in word.kids if kid.dep in ("amod", "compound", "nmod") and (found := who_of(kid, sentence, parties)[0]) != "unspecified"),
        None,
    )
    span = min(word.start, number.span[0]), max(word.end, number.span[1])
    return [Harm(
        text=text[slice(*span)], span=span, kind=words.kind, who=who or "unspecified",
        low=number.low, best=number.best, high=number.high, stated=number.stated,
    )]  # fmt: skip


def _is_none(word: Word, words: HarmWords, determiner: Word | None) -> bool:
    """ "no casualties", "without any injuries", "neither deaths nor injuries"."""
    if determiner is not None and determiner.lower in ("no", "neither", "zero"):
        return True
    if word.dep == "conj" and any(kid.lower in ("neither", "no", "nor") for kid in (*word.head.kids, *word.kids)) and word.head.is_noun:
        return True
    if not (words.any or (determiner is not None and determiner.lower == "any")):
        return False
    return any(above.lower == "without" for above in (word.head, word.head.head))


def _members(word: Word, sentence: Sentence, words: HarmWords, parties: Parties) -> list[Harm]:
    """ "the dead included two nurses", "among the dead were a woman and her son", "twelve children were among those who died"."""
    if word.dep in ("acl", "relcl") and word.head.lower == "those":
        word = word.head
    elif word.lower not in CASUALTIES:
        return []
    verb = word.head.head if word.head.lower in ("among", "of") else word.head
    while word.head.lower in ("among", "of") and not verb.is_verb and verb.head is not verb:
        verb = verb.head
    if not verb.is_verb or verb.lemma not in INCLUDING:
        return []
    kids = verb.all_kids("dobj", "attr") if word.dep in ("nsubj", "nsubjpass") else verb.all_kids("nsubj", "attr")
    people = [each for kid in kids if kid is not word for each in conjoined(kid)]
    return tolls_of(people, words.kind, sentence, parties)


def _blank(words: HarmWords, text: str, span: tuple[int, int], stated: str) -> Harm:
    value = 0 if stated == "none" else None
    return Harm(
        text=text[slice(*span)], span=span, kind=words.kind, low=value, best=value, high=value, stated="none" if value == 0 else "not-addressed"
    )


def _claimed(harm: Harm, word: Word, sentence: Sentence, draft: Draft, parties: Parties) -> Harm:
    """The toll with the one who tells it."""
    claimant = claimant_of(word, sentence, draft, parties)
    return harm.model_copy(update={"claimant": claimant}) if claimant else harm


def claimant_of(word: Word, sentence: Sentence, draft: Draft, parties: Parties) -> Party | None:
    """Who tells the number: the subject of saying above it, or of "put the number at"."""
    if word.dep == "dobj" and word.head.lemma in PUTTING and word.head.kid("nsubj") is not None:
        return _subject_of(word.head, sentence, parties)
    for speaker, _, _ in told(word, None, draft.book).claims:
        if speaker is not None and (reading := parties.read(speaker, sentence)):
            return reading.party
    counting = (above for above in word.ancestors() if above.is_verb and above.lemma in COUNTING)
    return next((teller for verb in counting if (teller := _subject_of(verb, sentence, parties)) is not None), None)


def _subject_of(verb: Word, sentence: Sentence, parties: Parties) -> Party | None:
    readings = (parties.read(subject, sentence) for subject in verb_frame(verb).get("subject"))
    return next((reading.party for reading in readings if reading is not None), None)
