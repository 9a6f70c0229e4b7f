"""Two histories of one workshop become one: the same in either order, as often as one likes, and nothing is lost."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select
from tests.store.histories import Room, Step, histories, new_workshop, rooms
from tests.workshops import lying_in, run_sql

from facilitator.domain.errors import LedgerGap, NumberTaken, OtherWorkshop
from facilitator.store.schema import MembershipRow, NoteRow, Numbering, RecommendationRow, SessionRow, ThemeRow, new_key


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """One session with one note, written before the copies are made."""
    path = new_workshop(tmp_path / "water.workshop")
    room = Room(path)
    with room.writer.edit("Begin") as edit:
        session = SessionRow(prefix="S", count=edit.number("S"), title="Opening")
        note = NoteRow(prefix="S1.", count=edit.number("S1."), session_id=session.id, position=1.0, text="one")
        theme = ThemeRow(name="Water", name_identity="water")
        edit.insert([session, note, theme])
    room.close()
    return path


@pytest.fixture
def pair(template: Path) -> Iterator[list[Room]]:
    with rooms(template.parent, "AB", template) as opened:
        yield opened


def only(room: Room, table: str) -> bytes:
    (key,) = room.tables()[table]
    return key


def unite(one: Room, other: Room) -> None:
    other.reopen()
    one.writer.unite(other.path)


def united(folder: Path, base: Room, *others: Room) -> Room:
    """A copy of one room's file that has taken over what the others know."""
    base.reopen()
    path = folder / f"u-{new_key().hex()}.workshop"
    shutil.copyfile(base.path, path)
    room = Room(path, "U")
    for other in others:
        unite(room, other)
    return room


def edit_note(room: Room, **fields: object) -> None:
    with room.writer.edit("Type") as edit:
        edit.update(NoteRow, only(room, "note"), **fields)


def delete(room: Room, row_class: type, table: str) -> None:
    with room.writer.edit("Delete") as edit:
        edit.delete(row_class, only(room, table))


def versions(room: Room, table: str, key: bytes) -> dict[str, str | list[str]]:
    return json.loads(room.tables()[table][key]["versions"])


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(before=histories(8), first=histories(8), second=histories(8), third=histories(4), after=histories(6))
def test_the_order_does_not_matter_and_twice_is_harmless(
    template: Path, before: list[Step], first: list[Step], second: list[Step], third: list[Step], after: list[Step]
) -> None:
    folder = template.parent
    with ExitStack() as stack:
        (base,) = stack.enter_context(rooms(folder, "Z", template))
        for step in before:
            base.take(step)
        base.reopen()
        a, b, c = stack.enter_context(rooms(folder, "ABC", base.path))
        for room, history in ((a, first), (b, second), (c, third)):
            for step in history:
                room.take(step)
        ab, ba = united(folder, a, b), united(folder, b, a)
        for room in (ab, ba):
            stack.callback(room.close)
        assert ab.tables() == ba.tables()
        assert ab.ledger() == ba.ledger()
        abc, bc = united(folder, ab, c), united(folder, b, c)
        cba = united(folder, a, bc)
        for room in (abc, bc, cba):
            stack.callback(room.close)
        assert abc.tables() == cba.tables() == abc.rebuilt()
        assert abc.ledger() == cba.ledger()
        entries = abc.entries()
        for room in (a, b, c, ab):
            unite(abc, room)
        assert (abc.entries(), abc.tables()) == (entries, cba.tables())
        # life goes on in what was united
        for step in after:
            abc.take(step)
        assert abc.rebuilt() == abc.tables()
        unite(cba, abc)
        assert cba.tables() == abc.tables()


def test_different_fields_of_a_row_come_together(pair: list[Room]) -> None:
    a, b = pair
    edit_note(a, text="from A")
    edit_note(b, check_later=True)
    unite(a, b)
    row = a.tables()["note"][only(a, "note")]
    assert (row["text"], row["check_later"]) == ("from A", True)
    assert not any(isinstance(version, list) for version in json.loads(row["versions"]).values())


