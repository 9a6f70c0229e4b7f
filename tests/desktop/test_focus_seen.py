"""Whoever works by keys alone sees where the focus is: on every place, Tab by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, press, settle

from facilitator.desktop.main_window import LISTED, MainWindow

MOST = 100


def looked_at(window: MainWindow, widget: QWidget) -> QImage:
    """What is seen of a widget and just around it."""
    place = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))
    return window.grab(place.adjusted(-3, -3, 3, 3).intersected(window.rect())).toImage()


def is_on_screen(widget: QWidget) -> bool:
    """A view counts by what lies on it: it is covered all over."""
    shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return not shown.visibleRegion().isEmpty()


def tab(widget: QWidget) -> QWidget | None:
    """Press Tab, with Ctrl where the view takes it for its text; returns where the focus is then."""
    press(Qt.Key.Key_Tab)
    if QApplication.focusWidget() is widget:
        press(Qt.Key.Key_Tab, CTRL)
    return QApplication.focusWidget()


def keeps_choice(widget: QWidget) -> bool:
    """Whether the mark of what is chosen stays where the focus was: the cards that the next key would move."""
    return isinstance(widget, QAbstractItemView) and widget.objectName() == "cards" and bool(widget.selectedIndexes())


@pytest.mark.parametrize("place", LISTED)
def test_tab_leads_round_and_the_focus_is_seen_wherever_it_comes(qtbot: QtBot, window: MainWindow, place: str) -> None:
    window.resize(1366, 768)
    window.go(place)
    settle(qtbot, window)
    QApplication.processEvents()
    met: list[QWidget] = []
    focus = QApplication.focusWidget()
    while focus is not None and focus not in met:
        met.append(focus)
        assert len(met) < MOST, "Tab leads nowhere"
        assert is_on_screen(focus), f"{focus.accessibleName()} has the focus and is not on the screen"
        with_focus = looked_at(window, focus)
        if not keeps_choice(focus):
            focus.clearFocus()
            assert looked_at(window, focus) != with_focus, f"{focus} {focus.accessibleName()} does not show the focus"
            focus.setFocus(Qt.FocusReason.TabFocusReason)
        focus = tab(focus)
    assert focus is not None
    assert len(met) > 5
    names = [widget.accessibleName() or getattr(widget, "text", str)() for widget in met]
    order = [names.index(name) for name in ("Session", "Search", "Any command")]
    assert order == sorted(order), "Tab comes through the bar above from its beginning to its end"
