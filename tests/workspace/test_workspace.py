"""The door: what readers see, what listeners are told, and what happens when the file goes away."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import lying_in

from facilitator.domain.errors import FileReplaced, NotAWorkshop, NotWritable
from facilitator.domain.kinds import NoteKind
from facilitator.store.schema import NoteRow, new_key
from facilitator.workspace.opening import create_workspace, open_workspace
from facilitator.workspace.workspace import Changes, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(create_workspace(tmp_path / "water.workshop", title="Water and peace")) as opened:
        yield opened


def capture(workspace: Workspace, text: str = "Water is a right", **how: object) -> None:
    with workspace.edit("Capture", **how) as edits:
        sessions = workspace_sessions(workspace)
        session = sessions[0] if sessions else edits.sessions.add("Opening").id
        edits.notes.capture(session, NoteKind.POINT, text)


def workspace_sessions(workspace: Workspace) -> list[bytes]:
    with workspace.read() as reads:
        return [session.id for session in reads.sessions()]


def texts(workspace: Workspace) -> list[str]:
    with workspace.read() as reads:
        return [note.text for note in reads.content().notes]


def test_what_was_edited_can_be_read_undone_and_done_again(workspace: Workspace) -> None:
    capture(workspace)
    capture(workspace, "Water is life")
    assert texts(workspace) == ["Water is a right", "Water is life"]
    assert workspace.undo() == "Capture"
    assert texts(workspace) == ["Water is a right"]
    assert workspace.redo() == "Capture"
    assert texts(workspace) == ["Water is a right", "Water is life"]
    assert workspace.redo() is None


def test_the_row_of_the_workshop_itself_cannot_be_undone(workspace: Workspace) -> None:
    assert workspace.undo() is None


def test_a_reading_is_of_one_moment(workspace: Workspace) -> None:
    capture(workspace)
    with workspace.read() as reads:
        assert len(reads.content().notes) == 1
        capture(workspace)
        assert len(reads.content().notes) == 1
    assert len(texts(workspace)) == 2


def test_an_edit_that_raises_has_not_happened(workspace: Workspace) -> None:
    capture(workspace)
    heard: list[Changes] = []
    workspace.subscribe(heard.append)
    with pytest.raises(LookupError), workspace.edit("Fails") as edits:
        edits.notes.capture(workspace_sessions(workspace)[0], NoteKind.POINT, "Lost")
        raise LookupError
    assert texts(workspace) == ["Water is a right"]
    assert heard == []


class TestListeners:
    def test_a_listener_is_told_the_rows_and_who_asked(self, workspace: Workspace) -> None:
        heard: list[Changes] = []
        workspace.subscribe(heard.append)
        capture(workspace, origin="capture line")
        workspace.undo()
        captured, undone = heard
        assert captured.origin == "capture line"
        assert set(captured.rows) >= {"session", "note"}
        assert list(captured.rows["note"].values()) == ["+"]
        assert undone.rows["note"] == dict.fromkeys(captured.rows["note"], "-")

    def test_what_a_listener_hears_is_on_the_disk(self, workspace: Workspace) -> None:
        seen: list[int] = []
        workspace.subscribe(lambda changes: seen.append(len(texts(workspace))))
        capture(workspace)
        assert seen == [1]

    def test_nothing_changed_is_nothing_told_and_who_has_left_hears_nothing(self, workspace: Workspace) -> None:
        heard: list[Changes] = []
        leave = workspace.subscribe(heard.append)
        with workspace.edit("Nothing"):
            pass
        workspace.undo()
        assert heard == []
        leave()
        capture(workspace)
        assert heard == []

    @pytest.mark.expects_log
    def test_a_listener_that_fails_does_not_make_a_saved_note_look_lost(
        self, workspace: Workspace, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(_: Changes) -> None:
            raise ValueError("with the words of a note")

        heard: list[Changes] = []
        workspace.subscribe(fail)
        workspace.subscribe(heard.append)
        capture(workspace)
        assert texts(workspace) == ["Water is a right"]
        assert len(heard) == 1
        assert "ValueError" in caplog.text
        assert "words of a note" not in caplog.text


def test_steps_and_history_are_told_without_changing_anything(workspace: Workspace) -> None:
    capture(workspace)
    assert [(step.kind, step.label) for step in workspace.steps()] == [("create", "New workshop"), ("edit", "Capture")]
    with workspace.read() as reads:
        (note,) = reads.content().notes
    assert [version.action for version in workspace.history(note.id)] == ["+"]


def test_closing_leaves_one_whole_file(workspace: Workspace, tmp_path: Path) -> None:
    capture(workspace)
    workspace.close()
    assert [name for name in lying_in(tmp_path) if not name.startswith(".")] == ["water.workshop"]
    copy = tmp_path / "copy.workshop"
    shutil.copyfile(tmp_path / "water.workshop", copy)
    with closing(open_workspace(copy)) as opened:
        assert texts(opened) == ["Water is a right"]


def test_thousands_of_steps_survive_closing(workspace: Workspace) -> None:
    with workspace.edit("Session") as edits:
        edits.sessions.add("Opening")
    for number in range(50):
        capture(workspace, f"Said {number}")
    workspace.close()
    with closing(open_workspace(workspace.path)) as again:
        assert [again.undo() for _ in range(52)] == ["Capture"] * 50 + ["Session", None]


def test_opened_for_reading_nothing_can_be_changed(workspace: Workspace, tmp_path: Path) -> None:
    capture(workspace)
    with closing(open_workspace(workspace.path, read_only=True)) as reader:
        assert texts(reader) == ["Water is a right"]
        for change in (reader.undo, reader.redo, lambda: reader.unite(workspace.path), lambda: capture(reader)):
            with pytest.raises(NotWritable):
                change()


@pytest.mark.parametrize("ending", ["", "-wal"])
@pytest.mark.parametrize("how", ["removed", "replaced"])
def test_nothing_is_acknowledged_once_the_file_or_its_log_has_gone(workspace: Workspace, ending: str, how: str) -> None:
    capture(workspace)
    victim = Path(f"{workspace.path}{ending}")
    victim.rename(f"{victim}.away")
    if how == "replaced":
        shutil.copyfile(f"{victim}.away", victim)
    for change in (lambda: capture(workspace), workspace.undo, workspace.redo):
        with pytest.raises(FileReplaced, match="not saved"):
            change()


def test_a_file_that_goes_during_an_edit_is_not_acknowledged_either(workspace: Workspace) -> None:
    heard: list[Changes] = []
    workspace.subscribe(heard.append)
    with pytest.raises(FileReplaced), workspace.edit("Capture") as edits:
        edits.sessions.add("Opening")
        workspace.path.rename(f"{workspace.path}.away")
    assert heard == []


def test_a_file_that_is_no_workshop_is_not_united(workspace: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "letter.workshop"
    other.write_text("Dear colleagues")
    with pytest.raises(NotAWorkshop):
        workspace.unite(other)


def test_what_another_room_has_captured_comes_in_once(workspace: Workspace, tmp_path: Path) -> None:
    capture(workspace)
    workspace.close()
    shutil.copyfile(workspace.path, tmp_path / "b.workshop")
    with closing(open_workspace(tmp_path / "b.workshop")) as other:
        capture(other, "Said in room B")
    with closing(open_workspace(workspace.path)) as again:
        heard: list[Changes] = []
        again.subscribe(heard.append)
        again.unite(tmp_path / "b.workshop", origin="stick")
        again.unite(tmp_path / "b.workshop")
        assert texts(again) == ["Water is a right", "Said in room B"]
        assert [changes.origin for changes in heard] == ["stick"]


def test_a_step_that_breaks_a_reference_is_refused_as_a_whole(workspace: Workspace) -> None:
    capture(workspace)
    with pytest.raises(Exception, match="FOREIGN KEY"), workspace.edit("Broken") as edits:
        edits.edit.insert([NoteRow(prefix="x", count=1, session_id=new_key(), position=1.0, text="x")])
    capture(workspace, "goes on")
    assert texts(workspace) == ["Water is a right", "goes on"]
