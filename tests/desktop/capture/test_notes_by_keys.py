"""What the keys of the column do with the notes that are selected in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, asked, capture_of, enter, press, settle, texts, type_text
from tests.workshops import make_workshop

from facilitator.desktop.capture.note_editor import NoteEditor
from facilitator.desktop.main_window import MainWindow
from facilitator.domain.kinds import NoteKind
from facilitator.domain.rows import NoteRow
from facilitator.workspace.opening import open_workspace


def on_note(window: MainWindow, row: int) -> NoteRow:
    """Put the focus on a note of the list."""
    view = capture_of(window).view
    view.setFocus()
    assert view.choose(view.notes.rows[row].key)
    return view.notes.rows[row]


def note(window: MainWindow, row: int) -> NoteRow:
    """A note as the column shows it, which must be as it is on the disk."""
    shown = capture_of(window).view.notes.rows[row]
    assert asked(window, lambda reads: reads.note_row(shown.key)) == shown
    return shown


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        (".", NoteKind.POINT),
        ("!", NoteKind.RECOMMENDATION),
        ('"', NoteKind.QUOTE),
        ("?", NoteKind.QUESTION),
        ("+", NoteKind.GOOD_PRACTICE),
        ("~", NoteKind.CHALLENGE),
        ("=", NoteKind.DECISION),
        (">", NoteKind.ACTION),
        ("^", NoteKind.PARKING_LOT),
    ],
)
def test_a_sign_gives_the_selected_notes_its_kind_in_one_step(
    qtbot: QtBot, window: MainWindow, sign: str, kind: NoteKind
) -> None:
    before = [row.kind for row in capture_of(window).view.notes.rows]
    on_note(window, 2)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    type_text(sign)
    settle(qtbot, window)

    assert [note(window, row).kind for row in (2, 3)] == [kind, kind]
    window.context.bridge.undo()
    settle(qtbot, window)
    assert [row.kind for row in capture_of(window).view.notes.rows] == before


def test_p_and_l_turn_private_and_check_later_on_and_off(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 1)
    for letter, told in (("p", lambda: note(window, 1).private), ("l", lambda: note(window, 1).check_later)):
        type_text(letter)
        settle(qtbot, window)
        assert told()
        type_text(letter)
        settle(qtbot, window)
        assert not told()


def test_j_joins_with_the_note_above(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 4)
    type_text("j")
    settle(qtbot, window)

    assert texts(window)[3] == "Said 3 Said 4"
    assert len(texts(window)) == 11
    current = capture_of(window).view.current
    assert current is not None
    assert current.text == "Said 3 Said 4"


def test_delete_takes_the_selected_notes_away_and_undo_brings_them_back(qtbot: QtBot, window: MainWindow) -> None:
    before = texts(window)
    on_note(window, 5)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert texts(window) == [*before[:5], *before[7:]]

    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert texts(window) == before


def test_ctrl_r_recommends_the_note(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 0)
    press(Qt.Key.Key_R, CTRL)
    settle(qtbot, window)

    assert note(window, 0).kind is NoteKind.RECOMMENDATION
    assert note(window, 0).made is not None


def test_m_moves_the_note_to_the_session_that_is_chosen(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    path = make_workshop(tmp_path / "two.workshop")
    workspace = open_workspace(path)
    with workspace.edit("Another session") as edits:
        edits.sessions.add("Closing & thanks")
    workspace.close()
    window = opened(path)
    moved = on_note(window, 3)
    type_text("m")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["S2  Closing && thanks"]
    press_in_menu(menu)
    settle(qtbot, window)

    assert moved.text not in texts(window)
    second = asked(window, lambda reads: reads.sessions())[1].id
    assert [row.text for row in asked(window, lambda reads: reads.note_rows(second))] == [moved.text]
    assert not menu.isVisible()


def press_in_menu(menu: QMenu) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_edit_the_note_where_it_stands(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    on_note(window, 6)
    press(key)
    type_text(" ครับ")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert note(window, 6).text == "Said 6 ครับ"
    assert capture_of(window).view.hasFocus()


def test_ctrl_enter_parts_the_note_at_the_cursor_also_after_signs_outside_the_first_plane(
    qtbot: QtBot, window: MainWindow
) -> None:
    enter(qtbot, window, "👍👍 yes and no")
    press(Qt.Key.Key_Up)
    for _ in " and no":
        press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)

    assert texts(window)[-2:] == ["👍👍 yes", "and no"]


def test_text_is_saved_400_ms_after_the_last_key_and_one_stay_is_one_step(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 0)
    press(Qt.Key.Key_F2)
    for part in (" one", " two"):
        type_text(part)
        # Nothing leaves the field: the clock alone saves.
        with qtbot.waitSignal(window.context.bridge.saved, timeout=5000):
            pass
        settle(qtbot, window)
    assert note(window, 0).text == "Said 0 one two"
    press(Qt.Key.Key_Escape)
    assert capture_of(window).view.hasFocus()

    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert note(window, 0).text == "Said 0"


def test_leaving_the_field_saves_at_once(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 0)
    press(Qt.Key.Key_F2)
    type_text(" more")
    window.go("wall")
    settle(qtbot, window)

    assert asked(window, lambda reads: "Said 0 more" in [row.text for row in every_note(reads)])


def every_note(reads: object) -> list[NoteRow]:
    from facilitator.store.reads import Reads

    assert isinstance(reads, Reads)
    return [row for session in reads.sessions() for row in reads.note_rows(session.id)]


def test_an_emptied_note_keeps_its_last_words(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 0)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert note(window, 0).text == "Said 0"


def test_undo_in_the_field_takes_back_typing_first_and_then_steps_of_the_workshop(
    qtbot: QtBot, window: MainWindow
) -> None:
    on_note(window, 0)
    press(Qt.Key.Key_F2)
    type_text("x")
    editor = capture_of(window).view.findChild(NoteEditor)
    assert editor is not None
    press(Qt.Key.Key_Z, CTRL)
    assert editor.toPlainText() == "Said 0"
    press(Qt.Key.Key_Y, CTRL)
    assert editor.toPlainText() == "Said 0x"
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert editor.toPlainText() == "Said 0x"
    press(Qt.Key.Key_Escape)
    settle(qtbot, window)

    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert note(window, 0).text == "Said 0"
    qtbot.waitUntil(window.context.actions.action("redo").isEnabled)
    press(Qt.Key.Key_Y, CTRL)
    settle(qtbot, window)
    assert note(window, 0).text == "Said 0x"


def test_undo_of_the_workshop_shows_in_the_field_that_is_open(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 0)
    press(Qt.Key.Key_F2)
    type_text("x")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)

    editor = capture_of(window).view.findChild(NoteEditor)
    assert editor is not None
    assert editor.toPlainText() == "Said 0"
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert note(window, 0).text == "Said 0"


def test_undo_and_redo_say_what_they_would_do(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "One more")
    undo, redo = (window.context.actions.action(name) for name in ("undo", "redo"))
    qtbot.waitUntil(lambda: undo.text() == "Undo: Capture")

    assert undo.isEnabled()
    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: redo.text() == "Redo: Capture")
    assert undo.text() == "Undo: Fill"
    assert "One more" not in texts(window)
    qtbot.waitUntil(redo.isEnabled)
    press(Qt.Key.Key_Y, CTRL)
    settle(qtbot, window)
    assert "One more" in texts(window)


def test_a_letter_that_no_command_takes_is_typed_into_the_line(window: MainWindow) -> None:
    on_note(window, 0)
    type_text("water")

    assert capture_of(window).desk.line.toPlainText() == "water"


def test_esc_always_leads_to_the_line(window: MainWindow) -> None:
    on_note(window, 0)
    press(Qt.Key.Key_Escape)
    assert capture_of(window).desk.line.hasFocus()


def test_up_just_after_enter_changes_that_note_once_it_is_one(qtbot: QtBot, window: MainWindow) -> None:
    type_text("Entered")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Up)
    settle(qtbot, window)
    type_text(" and changed")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert texts(window)[-1] == "Entered and changed"
    assert note(window, -1).text == "Entered and changed"
    assert window.context.notices.newest is None


def test_a_line_that_waits_for_its_number_takes_no_command(qtbot: QtBot, window: MainWindow) -> None:
    type_text("Entered")
    press(Qt.Key.Key_Return)
    view = capture_of(window).view
    view.choose(view.notes.rows[-1].key)
    view.setFocus()
    press(Qt.Key.Key_Delete)
    settle(qtbot, window)

    assert texts(window)[-1] == "Entered"
    assert window.context.notices.newest is None


def test_another_size_of_the_text_leaves_the_note_in_hand(qtbot: QtBot, window: MainWindow) -> None:
    on_note(window, 6)
    press(Qt.Key.Key_Return)
    type_text(" and")
    editor = QApplication.focusWidget()
    window.context.look.zoom_in()
    assert isinstance(editor, NoteEditor)
    assert editor.isVisible()
    assert editor.hasFocus()
    type_text(" more")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert note(window, 6).text == "Said 6 and more"
