"""Completion in the line: whom and what Tab offers, and what that means for what Enter saves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.desktop.capture.names import Names
from facilitator.desktop.capture.reading import complete, complete_word, read
from facilitator.domain.finding import Vocabulary
from facilitator.domain.rows import Chip, NoteSpeaker
from facilitator.text import identity


def person(place: int, name: str, code: str = "", organisation: str = "") -> NoteSpeaker:
    return NoteSpeaker(b"p%03d" % place, name, code, False, organisation, None)


PEOPLE = (
    person(1, "Amara Silva", "as", "Women's Network of Colombo"),
    person(2, "Hòa Nguyễn", "hn", "Ministry of Water"),
    person(3, "Kim Chi Lee", "kcl"),
    person(4, "กัญญา ศรีสุข", "", "กระทรวงน้ำ"),
    person(5, "مريم الحسن"),
    person(6, 'Jo "Short" Tan'),
)
ECONOMY, WATER, LAW, EARLY = (
    Chip(key, name, "blue", "disc")
    for key, name in ((b"e", "Economy"), (b"w", "Water supply"), (b"l", "Law"), (b"y", "Early warning"))
)
KNOWN = Names(Vocabulary(PEOPLE, (ECONOMY, WATER, LAW, EARLY), (b"p003",), {b"w": "Economy"}), ("Accountability",))


def accepted(line: str) -> str | None:
    found = complete(line, KNOWN)
    return None if found is None else line[: found.start] + found.typed


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("@hn", None),
        ("@kc", "@kcl"),
        ("@sil", "@as"),
        ("@nguyen", "@hn"),
        ("@HOA", "@hn"),
        ("@uye", "@hn"),
        ("@colombo", "@as"),
        ("@minist", "@hn"),
        ("@ก", '@"กัญญา ศรีสุข"'),
        ("@ศรี", '@"กัญญา ศรีสุข"'),
        ("@กระทรวง", '@"กัญญา ศรีสุข"'),
        ("@مريم", '@"مريم الحسن"'),
        ("@jst", '@"Jo \\"Short\\" Tan"'),
        ('! @"amara s', "! @as"),
        ("@zzz", None),
        ("@.", None),
        ("hello@sil", None),
    ],
)
def test_people_are_found_by_code_initials_and_any_part_of_name_or_organisation(typed: str, taken: str | None) -> None:
    assert accepted(typed) == taken


def test_of_equal_finds_the_latest_speaker_comes_first() -> None:
    ann, ana = person(1, "Ann Lee"), person(2, "Ann Low")
    for latest, expected in (((), ann), ((ana.key,), ana), ((ann.key, ana.key), ann)):
        found = complete("@ann", Names(Vocabulary((ann, ana), (), latest)))
        assert found is not None
        assert found.speaker == expected


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("x #wat", 'x #"Water supply"'),
        ("x #supply", 'x #"Water supply"'),
        ("x #eco>wat", 'x #"Water supply"'),
        ("x #wat>eco", None),
        ("x #econ", "x #Economy"),
        ("x #arl", 'x #"Early warning"'),
        ("x #law", None),
        ('x #"earl', 'x #"Early warning"'),
    ],
)
def test_themes_are_found_by_any_part_of_their_path(typed: str, taken: str | None) -> None:
    assert accepted(typed) == taken


def test_what_was_not_accepted_is_a_name_as_typed() -> None:
    reading = read("@sil hello #supply", KNOWN)

    assert reading.speaker is None
    assert reading.themes == (("supply", None),)


@pytest.mark.parametrize(
    ("begun", "whole"),
    [("acc", "accountability"), ("Minis", "Ministry of Water"), ("Nguy", "Nguyễn"), ("the Ama", "the Amara Silva")],
)
def test_words_are_completed_from_notes_names_and_organisations(begun: str, whole: str) -> None:
    found = complete_word(begun, KNOWN.words)

    assert found is not None
    assert begun[: found.start] + found.typed == whole


NAMES = st.text('aAbBéก #"\\', min_size=1, max_size=5).filter(lambda text: bool(text.strip()))


@given(st.lists(st.tuples(NAMES, NAMES | st.just("")), max_size=6), st.lists(NAMES, max_size=6), NAMES)
def test_the_index_means_whom_and_what_the_vocabulary_means(
    people: list[tuple[str, str]], themes: list[str], typed: str
) -> None:
    speakers = tuple(person(place, name, code) for place, (name, code) in enumerate(people))
    vocabulary = Vocabulary(speakers, tuple(Chip(b"%d" % at, name, "", "") for at, name in enumerate(themes)))
    index = Names(vocabulary)

    for is_whole in (False, True):
        assert index.speaker(typed, whole_name=is_whole) == vocabulary.speaker(typed, whole_name=is_whole)
    assert index.theme(typed) == vocabulary.theme(typed)


@given(st.lists(NAMES, min_size=1, max_size=6), st.sampled_from("abéก"))
def test_what_tab_puts_reads_as_the_theme_that_was_offered(themes: list[str], begun: str) -> None:
    names = [name.strip() for name in {identity(theme): theme for theme in themes}.values()]
    index = Names(Vocabulary((), tuple(Chip(b"%d" % at, name, "", "") for at, name in enumerate(names))))
    found = complete(f"said #{begun}", index)

    if found is not None:
        reading = read("said " + found.typed, index)
        assert [theme for _, theme in reading.themes] == [found.theme]
