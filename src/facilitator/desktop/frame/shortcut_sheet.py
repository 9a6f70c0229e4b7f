"""All keys on one sheet, on the screen and on paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.commands.listing import COMMANDS
from facilitator.desktop.guard import guarded
from facilitator.desktop.key_text import key_text
from facilitator.desktop.look.painting import key_width, paint_key
from facilitator.desktop.marking import N

from .overlay import Overlay

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.look.look import Look

SIZE = QSize(1180, 640)
ROW, HEAD, COLUMN, GAP = 26, 34, 350, 20
ON_PAPER = 3
PLACES = {
    "": N("Sheet", "Everywhere"),
    "programme": N("Sheet", "Programme"),
    "capture": N("Sheet", "Capture"),
    "wall": N("Sheet", "Wall"),
    "card": N("Sheet", "Recommendation"),
    "people": N("Sheet", "People"),
    "search": N("Sheet", "Search"),
}


class ShortcutSheet(Overlay):
    """F1 opens it; it prints on one page."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window, SIZE)
        self.setAccessibleName(self.tr("Shortcut sheet"))
        self.keys = KeySheet(context)
        title = QLabel(self.tr("Shortcuts"))
        title.setProperty("title", True)
        prints = QPushButton(self.tr("Print"))
        prints.clicked.connect(self._print)
        leaves = QPushButton(self.tr("Close"))
        leaves.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(prints)
        head.addWidget(leaves)
        area = QScrollArea()
        area.setAccessibleName(self.keys.accessibleName())
        area.setWidgetResizable(True)
        area.setWidget(self.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 16)
        column.addLayout(head)
        column.addWidget(area, 1)

    def _print(self) -> None:
        from facilitator.desktop.reports.printing import ask_and_print_sheet

        ask_and_print_sheet(self.keys.paint_sheet, self.keys.sheet_size(), self)


@guarded
class KeySheet(QWidget):
    """Paints the commands that have keys, place by place, in columns."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        self._actions = context.actions
        self.setAccessibleName(self.tr("Keys"))
        context.look.changed.connect(self.update)

    @property
    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each place with its keys and what they do; keys of one kind, such as the digits, in one line."""
        groups = []
        for place, commands in groupby(COMMANDS, key=lambda command: command.place):
            named: dict[str, list[str]] = {}
            for command in commands:
                if command.keys:
                    named.setdefault(QCoreApplication.translate("Commands", command.text), []).append(
                        key_text(command.keys[0])
                    )
            lines = [(keys[0] if len(keys) == 1 else f"{keys[0]} … {keys[-1]}", text) for text, keys in named.items()]
            groups.append((QCoreApplication.translate("Sheet", PLACES[place]), lines))
        return groups

    def sheet_size(self) -> QSize:
        """What the columns take on paper."""
        return QSize(ON_PAPER * (COLUMN + GAP), max(self._heights(ON_PAPER)) + GAP)

    def sizeHint(self) -> QSize:
        """As high as the columns that fit into the width need."""
        return QSize(COLUMN, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As many columns as fit."""
        painter = QPainter(self)
        columns = max(1, self.width() // (COLUMN + GAP))
        self.setMinimumHeight(max(self._heights(columns)) + GAP)
        self.paint_sheet(painter, columns, self.width())
        painter.end()

    def paint_sheet(self, painter: QPainter, columns: int = ON_PAPER, width: int = 0) -> None:
        """Paint all groups into so many columns, from the side on which one begins to read."""
        tops = [0.0] * columns
        whole = max(width, columns * (COLUMN + GAP) - GAP)
        for heading, lines in self.groups:
            column = tops.index(min(tops))
            at = QPointF(column * (COLUMN + GAP), tops[column])
            painter.setFont(self._look.font(14, semibold=True))
            painter.setPen(self._look.colour("text"))
            head = _turned(painter, QRectF(at.x(), at.y(), COLUMN, HEAD), whole)
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, heading)
            top = at.y() + HEAD
            for key, text in lines:
                _paint_line(painter, self._look, _turned(painter, QRectF(at.x(), top, COLUMN, ROW), whole), key, text)
                top += ROW
            tops[column] = top + GAP

    def _heights(self, columns: int) -> list[int]:
        tops = [0] * columns
        for _, lines in self.groups:
            tops[tops.index(min(tops))] += HEAD + ROW * len(lines) + GAP
        return tops


def _turned(painter: QPainter, part: QRectF, whole: float) -> QRectF:
    """A part of the sheet on its other side where one reads from the right."""
    if painter.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return part
    return QRectF(whole - part.right(), part.top(), part.width(), part.height())


def _paint_line(painter: QPainter, look: Look, place: QRectF, key: str, text: str) -> None:
    width = key_width(look, key)
    beside = max(96.0, width + 8)
    is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = place.right() - width if is_mirrored else place.left()
    paint_key(painter, look, QRectF(left, place.center().y() - 10, width, 20), key)
    words = place.adjusted(0, 0, -beside, 0) if is_mirrored else place.adjusted(beside, 0, 0, 0)
    painter.setFont(look.font(13))
    painter.setPen(look.colour("text"))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
