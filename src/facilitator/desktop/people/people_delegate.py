"""Paints the cells of the table of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import is_marked, paint_bar
from facilitator.text import direction

from .people_model import COUNTS, Column

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

ROW, EDGE, CAP = 34, 10, 20
QUIET = frozenset({Column.COUNTRY, Column.NOTES, Column.SESSIONS})
Index = QModelIndex | QPersistentModelIndex


@guarded
class PeopleDelegate(QStyledItemDelegate):
    """A code is a key cap, as it is typed; the rest are words on one line."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._cut: dict[tuple[str, int], str] = {}
        look.changed.connect(self._cut.clear)

    @property
    def row_height(self) -> int:
        """What every row takes."""
        return self._look.scaled(ROW)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows are all as high."""
        return QSize(60, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if is_selected:
            painter.fillRect(rect, self._look.colour("accent-tint"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._look.colour("line"))
        if index.column() == 0 and is_marked(option, index):
            paint_bar(painter, self._look, rect, is_mirrored=is_mirrored)
        text, column = str(index.data() or ""), Column(index.column())
        if text and column is Column.CODE:
            self._paint_code(painter, rect, text, is_mirrored=is_mirrored)
        elif text:
            self._paint_words(painter, rect.adjusted(EDGE, 0, -EDGE, 0), text, column, is_mirrored=is_mirrored)
        painter.restore()

    def _paint_code(self, painter: QPainter, rect: QRectF, text: str, *, is_mirrored: bool) -> None:
        font = self._look.content_font(12)
        width = max(self._look.scaled(28), QFontMetricsF(font).horizontalAdvance(text) + 10)
        width, height = min(width, rect.width() - EDGE), self._look.scaled(CAP)
        left = rect.right() - EDGE - width if is_mirrored else rect.left() + EDGE
        place = QRectF(left, rect.center().y() - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width - 4))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_words(self, painter: QPainter, place: QRectF, text: str, column: Column, *, is_mirrored: bool) -> None:
        painter.setFont(self._look.content_font(14))
        painter.setPen(self._look.colour("quiet" if column in QUIET else "text"))
        # The same names are painted with every key that finds some of them.
        shown = self._cut.get((text, int(place.width())))
        if shown is None:
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
            self._cut[text, int(place.width())] = shown
        trailing = column in COUNTS
        # Where a text is cut, the dots stand at its own end, whichever way the window is read.
        is_rtl = direction(text) == "rtl"
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if is_mirrored != trailing else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
