"""Counting what is in a workshop without loading its texts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from facilitator.domain import nouns
from facilitator.domain.kinds import NoteKind, Status
from facilitator.domain.overview import Overview, SessionCount, ThemeCount

from .schema import ALL
from .views.still_open import status_line

_NOTE, _THEME = (ALL[name].c for name in ("note", "theme"))


def overview(connection: Connection, sessions: tuple[nouns.Session, ...]) -> Overview:
    """The workshop in numbers; `sessions` in the order of the programme."""
    notes = _counted(connection, "note", "kind")
    recommendations = _counted(connection, "recommendation", "status")
    per_session = _counted(connection, "note", "session_id")
    return Overview(
        title=connection.scalar(select(ALL["workshop"].c.title)) or "",
        days=tuple(sorted({session.day for session in sessions if session.day})),
        sessions=tuple(
            SessionCount(one.number, one.title, one.day, one.starts, one.ends, one.kind, per_session.get(one.id, 0))
            for one in sessions
        ),
        notes={kind: notes[kind] for kind in NoteKind if kind in notes},
        recommendations={status: recommendations[status] for status in Status if status in recommendations},
        themes=_themes(connection),
        people=connection.scalar(select(func.count()).select_from(ALL["participant"])) or 0,
        fill_ins=status_line(connection).fill_ins,
        private=connection.scalar(select(func.count()).where(_NOTE.private)) or 0,
    )


def _counted(connection: Connection, table: str, column: str) -> dict[Any, int]:
    by = ALL[table].c[column]
    return dict(connection.execute(select(by, func.count()).group_by(by)).all())


def _themes(connection: Connection) -> tuple[ThemeCount, ...]:
    recommendations, notes = _counted(connection, "membership", "theme_id"), _counted(connection, "tag", "theme_id")
    rows = connection.execute(
        select(_THEME.id, _THEME.name, _THEME.parent_id).order_by(_THEME.position, _THEME.id)
    ).all()
    names = {key: name for key, name, _ in rows}
    return tuple(
        ThemeCount(name, names.get(parent), recommendations.get(key, 0), notes.get(key, 0))
        for key, name, parent in rows
    )
