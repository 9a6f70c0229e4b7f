"""What opens over the window while a note is being edited: nothing typed is lost, and the keys go where one sees."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import capture_of, enter, focused, press, settle, texts, type_text

from facilitator.desktop.frame.word_replacing import WordReplacing
from facilitator.desktop.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path) -> MainWindow:
    """The last note is being edited, and something has been typed into it."""
    window = opened(workshop)
    enter(qtbot, window, "Mr Smyth speaks")
    press(Qt.Key.Key_Up)
    type_text(" loudly")
    return window


def test_a_word_is_replaced_in_what_was_typed_just_before(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("replace")
    panel = window.findChild(WordReplacing)
    assert panel is not None
    assert focused() is panel.word
    type_text("Smyth")
    panel.by.setText("Smith")
    qtbot.waitUntil(panel.replace.isEnabled)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[-1] == "Mr Smith speaks loudly"


@pytest.mark.parametrize("command", ["palette", "search", "shortcuts"])
def test_esc_leads_back_to_the_list_where_the_editor_was(qtbot: QtBot, window: MainWindow, command: str) -> None:
    window.context.actions.trigger(command)
    settle(qtbot, window)
    assert texts(window)[-1] == "Mr Smyth speaks loudly"
    press(Qt.Key.Key_Escape)
    view = capture_of(window).view
    assert view.hasFocus()
    assert view.current is not None
    assert view.current.text == "Mr Smyth speaks loudly"


def test_esc_comes_back_from_what_was_found(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("search")
    settle(qtbot, window)
    type_text("loudly")
    search = window._overlays._search
    assert search is not None
    qtbot.waitUntil(lambda: search.hits.model().rowCount() > 0)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert capture_of(window).view.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not search.isVisible()
    assert texts(window)[-1] == "Mr Smyth speaks loudly"
