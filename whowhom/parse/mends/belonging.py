"""Which word does a phrase belong to, where the parser hung it on its neighbour?"""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.subjects import NOT_SOMEBODY
from whowhom.parse.mends.way import on
from whowhom.parse.tree import Sentence, Word

DIRECTIONS, ON_THE_MOVE, VOICING = (word_list(name) for name in ("directions", "on_the_move", "voicing"))
MEASURES, PROTESTS, REPORTING = (word_list(name) for name in ("measures", "protests", "reporting"))
JUDGING, DEPRIVING, ADDRESSING = (word_list(name) for name in ("judging", "depriving", "addressing"))
AMOUNTS = MEASURES | {"%"}
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
    told = any(kid.lower == "of" for kid in deed.kids) or (deed.lemma in PROTESTS and deed.index == by.index - 1)  # "dispersed a protest by nurses"
    if deed.index < by.index and agent.tag in MANY_OR_NAMED and agent.lower not in NOT_SOMEBODY and agent.lemma not in MEASURES and told:
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


@on(word="on to for against", dep="prep")
def laid_on(preposition: Word, _: Sentence) -> None:
    """ "tariffs of 25 percent on steel", "a loan worth 5 million euros to Chad": the tariffs are on steel, not the percent."""
    amount = preposition.head
    worth = amount if amount.lower == "worth" else amount.head
    if worth is not amount and amount.tag != "CD" and amount.lemma not in AMOUNTS:
        return
    thing = worth.head
    told = worth.dep == "amod" if worth.lower == "worth" else amount.dep == "pobj" and worth.lower == "of"
    if told and thing.is_noun:
        preposition.hang_on(thing, "prep")


@on(word="as", dep="prep")
def judged(as_: Word, sentence: Sentence) -> None:
    """ "rejected as baseless allegations that its men looted": no baseless allegations, but what it rejects, as baseless."""
    verb, thing = as_.head, as_.kid("pobj")
    if verb.lemma not in JUDGING or thing is None or as_.index + 1 == len(sentence.words) or verb.kid("dobj", "nsubjpass", "auxpass") is not None:
        return
    quality = sentence.words[as_.index + 1]
    late = next((kid for kid in verb.all_kids("conj") if kid.is_noun and kid.index > thing.index), None)
    if late is not None and verb.kid("cc") is None:  # "rejected as propaganda Iraqi claims"
        late.hang_on(verb, "dobj")
    elif quality.head is thing and quality.dep in ("amod", "compound"):
        if thing.tag == "NNS" or any(kid.dep in ("det", "poss") and kid.index > quality.index for kid in thing.kids):
            thing.hang_on(verb, "dobj")
            quality.hang_on(as_, "pobj")


@on(word="of", dep="prep")
def deprived(of: Word, _: Sentence) -> None:
    """ "stripped the president of immunity": no president of immunity, but what is taken from him."""
    verb, thing = of.head.head, of.kid("pobj")
    if of.head.dep != "dobj" or verb.lemma not in DEPRIVING or thing is None or thing.is_name:
        return
    if not any(kid.lower == "of" for kid in verb.all_kids("prep")):
        of.hang_on(verb, "prep")


@on(word="between", dep="prep")
def between_parties(between: Word, _: Sentence) -> None:
    """ "fighting was reported between rebels and troops": what was between them is the fighting, not the report."""
    verb, parties = between.head, between.kid("pobj")
    told = verb.kid("nsubjpass") if verb.is_verb and verb.lemma in REPORTING else None
    if told is not None and told.is_noun and parties is not None and (parties.kid("conj") is not None or parties.tag == "NNS"):
        between.hang_on(told, "prep")


@on(tag="VBG", dep="xcomp")
def visiting(doing: Word, _: Sentence) -> None:
    """ "told visiting envoys that it would yield": nobody tells visiting; the envoys visit, and are told."""
    guests, telling = doing.kid("dobj"), doing.head
    if telling.lemma not in ADDRESSING or doing.index != telling.index + 1:
        return
    if guests is None or telling.kid("dobj") is not None or doing.kid("aux", "neg") is not None:
        return
    guests.hang_on(telling, "dobj")
    for kid in doing.all_kids("ccomp", "xcomp", "prep"):
        kid.hang_on(telling, kid.dep)
    doing.hang_on(guests, "amod")


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
