"""How do events leave for good? Exports with what goes beside them, and releases: a state of the database, named, with checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sqlalchemy import func, insert, select

from whowhom.errors import StoreError
from whowhom.store import reading
from whowhom.store.database import Store, now
from whowhom.store.export.companions import citation, dictionary
from whowhom.store.export.views import VIEWS
from whowhom.store.export.writing import Written, write
from whowhom.store.filters import Filter, live_at, matching
from whowhom.store.tables import codings, documents, events, incidents, releases, revisions

CHUNK = 1 << 20  # bytes hashed in one go
OF_RELEASE = {"events.csv": "csv", "actors.csv": "actors", "events.jsonl": "jsonl", "events.parquet": "parquet", "events.geojson": "geojson"}


def export_stream(store: Store, kind: str, asked: Filter, file: IO[str], release: str | None = None, plain: bool = False) -> Written:
    """Writes a view to an open text file; returns the counts."""
    written, at = Written(), reading.revision_of(store, release)
    write(VIEWS[kind], reading.read(store, asked, at, by_day=False), file, written, plain)
    return written


def export_file(store: Store, kind: str, asked: Filter, out: Path, release: str | None = None, plain: bool = False) -> Written:
    """Writes a view, its dictionary and its citation. The file is put in place only when whole. Raises StoreError where it cannot be written."""
    written, at = Written(), reading.revision_of(store, release)
    part = out.with_name(out.name + ".part")
    try:
        with part.open("wb") if kind == "parquet" else part.open("w", encoding="utf-8", newline="") as file:
            write(VIEWS[kind], reading.read(store, asked, at, by_day=False), file, written, plain)
        part.replace(out)
        known = {
            "release": release,
            **_known(store, at),
            "events": written.events,
            "rows": written.rows,
            "filter": asked.given,
            "sha256": sha256(out),
        }
        out.with_name(out.name + ".dictionary.csv").write_text(dictionary(VIEWS[kind]), encoding="utf-8")
        out.with_name(out.name + ".citation.cff").write_text(citation(kind, known), encoding="utf-8")
    except OSError as error:
        raise StoreError(str(out), f"it cannot be written ({error.strerror})", "Choose another --out") from None
    return written


def _known(store: Store, at: int | None) -> dict[str, Any]:
    """The day of the state that is exported, and its coders."""
    with store.reading() as connection:
        last = connection.execute(select(func.max(revisions.c.at)).where(revisions.c.key <= at if at is not None else revisions.c.key > 0)).scalar()
        coders = connection.execute(select(codings.c.coder).where(live_at(codings, at)).distinct().order_by(codings.c.coder)).scalars().all()
    return {"day": (last or "")[:10], "coders": ", ".join(coders)}


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Release:
    """A named state: what it holds, and the checksums of its files and of its records."""

    name: str
    revision: int
    at: str
    note: str | None
    counts: dict[str, int]
    checksums: dict[str, str]


def release(store: Store, name: str, folder: Path | None = None, note: str | None = None) -> Release:
    """Freezes what the database holds now; with a folder, exports it there with SHA256SUMS. Raises StoreError for a name that is taken."""
    if not name or any(character in "/\\ \t\n" for character in name):
        raise StoreError(store.name, f"{name!r} is no name for a release", "Write one without blanks and slashes, as in 2024-06")
    with store.writing() as connection:  # no other writer comes between the revision and its counts
        if connection.execute(select(releases.c.name).where(releases.c.name == name)).scalar() is not None:
            raise StoreError(store.name, f"the release {name!r} is there already", "Choose another name: releases do not change")
        at = connection.execute(select(func.max(revisions.c.key))).scalar()
        if at is None:
            raise StoreError(store.name, "nothing is stored there", "Fill it with whowhom code INPUT… --db FILE")
        held = (documents, events, incidents)
        counts = {table.name: connection.execute(select(func.count()).where(live_at(table, at))).scalar() or 0 for table in held}
        counts["events"] = (
            connection.execute(matching([func.count()], Filter(), connection.dialect.name, at)).scalar() or 0
        )  # none that a reviewer rejected
        digest = records_digest(stored.record for stored in reading.read_from(connection, Filter(), at))
        made = {"name": name, "revision": at, "at": now(), "note": note, "counts": json.dumps(counts), "checksums": json.dumps({"records": digest})}
        connection.execute(insert(releases), made)
    sums = {"records": digest} | (_write_release(store, name, folder) if folder else {})
    with store.writing() as connection:
        connection.execute(releases.update().where(releases.c.name == name).values(checksums=json.dumps(sums)))
    return Release(name, at, str(made["at"]), note, counts, sums)


def records_digest(records: Iterator[str]) -> str:
    """The hash of records, one a line, as they were stored: `whowhom export --format jsonl` gives the same bytes."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(record.encode() + b"\n")
    return digest.hexdigest()


def _write_release(store: Store, name: str, folder: Path) -> dict[str, str]:
    """Exports a release to a folder; returns the checksums, which SHA256SUMS holds too."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StoreError(str(folder), "the folder is not empty", "Give a new one")
        for file, kind in OF_RELEASE.items():
            export_file(store, kind, Filter(), folder / file, name)
        sums = {path.name: sha256(path) for path in sorted(folder.iterdir())}
        (folder / "SHA256SUMS").write_text("".join(f"{value}  {file}\n" for file, value in sums.items()), encoding="utf-8")
    except OSError as error:
        raise StoreError(str(folder), f"it cannot be written ({error.strerror})", "Choose another --out") from None
    return sums
