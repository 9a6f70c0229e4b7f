"""Undo and redo: against a plain model, across reopening, in joined edits, and where others have written since."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select
from tests.store.histories import Modelled, Room, Step, histories, new_workshop, rooms

from facilitator.store.operations import OPERATION
from facilitator.store.schema import MembershipRow, NoteRow, RecommendationRow, SessionRow, ThemeRow

FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return new_workshop(tmp_path / "water.workshop")


@pytest.fixture
def room(template: Path) -> Iterator[Room]:
    opened = Room(template)
    yield opened
    opened.close()


@pytest.fixture
def note(room: Room) -> bytes:
    session = SessionRow(prefix="S", count=1, title="Opening")
    row = NoteRow(prefix="S1.", count=1, session_id=session.id, position=1.0, text="one")
    with room.writer.edit("Note") as edit:
        edit.insert([session, row])
    return row.id


def type_text(room: Room, note: bytes, *texts: str, join: str = "", **fields: object) -> None:
    for text in texts:
        with room.writer.edit(f"Type {text}", join=join) as edit:
            edit.update(NoteRow, note, text=text, **fields)


def text_of(room: Room, note: bytes) -> str | None:
    row = room.tables()["note"].get(note)
    return row and row["text"]


@FEW
@given(history=histories(30))
def test_random_histories_agree_with_a_plain_model_and_never_fork(template: Path, history: list[Step]) -> None:
    with rooms(template.parent, "A", template) as (room,):
        modelled = Modelled(room)
        for step in history:
            modelled.take(step)
        assert room.rebuilt() == room.tables()
        assert_no_forks(room)


def assert_no_forks(room: Room) -> None:
    """Each version of a field is replaced once at most, and a field has one present version."""
    replaced: Counter[tuple[bytes, str, str]] = Counter()
    with room.reading() as connection:
        for operation in connection.execute(OPERATION.select().where(OPERATION.c.action == "=")):
            for name, version in json.loads(operation.replaces).items():
                replaced[operation.row, name, version] += 1
    assert not [place for place, count in replaced.items() if count > 1]
    for rows in room.tables().values():
        assert not [row for row in rows.values() if "[" in row["versions"]]


def test_undo_and_redo_say_which_step_it_was(room: Room, note: bytes) -> None:
    type_text(room, note, "two")
    assert [edit and edit.draft.label for edit in (room.writer.undo(), room.writer.undo())] == ["Type two", "Note"]
    assert room.writer.undo() is None
    assert [edit and edit.draft.label for edit in (room.writer.redo(), room.writer.redo())] == ["Note", "Type two"]
    assert room.writer.redo() is None


def test_a_new_edit_ends_redo(room: Room, note: bytes) -> None:
    type_text(room, note, "two")
    room.writer.undo()
    type_text(room, note, "three")
    assert room.writer.redo() is None
    assert text_of(room, note) == "three"


def test_hundreds_of_steps_are_taken_back_after_reopening(room: Room, note: bytes) -> None:
    texts = [f"text {number}" for number in range(200)]
    type_text(room, note, *texts)
    for expected in reversed(texts):
        assert text_of(room, note) == expected
        room.writer.undo()
        if expected.endswith("00"):
            room.reopen()
    assert text_of(room, note) == "one"


def test_a_number_taken_back_is_not_given_again_and_redo_brings_the_same(room: Room) -> None:
    def add() -> bytes:
        with room.writer.edit("Add") as edit:
            edit.session.add(row := RecommendationRow(prefix="R", count=edit.number("R"), position=1.0, wording="x"))
        return row.id

    first = add()
    room.writer.undo()
    room.reopen()
    room.writer.redo()
    assert room.tables()["recommendation"][first]["count"] == 1
    room.writer.undo()
    second = add()
    assert room.tables()["recommendation"][second]["count"] == 2


class TestJoined:
    def test_edits_of_one_stay_are_taken_back_together(self, room: Room, note: bytes) -> None:
        type_text(room, note, "two", "three", "four", join="S1.1 text")
        room.writer.undo()
        assert text_of(room, note) == "one"
        room.writer.redo()
        assert text_of(room, note) == "four"
        room.writer.undo()
        room.writer.undo()
        assert text_of(room, note) is None

    def test_after_undo_and_redo_a_new_stay_begins(self, room: Room, note: bytes) -> None:
        type_text(room, note, "two", "three", join="text")
        room.writer.undo()
        room.writer.redo()
        type_text(room, note, "four", join="text")
        room.writer.undo()
        assert text_of(room, note) == "three"

    @pytest.mark.parametrize("between", ["another name", "no name", "reopened", "not undoable"])
    def test_anything_between_begins_a_new_step(self, room: Room, note: bytes, between: str) -> None:
        type_text(room, note, "two", "three", join="text")
        if between == "reopened":
            room.reopen()
        else:
            join = "other" if between == "another name" else ""
            with room.writer.edit("Between", join=join, undoable=between != "not undoable") as edit:
                edit.update(NoteRow, note, check_later=True)
        type_text(room, note, "four", "five", join="text")
        room.writer.undo()
        assert text_of(room, note) == "three"

    def test_an_edit_that_changes_nothing_does_not_end_a_stay(self, room: Room, note: bytes) -> None:
        type_text(room, note, "two", "two", "three", join="text")
        room.writer.undo()
        assert text_of(room, note) == "one"


class TestWrittenSince:
    """An edit that cannot be undone lies between: what it has written stays."""

    def test_a_field_that_was_changed_since_stays_and_the_others_go_back(self, room: Room, note: bytes) -> None:
        type_text(room, note, "two", check_later=True)
        with room.writer.edit("Imported", undoable=False) as edit:
            edit.update(NoteRow, note, text="imported")
        assert room.writer.undo() is not None
        row = room.tables()["note"][note]
        assert (row["text"], row["check_later"]) == ("imported", False)
        room.writer.redo()
        row = room.tables()["note"][note]
        assert (row["text"], row["check_later"]) == ("imported", True)

    def test_a_row_that_was_changed_since_is_not_taken_away(self, room: Room, note: bytes) -> None:
        with room.writer.edit("Imported", undoable=False) as edit:
            edit.update(NoteRow, note, text="imported")
        room.writer.undo()
        assert text_of(room, note) == "imported"
        # and so its session stays too
        assert len(room.tables()["session"]) == 1
        assert room.rebuilt() == room.tables()

    def test_a_row_that_others_refer_to_since_is_not_taken_away(self, room: Room) -> None:
        theme = ThemeRow(name="Water", name_identity="water")
        with room.writer.edit("Theme") as edit:
            edit.session.add(theme)
        wall = RecommendationRow(prefix="R", count=1, position=1.0, wording="Publish")
        with room.writer.edit("Imported", undoable=False) as edit:
            edit.insert([wall, MembershipRow(theme_id=theme.id, recommendation_id=wall.id)])
        room.writer.undo()
        assert theme.id in room.tables()["theme"]
        assert room.rebuilt() == room.tables()

    def test_what_comes_back_brings_what_it_refers_to(self, room: Room, note: bytes) -> None:
        with room.writer.edit("Delete the note") as edit:
            edit.delete(NoteRow, note)
        with room.writer.edit("Delete its session", undoable=False) as edit:
            (session,) = room.tables()["session"]
            edit.delete(SessionRow, session)
        room.writer.undo()
        assert text_of(room, note) == "one"
        assert session in room.tables()["session"]
        assert room.rebuilt() == room.tables()

    def test_a_step_of_which_nothing_is_left_is_taken_off_the_stack_all_the_same(self, room: Room, note: bytes) -> None:
        type_text(room, note, "two")
        with room.writer.edit("Imported", undoable=False) as edit:
            edit.delete(NoteRow, note)
        assert [edit and edit.draft.label for edit in (room.writer.undo(), room.writer.undo())] == ["Type two", "Note"]


def test_a_copy_gets_a_room_of_its_own_and_undo_goes_on_in_it(template: Path, room: Room, note: bytes) -> None:
    type_text(room, note, "two")
    room.close()
    with rooms(template.parent, "B", template) as (copy,):
        copy.writer.undo()
        assert text_of(copy, note) == "one"
        type_text(copy, note, "three")
        copy.reopen()
        type_text(copy, note, "four")
        with copy.reading() as connection:
            makers = connection.execute(select(OPERATION.c.id).order_by(OPERATION.c.id)).scalars().all()
        assert len({version[8:] for version in makers}) == 2
    room.open()


def test_an_undo_of_many_rows_is_whole(room: Room, note: bytes) -> None:
    (session,) = room.tables()["session"]
    with room.writer.edit("Import") as edit:
        rows = [NoteRow(prefix="x", count=n, session_id=session, position=1.0, text=f"{n}") for n in range(2300)]
        edit.insert(rows)
        edit.update_many(NoteRow, {row.id: {"text": f"{row.text}!"} for row in rows[:1200]})
    after = room.tables()
    room.writer.undo()
    assert list(room.tables()["note"]) == [note]
    room.writer.redo()
    assert {k: r["text"] for k, r in room.tables()["note"].items()} == {k: r["text"] for k, r in after["note"].items()}
