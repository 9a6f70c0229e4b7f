"""The sample workshop reads like a real one, and a large one is as large as it was asked to be."""

import tomllib
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import content_of

from facilitator.domain.errors import TargetExists
from facilitator.domain.kinds import NoteKind, Rule, SessionKind, Status
from facilitator.domain.nouns import Content
from facilitator.domain.overview import Overview
from facilitator.jobs.check import check
from facilitator.jobs.clock_times import Moments, instant_of
from facilitator.jobs.large_sample import Size, make_large_sample
from facilitator.jobs.sample import make_sample
from facilitator.paths import resources
from facilitator.workspace.opening import open_workspace


def read(path: Path) -> Content:
    """All that a workshop holds."""
    with closing(open_workspace(path, read_only=True)) as workspace:
        return content_of(workspace)


def counted(path: Path) -> Overview:
    """The workshop in numbers."""
    with closing(open_workspace(path, read_only=True)) as workspace, workspace.read() as reads:
        return reads.overview()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workshop, not to be changed."""
    path = tmp_path_factory.mktemp("sample") / "sample.workshop"
    make_sample(path)
    return path


@pytest.fixture(scope="module")
def content(path: Path) -> Content:
    return read(path)


def test_the_themes_of_the_sample_stand_in_the_order_of_its_plan(content: Content) -> None:
    plan = tomllib.loads((resources() / "samples" / "bangkok.toml").read_text(encoding="utf-8"))

    assert [(theme.name, theme.digest) for theme in content.themes] == list(plan["themes"].items())


def test_every_wording_of_the_sample_was_written_while_the_workshop_met(content: Content) -> None:
    times = [session.opened_at for session in content.sessions] + [session.closed_at for session in content.sessions]
    met = [time for time in times if time is not None]

    assert all(min(met) <= (wording.written_at or 0) <= max(met) for wording in content.wordings)


def test_the_sample_holds_something_of_everything(path: Path, content: Content) -> None:
    overview = counted(path)

    assert len(overview.days) == 2
    assert len(overview.sessions) >= 8
    assert {session.kind for session in overview.sessions} >= set(SessionKind) - {SessionKind.BREAK}
    assert sum(overview.notes.values()) >= 150
    assert set(overview.notes) == set(NoteKind)
    assert 40 <= sum(overview.recommendations.values()) <= 60
    assert set(overview.recommendations) == set(Status)
    assert len(overview.themes) == 8
    assert all(theme.recommendations for theme in overview.themes)
    assert overview.private == 1
    assert sum(note.check_later for note in content.notes) == 2
    assert content.reservations
    assert content.workshop.conclusions
    assert any(session.key_points for session in content.sessions)
    assert any("แผนที่ไม่มีงบประมาณ" in note.text for note in content.notes if note.kind is NoteKind.QUOTE)
    for field in ("addressed_to", "action", "timeframe", "indicator", "resources"):
        assert any(getattr(one, field) for one in content.recommendations)


def test_people_of_the_sample_are_roles_and_everybody_who_speaks_is_known(content: Content) -> None:
    assert all(person.role and person.sector and not person.email for person in content.participants)
    assert all(note.who_id for note in content.notes if note.who)


def test_merged_recommendations_lead_to_the_one_that_stands_for_them(content: Content) -> None:
    numbers = {one.id: str(one.number) for one in content.recommendations}

    merged = {str(one.number): numbers[one.merged_into_id] for one in content.recommendations if one.merged_into_id}

    assert merged == {"R8": "R27", "R11": "R10"}


def test_wordings_of_the_sample_have_a_history_and_sources(content: Content) -> None:
    (one,) = (one for one in content.recommendations if str(one.number) == "R10")
    history = [wording.text for wording in content.wordings if wording.recommendation_id == one.id]
    numbers = {note.id: str(note.number) for note in content.notes}
    sources = {numbers[source.note_id] for source in content.sources if source.recommendation_id == one.id}

    assert len(history) == 3
    assert history[-1] == one.wording
    assert {"S3.15", "S9.2"} <= sources


def test_notes_stand_at_clock_times_of_their_session_and_none_off_the_record(content: Content) -> None:
    (interval,) = content.intervals
    sessions = {session.id: session for session in content.sessions}
    for note in content.notes:
        session = sessions[note.session_id]
        assert note.taken_at is not None
        assert session.opened_at is not None
        assert session.closed_at is not None
        assert session.opened_at <= note.taken_at <= session.closed_at
        if session.id == interval.session_id:
            assert interval.began_at is not None
            assert interval.ended_at is not None
            assert not interval.began_at <= note.taken_at < interval.ended_at
    times = [note.taken_at for note in content.notes]
    assert times == sorted(time for time in times if time is not None)


def test_each_note_of_the_sample_keeps_the_rule_of_its_session(content: Content) -> None:
    strict = {session.id for session in content.sessions if session.attribution is Rule.CHATHAM}

    assert strict
    assert all((note.rule is Rule.CHATHAM) == (note.session_id in strict) for note in content.notes)
    assert content.workshop.attribution is Rule.AFFILIATION


def test_the_sample_is_whole_and_has_nothing_to_undo(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.workshop"
    copy.write_bytes(path.read_bytes())

    assert check(copy).ok
    with closing(open_workspace(copy)) as workspace:
        assert workspace.undo() is None


def test_a_sample_takes_the_place_of_nothing(path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(TargetExists):
        make_sample(path)
    with pytest.raises(TargetExists):
        make_large_sample(path, Size(notes=3))
    assert path.read_bytes() == before


NUMBERS = st.none() | st.integers(0, 60)


@settings(deadline=None, max_examples=15)
@given(notes=st.integers(0, 120), recommendations=NUMBERS, people=NUMBERS, seed=st.integers(0, 9))
def test_a_large_sample_reaches_its_numbers_exactly(
    tmp_path_factory: pytest.TempPathFactory, notes: int, recommendations: int | None, people: int | None, seed: int
) -> None:
    path = tmp_path_factory.mktemp("large") / "l.workshop"

    make_large_sample(path, Size(notes, recommendations, people, seed))

    overview = counted(path)
    wanted = notes // 4 if recommendations is None else recommendations
    assert sum(overview.notes.values()) == notes
    assert sum(overview.recommendations.values()) == wanted
    assert overview.people == (120 if people is None else people)
    assert check(path).ok


def test_a_large_sample_is_varied_and_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        make_large_sample(tmp_path / f"{name}.workshop", Size(notes=400, people=10, seed=seed))
    one, same, other = ([note.text for note in read(tmp_path / f"{name}.workshop").notes] for name in "abc")

    assert one == same != other
    assert len(set(one)) > 300
    assert not [text for text in one if "{" in text]


def test_moments_leave_out_what_was_off_the_record(content: Content) -> None:
    (session,) = (session for session in content.sessions if str(session.number) == "S3")
    assert session.day is not None
    began, ended = (instant_of(session.day, clock, "Asia/Bangkok") for clock in ("12:05", "12:12"))

    times = list(Moments(session, "Asia/Bangkok", ("12:05", "12:12")).spread(500))

    assert times == sorted(times)
    assert not [time for time in times if began <= time < ended]
    assert began == 1_691_557_500_000
