"""What was done? The words that name a deed, by the rules of `knowledge/events`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import Patterns, word_list
from whowhom.coding.draft import Deed, Draft
from whowhom.coding.occasions import take_part
from whowhom.coding.parties import story_of
from whowhom.parse.frame import Frame
from whowhom.parse.syntax import noun_frame, verb_frame
from whowhom.parse.wordings import CALENDAR, hanging, meets, patterns_standing

if TYPE_CHECKING:
    from whowhom.codebook import Codebook, Pattern, Wanted
    from whowhom.entries import Light
    from whowhom.parse.coreference import Story
    from whowhom.parse.tree import Sentence, Word

PREFIXES = frozenset({"re", "non", "anti", "pre", "counter"})  # "re-entering the deal" is no entering
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "poss"})
RELATIVES = frozenset({"WP", "WDT", "WP$"})  # name nobody beside the word that they stand for
UNDERGOES = "undergoes"
STANDING_IN = frozenset({"it", "they"})
HITTING = word_list("hitting")
TAKING_PART = word_list("taking_part")
NONE = Patterns()


def find_triggers(draft: Draft) -> Draft:
    """The draft with a deed for every word that a rule reads as one."""
    deeds: list[Deed] = []
    story = story_of(draft)
    for sentence in draft.sentences:
        deeds.extend(_deeds_of(sentence, story))
    return draft.with_deeds(deeds)


def _deeds_of(sentence: Sentence, story: Story) -> list[Deed]:
    names = story.names[sentence.index]
    found: list[Deed] = []
    for word in sentence.words:
        if word.index > 1 and sentence.words[word.index - 1].text == "-" and sentence.words[word.index - 2].lower in PREFIXES:
            continue
        if _is_epithet(word, sentence):
            continue
        if word.index in names and word.tag not in ("VBD", "VBZ", "VBP"):
            continue
        if deed := _deed_at(word, sentence, story):
            found.append(deed)
    told = {id(word) for deed in found for word in (deed.word, deed.light) if word is not None}
    found = [deed for deed in found if not (_is_manner(deed.word) and any(id(above) in told for above in deed.word.ancestors()))]
    nominal = {(id(deed.word), deed.type) for deed in found if deed.light is not None}
    found = [deed for deed in found if not any((id(word), deed.type) in nominal for word in deed.words if word is not deed.word)]
    taken = {id(word) for deed in found for word in deed.words if word is not deed.word}
    lent = {id(deed.light) for deed in found if deed.light is not None and (deed.light_kind != "happens" or deed.light.lemma in HITTING)}
    return [deed for deed in found if id(deed.word) not in taken and not (id(deed.word) in lent and len(deed.words) == 1)]


def _is_manner(word: Word) -> bool:
    """ "stopped its aid in protest at the vote": how the deed was meant, no second one."""
    return word.lemma == "protest" and word.dep == "pobj" and word.head.lower == "in" and word.kid("det", "poss", "amod", "compound") is None


def _is_epithet(word: Word, sentence: Sentence) -> bool:
    """ "stone-throwing youths": what they are called, not what they did; but "were press-ganging boys"."""
    if word.tag != "VBG" or word.dep != "amod" or word.index < 2 or sentence.words[word.index - 1].text != "-":
        return False
    return word.index < 3 or sentence.words[word.index - 3].lemma not in ("be", "keep", "stop", "start", "begin")


def _deed_at(word: Word, sentence: Sentence, story: Story) -> Deed | None:
    if not (word.is_verb or word.is_noun or word.tag[:2] == "JJ") or (word.is_name and word.lower in CALENDAR):
        return None
    nominal = not word.is_verb or is_gerund_noun(word)
    patterns = _patterns_at(word, nominal, story.book)
    if not patterns:
        return None
    if nominal and word.dep in MODIFIERS and word.head.is_noun:
        return None
    frame = noun_frame(word) if nominal else verb_frame(word)
    light, kind = _light_of(word, story.book) if nominal else (None, "")
    if light is not None:
        _lend(frame, light, kind)
    elif nominal and any(pattern.rule.event == "CONSULT" for pattern in patterns):
        take_part(frame, any("visit" in pattern.rule.modes for pattern in patterns), story.book, story.names[sentence.index])
    for rest, pattern in patterns_standing(word, patterns):
        if allows(pattern, frame, story, sentence):
            words = (word, *rest)
            _add_wording(frame, rest)
            if word.dep == "amod" and frame.passive and not frame.slots and word.head.kid("nummod") is not None:  # "two jailed leaders"
                frame.slots["object"] = [word.head]
            return Deed(sentence, word, words, pattern.rule, pattern.rule.event, pattern.rule.modes, frame, light, kind)
    return _state_at(word, sentence, story) if frame.passive and not nominal else None


def _state_at(word: Word, sentence: Sentence, story: Story) -> Deed | None:
    """ "is opposed to", "is committed to": a participle that tells a state of its subject, as an adjective does."""
    patterns = story.book.adjectives.get(word.lower, NONE)
    if not patterns or word.kid("agent") is not None:
        return None
    frame = verb_frame(word)
    frame.slots["subject"] = frame.slots.pop("object", [])
    for rest, pattern in patterns_standing(word, patterns):
        if allows(pattern, frame, story, sentence):
            return Deed(sentence, word, (word, *rest), pattern.rule, pattern.rule.event, pattern.rule.modes, frame)
    return None


def _patterns_at(word: Word, nominal: bool, book: Codebook) -> Patterns:
    if not nominal:
        return book.verbs.get(word.lemma, NONE) or (book.adjectives.get(word.lower, NONE) if word.tag == "VBN" else NONE)
    if word.tag.startswith("JJ"):
        return book.adjectives.get(word.lower, NONE)
    if word.tag == "VBG":
        return book.nouns.get(word.lower, NONE)
    if word.is_noun:
        for key in word.keys:
            if found := book.nouns.get(key):
                return found
    return NONE


def types_at(deed: Deed, story: Story) -> set[str]:
    """The event types of all wordings that may stand at a deed's word: more than one where its sense hangs on what is around it.

    A wording may stand where its sides are such as it wants; whatever else it asks for leaves the sense in doubt.
    """
    standing_here = patterns_standing(deed.word, _patterns_at(deed.word, deed.frame.nominal, story.book))
    return {pattern.rule.event for _, pattern in standing_here if pattern.rule is deed.rule or _has_sides(pattern, deed, story)}


def is_gerund_noun(word: Word) -> bool:
    """ "the killing of three men": a participle in form, a noun in use."""
    if word.tag != "VBG" or word.kid("dobj", "aux") is not None:
        return False
    return word.kid("det", "poss", "amod", "compound") is not None or word.dep in ("nsubj", "nsubjpass", "dobj", "pobj")


def _light_of(noun: Word, book: Codebook) -> tuple[Word | None, str]:
    """The light verb that governs a nominal deed, and what it lends."""
    head = noun
    while head.dep == "conj" and head.head.is_noun:
        head = head.head
    if head.dep in ("pobj", "nmod") and head.head.lower in ("of", "in") and head.head.head.lemma in SERIES:
        head = head.head.head
    verb = head.head
    if head.dep == "pobj" and verb.dep in ("prep", "agent"):
        preposition, verb = verb, verb.head
    else:
        preposition = None
    if not verb.is_verb or verb is head:
        return None, ""
    particle = next((kid.lower for kid in verb.kids if kid.dep == "prt" and kid.index <= noun.index + 1), None)
    for rest, light in book.light.by_head.get(verb.lemma, ()):
        if hanging(verb, rest) is None or (particle is not None and particle not in rest):  # "set off riots" does not set them
            continue
        if _fits(head, preposition, rest, light, verb):
            return verb, light.kind
    return None, ""


SERIES = word_list("series")


def _fits(noun: Word, preposition: Word | None, rest: tuple[str, ...], light: Light, verb: Word) -> bool:
    """Whether the noun stands where the light verb takes its deed."""
    if light.kind == "happens":
        return noun.dep in ("nsubj", "nsubjpass")
    if verb.lemma == "call" and verb.kid("oprd") is not None:
        return False  # "called the strike an act of war"
    if preposition is not None:
        return preposition.lower in rest or verb.lemma in TAKING_PART
    return noun.dep in ("dobj", "nsubjpass", "attr", "nsubj") and (noun.dep != "nsubj" or verb.dep == "relcl")


def _lend(frame: Frame, light: Word, kind: str) -> None:
    """Adds what the light verb governs to the frame of the nominal deed."""
    above = verb_frame(light)
    for name, words in above.slots.items():
        if name in ("subject", "object", "clause", "complement"):
            continue
        for word in words:
            if word is not frame.word:
                frame.add(name, word)
    if kind == "causes":
        return
    if kind == "happens":  # "an air strike hit a school": what the verb hits, the deed hits
        if not above.passive and light.lemma in HITTING:
            for word in above.slots.get("object", []):
                frame.add("object", word)
        return
    engaged = above.passive and kind == "does" and not above.slots.get("subject") and frame.word.dep == "pobj"  # "are engaged in ethnic cleansing"
    lent = [word for word in above.slots.get("object" if engaged else "subject", []) if word is not frame.word]
    target = "object" if kind == UNDERGOES else "subject"
    if lent and kind == "does" and all(word.is_pronoun for word in frame.get("possessor")):
        frame.slots.pop("possessor", None)  # "renewed its demand": the subject says whose
        frame.slots.pop("subject", None)
    if not frame.get("possessor") or kind != "does":
        for word in lent:
            frame.add(target, word)


def _add_wording(frame: Frame, rest: list[Word]) -> None:
    """Adds what hangs on the nouns of the wording itself: "used live ammunition against demonstrators"."""
    for noun in rest:
        if not noun.is_noun:
            continue
        for name, words in noun_frame(noun).slots.items():
            if name not in ("subject", "object", "modifier", "possessor", "doer") and name not in frame.slots:
                for word in words:
                    frame.add(name, word)


def allows(pattern: Pattern, frame: Frame, story: Story, sentence: Sentence) -> bool:
    """Whether the restrictions of a wording's rule hold in a frame; `any` is every word below the deed, and in `unless` of its own clauses."""
    if not _has_wanted(pattern, frame, story, sentence):
        return False
    for function, unwanted in pattern.unless:
        if function == "any":
            if _is_among(unwanted, frame.own(), frame.own_keys(), story, sentence):
                return False
        elif words := frame.slots.get(function, []):
            met = (_is_such(word, unwanted, story, sentence) for word in words)
            if any(met) if function == "modifier" else all(met):
                return False
    return True


