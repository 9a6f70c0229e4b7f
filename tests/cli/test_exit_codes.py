"""Every exit code of the table, with nothing on standard output and one sentence on standard error."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.workshops import lying_in, make_workshop

from facilitator.jobs import import_source as importing
from facilitator.workspace.lock import Lock

Facilitator = Callable[..., Any]

MISUNDERSTOOD = {
    "a file and more": (["day.workshop", "night.workshop"], "There is no command day.workshop"),
    "an unknown command": (["exprot"], "There is no command exprot"),
    "a missing argument": (["new"], "required: FILE, --title"),
    "an unknown option": (["show", "w.workshop", "--colour"], "Unrecognized arguments: --colour"),
    "an abbreviated option": (["show", "w.workshop", "--js"], "Unrecognized arguments: --js"),
    "a prefix that is none": (["new", "n.workshop", "--title", "x", "--prefix", "B1"], "B1 is no prefix"),
    "a time zone that is none": (["new", "n.workshop", "--title", "x", "--timezone", "Mars"], "no time zone Mars"),
    "a rule that is none": (["new", "n.workshop", "--title", "x", "--attribution", "secret"], "invalid choice"),
    "a number that is none": (["sample", "n.workshop", "--notes", "-1"], "-1 is less than 0"),
    "no printed number": (["log", "w.workshop", "--of", "twelve"], "twelve is no printed number"),
    "a later kind of source": (
        ["import", "w.workshop", "notes.txt", "--as", "recommendations"],
        "The import of recommendations is not in this version",
    ),
    "a map that is none": (["import", "w.workshop", "notes.txt", "--map", "name"], "name is no pair"),
    "a map that says two columns for one field": (
        ["import", "w.workshop", "shoes.csv", "--map", "name=Shoe", "--map", "name=Hat"],
        "--map says both Shoe and Hat for name",
    ),
    "a new workshop of another ending": (["new", "n.txt", "--title", "x"], "Call it n.txt.workshop."),
    "a workshop without an ending": (["import", "n", "notes.txt"], "Call it n.workshop."),
    "a restored workshop of another ending": (["restore", "w.workshop", "n.db"], "Call it n.db.workshop."),
    "a sample of another ending": (["sample", "n.txt"], "Call it n.txt.workshop."),
    "a large sample of another ending": (["sample", "n.txt", "--notes", "3"], "Call it n.txt.workshop."),
    "a map for notes": (["import", "w.workshop", "notes.txt", "--map", "name=A"], "--map is for lists of people"),
    "a sheet of a text": (["import", "w.workshop", "notes.txt", "--sheet", "A"], "--sheet is for Excel workbooks"),
    "an encoding that is none": (["import", "w.workshop", "notes.txt", "--encoding", "x"], "There is no encoding x"),
    "an unknown report": (["export", "w.workshop", "poem", "-o", "o.pdf"], "There is no report poem"),
    "a later report": (["export", "w.workshop", "draft", "-o", "o.docx"], "The report draft is not in this version"),
    "a later format": (["export", "w.workshop", "matrix", "-o", "o.xlsx"], "matrix as .xlsx is not in this version"),
    "a format that cannot be": (["export", "w.workshop", "outcome", "-o", "o.png"], "ends in .pdf or .docx"),
    "a target without ending": (["export", "w.workshop", "day", "-o", "o"], "ends in .pdf."),
    "no target": (["export", "w.workshop", "day"], "required: -o/--out"),
    "a day that is none": (["export", "w.workshop", "day", "-o", "o.pdf", "--day", "2023-13-01"], "is no date"),
    "a paper that is none": (["export", "w.workshop", "day", "-o", "o.pdf", "--paper", "a3"], "invalid choice"),
    "a language without labels": (["export", "w.workshop", "day", "-o", "o.pdf", "--language", "tlh"], "language tlh"),
    "names hidden in the copy": (
        ["export", "w.workshop", "workshop", "-o", "o.json", "--attribution", "chatham"],
        "--attribution does not go with the report workshop",
    ),
    "private notes on paper": (
        ["export", "w.workshop", "minutes", "-o", "o.pdf", "--include-private"],
        "--include-private does not go with the report minutes",
    ),
    "a session of the outcome": (
        ["export", "w.workshop", "outcome", "-o", "o.pdf", "--session", "S1"],
        "--session does not go with the report outcome",
    ),
    "a day of the matrix": (
        ["export", "w.workshop", "matrix", "-o", "o.pdf", "--day", "2023-08-09"],
        "--day does not go with the report matrix",
    ),
}

UNUSABLE = {
    "a workshop that is not there": (["show", "gone.workshop"], "There is no file"),
    "a file that is no workshop": (["show", "notes.txt"], "is not a workshop"),
    "an empty file": (["undo", "empty.workshop"], "is not a workshop"),
    "a source that is not there": (["import", "w.workshop", "gone.txt"], "There is no file gone.txt"),
    "a source that is a folder": (["import", "w.workshop", "folder"], "cannot be read"),
    "a source of unknown kind": (["import", "w.workshop", "what.xyz"], "It is not clear what what.xyz is"),
    "a list without names": (["import", "w.workshop", "shoes.csv"], "No column with the names"),
    "JSON that is cut": (["import", "w.workshop", "cut.json"], "it ends in the middle"),
    "JSON of something else": (["import", "w.workshop", "other.json"], "is not a workshop that was exported"),
    "a session that is not there": (
        ["export", "w.workshop", "session", "-o", "o.pdf", "--session", "99"],
        "There is no session S99",
    ),
    "a day that is not there": (
        ["export", "w.workshop", "minutes", "-o", "o.pdf", "--day", "1999-01-01"],
        "no session on 1999-01-01",
    ),
    "a day in a workshop without days": (["export", "w.workshop", "day", "-o", "o.pdf"], "nothing to print"),
    "a number that nothing has": (["log", "w.workshop", "--of", "R99"], "Nothing here has the number R99"),
    "a backup that is none": (["restore", "notes.txt", "n.workshop"], "is not a workshop"),
    "a title of nothing": (["new", "n.workshop", "--title", " "], "cannot be empty"),
}

NO_PLACE = {
    "a workshop that is there": (["new", "w.workshop", "--title", "x"], "is there already"),
    "a sample that is there": (["sample", "w.workshop"], "is there already"),
    "a large sample that is there": (["sample", "w.workshop", "--notes", "3"], "is there already"),
    "a restored workshop that is there": (["restore", "w.workshop", "w.workshop"], "is there already"),
    "a folder that is not there": (["export", "w.workshop", "minutes", "-o", "gone/o.pdf"], "There is no folder"),
    "an import into no folder": (["import", "gone/n.workshop", "notes.txt"], "There is no folder"),
    "a target that is a folder": (["export", "w.workshop", "minutes", "-o", "folder.pdf"], "is not a file"),
}


@pytest.fixture
def room(tmp_path: Path, notes: Path) -> Path:
    """A folder with a workshop and with what can be wrong about files."""
    make_workshop(tmp_path / "w.workshop")
    (tmp_path / "empty.workshop").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "what.xyz").write_text("x", encoding="utf-8")
    (tmp_path / "shoes.csv").write_text("Shoe,Hat\n39,57\n", encoding="utf-8")
    (tmp_path / "cut.json").write_text('{"format": "facil', encoding="utf-8")
    (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
    return tmp_path


def assert_refused(done: Any, code: int, sentence: str) -> None:
    assert (done.code, done.out) == (code, "")
    assert sentence in done.err
    assert done.err.endswith("\n")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("case", MISUNDERSTOOD)
def test_what_is_not_understood_is_2(facilitator: Facilitator, room: Path, case: str) -> None:
    arguments, sentence = MISUNDERSTOOD[case]
    before = lying_in(room)

    assert_refused(facilitator(*arguments), 2, sentence)
    assert lying_in(room) == before


@pytest.mark.parametrize("case", UNUSABLE)
def test_input_that_cannot_be_used_is_3(facilitator: Facilitator, room: Path, case: str) -> None:
    arguments, sentence = UNUSABLE[case]
    before = lying_in(room)

    assert_refused(facilitator(*arguments, "--json"), 3, sentence)
    assert lying_in(room) == before


@pytest.mark.parametrize("case", NO_PLACE)
def test_a_place_that_cannot_be_written_is_4(facilitator: Facilitator, room: Path, case: str) -> None:
    arguments, sentence = NO_PLACE[case]
    before = lying_in(room)

    assert_refused(facilitator(*arguments), 4, sentence)
    assert lying_in(room) == before


def test_a_workshop_held_elsewhere_is_4_and_can_be_read_meanwhile(facilitator: Facilitator, room: Path) -> None:
    lock = Lock(room / "w.workshop")
    try:
        assert_refused(facilitator("undo", "w.workshop"), 4, "is open in")
        assert_refused(facilitator("import", "w.workshop", "notes.txt"), 4, "is open in")
        assert facilitator("show", "w.workshop").code == 0
        assert facilitator("export", "w.workshop", "minutes", "-o", "m.pdf").code == 0
    finally:
        lock.release()


def test_a_damaged_workshop_is_5_and_check_tells_what_it_found(facilitator: Facilitator, room: Path) -> None:
    path = room / "w.workshop"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    assert_refused(facilitator("show", "w.workshop"), 5, "is damaged")
    checked = facilitator("check", "w.workshop", "--json")

    assert checked.code == 5
    assert '"ok": false' in checked.out
    assert '"sentence"' in checked.out
    assert checked.err.count("\n") == 1


def test_what_is_damaged_as_a_whole_is_said_once_and_in_our_words(facilitator: Facilitator, room: Path) -> None:
    path = room / "w.workshop"
    whole = path.read_bytes()
    path.write_bytes(whole[:12_288] + bytes(60) + whole[12_348:])

    checked = facilitator("check", "w.workshop")

    assert (checked.code, checked.out) == (5, "")
    assert checked.err.count("is damaged") == checked.err.count("\n") == 1
    assert "***" not in checked.err
    assert "its pages do not fit together" in checked.err


def test_the_version_is_told_by_its_number(facilitator: Facilitator) -> None:
    assert re.fullmatch(r"facilitator \d+\.\d+\.\d+\n", facilitator("--version").out)


def test_strict_turns_warnings_into_1_and_does_the_work(facilitator: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("#financing\n", encoding="utf-8")

    assert facilitator("import", "w.workshop", "n.txt", "--strict").code == 1
    assert facilitator("show", "w.workshop", "--json").object["notes"] == {"point": 1}
    assert facilitator("check", "w.workshop", "--strict").code == 0


def test_quiet_prints_nothing_but_errors(facilitator: Facilitator, notes: Path) -> None:
    done = facilitator("import", "w.workshop", notes, "--quiet")

    assert (done.code, done.out, done.err) == (0, "", "")
    assert_refused(facilitator("new", "w.workshop", "--title", "x", "--quiet"), 4, "is there already")


def test_ctrl_c_is_130_and_leaves_the_file_as_it_was(
    facilitator: Facilitator, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("facilitator.jobs.import_notes.NotesImport.bring", stopped)
    before = lying_in(room)

    assert_refused(facilitator("import", "w.workshop", "notes.txt"), 130, "The file is as it was before")
    assert_refused(facilitator("import", "n.workshop", "notes.txt"), 130, "The file is as it was before")
    assert lying_in(room) == before


@pytest.mark.expects_log
def test_a_bug_is_70_and_its_words_stay_out_of_the_sentence(
    facilitator: Facilitator, room: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a note's words")

    monkeypatch.setattr(importing, "_read", broken)

    done = facilitator("import", "w.workshop", "notes.txt")

    assert_refused(done, 70, f"Please send {os.path.join(own_folders, 'logs', 'facilitator.log')}")  # noqa: PTH118
    assert "a note's words" not in done.err


def test_help_is_0_for_the_program_and_each_command(facilitator: Facilitator) -> None:
    commands = ("new", "sample", "import", "export", "show", "log", "undo", "redo", "check", "backup", "restore")
    whole = facilitator("--help")

    assert whole.code == 0
    for command in commands:
        assert command in whole.out
        told = facilitator(command, "--help")
        assert (told.code, told.err) == (0, "")
        assert all(option in told.out for option in ("--json", "--strict", "--quiet"))
    assert facilitator("--version").out.startswith("facilitator")
