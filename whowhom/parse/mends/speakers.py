"""Who says it? Speakers after what they tell, that the parser took for a part of it, their verbs for its participles, and sources that are of more."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import VERB, on
from whowhom.parse.ownwords import is_source
from whowhom.parse.tree import Sentence, Word, ending_at

REPORTING, COMPLAINING = word_list("reporting"), word_list("complaining")
ASIDE_SPEAKING, SAYING_ON = word_list("aside_speaking"), word_list("saying_on")
HARMING, EVENTFUL = word_list("harmful_verbs"), word_list("eventful_ings")
REPORT_REACH = 12  # words between a speaker and "said": longer, and the noun belongs to the clause


@on(tag=VERB)
def several_speakers(verb: Word, sentence: Sentence) -> None:
    """ "took 40 hostage, police and an official said": the speakers taken for more of the hostages."""
    if verb.lemma not in REPORTING or verb.index < 3 or not verb.is_finite or verb.kid("nsubj") is not None or (told := verb.kid("ccomp")) is None:
        return
    speakers = [noun for noun in ending_at(sentence.words[verb.index - 1]) if noun.dep in ("conj", "appos") and noun.is_below(told)]
    for noun in speakers:
        first = noun.subtree()[0].index
        if first > 1 and sentence.words[first - 1].text == ",":
            noun.hang_on(verb, "nsubj")
            return


@on(tag=VERB)
def two_subjects(verb: Word, _: Sentence) -> None:
    """ "Gunmen killed two herders near Jos, police said.": both nouns taken for subjects of the verb of saying, the verb of what is said for a participle."""
    if verb.lemma not in REPORTING:
        return
    subjects = verb.all_kids("nsubj")
    told = subjects[0].kid("acl") if len(subjects) > 1 else None
    if told is None or told.tag not in ("VBN", "VBD") or told.kid("agent", "aux", "auxpass") or not told.kid("dobj", "prep", "prt", "advmod"):
        return
    noun = subjects[0]
    told.hang_on(verb, "ccomp")
    told.retag("VBD")
    noun.hang_on(told, "nsubj")
    for kid in [kid for kid in noun.kids if kid.index > told.index]:
        kid.hang_on(told, kid.dep)


@on(tag="VBD", dep="advcl")
def beside_the_day(verb: Word, sentence: Sentence) -> None:
    """ "… on Sunday, a priest there said.": the speaker taken for an apposition of the day before."""
    if verb.lemma not in REPORTING or verb.kid("nsubj", "mark", "advmod") is not None or not verb.index:
        return
    at = verb.index - 1
    if sentence.words[at].lower in ("there", "here"):
        at -= 1
    speaker = sentence.words[at]
    first = speaker.subtree()[0].index
    second = speaker.dep == "dobj" and speaker.head.kid("dobj") is not speaker  # a verb has one object
    if (speaker.dep != "appos" and not second) or not first or sentence.words[first - 1].text != ",":
        return
    speaker.hang_on(verb, "nsubj")
    verb.dep = "parataxis"


@on(tag="VBD VBZ")
def last_of_a_list(verb: Word, sentence: Sentence) -> None:
    """ "killed four men, medics at a hospital said.": the speaker taken for one more of the victims."""
    if verb.lemma not in REPORTING or verb.kid("nsubj", "aux", "auxpass") is not None:
        return
    told = verb.kid("ccomp")
    if told is None or told.index > verb.index:
        return
    for speaker in sentence.words[max(told.index, verb.index - REPORT_REACH) : verb.index]:
        first = speaker.subtree()[0].index
        if speaker.dep not in ("conj", "appos") or not speaker.is_noun or not first or sentence.words[first - 1].text != ",":
            continue
        if any(kid.dep == "cc" and kid.index > speaker.head.index for kid in speaker.head.kids) or speaker.kid("conj", "cc") is not None:
            continue
        between = sentence.words[speaker.index + 1 : verb.index]
        loose = [word for word in between if not word.is_below(speaker) and (word.head.index <= speaker.index)]
        if all(word.dep == "prep" for word in loose) and not any(word.is_verb or word.text == "," for word in between):
            for word in loose:
                word.hang_on(speaker, "prep")
            speaker.hang_on(verb, "nsubj")
            return


@on(dep="acl")
def complaint(verb: Word, sentence: Sentence) -> None:
    """ "The police are failing refugees, a rights group protested.": the speaker taken for an apposition, the verb for its participle."""
    speaker = verb.head
    if speaker.dep != "appos" or (verb.lemma not in REPORTING and verb.lemma not in COMPLAINING):
        return
    main, first = sentence.root, speaker.subtree()[0].index
    after_comma = first > 0 and sentence.words[first - 1].text == ","
    if not after_comma or not main.is_verb or main.index > first or verb.kid("dobj", "agent", "auxpass") is not None:
        return
    if any(word.index > verb.index and word.is_verb for word in sentence.words):
        return  # "the police, a force said to be failing, …"
    speaker.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    verb.retag("VBD")
    main.hang_on(verb, "ccomp")
    speaker.hang_on(verb, "nsubj")


@on(dep="relcl")
def on_last_noun(verb: Word, sentence: Sentence) -> None:
    """ "Oslo agreed to reopen the port, the ministry said.": the verb of saying taken for a clause on the last noun."""
    if verb.lemma not in REPORTING:
        return
    subject = verb.kid("nsubj")
    if subject is None or subject.is_pronoun or verb.kid("dobj", "ccomp", "mark"):
        return
    first = subject.subtree()[0].index
    main = sentence.root
    if not first or sentence.words[first - 1].text != "," or not main.is_verb or verb.index - subject.index > REPORT_REACH:
        return
    if any(kid.tag in ("WDT", "WP", "WRB") or (kid.dep == "prep" and kid.kid("pobj") is not None and kid.index < subject.index) for kid in verb.kids):
        return
    verb.hang_on(main, "parataxis")


@on(tag="VBD")
def victims_before(verb: Word, sentence: Sentence) -> None:
    """ "killing three people, doctors and witnesses said": the victims taken for the first of those who say it."""
    victims = verb.kid("nsubj") if verb.lemma in REPORTING else None
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


@on(tag="VBD VBN", dep="conj relcl advcl dep parataxis acl")
def told_to(verb: Word, sentence: Sentence) -> None:
    """ "…, a police commander told Reuters.", "…, a spokesman for the army said.": who told it, taken for one more deed or for a clause on the last noun."""
    main = sentence.root
    if verb.kid("ccomp", "xcomp", "mark", "aux", "auxpass", "cc", "agent") is not None:
        return
    if not (_says_last(verb, sentence) if verb.kid("dobj", "dative") is None else verb.lemma in ASIDE_SPEAKING and verb.dep != "acl"):
        return
    if main.index > verb.index or not main.is_verb or any(word.is_verb and not word.is_below(main) for word in sentence.words[verb.index + 1 :]):
        return
    subject = verb.kid("nsubj") or _lost_speaker(verb, sentence)
    if subject is None or subject.is_pronoun:
        return
    first = subject.subtree()[0].index
    if not first or sentence.words[first - 1].text != "," or any(kid.dep == "cc" and kid.index > first - 2 for kid in verb.head.kids):
        return
    if subject.dep != "nsubj":
        subject.hang_on(verb, "nsubj")
    verb.retag("VBD")
    verb.head.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    main.hang_on(verb, "ccomp")


def _says_last(verb: Word, sentence: Sentence) -> bool:
    """Whether a verb is "said", or one like it with a subject, and no verb stands behind it."""
    says = verb.lemma == "say" or (verb.lemma in REPORTING and verb.dep == "conj" and verb.kid("nsubj") is not None)
    return says and not any(word.is_verb for word in sentence.words[verb.index + 1 :])


@on(word=EVENTFUL, dep="xcomp")
def eventful(noun: Word, _: Sentence) -> None:
    """ "Witnesses reported shelling in Kharkiv": not what the witnesses did, but what there was."""
    if noun.head.lemma in REPORTING and noun.kid("dobj", "ccomp", "xcomp", "auxpass", "aux", "acomp", "agent") is None:
        noun.dep = "dobj"
        noun.retag("NN")
        noun.respell(noun.lower)


@on(tag="VBG", dep="advcl")
def saying_on(verb: Word, sentence: Sentence) -> None:
    """ "…, the army said, blaming the rebels": what the teller does with his words, and not those of whom he tells."""
    if verb.lemma not in REPORTING and verb.lemma not in SAYING_ON:
        return
    told = verb.head
    telling = told.head if told.dep == "ccomp" else told.kid("parataxis")
    if telling is None or not told.index < telling.index < verb.index or sentence.words[verb.index - 1].text != ",":
        return
    if telling.lemma in REPORTING and telling.kid("nsubj") is not None:
        verb.hang_on(telling, "advcl")


@on(tag="VBG", dep="advcl")
def outcome_of_told(verb: Word, sentence: Sentence) -> None:
    """ "Rebels shelled Bor, officials said on Sunday, killing ten.": what came of what is told, and nothing that the tellers did."""
    telling = verb.head
    told = telling.kid("ccomp") if verb.lemma in HARMING else None
    if told is not None and told.index < telling.index < verb.index and telling.lemma in REPORTING and sentence.words[verb.index - 1].text == ",":
        verb.hang_on(told, "advcl")


@on(word="according by on", dep="prep agent")
def source_of_all(source: Word, sentence: Sentence) -> None:
    """ "killed five and arrested 12, according to the army": the source behind a comma is of all that the sentence tells of the same doer."""
    verb = source.head
    if not is_source(source) or not source.index or sentence.words[source.index - 1].text != "," or source.index < verb.index:
        return
    while verb.is_verb and verb.kid("nsubj", "nsubjpass", "mark") is None:
        participle = verb.dep == "advcl" and verb.tag == "VBG"
        if not (participle or verb.dep == "conj") or not verb.head.is_verb:
            break
        verb = verb.head
    if verb is not source.head and verb.is_verb:
        source.hang_on(verb, source.dep)


def _lost_speaker(verb: Word, sentence: Sentence) -> Word | None:
    """ "in Malindi, the local commander, James Mwangi, told": the speaker taken for an apposition of the name before."""
    last = verb.index - 1
    while last > 0 and sentence.words[last].text == ",":
        last -= 1
    found = [above for above in (sentence.words[last], *sentence.words[last].ancestors()) if above.dep in ("appos", "conj") and above.is_noun]
    return next((each for each in reversed(found) if max(word.index for word in each.subtree() if word.text != ",") == last), None)
