"""A misspelt name is replaced everywhere it was typed in one step, and nothing else changes."""

from collections.abc import Iterator
from dataclasses import replace as but
from pathlib import Path

import pytest

from facilitator.domain.kinds import NoteKind, SessionRole, Status
from facilitator.domain.nouns import Content
from facilitator.domain.replacing import Occurrences, Replaced
from facilitator.jobs.replace_words import Replacing, find, replace, replacing
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads
from facilitator.workspace.opening import create_workspace
from facilitator.workspace.workspace import Workspace


def fill(edits: Edits) -> None:
    """Silvia in a point, a private note, an action, a recommendation as captured, and one that was worked on."""
    session = edits.sessions.add("Opening by Silvia", digest="Silvia opens", key_points="One\nSilvia")
    person = edits.people.add("Silvia Lopez", organisation="House of Silvia", role="Silvia's deputy")
    edits.sessions.cast(session.id, person.id, SessionRole.MODERATOR)
    edits.notes.capture(session.id, NoteKind.POINT, "Silvia said so, and Silvia again", speaker_id=person.id)
    edits.notes.capture(session.id, NoteKind.POINT, "Silvia was angry", private=True)
    edits.notes.capture(session.id, NoteKind.RECOMMENDATION, "Ask Silvia")
    made = edits.notes.capture(session.id, NoteKind.RECOMMENDATION, "Let Silvia decide").recommendation
    action = edits.notes.capture(session.id, NoteKind.ACTION, "Call").note_id
    edits.notes.assign(action, "Silvia Lopez", "when Silvia is back")
    edits.notes.capture(session.id, NoteKind.POINT, "Silvian woods")
    edits.themes.add("Silvia", digest="What Silvia wants")
    edits.workshop.change(conclusions="Thank Silvia", supporters="Silvia")
    assert made is not None
    second = Reads(edits.edit.connection).recommendation(made).id
    edits.recommendations.reword(second, "Silvia decides")
    edits.recommendations.fill(
        second,
        addressed_to="Silvia",
        action="tell Silvia",
        timeframe="of Silvia",
        indicator="Silvia",
        resources="Silvia",
    )
    edits.recommendations.set_status(second, Status.TABLED, "asked by Silvia")
    edits.recommendations.reserve(second, "Not Silvia", "Friends of Silvia")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workshop with Silvia wherever a name can be typed."""
    made = create_workspace(tmp_path / "names.workshop", title="Names")
    with made.edit("Fill") as edits:
        fill(edits)
    yield made
    made.close()


def asked(word: str = "silvia", by: str = "Sylvie", **how: bool) -> Replacing:
    found = replacing(word, by, **{"whole_words": True, "same_case": False, "same_accents": True, **how})
    assert found is not None
    return found


def found_in(workspace: Workspace, what: Replacing) -> tuple[Occurrences, ...]:
    with workspace.read() as reads:
        return find(reads, what)


def content_of(workspace: Workspace) -> Content:
    with workspace.read() as reads:
        return reads.content()


def replace_in(workspace: Workspace, what: Replacing, chosen: tuple[Occurrences, ...]) -> Replaced:
    with workspace.edit("Replace a word") as edits:
        return replace(edits, what, chosen)


def where(found: tuple[Occurrences, ...]) -> list[tuple[str, str, str, int]]:
    return [(one.worded.table, one.worded.name, one.worded.field, len(one.places)) for one in found]


def test_it_is_found_wherever_it_was_typed(workspace: Workspace) -> None:
    found = found_in(workspace, asked())
    assert where(found) == [
        ("participant", "sl", "name", 1), ("participant", "sl", "role", 1), ("participant", "sl", "organisation", 1),
        ("theme", "", "name", 1), ("theme", "", "digest", 1),
        ("workshop", "", "supporters", 1), ("workshop", "", "conclusions", 1),
        ("session", "S1", "title", 1), ("session", "S1", "key_points", 1), ("session", "S1", "digest", 1),
        ("note", "S1.1", "text", 2), ("note", "S1.2", "text", 1), ("note", "S1.3", "text", 1),
        ("note", "S1.4", "text", 1), ("note", "S1.5", "who", 1), ("note", "S1.5", "due", 1),
        ("recommendation", "R1", "wording", 1), ("recommendation", "R2", "wording", 1),
        ("recommendation", "R2", "status_note", 1), ("recommendation", "R2", "addressed_to", 1),
        ("recommendation", "R2", "action", 1), ("recommendation", "R2", "timeframe", 1),
        ("recommendation", "R2", "indicator", 1), ("recommendation", "R2", "resources", 1),
        ("reservation", "R2", "text", 1), ("reservation", "R2", "constituency", 1),
    ]  # fmt: skip
    assert [one.worded.name for one in found if one.worded.private] == ["S1.2"]
    assert {one.worded.about for one in found if one.worded.table == "note"} == {"Opening by Silvia"}


def test_all_of_it_is_one_step_that_undo_takes_back(workspace: Workspace) -> None:
    before, found = content_of(workspace), found_in(workspace, asked())
    assert replace_in(workspace, asked(), found) == Replaced(27, 0)
    assert found_in(workspace, asked()) == ()

    after = content_of(workspace)
    # the history says what was said; what nobody has touched has no history yet
    assert [one.text for one in after.wordings] == [
        "Ask Sylvie",
        "Let Silvia decide",
        "Silvia decides",
        "Sylvie decides",
    ]
    assert after.participants[0].name == "Sylvie Lopez"
    assert after.notes[4].who_id == after.notes[0].speaker_id == after.participants[0].id
    assert after.notes[-1].text == "Silvian woods"
    # numbers, marks, statuses, links and order: nothing but words
    spelt_as_before = repr(but(after, wordings=())).replace("Sylvie", "Silvia").replace("sylvie", "silvia")
    assert spelt_as_before == repr(but(before, wordings=()))

    assert workspace.undo() == "Replace a word"
    assert content_of(workspace) == before


def test_single_places_can_be_left_out(workspace: Workspace) -> None:
    note = next(one for one in found_in(workspace, asked()) if one.worded.name == "S1.1")
    assert replace_in(workspace, asked(), (but(note, places=note.places[1:]),)) == Replaced(1, 0)
    assert [one.text for one in content_of(workspace).notes][:2] == [
        "Silvia said so, and Sylvie again",
        "Silvia was angry",
    ]


@pytest.mark.parametrize(
    ("left_out", "note", "wordings"),
    [("R1", "Ask Sylvie", ["Ask Silvia"]), ("S1.3", "Ask Silvia", ["Ask Silvia", "Ask Sylvie"])],
)
def test_a_note_and_what_it_made_change_each_on_its_own(
    workspace: Workspace, left_out: str, note: str, wordings: list[str]
) -> None:
    replace_in(workspace, asked(), tuple(one for one in found_in(workspace, asked()) if one.worded.name != left_out))
    content = content_of(workspace)
    first = content.recommendations[0]
    assert content.notes[2].text == note
    assert [one.text for one in content.wordings if one.recommendation_id == first.id] == wordings
    assert first.wording == wordings[-1]


def test_what_says_something_else_by_now_is_left_out_and_counted(workspace: Workspace) -> None:
    found = found_in(workspace, asked())
    first, private = content_of(workspace).notes[:2]
    with workspace.edit("Meanwhile") as edits:
        edits.notes.edit_text(first.id, "Today Silvia said so, and Silvia again")
        edits.notes.delete(private.id)
    assert replace_in(workspace, asked(), found) == Replaced(24, 3)
    assert content_of(workspace).notes[0].text == "Today Silvia said so, and Silvia again"


def test_a_name_that_another_has_is_refused_and_the_rest_goes_on(workspace: Workspace) -> None:
    with workspace.edit("There already") as edits:
        edits.people.add("Sylvie Lopez")
        edits.themes.add("SYLVIE")
    found = found_in(workspace, asked())
    assert [(one.worded.table, one.worded.field) for one in found if one.is_taken] == [
        ("participant", "name"), ("theme", "name"),
    ]  # fmt: skip
    assert replace_in(workspace, asked(), found) == Replaced(25, 2)
    assert {one.name for one in content_of(workspace).themes} == {"Silvia", "SYLVIE"}


def test_of_two_names_that_would_become_one_the_second_is_refused(workspace: Workspace) -> None:
    with workspace.edit("With an accent") as edits:
        edits.themes.add("Sílvia")
    found = found_in(workspace, asked(same_accents=False))
    assert [one.is_taken for one in found if one.worded.table == "theme" and one.worded.field == "name"] == [
        False,
        True,
    ]


def test_names_may_change_their_capitals_those_of_two_people_too(workspace: Workspace) -> None:
    with workspace.edit("Of the same name") as edits:
        edits.people.add("Silvia Lopez")
    replace_in(workspace, asked(by="SILVIA"), found_in(workspace, asked(by="SILVIA")))
    content = content_of(workspace)
    assert [one.name for one in content.participants] == ["SILVIA Lopez"] * 2
    assert content.themes[0].name == "SILVIA"


def test_whoever_does_an_action_is_meant_as_before_unless_the_new_name_is_anothers(workspace: Workspace) -> None:
    who = tuple(one for one in found_in(workspace, asked()) if one.worded.field == "who")
    replace_in(workspace, asked(), who)
    assert (content_of(workspace).notes[4].who, content_of(workspace).notes[4].who_id) == (
        "Sylvie Lopez", content_of(workspace).participants[0].id,
    )  # fmt: skip
    workspace.undo()
    with workspace.edit("The right one") as edits:
        other = edits.people.add("Sylvie Lopez")
    replace_in(workspace, asked(), who)
    assert content_of(workspace).notes[4].who_id == other.id


def test_what_is_written_so_already_is_left_out(workspace: Workspace) -> None:
    assert found_in(workspace, asked("silvia", "Silvia")) == ()


def test_without_both_words_nothing_is_asked() -> None:
    for word, by in (("", "x"), ("x", " "), (" ", "")):
        assert replacing(word, by, whole_words=True, same_case=True, same_accents=True) is None
