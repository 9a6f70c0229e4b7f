"""Undo of a move of 1,000 cards, against the driver alone writing as many rows and as many lines of a ledger.

Prints the ratio of the two (the worst of five) against the limit, and the time against the goal of 200 ms; returns 1
when one of them is missed.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.store.schema import MembershipRow
from facilitator.workspace.opening import create_workspace
from facilitator.workspace.workspace import Workspace

CARDS, ROUNDS, GOAL_SECONDS, LIMIT = 1000, 5, 0.2, 16.0


def seconds(do: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def filled(path: Path) -> tuple[Workspace, list[bytes], bytes]:
    """A wall with two themes, all cards in the first; the keys of their memberships and of the second theme."""
    workspace = create_workspace(path, title="Wall")
    with workspace.edit("Fill") as edits:
        first, second = (edits.themes.named(name) for name in ("Water", "Peace"))
        for place in range(CARDS):
            edits.recommendations.add(f"Publish budget {place}", [first])
    with workspace.read() as reads:
        members = [membership.id for membership in reads.content().memberships]
    return workspace, members, second


def raw_update(path: Path) -> Callable[[], None]:
    """A function that changes as many rows, and tells of it, without us."""
    raw = driver.connect(str(path), isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "CREATE TABLE card (id BLOB PRIMARY KEY, theme BLOB)",
    ):
        raw.execute(statement)
    raw.execute("CREATE TABLE ledger (id BLOB PRIMARY KEY, fields TEXT) WITHOUT ROWID")
    keys = [place.to_bytes(16, "big") for place in range(CARDS)]
    raw.executemany("INSERT INTO card VALUES (?, ?)", [(key, key) for key in keys])
    rounds = iter(range(1, 100))

    def update() -> None:
        turn = next(rounds)
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany("UPDATE card SET theme = ? WHERE id = ?", [(bytes([turn]) * 16, key) for key in keys])
        raw.executemany("INSERT INTO ledger VALUES (?, ?)", [(bytes([turn]) + key, key.hex() * 4) for key in keys])
        raw.execute("COMMIT")

    return update


def compare(folder: Path) -> int:
    """Both in one folder, so on one disk."""
    update = raw_update(folder / "raw.db")
    workspace, members, theme = filled(folder / "wall.workshop")
    ratios, times = [], []
    with closing(workspace):
        for turn in range(ROUNDS):
            with workspace.edit(f"Move {turn}") as edits:
                edits.edit.update_many(MembershipRow, {key: {"theme_id": theme, "position": turn} for key in members})
            times.append(seconds(workspace.undo))
            ratios.append(times[-1] / seconds(update))
    print(f"undo of {CARDS} cards: worst {max(times) * 1000:.0f} ms, goal {GOAL_SECONDS * 1000:.0f}")
    print(f"undo of {CARDS} cards: worst ratio to raw writes {max(ratios):.1f}, limit {LIMIT}")
    return int(max(times) > GOAL_SECONDS or max(ratios) > LIMIT)


def main() -> int:
    """1 when a limit is missed."""
    with tempfile.TemporaryDirectory() as folder:
        return compare(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
