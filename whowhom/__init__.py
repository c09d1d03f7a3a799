"""whowhom reads the news and writes down who did what to whom, every value beside the words it rests on.

    import whowhom
    story = whowhom.code("Rebels shelled Marib on Tuesday.", published="2024-03-14")
    story.events

`code` codes one text, `Coder` many (`document` makes what it takes of each), `dates` reads the time expressions of a text,
`open_store` opens a database of events. Heavy parts load on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from whowhom.coder import Coder, document
    from whowhom.coding.periods import dates
    from whowhom.model import Document, Event, Story
    from whowhom.store.database import open_store

__all__ = ["Coder", "Document", "Event", "Story", "code", "dates", "document", "open_store"]
_HOMES = {
    "Coder": "whowhom.coder", "Document": "whowhom.model", "Event": "whowhom.model", "Story": "whowhom.model", "dates": "whowhom.coding.periods",
    "document": "whowhom.coder", "open_store": "whowhom.store.database",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'whowhom' has no attribute {name!r}")


def code(text: str, published: str | date | None = None, title: str | None = None) -> Story:
    """The story of one text with its events. `published`: day of the report (a date, or ISO), the anchor of "on Sunday" and "last week".

    Raises InputError where `published` is no day.
    """
    global _coder
    if _coder is None:
        from whowhom.coder import Coder

        _coder = Coder()
    return _coder.code(text, published, title)


_coder: Coder | None = None
