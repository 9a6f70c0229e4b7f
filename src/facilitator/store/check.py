"""Everything that can be verified about a workshop file, each deviation as a finding; nothing is written."""

from __future__ import annotations

import heapq
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Table, select
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2 as driver

from facilitator.domain.errors import DamageError
from facilitator.text import identity

from .engine import spoken
from .faults import translated
from .rebuild import rebuild
from .recognise import examine, reading
from .released import SCHEMA_VERSION, statements
from .rules import questions
from .schema import ALL, RECORDED
from .shapes import IDENTITIES

MOST = 50
"""Of one sort this many findings are listed: the first says what is wrong, the thousandth nothing new."""
FILE = "file"
"""The sort of a finding about the file as a whole; there is no other beside it."""
BATCH = 1000
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, SQLAlchemyError, driver.Error)
"""What a flipped bit in JSON, a key or a text raises in code that reads what only we have written."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be. `what` is its sort, `where` a printed number, table or key; never a text."""

    what: str
    where: str
    sentence: str


def check(path: Path) -> tuple[Finding, ...]:
    """Look at everything in the file: pages, references, ledger against tables, rules. No finding: all is well.

    Raises what `examine` raises, except for damage, which is a finding.
    """
    try:
        state = examine(path)
    except DamageError as error:
        return (Finding(FILE, path.name, str(error)),)
    if state.version < SCHEMA_VERSION:
        return (Finding(FILE, path.name, "It is of an older version: open it once, then check it again."),)
    with translated(path), reading(path) as raw, spoken(raw) as connection:
        sorts = (_pages, _references, _tables, _rules, _identities)
        return tuple(finding for sort in sorts for finding in islice(_told(sort, connection), MOST))


def _told(sort: Callable[[Connection], Iterator[Finding]], connection: Connection) -> Iterator[Finding]:
    """The findings of one sort; that its data cannot even be read is one more."""
    try:
        yield from sort(connection)
    except UNREADABLE as error:
        log.info("check: %s raised %s", sort.__name__, type(error).__name__)
        yield Finding("database", sort.__name__.strip("_"), "What is stored there cannot be read.")


def _pages(connection: Connection) -> Iterator[Finding]:
    # What the database says is for its makers, and may quote what is stored: it goes nowhere.
    said = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").scalars().all()
    if said != ["ok"]:
        places = "one place" if len(said) == 1 else f"{len(said)} places"
        yield Finding("database", "file", f"In {places} the stored pages or indexes do not fit together.")


def _references(connection: Connection) -> Iterator[Finding]:
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("references", table, f"A row refers to a {parent} that is not there.")


def _rules(connection: Connection) -> Iterator[Finding]:
    for question in questions():
        for (where,) in islice(connection.exec_driver_sql(question.sql), MOST):
            yield Finding(question.what, str(where), question.sentence)


def _identities(connection: Connection) -> Iterator[Finding]:
    """What is found by name while capturing must be what the name says."""
    for table, names in (("participant", ("name", "code")), ("theme", ("name",))):
        for name in names:
            columns = ALL[table].c
            rows = connection.execute(select(columns.id, columns[name], columns[IDENTITIES[name]]))
            for key, text, stored in rows:
                if identity(text) != stored:
                    yield Finding("rule", f"{table} {key.hex()}", f"It cannot be found by its {name} while capturing.")


def _tables(connection: Connection) -> Iterator[Finding]:
    """The tables made again from the ledger are the tables: whatever differs was not written by an edit."""
    with closing(driver.connect("", isolation_level=None)) as raw, spoken(raw) as rebuilt:
        for statement in statements(SCHEMA_VERSION):
            rebuilt.exec_driver_sql(statement)
        raw.execute("BEGIN")
        rebuild(connection, rebuilt)
        for table in RECORDED.values():
            yield from _differences(table, _rows(connection, table), _rows(rebuilt, table))


def _rows(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    ordered = select(*table.c).order_by(table.c.id)
    return iter(connection.execute(ordered, execution_options={"yield_per": BATCH}))


def _differences(table: Table, present: Iterable[Row[Any]], past: Iterable[Row[Any]]) -> Iterator[Finding]:
    sides = (((row.id, side, row) for row in rows) for side, rows in enumerate((present, past)))
    for _, group in groupby(heapq.merge(*sides), key=itemgetter(0)):
        found = [(side, row) for _, side, row in group]
        if len(found) == 2 and tuple(found[0][1]) == tuple(found[1][1]):
            continue
        yield Finding("ledger", _name(table, found[0][1]), _difference(found))


def _difference(found: list[tuple[int, Row[Any]]]) -> str:
    if len(found) == 1:
        return "The ledger does not know it." if found[0][0] == 0 else "It is in the ledger and not in its table."
    one, other = (row._asdict() for _, row in found)
    fields = ", ".join(field for field in one if one[field] != other[field])
    return f"It is not what the ledger says that it is ({fields})."


def _name(table: Table, row: Row[Any]) -> str:
    return f"{row.prefix}{row.count}" if "count" in table.c else f"{table.name} {row.id.hex()}"
