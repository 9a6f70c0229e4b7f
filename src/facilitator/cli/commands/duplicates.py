"""`facilitator duplicates`: recommendations that nearly say the same."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.cli.table import table_lines
from facilitator.jobs.duplicates import Likeness, duplicates
from facilitator.jobs.progress import Progress


def add_arguments(parser: Parser) -> None:
    """The workshop."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")


def carry_out(arguments: argparse.Namespace, progress: Progress) -> Answer:
    """Compare, and change nothing."""
    found = duplicates(arguments.file, progress)
    return Answer({"pairs": [_data(pair) for pair in found]}, _lines(found))


def _data(pair: Likeness) -> dict[str, object]:
    a, b = pair.numbers
    return {"a": str(a), "b": str(b), "score": round(pair.score, 4)}


def _lines(found: Sequence[Likeness]) -> Iterator[str]:
    if not found:
        yield "No two recommendations nearly say the same."
        return
    rows: list[tuple[object, ...]] = []
    for pair in found:
        rows.append((f"{pair.score:.2f}", pair.numbers[0], pair.wordings[0]))
        rows.append(("", pair.numbers[1], pair.wordings[1]))
        rows.extend(("", "", warning) for warning in _warnings(pair))
    yield from table_lines(("Score", "Number", "Recommendation"), rows)


def _warnings(pair: Likeness) -> Iterator[str]:
    if pair.negations:
        yield f"Mind the negation that only one has: {', '.join(pair.negations)}"
    if pair.numerals:
        yield f"Mind the numbers that only one has: {', '.join(pair.numerals)}"
