"""The line that is not entered yet, kept so that it comes back after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from facilitator.desktop.bridge import Failure

from .desk import put_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.nouns import Key

WAIT = 400
"""Milliseconds after the last key in which more keys are expected before the text is saved."""


class Draft(QObject):
    """Saves the text at most 400 ms after the last key, and at once when asked; off the record it saves nothing.

    Each session has a line of its own. Those of sessions that were left are remembered too: what was asked to be
    written need not be on the disk yet when somebody comes back.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: str | None = ""
        self._text = ""
        self._session: Key | None = None
        self._path: Path | None = None
        self._left: dict[Key, str] = {}
        self._unkept: set[Key] = set()
        """Sessions that were left and whose line may not be on the disk."""
        self._has_moved = False
        context.bridge.moved.connect(self._follow)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.flush)

    @staticmethod
    def place(session: Key | None) -> str:
        """Under which name the line of a session is kept."""
        return "capture" if session is None else f"capture {session.hex()}"

    def turn_to(self, session: Key) -> str:
        """Keep the line of the session that is left; the text that was begun in this one.

        What was begun in sessions that have been deleted comes behind it: nobody can turn to them any more.
        """
        self.flush()
        path = self._context.bridge.path
        before = {self.place(self._session): self._text} if path == self._path else {}
        if self._session is not None:
            self._left[self._session] = self._text
        self._session, self._path = session, path
        kept, sessions = self._context.bridge.ask(lambda reads: (reads.drafts(), reads.sessions())) or ({}, ())
        if session in self._left:
            self._text, self._kept = self._left.pop(session), None
            self._unkept.discard(session)
        else:
            self._text = self._kept = kept.get(self.place(session), "")
        there = {self.place(one.id) for one in sessions}
        # The line that is left this moment need not be on the disk yet; those left before its session was deleted are.
        begun = {**kept, **before}
        if there and not self._context.bridge.is_read_only:
            self._take_over({place: text for place, text in begun.items() if place not in {self.place(None), *there}})
        return self._text

    def _take_over(self, gone: Mapping[str, str]) -> None:
        if gone:
            self._left = {key: text for key, text in self._left.items() if self.place(key) not in gone}
            self._unkept &= self._left.keys()
            self._text = " ".join(filter(None, (self._text, *gone.values())))
            # First it is kept here, then forgotten there: a crash in between loses nothing.
            self.flush()
            for place in gone:
                self._drop(place)

    def leave_workshop(self) -> None:
        """Another workshop is open, and nothing of this one is to be written there."""
        self._wait.stop()
        self._text, self._kept, self._session = "", "", None
        self._left.clear()
        self._unkept.clear()

    def add(self, session: Key, text: str) -> bool:
        """Something comes into the line of a session that was left, behind what was begun there.

        False for the session that is turned to: its line is on the screen.
        """
        if session == self._session:
            return False
        begun = self._left.get(session)
        if begun is None:
            begun = (self._context.bridge.ask(lambda reads: reads.drafts()) or {}).get(self.place(session), "")
        self._left[session] = put_behind(begun, text)
        self._keep_left(session)
        return True

    def take_move(self) -> bool:
        """Whether the workshop now goes on in a copy of its file, which has all lines that were kept; told once."""
        has_moved, self._has_moved = self._has_moved, False
        return has_moved

    def _follow(self) -> None:
        self._has_moved, self._path = True, self._context.bridge.path

    def keep(self, text: str) -> None:
        """Another text stands in the line."""
        self._text = text
        if text != self._kept:
            self._wait.start()

    def entered(self) -> None:
        """The line becomes a note, and the same step drops the draft."""
        self._wait.stop()
        self._text = self._kept = ""

    def renew(self) -> None:
        """What is on the disk is not known: write what stands in the line over it, also when that is nothing."""
        self._kept = None
        self.keep(self._text)

    def forget(self) -> None:
        """The line must not be kept: nothing of it may come back."""
        self._wait.stop()
        self._text = self._kept = ""
        self._drop(self.place(self._session))

    def _drop(self, place: str) -> None:
        self._context.bridge.run(lambda workspace: workspace.forget_draft(place), otherwise=self._refuser())

    def flush(self) -> None:
        """Save what differs from what was saved last."""
        self._wait.stop()
        for left in tuple(self._unkept):
            self._keep_left(left)
        text = self._text
        if text != self._kept and self._context.bridge.is_open:
            self._kept = text
            session = self._session
            self._context.bridge.run(
                lambda workspace: workspace.keep_draft(self.place(session), text, session), otherwise=self._refuser()
            )

    def _keep_left(self, session: Key) -> None:
        text = self._left[session]
        self._unkept.add(session)

        def kept(_: object) -> None:
            # Something may have come behind it since, and that is written by a request of its own.
            if self._left.get(session) == text:
                self._unkept.discard(session)

        self._context.bridge.run(
            lambda workspace: workspace.keep_draft(self.place(session), text, session),
            then=kept,
            otherwise=self._refuser(session),
        )

    def _refuser(self, asked: Key | None = None) -> Callable[[FacilitatorError], None]:
        """What follows a refusal: what is on the disk is not known, so the next time it is written whatever it says.

        It concerns the session for which it was asked, the one on the screen unless told, which may be left by then.
        """
        session = self._session if asked is None else asked

        def refused(error: FacilitatorError) -> None:
            if session in self._left:
                self._unkept.add(session)
            elif session == self._session:
                self._kept = None
            self._context.bridge.failed.emit(Failure("", error, self.flush))

        return refused
