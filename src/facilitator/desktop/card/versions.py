"""The wordings that a recommendation has had, and what each has changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.section import Section
from facilitator.domain.nouns import Wording

from .difference_text import DifferenceText
from .differences import Piece, differences
from .sources import EDGE, clock_time


class Versions(Section):
    """Folded until it is asked for. `unfolded` when it opens."""

    unfolded = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Versions"), key="Ctrl H")
        self.column.setContentsMargins(EDGE, 0, EDGE, 8)
        self._wordings: Sequence[Wording] = ()
        self._choice = Choice(look, self.tr("Version"))
        self._choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choice.currentIndexChanged.connect(self._show_chosen)
        self.text = DifferenceText(look, self.tr("What this version has changed"))
        self.column.addWidget(self._choice)
        self.column.addWidget(self.text)
        self.fold(True)

    def show_wordings(self, wordings: Sequence[Wording], zone: str) -> None:
        """These are the versions, oldest first; the newest is chosen."""
        if tuple(wordings) == tuple(self._wordings):
            return
        self._wordings = wordings
        self.tell(self.tr("%n version(s)", "", len(wordings)))
        blocked = self._choice.blockSignals(True)
        self._choice.clear()
        for wording in reversed(wordings):
            name = self.tr("Version %1").replace("%1", str(wording.position))
            at = clock_time(wording.written_at, zone)
            self._choice.addItem(f"{name} · {at}" if at else name)
        self._choice.blockSignals(blocked)
        self._show_chosen()

    def turn(self) -> None:
        """Open, or fold again."""
        self.fold(not self.is_folded)
        if not self.is_folded:
            self._choice.setFocus()
            self.unfolded.emit()

    def _show_chosen(self, _row: int = 0) -> None:
        place = len(self._wordings) - 1 - max(0, self._choice.currentIndex())
        if not self._wordings:
            self.text.show_pieces([])
        elif place == 0:
            self.text.show_pieces([Piece(self._wordings[0].text, "same")])
        else:
            self.text.show_pieces(differences(self._wordings[place - 1].text, self._wordings[place].text))
