"""The commands of the list as Qt actions: bound to what they do by the part that can do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.desktop.look.look import Look

from .command import EVERYWHERE, Command
from .listing import COMMANDS


@dataclass(slots=True)
class _Bound:
    do: Callable[[], object]
    possible: Callable[[], bool] | None


class Actions(QObject):
    """All commands by id. A part binds those that it carries out; what nobody has bound is not offered.

    `names` are shown instead of a command's own text, as in "Undo Move to Financing".
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.commands = {command.id: command for command in COMMANDS}
        self._actions = {command.id: self._action(command) for command in COMMANDS}
        self._bound: dict[str, _Bound] = {}
        self._look = look
        look.changed.connect(self._paint)

    def action(self, command_id: str) -> QAction:
        """The action, for a button or a menu."""
        return self._actions[command_id]

    def text(self, command: Command) -> str:
        """What a command is called now, in the person's language."""
        return self._actions[command.id].text()

    def bind(
        self,
        command_id: str,
        do: Callable[[], object],
        *,
        owner: QWidget,
        possible: Callable[[], bool] | None = None,
    ) -> None:
        """Say what a command does, and when it can. Its shortcut works in `owner` and what lies in it.

        For a command of everywhere the owner is the window. A later owner takes the command over, as when two places
        show the same panel.
        """
        action = self._actions[command_id]
        command = self.commands[command_id]
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if command.place == EVERYWHERE
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        owner.addAction(action)
        self._bound[command_id] = _Bound(do, possible)
        action.setEnabled(self.is_possible(command_id))

    def is_possible(self, command_id: str) -> bool:
        """Whether somebody carries it out, and can now."""
        bound = self._bound.get(command_id)
        return bound is not None and (bound.possible is None or bound.possible())

    def trigger(self, command_id: str) -> bool:
        """Carry it out if that is possible; whether it was."""
        if not self.is_possible(command_id):
            return False
        self._bound[command_id].do()
        return True

    def press(self, event: QKeyEvent, place: str) -> bool:
        """Carry out the command that a view's plain key stands for; whether there was one.

        Signs such as `!` lie on other keys in each layout, so what was typed is looked at before the key itself.
        """
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
        typed = event.text().upper()
        for command in COMMANDS:
            if not command.in_view or command.place != place:
                continue
            if any(key == typed or QKeySequence(key) == pressed for key in command.keys) and self.trigger(command.id):
                return True
        return False

    def refresh(self) -> None:
        """Ask again what is possible: after a change of selection, place or workshop."""
        for command_id, action in self._actions.items():
            action.setEnabled(self.is_possible(command_id))
        self.changed.emit()

    def rename(self, command_id: str, text: str) -> None:
        """Show another text, such as the name of the step that undo takes back."""
        self._actions[command_id].setText(text)

    def _action(self, command: Command) -> QAction:
        action = QAction(QCoreApplication.translate("Commands", command.text), self)
        if not command.in_view:
            action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setEnabled(False)
        action.triggered.connect(lambda *_, key=command.id: self.trigger(key))
        return action

    def _paint(self) -> None:
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(self._look.icon(command.icon))
