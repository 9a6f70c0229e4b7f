"""Printing on a terminal, a pipe or into a file: UTF-8 everywhere, and nothing foreign that a terminal would obey."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from facilitator.domain.errors import AnswerLost
from facilitator.text import clean

# Overrides and isolates would turn the rest of a terminal's line around; a tab would break the columns.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


def speak_utf8() -> None:
    """Let standard output and standard error be UTF-8 whatever the locale says; half characters come as their code.

    Where one of them is closed, Python has none, and what is said there is said to nobody.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Open for as long as the program runs.
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def printable(text: str) -> str:
    """Foreign text on one line, without controls of any kind."""
    return _TURNS.sub("\ufffd", clean(text))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for a person. Raises AnswerLost, and BrokenPipeError when nobody reads on."""
    _write(f"{printable(line)}\n" for line in lines)


def print_object(data: Mapping[str, object]) -> None:
    """Print one JSON object. Raises as `print_lines`."""
    _write([json.dumps(data, ensure_ascii=False, indent=1), "\n"])


def complain(sentence: str) -> None:
    """Print one sentence on standard error; where that is closed there is nobody to tell."""
    try:
        sys.stderr.write(f"{printable(sentence)}\n")
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr.fileno())


def _write(pieces: Iterable[str]) -> None:
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        # Here, and not when Python ends: what fails must still be told.
        sys.stdout.flush()
    except OSError as error:
        _let_go(sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise AnswerLost(reason=error.strerror or type(error).__name__) from error


def _let_go(descriptor: int) -> None:
    """Point a stream that cannot be written nowhere, so that what is left in it does no harm at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
