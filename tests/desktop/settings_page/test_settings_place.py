"""Choices hold at once, are written down at once, and what cannot be written is said."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.rooms import closed, made, opened

from facilitator import settings
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.settings_page.place import SettingsPlace


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, made(tmp_path / "water.workshop", lambda edits: None), "programme")
    window.context.actions.trigger("go.settings")
    yield window
    closed(qtbot, window)


def place_of(window: MainWindow) -> SettingsPlace:
    assert isinstance(window.place, SettingsPlace)
    return window.place


def written() -> dict[str, object]:
    return tomllib.loads(settings.settings_file().read_text(encoding="utf-8"))


def test_a_palette_is_in_force_and_written_as_soon_as_it_is_chosen(window: MainWindow) -> None:
    place_of(window).form.dark.click()

    assert window.context.look.palette == "slate"
    assert written()["palette"] == "slate"


def test_arrows_choose_the_palette_from_where_the_focus_begins(window: MainWindow) -> None:
    focus = QApplication.focusWidget()
    assert focus is place_of(window).form.system

    QTest.keyClick(focus, Qt.Key.Key_Right)

    assert window.context.preferences.settings.palette == "paper"


def test_the_size_of_the_text_is_in_force_and_written(window: MainWindow) -> None:
    place_of(window).form.text_size.setValue(18)

    assert window.context.look.zoom == 18
    assert written()["text_size"] == 18


def test_the_size_follows_the_keys_that_zoom(window: MainWindow) -> None:
    window.context.look.zoom_in()

    assert place_of(window).form.text_size.value() == 13


def test_paper_and_the_folder_for_backups_are_written(window: MainWindow, tmp_path: Path) -> None:
    place_of(window).form.letter.click()
    place_of(window).choose_folder(tmp_path)

    assert (written()["paper"], written()["backups"]) == ("letter", str(tmp_path))
    assert place_of(window).form.backup_folder.text() == str(tmp_path)

    place_of(window).form.usual_backup_folder.click()

    assert "backups" not in written()


def test_short_forms_are_written_when_the_place_is_left(window: MainWindow) -> None:
    place_of(window).form.abbreviations.setPlainText("nap = National Action Plan")
    window.go("programme")

    assert written()["abbreviations"] == {"nap": "National Action Plan"}


def test_it_says_where_settings_and_log_lie(window: MainWindow) -> None:
    form = place_of(window).form

    assert form.settings_path.text() == str(settings.settings_file())
    assert form.log_path.text().endswith(".log")


def test_a_choice_that_cannot_be_written_holds_and_is_told(window: MainWindow) -> None:
    # Neither a file that could be written to, nor one that could be set aside.
    file = settings.settings_file()
    file.mkdir(parents=True)
    (file.with_name("settings.toml.unreadable") / "full").mkdir(parents=True)

    place_of(window).form.letter.click()

    assert window.context.preferences.settings.paper == "letter"
    assert place_of(window).form.problem.isVisible()
    assert "could not be written down" in place_of(window).form.problem.text()


def test_tab_reaches_every_field(window: MainWindow) -> None:
    form = place_of(window).form
    reached = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    fields = (form.system, form.text_size, form.a4, form.backup_folder, form.choose_backup_folder, form.log_path)
    assert all(any(field is one or field.isAncestorOf(one) for one in reached) for field in fields)
