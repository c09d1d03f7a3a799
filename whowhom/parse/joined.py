"""What does "and" join, where the parser joined it to the nearest word? Mends coordination: clauses with their own subjects, verbs of saying, speakers."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.tree import Sentence, Word

FINITE = frozenset({"VBD", "VBZ", "VBP"})
REPORTING, DENYING, RETORTING = (word_list(name) for name in ("reporting", "denying", "retorting"))
GRANTING = word_list("granting")
DONE_TO, HARMING, LEFT_IN = word_list("done_to"), word_list("harming"), word_list("left_in")
HYPERNYMS = word_list("people_at_large") | word_list("hypernyms")
NAMED = frozenset({"nsubj", "nsubjpass", "dobj"})
BODIES = word_list("bodies") | word_list("collective_roles")
OPENING = frozenset({"after", "before", "until", "since", "as"})
BESIDE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


def mend_joined(sentence: Sentence) -> None:
    """Hangs in place what "and" joined to the wrong word."""
    for word in sentence.words:
        if word.dep in ("nmod", "compound") and word.is_name and word.kid("cc") is not None:
            _mend_two_persons(word)
        if word.is_name and word.dep in NAMED and word.index > 1:
            _mend_office_and_name(word, sentence)
        if word.lower == "who" and word.head.dep == "relcl":
            _mend_who(word.head)
        if word.lower == "among" and word.dep == "prep" and word.head.is_verb:
            _mend_among(word)
        if word.is_name and word.dep == "conj" and word.head.dep == "dobj":
            _mend_gapped(word)
        if word.tag == "VBN" and word.dep == "amod" and word.head.dep == "conj" and word.head.head.tag in FINITE:
            _mend_two_verbs(word, sentence)
        if word.tag == "VBN" and word.dep == "advcl" and word.index < word.head.index and word.kid("agent") is None:
            _mend_doer(word)
        if word.dep in ("appos", "npadvmod") and word.is_noun and not word.is_name:
            _mend_list_of_three(word, sentence)
        if word.is_name and word.index == 0 and len(sentence.words) > 2 and sentence.words[1].text == ",":
            _mend_headline_pair(word, sentence.words[2])
        if word.lower == "shot" and word.dep == "conj" and word.tag == "NN" and not word.kids:
            _mend_shot(word)
        if word.lemma == "leave" and word.is_verb and word.kid("dobj") is not None:
            _mend_states(word, sentence)
        if word.tag == "VBD" and word.kid("nsubj") is None and word.index:
            _mend_own_place(word, sentence)
        if not word.is_verb or (word.tag not in FINITE and word.kid("aux", "auxpass") is None):
            continue
        if word.dep == "advcl" and word.tag == "VBD" and word.kid("nsubj", "nsubjpass", "mark", "advmod", "expl") is None:
            _mend_own_subject(word, sentence)
        if word.dep == "conj" and word.kid("nsubj", "nsubjpass", "csubj", "expl") is None:
            _mend_after(word, sentence)
            _mend_own_subject(word, sentence)
            _mend_suffered(word)
            if word.kid("nsubj", "nsubjpass") is None:
                _mend_resumed(word)
        elif word.dep == "ccomp" and word.kid("nsubj", "nsubjpass") is not None:
            _mend_object(word)
        elif word.lemma in REPORTING and word.index > 2 and word.kid("nsubj") is None and word.kid("ccomp") is not None:
            _mend_speakers(word, sentence)


def _mend_own_subject(verb: Word, sentence: Sentence) -> None:
    """ "freed a soldier and Greece freed two": the subject of the second clause taken for a fellow of the noun before "and"."""
    above = verb.head
    first = min((kid.index for kid in verb.kids if kid.dep in BESIDE_VERB and kid.index < verb.index), default=verb.index)
    subject = next((noun for noun in _ending_at(sentence.words[first - 1]) if noun.dep == "conj" and noun.head.is_noun), None)
    if not above.is_verb or subject is None or not subject.is_below(above) or subject.index < above.index:
        return
    joint = sentence.words[subject.subtree()[0].index - 1]
    if joint.dep != "cc" or joint.lower not in ("and", "but"):
        return
    subject.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")
    joint.hang_on(above, "cc")
    verb.dep = "conj"


def _mend_after(verb: Word, sentence: Sentence) -> None:
    """ "fled after soldiers, backed by jets, attacked the camp": a clause whose subject was taken for all that "after" opens."""
    before = sentence.words[verb.index - 1]
    for opening in verb.head.all_kids("prep"):
        subject = opening.kid("pobj") if opening.lower in OPENING else None
        if before.text == "," and subject is not None and subject.subtree()[-1].index in (verb.index - 1, verb.index - 2):
            opening.hang_on(verb, "mark")
            subject.hang_on(verb, "nsubj")
            verb.hang_on(verb.head, "advcl")
            return


def _mend_object(verb: Word) -> None:
    """ "raided Nablus and soldiers killed a boy": the object of the first verb taken for the first of two subjects of the second."""
    above, thing = verb.head, verb.kid("nsubj", "nsubjpass")
    joint, subject = (thing.kid("cc"), thing.kid("conj")) if thing is not None else (None, None)
    if thing is None or joint is None or subject is None or verb.kid("mark") is not None or above.kid("dobj", "dative", "prep") is not None:
        return
    if above.tag in FINITE and above.lemma in DONE_TO and thing.subtree()[0].index == above.index + 1 and joint.index < subject.index < verb.index:
        subject.hang_on(verb, thing.dep)
        thing.hang_on(above, "dobj")
        joint.hang_on(above, "cc")
        verb.hang_on(above, "conj")


def _mend_list_of_three(second: Word, sentence: Sentence) -> None:
    """ "two soldiers, a policeman and a boy": a list of three, the second taken for what the first are; "two people, a nurse and a boy" are but two."""
    first, members = second.head, second.subtree()
    if second.dep == "npadvmod":
        first = first.kid("dobj") or first
        if first.index > second.index or sentence.words[members[0].index - 1].text != ",":
            return
    conjuncts = [kid for kid in members if kid.dep == "conj" and kid.is_noun]
    joint = next((kid for kid in members if kid.dep == "cc" and kid.lower == "and" and kid.head.head in (second, second.head, *conjuncts)), None)
    if not first.is_noun or first.is_name or (first.tag == "NNS" and first.lemma in HYPERNYMS) or joint is None or not conjuncts:
        return
    if sentence.words[joint.index - 1].text == "," or not all(_is_counted(each) for each in (first, second, conjuncts[-1])):
        return
    after = members[-1].index + 1
    if after < len(sentence.words) and sentence.words[after].text == ",":
        return  # "the editor, a lawyer and a poet, was arrested"
    second.hang_on(first, "conj")


def _is_counted(noun: Word) -> bool:
    """Whether a noun is told as so many, or as somebody's: "a boy", "three farmers", "her brother"."""
    return any(kid.dep in ("det", "nummod", "poss") and kid.lower != "the" for kid in noun.kids)


