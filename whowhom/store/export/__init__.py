"""In which shapes do records leave? One module a format; each gives a writer of events for an open text file."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from whowhom.model import Event
from whowhom.store.export.jsonl import jsonl_writer
from whowhom.store.export.table import csv_writer

Write = Callable[[Event], None]
WRITERS: dict[str, Callable[[IO[str]], Write]] = {"jsonl": jsonl_writer, "csv": csv_writer}
