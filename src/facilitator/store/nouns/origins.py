"""The recommendation that a note's own words made: it goes with the note for as long as nobody has touched it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, ScalarSelect, func, select

from facilitator.domain.cards import MATRIX
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Instant, Key, Recommendation
from facilitator.domain.numbers import RECOMMENDATION, Number, series
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.operations import batched
from facilitator.store.schema import (
    ALL,
    MembershipRow,
    RecommendationRow,
    Recorded,
    SourceRow,
    TagRow,
    WordingRow,
    new_key,
)
from facilitator.store.shapes import RECOMMENDATIONS, SOURCES, TAGS, WORDINGS, WORKSHOP

from .memberships import memberships_of

_NOTE, _RECOMMENDATION, _SOURCE, _WORDING, _RESERVATION, _TAG, _MEMBERSHIP = (
    ALL[name].c for name in ("note", "recommendation", "source", "wording", "reservation", "tag", "membership")
)

_OTHER_SOURCE, _MERGED = ALL["source"].alias().c, ALL["recommendation"].alias().c


def _count(column: ColumnElement[Key]) -> ScalarSelect[int]:
    return select(func.count()).where(column == _RECOMMENDATION.id).correlate(ALL["recommendation"]).scalar_subquery()


_UNTOUCHED = (
    select(_SOURCE.note_id, _RECOMMENDATION.id)
    .where(_SOURCE.origin, _NOTE.id == _SOURCE.note_id, _RECOMMENDATION.id == _SOURCE.recommendation_id)
    .where(_RECOMMENDATION.wording == _NOTE.text, _RECOMMENDATION.status == Status.RAW.value)
    .where(
        _RECOMMENDATION.merged_into_id.is_(None), *(_RECOMMENDATION[name] == "" for name in ("status_note", *MATRIX))
    )
    .where(_count(_WORDING.recommendation_id) == 1, _count(_OTHER_SOURCE.recommendation_id) == 1)
    .where(_count(_RESERVATION.recommendation_id) == 0, _count(_MERGED.merged_into_id) == 0)
)


def rows_of(
    number: Number, position: float, text: str, note_id: Key, homes: Iterable[tuple[Key, float]], at: Instant | None
) -> list[Recorded]:
    """The rows of a recommendation with a note's words; `homes` are its themes and positions, the home first."""
    key = new_key()
    return [
        RecommendationRow(id=key, prefix=number.prefix, count=number.count, position=position, wording=text),
        WordingRow(recommendation_id=key, position=1, text=text, written_at=at),
        SourceRow(note_id=note_id, recommendation_id=key, origin=True, position=1.0),
        *(
            MembershipRow(theme_id=theme_id, recommendation_id=key, home=place == 0, position=there)
            for place, (theme_id, there) in enumerate(homes)
        ),
    ]


def make(edit: Edit, note_id: Key, text: str, at: Instant | None) -> None:
    """Let a note that is there make a recommendation: its themes move over, the first as home."""
    tags = TAGS.all(edit.connection, _TAG.note_id == note_id)
    for tag in tags:
        edit.delete(TagRow, tag.id)
    prefix = series(RECOMMENDATION, WORKSHOP.all(edit.connection)[0].prefix)
    number = Number(prefix, edit.number(prefix))
    homes = [
        (tag.theme_id, order.after_last(edit.connection, "membership", _MEMBERSHIP.theme_id == tag.theme_id))
        for tag in tags
    ]
    edit.insert(rows_of(number, order.after_last(edit.connection, "recommendation"), text, note_id, homes, at))


def origin_of(connection: Connection, note_id: Key) -> Recommendation | None:
    """The recommendation that this note's words made, if it is there."""
    query = select(_SOURCE.recommendation_id).where(_SOURCE.note_id == note_id, _SOURCE.origin)
    key = connection.scalar(query)
    return None if key is None else RECOMMENDATIONS.one(connection, key)


def untouched_of(connection: Connection, note_ids: Iterable[Key]) -> dict[Key, Key]:
    """By note, the recommendation that is as the note made it: its words, raw, nothing filled in, reserved or merged.

    Its themes do not count, because they go back to the note when the recommendation goes.
    """
    found: dict[Key, Key] = {}
    for part in batched(note_ids):
        rows = connection.execute(_UNTOUCHED.where(_SOURCE.note_id.in_(part)))
        found.update((note_id, key) for note_id, key in rows)
    return found


def reword(edit: Edit, texts: Mapping[Key, str]) -> None:
    """Let untouched recommendations follow corrections of their notes: the first wording itself is corrected."""
    wordings: dict[Key, dict[str, str]] = {}
    for part in batched(texts):
        of = select(_WORDING.id, _WORDING.recommendation_id).where(_WORDING.recommendation_id.in_(part))
        wordings.update((key, {"text": texts[made]}) for key, made in edit.connection.execute(of))
    edit.update_many(WordingRow, wordings)
    edit.update_many(RecommendationRow, {key: {"wording": text} for key, text in texts.items()})


def remove(edit: Edit, made: Key, note_id: Key) -> None:
    """Take an untouched recommendation away; its themes become the note's, the home first."""
    for place, membership in enumerate(memberships_of(edit.connection, made)):
        edit.delete(MembershipRow, membership.id)
        edit.insert([TagRow(note_id=note_id, theme_id=membership.theme_id, position=place + 1.0)])
    for source in SOURCES.all(edit.connection, _SOURCE.recommendation_id == made):
        edit.delete(SourceRow, source.id)
    for wording in WORDINGS.all(edit.connection, _WORDING.recommendation_id == made):
        edit.delete(WordingRow, wording.id)
    edit.delete(RecommendationRow, made)
