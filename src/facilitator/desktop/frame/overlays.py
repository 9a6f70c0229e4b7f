"""The overlays of the window, each made when it is first opened, and where a search leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from .overlay import Overlay

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.main_window import MainWindow
    from facilitator.desktop.search.search import Search
    from facilitator.domain.finding import Hit
    from facilitator.domain.nouns import Key

    from .palette import CommandPalette
    from .shortcut_sheet import ShortcutSheet
    from .word_replacing import WordReplacing

WHERE = {
    "note": "capture",
    "recommendation": "recommendations",
    "person": "people",
    "session": "programme",
    "theme": "wall",
}
"""The place of each `HitKind`, by its value: the window is painted before the nouns of the domain are loaded."""


class Overlays(QObject):
    """Palette, search, shortcut sheet, and replacing a word."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._palette: CommandPalette | None = None
        self._search: Search | None = None
        self._sheet: ShortcutSheet | None = None
        self._came_from: tuple[str, Key | None, QWidget | None] | None = None
        self._led_to: QWidget | None = None
        self._replacing: WordReplacing | None = None

    def open_palette(self) -> None:
        """Any command."""
        from .palette import CommandPalette

        self._palette = self._palette or CommandPalette(self._context, self._window)
        self._palette.open()

    def open_search(self) -> None:
        """Search the workshop."""
        from facilitator.desktop.search.search import Search

        if self._search is None:
            self._search = Search(self._context, self._window)
            self._search.found.connect(self.go_to)
        self._search.open()

    def open_replacing(self) -> None:
        """Replace a word everywhere."""
        from .word_replacing import WordReplacing

        self._replacing = self._replacing or WordReplacing(self._context, self._window)
        self._replacing.open()

    def open_sheet(self) -> None:
        """All keys."""
        from .shortcut_sheet import ShortcutSheet

        self._sheet = self._sheet or ShortcutSheet(self._context, self._window)
        self._sheet.open()

    def step_back(self) -> bool:
        """Close what is open over the window; whether there was something."""
        shown = next((one for one in self._window.findChildren(Overlay) if one.isVisible()), None)
        if shown is not None:
            shown.leave()
        return shown is not None

    def go_to(self, hit: Hit) -> None:
        """Show what was found in its place; Esc there comes back."""
        current, window = self._context.current, self._window
        came_from = (window.place.name, current.session, window.focusWidget())
        if hit.kind.value == "note" and hit.session_id is not None:
            current.choose_session(hit.session_id)
        window.go(WHERE[hit.kind]).go_to(hit.key)
        self._came_from, self._led_to = came_from, window.focusWidget()

    def come_back(self) -> bool:
        """From what was found to where the search was opened; whether it was so.

        Whoever has moved on meanwhile, with a click or to another place, has begun something there and stays.
        """
        came_from, self._came_from = self._came_from, None
        if came_from is None or self._led_to is None or self._window.focusWidget() is not self._led_to:
            return False
        place, session, focus = came_from
        if session is not None:
            self._context.current.choose_session(session)
        self._window.go(place)
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus()
        return True
