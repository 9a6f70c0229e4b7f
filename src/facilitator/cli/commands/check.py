"""`facilitator check`: everything that can be verified about a file, and what can be saved of a damaged one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.domain.errors import DamageError, NotAWorkshop
from facilitator.jobs.check import FILE, CheckResult, check
from facilitator.jobs.progress import Progress
from facilitator.jobs.salvage import Salvaged, salvage
from facilitator.store.check import Finding
from facilitator.store.faults import damaged


def add_arguments(parser: Parser) -> None:
    """The workshop, and where to save what can be saved."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")
    parser.add_argument(
        "--salvage", metavar="NEW", type=Path, help="make a new workshop of everything that can be read in FILE"
    )


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Look, and write nothing but the new workshop that was asked for."""
    saved = salvage(arguments.file, arguments.salvage) if arguments.salvage else None
    result = _checked(arguments.file, is_sure=saved is not None)
    findings = [{"what": one.what, "where": one.where, "sentence": one.sentence} for one in result.findings]
    data: dict[str, object] = {"ok": result.ok, "findings": findings}
    lines = [*_lines(result)]
    if saved is not None:
        data["salvaged"] = _data(saved)
        lines += _told(saved)
    if result.ok:
        return Answer(data, [f"{arguments.file} is whole.", *lines])
    if len(result.findings) == 1 and result.findings[0].what == FILE:
        # That sentence says it all, and what to do.
        lines = lines[1:]
        complaint = result.findings[0].sentence
    else:
        found = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        complaint = str(damaged(arguments.file, found))
    if saved is not None:
        # The exit code is about FILE alone; who reads only this line must not think that nothing was made.
        complaint += f" What can be read of it was written to {saved.path}, which is whole: {_counts(saved)}."
    return Answer(data, lines, exit_code=DamageError.exit_code, complaint=complaint)


def _checked(path: Path, *, is_sure: bool) -> CheckResult:
    """With `is_sure` it is a workshop whatever its first bytes say: notes were found in it."""
    try:
        return check(path)
    except NotAWorkshop:
        if not is_sure:
            raise
        return CheckResult(False, (Finding(FILE, path.name, str(damaged(path, "its first page is lost"))),))


def _lines(result: CheckResult) -> Iterator[str]:
    return (f"{one.where}: {one.sentence}" for one in result.findings)


def _data(saved: Salvaged) -> dict[str, object]:
    return {
        "path": str(saved.path),
        "notes": saved.notes,
        "recommendations": saved.recommendations,
        "missing": saved.missing,
        "numbers": [str(number) for number in saved.numbers],
        "closed": saved.closed,
    }


def _counts(saved: Salvaged) -> str:
    return f"notes {saved.notes}, recommendations {saved.recommendations}"


def _told(saved: Salvaged) -> Iterator[str]:
    yield f"Saved into {saved.path}: {_counts(saved)}"
    for table, count in saved.missing.items():
        yield f"  not whole any more: {table} {count}"
    if saved.closed:
        yield f"  from the history alone, and private now because their last change may be lost: notes {saved.closed}"
    if saved.numbers:
        yield f"  given once, and not found: {', '.join(map(str, saved.numbers))}"
