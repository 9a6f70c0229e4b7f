"""A workshop on a drive that other computers share: the window says so, and brings it to this computer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop import jobs_for_worker
from tests.desktop.hands import asked, capture_of, enter, notice_on, press, settle, take_way_out, texts, type_text
from tests.faults.mounted import recorded_disk
from tests.workshops import make_workshop

from facilitator.desktop.bridge import Opened
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.opening import copy_here, tell_medium
from facilitator.desktop.worker import Task
from facilitator.domain.medium import Medium


def test_a_workshop_on_a_shared_drive_is_copied_to_this_computer_by_the_button_of_the_banner(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    taken = make_workshop(tmp_path / "water.workshop")
    (home / "Documents").mkdir(parents=True)
    taken.rename(home / "Documents" / "water.workshop")
    with recorded_disk(tmp_path / "share", tmp_path / "record", "sshfs"):
        there = make_workshop(tmp_path / "share" / "water.workshop")
        window = opened(there)
        assert notice_on(window) == (
            "This workshop lies on a drive that other computers share. It is safer to work in a copy on this computer.",
            ["Copy to this computer", "Dismiss"],
        )
        enter(qtbot, window, "Said there")
        assert not there.with_name("water.workshop-wal").exists()

        take_way_out(window, "Copy to this computer")
        capture_of(window).desk.line.setFocus()
        type_text("Said meanwhile")
        press(Qt.Key.Key_Return)
        with qtbot.waitSignal(window.context.bridge.opened):
            pass
        settle(qtbot, window)
        assert window.context.bridge.path == home / "Documents" / "water 2.workshop"
        assert notice_on(window) == ("", [])
        enter(qtbot, window, "Said here")
        assert texts(window)[-3:] == ["Said there", "Said meanwhile", "Said here"]
        assert [file.name for file in there.parent.iterdir()] == ["water.workshop"]


def test_a_workshop_on_a_disk_of_this_computer_is_opened_without_a_word(window: MainWindow) -> None:
    assert notice_on(window) == ("", [])


@pytest.fixture
def away(window: MainWindow, workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The workshop of the window, of which the window believes that it lies on a shared drive."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    return Opened(workshop, read_only=False, medium=Medium.NETWORK)


@contextmanager
def copied(qtbot: QtBot, window: MainWindow, away: Opened) -> Iterator[None]:
    """The copy is asked for before the block, and cannot be begun before its end; then the window is in it."""
    sign = away.path.with_name("sign")
    window.context.worker.run(jobs_for_worker.wait_for, sign)
    copy_here(window.context, away)
    yield
    with qtbot.waitSignal(window.context.bridge.opened):
        sign.touch()
    settle(qtbot, window)
    assert window.context.bridge.path != away.path


def test_notes_are_saved_while_the_copy_is_made_and_are_in_it(qtbot: QtBot, window: MainWindow, away: Opened) -> None:
    with copied(qtbot, window, away):
        enter(qtbot, window, "Said meanwhile")
        assert texts(window)[12:] == ["Said meanwhile"]
        assert window.context.bridge.path == away.path
    assert texts(window)[12:] == ["Said meanwhile"]


def test_a_note_that_is_entered_after_the_copy_was_read_is_in_it(
    qtbot: QtBot, window: MainWindow, away: Opened
) -> None:
    made: list[list[Path]] = []

    def say() -> None:
        made.append(list((away.path.parent / "home").rglob("*.workshop")))
        capture_of(window).desk.line.setFocus()
        type_text(f"Said at the last moment {len(made)}")
        press(Qt.Key.Key_Return)

    with copied(qtbot, window, away):
        # Told between what the process has done and what the window makes of it.
        window.context.worker.ended.connect(say)
    assert [len(there) for there in made] == [0, 1]
    assert texts(window)[12:] == ["Said at the last moment 1", "Said at the last moment 2"]
    assert list((away.path.parent / "home").rglob("*.workshop")) == made[1] == [window.context.bridge.path]


def test_the_lines_that_are_being_typed_go_on_in_the_copy(qtbot: QtBot, window: MainWindow, away: Opened) -> None:
    first = window.context.current.session
    window.context.bridge.edit("Session", lambda edits: edits.sessions.add("Second"))
    settle(qtbot, window)
    capture_of(window).desk.line.setFocus()
    type_text("Begun in the first")
    second = next(one.key for one in asked(window, lambda reads: reads.session_list()) if one.key != first)
    window.context.current.choose_session(second)
    settle(qtbot, window)
    type_text("Half a")
    with copied(qtbot, window, away):
        type_text(" tho")
    assert window.context.current.session == second
    assert capture_of(window).desk.line.toPlainText() == "Half a tho"
    enter(qtbot, window, "ught")
    assert texts(window) == ["Half a thought"]
    window.context.bridge.flushing.emit()
    settle(qtbot, window)
    assert asked(window, lambda reads: list(reads.drafts().values())) == ["Begun in the first"]
    window.context.current.choose_session(first)
    assert capture_of(window).desk.line.toPlainText() == "Begun in the first"


def test_a_line_that_is_entered_while_the_copy_is_opened_does_not_come_back(
    qtbot: QtBot, window: MainWindow, away: Opened
) -> None:
    capture_of(window).desk.line.setFocus()
    type_text("Said meanwhile")
    is_over = Event()

    def press_return() -> None:
        # The note is still on its way when the copy is shown.
        window.context.bridge.run(lambda _: is_over.wait(20))
        press(Qt.Key.Key_Return)

    window.context.bridge.moved.connect(press_return)
    window.context.bridge.opened.connect(is_over.set)
    with copied(qtbot, window, away):
        pass
    assert capture_of(window).desk.line.toPlainText() == ""
    assert texts(window)[12:] == ["Said meanwhile"]
    assert asked(window, lambda reads: reads.drafts()) == {}


def test_a_copy_that_is_cancelled_is_offered_again(qtbot: QtBot, window: MainWindow, away: Opened) -> None:
    tasks: list[Task] = []
    window.context.worker.began.connect(tasks.append)
    tell_medium(window.context, away)
    window.context.worker.run(jobs_for_worker.wait_for, away.path.with_name("sign"))
    take_way_out(window, "Copy to this computer")
    settle(qtbot, window)
    assert notice_on(window) == ("", [])
    tasks[0].cancel()
    tasks[-1].cancel()
    assert "Copy to this computer" in notice_on(window)[1]
    enter(qtbot, window, "Said here")
    assert window.context.bridge.path == away.path
