"""What stands around the desk: the notes of the session, what can be done with them, and the panel beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facilitator.desktop.widgets.empty_place import EmptyPlace

from .answering import Answering
from .column import Column
from .ending import Ending
from .entering import Entering
from .keeping import Keeping
from .note_commands import NoteCommands
from .notes_view import NotesView
from .side_panel import SidePanel
from .unsaved import Unsaved

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place

    from .desk import Desk


class SessionRoom:
    """All that needs a workshop. It is made once the window is on the screen: the first paint needs the line alone."""

    def __init__(self, context: Context, place: Place, desk: Desk, side: SidePanel | None) -> None:
        tr = QCoreApplication.translate
        self.view = NotesView(context)
        self.side = SidePanel(context) if side is None else side
        self.unsaved = Unsaved(context, place)
        self.column = Column(context, self.view, self.unsaved)
        self.entering = Entering(context, place, self.column, self.unsaved)
        self.answering = Answering(context, self.view, self.side, place)
        self.ending = Ending(context, desk.line)
        self.keeping = Keeping(context, desk, self.entering.kept)
        self.commands = NoteCommands(context, self.view, self.unsaved, self.column)
        self.empty = EmptyPlace(
            context.look,
            "pen-line",
            tr("SessionRoom", "No session yet"),
            tr("SessionRoom", "Notes belong to a session of the programme. Add the first one there."),
            ((tr("SessionRoom", "Go to the programme"), "Ctrl+1", lambda: context.actions.trigger("go.programme")),),
        )
