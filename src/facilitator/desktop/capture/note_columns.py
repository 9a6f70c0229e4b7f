"""Where the parts of a note stand in the column: six columns side by side, or, in large type, two lines."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.desktop.look.look import Look

LARGE = 20.0
"""From so many points on what stands beside the text goes above it, because it would leave the text no room."""
NUMBER, TIME, SIGN, WHO, CHIPS = 34, 44, 22, 96, 130
GAP, LEAD, TRAIL, ABOVE = 10, 12, 18, 5
LINE, CHIP_GAP = 23, 3
SIDE = 268
"""Width of the panel beside the column."""


@dataclass(frozen=True, slots=True)
class NoteColumns:
    """All measures in pixels, from the leading edge of a list of some width."""

    number: float
    time: float
    sign: float
    who: float
    text: float
    text_width: float
    chips: float
    line: int
    head: int
    """What the line above the text takes; 0 when everything stands beside it."""


def columns(look: Look, width: int) -> NoteColumns:
    """The columns for a list of this width in the present size of text."""
    px = look.scaled
    number = LEAD
    time = number + px(NUMBER) + GAP
    sign = time + px(TIME) + GAP
    who = sign + px(SIGN) + GAP
    line = px(LINE)
    if look.zoom >= LARGE:
        text_width = max(80.0, width - LEAD - 8 - TRAIL)
        return NoteColumns(number, time, sign, who, LEAD + 8, text_width, width - TRAIL, line, px(LINE) + 4)
    text = who + px(WHO) + GAP
    chips = width - TRAIL - px(CHIPS)
    return NoteColumns(number, time, sign, who, text, max(80.0, chips - GAP - text), chips, line, 0)
