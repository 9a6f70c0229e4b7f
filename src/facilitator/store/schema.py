"""The tables: the present in its nouns, the past in entries and operations, and what stands outside both.

A `Recorded` row is one whose every change is in the ledger; its `versions` say which operation each field's value
comes from. Instants are milliseconds since 1970 in UTC, times of the programme minutes since midnight, days ISO
dates.
"""

from __future__ import annotations

from typing import Annotated, Any

import uuid_utils
from sqlalchemy import ForeignKey, Index, MetaData, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from sqlalchemy.types import UserDefinedType


class Blob(UserDefinedType[bytes]):
    """Bytes in, bytes out: without the processors of LargeBinary, which cost a call for each value."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """The type's name in SQL."""
        return "BLOB"


def new_key() -> bytes:
    """A UUIDv7: keys sort by the time they were made, so that inserts go to the end of the index."""
    return uuid_utils.uuid7().bytes


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """What all tables share: names of constraints that a migration can find again."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {bytes: Blob(), str: Text()}  # noqa: RUF012 - SQLAlchemy reads it from the class


class Recorded(Base, kw_only=True):
    """A row whose every change is written to the ledger."""

    __abstract__ = True
    id: Mapped[bytes] = mapped_column(primary_key=True, default_factory=new_key)
    versions: Mapped[str] = mapped_column(default="")


def _key_of(table: str, *, index: bool = True) -> Any:
    # deferred, because without relationships nothing orders the inserts of one transaction
    return mapped_column(ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"), index=index)


SessionKey = Annotated[bytes, _key_of("session")]
ParticipantKey = Annotated[bytes, _key_of("participant")]
NoteKey = Annotated[bytes, _key_of("note")]
RecommendationKey = Annotated[bytes, _key_of("recommendation")]
ThemeKey = Annotated[bytes, _key_of("theme")]
# of rows that are found by key and position: one index serves both
SortedSessionKey = Annotated[bytes, _key_of("session", index=False)]
SortedRecommendationKey = Annotated[bytes, _key_of("recommendation", index=False)]
SortedThemeKey = Annotated[bytes, _key_of("theme", index=False)]


class WorkshopRow(Recorded):
    """The one workshop of the file."""

    __tablename__ = "workshop"
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    time_zone: Mapped[str] = mapped_column(default="UTC")
    attribution: Mapped[str] = mapped_column(default="named")
    prefix: Mapped[str] = mapped_column(default="")
    organisers: Mapped[str] = mapped_column(default="")
    supporters: Mapped[str] = mapped_column(default="")
    conclusions: Mapped[str] = mapped_column(default="")
    illustration: Mapped[str] = mapped_column(default="")


class SessionRow(Recorded):
    """A block of the programme."""

    __tablename__ = "session"
    # by day and position, so that the place of a new session is found without reading the day's others
    __table_args__ = (UniqueConstraint("prefix", "count"), Index(None, "day", "position"))
    prefix: Mapped[str]
    count: Mapped[int]
    title: Mapped[str]
    kind: Mapped[str] = mapped_column(default="plenary")
    position: Mapped[float] = mapped_column(default=0.0)
    day: Mapped[str | None] = mapped_column(default=None)
    starts: Mapped[int | None] = mapped_column(default=None)
    ends: Mapped[int | None] = mapped_column(default=None)
    opened_at: Mapped[int | None] = mapped_column(default=None)
    closed_at: Mapped[int | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    attribution: Mapped[str | None] = mapped_column(default=None)
    key_points: Mapped[str] = mapped_column(default="")
    digest: Mapped[str] = mapped_column(default="")


class PartRow(Recorded):
    """A participant's role in a session."""

    __tablename__ = "part"
    session_id: Mapped[SessionKey]
    participant_id: Mapped[ParticipantKey]
    role: Mapped[str]
    position: Mapped[float] = mapped_column(default=0.0)


class ParticipantRow(Recorded):
    """A person; `name_identity` and `code_identity` are `text.identity` of name and code, for the look-up while
    capturing; `code_made` marks a code that `store.codes` made.
    """

    __tablename__ = "participant"
    __table_args__ = (Index(None, "name_identity"), Index(None, "code_identity"))
    name: Mapped[str]
    name_identity: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    code_identity: Mapped[str] = mapped_column(default="")
    code_made: Mapped[bool] = mapped_column(default=False)
    role: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    sector: Mapped[str | None] = mapped_column(default=None)
    country: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    consents: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")


