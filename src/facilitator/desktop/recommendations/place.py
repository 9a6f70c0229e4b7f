"""The place with the table of all recommendations, and the card panel beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)

from facilitator.desktop.card.card_panel import CardPanel
from facilitator.desktop.place import Place
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.column_fit import ColumnFit
from facilitator.desktop.widgets.empty_place import EmptyPlace
from facilitator.desktop.widgets.table_rows import prepare_table
from facilitator.desktop.words import word_at_head
from facilitator.domain.cards import RegisterOrder
from facilitator.domain.kinds import Status

from .choosing import Wanted, Which
from .register_delegate import RegisterDelegate
from .register_model import Column, RegisterModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context
    from facilitator.domain.cards import RegisterRow
    from facilitator.domain.finding import FillInRow
    from facilitator.workspace.workspace import Changes

    from .choosing import Found

WIDTHS: dict[int, int] = {
    Column.NUMBER: 64,
    Column.THEMES: 190,
    Column.STATUS: 170,
    Column.ADDRESSED_TO: 180,
    Column.MISSING: 190,
}
ORDERS = {
    Column.NUMBER: RegisterOrder.NUMBER,
    Column.WORDING: RegisterOrder.WORDING,
    Column.THEMES: RegisterOrder.THEMES,
    Column.STATUS: RegisterOrder.STATUS,
    Column.ADDRESSED_TO: RegisterOrder.ADDRESSED_TO,
}
"""What the database can sort by; what is missing it does not know."""
NARROW = frozenset({Column.ADDRESSED_TO, Column.MISSING})
"""Columns that give way while the panel is open, which shows the same."""
GIVE_WAY = (Column.MISSING, Column.ADDRESSED_TO, Column.THEMES, Column.STATUS)
"""Columns that give way in this order where the text is large and the window small."""
LEAST = 300
"""Pixels that the wording needs, at the usual size of text."""
LEAST_LETTERS = 9
"""Letters of an entry that are always seen."""
SOON = 60
SHOWS = frozenset({"recommendation", "membership", "theme", "wording", "reservation", "source", "note"})


class RecommendationsPlace(Place):
    """Filter, sort, choose; the panel works on what is chosen."""

    name = "recommendations"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sorted_by = Column.NUMBER
        self._descending = False
        self._title = QLabel(self.tr("Recommendations"))
        self._bar = QHBoxLayout()
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._text = QLineEdit()
        self._status = Choice(context.look, self.tr("Status"))
        self._which = Choice(context.look, self.tr("Still to be done"))
        self._model = RegisterModel(self)
        self._delegate = RegisterDelegate(context.look, self._model)
        self.table = QTableView()
        self.panel = CardPanel(context, self)
        self._empty = EmptyPlace(
            context.look,
            "list-checks",
            self.tr("No recommendations yet"),
            self.tr("A note that begins with ! becomes a recommendation, with a number that never changes."),
            ((self.tr("Go to capture"), "Ctrl+2", lambda: context.actions.trigger("go.capture")),),
        )
        self._pages = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.load)
        self._compose()
        self._fit = ColumnFit(self.table, context.look, WIDTHS, GIVE_WAY, LEAST)
        self._prepare_table()
        self._connect()

    @property
    def rows(self) -> Sequence[RegisterRow]:
        """What the table shows, from the top."""
        return self._model.rows

    def load(self) -> None:
        """What meets the filter, sorted; the choice stays. Where all words are read for it, the answer follows."""
        wanted = self._wanted()
        if wanted.reads_words:
            self.context.bridge.ask_aside("register", wanted.find, partial(self._show_asked, wanted))
        elif (found := self.context.bridge.ask(wanted.find)) is not None:
            self._show(wanted, found)
        self.panel.reload()

    def _wanted(self) -> Wanted:
        status = self._status.currentData()
        return Wanted(
            text=self._text.text(),
            # Qt hands out plain texts for both.
            statuses=() if status is None else (Status(status),),
            which=Which(self._which.currentData()),
            order=ORDERS.get(self._sorted_by),
            descending=self._descending,
            kept=self.panel.key if self.panel.isVisible() else None,
        )

    def _show_asked(self, wanted: Wanted, found: Found) -> None:
        # Meanwhile something else may be wanted, of which the answer is shown already or follows.
        if wanted == self._wanted():
            self._show(wanted, found)

    def _show(self, wanted: Wanted, found: Found) -> None:
        chosen = self._current() if wanted.kept is None else wanted.kept
        self._model.show_register(*found)
        self._count.setText(self.tr("%n recommendation(s)", "", len(found[0])))
        is_empty = not found[0] and not wanted.text.strip() and not wanted.statuses and wanted.which is Which.ALL
        self._pages.setCurrentIndex(1 if is_empty else 0)
        self._select(chosen)

    def apply(self, changes: Changes) -> None:
        """Only what stands in the table."""
        if changes.rows.keys() & SHOWS:
            self.load()

    def take_focus(self) -> None:
        """In the table."""
        self.table.setFocus()

    def unsaved(self) -> bool:
        """What could not be written stands in the panel."""
        return self.panel.is_unsaved

    def flush(self) -> None:
        """What waits in the panel."""
        self.panel.flush()

    def step_back(self) -> bool:
        """The panel, then the filter."""
        if self.panel.isVisible():
            self.close_panel()
            return True
        had_text = bool(self._text.text())
        self._text.clear()
        self.table.setFocus()
        return had_text

    def go_to(self, key: bytes) -> None:
        """Choose a recommendation and open it beside; a filter that hides it goes."""
        if self._model.row_of(key) < 0:
            self._show_all()
            self.load()
        self._select(key)
        self.open_panel()

    def fill_in(self, gap: FillInRow) -> None:
        """In the panel, with the focus in the empty field."""
        self.go_to(gap.key)
        self.panel.fill_in(gap.field)

    def open_panel(self) -> None:
        """Show what is chosen beside the table."""
        key = self._current()
        if key is None:
            return
        if self.panel.isVisible() and self.panel.key == key:
            # Enter once more leads to the words.
            self.panel.wording.setFocus()
            return
        self.panel.show_card(key)
        # The rail says it too; at once, because a window that has grown for both does not shrink again.
        self._title.hide()
        self._bar.activate()
        self.panel.show()
        self._fit_columns()

    def close_panel(self) -> None:
        """The table alone."""
        self.panel.flush()
        self.panel.hide()
        self._title.show()
        self._fit_columns()
        self.table.setFocus()

    def remembered(self) -> str:
        """The filter."""
        return self._text.text()

    def come_back_to(self, remembered: str) -> None:
        """The same filter."""
        self._text.setText(remembered)

    def _show_all(self) -> None:
        """In an order that is read at once."""
        self._text.clear()
        self._status.setCurrentIndex(0)
        self._which.setCurrentIndex(0)
        if self._sorted_by not in ORDERS:
            self._sorted_by = Column.NUMBER

    def _compose(self) -> None:
        self._title.setProperty("heading", True)
        self._text.setPlaceholderText(self.tr("Filter by words, numbers, addressees"))
        self._text.setAccessibleName(self.tr("Filter"))
        self._text.setClearButtonEnabled(True)
        self._text.setMinimumWidth(140)
        self._text.setMaximumWidth(280)
        self._status.addItem(self.tr("Every status"), None)
        for status in Status:
            self._status.addItem(word_at_head(status), status)
        for which, name in (
            (Which.ALL, self.tr("Ready or not")),
            (Which.NOT_READY, self.tr("Not ready")),
            (Which.IN_BRACKETS, self.tr("Brackets open")),
        ):
            self._which.addItem(name, which)
        for choice in (self._status, self._which):
            # Beside the open panel there is less room than the longest entry takes.
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(LEAST_LETTERS)
        bar = QFrame()
        bar.setObjectName("placeBar")
        row = self._bar
        bar.setLayout(row)
        row.setContentsMargins(16, 7, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._text, 2)
        row.addWidget(self._which)
        row.addWidget(self._status)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(bar)
        left.addWidget(self._pages, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.panel)
        self.panel.hide()

    def _prepare_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Recommendations"))
        table.setModel(self._model)
        table.setItemDelegate(self._delegate)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        prepare_table(table, (Column.WORDING,))
        table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self._take_look()

    def _connect(self) -> None:
        self._text.textChanged.connect(lambda _: self._soon.start())
        self._text.returnPressed.connect(self.table.setFocus)
        for choice in (self._status, self._which):
            choice.currentIndexChanged.connect(lambda _: self._soon.start())
        self.table.activated.connect(lambda _: self.open_panel())
        self.table.doubleClicked.connect(lambda _: self.open_panel())
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        self.panel.closed.connect(self.close_panel)
        self.panel.stepped.connect(self._step)
        self.panel.asked.connect(self.leads)
        self.context.look.changed.connect(self._take_look)

    def _take_look(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._fit_columns()
        self.table.viewport().update()

    def _fit_columns(self) -> None:
        self._fit.leave_out(NARROW if self.panel.isVisible() else ())

    def _sort_by(self, section: int) -> None:
        column = Column(section)
        # What lacks most first, since that is what one sorts for.
        self._descending = not self._descending if column is self._sorted_by else column not in ORDERS
        self._sorted_by = column
        direction = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.table.horizontalHeader().setSortIndicator(section, direction)
        self.load()

    def _current(self) -> bytes | None:
        index = self.table.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() else None

    def _select(self, key: bytes | None) -> None:
        row = self._model.row_of(key) if key is not None else -1
        if row < 0 and self.panel.isVisible():
            # Whoever works on one that the filter hides goes on with it.
            self.table.selectionModel().clear()
            return
        index = self._model.index(max(0, row), 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, flags)
            self.table.scrollTo(index)

    def _follow(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self.panel.isVisible() and current.isValid():
            self.panel.show_card(self._model.rows[current.row()].key)

    def _step(self, by: int) -> None:
        row = self.table.currentIndex().row() + by
        if 0 <= row < len(self._model.rows):
            self._select(self._model.rows[row].key)
