"""Search over notes, recommendations and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from facilitator.desktop.widgets.panel_list import PanelLine
from facilitator.domain.finding import HitKind

from .finder import Finder

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import Hit

SIZE = QSize(820, 620)
LIMIT = 200
BEFORE, TITLE = 24, 28
"""Characters that are shown before what was found, where the text is long, and of the title of a session."""
ICONS = {HitKind.NOTE: "message-square", HitKind.RECOMMENDATION: "list-checks", HitKind.PERSON: "user"}


class Search(Finder):
    """`found` with the `Hit` that was chosen."""

    found = Signal(object)
    wait = 80

    def __init__(self, context: Context, window: QWidget) -> None:
        asks = self.tr("Words of a note, a recommendation or a name")
        super().__init__(context, window, SIZE, self.tr("Search"), asks)
        self._hits: tuple[Hit, ...] = ()
        self._found_for: str | None = None
        self._is_chosen = False

    def look(self) -> None:
        """Ask in a thread of its own: in a large workshop the answer takes longer than a frame."""
        text = self.field.text()
        self._found_for = None
        self.context.bridge.ask_aside(
            "search",
            lambda reads: reads.search(text, LIMIT) if text.strip() else (),
            lambda hits: self._show_hits(text, hits),
        )

    def choose_found(self) -> None:
        """Enter before the answer is there takes the first hit once it is."""
        self._is_chosen = True
        if self._found_for == self.field.text():
            self._choose_if_asked()
        else:
            self.look()

    def lines(self, text: str) -> list[PanelLine]:
        """Hits, cut so that what was found stays on the line."""
        return [
            PanelLine(
                b"%d" % place,
                _cut(hit),
                hit.name,
                end=_short(hit.session_title),
                icon="eye-off" if hit.private else ICONS[hit.kind],
            )
            for place, hit in enumerate(self._hits)
        ]

    def _show_hits(self, text: str, hits: tuple[Hit, ...]) -> None:
        self._hits, self._found_for = hits, text
        self.show_found(text, self.lines(text))
        self._choose_if_asked()

    def _choose_if_asked(self) -> None:
        is_chosen, self._is_chosen = self._is_chosen, False
        if is_chosen and self.isVisible():
            self.choose_current()

    def take(self, key: bytes) -> None:
        """Go there."""
        self.found.emit(self._hits[int(key)])

    def says(self, text: str, count: int) -> str:
        """How much was found."""
        if count >= LIMIT:
            return self.tr("The first %n are shown. Type more to narrow it down.", "", LIMIT)
        return super().says(text, count) or (self.tr("%n found", "", count) if text.strip() else "")


def _short(title: str) -> str:
    return title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"


def _cut(hit: Hit) -> str:
    start = hit.places[0][0] if hit.places else 0
    return hit.text if start <= 2 * BEFORE else "… " + hit.text[start - BEFORE :]
