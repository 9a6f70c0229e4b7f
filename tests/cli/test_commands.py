"""Each command as a person or a script uses it: its object, its lines, what it leaves behind."""

import io
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.workshops import lying_in

from facilitator.domain.kinds import SessionRole
from facilitator.workspace.opening import open_workspace

Facilitator = Callable[..., Any]

EXPORTED = {"path", "pages", "expected", "written", "missing_characters", "warnings"}


def test_a_new_workshop_is_empty_and_knows_its_title_and_room(facilitator: Facilitator, notes: Path) -> None:
    made = facilitator("new", "b.workshop", "--title", "Größe", "--timezone", "Asia/Bangkok", "--prefix", "b", "--json")

    assert made.object == {"path": "b.workshop", "title": "Größe"}
    facilitator("import", "b.workshop", notes)
    assert [session["number"] for session in facilitator("show", "b.workshop", "--json").object["sessions"]] == [
        "SB1",
        "SB2",
    ]


def test_an_import_tells_exactly_what_it_brought(facilitator: Facilitator, notes: Path) -> None:
    brought = facilitator("import", "w.workshop", notes, "--json").object

    assert brought == {
        "path": "w.workshop",
        "lines": 8,
        "sessions": 2,
        "notes": {"recommendation": 1, "good practice": 1, "point": 1, "decision": 1},
        "recommendations": 1,
        "themes": 2,
        "speakers": 2,
        "people": 2,
        "added": 2 + 4 + 1 + 2 + 2,
        "kept": 0,
        "warnings": [],
    }


def test_an_import_names_the_people_and_themes_that_it_made(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)
    typed = "".join(f"@p{number} a #theme{number}\n" for number in range(11))
    (notes.parent / "more.txt").write_text(f"@KC b #Financing\n@kcc c\n{typed}", encoding="utf-8")

    said = facilitator("import", "w.workshop", "more.txt").out.splitlines()

    assert "  new people: kcc, p0, p1, p10, p2, p3, p4, p5, p6, p7 and 2 more" in said
    assert f"  new themes: {', '.join(f'theme{number}' for number in range(10))} and 1 more" in said
    assert not [line for line in facilitator("import", "w.workshop", notes).out.splitlines() if "  new " in line]


def test_a_warning_names_line_text_and_reason(facilitator: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "n.md").write_text("first\n\n#financing\n", encoding="utf-8")

    (warning,) = facilitator("import", "w.workshop", "n.md", "--json").object["warnings"]

    assert (warning["line"], warning["text"]) == (3, "#financing")
    assert "kept as the text of a point" in warning["why"]
    assert "3: " + warning["why"] in facilitator("import", "w.workshop", "n.md").out


def test_show_tells_what_is_in_a_workshop(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)

    shown = facilitator("show", "w.workshop", "--json").object

    assert shown == {
        "title": "Water for all",
        "days": ["2023-08-09"],
        "sessions": [
            {
                "number": "S1",
                "title": "Opening",
                "day": "2023-08-09",
                "start": "09:30",
                "end": "10:30",
                "kind": "plenary",
                "notes": 3,
            },
            {
                "number": "S2",
                "title": "Closing",
                "day": "2023-08-09",
                "start": None,
                "end": None,
                "kind": "plenary",
                "notes": 1,
            },
        ],
        "notes": {"point": 1, "good practice": 1, "decision": 1, "recommendation": 1},
        "recommendations": {"raw": 1},
        "themes": [
            {"name": "financing", "parent": None, "recommendations": 1, "notes": 0},
            {"name": "localizing", "parent": None, "recommendations": 0, "notes": 1},
        ],
        "people": 2,
        "fill_ins": 3,
        "private": 1,
    }


