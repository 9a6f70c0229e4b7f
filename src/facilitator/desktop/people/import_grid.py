"""The columns of a list with what each is taken for, and its first rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from facilitator.desktop.look.style import restyle
from facilitator.desktop.marking import N
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.short_label import ShortLabel
from facilitator.intake.columns import Field
from facilitator.intake.table import cell_name

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

    from .column_choices import ColumnChoices

FIELDS = {
    Field.NAME: N("People", "Name"),
    Field.CODE: N("People", "Code"),
    Field.ORGANISATION: N("People", "Organization"),
    Field.SECTOR: N("People", "Sector"),
    Field.COUNTRY: N("People", "Country"),
    Field.ROLE: N("People", "Role"),
    Field.EMAIL: N("People", "E-mail"),
    Field.LANGUAGE: N("People", "Languages"),
}
ROWS = 12
NARROWEST, NUMBER = 132, 36


class ImportGrid(QScrollArea):
    """`chosen` when a column was taken for something else."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: ColumnChoices | None = None
        self._boxes: list[Choice] = []
        self._says: list[ShortLabel] = []
        self._cells: dict[str, ShortLabel] = {}
        self.setWidgetResizable(True)

    @property
    def boxes(self) -> list[Choice]:
        """The field of each column, in their order."""
        return self._boxes

    def show_table(self, choices: ColumnChoices) -> None:
        """Show another table."""
        self._choices = choices
        self._boxes, self._says, self._cells = [], [], {}
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        table = choices.columns.table
        for column, heading in enumerate(table.header):
            self._add_head(grid, column, heading)
        for place, row in enumerate(table.rows[:ROWS]):
            grid.addWidget(self._label(str(row.number), quiet=True), place + 3, 0)
            for column, text in enumerate(row.cells):
                label = self._label(text)
                self._cells[cell_name(column + 1, row.number)] = label
                grid.addWidget(label, place + 3, column + 1)
        grid.setColumnMinimumWidth(0, NUMBER)
        grid.setRowStretch(ROWS + 3, 1)
        self.setWidget(content)
        self._show_fields()

    def mark(self, cells: set[str]) -> None:
        """Point out the cells that are named."""
        for name, label in self._cells.items():
            restyle(label, "pointed", name in cells)

    def _add_head(self, grid: QGridLayout, column: int, heading: str) -> None:
        letter = cell_name(column + 1, 0)[:-1]
        words = " ".join(heading.split())
        box = Choice(self._look, self.tr("Column %1, %2").replace("%1", letter).replace("%2", words))
        box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.addItem(self.tr("leave out"))
        box.addItems([QCoreApplication.translate("People", text) for text in FIELDS.values()])
        box.activated.connect(partial(self._choose, column))
        says = self._label("", quiet=True)
        head = self._label(f"{letter}  {words}", quiet=True)
        for row, widget in enumerate((head, box, says)):
            grid.addWidget(widget, row, column + 1)
        grid.setColumnMinimumWidth(column + 1, NARROWEST)
        grid.setColumnStretch(column + 1, 1)
        self._boxes.append(box)
        self._says.append(says)

    def _label(self, text: str, *, quiet: bool = False) -> ShortLabel:
        label = ShortLabel(" ".join(text.split()))
        label.setProperty("quiet", quiet)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        label.setContentsMargins(4, 0, 4, 0)
        label.setMinimumHeight(26)
        return label

    def _choose(self, column: int, row: int) -> None:
        if self._choices is not None:
            self._choices.choose(column, list(FIELDS)[row - 1] if row else None)
            self._show_fields()
            self.chosen.emit()

    def _show_fields(self) -> None:
        choices = self._choices
        if choices is None:
            return
        for column, (field, box, says) in enumerate(zip(choices.fields, self._boxes, self._says, strict=True)):
            with QSignalBlocker(box):
                box.setCurrentIndex(0 if field is None else list(FIELDS).index(field) + 1)
            if field is None:
                says.setText(self.tr("not taken"))
            else:
                says.setText(self.tr("recognised") if choices.is_recognised(column) else self.tr("as you said"))
