"""What the wall comes back to after a restart."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

MOST = 100
"""So many selected cards are remembered."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Keys are in hex. `current` is empty when there is none."""

    selected: tuple[str, ...] = ()
    current: str = ""
    folded: tuple[str, ...] = ()
    is_compact: bool = False
    has_panel: bool = False

    def written(self) -> str:
        """As text, to be kept."""
        return json.dumps(asdict(self))


def read(text: str) -> Remembered:
    """What a text tells; nothing when it cannot be understood."""
    try:
        told = json.loads(text)
    except ValueError:
        return Remembered()
    if not isinstance(told, dict):
        return Remembered()
    return Remembered(
        selected=_keys(told.get("selected")),
        current=next(iter(_keys([told.get("current")])), ""),
        folded=_keys(told.get("folded")),
        is_compact=told.get("is_compact") is True,
        has_panel=told.get("has_panel") is True,
    )


def _keys(told: object) -> tuple[str, ...]:
    found = told if isinstance(told, list) else []
    return tuple(one for one in found[:MOST] if isinstance(one, str) and _is_hex(one))


def _is_hex(text: str) -> bool:
    try:
        return bool(bytes.fromhex(text))
    except ValueError:
        return False