def test_two_versions_of_a_field_are_both_kept_and_the_later_is_shown(pair: list[Room]) -> None:
    a, b = pair
    edit_note(a, text="from A")
    edit_note(b, text="from B")
    unite(a, b)
    key = only(a, "note")
    assert a.tables()["note"][key]["text"] == "from B"
    assert len(versions(a, "note", key)["text"]) == 2
    edit_note(a, text="decided")
    assert isinstance(versions(a, "note", key)["text"], str)
    unite(b, a)
    assert b.tables() == a.tables()
    assert b.tables()["note"][key]["text"] == "decided"


@pytest.mark.parametrize("edited_last", [True, False])
def test_an_edit_beats_a_delete_that_had_not_seen_it(pair: list[Room], edited_last: bool) -> None:
    a, b = pair
    steps: list[Callable[[], None]] = [lambda: delete(a, NoteRow, "note"), lambda: edit_note(b, text="kept")]
    for step in steps if edited_last else reversed(steps):
        step()
    unite(a, b)
    assert [row["text"] for row in a.tables()["note"].values()] == ["kept"]
    # a delete that has seen it takes it away
    delete(a, NoteRow, "note")
    unite(b, a)
    assert b.tables()["note"] == a.tables()["note"] == {}


def refer(room: Room) -> bytes:
    wall = RecommendationRow(prefix=f"R{room.letter}", count=1, position=1.0, wording="Publish")
    member = MembershipRow(theme_id=only(room, "theme"), recommendation_id=wall.id)
    with room.writer.edit("File") as edit:
        edit.insert([wall, member])
    return member.id


class TestReferences:
    def test_a_row_that_a_living_row_refers_to_lives(self, pair: list[Room]) -> None:
        a, b = pair
        key = only(a, "theme")
        delete(a, ThemeRow, "theme")
        refer(b)
        unite(a, b)
        assert a.tables()["theme"][key]["name"] == "Water"
        assert a.rebuilt() == a.tables()

    def test_it_goes_on_living_when_it_is_no_longer_referred_to(self, pair: list[Room]) -> None:
        a, b = pair
        delete(a, ThemeRow, "theme")
        member = refer(b)
        unite(a, b)
        with a.writer.edit("Take out") as edit:
            edit.delete(MembershipRow, member)
        assert len(a.tables()["theme"]) == 1
        assert a.rebuilt() == a.tables()
        a.writer.undo()
        assert (len(a.tables()["theme"]), len(a.tables()["membership"])) == (1, 1)
        assert a.rebuilt() == a.tables()
        unite(b, a)
        assert b.tables() == a.tables()

    def test_it_goes_when_the_reference_went_in_the_other_room(self, pair: list[Room]) -> None:
        a, b = pair
        delete(a, ThemeRow, "theme")
        refer(b)
        unite(a, b)
        delete(b, MembershipRow, "membership")
        unite(a, b)
        assert a.tables()["theme"] == {}
        assert a.rebuilt() == a.tables()
        unite(b, a)
        assert b.tables() == a.tables()


def test_one_number_on_two_things_is_refused_and_nothing_changes(pair: list[Room]) -> None:
    a, b = pair
    for room in pair:
        with room.writer.edit("Add") as edit:
            edit.insert([SessionRow(prefix="S", count=edit.number("S"), title=f"Of {room.letter}")])
    before = (a.tables(), a.ledger(), a.entries())
    with pytest.raises(NumberTaken, match="S2") as told:
        unite(a, b)
    assert told.value.parameters["what"] == "session"
    assert (a.tables(), a.ledger(), a.entries()) == before
    a.writer.undo()
    unite(a, b)
    assert sorted(row["title"] for row in a.tables()["session"].values()) == ["Of B", "Opening"]
    assert a.rebuilt() == a.tables()


