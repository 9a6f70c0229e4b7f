"""A workshop on a drive that other computers share: the window says so, and brings it to this computer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import capture_of, enter, notice_on, press, settle, take_way_out, texts, type_text
from tests.faults.mounted import recorded_disk
from tests.workshops import make_workshop

from facilitator.desktop.main_window import MainWindow


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
