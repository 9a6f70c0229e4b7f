"""What a person does with a keyboard, in any script, and what the window then shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.capture.place import CapturePlace
from facilitator.desktop.frame.banner import Banner
from facilitator.desktop.main_window import MainWindow
from facilitator.store.reads import Reads

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Found = TypeVar("Found")


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, by the way of shortcuts."""
    QTest.keyClick(focused(), key, modifiers)


def type_text(text: str) -> None:
    """Type letters of any script where the focus is, one after the other."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(letter.upper()) if letter.isascii() else 0
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(focused(), event)


def compose(preedit: str, committed: str = "") -> None:
    """What an input method tells the field: what is being composed, and what is settled."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(committed)
    QCoreApplication.sendEvent(focused(), event)


def focused() -> QWidget:
    """Who has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all that was asked for is on the disk and told."""
    qtbot.waitUntil(lambda: not window.context.bridge.is_waiting)
    QCoreApplication.processEvents()


def capture_of(window: MainWindow) -> CapturePlace:
    """The place of capture, which is on the screen."""
    place = window.place
    assert isinstance(place, CapturePlace)
    return place


def enter(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Type a line, press Enter, wait until it is saved."""
    capture_of(window).desk.line.setFocus()
    type_text(text)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)


@contextmanager
def file_away(window: MainWindow) -> Iterator[None]:
    """The file of the workshop lies elsewhere, so that nothing can be saved, until the end of the block."""
    path = window.context.bridge.path
    assert path is not None
    aside = path.with_name("aside")
    path.rename(aside)
    try:
        yield
    finally:
        aside.rename(path)


def texts(window: MainWindow) -> list[str]:
    """What the column shows."""
    return [note.text for note in capture_of(window).view.notes.rows]


def asked(window: MainWindow, question: Callable[[Reads], Found]) -> Found:
    """What the workshop says."""
    return window.context.bridge.read(question)


def notice_on(window: MainWindow) -> tuple[str, list[str]]:
    """The sentence of the banner and its buttons; empty when there is none."""
    # A button that has just been added to a layout is shown in the next turn of the event loop.
    QCoreApplication.processEvents()
    banner = next(iter(window.findChildren(Banner)))
    if not banner.isVisible():
        return "", []
    sentence = banner.findChildren(QLabel)[0].text()
    return sentence, [button.text() for button in banner.findChildren(QPushButton) if button.isVisible()]


def take_way_out(window: MainWindow, text: str) -> None:
    """Click a button of the banner."""
    QCoreApplication.processEvents()
    banner = next(iter(window.findChildren(Banner)))
    next(one for one in banner.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()
