"""Is it told as true, and who says so? Negation, plan, report, condition and tense that govern a word, with their words.

From the word upwards: each governor either keeps what it governs as told, or changes its truth; verbs of saying add a claimant.
Which verbs do what stands in `knowledge/framing.yaml`.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.parse.ownwords import CONDITIONS, Told, according, is_source, modal_of, own_words, tense_of
from whowhom.parse.syntax import told_by, verb_frame
from whowhom.parse.tree import Word
from whowhom.parse.wordings import standing

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.entries import Framing
    from whowhom.model import Stance

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ALLOWING, TEXTS_OF_LAW, FICTION = (word_list(name) for name in ("allowing", "texts_of_law", "fiction"))
CALLING, CALENDAR = word_list("calling"), word_list("calendar")
TELLING_OF, PARTS_IN_DEEDS = word_list("telling_of"), word_list("parts_in_deeds")
COLLAPSING = word_list("collapsing")
MESSAGES, NOT_ADOPTING = word_list("messages"), word_list("not_adopting")
SPANS_OF_LIFE, QUELLING = word_list("spans_of_life"), word_list("quelling")
CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp", "csubj", "csubjpass"})
NOMINAL = frozenset({"dobj", "pobj", "nsubjpass", "attr", "oprd", "dative"})
CIRCUMSTANCE = word_list("circumstance")
"""Prepositions of what surrounds a deed: "stopped by an ambush" does not say that there was none."""
OCCASIONS = frozenset({"over"})
"""Prepositions of what gave the occasion: "threatened to expel them over the murder"; it is done, whatever becomes of that."""
WAYS, DELIBERATING = word_list("ways"), word_list("deliberating")
HAPPENING = word_list("coming_about")
SAYING_DEPTH = 12  # governors looked at; news sentences nest less deep, broken parses can be endless


def told(word: Word, light: Word | None, book: Codebook) -> Told:
    """How the deed named by a word (with its light verb) is told."""
    result = Told()
    current = light or word
    if light is not None:
        own_words(result, word, book, nominal=True)
    own_words(result, current, book, nominal=not current.is_verb)
    if light is not None and light.lemma in CALLING and not light.all_kids("aux"):
        _called_for(result, word, light)
    result.tense = tense_of(result, current)
    if _is_background(word):
        result.tense = "historical"
    for _ in range(SAYING_DEPTH):
        _parenthetical(result, current, book)
        step = _step(result, current, book)
        if step is None:
            break
        current = step
    if current.is_root and _is_asked(current):
        result.apply("hypothetical", current, "framing.question")
    return result


def _called_for(result: Told, word: Word, light: Word) -> None:
    """ "called a strike for Monday": it is still to come."""
    for kid in (*light.all_kids("prep"), *word.all_kids("prep")):
        day = kid.kid("pobj") if kid.lower == "for" else None
        if day is not None and (day.lower in CALENDAR or day.lower == "tomorrow"):
            result.apply("planned", light, "framing.future")
            result.tense = "future"


def _is_background(word: Word) -> bool:
    """ "the widow of assassinated Senator Ruiz", "after twelve years of war": what hearers are reminded of."""
    if word.dep == "amod":
        return word.tag == "VBN" and word.head.is_name
    return word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma in SPANS_OF_LIFE and word.head.head.tag == "NNS"


def _is_asked(root: Word) -> bool:
    """ "Did soldiers kill the bishop?": whether it is so is the question; "who killed him?" takes it for granted, and so does "didn't they?"."""
    if not any(kid.text == "?" for kid in root.kids) or root.kid("neg") is not None:
        return False
    subject = root.kid("nsubj", "nsubjpass", "expl")
    helper = root.kid("aux", "auxpass") or (root if root.lemma == "be" else None)
    if subject is None or helper is None or helper.index > subject.index:
        return False
    return not any(kid.tag[0] == "W" for kid in root.kids if kid.index < helper.index)


def _parenthetical(result: Told, word: Word, book: Codebook) -> None:
    """ "…, an aide said, …": a verb of saying beside the deed instead of above it."""
    for kid in word.kids:
        if kid.dep == "parataxis" and kid.is_verb and kid.kid("nsubj") is not None and kid.kid("ccomp", "dobj") is None:
            framing = _framing_of(kid, book)
            if framing is not None and framing.stance:
                result.apply(framing.effect, kid, f"framing.{framing.id}")
                _claim(result, kid, framing.stance)


def _step(result: Told, word: Word, book: Codebook) -> Word | None:
    """Looks at the governor of a word; the next word to climb from, or None at the end of the scope."""
    head, dep = word.head, word.dep
    if head is word:
        return None
    if dep == "conj":
        return _conjunct(result, word, head, book)
    if dep == "ccomp" and _is_apart(word, head):
        return head  # what is told of that clause may be told of this one: "…; none had come by Sunday, its treasurer said"
    if (dep == "prep" and head.is_noun) or dep in ("compound", "amod", "poss", "nmod"):
        return head if dep == "prep" and head.dep in NOMINAL and not word.is_verb else None
    if dep in ("pobj", "pcomp") and (head.dep in ("prep", "agent") or (head.dep == "conj" and head.tag == "IN")):
        return _through_preposition(result, word, head, book)
    if dep in ("acl", "relcl") or (dep == "ccomp" and head.is_noun):
        return _of_noun(result, word, head, book)
    if dep == "advcl":
        return _adverbial(result, word, head, book)
    if dep in CLAUSAL | NOMINAL | {"parataxis", "dep"} and (head.is_verb or head.tag.startswith("JJ")):
        _governed(result, word, head, "object" if dep in NOMINAL else "clause", book)
        return head
    if dep == "nsubj" and head.is_verb:
        _happening(result, head, book)
        _according_of(result, head)
        if not word.is_verb and _is_certain(word) and head.lemma not in HAPPENING and head.lemma != "be":
            result.settled = True  # "denied that the expulsion had to do with it": there was one
        return head if head.dep in ("ccomp", "conj") else None
    return head if head.dep in ("ccomp", "parataxis") else None


def _is_apart(word: Word, head: Word) -> bool:
    """ "The army shelled Sake; the rebels denied that they had left": what a semicolon parts is no content of what stands after it."""
    return any(kid.text == ";" and word.index < kid.index < head.index for each in (word, head) for kid in each.kids)


def _happening(result: Told, verb: Word, book: Codebook) -> None:
    """ "The attack did not take place", "clashes could break out", "the report is false": what hangs on the verb of a deed told as its subject."""
    if verb.lemma in COLLAPSING:  # "the talks collapsed"
        result.apply("negated", verb, "framing.collapse")
    for kid in verb.all_kids("acomp") if verb.lemma == "be" and verb.kid("neg") is None else ():
        for _, framing in book.framing["adjectives"].by_head.get(kid.lower, ()):
            if framing.effect == "denied":
                result.apply("denied", kid, f"framing.{framing.id}")
    for kid in verb.kids:
        if kid.dep == "neg" and verb.lemma in HAPPENING:
            result.apply("negated", kid, "framing.negation")
        elif kid.dep == "prt" and f"{verb.lemma} {kid.lower}" in COLLAPSING:
            result.apply("negated", verb, "framing.collapse")
        elif kid.dep == "aux" and kid.tag == "MD" and verb.lemma in HAPPENING:
            modal_of(result, kid)


def _according_of(result: Told, verb: Word) -> None:
    for kid in verb.kids:
        if is_source(kid):
            according(result, kid)


def _governed(result: Told, word: Word, head: Word, function: str, book: Codebook) -> None:
    """Applies the effect of a verb on its complement, then what hangs on the verb itself."""
    framing = _framing_of(head, book)
    if head.lemma in DELIBERATING and (word.tag == "VBG" or result.reality == "planned"):
        result.apply("hypothetical", head, "framing.deliberated")
    of_noun = word.is_noun and head.lemma in TELLING_OF and (not result.path or word.lemma in PARTS_IN_DEEDS)  # "Witnesses reported clashes"
    result.path.append((head, function))
    result.settled = result.settled or (framing is not None and framing.settles and function == "object" and _is_certain(word))
    if head.lemma == "be" and word.dep == "xcomp" and word.tag == "VB":  # "is to visit"
        result.apply("planned", head, "framing.future")
        result.tense = "future"
    subjects = {subject.lemma for subject in head.all_kids("nsubj")}
    if (head.lemma in ALLOWING and any(subject.lemma in TEXTS_OF_LAW for subject in verb_frame(head).get("subject"))) or not FICTION.isdisjoint(
        subjects
    ):
        result.apply("hypothetical", head, "framing.law" if FICTION.isdisjoint(subjects) else "framing.fiction")
    if framing is not None:
        result.apply(framing.effect, head, f"framing.{framing.id}")
        if framing.stance and (function == "clause" or of_noun):
            _claim(result, head, framing.stance)
    asked = any(kid.tag[0] == "W" and kid.tag != "WDT" for kid in word.kids)  # "nobody knows who killed him": somebody did
    negated = [kid for kid in head.kids if kid.dep == "neg" or kid.lower in ("never", "nor")]
    if nobody := next((each for kid in head.all_kids("nsubj") for each in (kid, *kid.kids) if each.lower in ("no", "nobody", "none")), None):
        if not asked:
            result.apply("negated", nobody, "framing.negation")
    if negated and not asked and (framing is None or framing.effect in ("keeps", "asserted", "planned", "alleged")):
        says = framing is not None and framing.effect == "asserted"
        result.apply("alleged" if says else "negated", negated[0], "framing.negation")
    for kid in head.kids:
        if kid.dep == "aux" and kid.tag == "MD" and not (framing and framing.stance):
            modal_of(result, kid)
        elif kid.dep == "mark" and kid.lower in CONDITIONS:
            result.apply("hypothetical", kid, "framing.condition")
    _according_of(result, head)


def _is_certain(noun: Word) -> bool:
    """ "the murder", "its elder's killing": a deed that hearers know of, not any one."""
    return any(kid.dep == "poss" or (kid.dep == "det" and kid.lower in DEFINITE) for kid in noun.kids)


def _claim(result: Told, verb: Word, stance: Stance) -> None:
    frame = verb_frame(verb)
    subjects = frame.get("subject") or [None]  # type: ignore[list-item]
    for subject in subjects:
        result.claims.append((subject, stance, verb))


def _framing_of(word: Word, book: Codebook, wanted: str = "") -> Framing | None:
    """What a word does to what it governs. `wanted`: a word that must belong to the wording: "aim at"."""
    table = book.framing["verbs" if word.is_verb else "adjectives" if word.tag.startswith("JJ") else "nouns"]
    standing_here = standing(word, table.by_head.get(word.lemma, ()))
    return next((framing for found, framing in standing_here if not wanted or any(wanted in (each.lemma, each.lower) for each in found)), None)


def _conjunct(result: Told, word: Word, head: Word, book: Codebook) -> Word | None:
    """A conjoined verb shares the modal and the condition of the first, and what governs it."""
    if not word.is_verb:
        return head
    if _is_of_teller(word, head, book):
        return head.head
    for kid in head.kids:
        if is_source(kid) and kid.dep == "prep" and not head.index < kid.index < word.index:  # at either end of the sentence: of all that it tells
            according(result, kid)
    if word.tag == "VB" or (word.tag == "VBN" and not word.all_kids("aux", "auxpass")):
        for kid in head.kids:
            if kid.dep == "aux" and kid.tag == "MD":
                modal_of(result, kid)
            elif kid.dep == "neg" and any(each.lower in ("or", "nor") for each in head.all_kids("cc")):
                result.apply("negated", kid, "framing.negation")
    for kid in head.kids:
        if kid.dep == "mark" and kid.lower in CONDITIONS:
            result.apply("hypothetical", kid, "framing.condition")
    return head


def _is_of_teller(verb: Word, first: Word, book: Codebook) -> bool:
    """ "denies that it shelled the school and has asked the UN": the perfect is no more of what is denied, which was told in the past, but of who denies."""
    above = first.head
    if first.dep != "ccomp" or not above.is_verb or verb.kid("nsubj", "nsubjpass", "mark") is not None:
        return False
    framing = _framing_of(above, book)
    perfect = any(kid.lower in ("has", "have") for kid in verb.all_kids("aux"))
    past = first.tag == "VBD" or any(kid.lower in ("had", "was", "were") for kid in first.all_kids("aux", "auxpass"))
    return framing is not None and framing.effect != "asserted" and perfect and past


def _through_preposition(result: Told, word: Word, preposition: Word, book: Codebook) -> Word | None:
    """ "accused of arming", "plans for an attack", "without firing"."""
    if preposition.lower == "without":
        result.apply("negated", preposition, "framing.negation")
        return None
    governor = preposition.head
    while preposition.dep == "conj" and governor.dep in ("prep", "conj"):  # "accused of looting and of shooting"
        preposition, governor = governor, governor.head
    result.settled = result.settled or (preposition.lower in OCCASIONS and _is_certain(word))
    if preposition.lower == "with" and word.dep == "pcomp" and word.kid("nsubj") is not None:  # "demanded a truce, with Peru voting against"
        return next((above for above in (governor, *governor.ancestors()) if above.is_verb), None)
    if governor.dep == "advmod" and governor.head.is_verb and (short := _framing_of(governor.head, book, governor.lower)) is not None:
        result.apply(short.effect, governor.head, f"framing.{short.id}")  # "stopped short of repeating"
        return governor.head
    if governor.is_verb:
        framing = _framing_of(governor, book, preposition.lower if preposition.lower in CIRCUMSTANCE else "")
        if governor.lemma == "be" and (no := governor.kid("neg")) and word.dep == "pcomp":  # "it is not by burning schools that"
            result.apply("negated", no, "framing.negation")
        function = preposition.lower
        result.path.append((governor, function))
        result.settled = result.settled or (framing is not None and framing.settles and _is_certain(word))
        if framing is not None and (word.dep == "pcomp" or framing.effect in ("planned", "hypothetical", "threatened", "negated", "keeps")):
            if preposition.lower != "on":
                result.apply(framing.effect, governor, f"framing.{framing.id}")
                if framing.stance:
                    _claim(result, governor, framing.stance)
        return None if preposition.lower in ("after", "before", "since", "during", "following", "amid") else governor
    if governor.is_noun or governor.tag.startswith("JJ"):  # "a plan for", "capable of"
        framing = _framing_of(governor, book)
        result.path.append((governor, preposition.lower))
        if framing is not None and preposition.lower not in ("in", "after"):
            result.apply(framing.effect, governor, f"framing.{framing.id}")
        return governor
    return None


def _of_noun(result: Told, verb: Word, noun: Word, book: Codebook) -> Word | None:
    """ "a plot to bomb", "plans to withdraw"; relative and participial clauses tell what did happen."""
    if verb.dep in ("acl", "ccomp") and any(kid.dep == "mark" and kid.lower == "that" for kid in verb.kids):  # "the report that soldiers killed"
        result.path.append((noun, "clause"))
        framing = next((each for rest, each in book.framing["nouns"].by_head.get(noun.lemma, ()) if not rest or rest == ("of",)), None)
        if framing is not None:  # "rumours that", as "rumours of"
            result.apply(framing.effect, noun, f"framing.{framing.id}")
            tellers = (each for kid in noun.all_kids("prep") if kid.lower in ("by", "from") for each in kid.all_kids("pobj"))
            for teller in (*noun.all_kids("poss"), *tellers):
                result.claims.append((teller, "asserts", noun))  # "a report by UN monitors that", "the union's claim that"
        return noun
    says = verb.tag == "VBG" or (verb.dep == "relcl" and any(kid.lower in ("that", "which") for kid in verb.all_kids("nsubj")))
    if says and noun.lemma in MESSAGES and (refused := _not_adopted(noun)) is not None:
        result.path.append((refused, "text"))
        result.apply("hypothetical", refused, "framing.not-adopted")
        return noun
    infinitive = any(kid.lower == "to" and kid.dep == "aux" for kid in verb.kids)
    if infinitive and noun.lemma in WAYS:
        result.path.append((noun, "clause"))
        result.apply("hypothetical", noun, "framing.way")
        return noun
    if (verb.dep == "relcl" and not (infinitive and _framing_of(noun, book) is not None)) or verb.tag in ("VBG", "VBN"):
        no = next((kid for kid in noun.kids if kid.lower == "no" and kid.dep in ("det", "neg")), None)
        if no is not None and not result.path:  # "there were no soldiers killed"
            result.apply("negated", no, "framing.negation")
        return noun if noun.dep == "attr" and noun.head.kid("expl") is not None else None
    if not infinitive:
        return noun if verb.tag.startswith("VBD") else None
    if noun.lemma in MESSAGES and _is_voiced(result, verb, book):
        return None
    framing = _framing_of(noun, book)
    result.path.append((noun, "clause"))
    result.apply(framing.effect if framing else "planned", noun, f"framing.{framing.id}" if framing else "framing.purpose")
    return noun


def _not_adopted(text: Word) -> Word | None:
    """ "refused to sign a declaration criticising it", "abstained from a resolution condemning it": the verb by which what a text says is not said."""
    governors = itertools.islice((above for above in text.ancestors() if above.is_verb), 2)
    return next((verb for verb in governors if verb.lemma in NOT_ADOPTING), None) if text.dep in ("dobj", "pobj", "nsubjpass") else None


def _adverbial(result: Told, verb: Word, head: Word, book: Codebook) -> Word | None:
    """Adverbial clauses tell facts ("after rebels attacked"), but for conditions and purposes."""
    if any(kid.lower == "to" and kid.dep == "aux" for kid in verb.kids) and verb.tag == "VB":
        if _is_voiced(result, verb, book):
            return None
        if verb.lemma in QUELLING and result.path[-1:] == [(verb, "object")]:
            return None  # "to disperse a protest": there was one
        result.path.append((head, "clause"))
        if result.rules == ["framing.allegedly"]:  # "came allegedly to kill him": it is the purpose that is alleged
            result.reality = "asserted"
        result.apply("planned", verb, "framing.purpose")
        framing = _framing_of(head, book) if head.is_verb else None
        if framing is not None and framing.effect in ("threatened", "negated", "denied", "hypothetical"):
            result.apply(framing.effect, head, f"framing.{framing.id}")
        return head if head.tag == "VB" and head.dep == "xcomp" else None  # "threatened to enter the hall to arrest him": to do both
    if verb.tag == "VBG" and verb.kid("mark") is None:
        result.path.append((head, "participle"))
        _according_of(result, head)
        return told_by(verb) or (head if head.is_verb else None)
    _told_at_end(result, verb, head, book)
    return None


def _is_voiced(result: Told, verb: Word, book: Codebook) -> bool:
    """ "went on air to say they had seized power": what a purpose is to tell has been told by serving it."""
    framing = _framing_of(verb, book)
    return framing is not None and framing.effect == "asserted" and any(word is verb for word, _ in result.path)


def _told_at_end(result: Told, verb: Word, head: Word, book: Codebook) -> None:
    """ "seized a trawler after it rammed a corvette, the navy said": who tells it all, at the end of the sentence."""
    teller = head.head
    if head.dep != "ccomp" or not teller.is_verb or teller.index < verb.index:
        return
    framing = _framing_of(teller, book)
    if framing is not None and framing.stance and framing.effect == "asserted":
        _claim(result, teller, framing.stance)
