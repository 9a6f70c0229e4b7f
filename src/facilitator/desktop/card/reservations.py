"""What constituencies hold back when they agree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.section import Section
from facilitator.domain.nouns import Key, Reservation

EDGE = 14


class Reservations(Section):
    """`announced` with text and constituency; `withdrawn` with the key of one."""

    announced = Signal(str, str)
    withdrawn = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Reservation"))
        self._look_of_icons = look
        self._rows: list[QWidget] = []
        self._key: Key | None = None
        self._begun: dict[Key, tuple[str, str]] = {}
        self._add = QPushButton(look.icon("plus"), self.tr("Add"))
        self._add.setFlat(True)
        self._add.setAccessibleName(self.tr("Add a reservation"))
        self._add.clicked.connect(self.begin)
        look.changed.connect(self._paint_add)
        self.head.addWidget(self._add)
        self.column.setContentsMargins(EDGE, 0, EDGE, 8)
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("What is held back"))
        self.text.setPlaceholderText(self.tr("What is held back"))
        self.constituency = QLineEdit()
        self.constituency.setAccessibleName(self.tr("Constituency"))
        self.constituency.setPlaceholderText(self.tr("Constituency, no person"))
        self._announce = QPushButton(self.tr("Announce"))
        self._announce.clicked.connect(self._take)
        self.text.returnPressed.connect(self._take)
        self.constituency.returnPressed.connect(self._take)
        self._form = QWidget()
        down = QVBoxLayout(self._form)
        down.setContentsMargins(0, 0, 0, 4)
        down.addWidget(self.text)
        across = QHBoxLayout()
        across.addWidget(self.constituency, 1)
        across.addWidget(self._announce)
        down.addLayout(across)
        self.column.addWidget(self._form)
        self._form.hide()

    def _paint_add(self) -> None:
        self._add.setIcon(self._look_of_icons.icon("plus"))

    def show_reservations(self, reservations: Sequence[Reservation]) -> None:
        """Show those that stand."""
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in reservations]
        for place, row in enumerate(self._rows):
            self.column.insertWidget(place, row)
        # An empty one takes no room below its heading.
        self.fold(not reservations and self._form.isHidden())
        self.tell("" if reservations else self.tr("none announced"))

    def begin(self) -> None:
        """Let one be typed."""
        self.fold(False)
        self._form.show()
        self.text.setFocus()

    @property
    def is_begun(self) -> bool:
        """Whether something was typed and not announced."""
        return bool(self._begun) or any(self._typed())

    def turn_to(self, key: Key) -> None:
        """Another recommendation is shown; what was begun for the one before waits until that comes back."""
        if self._key is not None and any(self._typed()):
            self._begun[self._key] = self._typed()
        self._key = key
        text, constituency = self._begun.pop(key, ("", ""))
        self.text.setText(text)
        self.constituency.setText(constituency)
        self._form.setVisible(bool(text or constituency))

    def _typed(self) -> tuple[str, str]:
        return self.text.text().strip(), self.constituency.text().strip()

    def _row(self, one: Reservation) -> QWidget:
        row = QWidget()
        words = QLabel(f"{one.constituency}: {one.text}" if one.constituency else one.text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        away = QPushButton(self.tr("Withdraw"))
        away.setFlat(True)
        away.clicked.connect(partial(self.withdrawn.emit, one.id))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(words, 1)
        across.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _take(self) -> None:
        text, constituency = self._typed()
        if not text:
            self.text.setFocus()
            return
        self.text.clear()
        self.constituency.clear()
        self._form.hide()
        self.fold(not self._rows)
        self.announced.emit(text, constituency)
