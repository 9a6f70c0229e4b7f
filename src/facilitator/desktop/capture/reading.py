"""What the line under the hands says so far: parts, whom and what they mean, and how a word could go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.capture import SpeakerForm, read_line
from facilitator.text import folded, identity

if TYPE_CHECKING:
    from facilitator.capture import Line, Part
    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.rows import Chip, NoteSpeaker

MARKS = "@＠#＃"
OPENERS = '"“'


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


def read(typed: str, vocabulary: Vocabulary) -> Reading:
    """Read a line and look up whom and what it names."""
    line = read_line(typed)
    if line is None:
        return Reading(None, None, ())
    speaker = None
    if line.speaker is not None and line.speaker.form is not SpeakerForm.SAME:
        speaker = vocabulary.speaker(line.speaker.name, whole_name=line.speaker.form is SpeakerForm.WHOLE_NAME)
    return Reading(line, speaker, tuple((name, vocabulary.theme(name)) for name in line.themes))


def complete(before: str, vocabulary: Vocabulary) -> Completion | None:
    """What Tab would add to a line of which this stands before the cursor; None when nothing begins so or all is there.

    Speakers are found by code and by the beginning of any part of their name, themes by the beginning of their name.
    """
    start = _begun_name(before)
    if start is None:
        return None
    mark, begun = before[start], before[start + 1 :]
    is_quoted = begun[:1] in tuple(OPENERS)
    begun = begun[1:] if is_quoted else begun
    if not begun:
        return None
    if mark in MARKS[:2]:
        return _speaker(start, before[start:], begun, vocabulary)
    return _theme(start, before[start:], begun, vocabulary)


def complete_word(before: str, words: tuple[str, ...]) -> Completion | None:
    """How a plain word goes on by the words of this workshop, the most frequent first."""
    start = len(before)
    while start and (before[start - 1].isalnum() or before[start - 1] in "'’-"):
        start -= 1
    begun = before[start:]
    if len(begun) < 2:
        return None
    asked = folded(begun)
    found = next((word for word in words if len(word) > len(begun) and folded(word).startswith(asked)), None)
    return None if found is None else Completion(start, found[len(begun) :], begun + found[len(begun) :])


def _begun_name(before: str) -> int | None:
    """Where the name begins that is being typed at the end: its mark stands at the start or after white space."""
    for start in range(len(before) - 1, -1, -1):
        if before[start] in MARKS and (start == 0 or before[start - 1].isspace()):
            rest = before[start + 1 :]
            if rest[:1] in tuple(OPENERS):
                return start if not any(closing in rest[1:] for closing in '"”') else None
            return None if any(character.isspace() for character in rest) else start
    return None


def _speaker(start: int, typed: str, begun: str, vocabulary: Vocabulary) -> Completion | None:
    asked = identity(begun)
    coded = (one for one in vocabulary.speakers if one.code and identity(one.code).startswith(asked))
    named = (one for one in vocabulary.speakers if _begins(one.name, asked))
    found = next(coded, None) or next(named, None)
    if found is None:
        return None
    if found.code and identity(found.code) == asked:
        # The code is whole: only its name is still to be told, and the hint row does that.
        return None
    whole = f"{typed[0]}{found.code}" if found.code else f'{typed[0]}"{_escaped(found.name)}"'
    rest = whole[len(typed) :] if identity(whole).startswith(identity(typed)) else f" → {whole}"
    return Completion(start, rest, whole, speaker=found)


def _theme(start: int, typed: str, begun: str, vocabulary: Vocabulary) -> Completion | None:
    asked = identity(begun)
    found = next((theme for theme in vocabulary.themes if identity(theme.name).startswith(asked)), None)
    if found is None or identity(found.name) == asked:
        return None
    needs_quotes = any(character.isspace() for character in found.name) or found.name[:1] in tuple(OPENERS)
    is_quoted = typed[1:2] in tuple(OPENERS)
    whole = f'{typed[0]}"{_escaped(found.name)}"' if needs_quotes or is_quoted else f"{typed[0]}{found.name}"
    rest = found.name[len(begun) :] + ('"' if is_quoted else "")
    return Completion(start, rest, whole, theme=found)


def _begins(name: str, asked: str) -> bool:
    return identity(name).startswith(asked) or any(identity(word).startswith(asked) for word in name.split())


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')
