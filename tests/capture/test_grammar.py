"""The examples and rules of the capture line, each with what it reads as."""

import unicodedata

import pytest

from facilitator.capture import Line, Part, PartKind, Reason, Speaker, SpeakerForm, read_line
from facilitator.capture import characters as known
from facilitator.domain.kinds import NoteKind
from facilitator.text import WHITE_SPACE

KC = Speaker(SpeakerForm.CODE_OR_NAME, "kc")
SAME = Speaker(SpeakerForm.SAME)


def whole(name: str) -> Speaker:
    return Speaker(SpeakerForm.WHOLE_NAME, name)


def point(text: str, **more: object) -> Line:
    return Line(NoteKind.POINT, text, **more)


def reasons(typed: str, **how: bool) -> list[Reason]:
    line = read_line(typed, **how)
    return [warning.reason for warning in line.warnings] if line else []


EXAMPLES = {
    "@kc ! Publish the budget #financing ??": Line(
        NoteKind.RECOMMENDATION, "Publish the budget", KC, ("financing",), check_later=True
    ),
    "! @kc Publish": Line(NoteKind.RECOMMENDATION, "Publish", KC),
    "@kc: Publish": point("Publish", speaker=KC),
    "// ! Ask the chair": Line(NoteKind.RECOMMENDATION, "Ask the chair", private=True),
    "//ask the chair": point("ask the chair", private=True),
    "+1 to that": point("+1 to that"),
    r"\+ 1 to that": point("+ 1 to that"),
    r"\\! x": point(r"\! x"),
    "a #b c": point("a #b c"),
    r"a \#b": point("a #b"),
    r"a \\#b": point(r"a \#b"),
    "a #b, #c": point("a", themes=("b", "c")),
    "a #b,#c": point("a #b,#c"),
    r'@"Full \"Short\" Name" hello': point("hello", speaker=whole('Full "Short" Name')),
    "！ 予算 ＃財政": Line(NoteKind.RECOMMENDATION, "予算", themes=("財政",)),
    r"\> #b": point(">", themes=("b",)),
    "see #12": point("see #12"),
    'see #"12"': point("see", themes=("12",)),
}
WARNED_EXAMPLES = {
    "We saw 3 of 5 #": (point("We saw 3 of 5 #"), Reason.THEME_WITHOUT_NAME),
    "> #b": (point("> #b"), Reason.NOTHING_LEFT),
    "#financing": (point("#financing"), Reason.NOTHING_LEFT),
}

