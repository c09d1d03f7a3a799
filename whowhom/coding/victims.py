"""Who was harmed, and how many were they? Noun phrases of victims as tolls: each group its own, and all together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from whowhom.codebook import tabled, word_list
from whowhom.coding.numbers import FRACTIONS, Quantity, quantity_of, read_quantity, widened
from whowhom.model import Harm, HarmKind, Who
from whowhom.parse.frame import conjoined, core
from whowhom.parse.syntax import verb_frame
from whowhom.parse.wordings import look_up, means_of

if TYPE_CHECKING:
    from whowhom.coding.parties import Parties
    from whowhom.parse.tree import Sentence, Word

JOINED_WITHIN = 60  # characters between two groups of victims that are told as one toll
PLURAL_LOW = 2  # a bare plural ("soldiers were killed") is two or more
OTHERS = frozenset({"other", "others", "more", "another"})
NOBODY = frozenset({"no", "nobody", "none", "neither", "not"})
REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself"})
AT_LARGE = word_list("people_at_large")
QUALITIES = word_list("people_qualities")
ANIMALS = word_list("animals")
COUPLES = word_list("couples")
PEOPLE_SENSES = frozenset({"person", "people", "nationality", "actor"})
CIVIL = frozenset({"civilians", "children", "women", "journalists", "medics"})
TOGETHER = frozenset({"along", "together"})
OF_OFFICE = frozenset({"military", "police", "officials", "militants"})  # kinds of people that go with whom they serve
WHO_BY_SECTOR: dict[str, Who] = tabled("sectors")["who"]


def tolls_of(words: list[Word], kind: str, sentence: Sentence, parties: Parties) -> list[Harm]:
    """The tolls that these victims make: one of each group, and where groups differ one of all together."""
    groups: list[Harm] = []
    for word in _with_companions(words):
        if groups and any(kid.lower == "among" for each in _chain(word) for kid in each.all_kids("prep")):
            continue  # "arrested six men, among them two journalists and a priest": no three more
        if groups and core(word).lower in ("them", "whom"):
            if groups[-1].best is not None or groups[-1].low != PLURAL_LOW:
                continue  # "wounding 30, five of them critically": no five more
            groups.pop()  # "supporters fought, and eleven of them were hurt"
        if word.lower in REFLEXIVES:
            groups.extend(_of_themselves(word, kind, sentence, parties))
        elif harm := harm_of(word, kind, sentence, parties):
            groups.append(harm)
    return _with_total(groups, parties.draft.document.text)


def _chain(word: Word) -> list[Word]:
    """The word and those that it is joined to before it: "two journalists and a priest" → priest, journalists."""
    found = [word]
    while found[-1].dep == "conj":
        found.append(found[-1].head)
    return found


def _with_companions(words: list[Word]) -> list[Word]:
    """Each word and those "along with" it."""
    found = list(words)
    for word in words:
        found.extend(_after_of(word))
        for near in (word.kids, word.head.kids if word.head.is_verb else ()):
            for kid in near:
                inner = kid if kid.lower == "with" else next((each for each in kid.kids if each.lower == "with"), None)
                beside = kid.lower in TOGETHER or any(each.lower in TOGETHER and each.index == kid.index - 1 for each in (*kid.kids, *kid.head.kids))
                if inner is None or not beside:
                    continue
                if (noun := inner.kid("pobj")) is not None:
                    found.extend(each for each in conjoined(noun) if each not in found)
    return found


def _after_of(word: Word) -> list[Word]:
    """ "The driver of a tram and 27 passengers were injured": a plural verb tells that the passengers are subjects too."""
    verb = word.head
    plural = any(kid.lower in ("were", "are", "have") for kid in verb.kids if kid.dep in ("aux", "auxpass"))
    if word.tag != "NN" or word.dep not in ("nsubj", "nsubjpass") or not plural or word.kid("conj") is not None:
        return []
    inner = next((kid.kid("pobj") for kid in word.kids if kid.dep == "prep" and kid.lower == "of"), None)
    return [each for each in conjoined(inner)[1:] if each.kid("nummod") is not None] if inner is not None else []


def _of_themselves(word: Word, kind: str, sentence: Sentence, parties: Parties) -> list[Harm]:
    """ "killing only themselves": as many as did it."""
    verb = next((above for above in word.ancestors() if above.is_verb), None)
    for subject in verb_frame(verb).get("subject") if verb is not None else []:
        if harm := harm_of(subject, kind, sentence, parties):
            text = parties.draft.document.text
            span = word.start, word.end
            return [harm.model_copy(update={"text": text[slice(*span)], "span": span, "side": "actor"})]
    return []


def _with_total(groups: list[Harm], text: str) -> list[Harm]:
    """ "a woman and her two children" are three dead of two groups; three doctors and a nurse are four of one."""
    counted = [group for group in groups if group.best is not None or group.low is not None]
    if len(counted) < 2 or len(counted) < len(groups) or any(group.stated in ("none", "not-addressed") for group in groups):
        return groups
    if any(two.span[0] - one.span[1] > JOINED_WITHIN for one, two in pairwise(counted)):
        return groups
    whos = {group.who for group in counted}
    who: Who = counted[0].who if len(whos) == 1 else "civilians" if whos <= CIVIL else "unspecified"
    span = min(group.span[0] for group in counted), max(group.span[1] for group in counted)
    sums = {name: _sum([getattr(group, name) for group in counted]) for name in ("low", "best", "high")}
    side = counted[0].side if len({group.side for group in counted}) == 1 else "unknown"
    exact = all(group.stated == "number" for group in counted)
    total = counted[0].model_copy(update={
        "text": text[slice(*span)], "span": span, "who": who, "side": side, **sums, "stated": "number" if exact else "approximate",
    })  # fmt: skip
    if len(whos) == 1:
        return [total]
    return [total, *_by_who(counted, text)]


def _by_who(groups: list[Harm], text: str) -> list[Harm]:
    """One toll of each kind of people."""
    kinds = dict.fromkeys(group.who for group in groups)
    return [each for who in kinds if who != "unspecified" for each in _with_total([group for group in groups if group.who == who], text)]


def _sum(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def harm_of(word: Word, kind: str, sentence: Sentence, parties: Parties) -> Harm | None:
    """The harm that a noun phrase of victims tells, or None where it names no people."""
    word = _lives(word)
    inner = core(word)
    span = parties.span_of(inner, sentence)
    if inner is not word:
        span = min(span[0], word.start), max(span[1], word.end)
    text = parties.draft.document.text
    who, known = who_of(inner, sentence, parties)
    if _is_nobody(word, inner):
        return Harm(text=text[slice(*span)], span=span, kind=cast(HarmKind, kind), who=who, low=0, best=0, high=0, stated="none")
    quantity = _quantity(word, inner, sentence, text)
    if quantity is None:
        if not known:
            return None
        plural = inner.tag in ("NNS", "NNPS") or inner.lemma in ("people", "police") or (inner.is_name and inner.lower.endswith("men"))
        if inner.lower == "another":
            quantity = Quantity(1, 1, 1, "number", span)
        elif not plural and (inner.lemma not in SINGLE_PEOPLE and not inner.is_name and inner.tag != "NN" and not inner.is_pronoun):
            return None
        if inner.is_pronoun and inner.lower not in ("he", "him", "she", "her"):
            return None
        quantity = quantity or Quantity(PLURAL_LOW, None, None, "approximate", span) if plural else Quantity(1, 1, 1, "number", span)
    elif not known and ((inner is not word and inner.tag == "NN") or not _may_be_people(inner, sentence, parties)):
        return None
    if any(kid.lower == "on" and any(each.lower in ("each", "either") for each in kid.subtree()) for kid in inner.all_kids("prep")):
        quantity = _doubled(quantity)  # "three on each side"
    span = min(span[0], quantity.span[0]), max(span[1], quantity.span[1])
    return Harm(
        text=text[slice(*span)], span=span, kind=cast(HarmKind, kind), who=who, side="recipient",
        low=quantity.low, best=quantity.best, high=quantity.high, stated=quantity.stated,
    )  # fmt: skip


SINGLE_PEOPLE = word_list("single_people")


def _doubled(quantity: Quantity) -> Quantity:
    low, best, high = (number if number is None else 2 * number for number in (quantity.low, quantity.best, quantity.high))
    return Quantity(low, best, high, quantity.stated, quantity.span)


def _lives(word: Word) -> Word:
    """ "the lives of 11 soldiers": the soldiers; "850 lives": so many people."""
    if word.lemma == "life":
        for kid in word.kids:
            if kid.dep == "prep" and kid.lower == "of" and (inner := kid.kid("pobj")):
                return inner
    return word


def _is_nobody(word: Word, inner: Word) -> bool:
    """ "nobody", "no soldier", "none of the 14 hostages", "not a single civilian"; "no more than six" is somebody."""
    if word.lower in ("nobody", "none") or (word.lower == "one" and any(kid.lower == "no" for kid in word.kids)):
        return True
    for kid in (*word.kids, *inner.kids):
        if kid.lower in NOBODY and kid.dep in ("det", "neg", "preconj", "advmod", "nsubj", "dep", "predet") and kid.index < word.index:
            return not any(each.dep in ("nummod", "quantmod") and each.kids for each in (*word.kids, *inner.kids))
    return False


def _quantity(word: Word, inner: Word, sentence: Sentence, text: str) -> Quantity | None:
    if share := _share(word, inner, text):
        return share
    if inner.lemma in COUPLES and not any(kid.dep == "prep" and kid.lower == "of" for kid in inner.kids):
        start = min((kid.start for kid in inner.kids if kid.index < inner.index), default=inner.start)
        return Quantity(2, 2, 2, "number", (start, inner.end))
    counted = word is not inner and (word.lemma != "number" or word.kid("nummod") is not None)  # "an unknown number of people" is not one
    if found := quantity_of(inner, text) or (quantity_of(word, text) if counted else None):
        return widened(found, sentence, text)
    at = max(inner.index - 1, 0)
    while at > 0 and sentence.words[at].text == ",":
        at -= 1
    before = sentence.words[at]
    for each in (inner, word, before):
        if each.tag == "CD" and (found := read_quantity(text[each.start : each.end], each.start)):
            return widened(found, sentence, text)
    return None


def _share(word: Word, inner: Word, text: str) -> Quantity | None:
    """ "two-thirds of the 60 prisoners": forty of them."""
    if word is inner:
        return None
    start = min(each.start for each in (word, *(kid for kid in word.subtree() if kid.index < word.index)))
    said = text[start : word.end].lower().replace("-", " ").strip()
    fraction = FRACTIONS.get(said) or FRACTIONS.get(f"a {said}")
    if fraction is None:
        return None
    before = text[word.end : inner.start]
    whole = read_quantity(before, word.end)
    if whole is None or whole.best is None or whole.stated != "number":
        return Quantity(PLURAL_LOW, None, None, "approximate", (start, inner.end))
    number = whole.best * fraction[0] // fraction[1]
    return Quantity(number, number, number, "number", (start, inner.end))


def _may_be_people(word: Word, sentence: Sentence, parties: Parties) -> bool:
    """Whether an unknown noun with a number can be people: no beast, and no thing that the knowledge knows as a target or weapon."""
    book = parties.draft.book
    return word.lemma not in ANIMALS and look_up(book.targets, word) is None and means_of(word, book) is None


def _of_the_same(word: Word, sentence: Sentence, parties: Parties) -> Who | None:
    """ "killed 22 soldiers and captured four": four soldiers. "At least 17 wounded" after "four people": nobody knows."""
    if any(kid.dep == "prep" and kid.lower in ("of", "among") for kid in word.kids):
        return None
    for other in reversed(sentence.words[: word.index]):
        if other.is_noun and other.dep in ("dobj", "nsubjpass", "nsubj", "pobj"):
            suffers = other.dep != "nsubj" or other.head.lemma in ("die", "perish", "surrender") or not other.head.is_verb
            if other.dep == "pobj" and other.head.lower not in ("on", "at", "against", "of"):
                continue
            who, known = who_of(other, sentence, parties)
            if known and suffers:
                return who if who != "unspecified" else None
    return None


def who_of(word: Word, sentence: Sentence, parties: Parties) -> tuple[Who, bool]:
    """Who they were, and whether the words name people at all."""
    book = parties.draft.book
    if word.is_noun and not word.is_name and look_up(book.targets, word) is not None:
        return "unspecified", False  # "seized a police station": a thing, whosever it is
    role = look_up(book.roles, word)
    bare = not any(kid.dep in ("amod", "compound", "nmod") and kid.lower not in QUALITIES and not kid.lower.endswith("old") for kid in word.kids)
    if (word.tag == "CD" or word.lower == "another") and (kind := _of_the_same(word, sentence, parties)):
        return kind, True
    if word.tag == "CD" or (word.lemma in AT_LARGE and bare):
        return "unspecified", True
    reading = parties.read(word, sentence)
    armed = reading is not None and role is not None and role.who in OF_OFFICE and reading.party.sector in WHO_BY_SECTOR
    if role is not None and role.who != "unspecified" and not armed:  # "a Hezbollah commander": of the party's kind
        return cast(Who, role.who), True
    if word.is_pronoun and reading is not None and reading.party.name.lower().split()[-1] in AT_LARGE:
        return "unspecified", True
    if reading is not None and reading.party.sector in WHO_BY_SECTOR:
        return WHO_BY_SECTOR[reading.party.sector], True
    known = reading is not None or role is not None or word.lemma in OTHERS or word.is_pronoun
    return "unspecified", known
