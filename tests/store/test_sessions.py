"""The programme: where sessions stand, who does what in them, what holds them."""
# ruff: noqa: B023 - each step is taken before the loop goes on

from datetime import date, time

import pytest
from tests.factories import DAY, content_of, new_key, step

from facilitator.domain.errors import EmptyText, NoLongerThere, OffTheRecord, SessionHoldsNotes, SessionTimes
from facilitator.domain.kinds import NoteKind, Rule, SessionKind, SessionRole
from facilitator.workspace.workspace import Workspace


def titles(workspace: Workspace) -> list[str]:
    return [one.title for one in content_of(workspace).sessions]


def test_a_session_keeps_what_was_said_of_it_and_gets_the_next_number(workspace: Workspace) -> None:
    step(workspace, lambda edits: edits.sessions.add("First"))
    panel = step(
        workspace,
        lambda edits: edits.sessions.add(
            "  Second ",
            kind=SessionKind.PANEL,
            day=DAY,
            starts=time(9, 30),
            ends=time(11, 0),
            place="Hall B",
            attribution=Rule.CHATHAM,
            key_points="one\r\ntwo",
        ),
    )

    assert str(panel.number) == "S2"
    assert (panel.title, panel.kind, panel.day, panel.starts, panel.ends) == (
        "Second", SessionKind.PANEL, DAY, time(9, 30), time(11, 0),
    )  # fmt: skip
    assert (panel.place, panel.attribution, panel.key_points) == ("Hall B", Rule.CHATHAM, "one\ntwo")


def test_the_number_of_a_deleted_session_is_never_given_again(workspace: Workspace) -> None:
    first = step(workspace, lambda edits: edits.sessions.add("First"))
    step(workspace, lambda edits: edits.sessions.delete(first.id))

    assert str(step(workspace, lambda edits: edits.sessions.add("Next")).number) == "S2"


def test_sessions_of_a_day_stand_by_their_time_and_days_one_after_the_other(workspace: Workspace) -> None:
    for title, day, hour in (("d", 10, 9), ("c", 9, 14), ("a", 9, 9), ("b", 9, 11)):
        step(workspace, lambda edits: edits.sessions.add(title, day=date(2023, 8, day), starts=time(hour)))
    step(workspace, lambda edits: edits.sessions.add("e"))

    assert titles(workspace) == ["a", "b", "c", "d", "e"]


def test_without_a_day_sessions_stand_as_they_were_written_down(workspace: Workspace) -> None:
    step(workspace, lambda edits: edits.sessions.add("afternoon", starts=time(14)))
    step(workspace, lambda edits: edits.sessions.add("morning after", starts=time(9)))

    assert titles(workspace) == ["afternoon", "morning after"]


def test_another_start_puts_a_session_where_it_belongs(workspace: Workspace) -> None:
    early, _ = (step(workspace, lambda edits: edits.sessions.add(f"{h}", day=DAY, starts=time(h))) for h in (9, 11))
    step(workspace, lambda edits: edits.sessions.change(early.id, starts=time(12), digest="moved"))

    assert titles(workspace) == ["11", "9"]
    assert content_of(workspace).sessions[1].digest == "moved"


def test_a_session_can_be_moved_by_hand_within_its_day(workspace: Workspace) -> None:
    one, two, three = (step(workspace, lambda edits: edits.sessions.add(title)) for title in "abc")
    step(workspace, lambda edits: edits.sessions.move(three.id, None))
    step(workspace, lambda edits: edits.sessions.move(one.id, two.id))

    assert titles(workspace) == ["c", "b", "a"]


def test_many_moves_into_one_gap_still_find_a_place(workspace: Workspace) -> None:
    keys = [step(workspace, lambda edits: edits.sessions.add(title)).id for title in "abc"]
    with workspace.edit("Moves") as edits:
        for turn in range(120):
            edits.sessions.move(keys[1 + turn % 2], keys[0])

    assert titles(workspace) == ["a", "c", "b"]


def test_a_session_that_ends_before_it_begins_is_refused(workspace: Workspace) -> None:
    kept = step(workspace, lambda edits: edits.sessions.add("kept", starts=time(10), ends=time(11)))
    with pytest.raises(SessionTimes), workspace.edit("Step") as edits:
        edits.sessions.add("x", starts=time(11), ends=time(10))
    with pytest.raises(SessionTimes), workspace.edit("Step") as edits:
        edits.sessions.change(kept.id, starts=time(12))
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.sessions.add(" ")

    assert titles(workspace) == ["kept"]


