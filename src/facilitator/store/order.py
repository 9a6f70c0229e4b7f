"""Places in an order: a position is a number between those of its neighbours, so that a move writes one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, func, select

from facilitator.domain.errors import NoLongerThere
from facilitator.domain.nouns import Key

from .schema import ALL, Recorded

if TYPE_CHECKING:
    from .ledger import Edit


def last(connection: Connection, table: str, *within: ColumnElement[bool]) -> float:
    """The highest position among those that meet the conditions, 0 without any."""
    return connection.scalar(select(func.max(ALL[table].c.position)).where(*within)) or 0.0


def after_last(connection: Connection, table: str, *within: ColumnElement[bool]) -> float:
    """The position of a new last one among those that meet the conditions."""
    return last(connection, table, *within) + 1.0


def place_after(
    edit: Edit, row: type[Recorded], after: Key | None, *within: ColumnElement[bool], moved: Key | None = None
) -> float:
    """The position right after one of those that meet the conditions, or before the first of them with None.

    `moved` is the key of the thing that is to go there, when it is one of them. Where two positions are too close, all
    are counted anew from 1. `NoLongerThere` when the neighbour has gone.
    """
    neighbours = _positions_around(edit.connection, row, after, within, moved)
    if neighbours is None:
        raise NoLongerThere(what=row.__tablename__)
    between = _between(*neighbours)
    return _counted_anew(edit, row, after, within, moved) if between is None else between


def spread(others: Sequence[tuple[Key, float]], moved: Sequence[Key], after: Key | None) -> dict[Key, float]:
    """Positions for many that go, in their order, right after one of the others, or before the first with None.

    `others` are those that stay, in order, with their positions; where there is no room between two of them, they get
    new positions too. `NoLongerThere` when the neighbour has gone.
    """
    keys = [key for key, _ in others]
    if after is not None and after not in keys:
        raise NoLongerThere(what="recommendation")
    place = 0 if after is None else keys.index(after) + 1
    lower = others[place - 1][1] if place else None
    upper = others[place][1] if place < len(others) else None
    if lower is None:
        lower = (upper or 0.0) - len(moved) - 1
    step = 1.0 if upper is None else (upper - lower) / (len(moved) + 1)
    positions = [lower + step * count for count in range(1, len(moved) + 1)]
    line = [lower, *positions, *(() if upper is None else (upper,))]
    if all(one < other for one, other in pairwise(line)):
        return dict(zip(moved, positions, strict=True))
    return {key: float(count) for count, key in enumerate((*keys[:place], *moved, *keys[place:]), 1)}


def _positions_around(
    connection: Connection,
    row: type[Recorded],
    after: Key | None,
    within: tuple[ColumnElement[bool], ...],
    moved: Key | None,
) -> tuple[float | None, float | None] | None:
    """The positions of `after` and of what follows it, None where nothing stands; None alone when `after` has gone.

    Only what is near is read: a place is asked for with every session that an import brings.
    """
    position = ALL[row.__tablename__].c.position
    if after is None:
        return None, next((place for key, place in _order(connection, row, within) if key != moved), None)
    if after == moved:
        return None
    own = connection.scalar(select(position).where(ALL[row.__tablename__].c.id == after, *within))
    if own is None:
        return None
    found = False
    for key, place in _order(connection, row, (*within, position >= own)):
        if found and key != moved:
            return own, place
        found = found or key == after
    return own, None


def _counted_anew(
    edit: Edit, row: type[Recorded], after: Key | None, within: tuple[ColumnElement[bool], ...], moved: Key | None
) -> float:
    keys = [key for key, _ in _order(edit.connection, row, within) if key != moved]
    for index, key in enumerate(keys):
        edit.update(row, key, position=float(index + 1))
    return (0 if after is None else keys.index(after) + 1) + 0.5


def _order(
    connection: Connection, row: type[Recorded], within: tuple[ColumnElement[bool], ...]
) -> Iterator[tuple[Key, float]]:
    table = ALL[row.__tablename__].c
    numbered = (table.prefix, table["count"]) if "prefix" in table else ()
    query = select(table.id, table.position).where(*within).order_by(table.position, *numbered, table.id)
    with connection.execute(query) as rows:
        yield from rows


def _between(lower: float | None, upper: float | None) -> float | None:
    """A position between two, one of which may be missing; None when they are too close."""
    if lower is None:
        return 1.0 if upper is None else upper - 1.0
    if upper is None:
        return lower + 1.0
    # halving runs out of digits after some fifty moves into one gap
    middle = (lower + upper) / 2
    return middle if lower < middle < upper else None