class NoteRow(Recorded):
    """One thing said or seen; `folded` is `text.fold_needed` of its text, for the search, and not in the ledger."""

    __tablename__ = "note"
    # with the position, so that the place of a new note is found without reading the session's others
    # and what is to be checked later or done by nobody yet apart, because the status line counts it after every edit
    __table_args__ = (
        UniqueConstraint("prefix", "count"),
        Index(None, "session_id", "position"),
        Index("ix_note_check_later", "prefix", "count", sqlite_where=sql("check_later = 1")),
        Index("ix_note_unassigned", "prefix", "count", sqlite_where=sql("kind = 'action' AND (who = '' OR due = '')")),
    )
    prefix: Mapped[str]
    count: Mapped[int]
    session_id: Mapped[SortedSessionKey]
    position: Mapped[float]
    text: Mapped[str]
    kind: Mapped[str] = mapped_column(default="point")
    speaker_id: Mapped[ParticipantKey | None] = mapped_column(default=None)
    private: Mapped[bool] = mapped_column(default=False)
    check_later: Mapped[bool] = mapped_column(default=False)
    taken_at: Mapped[int | None] = mapped_column(default=None)
    rule: Mapped[str] = mapped_column(default="named")
    who: Mapped[str] = mapped_column(default="")
    who_id: Mapped[ParticipantKey | None] = mapped_column(default=None)
    due: Mapped[str] = mapped_column(default="")
    folded: Mapped[str | None] = mapped_column(default=None)


class RecommendationRow(Recorded):
    """A recommendation, with its present wording; `folded` as in notes."""

    __tablename__ = "recommendation"
    __table_args__ = (UniqueConstraint("prefix", "count"), Index(None, "position"), Index(None, "status"))
    prefix: Mapped[str]
    count: Mapped[int]
    position: Mapped[float]
    wording: Mapped[str]
    status: Mapped[str] = mapped_column(default="raw")
    status_note: Mapped[str] = mapped_column(default="")
    merged_into_id: Mapped[RecommendationKey | None] = mapped_column(default=None)
    addressed_to: Mapped[str] = mapped_column(default="")
    action: Mapped[str] = mapped_column(default="")
    timeframe: Mapped[str] = mapped_column(default="")
    indicator: Mapped[str] = mapped_column(default="")
    resources: Mapped[str] = mapped_column(default="")
    folded: Mapped[str | None] = mapped_column(default=None)


class WordingRow(Recorded):
    """One step in the history of a wording."""

    __tablename__ = "wording"
    recommendation_id: Mapped[RecommendationKey]
    position: Mapped[int]
    text: Mapped[str]
    written_at: Mapped[int | None] = mapped_column(default=None)


class ReservationRow(Recorded):
    """What a constituency holds back."""

    __tablename__ = "reservation"
    recommendation_id: Mapped[RecommendationKey]
    text: Mapped[str]
    constituency: Mapped[str] = mapped_column(default="")
    position: Mapped[float] = mapped_column(default=0.0)


class ThemeRow(Recorded):
    """A named group of recommendations; `name_identity` is `text.identity` of its name."""

    __tablename__ = "theme"
    __table_args__ = (Index(None, "name_identity"), Index(None, "parent_id", "position"))
    name: Mapped[str]
    name_identity: Mapped[str]
    parent_id: Mapped[SortedThemeKey | None] = mapped_column(default=None)
    position: Mapped[float] = mapped_column(default=0.0)
    colour: Mapped[str] = mapped_column(default="")
    symbol: Mapped[str] = mapped_column(default="")
    digest: Mapped[str] = mapped_column(default="")


class MembershipRow(Recorded):
    """A recommendation in a theme, as its home or further."""

    __tablename__ = "membership"
    # with all that the wall asks for, so that 20,000 cards are read and counted from the indices alone
    __table_args__ = (
        Index("ix_membership_theme", "theme_id", "position", "home"),
        Index("ix_membership_recommendation", "recommendation_id", "home", "theme_id", "position"),
    )
    theme_id: Mapped[SortedThemeKey]
    recommendation_id: Mapped[SortedRecommendationKey]
    home: Mapped[bool] = mapped_column(default=True)
    position: Mapped[float] = mapped_column(default=0.0)


