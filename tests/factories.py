"""Valid things with defaults, small workshops, and a step that is undone and done again wherever a test takes one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from itertools import count
from pathlib import Path
from typing import TypeVar

from facilitator.domain import nouns
from facilitator.domain.kinds import NoteKind, Rule, SessionKind, SessionRole, Status
from facilitator.domain.nouns import Content, Key
from facilitator.domain.numbers import Number
from facilitator.store.edits import Edits
from facilitator.workspace.opening import create_workspace
from facilitator.workspace.workspace import Workspace

T = TypeVar("T")
DAY = date(2023, 8, 9)
_numbers = count(1)


def key(number: int) -> Key:
    """A key that says which one it is."""
    return bytes([1, 0x90, *([0] * 4), 0x70, 0, 0x80, 0, 0, 0]) + number.to_bytes(4, "big")


def new_key() -> Key:
    """A key that nothing else has."""
    return key(next(_numbers))


def workshop(**fields: object) -> nouns.Workshop:
    defaults: dict[str, object] = {
        "id": new_key(), "title": "Peaceful societies", "place": "Bangkok", "time_zone": "Asia/Bangkok",
        "attribution": Rule.NAMED, "prefix": "",
        "organisers": "", "supporters": "", "conclusions": "", "illustration": "",
    }  # fmt: skip
    return nouns.Workshop(**{**defaults, **fields})


def session(number: str = "S1", **fields: object) -> nouns.Session:
    defaults: dict[str, object] = {
        "id": new_key(), "title": "Opening", "kind": SessionKind.PLENARY, "position": 1.0, "day": DAY,
        "starts": time(9, 30), "ends": time(10, 30), "opened_at": None, "closed_at": None, "place": "",
        "attribution": None, "key_points": "", "digest": "",
    }  # fmt: skip
    return nouns.Session(number=Number(number[:-1], int(number[-1])), **{**defaults, **fields})


def participant(name: str = "Kim Chi", **fields: object) -> nouns.Participant:
    defaults: dict[str, object] = {
        "id": new_key(), "code": "", "code_made": False, "role": "", "organisation": "", "sector": None, "country": "",
        "email": "", "language": "", "consents": "", "about": "",
    }  # fmt: skip
    return nouns.Participant(name=name, **{**defaults, **fields})


def part(session_id: Key, participant_id: Key, role: SessionRole = SessionRole.PANELLIST) -> nouns.Part:
    return nouns.Part(new_key(), session_id, participant_id, role, 1.0)


def note(session_id: Key, number: int = 1, **fields: object) -> nouns.Note:
    defaults: dict[str, object] = {
        "id": new_key(), "number": Number("S1.", number), "position": float(number), "kind": NoteKind.POINT,
        "text": "Budget lines matter", "speaker_id": None, "private": False, "check_later": False, "taken_at": None,
        "rule": Rule.NAMED, "who": "", "who_id": None, "due": "",
    }  # fmt: skip
    return nouns.Note(session_id=session_id, **{**defaults, **fields})


def recommendation(number: int = 1, **fields: object) -> nouns.Recommendation:
    defaults: dict[str, object] = {
        "id": new_key(), "position": float(number), "wording": "Publish the budget", "status": Status.RAW,
        "status_note": "", "merged_into_id": None, "addressed_to": "", "action": "", "timeframe": "", "indicator": "",
        "resources": "",
    }  # fmt: skip
    return nouns.Recommendation(number=Number("R", number), **{**defaults, **fields})


def wording(of: nouns.Recommendation, position: int = 1, text: str | None = None) -> nouns.Wording:
    return nouns.Wording(new_key(), of.id, position, of.wording if text is None else text, None)


def theme(name: str = "Financing", **fields: object) -> nouns.Theme:
    defaults: dict[str, object] = {
        "id": new_key(), "parent_id": None, "position": 1.0, "colour": "ochre", "symbol": "disc", "digest": "",
    }  # fmt: skip
    return nouns.Theme(name=name, **{**defaults, **fields})


def membership(theme_id: Key, recommendation_id: Key, *, home: bool = True) -> nouns.Membership:
    return nouns.Membership(new_key(), theme_id, recommendation_id, home, 1.0)


def source(note_id: Key, recommendation_id: Key, *, origin: bool = True) -> nouns.Source:
    return nouns.Source(new_key(), note_id, recommendation_id, origin, 1.0)


def content(**lists: object) -> Content:
    """A workshop that holds these lists and nothing else."""
    empty: dict[str, object] = dict.fromkeys(Content.__dataclass_fields__, ())
    return Content(**{**empty, "workshop": workshop(), **lists})


def small_workshop() -> Content:
    """One session, a panellist who made a recommendation in one theme, and a point nobody is named for."""
    room, speaker, group = session(), participant(code="kc"), theme()
    made = recommendation()
    origin = note(room.id, 1, kind=NoteKind.RECOMMENDATION, text=made.wording, speaker_id=speaker.id)
    return content(
        sessions=(room,),
        participants=(speaker,),
        parts=(part(room.id, speaker.id),),
        notes=(origin, note(room.id, 2)),
        recommendations=(made,),
        wordings=(wording(made),),
        themes=(group,),
        memberships=(membership(group.id, made.id),),
        sources=(source(origin.id, made.id),),
    )


def new_workspace(folder: Path, name: str = "test", **fields: object) -> Workspace:
    """A new workshop file, open for writing; close it."""
    given: dict[str, object] = {"title": "Peaceful societies", **fields}
    return create_workspace(folder / f"{name}.workshop", **given)  # type: ignore[arg-type]


def content_of(workspace: Workspace) -> Content:
    """All that the workspace holds now."""
    with workspace.read() as reads:
        return reads.content()


def step(workspace: Workspace, do: Callable[[Edits], T]) -> T:
    """Take one step; what it did must go when it is undone, and come back when it is done again."""
    before = content_of(workspace)
    with workspace.edit("Step") as edits:
        result = do(edits)
    after = content_of(workspace)
    if after != before:
        assert workspace.undo() == "Step"
        assert content_of(workspace) == before
        assert workspace.redo() == "Step"
        assert content_of(workspace) == after
    return result
