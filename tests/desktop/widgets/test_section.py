"""A section of the side panel folds and opens, by mouse and keys, and nothing is lost with what it hides."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.section import Section, SectionHead

Show = Callable[..., QWidget]


@pytest.fixture
def section(shown: Show, look: Look) -> Section:
    made = Section(look, "To fill in", key="F7")
    made.column.addWidget(QLineEdit())
    shown(made)
    return made


def head(section: Section) -> SectionHead:
    return section.findChild(SectionHead)


def field(section: Section) -> QLineEdit:
    return section.findChild(QLineEdit)


def test_the_whole_heading_folds_it_and_opens_it_again(qtbot: QtBot, section: Section) -> None:
    with qtbot.waitSignal(section.folded) as told:
        qtbot.mouseClick(head(section), Qt.MouseButton.LeftButton)
    assert (section.is_folded, field(section).isVisible(), told.args) == (True, False, [True])

    head(section).setFocus()
    with qtbot.waitSignal(section.folded) as told:
        qtbot.keyClick(head(section), Qt.Key.Key_Space)
    assert (section.is_folded, field(section).isVisible(), told.args) == (False, True, [False])


def test_folded_from_the_code_it_says_nothing(qtbot: QtBot, section: Section) -> None:
    with qtbot.assertNotEmitted(section.folded):
        section.fold(True)

    assert not field(section).isVisible()


def test_the_focus_of_what_is_folded_away_goes_to_the_heading(section: Section) -> None:
    field(section).setFocus()

    section.fold(True)

    assert head(section).hasFocus()


def test_a_screen_reader_hears_the_heading_with_its_count(section: Section) -> None:
    said = QAccessible.queryAccessibleInterface(head(section))
    assert said.text(QAccessible.Text.Name) == "To fill in"

    section.tell("3")

    assert said.text(QAccessible.Text.Name) == "To fill in, 3"
    assert said.state().checkable


def test_the_heading_stands_where_reading_begins(section: Section, look: Look) -> None:
    section.tell("3")
    ink = look.colour("text")

    def middle() -> float:
        image = head(section).grab().toImage()
        dark = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == ink]
        return sum(dark) / len(dark) / image.width()

    head(section).setFixedWidth(240)
    assert middle() < 0.4
    head(section).setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert middle() > 0.6


def test_open_and_folded_look_different(section: Section) -> None:
    before = head(section).grab().toImage()
    section.fold(True)

    assert head(section).grab().toImage() != before
