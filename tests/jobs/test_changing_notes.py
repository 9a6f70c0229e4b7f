"""What is asked of many notes at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.capture import Line, Speaker, SpeakerForm
from facilitator.domain.kinds import NoteKind, Rule
from facilitator.domain.nouns import Key, Note
from facilitator.jobs.changing_notes import capture_below, give_speaker, give_themes, join_notes, move_notes
from facilitator.store.schema import NoteRow
from facilitator.workspace.opening import create_workspace
from facilitator.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Two sessions, with notes a b c d in the first and z in the second."""
    made = create_workspace(tmp_path / "many.workshop", title="Many")
    with made.edit("Fill") as edits:
        first, second = (edits.sessions.add(title) for title in ("One", "Two"))
        for place, text in enumerate("abcd"):
            edits.notes.capture(first.id, NoteKind.POINT, text, taken_at=1000 * place)
        edits.notes.capture(second.id, NoteKind.POINT, "z")
    yield made
    made.close()


def notes(workspace: Workspace, session: int = 0) -> list[Note]:
    with workspace.read() as reads:
        return list(reads.notes_of(reads.sessions()[session].id))


def themes(workspace: Workspace, key: Key) -> list[str]:
    with workspace.read() as reads:
        return [theme.name for theme in reads.note_row(key).themes]


def test_notes_that_move_keep_their_order_and_come_behind_the_last(workspace: Workspace) -> None:
    moved = [note.id for note in notes(workspace)[1:3]]
    target = notes(workspace, 1)[0].session_id
    with workspace.edit("Move") as edits:
        move_notes(edits, moved, target)

    assert [note.text for note in notes(workspace)] == ["a", "d"]
    assert [note.text for note in notes(workspace, 1)] == ["z", "b", "c"]


def test_many_notes_are_joined_into_the_first(workspace: Workspace) -> None:
    with workspace.edit("Join") as edits:
        join_notes(edits, [note.id for note in notes(workspace)[:3]])

    assert [note.text for note in notes(workspace)] == ["a b c", "d"]


def test_a_line_comes_right_below_said_at_the_same_time_under_the_stricter_rule(workspace: Workspace) -> None:
    above = notes(workspace)[1]
    with workspace.edit("Rule") as edits:
        give_speaker(edits, [above.id], Speaker(SpeakerForm.CODE_OR_NAME, "Kim"))
        edits.edit.update(NoteRow, above.id, rule=Rule.AFFILIATION.value)
    with workspace.edit("Insert") as edits:
        line = Line(NoteKind.RECOMMENDATION, "b2", Speaker(SpeakerForm.SAME), themes=("water",))
        capture_below(edits, above.id, line)

    found = notes(workspace)
    assert [note.text for note in found] == ["a", "b", "b2", "c", "d"]
    assert (found[2].taken_at, found[2].rule, found[2].number.count) == (1000, Rule.AFFILIATION, 5)
    assert found[2].speaker_id == found[1].speaker_id is not None
    assert themes(workspace, found[2].id) == ["water"]


def test_themes_that_all_share_are_replaced_and_those_of_some_stay(workspace: Workspace) -> None:
    first, second, *_ = (note.id for note in notes(workspace))
    with workspace.edit("Themes") as edits:
        give_themes(edits, [first, second], ["shared"], [])
        give_themes(edits, [second], ["own", "shared"], [])
        shared = edits.themes.named("shared")
        give_themes(edits, [first, second], ["new"], [shared])

    assert themes(workspace, first) == ["new"]
    assert themes(workspace, second) == ["own", "new"]


def test_nobody_is_a_speaker_too(workspace: Workspace) -> None:
    keys = [note.id for note in notes(workspace)]
    with workspace.edit("Speaker") as edits:
        give_speaker(edits, keys, Speaker(SpeakerForm.WHOLE_NAME, "Kim Chi"))
    assert len({note.speaker_id for note in notes(workspace)} - {None}) == 1
    with workspace.edit("Nobody") as edits:
        give_speaker(edits, keys[1:], None)
    assert [note.speaker_id is None for note in notes(workspace)] == [False, True, True, True]
