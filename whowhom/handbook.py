"""What stands in the codebook? Its types, modes and contexts with their wordings and sentences, for the terminal and docs/codebook.md."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from whowhom.codebook import Codebook, crosswalk
from whowhom.entries import Rule
from whowhom.errors import QuestionError

SHOWN_WORDS = 24  # wordings of a rule that a reader wants to see at once
SHOWN_SENTENCES = 2


def rules_of(book: Codebook, kind: str) -> list[Rule]:
    """The rules of a type, in the order of their ids."""
    return sorted((rule for rule in book.rules.values() if rule.event == kind), key=lambda rule: rule.id)


def overview(book: Codebook) -> Iterator[str]:
    """A line a type: quad class, score, modes, how many rules and wordings."""
    for name, kind in book.types.items():
        rules = rules_of(book, name)
        modes = f"  modes: {', '.join(kind.modes)}" if kind.modes else ""
        yield f"{name:10} {kind.quad:21} {kind.score:5}  {len(rules):3} rules {wordings(rules):5} wordings{modes}"
    yield f"contexts: {', '.join(book.contexts)}"


def wordings(rules: list[Rule]) -> int:
    """How many different wordings rules have together."""
    return len({word for rule in rules for word in (*rule.verbs, *rule.nouns, *rule.adjectives)})


def explain(book: Codebook, code: str) -> Iterator[str]:
    """What a type, a mode, a context or a rule means, with wordings and sentences. Raises QuestionError for an unknown code."""
    name = code.upper()
    if name in book.types:
        kind = book.types[name]
        yield f"{name}: {kind.quad}, score {kind.score}"
        for mode, score in kind.modes.items():
            yield f"  mode {mode}: score {score}, CAMEO {book.cameo.get((name, mode), '-')}"
        for rule in rules_of(book, name):
            yield from _rule_lines(rule)
        return
    low = code.lower()
    if low in book.contexts:
        yield f"{low}: context, told by {', '.join(_words_of_context(book, low))}"
        entry = book.context_entries[low]
        if entry.unless:
            yield f"    but not in {', '.join(entry.unless)}"
        yield from _sentence_lines(entry.yes, entry.no)
        return
    rules = [rule for rule in book.rules.values() if rule.id == low or low in rule.modes]
    if not rules:
        known = {*map(str.lower, book.types), *(mode for each in book.types.values() for mode in each.modes), *book.contexts, *book.rules}
        near = difflib.get_close_matches(low, sorted(known), 3)
        meant = f"did you mean {' or '.join(near)}?" if near else "`whowhom codebook` lists all types, modes and contexts"
        raise QuestionError("codebook", f"there is no code {code!r}; {meant}")
    for rule in sorted(rules, key=lambda rule: rule.id):
        yield from _rule_lines(rule)


def _words_of_context(book: Codebook, context: str) -> list[str]:
    entry = book.context_entries[context]
    return sorted((*entry.words, *(f"to {verb}" for verb in entry.verbs)))


def _rule_lines(rule: Rule) -> Iterator[str]:
    words = (*rule.verbs, *rule.nouns, *rule.adjectives)
    more = f", … ({len(words) - SHOWN_WORDS} more)" if len(words) > SHOWN_WORDS else ""
    yield f"{rule.id}{' (' + ', '.join(rule.modes) + ')' if rule.modes else ''}"
    yield f"    {', '.join(words[:SHOWN_WORDS])}{more}"
    yield f"    actor: {', '.join(rule.actor)}; recipient: {', '.join(rule.recipient)}{'; all in actor' if rule.joint else ''}"
    yield from _sentence_lines(rule.yes, rule.no)


def _sentence_lines(yes: tuple[str, ...], no: tuple[str, ...]) -> Iterator[str]:
    for sign, sentences in (("+", yes), ("-", no)):
        for sentence in sentences[:SHOWN_SENTENCES]:
            yield f"    {sign} {sentence}"


def crosswalks(book: Codebook) -> str:
    """docs/crosswalks.md: how types and modes become codes of CAMEO, ACLED and UCDP, quad classes and scores, and what each loses."""
    cameo = [(row["type"], row["mode"], row["cameo"], row["loses"]) for row in crosswalk("cameo")]
    acled = [(row["type"], row["mode"], row["when"], f"{row['event_type']}: {row['sub_event_type']}", row["loses"]) for row in book.acled]
    ucdp = [(row["type"], row["when"] or "otherwise", row["type_of_violence"] or "none", row["loses"]) for row in book.ucdp]
    scores = [(name, kind.quad, kind.score, ", ".join(f"{mode} {score}" for mode, score in kind.modes.items())) for name, kind in book.types.items()]
    homeless = ", ".join(name for name in book.types if name not in {row["type"] for row in book.acled})
    return "\n".join(
        [
            "# Crosswalks",
            "",
            "How PLOVER's types and modes become other codebooks' codes, and what is lost on the way. Made from `whowhom/knowledge/crosswalk` and",
            "`plover.yaml` by `python docs/make.py`; do not edit by hand. The codes are those of CAMEO 1.1b3, ACLED 2025, UCDP GED 25 and PLOVER 2;",
            "no official table joins them, so the decisions are ours.",
            "",
            "What all of them lose: truth status and claimants (a denied attack has the code of an attack: filter by `reality` first), contexts, links",
            "between events, and ranges of tolls.",
            "",
            *_section("CAMEO", "The nearest code. An event with several modes takes that of the first.", ("type", "mode", "CAMEO", "loses"), cameo),
            *_section(
                "ACLED",
                f"The first row that fits decides; an event that fits none is not ACLED's. {homeless} have no home there at all, nor have strikes, hunger "
                "strikes and boycotts without a demonstration. Two sides and a place make one event a day with ACLED; with us each deed stays.",
                ("type", "mode", "when", "ACLED", "loses"),
                acled,
            ),
            *_section(
                "UCDP",
                "Type of violence: 1 state-based, 2 non-state, 3 one-sided. The first row decides.",
                ("type", "when", "UCDP", "loses"),
                ucdp,
            ),
            *_section(
                "Quad class and intensity",
                "The quad class has four boxes for sixteen types: a strike and a massacre are both material conflict. The intensity is PLOVER's score of the "
                "strongest mode, else of the type; it knows neither tolls nor size, nor whether the deed was done, so a foiled attack scores as one that came.",
                ("type", "quad class", "score", "scores of modes"),
                scores,
            ),
        ]
    )


def _section(title: str, words: str, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> list[str]:
    """A section of a page: its title, a paragraph and a table."""
    table = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *(f"| {' | '.join(str(cell) for cell in row)} |" for row in rows)]
    return [f"## {title}", "", words, "", *table, ""]


def page(book: Codebook) -> str:
    """docs/codebook.md: every type with its modes, rules, wordings and one sentence each."""
    lines = [
        "# The codebook",
        "",
        "Made from `whowhom/knowledge` by `python docs/make.py`; do not edit by hand. The types, modes, contexts and scores are PLOVER's.",
        "",
        f"{len(book.types)} types, {sum(len(kind.modes) for kind in book.types.values())} modes, {len(book.contexts)} contexts, "
        f"{len(book.rules)} rules, {wordings(list(book.rules.values()))} wordings.",
        "",
    ]
    for name, kind in book.types.items():
        lines += [f"## {name}", "", f"{kind.quad}, score {kind.score}."]
        if kind.modes:
            lines += ["", "| mode | score | CAMEO |", "|---|---|---|"]
            lines += [f"| {mode} | {score} | {book.cameo.get((name, mode), '')} |" for mode, score in kind.modes.items()]
        lines += ["", "| rule | modes | wordings | sentence |", "|---|---|---|---|"]
        for rule in rules_of(book, name):
            listed = ", ".join((*rule.verbs, *rule.nouns, *rule.adjectives))
            lines.append(f"| `{rule.id}` | {', '.join(rule.modes)} | {listed.replace('|', '')} | {rule.yes[0] if rule.yes else ''} |")
        lines.append("")
    lines += ["## Contexts", ""]
    for context in book.contexts:
        entry = book.context_entries[context]
        lines.append(f"- **{context}**: {', '.join(_words_of_context(book, context))}{'; not in ' if entry.unless else ''}{', '.join(entry.unless)}")
    return "\n".join(lines) + "\n"
