"""Which word does a phrase belong to, where the parser hung it on its neighbour? Mends that take a phrase from one word and give it to another."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.tree import Sentence, Word

WEEKDAYS = word_list("weekdays")
HOURS = word_list("hours_of_day")
SETTING = frozenset({"in", "near", "at", "outside", "inside"})  # prepositions of where it was
NOT_SOMEBODY = HOURS | WEEKDAYS | word_list("measures") | {"yesterday", "today", "tomorrow", "overnight"}
CRIMES = word_list("attack_nouns") | word_list("killings") | word_list("crimes")
ORDERING, MEASURES, CHARGING = (word_list(name) for name in ("ordering", "measures", "charging"))
BLAMING, WHAT_IS_LAID = word_list("laying_deeds"), word_list("laid_for_deeds")
AMOUNTS = word_list("measures") | {"%"}
JUDGING, ARRANGING = word_list("judging"), word_list("arranging")
LAID_ON = frozenset({"on", "to", "for", "against"})  # prepositions of whom a thing of some amount is laid on or meant for
PROTESTS, DEPRIVING = word_list("protests"), word_list("depriving")
MARCHES = frozenset({"march", "marches"})
HOLDING = word_list("holding_people")
CLAUSE_OPENERS = frozenset({"after", "before", "since", "until"})
SPELLS = frozenset({"in", "during", "for", "over", "through", "throughout"})  # "during the war years after 1914"


def mend_belonging(sentence: Sentence, lemmas: dict[str, str]) -> None:
    """Hangs phrases in place on the words that they belong to. `lemmas`: verb forms of the codebook with their lemmas."""
    for word in sentence.words:
        if word.lower == "of" and word.dep == "prep" and not word.head.is_verb and _is_charge(word):
            _mend_charge(word)
        elif word.lower in LAID_ON and word.dep == "prep" and (thing := _of_amount(word.head)) is not None:
            word.hang_on(thing, "prep")
        elif word.lower == "as" and word.dep == "prep" and word.head.lemma in JUDGING:
            _mend_judged(word, sentence)
        elif word.lower == "of" and word.dep == "prep" and word.head.dep == "dobj" and word.head.head.lemma in DEPRIVING:
            _mend_deprived(word)
        elif word.lower == "on" and word.dep == "prep" and word.head.is_noun:
            _mend_blame(word)
        elif word.lower in WEEKDAYS and word.dep in ("compound", "nmod") and word.head.dep == "pobj":
            _mend_opening_day(word)
        elif word.lower in CLAUSE_OPENERS and word.dep in ("prep", "mark"):
            _mend_clause_after(word)
        elif word.dep == "acl" and word.tag == "VBN" and word.lemma in ARRANGING and word.head.dep == "pobj" and word.head.head.lower in SETTING:
            if (meeting := word.head.head.head).is_noun:
                word.hang_on(meeting, "acl")
        elif word.tag in ("WDT", "WP") and word.dep == "dobj" and word.head.kid("nsubjpass") is not None:
            _mend_extracted(word, lemmas)
        elif word.lower in SETTING and word.dep == "prep" and (word.head.lower in WEEKDAYS or word.head.lower in HOURS):
            _mend_hour(word)
        elif word.lower == "by" and word.dep == "prep":
            if word.head.is_verb:
                _mend_agent(word)
            elif word.head.dep == "pobj" and word.head.head.head.is_verb:
                _mend_agent_behind(word)
        elif word.tag == "VBD" and word.dep == "ccomp" and word.kid("nsubj", "nsubjpass", "mark", "aux") is None:
            _mend_series(word)
        elif word.tag == "VB" and word.dep in ("advcl", "ccomp") and word.head.lemma in ORDERING:
            _mend_order(word)
        elif word.tag == "VBG" and word.dep == "advcl" and word.lemma in HOLDING and sentence.words[word.index - 1] is word.head.kid("dobj"):
            word.hang_on(sentence.words[word.index - 1], "acl")  # "bombed a base housing troops": the base houses them
        elif word.tag == "VB" and word.dep == "amod" and word.head.dep == "pobj" and word.head.head.tag == "TO":
            _mend_infinitive(word)
        elif word.dep in ("dobj", "pobj") and word.lemma in MEASURES:
            if word.tag == "NNS":
                _mend_how_long_after(word, sentence)
            if word.dep == "dobj":
                _mend_sum(word)
        elif word.dep == "npadvmod" and word.tag == "NNS" and word.head.is_verb:
            _mend_counted_object(word)
        elif word.dep == "npadvmod" and word.lower in MARCHES and word.head.is_verb:
            _mend_march(word)
        elif (word.tag in ("VBZ", "VBD", "VBP") or _is_bare_participle(word)) and word.index and sentence.words[word.index - 1].head is word:
            _mend_subject_within(word, sentence.words[word.index - 1])
    first = sentence.words[0]
    if first.lower == "outside" and first.dep in ("compound", "nmod", "amod"):
        _mend_outside(first, sentence)
    if first.tag == "IN":
        verb = sentence.root
        if verb.tag in ("VBD", "VBZ", "VBP") and verb.kid("nsubj", "nsubjpass", "csubj", "expl") is None:
            _mend_opening_place(verb, sentence)


def _of_amount(amount: Word) -> Word | None:
    """ "tariffs of 25 percent on steel", "a loan worth 5 million euros to Chad": the thing whose amount a word tells; None for other words."""
    worth = amount if amount.lower == "worth" else amount.head
    if worth is not amount and amount.tag != "CD" and amount.lemma not in AMOUNTS:
        return None
    if worth.lower == "worth":
        return worth.head if worth.dep == "amod" and worth.head.is_noun else None
    return worth.head if amount.dep == "pobj" and worth.lower == "of" and worth.head.is_noun else None


def _mend_judged(as_: Word, sentence: Sentence) -> None:
    """ "rejected as baseless allegations that its men looted": no baseless allegations, but what it rejects, as baseless."""
    verb, thing = as_.head, as_.kid("pobj")
    if thing is None or verb.kid("dobj", "nsubjpass", "auxpass") is not None:
        return
    quality = sentence.words[as_.index + 1]
    late = next((kid for kid in verb.all_kids("conj") if kid.is_noun and kid.index > thing.index), None)
    if late is not None and verb.kid("cc") is None:  # "rejected as propaganda Iraqi claims"
        late.hang_on(verb, "dobj")
    elif (
        quality.head is thing
        and quality.dep in ("amod", "compound")
        and (thing.tag == "NNS" or any(kid.dep in ("det", "poss") and kid.index > quality.index for kid in thing.kids))
    ):
        thing.hang_on(verb, "dobj")
        quality.hang_on(as_, "pobj")


def _mend_extracted(which: Word, lemmas: dict[str, str]) -> None:
    """ "a group which Rwanda is accused of backing": it is backed, not accused."""
    doings = [(of, doing) for of in which.head.all_kids("prep") if of.index > which.head.index for doing in of.all_kids("pcomp", "pobj")]
    of, doing = doings[-1] if doings else (which, which)
    if of.lower in ("of", "for", "with") and doing.lower.endswith("ing") and doing.kid("dobj", "det") is None:
        doing.retag("VBG")
        doing.respell(lemmas.get(doing.lower, doing.lemma))
        doing.hang_on(of, "pcomp")
        which.hang_on(doing, "dobj")


def _mend_hour(preposition: Word) -> None:
    """ "raided the house on Friday night near Mosul": not a night near Mosul."""
    verb = next((above for above in preposition.ancestors() if above.is_verb), None)
    if verb is not None and verb.index < preposition.index:
        preposition.hang_on(verb, "prep")


def _mend_subject_within(verb: Word, noun: Word) -> None:
    """ "Mali orders out the envoy": the subject taken for the first part of a name whose last is the verb."""
    if noun.dep not in ("compound", "nmod", "amod", "npadvmod") or noun.lower in NOT_SOMEBODY:
        return
    relative = verb.dep == "relcl" and (which := verb.kid("dobj")) is not None and which.tag in ("WDT", "WP")  # "X, which Sudan accuses"
    if verb.kid("nsubj", "nsubjpass", "csubj", "expl") is not None or not (verb.is_root or verb.dep == "ccomp" or relative):
        return
    if noun.tag == "JJ" and noun.text[0].isupper():
        noun.retag("NNP")
    if not noun.is_noun:
        return
    noun.hang_on(verb, "nsubj")
    if verb.tag == "VBN":
        verb.retag("VBD")
    for kid in [kid for kid in verb.kids if kid.index < noun.index and kid.dep in ("det", "amod", "compound", "nmod", "poss", "nummod")]:
        kid.hang_on(noun, kid.dep)


def _is_bare_participle(verb: Word) -> bool:
    """ "Sweden suspended aid": a main verb with its object, taken for a participle."""
    return verb.tag == "VBN" and verb.is_root and verb.kid("dobj") is not None and verb.kid("aux", "auxpass", "nsubj", "nsubjpass") is None


def _mend_agent(by: Word) -> None:
    """ "described the slaughter of farmers by bandits": who slaughtered them, not who described it."""
    verb, agent = by.head, by.kid("pobj")
    deed = verb.kid("dobj")
    if agent is None or deed is None or verb.kid("auxpass", "nsubjpass") is not None or verb.kid("nsubj") is None:
        return
    told = any(kid.lower == "of" for kid in deed.kids) or (deed.lemma in PROTESTS and deed.index == by.index - 1)  # "dispersed a protest by nurses"
    if deed.index < by.index and agent.tag in ("NNS", "NNP", "NNPS") and agent.lower not in NOT_SOMEBODY and agent.lemma not in MEASURES and told:
        by.hang_on(deed, "prep")


def _mend_agent_behind(by: Word) -> None:
    """ "were placed in detention by officers": not a detention by officers; but "killed in an attack by officers"."""
    noun, agent = by.head, by.kid("pobj")
    verb = noun.head.head
    bare = noun.kid("det", "poss") is None and not noun.lower.endswith(("ing", "fire"))
    if agent is None or not bare or verb.kid("auxpass") is None or verb.kid("agent") is not None or agent.tag not in ("NNS", "NNP", "NNPS"):
        return
    if noun.tag == "NN" or noun.head.lower == "with":
        by.hang_on(verb, "agent")


def _mend_series(verb: Word) -> None:
    """ "Police said men burned cars, overturned a bus and broke windows": each verb but the first lost the others."""
    first = next((kid for kid in verb.head.kids if kid.dep == "ccomp" and kid.index < verb.index), None)
    if first is not None and first.tag == "VBD" and first.kid("nsubj") is not None:
        verb.hang_on(first, "conj")


def _mend_order(verb: Word) -> None:
    """ "ordered the army to free them", "warns Mali not to send it": what somebody is told to do, taken for a purpose or for a clause of its own."""
    above = verb.head
    if not above.is_verb or not any(kid.lower == "to" and kid.dep == "aux" for kid in verb.kids) or verb.index < above.index:
        return
    told = above.kid("dobj")
    subject = verb.kid("nsubj")
    if subject is not None and told is None and above.index < subject.index:
        subject.hang_on(above, "dobj")
        verb.dep = "xcomp"
    elif subject is None and told is not None and above.kid("xcomp", "ccomp") is None:
        verb.dep = "xcomp"


def _mend_infinitive(verb: Word) -> None:
    """ "allowed police to detain editors": no kind of editors, to whom it was allowed, but what the police may do."""
    noun, to = verb.head, verb.head.head
    verb.hang_on(to.head, "xcomp")
    to.hang_on(verb, "aux")
    noun.hang_on(verb, "dobj")


def _mend_counted_object(noun: Word) -> None:
    """ "exchanged 206 prisoners": things counted right after the verb are its object, but for hours and miles."""
    verb = noun.head
    if noun.kid("nummod") is None or noun.lemma in MEASURES or verb.kid("nsubj") is None:
        return
    if verb.kid("dobj", "auxpass", "nsubjpass") is None and noun.subtree()[0].index == verb.index + 1:
        noun.dep = "dobj"


def _mend_how_long_after(time: Word, sentence: Sentence) -> None:
    """ "suspended the union weeks after it struck": the union is suspended, not some weeks of it."""
    noun = sentence.words[time.index - 1] if time.index else time
    after = sentence.words[time.index + 1] if time.index + 1 < len(sentence.words) else time
    if after.lower not in CLAUSE_OPENERS or noun.head is not time or noun.dep not in ("compound", "nmod") or time.head.lower in SPELLS:
        return
    above, dep = time.head, time.dep
    noun.hang_on(above, dep)
    for kid in list(time.kids):
        behind = kid.index > time.index
        kid.hang_on(above if behind else noun, "advcl" if behind and kid.is_verb else kid.dep)
    time.hang_on(after.head if after.dep == "mark" else after, "npadvmod")


def _mend_march(noun: Word) -> None:
    """ "broke up a march": no month."""
    verb = noun.head
    if verb.index < noun.index and noun.kid("det", "poss") is not None and verb.kid("dobj", "auxpass", "nsubjpass") is None:
        noun.dep = "dobj"
        for kid in verb.all_kids("prep"):
            if kid.index == noun.index + 1:
                kid.hang_on(noun, "prep")


def _mend_sum(measure: Word) -> None:
    """ "fined an editor 500 dollars": who pays and how much, not the dollars of an editor."""
    number = measure.kid("nummod")
    payer = next((kid for kid in measure.all_kids("nmod", "compound") if number is not None and kid.index < number.index and kid.is_noun), None)
    if payer is None:
        return
    for kid in [kid for kid in measure.kids if kid.index < payer.index]:
        kid.hang_on(payer, kid.dep)
    for kid in measure.all_kids("prep"):
        kid.hang_on(measure.head, "prep")
    payer.hang_on(measure.head, "dobj")
    measure.dep = "npadvmod"


def _is_charge(of: Word) -> bool:
    """Whether what stands after "of" can be what somebody is accused of: a doing, or a crime."""
    noun = of.kid("pobj")
    if noun is not None and of.head.is_name and of.head.dep == "dobj" and not noun.is_name:
        return True  # "accused the Taliban of the blast"
    if noun is not None and noun.lemma in CRIMES:
        return True
    return of.kid("pcomp") is not None or (noun is not None and noun.tag == "VBG" and noun.kid("det", "poss") is None)


def _mend_charge(of: Word) -> None:
    """ "accused gunmen of burning the school", "were accused by villagers of burning it": not gunmen of burning, but what they are accused of."""
    verb = next((above for above in of.ancestors() if above.is_verb), None)
    if verb is not None and verb.lemma in CHARGING and any(kid.dep in ("dobj", "agent") and kid.index < of.index for kid in verb.kids):
        if not any(kid.lower == "of" for kid in verb.all_kids("prep")):
            of.hang_on(verb, "prep")


def _mend_deprived(of: Word) -> None:
    """ "stripped the president of immunity": no president of immunity, but what is taken from him."""
    verb, thing = of.head.head, of.kid("pobj")
    if thing is not None and not thing.is_name and not any(kid.lower == "of" for kid in verb.all_kids("prep")):
        of.hang_on(verb, "prep")


def _mend_blame(on: Word) -> None:
    """ "blamed the killing of a mayor on a gang", "laid the blame for it on the army": on whom it is blamed, not on whom it was done."""
    verb = next((above for above in on.ancestors() if above.is_verb), None)
    thing = verb.kid("dobj") if verb is not None else None
    if verb is None or thing is None or any(word.lower == "on" and word.index > on.index for word in verb.subtree()):
        return
    blamed = verb.lemma in BLAMING and on.head.is_below(thing) and not any(kid.lower == "for" for kid in verb.all_kids("prep"))
    if blamed or thing.lemma in WHAT_IS_LAID:
        on.hang_on(verb, "prep")


def _mend_opening_day(day: Word) -> None:
    """ "On Monday rebels attacked the town.": the subject taken for the day's own name."""
    noun = day.head
    preposition, verb = noun.head, noun.head.head
    if preposition.dep != "prep" or not verb.is_verb or not noun.index < verb.index or preposition.index != day.index - 1:
        return
    if verb.kid("nsubj", "nsubjpass", "csubj") is None:
        noun.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")
        day.hang_on(preposition, "pobj")


