"""Whoever comes into a workshop has a code by then, and a code that was made gives way to one that was given."""
# ruff: noqa: B023 - each step is taken before the loop goes on

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver
from tests.factories import content_of, new_workspace, step
from tests.workshops import ask

from facilitator.domain.errors import CodeTaken
from facilitator.domain.kinds import NoteKind, Sector
from facilitator.domain.nouns import Key
from facilitator.store.check import check
from facilitator.store.edits import Edits
from facilitator.store.exchange.joining import add
from facilitator.store.exchange.reading import read
from facilitator.store.exchange.writing import write
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

FIRST_SCHEMA = Path(__file__).parents[1] / "stores" / "schema-1.workshop"


def codes(workspace: Workspace) -> dict[str, str]:
    """Everybody's code by name, one that was given in capitals."""
    return {
        one.name: one.code if one.code_made else one.code.upper() for one in content_of(workspace).participants
    }  # fmt: skip


def made(workspace: Workspace, name: str, code: str = "") -> Key:
    return step(workspace, lambda edits: edits.people.add(name, code=code)).id


def test_whoever_is_added_or_named_has_a_code_that_goes_with_them(workspace: Workspace) -> None:
    made(workspace, "Kofi Owusu")
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))
    step(workspace, lambda edits: edits.people.speaker("Kai Osei", whole_name=True))
    step(workspace, lambda edits: edits.people.speaker("x1"))
    step(workspace, lambda edits: edits.turns.ask(session.id, edits.people.speaker("Kim Chi")))

    assert codes(workspace) == {"Kofi Owusu": "ko", "Kai Osei": "kao", "x1": "x1", "Kim Chi": "kc"}
    step(workspace, lambda edits: edits.people.rename(edits.people.speaker("x1"), "Xenia One"))
    assert codes(workspace)["Xenia One"] == "x1"
    assert check(workspace.path) == ()


def test_a_given_code_goes_before_a_made_one_and_emptied_it_is_made_again(workspace: Workspace) -> None:
    kofi, kai = made(workspace, "Kofi Owusu"), made(workspace, "Kai Osei")
    step(workspace, lambda edits: edits.people.change(kai, code="Ko"))
    assert codes(workspace) == {"Kofi Owusu": "koo", "Kai Osei": "KO"}
    with pytest.raises(CodeTaken, match="belongs to Kai Osei"), workspace.edit("Step") as edits:
        edits.people.change(kofi, code="KO")

    step(workspace, lambda edits: edits.people.change(kai, code=""))
    assert codes(workspace) == {"Kofi Owusu": "koo", "Kai Osei": "ko"}
    # who is called as a code is meant by it
    step(workspace, lambda edits: edits.people.speaker("ko", whole_name=True))
    assert codes(workspace) == {"Kofi Owusu": "koo", "Kai Osei": "kao", "ko": "ko"}


def test_a_made_code_means_its_holder_while_capturing_and_nobody_in_what_comes_from_outside(
    workspace: Workspace,
) -> None:
    kofi, kai = made(workspace, "Kofi Owusu"), made(workspace, "Kai Osei", "kai")
    assert step(workspace, lambda edits: edits.people.speaker("KO")) == kofi
    assert step(workspace, lambda edits: edits.people.speaker_from_outside("KAI")) == kai

    stranger = step(workspace, lambda edits: edits.people.speaker_from_outside("KO"))

    assert stranger not in (kofi, kai)
    assert codes(workspace) == {"Kofi Owusu": "koo", "Kai Osei": "KAI", "KO": "ko"}
    assert step(workspace, lambda edits: edits.people.speaker("ko")) == stranger


def test_of_two_who_are_one_a_given_code_is_kept_and_a_made_one_forgotten(workspace: Workspace) -> None:
    kofi, given, other = made(workspace, "Kofi Owusu"), made(workspace, "K. O.", "x7"), made(workspace, "Owusu")
    step(workspace, lambda edits: edits.people.merge(kofi, given))
    step(workspace, lambda edits: edits.people.merge(kofi, other))

    assert codes(workspace) == {"Kofi Owusu": "X7"}


def test_somebody_with_no_more_than_a_made_code_is_as_unknown_as_before(workspace: Workspace) -> None:
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))
    step(
        workspace,
        lambda edits: edits.notes.capture(
            session.id, NoteKind.POINT, "secret", speaker_id=edits.people.speaker("Kofi Owusu"), private=True
        ),
    )
    with workspace.read() as reads:
        (gap,) = reads.fill_in_rows()
        data = write(reads.content(), reads.counters())
    assert (gap.label, gap.is_known) == ("Kofi Owusu", False)
    # named in a private note alone, he is in no file that leaves without it
    assert json.loads(data)["participants"] == []


