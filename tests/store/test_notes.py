"""Notes: capturing, the recommendation that a note makes, and what stays when notes are corrected."""
# ruff: noqa: B023 - each step is taken before the loop goes on

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import content_of, new_key, new_workspace, step

from facilitator.domain.capturing import Captured, NewNote
from facilitator.domain.errors import (
    DifferentSpeakers,
    EmptyText,
    NoLongerThere,
    NotWeaker,
    PrivateWords,
    SplitOutside,
)
from facilitator.domain.kinds import NoteKind, Rule, Status
from facilitator.domain.nouns import Key
from facilitator.store.edits import Edits
from facilitator.workspace.workspace import Workspace

RECOMMENDATION, POINT = NoteKind.RECOMMENDATION, NoteKind.POINT


@pytest.fixture
def session_id(workspace: Workspace) -> Key:
    return step(workspace, lambda edits: edits.sessions.add("Panel")).id


@pytest.fixture
def themes(workspace: Workspace) -> tuple[Key, Key]:
    return step(workspace, lambda edits: (edits.themes.named("a"), edits.themes.named("b")))


def captured(workspace: Workspace, session_id: Key, kind: NoteKind, text: str, **fields: object) -> Captured:
    return step(workspace, lambda edits: edits.notes.capture(session_id, kind, text, **fields))


def texts(workspace: Workspace) -> list[str]:
    return [one.text for one in content_of(workspace).notes]


def test_a_note_keeps_all_that_was_captured(workspace: Workspace, session_id: Key, themes: tuple[Key, Key]) -> None:
    speaker = step(workspace, lambda edits: edits.people.add("Kim Chi"))
    made = captured(
        workspace, session_id, NoteKind.QUOTE, " one  word\t", speaker_id=speaker.id, theme_ids=[themes[1], themes[0]],
        check_later=True, taken_at=1234,
    )  # fmt: skip

    content = content_of(workspace)
    (note,) = content.notes
    assert (note.id, str(note.number), str(made.number), made.recommendation) == (made.note_id, "S1.1", "S1.1", None)
    assert (note.text, note.kind, note.speaker_id, note.check_later) == ("one  word", NoteKind.QUOTE, speaker.id, True)
    assert (note.taken_at, note.private, note.rule) == (1234, False, Rule.NAMED)
    assert [one.theme_id for one in content.tags] == [themes[1], themes[0]]
    assert content.recommendations == ()


def test_a_recommendation_is_a_note_and_an_r_with_the_same_words(
    workspace: Workspace, session_id: Key, themes: tuple[Key, Key]
) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Publish", theme_ids=[themes[1], themes[0], themes[1]])

    content = content_of(workspace)
    (recommendation,) = content.recommendations
    assert (str(made.recommendation), recommendation.wording, recommendation.status) == ("R1", "Publish", Status.RAW)
    assert [(one.note_id, one.recommendation_id, one.origin) for one in content.sources] == [
        (made.note_id, recommendation.id, True)
    ]
    assert {one.theme_id: one.home for one in content.memberships} == {themes[1]: True, themes[0]: False}
    assert [one.text for one in content.wordings] == ["Publish"]
    assert content.tags == ()


def test_a_private_recommendation_makes_no_r(workspace: Workspace, session_id: Key, themes: tuple[Key, Key]) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Ask", private=True, theme_ids=[themes[0]])

    content = content_of(workspace)
    assert (made.recommendation, content.recommendations, content.memberships) == (None, (), ())
    assert [one.theme_id for one in content.tags] == [themes[0]]
    with workspace.read() as reads:
        assert (reads.overview().private, reads.overview().notes) == (1, {RECOMMENDATION: 1})


def test_a_note_keeps_the_rule_it_was_taken_under(workspace: Workspace, session_id: Key) -> None:
    captured(workspace, session_id, POINT, "named")
    step(workspace, lambda edits: edits.workshop.change(attribution=Rule.AFFILIATION))
    captured(workspace, session_id, POINT, "as the workshop has it")
    step(workspace, lambda edits: edits.sessions.change(session_id, attribution=Rule.CHATHAM))
    captured(workspace, session_id, POINT, "as the session has it")

    assert [one.rule for one in content_of(workspace).notes] == [Rule.NAMED, Rule.AFFILIATION, Rule.CHATHAM]


