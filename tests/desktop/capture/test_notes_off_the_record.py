"""Off the record no note takes other words, and no key that is typed on changes one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, capture_of, enter, notice_on, press, settle, take_way_out, texts, type_text

from facilitator.desktop.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path) -> MainWindow:
    """A workshop, and a note entered last."""
    window = opened(workshop)
    enter(qtbot, window, "said openly")
    return window


def test_a_note_being_edited_is_saved_and_left_and_letters_typed_on_change_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(Qt.Key.Key_Up)
    type_text(" today")
    press(Qt.Key.Key_F12)
    type_text("pj")
    settle(qtbot, window)
    type_text("pjl")
    settle(qtbot, window)
    place = capture_of(window)
    assert place.desk.off_record.hasFocus()
    assert texts(window)[-1] == "said openly today"
    note = place.view.notes.rows[-1]
    assert (note.private, note.check_later) == (False, False)


def test_the_text_of_a_note_is_closed_and_says_why_until_one_is_back(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    view = capture_of(window).view
    view.setFocus()
    view.choose(view.notes.rows[-1].key)
    press(Qt.Key.Key_Return)
    assert view.hasFocus()
    assert notice_on(window)[0] == "Off the record nothing is stored, so the text of a note is closed as the line is."

    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    assert notice_on(window)[0] == ""
    press(Qt.Key.Key_Up)
    type_text(" and so on")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[-1] == "said openly and so on"


def test_words_that_come_all_the_same_are_refused_and_stay_on_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    view = capture_of(window).view
    key, session = view.notes.rows[-1].key, window.context.current.session
    assert session is not None
    window.context.bridge.edit("Off", lambda edits: edits.intervals.go_off_record(session))
    view.open_editor(key)
    type_text(" in confidence")
    view.flush()
    settle(qtbot, window)
    assert notice_on(window)[0].startswith("The note is not saved: S1 is off the record")
    assert texts(window)[-1] == "said openly in confidence"
    assert asked(window, lambda reads: reads.note_row(key)).text == "said openly"

    window.context.actions.trigger("capture.off-record")
    settle(qtbot, window)
    take_way_out(window, "Try again")
    settle(qtbot, window)
    assert asked(window, lambda reads: reads.note_row(key)).text == "said openly in confidence"


@pytest.mark.parametrize("place", ["wall", "recommendations", "people", "settings"])
def test_f12_closes_the_line_from_wherever_one_is_and_shows_it(qtbot: QtBot, window: MainWindow, place: str) -> None:
    window.go(place)
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    assert window.place is capture_of(window)
    assert capture_of(window).desk.is_off_record

    window.go(place)
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    assert not capture_of(window).desk.is_off_record
    type_text("heard")
    assert capture_of(window).desk.line.toPlainText() == "heard"
