"""When a session ends: what of it is still open, and the way to its summary, in the place and not in a dialog."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from facilitator.domain.overview import Gap
from facilitator.domain.time_zone import time_zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow
    from facilitator.domain.nouns import Key, Session


class Ending(QFrame):
    """Enter on its first button leads to the pages. The session has ended, whatever is done next.

    Who types on in the line, or into a note, keeps the focus there.
    """

    def __init__(self, context: Context, line: QPlainTextEdit) -> None:
        super().__init__()
        self.setObjectName("ending")
        self._context = context
        self._line = line
        self._typed = 0
        self._session: Key | None = None
        self._says, self._open = QLabel(), QLabel()
        for label in (self._says, self._open):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._open.setProperty("quiet", True)
        self._print = self._button(self.tr("Print the summary"), lambda: context.actions.trigger("print"))
        self._fill = self._button(self.tr("Go to what is open"), lambda: context.actions.trigger("fill-in"))
        self._go_on = self._button(self.tr("Go on with the session"), self.go_on)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._print, self._fill, self._go_on):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self._says)
        column.addWidget(self._open)
        column.addLayout(row)
        context.current.session_changed.connect(self.hide)
        context.bridge.opened.connect(self.hide)
        self.hide()

    def end(self) -> None:
        """The current session has ended now; say what is open and offer what comes next."""
        session = self._session = self._context.current.session
        if session is None:
            return
        self._typed = self._line.document().revision()
        self._context.bridge.edit(
            self.tr("End the session"), lambda edits: edits.sessions.close(session), then=lambda _: self._ended()
        )

    def _ended(self) -> None:
        self._ask()
        # Now nobody writes for a while, and the laptop may be closed.
        self._context.backups.prove()

    def go_on(self) -> None:
        """The current session begins now, or goes on after it has ended."""
        self._session = self._context.current.session
        self._reopen()

    def renew(self) -> None:
        """Something has changed: what was filled in is not open any more."""
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        session = self._session
        if session is not None:
            self._context.bridge.ask_aside(
                "ending",
                lambda reads: (reads.session(session), reads.fill_in_rows(session), reads.workshop().time_zone),
                lambda found: self._show(*found),
            )

    def _show(self, session: Session, gaps: tuple[FillInRow, ...], zone: str) -> None:
        if session.closed_at is None or session.id != self._context.current.session:
            self.hide()
            return
        ended = f"{datetime.fromtimestamp(session.closed_at / 1000, time_zone(zone)):%H:%M}"
        self._says.setText(
            self.tr("%1 ended at %2.").replace("%1", f"{session.number} {session.title}").replace("%2", ended)
        )
        self._open.setText(self._told(gaps))
        self._fill.setVisible(bool(gaps))
        if self.isHidden():
            self.show()
            if not self._is_typing:
                self._print.setFocus()

    @property
    def _is_typing(self) -> bool:
        """Whether the next key belongs to a text: the answer comes a while after Ctrl+E."""
        focus = QApplication.focusWidget()
        if focus is self._line:
            return bool(self._line.toPlainText()) or self._line.document().revision() != self._typed
        return isinstance(focus, QLineEdit | QPlainTextEdit)

    def _told(self, gaps: tuple[FillInRow, ...]) -> str:
        count = Counter(gap.gap for gap in gaps)
        parts = (
            self.tr("%n note(s) to check", "", count[Gap.CHECK_LATER]) if count[Gap.CHECK_LATER] else "",
            self.tr("%n speaker(s) not known", "", count[Gap.SPEAKER]) if count[Gap.SPEAKER] else "",
            self.tr("%n action(s) without who or when", "", count[Gap.ACTION]) if count[Gap.ACTION] else "",
            self.tr("%n empty field(s) of the matrix", "", count[Gap.MATRIX]) if count[Gap.MATRIX] else "",
        )
        told = ", ".join(filter(None, parts))
        return self.tr("Still open: %1.").replace("%1", told) if told else self.tr("Nothing of it is open.")

    def _reopen(self) -> None:
        session = self._session
        self.hide()
        if session is not None:
            self._context.bridge.edit(self.tr("Begin the session"), lambda edits: edits.sessions.open(session))
        self._context.actions.trigger("go.capture")

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        # Enter presses it, as it does in a dialog.
        button.setAutoDefault(True)
        button.clicked.connect(lambda _: do())
        return button
