"""`facilitator restore`: a backup becomes a workshop again."""

from __future__ import annotations

import argparse
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.jobs.progress import Progress
from facilitator.jobs.restore import restore


def add_arguments(parser: Parser) -> None:
    """The backup and the new name."""
    parser.add_argument("backup", metavar="BACKUP", type=Path, help="the backup")
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop to make; it must not be there")


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Make it."""
    made = restore(arguments.backup, arguments.file)
    data = {"path": str(made.path), "notes": made.notes, "recommendations": made.recommendations}
    return Answer(data, [f"{made.path}: notes {made.notes}, recommendations {made.recommendations}"])
