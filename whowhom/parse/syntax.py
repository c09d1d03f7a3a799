"""Which word plays which part? The grammatical functions of a deed, found once for all stages.

A frame gives, for a verb or for a noun that names a deed, the words in each function:

- `subject`: who does it: active subject, passive agent, possessor of a nominal deed, antecedent of a relative clause,
  controller of an infinitive or participle;
- `object`: to whom: direct object, passive subject, "of" phrase of a nominal deed;
- `indirect`: the dative; `complement`: predicative noun or adjective; `clause`: the verb of a complement clause;
- any preposition by its own word (`against`, `on`, `with`, …): its object.

Conjoined words stand beside one another in a function. Labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.frame import Frame, core
from whowhom.parse.tree import Word

RELATIVES = frozenset({"who", "which", "that", "whom"})
OBJECT_CONTROL = word_list("object_control")
PREPOSITION_OF_OBJECT = frozenset({"of", "from", "for", "into", "as"})
"""After these, a gerund's subject is the matrix object: accused X of bombing, barred X from entering, blamed X for firing."""
FOILING, PLOTS, CHARGED_WITH = (word_list(name) for name in ("foiling", "plots", "charged_with"))
APPEALING = word_list("appealing")
BIDDING = word_list("bidding")
SHARING = word_list("sharing_object")
REPORTING, GAINSAYING = word_list("reporting"), word_list("gainsaying")
MESSAGES = word_list("messages")  # what somebody puts out to say something: "issued a statement demanding"
CALENDAR, GRANTING = word_list("calendar"), word_list("granting")
NOUN_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def is_passive(verb: Word) -> bool:
    if verb.kid("auxpass", "nsubjpass", "csubjpass", "agent"):
        return True
    if verb.tag != "VBN" or verb.kid("aux") or (verb.kid("dobj") and not (verb.dep == "advcl" and verb.lemma in GRANTING)):
        return False
    if (subject := verb.kid("nsubj")) is not None:  # "…, many of them detained"; the parser may take it for the main clause
        if verb.dep == "ccomp" and verb.head.lemma in BIDDING and verb.kid("mark", "auxpass") is None:
            return True  # "ordered the editor released"
        return (verb.kid("ccomp") is not None if verb.is_root else verb.dep != "conj") and subject is not core(subject)
    if verb.dep == "conj" and verb.head.is_verb:
        return is_passive(verb.head)
    return verb.dep in ("acl", "amod", "advcl", "ROOT", "relcl", "ccomp", "xcomp")


def antecedent(verb: Word) -> Word | None:
    """The noun that a relative or participial clause modifies."""
    return verb.head if verb.dep in ("relcl", "acl") and not verb.is_root else None


def resolve_relative(word: Word, verb: Word) -> Word:
    """The antecedent in place of "who", "which", "that"."""
    if word.lower in RELATIVES and word.tag in ("WDT", "WP", "IN", "DT"):
        clause = verb
        while clause.dep in ("conj", "pcomp", "xcomp", "prep"):  # "a group which Rwanda is accused of backing"
            clause = clause.head
        if noun := antecedent(clause):
            return noun
    return word


def frame_of(word: Word) -> Frame:
    """The frame of a verb, or of a noun or adjective that names a deed."""
    return verb_frame(word) if word.is_verb else noun_frame(word)


def verb_frame(verb: Word) -> Frame:
    frame = Frame(verb, passive=is_passive(verb))
    for kid in verb.kids:
        _add_kid(frame, kid)
    if not frame.get("subject"):
        if owner := _relative_filler(frame):
            frame.add(*owner)
        elif not (frame.passive and frame.get("object")):
            _inherit_subject(frame)
    elif frame.passive and verb.dep == "advcl" and verb.lemma in GRANTING:
        _take_suffering(frame)
    elif frame.passive and not frame.get("object"):  # "shells fired by the army", "arrested and beaten by guards"
        if owner := _relative_filler(frame):
            frame.add("object", owner[1])
        elif verb.dep == "conj" and verb.head.is_verb:
            above = verb_frame(verb.head)
            for word in above.get("object" if above.passive else "subject"):  # "marched on the palace and were dispersed by police"
                frame.add("object", word)
        elif verb.dep == "advcl" and verb.tag == "VBN" and verb.head.is_verb and verb.index < verb.head.index:
            _take_suffering(frame)
    if frame.passive and not frame.get("subject"):
        _share_agent(frame)
    if not frame.passive and verb.lemma in SHARING and not frame.get("object", "clause"):
        _share_object(frame)
    return frame


