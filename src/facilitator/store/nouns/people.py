"""Edits of participants, and who is meant by what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, select

from facilitator.domain.codes import code_for
from facilitator.domain.errors import CodeTaken, EmptyText
from facilitator.domain.kinds import Sector
from facilitator.domain.nouns import Key, Participant
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, NoteRow, ParticipantRow, PartRow, Recorded, TurnRow, new_key
from facilitator.store.shapes import PARTICIPANTS, PARTS
from facilitator.text import identity

_PERSON, _NOTE, _PART, _TURN = (ALL[name].c for name in ("participant", "note", "part", "turn"))


class PersonFields(TypedDict, total=False):
    """What can be said of a person besides the name."""

    code: str
    role: str
    organisation: str
    sector: Sector | None
    country: str
    email: str
    language: str
    consents: str
    about: str


class People:
    """Edits of participants. Look-ups are remembered within the edit, so that an import asks once for each name."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._known: dict[tuple[str, bool], Key] = {}

    def add(self, name: str, **fields: Unpack[PersonFields]) -> Participant:
        """A new person; two people may have one name, but `CodeTaken` when another has the code."""
        key = new_key()
        self._edit.insert([ParticipantRow(id=key, **self._valid(key, {**fields, "name": name}))])
        self._known.clear()
        return PARTICIPANTS.one(self._edit.connection, key)

    def register(self, name: str, **fields: Unpack[PersonFields]) -> Participant:
        """A new person, with a code made of the name where none is given."""
        key = self.add(name, **fields).id
        self.give_codes([key])
        return PARTICIPANTS.one(self._edit.connection, key)

    def change(self, key: Key, **fields: Unpack[PersonFields]) -> None:
        """Set some of what is known of a person; `CodeTaken` when another has the code."""
        self._edit.update(ParticipantRow, key, **self._valid(key, fields))
        self._known.clear()

    def rename(self, key: Key, name: str) -> None:
        """Give a person another name, as when only a short one was typed."""
        self._edit.update(ParticipantRow, key, **self._valid(key, {"name": name}))
        self._known.clear()

    def find(self, typed: str) -> Key | None:
        """The person whom a word means by itself: by code, else by whole name (rule 5 of the grammar)."""
        return self._by(_PERSON.code_identity, typed) or self.find_name(typed)

    def find_name(self, name: str) -> Key | None:
        """The person of this whole name; of several the one who was there first."""
        return self._by(_PERSON.name_identity, name)

    def give_codes(self, keys: Iterable[Key] | None = None) -> int:
        """Make codes for those of these people, or of all, who have none; given ones stay. Returns how many."""
        rows = self._edit.connection.execute(
            select(_PERSON.id, _PERSON.name, _PERSON.code_identity, _PERSON.name_identity).order_by(_PERSON.id)
        ).all()
        # A code that is somebody's whole name would mean somebody else than before.
        taken = {word for row in rows for word in (row[2], row[3]) if word}
        asked, given = None if keys is None else set(keys), 0
        for key, name, held, _ in rows:
            code = "" if held or (asked is not None and key not in asked) else code_for(name, taken)
            if code:
                self.change(key, code=code)
                taken.add(identity(code))
                given += 1
        return given

    def speaker(self, typed: str, *, whole_name: bool = False) -> Key:
        """Whom a captured line means, as a whole name or bare; an unknown one is made, for the fill-in list."""
        asked = (identity(PARTICIPANTS.cleaned("name", typed)), whole_name)
        key = self._known.get(asked)
        if key is None:
            key = self.find_name(typed) if whole_name else self.find(typed)
            if key is None:
                key = self.add(typed).id
            self._known[asked] = key
        return key

    def merge(self, kept_id: Key, gone_id: Key) -> None:
        """Two entries were one: notes, actions, roles and turns go to the kept one, and what only the other told."""
        kept, gone = (PARTICIPANTS.one(self._edit.connection, key) for key in (kept_id, gone_id))
        if kept_id == gone_id:
            return
        self._repoint(NoteRow, _NOTE.speaker_id, kept_id, gone_id)
        self._repoint(NoteRow, _NOTE.who_id, kept_id, gone_id)
        self._repoint(TurnRow, _TURN.participant_id, kept_id, gone_id)
        self._repoint_parts(kept_id, gone_id)
        self._edit.delete(ParticipantRow, gone_id)
        learnt = {
            name: theirs
            for name in PersonFields.__annotations__
            if not getattr(kept, name) and (theirs := getattr(gone, name))
        }
        if learnt:
            self._edit.update(ParticipantRow, kept_id, **PARTICIPANTS.values(learnt))
        self._known.clear()

    def _repoint(self, row: type[Recorded], column: ColumnElement[Key | None], kept_id: Key, gone_id: Key) -> None:
        table = ALL[row.__tablename__].c
        name = str(column.key)
        for key in self._edit.connection.scalars(select(table.id).where(column == gone_id)).all():
            self._edit.update(row, key, **{name: kept_id})

    def _repoint_parts(self, kept_id: Key, gone_id: Key) -> None:
        there = {
            (part.session_id, part.role) for part in PARTS.all(self._edit.connection, _PART.participant_id == kept_id)
        }
        for part in PARTS.all(self._edit.connection, _PART.participant_id == gone_id):
            if (part.session_id, part.role) in there:
                self._edit.delete(PartRow, part.id)
            else:
                self._edit.update(PartRow, part.id, participant_id=kept_id)

    def _by(self, column: ColumnElement[str], typed: str) -> Key | None:
        asked = identity(PARTICIPANTS.cleaned("name", typed))
        if not asked:
            return None
        key: Key | None = self._edit.connection.scalar(select(_PERSON.id).where(column == asked).order_by(_PERSON.id))
        return key

    def _valid(self, key: Key, fields: Mapping[str, object]) -> dict[str, Any]:
        values = PARTICIPANTS.values(fields)
        if values.get("name") == "":
            raise EmptyText(what="name")
        code = str(values.get("code_identity", ""))
        holder = self._by(_PERSON.code_identity, code)
        if holder not in (None, key):
            raise CodeTaken(code=values["code"], name=PARTICIPANTS.one(self._edit.connection, holder or key).name)
        return values
