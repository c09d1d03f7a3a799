"""Which incident is this? Ids stay when reports come and go; what merged, split or lost its reports leaves a tombstone with its reason."""

from __future__ import annotations

import hashlib
import itertools
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Fate = Literal["merged", "split", "removed"]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What became of an incident: "merged" into one (its id holds no more), "split" (reports went to others), "removed" (no report is left).

    A split incident keeps its id where some of its reports stay together.
    """

    incident_id: str
    fate: Fate
    into: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Identified:
    """The groups under their ids, and the incidents that changed their fate."""

    groups: dict[str, tuple[str, ...]]
    tombstones: tuple[Tombstone, ...]


def identify(
    groups: Iterable[tuple[str, ...]], before: Mapping[str, str], taken: Container[str] = (), gone: Mapping[str, str] | None = None
) -> Identified:
    """Gives each group of events an incident id.

    `before`: the incident of each event so far, and of those that replaced one (a newer coder's event of the same words). A group takes the id
    of the incident that most of its reports were of; of equals the one that the group holds more of, then the lesser id. No id is used twice.
    A group of new reports gets an id from its least event id; `taken` are ids that were ever used. `gone`: events that are no more, with
    their incident: incidents that lose all reports are removed.
    """
    listed = sorted(groups)
    shares: dict[tuple[int, str], int] = defaultdict(int)
    for number, group in enumerate(listed):
        for event_id in group:
            if event_id in before:
                shares[number, before[event_id]] += 1
    ids: dict[int, str] = {}
    kept: set[str] = set()
    for number, incident in sorted(shares, key=lambda key: (-shares[key], key[1], key[0])):
        if number not in ids and incident not in kept:
            ids[number] = incident
            kept.add(incident)
    used = {*before.values(), *(gone or {}).values()}
    for number, group in enumerate(listed):
        if number not in ids:
            ids[number] = _new_id(group, used, taken)
            used.add(ids[number])
    heirs: dict[str, dict[str, int]] = defaultdict(dict)
    for (number, incident), share in shares.items():
        heirs[incident][ids[number]] = share
    lost = {incident for incident in (gone or {}).values() if incident not in heirs}
    stones = [stone for incident in sorted(heirs) for stone in _fate(incident, heirs[incident])]
    stones.extend(Tombstone(incident, "removed", (), "none of its reports is left") for incident in sorted(lost))
    return Identified({ids[number]: group for number, group in enumerate(listed)}, tuple(stones))


def _fate(incident: str, heirs: Mapping[str, int]) -> Iterable[Tombstone]:
    others = tuple(sorted(each for each in heirs if each != incident))
    if not others:
        return
    reports = ", ".join(f"{heirs[each]} to {each}" for each in others)
    if incident in heirs:
        yield Tombstone(incident, "split", others, f"reports agree more with others: {reports}; {heirs[incident]} stay")
    elif len(others) == 1:
        yield Tombstone(incident, "merged", others, f"its reports agree with those of {others[0]}")
    else:
        yield Tombstone(incident, "split", others, f"its reports agree with those of several: {reports}")


def _new_id(group: tuple[str, ...], used: Container[str], taken: Container[str]) -> str:
    """An id from the least event id of the group; counted on where it was used before."""
    for count in itertools.count():
        found = "i" + hashlib.sha256(f"{min(group)}/{count}".encode()).hexdigest()[:15]
        if found not in used and found not in taken:
            break
    return found
