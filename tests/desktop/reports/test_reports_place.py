"""The reports: the real pages beside the choices, found, saved and printed."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, enter, notice_on, press, settle, type_text

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.reports.place import ReportsPlace
from facilitator.desktop.reports.printing import print_pages
from facilitator.domain.kinds import NoteKind
from facilitator.store.edits import Edits

LONG = 20_000
"""Milliseconds in which a process of its own must have made the pages, also on a computer that is busy."""


def reports(qtbot: QtBot, window: MainWindow) -> ReportsPlace:
    """The place with its pages made."""
    place = window.go("reports")
    assert isinstance(place, ReportsPlace)
    pages_made(qtbot, place, lambda: None)
    return place


def pages_made(qtbot: QtBot, place: ReportsPlace, do: Callable[[], object]) -> None:
    """Do something after which other pages come, and wait for them."""
    with qtbot.waitSignal(place._making.made, timeout=LONG):
        do()


def text_of(place: ReportsPlace) -> str:
    assert place._pages is not None
    document = place._pages._document
    return "\n".join(document[page].get_textpage().get_text_range() for page in range(len(document)))


def test_the_real_pages_come_and_tell_how_many_they_are(qtbot: QtBot, window: MainWindow) -> None:
    place = reports(qtbot, window)

    assert "Said 3" in text_of(place)
    assert place._where.text().startswith("Page 1")
    assert place._chooser._print.isEnabled()


def test_another_report_and_an_edit_change_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    place = reports(qtbot, window)
    matrix = next(button for button in place.findChildren(QRadioButton) if button.text() == "Recommendation matrix")
    pages_made(qtbot, place, matrix.click)
    assert "Publish the budget" in text_of(place)
    assert "Said 3" not in text_of(place)

    summary = next(button for button in place.findChildren(QRadioButton) if button.text() == "Session summary")
    pages_made(qtbot, place, summary.click)
    edit = lambda edits: edits.workshop.change(title="Rivers and lakes")  # noqa: E731 - shorter than a function
    pages_made(qtbot, place, lambda: window.context.bridge.edit("Rename", edit))
    assert "Rivers and lakes" in text_of(place)


def test_what_is_looked_for_is_marked_on_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    place = reports(qtbot, window)
    place._find.setFocus()
    type_text("said 3")
    assert [found.page for found in place._preview._found] == [0]
    press(Qt.Key.Key_Return)

    place._find.clear()
    type_text("not there")
    assert place._preview._found == ()


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".json"])
def test_a_report_is_saved_and_told_with_a_way_to_look_at_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, ending: str
) -> None:
    place = reports(qtbot, window)
    target = tmp_path / f"out{ending}"
    place.save(target)
    qtbot.waitUntil(lambda: notice_on(window)[0] != "", timeout=LONG)

    assert notice_on(window)[0].startswith("Saved: ")
    assert str(target) in notice_on(window)[0]
    assert "Open in the system's viewer" in notice_on(window)[1]
    if ending == ".json":
        assert "Said 3" in json.dumps(json.loads(target.read_text(encoding="utf-8")))
    elif ending == ".docx":
        assert b"Said 3" in zipfile.ZipFile(target).read("word/document.xml")
    else:
        assert len(pypdfium2.PdfDocument(target)) >= 1


def test_a_folder_that_is_not_there_is_told_in_the_panel(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    place = reports(qtbot, window)
    place.save(tmp_path / "nowhere" / "out.pdf")
    qtbot.waitUntil(lambda: "There is no folder" in place._chooser._says.text(), timeout=LONG)


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_as_many_sheets_come_out_of_the_printer_as_there_are_pages(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, size: QPageSize.PageSizeId
) -> None:
    session = window.context.bridge.read(lambda reads: reads.sessions()[0].id)

    def fill(edits: Edits) -> None:
        for number in range(60):
            edits.notes.capture(session, NoteKind.POINT, f"Long {number} " + "word " * 60)

    window.context.bridge.edit("Fill", fill)
    settle(qtbot, window)
    place = reports(qtbot, window)
    pages = place._pages
    assert pages is not None
    assert pages.count > 2

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(size))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    print_pages(pages, printer)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == pages.count
    # Ink on every sheet.
    for page in printed:
        assert len(set(page.render(scale=0.3).to_pil().convert("L").tobytes())) > 5


def test_ctrl_p_in_capture_shows_the_summary_of_the_session_with_print_one_enter_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    enter(qtbot, window, "Said in this session")
    place = window._made("reports")
    assert isinstance(place, ReportsPlace)
    pages_made(qtbot, place, lambda: press(Qt.Key.Key_P, CTRL))

    assert window.place is place
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Print"
    assert "Said in this session" in text_of(place)


def test_without_a_chosen_session_nothing_is_printed_and_the_panel_says_so(qtbot: QtBot, window: MainWindow) -> None:
    place = reports(qtbot, window)
    for box in place._chooser._sessions.values():
        box.click()

    assert place._chooser._says.text() == "Choose a session."
    assert not place._chooser._print.isEnabled()


def test_the_field_to_find_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    assert all(
        field.accessibleName() or field.placeholderText()
        for field in reports(qtbot, window).findChildren(QLineEdit)
        if field.isVisible()
    )
