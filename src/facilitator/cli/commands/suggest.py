"""`facilitator suggest`: themes for the recommendations that are in none."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.cli.table import table_lines
from facilitator.grouping import Chips, Unknown
from facilitator.jobs.progress import Progress
from facilitator.jobs.suggest import Proposed, ProposedTheme, suggest

SHOWN = {Chips.ONE: 1, Chips.THREE: 3, Chips.NONE: 3}
"""So many themes are shown to a person; a script gets all."""
SURE = {Chips.ONE: "sure", Chips.THREE: "likely", Chips.NONE: "unsure"}
WHY_NOT = {
    Unknown.NO_WORDS: "cannot know: it has no words",
    Unknown.NO_THEMES: "cannot know: there is no theme yet; try `facilitator groups`",
    Unknown.SCRIPT: "cannot know: nothing in this script is grouped yet",
}
NOTHING_SHARED = "none: it shares nothing with any theme"


def add_arguments(parser: Parser) -> None:
    """The workshop."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")


def carry_out(arguments: argparse.Namespace, progress: Progress) -> Answer:
    """Propose, and change nothing."""
    found = suggest(arguments.file, progress)
    return Answer(
        {"suggestions": {str(one.number): [_data(theme) for theme in one.themes] for one in found}}, _lines(found)
    )


def _data(theme: ProposedTheme) -> dict[str, object]:
    return {"theme": theme.theme, "score": round(theme.score, 4), "because": _because(theme)}


def _because(theme: ProposedTheme) -> str:
    like = f"like {theme.nearest}" if theme.nearest else ""
    return "; ".join(part for part in (", ".join(theme.words), like) if part)


def _lines(found: Sequence[Proposed]) -> Iterator[str]:
    if not found:
        yield "Every recommendation is in a theme."
        return
    rows = [row for one in found for row in _rows(one)]
    yield from table_lines(("Number", "Sure", "Theme", "Score", "Because", "Recommendation"), rows)


def _rows(one: Proposed) -> Iterator[tuple[object, ...]]:
    if not one.themes:
        why = WHY_NOT[one.unknown] if one.unknown else NOTHING_SHARED
        yield one.number, "", why, "", "", one.wording
        return
    for place, theme in enumerate(one.themes[: SHOWN[one.chips]]):
        known = (f"{theme.score:.2f}", _because(theme))
        yield (
            (one.number, SURE[one.chips], theme.theme, *known, one.wording)
            if place == 0
            else ("", "", theme.theme, *known, "")
        )
