"""How does a statement run that is run for every story? As text made once for each kind of database; making it anew takes longer than running it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect, Executable, Table, insert
from sqlalchemy.sql.elements import ClauseElement


class Prepared:
    """A statement with named parameters (`bindparam`). Its values must be of types that every driver takes as they are."""

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self.made: dict[str, str] = {}

    def __call__(self, connection: Connection, values: dict[str, Any] | Sequence[dict[str, Any]] | None = None) -> CursorResult[Any]:
        name = connection.dialect.name
        if name not in self.made:
            assert isinstance(self.statement, ClauseElement)
            self.made[name] = str(self.statement.compile(dialect=connection.dialect))
        return connection.exec_driver_sql(self.made[name], values)


def add(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts rows that all have the same columns; nothing where there are none."""
    if rows:
        connection.exec_driver_sql(_insertion(table, tuple(rows[0]), connection.dialect), rows)


@cache
def _insertion(table: Table, columns: tuple[str, ...], dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect, column_keys=columns))
