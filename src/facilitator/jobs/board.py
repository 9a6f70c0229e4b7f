"""The recommendations of a workshop as they are grouped on its wall, indexed for proposals."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.attribution import attribute
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Content, Key
from facilitator.domain.numbers import Number
from facilitator.grouping import Index
from facilitator.workspace.opening import open_workspace


@dataclass(frozen=True, slots=True)
class Board:
    """`numbers` are those of all cards in the order of the register; `loose` are those in no theme."""

    index: Index
    numbers: Mapping[Key, Number]
    themes: Mapping[Key, str]
    loose: tuple[Key, ...]


def read_board(path: Path) -> Board:
    """Read the wall of the workshop at `path`; nothing is written. Raises what `open_workspace` raises for reading.

    Of whatever status but merged: that one stands for another. What no report may show is not there either, so that no
    words of a private note can be told.
    """
    with closing(open_workspace(path, read_only=True)) as workspace, workspace.read() as reads:
        return board_of(reads.content())


def board_of(content: Content) -> Board:
    """The board of some content. A card is taken for what its home says, further themes are not looked at."""
    record = attribute(content)
    public = {one.number for one in record.recommendations}
    names = {theme.name for theme in record.themes}
    homes = {one.recommendation_id: one.theme_id for one in content.memberships if one.home}
    themes = {theme.id: theme.name for theme in content.themes if theme.name in names}
    shown = [one for one in content.recommendations if str(one.number) in public and one.status is not Status.MERGED]
    index = Index()
    for theme, name in themes.items():
        index.rename(theme, name)
    for one in shown:
        index.add(one.id, one.wording, homes.get(one.id))
    loose = tuple(one.id for one in shown if one.id not in homes)
    return Board(index, {one.id: one.number for one in shown}, themes, loose)
