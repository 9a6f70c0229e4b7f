"""Text files that somebody gives to the capture line: their words, for a preview; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from facilitator.intake.encodings import decode
from facilitator.intake.recognise import HEAD, SourceKind, kind_of

from .progress import Progress, untold
from .source import read_source


def text_of(paths: Iterable[Path], *, progress: Progress = untold) -> str:
    """The text of the files, one after the other.

    Raises what `read_source`, `kind_of` and `decode` raise: SourceMissing, SourceUnreadable, TooLarge, WrongContent,
    UnknownSource, UnknownEncoding.
    """
    texts: list[str] = []
    for path in paths:
        progress(len(texts), None)
        source = read_source(str(path), None)
        kind_of(source.name, source.data[:HEAD], SourceKind.NOTES)
        texts.append(decode(source.data))
    return "\n".join(texts)
