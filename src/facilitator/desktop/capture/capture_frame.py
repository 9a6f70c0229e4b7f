"""Where the parts of the capture place stand: column and panel around the desk, with stand-ins until they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.style import restyle

from .note_columns import LARGE, SIDE

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

NARROW = 900
"""Below so many pixels the side panel folds by itself."""
EDGE = 4


@guarded
class CaptureFrame(QWidget):
    """The desk keeps its place and the focus when column and panel come."""

    def __init__(self, look: Look, desk: QWidget) -> None:
        super().__init__()
        self._look = look
        self._side_chosen: bool | None = None
        self._instead: QWidget | None = None
        self._above = QWidget()
        self._beside: QWidget = QFrame()
        self._above.setObjectName("notesToCome")
        self._above.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._beside.setObjectName("sidePanel")
        self._beside.setFixedWidth(SIDE)
        self.setObjectName("captureRoom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._above, 1)
        left.addWidget(desk)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addLayout(left, 1)
        self._across.addWidget(self._beside)
        look.changed.connect(self._fit_side)

    def furnish(self, column: QWidget, side: QWidget, ending: QWidget) -> None:
        """Put column and panel where their stand-ins are, and between column and desk what comes at the end."""
        self._left.insertWidget(1, ending)
        for stand_in, widget in ((self._above, column), (self._beside, side)):
            self._across.replaceWidget(stand_in, widget)
            stand_in.deleteLater()
        self._above, self._beside = column, side
        self._fit_side()

    def show_side(self) -> None:
        """Something in the panel is needed now."""
        if not self._beside.isVisible():
            self.fold_side()

    def show_instead(self, panel: QWidget) -> None:
        """Let another panel stand where the side panel stands, until it is hidden."""
        if self._instead is not panel:
            self._instead = panel
            panel.setFixedWidth(SIDE)
            panel.installEventFilter(self)
            self._across.addWidget(panel)
        panel.show()

    def end_instead(self) -> bool:
        """Bring the side panel back; whether another one stood there."""
        was_there = self._instead is not None and self._instead.isVisible()
        if was_there and self._instead is not None:
            self._instead.hide()
        return was_there

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The side panel makes room, and comes back."""
        if watched is self._instead and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._fit_side()
        return super().eventFilter(watched, event)

    def fold_side(self) -> None:
        """F9: the person decides from now on."""
        self._side_chosen = not self._beside.isVisible()
        self._fit_side()

    def show_off_record(self, is_off: bool) -> None:
        """A frame all around while nothing is stored."""
        restyle(self, "off", is_off)
        margin = EDGE if is_off else 0
        self._across.setContentsMargins(margin, margin, margin, margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the notes need the room."""
        super().resizeEvent(event)
        self._fit_side()

    def _fit_side(self) -> None:
        has_room = self.width() >= NARROW and self._look.zoom < LARGE
        is_free = self._instead is None or self._instead.isHidden()
        self._beside.setVisible(is_free and (has_room if self._side_chosen is None else self._side_chosen))
