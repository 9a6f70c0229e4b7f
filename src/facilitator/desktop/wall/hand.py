"""What a person does with the selected cards: the hand that moves them over the wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine

from .board import Board
from .cards_by_theme import CardsByTheme, Column
from .filing import Filing


class Hand(QObject):
    """Turns keys and drops into filing. A card that is on its way to the disk is not taken up again meanwhile."""

    def __init__(self, cards: CardsByTheme, board: Board, filing: Filing, parent: QObject) -> None:
        super().__init__(parent)
        self._all = cards
        self._board = board
        self._filing = filing
        self._on_the_way: set[Key] = set()

    @property
    def cards(self) -> list[Key]:
        """The selected cards that are not on their way already."""
        return [key for key in self._board.selected if key not in self._on_the_way]

    def let_go(self, keys: Iterable[Key]) -> None:
        """These have arrived, or stay where they are."""
        self._on_the_way.difference_update(keys)

    def empty(self) -> None:
        """Nothing is on its way any more."""
        self._on_the_way.clear()

    def file(self, theme: ThemeLine | None) -> None:
        """File what is selected, and go on to the next card at once: the next key is for that one."""
        keys = self._send()
        if keys:
            self._filing.file(keys, theme)

    def file_in_new(self, name: str) -> None:
        """The same, in a theme that does not exist yet."""
        keys = self._send()
        if keys:
            self._filing.file_in_new(keys, name)

    def also(self, theme: ThemeLine) -> None:
        """Let what is selected stand in a further theme."""
        if self.cards:
            self._filing.also(self.cards, theme)

    def does_not_fit(self) -> None:
        """Out of its theme, back to the tray; in the tray it is only let go."""
        if any(self._all.column_of(key) is not None for key in self.cards):
            self.file(None)
        else:
            self._board.select([])

    def merge(self) -> None:
        """Let the current card stand for all that are selected."""
        kept, keys = self._board.current, self.cards
        if kept is not None and kept in keys and len(keys) > 1:
            self._board.select([kept], kept)
            self._filing.merge(kept, [key for key in keys if key != kept])

    def drop(self, column: Column, after: Key | None, is_further: bool) -> None:
        """What was dragged is put down: in the tray, as a further theme, or behind a card of a column."""
        keys = self._board.selected
        if not keys:
            return
        theme = None if column is None else self._board.desk.themes[column]
        if theme is None:
            self._filing.file(keys, None)
        elif is_further:
            self._filing.also(keys, theme)
        else:
            self._filing.place(keys, theme, after)

    def drop_theme(self, themes: Sequence[ThemeLine], moved: Key, onto: Key, is_behind: bool) -> None:
        """A column was dragged: it stands before or behind another one, under the same theme as that."""
        target, theme = self._board.desk.themes[onto], self._board.desk.themes[moved]
        if moved == onto or target.parent_id == moved:
            return
        beside = [one.key for one in themes if one.parent_id == target.parent_id and one.key != moved]
        place = beside.index(onto) + (1 if is_behind else 0)
        self._filing.move_theme(theme, beside[place - 1] if place else None, target.parent_id)

    def _send(self) -> list[Key]:
        keys = self.cards
        if keys:
            self._on_the_way.update(keys)
            self._board.advance(self._on_the_way)
        return keys
