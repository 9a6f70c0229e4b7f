"""What holds for any cards: the past of an index does not show, and no text breaks it."""

from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.factories import key

from facilitator.grouping import Index, finished

THEMES = [key(900 + number) for number in range(3)]
WORDS = ["budget", "women", "peace", "plan", "งบประมาณ", "สตรี", "ميزانية", "预算", "2030", "not", "😀", "न्याय"]

sentences = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
anything = st.one_of(sentences, st.text(max_size=40))
placed = st.tuples(anything, st.sampled_from([None, *THEMES]))
Step = Callable[[Index], None]


def filled(cards: dict[bytes, tuple[str, bytes | None]], names: dict[bytes, str]) -> Index:
    index = Index()
    for number, (text, theme) in cards.items():
        index.add(number, text, theme)
    for theme, name in names.items():
        index.rename(theme, name)
    return index


def answers(index: Index, text: str) -> tuple[object, ...]:
    return (
        index.suggest(text),
        index.explain(text, THEMES),
        index.similar(text),
        finished(index.duplicates()),
        finished(index.groups()),
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(placed, max_size=8),
    st.lists(st.tuples(st.integers(0, 9), placed, st.booleans()), max_size=12),
    st.dictionaries(st.sampled_from(THEMES), anything, max_size=3),
    anything,
    st.randoms(use_true_random=False),
)
def test_however_cards_came_and_went_the_answers_are_those_of_an_index_made_anew(
    first: list[tuple[str, bytes | None]],
    changes: list[tuple[int, tuple[str, bytes | None], bool]],
    names: dict[bytes, str],
    asked: str,
    chance: object,
) -> None:
    cards = {key(number): one for number, one in enumerate(first)}
    index = filled(cards, dict.fromkeys(names, "a name that goes"))
    for number, (text, theme), moves in changes:
        if moves and key(number) in cards:
            index.relabel(key(number), theme)
            cards[key(number)] = (cards[key(number)][0], theme)
            continue
        if key(number) in cards:
            index.remove(key(number))
        index.add(key(number), text, theme)
        cards[key(number)] = (text, theme)
    for theme, name in names.items():
        index.rename(theme, name)
    order = list(cards)
    chance.shuffle(order)  # type: ignore[attr-defined]

    assert answers(index, asked) == answers(filled({number: cards[number] for number in order}, names), asked)


@settings(max_examples=60, deadline=None)
@given(st.lists(placed, max_size=8), st.dictionaries(st.sampled_from(THEMES), sentences), anything)
def test_only_themes_that_have_a_card_or_a_name_are_suggested(
    cards: list[tuple[str, bytes | None]], names: dict[bytes, str], asked: str
) -> None:
    index = filled({key(number): one for number, one in enumerate(cards)}, names)
    known = {theme for _, theme in cards} | {theme for theme, name in names.items() if name}
    ranked = index.suggest(asked).ranked

    assert {one.theme for one in ranked} <= known
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
    assert all(0 < one.score < 1.000001 for one in ranked)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(), max_size=4), st.text())
@example(["", "\ud800", "a", "😀" * 300], "\x00")
@example(["a" * 20_000, "word " * 4_000], "กิ" * 5_000)
@example(["e" + "\u0301" * 3_000, "水 น้ำ water ماء 🌊"], "\u3164")
def test_no_text_breaks_it(texts: list[str], asked: str) -> None:
    index = filled({key(number): (text, THEMES[number % 2]) for number, text in enumerate(texts)}, {THEMES[2]: asked})
    index.add(key(50), asked)
    answers(index, asked)
    for number in range(len(texts)):
        index.remove(key(number))
    index.remove(key(50))
    index.rename(THEMES[2], "")

    assert len(index) == 0
    assert answers(index, "word") == answers(Index(), "word")
