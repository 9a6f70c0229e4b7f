"""How what is typed into the search reads: words, filters, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.kinds import NoteKind, Status
from facilitator.domain.query import ENGLISH, Field, Query, names, pieces, read_query, without_filters, written
from facilitator.text import folded

TYPED = st.text('kindspeaker: "-：éก水 \t', max_size=30) | st.text(max_size=20)
VALUES = st.text('aé ก水"-', min_size=1, max_size=8).filter(lambda value: bool(folded(value.replace('"', "")).strip()))


def filters(text: str) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(one.field.value, one.value, one.values, one.excluded) for one in read_query(text).filters]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("kind:question", [("kind", "question", (NoteKind.QUESTION,), False)]),
        ("Kind：Qu", [("kind", "qu", (NoteKind.QUOTE, NoteKind.QUESTION), False)]),
        ("kind:good-practice", [("kind", "good-practice", (NoteKind.GOOD_PRACTICE,), False)]),
        ('kind:"good practice"', [("kind", "good practice", (NoteKind.GOOD_PRACTICE,), False)]),
        ('status:"agreed w', [("status", "agreed w", (Status.AGREED_WITH_RESERVATION,), False)]),
        ("status:agreed", [("status", "agreed", (Status.AGREED,), False)]),
        ("speaker:Hòa", [("speaker", "hoa", (), False)]),
        ("-speaker:kc", [("speaker", "kc", (), True)]),
        ('theme:"Early  Warning"', [("theme", "early  warning", (), False)]),
        ("is:priv has:fill", [("is", "priv", ("private",), False), ("has", "fill", ("fill-in",), False)]),
        ("speaker:kc:x", [("speaker", "kc:x", (), False)]),
        ("kind:", []),
        ("kind:sermon", []),
    ],
)
def test_a_filter_reads_by_its_name_and_the_beginning_of_its_value(text: str, read: list[object]) -> None:
    assert filters(text) == read


@pytest.mark.parametrize(
    ("text", "words", "doubts"),
    [
        ("Hòa BUDGET budget", ("hoa", "budget"), ()),
        ("colour:red", ("colour:red",), ("colour:red",)),
        ("kind:sermon", ("kind:sermon",), ("kind:sermon",)),
        ("at 10:30 http://x.org", ("at", "10:30", "http://x.org"), ()),
        ("kind: budget", ("budget",), ()),
        ("- : :x x:", ("-", ":", ":x", "x:"), ("x:",)),
        ("“early” warning", ("“early”", "warning"), ()),
    ],
)
def test_what_is_no_filter_is_a_word_and_what_looks_like_one_is_named(
    text: str, words: tuple[str, ...], doubts: tuple[str, ...]
) -> None:
    query = read_query(text)
    assert (query.words, query.doubts, query.filters) == (words, doubts, ())


def test_filters_are_understood_in_the_language_of_the_person_and_in_english() -> None:
    thai = names({"ผู้พูด": Field.SPEAKER, "ชนิด": Field.KIND}, {"คำถาม": NoteKind.QUESTION})
    query = read_query("ผู้พูด:kc ชนิด:คำ kind:quote", thai)
    assert [(one.field, one.value, one.values) for one in query.filters] == [
        (Field.SPEAKER, "kc", ()),
        (Field.KIND, folded("คำ"), (NoteKind.QUESTION,)),
        (Field.KIND, "quote", (NoteKind.QUOTE,)),
    ]


@given(TYPED)
def test_everything_typed_is_read_as_a_word_or_a_filter_and_nothing_twice(text: str) -> None:
    query = read_query(text)
    taken = [(one.start, one.end) for one in query.filters] + list(query.unfinished)
    words = " ".join(piece for start, piece in pieces(text) if (start, start + len(piece)) not in taken)
    assert query.words == tuple(dict.fromkeys(folded(words).split()))
    assert all(end <= following for (_, end), (following, _) in zip(sorted(taken), sorted(taken)[1:], strict=False))


@given(TYPED)
def test_without_its_filters_a_query_asks_for_the_same_words(text: str) -> None:
    assert read_query(without_filters(text)) == Query(read_query(text).words, doubts=read_query(text).doubts)


@given(st.sampled_from([Field.SPEAKER, Field.THEME, Field.SESSION]), VALUES, TYPED)
def test_a_filter_that_is_written_reads_back_beside_whatever_else_stands_there(
    field: Field, value: str, before: str
) -> None:
    read = read_query(f"x {before.replace(chr(34), '')} {written(field.value, value)}").filters[-1]
    assert (read.field, read.value) == (field, folded(value.replace('"', "")).strip())


def test_every_word_of_a_closed_list_can_be_written() -> None:
    for field, words in ENGLISH.values.items():
        for name, word in words.items():
            (read,) = read_query(written(field.value, name)).filters
            assert read.values == (word,)
