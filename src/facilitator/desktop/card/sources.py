"""Where a recommendation comes from: its notes, and the ones that it was merged from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.style import restyle
from facilitator.desktop.widgets.section import Section
from facilitator.domain.nouns import Instant
from facilitator.domain.numbers import Number, parse_number
from facilitator.domain.rows import Other, SourceLine
from facilitator.domain.time_zone import time_zone

from .icon_button import IconButton

EDGE = 14


def clock_time(at: Instant | None, zone: str) -> str:
    """The time of day on the clocks of the workshop, empty when it is not known."""
    return "" if at is None else f"{datetime.fromtimestamp(at / 1000, time_zone(zone)):%H:%M}"


class Sources(Section):
    """`opened` with a note's `SourceLine`, `linked` with a `Number`, `unlinked` with a note's key."""

    opened = Signal(object)
    linked = Signal(object)
    unlinked = Signal(object)
    dissolved = Signal(object)
    """The key of the recommendation that stands for itself again."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Where it comes from"), key="Ctrl L")
        self.column.setContentsMargins(EDGE, 0, EDGE, 8)
        self._look = look
        self._rows: list[QWidget] = []
        self._link = IconButton(look, "link", self.tr("Link a note"))
        self._link.clicked.connect(self.begin)
        self.head.insertWidget(1, self._link)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Number of the note"))
        self.field.setPlaceholderText(self.tr("Number of the note, such as S3.12"))
        self.field.returnPressed.connect(self._take)
        self.field.textEdited.connect(lambda: self._complain(is_wrong=False))
        self.column.addWidget(self.field)
        self.field.hide()

    def show_sources(self, sources: Sequence[SourceLine], merged: Sequence[Other], zone: str) -> None:
        """Show these notes, and those recommendations that were merged into this one."""
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [*(self._row(one, zone) for one in sources), *(self._merged(one) for one in merged)]
        for place, row in enumerate(self._rows):
            self.column.insertWidget(place, row)
        self.tell(self.tr("%n note(s)", "", len(sources)))

    def begin(self) -> None:
        """Let the number of a note be typed."""
        self.field.show()
        self.field.clear()
        self.field.setFocus()

    def close_form(self) -> None:
        """Put the field away."""
        self.field.hide()

    def _row(self, one: SourceLine, zone: str) -> QWidget:
        row = QWidget()
        words = "  ".join(
            part for part in (str(one.note.number), clock_time(one.note.taken_at, zone), one.note.text) if part
        )
        note = LineButton(words)
        note.setAccessibleDescription(self.tr("Open note %1").replace("%1", str(one.note.number)))
        note.clicked.connect(partial(self.opened.emit, one))
        away = IconButton(self._look, "x", self.tr("Unlink note %1").replace("%1", str(one.note.number)))
        away.clicked.connect(partial(self.unlinked.emit, one.note.key))
        return _beside(row, note, away)

    def _merged(self, one: Other) -> QWidget:
        row = QWidget()
        words = LineButton(self.tr("was %1").replace("%1", str(one.number)) + "  " + one.wording)
        words.setEnabled(False)
        dissolve = QPushButton(self.tr("Dissolve"))
        dissolve.setFlat(True)
        dissolve.setAccessibleName(self.tr("Dissolve the merge of %1").replace("%1", str(one.number)))
        dissolve.clicked.connect(partial(self.dissolved.emit, one.key))
        return _beside(row, words, dissolve)

    def _take(self) -> None:
        number = parse_number(self.field.text())
        if number is None or not number.prefix.endswith("."):
            self._complain(is_wrong=True)
            return
        self.field.hide()
        self.linked.emit(Number(number.prefix, number.count))

    def _complain(self, *, is_wrong: bool) -> None:
        restyle(self.field, "missing", is_wrong)
        text = self.tr("A note's number looks like S3.12: session 3, note 12.")
        self.field.setToolTip(text if is_wrong else "")
        self.field.setAccessibleDescription(text if is_wrong else "")


@guarded
class LineButton(QPushButton):
    """A flat button of one line that is cut where there is no more room."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFlat(True)
        self.setMinimumWidth(60)
        self.setAccessibleName(text)
        # The line may be cut, and is nowhere else to be read in this panel.
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button with its text at the leading edge, cut."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        place = self.rect().adjusted(4, 0, -4, 0)
        cut = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, self.style().visualAlignment(self.layoutDirection(), align), cut)
        painter.end()


def _beside(row: QWidget, long: QPushButton, short: QPushButton) -> QWidget:
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(4)
    long.setProperty("row", True)
    short.setProperty("row", True)
    long.setSizePolicy(long.sizePolicy().Policy.Ignored, long.sizePolicy().Policy.Fixed)
    across.addWidget(long, 1)
    across.addWidget(short)
    return row
