"""The backups as a table: when, what is in them, and what has changed since."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt

from facilitator.desktop.guard import guarded
from facilitator.desktop.marking import N
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.table_rows import Index, TableRows
from facilitator.domain.backups import Found, Inside, difference
from facilitator.domain.errors import FacilitatorError


class Column(IntEnum):
    """The columns of the table."""

    WHEN = 0
    NOTES = 1
    RECOMMENDATIONS = 2
    PEOPLE = 3
    SINCE = 4
    WHERE = 5


HEADINGS = (
    N("Backups", "Made"),
    N("Backups", "Notes"),
    N("Backups", "Recommendations"),
    N("Backups", "People"),
    N("Backups", "The workshop now"),
    N("Backups", "Where"),
)
COUNTS: dict[Column, Callable[[Inside], int]] = {
    Column.NOTES: lambda inside: inside.notes,
    Column.RECOMMENDATIONS: lambda inside: inside.recommendations,
    Column.PEOPLE: lambda inside: inside.people,
}


@guarded
class BackupsModel(TableRows[Found]):
    """Backups, the newest first, against what the workshop holds now."""

    now: Inside | None = None

    def __init__(self, parent: QObject) -> None:
        super().__init__("Backups", HEADINGS, parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headings; over numbers they stand at the same edge."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in COUNTS:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, which is its tooltip too; numbers stand at the trailing edge."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(self.rows[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in COUNTS:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, found: Found, column: Column) -> str:
        if column is Column.WHEN:
            return f"{found.at:%d.%m.%Y %H:%M:%S}"
        if column is Column.WHERE:
            return _where(found)
        if isinstance(found.inside, FacilitatorError):
            return sentence(found.inside) if column is Column.SINCE else ""
        if column is Column.SINCE:
            return since(found.inside, self.now)
        return str(COUNTS[column](found.inside))


def since(then: Inside, now: Inside | None) -> str:
    """What the workshop has now and the backup has not, or the other way round, in words."""
    if now is None:
        return ""
    more = difference(then, now)
    if more is None:
        return _say(N("Backups", "another workshop of this name"))
    if more == Inside(now.workshop_id, 0, 0, 0, 0):
        return _say(N("Backups", "the same"))
    counted = (
        (more.notes, QCoreApplication.translate("Backups", "%n note(s)", None, abs(more.notes))),
        (
            more.recommendations,
            QCoreApplication.translate("Backups", "%n recommendation(s)", None, abs(more.recommendations)),
        ),
        (more.people, QCoreApplication.translate("Backups", "%n participant(s)", None, abs(more.people))),
    )
    # A sign before each, since there may be more of one and fewer of another.
    parts = [("+" if count > 0 else "\u2212") + text for count, text in counted if count]
    later = QCoreApplication.translate("Backups", "%n step(s) later", None, more.steps)
    return " · ".join([*parts, later if more.steps > 0 else _say(N("Backups", "an earlier state"))])


def _where(found: Found) -> str:
    if found.in_first and found.in_second:
        return _say(N("Backups", "in both folders"))
    return _say(N("Backups", "in the second folder")) if found.in_second else _say(N("Backups", "on this computer"))


def _say(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
