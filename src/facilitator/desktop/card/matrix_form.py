"""The five fields of the recommendation matrix; an empty one shows an example and a warning edge."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit

from facilitator.desktop.look.look import Look
from facilitator.desktop.look.style import restyle
from facilitator.desktop.widgets.kept_fields import KeptFields
from facilitator.desktop.widgets.section import Section
from facilitator.domain.cards import MATRIX
from facilitator.domain.nouns import Recommendation

LABEL, EDGE = 98, 14


class MatrixForm(Section):
    """Its fields are `kept` by their names in the matrix."""

    typed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Matrix"))
        self.fields: dict[str, QLineEdit] = {}
        self.kept = KeptFields(self)
        grid = QGridLayout()
        grid.setContentsMargins(EDGE, 0, EDGE, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, LABEL)
        for row, (field, name, example) in enumerate(self._texts()):
            edit = QLineEdit()
            edit.setAccessibleName(name)
            edit.setPlaceholderText(example)
            edit.textChanged.connect(self._mark)
            edit.textEdited.connect(self.typed)
            label = QLabel(name)
            label.setProperty("quiet", True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
            self.fields[field] = edit
            self.kept.keep(field, edit)
        self.column.addLayout(grid)
        self._mark()

    def show_fields(self, card: Recommendation) -> None:
        """Show what is stored."""
        for field in self.fields:
            self.kept.show(field, str(getattr(card, field)))
        self._mark()

    def text(self, field: str) -> str:
        """What a field holds, saved or not."""
        return self.kept.text(field).strip()

    def _texts(self) -> list[tuple[str, str, str]]:
        names = (self.tr("Addressed to"), self.tr("Action"), self.tr("Timeframe"), self.tr("Indicator"))
        examples = (
            self.tr("e.g. ministries of finance"),
            self.tr("e.g. cost and publish"),
            self.tr("e.g. each budget year"),
            self.tr("e.g. share of actions with a public cost"),
            self.tr("e.g. two budget officers"),
        )
        return list(zip(MATRIX, (*names, self.tr("Resources")), examples, strict=True))

    def _mark(self) -> None:
        filled = 0
        for edit in self.fields.values():
            is_missing = not edit.text().strip()
            filled += not is_missing
            restyle(edit, "missing", is_missing)
        self.tell(self.tr("%1 of %2 filled").replace("%1", str(filled)).replace("%2", str(len(self.fields))))
