"""Participants: who is meant by a word, and two entries that were one person."""
# ruff: noqa: B023 - each step is taken before the loop goes on

import unicodedata

import pytest
from tests.factories import content_of, step

from facilitator.domain.capturing import Captured
from facilitator.domain.errors import CodeTaken, EmptyText
from facilitator.domain.kinds import NoteKind, Sector, SessionRole
from facilitator.store.edits import Edits
from facilitator.workspace.workspace import Workspace


def test_a_person_keeps_what_was_told(workspace: Workspace) -> None:
    person = step(
        workspace,
        lambda edits: edits.people.add(
            " Kim Chi ", code="kc", sector=Sector.UN, organisation="UN Women", about="likes\ntea", email="k@example.org"
        ),
    )
    step(workspace, lambda edits: edits.people.change(person.id, country="Viet Nam", sector=None))

    (kept,) = content_of(workspace).participants
    assert (kept.name, kept.code, kept.organisation, kept.about) == ("Kim Chi", "kc", "UN Women", "likes\ntea")
    assert (kept.country, kept.sector) == ("Viet Nam", None)


def test_a_bare_word_is_a_code_first_and_then_a_whole_name(workspace: Workspace) -> None:
    kim = step(workspace, lambda edits: edits.people.add("Kim Chi", code="kc"))
    other = step(workspace, lambda edits: edits.people.add("KC"))
    with workspace.edit("Look") as edits:
        assert edits.people.find("kc") == kim.id
        assert edits.people.find_name("kc") == other.id
        assert edits.people.find("KIM CHI") == kim.id
        assert edits.people.find("Kim") is None


@pytest.mark.parametrize(("one", "other"), [("กี", "กิ"), ("Hòa", "Hoa"), ("Ada L", "AdaL")])
def test_marks_and_spaces_tell_people_apart(workspace: Workspace, one: str, other: str) -> None:
    first = step(workspace, lambda edits: edits.people.speaker(one))

    assert step(workspace, lambda edits: edits.people.speaker(other)) != first


@pytest.mark.parametrize("other", ["ZOË", unicodedata.normalize("NFD", "Zoë"), "  zoë"])
def test_case_and_normal_form_do_not(workspace: Workspace, other: str) -> None:
    first = step(workspace, lambda edits: edits.people.speaker("Zoë"))

    assert step(workspace, lambda edits: edits.people.speaker(other, whole_name=True)) == first


def test_an_unknown_speaker_is_made_and_lands_among_the_fill_ins(workspace: Workspace) -> None:
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))

    def capture(edits: Edits) -> Captured:
        speaker = edits.people.speaker("x1")
        assert edits.people.speaker("X1") == speaker
        return edits.notes.capture(session.id, NoteKind.POINT, "said", speaker_id=speaker)

    step(workspace, capture)
    with workspace.read() as reads:
        assert [(one.gap.value, one.label) for one in reads.fill_in_rows()] == [("unknown speaker", "x1")]
    person = content_of(workspace).participants[0]
    step(workspace, lambda edits: edits.people.rename(person.id, "Xenia One"))
    step(workspace, lambda edits: edits.people.change(person.id, code="x1", sector=Sector.MEDIA))
    with workspace.read() as reads:
        (half,) = reads.fill_in_rows()
    assert (half.label, half.field, half.is_known) == ("Xenia One", "organisation", True)
    step(workspace, lambda edits: edits.people.change(person.id, role="editor"))
    with workspace.read() as reads:
        assert reads.fill_in_rows() == ()
    assert step(workspace, lambda edits: edits.people.speaker("x1")) == person.id


def test_a_code_means_one_person(workspace: Workspace) -> None:
    step(workspace, lambda edits: edits.people.add("Kim Chi", code="kc"))
    karl = step(workspace, lambda edits: edits.people.add("Karl", code=""))
    with pytest.raises(CodeTaken, match="belongs to Kim Chi"), workspace.edit("Step") as edits:
        edits.people.change(karl.id, code="KC")
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.people.add("\t")

    step(workspace, lambda edits: edits.people.change(karl.id, code="ka"))


def test_two_entries_become_one_person_with_all_that_either_had(workspace: Workspace) -> None:
    one, two = (step(workspace, lambda edits: edits.sessions.add(title)) for title in ("one", "two"))
    kept = step(workspace, lambda edits: edits.people.add("Kim Chi", country="Viet Nam"))
    gone = step(workspace, lambda edits: edits.people.add("kc", code="kc", country="Laos"))

    def fill(edits: Edits) -> None:
        edits.notes.capture(one.id, NoteKind.POINT, "said", speaker_id=gone.id)
        action = edits.notes.capture(one.id, NoteKind.ACTION, "write it up")
        edits.notes.assign(action.note_id, "KC", "Friday")
        for session in (one, two):
            edits.sessions.cast(session.id, gone.id, SessionRole.PANELLIST)
        edits.sessions.cast(one.id, kept.id, SessionRole.PANELLIST)

    step(workspace, fill)
    step(workspace, lambda edits: edits.people.merge(kept.id, gone.id))

    content = content_of(workspace)
    (person,) = content.participants
    assert (person.id, person.name, person.code, person.country) == (kept.id, "Kim Chi", "kc", "Viet Nam")
    assert [one.speaker_id or one.who_id for one in content.notes] == [kept.id, kept.id]
    assert [(one.session_id, one.participant_id) for one in content.parts] == [(one.id, kept.id), (two.id, kept.id)]


def test_merging_a_person_with_themselves_changes_nothing(workspace: Workspace) -> None:
    person = step(workspace, lambda edits: edits.people.add("Kim Chi"))
    step(workspace, lambda edits: edits.people.merge(person.id, person.id))

    assert [one.id for one in content_of(workspace).participants] == [person.id]


def test_whoever_spoke_last_is_the_first_that_a_line_is_offered(workspace: Workspace) -> None:
    ann, ben, col = (step(workspace, lambda edits: edits.people.add(name)).id for name in ("Ann", "Ben", "Col"))
    session = step(workspace, lambda edits: edits.sessions.add("Panel")).id
    for speaker in (ann, ben, ann, ben, ann):
        step(workspace, lambda edits: edits.notes.capture(session, NoteKind.POINT, "said", speaker_id=speaker))

    with workspace.read() as reads:
        assert reads.vocabulary().latest == (ann, ben)
    step(workspace, lambda edits: edits.notes.capture(session, NoteKind.POINT, "said", speaker_id=col))
    with workspace.read() as reads:
        assert reads.vocabulary().latest == (col, ann, ben)
