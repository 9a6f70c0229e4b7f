"""What all columns of the wall share: how cards are painted, what is being dragged, which commands there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.nouns import Key

if TYPE_CHECKING:
    from facilitator.desktop.commands.actions import Actions
    from facilitator.desktop.look.look import Look
    from facilitator.domain.rows import ThemeLine

    from .card_column import CardColumn
    from .card_painter import CardPainter


@dataclass(slots=True)
class Desk:
    """`drag_cards` begins to drag what is selected; `moving` is what hangs at the pointer, `moving_theme` a column."""

    look: Look
    actions: Actions
    painter: CardPainter
    drag_cards: Callable[[CardColumn], None]
    drag_theme: Callable[[Key], None]
    themes: dict[Key, ThemeLine] = field(default_factory=dict)
    moving: frozenset[Key] = frozenset()
    moving_theme: Key | None = None

    def is_moving(self, key: Key) -> bool:
        """Whether a card hangs at the pointer."""
        return key in self.moving