def _has_sides(pattern: Pattern, deed: Deed, story: Story) -> bool:
    """Whether the subject and the object are such as a wording wants, if it says so."""
    wanted = [(function, words) for function, words in pattern.only if function in ("subject", "object")]
    return all(any(_is_such(word, words, story, deed.sentence) for word in deed.frame.slots.get(function, [])) for function, words in wanted)


def _has_wanted(pattern: Pattern, frame: Frame, story: Story, sentence: Sentence) -> bool:
    """Whether every function that a wording restricts has one of the words it wants."""
    for function, wanted in pattern.only:
        if function == "any":
            if not _is_among(wanted, frame.below(), frame.below_keys(), story, sentence):
                return False
        elif not any(_is_such(word, wanted, story, sentence) for word in frame.slots.get(function, [])):
            return False
    return True


def _is_such(word: Word, wanted: Wanted, story: Story, sentence: Sentence) -> bool:
    """Whether a word is one of the wanted; "they" and "it" are what the nouns are that they stand for."""
    stands_in = word.lower in STANDING_IN and word.is_pronoun and word.lower not in wanted.lemmas
    found = story.antecedent_of(word, sentence) if stands_in else None
    if found is None:
        return meets(word, wanted, story.book, story.names[sentence.index])
    while found is not None:
        at, noun = found
        if meets(noun, wanted, story.book, story.names[at.index]):
            return True
        found = story.antecedent_of(noun, at)  # "it" is the alliance, and the alliance NATO
    return False


def _is_among(wanted: Wanted, words: list[Word], keys: set[str], story: Story, sentence: Sentence) -> bool:
    """Whether one of many words is wanted; by what they are called first, which decides it for most."""
    if not wanted.lemmas.isdisjoint(keys):
        return True
    names = story.names[sentence.index]
    return bool(wanted.classes or wanted.compounds) and any(meets(word, wanted, story.book, names) for word in words if word.tag not in RELATIVES)
