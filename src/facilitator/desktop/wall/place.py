"""The wall: reads the cards, shows them on the board, and turns what a person does into edits."""

from __future__ import annotations

import gc
from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from facilitator.desktop.card.card_panel import CardPanel
from facilitator.desktop.place import Place
from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine

from . import remembered
from .board import Board
from .cards_by_theme import CardsByTheme, Column
from .file_by_name import FileByName
from .filing import Filing
from .hand import Hand
from .key_line import KeyLine
from .reading import read_wall
from .theme_menu import ThemeMenu
from .wall_bar import WallBar
from .wall_commands import bind_commands

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.workspace.workspace import Changes

CARD_TABLES = {"recommendation", "membership", "source", "theme"}
"""What stands in others is not on a card, or the recommendation changes with it."""


MANY = 5000


class WallPlace(Place):
    """Bar, board, card panel and key line. What it changes itself it reads again by key alone."""

    name: ClassVar[str] = "wall"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.cards = CardsByTheme()
        self.themes: tuple[ThemeLine, ...] = ()
        self._session: Key | None = None
        self._wanted: remembered.Remembered | None = None
        self.bar = WallBar(context)
        self.board = Board(context, self)
        self.key_line = KeyLine(context.look)
        self._panel: CardPanel | None = None
        self.by_name = FileByName(context.look, self)
        self.filing = Filing(context.bridge, self, self._number_of, self)
        self.hand = Hand(self.cards, self.board, self.filing, self)
        # Dozens of columns lie beyond the edge: shown with the others they would be felt with every letter of a filter.
        self._beyond = QTimer(self, singleShot=True, interval=0)
        self._beyond.timeout.connect(lambda: self.board.show_cards(self.cards))
        self._beside = QHBoxLayout()
        self._compose()
        self._connect()
        bind_commands(self)

    # What is shown

    def load(self) -> None:
        """Read the whole wall; selection, folds and scroll stay."""

        found = self.context.bridge.ask(lambda reads: read_wall(reads, self._session))
        if found is None:
            return
        self._session, self.themes = found.session, found.themes
        self.bar.show_sessions(found.sessions, found.session)
        self.cards.deal(found.cards)
        if self.cards.count > MANY:
            # Else the collector walks over all of them now and then, and a frame is lost.
            gc.freeze()
        self.hand.empty()
        self.board.show_themes(self.themes)
        self._show(None)
        self._take_up()
        self._reload_panel()

    def apply(self, changes: Changes) -> None:
        """Cards of which only the wording or the status is another are read alone."""
        tables = changes.rows.keys() & CARD_TABLES
        known = changes.rows.get("recommendation", {})
        if tables - {"recommendation"} or any(sign != "=" or key not in self.cards for key, sign in known.items()):
            self.load()
            return
        if known:
            self._read_again(list(known))
        if changes.origin is not self._panel:
            self._reload_panel()

    def take_focus(self) -> None:
        """The cards."""
        self.board.take_focus()

    def go_to(self, key: Key) -> None:
        """Select a card, whatever filter it is behind; of a theme the first card."""
        if self._session is not None and key not in self.cards:
            self._choose_session(None)
        self.bar.end_filter()
        if self.cards.whole(key):
            key = self.cards.whole(key)[0].key
        if key in self.cards:
            self.board.fold([self.cards.column_of(key)], False)
            self.board.select([key], key)
            self.board.take_focus()

    def flush(self) -> None:
        """What is being typed in the panel is written."""
        if self._panel is not None:
            self._panel.flush()

    def unsaved(self) -> bool:
        """Whether the panel holds something that could not be written."""
        return self._panel is not None and self._panel.is_unsaved

    def step_back(self) -> bool:
        """Close the field for a theme, then the filter, then the panel."""
        if self.by_name.isVisible():
            self.by_name.hide()
            self.board.take_focus()
            return True
        if self.bar.end_filter():
            return True
        if self.has_panel:
            self.close_panel()
            return True
        return False

    def remembered(self) -> str:
        """The selection, the folds, and how the cards are shown."""
        if self._wanted is not None:
            return self._wanted.written()
        current = self.board.current
        return remembered.Remembered(
            selected=tuple(key.hex() for key in self.board.selected[: remembered.MOST]),
            current="" if current is None else current.hex(),
            folded=tuple(key.hex() for key in self.board.folded_columns),
            is_compact=self.board.desk.painter.is_compact,
            has_panel=self.has_panel,
        ).written()

    def come_back_to(self, remembered_text: str) -> None:
        """Take it up once the cards are there."""
        self._wanted = remembered.read(remembered_text)

    @property
    def panel(self) -> CardPanel:
        """The card panel; made when it is first opened, because the wall does not wait for its many fields."""
        if self._panel is None:
            self._panel = CardPanel(self.context, self)
            self._panel.hide()
            self._panel.closed.connect(self.close_panel)
            self._panel.asked.connect(self.leads)
            self._panel.stepped.connect(self.step_card)
            self._beside.addWidget(self._panel)
        return self._panel

    @property
    def has_panel(self) -> bool:
        """Whether a card is open beside the wall."""
        return self._panel is not None and not self._panel.isHidden()

    # What the commands do

    def file_by_name(self) -> None:
        """Ask for the theme by its first letters."""
        title = self.tr("File %n card(s) in", "", len(self.hand.cards))
        self.by_name.begin(title, self.themes)
        self.by_name.move(self.board.mapTo(self, QPoint(self.board.tray.width() + 24, 64)))

    def open_panel(self) -> None:
        """Show the current card beside the wall."""
        key = self.board.current
        if key is not None and self.panel.isVisible() and self.panel.key == key:
            # Enter once more leads to the words.
            self.panel.wording.setFocus()
        elif key is not None:
            self.panel.show_card(key)
            self.panel.show()
            self.board.set_narrow(True)
            self._picked()

    def close_panel(self) -> None:
        """Give the room back to the wall."""
        self.flush()
        self.panel.hide()
        self.board.set_narrow(False)
        self.board.take_focus()
        self._picked()

    def step_card(self, by: int) -> None:
        """To the next card of the column, or the one before."""
        rows = self.board.current_column.list
        row = rows.currentIndex().row() + by
        if 0 <= row < len(rows.cards.rows):
            key = rows.cards.rows[row].key
            self.board.select([key], key)

    # Inside

    def _compose(self) -> None:
        self._beside.setSpacing(0)
        self._beside.addWidget(self.board, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.bar)
        down.addLayout(self._beside, 1)
        down.addWidget(self.key_line)

    def _connect(self) -> None:
        bar, board, filing = self.bar, self.board, self.filing
        bar.session_chosen.connect(self._choose_session)
        bar.filtered.connect(self._filter)
        bar.filter_left.connect(board.take_focus)
        bar.field.begun.connect(self.cards.prepare)
        bar.field.passed.connect(board.take_focus)
        board.picked.connect(self._picked)
        board.dropped.connect(self.hand.drop)
        board.theme_dropped.connect(lambda *where: self.hand.drop_theme(self.themes, *where))
        board.theme_named.connect(filing.add_theme)
        board.renamed.connect(lambda key, name: filing.rename_theme(self.board.desk.themes[key], name))
        board.described.connect(lambda key, digest: filing.describe_theme(self.board.desk.themes[key], digest))
        board.menu_asked.connect(self._open_menu)
        board.drag_changed.connect(self._picked)
        filing.cards_changed.connect(self._read_again)
        filing.themes_changed.connect(self.load)
        filing.refused.connect(self.hand.let_go)
        self.by_name.chosen.connect(self.hand.file)
        self.by_name.named.connect(self.hand.file_in_new)
        self.by_name.left.connect(board.take_focus)

    def _show(self, columns: Collection[Column] | None) -> None:
        self.board.show_cards(self.cards, columns)
        self.bar.show_counts(self.cards.count, self.cards.grouped)
        self._picked()

    def _read_again(self, keys: Collection[Key]) -> None:
        """These cards are other than they were, or elsewhere; the columns that they touch are shown anew."""
        self.hand.let_go(keys)
        shown = [key for key in keys if self._session is None or key in self.cards]
        fresh = self.context.bridge.ask(lambda reads: reads.card(shown))
        if fresh is not None:
            self._show(self.cards.replace(shown, fresh))
            if self._panel is not None and self._panel.key in set(keys):
                self._reload_panel()

    def _take_up(self) -> None:
        """What was left before the restart, once."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self.board.set_compact(wanted.is_compact)
        self.board.fold(bytes.fromhex(key) for key in wanted.folded)
        self.board.select([bytes.fromhex(key) for key in wanted.selected], bytes.fromhex(wanted.current) or None)
        if wanted.has_panel:
            self.open_panel()

    def _reload_panel(self) -> None:
        if self._panel is not None and not self._panel.isHidden():
            self._panel.reload()

    def _choose_session(self, key: Key | None) -> None:
        self._session = key
        self.load()
        self.board.take_focus()

    def _filter(self, text: str) -> None:
        if self.cards.search_for(text):
            every: tuple[Column, ...] = (None, *(theme.key for theme in self.themes))
            self._show([key for key in every if self.board.column(key).is_in_sight])
            self._beyond.start()

    def _picked(self) -> None:
        keys = self.board.selected
        if self.has_panel and self.board.current is not None:
            self.panel.show_card(self.board.current)
        self._say(len(keys))
        self.context.actions.refresh()

    def _say(self, count: int) -> None:
        card = self.cards.get(self.board.current)
        if self.board.desk.moving:
            hints = [
                ("Shift", self.tr("while dropping: also in this theme, home stays")),
                ("Esc", self.tr("puts back")),
            ]
            moved = self.tr("%n card(s)", "", len(self.board.desk.moving))
            self.key_line.say(moved, self.tr("At an edge the wall scrolls by itself."), hints)
            return
        hints = [
            ("1–9", self.tr("file")),
            ("0", self.tr("to the tray")),
            ("Space", self.tr("read")),
            ("Enter", self.tr("open")),
            ("D", self.tr("side by side")),
            ("M", self.tr("merge")),
            ("F", self.tr("fold")),
        ]
        subject = self.tr("%n card(s)", "", count) if count > 1 else "" if card is None else str(card.number)
        message = self.tr("the panel saves as you type") if self.has_panel else ""
        self.key_line.say(subject, message, hints)

    def _open_menu(self, key: Column, at: QPoint) -> None:
        if key is not None:
            column = self.board.column(key)
            menu = ThemeMenu(self.context.look, self.themes, column, self.filing, self._keys_in, self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def _keys_in(self, key: Key) -> list[Key]:
        return [card.key for card in self.cards.whole(key)]

    def _number_of(self, key: Key) -> str:
        card = self.cards.get(key)
        return "" if card is None else str(card.number)
