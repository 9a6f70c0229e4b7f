"""The signs at the start of a line: private, kind, speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from facilitator.domain.kinds import NoteKind

from .characters import ATS, COLONS, COMMAS, KIND_SIGNS, OPENERS, SLASHES, WORD, Quotes, behind, is_gap, name_in
from .line import PartKind, Speaker, SpeakerForm
from .line_warning import Reason

_PRIVATE: Final = re.compile(f"[{SLASHES}]{{2}}")
_KINDS: Final = {sign: kind for kind, signs in KIND_SIGNS.items() for sign in signs}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that ends before `end`. A KIND has a kind, a SPEAKER a speaker."""

    what: PartKind
    end: int
    kind: NoteKind | None = None
    speaker: Speaker | None = None


def sign_at(line: str, at: int, quotes: Quotes) -> Sign | Reason | None:
    """The sign at `at`, whether or not one of its kind came before; the reason when it only looks like one."""
    if at >= len(line):
        return None
    first = line[at]
    if _PRIVATE.match(line, at):
        return Sign(PartKind.PRIVATE, at + 2)
    if first in _KINDS and at + 1 < len(line) and is_gap(line, at + 1):
        return Sign(PartKind.KIND, at + 1, kind=_KINDS[first])
    if first in ATS:
        return _speaker_at(line, at, quotes)
    return None


def _speaker_at(line: str, at: int, quotes: Quotes) -> Sign | Reason:
    if is_gap(line, at + 1):
        return Reason.SPEAKER_WITHOUT_NAME
    if line[at + 1] in ATS:
        end = _behind_colon(line, at + 2)
        return _speaker(end, SpeakerForm.SAME, "") if is_gap(line, end) else Reason.SAME_SPEAKER_RUNS_ON
    if line[at + 1] in OPENERS:
        return _quoted_speaker(line, at + 1, quotes)
    return _bare_speaker(line, at + 1)


def _quoted_speaker(line: str, opener: int, quotes: Quotes) -> Sign | Reason:
    closing = quotes.closing(opener)
    if closing is None:
        return Reason.SPEAKER_NOT_CLOSED
    if quotes.is_empty(opener, closing):
        return Reason.SPEAKER_WITHOUT_NAME
    end = _behind_colon(line, closing + 1)
    if not is_gap(line, end):
        return Reason.SPEAKER_RUNS_ON
    return _speaker(end, SpeakerForm.WHOLE_NAME, name_in(line, opener, closing + 1))


def _bare_speaker(line: str, start: int) -> Sign | Reason:
    end = behind(WORD, line, start)
    name_end = end - 1 if line[end - 1] in COLONS + COMMAS else end
    if name_end == start:
        return Reason.SPEAKER_WITHOUT_NAME
    return _speaker(end, SpeakerForm.CODE_OR_NAME, name_in(line, start, name_end))


def _speaker(end: int, form: SpeakerForm, name: str) -> Sign:
    return Sign(PartKind.SPEAKER, end, speaker=Speaker(form, name))


def _behind_colon(line: str, at: int) -> int:
    return at + 1 if at < len(line) and line[at] in COLONS + COMMAS else at
