"""`facilitator log`: the ledger, newest last, or the history of one thing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.cli.telling import told as told_of
from facilitator.domain.errors import NoLongerThere
from facilitator.domain.nouns import Instant, Key
from facilitator.domain.numbers import Number, parse_number
from facilitator.jobs.progress import Progress
from facilitator.store.log import Step, Version
from facilitator.store.reads import Reads
from facilitator.workspace.opening import open_workspace

PREFIXES = {"undo": "Undo: ", "redo": "Redo: "}
"""What stands before the label of a step that takes another back or does it again."""
LISTED = 8
"""So many things of a step are named to a person; a script gets them all."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A step as it is told: `at` in UTC; `what` are things, or, of one thing, its fields with before and after."""

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
                names = _Names(reads)
                versions = workspace.history(reads.thing(arguments.of))
                told = [one for one in (_of_version(version, names) for version in versions) if one.what]
    steps = [
        {"id": one.id, "at": one.at, "label": one.label, "what": list(one.what), "undone": one.undone} for one in told
    ]
    return Answer({"steps": steps}, _lines(told))


def _number(typed: str) -> Number:
    number = parse_number(typed)
    if number is None:
        raise argparse.ArgumentTypeError(f"{typed} is no printed number; write it as S3, S3.12 or R14")
    return number


def _of_step(step: Step) -> _Told:
    return _Told(step.id.hex(), _instant(step.at), _label(step), step.what, step.undone)


def _of_version(version: Version, names: _Names) -> _Told:
    changes = tuple(told_of(version, names.of))
    return _Told(version.id.hex(), _instant(version.at), _label(version), changes, version.undone)


def _label(step: Step | Version) -> str:
    return f"{PREFIXES.get(step.kind, '')}{step.label}"


class _Names:
    """What stood in a field, as a person knows it: other things by their names and numbers."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._known: dict[Key, str] = {theme.id: theme.name for theme in reads.themes()}
        self._known |= {person.id: person.name for person in reads.participants()}
        self._known |= {session.id: str(session.number) for session in reads.sessions()}
        self._known |= {one.id: str(one.number) for one in reads.recommendations()}

    def of(self, value: object) -> str:
        """A value as text."""
        if not isinstance(value, bytes):
            return str(value)
        if value not in self._known:
            self._known[value] = self._note(value)
        return self._known[value]

    def _note(self, key: Key) -> str:
        try:
            return str(self._reads.note(key).number)
        except NoLongerThere:
            return "one that is no longer there"


def _instant(at: Instant) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _lines(told: Sequence[_Told]) -> Iterator[str]:
    for one in told:
        more = f" and {len(one.what) - LISTED} more" if len(one.what) > LISTED else ""
        undone = " (undone)" if one.undone else ""
        yield f"{one.at}  {one.label}{undone}: {', '.join(one.what[:LISTED])}{more}"