class TagRow(Recorded):
    """A theme of a note."""

    __tablename__ = "tag"
    note_id: Mapped[NoteKey]
    theme_id: Mapped[ThemeKey]
    position: Mapped[float] = mapped_column(default=0.0)


class SourceRow(Recorded):
    """The way from a recommendation back to a note."""

    __tablename__ = "source"
    note_id: Mapped[NoteKey]
    recommendation_id: Mapped[RecommendationKey]
    origin: Mapped[bool] = mapped_column(default=False)
    position: Mapped[float] = mapped_column(default=0.0)


class IntervalRow(Recorded):
    """A time off the record."""

    __tablename__ = "interval"
    session_id: Mapped[SessionKey]
    began_at: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[int | None] = mapped_column(default=None)


class TurnRow(Recorded):
    """Somebody's turn to speak: asked for while it has no beginning, then going on while it has no end.

    `position` is the place on the speaking list.
    """

    __tablename__ = "turn"
    session_id: Mapped[SessionKey]
    participant_id: Mapped[ParticipantKey]
    position: Mapped[float] = mapped_column(default=0.0)
    asked_at: Mapped[int | None] = mapped_column(default=None)
    began_at: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[int | None] = mapped_column(default=None)


class ReleaseRow(Recorded):
    """An agreement to attribute one note more openly."""

    __tablename__ = "release"
    note_id: Mapped[NoteKey]
    rule: Mapped[str]
    agreed_by: Mapped[str]
    released_at: Mapped[int | None] = mapped_column(default=None)


class Numbering(Base):
    """The last number given under a prefix: outside the ledger, because undo must not give a number twice."""

    __tablename__ = "numbering"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy reads it from the class
    prefix: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class Draft(Base):
    """A line that is being typed and not yet entered: outside the ledger, so that it is in no history and no export."""

    __tablename__ = "draft"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy reads it from the class
    place: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class Identity(Base):
    """The one row by which a file is known as a workshop, and the room that writes it.

    `place` is where the room was given (device and inode): a copy of the file lies elsewhere and gets a room of its
    own.
    """

    __tablename__ = "identity"
    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[bytes]
    made_with: Mapped[str]
    room: Mapped[bytes]
    place: Mapped[str]


class Entry(Base):
    """One step of the ledger: one transaction, one undo step."""

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("room", "sequence"), {"sqlite_with_rowid": False})
    id: Mapped[bytes] = mapped_column(primary_key=True)  # hybrid logical clock (8 bytes), then room (8 bytes)
    room: Mapped[bytes]
    sequence: Mapped[int]
    kind: Mapped[str]  # create, edit, undo, redo, unite
    label: Mapped[str]
    continues: Mapped[bytes | None] = mapped_column(default=None)  # the first entry of its step
    target: Mapped[bytes | None] = mapped_column(default=None)  # the entry that this one takes back
    below: Mapped[bytes | None] = mapped_column(default=None)  # the next lower entry on its stack


class Operation(Base):
    """What one step did to one row: the fields changed and, for each, before, after and the versions replaced."""

    __tablename__ = "operation"
    __table_args__ = (Index(None, "row"), Index(None, "entry"), {"sqlite_with_rowid": False})
    id: Mapped[bytes] = mapped_column(primary_key=True)  # hybrid logical clock (8 bytes), then room (8 bytes)
    entry: Mapped[bytes]
    table: Mapped[str]
    row: Mapped[bytes]
    action: Mapped[str]  # + insert, = update, - delete
    fields: Mapped[str]  # JSON
    replaces: Mapped[str]  # JSON


ALL = Base.metadata.tables
RECORDED = {name: table for name, table in ALL.items() if "versions" in table.columns}
FOLDED = {"note": "text", "recommendation": "wording"}
"""The tables with a column `folded`, which stands outside the ledger, and the column that it follows from."""
for _table in RECORDED.values():
    # rows with two heads of one field are few, and counted after every edit
    Index(f"ix_{_table.name}_conflict", "id", sqlite_where=sql("instr(versions, '[') > 0"), _table=_table)
