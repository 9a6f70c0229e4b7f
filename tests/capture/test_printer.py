"""Notes as the lines that people would type."""

import pytest

from facilitator.capture import Line, Speaker, SpeakerForm, print_line, read_line
from facilitator.domain.kinds import NoteKind


@pytest.mark.parametrize(
    "typed",
    [
        "a",
        '// ! @kc Publish the budget #financing #"early warning" ??',
        '" @"Full Name" said',
        "@@ more",
        r"\! x",
        r"\\! x",
        r"a \#b",
        r"a \#b #c",
        r"a #b \#c",
        r"\> #b",
        r"// \// \#b",
        r"! \? a",
        "a #b. c",
        'a #"12"',
        'a #"b,c"',
        r'a #"b\"c"',
        "@kc:: a",
    ],
)
def test_a_line_in_its_plainest_form_is_printed_as_it_was_typed(typed: str) -> None:
    assert print_line(read_line(typed)) == typed


def test_a_text_that_looks_like_a_heading_is_escaped_in_a_file_alone() -> None:
    note = Line(NoteKind.POINT, "# x")

    assert print_line(note) == "# x"
    assert print_line(note, in_file=True) == r"\# x"


def test_behind_a_sign_no_heading_needs_an_escape() -> None:
    assert print_line(Line(NoteKind.QUESTION, "Day: when"), in_file=True) == "? Day: when"


def test_a_text_that_looks_like_a_heading_and_a_mark_gets_one_backslash() -> None:
    note = Line(NoteKind.POINT, "##", check_later=True)

    assert print_line(note, in_file=True) == r"\## ??"
    assert read_line(r"\## ??", in_file=True) == note


def test_a_quoted_speaker_that_would_end_within_a_theme_is_escaped() -> None:
    note = Line(NoteKind.POINT, "@“open", themes=("b", "a” z"))

    assert read_line(print_line(note)) == note


def test_a_theme_that_would_begin_in_the_text_is_escaped() -> None:
    note = Line(NoteKind.POINT, 'x #"abc', themes=(", #z",))

    assert read_line(print_line(note)) == note


def test_a_code_that_cannot_stand_bare_is_printed_in_quotes() -> None:
    note = Line(NoteKind.POINT, "a", Speaker(SpeakerForm.CODE_OR_NAME, "k c"))

    assert print_line(note) == '@"k c" a'
