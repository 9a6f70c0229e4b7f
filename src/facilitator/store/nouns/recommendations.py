"""Edits of recommendations: wording, status, matrix, themes, sources, merging. Nothing throws one away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, func, literal, select

from facilitator.domain.errors import EmptyText, MergedAlready, NoLongerThere, NoteIsPrivate, StatusNeedsMerge
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Instant, Key, Recommendation, Reservation, Wording
from facilitator.domain.numbers import RECOMMENDATION, series
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.operations import INSERT, OPERATION, UPDATE, batched, decode
from facilitator.store.schema import (
    ALL,
    MembershipRow,
    RecommendationRow,
    ReservationRow,
    SourceRow,
    WordingRow,
    new_key,
)
from facilitator.store.shapes import (
    MEMBERSHIPS,
    NOTES,
    RECOMMENDATIONS,
    RESERVATIONS,
    SOURCES,
    THEMES,
    WORDINGS,
    WORKSHOP,
)

from .memberships import join_theme, leave_theme, memberships_of, move_homes

_RECOMMENDATION, _SOURCE, _WORDING, _MEMBERSHIP, _RESERVATION = (
    ALL[name].c for name in ("recommendation", "source", "wording", "membership", "reservation")
)

_NUMBER = (_RECOMMENDATION.prefix, _RECOMMENDATION["count"])


class MatrixFields(TypedDict, total=False):
    """The columns of the recommendation matrix."""

    addressed_to: str
    action: str
    timeframe: str
    indicator: str
    resources: str


class ReservationFields(TypedDict, total=False):
    """What is said of a reservation."""

    text: str
    constituency: str


class Recommendations:
    """Edits of recommendations."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def add(self, wording: str, theme_ids: Iterable[Key] = ()) -> Recommendation:
        """A recommendation that no note made; the first theme is its home."""
        edit, key = self._edit, new_key()
        text = self._worded(wording)
        prefix = series(RECOMMENDATION, WORKSHOP.all(edit.connection)[0].prefix)
        position = order.after_last(edit.connection, "recommendation")
        edit.insert(
            [
                RecommendationRow(id=key, prefix=prefix, count=edit.number(prefix), position=position, wording=text),
                WordingRow(recommendation_id=key, position=1, text=text, written_at=edit.now),
            ]
        )
        for theme_id in theme_ids:
            self.also_in(key, theme_id)
        return RECOMMENDATIONS.one(edit.connection, key)

    def reword(self, key: Key, wording: str, at: Instant | None = None) -> None:
        """Put another wording in force, written at `at`, else now; the ones before stay in the history."""
        text = self._worded(wording)
        if RECOMMENDATIONS.one(self._edit.connection, key).wording == text:
            return
        last = self.history(key)[-1].position
        written = self._edit.now if at is None else at
        row = WordingRow(recommendation_id=key, position=last + 1, text=text, written_at=written)
        self._edit.insert([row])
        self._edit.update(RecommendationRow, key, wording=text)

    def amend(self, key: Key, wording: str) -> None:
        """Correct the wording in force in place: somebody is still typing it, and one stay is one version."""
        text = self._worded(wording)
        last = self.history(key)[-1]
        if last.text != text:
            self._edit.update(WordingRow, last.id, text=text, written_at=self._edit.now)
            self._edit.update(RecommendationRow, key, wording=text)

    def history(self, key: Key) -> tuple[Wording, ...]:
        """The wordings so far, oldest first."""
        return WORDINGS.all(self._edit.connection, _WORDING.recommendation_id == key)

    def set_status(self, key: Key, status: Status, note: str = "") -> None:
        """Say how far it has come, with a note; merging and dissolving have edits of their own."""
        was = RECOMMENDATIONS.one(self._edit.connection, key)
        if status is Status.MERGED:
            raise StatusNeedsMerge(number=was.number)
        self._check_alive(was)
        self._edit.update(RecommendationRow, key, **RECOMMENDATIONS.values({"status": status, "status_note": note}))

    def annotate(self, key: Key, note: str) -> None:
        """Put another note beside the status, which stays."""
        self._edit.update(RecommendationRow, key, **RECOMMENDATIONS.values({"status_note": note}))

    def fill(self, key: Key, **fields: Unpack[MatrixFields]) -> None:
        """Set fields of the matrix."""
        self._edit.update(RecommendationRow, key, **RECOMMENDATIONS.values(fields))

    def file(self, keys: Iterable[Key], theme_id: Key | None) -> None:
        """Make a theme the home of each, last there in this order; with None they leave all themes for the tray."""
        if theme_id is not None:
            THEMES.one(self._edit.connection, theme_id)
        cards = list(keys)
        for part in batched(cards):
            there = self._edit.connection.scalars(select(_RECOMMENDATION.id).where(_RECOMMENDATION.id.in_(part))).all()
            if len(there) < len(set(part)):
                raise NoLongerThere(what="recommendation")
        move_homes(self._edit, cards, theme_id)

    def also_in(self, key: Key, theme_id: Key) -> None:
        """Let it stand in a further theme; where it has no home yet, this becomes it."""
        RECOMMENDATIONS.one(self._edit.connection, key)
        THEMES.one(self._edit.connection, theme_id)
        join_theme(self._edit, key, theme_id)

    def leave(self, key: Key, theme_id: Key) -> None:
        """Take it out of one theme; when that was its home, the oldest further theme becomes it."""
        for membership in memberships_of(self._edit.connection, key):
            if membership.theme_id == theme_id:
                leave_theme(self._edit, membership)

    def order(self, key: Key, after: Key | None, theme_id: Key | None = None) -> None:
        """Put it right after another recommendation, or first: in a theme where both stand, or in the register."""
        edit = self._edit
        if theme_id is None:
            position = order.place_after(edit, RecommendationRow, after, moved=key)
            edit.update(RecommendationRow, key, position=position)
            return
        both = _MEMBERSHIP.recommendation_id.in_([key, after or key])
        cards = {
            card.recommendation_id: card.id
            for card in MEMBERSHIPS.all(edit.connection, _MEMBERSHIP.theme_id == theme_id, both)
        }
        within = _MEMBERSHIP.theme_id == theme_id
        neighbour = None if after is None else cards.get(after, after)
        position = order.place_after(edit, MembershipRow, neighbour, within, moved=cards.get(key))
        edit.update(MembershipRow, cards.get(key, key), position=position)

    def place(self, keys: Iterable[Key], theme_id: Key | None, after: Key | None) -> None:
        """Make a theme the home of each, or the tray with None, in this order right after another card there, or first.

        `NoLongerThere` when the neighbour has gone.
        """
        edit, cards = self._edit, list(dict.fromkeys(keys))
        self.file(cards, theme_id)
        if theme_id is None:
            places_of = select(_RECOMMENDATION.id, _RECOMMENDATION.id, _RECOMMENDATION.position)
            rows = edit.connection.execute(places_of.order_by(_RECOMMENDATION.position, *_NUMBER)).all()
        else:
            joined = ALL["membership"].join(ALL["recommendation"], _RECOMMENDATION.id == _MEMBERSHIP.recommendation_id)
            places_of = select(_RECOMMENDATION.id, _MEMBERSHIP.id, _MEMBERSHIP.position).select_from(joined)
            there = places_of.where(_MEMBERSHIP.theme_id == theme_id).order_by(_MEMBERSHIP.position, *_NUMBER)
            rows = edit.connection.execute(there).all()
        held = {key: row for key, row, _ in rows}
        others = [(key, position) for key, _, position in rows if key not in set(cards)]
        positions = order.spread(others, cards, after)
        table = RecommendationRow if theme_id is None else MembershipRow
        edit.update_many(table, {held[key]: {"position": position} for key, position in positions.items()})

    def reserve(self, key: Key, text: str, constituency: str = "") -> Reservation:
        """Record what a constituency holds back."""
        RECOMMENDATIONS.one(self._edit.connection, key)
        values = RESERVATIONS.values({"text": text, "constituency": constituency})
        if not values["text"]:
            raise EmptyText(what="reservation")
        position = order.after_last(self._edit.connection, "reservation", _RESERVATION.recommendation_id == key)
        row_id = new_key()
        self._edit.insert([ReservationRow(id=row_id, recommendation_id=key, position=position, **values)])
        return RESERVATIONS.one(self._edit.connection, row_id)

    def amend_reservation(self, reservation_id: Key, **fields: Unpack[ReservationFields]) -> None:
        """Correct how a reservation is written."""
        values = RESERVATIONS.values(fields)
        if values.get("text") == "":
            raise EmptyText(what="reservation")
        self._edit.update(ReservationRow, reservation_id, **values)

    def withdraw(self, reservation_id: Key) -> None:
        """Take a reservation back."""
        self._edit.delete(ReservationRow, RESERVATIONS.one(self._edit.connection, reservation_id).id)

    def merge(self, kept_id: Key, gone_id: Key) -> None:
        """Let one stand for both: the other keeps number, words and place, and its sources lead to the kept one too."""
        kept, gone = (RECOMMENDATIONS.one(self._edit.connection, key) for key in (kept_id, gone_id))
        self._check_alive(kept)
        self._check_alive(gone)
        if kept_id == gone_id:
            return
        for source in SOURCES.all(self._edit.connection, _SOURCE.recommendation_id == gone_id):
            if not NOTES.one(self._edit.connection, source.note_id).private:
                self.link(kept_id, source.note_id)
        self._edit.update(RecommendationRow, gone_id, status=Status.MERGED.value, merged_into_id=kept_id)

    def dissolve(self, gone_id: Key) -> None:
        """Take a merge back: its sources leave the other, and it has the status from before, as the ledger knows it."""
        edit, gone = self._edit, RECOMMENDATIONS.one(self._edit.connection, gone_id)
        if gone.merged_into_id is None:
            return
        # what another one that is merged there has for a source must stay for that one's sake
        others = select(_RECOMMENDATION.id).where(
            _RECOMMENDATION.merged_into_id == gone.merged_into_id, _RECOMMENDATION.id != gone_id
        )
        stay = set(edit.connection.scalars(select(_SOURCE.note_id).where(_SOURCE.recommendation_id.in_(others))))
        mine = set(edit.connection.scalars(select(_SOURCE.note_id).where(_SOURCE.recommendation_id == gone_id)))
        kept_id = gone.merged_into_id
        sources = SOURCES.all(edit.connection, _of(kept_id), ~_SOURCE.origin)
        leaving = [source.id for source in sources if source.note_id in mine - stay]
        for source_id in leaving:
            if not self._linked_by_hand(source_id, kept_id):
                edit.delete(SourceRow, source_id)
        edit.update(RecommendationRow, gone_id, status=self._status_before(gone_id).value, merged_into_id=None)

    def _linked_by_hand(self, source_id: Key, kept_id: Key) -> bool:
        """Whether a source was linked for its own sake: the kept one had it already, or it was given later.

        What a merge has brought was born in a step that merged something. Where the ledger does not know the birth,
        because it belongs to this very step, the merge is taken for the reason.
        """
        births = select(OPERATION.c.entry).where(OPERATION.c.row == source_id, OPERATION.c.action == INSERT)
        entries = self._edit.connection.scalars(births).all()
        # an insert (as an import makes it) holds the value alone, an update the values before and after
        into = [func.json_extract(OPERATION.c.fields, path) for path in ("$.merged_into_id", "$.merged_into_id[1]")]
        merging = select(OPERATION.c.id).where(
            OPERATION.c.entry.in_(entries), OPERATION.c.table == "recommendation", literal(kept_id.hex()).in_(into)
        )
        return bool(entries) and self._edit.connection.scalar(merging.limit(1)) is None

    def _status_before(self, gone_id: Key) -> Status:
        done = select(OPERATION.c.fields).where(OPERATION.c.row == gone_id, OPERATION.c.action == UPDATE)
        for fields in self._edit.connection.scalars(done.order_by(OPERATION.c.id.desc())):
            before, after = decode(fields).get("status", ("", ""))
            if after == Status.MERGED.value:
                return Status(before)
        # merged elsewhere or in this very step: the ledger does not know
        return Status.RAW if len(self.history(gone_id)) == 1 else Status.DRAFTED

    def link(self, key: Key, note_id: Key) -> None:
        """Let a note be a further source; `NoteIsPrivate` for a private one, since sources are printed."""
        note = NOTES.one(self._edit.connection, note_id)
        if note.private:
            raise NoteIsPrivate(number=note.number)
        RECOMMENDATIONS.one(self._edit.connection, key)
        if not SOURCES.all(self._edit.connection, _of(key), _SOURCE.note_id == note_id):
            position = order.after_last(self._edit.connection, "source", _of(key))
            self._edit.insert([SourceRow(note_id=note_id, recommendation_id=key, position=position)])

    def unlink(self, key: Key, note_id: Key) -> None:
        """Take a source away."""
        for source in SOURCES.all(self._edit.connection, _of(key), _SOURCE.note_id == note_id):
            self._edit.delete(SourceRow, source.id)

    def _worded(self, wording: str) -> str:
        text = RECOMMENDATIONS.cleaned("wording", wording)
        if not text:
            raise EmptyText(what="wording")
        return text

    def _check_alive(self, recommendation: Recommendation) -> None:
        if recommendation.merged_into_id is not None:
            other = RECOMMENDATIONS.one(self._edit.connection, recommendation.merged_into_id)
            raise MergedAlready(number=recommendation.number, into=other.number)


def _of(key: Key) -> ColumnElement[bool]:
    return _SOURCE.recommendation_id == key
