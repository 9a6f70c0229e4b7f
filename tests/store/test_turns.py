"""The speaking list: who waits, who speaks, how long each spoke; off the record nothing of it is stored."""

from datetime import UTC, date, datetime, time

import pytest
from tests.factories import content_of, new_key, step

from facilitator.domain.errors import NoLongerThere, OffTheRecord
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Key
from facilitator.domain.overview import Gap
from facilitator.workspace.workspace import Workspace


@pytest.fixture
def session(workspace: Workspace) -> Key:
    return step(workspace, lambda edits: edits.sessions.add("Panel")).id


def put_on(workspace: Workspace, session: Key, *names: str) -> list[Key]:
    with workspace.edit("Ask") as edits:
        return [edits.turns.ask(session, edits.people.speaker(name), 10).id for name in names]


def waiting(workspace: Workspace, session: Key) -> list[str]:
    with workspace.read() as reads:
        return [line.speaker.name for line in reads.floor_of(session).waiting]


def speaking(workspace: Workspace, session: Key) -> str:
    with workspace.read() as reads:
        line = reads.floor_of(session).speaking
        return "" if line is None else line.speaker.name


def test_who_asks_waits_at_the_end_and_only_once(workspace: Workspace, session: Key) -> None:
    put_on(workspace, session, "Kim", "Rosa", "Kim", "Anan")

    assert waiting(workspace, session) == ["Kim", "Rosa", "Anan"]


def test_the_list_can_be_put_in_another_order_and_somebody_taken_off(workspace: Workspace, session: Key) -> None:
    kim, rosa, anan = put_on(workspace, session, "Kim", "Rosa", "Anan")
    step(workspace, lambda edits: edits.turns.move(anan, None))
    step(workspace, lambda edits: edits.turns.move(kim, rosa))
    assert waiting(workspace, session) == ["Anan", "Rosa", "Kim"]

    step(workspace, lambda edits: edits.turns.withdraw(rosa))
    assert waiting(workspace, session) == ["Anan", "Kim"]
    with pytest.raises(NoLongerThere):
        step(workspace, lambda edits: edits.turns.withdraw(rosa))


def test_who_was_called_meanwhile_is_neither_taken_off_nor_moved(workspace: Workspace, session: Key) -> None:
    (kim,) = put_on(workspace, session, "Kim")
    called = step(workspace, lambda edits: edits.turns.call_next(session, 100))
    assert called is not None
    assert called.name == "Kim"

    with pytest.raises(NoLongerThere):
        step(workspace, lambda edits: edits.turns.withdraw(kim))
    with pytest.raises(NoLongerThere):
        step(workspace, lambda edits: edits.turns.move(kim, None))
    step(workspace, lambda edits: edits.turns.call_next(session, 300))
    with pytest.raises(NoLongerThere):
        step(workspace, lambda edits: edits.turns.withdraw(kim))
    assert [(one.began_at, one.ended_at) for one in content_of(workspace).turns] == [(100, 300)]


def test_the_next_turn_ends_the_one_before_and_one_undo_gives_both_back(workspace: Workspace, session: Key) -> None:
    put_on(workspace, session, "Kim", "Rosa")
    step(workspace, lambda edits: edits.turns.call_next(session, 100))
    step(workspace, lambda edits: edits.turns.call_next(session, 400))
    assert (speaking(workspace, session), waiting(workspace, session)) == ("Rosa", [])

    workspace.undo()
    assert (speaking(workspace, session), waiting(workspace, session)) == ("Kim", ["Rosa"])


def test_the_time_of_each_speaker_is_that_of_the_turns_that_ended(workspace: Workspace, session: Key) -> None:
    put_on(workspace, session, "Kim", "Rosa")
    for at in (100, 400, 500):
        step(workspace, lambda edits, at=at: edits.turns.call_next(session, at))
    put_on(workspace, session, "Kim")
    step(workspace, lambda edits: edits.turns.call_next(session, 1000))
    step(workspace, lambda edits: edits.sessions.close(session, 1050))

    assert speaking(workspace, session) == ""
    with workspace.read() as reads:
        assert {line.speaker.name: line.spoken for line in reads.speakers_of(session)} == {"Kim": 350, "Rosa": 100}