def test_nothing_is_captured_without_text_or_session(workspace: Workspace, session_id: Key) -> None:
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.notes.capture(session_id, POINT, "　\t")
    with pytest.raises(NoLongerThere), workspace.edit("Step") as edits:
        edits.notes.capture(new_key(), POINT, "text")

    assert str(captured(workspace, session_id, POINT, "text").number) == "S1.1"


def test_a_number_is_not_given_again_after_undo(workspace: Workspace, session_id: Key) -> None:
    captured(workspace, session_id, RECOMMENDATION, "one")
    workspace.undo()
    again = captured(workspace, session_id, RECOMMENDATION, "two")

    assert (str(again.number), str(again.recommendation)) == ("S1.2", "R2")


def test_a_room_with_a_prefix_counts_with_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    room = new_workspace(tmp_path_factory.mktemp("room"), prefix="B")
    session = step(room, lambda edits: edits.sessions.add("Group"))
    made = captured(room, session.id, RECOMMENDATION, "Publish")
    room.close()

    assert (str(session.number), str(made.number), str(made.recommendation)) == ("SB1", "SB1.1", "RB1")


def test_many_notes_come_in_as_if_captured_one_by_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    outlines = []
    for name in ("one", "many"):
        room = new_workspace(tmp_path_factory.mktemp(name))
        with room.edit("Import") as edits:

            def notes() -> Iterator[NewNote]:
                for place in range(1300):
                    if place % 600 == 0:
                        session = edits.sessions.add(f"Session {place}").id
                    theme = edits.themes.named(f"Theme {place % 5}")
                    speaker = edits.people.speaker(f"p{place % 7}")
                    kind = tuple(NoteKind)[place % len(NoteKind)]
                    yield NewNote(session, kind, f"text {place}", speaker, (theme,), place % 3 == 0, place % 11 == 0)

            if name == "many":
                assert edits.notes.capture_many(notes()) == 1300
            else:
                for new in notes():
                    edits.notes.capture(
                        new.session_id, new.kind, new.text, speaker_id=new.speaker_id, theme_ids=new.theme_ids,
                        check_later=new.check_later, private=new.private,
                    )  # fmt: skip
        outlines.append(outline(room))
        room.close()

    assert outlines[0] == outlines[1]


def outline(workspace: Workspace) -> list[object]:
    content = content_of(workspace)
    named = {one.id: one.name for one in (*content.themes, *content.participants)}
    named |= {one.id: str(one.number) for one in (*content.sessions, *content.notes, *content.recommendations)}
    with workspace.read() as reads:
        counters = reads.counters()
    return [
        counters,
        [(str(one.number), named[one.session_id], one.position, one.text, one.kind) for one in content.notes],
        [(str(one.number), one.wording, one.position) for one in content.recommendations],
        sorted((named[one.note_id], named[one.theme_id]) for one in content.tags),
        sorted(
            (named[one.theme_id], one.position, named[one.recommendation_id], one.home) for one in content.memberships
        ),
        sorted((named[one.recommendation_id], named[one.note_id], one.origin) for one in content.sources),
    ]


def test_an_untouched_recommendation_follows_a_correction_of_its_note(workspace: Workspace, session_id: Key) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Publsh")
    step(workspace, lambda edits: edits.notes.edit_text(made.note_id, "Publish"))
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.notes.edit_text(made.note_id, " ")

    content = content_of(workspace)
    assert (texts(workspace), content.recommendations[0].wording) == (["Publish"], "Publish")
    assert [one.text for one in content.wordings] == ["Publish"]


def reword_and_back(edits: Edits, key: Key) -> None:
    for wording in ("Publish it all", "Publish"):
        edits.recommendations.reword(key, wording)


def link_another(edits: Edits, key: Key) -> None:
    edits.recommendations.link(key, edits.notes.capture(edits.sessions.add("Later").id, POINT, "So it is").note_id)


