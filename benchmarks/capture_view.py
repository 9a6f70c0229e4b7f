"""Typing and entering with 100,000 notes in the workshop, and a session of 5,000: frames of the real window.

Key press to painted, p99: limit 8 ms. Enter to the numbered note painted, p95: 30 ms beyond the commit itself. The
window is never blocked over 16 ms (p99 of the turns of its event loop) while it captures and searches. A session of
5,000 notes opens in 100 ms, scrolls at 16 ms a frame (p95), and takes another width in 100 ms. Memory with all that is
at most 4 times that of an empty window. Each is the worst of the rounds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace

LARGE = 5000
"""So many notes are in the largest session: to what the sample has there the rest is added."""
NOTES, ROUNDS, KEYS, ENTERS = 100_000, 5, 60, 40
LIMITS = {
    "key press to painted, p99 ms": 8.0,
    "Enter to numbered note painted beyond the commit, p95 ms": 30.0,
    "window blocked while capturing, p99 ms": 16.0,
    "window blocked while searching, p99 ms": 16.0,
    "largest session open to paint ms": 100.0,
    "scroll frame, p95 ms": 16.0,
    "window resized ms": 100.0,
    "memory against an empty window": 4.0,
}
EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
application.processEvents()
print(open("/proc/self/statm").read().split()[1])
"""