def test_show_prints_tables_in_which_markup_is_text(facilitator: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("## [bold]Red[/bold] :smile:\ntext #[link]\n", encoding="utf-8")
    facilitator("import", "w.workshop", "n.txt")

    said = facilitator("show", "w.workshop").out

    assert "[bold]Red[/bold] :smile:" in said
    assert "[link]" in said


def test_undo_and_redo_take_one_step_each_until_there_is_none(facilitator: Facilitator, notes: Path) -> None:
    facilitator("new", "w.workshop", "--title", "Water")
    facilitator("import", "w.workshop", notes)

    assert facilitator("undo", "w.workshop", "--json").object == {"label": "Import notes"}
    assert facilitator("show", "w.workshop", "--json").object["notes"] == {}
    assert facilitator("undo", "w.workshop", "--json").object == {"label": None}
    assert facilitator("redo", "w.workshop").out == "Done again: Import notes\n"
    assert facilitator("redo", "w.workshop").out == "There is nothing to do again.\n"
    assert facilitator("show", "w.workshop", "--json").object["private"] == 1


def test_the_log_tells_the_steps_newest_last_and_what_was_undone(facilitator: Facilitator, notes: Path) -> None:
    facilitator("new", "w.workshop", "--title", "Water")
    facilitator("import", "w.workshop", notes)
    facilitator("undo", "w.workshop")

    steps = facilitator("log", "w.workshop", "--json").object["steps"]

    assert all(set(step) == {"id", "at", "label", "what", "undone"} for step in steps)
    assert [step["label"] for step in steps][:2] == ["New workshop", "Import notes"]
    assert {"S1", "S1.1", "R1", "financing"} <= set(steps[1]["what"])
    assert [step["undone"] for step in steps][:2] == [False, True]
    assert facilitator("log", "w.workshop").out.splitlines()[1].count("(undone)") == 1


def test_the_history_of_one_thing_is_told_step_by_step_in_words(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)
    with closing(open_workspace(Path("w.workshop"))) as workspace, workspace.edit("Work on R1") as edits:
        with workspace.read() as reads:
            (one,) = reads.recommendations()
        edits.recommendations.reword(one.id, "Publish\nall")
        edits.recommendations.reserve(one.id, "not now", "donors")
        edits.recommendations.file([one.id], edits.themes.named("Budgets"))

    steps = facilitator("log", "w.workshop", "--of", "r1", "--json").object["steps"]

    assert [(step["label"], step["what"]) for step in steps] == [
        (
            "Import notes",
            ["in the theme financing, its home", "wording: “Publish the budget”", "status: raw", "source S1.1"],
        ),
        (
            "Work on R1",
            [
                "wording: “Publish the budget” → “Publish / all”",
                "reservation of donors: “not now”",
                "in the theme Budgets, its home",
            ],
        ),
    ]
    said = facilitator("log", "w.workshop", "--of", "r1").out.splitlines()
    assert said[0].endswith("Z  Import notes")
    assert said[1] == "    in the theme financing, its home"


def test_the_history_of_notes_and_sessions_tells_times_people_and_what_was_undone(
    facilitator: Facilitator, tmp_path: Path
) -> None:
    source = tmp_path / "s.txt"
    source.write_text("Day: 2023-08-09\n## 09:30-10:30 Opening\n@kc Water #rivers ??\n", encoding="utf-8")
    facilitator("import", "w.workshop", source)
    with closing(open_workspace(Path("w.workshop"))) as workspace:
        with workspace.read() as reads:
            session, (note,) = reads.sessions()[0], reads.content().notes
        with workspace.edit("Change") as edits:
            edits.notes.set_check(note.id, check_later=False)
            edits.notes.set_themes(note.id, [])
            edits.sessions.cast(session.id, edits.people.speaker("kc"), SessionRole.MODERATOR)
        workspace.undo()

    of_note, of_session = (
        facilitator("log", "w.workshop", "--of", number, "--json").object["steps"] for number in ("S1.1", "S1")
    )

    assert set(of_note[0]["what"]) == {
        "session: S1",
        "text: “Water”",
        "kind: point",
        "speaker: kc",
        "check later: yes",
        "attribution: named",
        "theme rivers",
    }
    assert (of_note[1]["what"], of_note[1]["undone"]) == (["check later: yes → no", "theme rivers taken away"], True)
    assert set(of_note[2]["what"]) == {"check later: no → yes", "theme rivers"}
    assert [step["label"] for step in of_note] == ["Import notes", "Change", "Undo: Change"]
    assert {"title: “Opening”", "day: 2023-08-09", "starts: 09:30", "ends: 10:30"} <= set(of_session[0]["what"])
    assert [step["what"] for step in of_session[1:]] == [["moderator kc"], ["moderator kc taken away"]]


def test_undo_and_redo_are_named_as_such_in_the_log(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)
    facilitator("import", "w.workshop", notes)
    facilitator("undo", "w.workshop")
    facilitator("redo", "w.workshop")

    labels = [step["label"] for step in facilitator("log", "w.workshop", "--json").object["steps"]]

    assert labels[-3:] == ["Import notes", "Undo: Import notes", "Redo: Import notes"]


def test_the_log_never_tells_the_text_of_a_private_note(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)

    whole = facilitator("log", "w.workshop", "--json")
    one = facilitator("log", "w.workshop", "--of", "S1.3")

    assert "S1.3" in whole.out
    assert one.code == 0
    assert "ask the chair" not in whole.out + one.out


def test_check_finds_a_whole_workshop_whole(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)

    assert facilitator("check", "w.workshop", "--json").object == {"ok": True, "findings": []}
    assert facilitator("check", "w.workshop").out == "w.workshop is whole.\n"


def test_a_backup_goes_where_it_should_and_is_restored(facilitator: Facilitator, notes: Path, tmp_path: Path) -> None:
    facilitator("import", "w.workshop", notes)

    made = facilitator("backup", "w.workshop", "--to", "stick", "--json").object
    restored = facilitator("restore", made["path"], "again.workshop", "--json").object

    assert Path(made["path"]).parent == Path("stick")
    assert made == {"path": made["path"], "notes": 4, "recommendations": 1}
    assert restored == {"path": "again.workshop", "notes": 4, "recommendations": 1}
    assert facilitator("show", "again.workshop", "--json").object == facilitator("show", "w.workshop", "--json").object


def test_a_backup_without_a_folder_goes_to_the_shelf(facilitator: Facilitator, notes: Path, own_folders: Path) -> None:
    facilitator("import", "w.workshop", notes)

    made = facilitator("backup", "w.workshop", "--json").object

    assert own_folders in Path(made["path"]).parents


def test_the_sample_and_a_large_one_are_made(facilitator: Facilitator) -> None:
    assert facilitator("sample", "s.workshop", "--json").object["path"] == "s.workshop"
    facilitator("sample", "l.workshop", "--notes", 30, "--recommendations", 7, "--people", 5, "--seed", 2)

    shown = facilitator("show", "l.workshop", "--json").object
    assert sum(shown["notes"].values()) == 30
    assert sum(shown["recommendations"].values()) == 7
    assert shown["people"] == 5


def test_a_report_is_written_and_counted(facilitator: Facilitator, notes: Path, tmp_path: Path) -> None:
    facilitator("import", "w.workshop", notes)

    written = facilitator("export", "w.workshop", "minutes", "-o", "m.PDF", "--json").object

    assert set(written) == EXPORTED
    assert (written["path"], written["pages"]) == ("m.PDF", 1)
    assert written["expected"] == written["written"] == {"notes": 3, "recommendations": 1}
    assert (tmp_path / "m.PDF").read_bytes().startswith(b"%PDF-")
    assert facilitator("export", "w.workshop", "minutes", "-o", "m.pdf").out.startswith("m.pdf (1 page): 3 of 3 notes")


def test_an_export_says_that_it_has_replaced_a_file(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)

    assert "replaced" not in facilitator("export", "w.workshop", "minutes", "-o", "m.pdf").out
    assert "m.pdf (1 page), replaced: " in facilitator("export", "w.workshop", "minutes", "-o", "m.pdf").out


def test_the_copy_of_a_workshop_says_that_it_holds_names(facilitator: Facilitator, notes: Path) -> None:
    facilitator("import", "w.workshop", notes)

    told = facilitator("export", "w.workshop", "workshop", "-o", "w.json", "--json").object

    assert (told["pages"], set(told)) == (None, EXPORTED)
    assert "names included" in told["warnings"][0]
    assert "names included" in facilitator("export", "w.workshop", "workshop", "-o", "w.json").out


def test_standard_input_is_a_source(facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("! กรุงเทพ\n".encode())))

    assert facilitator("import", "plan b.workshop", "-", "--json").object["recommendations"] == 1
    assert facilitator("show", "plan b.workshop", "--json").object["title"] == "plan b"