def test_somebody_is_new_until_a_turn_has_begun_or_a_note_is_theirs(workspace: Workspace, session: Key) -> None:
    put_on(workspace, session, "Kim", "Rosa", "Anan")
    step(workspace, lambda edits: edits.turns.call_next(session, 1))
    step(
        workspace,
        lambda edits: edits.notes.capture(session, NoteKind.POINT, "x", speaker_id=edits.people.speaker("Rosa")),
    )
    put_on(workspace, session, "Kim")

    with workspace.read() as reads:
        floor = reads.floor_of(session)
    assert floor.speaking is not None
    assert floor.speaking.is_first
    assert {line.speaker.name: line.is_first for line in floor.waiting} == {"Rosa": False, "Anan": True, "Kim": False}


def test_off_the_record_the_turn_ends_and_nothing_of_the_list_is_stored(workspace: Workspace, session: Key) -> None:
    kim, _ = put_on(workspace, session, "Kim", "Rosa")
    step(workspace, lambda edits: edits.turns.call_next(session, 100))
    step(workspace, lambda edits: edits.intervals.go_off_record(session, 160))
    before = content_of(workspace).turns
    assert [turn.ended_at for turn in before if turn.id == kim] == [160]

    person = before[0].participant_id
    for refused in (
        lambda edits: edits.turns.ask(session, person),
        lambda edits: edits.turns.call_next(session),
        lambda edits: edits.turns.move(kim, None),
        lambda edits: edits.turns.withdraw(kim),
    ):
        with pytest.raises(OffTheRecord):
            step(workspace, refused)
    assert content_of(workspace).turns == before


def test_two_entries_of_one_person_keep_all_turns_and_a_session_takes_its_own_along(
    workspace: Workspace, session: Key
) -> None:
    put_on(workspace, session, "Kim", "K. Chi")
    kim, chi = (step(workspace, lambda edits, name=name: edits.people.speaker(name)) for name in ("Kim", "K. Chi"))
    step(workspace, lambda edits: edits.people.merge(kim, chi))
    assert {turn.participant_id for turn in content_of(workspace).turns} == {kim}

    step(workspace, lambda edits: edits.sessions.delete(session))
    assert content_of(workspace).turns == ()


def test_somebody_who_spoke_without_a_note_is_to_be_filled_in(workspace: Workspace, session: Key) -> None:
    put_on(workspace, session, "Kim")

    with workspace.read() as reads:
        assert [(row.gap, row.label, row.session_id) for row in reads.fill_in_rows(session)] == [
            (Gap.SPEAKER, "Kim", session)
        ]


def test_an_action_is_open_until_it_has_who_and_when(workspace: Workspace, session: Key) -> None:
    note = step(workspace, lambda edits: edits.notes.capture(session, NoteKind.ACTION, "send it")).note_id
    found = []
    for who, due in (("", ""), ("kc", ""), ("", "Friday"), ("kc", "Friday")):
        step(workspace, lambda edits, who=who, due=due: edits.notes.assign(note, who, due))
        with workspace.read() as reads:
            found.append([row.field for row in reads.fill_in_rows(session)])
            assert reads.status_line().fill_ins == len(found[-1])

    assert found == [["who"], ["due"], ["who"], []]


def begun(workspace: Workspace, session: Key, hour: int, minute: int, day: int = 9) -> int | None:
    """What is recorded as the beginning after something was said then, by the clock on the wall of Bangkok."""
    at = int(datetime(2023, 8, day, hour - 7, minute, tzinfo=UTC).timestamp()) * 1000
    step(workspace, lambda edits: edits.sessions.begin(session, at))
    with workspace.read() as reads:
        opened = reads.session(session).opened_at
    return None if opened is None else (opened - at) // 60_000


def test_the_first_thing_said_near_its_time_opens_a_session_and_later_ones_do_not(workspace: Workspace) -> None:
    step(workspace, lambda edits: edits.workshop.change(time_zone="Asia/Bangkok"))
    session = step(workspace, lambda edits: edits.sessions.add("P", day=date(2023, 8, 9), starts=time(9))).id

    assert begun(workspace, session, 15, 0, day=8) is None
    assert begun(workspace, session, 8, 0) is None
    assert begun(workspace, session, 8, 50) == 0
    assert begun(workspace, session, 9, 50) == -60


def test_what_is_not_there_cannot_be_asked_for(workspace: Workspace, session: Key) -> None:
    with pytest.raises(NoLongerThere):
        step(workspace, lambda edits: edits.turns.ask(session, new_key()))