def test_a_session_with_notes_goes_only_when_they_have_another_place(workspace: Workspace) -> None:
    old, new = (step(workspace, lambda edits: edits.sessions.add(title)) for title in ("old", "new"))
    for text in ("one", "two"):
        step(workspace, lambda edits: edits.notes.capture(old.id, NoteKind.POINT, text))
    step(workspace, lambda edits: edits.notes.capture(new.id, NoteKind.POINT, "zero"))
    step(workspace, lambda edits: edits.intervals.go_off_record(old.id, 5))
    with pytest.raises(SessionHoldsNotes, match="S1 holds 2 notes"), workspace.edit("Delete") as edits:
        edits.sessions.delete(old.id)
    step(workspace, lambda edits: edits.sessions.delete(old.id, new.id))

    content = content_of(workspace)
    assert titles(workspace) == ["new"]
    assert [str(one.number) for one in content.notes] == ["S2.1", "S1.1", "S1.2"]
    assert {one.session_id for one in (*content.notes, *content.intervals)} == {new.id}


def test_a_role_is_given_once_and_can_be_taken_back(workspace: Workspace) -> None:
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))
    person = step(workspace, lambda edits: edits.people.add("Kim Chi"))
    for _ in range(2):
        step(workspace, lambda edits: edits.sessions.cast(session.id, person.id, SessionRole.MODERATOR))
    part = step(workspace, lambda edits: edits.sessions.cast(session.id, person.id, SessionRole.PANELLIST))

    assert [one.role for one in content_of(workspace).parts] == [SessionRole.MODERATOR, SessionRole.PANELLIST]
    step(workspace, lambda edits: edits.sessions.uncast(part.id))
    assert [one.role for one in content_of(workspace).parts] == [SessionRole.MODERATOR]


def test_real_times_are_kept_and_a_session_opened_again_is_not_closed(workspace: Workspace) -> None:
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))
    step(workspace, lambda edits: edits.sessions.open(session.id, 1000))
    step(workspace, lambda edits: edits.sessions.close(session.id, 500))
    closed = content_of(workspace).sessions[0]
    step(workspace, lambda edits: edits.sessions.open(session.id, 2000))
    opened = content_of(workspace).sessions[0]

    assert (closed.opened_at, closed.closed_at) == (1000, 1000)
    assert (opened.opened_at, opened.closed_at) == (1000, None)


def test_off_the_record_nothing_is_stored_but_that_it_was(workspace: Workspace) -> None:
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))
    step(workspace, lambda edits: edits.intervals.go_off_record(session.id, 1000))
    step(workspace, lambda edits: edits.intervals.go_off_record(session.id, 2000))
    with pytest.raises(OffTheRecord, match="S1 is off the record"), workspace.edit("Capture") as edits:
        edits.notes.capture(session.id, NoteKind.POINT, "a secret")
    step(workspace, lambda edits: edits.intervals.come_back(session.id, 3000))
    assert step(workspace, lambda edits: edits.intervals.come_back(session.id, 4000)) is None
    step(workspace, lambda edits: edits.notes.capture(session.id, NoteKind.POINT, "on the record"))

    content = content_of(workspace)
    assert [(one.began_at, one.ended_at) for one in content.intervals] == [(1000, 3000)]
    assert [(str(one.number), one.text) for one in content.notes] == [("S1.1", "on the record")]


def test_an_edit_of_what_has_gone_says_so(workspace: Workspace) -> None:
    for do in (lambda e: e.sessions.move(new_key(), None), lambda e: e.sessions.open(new_key())):
        with pytest.raises(NoLongerThere, match="session is no longer there"), workspace.edit("Step") as edits:
            do(edits)


def test_the_workshop_itself_can_be_changed(workspace: Workspace) -> None:
    step(
        workspace,
        lambda edits: edits.workshop.change(place="Bangkok", conclusions="one\ntwo", attribution=Rule.CHATHAM),
    )
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.workshop.change(title="")

    changed = content_of(workspace).workshop
    assert (changed.title, changed.place, changed.conclusions) == ("Peaceful societies", "Bangkok", "one\ntwo")
    assert changed.attribution is Rule.CHATHAM
