"""The line below the wall: what the current card is about, and the keys that do something with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import key_width, paint_key

HEIGHT, EDGE, GAP, AFTER_KEY, CAP = 32, 12, 14, 5, 20

Hint = tuple[str, str]
"""Keys, more than one parted by a space, and what they do."""


@guarded
class KeyLine(QWidget):
    """Shows as many hints as there is room for, the first ones first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._subject = ""
        self._message = ""
        self._hints: Sequence[Hint] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def say(self, subject: str, message: str, hints: Sequence[Hint]) -> None:
        """Show what the keys work on, a sentence about it, and the keys."""
        if (subject, message, hints) == (self._subject, self._message, self._hints):
            return
        self._subject, self._message, self._hints = subject, message, hints
        self.setAccessibleName(f"{subject} {message}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line above, words at the leading edge, keys at the trailing one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("bg"))
        painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))
        left = EDGE + self._write(painter, EDGE, self._subject, "text", semibold=True)
        left += (10 if self._subject else 0) + self._write(
            painter, left + (10 if self._subject else 0), self._message, "text"
        )
        self._paint_hints(painter, left + 2 * GAP)
        painter.end()

    def _paint_hints(self, painter: QPainter, start: float) -> None:
        room = self.width() - EDGE - start
        fitting: list[Hint] = []
        for hint in self._hints:
            room -= self._hint_width(hint) + (GAP if fitting else 0)
            if room < 0:
                break
            fitting.append(hint)
        x = self.width() - EDGE - sum(map(self._hint_width, fitting)) - GAP * max(0, len(fitting) - 1)
        for keys, text in fitting:
            for key in keys.split(" "):
                width = key_width(self._look, key)
                paint_key(painter, self._look, self._mirrored(QRectF(x, (HEIGHT - CAP) / 2, width, CAP)), key)
                x += width + AFTER_KEY
            x += self._write(painter, x, text, "quiet") + GAP

    def _hint_width(self, hint: Hint) -> float:
        keys, text = hint
        caps = sum(key_width(self._look, key) + AFTER_KEY for key in keys.split(" "))
        return caps + QFontMetricsF(self._look.font(13)).horizontalAdvance(text)

    def _write(self, painter: QPainter, x: float, text: str, token: str, *, semibold: bool = False) -> float:
        if not text:
            return 0.0
        painter.setFont(self._look.font(13, semibold=semibold))
        painter.setPen(self._look.colour(token))
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        place = self._mirrored(QRectF(x, 0, width + 1, HEIGHT))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        return width

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRectF(self.width() - place.right(), place.y(), place.width(), place.height())
