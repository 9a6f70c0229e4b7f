"""What is typed below the column about the selected notes, and what the menu, the clipboard and the pill do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, SHIFT, asked, capture_of, enter, notice_on, press, settle, texts, type_text
from tests.workshops import make_workshop

from facilitator.desktop.capture.newest_pill import NewestPill
from facilitator.desktop.main_window import MainWindow
from facilitator.domain.kinds import NoteKind, Rule
from facilitator.domain.rows import NoteRow
from facilitator.workspace.opening import open_workspace


def choose(window: MainWindow, first: int, count: int = 1) -> None:
    """Select notes of the list with the keys."""
    view = capture_of(window).view
    view.setFocus()
    assert view.choose(view.notes.rows[first].key)
    for _ in range(count - 1):
        press(Qt.Key.Key_Down, SHIFT)


def rows(window: MainWindow) -> list[NoteRow]:
    """The notes of the column."""
    return capture_of(window).view.notes.rows


def answer(qtbot: QtBot, window: MainWindow, command: str, typed: str) -> None:
    """Ask for a command and type into the field that comes."""
    assert window.context.actions.trigger(command)
    press(Qt.Key.Key_A, CTRL)
    if not typed:
        press(Qt.Key.Key_Delete)
    type_text(typed)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)


def test_speaker_and_themes_are_given_to_all_selected_in_one_step_each(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 2, 3)
    answer(qtbot, window, "note.speaker", "Kim Chi")
    assert [row.speaker.name if row.speaker else "" for row in rows(window)[1:6]] == ["", *["Kim Chi"] * 3, ""]
    assert capture_of(window).view.hasFocus()

    answer(qtbot, window, "note.themes", '#"early warning" #Water')
    assert [[theme.name for theme in row.themes] for row in rows(window)[2:5]] == [["early warning", "Water"]] * 3

    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert [(row.speaker, [theme.name for theme in row.themes]) for row in rows(window)[2:5]] == [
        (None, ["Financing"])
    ] * 3
    answer(qtbot, window, "note.themes", "")
    assert [row.themes for row in rows(window)[2:5]] == [()] * 3


def test_tab_completes_in_the_field_and_what_cannot_be_read_is_said(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, '@"Amara Silva" hello')
    choose(window, 0)
    assert window.context.actions.trigger("note.speaker")
    field = capture_of(window).room.column.field
    qtbot.waitUntil(lambda: field.field._reader is not None)
    type_text("Ama")
    press(Qt.Key.Key_Tab)
    assert field.field.text() == "@as "
    type_text("and more")
    press(Qt.Key.Key_Return)
    assert field.isVisible()
    press(Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert capture_of(window).view.hasFocus()
    assert rows(window)[0].speaker is None


@pytest.mark.parametrize(("typed", "shown"), [("14:05", "14:05"), ("905", "09:05"), ("", "")])
def test_the_time_is_set_and_taken_away(qtbot: QtBot, window: MainWindow, typed: str, shown: str) -> None:
    enter(qtbot, window, "said just now")
    choose(window, 12)
    answer(qtbot, window, "note.time", typed)

    view = capture_of(window).view
    assert view._painter_of_notes.moment(rows(window)[12]) == shown


def test_a_note_is_inserted_below_the_selected_one_and_undo_takes_it_away(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 3)
    answer(qtbot, window, "note.insert", "? between #Water")

    assert texts(window)[3:6] == ["Said 3", "between", "Said 4"]
    current = capture_of(window).view.current
    assert current is not None
    assert (current.text, current.kind) == ("between", NoteKind.QUESTION)
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert "between" not in texts(window)


def test_several_are_joined_with_each_other_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    before = texts(window)
    choose(window, 3, 3)
    type_text("j")
    settle(qtbot, window)
    assert texts(window)[3:5] == ["Said 3 Said 4 Said 5", "Said 6"]

    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert texts(window) == before


def test_copied_notes_are_lines_without_what_must_stay_here(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    path = make_workshop(tmp_path / "house.workshop", 1)
    workspace = open_workspace(path)
    with workspace.edit("House") as edits:
        session = edits.sessions.add("Closed", attribution=Rule.CHATHAM)
        speaker = edits.people.speaker("Kim Chi", whole_name=True)
        for who in (speaker, edits.people.add("Kai Osei", code="x1").id):
            open_one = edits.sessions.add(f"Open {who.hex()}")
            edits.notes.capture(open_one.id, NoteKind.POINT, "aloud", speaker_id=who)
        for text, private in (("# not a heading", False), ("secret", True)):
            edits.notes.capture(session.id, NoteKind.QUESTION, text, speaker_id=speaker, private=private)
    workspace.close()
    window = opened(path)
    window.context.current.choose_session(asked(window, lambda reads: reads.sessions())[1].id)
    choose(window, 0, 2)
    press(Qt.Key.Key_C, CTRL)

    assert QGuiApplication.clipboard().text() == "? # not a heading"
    assert "1" in notice_on(window)[0]
    # a code that we made means nobody elsewhere
    for place, line in ((2, '@"Kim Chi" aloud'), (3, "@x1 aloud")):
        window.context.current.choose_session(asked(window, lambda reads: reads.sessions())[place].id)
        choose(window, 0)
        press(Qt.Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text() == line


def test_the_menu_of_a_note_does_what_the_keys_do(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 1)
    view = capture_of(window).view
    at = view.visualRect(view.currentIndex()).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().startswith("Check later"))
    assert action.text().endswith("\tL")
    action.trigger()
    menu.close()
    settle(qtbot, window)
    assert rows(window)[1].check_later


@pytest.fixture
def long_window(opened: Callable[[Path], MainWindow], tmp_path: Path) -> MainWindow:
    """A window with more notes than it shows."""
    return opened(make_workshop(tmp_path / "long.workshop", 120))


def test_who_has_scrolled_up_stays_there_and_is_told_how_many_are_new(qtbot: QtBot, long_window: MainWindow) -> None:
    view = capture_of(long_window).view
    pill = view.findChild(NewestPill)
    assert pill is not None
    enter(qtbot, long_window, "at the end")
    assert not pill.isVisible()
    view.verticalScrollBar().setValue(100)
    top = view.indexAt(QPoint(5, 5)).row()
    enter(qtbot, long_window, "one")
    enter(qtbot, long_window, "two")

    assert pill.isVisible()
    assert pill.text().startswith("2 new note")
    assert view.indexAt(QPoint(5, 5)).row() == top
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert not pill.isVisible()
    assert view.is_at_end


def test_a_long_note_shows_its_beginning_until_it_is_unfolded(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "long " * 600)
    choose(window, 12)
    view = capture_of(window).view
    folded = view.visualRect(view.currentIndex()).height()
    assert window.context.actions.trigger("note.unfold")
    unfolded = view.visualRect(view.currentIndex()).height()
    assert unfolded > 2 * folded
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    at = view._painter_of_notes.fold_rect(view.visualRect(view.currentIndex()), 12).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.visualRect(view.currentIndex()).height() == folded
    choose(window, 0)
    assert not window.context.actions.is_possible("note.unfold")


def test_times_are_shown_as_minutes_from_the_start_and_that_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "said just now")
    view = capture_of(window).view
    assert ":" in view._painter_of_notes.moment(rows(window)[12])
    assert window.context.actions.trigger("capture.minutes")
    assert view._painter_of_notes.moment(rows(window)[12]).endswith("′")
    assert window.context.preferences.remembered("capture/times") == "minutes"


def test_a_private_note_says_so_in_a_word_too(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 0)
    type_text("p")
    settle(qtbot, window)
    view = capture_of(window).view
    spoken = view.notes.data(view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(spoken, str)
    assert "private" in spoken


def test_a_note_that_is_only_opened_keeps_the_spaces_that_hold(qtbot: QtBot, window: MainWindow) -> None:
    key = rows(window)[-1].key
    window.context.bridge.edit("As imported", lambda edits: edits.notes.edit_text(key, "10\u00a0000 people"))
    settle(qtbot, window)
    capture_of(window).view.open_editor(key)
    press(Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert texts(window)[-1] == "10\u00a0000 people"
    assert window.context.bridge.next_steps()[0] == "As imported"
