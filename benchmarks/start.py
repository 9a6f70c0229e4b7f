"""From the start of the process to the first painted window, against an empty window of Qt in the same run.

The program is started unchanged, with the sample workshop as the one opened last, but for an application that watches
its events from outside and closes the window. Limits, for the worst of five rounds: 1.8 times the empty window of the
same round, and 30 ms of silence until the workshop is there. When that is, is told beside it. With a workshop of
100,000 notes the window is painted as soon; how long it is silent then is told. Beside the times by the clock stands
what the processes took of the processor, in which other programs do not count.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROUNDS, NOTES = 5, 100_000
LIMIT = 1.8
LONGEST = 60
STALL = 30.0
"""Milliseconds that the window may be silent while the workshop is opened."""

WATCHED = """
import json, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Eye(QObject):
    # Sees the events of the window alone: every event of the program would be seen at a price.
    def __init__(self, window, then):
        super().__init__(window)
        self.window, self.then, self.painted = window, then, 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            # What lies in the window is painted in the same turn.
            self.painted = -1.0
            QTimer.singleShot(0, self.after)
        return False

    def after(self):
        self.painted = time.time()
        self.window.removeEventFilter(self)
        self.then()
"""
EMPTY = (
    WATCHED
    + """
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
eye = Eye(window, application.quit)
window.show()
application.exec()
print('{"painted": %r}' % eye.painted)
"""
)
PROGRAM = (
    """
from facilitator.__main__ import load_window
app = load_window()
"""
    + WATCHED
    + """

class Application(QApplication):
    ready = last = gap = 0.0
    held = ""
    def exec(self):
        self.window = next(found for found in self.topLevelWidgets() if isinstance(found, app.MainWindow))
        self.eye = Eye(self.window, self.begin)
        self.window.context.bridge.opened.connect(lambda: QTimer.singleShot(0, self.leave))
        return super().exec()

    def begin(self):
        self.held = type(self.window.focusWidget()).__name__
        self.timer = QTimer(interval=1)
        self.timer.timeout.connect(self.tick)
        self.timer.start()

    def tick(self):
        now = time.time()
        self.gap = max(self.gap, now - (self.last or now))
        self.last = now

    def leave(self):
        self.tick()
        self.ready = time.time()
        self.timer.stop()
        QTimer.singleShot(0, self.window.close)

app.QApplication = Application
told = app.main([])
seen = QApplication.instance()
print(json.dumps({"painted": seen.eye.painted, "ready": seen.ready, "gap": seen.gap, "held": seen.held}))
sys.exit(told)
"""
)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The variables that show a program's window on a screen nobody sees, or nowhere."""
    program = shutil.which("Xvfb")
    if program is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    command = [program, "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield {"DISPLAY": f":{server.stdout.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        server.terminate()


class Start(NamedTuple):
    """Milliseconds from the start of a process to its first paint, seconds on the processor, and what it tells."""

    painted: float
    processor: float
    told: dict[str, float]


def started(code: str, settings: dict[str, str]) -> Start:
    """Start a program, and let it come to its end."""
    before, processor = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(
        [sys.executable, "-c", code], env=settings, check=True, stdout=subprocess.PIPE, text=True, timeout=LONGEST
    )
    told = json.loads(done.stdout.splitlines()[-1])
    processor = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - processor
    return Start(1000 * (told["painted"] - before), processor, told)


def opened_last(home: str, settings: dict[str, str], *more: str) -> None:
    """A home where a person has worked with the sample workshop before, made with these words of the command."""
    workshop = Path(home) / f"sample{len(more)}.workshop"
    command = [sys.executable, "-m", "facilitator", "sample", *more, str(workshop), "--quiet"]
    subprocess.run(command, check=True, env=settings)
    code = "import sys; from pathlib import Path; from facilitator.desktop.preferences import Preferences; "
    code += "kept = Preferences(); kept.opened(Path(sys.argv[1])); kept.write()"
    subprocess.run([sys.executable, "-c", code, str(workshop)], check=True, env=settings)


def pairs(settings: dict[str, str]) -> list[tuple[Start, Start]]:
    """The empty window and the program in turn; what is started first warms the disk and is not counted."""
    for code in (EMPTY, PROGRAM):
        started(code, settings)
    return [(started(EMPTY, settings), started(PROGRAM, settings)) for _ in range(ROUNDS)]


def told(what: str, rounds: list[tuple[Start, Start]]) -> tuple[float, float]:
    """Say what was measured; the worst ratio and the longest silence."""
    bare, ours = (statistics.median(pair[place].painted for pair in rounds) for place in (0, 1))
    work, more = (statistics.median(pair[place].processor for pair in rounds) for place in (0, 1))
    worst = max(program.painted / empty.painted for empty, program in rounds)
    gaps = [1000 * program.told["gap"] for _, program in rounds]
    ready = [1000 * (program.told["ready"] - program.told["painted"]) for _, program in rounds]
    last = rounds[-1][1]
    print(
        f"{what}: empty window {bare:.0f} ms, ours {ours:.0f} ms: {ours / bare:.2f} times, worst {worst:.2f}, "
        f"limit {LIMIT} (processor until the workshop is there {more:.2f} s, of the empty window {work:.2f} s)"
    )
    print(f"{what} is there {statistics.median(ready):.0f} ms later; the focus is in {last.told['held']}")
    print(f"longest silence {statistics.median(gaps):.0f} ms, worst {max(gaps):.0f} ms, limit {STALL:.0f} ms")
    return worst, max(gaps)


def main() -> int:
    """Start both in turn; returns 1 when the window takes too long."""
    with tempfile.TemporaryDirectory() as home, screen() as shown:
        settings = {**os.environ, **shown, "FACILITATOR_HOME": home}
        # What is compiled once may be kept, as on the machine of a person.
        settings.pop("PYTHONDONTWRITEBYTECODE", None)
        opened_last(home, settings)
        worst, gap = told("the sample", pairs(settings))
        opened_last(home, settings, "--notes", str(NOTES))
        worst_of_large, _ = told(f"a workshop of {NOTES:,} notes", pairs(settings))
    return int(max(worst, worst_of_large) > LIMIT or gap > STALL)


if __name__ == "__main__":
    sys.exit(main())
