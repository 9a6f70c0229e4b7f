"""Eight hours of a workshop in fast motion: 20,000 notes through the keys of the real window.

Beside typing notes are changed, steps are undone and done again, words are searched for, other sessions are turned to,
and backups are made. From
the end of the first hour to that of the last one memory grows by at most 10 %, and no key takes longer than 50 ms until
it is painted. Of each kind of key the slowest is told, and its time on the processor, in which other programs do not
count. `--hours 0.2` takes a short time, `--grown` tells of which kinds of objects there are more at the end.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from capture_view import Bench, resident

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

HOURS, NOTES_AN_HOUR = 8.0, 2500
STAYS = 10
"""So often in an hour another session is turned to."""
CHANGED, UNDONE, REDONE = 5, 5, 3
"""So many notes are changed, steps undone and done again in each stay."""
GROWTH, SLOWEST = 10.0, 50.0
MEGABYTE = 1 << 20
WORDS = "money for plans schools water budget line bình đẳng น้ำสะอาด ความเท่าเทียม تمويل الخطط 和平 与 安全"
STARTS = ("", "", "", "! ", "? ", "@p1 ", "@@ ", "> ", "// ", "+ ", '" ')
ENDS = ("", "", "", " #Financing", " ??")


@dataclass(slots=True)
class Slowest:
    """Of one kind of key: how many, and milliseconds of the slowest by the clock and by the processor."""

    count: int = 0
    wall: float = 0.0
    processor: float = 0.0


@dataclass(slots=True)
class Person:
    """Sits at the keyboard; every key goes to where the focus is, and is looked at until it is painted."""

    bench: Bench
    chance: random.Random
    keys: dict[str, Slowest] = field(default_factory=dict)

    def press(self, kind: str, do: Callable[[], object]) -> None:
        """One key of a kind."""
        from PySide6.QtCore import QEvent

        wall, processor = time.perf_counter(), time.thread_time()
        do()
        self.bench.application.processEvents()
        # What is to be deleted goes when a loop of events is left, which is not so here.
        self.bench.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        told = self.keys.setdefault(kind, Slowest())
        told.count += 1
        told.processor = max(told.processor, 1000 * (time.thread_time() - processor))
        told.wall = max(told.wall, 1000 * (time.perf_counter() - wall))

    def command(self, kind: str, key: Qt.Key, *, control: bool = False) -> None:
        """A key that is no letter, by the way of shortcuts."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.press(kind, lambda: QTest.keyClick(self._focus(), key, modifier))

    def type_text(self, kind: str, text: str) -> None:
        """Letters of any script."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        for letter in text:
            key = ord(letter.upper()) if letter.isascii() else 0
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
            self.press(kind, lambda event=event: self.bench.application.sendEvent(self._focus(), event))

    def note(self) -> None:
        """A line of a few words, with signs as they come, and Enter."""
        from PySide6.QtCore import Qt

        words = " ".join(self.chance.choices(WORDS.split(), k=self.chance.randint(1, 3)))
        self.type_text("letter", self.chance.choice(STARTS) + words + self.chance.choice(ENDS))
        self.command("Enter", Qt.Key.Key_Return)

    def change(self) -> None:
        """The last note gets another word, and the focus goes back to the line."""
        from PySide6.QtCore import Qt

        self.command("Up, to the last note", Qt.Key.Key_Up)
        self.type_text("letter of a change", " again")
        self.command("Enter, out of the note", Qt.Key.Key_Return)
        self.command("Esc", Qt.Key.Key_Escape)

    def search(self) -> None:
        """A word is looked for, and left."""
        from PySide6.QtCore import Qt

        self.command("Ctrl+F", Qt.Key.Key_F, control=True)
        self.type_text("letter of a search", self.chance.choice(WORDS.split()))
        self.bench.settle(0.1)
        self.command("Esc", Qt.Key.Key_Escape)

    def stay(self, notes: int, *, towards: Qt.Key) -> None:
        """A while in one session, and on to the next one."""
        from PySide6.QtCore import Qt

        for _ in range(notes):
            self.note()
        self.answered()
        for _ in range(CHANGED):
            self.change()
        self.answered()
        for _ in range(UNDONE):
            self.command("Ctrl+Z", Qt.Key.Key_Z, control=True)
        for _ in range(REDONE):
            self.command("Ctrl+Y", Qt.Key.Key_Y, control=True)
        self.answered()
        self.search()
        self.command("Ctrl and an arrow, to another session", towards, control=True)
        self.bench.settle()

    def hour(self, notes: int, *, towards: Qt.Key) -> None:
        """All that an hour holds, and at its end a backup."""
        from PySide6.QtCore import Qt

        for _ in range(STAYS):
            self.stay(max(1, notes // STAYS), towards=towards)
        self.back_up(Qt.Key.Key_S)

    def back_up(self, key: Qt.Key) -> None:
        """Ask for a backup, and go on typing until it is proven."""
        answers: list[object] = []
        answered = self.bench.window.context.backups.answered
        answered.connect(answers.append)
        self.command("Ctrl+S", key, control=True)
        while not answers:
            self.note()
        answered.disconnect(answers.append)

    def answered(self) -> None:
        """Look up until all that was entered is on the disk."""
        self.bench.settle(0.1)
        self.bench.wait(lambda: not self.bench.window.context.bridge.is_waiting)

    def _focus(self) -> QWidget:
        return self.bench.application.focusWidget() or self.bench.place.desk.line


def held(bench: Bench) -> float:
    """Megabytes that this process holds when all is at rest."""
    bench.settle(4.0)
    gc.collect()
    return resident() * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def objects() -> Counter[str]:
    """How many objects of each kind Python's collector knows."""
    return Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())


