"""The wordings that a recommendation has had: any two compared, any restored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.section import Section
from facilitator.domain.nouns import Wording
from facilitator.domain.rows import RecommendationDetail
from facilitator.domain.time_zone import time_zone

from .difference_text import DifferenceText
from .differences import Piece, differences
from .sources import EDGE


class Versions(Section):
    """Folded until it is asked for. `unfolded` when it opens, `restored` with the `Wording` that is to hold again."""

    unfolded = Signal()
    restored = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Versions"), key="Ctrl H")
        self.column.setContentsMargins(EDGE, 0, EDGE, 8)
        self.column.setSpacing(4)
        self._wordings: Sequence[Wording] = ()
        self._names: list[str] = []
        self.version = Choice(look, self.tr("Version"))
        self.compared = Choice(look, self.tr("Compared with"))
        self.text = DifferenceText(look, self.tr("What differs between the two"))
        self.restore = QPushButton()
        self._promise = QLabel(self.tr("The words come back as a new version; nothing else changes."))
        self._promise.setProperty("quiet", True)
        self._promise.setWordWrap(True)
        for choice in (self.version, self.compared):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.column.addWidget(choice)
        for widget in (self.text, self.restore, self._promise):
            self.column.addWidget(widget)
        self.column.setAlignment(self.restore, Qt.AlignmentFlag.AlignLeading)
        self.version.currentIndexChanged.connect(self._offer)
        self.compared.currentIndexChanged.connect(self._compare)
        self.restore.clicked.connect(lambda: self.restored.emit(self._chosen))
        self.folded.connect(lambda _: self._compare())
        self.fold(True)

    def show_history(self, detail: RecommendationDetail, zone: str) -> None:
        """These are the versions; the newest is chosen, and compared with the one before."""
        if tuple(detail.wordings) == tuple(self._wordings):
            return
        self._wordings = detail.wordings
        authors = zip(detail.wordings, detail.written_here, strict=True)
        self._names = [self._name(wording, is_here, zone) for wording, is_here in authors]
        self.tell(self.tr("%n version(s)", "", len(self._wordings)))
        blocked = self.version.blockSignals(True)
        self.version.clear()
        self.version.addItems(self._names[::-1])
        self.version.blockSignals(blocked)
        self._offer()

    def turn(self) -> None:
        """Open, or fold again."""
        self.fold(not self.is_folded)
        if not self.is_folded:
            self._compare()
            self.version.setFocus()
            self.unfolded.emit()

    @property
    def _chosen(self) -> Wording:
        return self._wordings[len(self._wordings) - 1 - max(0, self.version.currentIndex())]

    def _name(self, wording: Wording, is_here: bool | None, zone: str) -> str:
        parts = [self.tr("Version %1").replace("%1", str(wording.position))]
        if wording.written_at is not None:
            parts.append(f"{datetime.fromtimestamp(wording.written_at / 1000, time_zone(zone)):%d.%m. %H:%M}")
        if is_here is not None:
            parts.append(self.tr("here") if is_here else self.tr("elsewhere"))
        return " · ".join(parts)

    def _offer(self, _row: int = 0) -> None:
        """With what the chosen version can be compared: the one before it, unless another is chosen."""
        if not self._wordings:
            return
        chosen = self._chosen
        others = [place for place in reversed(range(len(self._wordings))) if self._wordings[place] != chosen]
        blocked = self.compared.blockSignals(True)
        self.compared.clear()
        for place in others:
            self.compared.addItem(self.tr("compared with: %1").replace("%1", self._names[place]), place)
        before = [row for row, place in enumerate(others) if self._wordings[place].position < chosen.position]
        self.compared.setCurrentIndex(before[0] if before else 0)
        self.compared.setVisible(bool(others))
        self.compared.blockSignals(blocked)
        can_restore = chosen.text != self._wordings[-1].text
        self.restore.setText(self.tr("Restore version %1").replace("%1", str(chosen.position)))
        self.restore.setVisible(can_restore)
        self._promise.setVisible(can_restore)
        self._compare()

    def _compare(self, _row: int = 0) -> None:
        """Show what the later of the two has changed; nothing is reckoned while nobody sees it."""
        if self.is_folded or not self._wordings:
            return
        chosen, place = self._chosen, self.compared.currentData()
        if place is None:
            self.text.show_pieces([Piece(chosen.text, "same")])
            return
        older, newer = sorted((chosen, self._wordings[place]), key=lambda wording: wording.position)
        self.text.show_pieces(differences(older.text, newer.text))