TOUCHES = {
    "reworded and back": reword_and_back,
    "linked": link_another,
    "reworded": lambda edits, key: edits.recommendations.reword(key, "Publish it all"),
    "status": lambda edits, key: edits.recommendations.set_status(key, Status.TABLED),
    "status note": lambda edits, key: edits.recommendations.set_status(key, Status.RAW, "later"),
    "matrix": lambda edits, key: edits.recommendations.fill(key, indicator="share"),
    "reservation": lambda edits, key: edits.recommendations.reserve(key, "not now"),
    "merged into": lambda edits, key: edits.recommendations.merge(key, edits.recommendations.add("other").id),
    "merged": lambda edits, key: edits.recommendations.merge(edits.recommendations.add("other").id, key),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_recommendation_that_was_worked_on_stays_when_its_note_changes(
    workspace: Workspace, session_id: Key, touch: str
) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Publish")
    key = content_of(workspace).recommendations[0].id
    step(workspace, lambda edits: TOUCHES[touch](edits, key))
    before = [one for one in content_of(workspace).recommendations if one.id == key]
    step(workspace, lambda edits: edits.notes.edit_text(made.note_id, "Something else"))
    step(workspace, lambda edits: edits.notes.change_kind(made.note_id, POINT))

    after = content_of(workspace)
    assert [one for one in after.recommendations if one.id == key] == before
    assert made.note_id in {one.note_id for one in after.sources if one.recommendation_id == key}


def test_another_kind_takes_an_untouched_recommendation_away_and_its_themes_back(
    workspace: Workspace, session_id: Key, themes: tuple[Key, Key]
) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Publish", theme_ids=[themes[1], themes[0]])
    step(workspace, lambda edits: edits.notes.change_kind(made.note_id, NoteKind.DECISION))

    content = content_of(workspace)
    assert (content.recommendations, content.wordings, content.sources, content.memberships) == ((), (), (), ())
    assert [one.theme_id for one in content.tags] == [themes[1], themes[0]]

    step(workspace, lambda edits: edits.notes.change_kind(made.note_id, RECOMMENDATION))
    content = content_of(workspace)
    assert [str(one.number) for one in content.recommendations] == ["R2"]
    assert {one.theme_id: one.home for one in content.memberships} == {themes[1]: True, themes[0]: False}
    assert content.tags == ()


def test_a_note_that_is_a_recommendation_again_does_not_make_a_second_one(
    workspace: Workspace, session_id: Key
) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Publish")
    key = content_of(workspace).recommendations[0].id
    step(workspace, lambda edits: edits.recommendations.set_status(key, Status.AGREED))
    for kind in (POINT, RECOMMENDATION):
        step(workspace, lambda edits: edits.notes.change_kind(made.note_id, kind))

    assert [one.id for one in content_of(workspace).recommendations] == [key]


def test_a_note_that_becomes_private_takes_its_untouched_recommendation_along(
    workspace: Workspace, session_id: Key, themes: tuple[Key, Key]
) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Publish", theme_ids=[themes[0]])
    step(workspace, lambda edits: edits.notes.set_private(made.note_id, True))
    content = content_of(workspace)
    assert (content.recommendations, content.wordings, content.sources) == ((), (), ())

    step(workspace, lambda edits: edits.notes.set_private(made.note_id, False))
    content = content_of(workspace)
    assert [one.wording for one in content.recommendations] == ["Publish"]
    assert [one.theme_id for one in content.memberships] == [themes[0]]


def test_private_words_stay_nowhere_in_a_recommendation_that_was_worked_on(
    workspace: Workspace, session_id: Key
) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Mrs X fears the police")
    (one,) = content_of(workspace).recommendations
    step(workspace, lambda edits: edits.recommendations.set_status(one.id, Status.DRAFTED))
    step(workspace, lambda edits: edits.notes.edit_text(made.note_id, "Somebody fears the police"))
    with pytest.raises(PrivateWords, match="S1.1 are the wording of R1"), workspace.edit("Step") as edits:
        edits.notes.set_private(made.note_id, True)
    for wording in ("Somebody fears the police", "Protect witnesses"):
        step(workspace, lambda edits: edits.recommendations.reword(one.id, wording))
    step(workspace, lambda edits: edits.notes.set_private(made.note_id, True))

    content = content_of(workspace)
    assert [(entry.position, entry.text) for entry in content.wordings] == [(3, "Protect witnesses")]
    assert content.sources == ()
    assert "police" not in repr(content.recommendations)


def test_a_link_to_a_note_that_becomes_private_goes(workspace: Workspace, session_id: Key) -> None:
    one = step(workspace, lambda edits: edits.recommendations.add("Protect witnesses"))
    made = captured(workspace, session_id, POINT, "Mrs X is afraid")
    step(workspace, lambda edits: edits.recommendations.link(one.id, made.note_id))
    step(workspace, lambda edits: edits.notes.set_private(made.note_id, True))

    assert content_of(workspace).sources == ()


def test_themes_are_set_where_they_stand(workspace: Workspace, session_id: Key, themes: tuple[Key, Key]) -> None:
    point = captured(workspace, session_id, POINT, "point", theme_ids=[themes[0]])
    made = captured(workspace, session_id, RECOMMENDATION, "Publish", theme_ids=[themes[0]])
    for key in (point.note_id, made.note_id):
        step(workspace, lambda edits: edits.notes.set_themes(key, [themes[1], themes[0]]))

    content = content_of(workspace)
    assert [(one.note_id, one.theme_id) for one in content.tags] == [
        (point.note_id, themes[1]),
        (point.note_id, themes[0]),
    ]
    assert {one.theme_id: one.home for one in content.memberships} == {themes[1]: True, themes[0]: False}

    for key in (point.note_id, made.note_id):
        step(workspace, lambda edits: edits.notes.set_themes(key, []))
    content = content_of(workspace)
    assert (content.tags, content.memberships) == ((), ())


def test_speaker_mark_and_action_can_be_set(workspace: Workspace, session_id: Key) -> None:
    person = step(workspace, lambda edits: edits.people.add("Kim Chi", code="kc"))
    note = captured(workspace, session_id, NoteKind.ACTION, "write it up").note_id
    step(workspace, lambda edits: edits.notes.set_speaker(note, person.id))
    step(workspace, lambda edits: edits.notes.set_check(note, True))
    step(workspace, lambda edits: edits.notes.assign(note, " KIM chi", "Friday"))
    one = content_of(workspace).notes[0]
    assert (one.speaker_id, one.check_later, one.who, one.who_id, one.due) == (
        person.id, True, "KIM chi", person.id, "Friday",
    )  # fmt: skip

    step(workspace, lambda edits: edits.notes.assign(note, "the secretariat", ""))
    step(workspace, lambda edits: edits.notes.set_speaker(note, None))
    one = content_of(workspace).notes[0]
    assert (one.speaker_id, one.who, one.who_id, one.due) == (None, "the secretariat", None, "")


def test_a_moved_note_keeps_its_number_and_its_rule(workspace: Workspace, session_id: Key) -> None:
    other = step(workspace, lambda edits: edits.sessions.add("Closed", attribution=Rule.CHATHAM))
    first, second = (captured(workspace, session_id, POINT, text).note_id for text in ("first", "second"))
    there = captured(workspace, other.id, POINT, "there").note_id
    step(workspace, lambda edits: edits.notes.move(first, other.id, there))
    step(workspace, lambda edits: edits.notes.move(second, other.id))

    notes = content_of(workspace).notes
    assert [(str(one.number), one.text, one.rule) for one in notes] == [
        ("S1.2", "second", Rule.NAMED), ("S2.1", "there", Rule.CHATHAM), ("S1.1", "first", Rule.NAMED),
    ]  # fmt: skip
    assert str(captured(workspace, session_id, POINT, "next").number) == "S1.3"


def test_a_note_is_split_into_two_that_stand_together(
    workspace: Workspace, session_id: Key, themes: tuple[Key, Key]
) -> None:
    made = captured(workspace, session_id, RECOMMENDATION, "Publish. Cost it.", theme_ids=[themes[0]], taken_at=7)
    captured(workspace, session_id, POINT, "after")
    step(workspace, lambda edits: edits.notes.split(made.note_id, 8))

    content = content_of(workspace)
    assert [(str(one.number), one.text) for one in content.notes] == [
        ("S1.1", "Publish."), ("S1.3", "Cost it."), ("S1.2", "after"),
    ]  # fmt: skip
    assert [(one.wording, one.status) for one in content.recommendations] == [
        ("Publish.", Status.RAW), ("Cost it.", Status.RAW),
    ]  # fmt: skip
    assert [one.theme_id for one in content.memberships] == [themes[0]] * 2
    assert content.notes[1].taken_at == 7
    for at in (0, -1, 8, 99):
        with pytest.raises(SplitOutside), workspace.edit("Step") as edits:
            edits.notes.split(made.note_id, at)


def test_joined_notes_are_one_under_the_stricter_rule(
    workspace: Workspace, session_id: Key, themes: tuple[Key, Key]
) -> None:
    person = step(workspace, lambda edits: edits.people.add("Kim Chi"))
    kept = captured(workspace, session_id, RECOMMENDATION, "Publish", theme_ids=[themes[0]], speaker_id=person.id)
    step(workspace, lambda edits: edits.sessions.change(session_id, attribution=Rule.CHATHAM))
    gone = captured(
        workspace,
        session_id,
        RECOMMENDATION,
        "the budget",
        theme_ids=[themes[1]],
        speaker_id=person.id,
        check_later=True,
    )
    step(workspace, lambda edits: edits.releases.release(gone.note_id, Rule.NAMED, "Kim Chi"))
    step(workspace, lambda edits: edits.notes.join(kept.note_id, gone.note_id))

    content = content_of(workspace)
    (note,) = content.notes
    assert (note.id, note.text, note.rule, note.speaker_id, note.check_later) == (
        kept.note_id, "Publish the budget", Rule.CHATHAM, person.id, True,
    )  # fmt: skip
    assert [(str(one.number), one.wording) for one in content.recommendations] == [("R1", "Publish the budget")]
    assert {one.theme_id: one.home for one in content.memberships} == {themes[0]: True, themes[1]: False}
    assert content.releases == ()


def test_words_of_nobody_do_not_become_those_of_somebody_by_joining(workspace: Workspace, session_id: Key) -> None:
    person = step(workspace, lambda edits: edits.people.add("Kim Chi"))
    first = captured(workspace, session_id, POINT, "The group meets again in May")
    second = captured(workspace, session_id, POINT, "Funds arrive", speaker_id=person.id)
    with pytest.raises(DifferentSpeakers), workspace.edit("Step") as edits:
        edits.notes.join(first.note_id, second.note_id)

    third = captured(workspace, session_id, POINT, "in June")
    step(workspace, lambda edits: edits.notes.join(second.note_id, third.note_id))
    assert [(note.text, note.speaker_id) for note in content_of(workspace).notes] == [
        ("The group meets again in May", None),
        ("Funds arrive in June", person.id),
    ]


def test_a_recommendation_that_was_worked_on_follows_its_note_into_another(
    workspace: Workspace, session_id: Key
) -> None:
    kept = captured(workspace, session_id, POINT, "Because")
    gone = captured(workspace, session_id, RECOMMENDATION, "Publish")
    (one,) = content_of(workspace).recommendations
    step(workspace, lambda edits: edits.recommendations.set_status(one.id, Status.AGREED))
    step(workspace, lambda edits: edits.notes.join(kept.note_id, gone.note_id))

    assert [(s.note_id, s.recommendation_id, s.origin) for s in content_of(workspace).sources] == [
        (kept.note_id, one.id, False)
    ]


@pytest.mark.parametrize("private", ["kept", "gone"])
def test_joined_with_a_private_note_all_is_private(workspace: Workspace, session_id: Key, private: str) -> None:
    kept = captured(workspace, session_id, RECOMMENDATION, "Publish", private=private == "kept")
    gone = captured(workspace, session_id, RECOMMENDATION, "Mrs X", private=private == "gone")
    step(workspace, lambda edits: edits.notes.join(kept.note_id, gone.note_id))

    content = content_of(workspace)
    assert [(one.text, one.private) for one in content.notes] == [("Publish Mrs X", True)]
    assert (content.recommendations, content.wordings, content.sources) == ((), (), ())


def test_what_two_people_said_does_not_become_one_note(workspace: Workspace, session_id: Key) -> None:
    one, two = (
        step(
            workspace,
            lambda edits: edits.notes.capture(session_id, POINT, name, speaker_id=edits.people.speaker(name)),
        )
        for name in ("Ada", "Bo")
    )
    with pytest.raises(DifferentSpeakers), workspace.edit("Step") as edits:
        edits.notes.join(one.note_id, two.note_id)
    step(workspace, lambda edits: edits.notes.join(one.note_id, one.note_id))

    assert texts(workspace) == ["Ada", "Bo"]


def test_deleting_a_note_keeps_its_recommendation(
    workspace: Workspace, session_id: Key, themes: tuple[Key, Key]
) -> None:
    step(workspace, lambda edits: edits.sessions.change(session_id, attribution=Rule.CHATHAM))
    made = captured(workspace, session_id, RECOMMENDATION, "Publish")
    tagged = captured(workspace, session_id, POINT, "point", theme_ids=themes)
    step(workspace, lambda edits: edits.releases.release(tagged.note_id, Rule.NAMED, "Ada"))
    for key in (made.note_id, tagged.note_id):
        step(workspace, lambda edits: edits.notes.delete(key))

    content = content_of(workspace)
    assert [one.wording for one in content.recommendations] == ["Publish"]
    assert (content.notes, content.sources, content.tags, content.releases) == ((), (), (), ())


def test_a_note_is_released_only_to_a_more_open_rule_and_by_somebody(workspace: Workspace, session_id: Key) -> None:
    step(workspace, lambda edits: edits.sessions.change(session_id, attribution=Rule.AFFILIATION))
    note = captured(workspace, session_id, POINT, "said").note_id
    release = step(workspace, lambda edits: edits.releases.release(note, Rule.NAMED, "Ada"))
    for rule, error in ((Rule.AFFILIATION, NotWeaker), (Rule.CHATHAM, NotWeaker)):
        with pytest.raises(error), workspace.edit("Step") as edits:
            edits.releases.release(note, rule, "Ada")
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.releases.release(note, Rule.NAMED, "")

    assert content_of(workspace).releases == (release,)
    assert (release.rule, release.agreed_by) == (Rule.NAMED, "Ada")


def test_what_was_said_can_be_made_stricter_and_releases_end(workspace: Workspace, session_id: Key) -> None:
    step(workspace, lambda edits: edits.sessions.change(session_id, attribution=Rule.CHATHAM))
    released = captured(workspace, session_id, POINT, "released").note_id
    step(workspace, lambda edits: edits.releases.release(released, Rule.NAMED, "Ada"))
    step(workspace, lambda edits: edits.sessions.change(session_id, attribution=Rule.NAMED))
    named = captured(workspace, session_id, POINT, "named").note_id
    step(workspace, lambda edits: edits.releases.make_stricter(named, Rule.AFFILIATION))
    step(workspace, lambda edits: edits.releases.make_stricter(named, Rule.NAMED))
    assert [one.rule for one in content_of(workspace).notes] == [Rule.CHATHAM, Rule.AFFILIATION]

    step(workspace, lambda edits: edits.releases.make_session_stricter(session_id, Rule.CHATHAM))
    content = content_of(workspace)
    assert [one.rule for one in content.notes] == [Rule.CHATHAM, Rule.CHATHAM]
    assert content.releases == ()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 9)), max_size=10))
