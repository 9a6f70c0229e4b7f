"""The hits of a search, one line each, what was found marked in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desktop.capture.kind_signs import KIND_SIGNS
from facilitator.desktop.guard import guarded
from facilitator.desktop.look.symbols import paint_status
from facilitator.desktop.widgets.line_list import LineList
from facilitator.desktop.widgets.rows_model import RowsModel
from facilitator.desktop.words import word
from facilitator.domain.kinds import NoteKind, Status
from facilitator.text import places

from .marked_text import MarkedText

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look
    from facilitator.domain.finding import Hit

HEIGHT, EDGE, GAP, ICON = 34, 12, 10, 15
GROUP, NUMBER, SIGN, ABOUT = 140, 56, 18, 96
KEPT = 200
_SIDE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
# Put together once: with Python's flags that takes longer than to paint a word.
AT_LEFT, AT_RIGHT = Qt.AlignmentFlag.AlignLeft | _SIDE, Qt.AlignmentFlag.AlignRight | _SIDE
CHOSEN = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit as it is shown; `group` is the name of its kind on the first line of each, else empty.

    `private` and `is_open` say so in a word, or are empty.
    """

    key: bytes
    hit: Hit
    group: str
    private: str
    is_open: str

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader: group, number, kind or status, who said it, the text, what marks it."""
        hit = self.hit
        mark = word(hit.mark) if hit.mark is not None else ""
        parts = (self.group, hit.name, mark, hit.about, hit.text, self.private, self.is_open)
        return ", ".join(part for part in parts if part)


@guarded
class HitList(LineList):
    """Every line is a hit, so that arrows go from one to the next; `chosen` with its key."""

    chosen = Signal(bytes)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._look = look
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.lines: RowsModel[HitLine] = RowsModel(
            {Qt.ItemDataRole.DisplayRole: _text, Qt.ItemDataRole.AccessibleTextRole: _spoken}
        )
        self._painter_of_lines = _HitDelegate(look, self.lines)
        # one that comes and goes would have all painted anew, and what lies below it
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter_of_lines)
        self.clicked.connect(lambda index: self.chosen.emit(self.lines.rows[index.row()].key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a ground of its own, so that nothing below the overlay is painted anew with every key."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("bg"))
        painter.end()
        super().paintEvent(event)

    def show_hits(self, words: tuple[str, ...], lines: Sequence[HitLine]) -> None:
        """Show these hits, in which these folded words were found."""
        self._painter_of_lines.mark(words)
        # all anew: nothing that stood on a former hit has to stay
        self.lines.replace_all(lines)
        self.scrollToTop()

    @property
    def marked(self) -> Mapping[int, list[str]]:
        """By row, the stretches that are painted as found; only of lines that were painted."""
        return self._painter_of_lines.marked()


def _text(line: HitLine) -> str:
    return line.hit.text


def _spoken(line: HitLine) -> str:
    return line.spoken


@guarded
class _HitDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, lines: RowsModel[HitLine]) -> None:
        super().__init__()
        self._look = look
        self._lines = lines
        self._words: tuple[str, ...] = ()
        self._texts: dict[tuple[str, int], MarkedText] = {}
        look.changed.connect(self._texts.clear)

    def mark(self, words: tuple[str, ...]) -> None:
        """Mark these from now on."""
        self._words = words
        self._texts.clear()

    def marked(self) -> Mapping[int, list[str]]:
        """The stretches that are marked, by row."""
        shown = {text: marked for (text, _), marked in self._texts.items()}
        return {
            row: shown[line.hit.text].stretches for row, line in enumerate(self._lines.rows) if line.hit.text in shown
        }

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every line is as high."""
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Group, number, sign, who said it, the text, and what marks it at the end; mirrored where one reads so."""
        line = self._lines.rows[index.row()]
        painter.save()
        row = _HitRow(painter, self._look, QRectF(option.rect), option.direction == Qt.LayoutDirection.RightToLeft)
        row.paint_ground(option.state, bool(line.group) and index.row() > 0)
        row.paint(line, self._set)
        painter.restore()

    def _set(self, text: str, width: float) -> MarkedText:
        key = (text, round(width))
        if key not in self._texts:
            if len(self._texts) > KEPT:
                self._texts.clear()
            self._texts[key] = MarkedText(self._look, text, places(text, self._words), width)
        return self._texts[key]


class _HitRow:
    """Paints one line from both edges towards the middle."""

    def __init__(self, painter: QPainter, look: Look, rect: QRectF, is_mirrored: bool) -> None:
        self._painter = painter
        self._look = look
        self._rect = rect
        self._is_mirrored = is_mirrored
        self._lead = float(EDGE)
        self._trail = rect.width() - EDGE

    def paint_ground(self, state: QStyle.StateFlag, begins_group: bool) -> None:
        if state & CHOSEN:
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            self._painter.fillRect(self._rect, self._look.colour("accent-tint" if is_selected else "hover"))
            if is_selected:
                left = self._rect.right() - 3 if self._is_mirrored else self._rect.left()
                self._painter.fillRect(
                    QRectF(left, self._rect.top(), 3, self._rect.height()), self._look.colour("accent")
                )
        if begins_group:
            edge = QRectF(self._rect.left(), self._rect.top(), self._rect.width(), 1)
            self._painter.fillRect(edge, self._look.colour("line"))

    def paint(self, line: HitLine, set_text: Callable[[str, float], MarkedText]) -> None:
        hit = line.hit
        self._words(line.group, GROUP, "text", semibold=True)
        self._words(hit.name, NUMBER, "quiet", at_end=True)
        self._sign(hit)
        self._words(hit.about, ABOUT, "quiet")
        if hit.private:
            self._icon("eye-off", "warn")
        if hit.is_open:
            self._icon("flag", "warn")
        space = max(0.0, self._trail - self._lead)
        place = self._place(self._lead, space, HEIGHT)
        set_text(hit.text, space).paint(self._painter, place)

    def _words(self, text: str, width: float, token: str, *, semibold: bool = False, at_end: bool = False) -> None:
        if not text:
            self._lead += width + GAP
            return
        font = self._look.font(13, semibold=semibold)
        self._painter.setFont(font)
        self._painter.setPen(self._look.colour(token))
        # measuring is as slow as painting, and nearly all of these are short
        is_long = len(text) * 13 > width
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width) if is_long else text
        place = self._place(self._lead, width, HEIGHT)
        self._painter.drawText(place, AT_RIGHT if self._is_mirrored is not at_end else AT_LEFT, shown)
        self._lead += width + GAP

    def _sign(self, hit: Hit) -> None:
        place = self._place(self._lead, SIGN, SIGN)
        if isinstance(hit.mark, NoteKind):
            self._painter.setFont(self._look.font(14))
            self._painter.setPen(self._look.colour("text"))
            # signs are written from the left in every language
            self._painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, KIND_SIGNS[hit.mark])
        elif isinstance(hit.mark, Status):
            paint_status(self._painter, place.adjusted(2, 2, -2, -2), hit.mark, self._look.colour("quiet"))
        self._lead += SIGN + GAP

    def _icon(self, icon: str, token: str) -> None:
        self._trail -= ICON
        ratio = self._painter.device().devicePixelRatioF()
        place = self._place(self._trail, ICON, ICON)
        self._painter.drawPixmap(place.topLeft(), self._look.pixmap(icon, token, ICON, ratio))
        self._trail -= GAP

    def _place(self, lead: float, width: float, height: float) -> QRectF:
        left = self._rect.right() - lead - width if self._is_mirrored else self._rect.left() + lead
        return QRectF(left, self._rect.center().y() - height / 2, width, height)
