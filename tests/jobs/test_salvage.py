"""From a file with destroyed pages everything that either source holds goes into a new workshop."""

import json
import random
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver
from tests.workshops import ask, make_workshop

from facilitator.cli import run
from facilitator.domain.errors import NothingToSalvage, TargetExists, WorkshopMissing
from facilitator.jobs.check import check
from facilitator.jobs.salvage import salvage
from facilitator.jobs.sample import make_sample
from facilitator.store.check import RECORDED
from facilitator.store.salvage.pages import PAGE_BYTES
from facilitator.workspace.opening import open_workspace

NUMBERING = "SELECT rootpage - 1 FROM sqlite_master WHERE name = 'numbering'"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.workshop"
    make_sample(path)
    return path


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows by table, without what says of which step of the ledger they are."""
    told = {}
    for name, table in RECORDED.items():
        columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "versions")
        told[name] = ask(path, f'SELECT {columns} FROM "{name}" ORDER BY id')
    return told


def destroy(path: Path, pages: dict[int, bytes]) -> bytes:
    """Write over pages, counted from 0; what the file is then."""
    bytes_ = bytearray(path.read_bytes())
    for number, rubbish in pages.items():
        bytes_[number * PAGE_BYTES : (number + 1) * PAGE_BYTES] = rubbish
    path.write_bytes(bytes_)
    return bytes(bytes_)


def test_of_a_whole_file_all_rows_come_out_as_they_are(sample: Path, tmp_path: Path) -> None:
    saved = salvage(sample, tmp_path / "new.workshop")

    assert content(saved.path) == content(sample)
    assert (saved.missing, saved.numbers) == ({}, ())
    assert check(saved.path).ok


@given(seed=st.integers(0, 2**32), share=st.floats(0.0, 0.3))
@settings(max_examples=15, deadline=None)
def test_whatever_pages_are_destroyed_what_either_source_holds_comes_out(
    sample: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, share: float
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = folder / "damaged.workshop"
    path.write_bytes(sample.read_bytes())
    count = path.stat().st_size // PAGE_BYTES
    chance = random.Random(seed)
    hit = chance.sample(range(count), 1 + int(share * count))
    there = destroy(path, {page: chance.choice((bytes(PAGE_BYTES), chance.randbytes(PAGE_BYTES))) for page in hit})

    saved = salvage(path, folder / "new.workshop")

    assert path.read_bytes() == there
    assert check(saved.path).ok
    before, after = (dict(ask(file, "SELECT id, text FROM note")) for file in (sample, saved.path))
    # a row ends in its key and its versions; in the operation that made it, "+" and its fields follow the key
    readable = {key for key in before if key + b'{"' in there or key + b"+{" in there}
    assert readable <= after.keys()
    assert after.items() <= before.items()
    numbers = {number for (number,) in ask(sample, "SELECT prefix || count FROM note")}
    found = {number for (number,) in ask(saved.path, "SELECT prefix || count FROM note")}
    lost = {str(number) for number in saved.numbers}
    assert lost & numbers <= numbers - found
    if ask(sample, NUMBERING)[0][0] not in hit:
        assert numbers - found <= lost
    with open_workspace(saved.path).edit("Works") as edits:
        edits.workshop.change(place="Bangkok")


@pytest.mark.parametrize("kept", ["tables", "ledger"])
def test_with_one_source_destroyed_from_end_to_end_the_other_one_is_enough(
    sample: Path, tmp_path: Path, kept: str
) -> None:
    path = tmp_path / "damaged.workshop"
    path.write_bytes(sample.read_bytes())
    destroy(path, dict.fromkeys(leaves_of(path, {13} if kept == "ledger" else {2, 10}), bytes(PAGE_BYTES)))

    saved = salvage(path, tmp_path / "new.workshop")

    assert content(saved.path)["note"] == content(sample)["note"]
    assert content(saved.path)["recommendation"] == content(sample)["recommendation"]


@pytest.mark.parametrize("last", ["made private", "deleted"])
def test_a_note_whose_last_step_is_lost_comes_back_for_nobody_but_the_note_taker(tmp_path: Path, last: str) -> None:
    path = make_workshop(tmp_path / "water.workshop", 300)
    ((note,),) = ask(path, "SELECT id FROM note WHERE text LIKE '%7' ORDER BY id LIMIT 1")
    with closing(open_workspace(path)) as workspace, workspace.edit("Last") as edits:
        if last == "deleted":
            edits.notes.delete(note)
        else:
            edits.notes.set_private(note, True)
    ((step,),) = ask(path, f"SELECT max(id) FROM operation WHERE row = x'{note.hex()}'")
    content = path.read_bytes()
    held = [page for page in leaves_of(path, {13}) if note in content[page * PAGE_BYTES : (page + 1) * PAGE_BYTES]]
    lost = [page for page in leaves_of(path, {10}) if step in content[page * PAGE_BYTES : (page + 1) * PAGE_BYTES]]
    destroy(path, dict.fromkeys([*held, *lost], bytes(PAGE_BYTES)))

    saved = salvage(path, tmp_path / "new.workshop")

    assert ask(saved.path, f"SELECT private, rule FROM note WHERE id = x'{note.hex()}'") == [(1, "chatham")]
    assert saved.closed > 0


def leaves_of(path: Path, kinds: set[int]) -> list[int]:
    """The pages that begin with one of these bytes: 13 for tables with row numbers, 2 and 10 for those without."""
    content = path.read_bytes()
    return [place // PAGE_BYTES for place in range(PAGE_BYTES, len(content), PAGE_BYTES) if content[place] in kinds]


def test_a_damaged_file_is_saved_by_the_command_line_which_tells_what_is_missing(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, new = tmp_path / "damaged.workshop", tmp_path / "new.workshop"
    path.write_bytes(sample.read_bytes())
    destroy(path, dict.fromkeys(range(20), bytes(PAGE_BYTES)))

    assert run(["check", str(path), "--salvage", str(new), "--json"]) == 5
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert not told["ok"]
    assert told["salvaged"]["path"] == str(new)
    assert told["salvaged"]["notes"] == len(content(new)["note"]) > 100
    assert "is damaged" in said.err
    written = f"What can be read of it was written to {new}, which is whole: notes {told['salvaged']['notes']}, "
    assert written in said.err
    assert said.err.count("\n") == 1
    assert run(["check", str(new)]) == 0
    capsys.readouterr()
    assert run(["check", str(path), "--salvage", str(new)]) == 4
    assert "is there already" in capsys.readouterr().err


def test_what_is_no_workshop_any_more_or_not_there_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    letter = tmp_path / "letter.workshop"
    letter.write_text("Dear all, " * 1000)
    with pytest.raises(NothingToSalvage):
        salvage(letter, tmp_path / "new.workshop")
    for left in (b"", b"SQLite format 3"):
        letter.write_bytes(left)
        with pytest.raises(NothingToSalvage):
            salvage(letter, tmp_path / "new.workshop")
    with pytest.raises(WorkshopMissing):
        salvage(tmp_path / "nowhere.workshop", tmp_path / "new.workshop")
    assert [file.name for file in tmp_path.iterdir()] == ["letter.workshop"]


def test_nothing_is_written_over(sample: Path, tmp_path: Path) -> None:
    there = make_workshop(tmp_path / "there.workshop")
    before = there.read_bytes()
    with pytest.raises(TargetExists):
        salvage(sample, there)
    assert there.read_bytes() == before


def test_notes_that_lie_in_the_log_alone_are_saved_too(tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop")
    with (workspace := open_workspace(path)).edit("Note") as edits:
        edits.workshop.change(title="In the log")
    left = tmp_path / "left.workshop"
    left.write_bytes(path.read_bytes())
    left.with_name("left.workshop-wal").write_bytes(path.with_name("water.workshop-wal").read_bytes())
    workspace.close()

    saved = salvage(left, tmp_path / "new.workshop")

    assert ask(saved.path, "SELECT title FROM workshop") == [("In the log",)]


def test_a_step_that_was_under_way_when_the_power_went_is_taken_back(tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop", 300)
    before = content(path)["note"]
    left = tmp_path / "left.workshop"
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        for statement in ("PRAGMA journal_mode=DELETE", "PRAGMA cache_size=2", "BEGIN"):
            connection.execute(statement)
        connection.execute("UPDATE note SET text = text || ' changed ' || hex(randomblob(900))")
        left.write_bytes(path.read_bytes())
        left.with_name("left.workshop-journal").write_bytes(path.with_name("water.workshop-journal").read_bytes())
        connection.execute("ROLLBACK")
    assert left.read_bytes() != path.read_bytes()

    saved = salvage(left, tmp_path / "new.workshop")

    assert content(saved.path)["note"] == before
