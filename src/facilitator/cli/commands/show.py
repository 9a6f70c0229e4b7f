"""`facilitator show`: what is in a workshop."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from facilitator.cli.answer import Answer
from facilitator.cli.parser import Parser
from facilitator.cli.table import table_lines
from facilitator.domain.kinds import NoteKind, Status
from facilitator.domain.overview import Overview, SessionCount
from facilitator.jobs.progress import Progress
from facilitator.workspace.opening import open_workspace


def add_arguments(parser: Parser) -> None:
    """The workshop."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")


def carry_out(arguments: argparse.Namespace, _: Progress) -> Answer:
    """Count."""
    with closing(open_workspace(arguments.file, read_only=True)) as workspace, workspace.read() as reads:
        overview = reads.overview()
    return Answer(_data(overview), _lines(overview))


def _data(overview: Overview) -> dict[str, object]:
    return {
        "title": overview.title,
        "days": [day.isoformat() for day in overview.days],
        "sessions": [_session(session) for session in overview.sessions],
        "notes": {kind.value: count for kind, count in overview.notes.items()},
        "recommendations": {status.value: count for status, count in overview.recommendations.items()},
        "themes": [
            {"name": one.name, "parent": one.parent, "recommendations": one.recommendations, "notes": one.notes}
            for one in overview.themes
        ],
        "people": overview.people,
        "fill_ins": overview.fill_ins,
        "private": overview.private,
    }


def _session(session: SessionCount) -> dict[str, object]:
    return {
        "number": str(session.number),
        "title": session.title,
        "day": session.day.isoformat() if session.day else None,
        "start": session.starts.isoformat("minutes") if session.starts else None,
        "end": session.ends.isoformat("minutes") if session.ends else None,
        "kind": session.kind.value,
        "notes": session.notes,
    }


def _lines(overview: Overview) -> Iterator[str]:
    yield overview.title
    yield ""
    sessions = [
        {name: "" if value is None else value for name, value in _session(one).items()} for one in overview.sessions
    ]
    yield from table_lines(
        ("Session", "Day", "Time", "Kind", "Notes", "Title"),
        [
            (
                one["number"],
                one["day"],
                f"{one['start']}-{one['end']}".strip("-"),
                one["kind"],
                one["notes"],
                one["title"],
            )
            for one in sessions
        ],
    )
    yield ""
    themes = [(one.name, one.parent or "", one.recommendations, one.notes) for one in overview.themes]
    yield from table_lines(("Theme", "Under", "Recommendations", "Notes"), themes)
    yield ""
    yield f"Notes: {_counted(overview.notes)}; {overview.private} private"
    yield f"Recommendations: {_counted(overview.recommendations)}"
    yield f"People: {overview.people}; still open: {overview.fill_ins}"


def _counted(counts: Mapping[NoteKind, int] | Mapping[Status, int]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counts.items()) or "none"
