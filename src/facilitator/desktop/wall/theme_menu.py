"""What can be done with a theme, as a menu at its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desktop.card.theme_chips import sign_icon
from facilitator.desktop.look.look import Look
from facilitator.desktop.marking import N
from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine
from facilitator.domain.signs import SIGNS

from .filing import Filing
from .theme_column import ThemeColumn

HUES = {
    "ochre": N("Hues", "Ochre"),
    "green": N("Hues", "Green"),
    "blue": N("Hues", "Blue"),
    "magenta": N("Hues", "Magenta"),
    "violet": N("Hues", "Violet"),
    "teal": N("Hues", "Teal"),
    "red": N("Hues", "Red"),
    "petrol": N("Hues", "Petrol"),
    "rust": N("Hues", "Rust"),
    "olive": N("Hues", "Olive"),
    "indigo": N("Hues", "Indigo"),
    "umber": N("Hues", "Umber"),
}


class ThemeMenu(QMenu):
    """The menu of one theme among all `themes` of the wall."""

    def __init__(
        self,
        look: Look,
        themes: Sequence[ThemeLine],
        column: ThemeColumn,
        filing: Filing,
        cards: Callable[[Key], Sequence[Key]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._themes = themes
        self._filing = filing
        self._theme = next(theme for theme in themes if theme.key == column.column)
        theme = self._theme
        fold = self.tr("Unfold") if column.is_folded else self.tr("Fold")
        if not column.is_folded:
            self.addAction(self.tr("Rename"), column.header.begin_rename)
            self.addAction(self.tr("Write the digest"), column.header.begin_digest)
        self._add_colours()
        self.addSeparator()
        self._add_order()
        self._add_nesting()
        self.addSeparator()
        self.addAction(fold, lambda: column.fold(not column.is_folded))
        delete = self.tr("Delete, cards go back to the tray")
        self.addAction(delete, lambda: filing.delete_theme(theme, cards(theme.key)))

    def _add_colours(self) -> None:
        menu = self.addMenu(self.tr("Colour"))
        for colour, symbol in SIGNS:
            name = QCoreApplication.translate("Hues", HUES[colour])
            do = partial(self._filing.recolour_theme, self._theme, colour, symbol)
            action = menu.addAction(sign_icon(self._look, colour, symbol), name, do)
            action.setEnabled((colour, symbol) != (self._theme.colour, self._theme.symbol))

    def _add_order(self) -> None:
        beside = [theme for theme in self._themes if theme.parent_id == self._theme.parent_id]
        place = beside.index(self._theme)
        before = self.addAction(
            self.tr("Move towards the tray"), lambda: self._move(beside[place - 2].key if place > 1 else None)
        )
        before.setEnabled(place > 0)
        behind = self.addAction(self.tr("Move away from the tray"), lambda: self._move(beside[place + 1].key))
        behind.setEnabled(place < len(beside) - 1)

    def _move(self, after: Key | None) -> None:
        self._filing.move_theme(self._theme, after, self._theme.parent_id)

    def _add_nesting(self) -> None:
        if self._theme.parent_id is not None:
            self.addAction(self.tr("Lift out"), lambda: self._filing.nest_theme(self._theme, None))
            return
        has_below = any(theme.parent_id == self._theme.key for theme in self._themes)
        above = [theme for theme in self._themes if theme.parent_id is None and theme is not self._theme]
        menu = self.addMenu(self.tr("Put under"))
        menu.setEnabled(bool(above) and not has_below)
        for theme in above:
            do = partial(self._filing.nest_theme, self._theme, theme)
            menu.addAction(sign_icon(self._look, theme.colour, theme.symbol), theme.name.replace("&", "&&"), do)
