"""Questions put to the driver itself: a row object for each of 20,000 rows would cost as much again as the query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from facilitator.domain.nouns import Key

Row = TypeVar("Row", bound=tuple[Any, ...])
KEYS_AT_ONCE = 1000


def asked(connection: Connection, question: str, parameters: Sequence[object] = ()) -> list[Any]:
    """The rows that answer a question in SQL, as plain tuples."""
    driver: Any = connection.connection.driver_connection
    return list(driver.execute(question, parameters).fetchall())


def named(row: type[Row], rows: Iterable[tuple[Any, ...]]) -> list[Row]:
    """Plain tuples as tuples with names; by the quickest way that there is."""
    make: Callable[[type[Row], tuple[Any, ...]], Row] = tuple.__new__
    return [make(row, values) for values in rows]


def some(connection: Connection, question: str, keys: Iterable[Key]) -> Iterator[Any]:
    """The answers to a question about these keys, which stands with {keys} in place of them."""
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        part = wanted[start : start + KEYS_AT_ONCE]
        yield from asked(connection, question.replace("{keys}", ",".join("?" * len(part))), part)
