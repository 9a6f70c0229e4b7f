"""Who moderates, who sits on the panel, who reports: for one session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.desktop.widgets.key_cap import KeyCap
from facilitator.domain.kinds import SessionRole

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.nouns import Part
    from facilitator.domain.rows import NoteSpeaker

BETWEEN = "  "
"""Between code and name in what completion offers."""


class Roles(QFrame):
    """One list of people for each role, with a field that completes names; `edited` when a role was given or taken."""

    edited = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__()
        self._context = context
        self._place = place
        self._session: bytes | None = None
        self._vocabulary: Vocabulary | None = None
        self._offers = QStringListModel(self)
        self._lists: dict[SessionRole, _RoleList] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        names = {
            SessionRole.MODERATOR: self.tr("Moderator"),
            SessionRole.PANELLIST: self.tr("Panel"),
            SessionRole.RAPPORTEUR: self.tr("Rapporteur"),
        }
        for role, name in names.items():
            shown = _RoleList(context, name, self._offers)
            shown.entered.connect(partial(self._cast, role))
            shown.taken_off.connect(self._uncast)
            column.addWidget(shown)
            self._lists[role] = shown

    def show_roles(self, session: bytes, parts: tuple[Part, ...], vocabulary: Vocabulary) -> None:
        """Show who has which role in a session, and whom the fields can complete."""
        self._session = session
        self._vocabulary = vocabulary
        people = {speaker.key: speaker for speaker in vocabulary.speakers}
        self._offers.setStringList([_offer(speaker) for speaker in vocabulary.speakers])
        for role, shown in self._lists.items():
            those = [part for part in parts if part.role is role and part.participant_id in people]
            shown.show_people([(part.id, people[part.participant_id]) for part in those])

    def field(self, role: SessionRole) -> QLineEdit:
        """Where somebody is named for a role."""
        return self._lists[role].field

    def _cast(self, role: SessionRole, typed: str) -> None:
        session = self._session
        if session is None or self._vocabulary is None:
            return
        offered = next((one for one in self._vocabulary.speakers if _offer(one) == typed), None)
        known = offered or self._vocabulary.speaker(typed)
        if known is not None:
            self._edit(
                self.tr("Role of %1").replace("%1", known.name),
                lambda edits: edits.sessions.cast(session, known.key, role),
            )
        else:
            # Somebody new: the name goes to the people, where the rest is filled in later.
            self._edit(
                self.tr("Role of %1").replace("%1", typed),
                lambda edits: edits.sessions.cast(session, edits.people.speaker(typed), role),
            )

    def _uncast(self, part: bytes) -> None:
        self._edit(self.tr("Take a role back"), lambda edits: edits.sessions.uncast(part))

    def _edit(self, label: str, action: object) -> None:
        self._context.bridge.edit(label, action, origin=self._place, then=lambda _: self.edited.emit())  # type: ignore[arg-type]


def _offer(speaker: NoteSpeaker) -> str:
    return BETWEEN.join(filter(None, (speaker.code, speaker.name)))


class _RoleList(QWidget):
    """`entered` with a name or code, `taken_off` with the key of the part."""

    entered = Signal(str)
    taken_off = Signal(bytes)

    def __init__(self, context: Context, name: str, offers: QStringListModel) -> None:
        super().__init__()
        self._look = context.look
        self._name = name
        label = QLabel(name)
        label.setProperty("quiet", True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Code or name, Enter"))
        label.setBuddy(self.field)
        completer = QCompleter(offers, self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._enter)
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(self._people)
        column.addWidget(self.field)

    def show_people(self, people: list[tuple[bytes, NoteSpeaker]]) -> None:
        """Show these people, each with a button that takes them off."""
        had_focus = any(button.hasFocus() for button in self.findChildren(QToolButton))
        while (item := self._people.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for part, speaker in people:
            self._people.addWidget(self._row(part, speaker))
        if had_focus:
            # The button that was pressed has gone with its row.
            self.field.setFocus()

    def _row(self, part: bytes, speaker: NoteSpeaker) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        if speaker.code:
            across.addWidget(KeyCap(self._look, speaker.code))
        name = QLabel(speaker.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        across.addWidget(name, 1)
        button = QToolButton()
        button.setIcon(self._look.icon("x", "quiet"))
        button.setAccessibleName(self.tr("Take off: %1, %2").replace("%1", self._name).replace("%2", speaker.name))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda: self.taken_off.emit(part))
        across.addWidget(button)
        return row

    def _enter(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self.field.clear()
            self.entered.emit(typed)
