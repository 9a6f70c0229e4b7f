"""Below the column: the hint row, the capture line, the legend; off the record something else stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from facilitator.capture import read_line

from .capture_line import CaptureLine
from .hint_row import HintRow, Legend
from .note_columns import LARGE
from .off_record import OffRecord

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.rows import NoteSpeaker

    from .lines_page import LinesPage
    from .reading import Completion, Reading


class Desk(QFrame):
    """Holds the line; knows what the next note will be called."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("captureDesk")
        self._look = context.look
        self.line = CaptureLine(context)
        self._hint = HintRow(context)
        self._legend = Legend(context)
        self._keeps = QCheckBox(self.tr("Keep speaker"))
        self._keeps.setToolTip(self.tr("A line that names nobody is said by the one who was named last"))
        self._keeps.setChecked(context.preferences.settings.keeps_speaker)
        self._keeps.clicked.connect(context.actions.action("capture.keep-speaker").trigger)
        self.off_record = OffRecord(context)
        self._next = ""
        self._lines_page: LinesPage | None = None
        on_record = QWidget()
        column = QVBoxLayout(on_record)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        for widget in (self._hint, self.line):
            column.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._legend, 1)
        below.addWidget(self._keeps)
        column.addLayout(below)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(on_record)
        self._pages.addWidget(self.off_record)
        self._pages.addWidget(self._reading_alone())
        self.line.read_anew.connect(self._show_reading)
        context.look.changed.connect(self._take_look)
        self._take_look()

    def take_over(self, text: str) -> None:
        """What was typed into a note that has gone meanwhile goes on in the line, behind what stands there."""
        self.line.put(put_behind(self.line.toPlainText(), text))

    def show_kept(self, name: str, *, is_on: bool) -> None:
        """Whether a speaker is kept, and who it is now; empty for nobody."""
        self._keeps.setChecked(is_on)
        self._hint.show_stays(name)
        self._show_reading(self.line.reading, None)

    def type_on(self, letter: str) -> None:
        """A letter typed into the list was meant for the line."""
        if self.line.isEnabled():
            self.line.setFocus()
            self.line.insertPlainText(letter)

    def name_speaker(self, speaker: NoteSpeaker) -> None:
        """Somebody from the panel says what is in the line, or what comes."""
        from .reading import speaker_sign

        if not self.line.isEnabled():
            return
        if self.line.says_nothing:
            self.line.clear()
        self.line.name_speaker(speaker_sign(speaker))
        if self.lines_page is None:
            self.line.setFocus()

    def show_next(self, text: str) -> None:
        """What Enter will do, such as "saves as note 49"."""
        self._next = text
        self._show_reading(self.line.reading, None)

    @property
    def lines_page(self) -> LinesPage | None:
        """Several lines that wait to be confirmed, in the place of the line."""
        return self._lines_page

    def open_lines(self) -> LinesPage:
        """An empty page in the place of the line; one that was there goes."""
        # Built with the first: the first paint does not wait for it.
        from .lines_page import LinesPage

        self.close_lines()
        self._lines_page = LinesPage()
        self._pages.addWidget(self._lines_page)
        self._pages.setCurrentWidget(self._lines_page)
        return self._lines_page

    def close_lines(self) -> bool:
        """The line again; whether it was away."""
        page, self._lines_page = self._lines_page, None
        if page is None:
            return False
        if self._pages.currentWidget() is page:
            self._pages.setCurrentIndex(0)
        # The stack is as high as the highest of its pages, so this one goes.
        self._pages.removeWidget(page)
        page.deleteLater()
        return True

    @property
    def is_off_record(self) -> bool:
        """Whether the line is closed because nothing is to be stored."""
        return self._pages.currentWidget() is self.off_record

    def show_off_record(self, since: int | None) -> bool:
        """Close the line while nothing is stored; whether that is another state than before."""
        before = self._pages.currentIndex()
        if since is None and self._lines_page is not None:
            return False
        if since is None:
            self.off_record.end()
            self._pages.setCurrentIndex(0)
        else:
            self.close_lines()
            self.off_record.begin(since)
            self._pages.setCurrentIndex(1)
        self.line.setEnabled(since is None)
        return before != self._pages.currentIndex()

    def show_read_only(self) -> None:
        """Close the line of a workshop that is open for reading."""
        self.off_record.end()
        self.close_lines()
        self._pages.setCurrentIndex(2)
        self.line.setEnabled(False)

    def _reading_alone(self) -> QLabel:
        says = QLabel(self.tr("Open for reading: the line is closed."))
        says.setTextFormat(Qt.TextFormat.PlainText)
        says.setProperty("quiet", True)
        says.setContentsMargins(16, 12, 16, 12)
        return says

    def _show_reading(self, reading: Reading | None, completion: Completion | None) -> None:
        self._hint.show_reading(reading, completion, self._next)

    def _take_look(self) -> None:
        # In large type every line of the screen is needed for the notes.
        for widget in (self._legend, self._keeps):
            widget.setVisible(self._look.zoom < LARGE)


def put_behind(begun: str, text: str) -> str:
    """Two lines as one; where one of the two is private, all of it is."""
    parts = [part.removeprefix("//").strip() for part in (begun, text)]
    sign = "// " if any(map(_is_private, (begun, text))) else ""
    return sign + " ".join(part for part in parts if part)


def _is_private(typed: str) -> bool:
    line = read_line(typed)
    return line is not None and line.private
