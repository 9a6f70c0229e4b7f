"""What a person is told of characters that no font of ours has: one sentence for each script, however long the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from facilitator.report.labels import script_name
from facilitator.report.type.scripts import script_of

from .exported import MissingCharacter

_CODES = 3
_PLACES = 6


def sentences(missing: Iterable[MissingCharacter]) -> Iterator[str]:
    """For each script what is missing, and where it stands; the places in the order in which they were met."""
    ordered = sorted(missing, key=_script)
    for script, ones in groupby(ordered, key=_script):
        yield _sentence(script, list(ones))


def _script(one: MissingCharacter) -> str:
    return script_name(script_of(one.character[0]))


def _sentence(script: str, ones: Sequence[MissingCharacter]) -> str:
    codes = [" ".join(f"U+{ord(part):04X}" for part in one.character) for one in ones]
    places = list(dict.fromkeys(place for one in ones for place in one.where))
    count = "1 character" if len(ones) == 1 else f"{len(ones)} characters"
    return (
        f"{script}: {count} ({_some(codes, _CODES)}) in {_some(places, _PLACES)} that no font has; "
        "their codes stand in frames."
    )


def _some(texts: Sequence[str], most: int) -> str:
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return f"{', '.join(texts[:most])}{more}"
