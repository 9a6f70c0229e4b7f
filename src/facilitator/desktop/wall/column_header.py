"""The head of a column: bar in its colour, symbol, name, count, and the digit that files in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from facilitator.desktop.commands.actions import Actions
from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import key_width, paint_key
from facilitator.desktop.look.symbols import paint_symbol
from facilitator.domain.rows import ThemeLine

from .name_field import NameField

HEIGHT, BAR, SYMBOL, CAP, GAP = 41, 3, 12, 20, 7
UNDER = 24
"""So much of the bar of a sub-theme has the colour of the theme above it."""


@guarded
class ColumnHeader(QWidget):
    """Of a theme, or of the tray with None. Double click or F2 renames, the menu key opens what else can be done."""

    renamed = Signal(str)
    described = Signal(str)
    menu_asked = Signal(QPoint)
    below = Signal()
    across = Signal(int)
    drag_begun = Signal()
    pressed = Signal()
    reached = Signal()
    """The focus has come here."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self._theme: ThemeLine | None = None
        self._above: ThemeLine | None = None
        self._name = ""
        self._count = ""
        self._is_folded = False
        self._press_at: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        look.changed.connect(self.update)

    def show_theme(self, theme: ThemeLine | None, above: ThemeLine | None, count: str, *, is_folded: bool) -> None:
        """Say which column this is, and how many cards it has; `above` is the theme it is nested under."""
        self._theme, self._above, self._count, self._is_folded = theme, above, count, is_folded
        self._name = self.tr("Ungrouped") if theme is None else theme.name
        spoken = self.tr("%1, %2 cards").replace("%1", self._name).replace("%2", count)
        if above is not None:
            spoken = self.tr("%1, under %2").replace("%1", spoken).replace("%2", above.name)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription("" if theme is None else theme.digest)
        self.update()

    def set_folded(self, is_folded: bool) -> None:
        """Show the key alone, or the name too."""
        self._is_folded = is_folded
        self.update()

    @property
    def key(self) -> str:
        """The key that files here: a digit, G beyond the ninth theme."""
        if self._theme is None:
            return "0"
        return "G" if self._theme.digit is None else str(self._theme.digit)

    def begin_rename(self) -> None:
        """Let the name be typed over."""
        if self._theme is not None and not self._is_folded:
            field = self._field(self.tr("Name of the theme"))
            field.taken.connect(self.renamed)
            field.begin(self._theme.name)

    def begin_digest(self) -> None:
        """Let the digest be typed."""
        if self._theme is not None and not self._is_folded:
            field = self._field(self.tr("Digest of the theme, one sentence"))
            field.setPlaceholderText(self.tr("What its recommendations want"))
            field.taken.connect(self.described)
            field.begin(self._theme.digest)

    def sizeHint(self) -> QSize:
        """As wide as the column lets it be."""
        return QSize(40, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2, menu, and the ways to the cards and to the other heads."""
        key = event.key()
        if key == Qt.Key.Key_F2:
            self.begin_rename()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu}:
            self.menu_asked.emit(self.mapToGlobal(QPoint(0, HEIGHT)))
        elif self._actions.press(event, "wall"):
            pass
        elif key == Qt.Key.Key_Down:
            self.below.emit()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.across.emit(1 if (key == Qt.Key.Key_Right) != is_mirrored else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the theme."""
        self.menu_asked.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may become a drag."""
        self._press_at = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough from where it was pressed the column is dragged."""
        if self._press_at is None or self._theme is None:
            return
        if (event.position() - self._press_at).manhattanLength() >= QApplication.startDragDistance():
            self._press_at = None
            self.drag_begun.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It was a click."""
        if self._press_at is not None:
            self._press_at = None
            self.pressed.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Rename."""
        self.begin_rename()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show it."""
        super().focusInEvent(event)
        self.reached.emit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, symbol, name, count, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        width = key_width(self._look, self.key)
        middle = BAR + (HEIGHT - BAR) / 2
        cap = QRectF(
            (self.width() - width) / 2 if self._is_folded else self.width() - width, middle - CAP / 2, width, CAP
        )
        paint_key(painter, self._look, cap if self._is_folded else self._mirrored(cap), self.key)
        if not self._is_folded:
            self._paint_name(painter, middle, self.width() - width - GAP)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, BAR + 3, -1, -2), 6, 6)
        painter.end()

    def _field(self, name: str) -> NameField:
        """A field over the name, for as long as something is typed in it."""
        field = NameField(name, self)
        field.setGeometry(0, BAR + 3, self.width(), HEIGHT - BAR - 5)
        field.left.connect(self.setFocus)
        field.left.connect(field.deleteLater)
        return field

    def _paint_bar(self, painter: QPainter) -> None:
        bar = QRectF(0, 0, self.width(), BAR)
        painter.fillRect(bar, self._look.colour("strong" if self._theme is None else self._theme.colour))
        if self._above is not None:
            painter.fillRect(self._mirrored(QRectF(0, 0, UNDER, BAR)), self._look.colour(self._above.colour))

    def _paint_name(self, painter: QPainter, middle: float, end: float) -> None:
        left = 0.0
        if self._theme is not None:
            place = self._mirrored(QRectF(1, middle - SYMBOL / 2, SYMBOL, SYMBOL))
            paint_symbol(painter, self._theme.symbol, place, self._look.colour(self._theme.colour))
            left = SYMBOL + GAP + 2
        painter.setFont(self._look.font(14))
        count = painter.fontMetrics().horizontalAdvance(self._count)
        painter.setFont(self._look.font(14, semibold=True))
        space = max(0, int(end - left - count - GAP))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, space)
        width = painter.fontMetrics().horizontalAdvance(name)
        self._write(painter, QRectF(left, BAR, width + 1, HEIGHT - BAR), name, "text")
        painter.setFont(self._look.font(14))
        self._write(painter, QRectF(left + width + GAP, BAR, count + 1, HEIGHT - BAR), self._count, "quiet")

    def _write(self, painter: QPainter, place: QRectF, text: str, token: str) -> None:
        painter.setPen(self._look.colour(token))
        painter.drawText(self._mirrored(place), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRectF(self.width() - place.right(), place.y(), place.width(), place.height())
