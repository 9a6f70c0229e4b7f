"""`facilitator undo` and `facilitator redo`: one step, as in the app."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.jobs.progress import Progress
from facilitator.workspace.opening import open_workspace

SAID = {
    "undo": ("Undone: {label}", "There is nothing to undo."),
    "redo": ("Done again: {label}", "There is nothing to do again."),
}


def add_arguments(parser: Parser) -> None:
    """The workshop."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Take the step; where there is none, that is an answer and no error."""
    with closing(open_workspace(arguments.file)) as workspace:
        label = workspace.undo() if arguments.command == "undo" else workspace.redo()
    done, nothing = SAID[arguments.command]
    return Answer({"label": label}, [nothing if label is None else done.format(label=label)])
