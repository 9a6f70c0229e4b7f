"""Which sessions and days a report is made of, and what it says where there is nothing or too much."""

from dataclasses import replace
from datetime import date

import pytest
from tests.domain.contents import ELEVEN, WORKSHOP, Room, small_workshop
from tests.report.builders.outline import outline

from facilitator.domain.attribution import attribute
from facilitator.domain.errors import DayNotThere, NothingToPrint, SessionNotThere
from facilitator.domain.kinds import NoteKind, Rule, SessionKind, Status
from facilitator.domain.record import Record
from facilitator.report.builders import day_in_one_page, matrix, minutes, outcome, session_summary
from facilitator.report.builders.adoption import check_value
from facilitator.report.builders.day_in_one_page import shortened
from facilitator.report.builders.options import ReportOptions
from facilitator.report.labels import Labels
from facilitator.report.model import Heading, Item, Paragraph, Table

ENGLISH = Labels.load("en")
ALL = ReportOptions(state_at=ELEVEN)


def small() -> Record:
    return attribute(small_workshop())


def test_without_a_choice_each_session_in_which_something_was_noted_has_a_summary() -> None:
    kinds = [report.kind for report in session_summary.build(small(), ENGLISH, ALL)]

    assert kinds == ["Session summary · S1", "Session summary · S2", "Session summary · S4"]


def test_a_session_that_was_asked_for_has_a_summary_even_when_nothing_was_noted() -> None:
    (report,) = session_summary.build(small(), ENGLISH, replace(ALL, sessions=("S3",)))

    assert report.title == "Lunch"


@pytest.mark.parametrize("builder", [session_summary, minutes])
def test_a_session_that_is_not_there_is_refused_and_the_others_are_named(builder) -> None:
    with pytest.raises(SessionNotThere, match=r"no session S9\. The sessions are: S1, S2, S3, S4"):
        builder.build(small(), ENGLISH, replace(ALL, sessions=("S9",)))


def test_each_day_has_a_page_and_a_day_that_is_not_there_is_refused() -> None:
    pages = day_in_one_page.build(small(), ENGLISH, ALL)
    (second,) = day_in_one_page.build(small(), ENGLISH, replace(ALL, days=(date(2023, 8, 10),)))

    assert [page.title for page in pages] == ["Wednesday 9 August 2023", "Thursday 10 August 2023"]
    assert second.furniture.document.startswith("Day 2, Thursday 10 August 2023")
    with pytest.raises(DayNotThere, match="2023-08-11"):
        day_in_one_page.build(small(), ENGLISH, replace(ALL, days=(date(2023, 8, 11),)))


def test_minutes_can_be_those_of_one_day() -> None:
    (report,) = minutes.build(small(), ENGLISH, replace(ALL, days=(date(2023, 8, 10),)))

    assert report.expected["notes"] == ("S4.1",)


def test_an_empty_workshop_has_reports_without_empty_sections() -> None:
    record = attribute(Room().content())

    for builder in (outcome, matrix):
        (report,) = builder.build(record, ENGLISH, ALL)
        headings = [block.text for block in report.body() if isinstance(block, Heading)]
        assert headings == (["About this export"] if builder is outcome else [])


@pytest.mark.parametrize("builder", [session_summary, day_in_one_page, minutes])
def test_without_a_session_there_is_nothing_to_print_and_that_is_said(builder) -> None:
    with pytest.raises(NothingToPrint, match="nothing to print"):
        builder.build(attribute(Room().content()), ENGLISH, ALL)


def test_a_session_and_a_day_that_exclude_each_other_leave_nothing_to_print() -> None:
    with pytest.raises(NothingToPrint):
        minutes.build(small(), ENGLISH, replace(ALL, sessions=("S1",), days=(date(2023, 8, 10),)))


def test_under_named_the_minutes_name_speakers_with_their_organisation() -> None:
    content = small_workshop()
    notes = tuple(replace(note, rule=Rule.NAMED) for note in content.notes)
    content = replace(content, workshop=replace(content.workshop, attribution=Rule.NAMED), notes=notes)
    (report,) = minutes.build(attribute(content), ENGLISH, ALL)
    text = outline(report)

    assert "Kim Sun-hee, Ministry of Finance, 11:20" in text
    assert "fact: Panel: Rosa Tan, Peace Now" in text
    assert "(who: Somebody Else)" in text


def test_an_outcome_in_which_nothing_is_adopted_says_so_and_lists_all() -> None:
    room = Room()
    for status in (Status.RAW, Status.DRAFTED, Status.TABLED):
        room.recommendation(f"words {status}", status=status)
    (report,) = outcome.build(attribute(room.content()), ENGLISH, ALL)
    text = outline(report)

    assert "Nothing in this document has been adopted yet." in text
    assert "Draft, state of" in report.furniture.foot
    assert all(f"words {status}" in text for status in (Status.RAW, Status.DRAFTED, Status.TABLED))


def test_an_outcome_in_which_all_is_adopted_is_an_adopted_text() -> None:
    room = Room()
    room.recommendation("agreed", status=Status.AGREED)
    room.recommendation("not", status=Status.NOT_AGREED)
    (report,) = outcome.build(attribute(room.content()), ENGLISH, ALL)

    assert "Adopted text, state of" in report.furniture.foot
    assert "adopted yet" not in outline(report)


