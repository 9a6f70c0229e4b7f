"""Binds the commands of the wall to what the place does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    _bind(place, "wall.read", place.read_large, lambda: place.board.current is not None)
    _bind(place, "wall.compare", place.compare, lambda: len(place.hand.cards) == 2)
    _bind(place, "wall.merge", place.hand.merge, partial(_has_cards, place, 2))
    _bind(place, "wall.new-theme", place.board.begin_new_theme, lambda: place.context.bridge.is_open)
    _bind(place, "wall.fold", place.fold)
    _bind(place, "wall.filter", place.bar.begin_filter)
    _bind(place, "wall.density", place.turn_density)


def _bind(place: WallPlace, command: str, do: Callable[[], object], possible: Callable[[], bool] | None = None) -> None:
    place.context.actions.bind(command, do, owner=place, possible=possible)


def _has_cards(place: WallPlace, least: int) -> bool:
    return len(place.hand.cards) >= least


def _can_file(place: WallPlace, digit: int) -> bool:
    return place.theme_at(digit) is not None and _has_cards(place, 1)


def _file(place: WallPlace, digit: int) -> None:
    theme = place.theme_at(digit)
    if theme is not None:
        place.hand.file(theme)


def _also(place: WallPlace, digit: int) -> None:
    theme = place.theme_at(digit)
    if theme is not None:
        place.hand.also(theme)
