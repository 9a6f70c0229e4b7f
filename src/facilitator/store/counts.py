"""Counting what is in a workshop, and what in it is still open, without loading its texts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, exists, func, literal, select, union_all

from facilitator.domain import nouns
from facilitator.domain.cards import IN_THE_MATRIX, MATRIX
from facilitator.domain.kinds import NoteKind, Status
from facilitator.domain.numbers import Number
from facilitator.domain.overview import FillIn, Gap, Overview, SessionCount, ThemeCount

from .schema import ALL

_NOTE, _RECOMMENDATION, _PERSON, _THEME = (ALL[name].c for name in ("note", "recommendation", "participant", "theme"))
_CHECKED = select(_NOTE.id, _NOTE.prefix, _NOTE["count"]).where(_NOTE.check_later)
_STRANGERS = select(_PERSON.id, _PERSON.name).where(
    exists().where(_NOTE.speaker_id == _PERSON.id),
    _PERSON.role == "",
    _PERSON.organisation == "",
    _PERSON.sector.is_(None),
)
_EMPTY_FIELDS = union_all(
    *(
        select(
            _RECOMMENDATION.id,
            _RECOMMENDATION.prefix,
            _RECOMMENDATION["count"],
            literal(field).label("field"),
            literal(place).label("place"),
        ).where(_RECOMMENDATION[field] == "", _RECOMMENDATION.status.in_([status.value for status in IN_THE_MATRIX]))
        for place, field in enumerate(MATRIX)
    )
)


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
        fill_ins=sum(_length(connection, query) for query in (_CHECKED, _STRANGERS, _EMPTY_FIELDS)),
        private=connection.scalar(select(func.count()).where(_NOTE.private)) or 0,
    )


def _counted(connection: Connection, table: str, column: str) -> dict[Any, int]:
    by = ALL[table].c[column]
    return dict(connection.execute(select(by, func.count()).group_by(by)).all())


def _length(connection: Connection, query: Any) -> int:
    return connection.scalar(select(func.count()).select_from(query.subquery())) or 0


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


def fill_ins(connection: Connection) -> tuple[FillIn, ...]:
    """What is still open: notes by number, then people by name, then recommendations by number and field."""
    checked = connection.execute(_CHECKED.order_by(_NOTE.prefix, _NOTE["count"]))
    strangers = connection.execute(_STRANGERS.order_by(_PERSON.name_identity, _PERSON.id))
    fields = connection.execute(_EMPTY_FIELDS.order_by("prefix", "count", "place"))
    return (
        *(FillIn(Gap.CHECK_LATER, key, str(Number(prefix, count))) for key, prefix, count in checked),
        *(FillIn(Gap.SPEAKER, key, name) for key, name in strangers),
        *(FillIn(Gap.MATRIX, key, str(Number(prefix, count)), field) for key, prefix, count, field, _ in fields),
    )
