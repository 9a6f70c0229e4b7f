"""`facilitator backup`: a proven copy."""

from __future__ import annotations

import argparse
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.jobs.backup import backup
from facilitator.jobs.progress import Progress


def add_arguments(parser: Parser) -> None:
    """The workshop and the folder."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop; it may be open in the app")
    parser.add_argument(
        "--to", metavar="FOLDER", type=Path, help="the folder, such as a stick; else that of the settings"
    )


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Make it."""
    made = backup(arguments.file, arguments.to)
    data = {"path": str(made.path), "notes": made.notes, "recommendations": made.recommendations}
    return Answer(data, [f"{made.path}: notes {made.notes}, recommendations {made.recommendations}"])
