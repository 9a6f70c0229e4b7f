"""Beside the column: who speaks here, who wants to, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.widgets.panel_list import HEIGHT, PanelLine, PanelList
from facilitator.desktop.widgets.section import Section
from facilitator.domain.overview import Gap

from .action_fields import ActionFields, missing
from .beside import SHOWN
from .note_columns import SIDE
from .shares_section import SharesSection
from .speaking_list import SpeakingList

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import Floor, NoteSpeaker, SpeakerLine


class SidePanel(QFrame):
    """`speaker_chosen` with a `NoteSpeaker`, `gap_chosen` with a `FillInRow`."""

    speaker_chosen = Signal(object)
    gap_chosen = Signal(object)
    needed = Signal()
    """Something in it must be on the screen, also where it is folded."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setFixedWidth(SIDE)
        look = context.look
        self._speakers: list[NoteSpeaker] = []
        self._gaps: list[FillInRow] = []
        self._lines: tuple[SpeakerLine, ...] = ()
        self._speaker_list = PanelList(look, self.tr("Speakers"), 9)
        # All of them: the panel scrolls as a whole, and a list with a bar of its own inside it would hold the wheel.
        self._gap_list = PanelList(look, self.tr("To fill in"), SHOWN)
        self._speaker_section = Section(look, self.tr("Speakers"))
        self._speaker_section.column.addWidget(self._speaker_list)
        self.speaking_list = SpeakingList(context)
        self._shares = SharesSection(context)
        self._gap_section = Section(look, self.tr("To fill in"), key="F7")
        self._action = ActionFields(context)
        self._gap_section.column.addWidget(self._action)
        self._gap_section.column.addWidget(self._gap_list)
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # What can be long comes last: it would push the others out of sight.
        for section in (self._speaker_section, self.speaking_list, self._shares, self._gap_section):
            column.addWidget(section)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.speaking_list.needed.connect(self.needed)
        self._speaker_list.chosen.connect(self._choose_speaker)
        self._gap_list.chosen.connect(self._choose_gap)
        self._gap_list.selectionModel().currentChanged.connect(self._follow)

    def show_speakers(self, lines: tuple[SpeakerLine, ...]) -> None:
        """Those who speak in the session, the first nine with Alt and a digit."""
        if lines == self._lines:
            return
        self._lines = lines
        self._speakers = [line.speaker for line in lines]
        self._speaker_list.show_lines(
            [PanelLine(one.speaker.key, one.speaker.name, one.speaker.code, end=_said(one)) for one in lines]
        )
        self._speaker_section.setVisible(bool(lines))

    def show_gaps(self, gaps: tuple[FillInRow, ...]) -> None:
        """What is still open in the workshop, this session first; the list is left alone while nothing differs."""
        if list(gaps) == self._gaps:
            return
        self._gaps = list(gaps)
        self._gap_list.show_lines([self._gap_line(place, gap) for place, gap in enumerate(gaps)])
        is_cut = len(gaps) >= SHOWN
        self._gap_section.tell(f"{len(gaps)}{'+' if is_cut else ''}" if gaps else "")

    def show_floor(self, session: Key, floor: Floor, *, is_off: bool) -> None:
        """Who speaks and who waits."""
        self.speaking_list.show_floor(session, floor, is_off=is_off)
        self._shares.show_session(session)

    def show_action(self, gap: FillInRow) -> None:
        """Let who and when of an action be typed."""
        self.needed.emit()
        self._gap_section.fold(False)
        self._action.show_action(gap)
        self._area.ensureWidgetVisible(self._action)

    def choose_nth(self, place: int) -> None:
        """The speaker of Alt and a digit, counted from 0."""
        if place < len(self._speakers):
            self.speaker_chosen.emit(self._speakers[place])

    def _follow(self, index: QModelIndex) -> None:
        """Whoever goes through what is open by keys sees where they are: the list itself never scrolls."""
        if index.isValid() and self._gap_list.hasFocus():
            place = self._gap_list.mapTo(self._content, self._gap_list.visualRect(index).center())
            self._area.ensureVisible(place.x(), place.y(), 0, HEIGHT)

    def _gap_line(self, place: int, gap: FillInRow) -> PanelLine:
        number = "" if gap.gap is Gap.SPEAKER else gap.label
        return PanelLine(b"%d" % place, self._told(gap), number=number, icon="flag", token="warn")

    def _told(self, gap: FillInRow) -> str:
        match gap.gap:
            case Gap.CHECK_LATER:
                return gap.text
            case Gap.SPEAKER if gap.is_known:
                return f"{gap.label}: {missing(gap.field)}"
            case Gap.SPEAKER:
                return self.tr("who is %1?").replace("%1", gap.label)
            case Gap.ACTION | Gap.MATRIX:
                return missing(gap.field)

    def _choose_speaker(self, key: bytes) -> None:
        self.speaker_chosen.emit(next(one for one in self._speakers if one.key == key))

    def _choose_gap(self, key: bytes) -> None:
        self.gap_chosen.emit(self._gaps[int(key)])


def _said(line: SpeakerLine) -> str:
    """How many notes, and how long they spoke, in minutes and seconds."""
    seconds = line.spoken // 1000
    return f"{line.notes} · {seconds // 60}:{seconds % 60:02d}" if seconds else str(line.notes)
