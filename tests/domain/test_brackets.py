"""Open text in square brackets: found, counted, its alternatives listed, and nothing of a wording left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.brackets import Part, open_text

texts = st.text(alphabet=st.sampled_from("ab [[]]//|［］／กขไ𝒳"), max_size=40)


def listed(wording: str) -> list[tuple[str, ...]]:
    """The alternatives of each bracket."""
    return [one.alternatives(wording) for one in open_text(wording).brackets]


@given(texts)
def test_the_stretches_make_up_the_wording(text: str) -> None:
    read = open_text(text)

    assert "".join(text[stretch.start : stretch.end] for stretch in read.stretches) == text
    assert all(stretch.start < stretch.end for stretch in read.stretches)


@given(texts)
def test_every_sign_is_one_of_a_pair_or_a_stray(text: str) -> None:
    read = open_text(text)
    signs = sum(text.count(sign) for sign in "[]［］")

    assert 2 * len(read.brackets) + len(read.strays) == signs
    assert sum(stretch.part is Part.OPENS for stretch in read.stretches) == len(read.brackets)
    assert all(text[one.start] in "[［" and text[one.end - 1] in "]］" for one in read.brackets)


@given(texts)
def test_brackets_lie_beside_or_within_each_other_and_are_walked_over(text: str) -> None:
    read = open_text(text)
    for one in read.brackets:
        assert all(one.end <= other.start or other.end <= one.end for other in read.brackets if other.start > one.start)

    walked, at = [], 0
    for _ in read.brackets:
        bracket = read.after(at)
        assert bracket is not None
        walked.append(bracket)
        at = bracket.start + 1
    assert tuple(walked) == read.brackets
    assert read.after(len(text)) == (read.brackets[0] if read.brackets else None)


@given(st.lists(st.text(alphabet="ab ", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=5))
def test_what_was_put_between_signs_is_read_again(alternatives: list[str]) -> None:
    wording = f"They [{' / '.join(alternatives)}] meet"

    assert listed(wording) == [tuple(one.strip() for one in alternatives)]


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("Ministries publish the budget", []),
        ("Ministries [shall / should] publish", [("shall", "should")]),
        ("Ministries [shall/should/may] publish [each year]", [("shall", "should", "may"), ("each year",)]),
        ("within [six months | each year]", [("six months", "each year")]),
        ("Ministries [publish]", [("publish",)]),
        ("Ministries [] publish", [()]),
        ("Ministries [ / promptly] publish", [("", "promptly")]),
        ("[shall [promptly / at once] / should]", [("shall [promptly / at once]", "should"), ("promptly", "at once")]),
        ("各部委［应／应当］公布预算", [("应", "应当")]),
        ("women and/or girls", []),
        ("Ministries [shall / should publish", []),
        ("Ministries ] publish [now]", [("now",)]),
        ("Ministries [a [b / c]", [("b", "c")]),
    ],
)
def test_alternatives_are_listed(text: str, alternatives: list[tuple[str, ...]]) -> None:
    assert listed(text) == alternatives


def test_a_sign_without_its_other_half_is_pointed_out_where_it_stands() -> None:
    wording = "Ministries [shall publish] within] six [months"
    read = open_text(wording)

    assert [(one.start, one.part) for one in read.strays] == [(33, Part.STRAY), (39, Part.STRAY)]
    assert listed(wording) == [("shall publish",)]
    assert read.holds(12, 17)
    assert not read.holds(26, 32)
