"""What does the program know? Compiles the folder `knowledge/` for lookup."""

from __future__ import annotations

import csv
import difflib
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from whowhom.entries import (
    Anaphor,
    Connector,
    Context,
    Conversions,
    EventType,
    Framing,
    HarmWords,
    Light,
    Responsibility,
    Role,
    Rule,
    Topic,
    WordClass,
    entries_of,
)
from whowhom.errors import CodebookError
from whowhom.opening import without_collecting
from whowhom.yamlfile import read_yaml

V = TypeVar("V")


class Pattern(NamedTuple):
    """One wording of a rule: a head lemma and the lemmas that hang on it, in order."""

    rule: Rule
    head: str
    rest: tuple[str, ...]
    weight: int
    only: tuple[tuple[str, Wanted], ...] = ()
    unless: tuple[tuple[str, Wanted], ...] = ()


class Patterns(list[Pattern]):
    """The wordings of one head, in the order in which they are tried, and at which places each of their further words stands."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, list[int]] = {}

    def settle(self) -> None:
        """Puts the longest first; to be called when all are in."""
        self.sort(key=lambda pattern: -pattern.weight)
        for at, pattern in enumerate(self):
            for word in dict.fromkeys(pattern.rest or ("",)):
                self.places.setdefault(word, []).append(at)

    def beside(self, words: Iterable[str]) -> list[Pattern]:
        """Those of the head alone and those of which a word is among these: hundreds of wordings begin with "put", few can stand in one sentence."""
        found = {at for word in ("", *words) for at in self.places.get(word, ())}
        return [self[at] for at in sorted(found)]


NOUN_JOINTS = frozenset({"of", "to", "in", "for", "on", "against"})  # prepositions that hang on the noun before them


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of one restriction, sorted for lookup: lemmas, classes (`$people`), compounds ("suicide bomber")."""

    lemmas: frozenset[str]
    classes: tuple[str, ...]
    compounds: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> Wanted:
        """The restriction that a rule's list of words makes."""
        compounds = tuple(_head_last(word.split()) for word in words if " " in word)
        return cls(frozenset(words), tuple(word for word in words if word[0] == "$"), compounds)


def _head_last(words: list[str]) -> tuple[str, ...]:
    """The words with the one that the others hang on last: "suicide bomber", but "of war act" for "act of war"."""
    at = next((at for at, word in enumerate(words[:-1]) if at and word in NOUN_JOINTS and words[at - 1] != "out"), len(words))
    return (*words[: at - 1], *words[at:], words[at - 1])


wanted = lru_cache(maxsize=None)(Wanted.of)  # many rules share a list

Linking = dict[str, list[tuple[str, Connector, list[str]]]]
"""Wordings of connectors by their first words: the kind of wording, the connector, the words."""


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
    verbs: dict[str, Patterns] = field(default_factory=dict)
    nouns: dict[str, Patterns] = field(default_factory=dict)
    adjectives: dict[str, Patterns] = field(default_factory=dict)
    roles: Lexicon[Role] = field(default_factory=Lexicon)
    means: Lexicon[WordClass] = field(default_factory=Lexicon)
    systems: Lexicon[WordClass] = field(default_factory=Lexicon)
    targets: Lexicon[WordClass] = field(default_factory=Lexicon)
    light: Lexicon[Light] = field(default_factory=Lexicon)
    framing: dict[str, Lexicon[Framing]] = field(default_factory=dict)
    connectors: tuple[Connector, ...] = ()
    linking: Linking = field(default_factory=dict)
    reasoning: Linking = field(default_factory=dict)  # the same of connectors whose cause may be no deed
    reasonless: dict[str, Wanted] = field(default_factory=dict)  # by connector: words after it that are no reason
    context_entries: dict[str, Context] = field(default_factory=dict)
    context_words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    context_silences: dict[str, tuple[str, ...]] = field(default_factory=dict)
    context_openers: set[str] = field(default_factory=set)  # the first words of those that are two words
    harm: dict[str, Lexicon[HarmWords]] = field(default_factory=dict)
    responsibility: tuple[Responsibility, ...] = ()
    topics: tuple[Topic, ...] = ()
    lemmas: dict[str, str] = field(default_factory=dict)
    anaphors: dict[str, tuple[Anaphor, ...]] = field(default_factory=dict)
    given_names: dict[str, str] = field(default_factory=dict)
    conversions: Conversions = field(default_factory=lambda: Conversions(future={}, content_types={}, content_modes={}))
    cameo: dict[tuple[str, str], str] = field(default_factory=dict)
    acled: tuple[dict[str, str], ...] = ()
    ucdp: tuple[dict[str, str], ...] = ()
    confidence: dict[str, float] = field(default_factory=dict)
    digest: str = ""


