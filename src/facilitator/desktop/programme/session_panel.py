"""The form of one session, beside the programme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from facilitator.desktop.forms.session_form import Ui_SessionForm
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.calendar_look import CalendarLook
from facilitator.desktop.widgets.form_panel import FormPanel
from facilitator.desktop.widgets.still_wheel import StillWheel
from facilitator.desktop.words import RULES, rule_name, word_at_head
from facilitator.domain.errors import PlaceError
from facilitator.domain.kinds import Rule, SessionKind

from .clock import read_time, show_time
from .day_choice import DayChoice
from .deleting import Deleting
from .roles import Roles

if TYPE_CHECKING:
    from datetime import date

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.nouns import Part, Session
    from facilitator.domain.rows import SessionLine

WIDTH = 372
TEXTS = ("title", "place", "digest", "key_points")
TIMES = ("starts", "ends")


@dataclass(frozen=True, slots=True)
class SessionRead:
    """All that the form shows of a session."""

    session: Session
    line: SessionLine
    parts: tuple[Part, ...]
    vocabulary: Vocabulary
    rule: Rule
    lines: tuple[SessionLine, ...]

    @property
    def days(self) -> list[date]:
        """The days of the programme."""
        return sorted({line.day for line in self.lines if line.day is not None})


class SessionPanel(FormPanel):
    """Saves what is typed and chosen by itself; `edited` when something of it is on the disk."""

    edited = Signal()
    left = Signal()
    capture_asked = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        form = Ui_SessionForm()
        super().__init__(context, place, form, WIDTH)
        self.form = form
        self._read: SessionRead | None = None
        self._day = DayChoice(self.form.day, self.form.other_day)
        self.roles = Roles(context, place)
        self.deleting = Deleting(context, place)
        self.form.roles.addWidget(self.roles)
        self.form.deleting.addWidget(self.deleting)
        self._fill()
        self._bind()

    @property
    def key(self) -> bytes | None:
        """The session that is shown."""
        return None if self._read is None else self._read.session.id

    def show_session(self, read: SessionRead) -> None:
        """Show a session; what was typed for the one before is saved first."""
        if self.key != read.session.id:
            self.leave()
        elif not self.may_show():
            return
        self._read = read
        session, form = read.session, self.form
        form.heading.setText(str(session.number))
        for name in TEXTS:
            self.fields.show(name, getattr(session, name))
        for name in TIMES:
            self.fields.show(name, show_time(getattr(session, name)))
        form.kind.setCurrentIndex(list(SessionKind).index(session.kind))
        self._day.show_day(session.day, read.days)
        rules = [None, *Rule]
        form.attribution.setItemText(0, self.tr("As the workshop: %1").replace("%1", rule_name(read.rule)))
        form.attribution.setCurrentIndex(rules.index(session.attribution))
        self.roles.show_roles(session.id, read.parts, read.vocabulary)
        self.deleting.show_session(read.line, [line for line in read.lines if line.key != session.id])

    def leave(self) -> None:
        """The form turns to something else: what waits is saved, and what could not be is told of."""
        for label in (self.form.title_says, self.form.times_say):
            if label.text():
                self._tell_given_up(label.text())
            self.say_under(label, "")
        self.fields.forget()
        self.deleting.end()
        self._read = None

    def _fill(self) -> None:
        form = self.form
        form.kind.addItems([word_at_head(kind) for kind in SessionKind])
        form.attribution.addItems(["", *(rule_name(rule) for rule in RULES)])
        for choice in (form.kind, form.day, form.attribution):
            # As wide as the panel lets it be: a long word in the list must not push the form out of it.
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        form.attribution_says.setText(self.tr("It holds for notes from now on. Those that are there keep theirs."))
        for label in (form.title_says, form.times_say):
            label.hide()
        for name in ("title", "place"):
            field = getattr(form, name)
            field.setCursorPosition(0)
        for field in (form.digest, form.key_points):
            field.setMinimumHeight(64)

    def _bind(self) -> None:
        form = self.form
        for name in (*TEXTS, *TIMES):
            self.fields.keep(name, getattr(form, name))
        self._calendar = CalendarLook(self, self._context.look, form.other_day)
        self._wheel = StillWheel(self, form.kind, form.day, form.other_day, form.attribution)
        self.fields.save_asked.connect(self._save_field)
        form.kind.activated.connect(lambda row: self._change(self.tr("Kind of session"), kind=list(SessionKind)[row]))
        form.attribution.activated.connect(
            lambda row: self._change(self.tr("Attribution of the session"), attribution=[None, *Rule][row])
        )
        self._day.chosen.connect(lambda day: self._change(self.tr("Day of the session"), day=day))
        form.close.clicked.connect(self.left)
        form.capture.clicked.connect(self.capture_asked)
        form.remove.clicked.connect(self.deleting.ask)
        self.roles.edited.connect(self.edited)
        self.deleting.deleted.connect(self.edited)

    def _save_field(self, name: str, stay: str) -> None:
        if name in TIMES:
            self._save_times(stay)
        elif self._read is not None and self.fields.text(name) == getattr(self._read.session, name):
            self._settle((name,))
        else:
            labels = {
                "title": self.tr("Title of the session"),
                "place": self.tr("Place of the session"),
                "digest": self.tr("Digest of the session"),
                "key_points": self.tr("Key points of the session"),
            }
            self._change(labels[name], (name,), stay, **{name: self.fields.text(name)})

    def _save_times(self, stay: str) -> None:
        """Both together: when one was refused because of the other, mending either mends both."""
        try:
            starts, ends = (read_time(self.fields.text(name)) for name in TIMES)
        except ValueError as error:
            self.fields.refuse(*TIMES)
            text = self.tr("%1 is no time of day. Type it like 9:30.").replace("%1", str(error.args[0]))
            self.say_under(self.form.times_say, text)
            return
        self._change(self.tr("Times of the session"), TIMES, stay, starts=starts, ends=ends)

    def _change(self, label: str, names: tuple[str, ...] = (), stay: str = "", **fields: Any) -> None:
        key = self.key
        if key is None:
            return

        self.left_behind.edit(
            label,
            lambda edits: edits.sessions.change(key, **fields),
            topic=f"session {key.hex()} {' '.join(names) or label}",
            join=stay,
            then=lambda _: self._saved(key, names),
            otherwise=partial(self._refused, key, names),
        )

    def _saved(self, key: bytes, names: tuple[str, ...]) -> None:
        if key == self.key:
            self._settle(names)
        self.edited.emit()

    def _settle(self, names: tuple[str, ...]) -> None:
        """What stands in these fields is what is stored: nothing is to be said of them."""
        self.fields.accept(*names)
        for label in self._labels(names):
            self.say_under(label, "")

    def _refused(self, key: bytes, names: tuple[str, ...], error: FacilitatorError) -> bool:
        """Never told as held by the field: the form may turn to another session before it is tried again."""
        labels = self._labels(names)
        if key == self.key:
            # Before anything is read again: that must not be shown over it.
            self.fields.refuse(*names)
        if key == self.key and labels:
            self.say_under(labels[0], sentence(error))
            return False
        if not isinstance(error, PlaceError):
            self._tell_given_up(sentence(error))
        self.edited.emit()
        return False

    def _labels(self, names: tuple[str, ...]) -> list[QLabel]:
        """Where it is said what is wrong with a field: under it."""
        labels = {"title": self.form.title_says, "starts": self.form.times_say}
        return [label for name, label in labels.items() if name in names]

    def _tell_given_up(self, text: str) -> None:
        from facilitator.desktop.notices import Notice

        self._context.notices.say(Notice("session", text, "warn"))