def _take_suffering(frame: Frame) -> None:
    """ "Freed by their captors, eleven seamen landed", "Granted asylum by Norway, a singer left": those of whom the sentence goes on to tell."""
    above = verb_frame(frame.word.head)
    function = "indirect" if frame.get("object") else "object"
    for word in above.get("object") if above.passive else above.get("subject"):
        frame.add(function, word)


def _share_object(frame: Frame) -> None:
    """ "abducted and later freed 12 pupils": the object after the last of several verbs is that of all."""
    verb = frame.word
    while (following := verb.kid("conj")) is not None and following.tag == frame.word.tag:
        for word in following.all_kids("dobj"):
            frame.add("object", word)
        if frame.get("object"):
            return
        verb = following


def _share_agent(frame: Frame) -> None:
    """ "was abducted, tortured and murdered by guerrillas": the agent after the last of several participles is that of all."""
    verb = frame.word
    while verb.kid("prep", "npadvmod", "agent") is None and (last := verb.kid("conj", "advcl")) is not None and last.tag == "VBN":
        if last.kid("nsubjpass", "nsubj", "aux", "auxpass", "mark", "advmod") is not None:
            return
        verb = last
    for preposition in verb.all_kids("agent") if verb is not frame.word else ():
        _add_preposition(frame, preposition)


def _add_kid(frame: Frame, kid: Word) -> None:
    verb = frame.word
    if kid.dep in ("nsubj", "csubj"):
        frame.add(
            "object" if frame.passive and verb.tag == "VBN" and _is_bare(verb) else "subject", _whole_of(kid, verb) or resolve_relative(kid, verb)
        )
    elif kid.dep in ("nsubjpass", "csubjpass") or kid.dep == "dobj":
        frame.add("object", resolve_relative(kid, verb))
    elif kid.dep == "dative" and kid.kid("pobj") is None:
        frame.add("indirect", kid)
    elif kid.dep in ("prep", "agent", "dative"):
        _add_preposition(frame, kid)
    elif kid.dep in ("xcomp", "ccomp"):
        for each in _verbs_of(kid):
            frame.add("clause", each)
        if verb.lemma == "leave" and kid.tag in ("VBN", "JJ") and (state := kid.kid("nsubj", "nsubjpass")) and not kid.all_kids("aux", "auxpass"):
            frame.add("object", state)  # "left six students and a guard injured", read as a clause
    elif kid.dep in ("attr", "oprd", "acomp"):
        frame.add("complement", kid)
    elif kid.dep == "dep" and kid.is_name and verb.kid("nsubj") is not None and kid.index < verb.index:
        frame.add("subject", kid)  # a headline's comma for "and": "US, Taliban sign deal"


def _whole_of(some: Word, verb: Word) -> Word | None:
    """ "Students marched, and some threw stones": those of whom these are some."""
    if some.lower not in ("some", "many", "most", "several") or some.kids or verb.dep != "conj":
        return None
    subject = verb.head.kid("nsubj")
    return subject if subject is not None and subject.tag in ("NNS", "NNPS") else None


def _is_bare(participle: Word) -> bool:
    """Whether a passive stands without "be": "…, many of them detained by police"."""
    return (not participle.is_root or participle.kid("ccomp") is not None) and participle.kid("aux", "auxpass", "dobj", "nsubjpass") is None


def _verbs_of(clause: Word) -> list[Word]:
    return [clause, *(kid for kid in clause.kids if kid.dep == "conj" and kid.is_verb)]


def _add_preposition(frame: Frame, preposition: Word) -> None:
    name = preposition.lower
    again = [kid for kid in preposition.all_kids("conj") if kid.lower == name]  # "backed neither by Paris nor by London"
    inner = [word for each in (preposition, *again) for word in each.all_kids("pobj", "pcomp")]
    if name == "by" and (preposition.dep == "agent" or frame.passive):
        for word in inner:
            frame.add("subject" if word.dep == "pobj" else "by", word)
        return
    for word in inner:
        frame.add(name, word)
    for nested in preposition.all_kids("prep") if name not in ("according", "due", "owing", "thanks") else ():
        for word in nested.all_kids("pobj"):
            frame.add(nested.lower, word)


