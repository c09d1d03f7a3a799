"""Is this a code of the codebook? Types, modes, sectors and countries as people write them, without loading the rules."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from whowhom.codebook import knowledge_folder
from whowhom.errors import QuestionError
from whowhom.folding import key_of
from whowhom.gazetteer import rows_of
from whowhom.roster import listed
from whowhom.yamlfile import read_yaml

SECTORS = (  # PLOVER 2's, frequent ones first
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
    "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC",
)  # fmt: skip


@lru_cache(maxsize=1)
def modes_by_type() -> dict[str, tuple[str, ...]]:
    """The types with their modes."""
    ontology = read_yaml(knowledge_folder() / "plover.yaml")
    return {name: tuple(entry.get("modes", ())) for name, entry in ontology["types"].items()}


@lru_cache(maxsize=1)
def countries_by_name() -> dict[str, str]:
    """Codes of countries by folded code, name and alias."""
    found: dict[str, str] = {}
    for row in rows_of(knowledge_folder() / "countries.csv"):
        for name in (row["code"], row["name"], *listed(row["aliases"])):
            found.setdefault(key_of(name), row["code"])
    return found


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Names of countries by code."""
    return {row["code"]: row["name"] for row in rows_of(knowledge_folder() / "countries.csv")}


def types(asked: Iterable[str]) -> tuple[str, ...]:
    """Types in capitals. Raises QuestionError for an unknown one, as the other functions here do."""
    return tuple(_known("--type", each.upper(), tuple(modes_by_type())) for each in asked)


def modes(asked: Iterable[str]) -> tuple[str, ...]:
    known = tuple(dict.fromkeys(mode for each in modes_by_type().values() for mode in each))
    return tuple(_known("--mode", each.lower(), known) for each in asked)


def sectors(asked: Iterable[str]) -> tuple[str, ...]:
    return tuple(_known("--sector", each.upper(), SECTORS) for each in asked)


def countries(asked: Iterable[str]) -> tuple[str, ...]:
    """Codes of countries given by code or name."""
    known = countries_by_name()
    return tuple(known[_known("--country", key_of(each), tuple(known), each)] for each in asked)


def _known(option: str, value: str, known: tuple[str, ...], written: str | None = None) -> str:
    if value in known:
        return value
    near = get_close_matches(value, known, n=3)
    hint = (
        f"did you mean {' or '.join(near)}?"
        if near
        else f"it is one of {', '.join(known)}"
        if len(known) < 80
        else "write an ISO 3166-1 code or a name"
    )
    raise QuestionError(option, f"{written or value!r} is not known; {hint}")
