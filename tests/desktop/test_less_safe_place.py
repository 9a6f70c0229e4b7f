"""A workshop on a drive that other computers share: the window says so, and brings it to this computer."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import IO

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, asked, capture_of, enter, notice_on, press, settle, take_way_out, texts, type_text
from tests.faults.mounted import recorded_disk
from tests.workshops import make_workshop

from facilitator.desktop.bridge import Opened
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.opening import copy_here, open_workshop, tell_medium
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
    """The copy is asked for before the block, and it is not moved into before its end."""
    copy_here(window.context, away)
    with qtbot.waitSignal(window.context.bridge.opened):
        yield
    settle(qtbot, window)
    assert window.context.bridge.path != away.path


def copies(away: Opened) -> list[Path]:
    """What stands among the documents of this computer."""
    return list((away.path.parent / "home").rglob("*.workshop"))


def test_the_banner_says_that_a_copy_is_being_made(qtbot: QtBot, window: MainWindow, away: Opened) -> None:
    tell_medium(window.context, away)
    is_read = Event()
    window.context.bridge.run(lambda _: is_read.wait(20))
    take_way_out(window, "Copy to this computer")
    sentence = "A copy is being made on this computer. Go on working: everything comes along."
    qtbot.waitUntil(lambda: notice_on(window) == (sentence, ["Cancel", "Dismiss"]))
    with qtbot.waitSignal(window.context.bridge.opened):
        is_read.set()
    qtbot.waitUntil(lambda: notice_on(window) == ("", []))


def test_notes_are_saved_while_the_copy_is_made_and_are_in_it(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / ".config"))
    large = make_workshop(tmp_path / "large.workshop", 4000)
    window = opened(large)
    copy_here(window.context, Opened(large, read_only=False, medium=Medium.NETWORK))
    said, saved_there = [], 0
    while window.context.bridge.path == large:
        said.append(f"Meanwhile {len(said)}")
        enter(qtbot, window, said[-1])
        saved_there += window.context.bridge.path == large
    settle(qtbot, window)
    assert saved_there
    said.append("Said in the copy")
    enter(qtbot, window, said[-1])
    assert texts(window)[-len(said) :] == said
    content = asked(window, lambda reads: reads.content())
    assert len(content.notes) == 4000 + len(said)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: texts(window)[-1] == said[-3])


def test_a_note_that_comes_when_the_copy_is_ready_goes_into_it_and_not_into_a_second_one(
    qtbot: QtBot, window: MainWindow, away: Opened
) -> None:
    first: list[IO[bytes]] = []

    def wait_for_copy(_: object) -> None:
        while not copies(away):
            time.sleep(0.001)
        # held, so that no other file gets its number
        first.append(copies(away)[0].open("rb"))

    def say(text: str) -> None:
        capture_of(window).desk.line.setFocus()
        type_text(text)
        press(Qt.Key.Key_Return)

    with copied(qtbot, window, away):
        window.context.bridge.run(wait_for_copy)
        say("Said at the last moment")
        # Told when all that takes long is done, and the writer thread is about to go over.
        window.context.bridge.flushing.connect(lambda: say("And later"), Qt.ConnectionType.SingleShotConnection)
    assert texts(window)[12:] == ["Said at the last moment", "And later"]
    assert copies(away) == [window.context.bridge.path]
    with first[0] as file:
        assert os.path.samestat(os.fstat(file.fileno()), copies(away)[0].stat())


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
    tell_medium(window.context, away)
    take_way_out(window, "Copy to this computer")
    take_way_out(window, "Cancel")
    qtbot.waitUntil(lambda: "Copy to this computer" in notice_on(window)[1])
    enter(qtbot, window, "Said here")
    assert window.context.bridge.path == away.path
    assert copies(away) == []


def test_whoever_opens_another_workshop_is_not_called_away_from_it(
    qtbot: QtBot, window: MainWindow, away: Opened
) -> None:
    other = make_workshop(away.path.with_name("other.workshop"))
    is_read = Event()
    copy_here(window.context, away)
    # So the copy is ready before the other one is opened.
    window.context.bridge.run(lambda _: is_read.wait(20))
    open_workshop(window.context, other)
    qtbot.waitUntil(lambda: copies(away) != [])
    with qtbot.waitSignal(window.context.bridge.opened):
        is_read.set()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: copies(away) == [])
    assert window.context.bridge.path == other
    assert notice_on(window) == ("", [])


def test_a_window_that_is_closed_while_the_copy_is_made_leaves_nothing_half(
    qtbot: QtBot, window: MainWindow, away: Opened
) -> None:
    copy_here(window.context, away)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    left = {file.name for file in (away.path.parent / "home").rglob("*") if file.is_file()}
    assert left <= {"water.workshop"}
    assert not away.path.with_name("water.workshop-wal").exists()


def test_what_keeps_the_copy_from_being_made_is_said_and_it_is_offered_again(
    qtbot: QtBot, window: MainWindow, away: Opened
) -> None:
    (away.path.parent / "home").mkdir()
    (away.path.parent / "home" / "Documents").write_text("in the way")
    tell_medium(window.context, away)
    take_way_out(window, "Copy to this computer")
    qtbot.waitUntil(lambda: "Documents" in notice_on(window)[0])
    take_way_out(window, "Dismiss")
    assert "Copy to this computer" in notice_on(window)[1]
    enter(qtbot, window, "Said here")
    assert texts(window)[12:] == ["Said here"]
