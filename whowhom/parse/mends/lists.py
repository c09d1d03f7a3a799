"""Who stands beside whom? Rows of people, names and things, where the parser took one for a part of another, or one for two."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import NAME, NOUN, on
from whowhom.parse.tree import Sentence, Word

HYPERNYMS = word_list("people_at_large") | word_list("hypernyms")


@on(tag=NAME, dep="nmod compound")
def two_persons(first: Word, _: Sentence) -> None:
    """ "President Filipe Chivale and opposition leader Venancio Tembe": two names, not one of both."""
    if (joint := first.kid("cc")) is None:
        return
    second = first.head
    own = [kid for kid in second.kids if kid.dep == "compound" and kid.is_name and kid.index > joint.index]
    if not first.index < joint.index < second.index or not second.is_name or not own or first.kid("compound") is None or second.is_root:
        return
    for title in first.all_kids("conj"):
        title.hang_on(second, "compound")
    first.hang_on(second.head, second.dep)
    second.hang_on(first, "conj")


@on(tag=NAME, dep="nsubj nsubjpass dobj")
def office_and_name(name: Word, sentence: Sentence) -> None:
    """ "The lawyer Grace Otieno was arrested": an office and the name right after it, taken for two people."""
    if name.index < 2:
        return
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


@on(word="among", dep="prep")
def among(word: Word, _: Sentence) -> None:
    """ "detained 14 people, among them a minister": who is among them is no further object, but some of them."""
    if not word.head.is_verb:
        return
    inner = word.kid("pobj")
    those, some = word.head.kid("dobj"), next((kid for kid in word.head.all_kids("dobj", "npadvmod", "dep") if kid.index > word.index), None)
    if inner is not None and inner.lower in ("them", "whom") and those is not None and some is not None and those.index < word.index:
        word.hang_on(some, "prep")
        some.hang_on(those, "appos")


@on(tag=NAME, dep="conj")
def gapped(name: Word, _: Sentence) -> None:
    """ "Poland expelled five diplomats and Latvia two", "France lost nine men and Chad four guards": a second subject, whose verb is left out."""
    if name.head.dep != "dobj":
        return
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


@on(tag="NN NNS", dep="appos npadvmod")
def list_of_three(second: Word, sentence: Sentence) -> None:
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


@on(tag=NAME, dep="appos")
def close_name(name: Word, _: Sentence) -> None:
    """ "killed the mayor Jose Cruz and two guards": without a comma the name only tells who the mayor is, and the guards are beside him."""
    noun = name.head
    if noun.is_name or noun.tag != "NN":
        return
    if all(kid.text != "," for kid in noun.kids if noun.index < kid.index < name.index):
        for other in name.all_kids("conj"):
            if not other.is_name:
                other.hang_on(noun, "conj")


@on(tag=NOUN, dep="conj")
def second_object(noun: Word, _: Sentence) -> None:
    """ "killed the mayor, Jose Cruz, and his driver": a noun joined to the verb is another of its objects."""
    verb = noun.head
    if not verb.is_verb or (thing := verb.kid("dobj")) is None:
        return
    if verb.index < thing.index < noun.index and thing.is_noun and any(kid.text == "," for kid in thing.kids) and noun.kid("nsubj") is None:
        noun.hang_on(thing, "conj")


@on(tag=NAME, dep="appos npadvmod")
def names_in_a_row(name: Word, sentence: Sentence) -> None:
    """ "Burundi, Rwanda, the Congo and Kenya signed": names in a row taken for appositions of the first."""
    if name.kid("conj") is None:
        return
    before = [kid for kid in name.kids if kid.dep in ("det", "compound") and kid.index < name.index]
    left = before[0] if before else name
    if left.index < 2:
        return
    comma = sentence.words[left.index - 1]
    first = sentence.words[comma.index - 1]
    joined = [each for kid in name.all_kids("conj") for each in (kid, *kid.all_kids("conj"))]
    if comma.text != "," or not first.is_name or first.kid("nummod") is not None or not all(each.is_name for each in joined):
        return
    closed = any(kid.text == "," and kid.index > joined[-1].index for kid in (*name.kids, *first.kids, *joined[-1].kids))
    ended = any(kid.lower == "and" for each in (joined[-1].head, *joined) for kid in each.all_kids("cc"))
    if ended and not closed:
        name.hang_on(first, "conj")


def _is_counted(noun: Word) -> bool:
    """Whether a noun is told as so many, or as somebody's: "a boy", "three farmers", "her brother"."""
    return any(kid.dep in ("det", "nummod", "poss") and kid.lower != "the" for kid in noun.kids)
