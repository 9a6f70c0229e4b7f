"""What the ledger tells a person, and what it keeps to itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.histories import Room, new_workshop

from facilitator.store.log import Step, Version, history, steps
from facilitator.store.schema import (
    MembershipRow,
    NoteRow,
    RecommendationRow,
    SessionRow,
    SourceRow,
    TagRow,
    ThemeRow,
    WordingRow,
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    opened = Room(new_workshop(tmp_path / "water.workshop"))
    yield opened
    opened.close()


def told(room: Room) -> list[Step]:
    with room.reading() as connection:
        return list(steps(connection))


def history_of(room: Room, key: bytes) -> list[Version]:
    with room.reading() as connection:
        return list(history(connection, key))


@pytest.fixture
def note(room: Room) -> NoteRow:
    session = SessionRow(prefix="S", count=3, title="Opening")
    row = NoteRow(prefix="S3.", count=12, session_id=session.id, position=1.0, text="Water is a right")
    with room.writer.edit("Capture") as edit:
        edit.insert([session, row])
    return row


def test_steps_are_told_oldest_first_with_what_they_touched(room: Room, note: NoteRow) -> None:
    theme = ThemeRow(name="Financing", name_identity="financing")
    wall = RecommendationRow(prefix="R", count=14, position=1.0, wording="Publish")
    with room.writer.edit("File") as edit:
        edit.insert([theme, wall, MembershipRow(theme_id=theme.id, recommendation_id=wall.id)])
    with room.writer.edit("Delete") as edit:
        edit.delete(NoteRow, note.id)
    made, captured, filed, deleted = told(room)
    assert (made.kind, made.what) == ("create", ("Water and peace",))
    assert (captured.label, captured.what) == ("Capture", ("S3", "S3.12"))
    assert filed.what == ("Financing", "R14")
    assert deleted.what == ("S3.12",)
    assert made.at <= captured.at <= filed.at <= deleted.at


def test_a_step_is_undone_until_it_is_done_again(room: Room, note: NoteRow) -> None:
    def undone() -> list[bool]:
        return [step.undone for step in told(room) if step.kind == "edit"]

    for text in ("two", "three"):
        with room.writer.edit("Type", join="text") as edit:
            edit.update(NoteRow, note.id, text=text)
    assert undone() == [False, False]
    room.writer.undo()
    assert undone() == [False, True]
    room.writer.undo()
    assert undone() == [True, True]
    room.writer.redo()
    room.writer.redo()
    assert undone() == [False, False]
    room.writer.undo()
    assert undone() == [False, True]


def test_joined_edits_are_told_as_one_step(room: Room, note: NoteRow) -> None:
    for text in ("two", "three", "four"):
        with room.writer.edit(f"Type {text}", join="text") as edit:
            edit.update(NoteRow, note.id, text=text)
    assert [step.label for step in told(room)] == ["New workshop", "Capture", "Type two"]


def test_the_history_of_a_thing_has_its_fields_and_what_belongs_to_it(room: Room, note: NoteRow) -> None:
    wall = RecommendationRow(prefix="R", count=1, position=1.0, wording="Publish")
    with room.writer.edit("Add") as edit:
        edit.insert([wall, WordingRow(recommendation_id=wall.id, position=1, text="Publish")])
    with room.writer.edit("Reword") as edit:
        edit.update(RecommendationRow, wall.id, wording="Publish quarterly")
    room.writer.undo()
    born, first, reworded, back = history_of(room, wall.id)
    assert (born.table, born.action, born.fields["wording"]) == ("recommendation", "+", (None, "Publish"))
    assert (first.table, first.fields["text"]) == ("wording", (None, "Publish"))
    assert (reworded.fields, reworded.undone) == ({"wording": ("Publish", "Publish quarterly")}, True)
    assert back.fields == {"wording": ("Publish quarterly", "Publish")}
    assert note.id not in {version.id for version in history_of(room, wall.id)}


@pytest.mark.parametrize("private", ["from the first", "later", "once"])
def test_the_text_of_a_private_note_is_never_told(room: Room, note: NoteRow, private: str) -> None:
    secret = "Nobody may read this"
    theme = ThemeRow(name="Water", name_identity="water")
    row = NoteRow(
        prefix="S3.",
        count=13,
        session_id=note.session_id,
        position=2.0,
        text=secret,
        private=private == "from the first",
    )
    wall = RecommendationRow(prefix="R", count=1, position=1.0, wording=secret)
    with room.writer.edit("Capture") as edit:
        edit.insert([row, theme, wall, TagRow(note_id=row.id, theme_id=theme.id)])
        edit.insert([SourceRow(note_id=row.id, recommendation_id=wall.id, origin=True)])
        edit.insert([WordingRow(recommendation_id=wall.id, position=1, text=secret)])
    for value in {"from the first": (), "later": (True,), "once": (True, False)}[private]:
        with room.writer.edit("Private") as edit:
            edit.update(NoteRow, row.id, private=value)
    said = [*told(room), *history_of(room, row.id), *history_of(room, wall.id)]
    assert secret not in repr(said)
    assert "S3.13" in repr(said)
    assert "Water is a right" in repr(history_of(room, note.id))