def _mend_among(among: Word) -> None:
    """ "detained 14 people, among them a minister": who is among them is no further object, but some of them."""
    inner = among.kid("pobj")
    those, some = among.head.kid("dobj"), next((kid for kid in among.head.all_kids("dobj", "npadvmod", "dep") if kid.index > among.index), None)
    if inner is not None and inner.lower in ("them", "whom") and those is not None and some is not None and those.index < among.index:
        among.hang_on(some, "prep")
        some.hang_on(those, "appos")


def _mend_gapped(name: Word) -> None:
    """ "Poland expelled five diplomats and Latvia two", "France lost nine men and Chad four guards": a second subject, whose verb is left out."""
    thing, verb = name.head, name.head.head
    number = next((kid for kid in name.all_kids("nummod") if kid.index > name.index), None)
    noun = next((kid for kid in verb.all_kids("npadvmod", "dep") if kid.index > name.index and kid.subtree()[0].index <= name.index + 2), None)
    if noun is not None and number is None:
        number = noun.kid("nummod")
    subject, given = verb.kid("nsubj"), verb.kid("dative")
    if number is None or subject is None or not verb.is_verb or thing.is_name or not subject.is_name or name.kid("cc", "conj") is not None:
        return
    name.hang_on(given or subject, "conj")
    if noun is not None:
        noun.hang_on(thing, "conj")
    number.hang_on(noun or verb, "nummod" if noun is not None else "dep")


