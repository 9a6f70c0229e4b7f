"""`facilitator groups`: first groups of the recommendations that are in no theme."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.cli.table import table_lines
from facilitator.jobs.groups import FirstGroup, first_groups
from facilitator.jobs.progress import Progress


def add_arguments(parser: Parser) -> None:
    """The workshop."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")


def carry_out(arguments: argparse.Namespace, progress: Progress) -> Answer:
    """Propose, and change nothing."""
    found = first_groups(arguments.file, progress)
    return Answer({"groups": [_data(group) for group in found]}, _lines(found))


def _data(group: FirstGroup) -> dict[str, object]:
    return {"name": group.name, "members": [str(number) for number in group.members]}


def _lines(found: Sequence[FirstGroup]) -> Iterator[str]:
    if not found:
        yield "No recommendations outside the themes belong together."
        return
    rows = [
        (len(group.members), group.name, ", ".join(map(str, group.members)), f"{group.central} {group.wording}")
        for group in found
    ]
    yield from table_lines(("Cards", "Name", "Recommendations", "Most central"), rows)
