"""What does the program know? Loads, checks and compiles the folder `knowledge/`; errors name file and line."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from whowhom.errors import CodebookError
from whowhom.model import HarmKind, Quad, Reality, Stance

LINE = "__line__"
T = TypeVar("T", bound="Entry")
V = TypeVar("V")


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

    @field_validator("only", "unless", mode="before")
    @classmethod
    def _tables(cls, value: Any) -> Any:
        return {key: _listed(words) for key, words in value.items()} if isinstance(value, dict) else value


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a rule: a head lemma and the lemmas that hang on it, in order."""

    rule: Rule
    head: str
    rest: tuple[str, ...]
    weight: int


class _Loader(yaml.CSafeLoader):
    """Adds to every mapping the line where it starts."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    found = loader.construct_mapping(node, deep=True)
    found[LINE] = node.start_mark.line + 1
    return found


_Loader.yaml_implicit_resolvers = {  # "yes", "no" and "on" are words here, not truth values as in YAML 1.1
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or letter in "tTfF"]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, mappings with their line under `__line__`. Raises CodebookError."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  (a safe loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise CodebookError(path.name, mark.line + 1 if mark else 1, str(error.problem)) from None


def without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_lines(each) for key, each in value.items() if key != LINE}
    return [without_lines(each) for each in value] if isinstance(value, list) else value


def entries_of(kind: type[T], path: Path) -> list[T]:
    """The entries of a YAML list, checked. Raises CodebookError with file and line."""
    content = read_yaml(path) or []
    if not isinstance(content, list):
        raise CodebookError(path.name, 1, "a list of entries is wanted")
    found = []
    for each in content:
        if not isinstance(each, dict):
            raise CodebookError(path.name, 1, f"not an entry: {each!r}")
        line = each[LINE]
        try:
            found.append(kind(**without_lines(each), file=path.name, line=line))
        except (ValidationError, TypeError) as error:
            raise CodebookError(path.name, line, _first_fault(error)) from None
    return found


def _first_fault(error: ValidationError | TypeError) -> str:
    if isinstance(error, TypeError):
        return str(error)
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    return f"{where}: {fault['msg']}"


class Role(Entry):
    """Nouns for people of one PLOVER sector, and how the dead among them are counted."""

    id: str

    sector: str | None = None
    who: str = "unspecified"
    armed: bool = False
    nouns: tuple[str, ...]


class WordClass(Entry):
    """Words of one class of means or targets; `modes` are those that such means give an ASSAULT."""

    cls: str = Field(alias="class")
    modes: tuple[str, ...] = ()
    words: tuple[str, ...]


class Light(Entry):
    """Verbs that lend a subject to a nominal deed: it does it, suffers it, orders it; or that only let it happen."""

    kind: Literal["does", "undergoes", "happens"]
    verbs: tuple[str, ...]


class Framing(Entry):
    """Words that govern a deed and say what is true of it.

    `effect` is the reality of what they govern, or `keeps` (factive); `stance` makes their subject a claimant.
    """

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    effect: Reality | Literal["keeps"]
    stance: Stance | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Connector(Entry):
    """Words that link two deeds. `effect` says which side of the word names the effect."""

    id: str
    kind: Literal["in-response-to", "caused-by", "follows"]
    prepositions: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    effect: Literal["governor", "subject", "object"] = "governor"
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Context(Entry):
    """Words that give an event a PLOVER context."""

    context: str
    words: tuple[str, ...]


class HarmWords(Entry):
    """Words for people harmed that are no deeds: tolls and states of victims. `any`: the kind is open (casualties)."""

    id: str
    kind: HarmKind
    any: bool = False
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


class Responsibility(Entry):
    """Words that tie an actor to a deed told elsewhere: the functions in which they stand, and how sure it is."""

    id: str
    verbs: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    actor: str
    deed: str
    claimant: str = "subject"
    reality: Literal["asserted", "alleged"] = "alleged"
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Conversions(BaseModel):
    """What a type becomes as a future deed or by the content it governs."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    future: dict[str, str]
    intentions: tuple[str, ...] = ()
    content_types: dict[str, dict[str, str]]
    content_modes: dict[str, dict[str, str]]