def _mend_two_verbs(second: Word, sentence: Sentence) -> None:
    """ "beat and tortured inmates": two verbs with one object, not a verb joined to tortured inmates."""
    thing, first = second.head, second.head.head
    if sentence.words[second.index - 1].dep != "cc" or second.index != thing.subtree()[0].index or first.kid("dobj", "ccomp") is not None:
        return
    second.hang_on(first, "conj")
    second.retag("VBD")
    thing.hang_on(second, "dobj")


def _mend_doer(verb: Word) -> None:
    """ "Granted asylum by Norway, …", "Threatened with arrest by the governor, …": who grants it and who threatens."""
    threatened = [kid for each in verb.all_kids("prep") if each.lower == "with" for kid in each.all_kids("pobj")]
    for thing in [*(verb.all_kids("dobj") if verb.lemma in GRANTING else ()), *threatened]:
        for preposition in [kid for kid in thing.all_kids("prep", "agent") if kid.lower == "by"]:
            preposition.hang_on(verb, "agent")


def _mend_own_place(verb: Word, sentence: Sentence) -> None:
    """ "In Karachi, police arrested two men and in Quetta gunmen killed a judge": the second place and the second subject taken for one name."""
    subject = sentence.words[verb.index - 1]
    preposition, place = subject.head, subject.kid("compound")
    if verb.kid("nsubj") is not None or subject.dep != "pobj" or place is None or not place.is_name or subject.is_name:
        return
    front = preposition.head.dep == "pobj" and preposition.head.head.index == 0  # "In an attack on Kulbus gunmen burned homes"
    if preposition.index + 1 == place.index == subject.index - 1 and (front or sentence.words[preposition.index - 1].dep == "cc"):
        place.hang_on(preposition, "pobj")
        preposition.hang_on(verb, "prep")
        subject.hang_on(verb, "nsubj")


def _mend_office_and_name(name: Word, sentence: Sentence) -> None:
    """ "The lawyer Grace Otieno was arrested": an office and the name right after it, taken for two people."""
    first = name.subtree()[0]
    before = sentence.words[first.index - 1] if first.index else name
    office = before.head if before.dep == "appos" and before.is_name else before
    if office is name or not office.is_noun or office.is_name or office.dep != name.dep or office.head is not name.head or office.tag != "NN":
        return
    if before is not office:  # "opposition leader Cheikh Mbaye Diagne", cut after the second name
        for kid in before.all_kids("compound"):
            kid.hang_on(name, "compound")
        before.hang_on(name, "compound")
    name.hang_on(office, "appos")
    for kid in name.all_kids("prep"):
        kid.hang_on(office.head, "prep")


def _mend_who(clause: Word) -> None:
    """ "supporters of the opposition who rallied", "nurses in Accra, who are on strike": people, not the body or the town."""
    noun = clause.head
    preposition = noun.head
    if noun.dep != "pobj" or preposition.lower not in ("of", "in", "from", "at", "near") or noun.tag not in ("NN", "NNP"):
        return
    people = preposition.head
    if people.tag == "NNS" and (noun.is_name or noun.lemma in BODIES):
        clause.hang_on(people, "relcl")


def _mend_headline_pair(first: Word, second: Word) -> None:
    """ "Seoul, Tokyo sign pact": the comma of a headline stands for "and", before a verb that is plural."""
    told = first.kid("appos") if first.is_root else None
    verb = told if told is not None and told.is_verb else first.head
    if not second.is_name or not verb.is_verb or verb is first or verb.lower != verb.lemma or second.index > verb.index:
        return
    if verb is told:
        verb.take_place_of(first, "nsubj")
        verb.retag("VBP")
    first.dep = "nsubj"
    second.hang_on(first, "conj")


def _mend_states(leaving: Word, sentence: Sentence) -> None:
    """ "left two boys dead and a nurse badly wounded": each state is that of the people right before it."""
    states = [word for word in sentence.words[leaving.index + 1 :] if word.lower in LEFT_IN and word.is_below(leaving)]
    people = [_right_before(state, sentence) for state in states]
    first = people[0] if people else None
    if len(states) < 2 or first is None or not first.is_below(leaving):
        return
    if any(noun is None for noun in people):
        return
    for state, noun in zip(states, people, strict=True):
        for joint in state.all_kids("cc"):
            joint.hang_on(leaving, "cc")
        if noun is not None:
            _first_of(noun, leaving).hang_on(leaving, "dobj")
        state.hang_on(leaving, "oprd")
        state.retag("JJ")