RULES = {
    # Rule 1: white space.
    "\u3000a  b\tc\u2029 ": point("a  b\tc"),
    "!\u3000a": Line(NoteKind.RECOMMENDATION, "a"),
    "\x0ba\x85": point("\ufffda\ufffd"),
    # Rule 2: signs.
    "Budget lines matter more than plans": point("Budget lines matter more than plans"),
    '" well said "': Line(NoteKind.QUOTE, 'well said "'),
    "“ a": Line(NoteKind.QUOTE, "a"),
    "« a »": Line(NoteKind.QUOTE, "a »"),
    "? a": Line(NoteKind.QUESTION, "a"),
    "+ a": Line(NoteKind.GOOD_PRACTICE, "a"),
    "~ a": Line(NoteKind.CHALLENGE, "a"),
    "= a": Line(NoteKind.DECISION, "a"),
    "> a": Line(NoteKind.ACTION, "a"),
    "^ a": Line(NoteKind.PARKING_LOT, "a"),
    ">50 %": point(">50 %"),
    "=sum": point("=sum"),
    '"word"': point('"word"'),
    "!": point("!"),
    "! ": point("!"),
    "? // @kc a": Line(NoteKind.QUESTION, "a", KC, private=True),
    "! //ask": Line(NoteKind.RECOMMENDATION, "ask", private=True),
    "//! ask": Line(NoteKind.RECOMMENDATION, "ask", private=True),
    "//// a": point("// a", private=True),
    "// off the record a": point("off the record a", private=True),
    "what was off the record stays so": point("what was off the record stays so"),
    "// a // b": point("a // b", private=True),
    "see //server/a and http://a.b": point("see //server/a and http://a.b"),
    "~20 came": point("~20 came"),
    "!!": point("!!"),
    r"\!kc a": point(r"\!kc a"),
    "! ? a": Line(NoteKind.RECOMMENDATION, "? a"),
    "@kc @mn a": point("@mn a", speaker=KC),
    "a ! b": point("a ! b"),
    # Rule 3: marks.
    "issue #12 is open": point("issue #12 is open"),
    "really??": point("really??"),
    "a ???": point("a ???"),
    "a ?? #b": point("a", themes=("b",), check_later=True),
    "a ??, #b,": point("a", themes=("b",), check_later=True),
    "a #b,, #c": point("a #b,,", themes=("c",)),
    "a #๑๒": point("a #๑๒"),
    "a #１２": point("a #１２"),
    "a #12b": point("a", themes=("12b",)),
    "a #b#c": point("a", themes=("b#c",)),
    'a #"early warning", ??': point("a", themes=("early warning",), check_later=True),
    "a #“early warning”": point("a", themes=("early warning",)),
    'a #"b. "': point("a", themes=("b.",)),
    'a #"b"c': point('a #"b"c'),
    'a #"b #c"': point("a", themes=("b #c",)),
    "a #b #B #c": point("a", themes=("b", "c")),
    # Rule 4: names.
    '@"A B": a': point("a", speaker=whole("A B")),
    "@“A B”， a": point("a", speaker=whole("A B")),
    '@" A B " a': point("a", speaker=whole("A B")),
    r'@"A\\" a': point("a", speaker=whole("A\\")),
    r'@"A\B" a': point("a", speaker=whole(r"A\B")),
    "@kc:: a": point("a", speaker=Speaker(SpeakerForm.CODE_OR_NAME, "kc:")),
    "@kc, a": point("a", speaker=KC),
    "＠kc： a": point("a", speaker=KC),
    "@kc : a": point(": a", speaker=KC),
    "@@ a": point("a", speaker=SAME),
    "@@: a": point("a", speaker=SAME),
    # Rule 7: escapes.
    r"\a": point(r"\a"),
    r"\+1": point(r"\+1"),
    r"\!": point(r"\!"),
    r"\@kc a": point("@kc a"),
    r"\@ a": point(r"\@ a"),
    r'\@"A B" a': point('@"A B" a'),
    r"\// a": point("// a"),
    r"! \? a": Line(NoteKind.RECOMMENDATION, "? a"),
    r"! \! a": Line(NoteKind.RECOMMENDATION, "! a"),
    r"\\\! x": point(r"\\! x"),
    r"a \#b c": point(r"a \#b c"),
    r"a \#b #c": point("a #b", themes=("c",)),
    r"a #b \#c #d": point("a #b #c", themes=("d",)),
    r"a \??": point("a ??"),
    r"a \#12": point(r"a \#12"),
    r"a\#b": point(r"a\#b"),
    r"\#b": point("#b"),
    r"\# b": point(r"\# b"),
    # Rule 8: full-width forms and quotation marks.
    "／／！ a ？？": Line(NoteKind.RECOMMENDATION, "a", check_later=True, private=True),
    "a ⁇": point("a", check_later=True),
    "＂ a": Line(NoteKind.QUOTE, "a"),
    "cafe\u0301 #e\u0301": point("café", themes=("é",)),
    "a\x00b\ud800\ufffe": point("a\ufffdb\ufffd\ufffd"),
    "=\u0338 a": point("≠ a"),
    # In the capture line there are no headings.
    "# x": point("# x"),
    "Day: 2023-08-09": point("Day: 2023-08-09"),
}
WARNED_RULES = {
    "//!ask": (point("!ask", private=True), Reason.KIND_RUNS_ON),
    "?? @kc begin": (point("?? @kc begin"), Reason.CHECK_LATER_AT_START),
    "[off the record] a": (point("[off the record] a"), Reason.OFF_THE_RECORD),
    "@kc Off-the-record: a": (point("Off-the-record: a", speaker=KC), Reason.OFF_THE_RECORD),
    "!@kc Publish": (point("!@kc Publish"), Reason.KIND_RUNS_ON),
    "@kc ！Publish": (point("！Publish", speaker=KC), Reason.KIND_RUNS_ON),
    "?why": (point("?why"), Reason.KIND_RUNS_ON),
    "!наш": (point("!наш"), Reason.KIND_RUNS_ON),
    "=@kc a": (point("=@kc a"), Reason.KIND_RUNS_ON),
    "a // b": (point("a // b"), Reason.PRIVATE_LATER),
    "! @kc a //b #c": (Line(NoteKind.RECOMMENDATION, "a //b", KC, ("c",)), Reason.PRIVATE_LATER),
    "a //": (point("a //"), Reason.PRIVATE_LATER),
    "- ／／ a": (point("- ／／ a"), Reason.PRIVATE_LATER),
    "/ a": (point("/ a"), Reason.PRIVATE_LATER),
    "/ /a": (point("/ /a"), Reason.PRIVATE_LATER),
    "we need #localization.": (point("we need #localization."), Reason.THEME_PUNCTUATED),
    "we need #localization！": (point("we need #localization！"), Reason.THEME_PUNCTUATED),
    "a #b. #c": (point("a #b.", themes=("c",)), Reason.THEME_PUNCTUATED),
    "a #b.,": (point("a #b.,"), Reason.THEME_PUNCTUATED),
    'a #""': (point('a #""'), Reason.THEME_WITHOUT_NAME),
    "a #,": (point("a #,"), Reason.THEME_WITHOUT_NAME),
    'a #"early warning': (point('a #"early warning'), Reason.THEME_NOT_CLOSED),
    "@ a": (point("@ a"), Reason.SPEAKER_WITHOUT_NAME),
    "@: a": (point("@: a"), Reason.SPEAKER_WITHOUT_NAME),
    '@"" a': (point('@"" a'), Reason.SPEAKER_WITHOUT_NAME),
    '@" " a': (point('@" " a'), Reason.SPEAKER_WITHOUT_NAME),
    '@"A B a': (point('@"A B a'), Reason.SPEAKER_NOT_CLOSED),
    '@"A”  a': (point('@"A”  a'), Reason.SPEAKER_NOT_CLOSED),
    '@"A"a': (point('@"A"a'), Reason.SPEAKER_RUNS_ON),
    "@@kc a": (point("@@kc a"), Reason.SAME_SPEAKER_RUNS_ON),
    "// #b": (point("// #b", private=True), Reason.NOTHING_LEFT),
    " //  ": (point("//", private=True), Reason.NOTHING_LEFT),
    "! @kc #b, ??": (point("! @kc #b, ??"), Reason.NOTHING_LEFT),
    "@kc": (point("@kc"), Reason.NOTHING_LEFT),
    "##": (point("##"), Reason.NOTHING_LEFT),
}


