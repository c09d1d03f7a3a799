"""Which word is the main verb, where the parser took it for something else? Mends the whole frame of a sentence."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.tree import Sentence, Word

REPORTING = word_list("reporting")
ENDS = (".", "!", "”", '"')  # what a whole sentence ends with
PASTS = word_list("strong_pasts")
PERFECT = frozenset({"have", "has", "had"})
OWNED = word_list("qualities_owned")
FORCES = word_list("adjectives_like_nouns")


def perfect(sentence: Sentence) -> None:
    """ "Armenia had massed tanks at the border": a perfect taken for what somebody has."""
    for word in sentence.words[1:]:
        having, noun = sentence.words[word.index - 1], word.head
        if word.tag != "VBN" or word.dep != "amod" or having.lower not in PERFECT or word.lower not in sentence.lemmas or word.lower in OWNED:
            continue
        if noun.dep != "dobj" or noun.head is not having or not word.lower.endswith("ed"):
            continue
        word.respell(sentence.lemmas[word.lower])
        word.take_place_of(having, "aux")
        return


def late_object(sentence: Sentence) -> None:
    """ "Kenya turned over to Rwanda a reporter wanted for murder": what comes late, taken for the subject of a second clause without "and"."""
    for second in sentence.words:
        noun = second.kid("nsubj") if second.dep == "conj" and second.tag in ("VBD", "VBN") else None
        first = second.head
        if noun is None or not first.is_verb or not first.index < noun.index < second.index or first.kid("dobj", "cc", "ccomp", "xcomp") is not None:
            continue
        if second.kid("aux", "auxpass", "dobj", "agent") is not None or any(
            word.text in (",", ";", "-", "–") for word in sentence.words[first.index : noun.index]
        ):
            continue
        noun.hang_on(first, "dobj")
        second.retag("VBN")
        second.hang_on(noun, "acl")
        return


def lost_verb(sentence: Sentence) -> None:
    """ "Hundreds of farmers protested in Lima.": the main verb taken for a participle of its subject."""
    noun = next((word for word in sentence.words if word.is_root), None)
    if noun is None or not (noun.is_noun or noun.tag == "CD") or sentence.headline or sentence.words[-1].text not in ENDS:
        return
    first = next((kid for kid in noun.kids if kid.dep == "acl" or (kid.dep == "relcl" and _is_bare(kid)) if kid.kid("agent") is None), None)
    verb = first or noun.kid("acl") or _active_participle(noun)
    later = _later_verb(noun, verb) if verb is not None else None
    verb = later or verb
    if verb is None or verb.tag not in ("VBN", "VBD") or verb.lower.endswith("ing") or verb.kid("agent", "aux", "auxpass") or verb.index < noun.index:
        return
    if _has_other_verb(sentence, verb):
        return
    if later is not None:
        _give_back(sentence, later)
    _make_root(verb)
    verb.retag("VBD")
    _attach_root(noun, verb)


def _is_bare(verb: Word) -> bool:
    """Whether nothing opens a relative clause: "Brazil on Monday pressed for talks"."""
    return verb.tag in ("VBN", "VBD") and verb.kid("nsubj", "nsubjpass", "dobj", "mark") is None and not any(kid.tag[0] == "W" for kid in verb.kids)


def _active_participle(noun: Word) -> Word | None:
    """ "Two men on a motorcycle gunned down a judge": what has an object of its own is no participle of the motorcycle."""
    found = (word for word in noun.subtree() if word.dep == "acl" and word.tag in ("VBN", "VBD") and word.head.dep == "pobj")
    return next((word for word in found if word.kid("dobj") is not None and word.kid("agent", "aux", "auxpass") is None), None)


def _later_verb(noun: Word, first: Word) -> Word | None:
    """ "A ship loaded with rice docked in Aden.": of two participles after a noun, the last is the verb that the sentence lacks."""
    found = [
        word
        for word in noun.subtree()
        if word.tag in ("VBN", "VBD")
        and word.dep in ("acl", "relcl")
        and word.index > first.index + 1
        and word.kid("agent", "aux", "auxpass", "cc") is None
    ]
    if not found or any(kid.tag in ("WDT", "WP", "WRB") or kid.dep in ("nsubj", "nsubjpass") for kid in found[-1].kids):
        return None
    return found[-1]


def _give_back(sentence: Sentence, verb: Word) -> None:
    """Hangs a noun that the verb took for its modifier on the preposition before it: "with rice" of "loaded with rice docked"."""
    noun = sentence.words[verb.index - 1]
    before = sentence.words[noun.index - 1] if noun.index else None
    if noun.head is verb and noun.is_noun and before is not None and before.dep == "prep" and before.kid("pobj") is None:
        noun.hang_on(before, "pobj")


def past_modifier(sentence: Sentence) -> None:
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
        name.hang_on(before, "pobj")
    _make_root(verb)
    noun.hang_on(verb, "dobj")
    _attach_root(root, verb)


def _has_other_verb(sentence: Sentence, verb: Word) -> bool:
    """Whether a sentence has a finite main verb besides one."""
    finite = (word for word in sentence.words if word.tag in ("VBD", "VBZ", "VBP", "MD") and word is not verb and word.head is not verb)
    return any(word.dep not in ("relcl", "advcl", "ccomp") for word in finite)


def _make_root(verb: Word) -> None:
    """Takes a verb from what it hangs on, as the main verb; the old root is still to be hung below it."""
    verb.head.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"


def _attach_root(root: Word, verb: Word) -> None:
    """Hangs the old root below the new one as its subject, and gives it the full stop."""
    root.hang_on(verb, "nsubj")
    for kid in [kid for kid in root.kids if kid.index > verb.index]:
        kid.hang_on(verb, kid.dep)


def reduced_relative(sentence: Sentence) -> None:
    """ "Farmers(,) fed up with low prices(,) blocked a road.": of two past verbs that nothing joins the first describes the subject."""
    root = next((word for word in sentence.words if word.is_root), None)
    noun = root.kid("nsubj") if root is not None and root.tag == "VBD" else None
    verb = root.kid("conj") if root is not None else None
    if (
        root is None
        or noun is None
        or verb is None
        or verb.tag != "VBD"
        or root.kid("cc", "dobj") is not None
        or verb.kid("nsubj", "aux") is not None
    ):
        return
    opened = sentence.words[root.index - 1].text == ","
    if not noun.index < root.index < verb.index or opened != any(word.text == "," for word in sentence.words[root.index : verb.index]):
        return
    for kid in [kid for kid in root.kids if kid is not verb and (kid.index < root.index or kid.index > verb.index)]:
        kid.hang_on(verb, kid.dep)
    _make_root(verb)
    root.retag("VBN")
    root.hang_on(noun, "acl")


def leading_participle(sentence: Sentence) -> None:
    """ "Speaking in Lima, the minister announced …": the participle taken for the main verb, the main verb for one after its subject."""
    leading = sentence.words[0]
    if not (leading.is_root and leading.tag == "VBG"):
        return
    verb = next((word for word in sentence.words if word.dep == "acl" and word.tag == "VBD" and word.head.dep == "appos"), None)
    if verb is None or verb.kid("nsubj") is not None:
        return
    noun = verb.head
    _make_root(verb)
    noun.hang_on(verb, "nsubj")
    leading.hang_on(verb, "advcl")


def verb_before_object(sentence: Sentence) -> None:
    """ "Police evicted squatters in Lima.", "A court jailed editor Ana Lopez.": the main verb taken for a participle before its object."""
    noun = next((word for word in sentence.words if word.is_root), None)
    if noun is None or not noun.is_noun or sentence.headline or sentence.words[-1].text not in ENDS:
        return
    heads = (noun, *(kid for kid in noun.kids if kid.dep == "compound"))
    verb = next((kid for head in heads for kid in head.kids if _is_past(kid) and kid.lower in sentence.lemmas), None)
    subject = sentence.words[verb.index - 1] if verb is not None and verb.index else None
    if verb is not None and subject is not None and subject.lower in PERFECT and (owner := subject.kid("nsubj")) is not None:
        owner.hang_on(noun, "nsubj")
        subject = owner  # "the generals have relaxed curbs on her"
    if verb is None or subject is None or subject.dep not in ("nmod", "compound", "npadvmod", "nsubj", "amod"):
        return
    if subject.dep == "amod" and subject.lower in FORCES and subject.index:
        subject.retag("NN")
    if not subject.is_noun or (subject.dep == "amod" and subject.lower not in FORCES):
        return
    if _has_other_verb(sentence, verb):
        return
    front = [word for word in sentence.words[: subject.index] if word.head not in sentence.words[: subject.index]]
    _make_root(verb)
    verb.retag("VBD")
    verb.respell(sentence.lemmas[verb.lower])
    noun.hang_on(verb, "dobj")
    subject.hang_on(verb, "nsubj")
    for kid in front:
        kid.hang_on(subject, kid.dep)
    for kid in [kid for kid in noun.kids if kid.index > noun.index and kid.dep in ("prep", "punct") and kid.lower != "of"]:
        kid.hang_on(verb, kid.dep)


def verb_after_relative(sentence: Sentence) -> None:
    """ "The president, who flew to Goma, imposed martial law.": the main verb taken for a participle in an apposition of the subject."""
    root = next((word for word in sentence.words if word.is_root), None)
    joined = root.kid("nsubj") if root is not None and root.is_verb else None  # "…, imposed martial law but failed": "but" hangs on the subject
    subject = joined if joined is not None and joined.kid("cc") else root
    if root is None or subject is None or not subject.is_noun or sentence.headline or sentence.words[-1].text not in ENDS:
        return
    clause, noun = subject.kid("relcl"), subject.kid("appos")
    if clause is None or noun is None or not subject.index < clause.index < noun.index:
        return
    verb = noun.subtree()[0]
    fits = verb.head is noun and verb.dep == "amod" and verb.tag in ("VBN", "VBD") and verb.lower in sentence.lemmas
    if not fits or sentence.words[verb.index - 1].text != "," or (subject is root and _has_other_verb(sentence, verb)):
        return
    _make_root(verb)
    verb.retag("VBD")
    verb.respell(sentence.lemmas[verb.lower])
    noun.hang_on(verb, "dobj")
    for kid in [kid for kid in noun.kids if kid.index > noun.index and kid.dep in ("prep", "punct") and kid.lower != "of"]:
        kid.hang_on(verb, kid.dep)
    _attach_root(subject, verb)
    if subject is not root:
        root.hang_on(verb, "conj")


def _is_past(word: Word) -> bool:
    """Whether a modifier of a noun has the form of a past tense."""
    return (word.dep == "amod" and word.lower.endswith("ed")) or (word.dep in ("compound", "amod", "nmod") and word.lower in PASTS)


def swallowed_object(sentence: Sentence) -> None:
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
    speaker.hang_on(main, "nsubj")
    place.hang_on(verb, "dobj")
