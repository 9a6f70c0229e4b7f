"""The capture line: what is typed, read and printed by one grammar, for the line under the hands and for text files."""

from .grammar import read_line
from .line import Line, Part, PartKind, Speaker, SpeakerForm
from .line_warning import LineWarning, Reason
from .outline import Day, Entry, SessionHeading, WorkshopTitle, read_lines, split_lines
from .printer import print_line, print_speaker, print_theme

__all__ = [
    "Day",
    "Entry",
    "Line",
    "LineWarning",
    "Part",
    "PartKind",
    "Reason",
    "SessionHeading",
    "Speaker",
    "SpeakerForm",
    "WorkshopTitle",
    "print_line",
    "print_speaker",
    "print_theme",
    "read_line",
    "read_lines",
    "split_lines",
]
