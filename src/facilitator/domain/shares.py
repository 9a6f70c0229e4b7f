"""Whose voices are heard: shares of speaking time and notes by group, never by person.

Groups stand in an order of their own and not by their shares. Nothing is told of a group in which one or two spoke,
nor of one from which, together with the rest, the share of one or two could be reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from facilitator.text import identity

from .kinds import Sector

FEWEST = 3
"""So many must have spoken for the share of their group to be told: of two, each could reckon the other's."""
PARTS = re.compile(r"[;,\n]")
"""What parts the things that somebody told about themselves."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody without a name: what they are known to be, how long they spoke (milliseconds), how many notes."""

    sector: Sector | None
    about: str
    spoken: int
    notes: int

    @property
    def is_heard(self) -> bool:
        """Whether they spoke at all."""
        return self.spoken > 0 or self.notes > 0


@dataclass(frozen=True, slots=True)
class Share:
    """A group: per cent of the speaking time and of the notes, None where nobody had any or nothing may be told."""

    name: str
    time: int | None
    notes: int | None
    is_hidden: bool


def by_sector(voices: Iterable[Voice]) -> tuple[Share, ...]:
    """The sectors to which somebody belongs, in their usual order; those who said none come last, without a name."""
    everybody = list(voices)
    groups = [(sector, [one for one in everybody if one.sector is sector]) for sector in (*Sector, None)]
    there = [(sector, group) for sector, group in groups if group]
    shown = told([sum(one.is_heard for one in group) for _, group in there])
    return tuple(
        _share("" if sector is None else sector.value, group, everybody, is_shown=may)
        for (sector, group), may in zip(there, shown, strict=True)
    )


def by_about(voices: Iterable[Voice]) -> tuple[Share, ...]:
    """What participants told about themselves, each thing a group, by name; somebody may belong to several."""
    everybody = list(voices)
    names: dict[str, str] = {}
    groups: dict[str, list[Voice]] = {}
    for one in everybody:
        for name in dict.fromkeys(filter(None, map(str.strip, PARTS.split(one.about)))):
            names.setdefault(identity(name), name)
            groups.setdefault(identity(name), []).append(one)
    heard = sum(one.is_heard for one in everybody)
    found = []
    for key in sorted(groups):
        inside = sum(one.is_heard for one in groups[key])
        # the others are a group as well: what is not the share of these is theirs
        found.append(_share(names[key], groups[key], everybody, is_shown=told([inside, heard - inside])[0]))
    return tuple(found)


def told(heard: Sequence[int]) -> list[bool]:
    """Of groups that together are everybody, with so many who spoke in each: whose share may be told.

    Those with one or two are hidden; were they alone together, and fewer than three, the next smallest hides with them.
    """
    order = sorted((place for place, count in enumerate(heard) if count), key=lambda place: heard[place])
    hidden = sum(heard[place] < FEWEST for place in order)
    sums = list(accumulate(heard[place] for place in order))
    while 0 < hidden < len(order) and sums[hidden - 1] < FEWEST:
        hidden += 1
    return [place not in order[:hidden] for place in range(len(heard))]


def _share(name: str, group: list[Voice], everybody: list[Voice], *, is_shown: bool) -> Share:
    if not is_shown:
        return Share(name, None, None, is_hidden=True)
    spoken, notes = sum(one.spoken for one in everybody), sum(one.notes for one in everybody)
    return Share(
        name,
        round(100 * sum(one.spoken for one in group) / spoken) if spoken else None,
        round(100 * sum(one.notes for one in group) / notes) if notes else None,
        is_hidden=False,
    )
