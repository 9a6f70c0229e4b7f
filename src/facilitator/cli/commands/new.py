"""`facilitator new`: an empty workshop."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.domain.kinds import Rule
from facilitator.jobs.new import make_workshop
from facilitator.jobs.progress import Progress


def add_arguments(parser: Parser) -> None:
    """The file and what a workshop is made with."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop to make, as NAME.workshop")
    parser.add_argument("--title", metavar="TEXT", required=True, help="what the workshop is called")
    parser.add_argument("--timezone", metavar="PLACE", help="such as Asia/Bangkok; else that of this computer")
    parser.add_argument(
        "--attribution",
        choices=[rule.value for rule in Rule],
        default=Rule.NAMED.value,
        help="what may be said of a speaker: name, role and sector (affiliation), or nothing (chatham)",
    )
    parser.add_argument("--prefix", metavar="B", type=_prefix, help="a room's letter: SB1, RB1 ...")


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Make it."""
    made = make_workshop(
        arguments.file,
        arguments.title,
        time_zone=arguments.timezone,
        attribution=Rule(arguments.attribution),
        prefix=arguments.prefix or "",
    )
    return Answer({"path": str(made.path), "title": made.title}, [f"{made.path}: {made.title}"])


def _prefix(typed: str) -> str:
    prefix = typed.upper()
    if not re.fullmatch("[A-Z]{1,8}", prefix):
        raise argparse.ArgumentTypeError(f"{typed} is no prefix; write one to eight letters from A to Z")
    return prefix
