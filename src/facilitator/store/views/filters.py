"""What each filter of a search asks of notes, recommendations, people, sessions and themes, in SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from facilitator.domain.finding import HitKind
from facilitator.domain.kinds import NoteKind
from facilitator.domain.numbers import SESSION, parse_number
from facilitator.domain.query import Field, Filter

from .matching import NOTHING, Condition, all_of, any_of, not_so, word_beginnings
from .still_open import OPEN_NOTE, OPEN_PERSON, OPEN_RECOMMENDATION

_OF_SOURCE: Final = """
recommendation.id IN (SELECT source.recommendation_id FROM source JOIN note ON note.id = source.note_id WHERE {where})
"""
_IN_THEMES: Final = """
note.id IN (SELECT tag.note_id FROM tag WHERE tag.theme_id IN ({themes})
            UNION ALL SELECT source.note_id FROM source
            JOIN membership ON membership.recommendation_id = source.recommendation_id
            WHERE source.origin = 1 AND membership.theme_id IN ({themes}))
"""
_HOLDS: Final = """
recommendation.id IN (SELECT membership.recommendation_id FROM membership WHERE membership.theme_id IN ({themes}))
"""
Asks = Callable[[Filter], Condition]


def filtered(kind: HitKind, filters: Iterable[Filter]) -> Condition:
    """What all these filters ask of things of one kind.

    A filter that has no meaning for them, such as the status of a person, holds for none of them; left out with a
    minus, it leaves out none.
    """
    return all_of(_filtered(kind, one) for one in filters)


def _filtered(kind: HitKind, one: Filter) -> Condition:
    asks = ASKS[kind].get(one.field)
    condition = NOTHING if asks is None else asks(one)
    return not_so(condition) if one.excluded else condition


def _named_speaker(one: Filter) -> Condition:
    return _beginnings(one.value, "participant.name", "participant.organisation", "participant.code")


def _spoken(one: Filter) -> Condition:
    found = _named_speaker(one)
    # a comparison with nobody is neither true nor false, and would be lost behind a NOT
    sql = f"coalesce(note.speaker_id IN (SELECT id FROM participant WHERE {found.sql}), 0)"  # noqa: S608 - our own words
    return Condition(sql, found.parameters)


def _named_session(one: Filter) -> Condition:
    number = parse_number(one.value) or parse_number(SESSION + one.value)
    if number is not None:
        return Condition("session.prefix = ? AND session.count = ?", (number.prefix, number.count))
    return _beginnings(one.value, "session.title")


def _said_in(one: Filter) -> Condition:
    found = _named_session(one)
    return Condition(f"note.session_id IN (SELECT id FROM session WHERE {found.sql})", found.parameters)  # noqa: S608


def _named_theme(one: Filter) -> Condition:
    return _beginnings(one.value, "theme.name")


def _under_theme(question: str) -> Asks:
    def asks(one: Filter) -> Condition:
        found = _named_theme(one)
        themes = f"SELECT id FROM theme WHERE {found.sql}"  # noqa: S608 - our own words
        return Condition(question.format(themes=themes), found.parameters * question.count("{themes}"))

    return asks


def _of_source(asks: Asks) -> Asks:
    def asks_source(one: Filter) -> Condition:
        found = asks(one)
        return Condition(_OF_SOURCE.format(where=found.sql), found.parameters)

    return asks_source


def _has_fill_in(condition: str) -> Asks:
    return lambda _: Condition(condition, ())


def _is_recommendation(one: Filter) -> Condition:
    return Condition(str(int(NoteKind.RECOMMENDATION in one.values)), ())


def _beginnings(value: str, *columns: str) -> Condition:
    # signs alone begin no word of anybody
    return word_beginnings(value, *columns) if any(letter.isalnum() for letter in value) else NOTHING


ASKS: Final[Mapping[HitKind, Mapping[Field, Asks]]] = {
    HitKind.NOTE: {
        Field.KIND: lambda one: any_of("note.kind", one.values),
        Field.SPEAKER: _spoken,
        Field.THEME: _under_theme(_IN_THEMES),
        Field.SESSION: _said_in,
        Field.IS: lambda _: Condition("note.private = 1", ()),
        Field.HAS: _has_fill_in(OPEN_NOTE),
    },
    HitKind.RECOMMENDATION: {
        Field.KIND: _is_recommendation,
        Field.SPEAKER: _of_source(_spoken),
        Field.THEME: _under_theme(_HOLDS),
        Field.SESSION: _of_source(_said_in),
        Field.STATUS: lambda one: any_of("recommendation.status", one.values),
        Field.HAS: _has_fill_in(OPEN_RECOMMENDATION),
    },
    HitKind.PERSON: {Field.SPEAKER: _named_speaker, Field.HAS: _has_fill_in(OPEN_PERSON)},
    HitKind.SESSION: {Field.SESSION: _named_session},
    HitKind.THEME: {Field.THEME: _named_theme},
}