class Topic(Entry):
    """Words of a topic that borrows the words of violence. `outcomes`: only outcomes without a deed of their own are dropped."""

    id: str
    outcomes: bool
    words: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class EventType(BaseModel):
    """A PLOVER type: its quad class, its score and those of its modes."""

    model_config = ConfigDict(frozen=True)
    quad: Quad
    score: float
    modes: dict[str, float] = Field(default_factory=dict)


class Lexicon(Generic[V]):
    """Wordings by head lemma: the longest wording whose words hang on the head wins."""

    def __init__(self) -> None:
        self.by_head: dict[str, list[tuple[tuple[str, ...], V]]] = defaultdict(list)

    def add(self, wording: str, value: V, head_first: bool = False) -> None:
        words = wording.lower().replace("-", " ").split() if not head_first else wording.lower().split()
        head, rest = (words[0], words[1:]) if head_first else (words[-1], words[:-1])
        found = self.by_head[head]
        found.append((tuple(rest), value))
        found.sort(key=lambda pair: -len(pair[0]))
        if not head_first and len(words) > 1:  # "car-bomb" as one token
            self.by_head["-".join(words)].append(((), value))


@dataclass(slots=True)
class Codebook:
    """Everything the program knows, compiled for lookup. Build it with `load`."""

    types: dict[str, EventType] = field(default_factory=dict)
    contexts: tuple[str, ...] = ()
    rules: dict[str, Rule] = field(default_factory=dict)
    verbs: dict[str, list[Pattern]] = field(default_factory=dict)
    nouns: dict[str, list[Pattern]] = field(default_factory=dict)
    adjectives: dict[str, list[Pattern]] = field(default_factory=dict)
    roles: Lexicon[Role] = field(default_factory=Lexicon)
    means: Lexicon[WordClass] = field(default_factory=Lexicon)
    targets: Lexicon[WordClass] = field(default_factory=Lexicon)
    light: Lexicon[Light] = field(default_factory=Lexicon)
    framing: dict[str, Lexicon[Framing]] = field(default_factory=dict)
    connectors: tuple[Connector, ...] = ()
    context_words: dict[str, str] = field(default_factory=dict)
    harm: dict[str, Lexicon[HarmWords]] = field(default_factory=dict)
    responsibility: tuple[Responsibility, ...] = ()
    topics: tuple[Topic, ...] = ()
    lemmas: dict[str, str] = field(default_factory=dict)
    conversions: Conversions = field(default_factory=lambda: Conversions(future={}, content_types={}, content_modes={}))
    cameo: dict[tuple[str, str], str] = field(default_factory=dict)
    digest: str = ""


def _compile_rules(book: Codebook, rules: list[Rule]) -> None:
    tables = {"verbs": book.verbs, "nouns": book.nouns, "adjectives": book.adjectives}
    for rule in rules:
        _check_rule(book, rule)
        book.rules[rule.id] = rule
        conditions = 2 * len(rule.only)
        for name, table in tables.items():
            for wording in getattr(rule, name):
                words = wording.lower().split()
                head, rest = (words[-1], words[:-1]) if name == "nouns" and not _has_tail(words) else (words[0], words[1:])
                pattern = Pattern(rule, head, tuple(rest), 10 * len(rest) + conditions)
                table.setdefault(head, []).append(pattern)
    for table in tables.values():
        for patterns in table.values():
            patterns.sort(key=lambda pattern: -pattern.weight)


def _has_tail(words: list[str]) -> bool:
    """ "show of force", "state of emergency": the head stands before the preposition."""
    return any(word in ("of", "to", "on", "for", "against", "in") for word in words[1:])


