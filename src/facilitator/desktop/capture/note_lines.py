"""Between notes and what is typed for them: a note as a line of the grammar, and what a field of one part says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from typing import TYPE_CHECKING

from facilitator.capture import Line, Speaker, SpeakerForm, print_line, read_line
from facilitator.domain.kinds import NoteKind, Rule

if TYPE_CHECKING:
    from facilitator.domain.nouns import Instant
    from facilitator.domain.rows import NoteRow, NoteSpeaker

CLOCK = re.compile(r"\s*(\d{1,2})[:.h]?(\d{2})\s*", re.ASCII)
NOTHING_ELSE = "x"
"""Stands for the text of a note where only signs or marks are typed."""


def line_of(note: NoteRow) -> str:
    """The line that reads as this note. It leaves the program, so it names a speaker only where that is free."""
    speaker = _meant_outside(note.speaker) if note.speaker is not None and note.rule is Rule.NAMED else None
    themes = tuple(theme.name for theme in note.themes)
    return print_line(Line(note.kind, note.text, speaker, themes, note.check_later), in_file=True)


def copied(notes: Sequence[NoteRow]) -> tuple[str, int]:
    """The notes as lines of text, and how many were left out because they are private."""
    public = [note for note in notes if not note.private]
    return "\n".join(map(line_of, public)), len(notes) - len(public)


def typed_speaker(speaker: NoteSpeaker | None) -> str:
    """How a speaker is typed; `@` alone for nobody."""
    if speaker is None:
        return "@"
    return print_line(Line(NoteKind.POINT, NOTHING_ELSE, _meant(speaker)))[: -len(NOTHING_ELSE)]


def read_speaker(typed: str) -> tuple[bool, Speaker | None]:
    """Whether that can be read, and whom it names: None is nobody. `@` may be left out."""
    name = typed.strip()
    if name in {"", "@", "＠"}:
        return True, None
    if name[0] not in "@＠":
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        name = f'@"{quoted}"' if any(map(str.isspace, name)) else f"@{name}"
    line = read_line(f"{name} {NOTHING_ELSE}")
    speaker = line.speaker if line is not None and line.text == NOTHING_ELSE else None
    return speaker is not None and speaker.form is not SpeakerForm.SAME, speaker


def typed_themes(names: Sequence[str]) -> str:
    """How themes are typed, with a sign for the next one behind them."""
    marks = print_line(Line(NoteKind.POINT, NOTHING_ELSE, themes=tuple(names)))[len(NOTHING_ELSE) :].strip()
    return f"{marks} #" if marks else "#"


def read_themes(typed: str) -> tuple[bool, tuple[str, ...]]:
    """Whether that can be read as themes and nothing else, and their names. A sign without a name is nothing."""
    marks = re.sub(r"(^|\s)[#＃]\s*$", "", typed).strip()
    line = read_line(f"{NOTHING_ELSE} {marks}")
    if line is None or line.text != NOTHING_ELSE:
        return False, ()
    return not line.check_later, line.themes


def typed_time(taken_at: Instant | None, zone: tzinfo) -> str:
    """The time of a note as the clock in the room had it."""
    return "" if taken_at is None else f"{datetime.fromtimestamp(taken_at / 1000, zone):%H:%M}"


def read_time(typed: str) -> tuple[bool, time | None]:
    """Whether that can be read, and the time; None is no time."""
    if not typed.strip():
        return True, None
    found = CLOCK.fullmatch(typed)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return False, None
    return True, time(int(found[1]), int(found[2]))


def moment_of(clock: time, taken_at: Instant | None, day: date | None, zone: tzinfo) -> Instant:
    """That time on the day on which the note was taken, else of its session, else today."""
    if taken_at is not None:
        day = datetime.fromtimestamp(taken_at / 1000, zone).date()
    return int(datetime.combine(day or datetime.now(zone).date(), clock, zone).timestamp() * 1000)


def _meant_outside(speaker: NoteSpeaker) -> Speaker:
    # a code that we made means nobody where the line is read again
    return Speaker(SpeakerForm.WHOLE_NAME, speaker.name) if speaker.code_made else _meant(speaker)


def _meant(speaker: NoteSpeaker) -> Speaker:
    if speaker.code:
        return Speaker(SpeakerForm.CODE_OR_NAME, speaker.code)
    return Speaker(SpeakerForm.WHOLE_NAME, speaker.name)
