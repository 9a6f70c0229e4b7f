"""The rail at the leading edge: the places, and below them what belongs to the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from facilitator.desktop.places import PLACES
from facilitator.desktop.widgets.rail_button import RailButton

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

WIDTH, WIDEST, FOLDED = 184, 208, 52
NARROW = 1000
"""Logical pixels; a window of 1920 at 200 % has 960."""


class Rail(QFrame):
    """Six places, then shortcuts, settings and fold. `chosen` names the place that was asked for."""

    chosen = Signal(str)
    folded = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._context = context
        self._is_folded = self._wants_folded = self._is_narrow = False
        self._group = QButtonGroup(self)
        self._places: dict[str, RailButton] = {}
        self._buttons: list[RailButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        for place in PLACES:
            text = QCoreApplication.translate("Places", place.text)
            self._places[place.name] = self._button(place.icon, text, f"go.{place.name}")
            self._group.addButton(self._places[place.name])
            column.addWidget(self._places[place.name])
        column.addStretch(1)
        for icon, text, command in (
            ("keyboard", self.tr("Shortcuts"), "shortcuts"),
            ("settings-2", self.tr("Settings"), "go.settings"),
            ("panel-left", self.tr("Fold"), "fold-rail"),
        ):
            column.addWidget(self._button(icon, text, command))
        self.fold(False)

    @property
    def is_folded(self) -> bool:
        """Whether only the icons are shown."""
        return self._is_folded

    @property
    def wants_folded(self) -> bool:
        """What the person chose last, whatever the window leaves room for."""
        return self._wants_folded

    def show_place(self, name: str) -> None:
        """Mark the place that is on the screen; none for the start page and the settings."""
        self._group.setExclusive(False)
        for place, button in self._places.items():
            with QSignalBlocker(button):
                button.setChecked(place == name)
        self._group.setExclusive(True)

    def fold(self, is_folded: bool) -> None:
        """Show the icons alone, or the words beside them: the person's choice."""
        self._wants_folded = is_folded
        self._show_folded(is_folded)

    def fit(self, width: int) -> None:
        """Give the words up when the window, `width` logical pixels wide, gets narrow, and bring them back."""
        if (width < NARROW) != self._is_narrow:
            self._is_narrow = width < NARROW
            self._show_folded(self._wants_folded or self._is_narrow)

    def _show_folded(self, is_folded: bool) -> None:
        self._is_folded = is_folded
        for button in self._buttons:
            button.set_folded(is_folded)
        # Some languages have longer words for the places than the usual width holds.
        widest = max(button.sizeHint().width() for button in self._buttons)
        self.setFixedWidth(FOLDED if is_folded else min(WIDEST, max(WIDTH, widest)))
        self.folded.emit(is_folded)

    def _button(self, icon: str, text: str, command: str) -> RailButton:
        button = RailButton(self._context.look, icon, text, "F1" if command == "shortcuts" else "")
        button.clicked.connect(lambda: self._context.actions.trigger(command))
        if command in {f"go.{place.name}" for place in PLACES}:
            button.setCheckable(True)
            # A screen reader marks a button of several without clicking it.
            button.toggled.connect(lambda is_on: is_on and self._context.actions.trigger(command))
        self._buttons.append(button)
        return button
