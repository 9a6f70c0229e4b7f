"""A note printed as a line that reads back as the same note."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from facilitator.text import WHITE_SPACE

from .characters import ATS, BACKSLASHES, COLONS, COMMAS, HEADING, KIND_SIGNS, OPENERS, Quotes, behind, quoted
from .line import Line, Speaker, SpeakerForm
from .marks import find_marks, is_plain_theme
from .signs import Sign, sign_at

_UNBARE: Final = frozenset(WHITE_SPACE)


def print_line(line: Line, *, in_file: bool = False) -> str:
    """The capture line for a note; `in_file` also keeps a text that looks like a heading from being one.

    Texts and names are clean, trimmed and not empty. A code that cannot be typed bare is printed in quotes.
    """
    signs = _signs(line)
    marks = [print_theme(name) for name in line.themes]
    if line.check_later:
        marks.append("??")
    whole = " ".join([line.text, *marks])
    places = _to_escape(whole, len(line.text), may_be_heading=in_file and not signs)
    return " ".join([*signs, _escaped(whole, places)])


def print_theme(name: str) -> str:
    """The mark of a theme, with quotes where its name needs them."""
    return f"#{name}" if is_plain_theme(name) else f"#{quoted(name)}"


def _signs(line: Line) -> list[str]:
    signs = ["//"] if line.private else []
    if line.kind in KIND_SIGNS:
        signs.append(KIND_SIGNS[line.kind][0])
    if line.speaker is not None:
        signs.append(print_speaker(line.speaker))
    return signs


def print_speaker(speaker: Speaker) -> str:
    """The sign of a speaker, with quotes where a name needs them."""
    name = speaker.name
    if speaker.form is SpeakerForm.SAME:
        return "@@"
    if speaker.form is SpeakerForm.WHOLE_NAME or name[0] in ATS + OPENERS or not _UNBARE.isdisjoint(name):
        return f"@{quoted(name)}"
    # One colon or comma at the end belongs to the sign: a second one saves that of the name.
    return f"@{name}:" if name[-1] in COLONS + COMMAS else f"@{name}"


def _to_escape(whole: str, words: int, *, may_be_heading: bool) -> set[int]:
    places = set(find_marks(whole, words).escapes)
    start = behind(BACKSLASHES, whole, 0)
    is_heading = may_be_heading and HEADING.match(whole, start) is not None
    if is_heading or isinstance(sign_at(whole, start, Quotes(whole)), Sign):
        places.add(0)
    return places


def _escaped(whole: str, places: set[int]) -> str:
    stops = [0, *sorted(places), len(whole)]
    return "\\".join([whole[begin:end] for begin, end in pairwise(stops)])
