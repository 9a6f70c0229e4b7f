"""Fields to choose a word, a day, a time or a number."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.count_field import CountField
from facilitator.desktop.widgets.date_field import DateField
from facilitator.desktop.widgets.time_field import TimeField

Show = Callable[..., QWidget]
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def choice(look: Look) -> Choice:
    made = Choice(look, "Paper")
    made.addItems(["A4", "Letter", "A very long name of a paper that nobody has ever seen in a shop"])
    return made


FIELDS: dict[str, Callable[[Look], QWidget]] = {
    "Paper": choice,
    "Day": lambda look: DateField(look, "Day", QDate(2023, 8, 10)),
    "Begins": lambda look: TimeField("Begins", QTime(9, 30)),
    "Copies": lambda look: CountField("Copies", 1, 500),
}


def shows(field: QWidget) -> str:
    return field.currentText() if isinstance(field, Choice) else field.text()


@pytest.mark.parametrize("name", FIELDS)
def test_a_screen_reader_is_told_what_the_field_is_for(look: Look, qtbot: QtBot, name: str) -> None:
    field = FIELDS[name](look)
    qtbot.addWidget(field)

    assert field.accessibleName() == name


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


@pytest.mark.parametrize("name", ["Begins", "Copies"])
def test_the_words_keep_off_the_edge(shown: Show, look: Look, name: str) -> None:
    field = FIELDS[name](look)
    field.setFixedWidth(120)
    shown(field)
    image = field.grab().toImage()
    ground = look.colour("surface")

    assert all(image.pixelColor(x, y) == ground for x in range(3, 9) for y in range(8, 24))


def test_a_long_choice_is_cut_before_the_chevron(shown: Show, look: Look) -> None:
    field = choice(look)
    field.setFixedWidth(160)
    shown(field)
    field.setCurrentIndex(2)

    for direction, gap in ((LEFT, range(129, 133)), (RIGHT, range(28, 31))):
        field.setLayoutDirection(direction)
        image = field.grab().toImage()
        assert all(image.pixelColor(x, y) == look.colour("surface") for x in gap for y in range(8, 24))


def test_the_calendar_is_readable_on_weekends_in_every_palette(qtbot: QtBot, look: Look) -> None:
    field = DateField(look, "Day", QDate(2023, 8, 10))
    qtbot.addWidget(field)

    for palette in ("slate", "contrast", "paper"):
        look.choose_palette(palette)
        calendar = field.calendarWidget()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            assert calendar.weekdayTextFormat(day).foreground().color() == look.colour("text")
    assert calendar.verticalHeaderFormat() == QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
