"""What a part of the window says to the eye and to a screen reader, and what of it is cut off."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
ROWS = 40
"""So many rows of a model are read."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and where it stands."""

    where: str
    text: str


def shown(part: QWidget) -> Iterator[QWidget]:
    """Everything that is on the screen."""
    if part.isVisible():
        yield part
        for child in part.findChildren(QWidget):
            if child.isVisible():
                yield child


def said(part: QWidget) -> Iterator[Said]:
    """Every text of a part and of what lies in it, but for what a person has typed."""
    for widget in shown(part):
        where = path(widget)
        for text in _texts(widget):
            if text:
                yield Said(where, text)


def said_by_menu(menu: QMenu) -> Iterator[Said]:
    """Every text of a menu and of the menus in it."""
    for action in menu.actions():
        yield from (Said(f"menu {menu.title()}", text) for text in _action(action) if text)
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from said_by_menu(inner)


def path(widget: QWidget) -> str:
    """Where a widget lies, for a failing test."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def cut(part: QWidget) -> Iterator[str]:
    """Each label and button that has less room than its words need and does not tell the whole elsewhere."""
    for widget in shown(part):
        if isinstance(widget, (QLabel, QAbstractButton)) and _says(widget):
            need, has = _need(widget), widget.size()
            is_told = widget.toolTip() and widget.text() in widget.toolTip()
            if (need[0] > has.width() + 1 or need[1] > has.height() + 1) and not is_told:
                yield f"{path(widget)}: {widget.text()!r} needs {need}, has {has.width(), has.height()}"
            elif not widget.visibleRegion().isEmpty() and _is_clipped(widget):
                seen = widget.visibleRegion().boundingRect()
                yield f"{path(widget)}: {widget.text()!r} of {has.width(), has.height()} shows {seen.getRect()}"


def _says(widget: QLabel | QAbstractButton) -> bool:
    return bool(widget.text())


def _need(widget: QLabel | QAbstractButton) -> tuple[int, int]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        words = max(widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split() or [""])
        return words, widget.heightForWidth(widget.width())
    hint = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
    return hint.width(), hint.height()


def _is_clipped(widget: QWidget) -> bool:
    """Whether something other than a scrolled area hides part of a widget."""
    at = widget.parentWidget()
    while at is not None and not at.isWindow():
        if isinstance(at.parentWidget(), QAbstractScrollArea):
            return False
        at = at.parentWidget()
    return widget.visibleRegion().boundingRect() != widget.rect()


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.statusTip()
    yield widget.whatsThis()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(min(ROWS, widget.count())))
    if isinstance(widget, (QPushButton, QToolButton)) and widget.menu() is not None:
        yield from (found.text for found in said_by_menu(widget.menu()))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _model(widget.model())
        if isinstance(widget, QTableView):
            yield from _header(widget.model())


def _model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(min(ROWS, model.rowCount(QModelIndex()))):
        for column in range(_columns(model)):
            for role in ROLES:
                text = model.index(row, column).data(role)
                if isinstance(text, str):
                    yield text


def _columns(model: QAbstractItemModel) -> int:
    # What a list has for it is private.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


def _header(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount(QModelIndex())):
        for role in ROLES:
            text = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(text, str):
                yield text


def _action(action: QAction) -> Iterator[str]:
    yield action.text()
    # Of a text that is not given Qt makes the tool tip from the text itself.
    yield action.statusTip()
