"""The place where those who take part are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.desktop.place import Place
from facilitator.desktop.widgets.empty_place import EmptyPlace

from .find_bar import FindBar
from .import_page import ImportPage
from .merge_panel import MergePanel
from .people_table import PeopleTable
from .person_panel import WIDTH, PersonPanel

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow
    from facilitator.workspace.workspace import Changes

SHOWS = frozenset({"participant", "note", "part"})
"""Tables of which a change can be seen here."""


class PeoplePlace(Place):
    """Find, choose, and work on who was chosen in the form beside; a table from outside has a page of its own."""

    name = "people"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._everybody = 0
        self.bar = FindBar(context)
        self.table = PeopleTable(context, self.tr("People"))
        self.panel = PersonPanel(context, self)
        self.merging = MergePanel(context, self)
        self.importing = ImportPage(context, self)
        self._empty = EmptyPlace(
            context.look,
            "users",
            self.tr("Nobody here yet"),
            self.tr("People come from a list, or by themselves when a captured line names a speaker: @code or @name."),
            (
                (self.tr("Add person"), "Ins", lambda: context.actions.trigger("people.add")),
                (self.tr("Read from a table"), "", lambda: context.actions.trigger("people.import")),
            ),
        )
        self._compose()
        self._bind()

    def load(self) -> None:
        """Whom the field finds; the choice stays."""
        current = self.table.current
        self._show_found()
        self.table.choose(current.key if current is not None else None)
        self._show_form()

    def apply(self, changes: Changes) -> None:
        """Only what is shown here makes it read anew."""
        if changes.rows.keys() & SHOWS:
            self.load()

    def take_focus(self) -> None:
        """The field that finds."""
        if self._pages.currentWidget() is self.importing:
            self.importing.take_focus()
        else:
            self.bar.field.setFocus()

    def go_to(self, key: bytes) -> None:
        """Choose somebody and open the form; what hides them in the field goes."""
        if self.table.people.row_of(key) < 0:
            self.bar.field.clear()
        if self.table.choose(key):
            self.open_form()

    def fill_in(self, gap: FillInRow) -> None:
        """In the form, with the focus where something is missing: what is typed must not go into the name."""
        self.go_to(gap.key)
        if not self._side.isHidden():
            (self.panel.form.sector if gap.field == "sector" else self.panel.form.organisation).setFocus()

    def flush(self) -> None:
        """Save what waits in the form."""
        self.panel.flush()

    def unsaved(self) -> bool:
        """Whether something in the form was refused, or was when the form turned to somebody else."""
        is_in_form = not self._side.isHidden() and self.panel.fields.has_unsaved
        return is_in_form or self.panel.left_behind.is_unsaved

    def step_back(self) -> bool:
        """The page of the import, then what stands beside, then what was looked for."""
        if self._pages.currentWidget() is self.importing:
            self._leave_import()
            return True
        if not self._side.isHidden():
            self.close_side()
            return True
        had_text = bool(self.bar.field.text())
        self.bar.field.clear()
        self.bar.field.setFocus()
        return had_text

    def open_form(self) -> None:
        """Show who is chosen beside the table."""
        if self.table.current is not None:
            self._show_side(self.panel)
            self._show_form()
            self.panel.form.name.setFocus()

    def close_side(self) -> None:
        """The table alone."""
        if self._side.currentWidget() is self.panel:
            self.panel.leave()
        self._side.hide()
        self.bar.field.setFocus()

    def _compose(self) -> None:
        self._side = QStackedWidget()
        self._side.setFixedWidth(WIDTH)
        for widget in (self.panel, self.merging):
            self._side.addWidget(widget)
        self._side.hide()
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self._tables.addWidget(self._empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.bar)
        left.addWidget(self._tables, 1)
        room = QWidget()
        across = QHBoxLayout(room)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self._side)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(room)
        self._pages.addWidget(self.importing)

    def _bind(self) -> None:
        bind, is_open = self.context.actions.bind, lambda: self.context.bridge.is_open
        bind("people.open", self._open_or_add, owner=self, possible=is_open)
        bind("people.add", self._begin_new, owner=self, possible=is_open)
        bind("people.merge", self._begin_merge, owner=self, possible=lambda: 1 <= len(self.table.chosen) <= 2)
        bind("people.import", self.importing.ask_file, owner=self, possible=is_open)
        field = self.bar.field
        field.textChanged.connect(lambda _: self._find())
        field.returnPressed.connect(lambda: self.context.actions.trigger("people.open"))
        field.stepped.connect(self.table.step)
        self.table.opened.connect(self.open_form)
        self.table.typed.connect(self._type_on)
        self.table.chosen_changed.connect(self._chosen_changed)
        self.panel.left.connect(self.close_side)
        self.panel.merge_asked.connect(self._begin_merge)
        self.panel.edited.connect(self._edited)
        self.panel.behind.connect(self._show_form)
        self.merging.left.connect(self.close_side)
        self.merging.merged.connect(self._merged)
        self.importing.shown.connect(lambda: self._pages.setCurrentWidget(self.importing))
        self.importing.left.connect(self._leave_import)
        self.importing.imported.connect(self._imported)

    def _show_found(self) -> None:
        text = self.bar.field.text()
        found = self.context.bridge.ask(lambda reads: reads.people_rows(text))
        if found is None:
            return
        if not text.strip():
            self._everybody = len(found)
        self.table.people.show_rows(found)
        self.bar.show_counts(found, max(self._everybody, len(found)))
        self._tables.setCurrentIndex(0 if found or text.strip() else 1)

    def _find(self) -> None:
        """After each key: whoever has that for a code is chosen, else the first who is found."""
        current = self.table.current
        self._show_found()
        rows = self.table.people.rows
        if not self.table.choose(current.key if current is not None and not self.bar.field.text() else None) and rows:
            typed = self.bar.field.text().strip().casefold()
            self.table.choose(next((row.key for row in rows if row.code.casefold() == typed), rows[0].key))
        self.context.actions.refresh()

    def _open_or_add(self) -> None:
        """Enter opens who is found; nobody found is a walk-in."""
        typed = self.bar.field.text().strip()
        if self.table.people.rows:
            self.open_form()
        elif typed:
            self._begin_new(typed)

    def _begin_new(self, name: str = "") -> None:
        self._tables.setCurrentIndex(0)
        self.table.clearSelection()
        self._show_side(self.panel)
        self.panel.begin_new(name)

    def _show_side(self, widget: QWidget) -> None:
        if widget is not self.panel:
            self.panel.leave()
        self._side.setCurrentWidget(widget)
        self._side.show()

    def _show_form(self) -> None:
        """Who is chosen; with nobody chosen the form stays with its person, as long as there is one."""
        if self._side.isHidden() or self._side.currentWidget() is not self.panel:
            return
        chosen = self.table.chosen
        key = chosen[0].key if chosen else self.panel.key
        if key is None:
            return
        found = self.context.bridge.ask(
            lambda reads: [reads.participant(there) for there in reads.people_rows_by([key])]
        )
        if found:
            self.panel.show_person(found[0])
        else:
            self.close_side()

    def _chosen_changed(self) -> None:
        if self.table.chosen:
            self._show_form()
        self.context.actions.refresh()

    def _edited(self, key: bytes) -> None:
        """Something of the form is on the disk: the row shows it, wherever it stands now, and the form all of it."""
        self._show_found()
        self.table.choose(key)
        self._show_form()

    def _type_on(self, letter: str) -> None:
        self.bar.field.setFocus()
        self.bar.field.setText(self.bar.field.text() + letter)

    def _begin_merge(self) -> None:
        chosen = self.table.chosen
        everybody = self.context.bridge.ask(lambda reads: reads.people_rows()) or ()
        if 1 <= len(chosen) <= 2:
            self._show_side(self.merging)
            self.merging.show_people(chosen, everybody)

    def _merged(self, kept: bytes) -> None:
        self.close_side()
        self._show_found()
        self.table.choose(kept)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_import(self) -> None:
        self._pages.setCurrentIndex(0)
        self.take_focus()

    def _imported(self) -> None:
        self._leave_import()
        self.bar.field.clear()
        self._show_found()
