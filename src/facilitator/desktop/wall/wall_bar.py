"""The bar above the wall: how far the grouping is, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.icon_tool import IconTool
from facilitator.desktop.widgets.share_bar import ShareBar
from facilitator.desktop.widgets.short_label import ShortLabel

from .keyed_button import KeyedButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Key, Session

HEIGHT, SHARE, FIELD, SESSIONS = 48, 120, 200, 180


class WallBar(QFrame):
    """`session_chosen` with a key, or None for all; `filtered` with the words of the filter."""

    session_chosen = Signal(object)
    filtered = Signal(str)
    filter_left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("placeBar")
        self.setFixedHeight(HEIGHT)
        self._keys: list[Key | None] = [None]
        title = QLabel(self.tr("Wall"))
        title.setProperty("heading", True)
        self._counts = ShortLabel()
        self._counts.setProperty("quiet", True)
        # Where it is narrow the figures go first; the share and its spoken name stay.
        self._share = ShareBar(context.look, SHARE)
        self.field = FilterField(self)
        self.field.textChanged.connect(self.filtered)
        self._sessions = Choice(context.look, self.tr("Session whose recommendations are shown"))
        self._sessions.setMaximumWidth(SESSIONS)
        self._sessions.setMinimumContentsLength(12)
        self._sessions.activated.connect(lambda row: self.session_chosen.emit(self._keys[row]))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self._counts)
        row.addWidget(self._share)
        row.addStretch(1)
        for widget in (self.field, self._sessions, self._new_theme(context), self._more(context)):
            row.addWidget(widget)

    def show_counts(self, count: int, grouped: int) -> None:
        """Say how many recommendations there are and how many lie in a theme."""
        # Two counts in one sentence: each is a sentence part of its own in the language of the person.
        total = self.tr("%n recommendation(s)", "", count)
        text = self.tr("%1, %2 grouped").replace("%1", total).replace("%2", str(grouped))
        self._counts.setText(text)
        self._share.setAccessibleName(text)
        self._share.show_share(grouped / count if count else 0.0, "accent")

    def show_sessions(self, sessions: Sequence[Session], chosen: Key | None) -> None:
        """Offer these sessions to choose from."""
        self._keys = [None, *(session.id for session in sessions)]
        with QSignalBlocker(self._sessions):
            self._sessions.clear()
            names = (f"{session.number}  {session.title}" for session in sessions)
            self._sessions.addItems([self.tr("All sessions"), *names])
            self._sessions.setCurrentIndex(self._keys.index(chosen) if chosen in self._keys else 0)

    def begin_filter(self) -> None:
        """Let the words be typed."""
        self.field.begun.emit()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def end_filter(self) -> bool:
        """Show all cards again; whether some were hidden, or the field was there."""
        if not self.field.isVisible():
            return False
        self._leave_filter()
        return True

    def _leave_filter(self) -> None:
        self.field.clear()
        self.field.hide()
        self.filter_left.emit()

    def _new_theme(self, context: Context) -> KeyedButton:
        button = KeyedButton(context.look, "plus", self.tr("New theme"), "N")
        button.clicked.connect(lambda: context.actions.trigger("wall.new-theme"))
        return button

    def _more(self, context: Context) -> QToolButton:
        button = IconTool(context.look, "ellipsis")
        button.setAccessibleName(self.tr("More about the wall"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for command in ("wall.filter", "wall.density", "wall.file-by-name", "wall.merge", "wall.compare"):
            menu.addAction(context.actions.action(command))
        menu.aboutToShow.connect(context.actions.refresh)
        button.setMenu(menu)
        return button


@guarded
class FilterField(QLineEdit):
    """Words that leave only the cards in which they stand. Esc shows all again, Enter and Down go to the cards."""

    begun = Signal()
    passed = Signal()

    def __init__(self, parent: QFrame) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Filter the cards"))
        self.setPlaceholderText(self.tr("Words or number"))
        self.setClearButtonEnabled(False)
        self.setFixedWidth(FIELD)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The ways out of the field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.passed.emit()
        else:
            super().keyPressEvent(event)
