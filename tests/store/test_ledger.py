"""What an edit writes, into the tables and into the ledger."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2 as driver
from tests.store.histories import Room, new_workshop

from facilitator.domain.errors import NoLongerThere
from facilitator.store.operations import OPERATION
from facilitator.store.schema import ALL, NoteRow, Numbering, SessionRow, ThemeRow, new_key


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    opened = Room(new_workshop(tmp_path / "water.workshop"))
    yield opened
    opened.close()


def add_session(room: Room, **fields: Any) -> bytes:
    row = SessionRow(prefix="S", count=0, title="Opening", **fields)
    with room.writer.edit("Add a session") as edit:
        row.count = edit.number("S")
        edit.insert([row])
    return row.id


def add_note(room: Room, session: bytes, text: str = "Water is a right") -> bytes:
    row = NoteRow(prefix="S1.", count=0, session_id=session, position=1.0, text=text)
    with room.writer.edit("Add a note") as edit:
        row.count = edit.number("S1.")
        edit.insert([row])
    return row.id


def operations(room: Room, key: bytes) -> list[Any]:
    with room.reading() as connection:
        return list(connection.execute(OPERATION.select().where(OPERATION.c.row == key).order_by(OPERATION.c.id)))


def row_of(room: Room, table: str, key: bytes) -> dict[str, Any] | None:
    return room.tables()[table].get(key)


def test_an_insert_is_told_of_with_all_its_fields(room: Room) -> None:
    session = add_session(room)
    key = add_note(room, session)
    (operation,) = operations(room, key)
    assert (operation.action, operation.table, operation.replaces) == ("+", "note", "{}")
    fields = json.loads(operation.fields)
    assert fields["text"] == "Water is a right"
    assert fields["session_id"] == session.hex()
    assert fields["private"] is False
    assert row_of(room, "note", key)["versions"] == json.dumps({"": operation.id.hex()}, separators=(",", ":"))


def test_an_update_is_told_of_with_what_differs_and_the_versions_that_it_replaces(room: Room) -> None:
    key = add_note(room, add_session(room))
    for text in ("Water is life", "Water is peace"):
        with room.writer.edit("Type") as edit:
            edit.update(NoteRow, key, text=text, kind="point")
    born, first, second = operations(room, key)
    assert json.loads(second.fields) == {"text": ["Water is life", "Water is peace"]}
    assert json.loads(first.replaces) == {"text": born.id.hex()}
    assert json.loads(second.replaces) == {"text": first.id.hex()}
    assert json.loads(row_of(room, "note", key)["versions"]) == {"": born.id.hex(), "text": second.id.hex()}


def test_a_delete_is_told_of_with_what_stood_before_and_replaces_everything(room: Room) -> None:
    key = add_note(room, add_session(room))
    with room.writer.edit("Type") as edit:
        edit.update(NoteRow, key, text="Water is life")
    with room.writer.edit("Delete") as edit:
        edit.delete(NoteRow, key)
    born, typed, gone = operations(room, key)
    assert json.loads(gone.fields)["text"] == "Water is life"
    assert json.loads(gone.replaces) == {"": born.id.hex(), "text": typed.id.hex()}
    assert row_of(room, "note", key) is None


def test_a_row_that_went_and_comes_again_continues_its_history(room: Room) -> None:
    session = add_session(room)
    key = add_note(room, session)
    with room.writer.edit("Delete") as edit:
        edit.delete(NoteRow, key)
    for past_the_objects in (True, False):
        row = NoteRow(id=key, prefix="S1.", count=9, session_id=session, position=1.0, text="Again")
        with room.writer.edit("Again") as edit:
            edit.insert([row]) if past_the_objects else edit.session.add(row)
        *_, gone, again = operations(room, key)
        assert json.loads(again.replaces) == {"": gone.id.hex()}
        with room.writer.edit("Delete") as edit:
            edit.delete(NoteRow, key)
    assert room.rebuilt() == room.tables()


def test_an_edit_that_changes_nothing_is_no_step(room: Room) -> None:
    key = add_note(room, add_session(room))
    entries = room.entries()
    with room.writer.edit("Nothing") as edit:
        edit.update(NoteRow, key, text="Water is a right", private=False)
        edit.session.get_one(NoteRow, key).text = "Water is a right"
    assert room.entries() == entries
    with room.writer.edit("Nothing at all"):
        pass
    assert room.entries() == entries


def test_what_raises_has_not_happened_and_the_next_edit_goes_on(room: Room) -> None:
    session = add_session(room)
    before, entries = room.tables(), room.entries()
    with pytest.raises(LookupError), room.writer.edit("Fails") as edit:
        edit.update(SessionRow, session, title="Closing")
        edit.number("S")
        raise LookupError
    assert (room.tables(), room.entries()) == (before, entries)
    assert row_of(room, "session", add_session(room))["count"] == 2


def test_a_commit_that_fails_leaves_the_file_as_it_was_and_the_next_edit_goes_on(room: Room) -> None:
    session = add_session(room)
    before = room.tables()
    with pytest.raises((IntegrityError, driver.IntegrityError)), room.writer.edit("Refers to nothing") as edit:
        edit.insert([NoteRow(prefix="S1.", count=1, session_id=new_key(), position=1.0, text="Lost")])
    assert room.tables() == before
    add_note(room, session)
    assert len(room.tables()["note"]) == 1


@pytest.mark.parametrize("how", ["statement", "objects", "driver"])
def test_a_write_past_the_ledger_fails_the_whole_step(room: Room, how: str) -> None:
    session = add_session(room)
    before = room.tables()
    past = {
        "statement": lambda edit: edit.connection.execute(delete(ALL["session"])),
        "objects": lambda edit: edit.session.execute(update(SessionRow).values(title="x")),
        "driver": lambda edit: edit.connection.exec_driver_sql("UPDATE workshop SET title = 'x'"),
    }
    with pytest.raises(RuntimeError, match="the ledger knows of"), room.writer.edit("Past the ledger") as edit:
        edit.update(SessionRow, session, title="Closing")
        past[how](edit)
    assert room.tables() == before


def test_what_is_not_there_cannot_be_changed_or_deleted(room: Room) -> None:
    for change in (
        lambda edit: edit.update(NoteRow, new_key(), text="x"),
        lambda edit: edit.delete(NoteRow, new_key()),
    ):
        with pytest.raises(NoLongerThere), room.writer.edit("Gone") as edit:
            change(edit)


def test_objects_and_rows_can_be_changed_in_one_step(room: Room) -> None:
    key = add_session(room)
    with room.writer.edit("Both") as edit:
        row = edit.session.get_one(SessionRow, key)
        row.title = "One"
        edit.update(SessionRow, key, place="Hall")
        assert (row.title, row.place) == ("One", "Hall")
        # set without having been loaded again
        edit.session.expire(row)
        row.title = "Two"
        edit.session.flush()
        edit.update(SessionRow, key, title="Three")
    assert row_of(room, "session", key)["title"] == "Three"
    _, one, place, two, three = operations(room, key)
    assert [json.loads(o.fields) for o in (one, two, three)] == [
        {"title": ["Opening", "One"]},
        {"title": ["One", "Two"]},
        {"title": ["Two", "Three"]},
    ]
    assert json.loads(place.fields) == {"place": ["", "Hall"]}
    assert room.rebuilt() == room.tables()


def test_an_object_made_changed_and_deleted_in_one_step_leaves_no_row(room: Room) -> None:
    with room.writer.edit("Comes and goes") as edit:
        theme = ThemeRow(name="Water", name_identity="water")
        edit.session.add(theme)
        edit.session.flush()
        theme.colour = "blue"
        edit.session.flush()
        edit.session.delete(theme)
    assert room.tables()["theme"] == {}
    assert [operation.action for operation in operations(room, theme.id)] == ["+", "=", "-"]


def test_rows_from_a_generator_are_written_in_batches(room: Room) -> None:
    session = add_session(room)
    waiting: list[int] = []

    def rows(edit: Any) -> Iterator[NoteRow]:
        for number in range(2500):
            waiting.append(number)
            yield NoteRow(prefix="S1.", count=number, session_id=session, position=float(number), text=f"Said {number}")
            if number == 1500:
                written = edit.connection.execute(select(NoteRow.id)).all()
                assert len(written) == 1000

    with room.writer.edit("Import") as edit:
        edit.insert(rows(edit))
    assert len(room.tables()["note"]) == len(waiting) == 2500


def test_numbers_are_counted_by_prefix_and_never_go_back(room: Room) -> None:
    with room.writer.edit("Numbers") as edit:
        assert [edit.number("S"), edit.number("S"), edit.number("R")] == [1, 2, 1]
        edit.raise_number("R", 40)
        edit.raise_number("R", 7)
        edit.raise_number("SB", 3)
        assert (edit.number("R"), edit.number("SB")) == (41, 4)
    with room.reading() as connection:
        counted = dict(connection.execute(select(Numbering.prefix, Numbering.count)).all())
    assert counted == {"S": 2, "R": 41, "SB": 4}


def test_a_step_knows_which_rows_it_has_touched(room: Room) -> None:
    session = add_session(room)
    with room.writer.edit("Many") as edit:
        note = NoteRow(prefix="S1.", count=1, session_id=session, position=1.0, text="x")
        edit.insert([note])
        edit.update(NoteRow, note.id, text="y")
        edit.update(SessionRow, session, title="z")
        edit.session.add(theme := ThemeRow(name="Water", name_identity="water"))
    assert edit.changed == {"note": {note.id: "="}, "session": {session: "="}, "theme": {theme.id: "+"}}


def test_entries_of_a_room_are_numbered_without_gaps(room: Room) -> None:
    session = add_session(room)
    with pytest.raises(LookupError), room.writer.edit("Fails") as edit:
        edit.update(SessionRow, session, title="x")
        raise LookupError
    room.writer.undo()
    room.reopen()
    room.writer.redo()
    add_session(room)
    entry = ALL["entry"]
    with room.reading() as connection:
        found = connection.execute(select(entry.c.room, entry.c.sequence).order_by(entry.c.id)).all()
    assert [number for _, number in found] == [1, 2, 3, 4, 5]
    assert len({name for name, _ in found}) == 1
