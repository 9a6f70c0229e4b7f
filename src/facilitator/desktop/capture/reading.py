"""What the line under the hands says so far: parts, whom and what they mean, and how a word could go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.capture import PartKind, Speaker, SpeakerForm, print_speaker, print_theme, read_line
from facilitator.text import folded, identity

if TYPE_CHECKING:
    from facilitator.capture import Line, Part
    from facilitator.domain.rows import Chip, NoteSpeaker

    from .names import Names

MARKS = "@＠#＃"
OPENERS = '"“'
SPACE = " \u3000"
ENDINGS = (*SPACE, *"/／?？⁇")
"""A key that gives none of these makes no sign or mark of what stands before it."""


@dataclass(frozen=True, slots=True)
class Completion:
    """How the word before the cursor goes on: `rest` is shown; Tab puts `typed` in place of `start` to the cursor."""

    start: int
    rest: str
    typed: str
    theme: Chip | None = None
    speaker: NoteSpeaker | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A line as it reads now. `speaker` and `themes` are those that the workshop knows; None stands for a new one."""

    line: Line | None
    speaker: NoteSpeaker | None
    themes: tuple[tuple[str, Chip | None], ...]

    @property
    def names_same_speaker(self) -> bool:
        """Whether the line says that the last speaker goes on."""
        speaker = None if self.line is None else self.line.speaker
        return speaker is not None and speaker.form is SpeakerForm.SAME

    @property
    def parts(self) -> tuple[Part, ...]:
        """The stretches of the line and what they are."""
        return () if self.line is None else self.line.parts


def read(typed: str, names: Names) -> Reading:
    """Read a line and look up whom and what it names."""
    line = read_line(typed)
    if line is None:
        return Reading(None, None, ())
    speaker = None
    if line.speaker is not None and line.speaker.form is not SpeakerForm.SAME:
        speaker = names.speaker(line.speaker.name, whole_name=line.speaker.form is SpeakerForm.WHOLE_NAME)
    return Reading(line, speaker, tuple((name, names.theme(name)) for name in line.themes))


def complete(before: str, names: Names) -> Completion | None:
    """What Tab would add to a line of which this stands before the cursor; None when nothing is found or all is there.

    People are found by code, initials and any part of name or organisation, themes by any part of their path.
    """
    start = _begun_name(before)
    if start is None:
        return None
    mark, begun = before[start], before[start + 1 :]
    begun = begun[1:] if begun[:1] in tuple(OPENERS) else begun
    if not begun:
        return None
    if mark in MARKS[:2]:
        return _speaker(start, before[start:], begun, names)
    return _theme(start, before[start:], begun, names)


def complete_word(before: str, words: tuple[tuple[str, str], ...]) -> Completion | None:
    """How a plain word goes on by the words of this workshop, each given folded and as written, the best first."""
    start = len(before)
    while start and (before[start - 1].isalnum() or before[start - 1] in "'’-"):
        start -= 1
    begun = before[start:]
    if len(begun) < 2:
        return None
    asked = folded(begun)
    found = next((word for bare, word in words if len(word) > len(begun) and bare.startswith(asked)), None)
    return None if found is None else Completion(start, found[len(begun) :], begun + found[len(begun) :])


def just_read(before: str, after: str) -> int | None:
    """Where the sign or mark begins that the last key before the cursor has made one of; None when it made none.

    A sign or theme is whole with the space behind it, `//` and `??` with their second character.
    """
    if not before.endswith(ENDINGS):
        return None
    end = len(before.rstrip(SPACE))
    # Something may still follow: a sign alone would be the text of the line.
    line = read_line(before + (after or ("" if _ends_in_mark(before) else "x")))
    if line is None:
        return None
    is_parted = len(before) - end == 1
    for part in line.parts:
        is_short = part.what in {PartKind.PRIVATE, PartKind.CHECK_LATER}
        if part.what is not PartKind.TEXT and part.end == end and (is_parted or (is_short and end == len(before))):
            return part.start
    return None


def _ends_in_mark(before: str) -> bool:
    line = read_line(before)
    return line is not None and line.parts[-1].what in {PartKind.THEME, PartKind.CHECK_LATER}


def named(speaker: NoteSpeaker) -> Speaker:
    """How somebody who is known is named: by the code, else by the name."""
    has_code = speaker.code and not any(character.isspace() for character in speaker.code)
    if has_code and speaker.code[0] not in MARKS + OPENERS:
        return Speaker(SpeakerForm.CODE_OR_NAME, speaker.code)
    return Speaker(SpeakerForm.WHOLE_NAME, speaker.name)


def speaker_sign(speaker: NoteSpeaker) -> str:
    """What is typed for somebody who is known."""
    return print_speaker(named(speaker))


def speaker_part(typed: str) -> Part | None:
    """The stretch that names the speaker, also where nothing is said yet; None when nobody is named."""
    # Something must follow: a sign alone would be the text of the line.
    line = read_line(typed + " x")
    return next((part for part in line.parts if part.what is PartKind.SPEAKER), None) if line is not None else None


def _begun_name(before: str) -> int | None:
    """Where the name begins that is being typed at the end: its mark stands at the start or after white space."""
    for start in range(len(before) - 1, -1, -1):
        if before[start] in MARKS and (start == 0 or before[start - 1].isspace()):
            rest = before[start + 1 :]
            if rest[:1] in tuple(OPENERS):
                return start if not any(closing in rest[1:] for closing in '"”') else None
            return None if any(character.isspace() for character in rest) else start
    return None


def _speaker(start: int, typed: str, begun: str, names: Names) -> Completion | None:
    found = names.offer_speaker(begun)
    if found is None or (found.code and identity(found.code) == identity(begun)):
        # The code is whole: only its name is still to be told, and the hint row does that.
        return None
    whole = typed[0] + speaker_sign(found)[1:]
    begins = identity(whole).startswith(identity(typed))
    named = f"{whole}  {found.name}" if found.code else whole
    return Completion(start, whole[len(typed) :] if begins else f" → {named}", whole, speaker=found)


def _theme(start: int, typed: str, begun: str, names: Names) -> Completion | None:
    found = names.offer_theme(begun)
    if found is None or identity(found.name) == identity(begun):
        return None
    whole = typed[0] + print_theme(found.name)[1:]
    if typed[1:2] in tuple(OPENERS) and whole[1] not in OPENERS:
        whole = f'{typed[0]}"{found.name}"'
    if identity(found.name).startswith(identity(begun)):
        return Completion(start, found.name[len(begun) :] + whole[-1] * (whole[-1] in OPENERS), whole, theme=found)
    return Completion(start, f" → {found.name}", whole, theme=found)
