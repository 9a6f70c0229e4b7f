"""The readings of one transaction that the screen asks for: rows that hold all that a view shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection

from facilitator.domain import rows
from facilitator.domain.cards import Card, RegisterOrder, RegisterRow
from facilitator.domain.errors import NoLongerThere
from facilitator.domain.finding import FillInRow, Hit, StatusLine, Vocabulary
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Key
from facilitator.domain.replacing import Worded

from . import cards, detail, notes, people, register, searching, sessions, still_open, wordings
from .asking import asked


class Views:
    """Rows for the screen. Private notes are among them, marked: it is the note-taker's own screen."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def session_list(self) -> tuple[rows.SessionLine, ...]:
        """All sessions in the order of the programme."""
        return sessions.session_list(self._connection)

    def speakers_of(self, session_id: Key) -> tuple[rows.SpeakerLine, ...]:
        """Who spoke in a session, the last first, then who has a role in it and has not spoken, by role."""
        return sessions.speakers_of(self._connection, session_id)

    def note_rows(self, session_id: Key, last: int | None = None) -> tuple[rows.NoteRow, ...]:
        """The notes of one session in their order, or so many of them at its end."""
        return notes.of_session(self._connection, session_id, last)

    def note_row(self, key: Key) -> rows.NoteRow:
        """One note; `NoLongerThere` when it has gone."""
        found = notes.by_keys(self._connection, [key])
        if key not in found:
            raise NoLongerThere(what="note")
        return found[key]

    def note_rows_by(self, keys: Iterable[Key]) -> dict[Key, rows.NoteRow]:
        """The notes of these keys, without those that are gone."""
        return notes.by_keys(self._connection, keys)

    def cards(self, session_id: Key | None = None) -> list[Card]:
        """All cards of the wall by theme, the tray first, in their order there, without what was merged.

        With a session only those that lead back to one of its notes.
        """
        return cards.cards(self._connection, session_id)

    def card(self, keys: Iterable[Key]) -> dict[Key, Card]:
        """The cards of these keys, without those that are gone or merged."""
        return cards.some_cards(self._connection, keys)

    def theme_list(self) -> tuple[rows.ThemeLine, ...]:
        """The themes in the order of the wall, sub-themes right after their parent."""
        return cards.theme_list(self._connection)

    def recommendation_detail(self, key: Key) -> rows.RecommendationDetail:
        """All that the card panel shows; `NoLongerThere` when the recommendation has gone."""
        return detail.recommendation_detail(self._connection, key)

    def register(
        self,
        text: str = "",
        statuses: Collection[Status] = (),
        order: RegisterOrder = RegisterOrder.POSITION,
        *,
        descending: bool = False,
    ) -> list[RegisterRow]:
        """The recommendations in which each word of `text` stands, of these statuses; without any, of all."""
        return register.register(self._connection, text, statuses, order, descending)

    def people_rows(self, text: str = "") -> tuple[rows.PersonRow, ...]:
        """People by name in whose name, organisation or code a word begins with each word of `text`."""
        return people.people_rows(self._connection, text)

    def people_rows_by(self, keys: Iterable[Key]) -> dict[Key, rows.PersonRow]:
        """The people of these keys, without those that are gone."""
        return people.some_people(self._connection, keys)

    def vocabulary(self) -> Vocabulary:
        """Whom and what a captured line can name."""
        return people.vocabulary(self._connection)

    def frequent_words(self, most: int = 2000) -> tuple[str, ...]:
        """The most frequent words of five letters and more in the latest public notes; takes longer than a frame."""
        return searching.frequent_words(self._connection, most)

    def search(self, text: str, limit: int = 200) -> tuple[Hit, ...]:
        """Where each word of `text` stands: notes, then recommendations, then people; at most `limit` of each."""
        return searching.search(self._connection, text, limit)

    def with_words(self, words: str) -> Iterator[Worded]:
        """Every text of a note or recommendation in which each of these words may stand; takes longer than a frame."""
        return wordings.with_words(self._connection, words)

    def status_line(self) -> StatusLine:
        """What is still open, counted."""
        return still_open.status_line(self._connection)

    def fill_in_rows(self, session_id: Key | None = None, limit: int = 200) -> tuple[FillInRow, ...]:
        """What is still open, of one session or of all; at most `limit` notes, people and recommendations."""
        return still_open.fill_in_rows(self._connection, session_id, limit)

    def drafts(self) -> dict[str, str]:
        """The lines that were typed and not entered, by the place where they were typed."""
        return dict(asked(self._connection, "SELECT place, text FROM draft ORDER BY place"))
