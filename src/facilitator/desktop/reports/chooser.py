"""The panel at the side: what, for whom, which sessions, which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.desktop.look.style import restyle
from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.words import rule_name
from facilitator.domain.kinds import Rule

from .wanted import KINDS, Kind, Wanted

if TYPE_CHECKING:
    from datetime import date

    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import SessionLine
    from facilitator.settings import Paper

WIDTH = 320
PAPERS: tuple[tuple[Paper, str], ...] = (("a4", "A4"), ("letter", "Letter"))


class Chooser(QFrame):
    """`changed` whenever something else is wanted; `print_asked`, and `save_asked` with an ending."""

    changed = Signal()
    print_asked = Signal()
    save_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("reportChooser")
        self.setFixedWidth(WIDTH)
        self._sessions: dict[Key, QCheckBox] = {}
        self._numbers: dict[Key, str] = {}
        self._kinds = QButtonGroup(self)
        self._rules = QButtonGroup(self)
        self._rule_of: list[Rule | None] = []
        self._workshop_rule: Rule | None = None
        self._compose()

    @property
    def kind(self) -> Kind:
        """The report that is chosen."""
        return KINDS[max(0, self._kinds.checkedId())]

    @property
    def wanted(self) -> Wanted:
        """Everything that is chosen."""
        kind = self.kind
        boxes = [key for key, box in self._sessions.items() if box.isChecked()]
        some = kind.by_session and len(boxes) < len(self._sessions)
        return Wanted(
            report=kind.name,
            sessions=tuple(self._numbers[key] for key in boxes) if some else (),
            day=cast("date | None", self._day.currentData()) if kind.by_day else None,
            rule=self._rule_of[self._rules.checkedId()] if self._rule_of else None,
            paper=PAPERS[self._paper.currentIndex()][0],
        )

    @property
    def is_complete(self) -> bool:
        """Whether something would be printed at all."""
        return not self.kind.by_session or any(box.isChecked() for box in self._sessions.values())

    def show_workshop(self, rule: Rule, sessions: tuple[SessionLine, ...]) -> None:
        """Offer the rules that are as strict, and the sessions and days that there are; choices that still fit stay."""
        self._show_rules(rule)
        self._show_sessions(sessions)
        days = sorted({session.day for session in sessions if session.day is not None})
        chosen = self._day.currentData()
        with QSignalBlocker(self._day):
            self._day.clear()
            for day in days:
                self._day.addItem(f"{day:%d.%m.%Y}", day)
            self._day.setCurrentIndex(days.index(chosen) if chosen in days else 0)
        self._show_parts()

    def choose_session(self, key: Key) -> None:
        """A summary of this session and no other."""
        self._kinds.button(0).setChecked(True)
        for one, box in self._sessions.items():
            with QSignalBlocker(box):
                box.setChecked(one == key)
        self._show_parts()

    def tell(self, text: str, weight: str) -> None:
        """Say how it stands with these pages: "ok", "warn" or "danger"."""
        self._says.setText(text)
        self._says.setToolTip(text)
        restyle(self._state, "banner", weight if text else "")
        self._state.setVisible(bool(text))

    def offer_printing(self) -> None:
        """Enter prints: the button can be pressed before there are pages, and what it does waits for them."""
        self._print.setFocus()

    def allow_printing(self, *, can_be: bool) -> None:
        """Whether there is anything that could be printed."""
        self._print.setEnabled(can_be)

    def choose_kind(self, name: str) -> None:
        """A report of this kind, all of it."""
        place = next(place for place, kind in enumerate(KINDS) if kind.name == name)
        self._kinds.button(place).setChecked(True)
        self._show_parts()

    def _compose(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(2)
        self._column.addWidget(self._heading(self.tr("What")))
        for place, kind in enumerate(KINDS):
            button = QRadioButton(QCoreApplication.translate("Reports", kind.text))
            self._kinds.addButton(button, place)
            self._column.addWidget(button)
        self._kinds.button(0).setChecked(True)
        self._kinds.idClicked.connect(self._kind_chosen)
        self._column.addWidget(self._heading(self.tr("For whom")))
        self._rule_column = QVBoxLayout()
        self._column.addLayout(self._rule_column)
        self._rules.idClicked.connect(lambda _: self.changed.emit())
        self._session_part = QWidget()
        self._session_column = QVBoxLayout(self._session_part)
        self._session_column.setContentsMargins(0, 0, 0, 0)
        self._session_column.setSpacing(0)
        self._column.addWidget(self._session_part)
        self._day_heading = self._heading(self.tr("Which day"))
        self._day = Choice(self._context.look, self.tr("Day"))
        self._day.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._paper = Choice(self._context.look, self.tr("Paper"))
        for _, name in PAPERS:
            self._paper.addItem(name)
        self._paper.setCurrentIndex([one for one, _ in PAPERS].index(self._context.preferences.settings.paper))
        self._paper.currentIndexChanged.connect(lambda _: self.changed.emit())
        for widget in (self._day_heading, self._day, self._heading(self.tr("Paper")), self._paper):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._end())

    def _end(self) -> QWidget:
        end = QWidget()
        column = QVBoxLayout(end)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        self._state = QFrame()
        self._says = QLabel()
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        row = QVBoxLayout(self._state)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self._says)
        self._state.hide()
        self._print = QPushButton(self.tr("Print"))
        self._print.setProperty("primary", True)
        self._print.setAutoDefault(True)
        self._print.clicked.connect(self.print_asked)
        column.addWidget(self._state)
        column.addWidget(self._print)
        saving = QHBoxLayout()
        saving.setSpacing(8)
        label = QLabel(self.tr("Save as"))
        label.setProperty("quiet", True)
        saving.addWidget(label)
        saving.addStretch(1)
        self._savers: dict[str, QPushButton] = {}
        for ending in (".pdf", ".docx", ".json"):
            button = QPushButton(ending[1:].upper())
            button.setAccessibleName(self.tr("Save as %1").replace("%1", ending[1:].upper()))
            button.clicked.connect(lambda *_, ending=ending: self.save_asked.emit(ending))
            self._savers[ending] = button
            saving.addWidget(button)
        self._savers[".json"].setToolTip(self.tr("The whole workshop, to be read by other programs"))
        column.addLayout(saving)
        return end

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("heading", True)
        label.setContentsMargins(0, 8, 0, 2)
        return label

    def _kind_chosen(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        self._session_part.setVisible(self.kind.by_session)
        for widget in (self._day_heading, self._day):
            widget.setVisible(self.kind.by_day)
        self._savers[".docx"].setEnabled(".docx" in self.kind.endings)

    def _show_rules(self, rule: Rule) -> None:
        if rule == self._workshop_rule:
            return
        self._workshop_rule = rule
        for button in self._rules.buttons():
            self._rules.removeButton(button)
            button.deleteLater()
        stricter = [one for one in Rule if one.strictness > rule.strictness]
        self._rule_of = [None, *stricter]
        for place, one in enumerate(self._rule_of):
            button = QRadioButton(rule_name(rule if one is None else one))
            if one is None:
                button.setToolTip(self.tr("The rule of the workshop"))
            self._rules.addButton(button, place)
            self._rule_column.addWidget(button)
        self._rules.button(0).setChecked(True)

    def _show_sessions(self, sessions: tuple[SessionLine, ...]) -> None:
        if [session.key for session in sessions] != list(self._sessions):
            unchecked = {key for key, box in self._sessions.items() if not box.isChecked()}
            for old in self._session_part.findChildren(QWidget):
                self._session_column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._session_column.addWidget(self._heading(self.tr("Which sessions")))
            self._sessions = {session.key: QCheckBox() for session in sessions}
            for key, box in self._sessions.items():
                box.setChecked(key not in unchecked)
                box.toggled.connect(lambda _: self.changed.emit())
                self._session_column.addWidget(box)
        for session in sessions:
            self._numbers[session.key] = str(session.number)
            name = f"{session.number}  {session.title}".replace("&", "&&")
            shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDTH - 110)
            self._sessions[session.key].setText(f"{shown}   {session.notes}")
            self._sessions[session.key].setToolTip(session.title)
            self._sessions[session.key].setAccessibleName(name.replace("&&", "&"))
