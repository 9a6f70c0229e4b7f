"""The readings of one transaction that the screen asks for: rows that hold all that a view shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection

from facilitator.domain import rows
from facilitator.domain.cards import Card, RegisterOrder, RegisterRow
from facilitator.domain.errors import NoLongerThere
from facilitator.domain.finding import FillInRow, Found, StatusLine, Vocabulary
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Key
from facilitator.domain.query import Query
from facilitator.domain.replacing import Worded
from facilitator.domain.shares import Voice

from . import cards, detail, floor, notes, people, register, searching, sessions, still_open, wordings
from .asking import asked
from .texts import Texts


class Views:
    """Rows for the screen. Private notes are among them, marked: it is the note-taker's own screen."""

    def __init__(self, connection: Connection, texts: Texts | None = None) -> None:
        self._connection = connection
        self._texts = texts or Texts()

    def session_list(self) -> tuple[rows.SessionLine, ...]:
        """All sessions in the order of the programme."""
        return sessions.session_list(self._connection)

    def speakers_of(self, session_id: Key) -> tuple[rows.SpeakerLine, ...]:
        """Who spoke in a session, the last first, then who has a role in it and has not spoken, by role."""
        return sessions.speakers_of(self._connection, session_id)

    def floor_of(self, session_id: Key) -> rows.Floor:
        """Whose turn it is in a session, and who waits for one."""
        return floor.floor_of(self._connection, session_id)

    def voices_of(self, session_id: Key) -> tuple[Voice, ...]:
        """Everybody without a name, with how much they were heard in a session; shares are reckoned from them."""
        return floor.voices_of(self._connection, session_id)

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

    def search(self, query: Query, limit: int = 100) -> Found:
        """Where all words of a query stand and all its filters hold; at most `limit` things of each kind."""
        return searching.search(self._connection, self._texts, query, limit)

    def with_words(self, words: str) -> Iterator[Worded]:
        """Every text that was typed in which each of these words may stand; takes longer than a frame."""
        return wordings.with_words(self._connection, words)

    def status_line(self) -> StatusLine:
        """What is still open, counted."""
        return still_open.status_line(self._connection)

    def fill_in_rows(self, session_id: Key | None = None, limit: int = 200) -> tuple[FillInRow, ...]:
        """What is still open, of one session or of all; at most `limit` notes, people and recommendations."""
        return still_open.fill_in_rows(self._connection, session_id, limit)

    def fill_ins_from(self, session_id: Key, limit: int) -> tuple[FillInRow, ...]:
        """What is still open in the whole workshop, that of one session first; at most `limit` of each kind."""
        here = self.fill_in_rows(session_id, limit)
        named = {(row.key, row.field) for row in here}
        return (*here, *(row for row in self.fill_in_rows(None, limit) if (row.key, row.field) not in named))

    def drafts(self) -> dict[str, str]:
        """The lines that were typed and not entered, by the place where they were typed."""
        return dict(asked(self._connection, "SELECT place, text FROM draft ORDER BY place"))
