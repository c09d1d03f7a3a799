"""Which capitalised words are places that no table of ours knows? Their neighbours tell: "in X", "the village of X", "X district", "X Bridge"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whowhom.codebook import regions, toponym_words, word_list
from whowhom.gazetteer import NamedPlace, NameEntry

if TYPE_CHECKING:
    from whowhom.gazetteer import Gazetteer
    from whowhom.parse.names import Name, Token
    from whowhom.parse.tree import Sentence, Word

LONGEST_RUN = 6  # words of a place's name
LARGE = 20_000  # inhabitants from which a town's name before a building's is taken for the town
SURE = frozenset({"in", "at", "near", "outside", "inside", "around", "off"})  # a name after these is a place even if no table knows it
AIMED = word_list("aimed")  # at somebody
GROUND = word_list("ground")  # never somebody
LINKS = word_list("name_links")
FATHERS = word_list("name_fathers")  # they open a name whose second word may be another place's: "Abu Saida"
SHORTENED = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
HOLDING = word_list("holding")  # "rebel-held X"
CALENDAR, AREAS, DIRECTIONS, LOCATIVE, FAITHS = (word_list(name) for name in ("calendar", "areas", "directions", "locative", "faiths"))
STATES, REGION_WORDS = word_list("states"), frozenset(word for name in regions() for word in name.split())
TAKING, BEFORE_NAME, SETTLED = word_list("taking"), word_list("before_place"), word_list("settled")
WORDS = toponym_words()
HEADS = {word: kind for kind, parts in WORDS.items() for word in parts.get("heads", ())}
CAPITAL_HEADS = {**HEADS, **{word: kind for kind, parts in WORDS.items() for word in parts.get("capital_heads", ())}}
OPENERS = {word: kind for kind, parts in WORDS.items() for word in parts.get("openers", ())}
BUILT = frozenset({"facility", "natural"})  # kinds whose name may hold another's: "Kirkuk Airport"
DISTRICT, PROVINCE = 3, 4  # UCDP precision
PRECISIONS = {"settlement": 1, "facility": 1, "district": DISTRICT, "region": PROVINCE, "natural": 5}
CLOSED = frozenset({"IN", "DT", "CC", "PRP", "PRP$", "WRB", "WDT", "WP", "TO", "MD", "EX", "RB", "PDT", "UH"})  # tags of words that begin no name
TOWN_PARTS = word_list("town_parts")
_BEFORE_OF = frozenset({*TOWN_PARTS, *HEADS, *DIRECTIONS, *SETTLED})
JOINTS = frozenset({"", " ", "-", " ‘", "-‘", " '", "-'", " `"})
FACILITIES = word_list("facilities")


@dataclass(slots=True)
class Run:
    """Capitalised words side by side: their tokens, their words in the parse, and the names that already cover some of them."""

    tokens: list[Token]
    words: list[Word]
    covered: list[Name]
    written: str = ""


def find_toponyms(sentence: Sentence, text: str, tokens: list[Token], found: dict[int, Name], gazetteer: Gazetteer) -> list[Name]:
    """The places of a sentence that `found` lacks, by the words around them.

    They are looked up among the populated places of GeoNames; one that is not there keeps its words and no coordinates.
    """
    names: list[Name] = []
    places: set[int] = {index for index, name in found.items() if any(entry.sense in ("place", "capital") for entry in name.entries)}
    for run in _runs(sentence, text, tokens, found, gazetteer):
        run.written = text[run.tokens[0][1] : run.tokens[-1][2]]
        name = _named(run, sentence, places, gazetteer)
        if name is not None:
            names.append(name)
            places.update(word.index for word in name.words)
    return names


def _runs(sentence: Sentence, text: str, tokens: list[Token], found: dict[int, Name], gazetteer: Gazetteer) -> list[Run]:
    """The capitalised runs of a sentence, cut where a name of a person, people, country or group stands."""
    by_start = {word.start: word for word in sentence.words}
    runs: list[Run] = []
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and end - at < LONGEST_RUN and _goes_on(tokens, at, end, text, by_start):
            end += 1
        while end > at and not tokens[end - 1][3][0].isupper() and not tokens[end - 1][3][0].isdigit():
            end -= 1
        if end == at:
            at += 1
            continue
        runs.extend(_cut(tokens[at:end], sentence, found, gazetteer))
        at = end
    return runs


def _goes_on(tokens: list[Token], first: int, at: int, text: str, by_start: dict[int, Word]) -> bool:
    """Whether a token belongs to the run that began at `first`."""
    _, start, _, written, _ = tokens[at]
    word = by_start.get(start)
    if word is None or tokens[at][0] in CALENDAR or (at == first and word.tag in CLOSED):
        return False
    capital = word.text[0].isupper() or (written[0].isupper() and word.text[0] in "‘'`")
    if at == first:
        prefix = written.lower() in ("al", "el") and at + 1 < len(tokens) and text[tokens[at][2] : tokens[at + 1][1]] == "-"
        return capital or prefix
    between = text[tokens[at - 1][2] : start]
    if between not in JOINTS and not (between == ". " and tokens[at - 1][0] in SHORTENED):
        return False
    if capital or (written[0].isdigit() and tokens[at - 1][0] in OPENERS):
        return True
    return written.lower() in LINKS and at + 1 < len(tokens) and tokens[at + 1][3][0].isupper()


def _cut(tokens: list[Token], sentence: Sentence, found: dict[int, Name], gazetteer: Gazetteer) -> list[Run]:
    """The run whole if its last word makes it a thing with a name of its own, else its parts between known names."""
    words = _words_of(tokens, sentence)
    covered = list({id(found[word.index]): found[word.index] for word in words if word.index in found}.values())
    if not covered:
        return [Run(tokens, words, [])] if words else []
    own = [token for token in tokens if not any(name.span[0] <= token[1] < name.span[1] for name in covered)]
    if not own:
        return []
    while tokens and any(name.sense in ("nationality", "people") and name.span[0] <= tokens[0][1] < name.span[1] for name in covered):
        tokens = tokens[1:]
    whole = bool(tokens) and tokens[0] in own and tokens[0][0] in FATHERS and all(name.sense == "place" for name in covered)
    if whole or (gazetteer.index is not None and tokens and gazetteer.index.of(" ".join(token[0] for token in tokens))):
        return [Run(tokens, _words_of(tokens, sentence), [])]  # "Little Havana" is no Havana
    if tokens[-1] in own and CAPITAL_HEADS.get(tokens[-1][0]) in BUILT:
        words = _words_of(tokens, sentence)
        inside = [name for name in covered if words and name.span[0] >= tokens[0][1]]
        return [Run(tokens, words, inside)] if words else []
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token in own:
            parts[-1].append(token)
        elif parts[-1]:
            parts.append([])
    return [Run(part, _words_of(part, sentence), []) for part in parts if part and _words_of(part, sentence)]


def _words_of(tokens: list[Token], sentence: Sentence) -> list[Word]:
    return [word for word in sentence.words if word.start < tokens[-1][2] and word.end > tokens[0][1]] if tokens else []


def _named(run: Run, sentence: Sentence, places: set[int], gazetteer: Gazetteer) -> Name | None:
    """The run as a place, if its neighbours say that it is one."""
    from whowhom.parse.names import Name

    key = " ".join((SHORTENED.get(run.tokens[0][0], run.tokens[0][0]), *(token[0] for token in run.tokens[1:])))
    first, last = run.words[0], run.words[-1]
    after = sentence.words[last.index + 1] if last.index + 1 < len(sentence.words) else last
    if after.lemma in STATES and all(word.lower in REGION_WORDS for word in run.words):
        return None  # "the Gulf state", "the Pacific nation"
    if key in DIRECTIONS or key in FAITHS or last.lower in BEFORE_NAME or (first.index == 0 and not first.is_name):
        return None
    kind = _kind_by_words(run, sentence)
    entries = gazetteer.index.of(key) if gazetteer.index is not None and not run.covered else []
    if not kind and _stands_as_place(run, sentence, places, bool(entries), key in gazetteer.avoided):
        kind = "settlement"
    if not kind and entries and key not in gazetteer.avoided and _is_large(entries) and _is_before_building(last, sentence):
        kind = "settlement"
    if not kind or (not entries and run.written.isupper() and len(run.written) < 5):
        return None
    precision = PRECISIONS[kind]
    entries = _of_kind(entries, kind)
    entries = entries or [NameEntry("place", NamedPlace(run.written, kind, None, None, None, None, precision), run.written, False)]
    return Name(run.words, (run.tokens[0][1], run.tokens[-1][2]), list(entries), run.written, run.covered[0] if run.covered else None)


def _of_kind(entries: list[NameEntry], kind: str) -> list[NameEntry]:
    """The entries that can be of the kind told: "X province" is no town X, "X district" can be the one around it, a bare X is the town if there is one."""
    things = [(entry, entry.thing) for entry in entries if isinstance(entry.thing, NamedPlace)]
    if kind == "region":
        return [entry for entry, thing in things if thing.where_prec >= PROVINCE]
    if kind == "district":
        return [entry._replace(thing=replace(thing, kind=kind, where_prec=DISTRICT)) for entry, thing in things if thing.where_prec < PROVINCE]
    return [entry for entry, thing in things if thing.where_prec == 1] or entries


def _stands_as_place(run: Run, sentence: Sentence, places: set[int], listed: bool, avoided: bool) -> bool:
    """Whether the words around a run say that it is a place; `listed`: GeoNames has it; `avoided`: it is a common word or a person's name too."""
    first, last = run.words[0], run.words[-1]
    if _is_described(last, sentence):
        return True
    before = _place_word_before(first, sentence)
    lone = last.dep not in ("compound", "poss", "nmod", "amod") or last.head in run.words
    if before is not None and (before.lower == "of" or before.lemma in AREAS or before.lower in SETTLED):
        return listed or lone
    if before is not None and before.lower in SURE and (lone or listed):
        if before.lower == "at" and not listed and ((len(run.tokens) > 1 and run.tokens[0][0] not in LINKS) or before.head.lemma in AIMED):
            return False  # "fired at Joel Ruiz"
        return not avoided or (lone and listed)
    if avoided:
        return False
    if _is_joined_to_place(run, places) or (before is not None and (listed or _is_held(last, sentence, places))):
        return True
    return _is_taken(first, sentence, TAKING if listed else GROUND) and (listed or lone)