@pytest.mark.parametrize(("typed", "note"), [*EXAMPLES.items(), *RULES.items()])
def test_a_line_reads_as_the_grammar_says(typed: str, note: Line) -> None:
    assert read_line(typed) == note
    assert reasons(typed) == []


@pytest.mark.parametrize(
    ("typed", "note", "reason"), [(typed, *read) for typed, read in [*WARNED_EXAMPLES.items(), *WARNED_RULES.items()]]
)
def test_what_was_perhaps_meant_otherwise_is_kept_and_warned_of(typed: str, note: Line, reason: Reason) -> None:
    assert read_line(typed) == note
    assert reasons(typed) == [reason]


@pytest.mark.parametrize("typed", ["", " ", "\t\u3000\u2028"])
def test_white_space_alone_is_nothing(typed: str) -> None:
    assert read_line(typed) is None


def test_marks_within_a_name_that_is_not_closed_still_count() -> None:
    assert read_line('@"Full name #b') == point('@"Full name', themes=("b",))


def test_parts_say_where_they_stand_in_the_line_as_typed() -> None:
    typed = '  //! @kc:  Cafe\u0301 \\#x #"a b", ??'

    assert [(typed[part.start : part.end], part.what, part.value) for part in read_line(typed).parts] == [
        ("//", PartKind.PRIVATE, "//"),
        ("!", PartKind.KIND, "recommendation"),
        ("@kc:", PartKind.SPEAKER, "kc"),
        ("Cafe\u0301 \\#x", PartKind.TEXT, "Café #x"),
        ('#"a b"', PartKind.THEME, "a b"),
        ("??", PartKind.CHECK_LATER, "??"),
    ]


def test_a_line_with_nothing_left_is_one_part_of_text() -> None:
    assert read_line(" #b").parts == (Part(PartKind.TEXT, 1, 3, "#b"),)


def test_a_warning_says_what_was_kept_and_how_to_write_it() -> None:
    (warning,) = read_line("a #b.").warnings

    assert warning.why.startswith("#b. ends in a punctuation mark and was kept as text.")


def test_a_warning_shows_the_beginning_of_a_long_word() -> None:
    (warning,) = read_line("@@" + "k" * 1_000).warnings

    assert len(warning.why) < 200


@pytest.mark.parametrize(
    ("forms", "sign"),
    [
        (known.SLASHES, "/"), (known.ATS, "@"), (known.HASHES, "#"), (known.QUESTION_MARKS, "?"), (known.COMMAS, ","),
        (known.COLONS, ":"), (known.STRAIGHT_QUOTES, '"'), (known.DOUBLE_QUESTION_MARK, "??"),
        *((forms.strip("“«"), forms[0]) for forms in known.KIND_SIGNS.values()),
    ],
)  # fmt: skip
def test_every_form_that_nfkc_makes_a_sign_is_known_as_that_sign(forms: str, sign: str) -> None:
    same = {chr(code) for code in range(0x110000) if unicodedata.normalize("NFKC", chr(code)) == sign}

    assert set(forms) == same


def test_white_space_is_that_of_unicode_without_controls() -> None:
    spaces = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in {"Zs", "Zl", "Zp"}}

    assert set(WHITE_SPACE) == spaces | {"\t"}
