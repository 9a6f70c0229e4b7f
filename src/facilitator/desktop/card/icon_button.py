"""A flat button that is only an icon."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from facilitator.desktop.look.look import Look

SIZE = 32


class IconButton(QPushButton):
    """Its name is spoken and shown as a tooltip."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self.setFlat(True)
        self.setFixedWidth(SIZE)
        self.setAccessibleName(name)
        self.setToolTip(name)
        look.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.setIcon(self._look.icon(self._icon))
