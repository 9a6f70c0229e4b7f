"""`facilitator import`: notes, people or another workshop come in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.domain.errors import FieldMappedTwice, NotInThisVersion
from facilitator.intake.recognise import SourceKind
from facilitator.jobs.import_source import ImportOptions, import_source
from facilitator.jobs.imported import Imported
from facilitator.jobs.progress import Progress
from facilitator.jobs.source import read_source

LATER = "recommendations"
READ_AS = {SourceKind.NOTES: "notes", SourceKind.PEOPLE: "a list of people", SourceKind.WORKSHOP: "a workshop"}
NAMED = 10
"""So many new people or themes are named, so that a code that was mistyped is seen."""
SHOWN = 200
"""Of a long line so many characters are shown to a person."""


def add_arguments(parser: Parser) -> None:
    """The file, the source, and how to read it."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop; it is made if it is not there")
    parser.add_argument(
        "source",
        metavar="SOURCE",
        help=".txt or .md with notes, .csv or .xlsx with people, .json with a workshop; - is standard input",
    )
    kinds = [*(kind.value for kind in SourceKind), LATER]
    parser.add_argument("--as", dest="wanted", choices=kinds, help="what the source is, if its ending does not say")
    parser.add_argument("--encoding", metavar="NAME", help="of a text that is not UTF-8, such as cp874")
    parser.add_argument("--sheet", metavar="NAME", help="the sheet of an Excel workbook; else the first with content")
    parser.add_argument(
        "--map",
        metavar="field=Column",
        type=_pair,
        action="append",
        default=[],
        help="which column is name, code, organisation, sector, country, role, email or language",
    )
    parser.add_argument("--dry-run", action="store_true", help="read and say everything, write nothing")


def carry_out(arguments: argparse.Namespace, progress: Progress) -> Answer:
    """Bring it in."""
    if arguments.wanted == LATER:
        raise NotInThisVersion(what="The import of recommendations")
    options = ImportOptions(
        wanted=SourceKind(arguments.wanted) if arguments.wanted else None,
        encoding=arguments.encoding,
        sheet=arguments.sheet,
        mapping=_mapping(arguments.map),
        dry_run=arguments.dry_run,
    )
    source = read_source(arguments.source, sys.stdin.buffer if sys.stdin else None)
    imported = import_source(arguments.file, source, options, progress)
    return Answer(_data(imported), _lines(imported, arguments), bool(imported.warnings))


def _pair(typed: str) -> tuple[str, str]:
    field, sign, column = typed.partition("=")
    if not (field.strip() and sign and column.strip()):
        raise argparse.ArgumentTypeError(f"{typed} is no pair; write it as name=Column")
    return field.strip(), column


def _mapping(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    mapping: dict[str, str] = {}
    for field, column in pairs:
        if field in mapping:
            raise FieldMappedTwice(field=field, first=mapping[field], second=column)
        mapping[field] = column
    return mapping


def _named(what: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        yield f"  new {what}: {', '.join(names[:NAMED])}{more}"


def _data(imported: Imported) -> dict[str, object]:
    return {
        "path": str(imported.path),
        "lines": imported.lines,
        "sessions": imported.sessions,
        "notes": {kind.value: count for kind, count in imported.notes.items()},
        "recommendations": imported.recommendations,
        "themes": imported.themes,
        "speakers": imported.speakers,
        "people": imported.people,
        "added": imported.added,
        "kept": imported.kept,
        "warnings": [{"line": one.line, "text": one.text, "why": one.why} for one in imported.warnings],
    }


def _lines(imported: Imported, arguments: argparse.Namespace) -> Iterator[str]:
    yield f"{arguments.source} was read as {READ_AS[imported.kind]}; lines with content: {imported.lines}"
    for field, column in imported.columns.items():
        yield f"  {field} is read from the column {column}"
    if imported.unread:
        yield f"  {imported.unread}"
    for one in imported.warnings:
        yield f"  {one.line}: {one.why}  | {one.text[:SHOWN]}"
    notes = sum(imported.notes.values())
    kinds = ", ".join(f"{count} {kind}" for kind, count in imported.notes.items())
    yield f"Sessions: {imported.sessions}"
    yield f"Notes: {notes} ({kinds})" if notes else "Notes: 0"
    yield f"Recommendations: {imported.recommendations}, themes: {imported.themes}"
    yield f"Speakers: {imported.speakers}, new people: {imported.people}"
    yield from _named("people", imported.new_people)
    yield from _named("themes", imported.new_themes)
    yield f"New in all: {imported.added}, there already: {imported.kept}"
    yield "Nothing was written (--dry-run)." if arguments.dry_run else f"All is in {imported.path}."