def test_a_partly_adopted_outcome_counts() -> None:
    room = Room()
    room.recommendation("agreed", status=Status.AGREED)
    room.recommendation("raw")
    (report,) = outcome.build(attribute(room.content()), ENGLISH, ALL)

    assert "1 of 2 recommendations are adopted" in outline(report)


def test_a_note_whose_words_were_changed_stands_beside_the_first_wording() -> None:
    room = Room()
    note = room.note(room.session(), "As typed again", kind=NoteKind.RECOMMENDATION)
    room.recommendation("As drafted", note, first="As first said")
    (report,) = session_summary.build(attribute(room.content()), ENGLISH, ALL)
    (item,) = [block for block in report.body() if isinstance(block, Item)]

    assert item.runs[0].text == "As first said"
    assert [line.runs[0].text for line in item.lines] == ["note S1.1", "The note now reads: As typed again"]


def test_a_recommendation_of_a_note_that_is_no_recommendation_any_more_stands_with_it() -> None:
    room = Room()
    note = room.note(room.session(), "abc", kind=NoteKind.POINT)
    room.recommendation("Kept", note)
    (report,) = session_summary.build(attribute(room.content()), ENGLISH, ALL)

    assert [block.number for block in report.body() if isinstance(block, Item)] == ["S1.1", "R1"]


def test_a_quote_has_one_pair_of_quotation_marks() -> None:
    room = Room()
    session = room.session()
    room.note(session, "plain", kind=NoteKind.QUOTE)
    room.note(session, "«marked»", kind=NoteKind.QUOTE)
    (report,) = minutes.build(attribute(room.content()), ENGLISH, ALL)

    assert [block.runs[0].text for block in report.body() if isinstance(block, Item)] == ["“plain”", "«marked»"]


def test_the_check_value_is_the_same_on_outcome_and_matrix_and_changes_with_a_word() -> None:
    record = small()
    value = check_value(record)
    (paper,) = matrix.build(record, ENGLISH, ALL)
    changed = replace(record, recommendations=(replace(record.recommendations[0], wording="Other words."),))

    assert value in outline(outcome.build(record, ENGLISH, ALL)[0])
    assert value in paper.furniture.foot
    assert check_value(changed) != value
    assert [len(group) for group in value.split()] == [4, 4, 4, 4]


def test_the_matrix_keeps_the_widths_of_the_page() -> None:
    (report,) = matrix.build(small(), ENGLISH, ALL)
    (table,) = [block for block in report.body() if isinstance(block, Table)]

    assert [column.share for column in table.columns] == [42, 192, 94, 118, 74, 96, 84, 55]


def long_day() -> Record:
    room = Room(WORKSHOP)
    theme = room.theme("Financing", digest="One sentence. " * 30)
    for _ in range(5):
        session = room.session(digest="A long digest of many words. " * 20)
        for number in range(9):
            _, one = room.recommended(session, f"words {number}")
            room.file(one, theme)
            room.note(session, f"why {number}", kind=NoteKind.QUESTION)
            room.note(session, f"decided {number}", kind=NoteKind.DECISION)
    return attribute(room.content())


def test_a_day_that_is_too_long_shortens_digests_then_drops_what_was_decided() -> None:
    (page,) = day_in_one_page.build(long_day(), ENGLISH, ALL)
    assert page.shorter is not None
    steps = [outline(report) for report in (page, *page.shorter())]

    assert [len(step) for step in steps] == sorted((len(step) for step in steps), reverse=True)
    decided = ["Decided and promised" in step for step in steps]
    assert decided == sorted(decided, reverse=True)
    assert "A long digest" in steps[decided.index(False) - 1]
    assert all(f"**S{number}**" in steps[-1] for number in range(1, 6))


def test_a_day_that_does_not_show_all_says_how_many_there_are() -> None:
    (page,) = day_in_one_page.build(long_day(), ENGLISH, ALL)
    assert page.shorter is not None
    steps = [outline(report) for report in page.shorter()]

    assert any("Decided and promised [10 of 45, the rest in the session summaries]" in step for step in steps)
    assert any("Still open [3 of 45]" in step for step in steps)
    (none, *_) = (step for step in steps if "_45 decisions and actions in the session summaries_" in step)
    assert "Decided and promised" not in none


def test_a_day_claims_of_its_recommendations_alone_that_none_is_agreed() -> None:
    room = Room(WORKSHOP)
    session = room.session()
    room.recommended(session, "words")
    room.note(session, "adopted", kind=NoteKind.DECISION)
    (page,) = day_in_one_page.build(attribute(room.content()), ENGLISH, ALL)

    assert "None of these recommendations is agreed yet." in outline(page)
    assert "Nothing" not in outline(page)


