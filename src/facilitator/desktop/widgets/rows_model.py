"""A thin item model: a list of snapshots, and what is shown of each by a table of roles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.desktop.guard import guarded

FEW = 20
"""Beyond so many changes, one large one is cheaper for the views."""


class Keyed(Protocol):
    """A snapshot that can be told from others."""

    @property
    def key(self) -> bytes:
        """The key of the thing in the store."""
        ...


Row = TypeVar("Row", bound=Keyed)
Index = QModelIndex | QPersistentModelIndex
Step = tuple[int, int, int, int]
"""Rows from the first to before the second go; in their place come new ones from the third to before the fourth."""
Roles = Mapping[int, Callable[[Row], object]]


@guarded
class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows in their order. `replace` changes only what differs, so that selection, editors and scroll stay."""

    def __init__(self, roles: Roles[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roles = roles
        self.rows: list[Row] = []
        self._numbers: dict[bytes, int] | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it; it is never changed
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a role shows of a row."""
        told = self._roles.get(role)
        return None if told is None or not index.isValid() else told(self.rows[index.row()])

    def row_of(self, key: bytes) -> int:
        """The row of a thing, -1 when it is not here."""
        if self._numbers is None:
            self._numbers = {row.key: number for number, row in enumerate(self.rows)}
        return self._numbers.get(key, -1)

    def index_of(self, key: bytes) -> QModelIndex:
        """The index of a thing, invalid when it is not here."""
        number = self.row_of(key)
        return self.index(number, 0) if number >= 0 else QModelIndex()

    def append(self, row: Row) -> None:
        """One more at the end."""
        self.insert(len(self.rows), [row])

    def insert(self, at: int, rows: Sequence[Row]) -> None:
        """More rows before the row `at`."""
        if rows:
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self.rows[at:at] = rows
            if at + len(rows) == len(self.rows) and self._numbers is not None:
                # At the end, as each note comes: the numbers of thousands of rows before it stay.
                self._numbers |= {row.key: at + place for place, row in enumerate(rows)}
            else:
                self._numbers = None
            self.endInsertRows()

    def remove(self, at: int, count: int = 1) -> None:
        """`count` rows from `at` on have gone."""
        if count:
            self.beginRemoveRows(QModelIndex(), at, at + count - 1)
            del self.rows[at : at + count]
            self._numbers = None
            self.endRemoveRows()

    def update(self, row: Row) -> None:
        """A row of this key is another now; nothing happens when it is not here."""
        number = self.row_of(row.key)
        if number >= 0 and self.rows[number] != row:
            self.rows[number] = row
            index = self.index(number, 0)
            self.dataChanged.emit(index, index)

    def exchange(self, at: int, row: Row) -> None:
        """Another thing stands in this row, as when what waited has become a note."""
        if self._numbers is not None:
            self._numbers.pop(self.rows[at].key, None)
            self._numbers[row.key] = at
        self.rows[at] = row
        index = self.index(at, 0)
        self.dataChanged.emit(index, index)

    def replace(self, rows: Sequence[Row]) -> None:
        """Show these rows instead, with as few changes as that takes."""
        steps = _steps([row.key for row in self.rows], [row.key for row in rows]) if self.rows else None
        if steps is None:
            self._rearrange(rows)
            return
        for old_from, old_to, new_from, new_to in reversed(steps):
            self.remove(old_from, old_to - old_from)
            self.insert(old_from, rows[new_from:new_to])
        self._renew(rows)

    def replace_all(self, rows: Sequence[Row]) -> None:
        """Show these rows instead; nothing that stood on a former one stays."""
        self.beginResetModel()
        self.rows = list(rows)
        self._numbers = None
        self.endResetModel()

    def _rearrange(self, rows: Sequence[Row]) -> None:
        """All rows anew; whatever stood on a row, such as a selection, is led to where that row is now."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self.rows[index.row()].key for index in held]
        self.rows = list(rows)
        self._numbers = None
        self.changePersistentIndexList(held, [self.index_of(key) for key in keys])
        self.layoutChanged.emit()

    def _renew(self, rows: Sequence[Row]) -> None:
        """Take over what is another in rows of the same keys, telling of neighbours at once."""
        changed = [at for at, row in enumerate(rows) if row is not self.rows[at] and row != self.rows[at]]
        self.rows = list(rows)
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))


def _steps(before: list[bytes], after: list[bytes]) -> list[Step] | None:
    """What has to be taken out and put in, from the start; None when there is too much of it, or something moved."""
    if before == after:
        return []
    # What is the same at both ends is left out: nearly always that is all but a row or two.
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    # Taken out and put in again, a row that moved would lose the selection and the editor that stand on it.
    if len(old) + len(new) > FEW or not _in_order(old, new):
        return None
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(start + a, start + b, start + c, start + d) for kind, a, b, c, d in steps if kind != "equal"]


def _in_order(old: list[bytes], new: list[bytes]) -> bool:
    """Whether the keys that are in both stand in the same order in both."""
    both = set(old) & set(new)
    return [key for key in old if key in both] == [key for key in new if key in both]


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of the runs without a gap in rising numbers; one over all when they are too many."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs if len(runs) <= FEW else [(runs[0][0], runs[-1][1])]


def _common(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many keys are the same from the start."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))
