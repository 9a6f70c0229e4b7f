"""Planned times, real times, and what the one does to the other."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.kinds import Rule, SessionKind
from facilitator.domain.numbers import Number
from facilitator.domain.rows import SessionLine
from facilitator.domain.session_time import SessionTime, expected, session_time, tells_beginning

DAY = date(2023, 8, 9)


def at(clock: str, day: date = DAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), UTC)


def line(count: int, planned: str, opened: str = "", closed: str = "", day: date | None = DAY) -> SessionLine:
    """A session planned "09:00-10:30", really opened and closed at these times."""
    starts, ends = (time.fromisoformat(clock) if clock else None for clock in planned.split("-"))
    began, ended = (int(at(clock, day or DAY).timestamp()) * 1000 if clock else None for clock in (opened, closed))
    return SessionLine(
        key=bytes([count]),
        number=Number("S", count),
        title="x",
        kind=SessionKind.PANEL,
        day=day,
        starts=starts,
        ends=ends,
        place="",
        rule=Rule.NAMED,
        own_rule=False,
        notes=0,
        opened_at=began,
        closed_at=ended,
        off_record_since=None,
    )


def shown(now: str, *lines: SessionLine) -> list[str]:
    """The expected times as "09:00-10:30", with a word for those that are late."""
    found = expected(lines, at(now))
    told = []
    for one in (found[each.key] for each in lines if each.key in found):
        ends = f"{one.ends:%H:%M}" if one.ends is not None else ""
        told.append(f"{one.starts:%H:%M}-{ends}{' late' if one.is_late else ''}")
    return told


def test_while_nothing_overruns_the_programme_stands() -> None:
    lines = line(1, "09:00-10:30", "09:02"), line(2, "11:00-12:00"), line(3, "14:00-")

    assert shown("10:00", *lines) == ["09:02-10:30", "11:00-12:00", "14:00-"]


def test_what_overruns_moves_what_follows_and_a_gap_takes_up_what_it_can() -> None:
    lines = (line(1, "09:00-10:30", "09:00"), line(2, "10:30-11:00"), line(3, "11:10-12:30"), line(4, "14:00-15:00"))

    assert shown("10:50", *lines) == ["09:00-10:50", "10:50-11:20 late", "11:20-12:40 late", "14:00-15:00"]


def test_what_has_ended_late_moves_what_follows_for_good() -> None:
    lines = line(1, "09:00-10:30", "09:00", "10:50"), line(2, "10:30-11:30", "10:55")

    assert shown("11:00", *lines) == ["09:00-10:50", "10:55-11:50 late"]


def test_what_ends_early_or_opens_late_by_itself_moves_nothing() -> None:
    lines = line(1, "09:00-10:30", "09:00", "10:00"), line(2, "10:30-11:30", "10:45"), line(3, "11:30-12:00")

    assert shown("11:00", *lines) == ["09:00-10:00", "10:45-11:30", "11:30-12:00"]


def test_groups_side_by_side_do_not_wait_for_each_other_nor_one_day_for_another() -> None:
    lines = line(1, "09:00-10:00", "09:00"), line(2, "09:30-10:30"), line(3, "11:00-12:00", day=DAY + timedelta(1))

    assert shown("10:20", *lines) == ["09:00-10:20", "09:30-10:30", "11:00-12:00"]


def test_what_nobody_closed_had_ended_when_the_next_one_opened() -> None:
    lines = line(1, "09:00-10:30", "09:00"), line(2, "10:30-11:30", "10:40"), line(3, "11:30-12:00")

    assert shown("11:00", *lines) == ["09:00-10:40", "10:40-11:40 late", "11:40-12:10 late"]


def test_what_was_left_open_for_hours_moves_nothing_for_ever() -> None:
    assert shown("18:00", line(1, "09:00-10:30", "09:00"), line(2, "10:30-11:30")) == ["09:00-10:30", "10:30-11:30"]


def test_without_day_or_start_there_is_nothing_to_expect() -> None:
    assert expected((line(1, "09:00-10:00", day=None), line(2, "-")), at("09:00")) == {}


def clock(now: str, *lines: SessionLine) -> SessionTime | None:
    """The clock of the last of these."""
    return session_time(lines[-1], expected(lines, at(now))[lines[-1].key], at(now))


def test_the_clock_tells_planned_elapsed_left_and_over() -> None:
    assert clock("09:30", line(1, "09:00-10:40", "09:10")) == SessionTime(100, 20, 70, 0, 70)
    assert clock("10:50", line(1, "09:00-10:40", "09:10")) == SessionTime(100, 100, 0, 10, 0)


@pytest.mark.parametrize(
    ("now", "weight"), [("10:18", ""), ("10:20", "warn"), ("10:34", "warn"), ("10:35", "danger"), ("10:59", "danger")]
)
def test_it_warns_at_a_fifth_and_insists_at_a_twentieth(now: str, weight: str) -> None:
    told = clock(now, line(1, "09:00-10:40", "09:00"))

    assert told is not None
    assert told.weight == weight


def test_a_session_that_had_to_wait_has_its_whole_time() -> None:
    told = clock("11:00", line(1, "09:00-10:30", "09:00", "10:50"), line(2, "10:30-11:30", "10:50"))

    assert told is not None
    assert (told.left, told.planned) == (50, 60)


@pytest.mark.parametrize("planned", ["09:00-", "15:00-16:00"])
def test_there_is_no_clock_without_an_end_nor_hours_before(planned: str) -> None:
    assert clock("10:00", line(1, planned)) is None


def test_a_session_that_was_closed_has_no_clock() -> None:
    assert clock("10:00", line(1, "09:00-10:30", "09:00", "09:50")) is None


@pytest.mark.parametrize(("moment", "tells"), [("08:29", False), ("08:30", True), ("15:00", True), ("23:59", True)])
def test_a_note_tells_the_beginning_from_half_an_hour_before_on(moment: str, tells: bool) -> None:
    assert tells_beginning(DAY, time(9), time(10), at(moment)) is tells
    assert tells_beginning(None, time(9), time(10), at(moment))
    assert not tells_beginning(DAY, time(9), time(10), at(moment, DAY + timedelta(1)))


plan = st.tuples(
    st.integers(480, 1100), st.integers(5, 90), st.none() | st.integers(0, 60), st.none() | st.integers(0, 100)
)


@given(st.lists(plan, max_size=6), st.integers(480, 1300))
def test_nothing_that_is_to_come_begins_before_its_time_or_loses_any(
    plans: list[tuple[int, int, int | None, int | None]], now: int
) -> None:
    def hour(minutes: int) -> str:
        return f"{minutes // 60:02}:{minutes % 60:02}"

    lines = []
    for count, (start, length, late, took) in enumerate(plans):
        opened = "" if late is None else hour(start + late)
        closed = "" if late is None or took is None else hour(start + late + took)
        lines.append(line(count, f"{hour(start)}-{hour(start + length)}", opened, closed))
    found = expected(lines, at(hour(now)))
    for one, (start, length, late, _) in zip(lines, plans, strict=True):
        told = found[one.key]
        assert told.due is not None
        assert told.due >= at(hour(start + length))
        if late is None:
            assert told.starts >= at(hour(start))
            assert (told.due - told.starts, told.ends) == (timedelta(minutes=length), told.due)
