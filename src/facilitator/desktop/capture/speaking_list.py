"""Who wants to speak, in turn, and how long the one who speaks has been speaking."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from facilitator.desktop.widgets.panel_list import PanelLine
from facilitator.desktop.widgets.section import Section
from facilitator.desktop.widgets.share_bar import ShareBar
from facilitator.desktop.widgets.short_label import ShortLabel
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.rows import Floor

from .grammar_field import GrammarField
from .waiting_list import WaitingList

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import NoteSpeaker, TurnLine

MINUTE = 60
LIMITS = (1, 2, 3, 5, 10, 0)
"""Minutes that can be chosen for a turn; 0 for no limit."""
NOBODY = Floor(None, ())


class SpeakingList(Section):
    """F6 puts a code on it, F8 calls the next one: `called` with the `NoteSpeaker` whose turn begins.

    What it shows is what is stored: it comes back after a crash, and undo takes back what was done here.
    """

    called = Signal(object)
    needed = Signal()
    """It must be on the screen, also where the panel is folded."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, self.tr("Speaking list"), key="F6")
        self._context = context
        self._session: Key | None = None
        self._floor = NOBODY
        self._is_off = False
        self._added = 0
        self._build()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_turn)
        self.show_floor(None, NOBODY, is_off=False)

    def turn_to(self, session: Key) -> None:
        """Another session comes: until its list is read, no key may act on that of the one before."""
        if session != self._session:
            self.show_floor(session, NOBODY, is_off=False)

    def show_floor(self, session: Key | None, floor: Floor, *, is_off: bool) -> None:
        """Show who has the floor in a session; off the record the list is closed."""
        is_same = (session, floor, is_off) == (self._session, self._floor, self._is_off)
        if _key(floor.speaking) != _key(self._floor.speaking):
            self._added = 0
        self._session, self._floor, self._is_off = session, floor, is_off
        if is_same and session is not None:
            return
        self._list.show_lines([self._line(place, one) for place, one in enumerate(floor.waiting, 1)])
        speaks = floor.speaking is not None
        self._turn.setVisible(speaks)
        self._more.setVisible(speaks and self._limit > 0)
        self._call.setEnabled(not is_off and (bool(floor.waiting) or speaks))
        self._list.setEnabled(not is_off)
        self.tell(self.tr("closed off the record") if is_off else "")
        (self._tick.start if speaks else self._tick.stop)()
        self._show_turn()

    def ask(self) -> None:
        """Let a code be typed; Enter puts it on the list."""
        if not self._is_off:
            self.needed.emit()
            self.fold(False)
            self._code.setText("@")
            self._asking.show()
            self._code.setFocus()
            # Names are looked up once for each question, and not in this thread: there may be thousands.
            self._context.bridge.ask_aside("names for the speaking list", lambda reads: reads.vocabulary(), self._know)

    def _know(self, vocabulary: Vocabulary) -> None:
        self._code.know(vocabulary)
        self._say_who()

    def _say_who(self) -> None:
        """Whom Enter puts on the list; a name that nobody has makes a new person, and must not do so unseen."""
        name, meant = self._code.speaker()
        says = meant.name if meant is not None else self.tr("somebody new: %1").replace("%1", name)
        self._says.setText(says if name else self.tr("Tab takes what is offered"))

    def call_next(self) -> None:
        """The first on the list speaks now; with nobody on it the turn ends."""
        session = self._session
        if session is None or self._is_off:
            return

        def tell(speaker: NoteSpeaker | None) -> None:
            if speaker is not None and session == self._session:
                self.called.emit(speaker)

        self._context.bridge.edit(
            self.tr("Call the next speaker"), lambda edits: edits.turns.call_next(session), then=tell
        )

    @property
    def _limit(self) -> int:
        return self._context.preferences.settings.turn

    def _build(self) -> None:
        look = self._context.look
        self._turn = QFrame()
        self._turn.setObjectName("card")
        self._who, self._time = ShortLabel(), QLabel()
        self._time.setTextFormat(Qt.TextFormat.PlainText)
        self._share = ShareBar(look, 200)
        first = QHBoxLayout()
        first.addWidget(self._who, 1)
        first.addWidget(self._time)
        turn = QVBoxLayout(self._turn)
        turn.setContentsMargins(10, 6, 10, 8)
        turn.addLayout(first)
        turn.addWidget(self._share)
        self._list = WaitingList(look, self.tr("Speaking list"))
        self._list.moved.connect(self._move)
        self._list.taken_off.connect(self._take_off)
        self._asking = self._make_asking()
        rows = QVBoxLayout()
        rows.setContentsMargins(12, 0, 12, 0)
        rows.setSpacing(8)
        rows.addWidget(self._turn)
        rows.addWidget(self._asking)
        self.column.addLayout(rows)
        self.column.addWidget(self._list)
        self.column.addLayout(self._buttons())
        # Below them: beside them it would push the panel out of its width.
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self._limits)
        below.addStretch(1)
        self.column.addLayout(below)

    def _make_asking(self) -> QFrame:
        asking = QFrame()
        self._code = GrammarField(self._context.look)
        self._code.setAccessibleName(self.tr("Code of who wants to speak"))
        self._code.setPlaceholderText(self.tr("Code or name, Enter"))
        self._code.entered.connect(lambda _: self._put_on())
        self._code.left.connect(self._leave)
        self._code.textChanged.connect(lambda _: self._say_who())
        self._says = QLabel()
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setProperty("quiet", True)
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._code)
        column.addWidget(self._says)
        asking.hide()
        return asking

    def _buttons(self) -> QHBoxLayout:
        self._call = QPushButton(self.tr("Call next"))
        self._call.setToolTip("F8")
        self._call.clicked.connect(self.call_next)
        self._more = QPushButton(self.tr("Add 1 min"))
        self._more.setFlat(True)
        self._more.clicked.connect(self._add_minute)
        self._limits = QPushButton()
        self._limits.setFlat(True)
        self._limits.setMenu(self._menu())
        self._limits.setProperty("chooses", True)
        self._show_limit()
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 0)
        for button in (self._call, self._more):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for minutes in LIMITS:
            menu.addAction(self._limit_told(minutes), partial(self._choose_limit, minutes))
        return menu

    def _limit_told(self, minutes: int) -> str:
        return self.tr("%n min a turn", "", minutes) if minutes else self.tr("No limit")

    def _choose_limit(self, minutes: int) -> None:
        preferences = self._context.preferences
        try:
            preferences.choose(replace(preferences.settings, turn=minutes))
        except FacilitatorError as error:
            from facilitator.desktop.bridge import Failure

            # The choice holds until the window is closed.
            self._context.bridge.failed.emit(Failure("", error))
        self._show_limit()
        self._more.setVisible(self._floor.speaking is not None and minutes > 0)
        self._show_turn()

    def _show_limit(self) -> None:
        self._limits.setText(self._limit_told(self._limit))
        self._limits.setAccessibleName(self.tr("Limit of a turn: %1").replace("%1", self._limits.text()))

    def _line(self, place: int, one: TurnLine) -> PanelLine:
        since = "" if one.asked_at is None else f"{datetime.fromtimestamp(one.asked_at / 1000).astimezone():%H:%M}"
        first = self.tr("speaks for the first time") if one.is_first else ""
        icon = "star" if one.is_first else ""
        speaker = one.speaker
        return PanelLine(one.key, speaker.name, speaker.code, str(place), since, icon, "accent", first)

    def _put_on(self) -> None:
        (name, meant), session = self._code.speaker(), self._session
        if name and session is not None:
            self._context.bridge.edit(
                self.tr("Put on the speaking list"),
                lambda edits: edits.turns.ask(session, meant.key if meant is not None else edits.people.speaker(name)),
            )
        self._leave()

    def _leave(self) -> None:
        self._asking.hide()
        self._context.actions.trigger("go.capture")

    def _move(self, key: bytes, after: bytes | None) -> None:
        self._context.bridge.edit(self.tr("Order of the speaking list"), lambda edits: edits.turns.move(key, after))

    def _take_off(self, key: bytes) -> None:
        self._context.bridge.edit(self.tr("Take off the speaking list"), lambda edits: edits.turns.withdraw(key))

    def _add_minute(self) -> None:
        self._added += 1
        self._show_turn()

    def _show_turn(self) -> None:
        speaking = self._floor.speaking
        if speaking is None:
            return
        began = speaking.began_at or 0
        seconds = max(0, int(time.time()) - began // 1000)
        self._who.setText(speaking.speaker.told)
        allowed = (self._limit + self._added) * MINUTE if self._limit else 0
        self._share.setVisible(allowed > 0)
        if not allowed:
            self._time.setText(_clock(seconds))
            return
        told = self.tr("%1 of %2") if seconds <= allowed else self.tr("%1 of %2, over")
        self._time.setText(told.replace("%1", _clock(seconds)).replace("%2", _clock(allowed)))
        left = 1 - seconds / allowed
        self._share.show_share(1 - left, "danger" if left <= 0.05 else "warn" if left <= 0.2 else "accent")


def _key(line: TurnLine | None) -> Key | None:
    return None if line is None else line.key


def _clock(seconds: int) -> str:
    return f"{seconds // MINUTE}:{seconds % MINUTE:02d}"
