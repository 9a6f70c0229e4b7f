"""Cards are dealt to columns, and dealt again when something has changed, as if all had been read anew."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from facilitator.desktop.wall.cards_by_theme import CardsByTheme
from facilitator.desktop.wall.cards_model import CardsModel
from facilitator.domain.cards import Card
from facilitator.domain.nouns import Key

THEMES: tuple[Key | None, ...] = (None, b"a" * 16, b"b" * 16)


def card(number: int, home: Key | None, position: float, wording: str = "Publish") -> Card:
    return Card(number.to_bytes(16, "big"), "R", number, wording, "raw", home, position, None, 1)


def in_order(cards: list[Card]) -> list[Card]:
    return sorted(cards, key=lambda one: (one.home or b"", one.position, one.prefix, one.counted))


def dealt(cards: list[Card]) -> CardsByTheme:
    wall = CardsByTheme()
    wall.deal(in_order(cards))
    return wall


places = st.tuples(st.sampled_from(THEMES), st.integers(0, 5).map(float))
walls = st.lists(places, max_size=12).map(
    lambda found: [card(number, *place) for number, place in enumerate(found, start=1)]
)


@given(walls, st.dictionaries(st.integers(1, 14), st.none() | places, max_size=6))
@settings(deadline=None, max_examples=200)
def test_replacing_some_cards_is_as_dealing_all(
    cards: list[Card], changes: dict[int, tuple[Key | None, float] | None]
) -> None:
    wall = dealt(cards)
    before = {theme: list(wall.whole(theme)) for theme in THEMES}
    fresh = {new.key: new for number, place in changes.items() if place for new in [card(number, *place)]}
    keys = [number.to_bytes(16, "big") for number in changes]

    touched = wall.replace(keys, fresh)

    expected = dealt([*(one for one in cards if one.key not in keys), *fresh.values()])
    after = {theme: wall.whole(theme) for theme in THEMES}
    assert after == {theme: expected.whole(theme) for theme in THEMES}
    assert {theme for theme in THEMES if after[theme] != before[theme]} <= touched
    assert (wall.count, wall.grouped) == (expected.count, expected.grouped)


def test_the_filter_wants_every_word_in_the_wording_or_the_number() -> None:
    wall = dealt([card(1, None, 1, "Train police"), card(12, None, 2, "Train the trainers")])
    found = {text: [] for text in ("train", "TRAIN pol", "r12", "train the tr", "nothing")}
    for text in found:
        wall.search_for(text)
        found[text] = [one.counted for one in wall.shown(None)]

    assert list(found.values()) == [[1, 12], [1], [12], [12], []]


def test_a_wording_that_has_changed_is_found_by_its_new_words() -> None:
    wall = dealt([card(1, None, 1, "Train police")])
    wall.search_for("nurses")
    assert wall.shown(None) == []

    changed = card(1, None, 1, "Train nurses")
    wall.replace([changed.key], {changed.key: changed})
    assert wall.shown(None) == [changed]


def test_the_same_words_are_no_other_filter() -> None:
    wall = dealt([])

    assert [wall.search_for(text) for text in ("a", " A ", "", "")] == [True, False, True, False]


def test_a_column_of_thousands_comes_goes_and_shrinks() -> None:
    many = [card(number, None, number) for number in range(1, 3001)]
    parent = QObject()
    model = CardsModel({}, parent)
    for cards in (many, many[:7], [], many, many[::2], many[1:], [many[-1], *many[:-1]]):
        model.show_cards(cards)
        assert model.rows == cards
        assert [model.row_of(one.key) for one in cards[:3]] == [0, 1, 2][: len(cards)]
