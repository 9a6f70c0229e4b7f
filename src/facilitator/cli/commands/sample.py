"""`facilitator sample`: a workshop to try things out."""

from __future__ import annotations

import argparse
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser, count
from facilitator.jobs.progress import Progress


def add_arguments(parser: Parser) -> None:
    """The file, and how large it is to be when it is not the conference in Bangkok."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop to make, as NAME.workshop")
    large = parser.add_argument_group("a large workshop from word lists, instead of the conference in Bangkok")
    large.add_argument("--notes", metavar="N", type=count, help="so many notes")
    large.add_argument("--recommendations", metavar="N", type=count, help="so many recommendations")
    large.add_argument("--people", metavar="N", type=count, help="so many participants")
    large.add_argument("--seed", metavar="S", type=count, help="another number gives another workshop (1)")


def carry_out(arguments: argparse.Namespace, progress: Progress) -> Answer:
    """Make it."""
    sizes = {name: getattr(arguments, name) for name in ("notes", "recommendations", "people", "seed")}
    given = {name: size for name, size in sizes.items() if size is not None}
    if given:
        from facilitator.jobs.large_sample import Size, make_large_sample

        made = make_large_sample(arguments.file, Size(**given), progress)
    else:
        from facilitator.jobs.sample import make_sample

        made = make_sample(arguments.file, progress)
    return Answer({"path": str(made.path), "title": made.title}, [f"{made.path}: {made.title}"])
