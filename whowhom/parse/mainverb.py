"""Which word is the main verb, where the parser took it for something else? Mends the whole frame of a sentence."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.tree import Sentence, Word

REPORTING = word_list("reporting")
ENDS = (".", "!", "”", '"')  # what a whole sentence ends with


def mend_main_verb(sentence: Sentence, lemmas: dict[str, str]) -> None:
    """Mends the main verb, its subject and its object in place. `lemmas`: verb forms of the codebook with their lemmas."""
    _mend_lost_verb(sentence)
    _mend_leading_participle(sentence)
    _mend_verb_before_object(sentence, lemmas)
    _mend_swallowed_object(sentence)
    _mend_past_modifier(sentence)


def _mend_lost_verb(sentence: Sentence) -> None:
    """ "Hundreds of farmers protested in Lima.": the main verb taken for a participle of its subject."""
    noun = next((word for word in sentence.words if word.is_root), None)
    if noun is None or not (noun.is_noun or noun.tag == "CD") or sentence.headline or sentence.words[-1].text not in ENDS:
        return
    verb = next((kid for kid in noun.kids if kid.dep == "acl" or (kid.dep == "relcl" and _is_bare(kid)) if kid.kid("agent") is None), None)
    if verb is None or verb.tag not in ("VBN", "VBD") or verb.lower.endswith("ing") or verb.kid("agent", "aux", "auxpass") or verb.index < noun.index:
        return
    if _has_other_verb(sentence, verb):
        return
    _make_root(verb)
    verb.retag("VBD")
    _attach_root(noun, verb)


def _is_bare(verb: Word) -> bool:
    """Whether nothing opens a relative clause: "Brazil on Monday pressed for talks"."""
    return verb.tag in ("VBN", "VBD") and verb.kid("nsubj", "nsubjpass", "dobj", "mark") is None and not any(kid.tag[0] == "W" for kid in verb.kids)


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
        name.hang_on(before, "pobj")
    noun.hang_on(verb, "dobj")
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
    root.hang_on(verb, "nsubj")
    for kid in [kid for kid in root.kids if kid.index > verb.index]:
        kid.hang_on(verb, kid.dep)


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
    noun.hang_on(verb, "nsubj")
    leading.hang_on(verb, "advcl")


def _mend_verb_before_object(sentence: Sentence, lemmas: dict[str, str]) -> None:
    """ "Police evicted squatters in Lima.", "A court jailed editor Ana Lopez.": the main verb taken for a participle before its object."""
    noun = next((word for word in sentence.words if word.is_root), None)
    if noun is None or not noun.is_noun or sentence.headline or sentence.words[-1].text not in ENDS:
        return
    heads = (noun, *(kid for kid in noun.kids if kid.dep == "compound"))
    verb = next((kid for head in heads for kid in head.kids if kid.dep == "amod" and kid.lower.endswith("ed") and kid.lower in lemmas), None)
    subject = sentence.words[verb.index - 1] if verb is not None and verb.index else None
    if verb is None or subject is None or not subject.is_noun or subject.dep not in ("nmod", "compound", "npadvmod", "nsubj"):
        return
    if _has_other_verb(sentence, verb):
        return
    front = [word for word in sentence.words[: subject.index] if word.head not in sentence.words[: subject.index]]
    _make_root(verb)
    verb.retag("VBD")
    verb.respell(lemmas[verb.lower])
    noun.hang_on(verb, "dobj")
    subject.hang_on(verb, "nsubj")
    for kid in front:
        kid.hang_on(subject, kid.dep)
    for kid in [kid for kid in noun.kids if kid.index > noun.index and kid.dep in ("prep", "punct") and kid.lower != "of"]:
        kid.hang_on(verb, kid.dep)


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
    speaker.hang_on(main, "nsubj")
    place.hang_on(verb, "dobj")