# The same workshop in two rooms.


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Callable[[Callable[[Edits], object]], list[Workspace]]]:
    """Two open copies of a workshop in which this was done before they parted."""
    opened: list[Workspace] = []

    def part(begin: Callable[[Edits], object]) -> list[Workspace]:
        with closing(new_workspace(tmp_path)) as first, first.edit("Begin") as edits:
            begin(edits)
        for name in "ab":
            copy = Path(shutil.copy(first.path, tmp_path / f"{name}.workshop"))
            opened.append(open_workspace(copy))
        return opened

    yield part
    for workspace in opened:
        workspace.close()


Part = Callable[[Callable[[Edits], object]], list[Workspace]]


def exchanged(a: Workspace, b: Workspace) -> dict[str, str]:
    """What both hold after each has taken over the other's file, until nothing is new."""
    for one, other in ((a, b), (b, a), (a, b)):
        one.unite(other.path)
    count = ask(a.path, "SELECT count(*) FROM entry")
    a.unite(b.path)
    assert ask(a.path, "SELECT count(*) FROM entry") == count
    assert content_of(a) == content_of(b)
    for one in (a, b):
        assert check(one.path) == ()
        with one.read() as reads:
            assert reads.status_line().conflicts == 0
    return codes(a)


def test_two_rooms_that_made_one_code_have_two_after_they_are_united(rooms: Part) -> None:
    a, b = rooms(lambda edits: edits.people.add("Anan"))
    made(a, "Kofi Owusu")
    made(b, "Kai Osei")
    made(b, "Kim Chi")

    assert exchanged(a, b) == {"Anan": "an", "Kofi Owusu": "ko", "Kai Osei": "kao", "Kim Chi": "kc"}
    assert a.undo() is None


@pytest.mark.parametrize("is_given_first", [True, False])
def test_what_one_room_gave_goes_before_what_the_other_made(rooms: Part, is_given_first: bool) -> None:
    a, b = rooms(lambda edits: edits.people.add("Kofi Owusu"))
    kofi = content_of(a).participants[0].id
    acts = [
        lambda: step(a, lambda edits: edits.people.change(kofi, code="boss")),
        lambda: step(b, lambda edits: edits.people.add("Kai Osei", code="ko")),
    ]
    for act in acts if is_given_first else reversed(acts):
        act()

    assert exchanged(a, b) == {"Kofi Owusu": "BOSS", "Kai Osei": "KO"}


def test_two_codes_that_two_rooms_gave_one_person_stay_for_people_to_decide(rooms: Part) -> None:
    a, b = rooms(lambda edits: edits.people.add("Kofi Owusu"))
    kofi = content_of(a).participants[0].id
    for room, code in ((a, "one"), (b, "two")):
        step(room, lambda edits: edits.people.change(kofi, code=code))
    a.unite(b.path)

    with a.read() as reads:
        assert reads.status_line().conflicts == 1
    assert codes(a) == {"Kofi Owusu": "TWO"}


