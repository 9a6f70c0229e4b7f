"""Filing by name: a field over the wall that finds the theme from its first letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.desktop.card.theme_chips import sign_icon
from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.domain.rows import ThemeLine
from facilitator.text import identity

WIDTH, MOST = 320, 8


class FileByName(QFrame):
    """`chosen` with a theme, or `named` with the name of a new one: only when that row was chosen itself."""

    chosen = Signal(object)
    named = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self._look = look
        self._themes: Sequence[ThemeLine] = ()
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("quiet", True)
        self.field = TypingField(self)
        self.field.setAccessibleName(self.tr("Name of the theme"))
        self.field.setPlaceholderText(self.tr("First letters of the theme"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Themes that begin so"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.textChanged.connect(self._find)
        self.field.stepped.connect(self._step)
        self.field.accepted.connect(self._accept)
        self._list.itemClicked.connect(self._accept)
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 10, 12, 12)
        for widget in (self._title, self.field, self._list):
            down.addWidget(widget)
        self.setFixedWidth(WIDTH)
        self.hide()

    def begin(self, title: str, themes: Sequence[ThemeLine]) -> None:
        """Ask for a theme."""
        self._themes = themes
        self._title.setText(title)
        self.field.clear()
        self._find("")
        self.adjustSize()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _find(self, typed: str) -> None:
        asked = identity(typed)
        begun = [theme for theme in self._themes if identity(theme.name).startswith(asked)]
        inside = [theme for theme in self._themes if theme not in begun and asked in identity(theme.name)]
        self._list.clear()
        for theme in [*begun, *inside]:
            item = QListWidgetItem(sign_icon(self._look, theme.colour, theme.symbol), theme.name)
            item.setData(Qt.ItemDataRole.UserRole, theme.key)
            self._list.addItem(item)
        has_match = self._list.count() > 0
        if asked and all(identity(theme.name) != asked for theme in self._themes):
            self._list.addItem(QListWidgetItem(self.tr("New theme “%1”").replace("%1", typed.strip())))
        # Enter alone never makes a theme: its row has to be gone to.
        self._list.setCurrentRow(0 if has_match else -1)
        rows = min(MOST, max(1, self._list.count()))
        self._list.setFixedHeight(rows * 30 + 4)
        self.adjustSize()

    def _step(self, by: int) -> None:
        last = self._list.count() - 1
        self._list.setCurrentRow(min(last, max(0, self._list.currentRow() + by)))

    def _accept(self, *_: object) -> None:
        if self._list.currentRow() < 0:
            return
        item = self._list.currentItem()
        key, typed = item.data(Qt.ItemDataRole.UserRole), self.field.text().strip()
        self.hide()
        self.left.emit()
        if key is None:
            self.named.emit(typed)
        else:
            self.chosen.emit(next(theme for theme in self._themes if theme.key == key))


@guarded
class TypingField(QLineEdit):
    """A field whose arrows walk a list below it."""

    stepped = Signal(int)
    accepted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter are the list's."""
        if event.key() == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)