def _is_large(entries: list[NameEntry]) -> bool:
    return any(isinstance(entry.thing, NamedPlace) and entry.thing.population >= LARGE for entry in entries)


def _is_before_building(last: Word, sentence: Sentence) -> bool:
    """ "a Cotabato market": a town before a building."""
    following = _word_at(sentence, last.index + 1)
    return following is not None and following.is_noun and following.lower in CAPITAL_HEADS and last.dep == "compound"


TRADES = word_list("agency_trades")


def _kind_by_words(run: Run, sentence: Sentence) -> str:
    """The kind of place that the run's own last or first word, or the noun right after it, tells."""
    keys = [token[0] for token in run.tokens]
    if len(keys) > 1 and keys[-1] in CAPITAL_HEADS:
        return CAPITAL_HEADS[keys[-1]]
    if len(keys) > 1 and keys[0] in OPENERS:
        return OPENERS[keys[0]]
    following = _word_at(sentence, run.words[-1].index + 1)
    if following is None or not run.words[-1].is_name or (following.lower == "agency" and keys[-1] in TRADES):
        return ""
    if following.lower in HEADS and following.is_noun:
        return HEADS[following.lower]
    beyond = _word_at(sentence, following.index + 1)
    two = f"{following.lower} {beyond.lower}" if beyond is not None else ""
    if two in FACILITIES:
        return "district" if two == "local government" else "facility"
    return ""


