"""The command line as a person uses it: what it answers, with which exit code, and what it leaves alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.cli import run
from facilitator.domain.kinds import NoteKind
from facilitator.workspace.opening import open_workspace

NOTES = """# Meeting
Day: 2023-08-09
## 09:30-10:30 Financing
! @"Mara Tilsen" Publish the budget #financing ??
" @@ <b>Money</b> & <img src=x> =cmd()
// a private word
@kc: ผู้หญิงในหมู่บ้านรู้ก่อนใคร
"""
REPORTS = ["session", "day", "outcome", "matrix", "minutes"]


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    source = tmp_path / "notes.txt"
    source.write_text(NOTES, encoding="utf-8")
    path = tmp_path / "meeting.workshop"
    assert run(["import", str(path), str(source), "--quiet"]) == 0
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    assert run([*arguments, "--json"]) == 0
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


def test_what_is_in_a_file_is_shown(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "show", str(workshop))

    assert told["title"] == "Meeting"
    assert told["days"] == ["2023-08-09"]
    assert told["notes"] == {"recommendation": 1, "quote": 1, "point": 2}
    assert (told["private"], told["recommendations"]) == (1, {"raw": 1})


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_is_written_whole(
    workshop: Path, tmp_path: Path, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answer(capsys, "export", str(workshop), report, "-o", str(tmp_path / "out.pdf"))

    assert told["written"] == told["expected"] != {}
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("rule", ["affiliation", "chatham"])
def test_under_a_stricter_rule_no_name_is_in_the_file(workshop: Path, tmp_path: Path, report: str, rule: str) -> None:
    out = tmp_path / "out.pdf"

    assert run(["export", str(workshop), report, "-o", str(out), "--attribution", rule, "--quiet"]) == 0
    assert "Tilsen" not in text_of(out)
    assert "private word" not in text_of(out)


def text_of(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        return "\n".join([*pages, str(document.get_metadata_dict())])


def test_words_that_look_like_markup_are_printed_as_typed(workshop: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"

    assert run(["export", str(workshop), "minutes", "-o", str(out), "--quiet"]) == 0
    assert "<b>Money</b> & <img src=x> =cmd()" in " ".join(text_of(out).split())


def test_a_workshop_goes_through_json_without_a_change(workshop: Path, tmp_path: Path) -> None:
    first, second, copy = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "copy.workshop"

    assert run(["export", str(workshop), "workshop", "-o", str(first), "--include-private", "--quiet"]) == 0
    assert run(["import", str(copy), str(first), "--quiet"]) == 0
    assert run(["export", str(copy), "workshop", "-o", str(second), "--include-private", "--quiet"]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_an_import_is_one_step_that_can_be_taken_back(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "undo", str(workshop)) == {"label": "Import notes"}
    assert answer(capsys, "show", str(workshop))["notes"] == {}
    assert answer(capsys, "redo", str(workshop)) == {"label": "Import notes"}
    assert answer(capsys, "undo", str(workshop)) == {"label": "Import notes"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "nothing.workshop"], 3),
        (["show", "empty.workshop"], 3),
        (["new", "meeting.workshop", "--title", "Again"], 4),
        (["export", "meeting.workshop", "cards", "-o", "out.pdf"], 2),
        (["export", "meeting.workshop", "outcome", "-o", "out.odt"], 2),
        (["export", "meeting.workshop", "session", "-o", "out.pdf", "--session", "S9"], 3),
        (["export", "meeting.workshop", "workshop", "-o", "out.json", "--attribution", "named"], 2),
        (["export", "meeting.workshop", "session", "-o", "nowhere/out.pdf"], 4),
        (["suggest", "nothing.workshop"], 3),
        (["fly"], 2),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    workshop: Path,
    arguments: list[str],
    code: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(workshop.parent)
    (workshop.parent / "empty.workshop").touch()
    before = workshop.read_bytes()
    capsys.readouterr()

    assert run(arguments) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip()
    assert "Traceback" not in told.err
    assert workshop.read_bytes() == before


LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=40)


@settings(deadline=None, max_examples=25)
@given(lines=st.lists(LINES, min_size=1, max_size=12))
def test_every_line_becomes_a_note_or_a_heading(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    folder = tmp_path_factory.mktemp("lines")
    source, path = folder / "notes.txt", folder / "notes.workshop"
    # A first line that is surely a note, so that neither byte marks nor an empty file are what is tried.
    source.write_bytes("\n".join(["first", *(f"x{line}" for line in lines)]).encode())

    assert run(["import", str(path), str(source), "--quiet"]) == 0
    workspace = open_workspace(path, read_only=True)
    with workspace.read() as reads:
        notes = reads.content().notes
    workspace.close()
    assert len(notes) == 1 + len(lines)
    assert all(note.kind is NoteKind.POINT for note in notes)