def soak(workshop: Path, hours: float, *, is_counted: bool) -> bool:
    """Work so many hours; whether a goal is missed."""
    from PySide6.QtCore import Qt

    bench = Bench(workshop)
    bench.window.activateWindow()
    bench.place.take_focus()
    person = Person(bench, random.Random(8))
    steps = max(2, round(hours))
    notes = round(hours * NOTES_AN_HOUR / steps)
    first, kinds = 0.0, Counter[str]()
    began = time.monotonic()
    for step in range(steps):
        person.hour(notes, towards=Qt.Key.Key_Up if step % 2 else Qt.Key.Key_Down)
        now = held(bench)
        first = first or now
        kinds = kinds or objects()
        took, work = time.monotonic() - began, time.process_time()
        print(f"after part {step + 1} of {steps}: {now:.1f} MB, {took:.0f} s (processor {work:.0f})", flush=True)
    if is_counted:
        for kind, more in (objects() - kinds).most_common(20):
            print(f"  {more:7} more of {kind}")
    count = bench.window.context.bridge.read(lambda reads: reads.status_line().notes)
    bench.close()
    return told(person, count, 100 * (now / first - 1))


def told(person: Person, notes: int, growth: float) -> bool:
    """Say what was measured; whether a goal is missed."""
    for kind, slowest in person.keys.items():
        print(f"{kind}: slowest of {slowest.count} {slowest.wall:.1f} ms (processor {slowest.processor:.1f})")
    worst = max(person.keys.values(), key=lambda one: one.wall)
    processor = max(one.processor for one in person.keys.values())
    print(f"notes there now: {notes}")
    print(f"memory since the first part: {growth:+.1f} %, limit {GROWTH:g} %{_missed(growth, GROWTH)}")
    print(
        f"slowest key to painted: {worst.wall:.1f} ms (processor {processor:.1f}), limit {SLOWEST:g}"
        f"{_missed(worst.wall, SLOWEST)}"
    )
    return growth > GROWTH or worst.wall > SLOWEST


def _missed(value: float, limit: float) -> str:
    return "" if value <= limit else ", missed"


def main() -> int:
    """Work in a new copy of the sample; returns 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--hours", type=float, default=HOURS, help="how many hours of a workshop")
    parser.add_argument("--grown", action="store_true", help="tell of which objects there are more at the end")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["FACILITATOR_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        workshop = Path(home) / "soak.workshop"
        command = [sys.executable, "-m", "facilitator", "sample", str(workshop), "--quiet"]
        subprocess.run(command, check=True)
        return int(soak(workshop, options.hours, is_counted=options.grown))


if __name__ == "__main__":
    sys.exit(main())
