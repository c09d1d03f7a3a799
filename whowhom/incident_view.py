"""How do incidents and chains look? In a terminal as tables and lines, else as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from rich.console import Console
from rich.table import Table

from whowhom.merge.figures import Toll, TollRule, tolls_of
from whowhom.merge.identity import Tombstone
from whowhom.merge.incident import Incident, SideOf

if TYPE_CHECKING:
    from whowhom.store.incidents import Answer, Chain

WIDTH = 150  # columns when the output is no terminal
INDENT = "    "


def with_toll(incident: Incident, rule: str | None) -> Incident:
    """The incident with its best tolls chosen by another rule; tolls that a person set stay."""
    if rule is None:
        return incident
    chosen = {(toll.kind, toll.who): toll for toll in tolls_of([claim for toll in incident.tolls for claim in toll.claims], cast("TollRule", rule))}
    return incident.model_copy(
        update={"tolls": tuple(toll if toll.kind in incident.corrected else chosen.get((toll.kind, toll.who), toll) for toll in incident.tolls)}
    )


def print_incidents(found: Iterable[Incident]) -> int:
    """Prints a table of incidents; returns how many there were. Nothing is printed for none."""
    table = Table(show_lines=False)
    for column in ("id", "day", "deed", "actor", "recipient", "place", "killed", "sources", "reports"):
        table.add_column(column, overflow="fold", no_wrap=column == "id", justify="right" if column in ("sources", "reports") else "left")
    for incident in found:
        table.add_row(
            incident.incident_id, day_of(incident), deed_of(incident), names_of(incident.actor), names_of(incident.recipient), place_of(incident),
            toll_of(incident.toll("killed")), str(incident.sources), str(len(incident.reports)),
        )  # fmt: skip
    if table.row_count:
        _console().print(table)
    return table.row_count


def print_incident(incident: Incident, answers: Sequence[Answer] = (), fates: Sequence[Tombstone] = ()) -> None:
    """Prints all that is known of an incident: values, tolls with every claim, differences, reports with why they joined, answers, its past."""
    console, thing = _console(), "source"
    console.print(f"{incident.incident_id}  {deed_of(incident)}  {day_of(incident)}  {place_of(incident)}".rstrip())
    console.print(f"told by {_count(incident.sources, 'independent source')} in {_count(len(incident.reports), 'report')}, {_period(incident)}")
    if incident.decision:
        console.print(f"{incident.decision} by a reviewer")
    if incident.corrected:
        console.print(f"corrected by a reviewer: {', '.join(incident.corrected)}")
    for name, sides in (("actor", incident.actor), ("recipient", incident.recipient)):
        if sides:
            console.print(f"{name}: {'; '.join(f'{_side(side)}, {_count(side.sources, thing)}' for side in sides)}")
    for name, values in (("means", incident.means), ("targets", incident.targets)):
        if values:
            console.print(f"{name}: {', '.join(values)}")
    for toll in incident.tolls:
        _print_toll(console, toll)
    for difference in incident.differences:
        told = "; ".join(f"{value} ({_count(len(ids), 'report')})" for value, ids in difference.values)
        console.print(f"{difference.field} differs: {told}")
    console.print("reports:")
    for telling in incident.reports:
        by = f"{telling.published or 'no day'}  {telling.publisher or 'no source'}"
        why = "; ".join(telling.reasons)
        score = f" {telling.score:+.1f}" if telling.score is not None else ""
        decision = f"  {telling.decision}" if telling.decision else ""
        console.print(f"{INDENT}{telling.event_id}  {by}  source {telling.source + 1}  {telling.doc_id}{decision}")
        console.print(f"{INDENT * 2}joined{score}: {why}")
    for answer in answers:
        other = f"answers {answer.to}" if answer.incident_id == incident.incident_id else f"is answered by {answer.incident_id}"
        console.print(f"{other}{_lag(answer)}: {', '.join(answer.kinds)} (“{'”, “'.join(answer.words)}”)")
    for stone in fates:
        console.print(f"{stone.fate}: {stone.reason}")


def _print_toll(console: Console, toll: Toll) -> None:
    disputed = ", disputed" if toll.disputed else ""
    console.print(f"{toll.kind}{f' ({toll.who})' if toll.who else ''}: {toll_of(toll)} (best by the rule {toll.rule}{disputed})")
    for claim in toll.claims:
        by = claim.claimant or "the report"
        official = ", official" if claim.official else ""
        console.print(f"{INDENT}“{claim.text}”, says {by}{official}: {claim.publisher or 'no source'}, {claim.published or 'no day'}")


def print_chains(chains: Iterable[Chain]) -> None:
    """Prints chains as indented lines: the first deed, under it what answers it, with the days between and the words of the reports."""
    console = _console()
    for chain in chains:
        _print_chain(console, chain, 0)


def _print_chain(console: Console, chain: Chain, depth: int) -> None:
    incident, answer = chain.incident, chain.answer
    sides = f"{names_of(incident.actor) or '?'} → {names_of(incident.recipient) or '?'}"
    line = f"{day_of(incident) or 'no day'}  {deed_of(incident)}  {sides}  {place_of(incident)}  {incident.incident_id}"
    if answer is not None:
        line = f"{_lag(answer).strip(' ,') or 'later'}  {line}  {', '.join(answer.kinds)}: “{'”, “'.join(answer.words)}”"
    console.print(INDENT * depth + line, soft_wrap=True)
    for each in chain.answers:
        _print_chain(console, each, depth + 1)


def chain_as_json(chain: Chain) -> str:
    """A chain as one line of JSON: `incident`, `answer` (kinds, words, lag in days), `answers`."""
    return json.dumps(_as_dict(chain), ensure_ascii=False)


def _as_dict(chain: Chain) -> dict[str, Any]:
    answer = chain.answer
    how = {"kinds": answer.kinds, "words": answer.words, "events": answer.event_ids, "lag_days": answer.lag} if answer else None
    return {"incident": json.loads(chain.incident.as_json()), "answer": how, "answers": [_as_dict(each) for each in chain.answers]}


def day_of(incident: Incident) -> str:
    day = incident.date
    if day is None or (day.start is None and day.end is None):
        return ""
    return day.start or "…" if day.start == day.end else f"{day.start or '…'} to {day.end or '…'}"


def deed_of(incident: Incident) -> str:
    """Type, modes and, where it is not plainly told as true, its reality."""
    modes = f" ({', '.join(incident.modes)})" if incident.modes else ""
    return f"{incident.type}{modes}{'' if incident.reality == 'asserted' else ', ' + incident.reality}"


def names_of(sides: Sequence[SideOf]) -> str:
    return "; ".join(side.name for side in sides)


def place_of(incident: Incident) -> str:
    place = incident.place
    return f"{place.name}{f' [{place.country}]' if place.country else ''}" if place else ""


def toll_of(toll: Toll | None) -> str:
    """The best figure with the range of what is told: "17 (10–21)"."""
    if toll is None or (toll.low is None and toll.best is None and toll.high is None):
        return ""
    best = "?" if toll.best is None else str(toll.best)
    if toll.low == toll.high == toll.best:
        return best
    return f"{best} ({'?' if toll.low is None else toll.low}–{'?' if toll.high is None else toll.high})"


def _side(side: SideOf) -> str:
    codes = ", ".join(filter(None, (side.country, side.sector)))
    return f"{side.name}{f' [{codes}]' if codes else ''}"


def _period(incident: Incident) -> str:
    if incident.first_told is None:
        return "undated"
    return incident.first_told if incident.first_told == incident.last_told else f"{incident.first_told} to {incident.last_told}"


def _lag(answer: Answer) -> str:
    return "" if answer.lag is None else f", {answer.lag:+d} {'day' if abs(answer.lag) == 1 else 'days'}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _console() -> Console:
    return Console(width=None if Console().is_terminal else WIDTH, highlight=False, markup=False)
