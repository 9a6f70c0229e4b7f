"""Whose voices are heard: shares of speaking time and notes by group, never by person.

Groups stand in an order of their own and not by their shares. Nothing is told of a group in which one or two spoke,
nor of one from which, together with all else that is told, the share of one or two could be reckoned. Time and notes
are each judged for themselves: three whose words were noted may be one who had a turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
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


@dataclass(frozen=True, slots=True)
class Share:
    """A group: per cent of the speaking time and of the notes, None where nobody had any or nothing may be told.

    `is_hidden` where neither can be told because too few spoke.
    """

    name: str
    time: int | None
    notes: int | None
    is_hidden: bool


Groups = Mapping[str, Collection[int]]
"""Which voices belong to a group, by their places among all."""


def by_sector(voices: Iterable[Voice]) -> tuple[Share, ...]:
    """The sectors to which somebody belongs, in their usual order; those who said none come last, without a name."""
    everybody = list(voices)
    groups = _sectors(everybody)
    return _shares(groups, everybody, lambda amounts: _sectors_told(groups, amounts))


def by_about(voices: Iterable[Voice]) -> tuple[Share, ...]:
    """What participants told about themselves, each thing a group, by name; somebody may belong to several.

    What `by_sector` tells of the same voices counts as known.
    """
    everybody = list(voices)
    names: dict[str, str] = {}
    found: dict[str, list[int]] = {}
    for place, one in enumerate(everybody):
        for name in dict.fromkeys(filter(None, map(str.strip, PARTS.split(one.about)))):
            names.setdefault(identity(name), name)
            found.setdefault(identity(name), []).append(place)
    groups = {names[key]: found[key] for key in sorted(found)}
    return _shares(groups, everybody, lambda amounts: _about_told(groups, _sectors(everybody), amounts))


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


class _Known:
    """What can be reckoned from the sums that are told of persons who spoke.

    Each sum is a row of ones and noughts, a column for each person; the rows are kept in reduced echelon form. Whatever
    adding and taking away can find out is a row that they make, and one about at most two persons is too much.
    """

    def __init__(self, rows: list[list[Fraction]]) -> None:
        self._rows = rows

    def with_sum(self, persons: Sequence[bool]) -> _Known:
        """What is known once the sum of these persons is told too."""
        new = [Fraction(one) for one in persons]
        for row in self._rows:
            new = _less(new, row)
        if not any(new):
            return self
        first = new[_lead(new)]
        new = [one / first for one in new]
        return _Known([*(_less(row, new) for row in self._rows), new])

    @property
    def is_too_much(self) -> bool:
        """Whether the share of one or two can be reckoned.

        A row about two persons at most is one of the echelon form, or the difference of two that are alike but for
        their leads.
        """
        rests = set()
        for row in self._rows:
            lead = _lead(row)
            rest = [0 if place == lead else one for place, one in enumerate(row)]
            count = sum(map(bool, rest))
            if count + 1 < FEWEST:
                return True
            first = rest[_lead(rest)]
            rests.add(tuple(one / first for one in rest))
        return len(rests) < len(self._rows)


def _lead(row: Sequence[Fraction | int]) -> int:
    return next(place for place, one in enumerate(row) if one)


def _less(row: list[Fraction], other: list[Fraction]) -> list[Fraction]:
    """The row without its part in the lead of the other."""
    factor = row[_lead(other)]
    return [one - factor * two for one, two in zip(row, other, strict=True)] if factor else row


def _sectors(everybody: Sequence[Voice]) -> Groups:
    groups = {
        "" if sector is None else sector.value: [place for place, one in enumerate(everybody) if one.sector is sector]
        for sector in (*Sector, None)
    }
    return {name: group for name, group in groups.items() if group}


def _sectors_told(groups: Groups, amounts: Sequence[int]) -> dict[str, bool]:
    heard = [sum(amounts[place] > 0 for place in group) for group in groups.values()]
    return dict(zip(groups, told(heard), strict=True))


def _about_told(groups: Groups, sectors: Groups, amounts: Sequence[int]) -> dict[str, bool]:
    """One group after another is told, unless then too much were known."""
    heard = [place for place, amount in enumerate(amounts) if amount > 0]
    known = _Known([]).with_sum([True] * len(heard))
    for name, may in _sectors_told(sectors, amounts).items():
        if may:
            known = known.with_sum([place in sectors[name] for place in heard])
    found = {}
    for name, group in groups.items():
        inside = [place in group for place in heard]
        others = len(heard) - sum(inside)
        # what needs no reckoning first: a workshop has many groups of one
        after = known.with_sum(inside) if all(told([sum(inside), others])) else None
        found[name] = not any(inside) or (after is not None and not after.is_too_much)
        known = after if after is not None and found[name] else known
    return found


def _shares(
    groups: Groups, everybody: Sequence[Voice], may_tell: Callable[[Sequence[int]], Mapping[str, bool]]
) -> tuple[Share, ...]:
    times, notes = [one.spoken for one in everybody], [one.notes for one in everybody]
    of_time, of_notes = may_tell(times), may_tell(notes)
    found = []
    for name, group in groups.items():
        time = _percent(group, times) if of_time[name] else None
        noted = _percent(group, notes) if of_notes[name] else None
        is_hidden = time is None and noted is None and not (of_time[name] and of_notes[name])
        found.append(Share(name, time, noted, is_hidden))
    return tuple(found)


def _percent(group: Collection[int], amounts: Sequence[int]) -> int | None:
    whole = sum(amounts)
    return round(100 * sum(amounts[place] for place in group) / whole) if whole else None