def _mend_outside(outside: Word, sentence: Sentence) -> None:
    """ "Outside Lima, police arrested two men.": a preposition taken for the name's first word, and the place for the subject."""
    place = outside.head
    verb = place.head
    after = sentence.words[place.index + 1] if place.index + 1 < len(sentence.words) else None
    if place.dep != "nsubj" or after is None or after.text != ",":
        return
    if len(verb.all_kids("nsubj", "nsubjpass")) > 1 or place.kid("appos", "conj") is not None:
        outside.retag("IN")
        outside.hang_on(verb, "prep")
        place.hang_on(outside, "pobj")


def _mend_opening_place(verb: Word, sentence: Sentence) -> None:
    """ "In Kano, Mali and Niger denounced the coup.": the subject after the comma taken for a part of the place before it."""
    for comma in sentence.words[1 : verb.index]:
        place = sentence.words[comma.index - 1]
        if comma.text != "," or not place.is_noun:
            continue
        for subject in place.all_kids("appos", "conj"):
            whole = subject.subtree()
            if whole[0].index == comma.index + 1 and subject.index < verb.index:
                subject.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")
                return


def _mend_clause_after(after: Word) -> None:
    """ "fled after gunmen wounded the mayor": the subject of the clause taken for all that stands after the preposition."""
    noun = after.kid("pobj")
    if noun is None:
        _mend_noun_in_ing(after)
        return
    above = after.head
    if after.dep == "mark" or (above.dep == "npadvmod" and above.head.index > noun.index):  # "a day after gunmen wounded the mayor"
        verb: Word | None = above if after.dep == "mark" else above.head
    else:
        verb = next((kid for kid in above.all_kids("advcl") if kid.index > noun.index), None)
    if verb is None or not verb.is_verb or verb.tag not in ("VBD", "VBZ", "VBP") or verb.kid("nsubj", "nsubjpass", "auxpass") is not None:
        return
    if noun.subtree()[-1].index == verb.index - 1:
        noun.hang_on(verb, "nsubj")
        after.hang_on(verb, "mark")


def _mend_noun_in_ing(after: Word) -> None:
    """ "suspended its work after shelling hit its clinic": a noun in -ing taken for a verb, and its own verb for a complement."""
    noun = after.kid("pcomp")
    verb = noun.kid("xcomp", "ccomp") if noun is not None and noun.tag == "VBG" else None
    if noun is None or verb is None or verb.tag not in ("VBD", "VBZ", "VBP") or verb.index != noun.index + 1 or verb.kid("nsubj") is not None:
        return
    noun.retag("NN")
    verb.hang_on(after.head, "advcl")
    noun.hang_on(verb, "nsubj")
    after.hang_on(verb, "mark")