@settings(deadline=None, max_examples=10)
def test_whatever_is_done_to_notes_homes_and_links_stay_sound(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int, int]]
) -> None:
    room = new_workspace(tmp_path_factory.mktemp("room"))
    session = step(room, lambda edits: edits.sessions.add("Panel"))
    theme_ids = step(room, lambda edits: [edits.themes.named(name) for name in "ab"])
    for kind in (RECOMMENDATION, POINT, RECOMMENDATION):
        captured(room, session.id, kind, "one two", theme_ids=theme_ids)
    for which, other, what in moves:
        notes = content_of(room).notes
        if not notes:
            break
        one, two = notes[which % len(notes)], notes[other % len(notes)]
        deeds = (
            lambda edits: edits.notes.change_kind(one.id, POINT),
            lambda edits: edits.notes.change_kind(one.id, RECOMMENDATION),
            lambda edits: edits.notes.set_private(one.id, True),
            lambda edits: edits.notes.set_private(one.id, False),
            lambda edits: edits.notes.split(one.id, 3),
            lambda edits: edits.notes.join(one.id, two.id),
            lambda edits: edits.notes.delete(one.id),
            lambda edits: edits.notes.set_themes(one.id, theme_ids[:1]),
            lambda edits: edits.recommendations.set_status(edits.recommendations.add("x").id, Status.AGREED),
            lambda edits: edits.notes.edit_text(one.id, "three four"),
        )
        try:
            step(room, deeds[what])
        except (SplitOutside, PrivateWords):
            continue
    content = content_of(room)
    room.close()

    private = {one.id for one in content.notes if one.private}
    origins = {one.note_id for one in content.sources if one.origin}
    made = {one.id for one in content.notes if one.kind is RECOMMENDATION and not one.private}
    homes = [one.recommendation_id for one in content.memberships if one.home]
    assert sorted(homes) == sorted({one.recommendation_id for one in content.memberships})
    assert not private & {one.note_id for one in content.sources}
    assert made <= origins
    assert not origins & {one.note_id for one in content.tags}