def _check_rule(book: Codebook, rule: Rule) -> None:
    if rule.id in book.rules:
        raise CodebookError(rule.file, rule.line, f"id {rule.id} is used twice")
    if rule.event not in book.types:
        raise CodebookError(rule.file, rule.line, f"{rule.id}: no event type {rule.event}")
    for mode in rule.modes:
        if mode not in book.types[rule.event].modes:
            raise CodebookError(rule.file, rule.line, f"{rule.id}: {rule.event} has no mode {mode}")
    for context in rule.contexts:
        if context not in book.contexts:
            raise CodebookError(rule.file, rule.line, f"{rule.id}: no context {context}")
    if not (rule.verbs or rule.nouns or rule.adjectives):
        raise CodebookError(rule.file, rule.line, f"{rule.id}: names no verbs, nouns or adjectives")


def knowledge_folder() -> Path:
    return Path(str(files("whowhom") / "knowledge"))


@lru_cache(maxsize=1)
def _grammar() -> dict[str, frozenset[str]]:
    content = without_lines(read_yaml(knowledge_folder() / "grammar.yaml"))
    return {name: frozenset(map(str, words)) for name, words in content.items()}


def word_list(name: str) -> frozenset[str]:
    """A closed word list of `knowledge/grammar.yaml`. Raises KeyError for an unknown name."""
    return _grammar()[name]


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Codebook:
    """The package's codebook; with a folder, its rules (`events/*.yaml` or `*.yaml`) are added, and replace ours of the same id.

    Raises CodebookError with file and line.
    """
    own = knowledge_folder()
    book = Codebook()
    ontology = without_lines(read_yaml(own / "plover.yaml"))
    book.types = {name: EventType(**value) for name, value in ontology["types"].items()}
    book.contexts = tuple(ontology["contexts"])
    rules = [rule for path in sorted((own / "events").glob("*.yaml")) for rule in entries_of(Rule, path)]
    if folder is not None:
        events = folder / "events" if (folder / "events").is_dir() else folder
        added = [rule for path in sorted(events.glob("*.yaml")) for rule in entries_of(Rule, path)]
        replaced = {rule.id for rule in added}
        rules = [*added, *(rule for rule in rules if rule.id not in replaced)]
    _compile_rules(book, rules)
    _load_words(book, own)
    digest = hashlib.sha256()
    for home in (own, folder):
        for path in sorted(each for each in home.rglob("*") if each.suffix in (".yaml", ".csv")) if home else ():
            digest.update(path.name.encode() + path.read_bytes())
    book.digest = digest.hexdigest()[:12]
    return book


def _load_words(book: Codebook, folder: Path) -> None:
    for role in entries_of(Role, folder / "roles.yaml"):
        for noun in role.nouns:
            book.roles.add(noun, role)
    for lexicon, name in ((book.means, "means.yaml"), (book.targets, "targets.yaml")):
        for entry in entries_of(WordClass, folder / name):
            for word in entry.words:
                lexicon.add(word, entry)
    for light in entries_of(Light, folder / "light.yaml"):
        for verb in light.verbs:
            book.light.add(verb, light, head_first=True)
    for framing in entries_of(Framing, folder / "framing.yaml"):
        for kind in ("verbs", "nouns", "adjectives", "adverbs"):
            lexicon_of_kind = book.framing.setdefault(kind, Lexicon())
            for wording in getattr(framing, kind):
                lexicon_of_kind.add(wording, framing, head_first=kind == "verbs")
    for harm in entries_of(HarmWords, folder / "harm.yaml"):
        for kind in ("verbs", "nouns", "adjectives"):
            harms = book.harm.setdefault(kind, Lexicon())
            for wording in getattr(harm, kind):
                harms.add(wording, harm, head_first=kind == "verbs")
    book.responsibility = tuple(entries_of(Responsibility, folder / "responsibility.yaml"))
    book.topics = tuple(entries_of(Topic, folder / "topics.yaml"))
    book.conversions = Conversions(**without_lines(read_yaml(folder / "conversions.yaml")))
    with (folder / "crosswalk" / "cameo.csv").open(encoding="utf-8", newline="") as file:
        book.cameo = {(row["type"], row["mode"]): row["cameo"] for row in csv.DictReader(file)}
    book.connectors = tuple(entries_of(Connector, folder / "links.yaml"))
    for context in entries_of(Context, folder / "contexts.yaml"):
        for word in context.words:
            book.context_words[word.lower()] = context.context