def _relative_filler(frame: Frame) -> tuple[str, Word] | None:
    """The function that the noun before a relative or participial clause fills in it."""
    verb = frame.word
    noun = antecedent(verb)
    if noun is None:
        return None
    has_object = bool(frame.get("object"))
    if verb.dep == "acl":
        if verb.tag == "VBN":  # "stones hurled by boys", but "militias carried out attacks" mistaken for a participle
            return ("subject", noun) if has_object and not verb.kid("agent") else ("object", noun)
        if verb.tag == "VBG" and noun.lemma not in MESSAGES:
            return "subject", noun
        return None
    if frame.passive:
        return ("object", noun) if not has_object else None
    return ("object", noun) if not has_object and not verb.kid("nsubj") else None


def _inherit_subject(frame: Frame) -> None:
    """The subject from the governing verb: conjunction, control and raising, gerunds and participles."""
    verb = frame.word
    head = verb.head
    purpose = head.dep == "dobj" and verb.tag == "VB" and any(kid.lower == "to" for kid in verb.all_kids("aux"))  # "called a strike to demand more"
    if verb.is_root or verb.dep == "parataxis" or (verb.dep == "relcl" and not purpose):
        return
    if verb.dep == "pcomp":
        _inherit_through_preposition(frame, head)
    elif verb.dep in ("acl", "relcl") and head.is_noun:
        _inherit_through_noun(frame, head)
    elif verb.dep in ("conj", "xcomp", "advcl", "ccomp", "dep") and head.is_verb:
        if verb.dep == "ccomp" and verb.tag not in ("VB", "VBG", "VBN"):
            return
        if verb.dep == "advcl" and head.lemma in FOILING and any(noun.lemma in PLOTS for noun in head.all_kids("dobj")):  # "foiled a plot to bomb"
            return
        above = verb_frame(told_by(verb) or head)
        if verb.dep == "conj":
            _copy_conjoined(frame, above)
        elif verb.dep in ("xcomp", "ccomp") and head.lemma in OBJECT_CONTROL and above.get("object"):
            _take(frame, above.get("object"))
        elif verb.dep == "xcomp" and head.lemma in APPEALING and above.get("to", "on", "upon", "with"):  # "appealed to the army to reopen the bridge"
            _take(frame, above.get("to", "on", "upon", "with"))
        else:
            patients = above.get("object") if above.passive else []
            _take(frame, (frame.passive and patients) or above.get("subject") or patients)
    elif verb.dep in ("xcomp", "advcl") and head.tag.startswith("JJ"):
        if subject := head.head.kid("nsubj", "nsubjpass") if head.dep == "acomp" else None:
            frame.add("subject", resolve_relative(subject, head.head))


def told_by(participle: Word) -> Word | None:
    """ "denied that his men had shot them, saying that they fled": the verb of the teller, whose the participle is, though it hangs on what is told."""
    told = participle.head
    if (
        participle.dep != "advcl"
        or participle.tag != "VBG"
        or participle.lemma not in REPORTING
        or told.dep != "ccomp"
        or participle.index < told.index
    ):
        return None
    return told.head if told.head.lemma in REPORTING | GAINSAYING and told.head.index < told.index else None


def _take(frame: Frame, words: list[Word]) -> None:
    function = "object" if frame.passive and not frame.get("object") else "subject"
    for word in words:
        frame.add(function, word)


def _copy_conjoined(frame: Frame, above: Frame) -> None:
    """ "was arrested and released": the patient; "arrested 14 and released two": the agent."""
    if frame.passive:
        if above.passive:
            _take(frame, above.get("object"))
            if not frame.get("subject") and frame.word.kid("agent") is None:
                for word in above.slots.get("subject", []):
                    frame.add("subject", word)
        else:
            _take(frame, above.get("subject"))
    else:
        suffered = above.word.kid("nsubjpass") is not None and frame.word.tag != "VBN"  # "was charged by a court and will resign"
        for word in above.get("object" if suffered else "subject") or (above.get("object") if above.passive else []):
            frame.add("subject", word)
        if frame.word.tag == "VBN" and not frame.get("object") and above.get("object") is not None and above.passive:
            frame.passive = True
            frame.slots["object"] = list(above.get("object"))
            frame.slots.pop("subject", None)


