"""The cards of one column as Qt's lists want them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.rows_model import Index, RowsModel
from facilitator.desktop.words import word
from facilitator.domain.cards import Card
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine


@guarded
class CardsModel(RowsModel[Card]):
    """The rows are cards, which can be dragged. `themes` gives the names of the further ones."""

    def __init__(self, themes: Mapping[Key, ThemeLine], parent: QObject) -> None:
        self._themes = themes
        super().__init__(
            {Qt.ItemDataRole.DisplayRole: lambda card: card.wording, Qt.ItemDataRole.AccessibleTextRole: self._spoken},
            parent,
        )

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards; nothing happens when they are shown already, which is asked of every column at each key."""
        if cards != self.rows:
            self.replace(cards)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be taken; what is dropped goes between them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def _spoken(self, card: Card) -> str:
        """Number, wording, status, sources, and the further themes that are painted as symbols."""
        sources = QCoreApplication.translate("CardsModel", "%n source(s)", "", card.sources)
        parts = [str(card.number), card.wording, word(Status(card.status)), sources]
        names = [self._themes[key].name for key in card.further if key in self._themes]
        if names:
            also = QCoreApplication.translate("CardsModel", "also in %1")
            parts.append(also.replace("%1", ", ".join(names)))
        return ", ".join(parts)
