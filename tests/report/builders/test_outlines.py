"""What each report of one small workshop prints, held fast; and that no report of any workshop betrays anybody.

After a change that is meant: FACILITATOR_GOLDEN=1 writes the files anew; read the difference before keeping it.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from tests.domain.any_content import PRIVATE, contents, tokens_of
from tests.domain.contents import ELEVEN, small_workshop
from tests.report.builders.outline import outline

from facilitator.domain.attribution import attribute
from facilitator.domain.kinds import Rule
from facilitator.domain.nouns import Content
from facilitator.domain.record import Record
from facilitator.report.builders import day_in_one_page, matrix, minutes, outcome, session_summary
from facilitator.report.builders.options import ReportOptions
from facilitator.report.labels import Labels
from facilitator.report.model import Report

GOLDEN = Path(__file__).parent / "golden"
BUILDERS = (session_summary, day_in_one_page, outcome, matrix, minutes)
# A moment of which neither the hour nor the minute is met in any content.
OPTIONS = ReportOptions(state_at=ELEVEN + 1_000 * 60_000, program="facilitator 0")

Build = Callable[[Record, Labels, ReportOptions], tuple[Report, ...]]


def built(content: Content, builder: ModuleType, asked: Rule | None = None) -> tuple[Report, ...]:
    build: Build = builder.build
    return build(attribute(content, asked), Labels.load("en"), OPTIONS)


@pytest.mark.parametrize("builder", BUILDERS, ids=lambda builder: builder.__name__.rpartition(".")[2])
def test_what_is_printed_is_what_was_printed(builder: ModuleType) -> None:
    path = GOLDEN / f"{builder.__name__.rpartition('.')[2]}.txt"
    text = "\n".join(outline(report) for report in built(small_workshop(), builder))
    if os.environ.get("FACILITATOR_GOLDEN"):
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


def everything(content: Content, asked: Rule | None) -> str:
    """All that a writer is given, of all reports and their shorter forms, in plain text and as Python shows it."""
    texts: list[str] = []
    for builder in BUILDERS:
        for report in built(content, builder, asked):
            forms = (report, *(report.shorter() if report.shorter else ()))
            texts += (outline(form) for form in forms)
            texts += (repr(block) for form in forms for block in (*form.body(), *form.side, form.furniture))
    return "\n".join(texts)


@settings(deadline=None, max_examples=60)
@given(contents())
def test_no_report_says_anything_of_a_person_where_no_names_are_asked_for(content: Content) -> None:
    for asked in (Rule.AFFILIATION, Rule.CHATHAM):
        printed = everything(content, asked)

        assert [token for person in content.participants for token in tokens_of(person) if token in printed] == []


@settings(deadline=None, max_examples=60)
@given(contents())
def test_no_report_prints_a_private_word(content: Content) -> None:
    assert PRIVATE not in everything(content, None)


@settings(deadline=None, max_examples=60)
@given(contents())
def test_no_report_prints_a_time_of_day_under_chatham_house(content: Content) -> None:
    printed = everything(content, Rule.CHATHAM)
    instants = [note.taken_at for note in content.notes] + [interval.began_at for interval in content.intervals]
    clocks = [datetime.fromtimestamp(instant / 1000, UTC).strftime("%H:%M") for instant in instants if instant]

    assert [clock for clock in clocks if clock in printed] == []


@settings(deadline=None, max_examples=60)
@given(contents())
def test_every_public_note_and_recommendation_stands_in_the_reports_that_promise_it(content: Content) -> None:
    for builder in (session_summary, minutes):
        reports = built(content, builder)
        promised = {number for report in reports for number in report.expected["notes"]}
        assert promised == {str(note.number) for note in content.notes if not note.private}
    for builder in BUILDERS:
        for report in built(content, builder):
            printed = outline(report).partition("\nexpected")[0]
            assert [number for numbers in report.expected.values() for number in numbers if number not in printed] == []


@settings(deadline=None, max_examples=40)
@given(contents())
def test_every_text_of_a_public_note_is_in_the_minutes_and_in_a_session_summary(content: Content) -> None:
    for builder in (session_summary, minutes):
        printed = "\n".join(outline(report) for report in built(content, builder))
        assert [note.text for note in content.notes if not note.private and note.text not in printed] == []
