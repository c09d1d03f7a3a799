"""How does a statement run that is run for every story? As text made once for each kind of database, by the driver itself.

Making the text anew takes longer than running it, and so does wrapping each result: a story is a dozen small statements.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Executable, Select, Table, insert
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import ClauseElement


class Prepared:
    """A statement with named parameters (`bindparam`). Its values must be of types that every driver takes as they are."""

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self.made: dict[str, str] = {}
        self.row = namedtuple("Row", statement.selected_columns.keys()) if isinstance(statement, Select) else None

    def __call__(self, connection: Connection, values: dict[str, Any] | None = None) -> list[Any]:
        """The rows of a query, tuples with the names of its columns; of another statement none."""
        name = connection.dialect.name
        if name not in self.made:
            assert isinstance(self.statement, ClauseElement)
            self.made[name] = str(self.statement.compile(dialect=connection.dialect))
        with driver_cursor(connection) as cursor:
            cursor.execute(self.made[name], values or {})
            return [self.row(*each) for each in cursor.fetchall()] if self.row else []


def add(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts rows that all have the same columns; nothing where there are none."""
    if rows:
        with driver_cursor(connection) as cursor:
            cursor.executemany(_insertion(table, tuple(rows[0]), connection.dialect), rows)


@contextmanager
def driver_cursor(connection: Connection) -> Iterator[DBAPICursor]:
    """The driver's own cursor within the open transaction; its errors are raised as those of other statements are."""
    try:
        yield connection.connection.cursor()
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(None, None, error) from error


@cache
def _insertion(table: Table, columns: tuple[str, ...], dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect, column_keys=columns))
