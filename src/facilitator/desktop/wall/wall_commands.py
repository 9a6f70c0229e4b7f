"""Binds the commands of the wall to what the place does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from .overlays import ComparingOverlay, ReadingOverlay

if TYPE_CHECKING:
    from facilitator.domain.rows import ThemeLine

    from .place import WallPlace


def bind_commands(place: WallPlace) -> None:
    """Say what each command of the wall does, and when it can."""
    for digit in range(1, 10):
        _bind(place, f"wall.file-{digit}", partial(_file, place, digit), partial(_can_file, place, digit))
        _bind(place, f"wall.also-{digit}", partial(_also, place, digit), partial(_can_file, place, digit))
    _bind(place, "wall.tray", lambda: place.hand.file(None), partial(_has_cards, place, 1))
    _bind(place, "wall.does-not-fit", place.hand.does_not_fit, partial(_has_cards, place, 1))
    _bind(place, "wall.file-by-name", place.file_by_name, partial(_has_cards, place, 1))
    _bind(place, "wall.open", place.open_panel, lambda: place.board.current is not None)
    _bind(place, "wall.read", partial(_read, place), lambda: place.board.current is not None)
    _bind(place, "wall.compare", partial(_compare, place), lambda: len(place.hand.cards) == 2)
    _bind(place, "wall.merge", place.hand.merge, partial(_has_cards, place, 2))
    _bind(place, "wall.new-theme", place.board.begin_new_theme, lambda: place.context.bridge.is_open)
    _bind(place, "wall.fold", partial(_fold, place))
    _bind(place, "wall.filter", place.bar.begin_filter)
    _bind(place, "wall.density", partial(_turn_density, place))


def _bind(place: WallPlace, command: str, do: Callable[[], object], possible: Callable[[], bool] | None = None) -> None:
    place.context.actions.bind(command, do, owner=place, possible=possible)


def _has_cards(place: WallPlace, least: int) -> bool:
    return len(place.hand.cards) >= least


def _can_file(place: WallPlace, digit: int) -> bool:
    return _theme_at(place, digit) is not None and _has_cards(place, 1)


def _file(place: WallPlace, digit: int) -> None:
    theme = _theme_at(place, digit)
    if theme is not None:
        place.hand.file(theme)


def _also(place: WallPlace, digit: int) -> None:
    theme = _theme_at(place, digit)
    if theme is not None:
        place.hand.also(theme)


def _theme_at(place: WallPlace, digit: int) -> ThemeLine | None:
    return next((theme for theme in place.themes if theme.digit == digit), None)


def _read(place: WallPlace) -> None:
    card = place.cards.get(place.board.current)
    if card is not None:
        ReadingOverlay(place.context, place.window(), card).open()


def _compare(place: WallPlace) -> None:
    one, other = (place.cards.get(key) for key in place.hand.cards[:2])
    if one is not None and other is not None:
        ComparingOverlay(place.context, place.window(), one, other).open()


def _fold(place: WallPlace) -> None:
    """The column whose head has the focus, else the one whose cards were worked on."""
    columns = [place.board.column(theme.key) for theme in place.themes]
    column = next((one for one in columns if one.header.hasFocus()), place.board.current_column)
    if column.column is not None:
        column.fold(not column.is_folded)


def _turn_density(place: WallPlace) -> None:
    place.board.set_compact(not place.board.desk.painter.is_compact)
