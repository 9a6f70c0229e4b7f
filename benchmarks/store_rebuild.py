"""All tables rebuilt from the ledger of 100,000 notes, against reading, decoding and writing its lines alone.

Prints the ratio of the two (the worst of five) against the limit, the seconds, and the memory that it takes; returns 1
when the limit is missed.
"""

import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as driver

from facilitator.store.engine import open_engine
from facilitator.store.rebuild import rebuild
from facilitator.store.schema import Base, NoteRow, SessionRow
from facilitator.workspace.opening import create_workspace

NOTES, ROUNDS, LIMIT = 100_000, 5, 6.0


def fill(path: Path) -> None:
    """A workshop with one session and many notes."""

    def rows(session: bytes) -> Iterator[NoteRow]:
        for place in range(NOTES):
            text = f"Governments cost and publish every action of plan {place} before it is adopted"
            yield NoteRow(prefix="S1.", count=place, session_id=session, position=float(place), text=text)

    with closing(create_workspace(path, title="Large")) as workspace, workspace.edit("Fill") as edits:
        session = SessionRow(prefix="S", count=1, title="Panel")
        edits.edit.insert([session])
        edits.edit.insert(rows(session.id))


def plain(path: Path) -> None:
    """What no way of rebuilding can do without: read the lines, decode them, write the rows."""
    with (
        closing(driver.connect(str(path))) as source,
        closing(driver.connect(":memory:", isolation_level=None)) as target,
    ):
        target.execute("CREATE TABLE note (id BLOB PRIMARY KEY, position, text, prefix, count, UNIQUE (prefix, count))")
        target.execute("BEGIN")
        lines = source.execute("""SELECT row, fields FROM operation WHERE "table" = 'note' ORDER BY row""")
        notes = ((row, json.loads(fields)) for row, fields in lines)
        values = ((row, note["position"], note["text"], note["prefix"], note["count"]) for row, note in notes)
        target.executemany("INSERT INTO note VALUES (?, ?, ?, ?, ?)", values)


def rebuilt(path: Path) -> None:
    """Into tables in memory."""
    source = open_engine(path, read_only=True)
    memory = create_engine("sqlite+pysqlite://", module=driver, poolclass=StaticPool)
    Base.metadata.create_all(memory)
    with source.connect() as ledger, ledger.begin(), memory.begin() as target:
        rebuild(ledger, target)
    source.dispose()
    memory.dispose()


def seconds(do: Callable[[Path], object], path: Path) -> float:
    """How long it takes."""
    start = time.perf_counter()
    do(path)
    return time.perf_counter() - start


def main() -> int:
    """1 when the limit is missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.workshop"
        fill(path)
        times = [(seconds(rebuilt, path), seconds(plain, path)) for _ in range(ROUNDS)]
        tracemalloc.start()
        rebuilt(path)
        memory = tracemalloc.get_traced_memory()[1] / 1e6
    worst = max(ours / least for ours, least in times)
    slowest = max(ours for ours, _ in times)
    print(f"rebuild of {NOTES} notes: worst {slowest:.1f} s, {memory:.1f} MB of Python objects at most")
    print(f"rebuild of {NOTES} notes: worst ratio to plain reading and writing {worst:.1f}, limit {LIMIT}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
