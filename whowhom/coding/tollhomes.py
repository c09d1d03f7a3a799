"""Which deed does a toll belong to, and on which side are those whom it counts?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.counted import NUMBERED, is_put
from whowhom.coding.sameness import is_one_person, is_told_better
from whowhom.coding.victims import OTHERS
from whowhom.parse.syntax import verb_frame

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed
    from whowhom.model import Harm
    from whowhom.parse.tree import Sentence, Word

SILENCE_BACK = 8  # sentences back to the deed on which officials are silent
BACK = 3  # sentences back to the deed a toll belongs to
HARMFUL = frozenset({"ASSAULT", "PROTEST", "COERCE"})
CLOSE_BY = frozenset({"firearms", "destroy"})  # modes of raids in which people are taken along
REASONS = frozenset({"over", "for", "about", "after", "following"})
EARLIER = frozenset({"after", "before", "following", "since"})
ADDING_UP = word_list("adding_up")
MISHAPS = word_list("mishaps") | word_list("hazards")


def own_operation(sentence: Sentence, deeds: list[Deed]) -> int | None:
    """Officials who do not speak of casualties are silent on their own side's deed: the last one by a state."""
    for at in range(len(deeds) - 1, -1, -1):
        deed = deeds[at]
        back = sentence.index - deed.sentence.index
        if 0 <= back <= SILENCE_BACK and deed.type == "ASSAULT" and deed.reality in ("asserted", "alleged") and deed.content_of is None:
            if any(party.sector in ("MIL", "GOV") or (party.sector is None and party.country) for party in deed.actors):
                return at
    return None


def home_of(word: Word, sentence: Sentence, deeds: list[Deed], harm: Harm) -> int | None:
    """The deed a toll belongs to: the nearest of its sentence, else the last harmful one before."""
    best: int | None = None
    best_rank: tuple[int | bool, ...] | None = None
    held = harm.kind == "detained"
    named = _namers(word)
    more = is_more(word)
    counted = word.lemma in NUMBERED or is_put(word)  # a count told again, by another or later
    for at, deed in enumerate(deeds):
        back = sentence.index - deed.sentence.index
        if deed.type not in HARMFUL or back < 0 or back > BACK or deed.content_of is not None or not _may_cause(deed, word, harm):
            continue
        if deed.reality in ("planned", "threatened", "hypothetical", "negated") and not (back == 0 and harm.stated in ("none", "not-addressed")):
            continue
        near = abs(deed.word.index - word.index) if back == 0 else -deed.word.index
        later = counted and back == 0 and deed.word.index > word.index  # "put the number at 38 and said …": of what was told before
        fresh = counted and all(each.kind != harm.kind for each in deed.harm)
        known = deed.telling is not None and deed.telling.settled and not word.is_below(deed.word)  # "burned huts to avenge the killings; two died"
        rank = (
            not deed.word.is_below(word),
            deed.word.lemma not in named,
            fresh,
            more and not deed.harm,
            BACK + 1 if later else back,
            deed.word is not word,
            known,
            (deed.type == "COERCE") != held,
            deed.type == "PROTEST",
            back > 0 and is_background(deed),
            near,
        )
        if best_rank is None or rank < best_rank:
            best, best_rank = at, rank
    return best


def is_background(deed: Deed) -> bool:
    """ "A strike killed a man, hours after rockets were fired": whether a deed stands below what its sentence tells, as what came before it."""
    top = deed.light or deed.word
    for word in (top, *top.ancestors()):
        if word.dep == "relcl" or (word.dep == "advcl" and word.tag not in ("VB", "VBG")):
            return True
        if word.dep in ("pobj", "pcomp") and word.head.lower in EARLIER:
            return True
    return False


def is_more(word: Word) -> bool:
    """ "17 others were wounded": whether a toll adds to one told before."""
    victims = verb_frame(word).get("object", "subject") if word.is_verb else [word]
    return any(each.lower in OTHERS for victim in victims for each in (victim, *victim.all_kids("amod", "det", "advmod", "nummod")))


def _namers(word: Word) -> set[str]:
    """ "the strike wounded five": the nouns that say what it came of."""
    frame = verb_frame(word) if word.is_verb else None
    return {noun.lemma for noun in frame.get("by" if frame.passive else "subject") if noun.is_noun} if frame is not None else set()


