"""The folded texts of all notes and recommendations, in memory, for a search that answers while one types.

Nothing of it is on a disk. It is read when something is first looked for (0.1 s for 100,000 notes), and then follows
the ledger: before each answer what has changed since the last one is read again, in the transaction of the question,
so that an answer is always that of the file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, groupby, islice
from threading import Lock
from typing import Any

from sqlalchemy import Connection

from facilitator.store.schema import FOLDED

from .asking import asked, each
from .matching import EVERYTHING, Condition

ROWS = 1024
"""So many rows are one long text: few enough to be put together anew after an edit, in 0.1 ms."""
KEPT = 16
"""Filters whose rows are kept: each takes a byte for a row."""

NEWEST = "SELECT max(id) FROM entry"
# after these a row may be gone, or be another than its number says
UNSETTLING = """
SELECT EXISTS (SELECT 1 FROM entry WHERE id > ?1 AND kind = 'unite')
    OR EXISTS (SELECT 1 FROM operation WHERE entry > ?1 AND action = '-' AND "table" IN ('note', 'recommendation'))
"""
CHANGED = """id IN (SELECT row FROM operation WHERE entry > ? AND "table" = '{table}')"""
# lower() passes over the case of ASCII letters, as the comparison does that made `folded` needless
TEXTS = "SELECT rowid, coalesce(folded, lower({source})) FROM {table} WHERE {where} ORDER BY rowid"

Next = Callable[[int], int]
"""The first row from a row on in which something is so; -1 when there is none."""


class Texts:
    """One for each open workshop; may be asked in any thread. What is found are the numbers of rows (`rowid`)."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._heaps: dict[str, Heap] = {}
        self._kept: dict[tuple[str, Condition], bytes] = {}
        self._newest: bytes | None = None

    def found(
        self, connection: Connection, table: str, words: Iterable[str], where: Condition, limit: int
    ) -> list[int]:
        """The first rows of a table in which all these folded words stand, and for which the condition holds."""
        with self._lock:
            self._catch_up(connection)
            heap = self._heaps[table]
            following: list[Next] = [heap.next_with(word) for word in words]
            if where != EVERYTHING or not following:
                following.append(_next_marked(self._marked(connection, table, where)))
            return list(islice(_in_all(following), limit))

    def _catch_up(self, connection: Connection) -> None:
        newest = asked(connection, NEWEST)[0][0]
        if self._newest == newest:
            return
        self._kept.clear()
        if self._newest is None or asked(connection, UNSETTLING, (self._newest,))[0][0]:
            self._heaps = {table: Heap(_texts(connection, table, "1", ())) for table in FOLDED}
        else:
            for table, heap in self._heaps.items():
                heap.put(_texts(connection, table, CHANGED.format(table=table), (self._newest,)))
        self._newest = newest

    def _marked(self, connection: Connection, table: str, where: Condition) -> bytes:
        """A byte for each row, 1 where a condition holds: kept, because it is asked again with every key."""
        if (table, where) not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            question = f"SELECT rowid FROM {table} WHERE {where.sql}"  # noqa: S608 - our own words
            rows = asked(connection, question, where.parameters)
            marks = bytearray(max((row for (row,) in rows), default=0) + 1)
            for (row,) in rows:
                marks[row] = 1
            self._kept[table, where] = bytes(marks)
        return self._kept[table, where]


class Heap:
    """Many texts, each under the number of its row: put together to long ones, which are looked through at once."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        self._parts: list[_Part] = []
        self.put(texts)

    def put(self, texts: Iterable[tuple[int, str]]) -> None:
        """Texts by the numbers of their rows, which rise; those that are here under the same number go."""
        for number, rows in groupby(texts, key=lambda text: text[0] // ROWS):
            self._parts += [_Part([]) for _ in range(number + 1 - len(self._parts))]
            lines = self._parts[number].lines()
            for row, text in rows:
                slot = row % ROWS
                lines += [""] * (slot + 1 - len(lines))
                # no word has white space in it, so that nothing is missed
                lines[slot] = text.replace("\n", " ")
            self._parts[number] = _Part(lines)

    def next_with(self, word: str) -> Next:
        """For a word without white space: the first text from a row on in which it stands."""

        def following(row: int) -> int:
            number, slot = divmod(row, ROWS)
            for at in range(number, len(self._parts)):
                found = self._parts[at].find(word, slot)
                if found >= 0:
                    return at * ROWS + found
                slot = 0
            return -1

        return following


class _Part:
    """Up to `ROWS` texts, one in each line."""

    def __init__(self, lines: list[str]) -> None:
        self._text = "\n".join(lines)
        self._starts = (
            array("I", accumulate((len(line) + 1 for line in lines[:-1]), initial=0)) if lines else array("I")
        )

    def lines(self) -> list[str]:
        return self._text.split("\n") if self._starts else []

    def find(self, word: str, slot: int) -> int:
        if slot >= len(self._starts):
            return -1
        found = self._text.find(word, self._starts[slot])
        return bisect_right(self._starts, found) - 1 if found >= 0 else -1


def _texts(connection: Connection, table: str, where: str, parameters: tuple[Any, ...]) -> Iterator[tuple[int, str]]:
    # one by one: all at once would take the memory of 100,000 texts twice, and it would not be given back
    return each(connection, TEXTS.format(source=FOLDED[table], table=table, where=where), parameters)


def _next_marked(marks: bytes) -> Next:
    return lambda row: marks.find(1, row)


def _in_all(following: list[Next]) -> Iterator[int]:
    """The rows that all agree on, in order: each leaps to where the others are, so that the rarest sets the pace."""
    row = 0
    while following:
        before = row
        for one in following:
            row = one(row)
            if row < 0:
                return
        if row == before or len(following) == 1:
            yield row
            row += 1
