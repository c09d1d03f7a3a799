"""What may an entry of a knowledge file say? Its kinds, read from YAML and checked; errors name file and line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from whowhom.errors import CodebookError
from whowhom.model import HarmKind, Quad, Reality, Stance
from whowhom.yamlfile import LINE, KnowledgeLoader, read_yaml

WEAPONS = frozenset({"$aircraft", "$drone", "$rocket", "$missile", "$artillery", "$mortar", "$tank", "$warship", "$firearm"})
"""Classes of means that restrictions may name."""
CLASSES = frozenset({"$people", "$armed", "$state", "$org", "$place", "$facility", "$weapon", "$name", "$several", *WEAPONS})
"""Classes of words that restrictions may name; `parse/wordings.py` says what each holds."""
T = TypeVar("T", bound="Entry")


class Entry(BaseModel):
    """One entry of a knowledge file. Unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    file: str = ""
    line: int = 0


def _listed(value: Any) -> Any:
    """A single word stands for a list of one."""
    return [value] if isinstance(value, str) else value


class Rule(Entry):
    """How a deed is worded, what it is, and where its parties stand.

    `verbs`, `nouns` and `adjectives` hold lemmas with the lemmas that must hang on them: "blow up", "air strike", "take into custody".
    `truce`: what it agrees on is a ceasefire, which other codebooks count among deeds.
    """

    id: str
    event: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    joint: bool = False
    result: bool = False
    truce: bool = False
    content: tuple[str, ...] = ()
    harm: HarmKind | None = None
    only: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    reality: Reality | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @field_validator("modes", "contexts", "verbs", "nouns", "adjectives", "actor", "recipient", "content", "yes", "no", mode="before")
    @classmethod
    def _lists(cls, value: Any) -> Any:
        return _listed(value)

    @field_validator("verbs", "nouns", "adjectives", "yes", "no")
    @classmethod
    def _no_blanks(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        if any(not word.strip() for word in words):
            raise ValueError("one of them is empty")
        return words

    @field_validator("only", "unless", mode="before")
    @classmethod
    def _tables(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        tables = {key: _listed(words) for key, words in value.items()}
        for words in tables.values():
            if unknown := [word for word in words or () if isinstance(word, str) and word.startswith("$") and word not in CLASSES]:
                raise ValueError(f"no class of words {unknown[0]} (there are {', '.join(sorted(CLASSES))})")
        return tables


def entries_of(kind: type[T], path: Path) -> list[T]:
    """The entries of a YAML list, checked. Raises CodebookError with file and line."""
    found = []
    for entry in each_entry(kind, path):
        if isinstance(entry, CodebookError):
            raise entry
        found.append(entry)
    return found


def each_entry(kind: type[T], path: Path) -> Iterator[T | CodebookError]:
    """The entries of a YAML list, each or the mistake in it. Raises CodebookError where the file as a whole cannot be read."""
    content = read_yaml(path) or []
    if not isinstance(content, list):
        raise CodebookError(path.name, 1, "a list of entries is wanted")
    for at, each in enumerate(content):
        if not isinstance(each, dict):
            yield CodebookError(path.name, _line_of(path, at), f"not an entry: {each!r}")
            continue
        line = each.pop(LINE)
        try:
            yield kind(**each, file=path.name, line=line)
        except ValidationError as error:
            fault = error.errors()[0]
            yield CodebookError(path.name, _line_of(path, at, fault["loc"]), _told(fault["loc"], fault["type"], fault["msg"], kind))
        except TypeError as error:
            yield CodebookError(path.name, line, str(error))


def _line_of(path: Path, at: int, place: tuple[int | str, ...] = ()) -> int:
    """The line where an entry of a list starts, or the key of it that a fault names."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=KnowledgeLoader)
    if node is None:
        return 1
    entry = node.value[at]
    keys = [key for key, _ in entry.value if place and key.value == place[0]] if isinstance(entry, yaml.MappingNode) else []
    return int((keys[0] if keys else entry).start_mark.line) + 1


def _told(place: tuple[int | str, ...], sort: str, message: str, kind: type[Entry]) -> str:
    """What is wrong with a value, in words for who writes it."""
    where = ".".join(str(part) for part in place)
    keys = sorted(set(kind.model_fields) - {"file", "line"})
    if sort == "extra_forbidden":
        near = difflib.get_close_matches(where, keys, 1)
        return f"{where}: no such key{f'; {near[0]} is meant?' if near else ''} (there are {', '.join(keys)})"
    told = {"missing": "is wanted", "tuple_type": "a list of words is wanted", "string_type": "words are wanted", "dict_type": "a table is wanted"}
    return f"{where}: {told.get(sort, message.removeprefix('Value error, '))}"


class Role(Entry):
    """Nouns for people of one PLOVER sector, and how the dead among them are counted.

    `country`: PLOVER's international code of those who are nobody's by their very name ("peacekeepers" are IGO unless "French").
    """

    id: str

    sector: str | None = None
    country: str | None = None
    who: str = "unspecified"
    armed: bool = False
    nouns: tuple[str, ...]


class Anaphor(Entry):
    """Nouns with "the" that point back, and what they may mean: nouns, words of names, a kind, or those who did or suffered something.

    `armed`: of groups only those that may bear arms, no agency and no charity.
    """

    id: str
    nouns: tuple[str, ...]
    like: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    kind: Literal["person", "group", "country", "place", "business", "thing"] | None = None
    armed: bool = False
    does: tuple[str, ...] = ()
    suffers: tuple[str, ...] = ()


class WordClass(Entry):
    """Words of one class of means or targets; `modes` are those that such means give an ASSAULT.

    `names`: makes and systems, read only where they are written with a capital or a figure.
    """

    cls: str = Field(alias="class")
    modes: tuple[str, ...] = ()
    words: tuple[str, ...]
    names: tuple[str, ...] = ()


class Light(Entry):
    """Verbs that lend a subject to a nominal deed: it does it, suffers it, orders it; or that only let it happen, or bring it about."""

    kind: Literal["does", "undergoes", "happens", "causes"]
    verbs: tuple[str, ...]


class Framing(Entry):
    """Words that govern a deed and say what is true of it.

    `effect` is the reality of what they govern, or `keeps` (factive); `stance` makes their subject a claimant. `settles`: a certain deed
    that they govern ("investigate the murder") is taken for granted, whatever is said of these words themselves.
    """

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    effect: Reality | Literal["keeps"]
    stance: Stance | None = None
    settles: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Connector(Entry):
    """Words that link two deeds. `effect` says which side of the word names the effect.

    `moods`: participles that say what moved the doer of the effect ("angered by"). `functions`: the cause stands in one of these
    functions of the effect, without a word of its own between them (`infinitive`, `participle`, `object`, or a preposition).
    `effects` and `causes`: the event types that may stand on either side; none: any. `reason`: the cause may also be told in words that name no deed, but
    for the words and classes in `unless`; `participles` are themselves the opening of such a reason ("demanding"). `gerund`: what is behind
    its prepositions must be one, of those to whom the deed was done ("arrested after mocking the king").
    """

    id: str
    kind: Literal["in-response-to", "caused-by", "follows"]
    prepositions: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    effect: Literal["governor", "subject", "object"] = "governor"
    reason: bool = False
    gerund: bool = False
    participles: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Context(Entry):
    """Words that give an event a PLOVER context.

    `words`: lemmas and phrases of two words, of any word but a verb; `verbs`: lemmas of verbs; `unless`: phrases of two words in which
    a word of the entry tells nothing ("flood of rockets", "hate crime").
    """

    context: str
    words: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class HarmWords(Entry):
    """Words for people harmed that are no deeds: tolls and states of victims.

    `victims`: where the people stand; `any`: the kind is open (casualties); `people`: only where people stand there;
    `several`: one alone is no toll; `negated`: the harm is told where the words are negated ("did not survive", "could not be saved");
    `event` and `modes`: the deed that the toll itself tells of where no deed is told beside it.
    """

    id: str
    kind: HarmKind
    event: str
    modes: tuple[str, ...] = ()
    any: bool = False
    people: bool = False
    several: bool = False
    negated: bool = False
    victims: tuple[str, ...] = ("object", "subject")
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


class Responsibility(Entry):
    """Words that tie an actor to a deed told elsewhere: the functions in which they stand, and how sure it is.

    `tells`: they tell a deed of their own too, even as participles ("two men convicted of the murder"); the others only name who did it.
    `bare`: without words for the deed they are of the one told just before ("The group claimed responsibility.").
    """

    id: str
    tells: bool = False
    bare: bool = False
    verbs: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    actor: str
    deed: str
    claimant: str = "subject"
    reality: Literal["asserted", "alleged"] = "alleged"
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class TopicOf(BaseModel):
    """Types that are only the topic of a deed of this type where they stand in these functions of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    type: str
    absorbs: tuple[str, ...]
    functions: tuple[str, ...]


class Conversions(BaseModel):
    """What a type becomes as a future deed or by the content it governs."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    future: dict[str, str]
    declared: tuple[str, ...] = ()
    announced: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    intentions: tuple[str, ...] = ()
    reactions: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    voiced: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    content_types: dict[str, dict[str, str]]
    content_modes: dict[str, dict[str, str]]
    topics: tuple[TopicOf, ...] = ()


class Topic(Entry):
    """Words of a topic that borrows the words of violence.

    `outcomes`: only outcomes without a deed of their own are dropped; `quarrels`: and what its people say to each other; `plot`: and what is told in the present;
    `score`: "2-1" is a word of it.
    """

    id: str
    outcomes: bool
    quarrels: bool = False
    plot: bool = False
    score: bool = False
    words: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class EventType(BaseModel):
    """A PLOVER type: its quad class, its score and those of its modes."""

    model_config = ConfigDict(frozen=True)
    quad: Quad
    score: float
    modes: dict[str, float] = Field(default_factory=dict)
