"""The program as it is started, on a screen of X11: a window appears there, shows the workshop, and closes cleanly."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from facilitator.jobs.sample import make_sample

SIZE = (1366, 768)
# Starts the program unchanged, but for an application that looks at the screen once all is there, and then closes.
WATCHED = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facilitator import app

class Watched(QApplication):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.timer = QTimer(interval=50)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        windows = [window for window in self.topLevelWidgets() if isinstance(window, app.MainWindow)]
        if windows and windows[0].context.bridge.is_open and not windows[0].context.bridge.is_waiting:
            self.timer.stop()
            QTimer.singleShot(300, lambda: self.take(windows[0]))

    def take(self, window):
        window.screen().grabWindow(0).save(sys.argv[2])
        found = {"platform": self.platformName(), "title": window.windowTitle(), "place": window.place.name}
        print(json.dumps(found), flush=True)
        window.close()

app.QApplication = Watched
sys.exit(app.main([sys.argv[1]]))
"""


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed")
    screen = f"{SIZE[0]}x{SIZE[1]}x24"
    command = [program, "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def test_the_window_opens_on_the_screen_and_shows_the_workshop(display: str, tmp_path: Path) -> None:
    workshop, picture = tmp_path / "water.workshop", tmp_path / "screen.png"
    make_sample(workshop)
    settings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(workshop), str(picture)],
        env=settings,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"platform": "xcb", "title": "water", "place": "capture"}
    image = QImage(str(picture))
    assert (image.width(), image.height()) == SIZE
    colours = {image.pixel(x, y) for x in range(0, SIZE[0], 7) for y in range(0, SIZE[1], 7)}
    assert len(colours) > 20
