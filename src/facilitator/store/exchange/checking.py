"""Whether the parts of a workshop fit together: ids, references, numbers, homes, merges, levels."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any
from uuid import UUID

from facilitator.domain.errors import ExchangeDoubled, ExchangeHomes, ExchangeReference, ExchangeWrong
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Content, Key
from facilitator.store.reads import CONTENT_SHAPES
from facilitator.text import identity

_TARGETS = {
    "session_id": "sessions",
    "participant_id": "participants",
    "speaker_id": "participants",
    "who_id": "participants",
    "note_id": "notes",
    "recommendation_id": "recommendations",
    "merged_into_id": "recommendations",
    "theme_id": "themes",
    "parent_id": "themes",
}


def check(content: Content) -> None:
    """Raise an `ExchangeError` that names the first place where the content contradicts itself."""
    everything = [
        (f"{name}[{place}]", one) for name in CONTENT_SHAPES for place, one in enumerate(getattr(content, name))
    ]
    _check_once((f"{where}.id", one.id) for where, one in everything)
    _check_references(content)
    numbered = [(where, one) for where, one in everything if hasattr(one, "number")]
    _check_once((f"{where}.number", str(one.number)) for where, one in numbered)
    _check_once(_fields(content, "wordings", "recommendation_id", "position"))
    _check_once(_fields(content, "memberships", "recommendation_id", "theme_id"))
    _check_once(_fields(content, "tags", "note_id", "theme_id"))
    _check_once(_fields(content, "sources", "note_id", "recommendation_id"))
    _check_once((where, identity(one.name)) for where, one in _places(content, "themes"))
    _check_once((where, identity(one.code)) for where, one in _places(content, "participants") if one.code)
    _check_numbers(content)
    _check_homes(content)
    _check_merges(content)
    _check_wordings(content)
    _check_levels(content)


def _places(content: Content, name: str) -> list[tuple[str, Any]]:
    return [(f"{name}[{place}]", one) for place, one in enumerate(getattr(content, name))]


def _fields(content: Content, name: str, *fields: str) -> list[tuple[str, Hashable]]:
    return [(where, tuple(getattr(one, field) for field in fields)) for where, one in _places(content, name)]


def _check_once(places: Iterable[tuple[str, Hashable]]) -> None:
    seen: dict[Hashable, str] = {}
    for where, value in places:
        first = seen.setdefault(value, where)
        if first != where:
            raise ExchangeDoubled(where=where, first=first)


def _check_references(content: Content) -> None:
    keys: dict[str, set[Key]] = {name: {one.id for one in getattr(content, name)} for name in CONTENT_SHAPES}
    for name, shape in CONTENT_SHAPES.items():
        fields = [(field, _TARGETS[field]) for field in shape.hints if field in _TARGETS]
        for where, one in _places(content, name):
            for field, target in fields:
                key = getattr(one, field)
                if key is not None and key not in keys[target]:
                    raise ExchangeReference(where=f"{where}.{field}", id=UUID(bytes=key), target=target)


def _check_numbers(content: Content) -> None:
    for name, letter, dotted in (("sessions", "S", False), ("notes", "S", True), ("recommendations", "R", False)):
        for where, one in _places(content, name):
            prefix = one.number.prefix
            if prefix[0] != letter or prefix.endswith(".") != dotted:
                raise ExchangeWrong(where=f"{where}.number", found=str(one.number), expected=f"a number of {name}")
    for where, one in _places(content, "sessions"):
        if one.starts and one.ends and one.ends < one.starts:
            raise ExchangeWrong(
                where=f"{where}.ends", found=f"{one.ends:%H:%M}", expected="no earlier time than the start"
            )


def _check_homes(content: Content) -> None:
    homes = {one.recommendation_id: 0 for one in content.memberships}
    for one in content.memberships:
        homes[one.recommendation_id] += one.home
    for where, one in _places(content, "memberships"):
        if homes[one.recommendation_id] != 1:
            raise ExchangeHomes(where=where, count=homes[one.recommendation_id])


def _check_merges(content: Content) -> None:
    into = {one.id: one.merged_into_id for one in content.recommendations}
    sound: set[Key | None] = {None}
    for where, one in _places(content, "recommendations"):
        if (one.status is Status.MERGED) != (one.merged_into_id is not None):
            raise ExchangeWrong(
                where=f"{where}.status", found=one.status.value, expected="merged exactly with merged_into_id"
            )
        path: set[Key] = set()
        key: Key | None = one.id
        while key is not None and key not in sound:
            if key in path:
                raise ExchangeWrong(
                    where=f"{where}.merged_into_id", found="a circle", expected="another recommendation"
                )
            path.add(key)
            key = into[key]
        sound |= path


def _check_wordings(content: Content) -> None:
    ordered = sorted(content.wordings, key=lambda wording: wording.position)
    in_force = {wording.recommendation_id: wording.text for wording in ordered}
    for where, one in _places(content, "recommendations"):
        if in_force.get(one.id) != one.wording:
            raise ExchangeWrong(where=f"{where}.wording", found="another text", expected="the last of its wordings")


def _check_levels(content: Content) -> None:
    parents = {one.id: one.parent_id for one in content.themes}
    for where, one in _places(content, "themes"):
        if one.parent_id is not None and (one.parent_id == one.id or parents[one.parent_id] is not None):
            raise ExchangeWrong(where=f"{where}.parent_id", found="a sub-theme", expected="a theme of the first level")
