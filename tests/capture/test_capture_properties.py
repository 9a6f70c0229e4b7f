"""What holds for every line, however it was typed."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.capture import Line, PartKind, Reason, Speaker, SpeakerForm, print_line, read_line, read_lines
from facilitator.domain.kinds import NoteKind
from facilitator.text import WHITE_SPACE, clean, identity, trim

PIECES = (
    *(sign for signs in ("!︕！", '"＂“”«»', "?？﹖⁇‼", "+＋₊", "~～", "=＝", ">＞", "^＾") for sign in signs),
    *"@＠#＃/／\\\\\\＼,，:：.;",
    *(
        "//",
        "@@",
        "??",
        '#"',
        '@"',
        "#“",
        "@“",
        '"',
        "\\",
        "\\#",
        "\\@",
        "# ",
        "## ",
        "Day:",
        "2023-08-09",
        "09:30-10:30 ",
    ),
    *("kc", "a", "b", "Z", "12", "๑๒", "１", "ß", "İ", "é", "é", "́", "̖", "̸", "กี", "ำ", "가", "각", "नि"),
    *(
        "\t",
        "\u3000",
        "\u00a0",
        "\u2028",
        "\x0b",
        "\x0c",
        "\x85",
        "\x1c",
        "\0",
        "\ud800",
        "\udc00",
        "\ufffe",
        "𝔸",
        "\U0001f600",
    ),
)
TYPED = st.lists(st.one_of(st.sampled_from([" "]), st.sampled_from(PIECES)), max_size=14).map("".join)
FILES = st.lists(st.one_of(TYPED, st.sampled_from(["\n", "\r\n", "\r"])), max_size=12).map("".join)
NAMES = st.one_of(TYPED, st.text(max_size=6)).map(clean).map(trim).filter(bool)
BARE_NAMES = NAMES.filter(lambda name: name[0] not in '@﹫＠"＂“' and not set(name) & set(WHITE_SPACE))
SPEAKERS = st.one_of(
    st.none(),
    st.just(Speaker(SpeakerForm.SAME)),
    st.builds(Speaker, st.just(SpeakerForm.CODE_OR_NAME), BARE_NAMES),
    st.builds(Speaker, st.just(SpeakerForm.WHOLE_NAME), NAMES),
)
NOTES = st.builds(
    Line,
    kind=st.sampled_from(NoteKind),
    text=NAMES,
    speaker=SPEAKERS,
    themes=st.lists(NAMES, max_size=3, unique_by=identity).map(tuple),
    check_later=st.booleans(),
    private=st.booleans(),
)
MANY = settings(deadline=None, max_examples=400)


@MANY
@given(NOTES, st.booleans())
def test_a_printed_note_reads_as_the_same_note(note: Line, in_file: bool) -> None:
    printed = print_line(note, in_file=in_file)

    assert read_line(printed, in_file=in_file) == note
    if in_file:
        assert [entry.content for entry in read_lines(printed)] == [note]


@MANY
@given(TYPED)
def test_what_was_read_can_be_printed_and_read_again(typed: str) -> None:
    line = read_line(typed)

    if line is None:
        assert not trim(typed)
    else:
        assert read_line(print_line(line)) == line


@MANY
@given(TYPED)
def test_composed_and_decomposed_lines_make_the_same_note(typed: str) -> None:
    assert read_line(unicodedata.normalize("NFD", typed)) == read_line(unicodedata.normalize("NFC", typed))


@MANY
@given(TYPED)
def test_nothing_typed_is_lost(typed: str) -> None:
    line = read_line(typed)
    if line is None:
        return
    covered = [False] * len(typed)
    for part in line.parts:
        assert not any(covered[part.start : part.end])
        covered[part.start : part.end] = [True] * (part.end - part.start)

    left = [character for character, is_part in zip(typed, covered, strict=True) if not is_part]
    assert set(left) <= set(WHITE_SPACE + ",︐﹐，")
    assert line.parts == tuple(sorted(line.parts, key=lambda part: part.start))


@MANY
@given(TYPED)
def test_a_part_stands_where_it_says(typed: str) -> None:
    line = read_line(typed)
    for part in line.parts if line else ():
        stretch = typed[part.start : part.end]
        assert stretch == trim(stretch)
        if part.what is PartKind.TEXT:
            assert part.value == line.text
            kept = clean(stretch)
            assert kept == part.value or kept.count("\\") > part.value.count("\\")
            assert kept.replace("\\", "") == part.value.replace("\\", "")
        elif part.what is PartKind.THEME:
            assert unicodedata.normalize("NFKC", stretch[0]) == "#"
        else:
            again = read_line(f"{stretch} x" if part.what is not PartKind.CHECK_LATER else f"x {stretch}")
            assert [(found.what, found.value) for found in again.parts if found.what is part.what] == [
                (part.what, part.value)
            ]


@MANY
@given(FILES)
def test_each_line_of_a_file_that_is_not_empty_is_one_entry(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    entries = list(read_lines(text))

    assert [(entry.number, entry.typed) for entry in entries] == [
        (number, clean(trim(line))) for number, line in enumerate(lines, 1) if trim(line)
    ]


@MANY
@given(TYPED)
def test_a_line_that_only_looks_like_signs_and_marks_is_a_point_with_all_of_it(typed: str) -> None:
    line = read_line(typed)
    if line is None or Reason.NOTHING_LEFT not in [warning.reason for warning in line.warnings]:
        return
    assert line == Line(NoteKind.POINT, clean(trim(typed)), private=line.private)


@pytest.mark.parametrize(
    "unit",
    [
        *("\\", "\\#", '\\"', '\\#" ', "\\#a ", '#"', '#" ', "#“", "#“ ", "#a ", "#a,", "#, ", "#", "#1", "?", "?? "),
        *('@"', "@“ ", "//", "! ", ", ", "\u3000", "\ud800", "\u0301\u0316", "é\u0316", "#\u0301\u0316"),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "x {}", "x #“{}” ", '@"{}', '#"{}" y', "x {} #b", "x #“{}”{} y"])
def test_a_long_line_of_anything_is_read_and_printed(unit: str, frame: str) -> None:
    typed = frame.replace("{}", unit * 5_000)

    line = read_line(typed)

    if line is not None:
        assert read_line(print_line(line)) == line


@pytest.mark.parametrize(
    "typed",
    [
        "#“ " * 100_000 + "”" + " " * 400_000 + "x",
        "#“ " * 100_000 + "x” y",
        '#"' * 300_000,
        '\\#" ' * 100_000 + " x",
        "\\" * 500_000 + '"' + "\\" * 500_000,
        "@" + "\u0301\u0316" * 100_000,
        "#" + "\u0e51" * 500_000 + "a",
    ],
    ids=range(7),
)
def test_a_line_that_is_made_to_be_slow_is_read(typed: str) -> None:
    line = read_line(typed)

    assert line is not None
    assert line.parts[-1].end == len(typed)
