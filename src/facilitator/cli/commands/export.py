"""`facilitator export`: a report on paper or as a document, or the whole content."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser, day
from facilitator.domain.kinds import Rule
from facilitator.jobs.export import REPORTS, ExportOptions, export
from facilitator.jobs.exported import Exported
from facilitator.jobs.progress import Progress


def add_arguments(parser: Parser) -> None:
    """The workshop, the report, the target, and what may be chosen about it."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")
    parser.add_argument("report", metavar="REPORT", help=f"one of: {', '.join(REPORTS)}")
    parser.add_argument(
        "-o", "--out", metavar="OUT", type=Path, required=True, help="the target; its ending is the format"
    )
    parser.add_argument(
        "--session", metavar="S3", action="append", default=[], help="only this session, as 3 or S3; can be repeated"
    )
    parser.add_argument("--day", metavar="DATE", type=day, help="only this day, as 2023-08-09")
    parser.add_argument(
        "--attribution", choices=[rule.value for rule in Rule], help="say less about speakers than the notes' own rule"
    )
    parser.add_argument("--language", metavar="TAG", help="the language of the labels, such as en")
    parser.add_argument("--paper", choices=("a4", "letter"), help="the size of the paper")
    parser.add_argument("--include-private", action="store_true", help="copy private notes too (report workshop only)")


def carry_out(arguments: argparse.Namespace, progress: Progress) -> Answer:
    """Write it."""
    options = ExportOptions(
        now=time.time_ns() // 1_000_000,
        sessions=tuple(arguments.session),
        day=arguments.day,
        attribution=Rule(arguments.attribution) if arguments.attribution else None,
        language=arguments.language,
        paper=arguments.paper,
        include_private=arguments.include_private,
    )
    exported = export(arguments.file, arguments.report, arguments.out, options, progress)
    return Answer(_data(exported), _lines(exported), bool(exported.warnings))


def _data(exported: Exported) -> dict[str, object]:
    missing = [{"character": one.character, "where": list(one.where)} for one in exported.missing_characters]
    return {
        "path": str(exported.path),
        "pages": exported.pages,
        "expected": dict(exported.expected),
        "written": dict(exported.written),
        "missing_characters": missing,
        "warnings": list(exported.warnings),
    }


def _lines(exported: Exported) -> Iterator[str]:
    pages = "" if exported.pages is None else f" ({exported.pages} {'page' if exported.pages == 1 else 'pages'})"
    found = ", ".join(f"{exported.written.get(kind, 0)} of {count} {kind}" for kind, count in exported.expected.items())
    replaced = ", replaced" if exported.replaced else ""
    yield f"{exported.path}{pages}{replaced}: {found}"
    yield from (f"  {warning}" for warning in exported.warnings)
