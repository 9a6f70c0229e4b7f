"""A list of people from outside: shown first, changed where it was misunderstood, and one step to take."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.rooms import closed, made, opened, settled

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.people.column_choices import ColumnChoices
from facilitator.desktop.people.import_page import ImportPage
from facilitator.desktop.people.place import PeoplePlace
from facilitator.intake.columns import Field, guess_columns
from facilitator.intake.csv_table import read_csv
from facilitator.store.edits import Edits

LIST = """Surname,First name,Agency,Group,Room
Santos,Maria,Women's network,CSO,1204
Perera,Ananda,Ministry,Partner,0906
,,Ministry,CSO,0711
"""


def one(edits: Edits) -> None:
    edits.people.add("Maria Santos")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, made(tmp_path / "water.workshop", one), "people")
    yield window
    closed(qtbot, window)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "participants.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def page_of(window: MainWindow) -> ImportPage:
    assert isinstance(window.place, PeoplePlace)
    return window.place.importing


def show(qtbot: QtBot, window: MainWindow, path: Path) -> ImportPage:
    page = page_of(window)
    with qtbot.waitSignal(page.shown, timeout=20_000):
        page.show_file(path)
    settled(qtbot, window)
    return page


def chosen(page: ImportPage) -> list[str]:
    return [box.currentText() for box in page.grid.boxes]


def choose(qtbot: QtBot, window: MainWindow, column: int, row: int) -> None:
    box = page_of(window).grid.boxes[column]
    box.setCurrentIndex(row)
    box.activated.emit(row)
    settled(qtbot, window)


def people(window: MainWindow) -> dict[str, tuple[str, str]]:
    rows = window.context.bridge.read(lambda reads: reads.people_rows())
    return {row.name: (row.organisation, row.country) for row in rows}


def test_the_page_shows_what_each_column_was_recognised_as(qtbot: QtBot, window: MainWindow, table: Path) -> None:
    page = show(qtbot, window, table)

    assert page.isVisible()
    assert chosen(page) == ["Name", "Name", "Organization", "Sector", "leave out"]
    assert page.take.text() == "Take 2 participants"


def test_what_is_to_be_known_names_the_cell(qtbot: QtBot, window: MainWindow, table: Path) -> None:
    page = show(qtbot, window, table)

    told = [label.text() for label in page.findChildren(QLabel)]
    assert any(text.startswith("D3:") and "Partner" in text for text in told)
    assert any(text.startswith("Row 4") for text in told)


def test_all_of_it_is_one_step_and_nobody_is_there_twice(qtbot: QtBot, window: MainWindow, table: Path) -> None:
    page = show(qtbot, window, table)
    page.take.click()
    settled(qtbot, window)

    assert not page.isVisible()
    assert people(window) == {"Maria Santos": ("Women's network", ""), "Ananda Perera": ("Ministry", "")}
    window.context.actions.trigger("undo")
    settled(qtbot, window)
    assert people(window) == {"Maria Santos": ("", "")}


def test_a_column_can_be_taken_for_something_else_or_left_out(qtbot: QtBot, window: MainWindow, table: Path) -> None:
    page = show(qtbot, window, table)
    choose(qtbot, window, 4, 5)
    choose(qtbot, window, 2, 0)
    assert chosen(page) == ["Name", "Name", "leave out", "Sector", "Country"]

    page.take.click()
    settled(qtbot, window)

    assert people(window)["Ananda Perera"] == ("", "0906")


def test_without_a_column_of_names_nothing_can_be_taken(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Who,Agency\nZaw Min,Radio\n", encoding="utf-8")
    page = show(qtbot, window, path)
    assert not page.take.isEnabled()

    choose(qtbot, window, 0, 1)
    page.take.click()
    settled(qtbot, window)

    assert people(window)["Zaw Min"] == ("Radio", "")


def test_another_sheet_of_a_workbook_can_be_chosen(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Plan"
    first.append(["Time", "What"])
    second = book.create_sheet("Participants")
    second.append(["Name", "Country"])
    second.append(["Zaw Min", "Myanmar"])
    path = tmp_path / "both.xlsx"
    book.save(path)
    page = show(qtbot, window, path)
    assert [page.sheet.itemText(row) for row in range(page.sheet.count())] == ["Plan", "Participants"]

    page.sheet.setCurrentIndex(1)
    with qtbot.waitSignal(page.shown, timeout=20_000):
        page.sheet.activated.emit(1)
    settled(qtbot, window)

    assert chosen(page) == ["Name", "Country"]


def test_a_file_that_is_no_list_is_refused_with_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("# Day 1\n", encoding="utf-8")
    with qtbot.waitSignal(window.context.notices.changed, timeout=20_000):
        page_of(window).show_file(path)

    notice = window.context.notices.newest
    assert notice is not None
    assert "no list of people" in notice.text
    assert not page_of(window).isVisible()


def test_a_field_moves_when_another_column_is_taken_for_it() -> None:
    choices = ColumnChoices(guess_columns(read_csv("Name,Country,Nation\nZaw,Myanmar,MM\n")))
    choices.choose(2, Field.COUNTRY)

    assert choices.fields == [Field.NAME, None, Field.COUNTRY]
    assert choices.columns.fields == {Field.COUNTRY: 2}
    assert choices.taken == 2


def test_given_and_family_name_keep_their_order() -> None:
    choices = ColumnChoices(guess_columns(read_csv("Surname,First name\nSantos,Maria\n")))

    assert choices.columns.names == (1, 0)
