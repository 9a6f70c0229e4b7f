"""A line that is put below a note is on the disk, or it is still on the screen: no word of it goes silently."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot
from tests.desktop.hands import (
    asked,
    capture_of,
    compose,
    enter,
    file_away,
    focused,
    notice_on,
    press,
    settle,
    take_way_out,
    texts,
    type_text,
)

import facilitator.jobs.changing_notes
from facilitator.desktop.main_window import MainWindow
from facilitator.domain.errors import DiskFull

MISSED = "a long sentence that was missed"


@pytest.fixture
def window(opened: Callable[[Path], MainWindow], workshop: Path) -> MainWindow:
    """A workshop with a session and notes."""
    return opened(workshop)


def begin_below(window: MainWindow, place: int, text: str) -> QLineEdit:
    """Choose a note, ask for a line below it and type; the field."""
    view = capture_of(window).view
    view.setFocus()
    view.choose(view.notes.rows[place].key)
    window.context.actions.trigger("note.insert")
    type_text(text)
    field = focused()
    assert isinstance(field, QLineEdit)
    return field


def second_session(qtbot: QtBot, window: MainWindow) -> None:
    window.context.bridge.edit("Add", lambda edits: edits.sessions.add("Second"))
    settle(qtbot, window)


def go_on(qtbot: QtBot, window: MainWindow, by: str) -> None:
    window.context.actions.trigger(f"capture.session-{by}")
    settle(qtbot, window)


def test_on_a_full_disk_the_line_stays_until_enter_saves_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(path=Path("x"))

    with monkeypatch.context() as disk:
        disk.setattr(facilitator.jobs.changing_notes, "capture_below", full)
        field = begin_below(window, 0, MISSED)
        press(Qt.Key.Key_Return)
        capture_of(window).desk.line.setFocus()
        settle(qtbot, window)
        assert focused() is capture_of(window).desk.line
        assert "Insert a note" in notice_on(window)[0]
        take_way_out(window, "Dismiss")
    assert (field.isVisible(), field.text()) == (True, MISSED)
    assert capture_of(window).unsaved()

    field.setFocus()
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not field.isVisible()
    qtbot.waitUntil(lambda: texts(window)[1] == MISSED)
    assert not capture_of(window).unsaved()


def test_whoever_goes_on_elsewhere_keeps_the_focus_when_the_note_is_saved(qtbot: QtBot, window: MainWindow) -> None:
    second_session(qtbot, window)
    may_save = Event()
    window.context.bridge.run(lambda _: may_save.wait(20))
    field = begin_below(window, 0, MISSED)
    press(Qt.Key.Key_Return)
    assert field.isVisible()
    # Neither the notes, where the focus goes when the field is left, nor the line, where it is by itself.
    elsewhere = next(button for button in capture_of(window).side.findChildren(QAbstractButton) if button.isVisible())
    elsewhere.setFocus()
    assert focused() is elsewhere
    may_save.set()
    settle(qtbot, window)
    assert not field.isVisible()
    assert texts(window)[1] == MISSED
    assert focused() is elsewhere


def test_whoever_waits_in_the_field_is_led_to_the_notes_when_the_note_is_saved(
    qtbot: QtBot, window: MainWindow
) -> None:
    begin_below(window, 0, MISSED)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert focused() is capture_of(window).view


@pytest.mark.parametrize(("begun", "kept"), [("", MISSED), ("// aside", f"// aside {MISSED}")])
def test_a_line_that_is_refused_after_another_session_was_turned_to_waits_where_it_was_typed(
    qtbot: QtBot, window: MainWindow, begun: str, kept: str
) -> None:
    second_session(qtbot, window)
    line = capture_of(window).desk.line
    line.setFocus()
    type_text(begun)
    window.context.bridge.flushing.emit()
    is_left = Event()
    window.context.bridge.run(lambda _: is_left.wait(20))
    begin_below(window, 0, MISSED)
    press(Qt.Key.Key_Return)
    window.context.actions.trigger("capture.session-after")
    with file_away(window):
        is_left.set()
        settle(qtbot, window)
        assert "the last change is not saved" in notice_on(window)[0]
        assert line.toPlainText() == ""
        window.close()
        settle(qtbot, window)
        assert window.isVisible()
    window.context.bridge.flushing.emit()
    settle(qtbot, window)
    assert kept in asked(window, lambda reads: reads.drafts()).values()
    enter(qtbot, window, "Said in the second")
    assert texts(window) == ["Said in the second"]
    go_on(qtbot, window, "before")
    assert line.toPlainText() == kept


def test_what_was_typed_waits_in_the_line_of_its_session_when_another_is_turned_to(
    qtbot: QtBot, window: MainWindow
) -> None:
    second_session(qtbot, window)
    line = capture_of(window).desk.line
    begin_below(window, 0, MISSED)
    go_on(qtbot, window, "after")
    assert line.toPlainText() == ""
    go_on(qtbot, window, "before")
    assert line.toPlainText() == MISSED


def test_what_was_typed_is_kept_as_the_line_when_the_window_is_closed_from_another_place(
    qtbot: QtBot, window: MainWindow
) -> None:
    begin_below(window, 0, MISSED)
    window.go("programme")
    window.context.bridge.flushing.emit()
    settle(qtbot, window)
    assert MISSED in asked(window, lambda reads: reads.drafts()).values()


@pytest.mark.parametrize("sign", ["//", "! //", " ／／"])
def test_a_private_line_stays_private_behind_what_stands_in_the_line(
    qtbot: QtBot, window: MainWindow, sign: str
) -> None:
    second_session(qtbot, window)
    capture_of(window).desk.line.setPlainText("said openly")
    begin_below(window, 0, f"{sign} the chair drinks")
    go_on(qtbot, window, "after")
    go_on(qtbot, window, "before")
    capture_of(window).desk.line.setFocus()
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert capture_of(window).view.notes.rows[-1].private


def test_another_question_leaves_the_line_over(qtbot: QtBot, window: MainWindow) -> None:
    field = begin_below(window, 0, MISSED)
    window.context.actions.trigger("note.time")
    assert field.text() != MISSED
    assert capture_of(window).desk.line.toPlainText() == MISSED


def test_tab_does_not_complete_while_a_word_is_composed(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "#financing it is")
    field = begin_below(window, 0, "#fin")
    qtbot.waitUntil(lambda: window.context.bridge.is_waiting is False)
    settle(qtbot, window)
    compose("か")
    press(Qt.Key.Key_Tab)
    assert focused() is field
    assert field.text() == "#fin"
    compose("")
    press(Qt.Key.Key_Escape)
