"""Reading a workshop from JSON: every type, value, id and reference is looked at before anything is believed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType, NoneType
from typing import Any, TypeVar, cast
from uuid import UUID

from facilitator.domain.errors import (
    ExchangeForeign,
    ExchangeMissing,
    ExchangeNewer,
    ExchangeUnknown,
    ExchangeWrong,
)
from facilitator.domain.nouns import Content
from facilitator.domain.numbers import Number, parse_number
from facilitator.domain.signs import COLOURS, SYMBOLS
from facilitator.store.reads import CONTENT_SHAPES
from facilitator.store.shapes import WORKSHOP, Shape

from .checking import check
from .writing import EPOCH, FORMAT, VERSION, names

T = TypeVar("T")
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_INSTANT = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_PREFIX = re.compile(r"[SR][A-Z]{0,8}(?:[1-9][0-9]{0,8}\.)?")
# nine digits, as printed numbers are read; far beyond them SQLite itself could not count on
LARGEST = 999_999_999
NO_ID = bytes(16)
NOTHING: Mapping[str, object] = MappingProxyType({})
# Lists that came with a later version of the format: a file of an older one has none of them.
_SINCE = {"turns": 2}
# Fields that did, and what they were before.
_FIELDS_SINCE = {"participants": (2, {"code_made": False})}
# What cannot be empty; all other texts are left out of reports when they are.
_NEEDED = frozenset({"title", "name", "text", "wording", "agreed_by", "time_zone"})
_CHOICES = {"colour": ("", *COLOURS), "symbol": ("", *SYMBOLS)}
_NAMES: dict[type, str] = {
    dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number",
    NoneType: "null",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exchange:
    """A workshop read from JSON: everything fits together, and no counter is below the highest number given.

    The workshop itself has the id `NO_ID`, since a workshop's id is that of the file it lies in.
    """

    content: Content
    counters: Mapping[str, int]


def read(document: object) -> Exchange:
    """Understand a parsed JSON document; an `ExchangeError` names the first place that does not fit."""
    whole = _object(document, "the file")
    if whole.get("format") != FORMAT:
        raise ExchangeForeign
    version = whole.get("version")
    if type(version) is int and version > VERSION:
        raise ExchangeNewer
    if type(version) is not int or version < 1:
        raise ExchangeForeign
    for name, since in _SINCE.items():
        if version < since:
            whole.setdefault(name, [])
    _check_names(whole, ("format", "version", "workshop", "counters", *CONTENT_SHAPES), "the file")
    before = {name: fields for name, (since, fields) in _FIELDS_SINCE.items() if version < since}
    lists: dict[str, tuple[Any, ...]] = {
        name: tuple(
            _thing(shape, item, f"{name}[{place}]", before.get(name, {}))
            for place, item in enumerate(_list(whole[name], name))
        )
        for name, shape in CONTENT_SHAPES.items()
    }
    content = Content(workshop=_thing(WORKSHOP, whole["workshop"], "workshop"), **lists)
    check(content)
    return Exchange(content, _counters(whole["counters"], content))


def _counters(given: object, content: Content) -> dict[str, int]:
    counters: dict[str, int] = {}
    for prefix, count in _object(given, "counters").items():
        where = f"counters.{prefix[:20]}"
        if not _PREFIX.fullmatch(prefix):
            raise ExchangeUnknown(where=where)
        counters[prefix] = _whole(count, where)
    numbered: tuple[tuple[Any, ...], ...] = (content.sessions, content.notes, content.recommendations)
    for number in (one.number for things in numbered for one in things):
        counters[number.prefix] = max(number.count, counters.get(number.prefix, 0))
    return counters


def _check_names(given: Mapping[str, object], expected: tuple[str, ...], where: str) -> None:
    for name in expected:
        if name not in given:
            raise ExchangeMissing(where=where, name=name)
    for name in given:
        if name not in expected:
            raise ExchangeUnknown(where=f"{where}.{name[:40]}")


def _thing(shape: Shape[T], given: object, where: str, before: Mapping[str, object] = NOTHING) -> T:
    values = {**before, **_object(given, where)}
    _check_names(values, names(shape), where)
    fields = {name: _field(shape, name, values[name], f"{where}.{name}") for name in names(shape)}
    return shape.noun(**{"id": NO_ID, **fields})


def _field(shape: Shape[Any], name: str, value: object, where: str) -> object:
    if value is None and name in shape.optional:
        return None
    kind = shape.kinds[name]
    if name.endswith("_at"):
        return _instant(value, where)
    if kind is str:
        return _text(shape, name, value, where)
    return _chosen(kind, value, where) if issubclass(kind, StrEnum) else _READERS[kind](value, where)


def _text(shape: Shape[Any], name: str, value: object, where: str) -> str:
    text = shape.cleaned(name, _expect(str, value, where))
    if not text and name in _NEEDED:
        raise ExchangeWrong(where=where, found="empty", expected="a text")
    if text not in _CHOICES.get(name, (text,)) or (name == "prefix" and not re.fullmatch("[A-Z]{0,8}", text)):
        raise ExchangeWrong(where=where, found=_told(value), expected=f"a {name} of a workshop")
    return text


def _chosen(kind: type[StrEnum], value: object, where: str) -> StrEnum:
    for member in kind:
        if member.value == value:
            return member
    raise ExchangeWrong(where=where, found=_told(value), expected=f"one of {', '.join(kind)}")


def _expect(kind: type[T], value: object, where: str) -> T:
    if type(value) is not kind:
        raise ExchangeWrong(where=where, found=_told(value), expected=_NAMES[kind])
    return value


def _object(value: object, where: str) -> dict[str, object]:
    return cast("dict[str, object]", _expect(dict, value, where))


def _list(value: object, where: str) -> list[object]:
    return cast("list[object]", _expect(list, value, where))


def _whole(value: object, where: str) -> int:
    number = _expect(int, value, where)
    if not 0 <= number <= LARGEST:
        raise ExchangeWrong(where=where, found="another number", expected=f"one from 0 to {LARGEST}")
    return number


def _real(value: object, where: str) -> float:
    if type(value) is int and abs(value) <= LARGEST:
        return float(value)
    number = _expect(float, value, where)
    if not math.isfinite(number):
        raise ExchangeWrong(where=where, found="no finite number", expected="a number")
    return number


def _matched(
    pattern: re.Pattern[str], read_text: Callable[[str], T | None], expected: str
) -> Callable[[object, str], T]:
    def reader(value: object, where: str) -> T:
        found = None
        if isinstance(value, str) and pattern.fullmatch(value):
            try:
                found = read_text(value)
            except ValueError:
                found = None
        if found is None:
            raise ExchangeWrong(where=where, found=_told(value), expected=expected)
        return found

    return reader


def _milliseconds(text: str) -> int:
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(milliseconds=1)


def _told(value: object) -> str:
    if isinstance(value, str):
        return f'"{value[:40]}"' if len(value) <= 40 else f'"{value[:40]}..."'
    return _NAMES.get(type(value), "something else")


_instant = _matched(_INSTANT, _milliseconds, "an instant such as 2023-08-09T02:30:00.000Z")
_READERS: dict[type, Callable[[object, str], object]] = {
    bytes: _matched(_KEY, lambda text: UUID(text).bytes, "an id"),
    Number: _matched(re.compile("[SR].{1,40}"), parse_number, "a printed number such as S3.12"),
    date: _matched(_DAY, date.fromisoformat, "a day such as 2023-08-09"),
    time: _matched(_TIME, time.fromisoformat, "a time such as 09:30"),
    bool: lambda value, where: _expect(bool, value, where),
    int: _whole,
    float: _real,
}
