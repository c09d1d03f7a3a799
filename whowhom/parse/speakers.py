"""Who tells it, where the parser took the teller for another part of the sentence? Speakers at the end, and what "according to" is of."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.ownwords import is_source
from whowhom.parse.tree import Sentence, Word

REPORTING, ASIDE_SPEAKING = word_list("reporting"), word_list("aside_speaking")
HARMING, SAYING_ON, EVENTFUL = word_list("harmful_verbs"), word_list("saying_on"), word_list("eventful_ings")


def mend_speakers(sentence: Sentence) -> None:
    """Gives verbs of saying their speakers, and what is told to its end the source that stands there."""
    for word in sentence.words:
        if word.lemma in REPORTING and word.tag == "VBD":
            _mend_victims_before(word, sentence)
        if word.lemma in ASIDE_SPEAKING and word.tag == "VBD" and word.dep in ("conj", "relcl", "advcl", "dep", "parataxis"):
            _mend_told(word, sentence)
        if word.dep == "xcomp" and word.lower in EVENTFUL and word.head.lemma in REPORTING:
            _mend_eventful(word)
        if word.tag == "VBG" and word.dep == "advcl" and (word.lemma in REPORTING or word.lemma in SAYING_ON):
            _mend_saying_on(word, sentence)
        if word.tag == "VBG" and word.dep == "advcl" and word.lemma in HARMING:
            _mend_outcome(word, sentence)
        if is_source(word):
            _mend_source(word, sentence)


def _mend_told(verb: Word, sentence: Sentence) -> None:
    """ "…, a police commander told Reuters.": who told it, taken for one more deed or for a clause on the last noun."""
    main = sentence.root
    if verb.kid("ccomp", "xcomp", "mark", "aux", "cc") is not None or verb.kid("dobj", "dative") is None or main.index > verb.index:
        return
    if not main.is_verb or any(word.is_verb and not word.is_below(main) for word in sentence.words[verb.index + 1 :]):
        return
    subject = verb.kid("nsubj") or _lost_speaker(verb, sentence)
    if subject is None or subject.is_pronoun:
        return
    first = subject.subtree()[0].index
    if not first or sentence.words[first - 1].text != "," or any(kid.dep == "cc" and kid.index > first - 2 for kid in verb.head.kids):
        return
    if subject.dep != "nsubj":
        subject.hang_on(verb, "nsubj")
    verb.head.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    main.hang_on(verb, "ccomp")


def _lost_speaker(verb: Word, sentence: Sentence) -> Word | None:
    """ "in Malindi, the local commander, James Mwangi, told": the speaker taken for an apposition of the name before."""
    last = verb.index - 1
    while last > 0 and sentence.words[last].text == ",":
        last -= 1
    found = [above for above in (sentence.words[last], *sentence.words[last].ancestors()) if above.dep in ("appos", "conj") and above.is_noun]
    return next((each for each in reversed(found) if max(word.index for word in each.subtree() if word.text != ",") == last), None)


def _mend_victims_before(verb: Word, sentence: Sentence) -> None:
    """ "killing three people, doctors and witnesses said": the victims taken for the first of those who say it."""
    victims = verb.kid("nsubj")
    speaker = victims.kid("conj") if victims is not None else None
    if victims is None or speaker is None or not speaker.is_noun:
        return
    first = victims.index  # "at least three people": the parser may part the bound from its number
    while first > 0 and sentence.words[first - 1].is_below(victims):
        first -= 1
    doing = sentence.words[first - 1] if first else None
    between = sentence.words[victims.index + 1 : speaker.subtree()[0].index]
    if doing is None or not doing.is_verb or doing.tag not in ("VBG", "VBD") or doing.kid("dobj", "auxpass", "ccomp", "xcomp") is not None:
        return
    if [word.text for word in between] != [","] or not any(kid.text == "," for kid in victims.kids):
        return
    victims.hang_on(doing, "dobj")
    speaker.hang_on(verb, "nsubj")


def _mend_eventful(noun: Word) -> None:
    """ "Witnesses reported shelling in Kharkiv": not what the witnesses did, but what there was."""
    if noun.kid("dobj", "ccomp", "xcomp", "auxpass", "aux", "acomp", "agent") is None:
        noun.dep = "dobj"
        noun.retag("NN")
        noun.respell(noun.lower)


def _mend_saying_on(verb: Word, sentence: Sentence) -> None:
    """ "…, the army said, blaming the rebels": what the teller does with his words, and not those of whom he tells."""
    told = verb.head
    telling = told.head if told.dep == "ccomp" else told.kid("parataxis")
    if telling is None or not told.index < telling.index < verb.index or sentence.words[verb.index - 1].text != ",":
        return
    if telling.lemma in REPORTING and telling.kid("nsubj") is not None:
        verb.hang_on(telling, "advcl")


def _mend_outcome(verb: Word, sentence: Sentence) -> None:
    """ "Rebels shelled Bor, officials said on Sunday, killing ten.": what came of what is told, and nothing that the tellers did."""
    telling = verb.head
    told = telling.kid("ccomp")
    if told is not None and told.index < telling.index < verb.index and telling.lemma in REPORTING and sentence.words[verb.index - 1].text == ",":
        verb.hang_on(told, "advcl")


def _mend_source(source: Word, sentence: Sentence) -> None:
    """ "killed five and arrested 12, according to the army": the source behind a comma is of all that the sentence tells of the same doer."""
    verb = source.head
    if not source.index or sentence.words[source.index - 1].text != "," or source.index < verb.index:
        return
    while verb.is_verb and verb.kid("nsubj", "nsubjpass", "mark") is None:
        participle = verb.dep == "advcl" and verb.tag == "VBG"
        if not (participle or verb.dep == "conj") or not verb.head.is_verb:
            break
        verb = verb.head
    if verb is not source.head and verb.is_verb:
        source.hang_on(verb, source.dep)
