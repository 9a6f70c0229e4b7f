"""Places in an order: a position is a number between those of its neighbours, so that a move writes one row."""

from __future__ import annotations

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
    order = [(key, position) for key, position in _order(edit.connection, row, within) if key != moved]
    keys = [key for key, _ in order]
    if after is not None and after not in keys:
        raise NoLongerThere(what=row.__tablename__)
    place = 0 if after is None else keys.index(after) + 1
    between = _between([position for _, position in order], place)
    if between is not None:
        return between
    for index, key in enumerate(keys):
        edit.update(row, key, position=float(index + 1))
    return place + 0.5


def _order(
    connection: Connection, row: type[Recorded], within: tuple[ColumnElement[bool], ...]
) -> list[tuple[Key, float]]:
    table = ALL[row.__tablename__].c
    numbered = (table.prefix, table["count"]) if "prefix" in table else ()
    query = select(table.id, table.position).where(*within).order_by(table.position, *numbered, table.id)
    return [(key, position) for key, position in connection.execute(query)]


def _between(positions: list[float], place: int) -> float | None:
    if not positions:
        return 1.0
    if place == 0:
        return positions[0] - 1.0
    if place == len(positions):
        return positions[-1] + 1.0
    lower, upper = positions[place - 1], positions[place]
    middle = (lower + upper) / 2
    return middle if lower < middle < upper else None
