"""Attribution of what was said: stricter at any time, weaker only note by note and as agreed."""

from __future__ import annotations

from sqlalchemy import select

from facilitator.domain.errors import EmptyText, NotWeaker
from facilitator.domain.kinds import Rule
from facilitator.domain.nouns import Key, Note, Release
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, NoteRow, ReleaseRow, new_key
from facilitator.store.shapes import NOTES, RELEASES, SESSIONS

_NOTE, _RELEASE = ALL["note"].c, ALL["release"].c


class Releases:
    """Edits of the rule by which single notes are attributed."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def release(self, note_id: Key, rule: Rule, agreed_by: str) -> Release:
        """Attribute one note more openly than it was taken, as agreed; `NotWeaker` when the rule is not more open."""
        note = NOTES.one(self._edit.connection, note_id)
        values = RELEASES.values({"rule": rule, "agreed_by": agreed_by})
        if not values["agreed_by"]:
            raise EmptyText(what="name of who agreed")
        if rule.strictness >= note.rule.strictness:
            raise NotWeaker(number=note.number, rule=note.rule.value)
        key = new_key()
        self._edit.insert([ReleaseRow(id=key, note_id=note_id, released_at=self._edit.now, **values)])
        return RELEASES.one(self._edit.connection, key)

    def make_stricter(self, note_id: Key, rule: Rule) -> None:
        """Say less about the speaker of a note from now on: releases that are more open end; a stricter rule stays."""
        self._tighten(NOTES.one(self._edit.connection, note_id), rule)

    def make_session_stricter(self, session_id: Key, rule: Rule) -> None:
        """Say less about the speakers of all that was said in a session, whichever rule it has for what comes."""
        SESSIONS.one(self._edit.connection, session_id)
        released = select(_RELEASE.note_id)
        looser = _NOTE.rule.in_([one.value for one in Rule if one.strictness < rule.strictness]) | _NOTE.id.in_(
            released
        )
        for note in NOTES.all(self._edit.connection, _NOTE.session_id == session_id, looser):
            self._tighten(note, rule)

    def _tighten(self, note: Note, rule: Rule) -> None:
        for release in RELEASES.all(self._edit.connection, _RELEASE.note_id == note.id):
            if release.rule.strictness < rule.strictness:
                self._edit.delete(ReleaseRow, release.id)
        if rule.strictness > note.rule.strictness:
            self._edit.update(NoteRow, note.id, rule=rule.value)
