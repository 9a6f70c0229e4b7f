"""Several lines at once: shown first in the place of the line, saved by one Enter in one step."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot
from tests.desktop import jobs_for_worker
from tests.desktop.hands import CTRL, asked, capture_of, enter, notice_on, press, settle, texts, type_text

from facilitator.desktop.capture.lines_page import MOST, LinesPage
from facilitator.desktop.main_window import MainWindow

GIVEN = "! Publish #Financing\r\n\n@kc น้ำคือชีวิต ??\nالماء هو الحياة\n// aside\n"


def paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CTRL)


def drop(window: MainWindow, *paths: Path) -> None:
    """What the window system tells when files are let go over the line."""
    line, data = capture_of(window).desk.line, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, no_button, no_key)
    assert line.canInsertFromMimeData(data)
    line.dropEvent(event)


def page_of(window: MainWindow) -> LinesPage:
    page = capture_of(window).desk.lines_page
    assert page is not None
    assert page.isVisible()
    return page


def said(page: LinesPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def test_pasted_lines_are_shown_as_they_read_and_one_enter_saves_them_in_one_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_text("Begun")
    paste(GIVEN)
    page, listed = page_of(window), page_of(window).findChildren(QListWidget)[0]
    shown = [listed.item(row).text() for row in range(listed.count())]
    assert len(shown) == 4
    assert shown[0] == "! Recommendation   ·   Publish   ·   #Financing"
    assert "kc new" in shown[1]
    assert said(page).startswith("4 line")
    assert "3 × point, 1 × recommendation, 1 × private, 1 × check later, 1 × new speaker" in said(page)
    assert page.hasFocus()
    assert len(texts(window)) == 12

    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[12:] == ["Publish", "น้ำคือชีวิต", "الماء هو الحياة", "aside"]
    assert capture_of(window).desk.lines_page is None
    assert capture_of(window).desk.line.hasFocus()
    assert capture_of(window).desk.line.toPlainText() == "Begun"

    capture_of(window).desk.line.clear()
    window.context.bridge.undo()
    settle(qtbot, window)
    assert len(texts(window)) == 12


def test_esc_leaves_them_out_and_leads_back_to_the_line(qtbot: QtBot, window: MainWindow) -> None:
    height = capture_of(window).desk.height()
    paste(GIVEN)
    page_of(window)
    press(Qt.Key.Key_Escape)
    settle(qtbot, window)

    assert capture_of(window).desk.line.hasFocus()
    assert (len(texts(window)), asked(window, lambda reads: reads.drafts())) == (12, {})
    qtbot.waitUntil(lambda: capture_of(window).desk.height() == height)


def test_too_many_lines_are_refused_with_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    paste("word\n" * (MOST + 1))
    assert f"More than {MOST} lines" in said(page_of(window))
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert len(texts(window)) == 12

    press(Qt.Key.Key_Escape)
    assert capture_of(window).desk.line.hasFocus()


def test_one_line_goes_into_the_line_whatever_ends_it(window: MainWindow) -> None:
    paste("Only this\r\n\n")

    assert capture_of(window).desk.line.toPlainText().strip() == "Only this"
    assert capture_of(window).desk.lines_page is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_dropped_text_files_are_shown_one_after_the_other(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, encoding: str
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.md"
    first.write_bytes("One\nเมือง".encode(encoding))
    second.write_bytes(b"> Three")
    drop(window, first, second)
    qtbot.waitUntil(lambda: capture_of(window).desk.lines_page is not None)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    assert texts(window)[12:] == ["One", "เมือง", "Three"]


def test_a_file_that_does_not_come_holds_up_no_note(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    slow = tmp_path / "slow.txt"
    os.mkfifo(slow)
    drop(window, slow)
    try:
        enter(qtbot, window, "Said meanwhile")
        assert texts(window)[12:] == ["Said meanwhile"]
    finally:
        slow.write_text("One\nTwo")
    qtbot.waitUntil(lambda: capture_of(window).desk.lines_page is not None)


def test_files_that_are_read_after_another_session_was_opened_go_where_they_were_dropped(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.context.bridge.edit("Session", lambda edits: edits.sessions.add("Second"))
    window.context.actions.trigger("capture.keep-speaker")
    settle(qtbot, window)
    file, is_over = tmp_path / "a.txt", tmp_path / "over"
    file.write_text("One\nTwo")
    # The process that reads is busy with something else.
    window.context.worker.run(jobs_for_worker.wait_for, is_over)
    drop(window, file)
    press(Qt.Key.Key_Down, CTRL)
    type_text("@aa who speaks here")
    press(Qt.Key.Key_Return)
    is_over.touch()
    qtbot.waitUntil(lambda: capture_of(window).desk.lines_page is not None)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    first, second = asked(window, lambda reads: [reads.note_rows(one.key) for one in reads.session_list()])
    assert [(row.text, row.speaker) for row in first[12:]] == [("One", None), ("Two", None)]
    assert [row.text for row in second] == ["who speaks here"]


def test_what_is_no_text_is_refused_with_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    drop(window, picture)
    qtbot.waitUntil(lambda: bool(notice_on(window)[0]))

    assert capture_of(window).desk.lines_page is None


def test_off_the_record_nothing_of_them_stays(qtbot: QtBot, window: MainWindow) -> None:
    paste(GIVEN)
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    assert capture_of(window).desk.is_off_record
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    assert capture_of(window).desk.lines_page is None
    assert len(texts(window)) == 12
