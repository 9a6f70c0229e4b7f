"""Paints the cells of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import ChipFace, chip_width, is_marked, paint_bar, paint_chip
from facilitator.desktop.look.symbols import paint_status
from facilitator.domain.kinds import Status
from facilitator.text import direction as direction_of

from .register_model import Column

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

    from .register_model import RegisterModel

EDGE, LINES, LINE, GAP = 10, 2, 22, 8
KEPT = 300


@guarded
class RegisterDelegate(QStyledItemDelegate):
    """Two lines of the wording, chips for themes, a sign and a word for the status."""

    def __init__(self, look: Look, model: RegisterModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._layouts: dict[tuple[str, float], QTextLayout] = {}
        look.changed.connect(self._layouts.clear)

    @property
    def row_height(self) -> int:
        """What every row takes."""
        return self._look.scaled(LINES * LINE) + 8

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are all as high."""
        return QSize(100, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._look.colour("accent-tint" if is_selected else "bg"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._look.colour("line"))
        if index.column() == 0 and is_marked(option, index):
            paint_bar(painter, self._look, rect, is_mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        inner = rect.adjusted(EDGE, 4, -EDGE, -4)
        column = Column(index.column())
        text = str(index.data())
        if column is Column.THEMES:
            self._paint_chips(painter, inner, index.row())
        elif column is Column.STATUS:
            self._paint_status(painter, inner, index.row(), text)
        elif column is Column.WORDING:
            self._paint_wording(painter, inner, text)
        elif column is Column.MISSING:
            self._paint_missing(painter, inner, index.row())
        else:
            self._paint_words(painter, inner, text, "accent" if column is Column.NUMBER else "text")
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, text: str, token: str) -> None:
        painter.setFont(self._look.content_font(14))
        painter.setPen(self._look.colour(token))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_status(self, painter: QPainter, place: QRectF, row: int, text: str) -> None:
        sign, words = _parted(place, self._look.scaled(14), painter.layoutDirection())
        paint_status(painter, sign, Status(self._model.rows[row].status), self._look.colour("quiet"))
        self._paint_words(painter, words, text, "text")

    def _paint_missing(self, painter: QPainter, place: QRectF, row: int) -> None:
        """What is missing, and below it what was not checked, each with a sign of its own."""
        first, unchecked = self._model.lacks(row)
        lines = (
            [(first, *(("check", "ok") if self._model.is_ready(row) else ("circle-alert", "warn")))] if first else []
        )
        if unchecked:
            lines.append((unchecked, "circle-help", "quiet"))
        elif first:
            painter.setFont(self._look.content_font(14))
            room = place.width() - self._look.scaled(14) - GAP
            first, rest = _broken(first, painter.fontMetrics(), room)
            lines = [(first, *lines[0][1:]), *([(rest, "", "warn")] if rest else [])]
        height = self._look.scaled(LINE)
        top = place.center().y() - height * len(lines) / 2
        for number, (text, icon, token) in enumerate(lines):
            line = QRectF(place.left(), top + number * height, place.width(), height)
            sign, words = _parted(line, self._look.scaled(14), painter.layoutDirection())
            if icon:
                pixmap = self._look.pixmap(icon, token, round(sign.width()), painter.device().devicePixelRatioF())
                painter.drawPixmap(sign.topLeft(), pixmap)
            self._paint_words(painter, words, text, token)

    def _paint_chips(self, painter: QPainter, place: QRectF, row: int) -> None:
        lead, top = 0.0, place.top()
        height = self._look.scaled(22)
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for chip in self._model.chips(row):
            face = ChipFace(chip.name, chip.colour, chip.symbol)
            width = min(chip_width(self._look, face), place.width())
            if lead and lead + width > place.width():
                lead, top = 0.0, top + height + 2
            if top + height > place.bottom() + 2:
                break
            left = place.right() - lead - width if is_mirrored else place.left() + lead
            paint_chip(painter, self._look, QPointF(left, top), face, width=place.width())
            lead += width + 4

    def _paint_wording(self, painter: QPainter, place: QRectF, text: str) -> None:
        layout = self._layouts.get((text, place.width()))
        if layout is None:
            if len(self._layouts) > KEPT:
                self._layouts.clear()
            layout = self._layouts[text, place.width()] = self._set(text, place.width())
        painter.setPen(self._look.colour("text"))
        height = sum(layout.lineAt(line).height() for line in range(layout.lineCount()))
        layout.draw(painter, QPointF(place.left(), place.center().y() - height / 2))

    def _set(self, text: str, width: float) -> QTextLayout:
        is_rtl = direction_of(text) == "rtl"
        option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self._look.content_font(14))
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        height = 0.0
        for _ in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        last = layout.lineAt(layout.lineCount() - 1)
        if layout.lineCount() == LINES and last.textStart() + last.textLength() < len(text):
            return self._set(self._cut(text, last.textStart(), width), width)
        return layout

    def _cut(self, text: str, start: int, width: float) -> str:
        """The text with as much of its last line as fits before an ellipsis."""
        metrics = QFontMetricsF(self._look.content_font(14))
        return text[:start] + metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width - 2)


def _parted(place: QRectF, size: int, direction: Qt.LayoutDirection) -> tuple[QRectF, QRectF]:
    """The places of a sign of this size, and of the words behind it."""
    gap = size + GAP
    sign = QRectF(place.left(), place.center().y() - size / 2, size, size)
    if direction == Qt.LayoutDirection.RightToLeft:
        sign.moveRight(place.right())
        return sign, place.adjusted(0, 0, -gap, 0)
    return sign, place.adjusted(gap, 0, 0, 0)


def _broken(listed: str, metrics: QFontMetrics, width: float) -> tuple[str, str]:
    """What is listed, as much as fits into a line and the rest."""
    parts = listed.split(", ")
    fitting = len(parts)
    while fitting > 1 and metrics.horizontalAdvance(", ".join(parts[:fitting])) > width:
        fitting -= 1
    rest = ", ".join(parts[fitting:])
    return ", ".join(parts[:fitting]) + ("," if rest else ""), rest
