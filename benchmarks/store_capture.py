"""One captured note with number, ledger and all, against one commit of the same text by the driver alone.

Prints the ratio of the two (the worst of five rounds of two medians taken in turn) against the limit of 3, and the
CPU time of each; returns 1 when the limit is missed.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.domain.kinds import NoteKind
from facilitator.workspace.opening import create_workspace

NOTES, ROUNDS, LIMIT = 150, 5, 3.0
TEXT = "Budget lines for water committees should be published every quarter, in the language of the district"


def medians(*tasks: Callable[[], object]) -> list[tuple[float, float]]:
    """Wall and CPU seconds of each task, taken in turn so that a slow moment of the disk meets all of them."""
    wall: list[list[float]] = [[] for _ in tasks]
    cpu = [0.0] * len(tasks)
    for _ in range(NOTES):
        for place, task in enumerate(tasks):
            start, worked = time.perf_counter(), time.process_time()
            task()
            wall[place].append(time.perf_counter() - start)
            cpu[place] += time.process_time() - worked
    return [(statistics.median(times), worked / NOTES) for times, worked in zip(wall, cpu, strict=True)]


def compare(folder: Path) -> int:
    """Both in one folder, so on one disk."""
    raw = driver.connect(str(folder / "raw.db"), isolation_level=None)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE note (text TEXT)"):
        raw.execute(statement)

    def commit() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO note VALUES (?)", (TEXT,))
        raw.execute("COMMIT")

    with closing(create_workspace(folder / "water.workshop", title="Water")) as workspace:
        with workspace.edit("Session") as edits:
            session = edits.sessions.add("Panel").id

        def capture() -> None:
            with workspace.edit("Note") as edits:
                edits.notes.capture(session, NoteKind.POINT, TEXT)

        medians(commit, capture)
        rounds = [medians(commit, capture) for _ in range(ROUNDS)]
    raw.close()
    worst = max(ours / theirs for (theirs, _), (ours, _) in rounds)
    (theirs, their_cpu), (ours, our_cpu) = rounds[-1]
    for name, wall, cpu in (("capture", ours, our_cpu), ("raw commit", theirs, their_cpu)):
        print(f"{name}: {wall * 1e6:.0f} us, CPU {cpu * 1e6:.0f} us")
    print(f"capture: worst ratio {worst:.2f}, limit {LIMIT}")
    return int(worst > LIMIT)


def main() -> int:
    """1 when the limit is missed."""
    with tempfile.TemporaryDirectory() as folder:
        return compare(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
