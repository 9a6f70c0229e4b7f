"""Writing a workshop as JSON: the same content gives the same bytes, whatever file it lies in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from facilitator.domain.nouns import Content, Participant
from facilitator.domain.numbers import Number
from facilitator.store.reads import CONTENT_SHAPES
from facilitator.store.shapes import WORKSHOP, Shape

FORMAT = "facilitator workshop"
VERSION = 2
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write(content: Content, counters: Mapping[str, int], *, include_private: bool = False) -> bytes:
    """The content as UTF-8, one line for each thing, in the order of the content; `counters` as `Reads` has them.

    Ids are UUID text, instants ISO 8601 in UTC. Private notes, and people and themes named only in them,
    stay away unless `include_private` says otherwise.
    """
    shown = content if include_private else without_private(content)
    parts = [f'"format": "{FORMAT}"', f'"version": {VERSION}', f'"workshop": {_line(WORKSHOP, shown.workshop)}']
    parts.append(f'"counters": {json.dumps(dict(sorted(counters.items())), ensure_ascii=False)}')
    parts.extend(_list(name, shape, getattr(shown, name)) for name, shape in CONTENT_SHAPES.items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _list(name: str, shape: Shape[Any], things: Iterable[object]) -> str:
    lines = ",\n".join(f" {_line(shape, thing)}" for thing in things)
    return f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []'


def _line(shape: Shape[Any], thing: object) -> str:
    return json.dumps({name: _value(name, getattr(thing, name)) for name in names(shape)}, ensure_ascii=False)


def names(shape: Shape[Any]) -> tuple[str, ...]:
    """The fields that a thing has in JSON: all but the id of the workshop, which is that of the file it lies in."""
    return tuple(name for name in shape.hints if name != "id" or shape is not WORKSHOP)


def _value(name: str, value: object) -> object:
    if isinstance(value, bytes):
        return str(UUID(bytes=value))
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if name.endswith("_at") and isinstance(value, int):
        moment = EPOCH + timedelta(milliseconds=value)
        return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
    return value


def without_private(content: Content) -> Content:
    """The content as if no private note had been taken; only the counters still know how many numbers were given."""
    hidden = {note.id for note in content.notes if note.private}
    notes = tuple(note for note in content.notes if not note.private)
    tags = tuple(tag for tag in content.tags if tag.note_id not in hidden)
    open_content = replace(
        content,
        notes=notes,
        tags=tags,
        sources=tuple(source for source in content.sources if source.note_id not in hidden),
        releases=tuple(release for release in content.releases if release.note_id not in hidden),
    )
    strangers = _people_of(content) - _people_of(open_content)
    unseen = {tag.theme_id for tag in content.tags if tag.note_id in hidden} - _themes_in_use(open_content)
    return replace(
        open_content,
        participants=tuple(one for one in content.participants if one.id not in strangers or _is_known(one)),
        themes=tuple(theme for theme in content.themes if theme.id not in unseen or theme.digest),
    )


def _people_of(content: Content) -> set[bytes]:
    spoken: Iterator[bytes | None] = (key for note in content.notes for key in (note.speaker_id, note.who_id))
    cast = {part.participant_id for part in content.parts} | {turn.participant_id for turn in content.turns}
    return {key for key in spoken if key} | cast


def _is_known(person: Participant) -> bool:
    # somebody on the list of participants is named there; somebody who was only typed has a name and nothing else
    return any(
        (person.given_code, person.role, person.organisation, person.sector, person.country, person.email, person.about)
    )


def _themes_in_use(content: Content) -> set[bytes]:
    carried = {tag.theme_id for tag in content.tags} | {membership.theme_id for membership in content.memberships}
    return carried | {theme.parent_id for theme in content.themes if theme.parent_id}
