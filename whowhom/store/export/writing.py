"""How do rows become a file? Streamed: a few hundred rows are in memory, however many there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

from whowhom.store.export.table import safe
from whowhom.store.export.view import Told, View

ROW_GROUP = 5_000  # rows of a Parquet row group; a few megabytes
BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " "})  # a TSV has no quotes to keep them in


@dataclass(slots=True)
class Written:
    """How many events came, how many rows were written, and how many events the view does not record."""

    events: int = 0
    rows: int = 0
    left_out: int = 0


def write(view: View, found: Iterable[Told], file: IO[Any], written: Written, plain: bool = False) -> None:
    """Writes the rows of events to a file: of text, for Parquet of bytes. `plain`: cells that a spreadsheet would run stay as they are."""
    WRITERS[view.shape](view, _rows(view, found, written), file, plain)


def _rows(view: View, found: Iterable[Told], written: Written) -> Iterator[dict[str, Any]]:
    for told in found:
        before = written.rows
        for row in view.rows(told):
            written.rows += 1
            yield row
        written.events += 1
        written.left_out += written.rows == before


def _write_csv(view: View, rows: Iterable[dict[str, Any]], file: IO[str], plain: bool) -> None:
    writer = csv.DictWriter(file, view.names, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row if plain else {name: safe(cell) for name, cell in row.items()})


def _write_tsv(view: View, rows: Iterable[dict[str, Any]], file: IO[str], plain: bool) -> None:
    file.write("\t".join(view.names) + "\n")
    for row in rows:
        cells = (row[name] if plain else safe(row[name]) for name in view.names)
        file.write("\t".join(str(cell).translate(BREAKS) for cell in cells) + "\n")


def _write_records(view: View, rows: Iterable[dict[str, Any]], file: IO[str], plain: bool) -> None:
    for row in rows:
        file.write(row["record"] + "\n")


def _write_jsonl(view: View, rows: Iterable[dict[str, Any]], file: IO[str], plain: bool) -> None:
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def _write_geojson(view: View, rows: Iterable[dict[str, Any]], file: IO[str], plain: bool) -> None:
    file.write('{"type":"FeatureCollection","features":[')
    for number, row in enumerate(rows):
        file.write((",\n" if number else "\n") + json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    file.write("\n]}\n")


NUMBERS = {"intensity", "lat", "lon", "confidence"}
WHOLE = {
    "ucdp", "geo_precision", "where_prec", "count_low", "count_high", "size_low", "size_high",
    *(f"{kind}_{side}" for kind in ("killed", "wounded") for side in ("low", "best", "high")),
}  # fmt: skip


def _write_parquet(view: View, rows: Iterable[dict[str, Any]], file: IO[bytes], plain: bool) -> None:
    import pyarrow
    from pyarrow import parquet

    kinds = {name: pyarrow.float64() if name in NUMBERS else pyarrow.int64() if name in WHOLE else pyarrow.string() for name in view.names}
    schema = pyarrow.schema(list(kinds.items()))
    each = iter(rows)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(each, ROW_GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


WRITERS: dict[str, Callable[[View, Iterable[dict[str, Any]], IO[Any], bool], None]] = {
    "csv": _write_csv,
    "tsv": _write_tsv,
    "records": _write_records,
    "jsonl": _write_jsonl,
    "geojson": _write_geojson,
    "parquet": _write_parquet,
}
