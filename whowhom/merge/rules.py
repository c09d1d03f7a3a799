"""What does merging know? The families, weights and publishers of `knowledge/`, compiled for lookup."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from whowhom.codebook import knowledge_folder
from whowhom.entries import EventType
from whowhom.errors import CodebookError
from whowhom.folding import NAME_WORD, fold, key_of
from whowhom.gazetteer import rows_of
from whowhom.roster import listed
from whowhom.yamlfile import read_yaml

STEM = 6  # letters of a word that are compared: "bombed" and "bombing" tell the same


def stem_of(name: str) -> str:
    """A word of a name without accents, case, possessive and plural."""
    return fold(name.removesuffix("'s").removesuffix("’s")).removesuffix("s")


@dataclass(frozen=True, slots=True)
class MergeRules:
    """The knowledge of merging (`knowledge/merge.yaml`, `knowledge/publishers.csv`). Weights are log-odds, distances kilometres."""

    families: dict[str, str]
    weights: dict[str, float]
    tolls: dict[str, float]
    kilometres: dict[str, float]
    akin: frozenset[frozenset[str]]
    common: frozenset[str]
    vague: frozenset[str]  # classes of targets that many others could be called
    peoples: frozenset[str]  # words of the names of countries and peoples
    types: dict[str, EventType]
    cameo: dict[tuple[str, str], str]
    acled: tuple[dict[str, str], ...]
    ucdp: tuple[dict[str, str], ...]
    publishers: dict[str, str] = field(default_factory=dict)

    def family_of(self, publisher: str | None) -> str | None:
        """The house that a publisher belongs to: its own name where we know no other; None where the report names none."""
        if not publisher or not publisher.strip():
            return None
        name = publisher.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").split("/")[0]
        key = key_of(name)
        return self.publishers.get(name) or self.publishers.get(key) or self.publishers.get(key_of(publisher)) or key or name


@lru_cache(maxsize=1)
def load() -> MergeRules:
    """The package's rules of merging. Raises CodebookError for a type in two families or a weight that is no number."""
    folder = knowledge_folder()
    content = read_yaml(folder / "merge.yaml")
    families: dict[str, str] = {}
    for family, types in content["families"].items():
        for name in types:
            if name in families:
                raise CodebookError("merge.yaml", 1, f"{name} stands in two families")
            families[name] = family
    publishers: dict[str, str] = {}
    for row in rows_of(folder / "publishers.csv"):
        for spelling in (row["name"], *listed(row["aliases"])):
            publishers[key_of(spelling)] = publishers[spelling.lower()] = row["family"]
    return MergeRules(
        families=families,
        weights={name: float(value) for name, value in content["weights"].items()},
        tolls={name: float(value) for name, value in content["tolls"].items()},
        kilometres={name: float(value) for name, value in content["kilometres"].items()},
        akin=frozenset(frozenset((one, other)) for group in content["akin"] for one in group for other in group if one != other),
        common=frozenset(fold(word)[:STEM] for word in content["common"]),
        vague=frozenset(content["vague_targets"]),
        peoples=_peoples(),
        types={name: EventType(**value) for name, value in read_yaml(folder / "plover.yaml")["types"].items()},
        cameo={(row["type"], row["mode"]): row["cameo"] for row in rows_of(folder / "crosswalk" / "cameo.csv")},
        acled=tuple(rows_of(folder / "crosswalk" / "acled.csv")),
        ucdp=tuple(rows_of(folder / "crosswalk" / "ucdp.csv")),
        publishers=publishers,
    )


def _peoples() -> frozenset[str]:
    """The words of all names of countries and peoples, longer than two letters, as `stem_of` gives them."""
    columns = ("name", "aliases", "adjectives", "people")
    names = " ".join(row[column].replace(";", " ") for row in rows_of(knowledge_folder() / "countries.csv") for column in columns)
    return frozenset(stem_of(word) for word in NAME_WORD.findall(names) if len(word) > 2)
