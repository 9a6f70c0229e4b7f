"""A short list in the side panel: a code or number, a text, and something at the end of the line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import key_width, paint_bar, paint_key

from .line_list import LineList
from .rows_model import RowsModel

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

HEIGHT, LEAD, GAP, ICON = 30, 12, 8, 15
CODE = 28


@dataclass(frozen=True, slots=True)
class PanelLine:
    """A line: `code` is painted as a cap, `number` plain before it; `icon` and `end` stand at the trailing edge;
    `says` is what the icon means."""

    key: bytes
    text: str
    code: str = ""
    number: str = ""
    end: str = ""
    icon: str = ""
    token: str = "quiet"
    says: str = ""

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        return ", ".join(part for part in (self.number, self.code, self.text, self.end, self.says) if part)


@guarded
class PanelList(LineList):
    """As high as its lines; `chosen` with the key of the line that was clicked or entered."""

    chosen = Signal(bytes)

    def __init__(self, look: Look, name: str, most: int = 8) -> None:
        super().__init__(look, name)
        self._most = most
        self.lines: RowsModel[PanelLine] = RowsModel(
            {Qt.ItemDataRole.DisplayRole: lambda line: line.text, Qt.ItemDataRole.AccessibleTextRole: _spoken}
        )
        self._painter_of_lines = _LineDelegate(look, self.lines)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter_of_lines)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self._fit()

    def show_lines(self, lines: list[PanelLine]) -> None:
        """Show these lines."""
        self.lines.replace(lines)
        self._fit()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.lines.rows[index.row()].key)

    def _fit(self) -> None:
        self.setFixedHeight(HEIGHT * min(self._most, len(self.lines.rows)))
        # Tab would come to a list that nobody sees.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.lines.rows else Qt.FocusPolicy.NoFocus)


def _spoken(line: PanelLine) -> str:
    return line.spoken


@guarded
class _LineDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, lines: RowsModel[PanelLine]) -> None:
        super().__init__()
        self._look = look
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every line is as high."""
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Cap, text, end; mirrored for languages that run from the right."""
        line = self._lines.rows[index.row()]
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            token = "accent-tint" if state & QStyle.StateFlag.State_Selected else "hover"
            painter.fillRect(rect, self._look.colour(token))
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if state & QStyle.StateFlag.State_HasFocus:
            paint_bar(painter, self._look, rect, is_mirrored=is_mirrored)
        row = _Row(painter, self._look, rect, is_mirrored=is_mirrored)
        row.paint(line)
        painter.restore()


class _Row:
    """Paints one line from both edges towards the middle."""

    def __init__(self, painter: QPainter, look: Look, rect: QRectF, *, is_mirrored: bool) -> None:
        self._painter = painter
        self._look = look
        self._rect = rect
        self._is_mirrored = is_mirrored
        self._lead = float(LEAD)
        self._trail = rect.width() - LEAD

    def paint(self, line: PanelLine) -> None:
        if line.number:
            self._words(line.number, 13, "quiet", max(20.0, self._width(line.number, 13)))
        if line.code:
            width = max(float(CODE), key_width(self._look, line.code))
            paint_key(self._painter, self._look, self._place(self._lead, width, 20), line.code)
            self._lead += width + GAP
        if line.end:
            self._trail -= self._width(line.end, 13)
            self._text(self._place(self._trail, self._width(line.end, 13) + 2, HEIGHT), line.end, 13, "quiet")
            self._trail -= GAP
        if line.icon:
            self._trail -= ICON
            ratio = self._painter.device().devicePixelRatioF()
            place = self._place(self._trail, ICON, ICON)
            self._painter.drawPixmap(place.topLeft(), self._look.pixmap(line.icon, line.token, ICON, ratio))
            self._trail -= GAP
        space = max(0.0, self._trail - self._lead)
        metrics = QFontMetricsF(self._look.font(14))
        text = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, space)
        self._text(self._place(self._lead, space + 2, HEIGHT), text, 14, "text")

    def _words(self, text: str, pixels: int, token: str, width: float) -> None:
        self._text(self._place(self._lead, width + 2, HEIGHT), text, pixels, token)
        self._lead += width + GAP

    def _text(self, place: QRectF, text: str, pixels: int, token: str) -> None:
        self._painter.setFont(self._look.font(pixels))
        self._painter.setPen(self._look.colour(token))
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text)

    def _width(self, text: str, pixels: int) -> float:
        return QFontMetricsF(self._look.font(pixels)).horizontalAdvance(text)

    def _place(self, lead: float, width: float, height: float) -> QRectF:
        left = self._rect.right() - lead - width if self._is_mirrored else self._rect.left() + lead
        return QRectF(left, self._rect.center().y() - height / 2, width, height)
