"""Edits of themes: names, signs, order, one level below another."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, select

from facilitator.domain.errors import EmptyText, NameTaken, NestingTooDeep, SignUnknown
from facilitator.domain.nouns import Key, Theme
from facilitator.domain.signs import COLOURS, SYMBOLS, next_sign
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, TagRow, ThemeRow, new_key
from facilitator.store.shapes import MEMBERSHIPS, THEMES
from facilitator.text import identity

from .memberships import leave_theme

_THEME, _MEMBERSHIP, _TAG = (ALL[name].c for name in ("theme", "membership", "tag"))
_SIGNS = select(_THEME.colour, _THEME.symbol).distinct()


class Themes:
    """Edits of themes. Look-ups by name are remembered for as long as the edit lasts."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._known: dict[str, Key] = {}
        self._signs: set[tuple[str, str]] | None = None

    def add(self, name: str, *, digest: str = "", parent_id: Key | None = None) -> Theme:
        """A new theme at the end of the wall, with the next sign; `NameTaken` when there is one of this name."""
        edit, key = self._edit, new_key()
        values = self._valid_name(key, name)
        colour, symbol = self._next_sign()
        position = order.after_last(edit.connection, "theme", _under(parent_id))
        self._check_parent(key, parent_id)
        values |= THEMES.values({"digest": digest, "parent_id": parent_id, "position": position})
        edit.insert([ThemeRow(id=key, colour=colour, symbol=symbol, **values)])
        return THEMES.one(edit.connection, key)

    def _next_sign(self) -> tuple[str, str]:
        # read once for each edit: an import may bring thousands of themes
        if self._signs is None:
            self._signs = {(colour, symbol) for colour, symbol in self._edit.connection.execute(_SIGNS)}
        sign = next_sign(self._signs)
        self._signs.add(sign)
        return sign

    def named(self, name: str) -> Key:
        """The theme of this name, by identity; where there is none, a new one."""
        asked = identity(THEMES.cleaned("name", name))
        key = self._known.get(asked)
        if key is None:
            key = self._known[asked] = self.find(name) or self.add(name).id
        return key

    def meant(self, typed: str) -> Key:
        """The theme that a line means while capturing: of this whole name, else the only one that begins so, else new.

        As `domain.finding.Vocabulary.theme` says it beforehand.
        """
        asked = identity(THEMES.cleaned("name", typed))
        begun = select(_THEME.id).where(func.substr(_THEME.name_identity, 1, len(asked)) == asked).limit(2)
        keys = self._edit.connection.scalars(begun).all()
        return self.find(typed) or (keys[0] if len(keys) == 1 else self.named(typed))

    def find(self, name: str) -> Key | None:
        """The theme of this whole name, if there is one."""
        asked = identity(THEMES.cleaned("name", name))
        query = select(_THEME.id).where(_THEME.name_identity == asked).order_by(_THEME.id)
        key: Key | None = self._edit.connection.scalar(query)
        return key

    def rename(self, key: Key, name: str) -> None:
        """Give a theme another name; `NameTaken` when another theme has it."""
        self._edit.update(ThemeRow, key, **self._valid_name(key, name))
        self._known.clear()

    def describe(self, key: Key, digest: str) -> None:
        """Set the sentence that says what the theme's recommendations want."""
        self._edit.update(ThemeRow, key, **THEMES.values({"digest": digest}))

    def recolour(self, key: Key, colour: str, symbol: str) -> None:
        """Give a theme another colour and symbol, by the names of the table in `domain.signs`."""
        if colour not in COLOURS or symbol not in SYMBOLS:
            raise SignUnknown(colour=colour, symbol=symbol)
        self._signs = None
        self._edit.update(ThemeRow, key, colour=colour, symbol=symbol)

    def move(self, key: Key, after: Key | None) -> None:
        """Put a theme right after another under the same parent, or first there."""
        under = _under(THEMES.one(self._edit.connection, key).parent_id)
        self._edit.update(ThemeRow, key, position=order.place_after(self._edit, ThemeRow, after, under, moved=key))

    def nest(self, key: Key, parent_id: Key | None) -> None:
        """Put a theme under another, last there, or out of it with None; `NestingTooDeep` beyond one level."""
        if THEMES.one(self._edit.connection, key).parent_id == parent_id:
            return
        self._check_parent(key, parent_id)
        position = order.after_last(self._edit.connection, "theme", _under(parent_id))
        self._edit.update(ThemeRow, key, parent_id=parent_id, position=position)

    def delete(self, key: Key) -> None:
        """Delete a theme: its cards go to their next theme, else to the tray; its sub-themes stand alone."""
        edit = self._edit
        for membership in MEMBERSHIPS.all(edit.connection, _MEMBERSHIP.theme_id == key):
            leave_theme(edit, membership)
        for tag in edit.connection.scalars(select(_TAG.id).where(_TAG.theme_id == key)).all():
            edit.delete(TagRow, tag)
        for child in edit.connection.scalars(select(_THEME.id).where(_THEME.parent_id == key)).all():
            self.nest(child, None)
        edit.delete(ThemeRow, key)
        self._known.clear()
        self._signs = None

    def _valid_name(self, key: Key, name: str) -> dict[str, Any]:
        values = THEMES.values({"name": name})
        if not values["name"]:
            raise EmptyText(what="name of the theme")
        if self.find(name) not in (None, key):
            raise NameTaken(name=values["name"])
        return values

    def _check_parent(self, key: Key, parent_id: Key | None) -> None:
        if parent_id is None:
            return
        parent = THEMES.one(self._edit.connection, parent_id)
        children = self._edit.connection.scalar(select(_THEME.id).where(_THEME.parent_id == key))
        if parent_id == key or parent.parent_id is not None or children is not None:
            raise NestingTooDeep(name=parent.name)


def _under(parent_id: Key | None) -> ColumnElement[bool]:
    return _THEME.parent_id.is_(None) if parent_id is None else _THEME.parent_id == parent_id
