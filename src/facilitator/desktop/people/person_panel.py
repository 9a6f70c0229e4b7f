"""The form of one person, beside the table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from facilitator.desktop.forms.person_form import Ui_PersonForm
from facilitator.desktop.notices import Notice
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.form_panel import FormPanel
from facilitator.desktop.widgets.still_wheel import StillWheel
from facilitator.desktop.words import word_at_head
from facilitator.domain.errors import PlaceError
from facilitator.domain.kinds import Sector

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.nouns import Key, Participant
    from facilitator.store.edits import Edits
    from facilitator.store.nouns.people import PersonFields

WIDTH = 372
TEXTS = ("name", "code", "role", "organisation", "country", "email", "language", "consents", "about")
SECTORS = (None, *Sector)


class PersonPanel(FormPanel):
    """Saves what is typed by itself; a new person is added with the first name. `edited` with the key."""

    edited = Signal(bytes)
    left = Signal()
    merge_asked = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        form = Ui_PersonForm()
        super().__init__(context, place, form, WIDTH)
        self.form = form
        self._person: Participant | None = None
        self._is_adding = False
        for name in TEXTS:
            self.fields.keep(name, getattr(self.form, name))
        self._bind()

    @property
    def key(self) -> bytes | None:
        """The person who is shown; None for a new one."""
        return None if self._person is None else self._person.id

    @property
    def _is_emptied(self) -> bool:
        """Whether somebody is about to type another code: the one that we made instead would come under their hands."""
        return self.form.code.hasFocus() and not self.form.code.text()

    def show_person(self, person: Participant) -> None:
        """Show somebody; what was typed for the one before is saved first."""
        if self.key != person.id:
            self.leave()
        elif not self.may_show():
            return
        self._person = person
        self.form.heading.setText(person.name)
        self.form.merge.setEnabled(True)
        for name in TEXTS:
            if name != "code" or not self._is_emptied:
                self.fields.show(name, getattr(person, name))
        self.form.sector.setCurrentIndex(SECTORS.index(person.sector))

    def begin_new(self, name: str = "") -> None:
        """An empty form for somebody new."""
        self.leave()
        self.form.heading.setText(self.tr("New person"))
        self.form.merge.setEnabled(False)
        for field in TEXTS:
            self.fields.show(field, "")
        self.form.sector.setCurrentIndex(0)
        self.form.name.setText(name)
        self.form.name.setFocus()

    def leave(self) -> None:
        """The form turns to somebody else: what waits is saved, and what could not be is told of."""
        self.fields.forget()
        for label in (self.form.name_says, self.form.code_says):
            if label.text():
                self._context.notices.say(Notice("person", label.text(), "warn"))
            self.say_under(label, "")
        self._person = None
        self._is_adding = False

    def _bind(self) -> None:
        form = self.form
        form.sector.addItems([self.tr("Not known"), *(word_at_head(sector) for sector in Sector)])
        form.about.setMinimumHeight(64)
        for label in (form.name_says, form.code_says):
            label.hide()
        self._wheel = StillWheel(self, form.sector)
        self.fields.save_asked.connect(self._save_field)
        form.sector.activated.connect(lambda row: self._change("", {"sector": SECTORS[row]}, ""))
        form.code.editingFinished.connect(self._show_code)
        form.close.clicked.connect(self.left)
        form.merge.clicked.connect(self.merge_asked)

    def _save_field(self, name: str, stay: str) -> None:
        text = self.fields.text(name)
        if self._person is None:
            self._add(stay)
        elif text == getattr(self._person, name):
            self._settle(name)
        elif name == "name":
            self._edit("name", stay, lambda edits, key: edits.people.rename(key, text))
        else:
            self._change(name, {name: text}, stay)  # type: ignore[misc]

    def _change(self, name: str, fields: PersonFields, stay: str) -> None:
        if self._person is not None:
            self._edit(name, stay, lambda edits, key: edits.people.change(key, **fields))

    def _show_code(self) -> None:
        """Nobody is without a code: whoever leaves the field empty finds the one that was made."""
        if self._person is not None and self.may_show():
            self.fields.show("code", self._person.code)

    def _edit(self, name: str, stay: str, action: Callable[[Edits, Key], object]) -> None:
        person = self._person
        if person is None:
            return
        self.left_behind.edit(
            # No name: the names of steps stay in the file when a person is renamed or taken out.
            self.tr("Edit a person"),
            lambda edits: action(edits, person.id),
            topic=f"person {person.id.hex()} {name}",
            join=stay,
            then=lambda _: self._saved(person.id, name),
            otherwise=partial(self._refused, person.id, name),
        )

    def _add(self, stay: str) -> None:
        """Somebody new comes in with the first name that is typed; the other fields wait until then."""
        name = self.fields.text("name")
        if self._is_adding or not name.strip():
            return
        self._is_adding = True
        told: PersonFields = {field: self.fields.text(field) for field in TEXTS if field != "name"}  # type: ignore[assignment]
        told["sector"] = SECTORS[self.form.sector.currentIndex()]

        def action(edits: Edits) -> Participant:
            return edits.people.add(name, **told)

        self.left_behind.edit(
            self.tr("Add a person"),
            action,
            topic="new person",
            join=stay,
            then=self._added,
            otherwise=partial(self._refused, None, "code"),
        )

    def _added(self, person: Participant) -> None:
        if self._person is None and self._is_adding:
            self._is_adding = False
            self._person = person
            self.form.heading.setText(person.name)
            self.form.merge.setEnabled(True)
            self._settle("code")
        self.edited.emit(person.id)

    def _saved(self, key: bytes, name: str) -> None:
        if key == self.key and name:
            self._settle(name)
        self.edited.emit(key)

    def _refused(self, key: bytes | None, name: str, error: FacilitatorError) -> bool:
        """Never told as held by the field: the form may turn to somebody else before it is tried again."""
        self._is_adding = False
        label = self._label(name)
        if key == self.key and name:
            # The reading that follows another edit must not be shown over it.
            self.fields.refuse(name)
        if key == self.key and label is not None:
            self.say_under(label, sentence(error))
        elif not isinstance(error, PlaceError):
            self._context.notices.say(Notice("person", sentence(error), "warn"))
        return False

    def _settle(self, name: str) -> None:
        """What stands in the field is what is stored: nothing is to be said of it."""
        self.fields.accept(name)
        label = self._label(name)
        if label is not None:
            self.say_under(label, "")

    def _label(self, name: str) -> QLabel | None:
        """Where it is said what is wrong with a field: under it."""
        return {"name": self.form.name_says, "code": self.form.code_says}.get(name)
