"""What is asked in one thread while another writes: undo's next step, the last save, backups, readings."""

import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import make_workshop

from facilitator.domain.kinds import NoteKind
from facilitator.store.backup import back_up
from facilitator.workspace.opening import create_workspace, open_workspace
from facilitator.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(create_workspace(tmp_path / "water.workshop", title="Water and peace")) as opened:
        yield opened


@pytest.fixture
def writer() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as thread:
        yield thread


def rename(workspace: Workspace, title: str) -> None:
    with workspace.edit(f"Rename to {title}") as edits:
        edits.workshop.change(title=title)


def locks_on(path: Path) -> list[str]:
    """The locks of this process on a file, as Linux tells them."""
    node = f":{path.stat().st_ino} "
    lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    return [line.split(maxsplit=1)[1] for line in lines if node in line]


def title_of(workspace: Workspace) -> str:
    with workspace.read() as reads:
        return reads.workshop().title


def test_while_an_edit_is_open_another_thread_reads_what_was_before(workspace: Workspace, writer: Executor) -> None:
    written, go_on = threading.Event(), threading.Event()

    def edit() -> None:
        with workspace.edit("Rename") as edits:
            edits.workshop.change(title="New")
            written.set()
            assert go_on.wait(10)

    editing = writer.submit(edit)
    assert written.wait(10)
    assert (title_of(workspace), workspace.next_undo()) == ("Water and peace", None)
    go_on.set()
    editing.result(10)
    assert (title_of(workspace), workspace.next_undo()) == ("New", "Rename")


def test_readings_in_one_thread_are_whole_while_another_captures(workspace: Workspace, writer: Executor) -> None:
    with workspace.edit("Session") as edits:
        session = edits.sessions.add("Panel").id

    def capture() -> None:
        for place in range(40):
            with workspace.edit("Pair") as edits:
                edits.notes.capture(session, NoteKind.POINT, f"one {place}")
                edits.notes.capture(session, NoteKind.RECOMMENDATION, f"other {place}")

    capturing = writer.submit(capture)
    counts = set()
    while not capturing.done():
        with workspace.read() as reads:
            counts.add((len(reads.note_rows(session)) - 2 * len(reads.cards()), reads.status_line().notes % 2))
    capturing.result()
    assert counts <= {(0, 0)}
    with workspace.read() as reads:
        assert len(reads.note_rows(session)) == 80


def test_the_next_step_of_undo_and_redo_is_named(workspace: Workspace, writer: Executor) -> None:
    rename(workspace, "A")
    rename(workspace, "B")

    def names() -> tuple[str | None, str | None]:
        return writer.submit(lambda: (workspace.next_undo(), workspace.next_redo())).result()

    seen = [names()]
    for act in (workspace.undo, workspace.undo, workspace.redo, workspace.redo):
        expected = names()[0 if act == workspace.undo else 1]
        assert act() == expected
        seen.append(names())
    assert seen == [
        ("Rename to B", None),
        ("Rename to A", "Rename to B"),
        (None, "Rename to A"),
        ("Rename to A", "Rename to B"),
        ("Rename to B", None),
    ]


def test_a_reader_is_told_too(tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop")
    with closing(open_workspace(path, read_only=True)) as reader:
        assert (reader.next_undo(), reader.next_redo(), reader.draft("capture")) == ("Fill", None, "")


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="the system's locks are shown on Linux alone")
def test_a_backup_and_a_reader_that_goes_leave_the_locks_in_place(workspace: Workspace) -> None:
    rename(workspace, "A")
    before = locks_on(workspace.path)
    assert before
    back_up(workspace.path)
    with closing(open_workspace(workspace.path, read_only=True)):
        pass
    assert locks_on(workspace.path) == before
    workspace.close()
    assert locks_on(workspace.path) == []
