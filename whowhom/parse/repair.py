"""Which slips of the parser are mended before anything is read? Each mends a pattern of labels that cannot be right."""

from __future__ import annotations

import re

from whowhom.codebook import word_list
from whowhom.parse.tree import Sentence, Word

REPORTING = word_list("reporting")

VOWING = frozenset({"swear", "vow", "pledge", "threaten", "promise", "agree", "refuse", "decline", "offer"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
DATING = frozenset({"on", "since", "until", "by", "before", "after", "from"})  # prepositions that a day itself may follow
REPORT_REACH = 12  # words between a speaker and "said": longer, and the noun belongs to the clause
ANSWERS = frozenset(
    {"response", "reply", "reaction", "retaliation", "answer", "addition", "prior", "due", "thanks", "subject", "relation", "reference", "regard"}
)

MODEL = re.compile(r"[A-Z][A-Za-z/]*-?\d[\w-]*")
"""What weapons are called: "Su-27", "MQ-1", "F/A-18", "B52"."""
VOICING = frozenset({"demand", "seek", "urge", "protest", "oppose", "condemn", "allege", "accuse", "denounce", "request"})
"""Verbs whose participle after a noun says why people came together: "on strike demanding pay", "held a rally seeking jobs"."""


def mend(sentence: Sentence, lemmas: dict[str, str]) -> Sentence:
    """The sentence with known slips mended in place. `lemmas`: verb forms of the codebook with their lemmas."""
    _mend_lost_verb(sentence)
    _mend_leading_participle(sentence)
    _mend_verb_before_object(sentence, lemmas)
    _mend_swallowed_object(sentence)
    _mend_past_modifier(sentence)
    for word in sentence.words:
        if word.dep == "auxpass" and word.kid("nsubj") is not None:
            _mend_copula(word)
        if word.dep == "advcl" and word.tag == "VB" and word.head.lemma in VOWING:
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
        if word.dep == "relcl" and word.lemma in REPORTING:
            _mend_reported(word, sentence)
        if word.tag == "VBG" and word.lemma in VOICING and word.index:
            _mend_voicing(word, sentence.words[word.index - 1])
        if word.dep in ("npadvmod", "advmod", "punct", "dep") and MODEL.fullmatch(word.text):
            _mend_model(word, sentence)
        if word.text == "-" and word.is_noun and 0 < word.index < len(sentence.words) - 1:
            _mend_hyphen(word, sentence.words[word.index - 1], sentence.words[word.index + 1])
        if word.lower == "to" and word.tag == "IN" and word.dep == "prep" and word.head.lower == "due":
            _mend_due(word, sentence)
        if word.lower == "to" and word.tag == "TO":
            _mend_infinitive(word)
        if word.lower == "to" and word.dep == "aux" and word.head.is_noun and word.index:
            _mend_stray(word, sentence.words[word.index - 1])
    return sentence


def _mend_lost_verb(sentence: Sentence) -> None:
    """ "Hundreds of farmers protested in Lima.": the main verb taken for a participle of its subject."""
    noun = next((word for word in sentence.words if word.is_root), None)
    if noun is None or not (noun.is_noun or noun.tag == "CD") or sentence.headline or sentence.words[-1].text not in (".", "!", "”", '"'):
        return
    verb = noun.kid("acl")
    if verb is None or verb.tag not in ("VBN", "VBD") or verb.lower.endswith("ing") or verb.kid("agent", "aux", "auxpass") or verb.index < noun.index:
        return
    if _has_other_verb(sentence, verb):
        return
    _make_root(verb)
    verb.retag("VBD")
    _attach_root(noun, verb)


def _mend_past_modifier(sentence: Sentence) -> None:
    """ "The deployment of police in Dakar angered students": a past tense modifies no noun; it is the verb that the sentence lacks."""
    root = next((word for word in sentence.words if word.is_root), None)
    verb = next((word for word in sentence.words if word.tag == "VBD" and word.dep == "amod"), None)
    if root is None or not root.is_noun or verb is None or sentence.headline or verb.index < root.index or verb.head.index < verb.index:
        return
    if _has_other_verb(sentence, verb):
        return
    noun = verb.head
    before = noun.head
    if noun.dep != "pobj" or not root.index < before.index < verb.index or root not in (before.head, before.head.head, before.head.head.head):
        return
    for name in [*verb.all_kids("npadvmod"), *(kid for kid in noun.kids if kid.dep in ("nmod", "compound") and kid.index < verb.index)]:
        _attach(name, before, "pobj")
    _attach(noun, verb, "dobj")
    _make_root(verb)
    _attach_root(root, verb)


def _has_other_verb(sentence: Sentence, verb: Word) -> bool:
    """Whether a sentence has a finite main verb besides one."""
    finite = (word for word in sentence.words if word.tag in ("VBD", "VBZ", "VBP", "MD") and word is not verb)
    return any(word.dep not in ("relcl", "advcl", "ccomp") for word in finite)


def _make_root(verb: Word) -> None:
    """Takes a verb from what it hangs on, as the main verb; the old root is still to be hung below it."""
    verb.head.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"


def _attach_root(root: Word, verb: Word) -> None:
    """Hangs the old root below the new one as its subject, and gives it the full stop."""
    _attach(root, verb, "nsubj")
    for kid in [kid for kid in root.kids if kid.index > verb.index]:
        _attach(kid, verb, kid.dep)


def _mend_leading_participle(sentence: Sentence) -> None:
    """ "Speaking in Lima, the minister announced …": the participle taken for the main verb, the main verb for one after its subject."""
    leading = sentence.words[0]
    if not (leading.is_root and leading.tag == "VBG"):
        return
    verb = next((word for word in sentence.words if word.dep == "acl" and word.tag == "VBD" and word.head.dep == "appos"), None)
    if verb is None or verb.kid("nsubj") is not None:
        return
    noun = verb.head
    _make_root(verb)
    _attach(noun, verb, "nsubj")
    _attach(leading, verb, "advcl")


def _mend_verb_before_object(sentence: Sentence, lemmas: dict[str, str]) -> None:
    """ "Police evicted squatters in Lima.": the main verb taken for a participle before its object, the subject for one more noun before it."""
    noun = next((word for word in sentence.words if word.is_root), None)
    if noun is None or noun.tag not in ("NNS", "NNPS") or sentence.headline or sentence.words[-1].text not in (".", "!", "”", '"'):
        return
    verb = next((kid for kid in noun.kids if kid.dep == "amod" and kid.lower.endswith("ed") and kid.lower in lemmas), None)
    subject = next((kid for kid in noun.kids if kid.dep in ("nmod", "compound") and kid.tag in ("NNS", "NNPS")), None)
    if verb is None or subject is None or subject.index != verb.index - 1:
        return
    if _has_other_verb(sentence, verb):
        return
    _make_root(verb)
    verb.retag("VBD")
    verb.lemma = lemmas[verb.lower]
    _attach(noun, verb, "dobj")
    _attach(subject, verb, "nsubj")
    for kid in [kid for kid in noun.kids if kid.index < subject.index]:
        _attach(kid, subject, kid.dep)


def _mend_swallowed_object(sentence: Sentence) -> None:
    """ "Rebels captured Goma, the ministry in Kinshasa said.": the object of what is said taken for the speaker, the speaker for its apposition."""
    main = sentence.root
    if main.lemma not in REPORTING:
        return
    verb, place = main.kid("ccomp"), main.kid("nsubj")
    speaker = place.kid("appos") if place is not None else None
    if verb is None or place is None or speaker is None or verb.index > place.index or verb.kid("dobj", "ccomp", "xcomp") is not None:
        return
    between = [word for word in sentence.words[verb.index + 1 : place.index] if word not in place.subtree()]
    first = speaker.subtree()[0].index
    if between or sentence.words[first - 1].text != "," or speaker.index > main.index:
        return
    _attach(speaker, main, "nsubj")
    _attach(place, verb, "dobj")


def _mend_copula(auxiliary: Word) -> None:
    """ "Oslo is opposed to the plan": the subject hung on the auxiliary."""
    for kid in auxiliary.all_kids("nsubj"):
        _attach(kid, auxiliary.head, "nsubjpass")


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
    _attach(noun, verb, "dobj")
    _attach(up, number, "quantmod")
    _attach(to, number, "quantmod")


def _mend_lost_object(preposition: Word, sentence: Sentence) -> None:
    """ "asylum to five officers holed up in the embassy": the object of the preposition taken for the subject of its own participle."""
    verb = next((word for word in sentence.words[preposition.index + 1 :] if word.tag in ("VBN", "VBD") and word.kid("nsubj") is not None), None)
    noun = verb.kid("nsubj") if verb is not None else None
    if verb is None or noun is None or verb.is_root or verb.dep not in ("advcl", "pcomp", "acl", "dep") or verb.kid("aux", "auxpass", "mark"):
        return
    if noun.subtree()[0].index != preposition.index + 1 or noun.is_pronoun or verb.index != noun.index + 1:
        return
    _attach(noun, preposition, "pobj")
    _attach(verb, noun, "acl")
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
    _attach(name, above, function)
    for kid in [kid for kid in day.kids if kid.index < name.index]:
        _attach(kid, name, kid.dep)
    _attach(day, verb, "npadvmod")


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
    _attach(speaker, verb, "nsubj")
    verb.dep = "parataxis"


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
    _attach(verb, main, "parataxis")


def _mend_two_subjects(verb: Word) -> None:
    """ "Gunmen killed two herders near Jos, police said.": both nouns taken for subjects of the verb of saying, the verb of what is said for a participle."""
    subjects = verb.all_kids("nsubj")
    told = subjects[0].kid("acl") if len(subjects) > 1 else None
    if told is None or told.tag not in ("VBN", "VBD") or told.kid("agent", "aux", "auxpass") or not told.kid("dobj"):
        return
    noun = subjects[0]
    _attach(told, verb, "ccomp")
    told.retag("VBD")
    _attach(noun, told, "nsubj")
    for kid in [kid for kid in noun.kids if kid.index > told.index]:
        _attach(kid, told, kid.dep)


def _attach(word: Word, head: Word, dep: str) -> None:
    if word.head is not word:
        word.head.kids.remove(word)
    word.head, word.dep = head, dep
    head.kids.append(word)
    head.kids.sort(key=lambda kid: kid.index)


def _mend_voicing(verb: Word, noun: Word) -> None:
    """ "on strike demanding payment": not a strike that demands, nor a demanding payment, but people on strike who demand it."""
    if not noun.is_noun or noun.dep not in ("npadvmod", "compound", "nmod", "amod", "dep"):
        return
    if verb.dep == "pcomp" and verb.head.index < noun.index:
        preposition = verb.head
        _attach(noun, preposition, "pobj")
        _attach(verb, preposition.head, "advcl" if preposition.head.is_verb else "acl")
    elif verb.dep == "amod" and verb.head.is_noun and verb.head.head is not verb.head and verb.head.index > verb.index:
        wanted = verb.head
        above, function = wanted.head, wanted.dep
        _attach(noun, above, function)
        _attach(verb, noun, "acl")
        _attach(wanted, verb, "dobj")
        for kid in [kid for kid in wanted.kids if kid.index < noun.index]:
            _attach(kid, noun, kid.dep)


def _mend_hyphen(hyphen: Word, first: Word, second: Word) -> None:
    """ "The vice-president resigned": the hyphen taken for the noun between two others; the second of them is the noun."""
    if second.head is not hyphen or not second.is_noun or first.head is not hyphen.head or first.dep not in (hyphen.dep, "conj"):
        return
    _attach(second, hyphen.head, hyphen.dep if first.dep != "conj" else first.dep)
    for kid in [*first.kids, *(kid for kid in hyphen.kids if kid is not second)]:
        _attach(kid, second, kid.dep)
    hyphen.retag("HYPH")
    _attach(hyphen, second, "punct")
    _attach(first, second, "compound")


def _mend_model(name: Word, sentence: Sentence) -> None:
    """ "A Su-27 bombed the depot": the name of a system taken for an adverb or for punctuation."""
    verb = name.head
    if not name.index or sentence.words[name.index - 1].tag != "DT" or verb.tag not in ("VBD", "VBN", "VBZ") or verb.index != name.index + 1:
        return
    if verb.kid("nsubj", "nsubjpass", "auxpass") is None:
        name.retag("NNP")
        name.dep = "nsubj"
        verb.retag("VBD" if verb.tag == "VBN" else verb.tag)
        _attach(sentence.words[name.index - 1], name, "det")


TRIPS = frozenset({"visit", "tour", "host", "address", "meet", "attack", "face", "leave", "join", "lead", "sign", "hold", "release", "start", "open"})


def _mend_due(to: Word, sentence: Sentence) -> None:
    """ "is due to visit Ankara": not "because of visit Ankara"."""
    place = to.kid("pobj")
    verb = sentence.words[to.index + 1] if to.index + 1 < len(sentence.words) else None
    if place is None or verb is None or verb.head is not place or verb.dep != "compound" or verb.lower not in TRIPS:
        return
    due = to.head
    verb.retag("VB")
    _attach(verb, due, "xcomp")
    _attach(to, verb, "aux")
    _attach(place, verb, "dobj")
    for kid in [kid for kid in place.kids if kid.index > place.index and kid.dep == "prep"]:
        _attach(kid, verb, "prep")


def _mend_stray(to: Word, answer: Word) -> None:
    """The same slip, half noticed by the parser: the preposition hangs as an auxiliary on the compound."""
    noun = to.head
    while noun.dep == "compound":
        noun = noun.head
    if answer.lemma in ANSWERS and noun.dep == "pobj":
        _attach(to, answer, "prep")
        _attach(noun, to, "pobj")


def _mend_infinitive(to: Word) -> None:
    """ "in response to drone attacks": not "to drone", but a preposition and a compound."""
    verb = to.head
    noun = verb.kid("dobj")
    answer = verb.head
    if verb.tag != "VB" or answer.lemma not in ANSWERS or noun is None or noun.index != verb.index + 1:
        return
    to.retag("IN")
    _attach(to, answer, "prep")
    _attach(noun, to, "pobj")
    verb.retag("NN")
    verb.lemma = verb.lower
    for kid in [kid for kid in verb.kids if kid is not noun]:
        _attach(kid, noun, kid.dep)
    _attach(verb, noun, "compound")
