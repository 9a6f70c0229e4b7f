"""Text files that somebody gives to the capture line: their words, for a preview; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from facilitator.intake.encodings import decode
from facilitator.intake.recognise import HEAD, SourceKind, kind_of

from .source import read_source


def text_of(paths: Iterable[Path]) -> str:
    """The text of the files, one after the other.

    Raises what `read_source`, `kind_of` and `decode` raise: SourceMissing, SourceUnreadable, TooLarge, WrongContent,
    UnknownSource, UnknownEncoding.
    """
    texts = []
    for path in paths:
        source = read_source(str(path), None)
        kind_of(source.name, source.data[:HEAD], SourceKind.NOTES)
        texts.append(decode(source.data))
    return "\n".join(texts)
