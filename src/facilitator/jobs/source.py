"""A source as it comes from outside: its name and its bytes, read within the limit."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from facilitator.domain.errors import SourceMissing, SourceUnreadable, TooLarge
from facilitator.intake.encodings import TEXT_LIMIT
from facilitator.text import clean, trim

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """What is imported; `name` is as it was typed, `-` for standard input."""

    name: str
    data: bytes

    def title(self, target: Path) -> str:
        """What a workshop made from this source is called when the source itself does not say."""
        name = target.stem if self.name == STANDARD_INPUT else PurePath(self.name).stem
        return trim(clean(name)) or "Workshop"


def read_source(name: str, standard_input: BinaryIO | None) -> Source:
    """Read the file `name`, or standard input, which is None where it is closed, where the name is `-`.

    Raises SourceMissing, SourceUnreadable, TooLarge.
    """
    try:
        if name == STANDARD_INPUT:
            if standard_input is None:
                raise SourceUnreadable(path="Standard input", reason="it is closed")
            return Source(name, _whole(standard_input))
        with Path(name).open("rb") as stream:
            return Source(name, _whole(stream))
    except FileNotFoundError as error:
        raise SourceMissing(path=name) from error
    except OSError as error:
        raise SourceUnreadable(path=name, reason=os.strerror(error.errno) if error.errno else str(error)) from error


def _whole(stream: BinaryIO) -> bytes:
    # One byte more than the limit tells that there is more, without reading it all.
    data = stream.read(TEXT_LIMIT + 1)
    if len(data) > TEXT_LIMIT:
        raise TooLarge(limit=f"{TEXT_LIMIT // 1_000_000} MB")
    return data
