"""Fields to choose a word or a day."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDateEdit, QHBoxLayout, QTableView, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.calendar_look import CalendarLook
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.still_wheel import StillWheel

Show = Callable[..., QWidget]
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def choice(look: Look) -> Choice:
    made = Choice(look, "Paper")
    made.addItems(["A4", "Letter", "A very long name of a paper that nobody has ever seen in a shop"])
    return made


def day(look: Look) -> QDateEdit:
    """A day as compiled forms have it."""
    field = QDateEdit(calendarPopup=True)
    CalendarLook(field, look, field)
    StillWheel(field, field)
    return field


FIELDS: dict[str, Callable[[Look], Choice | QDateEdit]] = {"Paper": choice, "Day": day}


def shows(field: Choice | QDateEdit) -> str:
    return field.currentText() if isinstance(field, Choice) else field.text()


@pytest.mark.parametrize("name", FIELDS)
def test_the_arrow_keys_change_it_and_the_wheel_does_not(shown: Show, qtbot: QtBot, look: Look, name: str) -> None:
    field = FIELDS[name](look)
    shown(field)
    field.setFocus()
    before = shows(field)
    middle = QPointF(field.rect().center())

    turned = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turned)
    assert shows(field) == before

    qtbot.keyClick(field, Qt.Key.Key_Down if name == "Paper" else Qt.Key.Key_Up)
    assert shows(field) != before


def test_a_long_choice_is_cut_before_the_chevron(shown: Show, look: Look) -> None:
    field = choice(look)
    field.setFixedWidth(160)
    shown(field)
    field.setCurrentIndex(2)

    for direction, gap in ((LEFT, range(129, 133)), (RIGHT, range(28, 31))):
        field.setLayoutDirection(direction)
        image = field.grab().toImage()
        assert all(image.pixelColor(x, y) == look.colour("surface") for x in gap for y in range(8, 24))


@pytest.mark.parametrize("palette", ["slate", "contrast", "paper"])
def test_nothing_in_the_calendar_is_red_in_any_palette(shown: Show, look: Look, palette: str) -> None:
    field = day(look)
    shown(field)
    look.choose_palette(palette)
    calendar = field.calendarWidget()
    around = QWidget()
    QHBoxLayout(around).addWidget(calendar)
    shown(around)
    image = calendar.findChild(QTableView).grab().toImage()

    colours = {image.pixelColor(x, y).getRgb() for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 2
    assert not [colour for colour in colours if colour[0] > colour[1] + 90 and colour[0] > colour[2] + 90]
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert calendar.weekdayTextFormat(weekend).foreground().color() == look.colour("text")
