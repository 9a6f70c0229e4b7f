"""A tool button with an icon that follows the look."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from facilitator.desktop.look.look import Look


class IconTool(QToolButton):
    """For menus; the icon is drawn anew when the palette changes."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        # A method, and no lambda: Qt forgets a method of a widget that has gone.
        look.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.setIcon(self._look.icon(self._icon))
