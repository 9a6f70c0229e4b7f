"""The door to one workshop file. Nothing else writes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from facilitator.domain.errors import NotWritable, NoWorkshopOpen
from facilitator.domain.medium import Medium
from facilitator.domain.nouns import Key
from facilitator.store import codes
from facilitator.store.backup import Backup
from facilitator.store.edits import Edits
from facilitator.store.engine import Connection, Engine
from facilitator.store.faults import translated
from facilitator.store.held import hold
from facilitator.store.ledger import Edit
from facilitator.store.log import Step, Version, history, steps
from facilitator.store.medium import medium_of
from facilitator.store.reads import Reads
from facilitator.store.recognise import examine
from facilitator.store.views.texts import Texts
from facilitator.store.writer import Writer, next_labels

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Changes:
    """What one committed step has changed: rows by table, each `+`, `=` or `-`; and who asked for it."""

    rows: Mapping[str, Mapping[bytes, str]]
    origin: object


Listener: TypeAlias = Callable[[Changes], None]


class Workspace:
    """One open workshop file: read, edit, undo, redo, subscribe.

    `released` is called once the file is closed. Every method raises what `store.faults.translated` names; what changes
    something also FileReplaced, and NotWritable when the file was opened for reading only.
    """

    def __init__(
        self, path: Path, engine: Engine, *, read_only: bool = False, released: Callable[[], None] | None = None
    ) -> None:
        self.path = path
        self._engine = engine
        self._released = released
        self._listeners: list[Listener] = []
        self._texts = Texts()
        self._copying = threading.Lock()
        self._is_closed = False
        with translated(path), ExitStack() as failing:
            failing.callback(hold(path))
            self._writer = None if read_only else Writer(engine, path)
            self._held = failing.pop_all()

    @property
    def medium(self) -> Medium:
        """What the file lies on; writing goes more slowly on what other computers share or what may be pulled out."""
        with translated(self.path):
            return medium_of(self.path.parent)

    @contextmanager
    def read(self) -> Iterator[Reads]:
        """A short read transaction: what it reads is of one moment. While it lasts, the log cannot be emptied."""
        with self._asking() as connection:
            yield Reads(connection, self._texts)

    @contextmanager
    def edit(self, label: str, *, join: str = "", origin: object = None, undoable: bool = True) -> Iterator[Edits]:
        """One transaction, one step of undo, one entry of the ledger; when the block raises, nothing has happened.

        Edits with the same `join`, with nothing else between them, are one step together. Listeners are told `origin`.
        """
        with self._writing().edit(label, join=join, undoable=undoable) as edit:
            yield Edits(edit)
        self._tell(edit, origin)

    def undo(self) -> str | None:
        """Take back the last step; its label, or None when there is none. What others have changed since stays."""
        return self._told(self._writing().undo())

    def redo(self) -> str | None:
        """Do again what was undone last; its label, or None when there is nothing or something else was done since."""
        return self._told(self._writing().redo())

    def next_undo(self) -> str | None:
        """The label of what undo would take back; None when there is nothing. In any thread."""
        with self._asking() as connection:
            return next_labels(connection)[0]

    def next_redo(self) -> str | None:
        """The label of what redo would do again; None when there is nothing. In any thread."""
        with self._asking() as connection:
            return next_labels(connection)[1]

    def keep_draft(self, place: str, text: str, session_id: Key | None = None) -> None:
        """Keep the line that is being typed at a place, until it is entered or empty; nothing of it can be undone.

        With its session, nothing is kept while that is off the record.
        """
        with self._writing().edit("Draft", undoable=False) as edit:
            Edits(edit).drafts.keep(place, text, session_id)

    def forget_draft(self, place: str) -> None:
        """Drop the line that was kept at a place, and let nothing of it lie in the log of the file either."""
        with self._writing().edit("Draft", undoable=False) as edit:
            Edits(edit).drafts.drop(place)
        self._writing().empty_log()

    def draft(self, place: str) -> str:
        """The line that was typed at a place and not entered; empty when there is none."""
        with self.read() as reads:
            return reads.drafts().get(place, "")

    def unite(self, path: Path, *, origin: object = None) -> None:
        """Take over what another file of this workshop knows. Twice is harmless; undo does not go behind it.

        Two people for whom two rooms made one code have two afterwards. Raises what `examine` raises about the other
        file, and OtherWorkshop, LedgerGap, NumberTaken.
        """
        examine(path)
        self._tell(self._writing().unite(path), origin)
        self.give_codes(origin=origin)

    def give_codes(self, *, origin: object = None) -> None:
        """Make the codes that are wanting without a step of anybody's; every other edit does so by itself."""
        with self._writing().edit("Make codes", undoable=False) as edit:
            codes.give_codes(edit)
        self._tell(edit, origin)

    def complete(self) -> None:
        """See to it that everybody has a code, also who came in before codes were made."""
        with self._asking() as connection:
            is_lacking = codes.is_lacking(connection)
        if is_lacking:
            self.give_codes()

    def copy(self, target: Path, progress: Callable[[int, int | None], None]) -> Backup:
        """Make `target`, which must not be there, a proven copy, in any thread while edits go on.

        What `progress` raises ends it, and nothing is left. Raises what `store.backup.copy_open` raises, and
        NoWorkshopOpen when this one is closed.
        """

        def go_on(done: int, whole: int | None) -> None:
            self._look_open()
            progress(done, whole)

        with self._copying:
            self._look_open()
            return self._writing().copy(target, go_on)

    def follow(self, source: Workspace) -> None:
        """Take over what was done in the workshop that this one was copied from; undo goes on as it would there.

        Nobody is told: it is called before anybody sees this one. Raises NoWorkshopOpen when that one is closed.
        """
        source._look_open()
        with source._asking() as connection:
            self._writing().follow(connection)

    def bring_drafts(self, source: Workspace) -> None:
        """Let the lines that are being typed there go on here."""
        with source.read() as reads:
            drafts = reads.drafts()
        for place, text in drafts.items():
            self.keep_draft(place, text)

    def steps(self) -> Iterator[Step]:
        """The ledger, oldest step first. The text of private notes is never in it."""
        with self._asking() as connection:
            yield from steps(connection)

    def history(self, key: bytes) -> tuple[Version, ...]:
        """Every change of one thing and of what belongs to it, oldest first; without the text of private notes."""
        with self._asking() as connection:
            return tuple(history(connection, key))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every step once it is on the disk, in the thread that made it; call the result to end that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Leave one whole file behind: the log goes into it and is removed, unless another program is still reading.

        A copy that is being made of it ends. Twice is harmless.
        """
        self._is_closed = True
        try:
            if self._writer is not None:
                # SQLite would keep the file open for as long as it is copied.
                with self._copying:
                    self._writer.close()
        finally:
            self._engine.dispose()
            self._held.close()
            released, self._released = self._released, None
            if released is not None:
                released()

    def _writing(self) -> Writer:
        if self._writer is None:
            raise NotWritable(path=self.path, reason="it was opened for reading only")
        return self._writer

    def _look_open(self) -> None:
        if self._is_closed:
            raise NoWorkshopOpen

    def _told(self, edit: Edit | None) -> str | None:
        if edit is None:
            return None
        self._tell(edit, None)
        return edit.draft.label

    def _tell(self, edit: Edit, origin: object) -> None:
        if not edit.changed:
            return
        _tell_each(self._listeners, Changes(edit.changed, origin))

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with translated(self.path), self._engine.connect() as connection, connection.begin():
            yield connection


def _tell_each(listeners: Iterable[Listener], told: Changes) -> None:
    for listener in tuple(listeners):
        try:
            listener(told)
        except Exception as error:  # noqa: BLE001 - what is on the disk is saved, whatever a listener makes of it
            # the name alone: a message could hold words of a note
            log.error("a listener failed: %s", type(error).__name__)  # noqa: TRY400 - no trace, for the same reason
