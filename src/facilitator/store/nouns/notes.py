"""Edits of notes: capturing and correcting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypedDict, Unpack

from sqlalchemy import select

from facilitator.domain.capturing import Captured, NewNote
from facilitator.domain.errors import DifferentSpeakers, EmptyText, OffTheRecord, PrivateWords, SplitOutside
from facilitator.domain.kinds import NoteKind, stricter
from facilitator.domain.nouns import Instant, Key, Note
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, NoteRow, ReleaseRow, SourceRow, TagRow, WordingRow, new_key
from facilitator.store.shapes import (
    NOTES,
    PARTICIPANTS,
    RECOMMENDATIONS,
    RELEASES,
    SESSIONS,
    SOURCES,
    TAGS,
    THEMES,
    WORDINGS,
)
from facilitator.text import trim

from . import capture, origins
from .intervals import open_interval
from .memberships import join_theme, leave_theme, make_home, memberships_of
from .people import People

_NOTE, _TAG, _SOURCE, _RELEASE, _WORDING = (ALL[name].c for name in ("note", "tag", "source", "release", "wording"))

LAST_FIRST = (_NOTE.position.desc(), _NOTE.prefix.desc(), _NOTE["count"].desc(), _NOTE.id.desc())


class ActionFields(TypedDict, total=False):
    """What is said of an action besides its text."""

    who: str
    due: str


class Notes:
    """Edits of notes."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def capture(
        self,
        session_id: Key,
        kind: NoteKind,
        text: str,
        *,
        speaker_id: Key | None = None,
        theme_ids: Iterable[Key] = (),
        check_later: bool = False,
        private: bool = False,
        taken_at: Instant | None = None,
    ) -> Captured:
        """Store one note under the rule of its session; a recommendation that is not private makes its R.

        `OffTheRecord` while the session is that, `EmptyText` when there is nothing to store.
        """
        new = NewNote(session_id, kind, text, speaker_id, tuple(theme_ids), check_later, private, taken_at)
        return capture.capture(self._edit, new)

    def capture_many(self, notes: Iterable[NewNote]) -> int:
        """Store notes as they come, with flat memory; returns how many."""
        return capture.capture_many(self._edit, notes)

    def capture_after(self, above_id: Key, new: NewNote) -> Captured:
        """Store a note right below another one, in its session, as if it had been captured then.

        It is taken at the same time, and under the stricter of that note's rule and the session's. Raises as `capture`.
        """
        above = NOTES.one(self._edit.connection, above_id)
        captured = capture.capture(self._edit, replace(new, session_id=above.session_id, taken_at=above.taken_at))
        self.move(captured.note_id, above.session_id, after=above_id)
        rule = stricter(above.rule, NOTES.one(self._edit.connection, captured.note_id).rule)
        self._edit.update(NoteRow, captured.note_id, rule=rule.value)
        return captured

    def last_of(self, session_id: Key) -> Note | None:
        """The last note of a session in its order."""
        latest = select(_NOTE.id).where(_NOTE.session_id == session_id).order_by(*LAST_FIRST).limit(1)
        key: Key | None = self._edit.connection.scalar(latest)
        return None if key is None else NOTES.one(self._edit.connection, key)

    def edit_text(self, key: Key, text: str) -> None:
        """Correct the text; a recommendation that nobody has touched follows.

        `OffTheRecord` while its session is that: whoever types then may be typing what is said.
        """
        note = NOTES.one(self._edit.connection, key)
        if open_interval(self._edit.connection, note.session_id) is not None:
            raise OffTheRecord(session=SESSIONS.one(self._edit.connection, note.session_id).number)
        self._put_text(key, text)

    def _put_text(self, key: Key, text: str) -> None:
        values = NOTES.values({"text": text})
        if not values["text"]:
            raise EmptyText(what="note")
        made = origins.untouched_of(self._edit.connection, [key])
        self._edit.update(NoteRow, key, **values)
        origins.reword(self._edit, {one: str(values["text"]) for one in made.values()})

    def edit_texts(self, texts: Mapping[Key, str], wordings: Mapping[Key, str]) -> None:
        """Correct many texts, off the record too, since they say no more than before but for a word.

        A recommendation that nobody has touched follows where `wordings`, by its key, has the same words for it; else
        it stays as it is.
        """
        values = {key: NOTES.values({"text": text}) for key, text in texts.items()}
        if not all(value["text"] for value in values.values()):
            raise EmptyText(what="note")
        made = origins.untouched_of(self._edit.connection, texts)
        self._edit.update_many(NoteRow, values)
        following = {one: str(values[key]["text"]) for key, one in made.items() if wordings.get(one) == texts[key]}
        origins.reword(self._edit, following)

    def change_kind(self, key: Key, kind: NoteKind) -> None:
        """Give it another kind: it makes its recommendation, or loses the one that nobody has touched (rule 10)."""
        note = NOTES.one(self._edit.connection, key)
        if note.kind is kind:
            return
        if note.kind is NoteKind.RECOMMENDATION:
            self._take_back(note)
        # the themes are the note's own again by now, and go on to a recommendation that it makes anew
        self._edit.update(NoteRow, key, kind=kind.value)
        self._make_if_due(key)

    def set_private(self, key: Key, private: bool) -> None:
        """Keep a note to the note-taker, or give it to the workshop.

        A private text must never be printed: a recommendation that nobody has touched goes, its themes come back to the
        note; one that was worked on stays without its link to the note and without the note's words in its history.
        `PrivateWords` when these are still its wording.
        """
        note = NOTES.one(self._edit.connection, key)
        if note.private == private:
            return
        if private:
            self._take_back(note)
            self._hide(note)
        self._edit.update(NoteRow, key, private=private)
        self._make_if_due(key)

    def set_check(self, key: Key, check_later: bool) -> None:
        """Put it on the fill-in list, or take it off."""
        self._edit.update(NoteRow, NOTES.one(self._edit.connection, key).id, check_later=check_later)

    def set_speaker(self, key: Key, speaker_id: Key | None) -> None:
        """Say who spoke, or that it is not known."""
        if speaker_id is not None:
            PARTICIPANTS.one(self._edit.connection, speaker_id)
        self._edit.update(NoteRow, NOTES.one(self._edit.connection, key).id, speaker_id=speaker_id)

    def set_time(self, key: Key, taken_at: Instant | None) -> None:
        """Say when it was said, or that nobody knows."""
        self._edit.update(NoteRow, NOTES.one(self._edit.connection, key).id, taken_at=taken_at)

    def themes_of(self, key: Key) -> list[Key]:
        """Its themes, the home of what it made first."""
        made = origins.origin_of(self._edit.connection, key)
        if made is not None:
            return [one.theme_id for one in memberships_of(self._edit.connection, made.id)]
        return [tag.theme_id for tag in TAGS.all(self._edit.connection, _TAG.note_id == key)]

    def set_themes(self, key: Key, theme_ids: Iterable[Key]) -> None:
        """Give it these themes and no others; a recommendation's note has them there, the first as home."""
        NOTES.one(self._edit.connection, key)
        wanted = [THEMES.one(self._edit.connection, theme_id).id for theme_id in dict.fromkeys(theme_ids)]
        made = origins.origin_of(self._edit.connection, key)
        if made is None:
            self._tag(key, wanted)
            return
        for membership in memberships_of(self._edit.connection, made.id):
            if membership.theme_id not in wanted:
                leave_theme(self._edit, membership)
        for theme_id in wanted:
            join_theme(self._edit, made.id, theme_id)
        if wanted:
            make_home(self._edit, made.id, wanted[0])

    def assign(self, key: Key, who: str, due: str) -> None:
        """Say who does an action and by when, as typed; a given code or a whole name means that person."""
        values = NOTES.values({"who": who, "due": due})
        # Not by a code that we made: who is to act is often an organisation, and "UN" may be made of a name.
        person = People(self._edit).find_given(str(values["who"]))
        self._edit.update(NoteRow, NOTES.one(self._edit.connection, key).id, who_id=person, **values)

    def respell_action(self, key: Key, **fields: Unpack[ActionFields]) -> None:
        """Correct how it is written who does an action and by when: whom it meant it means, unless it names another."""
        values = NOTES.values(fields)
        named = People(self._edit).find_given(str(values.get("who", "")))
        self._edit.update(NoteRow, key, **values, **({"who_id": named} if named else {}))

    def move(self, key: Key, session_id: Key, after: Key | None = None) -> None:
        """Put it right after another note of a session, or first there; it keeps its number and its rule."""
        NOTES.one(self._edit.connection, key)
        SESSIONS.one(self._edit.connection, session_id)
        position = order.place_after(self._edit, NoteRow, after, _NOTE.session_id == session_id, moved=key)
        self._edit.update(NoteRow, key, session_id=session_id, position=position)

    def split(self, key: Key, at: int) -> Key:
        """Cut the text before its `at`-th character: the rest is a new note right behind, without the releases.

        Returns the key of the new note; `SplitOutside` when a part would be empty.
        """
        edit, note = self._edit, NOTES.one(self._edit.connection, key)
        parts = (trim(note.text[:at]), trim(note.text[at:]))
        if at < 0 or not all(parts):
            raise SplitOutside(number=note.number)
        self._put_text(key, parts[0])
        rest, series = new_key(), note.number.prefix
        position = order.place_after(edit, NoteRow, key, _NOTE.session_id == note.session_id)
        fields = {name: getattr(note, name) for name in NOTES.hints if name not in ("id", "number", "position", "text")}
        values = NOTES.values({**fields, "position": position, "text": parts[1]})
        edit.insert([NoteRow(id=rest, prefix=series, count=edit.number(series), **values)])
        self._tag(rest, self.themes_of(key))
        self._make_if_due(rest)
        return rest

    def join(self, kept_id: Key, gone_id: Key) -> None:
        """Append another note to this one and delete it. The stricter rule holds; releases, given for other words, end.

        `DifferentSpeakers` when the two were said by different people, or when only the second has a speaker: words of
        nobody do not become those of somebody who is named later. The joined note is private when one of them was.
        """
        edit = self._edit
        kept, gone = (NOTES.one(edit.connection, key) for key in (kept_id, gone_id))
        if kept_id == gone_id:
            return
        if gone.speaker_id is not None and kept.speaker_id != gone.speaker_id:
            raise DifferentSpeakers(one=kept.number, other=gone.number)
        for key in (kept_id, gone_id):
            # before the texts meet, so that no recommendation of the open one keeps words that are now private
            self.set_private(key, kept.private or gone.private)
        self._take_back(gone)
        themes = [*self.themes_of(kept_id), *self.themes_of(gone_id)]
        self._put_text(kept_id, f"{kept.text} {gone.text}")
        self.set_themes(kept_id, themes)
        self._pass_on(gone_id, kept_id)
        for release in RELEASES.all(edit.connection, _RELEASE.note_id == kept_id):
            edit.delete(ReleaseRow, release.id)
        self.delete(gone_id)
        edit.update(
            NoteRow,
            kept_id,
            rule=stricter(kept.rule, gone.rule).value,
            speaker_id=kept.speaker_id,
            check_later=kept.check_later or gone.check_later,
        )

    def delete(self, key: Key) -> None:
        """Delete a note; a recommendation that it made stays, without this source."""
        edit = self._edit
        NOTES.one(edit.connection, key)
        for source in SOURCES.all(edit.connection, _SOURCE.note_id == key):
            edit.delete(SourceRow, source.id)
        for tag in TAGS.all(edit.connection, _TAG.note_id == key):
            edit.delete(TagRow, tag.id)
        for release in RELEASES.all(edit.connection, _RELEASE.note_id == key):
            edit.delete(ReleaseRow, release.id)
        edit.delete(NoteRow, key)

    def _take_back(self, note: Note) -> None:
        for made in origins.untouched_of(self._edit.connection, [note.id]).values():
            origins.remove(self._edit, made, note.id)

    def _make_if_due(self, key: Key) -> None:
        note = NOTES.one(self._edit.connection, key)
        due = note.kind is NoteKind.RECOMMENDATION and not note.private
        if due and origins.origin_of(self._edit.connection, key) is None:
            origins.make(self._edit, key, note.text, note.taken_at)

    def _hide(self, note: Note) -> None:
        for source in SOURCES.all(self._edit.connection, _SOURCE.note_id == note.id):
            history = WORDINGS.all(self._edit.connection, _WORDING.recommendation_id == source.recommendation_id)
            # the first wording of what the note made is the note's words, even when the note was corrected since
            told = [one for one in history if one.text == note.text or (source.origin and one.position == 1)]
            if history and history[-1] in told:
                recommendation = RECOMMENDATIONS.one(self._edit.connection, source.recommendation_id)
                raise PrivateWords(number=note.number, recommendation=recommendation.number)
            for wording in told:
                self._edit.delete(WordingRow, wording.id)
            self._edit.delete(SourceRow, source.id)

    def _pass_on(self, gone_id: Key, kept_id: Key) -> None:
        there = {one.recommendation_id for one in SOURCES.all(self._edit.connection, _SOURCE.note_id == kept_id)}
        for source in SOURCES.all(self._edit.connection, _SOURCE.note_id == gone_id):
            if source.recommendation_id not in there:
                self._edit.update(SourceRow, source.id, note_id=kept_id, origin=False)

    def _tag(self, key: Key, theme_ids: list[Key]) -> None:
        there = {tag.theme_id: tag.id for tag in TAGS.all(self._edit.connection, _TAG.note_id == key)}
        for theme_id in there.keys() - set(theme_ids):
            self._edit.delete(TagRow, there[theme_id])
        for place, theme_id in enumerate(theme_ids):
            if theme_id in there:
                self._edit.update(TagRow, there[theme_id], position=place + 1.0)
            else:
                self._edit.insert([TagRow(note_id=key, theme_id=theme_id, position=place + 1.0)])
