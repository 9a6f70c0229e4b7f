"""Reading JSON from outside: whole, of bounded depth, and without what two readers would understand differently."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from facilitator.domain.errors import NotJson, UnsafeJson
from facilitator.intake.encodings import decode

DEPTH_LIMIT = 100
"""How many objects and lists may stand within each other."""
DIGIT_LIMIT = 30
"""How many digits a number may have."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_SHOWN = 20

# A place in the whole: the place of what it stands in, and the key or index there.
_Place = tuple["_Place | None", str]


def load_json(data: bytes, encoding: str | None = None) -> object:
    """The values in the file, as Python's own.

    Raises what `decode` raises, NotJson with line and column, and UnsafeJson for nesting deeper than DEPTH_LIMIT,
    numbers of more than DIGIT_LIMIT digits or beyond every float, NaN and Infinity, a key that stands twice in one
    object, and lone surrogates.
    """
    text = decode(data, encoding)
    try:
        whole: object = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        raise _not_json(text, error) from error
    # Python's parser gives up far beyond the limit, where the check below would come too late.
    except RecursionError as error:
        raise _too_deep() from error
    _check_whole(whole)
    return whole


def _not_json(text: str, error: json.JSONDecodeError) -> NotJson:
    # A string that is cut is reported where it begins, everything else where the text ends.
    cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
    reason = "it ends in the middle" if cut else f"a mistake ({error.msg.partition(' (')[0].rstrip(':')})"
    return NotJson(reason=reason, line=f"{error.lineno:,}", column=f"{error.colno:,}")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    # One reader would keep the first of two, another the last.
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise UnsafeJson(reason=f"the key {_shown(key)} stands twice in one object")
        seen.add(key)
    return members


def _integer(digits: str) -> int:
    # Counted first: turning 10,000 digits into a number is what this spares the reader.
    _refuse_long(digits)
    return int(digits)


def _float(digits: str) -> float:
    _refuse_long(digits)
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise UnsafeJson(reason=f"the number {digits} is too large")
    return value


def _refuse_long(digits: str) -> None:
    # The signs of a long number do not matter to the sentence.
    count = sum(map(str.isdigit, digits)) if len(digits) <= 1_000 else len(digits)
    if count > DIGIT_LIMIT:
        raise UnsafeJson(reason=f"the number {digits[:_SHOWN]}... has {count:,} digits, more than {DIGIT_LIMIT}")


def _constant(name: str) -> object:
    raise UnsafeJson(reason=f"{name} is not a number that can be kept")


def _too_deep() -> UnsafeJson:
    return UnsafeJson(reason=f"more than {DEPTH_LIMIT} objects and lists stand within each other")


def _check_whole(whole: object) -> None:
    """Depth and surrogates, without recursion: what is deep must not be a danger to the one who looks."""
    level: list[tuple[object, _Place | None]] = [(whole, None)]
    for depth in range(DEPTH_LIMIT + 1):
        if depth == DEPTH_LIMIT and any(isinstance(value, list | dict) for value, _ in level):
            raise _too_deep()
        level = [inner for value, place in level for inner in _inner(value, place)]


def _inner(value: object, place: _Place | None) -> Iterator[tuple[object, _Place | None]]:
    """What stands directly in a value; the value itself is looked at on the way."""
    if isinstance(value, str):
        _refuse_surrogate(value, place)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield member, (place, f"[{index}]")
    elif isinstance(value, dict):
        for key, member in value.items():
            _refuse_surrogate(key, place)
            yield member, (place, f".{key}")


def _refuse_surrogate(text: str, place: _Place | None) -> None:
    # The test for ASCII costs nothing and settles most strings.
    if not text.isascii() and _SURROGATE.search(text):
        raise UnsafeJson(reason=f"half a character (a lone surrogate) stands in {_path(place)}")


def _path(place: _Place | None) -> str:
    steps: list[str] = []
    while place is not None:
        place, step = place
        steps.append(step)
    return "".join(reversed(steps)).removeprefix(".") or "the outermost value"


def _shown(key: str) -> str:
    return json.dumps(key[:_SHOWN] + ("..." if len(key) > _SHOWN else ""), ensure_ascii=not key.isprintable())
