"""The line that is not yet entered: it comes back, and nothing but the file itself knows of it."""

from pathlib import Path

from tests.workshops import ask

from facilitator.domain.kinds import NoteKind
from facilitator.store.backup import back_up
from facilitator.store.check import check
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

SECRET = "// Table 4 is uneasy"


def test_a_draft_comes_back_when_the_workshop_is_opened_again(workspace: Workspace) -> None:
    workspace.keep_draft("capture", "! Publish")
    workspace.keep_draft("capture", "! Publish the\tbudget ")
    workspace.close()
    again = open_workspace(workspace.path)
    assert again.draft("capture") == "! Publish the\tbudget "
    assert again.draft("elsewhere") == ""
    again.close()
    assert check(workspace.path) == ()


def test_an_empty_line_leaves_no_draft(workspace: Workspace) -> None:
    workspace.keep_draft("capture", "! Pub")
    workspace.keep_draft("capture", "")
    workspace.keep_draft("capture", "")
    with workspace.read() as reads:
        assert reads.drafts() == {}


def test_an_entered_line_takes_its_draft_with_it_and_undo_does_not_bring_it_back(workspace: Workspace) -> None:
    with workspace.edit("Session") as edits:
        session = edits.sessions.add("Panel").id
    workspace.keep_draft("capture", "Publish")
    with workspace.edit("Note") as edits:
        edits.notes.capture(session, NoteKind.POINT, "Publish")
        edits.drafts.drop("capture")
    assert workspace.draft("capture") == ""
    assert workspace.undo() == "Note"
    assert workspace.draft("capture") == ""


def test_a_draft_is_no_step_and_parts_no_stay_in_a_field(workspace: Workspace) -> None:
    with workspace.edit("Title", join="title") as edits:
        edits.workshop.change(title="A")
    workspace.keep_draft("capture", SECRET)
    with workspace.edit("Title", join="title") as edits:
        edits.workshop.change(title="AB")
    assert [step.label for step in workspace.steps()] == ["New workshop", "Title"]
    assert workspace.undo() == "Title"
    assert (workspace.next_undo(), workspace.draft("capture")) == (None, SECRET)


def test_off_the_record_no_draft_is_kept(workspace: Workspace) -> None:
    with workspace.edit("Session") as edits:
        session = edits.sessions.add("Panel").id
    workspace.keep_draft("capture", "before", session)
    with workspace.edit("Off the record") as edits:
        edits.intervals.go_off_record(session)
    workspace.keep_draft("capture", "what nobody may know", session)
    assert workspace.draft("capture") == ""


def test_nothing_that_leaves_the_room_has_a_draft(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.edit("Session") as edits:
        edits.sessions.add("Panel")
    workspace.keep_draft("capture", SECRET)
    with workspace.read() as reads:
        content = reads.content()
    assert "uneasy" not in repr(content)
    copy = back_up(workspace.path, tmp_path / "stick").path
    assert ask(copy, "SELECT * FROM draft") == []
    workspace.unite(copy)
    assert workspace.draft("capture") == SECRET
    assert b"uneasy" not in copy.read_bytes()


def test_a_draft_that_was_dropped_has_left_the_file(workspace: Workspace) -> None:
    workspace.keep_draft("capture", SECRET)
    workspace.keep_draft("capture", "")
    workspace.close()
    assert b"uneasy" not in workspace.path.read_bytes()


def test_half_a_character_from_an_input_method_does_not_lose_the_line(workspace: Workspace) -> None:
    workspace.keep_draft("capture", "Publish \ud83d")
    assert workspace.draft("capture") == "Publish \ufffd"
