"""Going off the record and coming back: the line is closed before the answer comes, and opens again when it is no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.desktop.bridge import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.rows import SessionLine

    from .desk import Desk
    from .draft import Draft


class RecordSwitch(QObject):
    """`put_away` leaves whatever is edited among the notes; `reload` shows the session as it is, with the focus."""

    def __init__(
        self,
        context: Context,
        desk: Desk,
        draft: Draft,
        put_away: Callable[[], object],
        reload: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self._draft = draft
        self._put_away = put_away
        self._reload = reload
        self._begun = ""

    def turn(self, session: SessionLine) -> None:
        """Off the record, or back."""
        if session.off_record_since is None:
            self._go(session)
        else:
            label = self.tr("Back on the record")
            self._context.bridge.edit(label, lambda edits: edits.intervals.come_back(session.key))

    def _go(self, session: SessionLine) -> None:
        # Nothing of a line that was begun may lie on the disk while nothing is to be stored, and no key that is pressed
        # before the answer comes may be taken.
        self._put_away()
        self._begun = self._desk.line.toPlainText()
        self._desk.line.clear()
        self._desk.line.setEnabled(False)
        self._draft.forget()
        label = self.tr("Go off the record")

        def refused(error: FacilitatorError) -> None:
            """The line opens again with what stood in it, and the window says why."""
            self._desk.line.put(self._begun)
            self._reload()
            self._context.bridge.failed.emit(Failure(label, error, lambda: self._go(session)))

        self._context.bridge.edit(label, lambda edits: edits.intervals.go_off_record(session.key), otherwise=refused)
