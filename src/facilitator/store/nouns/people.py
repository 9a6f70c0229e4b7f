"""Edits of participants, and who is meant by what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, select

from facilitator.domain.errors import CodeTaken, EmptyText
from facilitator.domain.kinds import Sector
from facilitator.domain.nouns import Key, Participant
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, NoteRow, ParticipantRow, PartRow, Recorded, TurnRow, new_key
from facilitator.store.shapes import PARTICIPANTS, PARTS
from facilitator.text import identity

_PERSON, _NOTE, _PART, _TURN = (ALL[name].c for name in ("participant", "note", "part", "turn"))


class PersonFields(TypedDict, total=False):
    """What can be said of a person besides the name. An empty code is one for us to make (`store.codes`)."""

    code: str
    role: str
    organisation: str
    sector: Sector | None
    country: str
    email: str
    language: str
    consents: str
    about: str


class _Meant(Enum):
    """How a word names somebody."""

    WHOLE_NAME = auto()
    CODE_OR_NAME = auto()
    GIVEN_CODE_OR_NAME = auto()


class People:
    """Edits of participants. Look-ups are remembered within the edit, so that an import asks once for each name."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._known: dict[tuple[str, _Meant], Key] = {}

    def add(self, name: str, **fields: Unpack[PersonFields]) -> Participant:
        """A new person; two people may have one name, but `CodeTaken` when another was given the code.

        Who was given none has one at the end of the step.
        """
        key = new_key()
        self._edit.insert([ParticipantRow(id=key, **self._valid(key, {**fields, "name": name}))])
        self._known.clear()
        return PARTICIPANTS.one(self._edit.connection, key)

    def change(self, key: Key, **fields: Unpack[PersonFields]) -> None:
        """Set some of what is known of a person; `CodeTaken` when another was given the code."""
        self._edit.update(ParticipantRow, key, **self._valid(key, fields))
        self._known.clear()

    def rename(self, key: Key, name: str) -> None:
        """Give a person another name, as when only a short one was typed."""
        self._edit.update(ParticipantRow, key, **self._valid(key, {"name": name}))
        self._known.clear()

    def find(self, typed: str) -> Key | None:
        """The person whom a word means by itself: by code, else by whole name (rule 5 of the grammar)."""
        return self._by(_PERSON.code_identity, typed) or self.find_name(typed)

    def find_given(self, typed: str) -> Key | None:
        """The person whom a word from outside means: as `find`, but not by a code that we made, of which nobody there
        can know.
        """
        return self._by(_PERSON.code_identity, typed, _PERSON.code_made.is_(False)) or self.find_name(typed)

    def find_name(self, name: str) -> Key | None:
        """The person of this whole name; of several the one who was there first."""
        return self._by(_PERSON.name_identity, name)

    def speaker(self, typed: str, *, whole_name: bool = False) -> Key:
        """Whom a captured line means, as a whole name or bare; an unknown one is made, for the fill-in list."""
        return self._speaker(typed, _Meant.WHOLE_NAME if whole_name else _Meant.CODE_OR_NAME)

    def speaker_from_outside(self, typed: str, *, whole_name: bool = False) -> Key:
        """Whom a line of a file means: as `speaker`, but nobody by a code that we made."""
        return self._speaker(typed, _Meant.WHOLE_NAME if whole_name else _Meant.GIVEN_CODE_OR_NAME)

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
            if not _told(kept, name) and (theirs := _told(gone, name))
        }
        if learnt:
            self._edit.update(ParticipantRow, kept_id, **_columns(learnt))
        self._known.clear()

    def _speaker(self, typed: str, meant: _Meant) -> Key:
        asked = (identity(PARTICIPANTS.cleaned("name", typed)), meant)
        key = self._known.get(asked)
        if key is None:
            look_up = {_Meant.CODE_OR_NAME: self.find, _Meant.GIVEN_CODE_OR_NAME: self.find_given}
            key = look_up.get(meant, self.find_name)(typed) or self.add(typed).id
            self._known[asked] = key
        return key

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

    def _by(self, column: ColumnElement[str], typed: str, *where: ColumnElement[bool]) -> Key | None:
        asked = identity(PARTICIPANTS.cleaned("name", typed))
        if not asked:
            return None
        chosen = select(_PERSON.id).where(column == asked, *where)
        # until the end of the step a given code can be a made one too, which gives way then
        key: Key | None = self._edit.connection.scalar(chosen.order_by(_PERSON.code_made, _PERSON.id))
        return key

    def _valid(self, key: Key, fields: Mapping[str, object]) -> dict[str, Any]:
        values = _columns(fields)
        if values.get("name") == "":
            raise EmptyText(what="name")
        code = str(values.get("code_identity", ""))
        holder = self._by(_PERSON.code_identity, code, _PERSON.code_made.is_(False))
        if holder not in (None, key):
            raise CodeTaken(code=values["code"], name=PARTICIPANTS.one(self._edit.connection, holder or key).name)
        return values


def _told(person: Participant, name: str) -> object:
    """What is known of a person; a code that we made is not."""
    return person.given_code if name == "code" else getattr(person, name)


def _columns(fields: Mapping[str, object]) -> dict[str, Any]:
    """As the columns hold it; whatever code comes in here was given."""
    values = PARTICIPANTS.values(fields)
    return {**values, "code_made": False} if "code" in values else values
