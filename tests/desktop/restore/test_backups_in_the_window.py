"""Backups as a person meets them: the sign in the status line, the second folder, the page that brings one back."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop import jobs_for_worker
from tests.desktop.hands import enter, notice_on, take_way_out
from tests.desktop.rooms import settled
from tests.workshops import ask, make_workshop, run_sql

from facilitator.desktop.frame.backup_sign import BackupSign
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.restore.place import RestorePlace
from facilitator.desktop.settings_page.place import SettingsPlace
from facilitator.store.backup import back_up
from facilitator.store.shelf import backups_of, shelf

LONG, HOUR = 15_000, 3_600_000
"""Milliseconds."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "room").mkdir()
    return make_workshop(tmp_path / "room" / "water.workshop")


@pytest.fixture
def window(path: Path, opened: Callable[[Path], MainWindow]) -> MainWindow:
    return opened(path)


def sign_of(window: MainWindow) -> BackupSign:
    return window.status_line.findChild(BackupSign)


def rename(qtbot: QtBot, window: MainWindow, title: str) -> None:
    window.context.bridge.edit("Rename", lambda edits: edits.workshop.change(title=title))
    settled(qtbot, window)


def back_up_by_key(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.context.backups.answered, timeout=LONG):
        window.context.actions.trigger("back-up")


def shown(window: MainWindow, qtbot: QtBot) -> RestorePlace:
    window.context.actions.trigger("restore")
    place = window.place
    assert isinstance(place, RestorePlace)
    qtbot.waitUntil(lambda: place.backups.rowCount() > 0, timeout=LONG)
    return place


def cells(place: RestorePlace, row: int = 0) -> list[str]:
    return [str(place.backups.index(row, column).data()) for column in range(place.backups.columnCount())]


