"""Shares of what was said, by group: never so that the share of one or two persons could be reckoned."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.kinds import Sector
from facilitator.domain.shares import FEWEST, Share, Voice, by_about, by_sector, told


def voices(sector: Sector | None, *spoken: int, about: str = "") -> list[Voice]:
    return [Voice(sector, about, one * 1000, one) for one in spoken]


def test_sectors_stand_in_their_own_order_with_their_shares_of_time_and_notes() -> None:
    found = by_sector([*voices(Sector.CIVIL_SOCIETY, 1, 1, 2), *voices(Sector.GOVERNMENT, 4, 6, 6, 0)])

    assert found == (Share("government", 80, 80, False), Share("civil society", 20, 20, False))


def test_a_group_in_which_one_or_two_spoke_is_hidden_and_takes_the_next_smallest_along() -> None:
    found = by_sector(
        [*voices(Sector.UN, 5, 5), *voices(Sector.MEDIA, 1, 1, 1), *voices(Sector.GOVERNMENT, 1, 1, 1, 1)]
    )

    assert {one.name: one.is_hidden for one in found} == {"UN": True, "media": True, "government": False}
    assert all(one.time is None for one in found if one.is_hidden)


def test_a_group_in_which_nobody_spoke_is_told_for_that_is_what_must_be_seen() -> None:
    found = by_sector([*voices(Sector.GOVERNMENT, 1, 1, 1), *voices(Sector.CIVIL_SOCIETY, 0, 0)])

    assert found[1] == Share("civil society", 0, 0, False)


def test_what_people_told_about_themselves_makes_groups_and_somebody_may_be_in_two() -> None:
    some = [
        *voices(None, 1, 1, about="young woman; Rural"),
        *voices(None, 2, about="rural"),
        *voices(None, 2, 2, 2, about="young woman"),
        *voices(None, 5, 5, 5),
    ]

    found = {one.name: one for one in by_about(some)}
    assert found["Rural"] == Share("Rural", 16, 16, False)
    assert found["young woman"] == Share("young woman", 32, 32, False)


def test_a_group_is_hidden_too_when_only_one_or_two_spoke_who_are_not_in_it() -> None:
    (only,) = by_about([*voices(None, 1, 1, 1, 1, about="women"), *voices(None, 9)])

    assert only.is_hidden


@given(st.lists(st.integers(0, 6), max_size=8))
def test_what_is_hidden_is_nobody_or_at_least_three_who_spoke(heard: list[int]) -> None:
    shown = told(heard)
    hidden = sum(count for count, may in zip(heard, shown, strict=True) if not may)

    assert all(count == 0 or count >= FEWEST for count, may in zip(heard, shown, strict=True) if may)
    assert hidden == 0 or hidden >= FEWEST or hidden == sum(heard)


def test_time_is_hidden_where_one_had_a_turn_though_three_had_their_words_noted() -> None:
    government = [
        Voice(Sector.GOVERNMENT, "", spoken, notes) for spoken, notes in ((600_000, 0), (0, 1), (0, 1), (0, 1))
    ]
    academia = [Voice(Sector.ACADEMIA, "", 100_000, 1)] * 3

    found = by_sector([*government, *academia])

    assert [(one.name, one.time, one.notes, one.is_hidden) for one in found] == [
        ("government", None, 50, False),
        ("academia", None, 50, False),
    ]


def test_of_two_groups_that_differ_by_one_person_only_the_first_is_told() -> None:
    found = by_about(
        [*voices(None, 1, 1, 1, about="woman; young"), *voices(None, 9, about="woman"), *voices(None, 1, 1, 1)]
    )

    assert {one.name: one.is_hidden for one in found} == {"woman": False, "young": True}


def test_a_group_that_differs_by_one_person_from_its_sector_is_hidden() -> None:
    found = by_about(
        [
            *voices(Sector.GOVERNMENT, 1, 1, 1, about="rural"),
            *voices(Sector.GOVERNMENT, 9),
            *voices(Sector.MEDIA, 1, 1, 1),
        ]
    )

    assert [one.is_hidden for one in found] == [True]


def test_three_groups_of_which_one_person_alone_is_in_none_are_not_all_told() -> None:
    found = by_about([*(one for about in "abc" for one in voices(None, 1, 1, 1, about=about)), *voices(None, 9)])

    assert [one.is_hidden for one in found] == [False, False, True]


@given(
    st.lists(st.tuples(st.sampled_from([None, Sector.UN, Sector.MEDIA]), st.sets(st.sampled_from("abcd"))), max_size=12)
)
def test_no_adding_and_taking_away_of_two_or_three_sums_tells_the_share_of_one_or_two(
    people: list[tuple[Sector | None, set[str]]],
) -> None:
    room = [Voice(sector, ";".join(sorted(about)), 1, 0) for sector, about in people]
    sectors = {one.name for one in by_sector(room) if one.time is not None}
    things = {one.name for one in by_about(room) if one.time is not None}
    told_sums = [
        [True] * len(people),
        *([(sector or "") == name for sector, _ in people] for name in sectors),
        *([name in about for _, about in people] for name in things),
    ]
    for some in (*combinations(told_sums, 2), *combinations(told_sums, 3)):
        for signs in ((1, 1, 1), (1, -1, 1), (1, -1, -1), (1, 1, -1), (1, -2, 1), (-1, 2, 1)):
            reckoned = [
                sum(sign * one for sign, one in zip(signs, column, strict=False)) for column in zip(*some, strict=True)
            ]
            assert len(people) < FEWEST or sum(map(bool, reckoned)) not in (1, 2)
