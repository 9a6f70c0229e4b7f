"""Random histories of a workshop file: edits of every sort, undo, redo, reopening, beside a plain model."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, func, select
from sqlalchemy.pool import StaticPool

from facilitator.store.engine import Engine, open_engine
from facilitator.store.ledger import Edit
from facilitator.store.operations import COLUMNS, OPERATION
from facilitator.store.rebuild import rebuild
from facilitator.store.schema import (
    ALL,
    RECORDED,
    Base,
    MembershipRow,
    NoteRow,
    RecommendationRow,
    Recorded,
    SessionRow,
    ThemeRow,
    new_key,
)
from facilitator.store.writer import Writer
from facilitator.workspace.opening import create_workspace

Rows = dict[bytes, dict[str, Any]]
Tables = dict[str, Rows]
Step = tuple[str, int, int]

TEXTS = ("water", "üß\"'\\", "ความสงบ", "<b>&", "two\nlines", "")


def tables_of(connection: Connection) -> Tables:
    """All recorded rows, `versions` included."""
    return {
        name: {row.id: dict(row._mapping) for row in connection.execute(table.select())}
        for name, table in RECORDED.items()
    }


def without_versions(tables: Tables) -> Tables:
    """The rows as a plain model has them."""
    return {
        name: {key: {field: row[field] for field in COLUMNS[name]} for key, row in rows.items()}
        for name, rows in tables.items()
    }


def ledger_of(connection: Connection) -> set[tuple[Any, ...]]:
    """All operations."""
    return {tuple(row) for row in connection.execute(OPERATION.select())}


def rebuilt(connection: Connection) -> Tables:
    """The recorded tables as the ledger alone gives them."""
    memory = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(memory)
    try:
        with memory.begin() as target:
            rebuild(connection, target)
            return tables_of(target)
    finally:
        memory.dispose()


class Room:
    """One file and whoever writes it."""

    def __init__(self, path: Path, letter: str = "") -> None:
        self.path = path
        self.letter = letter
        self.engine: Engine
        self.writer: Writer
        self.open()

    def open(self) -> None:
        self.engine = open_engine(self.path)
        self.writer = Writer(self.engine, self.path)

    def close(self) -> None:
        self.writer.close()
        self.engine.dispose()

    def reopen(self) -> None:
        self.close()
        self.open()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def tables(self) -> Tables:
        with self.reading() as connection:
            return tables_of(connection)

    def ledger(self) -> set[tuple[Any, ...]]:
        with self.reading() as connection:
            return ledger_of(connection)

    def rebuilt(self) -> Tables:
        with self.reading() as connection:
            return rebuilt(connection)

    def entries(self) -> int:
        with self.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(ALL["entry"])).scalar_one())

    def take(self, step: Step) -> None:
        """One step of a history: an edit by its verb, or undo, redo, reopen."""
        verb, one, other = step
        if verb in EDITS:
            join = "field" if verb == "type" else ""
            with self.writer.edit(verb, join=join) as edit:
                EDITS[verb](self, edit, one, other)
            return
        {"undo": self.writer.undo, "redo": self.writer.redo, "reopen": self.reopen}[verb]()


def _pick(edit: Edit, table: str, which: int) -> bytes | None:
    edit.flush()
    keys = list(edit.connection.execute(select(RECORDED[table].c["id"]).order_by(RECORDED[table].c["id"])).scalars())
    return keys[which % len(keys)] if keys else None


def _session(room: Room, edit: Edit, one: int, _: int) -> None:
    prefix = f"S{room.letter}"
    edit.insert([SessionRow(prefix=prefix, count=edit.number(prefix), title=TEXTS[one % 6])])


def _note(room: Room, edit: Edit, one: int, other: int) -> None:
    if session := _pick(edit, "session", one):
        prefix = f"N{room.letter}."
        text = TEXTS[other % 6]
        edit.insert(
            NoteRow(prefix=prefix, count=edit.number(prefix), session_id=session, position=float(n), text=text)
            for n in range(1 + other % 3)
            if n == 0 or (prefix := f"N{room.letter}{n}.{edit.number('x')}.")
        )


def _recommendation(room: Room, edit: Edit, one: int, other: int) -> None:
    prefix = f"R{room.letter}"
    row = RecommendationRow(prefix=prefix, count=edit.number(prefix), position=float(one), wording=TEXTS[other % 6])
    edit.session.add(row)
    if other % 2:
        edit.session.flush()
        row.wording = "said otherwise"
    if one % 3 == 0 and (theme := _pick(edit, "theme", other)):
        edit.session.add(MembershipRow(theme_id=theme, recommendation_id=row.id))


def _theme(room: Room, edit: Edit, one: int, other: int) -> None:
    parent = _pick(edit, "theme", one) if other % 2 else None
    edit.session.add(ThemeRow(name=TEXTS[other % 6], name_identity="", parent_id=parent, position=float(other)))


def _member(room: Room, edit: Edit, one: int, other: int) -> None:
    recommendation, theme = _pick(edit, "recommendation", one), _pick(edit, "theme", other)
    if recommendation and theme:
        edit.session.add(MembershipRow(theme_id=theme, recommendation_id=recommendation, home=bool(other % 2)))


def _type(room: Room, edit: Edit, one: int, other: int) -> None:
    if key := _pick(edit, "note", one % 2):
        edit.update(NoteRow, key, text=TEXTS[other % 6], private=bool(other % 2))


def _reword(room: Room, edit: Edit, one: int, other: int) -> None:
    if key := _pick(edit, "recommendation", one):
        row = edit.session.get_one(RecommendationRow, key)
        row.wording = TEXTS[other % 6]
        if one % 2:
            # past the object, which must show it
            edit.update(RecommendationRow, key, status="agreed", position=float(other))
            assert row.status == "agreed"
            row.status_note = "as said"


def _move(room: Room, edit: Edit, one: int, other: int) -> None:
    if (note := _pick(edit, "note", one)) and (session := _pick(edit, "session", other)):
        edit.update_many(NoteRow, {note: {"session_id": session, "check_later": bool(one % 2)}})


def _nest(room: Room, edit: Edit, one: int, other: int) -> None:
    if theme := _pick(edit, "theme", one):
        parent = _pick(edit, "theme", other)
        edit.update(ThemeRow, theme, parent_id=None if parent == theme else parent)


def _leave(room: Room, edit: Edit, one: int, _: int) -> None:
    if key := _pick(edit, "membership", one):
        edit.session.delete(edit.session.get_one(MembershipRow, key))


def _delete_note(room: Room, edit: Edit, one: int, other: int) -> None:
    if key := _pick(edit, "note", one):
        if other % 2:
            edit.update(NoteRow, key, text="last words")
        edit.delete(NoteRow, key)
        if other % 3 == 0 and (session := _pick(edit, "session", other)):
            # the same key once more, in the same step
            count = edit.number("again")
            edit.insert([NoteRow(id=key, prefix="again", count=count, session_id=session, position=1.0, text="back")])


def _delete_session(room: Room, edit: Edit, one: int, _: int) -> None:
    _delete_free(edit, SessionRow, one, {"note": "session_id"})


def _delete_theme(room: Room, edit: Edit, one: int, _: int) -> None:
    _delete_free(edit, ThemeRow, one, {"membership": "theme_id", "theme": "parent_id"})


def _delete_recommendation(room: Room, edit: Edit, one: int, _: int) -> None:
    _delete_free(edit, RecommendationRow, one, {"membership": "recommendation_id"})


def _delete_free(edit: Edit, row_class: type[Recorded], which: int, references: dict[str, str]) -> None:
    """Delete a row; what refers to it goes first, except for references that can be emptied."""
    if (key := _pick(edit, row_class.__tablename__, which)) is None:
        return
    for table, column in references.items():
        child = RECORDED[table]
        for held in list(edit.connection.execute(select(child.c["id"]).where(child.c[column] == key)).scalars()):
            if table == "theme":
                edit.update(ThemeRow, held, parent_id=None)
            else:
                edit.delete(NoteRow if table == "note" else MembershipRow, held)
    edit.delete(row_class, key)


EDITS: dict[str, Callable[[Room, Edit, int, int], None]] = {
    "session": _session,
    "note": _note,
    "recommendation": _recommendation,
    "theme": _theme,
    "member": _member,
    "type": _type,
    "reword": _reword,
    "move": _move,
    "nest": _nest,
    "leave": _leave,
    "delete note": _delete_note,
    "delete session": _delete_session,
    "delete theme": _delete_theme,
    "delete recommendation": _delete_recommendation,
}
VERBS = [*EDITS, "type", "undo", "undo", "undo", "redo", "redo", "reopen"]


def histories(most: int) -> st.SearchStrategy[list[Step]]:
    """Up to `most` steps; small ones first, so that a failure shrinks to its cause."""
    number = st.integers(0, 11)
    return st.lists(st.tuples(st.sampled_from(VERBS), number, number), max_size=most)


class Modelled:
    """A room beside a plain model: snapshots of the tables on two stacks."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.now = without_versions(room.tables())
        self.done: list[tuple[Tables, Tables]] = []
        self.undone: list[tuple[Tables, Tables]] = []
        self.typing = False
        self.mismatches = 0

    def take(self, step: Step) -> None:
        verb = step[0]
        if verb == "undo":
            self._turn(self.done, self.undone, self.room.writer.undo, 0)
        elif verb == "redo":
            self._turn(self.undone, self.done, self.room.writer.redo, 1)
        elif verb == "reopen":
            self.room.reopen()
            self.typing = False
        else:
            self._edit(step)
        assert without_versions(self.room.tables()) == self.now, step

    def _turn(self, source: list[Any], target: list[Any], turn: Callable[[], Edit | None], side: int) -> None:
        assert (turn() is None) == (not source)
        if source:
            pair = source.pop()
            target.append(pair)
            self.now = copy.deepcopy(pair[side])
            self.typing = False

    def _edit(self, step: Step) -> None:
        before, entries = self.now, self.room.entries()
        self.room.take(step)
        after = without_versions(self.room.tables())
        if self.room.entries() == entries:
            assert after == before
            return
        if step[0] == "type" and self.typing:
            before = self.done.pop()[0]
        self.typing = step[0] == "type"
        self.done.append((before, after))
        self.undone.clear()
        self.now = after


@contextmanager
def rooms(folder: Path, letters: str, template: Path) -> Iterator[list[Room]]:
    """A room for each letter, all with a copy of the same file."""
    made = []
    for letter in letters:
        path = folder / f"{letter}-{new_key().hex()}.workshop"
        shutil.copyfile(template, path)
        made.append(Room(path, letter))
    try:
        yield made
    finally:
        for room in made:
            room.close()
            room.path.unlink(missing_ok=True)


def new_workshop(path: Path) -> Path:
    """A workshop file without anything in it but its one row."""
    with closing(create_workspace(path, title="Water and peace")):
        pass
    return path