def test_a_list_of_people_shows_which_columns_are_read(facilitator: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Full name,Ministry,Shoe size\nKim Chi,Water,39\n", encoding="utf-8")

    done = facilitator("import", "w.workshop", "p.csv", "--strict")

    assert done.code == 0
    assert "name is read from the column Full name" in done.out
    assert "organisation is read from the column Ministry" in done.out
    assert "not read: Shoe size" in done.out
    mapped = facilitator("import", "w.workshop", "p.csv", "--map", "role=Shoe size")
    assert "role is read from the column Shoe size" in mapped.out


def test_an_encoding_that_is_not_known_is_asked_for_and_then_read(facilitator: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_bytes("ผู้หญิงในหมู่บ้าน".encode("cp874"))

    asked = facilitator("import", "w.workshop", "n.txt")

    assert (asked.code, asked.out, lying_in(tmp_path).keys()) == (3, "", {"n.txt"})
    assert "cp874" in asked.err
    assert facilitator("import", "w.workshop", "n.txt", "--encoding", "cp874", "--json").object["lines"] == 1


def test_a_dry_run_says_everything_and_writes_nothing(facilitator: Facilitator, notes: Path, tmp_path: Path) -> None:
    before = lying_in(tmp_path)

    rehearsed = facilitator("import", "w.workshop", notes, "--dry-run", "--json")
    said = facilitator("import", "w.workshop", notes, "--dry-run")

    assert lying_in(tmp_path) == before
    assert "Nothing was written" in said.out
    assert facilitator("import", "w.workshop", notes, "--json").object == rehearsed.object


def test_json_is_one_object_also_when_the_flag_comes_first(facilitator: Facilitator) -> None:
    made = facilitator("--json", "--quiet", "new", "w.workshop", "--title", "Water")

    assert json.loads(made.out) == {"path": "w.workshop", "title": "Water"}
