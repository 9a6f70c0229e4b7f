"""Paints a note, and knows how high it is."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import ChipFace, chip_height, chip_width, paint_chip, paint_hatch
from facilitator.desktop.widgets.lazy_list_view import RowDelegate
from facilitator.domain.kinds import NoteKind
from facilitator.text import direction

from .kind_signs import KIND_SIGNS
from .note_columns import ABOVE, CHIP_GAP, NoteColumns, columns

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look
    from facilitator.desktop.widgets.rows_model import RowsModel
    from facilitator.domain.nouns import Instant
    from facilitator.domain.rows import NoteRow

KEPT_LAYOUTS = 400
LONGEST, FOLDED = 12, 8
"""A note of more lines than the first is shown with the second, and a line that says that it goes on."""
SCRIPTS_TOLD = 0.53
"""How wide a character of running text is on average, in parts of the font's size; for estimates."""
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@guarded
class NoteDelegate(RowDelegate):
    """Number, time, sign, speaker, text, chips; of long notes the beginning, until they are unfolded.

    Texts run in their own direction, numbers and signs never turn.
    """

    def __init__(self, look: Look, model: RowsModel[NoteRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self.zone: tzinfo = UTC
        """The time zone of the workshop, in which the clock in the room goes."""
        self.series = ""
        """The prefix of the numbers of the session that is shown."""
        self.start: Instant | None = None
        """When the session began: minutes count from there, or from its first note where it is not known."""
        self.counts_minutes = False
        self._unfolded: set[bytes] = set()
        self._layouts: dict[tuple[bytes, float], tuple[NoteRow, _Set]] = {}
        self.chip_words = _ChipWords(self)
        look.changed.connect(self._layouts.clear)

    def estimate(self, width: int, row: int) -> int:
        """From the number of characters alone."""
        note = self._model.rows[row]
        place = columns(self._look, width)
        a_line = max(1.0, place.text_width / (self._look.scaled(16) * SCRIPTS_TOLD))
        lines = -(-len(note.text) // a_line)
        if lines > LONGEST and note.key not in self._unfolded:
            lines = FOLDED + 1
        return self._height(note, place, max(1, int(lines)) * place.line)

    def measure(self, width: int, row: int) -> int:
        """With the text set."""
        note = self._model.rows[row]
        place = columns(self._look, width)
        return self._height(note, place, self._layout(note, place).height)

    def is_long(self, width: int, row: int) -> bool:
        """Whether a note is one that folds."""
        return self._layout(self._model.rows[row], columns(self._look, width)).is_long

    def turn_fold(self, index: QModelIndex) -> None:
        """Show a long note whole, or its beginning alone."""
        key = self._model.rows[index.row()].key
        self._unfolded.symmetric_difference_update({key})
        self._layouts.clear()
        self.sizeHintChanged.emit(index)

    def fold_rect(self, rect: QRect, row: int) -> QRect:
        """Where in its row a long note says that it goes on; empty for others."""
        note, place = self._model.rows[row], columns(self._look, rect.width())
        found = self._layout(note, place)
        text = self.text_rect(rect)
        if not found.is_long:
            return QRect()
        return QRect(text.left(), text.top() + round(found.height) - place.line, text.width(), place.line)

    def text_rect(self, rect: QRect) -> QRect:
        """Where the text of a note stands within its row: the place of an editor."""
        place = columns(self._look, rect.width())
        left = rect.left() + int(place.text)
        if self._is_mirrored():
            left = rect.right() - int(place.text + place.text_width)
        return QRect(left, rect.top() + ABOVE + place.head, int(place.text_width), rect.height() - place.head - ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        note = self._model.rows[index.row()]
        rect = option.rect
        state = option.state
        place = columns(self._look, rect.width())
        painter.save()
        self._paint_ground(painter, rect, note, bool(state & QStyle.StateFlag.State_Selected))
        self._paint_margin(painter, rect, place, note)
        self._paint_text(painter, rect, place, note)
        self._paint_chips(painter, rect, place, note)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def faces(self, note: NoteRow) -> list[ChipFace]:
        """The chips beside a note."""
        faces = [ChipFace(theme.name, theme.colour, theme.symbol) for theme in note.themes]
        if note.check_later:
            faces.append(ChipFace(self.chip_words.check_later, icon="flag", token="warn"))
        return faces

    def every_face(self, note: NoteRow) -> list[ChipFace]:
        """The chips beside a note, and the one before the text of a private one."""
        return [self._private_face(), *self.faces(note)] if note.private else self.faces(note)

    def _private_face(self) -> ChipFace:
        return ChipFace(self.chip_words.private, icon="eye-off", token="text")

    def _height(self, note: NoteRow, place: NoteColumns, text: float) -> int:
        if place.head:
            return round(text) + place.head + 2 * ABOVE + 1
        count = len(note.themes) + note.check_later
        chips = count * (chip_height(self._look) + CHIP_GAP) - CHIP_GAP if count else 0
        return max(round(text), chips) + 2 * ABOVE + 1

    def _layout(self, note: NoteRow, place: NoteColumns) -> _Set:
        kept = self._layouts.get((note.key, place.text_width))
        if kept is not None and kept[0] is note:
            return kept[1]
        if len(self._layouts) > KEPT_LAYOUTS:
            self._layouts.clear()
        found = self._set(note, place)
        self._layouts[note.key, place.text_width] = (note, found)
        return found

    def _set(self, note: NoteRow, place: NoteColumns) -> _Set:
        if note.key in self._unfolded:
            layout, lines = self._lines(note, note.text, place, len(note.text) + 1)
            is_long = lines > LONGEST
        else:
            # More than that never is in so many lines; what is not shown of a very long text is not set either.
            text = note.text[: int(LONGEST * place.text_width)]
            layout, lines = self._lines(note, text, place, LONGEST + 1)
            is_long = lines > LONGEST
            if is_long:
                layout, lines = self._lines(note, text, place, FOLDED)
        return _Set(layout, (lines + is_long) * place.line, is_long)

    def _lines(self, note: NoteRow, text: str, place: NoteColumns, most: int) -> tuple[QTextLayout, int]:
        """A text in at most so many lines, and how many it takes."""
        is_rtl = direction(note.text) == "rtl"
        option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(RTL if is_rtl else LTR)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self._look.content_font(16))
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        count, indent = 0, self._badge_width(note)
        # Letters of some scripts reach higher than those of others: all stand on the line where Latin ones would.
        ascent = QFontMetricsF(layout.font()).ascent()
        while count < most and (line := layout.createLine()).isValid():
            line.setLineWidth(place.text_width - indent)
            line.setPosition(QPointF(0 if is_rtl else indent, count * place.line + ascent - line.ascent()))
            count += 1
            indent = 0
        layout.endLayout()
        return layout, max(1, count)

    def _badge_width(self, note: NoteRow) -> float:
        if note.private:
            return chip_width(self._look, self._private_face()) + self._look.scaled(7)
        if note.made is None:
            return 0
        font = QFontMetricsF(self._look.content_font(13))
        return font.horizontalAdvance(str(note.made.number)) + self._look.scaled(12 + 7)

    def _paint_ground(self, painter: QPainter, rect: QRect, note: NoteRow, is_selected: bool) -> None:
        colour = self._look.colour
        if is_selected:
            painter.fillRect(rect, colour("accent-tint"))
        elif note.made is not None:
            painter.fillRect(rect, colour("surface"))
        elif note.private:
            painter.fillRect(rect, colour("rail"))
        if note.private:
            paint_hatch(painter, self._look, QRectF(rect), is_mirrored=self._is_mirrored())
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colour("hover"))
        if note.made is not None:
            left = rect.right() - 2 if self._is_mirrored() else rect.left()
            painter.fillRect(QRect(left, rect.top(), 3, rect.height()), colour("accent"))

    def _paint_margin(self, painter: QPainter, rect: QRect, place: NoteColumns, note: NoteRow) -> None:
        look, px = self._look, self._look.scaled
        painter.setFont(look.content_font(13))
        painter.setPen(look.colour("quiet"))
        number = self._cell(rect, place, place.number, px(34))
        painter.drawText(
            number,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip,
            self._shown_number(note),
        )
        painter.drawText(self._cell(rect, place, place.time, px(44)), Qt.AlignmentFlag.AlignVCenter, self.moment(note))
        if note.speaker is not None:
            cell = self._cell(rect, place, place.who, self._who_width(rect, place, note))
            name = painter.fontMetrics().elidedText(note.speaker.name, Qt.TextElideMode.ElideRight, int(cell.width()))
            painter.drawText(cell, self._leading() | Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_sign(painter, self._cell(rect, place, place.sign, px(22)), note)

    def moment(self, note: NoteRow) -> str:
        """When a note was said: by the clock, or in minutes from the start where it was said in this session."""
        if note.taken_at is None:
            return ""
        if self.counts_minutes and note.number.prefix in {self.series, ""}:
            if self.start is None:
                self.start = next(row.taken_at for row in self._model.rows if row.taken_at is not None)
            return self.chip_words.minutes.replace("%1", str((note.taken_at - self.start) // 60_000))
        return f"{datetime.fromtimestamp(note.taken_at / 1000, self.zone):%H:%M}"

    def _shown_number(self, note: NoteRow) -> str:
        """The count alone; the whole number where the note was taken in another session; "…" while it has none."""
        if not note.number.count:
            return "…"
        return str(note.number.count) if note.number.prefix == self.series else str(note.number)

    def _who_width(self, rect: QRect, place: NoteColumns, note: NoteRow) -> float:
        """Above the text the name takes what the chips leave."""
        if not place.head:
            return self._look.scaled(96)
        gap = self._look.scaled(8)
        chips = sum(chip_width(self._look, face) + gap for face in self.faces(note))
        return max(self._look.scaled(96), place.chips - place.who - chips - gap)

    def _paint_sign(self, painter: QPainter, cell: QRectF, note: NoteRow) -> None:
        if note.private:
            size = self._look.scaled(16)
            pixmap = self._look.pixmap("eye-off", "quiet", size, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(cell.center().x() - size / 2, cell.center().y() - size / 2), pixmap)
            return
        is_recommendation = note.kind is NoteKind.RECOMMENDATION
        painter.setFont(self._look.content_font(16, semibold=is_recommendation))
        painter.setPen(self._look.colour("accent" if is_recommendation else "quiet"))
        # `>` must not turn into `<` where the interface runs from the right.
        before = painter.layoutDirection()
        painter.setLayoutDirection(LTR)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, KIND_SIGNS[note.kind])
        painter.setLayoutDirection(before)

    def _paint_text(self, painter: QPainter, rect: QRect, place: NoteColumns, note: NoteRow) -> None:
        found = self._layout(note, place)
        layout, at = found.layout, self.text_rect(rect)
        above = (place.line - QFontMetricsF(layout.font()).height()) / 2
        painter.setPen(self._look.colour("quiet" if note.private else "text"))
        layout.draw(painter, QPointF(at.left(), at.top() + above))
        if note.private:
            self._paint_private(painter, at, note)
        elif note.made is not None:
            self._paint_badge(painter, at, place, note)
        if found.is_long:
            words = self.chip_words.less if note.key in self._unfolded else self.chip_words.more
            painter.setFont(self._look.content_font(13))
            painter.setPen(self._look.colour("accent"))
            last = QRect(at.left(), at.top() + round(found.height) - place.line, at.width(), place.line)
            painter.drawText(last, self._leading() | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_private(self, painter: QPainter, at: QRect, note: NoteRow) -> None:
        face = self._private_face()
        is_rtl = direction(note.text) == "rtl"
        left = at.right() - chip_width(self._look, face) if is_rtl else at.left()
        paint_chip(painter, self._look, QPointF(left, at.top()), face)

    def _paint_badge(self, painter: QPainter, at: QRect, place: NoteColumns, note: NoteRow) -> None:
        width = self._badge_width(note) - self._look.scaled(7)
        left = at.right() - width if direction(note.text) == "rtl" else at.left()
        badge = QRectF(left + 0.5, at.top() + 2.5, width - 1, place.line - 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("accent"))
        painter.setBrush(QColor(Qt.GlobalColor.transparent))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setFont(self._look.content_font(13))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(note.made.number) if note.made else "")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_chips(self, painter: QPainter, rect: QRect, place: NoteColumns, note: NoteRow) -> None:
        if place.head:
            self._paint_chips_above(painter, rect, place, note)
            return
        top = rect.top() + ABOVE
        width = self._look.scaled(130)
        for face in self.faces(note):
            shown = min(chip_width(self._look, face), width)
            left = rect.left() + place.chips if not self._is_mirrored() else rect.right() - place.chips - shown
            paint_chip(painter, self._look, QPointF(left, top), face, width=width)
            top += chip_height(self._look) + CHIP_GAP

    def _paint_chips_above(self, painter: QPainter, rect: QRect, place: NoteColumns, note: NoteRow) -> None:
        end = place.chips
        for face in reversed(self.faces(note)):
            width = chip_width(self._look, face)
            end -= width
            if end < place.who + self._look.scaled(96):
                return
            left = rect.left() + end if not self._is_mirrored() else rect.right() - end - width
            paint_chip(painter, self._look, QPointF(left, rect.top() + ABOVE), face)
            end -= self._look.scaled(8)

    def _cell(self, rect: QRect, place: NoteColumns, lead: float, width: float) -> QRectF:
        left = rect.right() - lead - width if self._is_mirrored() else rect.left() + lead
        return QRectF(left, rect.top() + ABOVE, width, place.line)

    def _leading(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored() else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _is_mirrored(self) -> bool:
        view = self.parent()
        return view is not None and view.property("layoutDirection") == RTL


class _Set(NamedTuple):
    """The text of a note as it is set, and how high it is in pixels with the line that says that it goes on."""

    layout: QTextLayout
    height: float
    is_long: bool


class _ChipWords:
    """The words of the chips, translated once: they are painted hundreds of times a second."""

    def __init__(self, delegate: NoteDelegate) -> None:
        self.check_later = delegate.tr("check later")
        self.private = delegate.tr("private")
        self.more = delegate.tr("… show all of it")
        self.less = delegate.tr("show the beginning alone")
        self.minutes = delegate.tr("%1′")