def _inherit_through_preposition(frame: Frame, preposition: Word) -> None:
    """ "accused Rwanda of arming", "responded by bombing", "after killing"."""
    head = preposition.head
    if head.is_verb:
        above = verb_frame(head)
        objects = above.get("object")
        if not objects and preposition.lower == "for":  # "lashed out at Madrid on Monday for sending police"
            objects = [word for word in above.get("at", "into", "against") if word.index < preposition.index and word.is_noun]
        charged = preposition.lower in ("with", "against") and head.lemma in CHARGED_WITH
        if objects and (preposition.lower in PREPOSITION_OF_OBJECT or charged or above.passive):  # "was shot after refusing to pay"
            _take(frame, objects)
        else:
            _take(frame, above.get("subject"))
    elif (
        head.is_noun and preposition.lower == "by" and head.dep == "dobj"
    ):  # "answered the expulsion by expelling two": how somebody did what the verb says
        _take(frame, verb_frame(head.head).get("subject"))
    elif head.is_noun:
        _take(frame, noun_frame(head).get("subject"))
    elif head.tag.startswith("JJ") and (judged := head.kid("nsubj")) is not None:  # "found him guilty of breaking the truce"
        frame.add("subject", judged)
    elif head.tag.startswith("JJ") and head.dep == "acomp":  # "is guilty of breaking the truce"
        for word in head.head.all_kids("nsubj", "nsubjpass"):
            frame.add("subject", resolve_relative(word, head.head))


def _inherit_through_noun(frame: Frame, noun: Word) -> None:
    """ "their plot to bomb": the possessor, else the subject of the verb that governs the noun."""
    owners = noun_frame(noun).get("subject")
    if not owners and noun.dep in ("dobj", "pobj", "attr"):
        verb = noun.head if noun.dep != "pobj" else noun.head.head
        if verb.is_verb and verb.lemma not in FOILING:
            owners = verb_frame(verb).get("subject")
    _take(frame, owners)


def noun_frame(noun: Word) -> Frame:
    """The frame of a nominal deed: "the gang's assassination of a judge", "Israeli strikes on Gaza", "a raid by police"."""
    frame = Frame(noun, nominal=True)
    if noun.tag[:2] == "JJ":
        _add_predicate(frame)
    for kid in noun.kids:
        if kid.dep == "poss":
            frame.add("possessor", kid)
            frame.add("subject", kid)
        elif kid.dep in NOUN_PREPOSITIONS:
            name = kid.lower
            for word in kid.all_kids("pobj", "pcomp"):
                frame.add("subject" if name == "by" else "object" if name == "of" else name, word)
        elif kid.dep in ("compound", "amod", "nmod", "npadvmod"):
            frame.add("modifier", kid)
        elif kid.dep in ("acl", "relcl"):
            _add_clause_of_noun(frame, kid)
    if not frame.get("subject"):
        _subject_behind_object(frame)
    return frame


def _add_predicate(frame: Frame) -> None:
    """ "Kyiv is ready to talk": the subject of the copula, and what the adjective is ready for."""
    adjective = frame.word
    verb = adjective.head
    if adjective.dep in ("acomp", "attr", "oprd", "conj") and verb.is_verb:
        for word in verb_frame(verb).get("subject"):
            frame.add("subject", word)
    for kid in adjective.all_kids("xcomp", "ccomp"):
        for each in _verbs_of(kid):
            frame.add("clause", each)


def _subject_behind_object(frame: Frame) -> None:
    """ "the hijack of the jet by militiamen", "a strike on a market by the army": the parser hangs the by-phrase on the jet, the market."""
    for function, words in list(frame.slots.items()):
        if function in ("subject", "possessor", "modifier", "doer", "clause"):
            continue
        for word in words:
            for kid in word.kids:
                if kid.dep in NOUN_PREPOSITIONS and kid.lower == "by" and (inner := kid.kid("pobj")) and (function == "object" or _may_act(inner)):
                    frame.add("subject", inner)


def _may_act(noun: Word) -> bool:
    """Whether a noun after "by" is somebody: many, or a name, not "by the river"."""
    return noun.tag in ("NNS", "NNPS", "NNP") and noun.lemma not in CALENDAR


def _add_clause_of_noun(frame: Frame, clause: Word) -> None:
    """ "an attack carried out by rebels", "the strikes that Israel launched", "attacks blamed on", "an ambush targeting"."""
    if clause.tag == "VBN" or clause.dep == "relcl":
        for kid in clause.kids:
            if kid.dep == "agent":
                for word in kid.all_kids("pobj"):
                    frame.add("doer", word)
            elif kid.dep == "nsubj" and kid.lower not in RELATIVES and clause.lemma not in REPORTING:
                frame.add("doer", kid)
    if clause.tag in ("VB", "VBG") or clause.dep == "relcl":
        frame.add("clause", clause)