def _compile_rules(book: Codebook, rules: list[Rule]) -> None:
    tables = {"verbs": book.verbs, "nouns": book.nouns, "adjectives": book.adjectives}
    for rule in rules:
        check_rule(book, rule)
        if rule.id in book.rules:
            raise CodebookError(rule.file, rule.line, f"id {rule.id} is used twice")
        book.rules[rule.id] = rule
        conditions = 2 * len(rule.only)
        only = tuple((function, wanted(words)) for function, words in rule.only.items())
        unless = tuple((function, wanted(words)) for function, words in rule.unless.items())
        for name, table in tables.items():
            for wording in getattr(rule, name):
                words = wording.lower().split()
                head, rest = (words[-1], words[:-1]) if name == "nouns" and not _has_tail(words) else (words[0], words[1:])
                if head not in table:
                    table[head] = Patterns()
                table[head].append(Pattern(rule, head, tuple(rest), 10 * len(rest) + conditions, only, unless))
    for table in tables.values():
        for patterns in table.values():
            patterns.settle()


def _has_tail(words: list[str]) -> bool:
    """ "show of force", "state of emergency": the head stands before the preposition."""
    return any(word in ("of", "to", "on", "for", "against", "in") for word in words[1:])


def check_rule(book: Codebook, rule: Rule) -> None:
    """Raises CodebookError where a rule names a type, mode, context or function that is none, or has no wording."""
    if rule.event not in book.types:
        raise CodebookError(rule.file, rule.line, f"{rule.id}: no event type {rule.event}{_near(rule.event, book.types)}")
    for mode in rule.modes:
        if mode not in book.types[rule.event].modes:
            raise CodebookError(rule.file, rule.line, f"{rule.id}: {rule.event} has no mode {mode}{_near(mode, book.types[rule.event].modes)}")
    for context in rule.contexts:
        if context not in book.contexts:
            raise CodebookError(rule.file, rule.line, f"{rule.id}: no context {context}{_near(context, book.contexts)}")
    if not (rule.verbs or rule.nouns or rule.adjectives):
        raise CodebookError(rule.file, rule.line, f"{rule.id}: names no verbs, nouns or adjectives")
    for function in (*rule.actor, *rule.recipient, *rule.content, *rule.only, *rule.unless):
        if function not in word_list("functions"):
            raise CodebookError(rule.file, rule.line, f"{rule.id}: no function {function}{_near(function, word_list('functions'))}")


def _near(word: str, known: Iterable[str]) -> str:
    """What a word that is not known was perhaps meant to be, to be told behind it."""
    near = difflib.get_close_matches(word, sorted(known), 1)
    return f"; {near[0]} is meant?" if near else ""


def knowledge_folder() -> Path:
    return Path(str(files("whowhom") / "knowledge"))


@lru_cache
def tabled(name: str) -> dict[str, Any]:
    """The content of a file of `knowledge` that is a table by name: `tabled("quantities")["loose"]`."""
    content: dict[str, Any] = read_yaml(knowledge_folder() / f"{name}.yaml")
    return content


@lru_cache(maxsize=1)
def _grammar() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(str, words)) for name, words in tabled("grammar").items()}


def word_list(name: str) -> frozenset[str]:
    """A closed word list of `knowledge/grammar.yaml`. Raises KeyError for an unknown name."""
    return _grammar()[name]


def sector_group(name: str) -> frozenset[str]:
    """A group of PLOVER's sectors of `knowledge/sectors.yaml`. Raises KeyError for an unknown name."""
    return frozenset(tabled("sectors")["groups"][name])


@lru_cache(maxsize=1)
def toponym_words() -> dict[str, dict[str, frozenset[str]]]:
    """Kind of place → the words before (`openers`) and after (`heads`, `capital_heads`) a name that make it one (`toponyms.yaml`)."""
    return {kind: {part: frozenset(map(str, words)) for part, words in parts.items()} for kind, parts in tabled("toponyms").items()}


@lru_cache(maxsize=1)
def regions() -> dict[str, frozenset[str]]:
    """Words that stand before "nation" or "state" → the countries that may be meant (`regions.yaml`)."""
    return {name: frozenset(codes) for name, codes in tabled("regions").items()}


