"""Text files: headings, notes, and where lines end."""

from datetime import date, time

import pytest

from facilitator.capture import Day, Entry, Line, Reason, SessionHeading, WorkshopTitle, read_lines
from facilitator.domain.kinds import NoteKind


def contents(text: str) -> list[object]:
    return [entry.content for entry in read_lines(text)]


def warned(text: str) -> list[tuple[int, Reason]]:
    return [(entry.number, warning.reason) for entry in read_lines(text) for warning in entry.warnings]


def point(text: str) -> Line:
    return Line(NoteKind.POINT, text)


def test_a_file_is_titles_days_sessions_and_notes_with_their_line_numbers() -> None:
    text = "# Conference\n\nDay: 2023-08-09\n## 9:30-10:30 Opening\n! a #b\n## Closing\n"

    assert list(read_lines(text)) == [
        Entry(1, "# Conference", WorkshopTitle("Conference")),
        Entry(3, "Day: 2023-08-09", Day(date(2023, 8, 9))),
        Entry(4, "## 9:30-10:30 Opening", SessionHeading("Opening", time(9, 30), time(10, 30))),
        Entry(5, "! a #b", Line(NoteKind.RECOMMENDATION, "a", themes=("b",))),
        Entry(6, "## Closing", SessionHeading("Closing")),
    ]


def test_lines_end_at_lf_crlf_and_cr_only() -> None:
    text = "a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h\x1ci\n\r\n\rj"

    assert [(entry.number, entry.content.text) for entry in read_lines(text)] == [
        (1, "a"),
        (2, "b"),
        (3, "c"),
        (4, "d\ufffde\ufffdf\ufffdg\u2028h\ufffdi"),
        (7, "j"),
    ]


def test_a_second_title_is_a_point() -> None:
    assert contents("# One\n# Two") == [WorkshopTitle("One"), point("# Two")]
    assert warned("# One\n# Two") == [(2, Reason.SECOND_TITLE)]


@pytest.mark.parametrize(
    "line", ["Day:", "Day: soon", "Day: 2023-02-30", "Day: 20230809", "Day: 2023-08-09 x", "Day: 0000-01-01"]
)
def test_a_day_that_is_no_date_is_a_point(line: str) -> None:
    assert contents(line) == [point(line)]
    assert warned(line) == [(1, Reason.NOT_A_DAY)]


def test_a_day_needs_no_space() -> None:
    assert contents("Day:2023-08-09") == [Day(date(2023, 8, 9))]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## 09:30–10:30  A", SessionHeading("A", time(9, 30), time(10, 30))),
        ("##\u30000:00-23:59 A #b ??", SessionHeading("A #b ??", time(0), time(23, 59))),
        ("## 09:30-10:30", SessionHeading("09:30-10:30", time(9, 30), time(10, 30))),
        ("## 10:00-10:00 A", SessionHeading("A", time(10), time(10))),
        ("## 2.10 A", SessionHeading("2.10 A")),
        ("## 24/7 help, 10:15", SessionHeading("24/7 help, 10:15")),
        ("## A\x0c", SessionHeading("A\ufffd")),
    ],
)
def test_a_session_may_have_a_time(line: str, heading: SessionHeading) -> None:
    assert contents(line) == [heading]
    assert warned(line) == []


@pytest.mark.parametrize("times", ["25:00-26:00", "09:60-10:00", "10:30-09:30", "22:00-24:00", "99:99–10:00"])
def test_an_impossible_or_reversed_time_stays_in_the_title(times: str) -> None:
    assert contents(f"## {times} A") == [SessionHeading(f"{times} A")]
    assert warned(f"## {times} A") == [(1, Reason.NOT_A_TIME)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r"\# not a title", "# not a title"),
        (r"\## not a session", "## not a session"),
        (r"\\# a", r"\# a"),
        (r"\Day: 2023-08-09", "Day: 2023-08-09"),
        (r"\Day: soon", "Day: soon"),
        ("Day one was long: 2023", "Day one was long: 2023"),
        ("days: 3", "days: 3"),
        ("### a", "### a"),
        ("#a b", "#a b"),
        (r"\#a b", r"\#a b"),
    ],
)
def test_what_is_escaped_or_no_heading_is_a_note(line: str, text: str) -> None:
    assert contents(line) == [point(text)]
    assert warned(line) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("##Title of it", Reason.SESSION_RUNS_ON),
        ("##09:00-10:00 Title", Reason.SESSION_RUNS_ON),
        ("day: 2024-03-12", Reason.NEARLY_A_DAY),
        ("Attribution: chatham", Reason.ATTRIBUTION_IN_FILE),
        ("DAY: tomorrow", Reason.NEARLY_A_DAY),
        ("Day 2024-03-12", Reason.NEARLY_A_DAY),
        ("Day : 2024-03-12", Reason.NEARLY_A_DAY),
    ],
)
def test_what_is_nearly_a_heading_is_a_point_and_warned_of(line: str, reason: Reason) -> None:
    assert contents(line) == [point(line)]
    assert warned(line) == [(1, reason)]


@pytest.mark.parametrize(
    "title", ["09.00-10.00 A", "09:00 - 10:00 A", "9h30–10h30 A", "09:30-10:30A", "09:00 A", "09:00 — 10:00"]
)
def test_a_time_that_is_not_read_stays_in_the_title_and_is_warned_of(title: str) -> None:
    assert contents(f"## {title}") == [SessionHeading(title)]
    assert warned(f"## {title}") == [(1, Reason.TIME_IN_TITLE)]


def test_no_title_is_private_and_who_tries_is_told() -> None:
    assert warned("# A // b\n## // Closed\n## 9:30-10:30 // Closed") == [
        (1, Reason.PRIVATE_HEADING),
        (2, Reason.PRIVATE_HEADING),
        (3, Reason.PRIVATE_HEADING),
    ]


def test_a_file_is_read_as_it_is_asked_for() -> None:
    entries = read_lines("a\n" * 1_000_000)

    assert next(entries).number == 1
    assert next(entries).number == 2
