"""A mistake in the program, wherever it happens: the log has it without a word of a note, and the app goes on."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, capture_of, enter, notice_on, press, settle, texts, type_text

from facilitator import logs
from facilitator.desktop.faults import Faults
from facilitator.desktop.guard import guarded
from facilitator.desktop.main_window import MainWindow
from facilitator.store.edits import Edits

pytestmark = [pytest.mark.expects_log, pytest.mark.qt_no_exception_capture]
SECRET = "Ministerium47"


class Mistake(Exception):
    """Quotes what it was about, as errors of libraries do."""


@guarded
class BrokenPaint(QWidget):
    """Cannot be painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fail, again and again."""
        raise Mistake(SECRET)


@pytest.fixture
def watched(window: MainWindow) -> Iterator[Path]:
    """The window as the program runs it: mistakes are caught and the log is a file."""
    with logs.kept_in_file() as file:
        assert file is not None
        faults = Faults(window.context)
        yield file
        faults.leave()


def broken(*_: object, **__: object) -> None:
    """A piece of ours that fails over the words of a note."""
    raise Mistake(SECRET)


def all_is_well(qtbot: QtBot, window: MainWindow, log: Path) -> None:
    """The mistake is told and logged without words, and the window takes a note."""
    qtbot.waitUntil(lambda: notice_on(window)[0] != "")
    assert notice_on(window)[0].startswith("There is a mistake in the program. What you typed is kept.")
    assert str(log) in notice_on(window)[0]
    for handler in logging.getLogger().handlers:
        handler.flush()
    written = log.read_text(encoding="utf-8")
    assert "Mistake" in written
    assert SECRET not in written
    capture_of(window).desk.line.clear()
    enter(qtbot, window, "It goes on")
    assert texts(window)[-1] == "It goes on"


def test_in_a_slot_and_what_is_being_typed_is_saved_at_once(qtbot: QtBot, window: MainWindow, watched: Path) -> None:
    type_text("Being typed")
    QTimer.singleShot(0, broken)
    qtbot.waitUntil(lambda: notice_on(window)[0] != "")
    settle(qtbot, window)

    assert list(asked(window, lambda reads: reads.drafts()).values()) == ["Being typed"]
    all_is_well(qtbot, window, watched)


def test_in_a_paint_that_fails_again_and_again(qtbot: QtBot, window: MainWindow, watched: Path) -> None:
    widget = BrokenPaint(window)
    widget.resize(40, 40)
    widget.show()
    for _ in range(30):
        widget.update()
        QCoreApplication.processEvents()

    all_is_well(qtbot, window, watched)
    widget.hide()
    widget.deleteLater()


def test_in_the_writer_thread(qtbot: QtBot, window: MainWindow, watched: Path) -> None:
    def action(_: Edits) -> None:
        broken()

    window.context.bridge.edit("Broken", action)
    all_is_well(qtbot, window, watched)


def test_in_an_answer_of_the_writer_thread(qtbot: QtBot, window: MainWindow, watched: Path) -> None:
    window.context.bridge.run(lambda workspace: None, then=broken)
    all_is_well(qtbot, window, watched)


def test_in_another_thread(qtbot: QtBot, window: MainWindow, watched: Path) -> None:
    from threading import Thread

    thread = Thread(target=broken)
    thread.start()
    thread.join()
    all_is_well(qtbot, window, watched)


def test_in_the_process_beside(qtbot: QtBot, window: MainWindow, watched: Path) -> None:
    from tests.desktop.jobs_for_worker import quarrel

    window.context.worker.run(quarrel, SECRET)
    qtbot.waitUntil(lambda: notice_on(window)[0] != "", timeout=20_000)
    assert SECRET not in watched.read_text(encoding="utf-8")


def test_a_mistake_while_text_is_saved_does_not_keep_the_window_from_going_on(
    qtbot: QtBot, window: MainWindow, watched: Path
) -> None:
    window.context.bridge.flushing.connect(broken)
    QTimer.singleShot(0, broken)
    all_is_well(qtbot, window, watched)
    window.context.bridge.flushing.disconnect(broken)


def test_a_mistake_in_an_edit_keeps_the_note_that_was_entered_on_the_screen(
    qtbot: QtBot, window: MainWindow, watched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator.store.nouns.notes import Notes

    with monkeypatch.context() as patched:
        patched.setattr(Notes, "capture", broken)
        type_text("Kept here")
        press(Qt.Key.Key_Return)
        settle(qtbot, window)
    assert texts(window)[-1] == "Kept here"
    enter(qtbot, window, "It goes on")
    assert texts(window)[-2:] == ["Kept here", "It goes on"]
    assert [str(row.number) for row in capture_of(window).view.notes.rows[-2:]] == ["S1.13", "S1.14"]
