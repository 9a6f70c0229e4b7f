"""First groups for an empty wall."""

from tests.factories import key
from tests.grouping.cards import FINANCING, index_of

from facilitator.grouping import Group, Index, finished
from facilitator.grouping.louvain import communities

LONELY = "Zzyzx"
THAI = ("จัดสรรงบประมาณสำหรับแผนปฏิบัติการ", "งบประมาณสำหรับองค์กรสตรี", "เปิดเผยงบประมาณของแผนปฏิบัติการ")
BUDGETS = (
    "Publish the budget of every action plan",
    "Ministries put each action plan into their budget",
    "A budget line for the action plan in each province",
    "Parliament debates the budget of the action plan",
)
MEDIATORS = (
    "Young women mediate in local talks",
    "Train young women who mediate between villages",
    "Young women and elders mediate together",
    "Pay young women who mediate",
)


def groups(index: Index) -> tuple[Group, ...]:
    return finished(index.groups())


def keys(*numbers: int) -> tuple[bytes, ...]:
    return tuple(map(key, numbers))


def test_cards_about_one_thing_come_together_and_one_like_no_other_stays_out() -> None:
    found = groups(index_of(*BUDGETS, LONELY, *MEDIATORS))
    members = [set(group.members) for group in found]

    assert members == [set(keys(0, 1, 2, 3)), set(keys(5, 6, 7, 8))]


def test_the_largest_group_comes_first() -> None:
    found = groups(index_of(*THAI, *MEDIATORS))

    assert [len(group.members) for group in found] == [4, 3]


def test_a_group_is_named_by_the_words_that_tell_it_from_the_others() -> None:
    found = groups(index_of(*BUDGETS, *MEDIATORS))
    names = {group.members[0]: group.name.casefold() for group in found}

    assert "action plan" in names[key(0)]
    assert "young women" in names[key(4)]
    assert all(group.name[:1].isupper() for group in found)


def test_no_word_stands_twice_in_a_name() -> None:
    for group in groups(index_of(*BUDGETS, *MEDIATORS)):
        words = group.name.casefold().replace(",", "").split()
        assert len(words) == len(set(words))


def test_thai_cards_are_grouped_and_named() -> None:
    thai = next(group for group in groups(index_of(*MEDIATORS, *THAI)) if key(4) in group.members)

    assert set(thai.members) == set(keys(4, 5, 6))
    assert "งบประมาณ" in thai.name


def test_the_central_card_is_one_of_the_group_and_nearest_to_the_rest() -> None:
    (group,) = groups(index_of("red apple tree", "red apple tree pear", "pear plum", "red tree"))

    assert group.central == key(1)


def test_cards_in_a_theme_are_left_alone() -> None:
    index = index_of(*BUDGETS, *MEDIATORS)
    for number in range(4):
        index.relabel(key(number), FINANCING)

    assert {member for group in groups(index) for member in group.members} == set(keys(4, 5, 6, 7))


def test_an_empty_wall_and_a_single_card_give_no_group() -> None:
    assert groups(Index()) == ()
    assert groups(index_of("one")) == ()


def test_progress_is_told_step_by_step_to_the_whole() -> None:
    told: list[tuple[int, int]] = []
    finished(index_of(*BUDGETS).groups(), lambda done, whole: told.append((done, whole)))

    assert told[:4] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert told[-1] == (4, 4)


def test_two_cliques_with_one_bridge_are_two_communities() -> None:
    graph: list[dict[int, float]] = [{} for _ in range(10)]
    for start in (0, 5):
        for one in range(start, start + 5):
            graph[one].update({other: 1.0 for other in range(start, start + 5) if other != one})
    graph[4][5] = graph[5][4] = 1.0
    steps = communities(graph)
    try:
        while True:
            next(steps)
    except StopIteration as end:
        found = end.value

    assert found[:5] == [found[0]] * 5
    assert found[5:] == [found[5]] * 5
    assert found[0] != found[5]