def _first_of(noun: Word, verb: Word) -> Word:
    """The first of those whom "and" joins to a noun, no farther than the verb before them: "two boys and a nurse"."""
    while noun.dep == "conj" and noun.head.is_noun and noun.head.index > verb.index:
        noun = noun.head
    return noun


def _right_before(state: Word, sentence: Sentence) -> Word | None:
    """The noun or number before a state and its adverbs."""
    at = state.index - 1
    while sentence.words[at].tag[:2] == "RB":
        at -= 1
    word = sentence.words[at]
    return word if word.is_noun or word.tag == "CD" or word.lower == "many" else None


def _mend_two_persons(first: Word) -> None:
    """ "President Filipe Chivale and opposition leader Venancio Tembe": two names, not one of both."""
    second, joint = first.head, first.all_kids("cc")[0]
    own = [kid for kid in second.kids if kid.dep == "compound" and kid.is_name and kid.index > joint.index]
    if not first.index < joint.index < second.index or not second.is_name or not own or first.kid("compound") is None or second.is_root:
        return
    for title in first.all_kids("conj"):
        title.hang_on(second, "compound")
    first.hang_on(second.head, second.dep)
    second.hang_on(first, "conj")


def _ending_at(word: Word) -> list[Word]:
    """The word and the nouns above it whose phrases end with it."""
    found = []
    for each in (word, *word.ancestors()):
        if each.is_noun or each.is_pronoun:
            if each.subtree()[-1] is not word:
                break
            found.append(each)
    return found


def _mend_resumed(verb: Word) -> None:
    """ "vowed to crush the rebels and blamed Iran", "denied that it did so and blamed the army": what is told goes on with the first verb."""
    above = verb.head
    governor = next((each for each in above.ancestors() if each.is_verb and each.tag in FINITE and each.index < above.index), None)
    if governor is None:
        return
    if above.dep == "relcl" and above.kid("aux") is not None and verb.tag == "VBD" == governor.tag and _has_pronoun(verb):
        verb.hang_on(governor, "conj")  # "dragged out men who had signed a petition and shot them"
        return
    loose = above.tag == "VB" and above.dep in ("xcomp", "advcl", "ccomp") and verb.tag == "VBD"
    judged = above.tag[:2] == "JJ" and verb.tag == "VBD"
    denied = above.dep == "ccomp" and governor.lemma in DENYING and verb.tag == governor.tag and verb.lemma in RETORTING
    if loose or judged or denied:
        joint = next((kid for kid in above.all_kids("cc") if kid.index < verb.index), None)
        verb.hang_on(governor, "conj")
        if joint is not None:
            joint.hang_on(governor, "cc")


def _has_pronoun(verb: Word) -> bool:
    thing = verb.kid("dobj")
    return thing is not None and thing.lower in ("them", "him", "her", "it")


def _mend_suffered(verb: Word) -> None:
    """ "were led away and beheaded": the second verb is passive like the first, where it has no object and is done to people."""
    if verb.tag == "VBD" and verb.head.kid("auxpass") is not None and verb.lemma in HARMING and verb.kid("dobj", "aux", "prt") is None:
        verb.retag("VBN")


def _mend_shot(shot: Word) -> None:
    """ "were taken from their homes and shot": no shot beside the homes."""
    verb = next((above for above in shot.ancestors() if above.is_verb), None)
    if verb is not None and verb.kid("auxpass") is not None and shot.head.dep == "pobj":
        joint = shot.head.kid("cc")
        shot.retag("VBN")
        shot.respell("shoot")
        shot.hang_on(verb, "conj")
        if joint is not None:
            joint.hang_on(verb, "cc")


def _mend_speakers(verb: Word, sentence: Sentence) -> None:
    """ "took 40 hostage, police and an official said": the speakers taken for more of the hostages."""
    told = verb.all_kids("ccomp")[0]
    speakers = [noun for noun in _ending_at(sentence.words[verb.index - 1]) if noun.dep in ("conj", "appos") and noun.is_below(told)]
    for noun in speakers:
        first = noun.subtree()[0].index
        if first > 1 and sentence.words[first - 1].text == ",":
            noun.hang_on(verb, "nsubj")
            return
