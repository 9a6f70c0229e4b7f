"""A panel at the side of a place with a compiled form in it, which scrolls where it is too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.left_behind import LeftBehind

from .kept_fields import KeptFields

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place


class Form(Protocol):
    """What the compiler makes of a file in `ui`."""

    def setupUi(self, content: QWidget) -> None:
        """Put its widgets into a widget."""
        ...


class FormPanel(QFrame):
    """Holds the form, `fields` that save what is typed by themselves, and what was refused and `left_behind`.

    `behind` when something that was read could not be shown, because newer edits were on their way, and now can be.
    """

    behind = Signal()

    def __init__(self, context: Context, place: Place, form: Form, width: int) -> None:
        super().__init__()
        self._context = context
        self._is_behind = False
        self.left_behind = LeftBehind(context, place)
        context.bridge.idle.connect(self._catch_up)
        self.setObjectName("sidePanel")
        self.setFixedWidth(width)
        content = QWidget()
        form.setupUi(content)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.fields = KeptFields(self)

    @property
    def is_unsaved(self) -> bool:
        """Whether something that was typed is not on the disk."""
        return self.fields.has_unsaved or self.left_behind.is_unsaved

    def may_show(self) -> bool:
        """Whether what was read is the newest: an answer to an older edit must not be shown over newer words."""
        self._is_behind = self._context.bridge.is_waiting
        return not self._is_behind

    def flush(self) -> None:
        """Save what waits in a field."""
        self.fields.flush()

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self.behind.emit()

    def say_under(self, label: QLabel, text: str) -> None:
        """Say under a field what is wrong with it; nothing takes no room."""
        label.setText(text)
        label.setVisible(bool(text))
