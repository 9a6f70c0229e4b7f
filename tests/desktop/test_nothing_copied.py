"""A list never puts the bare words of a private note on the clipboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, enter, type_text

from facilitator.desktop.frame.word_replacing import WordReplacing
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.search.search import Search


@pytest.fixture
def window(qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path) -> MainWindow:
    """With a private note."""
    window = opened(workshop)
    enter(qtbot, window, "// the chair drinks")
    QApplication.clipboard().setText("-")
    return window


def copied_from(found: QListView) -> str:
    found.setFocus()
    found.setCurrentIndex(found.model().index(0, 0))
    QTest.keyClick(found, Qt.Key.Key_C, CTRL)
    return QApplication.clipboard().text()


def test_what_a_replaced_word_would_change_is_not_copied(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("replace")
    panel = window.findChild(WordReplacing)
    assert panel is not None
    panel.word.setText("chair")
    panel.by.setText("table")
    qtbot.waitUntil(panel.replace.isEnabled)
    assert copied_from(panel.list) == "-"


def test_what_was_found_is_not_copied(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("search")
    type_text("chair")
    search = window.findChild(Search)
    assert search is not None
    qtbot.waitUntil(lambda: search.hits.model().rowCount() > 0)
    assert copied_from(search.hits) == "-"
