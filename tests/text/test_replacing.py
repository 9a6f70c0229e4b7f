"""Where a word is found that is to be replaced, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.text import clean
from facilitator.text.replacing import Wanted, occurrences, replaced


def found(text: str, word: str, **how: bool) -> list[str]:
    return [text[start:end] for start, end in occurrences(text, Wanted(word, **how))]


@pytest.mark.parametrize(
    ("text", "word", "how", "expected"),
    [
        ("The plan, planned as a Plan.", "plan", {}, ["plan", "Plan"]),
        ("The plan, planned as a Plan.", "plan", {"same_case": True}, ["plan"]),
        ("The plan, planned as a Plan.", "plan", {"whole_words": False}, ["plan", "plan", "Plan"]),
        ("Hòa and Hoa", "Hoa", {}, ["Hoa"]),
        ("Hòa and Hoa", "Hoa", {"same_accents": False}, ["Hòa", "Hoa"]),
        ("Silvia's turn; Silvia_2", "Silvia", {}, ["Silvia"]),
        ("นางสาวกานดาพูด", "กานดา", {}, ["กานดา"]),
        ("กิ กี ก", "ก", {}, ["ก"]),
        ("王小明说", "小明", {}, ["小明"]),
        ("Straße", "strasse", {}, ["Straße"]),
        ("Straße", "tras", {"whole_words": False}, []),
        ("aaaa", "aa", {"whole_words": False}, ["aa", "aa"]),
        ("Aung San", "aung san", {}, ["Aung San"]),
    ],
)
def test_a_word_is_found_as_strictly_as_is_wanted(
    text: str, word: str, how: dict[str, bool], expected: list[str]
) -> None:
    assert found(text, word, **how) == expected


@given(
    st.text("ab A_.'", max_size=40), st.text("abA", min_size=1, max_size=3), st.booleans(), st.booleans(), st.booleans()
)
def test_letters_of_another_script_behind_change_nothing(
    text: str, word: str, whole: bool, case: bool, accents: bool
) -> None:
    wanted = Wanted(word, whole, case, accents)

    assert occurrences(f"{text} é ก", wanted) == occurrences(text, wanted)


@given(st.text(max_size=40).map(clean), st.text(min_size=1, max_size=4).map(clean), st.booleans(), st.booleans())
def test_places_are_in_order_and_replacing_them_by_themselves_changes_nothing(
    text: str, word: str, case: bool, accents: bool
) -> None:
    places = occurrences(text, Wanted(word, whole_words=False, same_case=case, same_accents=accents))
    edges = [edge for place in places for edge in place]

    assert edges == sorted(edges)
    assert all(start < end for start, end in places)
    for place in places:
        assert replaced(text, [place], text[slice(*place)]) == text


@given(st.text(max_size=40).map(clean), st.text(min_size=1, max_size=4).map(clean), st.text(max_size=6), st.booleans())
def test_what_stands_between_the_places_stays(text: str, word: str, by: str, whole: bool) -> None:
    places = occurrences(text, Wanted(word, whole))
    edges = [0, *(edge for place in places for edge in place), len(text)]
    between = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]

    assert replaced(text, places, by) == by.join(between)
