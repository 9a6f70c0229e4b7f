"""The rows of the register as Qt's tables want them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from facilitator.desktop.guard import guarded
from facilitator.desktop.marking import N
from facilitator.desktop.translation import explained
from facilitator.desktop.widgets.table_rows import Index, TableRows
from facilitator.desktop.words import word
from facilitator.domain.kinds import Status
from facilitator.domain.readiness import State, readiness_of

if TYPE_CHECKING:
    from facilitator.domain.cards import RegisterRow
    from facilitator.domain.nouns import Key
    from facilitator.domain.readiness import Finding
    from facilitator.domain.rows import Chip


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    WORDING = 1
    THEMES = 2
    STATUS = 3
    ADDRESSED_TO = 4
    MISSING = 5


HEADINGS = (
    N("Register", "No."),
    N("Register", "Wording"),
    N("Register", "Themes"),
    N("Register", "Status"),
    N("Register", "Addressed to"),
    N("Register", "What is missing"),
)


@guarded
class RegisterModel(TableRows["RegisterRow"]):
    """Shows rows as they were sorted; what a row still lacks is read when it is shown."""

    def __init__(self, parent: QObject) -> None:
        self._themes: Mapping[Key, Chip] = {}
        super().__init__("Register", HEADINGS, parent)

    def show_register(self, rows: Sequence[RegisterRow], themes: Mapping[Key, Chip]) -> None:
        """Show these rows with the themes that they name."""
        self._themes = themes
        self.show_rows(rows)

    def chips(self, row: int) -> list[Chip]:
        """The themes of a recommendation, the home first."""
        return [self._themes[key] for key in self.rows[row].themes if key in self._themes]

    def lacks(self, row: int) -> tuple[str, str]:
        """What is missing, and what was not checked, in words; that it is ready when nothing is either."""
        findings = readiness_of(self.rows[row])
        missing, unchecked = (_named(findings, state) for state in (State.MISSING, State.UNCHECKED))
        if findings and not missing and not unchecked:
            return QCoreApplication.translate("Register", "ready"), ""
        if unchecked:
            told = QCoreApplication.translate("Register", "not checked: %1")
            unchecked = told.replace("%1", unchecked)
        return missing, unchecked

    def is_ready(self, row: int) -> bool:
        """Whether nothing is missing, as far as that was checked."""
        return all(finding.state is not State.MISSING for finding in readiness_of(self.rows[row]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, which is spoken too; the reasons of what is missing as its tooltip."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(index.row(), Column(index.column()))
        reasons = {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}
        if role in reasons and index.column() == Column.MISSING:
            findings = readiness_of(self.rows[index.row()])
            return "\n".join(explained(finding) for finding in findings if finding.state is not State.THERE)
        return None

    def _text(self, number: int, column: Column) -> str:
        row = self.rows[number]
        match column:
            case Column.NUMBER:
                return str(row.number)
            case Column.WORDING:
                return row.wording
            case Column.THEMES:
                return ", ".join(chip.name for chip in self.chips(number))
            case Column.STATUS:
                return word(Status(row.status))
            case Column.ADDRESSED_TO:
                return row.addressed_to
            case Column.MISSING:
                return "; ".join(filter(None, self.lacks(number)))


def _named(findings: Sequence[Finding], state: State) -> str:
    return ", ".join(word(finding.point) for finding in findings if finding.state is state)
