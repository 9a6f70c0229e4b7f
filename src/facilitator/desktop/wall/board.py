"""The tray and the columns beside each other: one selection, one way to walk, one thing that is dragged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from facilitator.desktop.guard import guarded
from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine

from .card_column import CardColumn
from .card_painter import CardPainter
from .cards_by_theme import CardsByTheme, Column
from .desk import Desk
from .dragging import Dragging
from .hints import hint
from .new_theme_column import NewThemeColumn
from .theme_column import ThemeColumn
from .walking import neighbour

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

COLUMN, TRAY = 193, 240
BESIDE_PANEL = 156, 200
TRAY_SIDE, GAP = 12, 10
LARGEST_SHARE = 0.34
"""However large the text, the tray leaves room for a column."""


@guarded
class Board(QWidget):
    """Shows what `CardsByTheme` holds. What a person wants of it is told by signals, never done here."""

    picked = Signal()
    dropped = Signal(object, object, bool)
    """Onto a column, behind a card, as a further theme: the cards that are dragged."""
    theme_dropped = Signal(object, object, bool)
    """A theme, onto another one, behind it."""
    theme_named = Signal(str)
    renamed = Signal(object, str)
    described = Signal(object, str)
    menu_asked = Signal(object, QPoint)
    folded = Signal()
    drag_changed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = CardsByTheme()
        self._columns: dict[Column, ThemeColumn] = {}
        self._themes: tuple[ThemeLine, ...] = ()
        self._shown_order: list[Key] = []
        self._is_narrow = False
        moving_text = self.tr("%1 is being moved")
        painter = CardPainter(context.look, lambda number: moving_text.replace("%1", number))
        self.desk = Desk(context.look, context.actions, painter, self._drag_cards, self._drag_theme)
        painter.themes = self.desk.themes
        self._picking = QTimer(self, singleShot=True, interval=0)
        self._picking.timeout.connect(self.picked)
        self.tray = self._made(None, self)
        self._inside = QWidget()
        self._new = NewThemeColumn(context.look, self._inside)
        self._across = self._build_inside()
        self._area = self._build_area()
        self._dragging = Dragging(self.desk, self._area)
        self._dragging.changed.connect(self.drag_changed)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.tray)
        beside.addWidget(self._area, 1)
        context.look.changed.connect(self._look_changed)

    # What is shown

    def show_themes(self, themes: Sequence[ThemeLine]) -> None:
        """Let there be a column for each theme, in this order. The cards are shown by `show_cards`."""
        self._themes = tuple(themes)
        self.desk.themes.clear()
        self.desk.themes.update({theme.key: theme for theme in themes})
        keys = [theme.key for theme in themes]
        for key in [key for key in self._columns if key is not None and key not in self.desk.themes]:
            self._columns.pop(key).deleteLater()
        if keys != self._shown_order:
            for key in keys:
                if key not in self._columns:
                    self._made(key, self._inside)
            for place, key in enumerate(keys):
                self._across.insertWidget(place, self._columns[key])
            self._shown_order = keys
        self._new.set_hint("" if themes else self.tr("Press N to name the first theme. Its digit files cards in it."))
        self._fit()

    def show_cards(self, cards: CardsByTheme, columns: Collection[Column] | None = None) -> None:
        """Show what lies in these columns, or in all; the selection stays with its cards."""
        self._cards = cards
        kept, current = self.selected, self.current
        self._selected = None
        for key, column in self._columns.items():
            if columns is None or key in columns:
                theme = None if key is None else self.desk.themes.get(key)
                column.show_theme(theme, cards.shown(key), whole=len(cards.whole(key)), hint=hint(cards, theme))
        if kept != self.selected or current != self.current:
            self.select(kept, current)

    def set_narrow(self, is_narrow: bool) -> None:
        """Make room for the panel beside."""
        self._is_narrow = is_narrow
        self._fit()

    def set_compact(self, is_compact: bool) -> None:
        """Show the beginning of each wording only, or all of it."""
        self.desk.painter.is_compact = is_compact
        self._look_changed()

    def fold(self, keys: Iterable[Column], is_folded: bool = True) -> None:
        """Fold these columns, or open them."""
        for key in keys:
            if key in self._columns and key is not None:
                self._columns[key].fold(is_folded)

    @property
    def folded_columns(self) -> list[Key]:
        """The columns that are folded."""
        return [theme.key for theme in self._themes if self._columns[theme.key].is_folded]

    def column(self, key: Column) -> ThemeColumn:
        """A column. Raises KeyError for one that is not there."""
        return self._columns[key]

    def begin_new_theme(self) -> None:
        """Let the name of a new theme be typed behind the last column."""
        self._new.begin()
        QTimer.singleShot(0, lambda: self._area.ensureWidgetVisible(self._new))

    # Selection

    @property
    def selected(self) -> list[Key]:
        """The selected cards, column by column, from top to bottom."""
        if self._selected is None:
            self._selected = [key for column in self._in_order() for key in column.list.selected]
        return self._selected

    @property
    def current(self) -> Key | None:
        """The card on which the keys work, if any."""
        rows = self.current_column.list
        row = rows.currentIndex().row()
        return rows.cards.rows[row].key if 0 <= row < len(rows.cards.rows) else None

    @property
    def current_column(self) -> ThemeColumn:
        """The column that has or last had the focus."""
        here = self._columns.get(self._current_key)
        return self.tray if here is None else here

    def select(self, keys: Sequence[Key], current: Key | None = None) -> None:
        """Select these cards and no others, as far as they are shown; `current` becomes the one that keys work on."""
        wanted: dict[Column, list[int]] = {}
        for key in keys:
            if key in self._cards:
                home = self._cards.column_of(key)
                wanted.setdefault(home, []).append(self._columns[home].list.cards.row_of(key))
        for key_of_column, column in self._columns.items():
            rows = [row for row in wanted.get(key_of_column, ()) if row >= 0]
            _select_rows(column.list, rows)
        if current is not None and current in self._cards:
            self.make_current(current)

    def make_current(self, key: Key, *, selects: bool = False) -> None:
        """Let the keys work on a card that is here, and bring it onto the screen."""
        column = self._columns[self._cards.column_of(key)]
        index = column.list.cards.index_of(key)
        flag = QItemSelectionModel.SelectionFlag
        if index.isValid():
            self._current_key = column.column
            mode = flag.ClearAndSelect if selects else flag.NoUpdate
            column.list.selectionModel().setCurrentIndex(index, mode)
            column.list.scrollTo(index)

    def advance(self, filed: Collection[Key]) -> None:
        """Go on to the next card of the column from which these are being filed, which are on their way already."""
        rows = self.current_column.list.cards.rows
        numbers = [row for row, card in enumerate(rows) if card.key in filed]
        last = max(numbers, default=-1)
        after = next((card for card in rows[last + 1 :] if card.key not in filed), None)
        before = next((card for card in reversed(rows[: last + 1]) if card.key not in filed), None)
        following = after or before
        if following is not None:
            self.select([following.key], following.key)

    def take_focus(self) -> None:
        """The list of the current column, with a card to work on."""
        column = self.current_column
        if self.current is None and not column.list.cards.rows:
            column = next((one for one in self._in_order() if one.list.cards.rows), column)
        (column.header if column.is_folded else column.list).setFocus()
        if not self.selected and self.current is not None:
            self.select([self.current], self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tray must leave room."""
        super().resizeEvent(event)
        self._fit()

    # Inside

    _current_key: Column = None
    # Asked for by every command that could be possible; None while it has to be gathered anew.
    _selected: list[Key] | None = None

    def _build_inside(self) -> QHBoxLayout:
        across = QHBoxLayout(self._inside)
        across.setContentsMargins(7, 0, 7, 0)
        across.setSpacing(0)
        self._new.named.connect(self.theme_named)
        self._new.left.connect(self.take_focus)
        across.addWidget(self._new)
        across.addStretch(1)
        return across

    def _build_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName("columns")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        return area

    def _made(self, key: Column, parent: QWidget) -> ThemeColumn:
        column = ThemeColumn(key, self.desk, parent, side=TRAY_SIDE if key is None else GAP // 2)
        column.list.alone.connect(lambda: self._clear_others(column))
        column.list.picked.connect(lambda: self._picked_in(column))
        column.list.across.connect(lambda step, modifiers: self._walk(column, step, modifiers))
        column.list.above.connect(column.header.setFocus)
        column.list.dropped.connect(lambda after, is_further: self.dropped.emit(key, after, is_further))
        if key is not None:
            column.header.reached.connect(lambda: self._area.ensureWidgetVisible(column, 0, 0))
        column.header.below.connect(lambda: self._go_below(column))
        column.header.across.connect(lambda step: self._walk_heads(column, step))
        column.header.renamed.connect(lambda name: self.renamed.emit(key, name))
        column.header.described.connect(lambda digest: self.described.emit(key, digest))
        column.header.menu_asked.connect(lambda point: self.menu_asked.emit(key, point))
        column.theme_dropped.connect(lambda is_behind: self.theme_dropped.emit(self.desk.moving_theme, key, is_behind))
        column.folded.connect(self.folded)
        self._columns[key] = column
        return column

    def _in_order(self) -> list[ThemeColumn]:
        return [self.tray, *(self._columns[theme.key] for theme in self._themes if theme.key in self._columns)]

    def _fit(self) -> None:
        width, tray = BESIDE_PANEL if self._is_narrow else (COLUMN, TRAY)
        room = max(120, round(self.width() * LARGEST_SHARE))
        self.tray.set_width(min(self.desk.look.scaled(tray), room) - 2 * TRAY_SIDE)
        for column in self._in_order()[1:]:
            column.set_width(self.desk.look.scaled(width))
        self._new.setFixedWidth(self.desk.look.scaled(width))

    def _look_changed(self) -> None:
        self.desk.painter.forget()
        self._fit()
        for column in self._columns.values():
            column.list.remeasure()
            column.update()

    def _clear_others(self, column: ThemeColumn) -> None:
        for other in self._columns.values():
            if other is not column and other.list.selectionModel().hasSelection():
                other.list.selectionModel().clearSelection()

    def _picked_in(self, column: ThemeColumn) -> None:
        self._selected = None
        if column.list.hasFocus():
            self._current_key = column.column
        self._picking.start()

    def _walk(self, column: ThemeColumn, step: int, modifiers: Qt.KeyboardModifier) -> None:
        found = neighbour(self._in_order(), column, step)
        if found is None:
            return
        other, key = found
        if not modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            self.select([key], key)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.select([*self.selected, key], key)
        else:
            self.make_current(key)
        other.list.setFocus()
        self._area.ensureWidgetVisible(other, 0, 0)

    def _walk_heads(self, column: ThemeColumn, step: int) -> None:
        order = self._in_order()
        place = order.index(column) + step
        if 0 <= place < len(order):
            order[place].header.setFocus()

    def _go_below(self, column: ThemeColumn) -> None:
        if column.list.cards.rows and not column.is_folded:
            self._current_key = column.column
            key = column.list.cards.rows[0].key
            self.select([key], key)
            column.list.setFocus()

    def _drag_cards(self, source: CardColumn) -> None:
        selected = set(self.selected)
        cards = [card for column in self._in_order() for card in column.list.cards.rows if card.key in selected]
        # The card that was taken hold of lies on top.
        current = source.cards.rows[source.currentIndex().row()].key if source.currentIndex().isValid() else None
        cards.sort(key=lambda card: card.key != current)
        self._dragging.cards(source, cards, [column.list for column in self._in_order()])

    def _drag_theme(self, key: Key) -> None:
        self._dragging.theme(key, self._columns[key].header, [column.list for column in self._in_order()])


def _select_rows(rows: CardColumn, numbers: Sequence[int]) -> None:
    """Select these rows and no others; nothing happens where that is so already."""
    model = rows.selectionModel()
    if sorted(numbers) == sorted(index.row() for index in model.selectedIndexes()):
        return
    selection = QItemSelection()
    for number in numbers:
        index = rows.cards.index(number, 0)
        selection.select(index, index)
    model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