def _is_described(last: Word, sentence: Sentence) -> bool:
    """ "X, a village in", "X, the main town of": a place told by what follows."""
    comma, article = _word_at(sentence, last.index + 1), _word_at(sentence, last.index + 2)
    if comma is None or article is None or comma.text != "," or article.lower not in ("a", "an", "the"):
        return False
    for step in range(3, 8):
        word = _word_at(sentence, last.index + step)
        if word is None or not (word.is_noun or word.tag[:2] in ("JJ", "VB", "HY") or word.text == "-"):
            return False
        if word.lemma in AREAS or HEADS.get(word.lower) in ("settlement", "district"):
            return True
    return False


def _is_joined_to_place(run: Run, places: set[int]) -> bool:
    """ "in Takoro and X": a name joined to a place is one."""
    top = next((word for word in run.words if word.head not in run.words), run.words[-1])
    return top.dep == "conj" and top.is_name and top.head.index in places and (top.head.dep in ("pobj", "conj") or top.head.head.lemma in TAKING)


def _is_held(last: Word, sentence: Sentence, places: set[int]) -> bool:
    """ "on X in Y province", "to X, Y": the known place that holds it follows."""
    following = _word_at(sentence, last.index + 1)
    if following is None or following.lower not in ("in", "near", ","):
        return False
    at = last.index + 2
    while (word := _word_at(sentence, at)) is not None and (word.lower in BEFORE_NAME or word.lower in DIRECTIONS):
        at += 1
    return at in places


def _is_taken(first: Word, sentence: Sentence, verbs: frozenset[str]) -> bool:
    """ "captured X", "shelled X": what such verbs take is a place."""
    before = _word_at(sentence, first.index - 1)
    if before is not None and before.lower in ("the", *DIRECTIONS):
        before = _word_at(sentence, before.index - 1)
    return before is not None and before.is_verb and before.lemma in verbs


def _place_word_before(word: Word, sentence: Sentence) -> Word | None:
    """The word that says that a place follows: "in X", "the town of X", "north of X", "the town X"."""
    before = _word_at(sentence, word.index - 1)
    while before is not None and (before.lower in BEFORE_NAME or before.lower in DIRECTIONS or before.text in ("‘", "'", "“", '"', "-")):
        before = _word_at(sentence, before.index - 1)
    if before is not None and before.lower in HOLDING and before.index > 1 and sentence.words[before.index - 1].text == "-":  # "rebel-held X"
        before = _word_at(sentence, before.index - 3)
    if before is None:
        return None
    if before.lower == "of":
        above = _word_at(sentence, before.index - 1)
        return before if above is not None and not above.is_name and (above.lemma in AREAS or above.lower in _BEFORE_OF) else None
    if before.lower == "to" and (above := _word_at(sentence, before.index - 1)) is not None and above.lower in ("according", "due", "belonging"):
        return None
    return before if before.lower in LOCATIVE or ((before.lemma in AREAS or before.lower in SETTLED) and not before.is_name) else None


def _word_at(sentence: Sentence, index: int) -> Word | None:
    return sentence.words[index] if 0 <= index < len(sentence.words) else None
