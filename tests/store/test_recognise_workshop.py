"""Foreign, newer and damaged files are refused in one sentence, and nothing about them changes."""

import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workshops import ask, lying_in, make_workshop, run_sql

from facilitator.domain.errors import (
    DamagedFile,
    DamageError,
    FacilitatorError,
    InputError,
    NewerWorkshop,
    NotAWorkshop,
    WorkshopMissing,
)
from facilitator.store import recognise
from facilitator.store.backup import back_up
from facilitator.store.recognise import APPLICATION_ID, SCHEMA_VERSION, examine
from facilitator.workspace.opening import open_workspace


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good file that no test changes."""
    return make_workshop(tmp_path_factory.mktemp("whole") / "water.workshop", notes=200)


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(whole, tmp_path / "water.workshop"))


def refused(path: Path, error: type[FacilitatorError]) -> FacilitatorError:
    """The refusal, for looking, reading and writing alike; bytes and folder are as before."""
    before = lying_in(path.parent)
    for attempt in (examine, open_workspace, lambda path: open_workspace(path, read_only=True)):
        with pytest.raises(error) as caught:
            attempt(path)
    assert lying_in(path.parent) == before
    assert str(path) in str(caught.value)
    return caught.value


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def test_a_good_file_is_told_from_all_others_without_touching_it(path: Path) -> None:
    before = lying_in(path.parent)

    state = examine(path)

    assert (state.path, state.version, len(state.workshop_id)) == (path, SCHEMA_VERSION, 16)
    assert lying_in(path.parent) == before


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    refused(tmp_path / "none.workshop", WorkshopMissing)


def test_a_folder_is_no_workshop(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    refused(tmp_path / "a", NotAWorkshop)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_workshop_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAWorkshop):
        examine(tmp_path / "pipe")


@pytest.mark.parametrize("content", [b"", b"x", b"# Notes\n" * 50, b"PK\x03\x04" + bytes(5000), b"SQLite format 3\0"])
def test_other_bytes_are_no_workshop(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.workshop").write_bytes(content)
    refused(tmp_path / "a.workshop", NotAWorkshop)


def foreign(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


ENDLESS = "CREATE VIEW note AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


@pytest.mark.parametrize("statements", [(), ("PRAGMA journal_mode=WAL",), ("PRAGMA user_version=99",)])
def test_the_database_of_another_program_is_no_workshop(tmp_path: Path, statements: tuple[str, ...]) -> None:
    made = foreign(tmp_path / "a.workshop", *statements, "CREATE TABLE note (id)", ENDLESS.replace("note", "identity"))
    refused(made, NotAWorkshop)


def test_our_mark_over_endless_views_is_refused_without_asking_them(tmp_path: Path) -> None:
    mark = (f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={SCHEMA_VERSION}")
    views = [ENDLESS.replace("note", name) for name in ("note", "identity", "workshop")]
    refused(foreign(tmp_path / "a.workshop", *mark, *views), NotAWorkshop)


@pytest.mark.parametrize(
    "addition",
    [
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE extra (a)",
        "CREATE INDEX i ON note (text)",
    ],
)
def test_a_workshop_with_something_added_to_its_tables_is_refused(path: Path, addition: str) -> None:
    run_sql(path, addition)
    refused(path, NotAWorkshop)


def test_a_workshop_whose_tables_were_made_over_is_refused(path: Path) -> None:
    run_sql(path, "DROP TABLE release", "CREATE TABLE release (id BLOB)")
    refused(path, FacilitatorError)


def test_a_newer_file_is_named_as_such(path: Path) -> None:
    run_sql(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    assert str(SCHEMA_VERSION + 1) in str(refused(path, NewerWorkshop))


@pytest.mark.parametrize("left", [100, 1000, 4096, 20_000])
def test_a_file_cut_short_is_damaged(path: Path, left: int) -> None:
    os.truncate(path, left)
    refused(path, DamagedFile)


def test_a_file_without_its_last_byte_is_damaged(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)
    refused(path, DamagedFile)


def test_a_damaged_file_names_its_backups(path: Path) -> None:
    made = back_up(path)
    overwrite(path, 4096 * 3, bytes(8192))

    assert str(made.path) in str(refused(path, DamagedFile))


@pytest.mark.parametrize("offset", [0, 16, 60, 68, 71])
def test_a_wrong_byte_in_the_header_is_damage(path: Path, offset: int) -> None:
    overwrite(path, offset, bytes([path.read_bytes()[offset] ^ 0x10]))
    refused(path, DamagedFile)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM identity",
        "UPDATE identity SET workshop_id = x'00'",
        "DELETE FROM workshop",
        "UPDATE identity SET id=2",
    ],
)
def test_a_file_that_does_not_say_which_workshop_it_is_is_damaged(path: Path, change: str) -> None:
    run_sql(path, "PRAGMA foreign_keys=OFF", change)
    refused(path, DamagedFile)


@settings(max_examples=60, deadline=None)
@given(places=st.lists(st.integers(0, 10**9), min_size=1, max_size=20), bit=st.integers(0, 7))
def test_whatever_bits_are_flipped_the_answer_is_a_state_or_a_sentence(
    whole: Path, places: list[int], bit: int
) -> None:
    content = bytearray(whole.read_bytes())
    for place in places:
        content[place % len(content)] ^= 1 << bit
    path = whole.with_name("flipped.workshop")
    path.write_bytes(content)
    before = lying_in(path.parent)

    with suppress(InputError, DamageError):
        examine(path)

    assert lying_in(path.parent) == before


def test_a_file_left_with_its_log_is_read_with_it_and_nothing_is_written(path: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    workspace = open_workspace(path)
    with workspace.edit("Rename") as edits:
        edits.workshop.change(title="In the log only")
    for ending in ("", "-wal"):
        shutil.copy(recognise.beside(path, ending), killed)
    workspace.close()
    before = lying_in(killed)

    examine(killed / path.name)
    with recognise.reading(killed / path.name) as connection:
        assert connection.execute("SELECT title FROM workshop").fetchone() == ("In the log only",)

    assert lying_in(killed) == before


def test_a_proof_that_takes_too_long_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_workshop(tmp_path / "large.workshop", notes=3000)
    # A page of an index, which only the proof reads.
    (root,) = ask(path, "SELECT rootpage FROM sqlite_master WHERE name = 'ix_note_who_id'")[0]
    overwrite(path, 4096 * (int(str(root)) - 1), bytes(4096))
    refused(path, DamagedFile)

    monkeypatch.setattr(recognise, "SECONDS", -1.0)
    monkeypatch.setattr(recognise, "STEPS", 700)
    assert examine(path).version == SCHEMA_VERSION


def test_a_file_that_is_open_elsewhere_is_good(path: Path) -> None:
    workspace = open_workspace(path)
    with workspace.edit("Rename") as edits:
        edits.workshop.change(title="Now")
    examine(path)
    workspace.close()