def test_the_status_line_tells_the_last_proven_backup(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    qtbot.waitUntil(lambda: sign_of(window).text() == "No backup yet")

    back_up_by_key(qtbot, window)

    (made,) = backups_of(path)
    assert sign_of(window).text() == f"Last proven backup {made.stem[-6:-4]}:{made.stem[-4:-2]}"
    assert window.context.backups.proof.unproven_since is None


def test_a_change_that_waited_too_long_is_told_by_a_sign_and_by_words(
    qtbot: QtBot, path: Path, opened: Callable[[Path], MainWindow]
) -> None:
    # The ledger says so: as if the workshop had been left like this an hour ago.
    ((first,),) = ask(path, "SELECT min(id) FROM entry")
    assert isinstance(first, bytes)
    earlier = (int.from_bytes(first[:8], "big") - (HOUR << 16)).to_bytes(8, "big") + first[8:]
    run_sql(path, f"UPDATE entry SET id = X'{earlier.hex()}' WHERE id = X'{first.hex()}'")
    window = opened(path)
    qtbot.waitUntil(lambda: "changes of 60 minutes are in none" in sign_of(window).text())
    assert sign_of(window).property("weight") == "danger"
    assert not sign_of(window).icon().isNull()

    window.context.backups.look()

    qtbot.waitUntil(lambda: sign_of(window).text().startswith("Last proven backup"), timeout=LONG)
    assert sign_of(window).property("weight") == ""


def test_a_change_is_backed_up_by_itself_once_and_what_follows_waits_for_its_turn(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    rename(qtbot, window, "B")
    window.context.backups.look()
    qtbot.waitUntil(lambda: window.context.backups.proof.last is not None, timeout=LONG)

    rename(qtbot, window, "C")
    window.context.backups.look()

    assert window.context.backups.proof.unproven_since is not None
    assert len(backups_of(path)) == 1


def test_the_end_of_a_session_is_backed_up_when_something_has_changed(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    back_up_by_key(qtbot, window)
    rename(qtbot, window, "B")
    window.context.backups.look()
    # The turn of the next ten minutes has not come.
    assert len(backups_of(path)) == 1
    enter(qtbot, window, "The last word")
    window.context.actions.trigger("capture.end-session")
    settled(qtbot, window)
    qtbot.waitUntil(lambda: len(backups_of(path)) == 2, timeout=LONG)
    qtbot.waitUntil(lambda: window.context.backups.proof.unproven_since is None, timeout=LONG)
    assert ask(backups_of(path)[0], "SELECT count(*) FROM note") == [(13,)]
    assert ask(backups_of(path)[0], "SELECT count(*) FROM session WHERE closed_at IS NOT NULL") == [(1,)]

    window.context.backups.prove()
    back_up_by_key(qtbot, window)
    assert len(backups_of(path)) == 3


def test_a_session_that_ends_while_a_backup_is_made_is_in_the_next_one(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    sign = tmp_path / "sign"
    # The process that makes them is busy.
    window.context.backups.worker.run(jobs_for_worker.wait_for, sign)
    rename(qtbot, window, "B")
    window.context.backups.look()
    window.context.actions.trigger("capture.end-session")
    settled(qtbot, window)
    assert window.context.backups.proof.unproven_since is not None
    sign.touch()
    qtbot.waitUntil(lambda: window.context.backups.proof.unproven_since is None, timeout=LONG)
    assert len(backups_of(path)) == 2
    assert ask(backups_of(path)[0], "SELECT count(*) FROM session WHERE closed_at IS NOT NULL") == [(1,)]


def test_a_stick_is_chosen_once_missed_quietly_and_caught_up(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    window.context.actions.trigger("go.settings")
    settings = window.place
    assert isinstance(settings, SettingsPlace)
    settings.choose_second(stick)
    folder = stick / "facilitator backups"
    assert settings.form.second_folder.text() == str(folder)
    stick.rename(away)
    stick.mkdir()

    back_up_by_key(qtbot, window)

    assert "second folder not there" in sign_of(window).text()
    assert not sign_of(window).property("weight")
    assert "Plug the stick in" in sign_of(window).accessibleDescription()
    assert list(stick.iterdir()) == []

    stick.rmdir()
    away.rename(stick)
    window.context.backups.look()

    qtbot.waitUntil(lambda: "second" not in sign_of(window).text(), timeout=LONG)
    assert [file.name for file in shelf(path, folder).iterdir()] == [backups_of(path)[0].name]
    settings.form.no_second_folder.click()
    assert window.context.preferences.settings.second_backups is None


def test_a_backup_that_was_asked_for_and_failed_is_told_with_a_way_out(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    place = shelf(path)
    place.parent.mkdir(parents=True)
    place.write_text("in the way")

    back_up_by_key(qtbot, window)
    assert "Try again" in notice_on(window)[1]
    assert sign_of(window).text() == "Backup failed"

    place.unlink()
    with qtbot.waitSignal(window.context.backups.answered, timeout=LONG):
        take_way_out(window, "Try again")
    assert notice_on(window) == ("", [])
    assert sign_of(window).text().startswith("Last proven backup")


def test_the_page_lists_backups_with_counts_and_what_has_changed_since(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    back_up(path)
    window.context.bridge.edit("Add", lambda edits: edits.recommendations.add("Fund it", []))
    settled(qtbot, window)

    place = shown(window, qtbot)

    assert place.workshops.currentText() == "water"
    assert cells(place)[1:] == ["12", "2", "0", "+1 recommendation · 1 step later", "on this computer"]
    assert place.table.isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget() is place.table


def test_enter_brings_a_backup_back_beside_and_offers_to_open_it(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    back_up(path)
    rename(qtbot, window, "Later")
    place = shown(window, qtbot)

    QTest.keyClick(place.table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Open it" in notice_on(window)[1], timeout=LONG)
    assert window.context.bridge.path == path
    with qtbot.waitSignal(window.context.bridge.opened, timeout=LONG):
        take_way_out(window, "Open it")
    settled(qtbot, window)
    assert window.context.bridge.path.parent == path.parent
    assert window.context.bridge.path != path
    assert window.context.bridge.read(lambda reads: reads.workshop().title) == "Water"


def test_a_backup_that_cannot_be_read_says_so_and_is_not_brought_back(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    shutil.copyfile(os.devnull, back_up(path).path)

    place = shown(window, qtbot)

    assert "empty" in cells(place)[4]
    assert not place.bring_back.isEnabled()
