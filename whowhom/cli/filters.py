"""Which events does a command mean? The options that query and export share, as a Filter."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from whowhom.store.filters import Filter

RADIUS = 50.0  # kilometres around --near: the reach of a town and its roads
Many = list[str] | None


def filter_of(
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Events on this day or later.")] = None,
    to: Annotated[str | None, typer.Option(metavar="DATE", help="Events on this day or earlier.")] = None,
    country: Annotated[Many, typer.Option(metavar="CODE|NAME", help="Where it happened. May be given more than once, as all that follow.")] = None,
    place: Annotated[Many, typer.Option(metavar="NAME", help="The place's name; whole words, * stands for the rest of a word.")] = None,
    near: Annotated[str | None, typer.Option(metavar="PLACE|LAT,LON", help="Within --radius of a place or point.")] = None,
    radius: Annotated[
        float | None, typer.Option(min=0.001, max=20038, metavar="KM", help=f"Kilometres around --near; {RADIUS:.0f} by default.")
    ] = None,
    type_: Annotated[Many, typer.Option("--type", metavar="TYPE", help="PLOVER's type: assault, protest, …")] = None,
    mode: Annotated[Many, typer.Option(metavar="MODE", help="PLOVER's mode: aerial, arrest, …")] = None,
    actor: Annotated[Many, typer.Option(metavar="NAME|CODE", help="Who did it: a name, a country, a sector or a Wikidata id.")] = None,
    recipient: Annotated[Many, typer.Option(metavar="NAME|CODE", help="To whom.")] = None,
    party: Annotated[Many, typer.Option(metavar="NAME|CODE", help="On either side.")] = None,
    sector: Annotated[Many, typer.Option(metavar="CODE", help="A sector on either side: MIL, CVL, …")] = None,
    dyad: Annotated[str | None, typer.Option(metavar="A:B", help="Two parties of one event, whoever acted: YEM:SAU, Houthi*:MIL.")] = None,
    source: Annotated[Many, typer.Option(metavar="NAME", help="Who published the report.")] = None,
    reality: Annotated[
        Many, typer.Option(metavar="WORD", help="asserted, alleged, denied, … or happened (asserted or alleged, not to come).")
    ] = None,
    dead: Annotated[int | None, typer.Option(min=0, metavar="N", help="At least so many killed.")] = None,
    confidence: Annotated[float | None, typer.Option(min=0, max=1, metavar="P", help="Records at least so sure to be right.")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help='Words of the story: words, "a phrase", one OR another, -without.')] = None,
    event: Annotated[Many, typer.Option(metavar="ID", help="Events by id.")] = None,
    incident: Annotated[Many, typer.Option(metavar="ID", help="The events of incidents.")] = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="Those too that a reviewer rejected.")] = False,
) -> Filter:
    """The filter that the options ask for. A place is looked up and told on standard error. Raises QuestionError."""
    from whowhom.errors import QuestionError
    from whowhom.store import codes
    from whowhom.store.filters import Filter

    point = None
    if near is not None:
        from whowhom.store.vicinity import point_of

        lat, lon, found = point_of(near)
        point = (lat, lon, radius or RADIUS)
        typer.echo(f"within {point[2]:g} km of {found}", err=True)
    elif radius is not None:
        raise QuestionError("--radius", "around what? Give --near too")
    sides = tuple(side.strip() for side in dyad.split(":")) if dyad else ()
    if sides and (len(sides) != 2 or not all(sides)):
        raise QuestionError("--dyad", f"{dyad!r} names no two parties; write A:B")
    return Filter(
        start=from_, end=to, country=codes.countries(country or ()), place=tuple(place or ()), near=point, type=codes.types(type_ or ()),
        mode=codes.modes(mode or ()), actor=tuple(actor or ()), recipient=tuple(recipient or ()), party=tuple(party or ()),
        sector=codes.sectors(sector or ()), dyad=(sides[0], sides[1]) if sides else None, source=tuple(source or ()),
        reality=tuple(each.lower() for each in reality or ()), dead=dead, confidence=confidence, text=text, event=tuple(event or ()),
        incident=tuple(incident or ()), rejected=rejected or None,
    )  # fmt: skip


def filtered(verb: Callable[..., None]) -> Callable[..., None]:
    """A verb whose parameter `asked` is a filter, as a command with the options of `filter_of` in its place."""
    options, own = (inspect.signature(each).parameters for each in (filter_of, verb))

    @wraps(verb)
    def command(**given: Any) -> None:
        asked = filter_of(**{name: given.pop(name) for name in options})
        verb(asked=asked, **given)

    unloaded = {"Filter": object}  # known to the type checker alone, as it loads the database
    hints = get_type_hints(filter_of, localns=unloaded, include_extras=True) | get_type_hints(verb, localns=unloaded, include_extras=True)
    joined = [*(parameter for name, parameter in own.items() if name != "asked"), *options.values()]
    keyed = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[parameter.name]) for parameter in joined]
    command.__signature__ = inspect.Signature(keyed)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in keyed}
    return command
