"""Beside the column: who speaks here, who wants to, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.widgets.panel_list import PanelLine, PanelList
from facilitator.desktop.widgets.section import Section
from facilitator.domain.overview import Gap

from .note_columns import SIDE
from .speaking_list import SpeakingList

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow, Vocabulary
    from facilitator.domain.rows import NoteSpeaker, SpeakerLine


class SidePanel(QFrame):
    """`speaker_chosen` with a `NoteSpeaker`, `gap_chosen` with a `FillInRow`."""

    speaker_chosen = Signal(object)
    gap_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setFixedWidth(SIDE)
        look = context.look
        self._speakers: list[NoteSpeaker] = []
        self._gaps: list[FillInRow] = []
        self._next = 0
        self._speaker_list = PanelList(look, self.tr("Speakers"), 9)
        self._gap_list = PanelList(look, self.tr("To fill in"), 12)
        self._speaker_section = Section(look, self.tr("Speakers"))
        self._speaker_section.column.addWidget(self._speaker_list)
        self.speaking_list = SpeakingList(context)
        self._gap_section = Section(look, self.tr("To fill in"), key="F7")
        self._gap_section.column.addWidget(self._gap_list)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self._speaker_section, self.speaking_list, self._gap_section):
            column.addWidget(section)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._speaker_list.chosen.connect(self._choose_speaker)
        self._gap_list.chosen.connect(self._choose_gap)

    def show_speakers(self, lines: tuple[SpeakerLine, ...], vocabulary: Vocabulary) -> None:
        """Those who speak in the session, the first nine with Alt and a digit."""
        self._speakers = [line.speaker for line in lines]
        self._speaker_list.show_lines(
            [PanelLine(one.speaker.key, one.speaker.name, one.speaker.code, end=str(one.notes)) for one in lines]
        )
        self._speaker_section.setVisible(bool(lines))
        self.speaking_list.know(vocabulary)

    def show_gaps(self, gaps: tuple[FillInRow, ...]) -> None:
        """What is still open in the session."""
        self._gaps = list(gaps)
        self._next = 0
        self._gap_list.show_lines(
            [
                PanelLine(
                    b"%d" % place, self._told(gap), number=gap.label.rpartition(".")[2], icon="flag", token="warn"
                )
                for place, gap in enumerate(gaps)
            ]
        )
        self._gap_section.tell(str(len(gaps)) if gaps else "")

    def choose_nth(self, place: int) -> None:
        """The speaker of Alt and a digit, counted from 0."""
        if place < len(self._speakers):
            self.speaker_chosen.emit(self._speakers[place])

    def next_gap(self) -> None:
        """Go to what is open, one after the other, and from the last to the first."""
        if self._gaps:
            self._next %= len(self._gaps)
            self.gap_chosen.emit(self._gaps[self._next])
            self._next += 1

    def _told(self, gap: FillInRow) -> str:
        match gap.gap:
            case Gap.CHECK_LATER:
                return gap.text
            case Gap.SPEAKER:
                return self.tr("who is %1?").replace("%1", gap.label)
            case Gap.ACTION:
                return gap.text
            case Gap.MATRIX:
                return self.tr("%1?").replace("%1", gap.field.replace("_", " "))

    def _choose_speaker(self, key: bytes) -> None:
        self.speaker_chosen.emit(next(one for one in self._speakers if one.key == key))

    def _choose_gap(self, key: bytes) -> None:
        self.gap_chosen.emit(self._gaps[int(key)])
