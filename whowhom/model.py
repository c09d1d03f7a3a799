"""The record's values: documents, events and their parts, frozen. The contract is `whowhom.event/1` (docs/record.md).

Spans are `[start, end)` in characters of the document's text. A value without evidence is None, never a guess.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Span = tuple[int, int]
Reality = Literal["asserted", "alleged", "denied", "negated", "planned", "threatened", "hypothetical"]
Tense = Literal["past", "ongoing", "future", "historical"]
Stance = Literal["asserts", "believes", "denies", "confirms", "declines-to-comment"]
HarmKind = Literal["killed", "wounded", "missing", "abducted", "detained", "displaced"]
Who = Literal["civilians", "children", "women", "journalists", "medics", "military", "police", "militants", "officials", "unspecified"]
Precision = Literal["day", "week", "month", "season", "year", "open"]
Basis = Literal["explicit", "relative-to-publication", "relative-to-event", "inferred-publication"]
Stated = Literal["number", "approximate", "range", "none", "not-addressed"]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
LinkKind = Literal["in-response-to", "caused-by", "part-of", "repeats", "follows"]
HAPPENED = frozenset({"asserted", "alleged"})


def day_of(published: str | None) -> date | None:
    """The calendar day of a publication date or date-time."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


class Value(BaseModel):
    """A frozen value; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quoted(Value):
    """A value that rests on words: `text` is the document's text between the ends of `span`."""

    text: str
    span: Span

    @model_validator(mode="after")
    def _has_words(self) -> Any:
        if not self.text or self.span[1] <= self.span[0]:
            raise ValueError(f"a {type(self).__name__} needs the words it rests on")
        return self


class Count(Quoted):
    """A number as told: None where a side is open ("at least 5" has no high)."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Any:
        known = [number for number in (self.low, self.best, self.high) if number is not None]
        if known != sorted(known) or any(number < 0 for number in known):
            raise ValueError(f"low, best and high of a count must rise from zero: {known}")
        return self


class Backer(Value):
    name: str
    country: str | None = None


class Party(Quoted):
    """Someone who acts, suffers or speaks. `name` is resolved through the story; `country` ISO 3166-1 alpha-3 or PLOVER's."""

    name: str
    id: str | None = None
    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()
    title: str | None = None
    backers: tuple[Backer, ...] = ()
    count: Count | None = None
    mentions: tuple[Span, ...] = ()


class Date(Quoted):
    """Days of an event, both ends included; an open or unknown side is None. ISO 8601 days."""

    start: str | None = None
    end: str | None = None
    precision: Precision
    basis: Basis


class Place(Quoted):
    """Where it happened. Degrees WGS 84, None where only a country or region is known; precision by ACLED 1–3 and UCDP 1–7."""

    name: str
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    feature: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    geo_precision: int | None = None
    where_prec: int | None = None


class Means(Quoted):
    cls: str = Field(serialization_alias="class", validation_alias="class")
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Target(Quoted):
    cls: str = Field(serialization_alias="class", validation_alias="class")
    count: Count | None = None
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Harm(Quoted):
    """People harmed. `stated`: number, approximate, range, none ("no casualties") or not-addressed."""

    kind: HarmKind
    who: Who = "unspecified"
    side: Literal["actor", "recipient", "other", "unknown"] = "unknown"
    low: int | None = None
    best: int | None = None
    high: int | None = None
    stated: Stated
    claimant: Party | None = None


class Trigger(Quoted):
    """The word or words that name the deed."""


class Claim(Quoted):
    claimant: Party | None
    stance: Stance


class Link(Quoted):
    """What an event answered, came of or followed: another event of the story, or (`event_id` null) a reason told in the link's own words."""

    kind: LinkKind
    event_id: str | None


class Evidence(Value):
    """The words behind a field and the rule or model that read them."""

    field: str
    span: Span
    quote: str
    rule: str


class Acled(Value):
    event_type: str
    sub_event_type: str


class Event(Value):
    """One event of a story: a line of the output."""

    schema_: Literal["whowhom.event/1"] = Field(default="whowhom.event/1", serialization_alias="schema", validation_alias="schema")
    event_id: str
    doc_id: str
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quad: Quad
    intensity: float
    cameo: str | None = None
    acled: Acled | None = None
    ucdp: Literal[1, 2, 3] | None = None
    trigger: Trigger
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    date: Date | None = None
    place: Place | None = None
    means: tuple[Means, ...] = ()
    targets: tuple[Target, ...] = ()
    harm: tuple[Harm, ...] = ()
    count: Count | None = None
    size: Count | None = None
    reality: Reality = "asserted"
    tense: Tense = "past"
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    confidence: Annotated[float, Field(ge=0, le=1)]
    evidence: tuple[Evidence, ...]
    coder: str

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @model_validator(mode="after")
    def _evidenced(self) -> Any:
        shown = {evidence.field for evidence in self.evidence}
        stated = ("actor", "recipient", "date", "place", "means", "targets", "harm", "count", "size", "links", "claims")
        missing = [name for name in ("trigger", *stated) if getattr(self, name) and name not in shown]
        if missing:
            raise ValueError(f"no evidence for {', '.join(missing)}")
        return self

    @property
    def happened(self) -> bool:
        """Whether the report tells it as having happened."""
        return self.reality in HAPPENED and self.tense != "future"

    def as_json(self) -> str:
        """The event as one line of JSON."""
        return self.model_dump_json(by_alias=True)


UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL and lone halves of surrogate pairs: neither UTF-8 nor PostgreSQL has them


class Document(Value):
    """A report: its text, what is known of it, and where its text stood in the original.

    `original`: the page that the text was taken out of; `origins`: runs of (start in the text, start in the original, characters). Both None where the text is
    the original. Letters that no file can hold (NUL, lone surrogates) become U+FFFD, one for one, so that spans stay.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    original: str | None = None
    origins: tuple[tuple[int, int, int], ...] | None = None

    @field_validator("*", mode="after")
    @classmethod
    def _storable(cls, value: Any) -> Any:
        return UNSTORABLE.sub("\ufffd", value) if isinstance(value, str) else value

    def in_original(self, span: Span) -> Span | None:
        """The stretch of the original that a span of the text was taken from; None where it holds only what was put in (line breaks between paragraphs)."""
        if self.origins is None:
            return span
        start, end = span
        found = [
            (origin + max(start - at, 0), origin + min(end - at, length))
            for at, origin, length in self.origins if at < end and start < at + length
        ]  # fmt: skip
        return (min(first for first, _ in found), max(last for _, last in found)) if found else None


class Story(Value):
    """A coded document."""

    document: Document
    events: tuple[Event, ...]
