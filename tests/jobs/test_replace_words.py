"""A misspelt name is replaced everywhere in one step, and nothing else changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.kinds import NoteKind, Status
from facilitator.jobs.replace_words import Replacing, find, replace, replacing
from facilitator.workspace.opening import create_workspace
from facilitator.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Silvia in a point, a private note, a recommendation as captured, one worked on, and a field of the matrix."""
    made = create_workspace(tmp_path / "names.workshop", title="Names")
    with made.edit("Fill") as edits:
        session = edits.sessions.add("Opening")
        edits.notes.capture(session.id, NoteKind.POINT, "Silvia said so, and Silvia again")
        edits.notes.capture(session.id, NoteKind.POINT, "Silvia was angry", private=True)
        edits.notes.capture(session.id, NoteKind.RECOMMENDATION, "Ask Silvia")
        edits.notes.capture(session.id, NoteKind.RECOMMENDATION, "Let Silvia decide")
        edits.notes.capture(session.id, NoteKind.POINT, "Silvian woods")
    with made.read() as reads:
        second = reads.recommendations()[1]
    with made.edit("Work on it") as edits:
        edits.recommendations.reword(second.id, "Silvia decides")
        edits.recommendations.fill(second.id, addressed_to="Office of Silvia", timeframe="2027")
        edits.recommendations.set_status(second.id, Status.TABLED)
    yield made
    made.close()


def asked(word: str = "silvia", by: str = "Da Silvia", **how: bool) -> Replacing:
    found = replacing(word, by, **{"whole_words": True, "same_case": False, "same_accents": True, **how})
    assert found is not None
    return found


def texts(workspace: Workspace) -> list[str]:
    with workspace.read() as reads:
        notes = [note.text for session in reads.sessions() for note in reads.notes_of(session.id)]
        return [*notes, *(one.wording for one in reads.recommendations()), reads.recommendations()[1].addressed_to]


def test_it_is_found_in_notes_and_recommendations_the_private_ones_marked(workspace: Workspace) -> None:
    with workspace.read() as reads:
        found = find(reads, asked())
    assert [(str(one.worded.number), one.worded.field, len(one.places)) for one in found] == [
        ("S1.1", "text", 2), ("S1.2", "text", 1), ("S1.3", "text", 1), ("S1.4", "text", 1),
        ("R1", "wording", 1), ("R2", "wording", 1), ("R2", "addressed_to", 1),
    ]  # fmt: skip
    assert [str(one.worded.number) for one in found if one.worded.private] == ["S1.2"]


def test_it_is_replaced_once_each_in_one_step_that_undo_takes_back(workspace: Workspace) -> None:
    before = texts(workspace)
    with workspace.edit("Replace a word") as edits:
        told = replace(edits, asked())
    assert (told.places, told.notes, told.recommendations) == (8, 4, 2)
    assert texts(workspace) == [
        "Da Silvia said so, and Da Silvia again", "Da Silvia was angry", "Ask Da Silvia", "Let Da Silvia decide",
        "Silvian woods", "Ask Da Silvia", "Da Silvia decides", "Office of Da Silvia",
    ]  # fmt: skip
    with workspace.read() as reads:
        first, second = reads.recommendations()
        assert [len(reads.wordings_of(one.id)) for one in (first, second)] == [1, 3]
        assert second.status is Status.TABLED
        assert [note.private for note in reads.notes_of(reads.sessions()[0].id)] == [False, True, False, False, False]

    assert workspace.undo() == "Replace a word"
    assert texts(workspace) == before


def test_what_is_written_so_already_is_left_out(workspace: Workspace) -> None:
    with workspace.read() as reads:
        assert find(reads, asked("silvia", "Silvia")) == ()


def test_without_both_words_nothing_is_asked() -> None:
    for word, by in (("", "x"), ("x", " "), (" ", "")):
        assert replacing(word, by, whole_words=True, same_case=True, same_accents=True) is None
