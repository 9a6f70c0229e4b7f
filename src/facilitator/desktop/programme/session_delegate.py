"""Paints a session in its day: times, what it is, title, rule, and how much was captured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import paint_bar
from facilitator.desktop.words import rule_name, word
from facilitator.domain.kinds import SessionKind
from facilitator.text import direction

from .clock import show_time
from .said import expected_told, notes_told, now_told, off_record

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.widgets.rows_model import RowsModel
    from facilitator.domain.rows import SessionLine

ICONS = {
    SessionKind.CEREMONIAL: "landmark",
    SessionKind.PLENARY: "presentation",
    SessionKind.PANEL: "mic",
    SessionKind.GROUP_WORK: "users",
    SessionKind.DRAFTING: "pencil",
    SessionKind.BREAK: "coffee",
}
HEIGHT, BREAK_HEIGHT = 52, 36
EDGE, TIME, SIGN, GAP = 14, 46, 26, 10
Index = QModelIndex | QPersistentModelIndex


@guarded
class SessionDelegate(QStyledItemDelegate):
    """Times before the icon, two lines of words, the number of notes at the end."""

    def __init__(self, context: Context, lines: RowsModel[SessionLine], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._look = context.look
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Breaks are lower than what is captured."""
        is_break = self._lines.rows[index.row()].kind is SessionKind.BREAK
        return QSize(200, self._look.scaled(BREAK_HEIGHT if is_break else HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then words from both edges."""
        line = self._lines.rows[index.row()]
        rect = QRectF(option.rect)
        painter.save()
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        row = _Row(painter, self._context, rect, is_mirrored=is_mirrored)
        row.paint_ground(line, option.state, is_last=index.row() == len(self._lines.rows) - 1)
        row.paint_times(line)
        row.paint_icon(ICONS[line.kind])
        if line.kind is SessionKind.BREAK:
            row.paint_break(line)
        else:
            row.paint_words(line, is_current=line.key == self._context.current.session)
        painter.restore()


class _Row:
    """One session; places are told from the leading edge."""

    def __init__(self, painter: QPainter, context: Context, rect: QRectF, *, is_mirrored: bool) -> None:
        self._painter = painter
        self._look = context.look
        self._rect = rect
        self._is_mirrored = is_mirrored
        px = self._look.scaled
        self._sign = px(EDGE) + px(TIME) + px(GAP)
        self._lead = self._sign + px(SIGN) + px(GAP)
        self._trail = rect.width() - px(EDGE)

    def paint_ground(self, line: SessionLine, state: QStyle.StateFlag, *, is_last: bool) -> None:
        if state & QStyle.StateFlag.State_Selected:
            self._painter.fillRect(self._rect, self._look.colour("accent-tint"))
        elif line.kind is SessionKind.BREAK:
            self._painter.fillRect(self._rect, self._look.colour("rail"))
        elif state & QStyle.StateFlag.State_MouseOver:
            self._painter.fillRect(self._rect, self._look.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_bar(self._painter, self._look, self._rect, is_mirrored=self._is_mirrored)
        if not is_last:
            bottom = QRectF(self._rect.left(), self._rect.bottom() - 1, self._rect.width(), 1)
            self._painter.fillRect(bottom, self._look.colour("line"))

    def paint_times(self, line: SessionLine) -> None:
        px = self._look.scaled
        half = px(18)
        starts, ends = show_time(line.starts), show_time(line.ends)
        is_break = line.kind is SessionKind.BREAK
        top = (self._rect.height() - (half if is_break else 2 * half)) / 2
        for text, token, at in ((starts, "text", top), ("" if is_break else ends, "quiet", top + half)):
            metrics = QFontMetricsF(self._look.content_font(13))
            width = metrics.horizontalAdvance(text)
            lead = px(EDGE) + px(TIME) - width
            self._text(lead, at, width, half, text, 13, token)

    def paint_icon(self, icon: str) -> None:
        size = self._look.scaled(17)
        ratio = self._painter.device().devicePixelRatioF()
        place = self._place(self._sign, size, (self._rect.height() - size) / 2, size)
        self._painter.drawPixmap(place.topLeft(), self._look.pixmap(icon, "quiet", size, ratio))

    def paint_break(self, line: SessionLine) -> None:
        height = self._rect.height()
        lead = self._cut(self._lead, 0, height, line.title, 14, "quiet") + self._look.scaled(12)
        self._cut(lead, 0, height, expected_told(line), 13, "warn")

    def paint_words(self, line: SessionLine, *, is_current: bool) -> None:
        px = self._look.scaled
        if line.notes:
            text = notes_told(line.notes)
            width = QFontMetricsF(self._look.content_font(13)).horizontalAdvance(text)
            self._trail -= width
            self._text(self._trail, 0, width, self._rect.height(), text, 13, "quiet")
            self._trail -= px(GAP)
        first, second = px(21), px(18)
        top = (self._rect.height() - first - second) / 2
        self._cut(self._lead, top, first, line.title, 14, "text")
        self._second_line(line, top + first, second, is_current=is_current)

    def _second_line(self, line: SessionLine, top: float, height: float, *, is_current: bool) -> None:
        px = self._look.scaled
        lead = self._cut(self._lead, top, height, str(line.number), 13, "quiet") + px(12)
        if line.expected is not None:
            lead = self._cut(lead, top, height, expected_told(line), 13, "warn") + px(12)
        lead = self._cut(lead, top, height, word(line.kind), 13, "quiet") + px(12)
        icon = "lock" if line.off_record_since is not None else "shield"
        rule = off_record() if line.off_record_since is not None else rule_name(line.rule)
        size = px(13)
        if lead + size + px(4) < self._trail:
            ratio = self._painter.device().devicePixelRatioF()
            place = self._place(lead, size, top + (height - size) / 2, size)
            self._painter.drawPixmap(place.topLeft(), self._look.pixmap(icon, "quiet", size, ratio))
        lead = self._cut(lead + size + px(4), top, height, rule, 13, "quiet") + px(12)
        if is_current:
            lead = self._cut(lead, top, height, now_told(), 13, "accent") + px(12)
        self._cut(lead, top, height, line.place, 13, "quiet")

    def _cut(self, lead: float, top: float, height: float, text: str, pixels: int, token: str) -> float:
        """Paint words as far as there is room; where they end."""
        room = self._trail - lead
        if room < self._look.scaled(16) or not text:
            return lead
        metrics = QFontMetricsF(self._look.content_font(pixels))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        self._text(lead, top, width, height, shown, pixels, token)
        return lead + width

    def _text(self, lead: float, top: float, width: float, height: float, text: str, pixels: int, token: str) -> None:
        self._painter.setFont(self._look.content_font(pixels))
        self._painter.setPen(self._look.colour(token))
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        # Where a text is cut, the dots stand at its own end, whichever way the window is read.
        is_rtl = direction(text) == "rtl"
        self._painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        alignment = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(self._place(lead, width + 2, top, height), alignment, text)

    def _place(self, lead: float, width: float, top: float, height: float) -> QRectF:
        left = self._rect.right() - lead - width if self._is_mirrored else self._rect.left() + lead
        return QRectF(left, self._rect.top() + top, width, height)