def test_notes_to_check_are_counted_by_number_until_they_are_many() -> None:
    room = Room(WORKSHOP)
    session = room.session()
    for _ in range(2):
        room.note(session, "abc", check_later=True)
    said = "2 notes to check (S1.1, S1.2)"
    record = attribute(room.content())

    assert f"fact: Open: {said}" in outline(minutes.build(record, ENGLISH, ALL)[0])
    assert f"row: Open | {said}" in outline(outcome.build(record, ENGLISH, ALL)[0])
    for _ in range(11):
        room.note(session, "abc", check_later=True)
    record = attribute(room.content())
    assert "row: Open | 13 notes to check\n" in outline(outcome.build(record, ENGLISH, ALL)[0])


def test_the_matrix_marks_as_open_only_what_is_due() -> None:
    room = Room(WORKSHOP)
    room.recommendation("only said", timeframe="2025")
    raw = outline(matrix.build(attribute(room.content()), ENGLISH, ALL)[0])
    room.recommendation("worked on", status=Status.DRAFTED, timeframe="2026")
    both = outline(matrix.build(attribute(room.content()), ENGLISH, ALL)[0])

    assert "only said | – | – | 2025 | – | – | " in raw
    assert "[open]" not in raw
    assert "worked on | **[open]** | **[open]** | 2026 | **[open]** | **[open]** | " in both
    assert "**[open]** not filled yet." in both


def test_the_minutes_say_in_which_theme_a_recommendation_stands() -> None:
    room = Room(WORKSHOP)
    _, one = room.recommended(room.session(), "Cost it")
    room.file(one, room.theme("Financing"))
    (report,) = minutes.build(attribute(room.content()), ENGLISH, ALL)

    assert "! S1.1 Cost it (R1 · Financing)" in outline(report)


def test_a_speaker_of_whom_nothing_is_known_is_one_gap() -> None:
    room = Room(replace(WORKSHOP, attribution=Rule.AFFILIATION))
    session = room.session()
    some, other = room.person("Some"), room.person("Other")
    for speaker in (some, other, some, some):
        room.note(session, "abc", speaker_id=speaker.id)
    (report,) = session_summary.build(attribute(room.content()), ENGLISH, ALL)
    text = outline(report)

    assert "2 gaps still open" in text
    assert "row: S1.1 | Role and sector of the speaker not known · also in S1.3, S1.4 | " in text
    assert "row: S1.2 | Role and sector of the speaker not known | " in text


def test_every_form_of_a_day_keeps_the_numbers_that_the_whole_one_promises() -> None:
    (page,) = day_in_one_page.build(long_day(), ENGLISH, ALL)
    assert page.shorter is not None

    assert len(page.expected["recommendations"]) == 45
    promised = [set(form.expected["recommendations"]) for form in page.shorter()]
    assert promised[:-1] == [set(page.expected["recommendations"])] * (len(promised) - 1)
    # The very last form counts where there is no room to name.
    assert "R30, +15_" in outline(list(page.shorter())[-1])


def test_a_session_of_a_day_without_a_digest_takes_one_line() -> None:
    room = Room(WORKSHOP)
    room.note(room.session("Opening"), "words")
    (page,) = day_in_one_page.build(attribute(room.content()), ENGLISH, ALL)
    (session,) = [block for block in page.body() if isinstance(block, Item)]

    assert (session.head, session.under) == ("", "")
    assert [run.text for run in session.runs] == ["Opening"]
    assert session.by != ""


def test_of_very_many_recommendations_each_theme_names_the_first_and_counts_the_rest() -> None:
    room = Room(WORKSHOP)
    session, themes = room.session(), [room.theme("abc"), room.theme("def")]
    for number in range(160):
        _, one = room.recommended(session, f"words {number}")
        room.file(one, themes[number % 2])
    (page,) = day_in_one_page.build(attribute(room.content()), ENGLISH, ALL)

    assert len(page.expected["recommendations"]) == 150
    assert "R149, +5_" in outline(page)


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("Short.", 10, "Short."),
        ("One sentence. Another one.", 16, "One sentence."),
        ("Words without an end", 13, "Words…"),
        ("Unbrokenword", 5, ""),
        ("anything", 0, ""),
    ],
)
def test_text_is_shortened_at_a_sentence_or_a_word(text: str, letters: int, short: str) -> None:
    assert shortened(text, letters) == short


def test_breaks_are_no_part_of_the_day_or_the_minutes() -> None:
    (day, _) = day_in_one_page.build(small(), ENGLISH, ALL)
    (text,) = minutes.build(small(), ENGLISH, ALL)

    assert day.expected["sessions"] == ("S1", "S2")
    assert not any(isinstance(block, Heading) and block.text == "Lunch" for block in text.body())


def test_a_programme_without_a_day_says_where_and_nothing_of_when() -> None:
    room = Room()
    room.note(room.session(day=None, starts=None, ends=None, kind=SessionKind.PLENARY), "abc")
    (report,) = session_summary.build(attribute(room.content()), ENGLISH, ALL)

    assert "fact: When, where: main hall" in outline(report)
    assert report.furniture.dates == ""


def test_the_blocks_are_made_anew_at_each_call() -> None:
    (report,) = minutes.build(small(), ENGLISH, ALL)

    assert list(report.body()) == list(report.body())
    assert not any(isinstance(block, Paragraph) for block in report.body())
