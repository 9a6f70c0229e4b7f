"""Who wants to speak, in turn, and how long the one who speaks has been speaking. Nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from facilitator.desktop.widgets.panel_list import PanelLine, PanelList
from facilitator.desktop.widgets.section import Section
from facilitator.desktop.widgets.share_bar import ShareBar

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import Vocabulary

TURN = 180
"""Seconds of a turn before anybody adds some."""
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody on the list: code and name as known, and since when, local time."""

    code: str
    name: str
    since: str


class SpeakingList(Section):
    """F6 puts a code on it, F8 calls the next one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, self.tr("Speaking list"), key="F6")
        self._context = context
        self._vocabulary: Vocabulary | None = None
        self._waiting: list[Waiting] = []
        self._speaking: Waiting | None = None
        self._allowed = TURN
        self._clock = QElapsedTimer()
        self._build()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_turn)
        self._show()

    def know(self, vocabulary: Vocabulary) -> None:
        """Whom a code means."""
        self._vocabulary = vocabulary

    def ask(self) -> None:
        """Let a code be typed; Enter puts it on the list."""
        self._code.show()
        self._code.setFocus()

    def call_next(self) -> None:
        """The first on the list speaks now; with nobody on it the turn ends."""
        self._speaking = self._waiting.pop(0) if self._waiting else None
        self._allowed = TURN
        if self._speaking is None:
            self._tick.stop()
        else:
            self._clock.start()
            self._tick.start()
        self._show()

    def _build(self) -> None:
        look = self._context.look
        self._turn = QFrame()
        self._turn.setObjectName("card")
        self._who, self._time = QLabel(), QLabel()
        for label in (self._who, self._time):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._share = ShareBar(look, 220)
        first = QHBoxLayout()
        first.addWidget(self._who, 1)
        first.addWidget(self._time)
        turn = QVBoxLayout(self._turn)
        turn.setContentsMargins(10, 6, 10, 8)
        turn.addLayout(first)
        turn.addWidget(self._share)
        self._list = PanelList(look, self.tr("Speaking list"))
        self._list.chosen.connect(self._take_off)
        self._code = QLineEdit()
        self._code.setAccessibleName(self.tr("Code of who wants to speak"))
        self._code.setPlaceholderText(self.tr("Code or name, Enter"))
        self._code.returnPressed.connect(self._put_on)
        self._code.hide()
        self._call = QPushButton(self.tr("Call next"))
        self._call.setToolTip("F8")
        self._call.clicked.connect(self.call_next)
        self._more = QPushButton(self.tr("Add 1 min"))
        self._more.setFlat(True)
        self._more.clicked.connect(self._add_minute)
        buttons = QHBoxLayout()
        buttons.addWidget(self._call)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        rows = QVBoxLayout()
        rows.setContentsMargins(12, 0, 12, 0)
        rows.setSpacing(8)
        rows.addWidget(self._turn)
        rows.addWidget(self._code)
        self.column.addLayout(rows)
        self.column.addWidget(self._list)
        buttons.setContentsMargins(12, 4, 12, 0)
        self.column.addLayout(buttons)

    def _put_on(self) -> None:
        typed = self._code.text().strip().lstrip("@")
        self._code.clear()
        self._code.hide()
        if typed:
            found = self._vocabulary.speaker(typed) if self._vocabulary is not None else None
            now = f"{datetime.now().astimezone():%H:%M}"
            self._waiting.append(Waiting(found.code if found else typed[:3], found.name if found else typed, now))
            self._show()
        self._context.actions.trigger("go.capture")

    def _take_off(self, key: bytes) -> None:
        """A click takes somebody off the list again."""
        del self._waiting[int(key)]
        self._show()

    def _add_minute(self) -> None:
        self._allowed += MINUTE
        self._show_turn()

    def _show(self) -> None:
        self._list.show_lines(
            [
                PanelLine(b"%d" % place, one.name, one.code, str(place + 1), one.since)
                for place, one in enumerate(self._waiting)
            ]
        )
        self._turn.setVisible(self._speaking is not None)
        self._more.setVisible(self._speaking is not None)
        self._call.setEnabled(bool(self._waiting) or self._speaking is not None)
        self._show_turn()

    def _show_turn(self) -> None:
        if self._speaking is None:
            return
        seconds = self._clock.elapsed() // 1000
        self._who.setText(f"{self._speaking.code}  {self._speaking.name}".strip())
        allowed = f"{self._allowed // MINUTE}:{self._allowed % MINUTE:02d}"
        spoken = f"{seconds // MINUTE}:{seconds % MINUTE:02d}"
        self._time.setText(self.tr("%1 of %2").replace("%1", spoken).replace("%2", allowed))
        left = 1 - seconds / self._allowed
        self._share.show_share(
            seconds / self._allowed, "danger" if left <= 0.05 else "warn" if left <= 0.2 else "accent"
        )
