"""Started by `test_window_on_a_full_disk.py` in a mount namespace of its own: a window on a small disk that gets full.

Prints one JSON object for each thing that was looked at.
"""

import json
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from tests.desktop.hands import capture_of, notice_on, take_way_out, texts
from tests.workshops import make_workshop

from facilitator import app
from facilitator.desktop.main_window import MainWindow
from facilitator.jobs.check import check

LONGEST = 20
"""Seconds in which everything must have been answered."""
MOST = 20
"""Notices that can be there at once, with room to spare."""
LONG = "A long text that needs some room. " * 400


def wait_until(true: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + LONGEST
    while not true():
        QCoreApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError


def settle(window: MainWindow) -> None:
    """All that was asked for is answered."""
    QCoreApplication.processEvents()
    wait_until(lambda: not window.context.bridge.is_waiting)
    QCoreApplication.processEvents()


def enter(window: MainWindow, text: str) -> None:
    """A line of text and Enter."""
    line = capture_of(window).desk.line
    line.insertPlainText(text)
    QCoreApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    settle(window)


def opened(application: QApplication, path: Path) -> MainWindow:
    """The window as the program begins it."""
    window = app.make_window(application)
    window.show()
    app.begin(window, path)
    settle(window)
    return window


def tell(window: MainWindow, what: str, **more: object) -> None:
    """What is on the screen now."""
    sentence, ways = notice_on(window)
    print(
        json.dumps({"what": what, "sentence": sentence, "ways": ways, "place": window.place.name, **more}), flush=True
    )


def on_a_full_disk(application: QApplication, disk: Path) -> None:
    """Lines are entered while there is no room, and go in once there is."""
    path = make_workshop(disk / "water.workshop")
    window = opened(application, path)
    ballast = disk / "ballast"
    state = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, state.f_bavail * state.f_frsize)
    for number in range(3):
        enter(window, f"{number} {LONG}")
    capture_of(window).desk.line.insertPlainText("Being typed")
    tell(
        window, "full", notes=[text[:1] for text in texts(window)[-3:]], line=capture_of(window).desk.line.toPlainText()
    )
    window.close()
    tell(window, "closing", visible=window.isVisible())
    ballast.unlink()
    # The notes and the line that is being typed are told of apart, and each is tried again by itself.
    for _ in range(MOST):
        if window.context.notices.newest is not None:
            take_way_out(window, "Try again" if "Try again" in notice_on(window)[1] else "Dismiss")
            settle(window)
    assert window.context.notices.newest is None, notice_on(window)
    rows = capture_of(window).view.notes.rows[-3:]
    tell(window, "room again", notes=[[str(row.number), row.text[:1]] for row in rows])
    window.close()
    wait_until(lambda: not window.isVisible())
    tell(window, "closed", ok=check(path).ok)


def on_a_disk_that_cannot_be_written(application: QApplication, disk: Path) -> None:
    """The workshop can be read there, and that is offered."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    window = opened(application, disk / "water.workshop")
    tell(window, "read only")
    take_way_out(window, "Open for reading")
    wait_until(lambda: window.context.bridge.is_open)
    settle(window)
    tell(window, "reading", notes=len(texts(window)), enabled=capture_of(window).desk.line.isEnabled())
    window.close()
    wait_until(lambda: not window.isVisible())


def main(disk: Path) -> None:
    """All of it on a disk of 3 MB."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(disk)], check=True)
    application = QApplication([])
    on_a_full_disk(application, disk)
    on_a_disk_that_cannot_be_written(application, disk)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except BaseException:  # noqa: BLE001 - the top of this program
        traceback.print_exc()
        # The window's threads would wait for it for ever.
        os._exit(1)
