"""Shows the pages one below the other, or two side by side, as they will come out of the printer."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import paint_edge

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

    from .pages import Found, Pages

GAP, EDGE, STEP = 20, 16, 48


class Fit(IntEnum):
    """How large the pages are shown."""

    TWO_PAGES = 0
    WIDTH = 1
    WHOLE = 2
    LARGE = 3


@guarded
class Preview(QAbstractScrollArea):
    """`turned` when other pages are on the screen."""

    turned = Signal()

    _pages: Pages | None = None
    _places: tuple[QRectF, ...] = ()
    _found: tuple[Found, ...] = ()
    _at = -1
    _fit = Fit.TWO_PAGES

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("desk")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(STEP)
        look.changed.connect(self.viewport().update)

    @property
    def shown(self) -> tuple[int, int]:
        """The first and the last page on the screen, counted from 1; 0 and 0 without any."""
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        on_screen = [
            page
            for page, place in enumerate(self._places, 1)
            if place.bottom() > top + 40 and place.top() < bottom - 40
        ]
        return (on_screen[0], on_screen[-1]) if on_screen else (0, 0)

    def show_pages(self, pages: Pages | None) -> None:
        """Other pages; the view stays where it was as far as there are pages."""
        self._pages = pages
        self._found, self._at = (), -1
        self._arrange()

    def fit(self, fit: Fit) -> None:
        """Show the pages in another size, the page on the screen first."""
        page = self.shown[0]
        self._fit = fit
        self._arrange()
        self.turn_to(page)

    def turn_to(self, page: int) -> None:
        """Bring a page, counted from 1, to the top."""
        if 1 <= page <= len(self._places):
            self.verticalScrollBar().setValue(int(self._places[page - 1].top()) - EDGE)

    def step(self, by: int) -> None:
        """To the next screen of pages, or the one before."""
        first, last = self.shown
        self.turn_to(last + 1 if by > 0 else max(1, first - (last - first + 1)))

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Mark where a text was found, and go to the first place."""
        self._found, self._at = found, -1
        self.next_found()
        self.viewport().update()

    def next_found(self) -> int:
        """Go to the next place where the text stands; which one it is, from 1, or 0."""
        if not self._found:
            return 0
        self._at = (self._at + 1) % len(self._found)
        found = self._found[self._at]
        place, scale = self._places[found.page], self._scale(found.page)
        if found.boxes:
            y = place.top() + found.boxes[0].top() * scale
            self.verticalScrollBar().setValue(int(y - self.viewport().height() / 3))
        self.viewport().update()
        return self._at + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages."""
        if event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self.step(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.step(-1)
        elif event.key() == Qt.Key.Key_Home:
            self.turn_to(1)
        elif event.key() == Qt.Key.Key_End:
            self.turn_to(len(self._places))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages fit the new width."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Other pages come onto the screen."""
        self.viewport().update()
        self.turned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk, and the pages that the event touches."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("hover"))
        if self._pages is not None:
            painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            visible = QRectF(event.rect()).translated(
                self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            )
            for page, place in enumerate(self._places):
                if place.intersects(visible):
                    self._paint_page(painter, self._pages, page, place)
        if self.hasFocus():
            painter.resetTransform()
            paint_edge(painter, self._look, QRectF(self.viewport().rect()))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys turn the pages from now on, and it is seen."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They no longer do."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_page(self, painter: QPainter, pages: Pages, page: int, place: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        painter.drawImage(place, pages.picture(page, round(place.width() * ratio)))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        scale = self._scale(page)
        for number, found in enumerate(self._found):
            if found.page != page:
                continue
            mark = QColor("#FFC400" if number == self._at else "#FFE9A0")
            mark.setAlpha(110)
            for box in found.boxes:
                painter.fillRect(QRectF(place.topLeft() + box.topLeft() * scale, box.size() * scale), mark)

    def _scale(self, page: int) -> float:
        return self._places[page].width() / self._pages.size(page).width() if self._pages is not None else 1.0

    def _arrange(self) -> None:
        """Where each page lies on the desk."""
        pages = self._pages
        width, height = self.viewport().width(), self.viewport().height()
        columns = 2 if self._fit is Fit.TWO_PAGES and pages is not None and pages.count > 1 else 1
        places, top = [], float(EDGE)
        for first in range(0, pages.count if pages is not None else 0, columns):
            row = range(first, min(first + columns, pages.count if pages is not None else 0))
            sizes = [pages.size(page) for page in row] if pages is not None else []
            wide = [self._width_of(size.width() / size.height(), width, height, columns) for size in sizes]
            left = max(float(EDGE), (width - sum(wide) - GAP * (len(wide) - 1)) / 2)
            tallest = 0.0
            for size, page_width in zip(sizes, wide, strict=True):
                page_height = page_width * size.height() / size.width()
                places.append(QRectF(QPointF(round(left), round(top)), QPointF(left + page_width, top + page_height)))
                left += page_width + GAP
                tallest = max(tallest, page_height)
            top += tallest + GAP
        self._places = tuple(places)
        right = max((place.right() for place in places), default=0.0)
        self.verticalScrollBar().setRange(0, max(0, round(top - GAP + EDGE) - height))
        self.verticalScrollBar().setPageStep(height)
        self.horizontalScrollBar().setRange(0, max(0, round(right + EDGE) - width))
        self.horizontalScrollBar().setPageStep(width)
        self.viewport().update()
        self.turned.emit()

    def _width_of(self, shape: float, width: int, height: int, columns: int) -> float:
        """How wide a page is shown, `shape` being its width over its height."""
        if self._fit is Fit.LARGE:
            return max(900.0, width - 2.0 * EDGE)
        if self._fit is Fit.WHOLE:
            return min(width - 2.0 * EDGE, (height - 2.0 * EDGE) * shape)
        fitting = (width - 2.0 * EDGE - GAP * (columns - 1)) / columns
        return max(120.0, min(fitting, 1100.0))
