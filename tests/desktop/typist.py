"""Started by `test_killed_while_typing.py`: types into the window by key events, and is killed in the middle.

Every line of standard input is a run (JSON: path, seed, notes, seconds). For each a process is forked that opens the
window without a screen and types; it is killed by signal 9 so many seconds after so many notes had their number. Each
note is acknowledged on standard output, by number and key, once the window shows its number; then comes `end`, and
whether it was killed.
"""

import json
import os
import random
import select
import signal
import sys
from pathlib import Path

import alembic.command  # noqa: F401 - a process that is forked need not load it again
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from facilitator import app
from facilitator.desktop.capture.column import WAITING
from facilitator.desktop.capture.place import CapturePlace
from facilitator.desktop.main_window import MainWindow
from facilitator.workspace import opening  # noqa: F401 - as above

WORDS = ("water", "budget", "น้ำดื่ม", "سلام", "Hà Nội", "水資源", "👩‍👩‍👧", "! fees", "#rivers", "@kc", "??")
NO_KEY, PLAIN = 0, Qt.KeyboardModifier.NoModifier


class Typist:
    """Types line after line, one key in each turn of the event loop, and tells of each note that has its number."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._random = random.Random(seed)
        self._keys: list[tuple[int, str]] = []
        self._told: set[bytes] = set()
        place = window.place
        assert isinstance(place, CapturePlace)
        self._place = place
        self._notes = place.view.notes
        self._notes.dataChanged.connect(self._tell)
        self._turn = QTimer(window, interval=0)
        self._turn.timeout.connect(self._type)
        self._tell(quietly=True)
        self._turn.start()
        os.write(1, b"typing\n")

    def _type(self) -> None:
        if not self._keys:
            self._keys = self._line()
        key, text = self._keys.pop(0)
        focus = QApplication.focusWidget() or self._place.desk.line
        QCoreApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, key, PLAIN, text))

    def _line(self) -> list[tuple[int, str]]:
        """A new line, or, now and then, the last note changed."""
        words = [self._random.choice(WORDS) for _ in range(self._random.randint(1, 5))]
        letters = [(NO_KEY, letter) for letter in "said " + " ".join(words)]
        before = [(int(Qt.Key.Key_Up), "")] if self._random.random() < 0.2 else []
        return [*before, *letters, (int(Qt.Key.Key_Return), "\r")]

    def _tell(self, *_: object, quietly: bool = False) -> None:
        for row in self._notes.rows:
            if row.number != WAITING and row.key not in self._told:
                self._told.add(row.key)
                if not quietly:
                    # In one write, which a kill cannot cut.
                    os.write(1, f"{row.number}\t{row.key.hex()}\n".encode())


def type_into(path: Path, seed: int) -> None:
    """Open the window as the program does, and type for ever."""
    application = QApplication(["facilitator"])
    window = app.make_window(application)
    window.show()
    window.activateWindow()
    window.context.bridge.opened.connect(
        lambda _: QTimer.singleShot(0, lambda: setattr(window, "typist", Typist(window, seed)))
    )
    app.begin(window, path)
    application.exec()


def run(path: str, seed: int, notes: int, seconds: float) -> bool:
    """Fork, let it type, kill it; whether it was killed."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.dup2(writing, 1)
            type_into(Path(path), seed)
        finally:
            os._exit(1)
    os.close(writing)
    pass_on(reading, process, notes, seconds)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


def pass_on(reading: int, process: int, notes: int, seconds: float) -> None:
    """Write on what it tells, and kill it when it is time."""
    told = b""
    while told.count(b"\n") <= notes:
        told += os.read(reading, 1 << 16)
    select.select([], [], [], seconds)
    os.kill(process, signal.SIGKILL)
    while more := os.read(reading, 1 << 16):
        told += more
    os.close(reading)
    os.write(1, told)


def main() -> None:
    """One run for each line."""
    for line in sys.stdin:
        was_killed = run(**json.loads(line))
        os.write(1, f"end {int(was_killed)}\n".encode())


if __name__ == "__main__":
    main()
