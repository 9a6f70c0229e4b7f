"""Where the name of a new theme is typed, behind the last column; and what explains the first one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.desktop.look.look import Look

from .name_field import NameField

TOP = 16


class NewThemeColumn(QWidget):
    """`named` with the name of the new theme, `left` when the field is closed."""

    named = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = QLabel()
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setProperty("quiet", True)
        self._field = NameField(self.tr("Name of the new theme"), self)
        self._field.setPlaceholderText(self.tr("New theme"))
        self._field.taken.connect(self.named)
        self._field.left.connect(self._leave)
        down = QVBoxLayout(self)
        down.setContentsMargins(5, TOP, 5, 0)
        down.addWidget(self._field)
        down.addWidget(self._hint)
        down.addStretch(1)

    def set_hint(self, text: str) -> None:
        """What stands here while nothing is typed; empty once there are themes."""
        self._hint.setText(text)
        self.setVisible(bool(text) or self._field.isVisible())

    def begin(self) -> None:
        """Let the name be typed."""
        self.show()
        self._field.begin("")

    def _leave(self) -> None:
        self.setVisible(bool(self._hint.text()))
        self.left.emit()
