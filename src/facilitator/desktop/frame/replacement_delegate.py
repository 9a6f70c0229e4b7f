"""Paints a place where a word is replaced: check, number, what goes and what comes in its text, where that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import ChipFace, chip_height, chip_width, paint_chip, paint_hatch
from facilitator.desktop.search.marked_text import MarkedText
from facilitator.desktop.widgets.lazy_list_view import RowDelegate

from .replacement_lines import told

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

    from .replacement_lines import ReplacementLine
    from .replacement_list import ReplacementModel

HEIGHT, EDGE, GAP, CHECK, NAME, ICON = 34, 14, 10, 18, 56, 16
WHERE = 0.45
"""So much of the width the words at the end may take."""
KEPT = 200
State = QStyle.StateFlag


@guarded
class ReplacementDelegate(RowDelegate):
    """What goes is struck out and what comes underlined, as in the versions of a wording; left out, neither is."""

    def __init__(self, look: Look, lines: ReplacementModel) -> None:
        super().__init__()
        self._look = look
        self._lines = lines
        self._texts: dict[tuple[bytes, int, bool], MarkedText] = {}
        self._private = ChipFace(self.tr("private"), icon="eye-off", token="text")
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Other lines are shown, or in other colours."""
        self._texts.clear()

    def estimate(self, _width: int, _row: int) -> int:
        """Every line is as high."""
        return HEIGHT

    def measure(self, _width: int, _row: int) -> int:
        """Every line is as high."""
        return HEIGHT

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One line, from both edges towards the middle; mirrored where one reads so."""
        line = self._lines.rows[index.row()]
        painter.save()
        row = _Row(painter, self._look, QRectF(option.rect), option.direction == Qt.LayoutDirection.RightToLeft)
        row.paint_ground(line, option.state)
        self._paint_check(row, option, line)
        row.words(line.one.worded.name, NAME)
        row.words_at_end(told(line), "warn" if line.one.is_taken else "quiet")
        if line.one.worded.private:
            row.chip(self._private)
        place = row.rest()
        self._set(line, place.width()).paint(painter, place)
        painter.restore()

    def _paint_check(self, row: _Row, option: QStyleOptionViewItem, line: ReplacementLine) -> None:
        place = row.take(CHECK)
        if line.one.is_taken:
            row.icon("circle-alert", place)
            return
        check = QStyleOptionViewItem(option)
        check.rect = place.toRect()
        check.state = State.State_Enabled | (State.State_On if self._lines.takes(line) else State.State_Off)
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, check, row.painter, widget)

    def _set(self, line: ReplacementLine, width: float) -> MarkedText:
        key = (line.key, round(width), self._lines.takes(line))
        if key not in self._texts:
            if len(self._texts) > KEPT:
                self._texts.clear()
            self._texts[key] = self._changed(line, width) if self._lines.takes(line) else self._kept(line, width)
        return self._texts[key]

    def _changed(self, line: ReplacementLine, width: float) -> MarkedText:
        text, (start, end), by = line.one.worded.text, line.one.places[line.at], self._lines.by
        gone, come = QTextCharFormat(), QTextCharFormat()
        gone.setBackground(self._look.colour("danger-tint"))
        gone.setForeground(self._look.colour("danger"))
        gone.setFontStrikeOut(True)
        come.setBackground(self._look.colour("ok-tint"))
        come.setForeground(self._look.colour("ok"))
        come.setFontUnderline(True)
        both = ((start, end), (end, end + len(by)))
        return MarkedText(self._look, text[:end] + by + text[end:], both, width, (gone, come))

    def _kept(self, line: ReplacementLine, width: float) -> MarkedText:
        found = QTextCharFormat()
        found.setFontUnderline(True)
        return MarkedText(self._look, line.one.worded.text, [line.one.places[line.at]], width, [found])


class _Row:
    """One line from both edges towards the middle."""

    def __init__(self, painter: QPainter, look: Look, rect: QRectF, is_mirrored: bool) -> None:
        self.painter = painter
        self._look = look
        self._rect = rect
        self._is_mirrored = is_mirrored
        self._lead = float(EDGE)
        self._trail = rect.width() - EDGE

    def paint_ground(self, line: ReplacementLine, state: State) -> None:
        if state & (State.State_Selected | State.State_MouseOver):
            token = "accent-tint" if state & State.State_Selected else "hover"
            self.painter.fillRect(self._rect, self._look.colour(token))
        elif line.one.worded.private:
            self.painter.fillRect(self._rect, self._look.colour("rail"))
        if line.one.worded.private:
            paint_hatch(self.painter, self._look, self._rect, is_mirrored=self._is_mirrored)
        if state & State.State_HasFocus:
            self.painter.setPen(self._look.colour("accent"))
            self.painter.drawRect(self._rect.adjusted(0, 0, -1, -1))

    def take(self, size: float) -> QRectF:
        """A square at the beginning of what is left."""
        place = self._place(self._lead, size, size)
        self._lead += size + GAP
        return place

    def icon(self, name: str, place: QRectF) -> None:
        pixmap = self._look.pixmap(name, "warn", ICON, self.painter.device().devicePixelRatioF())
        self.painter.drawPixmap(QPointF(place.left() + 1, place.top() + 1), pixmap)

    def words(self, text: str, width: float) -> None:
        self._write(text, self._place(self._lead, width, HEIGHT), "quiet", at_end=True)
        self._lead += width + GAP

    def words_at_end(self, text: str, token: str) -> None:
        width = min(QFontMetricsF(self._look.font(13)).horizontalAdvance(text) + 2, self._rect.width() * WHERE)
        self._trail -= width
        self._write(text, self._place(self._trail, width, HEIGHT), token, at_end=True)
        self._trail -= GAP

    def chip(self, face: ChipFace) -> None:
        width, height = chip_width(self._look, face, scales=False), chip_height(self._look, scales=False)
        place = self._place(self._lead, width, height)
        paint_chip(self.painter, self._look, place.topLeft(), face, scales=False)
        self._lead += width + GAP

    def rest(self) -> QRectF:
        """What is left between the two sides."""
        return self._place(self._lead, max(0.0, self._trail - self._lead), HEIGHT)

    def _write(self, text: str, place: QRectF, token: str, *, at_end: bool) -> None:
        font = self._look.font(13)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored is not at_end else Qt.AlignmentFlag.AlignLeft
        self.painter.setFont(font)
        self.painter.setPen(self._look.colour(token))
        self.painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)

    def _place(self, lead: float, width: float, height: float) -> QRectF:
        left = self._rect.right() - lead - width if self._is_mirrored else self._rect.left() + lead
        return QRectF(left, self._rect.center().y() - height / 2, width, height)
