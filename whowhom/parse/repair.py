"""Which slips of the parser are mended before anything is read? Each mends a pattern of labels that cannot be right."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.belonging import mend_belonging
from whowhom.parse.joined import mend_joined
from whowhom.parse.mainverb import mend_main_verb
from whowhom.parse.misread import mend_misread
from whowhom.parse.shotdead import mend_shot_dead
from whowhom.parse.speakers import mend_speakers
from whowhom.parse.tree import Sentence, Word

REPORTING = word_list("reporting")
DIRECTIONS = word_list("directions")
RESOLVING = word_list("resolving")

VOWING = word_list("vowing")
COMPLAINING = word_list("complaining")
WEEKDAYS = word_list("weekdays")
DATING = frozenset({"on", "since", "until", "by", "before", "after", "from"})  # prepositions that a day itself may follow
REPORT_REACH = 12  # words between a speaker and "said": longer, and the noun belongs to the clause
ANSWERS = word_list("answers")

SPANS = word_list("spans")  # what lies between two times, or two parties
VOICING = word_list("voicing")


def mend(sentence: Sentence, lemmas: dict[str, str]) -> Sentence:
    """The sentence with known slips mended in place. `lemmas`: verb forms of the codebook with their lemmas."""
    mend_shot_dead(sentence)
    mend_main_verb(sentence, lemmas)
    mend_joined(sentence)
    mend_belonging(sentence, lemmas)
    mend_misread(sentence, lemmas)
    for word in sentence.words:
        if word.dep == "auxpass" and word.kid("nsubj") is not None:
            _mend_copula(word)
        if word.dep == "advcl" and word.tag == "VB" and (word.head.lemma in VOWING or word.head.lemma in RESOLVING):
            _mend_vow(word)
        if word.lower in WEEKDAYS and word.dep in ("pobj", "dobj", "npadvmod") and word.index:
            _mend_weekday(word, sentence.words[word.index - 1])
        if word.dep == "prt" and word.lower == "up":
            _mend_up_to(word)
        if word.dep in ("prep", "dative") and not word.kids:
            _mend_lost_object(word, sentence)
        if word.lemma in REPORTING and word.is_verb:
            _mend_two_subjects(word)
        if word.dep == "advcl" and word.tag == "VBD" and word.lemma in REPORTING:
            _mend_speaker(word, sentence)
        if word.lemma in REPORTING and word.tag in ("VBD", "VBZ") and word.kid("nsubj", "aux", "auxpass") is None:
            _mend_listed_speaker(word, sentence)
        if word.dep == "acl" and word.head.dep == "appos" and (word.lemma in REPORTING or word.lemma in COMPLAINING):
            _mend_complaint(word, sentence)
        if word.dep == "relcl" and word.lemma in REPORTING:
            _mend_reported(word, sentence)
        if word.tag == "VBG" and word.lemma in VOICING and word.index:
            _mend_voicing(word, sentence.words[word.index - 1])
        if word.lower in DIRECTIONS and word.tag == "NN" and word.kid("prep") is not None:
            _mend_direction(word)
        if word.lower == "between" and word.dep == "prep" and word.head.is_verb:
            _mend_between(word)
        if word.dep == "appos" and word.is_name and not word.head.is_name and word.kid("conj") is not None:
            _mend_close_name(word)
        if word.is_noun and word.dep == "conj" and word.head.is_verb and (thing := word.head.kid("dobj")) is not None:
            _mend_second_object(word, thing)
        if word.is_name and word.dep in ("appos", "npadvmod") and word.kid("conj") is not None:
            _mend_list(word, sentence)
        if word.tag == "VBG" and word.dep == "conj" and word.head.dep == "relcl":
            _mend_unlike(word)
        if word.tag == "VBG" and word.dep == "advcl" and word.head.tag == "VB" and word.head.dep == "advcl":
            _mend_outcome(word, sentence)
    mend_speakers(sentence)
    return sentence


def _mend_copula(auxiliary: Word) -> None:
    """ "Oslo is opposed to the plan": the subject hung on the auxiliary."""
    for kid in auxiliary.all_kids("nsubj"):
        kid.hang_on(auxiliary.head, "nsubjpass")


def _mend_vow(verb: Word) -> None:
    """ "have sworn to fight": what is vowed, taken for a purpose."""
    governor = verb.head
    if governor.kid("dobj", "xcomp", "ccomp") is None and any(kid.lower == "to" and kid.dep == "aux" for kid in verb.kids):
        verb.dep = "xcomp"


def _mend_up_to(up: Word) -> None:
    """ "kidnapped up to nine nurses": not "kidnapped up", but a number with its bound."""
    verb = up.head
    to = next((kid for kid in up.kids if kid.lower == "to"), None)
    noun = to.kid("pobj") if to is not None else None
    if to is None or noun is None or verb.kid("dobj") is not None or noun.kid("nummod") is None:
        return
    number = noun.all_kids("nummod")[0]
    noun.hang_on(verb, "dobj")
    up.hang_on(number, "quantmod")
    to.hang_on(number, "quantmod")


def _mend_direction(direction: Word) -> None:
    """ "killed a soldier west of Kandahar", "shot dead north of Mosul": a direction is no thing and nobody, but where it was."""
    noun = next((kid for kid in direction.kids if kid.dep == "compound" and kid.index == direction.index - 1 and kid.tag in ("NN", "NNS")), None)
    if not any(kid.lower == "of" and kid.index == direction.index + 1 for kid in direction.kids):
        return
    above, function = direction.head, direction.dep
    if noun is not None and function != "ROOT":
        for kid in [kid for kid in direction.kids if kid.index < noun.index]:
            kid.hang_on(noun, kid.dep)
        noun.hang_on(above, function)
        for kid in [kid for kid in direction.kids if kid.dep in ("conj", "cc", "appos", "relcl", "acl")]:
            kid.hang_on(noun, kid.dep)
        direction.hang_on(noun, "advmod")
    elif function == "dobj" and above.index < direction.index and direction.kid("det", "poss") is None:
        direction.dep = "advmod"
        for kid in direction.all_kids("amod"):  # "dead" of "shot dead"
            kid.hang_on(above, "acomp")


def _mend_between(between: Word) -> None:
    """ "killing between four and seven students": not between students, but a number with its bounds."""
    verb, noun = between.head, between.kid("pobj")
    told = verb.kid("nsubjpass")
    if told is not None and told.is_noun and verb.lemma in REPORTING and noun is not None and (noun.kid("conj") is not None or noun.tag == "NNS"):
        between.hang_on(told, "prep")  # "fighting was reported between rebels and troops"
        return
    number = noun.kid("nummod") if noun is not None else None
    if noun is None or number is None or verb.kid("dobj", "nsubjpass", "auxpass") is not None or noun.lemma in SPANS:
        return
    if noun.tag == "NNS" and between.index == verb.index + 1 and any(kid.tag == "CD" for kid in number.all_kids("conj")):
        noun.hang_on(verb, "dobj")
        between.hang_on(number, "quantmod")


def _mend_list(name: Word, sentence: Sentence) -> None:
    """ "Burundi, Rwanda, the Congo and Kenya signed": names in a row taken for appositions of the first."""
    before = [kid for kid in name.kids if kid.dep in ("det", "compound") and kid.index < name.index]
    left = before[0] if before else name
    if left.index < 2:
        return
    comma = sentence.words[left.index - 1]
    first = sentence.words[comma.index - 1]
    joined = [each for kid in name.all_kids("conj") for each in (kid, *kid.all_kids("conj"))]
    closed = any(kid.text == "," and kid.index > joined[-1].index for kid in (*name.kids, *first.kids, *joined[-1].kids))
    if (
        comma.text == ","
        and first.is_name
        and first.kid("nummod") is None
        and all(each.is_name for each in joined)
        and not closed
        and _is_ended(joined)
    ):
        name.hang_on(first, "conj")


def _mend_close_name(name: Word) -> None:
    """ "killed the mayor Jose Cruz and two guards": without a comma the name only tells who the mayor is, and the guards are beside him."""
    noun = name.head
    bare = all(kid.text != "," for kid in noun.kids if noun.index < kid.index < name.index)
    if bare and noun.is_noun and noun.tag == "NN":
        for other in name.all_kids("conj"):
            if not other.is_name:
                other.hang_on(noun, "conj")


def _mend_second_object(noun: Word, thing: Word) -> None:
    """ "killed the mayor, Jose Cruz, and his driver": a noun joined to the verb is another of its objects."""
    verb = noun.head
    if verb.index < thing.index < noun.index and thing.is_noun and any(kid.text == "," for kid in thing.kids) and noun.kid("nsubj") is None:
        noun.hang_on(thing, "conj")


def _is_ended(joined: list[Word]) -> bool:
    """Whether "and" stands before the last of a row."""
    return any(kid.lower == "and" for each in (joined[-1].head, *joined) for kid in each.all_kids("cc"))


def _mend_unlike(verb: Word) -> None:
    """ "killing two soldiers who guarded it and wounding a teacher": what is joined has one form, so "wounding" goes with "killing"."""
    beside = verb.head
    if beside.tag not in ("VBD", "VBZ", "VBP") or verb.kid("aux", "nsubj") is not None:
        return
    like = next((each for each in beside.ancestors() if each.tag == "VBG" and each.dep in ("advcl", "acl", "xcomp", "pcomp", "conj")), None)
    if like is not None:
        verb.hang_on(like, "conj")


def _mend_outcome(verb: Word, sentence: Sentence) -> None:
    """ "fired to break up a sit-in, killing four": what came of it came of the deed, not of its purpose."""
    purpose = verb.head
    done = purpose.head
    after_comma = verb.index > 0 and sentence.words[verb.index - 1].text == ","
    if after_comma and verb.index > purpose.index and done.tag == "VBD" and any(kid.lower == "to" for kid in purpose.all_kids("aux")):
        verb.hang_on(done, "advcl")


def _mend_lost_object(preposition: Word, sentence: Sentence) -> None:
    """ "asylum to five officers holed up in the embassy": the object of the preposition taken for the subject of its own participle."""
    verb = next((word for word in sentence.words[preposition.index + 1 :] if word.tag in ("VBN", "VBD") and word.kid("nsubj") is not None), None)
    noun = verb.kid("nsubj") if verb is not None else None
    if verb is None or noun is None or verb.is_root or verb.dep not in ("advcl", "pcomp", "acl", "dep") or verb.kid("aux", "auxpass", "mark"):
        return
    if noun.subtree()[0].index != preposition.index + 1 or noun.is_pronoun or verb.index != noun.index + 1:
        return
    noun.hang_on(preposition, "pobj")
    verb.hang_on(noun, "acl")
    verb.retag("VBN")


def _mend_weekday(day: Word, name: Word) -> None:
    """ "marched outside the Louvre Sunday": the day taken for the head of the name before it."""
    if name.head is not day or name.dep != "compound" or not name.is_name:
        return
    above, function = day.head, day.dep
    verb = above.head if function == "pobj" else above
    while verb.dep == "prep" or (not verb.is_verb and not verb.is_root):
        verb = verb.head
    if above.lower in DATING or not verb.is_verb:
        return
    if function == "npadvmod" and verb.kid("dobj", "nsubjpass") is None and name.index == verb.index + 1:
        function = "dobj"  # "patrolled Goma Thursday"
    name.hang_on(above, function)
    for kid in [kid for kid in day.kids if kid.index < name.index]:
        kid.hang_on(name, kid.dep)
    day.hang_on(verb, "npadvmod")


def _mend_speaker(verb: Word, sentence: Sentence) -> None:
    """ "… on Sunday, a priest there said.": the speaker taken for an apposition of the day before."""
    if verb.kid("nsubj", "mark", "advmod") is not None or not verb.index:
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


def _mend_listed_speaker(verb: Word, sentence: Sentence) -> None:
    """ "killed four men, medics at a hospital said.": the speaker taken for one more of the victims."""
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


def _mend_complaint(verb: Word, sentence: Sentence) -> None:
    """ "The police are failing refugees, a rights group protested.": the speaker taken for an apposition, the verb for its participle."""
    speaker, main = verb.head, sentence.root
    first = speaker.subtree()[0].index
    if (
        not first
        or sentence.words[first - 1].text != ","
        or not main.is_verb
        or main.index > first
        or verb.kid("dobj", "agent", "auxpass") is not None
    ):
        return
    if any(word.index > verb.index and word.is_verb for word in sentence.words):
        return  # "the police, a force said to be failing, …"
    speaker.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    verb.retag("VBD")
    main.hang_on(verb, "ccomp")
    speaker.hang_on(verb, "nsubj")


def _mend_reported(verb: Word, sentence: Sentence) -> None:
    """ "Oslo agreed to reopen the port, the ministry said.": the verb of saying taken for a clause on the last noun."""
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


def _mend_two_subjects(verb: Word) -> None:
    """ "Gunmen killed two herders near Jos, police said.": both nouns taken for subjects of the verb of saying, the verb of what is said for a participle."""
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


def _mend_voicing(verb: Word, noun: Word) -> None:
    """ "on strike demanding payment": not a strike that demands, nor a demanding payment, but people on strike who demand it."""
    if not noun.is_noun or noun.dep not in ("npadvmod", "compound", "nmod", "amod", "dep"):
        return
    if verb.dep == "pcomp" and verb.head.index < noun.index:
        preposition = verb.head
        noun.hang_on(preposition, "pobj")
        verb.hang_on(preposition.head, "advcl" if preposition.head.is_verb else "acl")
    elif verb.dep == "amod" and verb.head.is_noun and verb.head.head is not verb.head and verb.head.index > verb.index:
        wanted = verb.head
        above, function = wanted.head, wanted.dep
        noun.hang_on(above, function)
        verb.hang_on(noun, "acl")
        wanted.hang_on(verb, "dobj")
        for kid in [kid for kid in wanted.kids if kid.index < noun.index]:
            kid.hang_on(noun, kid.dep)
