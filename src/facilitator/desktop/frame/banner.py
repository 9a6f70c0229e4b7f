"""The line below the top bar that says what is wrong and offers the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from facilitator.desktop.look.style import restyle
from facilitator.desktop.notices import Notice

if TYPE_CHECKING:
    from facilitator.desktop.context import Context


class Banner(QFrame):
    """Shows the newest notice until a way out is taken or it is put aside."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: Notice | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.setSpacing(8)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._sentence, 1)
        self._buttons: list[QPushButton] = []
        context.notices.changed.connect(self._show_newest)
        self.hide()

    def _show_newest(self) -> None:
        notice = self._context.notices.newest
        # The notice on the screen may have been said again with other ways out, which equality does not see.
        if notice is self._shown:
            return
        self._shown = notice
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.setVisible(notice is not None)
        if notice is not None:
            self._fill(notice)

    def _fill(self, notice: Notice) -> None:
        self._sentence.setText(notice.text)
        restyle(self, "banner", notice.weight)
        for way in notice.ways_out:
            self._add_button(way.text, lambda *_, way=way: self._take(notice, way.take))
        self._add_button(self.tr("Dismiss"), lambda *_: self._context.notices.take_back(notice.topic))
        # Loaded when there is something to say: its roles and events are many, and the first paint needs none of them.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))

    def _add_button(self, text: str, do: object) -> None:
        button = QPushButton(text)
        button.clicked.connect(do)
        self._row.addWidget(button)
        self._buttons.append(button)

    def _take(self, notice: Notice, take: object) -> None:
        self._context.notices.take_back(notice.topic)
        if callable(take):
            take()