def resident() -> int:
    """Pages of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


def share(values: Sequence[float], part: float) -> float:
    """The value that this part of them does not go beyond."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class Bench:
    """The window over a large workshop, driven as a person does."""

    def __init__(self, workshop: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from facilitator.app import begin_after_paint, make_window

        self.application = QApplication([])
        self.window = make_window(self.application)
        self.window.begin(workshop)
        self.window.resize(1366, 768)
        self.window.show()
        self.application.processEvents()
        begin_after_paint(self.window, workshop)
        self.wait(lambda: self.window.context.bridge.is_open and not self.window.context.bridge.is_waiting)
        self.place = self.window.go("capture")
        self.settle()

    def wait(self, is_there: Callable[[], bool], turns: list[float] | None = None) -> None:
        """Let the event loop run until something is so; the length of each turn goes into `turns`."""
        ends = time.perf_counter() + 120
        while not is_there():
            before = time.perf_counter()
            self.application.processEvents()
            if turns is not None:
                turns.append(1000 * (time.perf_counter() - before))
            assert before < ends
            time.sleep(0.0005)

    def settle(self, seconds: float = 0.4, turns: list[float] | None = None) -> None:
        """Let what was put off happen."""
        ends = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() > ends, turns)

    def painted(self, do: Callable[[], object]) -> float:
        """Milliseconds of doing something and painting what it changed."""
        before = time.perf_counter()
        do()
        self.application.processEvents()
        return 1000 * (time.perf_counter() - before)

    def press(self, letter: str) -> None:
        """A key in the capture line."""
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QKeyEvent, Qt

        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        self.application.sendEvent(self.place.desk.line, event)

    def type_line(self, text: str) -> list[float]:
        """Each key by itself, until it is painted."""
        return [self.painted(lambda letter=letter: self.press(letter)) for letter in text]

    def enter(self, turns: list[float]) -> float:
        """From Enter to the number painted."""
        before = time.perf_counter()
        self.press("\r")
        bridge = self.window.context.bridge
        self.wait(lambda: not bridge.is_waiting, turns)
        self.application.processEvents()
        return 1000 * (time.perf_counter() - before)

    def commit(self) -> float:
        """What the same note takes in the writer thread alone, with nothing to paint."""
        from facilitator.capture import read_line
        from facilitator.jobs.line_filing import capture_line

        line, session = read_line("! note z about money #water"), self.window.context.current.session
        assert line is not None
        took: list[float] = []

        def job(workspace: Workspace) -> None:
            before = time.perf_counter()
            with workspace.edit("Capture") as edits:
                capture_line(edits, session, line, time.time_ns() // 1_000_000)
            took.append(1000 * (time.perf_counter() - before))

        self.window.context.bridge.run(job)
        self.wait(lambda: bool(took) and not self.window.context.bridge.is_waiting)
        return took[0]


def measure(workshop: Path, empty: int) -> dict[str, float]:
    """One round."""
    bench = Bench(workshop)
    found: dict[str, float] = {}
    keys = bench.type_line("@a what was said in the room about money and schools #w ") + bench.type_line("x" * KEYS)
    found["key press to painted, p99 ms"] = share(keys, 0.99)
    bench.place.desk.line.clear()
    entered: list[float] = []
    turns: list[float] = []
    for number in range(ENTERS):
        bench.type_line(f"! note {chr(97 + number)} about money #water")
        entered.append(bench.enter(turns))
        bench.settle(0.15, turns)
    commit = statistics.median([bench.commit() for _ in range(5)])
    found["Enter to numbered note painted beyond the commit, p95 ms"] = share(entered, 0.95) - commit
    found["window blocked while capturing, p99 ms"] = share(turns, 0.99)
    found["window blocked while searching, p99 ms"] = searched(bench)
    found |= session(bench)
    found["memory against an empty window"] = resident() / empty
    bench.window.context.bridge.close()
    bench.window.context.worker.stop()
    bench.window.context.backups.stop()
    return found


def searched(bench: Bench) -> float:
    """Turns of the event loop while words are looked for as they are typed."""
    from facilitator.desktop.search.search import Search

    turns: list[float] = []
    bench.window.context.actions.trigger("search")
    search = bench.window.findChild(Search)
    field = search.field
    for typed in ("mo", "mone", "money", "money w", "the", "water sch"):
        turns.append(bench.painted(lambda typed=typed: field.setText(typed)))
        bench.settle(0.25, turns)
    search.leave()
    return share(turns, 0.99)


def fill_up(bench: Bench, session: bytes, missing: int) -> None:
    """Add notes of one to eight lines to a session, as an import does."""
    from facilitator.domain.capturing import NewNote
    from facilitator.domain.kinds import NoteKind

    kinds, words = list(NoteKind), "what was said in the room about money and schools, "
    new = [
        NewNote(session, kinds[number % len(kinds)], f"{number}: {words * (1 + number % 8)}")
        for number in range(missing)
    ]
    bench.window.context.bridge.edit("Fill", lambda edits: edits.notes.capture_many(new))
    bench.settle()
    bench.wait(lambda: not bench.window.context.bridge.is_waiting)


def session(bench: Bench) -> dict[str, float]:
    """The session with most notes, opened from another, scrolled and resized."""
    bridge, current = bench.window.context.bridge, bench.window.context.current
    sessions = bridge.read(lambda reads: [(len(reads.note_rows(one.key)), one.key) for one in reads.session_list()])
    (_, other), (count, largest) = min(sessions), max(sessions)
    fill_up(bench, largest, LARGE - count)
    current.choose_session(other)
    bench.settle()
    opened = bench.painted(lambda: current.choose_session(largest))
    bench.settle()
    bar = bench.place.view.verticalScrollBar()
    frames = [
        bench.painted(lambda to=to: bar.setValue(to)) for to in range(bar.maximum(), 0, -max(1, bar.maximum() // 80))
    ]
    resized = max(bench.painted(lambda wide=wide: bench.window.resize(wide, 800)) for wide in (1100, 1366, 1200))
    return {
        "largest session open to paint ms": opened,
        "scroll frame, p95 ms": share(frames, 0.95),
        "window resized ms": resized,
    }


def main() -> int:
    """Five rounds, each in a process of its own; returns 1 when a limit is missed."""
    if len(sys.argv) > 2:
        for name, value in measure(Path(sys.argv[1]), int(sys.argv[2])).items():
            print(f"{name}\t{value}")
        return 0
    worst = dict.fromkeys(LIMITS, 0.0)
    with tempfile.TemporaryDirectory() as home:
        settings = {
            **os.environ,
            "FACILITATOR_HOME": home,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }
        workshop = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(home) / "large.workshop"
        if not workshop.exists():
            command = [sys.executable, "-m", "facilitator", "sample", "--notes", str(NOTES), str(workshop), "--quiet"]
            subprocess.run(command, check=True, env=settings)
        for _ in range(ROUNDS):
            empty = subprocess.run(
                [sys.executable, "-c", EMPTY], check=True, env=settings, capture_output=True, text=True
            )
            command = [sys.executable, __file__, str(workshop), empty.stdout.strip()]
            told = subprocess.run(command, check=True, env=settings, stdout=subprocess.PIPE, text=True).stdout
            for line in told.splitlines():
                name, _, value = line.partition("\t")
                if value:
                    worst[name] = max(worst[name], float(value))
    for name, limit in LIMITS.items():
        print(f"{name}: {worst[name]:.1f}, limit {limit:g}{'' if worst[name] <= limit else ', missed'}")
    return int(any(worst[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
