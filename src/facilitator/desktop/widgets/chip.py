"""A chip that can be pressed, and one that only says something."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import CHIP_HEIGHT, ChipFace, chip_width, paint_chip

TARGET = 32
"""A chip is 22 pixels high, but what can be hit is 32."""


@guarded
class Chip(QAbstractButton):
    """Shows a face; `clicked` when it is pressed. Without focus policy it is only a sign."""

    def __init__(self, look: Look, face: ChipFace, *, can_be_pressed: bool = True) -> None:
        super().__init__()
        self._look = look
        self._face = face
        self.setText(face.text)
        self.setAccessibleName(face.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_be_pressed else Qt.FocusPolicy.NoFocus)
        self.setEnabled(can_be_pressed)
        look.changed.connect(self.update)

    def show_face(self, face: ChipFace) -> None:
        """Say something else."""
        self._face = face
        self.setText(face.text)
        self.setAccessibleName(face.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The chip, and the height of its target when it can be pressed."""
        return QSize(round(chip_width(self._look, self._face, scales=False)) + 2, TARGET if self.isEnabled() else 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chip in the middle of its target, with an edge when it has the focus."""
        painter = QPainter(self)
        at = QPointF(1, (self.height() - CHIP_HEIGHT) / 2)
        place = paint_chip(painter, self._look, at, self._face, scales=False)
        if self.hasFocus() or (self.isEnabled() and self.underMouse()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("accent"), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
