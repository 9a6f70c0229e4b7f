"""The themes in which a recommendation stands, the home first, and the ways in and out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import ChipFace
from facilitator.desktop.look.symbols import paint_symbol
from facilitator.desktop.widgets.chip import Chip
from facilitator.domain.nouns import Key
from facilitator.domain.rows import Chip as Theme

from .flow import Flow
from .icon_button import IconButton


def sign_icon(look: Look, colour: str, symbol: str, size: int = 16) -> QIcon:
    """A symbol in its hue, for menus and lists."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_symbol(painter, symbol, QRectF(2, 2, size - 4, size - 4), look.colour(colour))
    painter.end()
    return QIcon(pixmap)


class ThemeChips(QWidget):
    """`added`, `left` and `made_home` with the key of a theme."""

    added = Signal(object)
    left = Signal(object)
    made_home = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._themes: Sequence[Theme] = ()
        self._shown: list[Chip] = []
        self._there: set[Key] = set()
        self._flow = Flow(self)
        self._add = IconButton(look, "plus", self.tr("Add a theme"))
        self._add.clicked.connect(lambda: self._open_themes(self._add))
        self._flow.addWidget(self._add)

    def show_themes(self, home: Theme | None, further: Sequence[Theme], all_themes: Sequence[Theme]) -> None:
        """Show where it stands; `all_themes` are those that can be added."""
        for chip in self._shown:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._themes = all_themes
        homes = [] if home is None else [home]
        self._there = {theme.key for theme in (*homes, *further)}
        self._shown = [self._chip(theme, is_home=theme is home) for theme in (*homes, *further)]
        self._flow.removeWidget(self._add)
        for widget in (*self._shown, self._add):
            self._flow.addWidget(widget)
            widget.show()
        self._add.setVisible(len(all_themes) > len(self._there))
        self.updateGeometry()

    def _chip(self, theme: Theme, *, is_home: bool) -> Chip:
        text = self.tr("%1, home").replace("%1", theme.name) if is_home else theme.name
        chip = Chip(self._look, ChipFace(text, theme.colour, theme.symbol))
        chip.setMaximumWidth(340)
        chip.clicked.connect(lambda: self._open_menu(chip, theme, is_home=is_home))
        return chip

    def _open_menu(self, chip: Chip, theme: Theme, *, is_home: bool) -> None:
        menu = QMenu(self)
        if not is_home:
            menu.addAction(self.tr("Make it the home"), lambda: self.made_home.emit(theme.key))
        menu.addAction(self.tr("Take out of this theme"), lambda: self.left.emit(theme.key))
        self._popup(menu, chip)

    def _open_themes(self, button: QWidget) -> None:
        menu = QMenu(self)
        for theme in self._themes:
            if theme.key not in self._there:
                icon = sign_icon(self._look, theme.colour, theme.symbol)
                menu.addAction(icon, theme.name.replace("&", "&&"), partial(self.added.emit, theme.key))
        self._popup(menu, button)

    def _popup(self, menu: QMenu, below: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater, Qt.ConnectionType.QueuedConnection)
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))