# Files from before codes were made.


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of the first schema with three people, one of whom was given a code; then its title was changed."""
    path = Path(shutil.copy(FIRST_SCHEMA, tmp_path))
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        ((last,),) = connection.execute("SELECT max(id) FROM (SELECT id FROM entry UNION SELECT id FROM operation)")
        entry = connection.execute("SELECT max(id) FROM entry").fetchone()[0]
        for place, (name, code) in enumerate((("Kofi Owusu", ""), ("Kai Osei", "KO"), ("ka", "")), 1):
            key = bytes(15) + bytes([place])
            version = (int.from_bytes(last[:8], "big") + place).to_bytes(8, "big") + last[8:]
            fields = dict.fromkeys(("role", "organisation", "country", "email", "language", "consents", "about"), "")
            fields |= {"name": name, "name_identity": name.lower(), "code": code, "code_identity": code.lower()}
            row = {**fields, "sector": None}
            marks = ", ".join("?" * (len(row) + 2))
            connection.execute(
                f"INSERT INTO participant ({', '.join(row)}, id, versions) VALUES ({marks})",
                (*row.values(), key, json.dumps({"": version.hex()}, separators=(",", ":"))),
            )
            operation = (version, entry, "participant", key, "+", json.dumps(row), "{}")
            connection.execute("INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?)", operation)
    return path


def test_people_of_an_older_file_have_codes_once_it_is_opened_and_nobody_has_a_step_more(old: Path) -> None:
    with closing(open_workspace(old)) as workspace:
        assert codes(workspace) == {"Kofi Owusu": "koo", "Kai Osei": "KO", "ka": "ka"}
        assert workspace.next_undo() == "Fill"
        made(workspace, "Kai Aku")
        assert workspace.undo() == "Step"
    entries = ask(old, "SELECT count(*) FROM entry")

    with closing(open_workspace(old)) as workspace:
        assert codes(workspace) == {"Kofi Owusu": "koo", "Kai Osei": "KO", "ka": "ka"}
    assert ask(old, "SELECT count(*) FROM entry") == entries
    assert check(old) == ()


def test_two_rooms_that_each_brought_an_older_file_up_to_date_agree(old: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(old, tmp_path / "other.workshop"))
    with closing(open_workspace(old)) as a, closing(open_workspace(other)) as b:
        made(a, "Kofi Osei")
        assert exchanged(a, b) == {"Kofi Owusu": "koo", "Kai Osei": "KO", "ka": "ka", "Kofi Osei": "kos"}


# A workshop as JSON.


def exported(workspace: Workspace) -> bytes:
    with workspace.read() as reads:
        return write(reads.content(), reads.counters(), include_private=True)


def join(workspace: Workspace, data: bytes) -> None:
    step(workspace, lambda edits: add(edits.edit, read(json.loads(data))))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    with closing(new_workspace(tmp_path, "other")) as opened:
        yield opened


def test_the_mark_travels_with_the_code(workspace: Workspace, other: Workspace) -> None:
    made(workspace, "Kofi Owusu")
    made(workspace, "Kim Chi", "x1")
    made(workspace, "Kai Osei")
    data = exported(workspace)
    join(other, data)

    assert exported(other) == data
    assert codes(other) == {"Kofi Owusu": "ko", "Kim Chi": "X1", "Kai Osei": "kao"}
    join(other, data)
    assert exported(other) == data


def test_codes_of_an_older_file_count_as_given_and_who_has_none_gets_one(
    workspace: Workspace, other: Workspace
) -> None:
    made(workspace, "Kofi Owusu", "ko")
    made(workspace, "Kai Osei")
    document = json.loads(exported(workspace)) | {"version": 1}
    for person in document["participants"]:
        del person["code_made"]
        person["code"] = "ko" if person["name"] == "Kofi Owusu" else ""
    join(other, json.dumps(document).encode())

    assert codes(other) == {"Kofi Owusu": "KO", "Kai Osei": "kao"}


def test_made_codes_keep_nobody_apart_and_bring_nobody_together(workspace: Workspace, other: Workspace) -> None:
    for name in ("Kofi Owusu", "Kim Chi"):
        made(workspace, name)
    for name, code in (("Kai Osei", ""), ("KOFI OWUSU", ""), ("ko", ""), ("Karl Cox", "kc")):
        made(other, name, code)
    join(workspace, exported(other))

    # of those who were here only those gave way whose code was given to somebody, or is a name
    assert codes(workspace) == {
        "Kofi Owusu": "koo", "Kim Chi": "kic", "Kai Osei": "kao", "ko": "ko", "Karl Cox": "KC",
    }  # fmt: skip
    join(workspace, exported(other))
    assert len(content_of(workspace).participants) == 5
    assert check(workspace.path) == ()


def test_a_code_that_was_made_here_stays_when_another_room_has_made_it_too(
    workspace: Workspace, other: Workspace
) -> None:
    made(other, "Kai Osei")
    made(workspace, "Kofi Owusu")
    join(workspace, exported(other))

    assert codes(workspace) == {"Kofi Owusu": "ko", "Kai Osei": "kao"}


def test_a_file_in_which_a_made_code_is_somebody_elses_too_is_found_out(workspace: Workspace) -> None:
    first, second = made(workspace, "Kofi Owusu"), made(workspace, "Kai Osei")
    step(workspace, lambda edits: edits.people.change(first, sector=Sector.UN))
    workspace.close()
    with closing(driver.connect(str(workspace.path), isolation_level=None)) as connection:
        connection.execute("UPDATE participant SET code = 'ko', code_identity = 'ko' WHERE id = ?", (second,))

    assert "A code that was made for somebody means somebody else too." in {
        one.sentence for one in check(workspace.path)
    }


def test_an_organisation_that_is_to_act_is_nobody_whose_code_we_made(workspace: Workspace) -> None:
    made(workspace, "Usha Nair")
    given = made(workspace, "Kofi Owusu", code="MoW")
    assert codes(workspace)["Usha Nair"] == "un"
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))
    note = step(workspace, lambda edits: edits.notes.capture(session.id, NoteKind.ACTION, "Send the data")).note_id

    step(workspace, lambda edits: edits.notes.assign(note, "UN", "Friday"))
    assert content_of(workspace).notes[0].who_id is None
    step(workspace, lambda edits: edits.notes.assign(note, "MoW", "Friday"))
    assert content_of(workspace).notes[0].who_id == given
