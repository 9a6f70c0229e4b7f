"""What every test of the window stands on: no screen, one look, and nothing left behind."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.rooms import settled
from tests.workshops import make_workshop

from facilitator.app import begin, make_window
from facilitator.desktop.look import fonts
from facilitator.desktop.look.look import Look
from facilitator.desktop.main_window import MainWindow

HERE = Path(__file__).parent
LONGEST_FAREWELL = 5
"""Seconds in which a thread that was told to end must have ended."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What Qt complains of fails a test, as a warning of our own does."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # Without a screen some requests to the system have no meaning; that is no fault.
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def faces(qapp: QApplication) -> None:
    """Every face that the app brings along."""
    fonts.load_first()
    fonts.load_rest()


@pytest.fixture
def look(qapp: QApplication, faces: None) -> Iterator[Look]:
    """The look in Paper at the usual size, read from the left; the application is bare again afterwards."""
    yield Look(qapp, "paper")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setStyleSheet("")


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Puts widgets below each other into a window, shows it, and gives the focus to none of them."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        elsewhere = QPushButton("elsewhere")
        column = QVBoxLayout(window)
        for widget in (elsewhere, *widgets):
            column.addWidget(widget)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        elsewhere.setFocus()
        qtbot.waitUntil(elsewhere.hasFocus)
        return window

    yield show
    windows.clear()


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A closed workshop file: one session with 12 notes."""
    return make_workshop(tmp_path / "water.workshop")


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, faces: None) -> Iterator[Callable[[Path], MainWindow]]:
    """Opens windows as the program does, each on a workshop, and closes at the end those that are open still."""
    windows: list[MainWindow] = []

    def open_window(path: Path) -> MainWindow:
        window = make_window(qapp)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        with qtbot.waitSignal(window.context.bridge.opened):
            window.context.bridge.open(path, otherwise=lambda error: pytest.fail(str(error)))
        qtbot.waitUntil(lambda: not window.context.bridge.is_waiting)
        return window

    yield open_window
    for window in windows:
        qtbot.waitUntil(lambda window=window: not window.context.bridge.is_waiting)
        window.close()
        qtbot.waitUntil(lambda window=window: not window.isVisible())
        window.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def begun(qapp: QApplication, qtbot: QtBot, faces: None) -> Iterator[Callable[[Path], MainWindow]]:
    """Begins the program with a path, whatever comes of it."""
    windows: list[MainWindow] = []

    def begin_with(path: Path) -> MainWindow:
        window = make_window(qapp)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        begin(window, path)
        settled(qtbot, window)
        return window

    yield begin_with
    for window in windows:
        settled(qtbot, window)
        window._close_anyway()
        qtbot.waitUntil(lambda window=window: not window.isVisible())
        window.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def window(opened: Callable[[Path], MainWindow], workshop: Path) -> MainWindow:
    """The window in the place of capture, with the workshop open."""
    return opened(workshop)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """No window stays on the screen and no thread goes on when a test is over."""
    before = set(threading.enumerate())
    yield
    # What was closed is only marked for deletion, and would be styled and painted in later tests.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    stray = [repr(window) for window in QApplication.topLevelWidgets() if window.isVisible()]
    QThreadPool.globalInstance().waitForDone(LONGEST_FAREWELL * 1000)
    leaked = [thread for thread in threading.enumerate() if thread not in before and not _ends(thread)]
    assert (stray, leaked) == ([], [])


def _ends(thread: threading.Thread) -> bool:
    # A thread of Qt's that has run Python is known to Python for ever after, and cannot be joined.
    if isinstance(thread, threading._DummyThread):
        return True
    thread.join(LONGEST_FAREWELL)
    return not thread.is_alive()
