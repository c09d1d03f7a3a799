"""Which word does a phrase belong to, where the parser hung it on its neighbour?"""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.days import WEEKDAYS
from whowhom.parse.mends.way import on
from whowhom.parse.tree import Sentence, Word

DIRECTIONS, ON_THE_MOVE, VOICING = (word_list(name) for name in ("directions", "on_the_move", "voicing"))
MANY_OR_NAMED = frozenset({"NNS", "NNP", "NNPS"})


@on(word="by", dep="prep")
def agent_of_deed(by: Word, _: Sentence) -> None:
    """ "described the slaughter of farmers by bandits": who slaughtered them, not who described it."""
    if not by.head.is_verb:
        return
    verb, agent = by.head, by.kid("pobj")
    deed = verb.kid("dobj")
    if agent is None or deed is None or verb.kid("auxpass", "nsubjpass") is not None or verb.kid("nsubj") is None:
        return
    if deed.index < by.index and agent.tag in MANY_OR_NAMED and agent.lower not in WEEKDAYS and any(kid.lower == "of" for kid in deed.kids):
        by.hang_on(deed, "prep")


@on(word="by", dep="prep")
def agent_behind_noun(by: Word, _: Sentence) -> None:
    """ "were placed in detention by officers": not a detention by officers; but "killed in an attack by officers"."""
    noun, verb = by.head, by.head.head.head
    if noun.is_verb or noun.dep != "pobj" or not verb.is_verb:
        return
    agent = by.kid("pobj")
    bare = noun.kid("det", "poss") is None and not noun.lower.endswith(("ing", "fire"))
    if agent is None or not bare or verb.kid("auxpass") is None or verb.kid("agent") is not None or agent.tag not in MANY_OR_NAMED:
        return
    if noun.tag == "NN" or noun.head.lower == "with":
        by.hang_on(verb, "agent")


@on(word=ON_THE_MOVE, dep="pcomp")
def people_on_the_move(fleeing: Word, _: Sentence) -> None:
    """ "fired on fleeing rebels": nobody flees rebels."""
    preposition = fleeing.head
    people = fleeing.kid("dobj") if preposition.lower in ("on", "at", "against") else None
    if people is not None:
        people.hang_on(preposition, "pobj")
        fleeing.hang_on(people, "amod")


@on(dep="prep dative")
def lost_object(preposition: Word, sentence: Sentence) -> None:
    """ "asylum to five officers holed up in the embassy": the object of the preposition taken for the subject of its own participle."""
    if preposition.kids:
        return
    verb = next((word for word in sentence.words[preposition.index + 1 :] if word.tag in ("VBN", "VBD") and word.kid("nsubj") is not None), None)
    noun = verb.kid("nsubj") if verb is not None else None
    if verb is None or noun is None or verb.is_root or verb.dep not in ("advcl", "pcomp", "acl", "dep") or verb.kid("aux", "auxpass", "mark"):
        return
    if noun.subtree()[0].index != preposition.index + 1 or noun.is_pronoun or verb.index != noun.index + 1:
        return
    noun.hang_on(preposition, "pobj")
    verb.hang_on(noun, "acl")
    verb.retag("VBN")


@on(word=DIRECTIONS, tag="NN")
def direction(word: Word, _: Sentence) -> None:
    """ "killed a soldier west of Kandahar", "shot dead north of Mosul": a direction is no thing and nobody, but where it was."""
    if not any(kid.lower == "of" and kid.index == word.index + 1 for kid in word.all_kids("prep")):
        return
    noun = next((kid for kid in word.kids if kid.dep == "compound" and kid.index == word.index - 1 and kid.tag in ("NN", "NNS")), None)
    above, function = word.head, word.dep
    if noun is not None and function != "ROOT":
        for kid in [kid for kid in word.kids if kid.index < noun.index]:
            kid.hang_on(noun, kid.dep)
        noun.hang_on(above, function)
        for kid in [kid for kid in word.kids if kid.dep in ("conj", "cc", "appos", "relcl", "acl")]:
            kid.hang_on(noun, kid.dep)
        word.hang_on(noun, "advmod")
    elif function == "dobj" and above.index < word.index and word.kid("det", "poss") is None:
        word.dep = "advmod"
        for kid in word.all_kids("amod"):  # "dead" of "shot dead"
            kid.hang_on(above, "acomp")


@on(tag="VBG")
def voicing(verb: Word, sentence: Sentence) -> None:
    """ "on strike demanding payment": not a strike that demands, nor a demanding payment, but people on strike who demand it."""
    if verb.lemma not in VOICING or not verb.index:
        return
    noun = sentence.words[verb.index - 1]
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
