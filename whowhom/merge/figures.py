"""How many, by whose count? The tolls of an incident: every claim kept, low, best and high by a stated rule, disagreement shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from whowhom.merge.report import figure_of
from whowhom.model import Event, Harm, HarmKind, Party, Value, Who

TollRule = Literal["latest", "most-sources", "official", "lowest"]
TOLL_RULES: tuple[str, ...] = get_args(TollRule)
OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "MED", "SPY"})
OFFICIAL_BODIES = frozenset({"UNO", "IGO"})
AMONG = frozenset({"children", "women", "journalists", "medics"})  # groups that civilians hold


class Figure(Value):
    """What one report, or somebody in it, says of one kind of harm: of all people together (`who` is None) or of a group.

    `source`: the number of the independent source. `stated`: as in the record's harm.
    """

    kind: HarmKind
    who: Who | None
    low: int | None
    best: int | None
    high: int | None
    stated: str
    text: str
    event_id: str
    doc_id: str
    publisher: str | None
    published: str | None
    source: int
    claimant: str | None
    official: bool

    @property
    def number(self) -> int | None:
        """The one number that stands for it; None where the report does not give one."""
        return next((number for number in (self.best, self.low, self.high) if number is not None), None)


class Toll(Value):
    """The range of what is told of one kind of harm. `best` is chosen by `rule`; `low` and `high` are the least and the most that anyone tells.

    `disputed`: two claims that cannot both be true.
    """

    kind: HarmKind
    who: Who | None
    low: int | None
    best: int | None
    high: int | None
    rule: TollRule
    disputed: bool
    claims: tuple[Figure, ...]


class Teller(Value):
    """Who tells an event: its report's publisher, day and independent source."""

    publisher: str | None
    published: str | None
    source: int


def figures_of(event: Event, teller: Teller) -> list[Figure]:
    """The claims of one event: for every claimant and kind of harm the total, and the groups where the report tells any."""
    voices: dict[tuple[str, str | None], list[Harm]] = defaultdict(list)
    for harm in event.harm:
        voices[harm.kind, harm.claimant.name if harm.claimant else None].append(harm)
    found = []
    for harms in voices.values():
        groups = _groups(harms)
        total = _total(groups)
        found.append(_figure(event, teller, total, None))
        found.extend(_figure(event, teller, harm, who) for who, harm in groups.items() if who != "unspecified" and harm.stated != "not-addressed")
    return found


def _groups(harms: Sequence[Harm]) -> dict[Who, Harm]:
    """The largest toll of each group: smaller ones are of parts of it."""
    groups: dict[Who, Harm] = {}
    for harm in harms:
        if harm.who not in groups or (figure_of(harm) or 0) > (figure_of(groups[harm.who]) or 0):
            groups[harm.who] = harm
    return groups


def _total(groups: dict[Who, Harm]) -> Harm:
    """The toll of all groups: the one of people at large where it covers the others, else the sum of groups that do not hold each other."""
    whole = groups.get("unspecified")
    parts = [harm for who, harm in groups.items() if who != "unspecified" and not (who in AMONG and "civilians" in groups)]
    if whole is not None and all((figure_of(whole) or 0) >= (figure_of(part) or 0) for part in parts):
        return whole
    if len(parts) == 1:
        return parts[0]

    def added(numbers: list[int | None]) -> int | None:
        known = [number for number in numbers if number is not None]
        return sum(known) if len(known) == len(numbers) else None

    sums = {name: added([getattr(part, name) for part in parts]) for name in ("low", "best", "high")}
    return parts[0].model_copy(update={**sums, "who": "unspecified", "text": "; ".join(part.text for part in parts)})


def _figure(event: Event, teller: Teller, harm: Harm, who: Who | None) -> Figure:
    return Figure(
        kind=harm.kind, who=who, low=harm.low, best=0 if harm.stated == "none" else harm.best, high=harm.high, stated=harm.stated, text=harm.text,
        event_id=event.event_id, doc_id=event.doc_id, publisher=teller.publisher, published=teller.published, source=teller.source,
        claimant=harm.claimant.name if harm.claimant else None, official=is_official(harm.claimant),
    )  # fmt: skip


def is_official(claimant: Party | None) -> bool:
    """Whether a claimant speaks for a state, its forces, a hospital or an international body."""
    return claimant is not None and bool({claimant.sector, *claimant.sectors} & OFFICIAL or claimant.country in OFFICIAL_BODIES)


def tolls_of(figures: Iterable[Figure], rule: TollRule = "latest") -> tuple[Toll, ...]:
    """One toll for each kind of harm and group that is told of, all people first; dead before wounded."""
    by_kind: dict[tuple[HarmKind, Who | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        by_kind[figure.kind, figure.who].append(figure)
    kinds = list(get_args(HarmKind))
    order = sorted(by_kind, key=lambda key: (kinds.index(key[0]), key[1] or ""))
    return tuple(_toll(kind, who, by_kind[kind, who], rule) for kind, who in order)


def _toll(kind: HarmKind, who: Who | None, claims: list[Figure], rule: TollRule) -> Toll:
    claims = sorted(claims, key=lambda each: (each.published or "", each.event_id, each.claimant or "", each.number or 0))
    told = [each for each in claims if each.number is not None]
    chosen = choose(told, rule)
    lows = [number for each in told for number in (each.low, each.best) if number is not None]
    highs = [number for each in told for number in (each.high, each.best) if number is not None]
    return Toll(
        kind=kind, who=who, low=min(lows, default=None), best=chosen.best if chosen else None, high=max(highs, default=None), rule=rule,
        disputed=_disputed(told), claims=tuple(claims),
    )  # fmt: skip


def choose(told: Sequence[Figure], rule: TollRule) -> Figure | None:
    """The claim that a rule takes.

    `latest`: of the reports of the last day, what most sources tell. `most-sources`: what most independent sources tell, the later of equals.
    `official`: the latest that a state, its forces, a hospital or an international body tells; where none does, the latest. `lowest`: the least.
    """
    if not told:
        return None
    sources: dict[int | None, set[int]] = defaultdict(set)
    for each in told:
        sources[each.number].add(each.source)

    def voices(each: Figure) -> int:
        return len(sources[each.number])

    if rule == "lowest":
        return min(told, key=lambda each: (each.number or 0, each.published or "", each.event_id))
    if rule == "most-sources":
        return max(told, key=lambda each: (voices(each), each.published or "", each.number or 0, each.event_id))
    if rule == "official" and any(each.official for each in told):
        told = [each for each in told if each.official]
    return max(told, key=lambda each: (each.published[:10] if each.published else "", voices(each), each.number or 0, each.event_id))


def _disputed(told: Sequence[Figure]) -> bool:
    """Whether two claims exclude each other: the least of one is more than the most of another."""
    least = [next((number for number in (each.low, each.best) if number is not None), 0) for each in told]
    return any(each.high is not None and low > each.high for low in least for each in told)
