"""F6: whom Enter puts on the speaking list is completed as in the capture line, and said before."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, capture_of, focused, press, settle, type_text

from facilitator.desktop.capture.grammar_field import GrammarField
from facilitator.desktop.main_window import MainWindow


@pytest.fixture
def ask(qtbot: QtBot, window: MainWindow) -> Callable[[], GrammarField]:
    window.context.bridge.edit("People", lambda edits: edits.people.add("Mira Okafor", code="mo"))
    settle(qtbot, window)

    def begin() -> GrammarField:
        press(Qt.Key.Key_F6)
        field = focused()
        assert isinstance(field, GrammarField)
        qtbot.waitUntil(lambda: field.knows)
        return field

    return begin


def waiting(window: MainWindow) -> list[str]:
    session = window.context.current.session
    assert session is not None
    return [line.speaker.name for line in asked(window, lambda reads: reads.floor_of(session)).waiting]


def people(window: MainWindow) -> int:
    return len(asked(window, lambda reads: reads.people_rows()))


def said(window: MainWindow) -> str:
    labels = capture_of(window).side.speaking_list.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_a_part_of_a_name_is_completed_by_tab_and_makes_nobody_new(
    qtbot: QtBot, window: MainWindow, ask: Callable[[], GrammarField]
) -> None:
    before = people(window)
    ask()
    type_text("oka")
    press(Qt.Key.Key_Tab)
    assert "Mira Okafor" in said(window)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert (waiting(window), people(window)) == (["Mira Okafor"], before)
    assert focused() is capture_of(window).desk.line


def test_a_name_with_a_space_needs_no_quotes(qtbot: QtBot, window: MainWindow, ask: Callable[[], GrammarField]) -> None:
    ask()
    type_text("Mira Okafor")
    assert "somebody new" not in said(window)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert waiting(window) == ["Mira Okafor"]


def test_somebody_new_is_called_so_before_enter_and_is_taken_back_in_one_step(
    qtbot: QtBot, window: MainWindow, ask: Callable[[], GrammarField]
) -> None:
    before = people(window)
    ask()
    type_text("okay")
    assert "somebody new: okay" in said(window)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (waiting(window), people(window)) == (["okay"], before + 1)

    window.context.bridge.undo()
    settle(qtbot, window)
    assert (waiting(window), people(window)) == ([], before)


def test_what_was_typed_before_is_gone_and_esc_puts_nobody_on(
    qtbot: QtBot, window: MainWindow, ask: Callable[[], GrammarField]
) -> None:
    ask()
    type_text("oka")
    press(Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert waiting(window) == []
    assert focused() is capture_of(window).desk.line

    assert ask().text() == "@"