def crosswalk(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table of `knowledge/crosswalk`, in their order; `loses` says what the other codebook cannot hold."""
    with (knowledge_folder() / "crosswalk" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def rule_files(folder: Path) -> list[Path]:
    """The files of rules in a user's folder: `events/*.yaml` where there is such a folder, `*.yaml` else; `.yml` will do."""
    events = folder / "events" if (folder / "events").is_dir() else folder
    return sorted(path for path in events.iterdir() if path.suffix in (".yaml", ".yml"))


@lru_cache(maxsize=4)
@without_collecting()
def load(folder: Path | None = None) -> Codebook:
    """The package's codebook; with a folder, its rules (`events/*.yaml` or `*.yaml`) are added, and replace ours of the same id.

    Raises CodebookError with file and line.
    """
    own = knowledge_folder()
    book = Codebook()
    ontology = read_yaml(own / "plover.yaml")
    book.types = {name: EventType(**value) for name, value in ontology["types"].items()}
    book.contexts = tuple(ontology["contexts"])
    rules = [rule for path in sorted((own / "events").glob("*.yaml")) for rule in entries_of(Rule, path)]
    if folder is not None:
        added = [rule for path in rule_files(folder) for rule in entries_of(Rule, path)]
        replaced = {rule.id for rule in added}
        rules = [*added, *(rule for rule in rules if rule.id not in replaced)]
    _compile_rules(book, rules)
    _load_words(book, own)
    digest = hashlib.sha256()
    for home in (own, folder):
        for path in sorted(each for each in home.rglob("*") if each.suffix in (".yaml", ".yml", ".csv")) if home else ():
            digest.update(path.name.encode() + path.read_bytes())
    book.digest = digest.hexdigest()[:12]
    return book


def _load_words(book: Codebook, folder: Path) -> None:
    for role in entries_of(Role, folder / "roles.yaml"):
        for noun in role.nouns:
            book.roles.add(noun, role)
    for anaphor in entries_of(Anaphor, folder / "anaphors.yaml"):
        for noun in anaphor.nouns:
            head = noun.lower().split()[-1]
            book.anaphors[head] = (*book.anaphors.get(head, ()), anaphor)
    with (folder / "given_names.csv").open(encoding="utf-8", newline="") as file:
        book.given_names = {row["name"]: row["gender"] for row in csv.DictReader(file)}
    for lexicon, name in ((book.means, "means.yaml"), (book.targets, "targets.yaml")):
        for entry in entries_of(WordClass, folder / name):
            for word in entry.words:
                lexicon.add(word, entry)
            for word in entry.names:
                book.systems.add(word, entry)
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
    book.conversions = Conversions(**read_yaml(folder / "conversions.yaml"))
    book.confidence = read_yaml(folder / "confidence.yaml")
    book.cameo = {(row["type"], row["mode"]): row["cameo"] for row in crosswalk("cameo")}
    book.acled, book.ucdp = crosswalk("acled"), crosswalk("ucdp")
    book.connectors = tuple(entries_of(Connector, folder / "links.yaml"))
    book.linking, book.reasoning = _by_first_word(book.connectors), _by_first_word(each for each in book.connectors if each.reason)
    book.reasonless = {each.id: Wanted.of(each.unless) for each in book.connectors if each.reason}
    for context in entries_of(Context, folder / "contexts.yaml"):
        _add_context(book, context)


def _by_first_word(connectors: Iterable[Connector]) -> Linking:
    """The wordings of connectors by their first word, prepositions by their first two: hundreds begin with "in"."""
    index: Linking = {}
    for connector in connectors:
        for kind in ("prepositions", "verbs", "marks", "moods", "participles"):
            for wording in getattr(connector, kind):
                words = wording.split()
                first = " ".join(words[:2]) if kind == "prepositions" else words[0]
                index.setdefault(first, []).append((kind, connector, words))
    return index


def _add_context(book: Codebook, entry: Context) -> None:
    """Adds the words of a context, as they stand and without the hyphens and possessives that the text's reader passes over."""
    if entry.context not in book.contexts:
        raise CodebookError(entry.file, entry.line, f"no context {entry.context}")
    words = [word.lower() for word in entry.words]
    keys = {*words, *(word.replace("-", " ").replace("'s", "") for word in words), *(f"verb {verb}" for verb in entry.verbs)}
    book.context_entries[entry.context] = entry
    for table, phrases in ((book.context_words, keys), (book.context_silences, set(entry.unless))):
        for phrase in phrases:
            table[phrase] = (*table.get(phrase, ()), entry.context)
            if " " in phrase:
                book.context_openers.add(phrase.split()[0])
