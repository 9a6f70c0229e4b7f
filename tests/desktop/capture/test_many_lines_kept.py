"""Lines that were confirmed are not lost, and are saved where they were given, whatever comes between."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import (
    ALT,
    CTRL,
    asked,
    capture_of,
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
from tests.workshops import make_workshop

from facilitator.desktop.main_window import MainWindow


def paste(window: MainWindow, text: str) -> None:
    capture_of(window).desk.line.setFocus()
    QApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CTRL)


def said(window: MainWindow) -> str:
    page = capture_of(window).desk.lines_page
    assert page is not None
    return " ".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def add_session(qtbot: QtBot, window: MainWindow) -> None:
    window.context.bridge.edit("Session", lambda edits: edits.sessions.add("Second"))
    settle(qtbot, window)


def test_lines_are_saved_in_the_session_in_which_they_were_given(qtbot: QtBot, window: MainWindow) -> None:
    add_session(qtbot, window)
    paste(window, "One\nTwo")
    press(Qt.Key.Key_Down, CTRL)
    settle(qtbot, window)
    first, second = asked(window, lambda reads: reads.session_list())
    assert window.context.current.session == second.key
    assert f"“{first.title}”" in said(window)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    rows = asked(window, lambda reads: [reads.note_rows(session.key) for session in (first, second)])
    assert ([row.text for row in rows[0]][-2:], rows[1]) == (["One", "Two"], ())


def test_lines_of_one_workshop_are_not_offered_to_another(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    other = make_workshop(tmp_path / "other.workshop")
    paste(window, "Confidential\nToo")
    with qtbot.waitSignal(window.context.bridge.opened):
        window.context.bridge.open(other, otherwise=print)
    settle(qtbot, window)

    assert capture_of(window).desk.lines_page is None
    assert not capture_of(window).unsaved()


def test_confirmed_lines_that_could_not_be_saved_count_as_unsaved(qtbot: QtBot, window: MainWindow) -> None:
    paste(window, "One\nTwo")
    assert not capture_of(window).unsaved()
    with file_away(window):
        press(Qt.Key.Key_Return)
        settle(qtbot, window)
    assert capture_of(window).unsaved()
    assert "Nothing of it is saved" in said(window)

    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (texts(window)[12:], capture_of(window).unsaved()) == (["One", "Two"], False)


def test_lines_that_fail_after_esc_come_back_by_a_sentence_and_call_nobody_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    paste(window, "One\nTwo")
    with file_away(window):
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        type_text("Typed on")
        settle(qtbot, window)
    assert "Nothing of it is saved" in notice_on(window)[0]
    assert capture_of(window).unsaved()
    assert capture_of(window).desk.line.hasFocus()

    take_way_out(window, "Show the lines")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[12:] == ["One", "Two"]
    assert capture_of(window).desk.line.toPlainText() == "Typed on"
    assert (capture_of(window).unsaved(), notice_on(window)[0]) == (False, "")


def test_lines_that_are_left_out_after_they_failed_are_no_longer_unsaved(qtbot: QtBot, window: MainWindow) -> None:
    paste(window, "One\nTwo")
    with file_away(window):
        press(Qt.Key.Key_Return)
        settle(qtbot, window)
    press(Qt.Key.Key_Escape)
    assert not capture_of(window).unsaved()


def test_the_answer_to_the_first_lines_leaves_the_second_ones_on_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    paste(window, "One\nTwo")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    paste(window, "Three\nFour")
    settle(qtbot, window)
    assert (texts(window)[12:], capture_of(window).desk.lines_page is focused()) == (["One", "Two"], True)

    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[12:] == ["One", "Two", "Three", "Four"]


def test_the_kept_speaker_is_shown_and_saved_for_lines_that_name_nobody(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("capture.keep-speaker")
    enter(qtbot, window, '@"Kim Chi" I open')
    paste(window, "One\n// aside\n@bb Two\nThree")
    page = capture_of(window).desk.lines_page
    assert page is not None
    shown = page.findChildren(QListWidget)[0]
    assert "Kim Chi" in shown.item(0).text()
    assert "Kim Chi" not in shown.item(1).text()
    press(Qt.Key.Key_Escape)
    enter(qtbot, window, "Left out")

    paste(window, "One\n// aside\n@bb Two\nThree")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    enter(qtbot, window, "And on")
    rows = capture_of(window).view.notes.rows[13:]
    named = [row.speaker.name if row.speaker else "" for row in rows]
    assert named == ["Kim Chi", "Kim Chi", "", "bb", "bb", "bb"]


def test_only_what_ends_a_line_in_a_file_parts_what_is_pasted(qtbot: QtBot, window: MainWindow) -> None:
    paste(window, "One\x0bstill one\u2028and one\r\nTwo\x85\x0cstill two\rThree")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert len(texts(window)[12:]) == 3

    paste(window, "One\u2028and one")
    assert capture_of(window).desk.lines_page is None
    assert capture_of(window).desk.line.toPlainText() == "One and one"


def test_the_key_of_a_speaker_leaves_the_hidden_line_and_the_keys_where_they_are(
    qtbot: QtBot, window: MainWindow
) -> None:
    enter(qtbot, window, "@aa first")
    qtbot.waitUntil(lambda: len(capture_of(window).side._speakers) == 1)
    paste(window, "One\nTwo")
    press(Qt.Key.Key_1, ALT)

    assert capture_of(window).desk.line.toPlainText() == ""
    assert focused() is capture_of(window).desk.lines_page


def test_whoever_is_called_while_lines_wait_has_the_line_behind_them(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_F6)
    type_text("bb")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: len(capture_of(window).side.speaking_list._floor.waiting) == 1)
    paste(window, "One\nTwo")
    press(Qt.Key.Key_F8)
    settle(qtbot, window)
    assert focused() is capture_of(window).desk.lines_page

    press(Qt.Key.Key_Escape)
    assert capture_of(window).desk.line.toPlainText() == "@bb "
    type_text("I")
    assert capture_of(window).desk.line.toPlainText() == "@bb I"


def test_lines_that_failed_are_offered_again_when_the_page_has_gone_off_the_record(
    qtbot: QtBot, window: MainWindow
) -> None:
    paste(window, "One\nTwo")
    with file_away(window):
        press(Qt.Key.Key_Return)
        settle(qtbot, window)
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    assert "Nothing of it is saved" in notice_on(window)[0]
    take_way_out(window, "Show the lines")
    assert capture_of(window).desk.is_off_record

    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    take_way_out(window, "Show the lines")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[12:] == ["One", "Two"]
