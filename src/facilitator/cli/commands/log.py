"""`facilitator log`: the ledger, newest last, or the history of one thing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.domain.numbers import Number, parse_number
from facilitator.jobs.history import Chapter, chapters, named_step, shown_instant
from facilitator.jobs.progress import Progress
from facilitator.store.log import Step
from facilitator.workspace.opening import open_workspace

LISTED = 8
"""So many things of a step are named to a person; a script gets them all."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A step as it is told: `at` in UTC; `what` are things, or, of one thing, what the step did to it."""

    id: str
    at: str
    label: str
    what: tuple[str, ...]
    undone: bool


def add_arguments(parser: Parser) -> None:
    """The workshop, and the thing whose history is asked for."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")
    parser.add_argument("--of", metavar="R12", type=_number, help="only of this session, note or recommendation")


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Read the ledger."""
    with closing(open_workspace(arguments.file, read_only=True)) as workspace:
        if arguments.of is None:
            told = [_of_step(step) for step in workspace.steps()]
        else:
            with workspace.read() as reads:
                told = [_of_chapter(one) for one in chapters(workspace.history(reads.thing(arguments.of)), reads)]
    steps = [
        {"id": one.id, "at": one.at, "label": one.label, "what": list(one.what), "undone": one.undone} for one in told
    ]
    return Answer({"steps": steps}, _lines(told) if arguments.of is None else _history_lines(told))


def _number(typed: str) -> Number:
    number = parse_number(typed)
    if number is None:
        raise argparse.ArgumentTypeError(f"{typed} is no printed number; write it as S3, S3.12 or R14")
    return number


def _of_step(step: Step) -> _Told:
    return _Told(step.id.hex(), shown_instant(step.at), named_step(step), step.what, step.undone)


def _of_chapter(chapter: Chapter) -> _Told:
    return _Told(chapter.id.hex(), shown_instant(chapter.at), chapter.label, chapter.what, chapter.undone)


def _lines(told: Sequence[_Told]) -> Iterator[str]:
    for one in told:
        more = f" and {len(one.what) - LISTED} more" if len(one.what) > LISTED else ""
        yield f"{_head(one)}: {', '.join(one.what[:LISTED])}{more}"


def _history_lines(told: Sequence[_Told]) -> Iterator[str]:
    for one in told:
        yield _head(one)
        yield from (f"    {phrase}" for phrase in one.what)


def _head(one: _Told) -> str:
    return f"{one.at}  {one.label}{' (undone)' if one.undone else ''}"
