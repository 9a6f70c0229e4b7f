"""Every screen without a mouse and without eyes: all that takes the focus has a name and is reached by Tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QHeaderView, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.said import path, shown
from tests.desktop.screens import SCREENS, leave

from facilitator.app import make_window
from facilitator.desktop.main_window import MainWindow
from facilitator.jobs.sample import make_sample

FURTHEST = 120
"""No screen has more than so many places for the focus."""
SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
PLACES = (
    "programme",
    "capture",
    "wall",
    "recommendations",
    "people",
    "reports",
    "start",
    "settings",
    "restore",
    "new workshop",
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample."""
    path = tmp_path_factory.mktemp("reached") / "water.workshop"
    make_sample(path)
    return path


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, workshop: Path) -> Iterator[MainWindow]:
    """The window with the sample, active, of the size of a small screen."""
    made = make_window(qapp)
    qtbot.addWidget(made, before_close_func=lambda window: window.context.bridge.close())
    made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.context.bridge.opened):
        made.context.bridge.open(workshop, otherwise=lambda error: pytest.fail(str(error)))
    made.resize(1366, 768)
    yield made
    made.close()
    qapp.setStyleSheet("")


def test_all_that_takes_the_focus_has_a_name_and_a_role(window: MainWindow, qtbot: QtBot) -> None:
    nameless: dict[str, list[str]] = {}
    for name, reach in SCREENS.items():
        reach(window, qtbot)
        if found := [path(widget) for widget in _takes_focus(window) if not _is_spoken(widget)]:
            nameless[name] = found
        leave(window, qtbot)

    assert nameless == {}


def test_every_row_of_a_list_is_spoken(window: MainWindow, qtbot: QtBot) -> None:
    silent: dict[str, list[str]] = {}
    for name, reach in SCREENS.items():
        reach(window, qtbot)
        views = [view for view in shown(window) if isinstance(view, QAbstractItemView)]
        if found := [path(view) for view in views if not isinstance(view, QHeaderView) and not _speaks_rows(view)]:
            silent[name] = found
        leave(window, qtbot)

    assert silent == {}


@pytest.mark.parametrize("screen", PLACES)
def test_tab_reaches_every_control_and_comes_back(window: MainWindow, qtbot: QtBot, screen: str) -> None:
    SCREENS[screen](window, qtbot)
    begin = window.focusWidget()
    walked = _walk(window, begin)

    missed = [path(widget) for widget in _by_tab(window) if widget not in walked]
    came_back = window.focusWidget() is begin
    leave(window, qtbot)
    assert (missed, came_back) == ([], True)


def _walk(window: MainWindow, begin: QWidget | None) -> list[QWidget]:
    walked: list[QWidget] = []
    for _ in range(FURTHEST):
        at = window.focusWidget()
        walked.append(at)
        # Not only the widget: what is typed goes to the window, as from a keyboard.
        QTest.keyClick(at, Qt.Key.Key_Tab)
        if window.focusWidget() is begin:
            break
    return walked


def _takes_focus(part: QWidget) -> Iterator[QWidget]:
    for widget in shown(part):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None and not _is_inner(widget):
            yield widget


def _by_tab(part: QWidget) -> Iterator[QWidget]:
    for widget in _takes_focus(part):
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_other_choice(widget):
            yield widget


def _is_inner(widget: QWidget) -> bool:
    """Whether a widget is a part of one of Qt's, which has the focus in its place."""
    return widget.objectName().startswith("qt_")


def _is_other_choice(widget: QWidget) -> bool:
    """Of several that exclude each other Tab goes to the one that is chosen, arrows to the others."""
    return isinstance(widget, QAbstractButton) and not widget.isChecked() and _excludes(widget)


def _excludes(button: QAbstractButton) -> bool:
    group = button.group()
    alone = group is not None and group.exclusive() and group.checkedButton() is not None
    return alone or (isinstance(button, QRadioButton) and button.autoExclusive())


def _is_spoken(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return bool(interface.text(QAccessible.Text.Name)) and interface.role() != QAccessible.Role.NoRole


def _speaks_rows(view: QAbstractItemView) -> bool:
    model = view.model()
    rows = range(min(20, model.rowCount(QModelIndex())))
    return all(any(model.index(row, 0).data(role) for role in SPOKEN) for row in rows)