def test_a_number_that_a_deleted_thing_has_borne_is_no_obstacle_to_the_living(pair: list[Room]) -> None:
    a, b = pair
    session = only(a, "session")
    first, gone = b"\0" * 16, b"\xff" * 16
    with a.writer.edit("Import") as edit:
        edit.insert([NoteRow(id=gone, prefix="x", count=1, session_id=session, position=1.0, text="of A")])
    with b.writer.edit("Import") as edit:
        edit.insert([NoteRow(id=first, prefix="x", count=1, session_id=session, position=1.0, text="of B")])
        # so many that the living one is written long before the dead one would be taken away
        edit.insert(NoteRow(prefix="y", count=n, session_id=session, position=1.0, text="y") for n in range(1000))
    with rooms(a.path.parent, "C", a.path) as (c,):
        unite(c, a)
        with c.writer.edit("Delete") as edit:
            edit.delete(NoteRow, gone)
        unite(b, c)
        assert {row["text"] for row in b.tables()["note"].values()} == {"of B", "one", "y"}
        unite(a, b)
        assert a.tables() == b.tables() == a.rebuilt()


def test_the_counters_become_the_greater_of_both(pair: list[Room]) -> None:
    a, b = pair
    with b.writer.edit("Numbers") as edit:
        edit.raise_number("SB", 8)
        edit.raise_number("S", 3)
    with a.writer.edit("Numbers") as edit:
        edit.raise_number("S", 5)
    unite(a, b)
    with a.reading() as connection:
        counted = dict(connection.execute(select(Numbering.prefix, Numbering.count)).all())
    assert counted == {"S": 5, "S1.": 1, "SB": 8}


def test_undo_does_not_go_behind_a_union_and_goes_on_after_it(pair: list[Room]) -> None:
    a, b = pair
    edit_note(a, text="from A")
    edit_note(b, check_later=True)
    unite(a, b)
    assert a.writer.undo() is None
    edit_note(a, text="after")
    a.reopen()
    assert a.writer.undo() is not None
    assert a.writer.undo() is None
    assert a.tables()["note"][only(a, "note")]["text"] == "from A"


def test_uniting_back_and_forth_comes_to_rest(pair: list[Room]) -> None:
    a, b = pair
    edit_note(a, text="from A")
    edit_note(b, check_later=True)
    for _ in range(3):
        unite(a, b)
        unite(b, a)
    entries = (a.entries(), b.entries())
    unite(a, b)
    unite(b, a)
    assert (a.entries(), b.entries()) == entries
    assert a.tables() == b.tables()


def test_a_wrong_clock_in_the_other_room_loses_nothing(pair: list[Room]) -> None:
    a, b = pair
    b.writer._clock.witness(b"\x7f" * 8)
    edit_note(b, text="from the future")
    unite(a, b)
    # the union comes after what it has brought, so that undo stops at it
    assert a.writer.undo() is None
    edit_note(a, text="and after")
    assert a.tables()["note"][only(a, "note")]["text"] == "and after"
    assert a.rebuilt() == a.tables()
    unite(b, a)
    assert b.tables() == a.tables()


def test_the_other_file_is_only_read(pair: list[Room], template: Path, tmp_path: Path) -> None:
    a, _ = pair
    other = tmp_path / "stick" / "water.workshop"
    other.parent.mkdir()
    shutil.copyfile(template, other)
    before = lying_in(other.parent)
    a.writer.unite(other)
    assert lying_in(other.parent) == before


def test_another_workshop_is_refused(pair: list[Room], tmp_path: Path) -> None:
    with pytest.raises(OtherWorkshop):
        pair[0].writer.unite(new_workshop(tmp_path / "other.workshop"))


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM entry WHERE label = 'Type' AND sequence = 1",
        "UPDATE entry SET id = zeroblob(16) WHERE label = 'Begin'",
    ],
)
def test_a_history_that_is_not_whole_is_refused(pair: list[Room], damage: str) -> None:
    a, b = pair
    edit_note(b, text="one more")
    edit_note(b, text="and one")
    b.close()
    run_sql(b.path, damage)
    b.open()
    before = (a.tables(), a.entries())
    with pytest.raises(LedgerGap):
        unite(a, b)
    assert (a.tables(), a.entries()) == before
