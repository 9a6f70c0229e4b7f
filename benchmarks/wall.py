"""The wall of 20,000 recommendations: asked through `Reads`, against the same question put to the driver itself.

Prints the ratio of the two (the worst of five pairs) against the limit of 1.3; returns 1 when it is missed.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.domain.capturing import NewNote
from facilitator.domain.kinds import NoteKind
from facilitator.store.views.cards import CARDS as WALL
from facilitator.workspace.opening import create_workspace, open_workspace

CARDS, THEMES, ROUNDS, LIMIT = 20_000, 12, 5, 1.3


def fill(path: Path) -> None:
    """A workshop of recommendations, four in five under a theme."""
    workspace = create_workspace(path, title="Wall")
    with workspace.edit("Fill") as edits:
        session = edits.sessions.add("Panel").id
        themes = [edits.themes.named(f"Theme {place}") for place in range(THEMES)]
        edits.notes.capture_many(
            NewNote(
                session,
                NoteKind.RECOMMENDATION,
                f"Governments cost and publish every action of plan {place} before it is adopted",
                theme_ids=(themes[place % THEMES],) if place % 5 else (),
            )
            for place in range(CARDS)
        )
    workspace.close()


def seconds(do: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def main() -> int:
    """Make the workshop and compare."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wall.workshop"
        fill(path)
        return compare(path)


def compare(path: Path) -> int:
    """Ask both ways in turn, so that what else the machine does meets both."""
    workspace = open_workspace(path, read_only=True)
    raw = driver.connect(f"file:{path}?mode=ro", uri=True)
    raw.execute("PRAGMA cache_size=-65536")
    question = WALL.format(and_where="")

    def ours() -> int:
        with workspace.read() as reads:
            return len(reads.cards())

    def theirs() -> int:
        return len(raw.execute(question).fetchall())

    if not ours() == theirs() == CARDS:
        raise SystemExit("the two questions have different answers")
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    ratio = max(one / other for one, other in pairs)
    milliseconds = ", ".join(f"{one * 1000:.0f}/{other * 1000:.0f}" for one, other in pairs)
    print(f"wall of {CARDS} cards: {ratio:.2f} x the driver (limit {LIMIT}); ms: {milliseconds}")
    raw.close()
    workspace.close()
    return ratio > LIMIT


if __name__ == "__main__":
    sys.exit(main())
