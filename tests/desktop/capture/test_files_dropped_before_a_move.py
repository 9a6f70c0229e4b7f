"""Files are dropped, and before they are read the window shows something else: nothing of that passes in silence."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop import jobs_for_worker
from tests.desktop.capture.test_many_lines import drop
from tests.desktop.hands import capture_of, notice_on, press, settle, texts
from tests.workshops import make_workshop

from facilitator.desktop.bridge import Opened
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.opening import copy_here, open_workshop
from facilitator.domain.medium import Medium


@pytest.fixture
def let_read(window: MainWindow, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """A file of two lines has been dropped; it is read when this is called."""
    file, sign = tmp_path / "a.txt", tmp_path / "sign"
    file.write_text("One\nTwo")
    window.context.worker.run(jobs_for_worker.wait_for, sign)
    drop(window, file)
    yield sign.touch
    sign.touch()


def test_in_another_workshop_it_is_said_that_they_are_not_taken_up(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, let_read: Callable[[], None]
) -> None:
    with qtbot.waitSignal(window.context.bridge.opened):
        open_workshop(window.context, make_workshop(tmp_path / "other.workshop"))
    let_read()
    sentence = "The files that were dropped in “water” are not taken up: another workshop was opened."
    qtbot.waitUntil(lambda: notice_on(window)[0] == sentence)
    assert capture_of(window).desk.lines_page is None


def test_they_go_along_into_the_copy_on_this_computer(
    qtbot: QtBot,
    window: MainWindow,
    workshop: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    let_read: Callable[[], None],
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / ".config"))
    with qtbot.waitSignal(window.context.bridge.opened):
        copy_here(window.context, Opened(workshop, read_only=False, medium=Medium.NETWORK))
    let_read()
    qtbot.waitUntil(lambda: capture_of(window).desk.lines_page is not None)
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.context.bridge.path != workshop
    assert texts(window)[12:] == ["One", "Two"]


def test_whoever_has_gone_to_another_place_is_told_where_the_lines_wait(
    qtbot: QtBot, window: MainWindow, let_read: Callable[[], None]
) -> None:
    window.go("wall")
    let_read()
    sentence = "The files that were dropped are read: their lines wait in Capture."
    qtbot.waitUntil(lambda: notice_on(window)[0] == sentence)
    window.go("capture")
    page = capture_of(window).desk.lines_page
    assert page is not None
    page.setFocus()
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[12:] == ["One", "Two"]
    assert notice_on(window)[0] == ""


def test_off_the_record_it_is_said_that_they_are_not_taken_up(
    qtbot: QtBot, window: MainWindow, let_read: Callable[[], None]
) -> None:
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    let_read()
    sentence = "The files that were dropped are not taken up: nothing can be entered here now."
    qtbot.waitUntil(lambda: notice_on(window)[0] == sentence)


def test_that_they_hold_no_text_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    drop(window, tmp_path / "empty.txt")
    qtbot.waitUntil(lambda: notice_on(window)[0] == "The files that were dropped have no text.")
