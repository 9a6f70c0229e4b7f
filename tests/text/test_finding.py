"""What a search compares, where words begin, and where in a text something was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.text import begins_anywhere, clean, fold_needed, folded, places, word_starts


@pytest.mark.parametrize(
    ("text", "stored"),
    [("Publish", None), ("ชุมชน", None), ("Publish ชุมชน", None), ("Hòa", "hoa"), ("Ödön", "odon"), ("ทำ", "ทํา")],
)
def test_only_what_a_plain_comparison_would_miss_is_kept_folded(text: str, stored: str | None) -> None:
    assert fold_needed(text) == stored


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Kim Chi", " kim chi"),
        (" Al-Hassan  (UN) ", " al hassan un"),
        ("Nguyễn Thị Hòa", " nguyen thi hoa"),
        ("«Ødegård», Ltd.", " odegard ltd"),
        ("สมใจ กิน", " สมใจ กิน"),
        ("", " "),
    ],
)
def test_each_word_begins_behind_one_space(text: str, starts: str) -> None:
    assert word_starts(text) == starts


def test_where_words_begin_is_not_to_be_seen_in_scripts_without_spaces() -> None:
    assert [begins_anywhere(word) for word in ("ใจ", "女性", "ကို", "kim", "ким", "")] == [True, True, True] + [False] * 3


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Hòa Bình", ["hoa"], ["Hòa"]),
        ("e\u0301te\u0301", ["ete"], ["e\u0301te\u0301"]),
        ("the ﬁsh", ["is"], ["ﬁs"]),
        ("aaa", ["aa"], ["aa"]),
        ("budgets", ["bud", "get"], ["budget"]),
        ("budgets", ["gets", "budge"], ["budgets"]),
        ("x budget y budget", ["budget"], ["budget", "budget"]),
        ("นำ้ใจ", ["ใจ"], ["ใจ"]),
        ("\u1112\u1161\u11abx", ["\ud55c"], ["\u1112\u1161\u11ab"]),
        ("x", ["", "y"], []),
    ],
)
def test_places_are_those_of_the_text_as_it_is_written(text: str, words: list[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, words)] == found


@given(st.text().map(clean), st.lists(st.text(min_size=1, max_size=3).map(folded), max_size=3))
def test_places_lie_in_the_text_in_order_and_apart(text: str, words: list[str]) -> None:
    ends = [place for pair in places(text, words) for place in pair]
    assert ends == sorted(set(ends))
    assert all(0 <= place <= len(text) for place in ends)


@given(st.text().map(clean), st.data())
def test_whatever_is_found_in_a_folded_text_has_its_place_in_the_text(text: str, data: st.DataObject) -> None:
    bare = folded(text)
    start = data.draw(st.integers(0, max(0, len(bare) - 1)))
    word = bare[start : data.draw(st.integers(start, len(bare)))]
    found = places(text, [word])
    assert bool(found) == bool(word)
    assert all(word in folded(text[first:last]) for first, last in found)