def _may_cause(deed: Deed, word: Word, harm: Harm) -> bool:
    """Whether a deed can be what a toll came of: nobody is abducted by a bombing, nor driven out by tear gas."""
    if deed.word is word:
        return True
    if (deed.type != "ASSAULT" or word.is_noun) and _is_reason(word, deed):
        return False
    if deed.type != "ASSAULT" and _is_mishap(word):
        return False
    if harm.kind == "abducted":
        return "abduct" in deed.modes or (deed.type == "ASSAULT" and not deed.rule.result and set(deed.modes) <= CLOSE_BY)
    if harm.kind == "missing":
        return deed.type != "COERCE" or "arrest" in deed.modes
    return harm.kind != "displaced" or "crowd-control" not in deed.modes


def _is_mishap(word: Word) -> bool:
    """ "a train crash killed 57 people and led to protests": it is not the protests that killed them."""
    if not word.is_verb:
        return False
    beside = [each for each in (word.head, *word.all_kids("advcl", "conj")) if each.is_verb]  # "a canopy collapsed and killed 15"
    places = [noun for kid in word.all_kids("prep") if kid.lower in ("in", "by") for noun in kid.all_kids("pobj")]
    return any(each.lemma in MISHAPS for each in (*verb_frame(word).get("subject"), *beside, *places))


def _is_reason(word: Word, deed: Deed) -> bool:
    """Whether a toll is told as what a deed is about: "walked out over the deaths of three miners", "marched over a collapse that killed nine"."""
    for above in (word, *word.ancestors()):
        if above in (deed.word, deed.light):
            return False
        connected = above.dep == "pobj" and above.head.lower == "with" and above.head.head.lower == "connection"
        if connected or (above.dep == "pobj" and above.head.lower in REASONS):
            return above.head.is_below(deed.word)
    return False


def is_counted_already(word: Word, tolls: list[Harm], deed: Deed) -> bool:
    """Whether a toll is no more of a deed: those counted already ("kidnapped four soldiers; the soldiers were seized"; "killed a nurse; she died on the
    spot"), or the sum over several deeds ("killed two men on Monday, bringing the death toll to 14").
    """
    verb = word.head
    if verb.lemma in ADDING_UP and verb.tag == "VBG" and verb.head in (deed.word, deed.light) and not deed.frame.nominal:
        return any(each.kind == tolls[0].kind and each.best is not None for each in deed.harm)
    if len(tolls) == 1 and (is_told_better(tolls[0], deed.harm) or _is_the_same(tolls[0], word, deed)):
        return True
    return len(tolls) == 1 and is_one_person(tolls[0]) and any(each.kind == tolls[0].kind for each in deed.harm)


def _is_the_same(toll: Harm, word: Word, deed: Deed) -> bool:
    """ "kidnapped four soldiers. The four soldiers were seized": the number told before, of the same people."""
    people = [kid for kid in word.all_kids("nsubjpass", "nsubj", "dobj") if toll.span[0] <= kid.start < toll.span[1]]
    given = any(det.lower in ("the", "these", "all", "both") for each in people for det in each.all_kids("det", "predet"))
    return given and toll.claimant is None and any((each.kind, each.who, each.best) == (toll.kind, toll.who, toll.best) for each in deed.harm)


def is_getaway(harm: Harm, deed: Deed) -> bool:
    """ "killed a guard and fled in a car": who did it and gets away is not driven out."""
    spans = [span for party in deed.actors for span in (party.span, *party.mentions)]
    return harm.kind == "displaced" and any(span[0] < harm.span[1] and harm.span[0] < span[1] for span in spans)


def on_side(harm: Harm, word: Word, deed: Deed) -> Harm:
    """The toll on the side of those who were hurt: "it lost three men" is the actor's own."""
    if word.lemma != "lose" or not word.is_verb or harm.side != "recipient":
        return harm
    actors = {span for party in deed.actors for span in (party.span, *party.mentions)}
    losers = [(each.start, each.end) for each in verb_frame(word).get("subject")]
    own = any(span[0] <= start and end <= span[1] for start, end in losers for span in actors)
    return harm.model_copy(update={"side": "actor"}) if own else harm
