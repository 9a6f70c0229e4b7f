"""The thin bar above: which workshop, which session, how much time is left, and the ways to everything else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from .command_field import CommandField

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

    from .workshop_bar import WorkshopBar

HEIGHT = 48


class TopBar(QFrame):
    """The palette at the trailing edge, and before it what belongs to the workshop, once one is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._context = context
        self._workshop: WorkshopBar | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 12, 0)
        self._row.setSpacing(12)
        self._row.addStretch(1)
        self._palette = CommandField(context, "palette", "")
        self._row.addWidget(self._palette)
        context.bridge.opened.connect(self._opened)

    def show_workshop(self, *, is_open: bool) -> None:
        """Leave out what belongs to a workshop while none is open."""
        if self._workshop is not None:
            self._workshop.setVisible(is_open)

    def prepare(self) -> WorkshopBar:
        """Make what belongs to a workshop, once; it is not shown before there is one."""
        if self._workshop is None:
            # Loaded now, so that the first paint does not wait for it.
            from .workshop_bar import WorkshopBar

            self._workshop = WorkshopBar(self._context)
            self._workshop.hide()
            self._row.insertWidget(0, self._workshop, 1)
            self._row.setStretch(1, 0)
            # It is made last, and Tab is to come through the bar from its beginning to its end.
            # Qt leaves out a step by which it would come round to the first, so all three are put in a row.
            in_row = (self._palette, self._workshop.switcher, self._workshop.search, self._palette)
            for before, after in pairwise(in_row):
                QWidget.setTabOrder(before, after)
        return self._workshop

    def _opened(self) -> None:
        bar = self.prepare()
        bar.show()
        bar.show_opened()
