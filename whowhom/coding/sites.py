"""How does a name stand as a place? The sites of a sentence: places with what they hang on, those that hold one another as one site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.nearness import can_hold
from whowhom.coding.phrases import BACKED
from whowhom.coding.scope import governor_of
from whowhom.gazetteer import NamedPlace
from whowhom.parse.toponyms import CAPITAL_HEADS, FAITHS, HEADS
from whowhom.parse.wordings import look_up

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Word

PLACE_SENSES = frozenset({"country", "capital", "place"})
LOCATIVE, DIRECTIONS, AREAS = (word_list(name) for name in ("locative", "directions", "areas"))
NEAR = frozenset({"near", "outside", "around", "off", "toward", "towards", "surrounding"})
BESIDE = word_list("beside")
ENTRIES = word_list("entries")  # "at the entrance to X"
SPOKEN = frozenset({"REQUEST", "REJECT", "ACCUSE", "SUPPORT", "AGREE", "THREATEN", "CONCEDE"})
REGIONAL = word_list("regional")
SUBURBAN = word_list("suburban")
NEXT_TO = word_list("next_to")
WITHIN = word_list("parts_of_places")
SHARES = word_list("shares")  # "captured a third of Bosnia"
LANDS = word_list("lands")  # "a town in Mali's cotton belt"
HAPPENINGS = word_list("happenings")
GLUE = word_list("glue")
SETTLED = word_list("settled")
LOCAL_FORCES = word_list("local_forces")
LONGEST_GAP = 14  # words between a place and the place that holds it
LOOSE = 3.5  # penalty of a name that only tells where another place lies: "X, Chad"
LISTED = 300_000  # inhabitants that a town of our own tables is taken to have
UNKNOWN, PROVINCE, COUNTRY = 0, 4, 6  # grain of a place no table knows, of a province and of a country
BUILT_AT = word_list("built_at")


@dataclass(slots=True, eq=False)
class Site:
    """A place that a sentence tells: the word it hangs on, how loosely, and the wider or neighbouring places told with it.

    `role`: adjunct (after a locative preposition), from, to, of, object, modifier, local (a town whose police act), loose.
    """

    word: Word
    words: tuple[Word, ...]
    name: Name
    governor: Word
    penalty: float
    role: str
    near: bool = False
    direction: str = ""
    within: list[Site] = field(default_factory=list)

    @property
    def grain(self) -> int:
        """How wide the place is: 0 unknown, 1 a point to 6 a country (UCDP's classes)."""
        return grain_of(self.name)


def grain_of(name: Name) -> int:
    if name.sense == "country":
        return COUNTRY
    if name.sense in ("capital", "seat"):
        return 1
    things = [entry.thing for entry in name.entries if isinstance(entry.thing, NamedPlace)]
    if not things or (things[0].country is None and things[0].lat is None) or (things[0].geonameid and things[0].kind != "city"):
        return UNKNOWN  # no table knows it, or only its words say what it is
    return max(1, min(thing.where_prec for thing in things))


def sites_of(sentence: Sentence, draft: Draft) -> list[Site]:
    """The sites of a sentence in the order of the text; a place told with its district, province or country is one site."""
    names = draft.names[sentence.index]
    single: list[Site] = []
    for index, name in names.items():
        if index != name.words[-1].index or not (any(entry.sense in PLACE_SENSES for entry in name.entries) or _is_seat_as_place(name)):
            continue
        if site := _as_site(name, sentence, draft):
            single.append(site)
    single.sort(key=lambda site: site.word.index)
    return _chained(single, sentence, draft)


def _is_seat_as_place(name: Name) -> bool:
    """ "outside the Kremlin": a seat of government where something happens, not the government."""
    word = name.words[-1]
    return name.sense == "seat" and word.dep == "pobj" and word.head.lower in (*NEAR, "inside", "at", "in")


def _as_site(name: Name, sentence: Sentence, draft: Draft) -> Site | None:
    """The way a name stands as a place; None where it tells none ("Iran-backed", "the U.S. embassy", "the president of Chad")."""
    word = name.words[-1]
    if word.dep in ("npadvmod", "amod", "compound") and word.head.lower in (*BACKED, "born", "based", "educated"):
        return None
    if any(kid.lower in ("born", "based") and kid.index == word.index + 2 for kid in (word.head, *word.head.kids)):
        return None
    direction = next(
        (
            kid
            for kid in word.kids
            if kid not in name.words and kid.lower in DIRECTIONS and kid.dep in ("amod", "compound", "nmod") and kid.index < word.index
        ),
        None,
    )
    words = ((direction,) if direction is not None else ()) + tuple(name.words)
    if word.lower == "capital":
        words = _with_owner(word, draft.names[sentence.index])
    climbed = _climb(name, draft)
    if climbed is None:
        return None
    top, penalty = climbed
    governor, role, extra, near = hang(top, word, name, draft)
    if governor is None:
        return None
    return Site(word, words, name, governor, penalty + extra, role, near, direction.lower if direction is not None else "")


def _top_of(name: Name) -> Word:
    """The word of a name that hangs on the sentence: "Gulf" of "Gulf of Oman"."""
    inside = set(map(id, name.words))
    return next((word for word in name.words if word.is_noun and id(word.head) not in inside), name.words[-1])


def _with_owner(word: Word, names: dict[int, Name]) -> tuple[Word, ...]:
    """ "Chad's capital", "the Chadian capital": the words that say whose."""
    owner = next((kid for kid in word.kids if kid.index in names and kid.index < word.index), word)
    return (word,) if owner is word else (*names[owner.index].words, word)


def _climb(name: Name, draft: Draft) -> tuple[Word, float] | None:
    """The top of the noun phrase that the name modifies, and how much less it locates for that."""
    word = _top_of(name)
    top, penalty = word, 0.0
    while top.dep in ("compound", "nmod", "poss", "amod", "npadvmod", "nummod") and top.head.is_noun and not top.is_root:
        possessive = top.dep == "poss"
        top = top.head
        if top in name.words:
            continue
        if top.lemma in HAPPENINGS:
            return None
        if top.lemma in AREAS or top.lower in HEADS or (top.is_name and top.lower in CAPITAL_HEADS):
            penalty = max(penalty, 0.1)
        elif possessive and (top.lower in DIRECTIONS or top.lower in WITHIN or top.lower in LANDS):
            penalty = max(penalty, 0.1)  # "Yemen's north"
        elif top.lemma in BUILT_AT and top.dep == "compound":
            continue  # "X refugee camp"
        elif _is_target(top, draft):
            if name.sense == "country" and not possessive:
                return None  # "the U.S. embassy"
            penalty = max(penalty, 0.3 if name.sense != "country" else 0.9)
        elif deed := next((deed for deed in draft.deeds if deed.word is top or deed.light is top), None):
            if possessive and deed.type in SPOKEN and (name.sense in ("capital", "seat") or (name.sense == "country" and top.head.lower == "at")):
                return None  # "at Maputo's request"
            return (top, 0.3) if name.sense != "country" or possessive else None  # "the Istanbul bombings"
        elif name.sense == "country":
            return None
        elif top.is_name and name.sense == "place" and top.dep != "appos" and not possessive:
            return None  # part of a longer name: "Sana Mengal"
        else:
            penalty = max(penalty, 0.3 if top.lemma in LOCAL_FORCES else 1.3)
    while top.dep in ("conj", "appos") and top.head.is_noun and (top is not word or top.dep == "conj"):
        top = top.head
    return top, penalty


def hang(top: Word, word: Word, name: Name, draft: Draft) -> tuple[Word | None, str, float, bool]:
    """What the noun phrase hangs on: the governing word, the role, its penalty, and whether the deed is only near the place."""
    if top.dep == "pobj":
        preposition = top.head
        low = preposition.lower
        if low == "of":
            return _hang_of(preposition, name, draft)
        if low == "including" and preposition.head.is_noun:
            governor, role, extra, near = hang(preposition.head, preposition.head, name, draft)  # "seized strongholds, including X"
            return governor, role, max(extra - 0.3, 0.0), near
        if low == "to" and preposition.head.lower in ("according", "due", "belonging", "loyal", "thanks", "compared"):
            return None, "", 0.0, False
        if low in ("from", "to", "into", "between", "over"):
            role = {"from": "from", "to": "to", "into": "to"}.get(low, "adjunct")
            if low == "to" and preposition.head.lower in ENTRIES:
                return governor_of([preposition.head]), "adjunct", 0.1, False
            beside = low in ("from", "to") and preposition.head.lower in (*BESIDE, "close", "next", "far", "kilometres", "adjacent", "across")
            if beside:
                return governor_of([preposition.head]), "adjunct", 0.1, True
            return governor_of([top]), role, {"between": 0.5, "over": 0.2}.get(low, 0.0), False
        if low in LOCATIVE:
            near = low in NEAR or any(kid.lower in ("near", *BESIDE) for kid in preposition.kids)
            return governor_of([top]), "adjunct", 0.2 if low == "on" else 0.0, near
        return governor_of([top]), "loose", LOOSE, False
    if top.dep in ("nsubj", "conj") and top is not word and top.lemma in LOCAL_FORCES and name.sense != "country":
        return top.head, "local", 1.0, False  # "Lima police shot a man"
    if top.dep in ("dobj", "nsubjpass"):
        bare = top is word and name.sense == "country"
        return top.head, "object", 0.9 if bare else 0.4, False
    if top.dep in ("npadvmod", "advmod"):
        return top.head, "adjunct", 0.3, False
    if word.dep in ("compound", "nmod", "poss", "amod") and top is not word:
        return top, "modifier", 0.6, False
    if top.dep in ("appos", "dep", "ROOT", "npadvmod", "conj"):
        return top.head, "loose", 1.0 if name.sense != "country" else LOOSE, False
    if top.dep in ("attr", "nsubj") and top is not word:
        return top.head, "modifier", 1.5, False
    return None, "", 0.0, False


def _hang_of(preposition: Word, name: Name, draft: Draft) -> tuple[Word | None, str, float, bool]:
    """ "the outskirts of X", "the village of X", "the shelling of X", "the mayor of X"."""
    noun = preposition.head
    if (noun.lower in BESIDE and noun.lower not in WITHIN) or noun.lower in NEAR:
        return governor_of([noun]), "adjunct", 0.1, True
    taken = noun.lower in SHARES and noun.dep == "dobj"
    whole = noun.lemma in AREAS or noun.lower in HEADS or noun.lower in WITHIN or (_is_target(noun, draft) and name.sense != "country")
    if taken or (whole and noun.is_noun):
        near = noun.lower in BESIDE and not any(kid.lower == "the" for kid in noun.kids)
        governor, role, penalty, beside = hang(noun, noun, name, draft)
        return (governor, role, penalty + 0.1, near or beside) if governor is not None else (noun, "of", 0.8, near)
    if noun.lower in BESIDE:
        return governor_of([noun]), "adjunct", 0.1, True
    if name.sense == "country" and not any(noun in deed.words or noun is deed.light for deed in draft.deeds):
        return None, "", 0.0, False  # "the president of Chad"
    return noun, "of", 0.8, False


def _is_target(word: Word, draft: Draft) -> bool:
    return look_up(draft.book.targets, word) is not None


def _chained(sites: list[Site], sentence: Sentence, draft: Draft) -> list[Site]:
    """Sites side by side that tell one place ("X, in Y province", "Y's X district") as the finest of them with the others within."""
    chains: list[list[Site]] = []
    for site in sites:
        if chains and _finer(chains[-1][-1], site, sentence, draft) is not None:
            chains[-1].append(site)
        else:
            chains.append([site])
    return [_as_one(chain, sentence, draft) for chain in chains]


def _as_one(chain: list[Site], sentence: Sentence, draft: Draft) -> Site:
    finest = chain[0]
    for site in chain[1:]:
        if _finer(finest, site, sentence, draft, adjacent=False) is site:
            finest = site
    finest.within = [site for site in chain if site is not finest]
    return finest


def _points_from(words: list[str]) -> bool:
    """ "(X) south of (Y)", "(X) province west of the Afghan (capital)"."""
    return any(word == "of" and words[at - 1] in (DIRECTIONS | BESIDE) and len(words) - at <= 3 for at, word in enumerate(words) if at)


def _finer(one: Site, other: Site, sentence: Sentence, draft: Draft, adjacent: bool = True) -> Site | None:
    """Of two sites side by side the one inside or beside the other; None where they are two places."""
    between = sentence.words[one.words[-1].index + 1 : other.words[0].index]
    if adjacent and not _is_glue(between, sentence, draft):
        return None
    low = [word.lower for word in between]
    region = low == [","] and other.words[-1].lower in REGIONAL and one.words[-1].lower not in REGIONAL  # "in Kassa, Plateau State"
    if (
        adjacent
        and not region
        and (
            other.word.dep == "conj"
            or (low == [","] and other.grain < PROVINCE and not can_hold(other.name, one.name) and not can_hold(one.name, other.name))
        )
    ):
        return None  # a list: "in Lyon, Metz and Paris"
    if adjacent and low[:1] == ["in"] and one.grain == COUNTRY and other.grain < PROVINCE and not can_hold(one.name, other.name):
        return None  # "talks with Serbia in Brussels"
    if low[-1:] == ["between"] and any(between[-1].head is word for deed in draft.deeds for word in (*deed.words, deed.word)):
        return None  # "talks in Doha between Israel and Hamas"
    if "border" in low and low[-1:] == ["with"]:
        return None  # "in Wulgo, on the border with Cameroon"
    if {"to", "from"} & set(low) and not ({"close", "next", "far", "adjacent"} | BESIDE) & set(low):
        return None  # "from X to Y"
    if one.near and other.near and low[-1:] == ["near"]:
        return other  # "south of Algiers, near Medea": the closer of two places told by
    if _points_from(low) and one.grain <= PROVINCE and low[:1] not in (["'s"], ["’s"]):
        return one  # "X province south of Y": Y only tells where
    if low == ["of"] and one.words[-1].lower in REGIONAL and other.grain != COUNTRY:
        return other  # "the central Mexico state of X"
    if low[:1] in (["'s"], ["’s"]) and NEXT_TO & set(low):
        return other  # "Manila's neighbouring province of X"
    if one.word.lower == "capital":
        return other if low[:1] != [","] else one
    if abs(one.grain - other.grain) >= 2 and UNKNOWN not in (one.grain, other.grain):
        return one if one.grain < other.grain else other
    if low[-1:] == ["of"] and SUBURBAN & set(low) and one.grain <= 1 and other.grain <= 1 and _size(one) != _size(other):
        return min(one, other, key=_size)  # "the X suburb of Y", "a square of Y in the neighbourhood of X"
    held = [word for word in between if word.lemma in AREAS or word.lower in HEADS or word.lemma in SETTLED]
    if low and low[0] in ("'s", "’s", "'", "’"):
        return other
    if held and low[-1] in ("of", *("town", "city", "village", "suburb")) and not {",", "in", "near"} & set(low):
        holds_one = one.grain == UNKNOWN and other.grain != UNKNOWN  # "the X suburb of Y", where Y alone is known
        describes = (held[-1].lemma in SETTLED and not holds_one) or one.grain == COUNTRY or (one.grain == 1 and other.grain == UNKNOWN)
        return other if describes else one
    return one


def _size(site: Site) -> int:
    """Inhabitants of a town, roughly: a capital before the towns of our own tables, these before those that only GeoNames knows."""
    if site.name.sense in ("capital", "seat"):
        return 2 * LISTED
    things = [entry.thing for entry in site.name.entries if isinstance(entry.thing, NamedPlace)]
    return max(
        (LISTED if thing.geonameid is None and thing.kind == "city" else thing.population for thing in things if thing.lat is not None), default=0
    )


def _is_glue(between: list[Word], sentence: Sentence, draft: Draft) -> bool:
    """Whether the words between two places only say how one lies to the other: "'s northern district of", ", 20 km west of"."""
    if len(between) > LONGEST_GAP or not between:
        return not between
    names = draft.names[sentence.index]
    for word in between:
        known = (
            word.lower in GLUE
            or word.lower in DIRECTIONS
            or word.lemma in AREAS
            or word.lower in HEADS
            or word.lemma in SETTLED
            or word.lower in BESIDE
            or word.lower in FAITHS
        )
        people = word.index in names and names[word.index].sense in ("nationality", "people", "country")
        if not (known or people or word.tag in ("CD", "-LRB-", "-RRB-", "HYPH", "POS", "JJ", "JJS", "RB")):
            return False
    return between[0].lower not in ("and", "or") and between[-1].lower not in ("and", "or")
