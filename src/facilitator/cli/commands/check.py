"""`facilitator check`: everything that can be verified about a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.domain.errors import DamageError, NotInThisVersion
from facilitator.jobs.check import FILE, CheckResult, check
from facilitator.jobs.progress import Progress
from facilitator.store.faults import damaged


def add_arguments(parser: Parser) -> None:
    """The workshop, and where to save what can be saved."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")
    parser.add_argument("--salvage", metavar="NEW", type=Path, help="save what can be saved (not in this version)")


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Look, and write nothing."""
    if arguments.salvage is not None:
        raise NotInThisVersion(what="--salvage")
    result = check(arguments.file)
    findings = [{"what": one.what, "where": one.where, "sentence": one.sentence} for one in result.findings]
    data: dict[str, object] = {"ok": result.ok, "findings": findings}
    if result.ok:
        return Answer(data, [f"{arguments.file} is whole."])
    if len(result.findings) == 1 and result.findings[0].what == FILE:
        # That sentence says it all, and what to do.
        return Answer(data, (), exit_code=DamageError.exit_code, complaint=result.findings[0].sentence)
    found = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
    complaint = str(damaged(arguments.file, found))
    return Answer(data, _lines(result), exit_code=DamageError.exit_code, complaint=complaint)


def _lines(result: CheckResult) -> Iterator[str]:
    return (f"{one.where}: {one.sentence}" for one in result.findings)
