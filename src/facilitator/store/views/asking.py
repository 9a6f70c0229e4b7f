"""Questions put to the driver itself: a row object for each of 20,000 rows would cost as much again as the query."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection

from facilitator.domain.nouns import Key

Row = TypeVar("Row", bound=tuple[Any, ...])
KEYS_AT_ONCE = 1000


def asked(connection: Connection, question: str, parameters: Sequence[object] = ()) -> list[Any]:
    """The rows that answer a question in SQL, as plain tuples."""
    driver: Any = connection.connection.driver_connection
    return list(driver.execute(question, parameters).fetchall())


def each(connection: Connection, question: str, parameters: Sequence[object] = ()) -> Iterator[Any]:
    """The rows that answer a question one by one, for more of them than should lie in memory at once."""
    driver: Any = connection.connection.driver_connection
    yield from driver.execute(question, parameters)


def named(connection: Connection, row: type[Row], question: str, parameters: Sequence[object] = ()) -> list[Row]:
    """The rows that answer a question, as tuples with names; made as they come, by the quickest way that there is."""
    driver: Any = connection.connection.driver_connection
    make: Callable[[type[Row], tuple[Any, ...]], Row] = tuple.__new__
    with all_kept():
        return [make(row, values) for values in driver.execute(question, parameters)]


@contextmanager
def all_kept() -> Iterator[None]:
    """While many rows are made that will all be kept, nothing looks for rubbish among them: it takes 30 ms of 60.

    Threads that do this at once do no harm: whoever leaves last finds the collector on, or puts it on.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def about(keys: Iterable[Key], question: str) -> Iterator[tuple[str, list[Key]]]:
    """A question about many keys, in parts: with marks in place of {keys}, and the keys that stand for them."""
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        part = wanted[start : start + KEYS_AT_ONCE]
        yield question.replace("{keys}", ",".join("?" * len(part))), part
