"""The window is on the screen first; what takes long comes after it."""

import subprocess
import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.desktop.first_paint import FirstPaint

AFTER = (
    "sqlalchemy sqlcipher3 alembic reportlab icu4py tomlkit multiprocessing.context facilitator.store "
    "facilitator.workspace facilitator.jobs facilitator.domain.nouns facilitator.desktop.capture"
)


def test_what_waits_for_the_paint_is_begun_once_and_only_after_it(qtbot: QtBot) -> None:
    begun: list[bool] = []

    class Painted(QLabel):
        is_painted = False

        def paintEvent(self, event: object) -> None:
            self.is_painted = True

    label = Painted("x")
    qtbot.addWidget(label)
    FirstPaint(label, lambda: begun.append(label.is_painted))
    assert begun == []

    label.show()
    qtbot.waitUntil(lambda: bool(begun))
    label.repaint()
    qtbot.wait(0)

    assert begun == [True]


def test_the_window_is_made_without_what_only_work_needs() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; from facilitator import app; "
        "application = QApplication([]); window = app.make_window(application); window.show(); "
        f"print(*(name for name in {AFTER.split()!r} if name in sys.modules)); window.close()"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, timeout=60)

    assert done.stdout.split() == []
