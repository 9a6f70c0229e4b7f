"""A window with a workshop open in it, for tests that do what a person does."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app import make_window
from facilitator.desktop.main_window import MainWindow
from facilitator.store.edits import Edits
from facilitator.workspace.opening import create_workspace


def made(path: Path, fill: Callable[[Edits], None]) -> Path:
    """A closed workshop file."""
    workspace = create_workspace(path, title="Water")
    with workspace.edit("Fill") as edits:
        fill(edits)
    workspace.close()
    return path


def opened(qtbot: QtBot, path: Path, place: str, size: tuple[int, int] = (1366, 768)) -> MainWindow:
    """The window at a place, with everything read."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = make_window(application)
    window.context.preferences.remember("place", place)
    window.resize(*size)
    window.show()
    with qtbot.waitSignal(window.context.bridge.opened):
        window.context.bridge.open(path, otherwise=_refuse)
    settled(qtbot, window)
    return window


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """All that was asked for is on the disk and on the screen."""
    qtbot.waitUntil(lambda: not window.context.bridge.is_waiting)
    QApplication.processEvents()


def closed(qtbot: QtBot, window: MainWindow) -> None:
    """Close it, wait for what that takes, and leave nothing of it: a style is set on every widget that there is."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.setStyleSheet("")


def _refuse(error: Exception) -> None:
    raise error
