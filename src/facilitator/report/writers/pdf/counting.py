"""Reopens a finished file and finds in it what must be there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from unicodedata import bidirectional

import pypdfium2

from facilitator.report.model import Report

_WORD: Final = re.compile(r"\w+(?:\.\w+)*")
_TURNED_NUMBER: Final = re.compile(r"(?<![\w.])(\d+(?:\.\d+)*)([A-Z]+)(?!\w)")


def count(path: Path, reports: Sequence[Report] | Report) -> tuple[int, dict[str, int]]:
    """Pages of a file, and by kind how many of the names that reports expect stand in its text.

    A name stands there as a word of its own: S3.1 is not found in S3.12. Raises pypdfium2.PdfiumError for what is no
    PDF, and OSError.
    """
    reports = (reports,) if isinstance(reports, Report) else reports
    pages, words, text = _read(path)
    found: dict[str, int] = {}
    for report in reports:
        for kind, names in report.expected.items():
            there = sum(1 for name in names if name in words or _stands_in(name, text))
            found[kind] = found.get(kind, 0) + there
    return pages, found


def _read(path: Path) -> tuple[int, set[str], str]:
    """The number of pages, the words on them, and all of their text."""
    texts: list[str] = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
    text = "\n".join(texts)
    # pdfium gives a line with right-to-left letters piece by piece from its other end: S3.12 comes as 3.12S.
    both_ways = (line for line in text.splitlines() if _runs_both_ways(line))
    turned = (letters + digits for line in both_ways for digits, letters in _TURNED_NUMBER.findall(line))
    return len(texts), {*_WORD.findall(text), *turned}, text


def _runs_both_ways(line: str) -> bool:
    return not line.isascii() and any(bidirectional(character) in ("R", "AL") for character in line)


def _stands_in(name: str, text: str) -> bool:
    """For names that are more than one word."""
    if not name or _WORD.fullmatch(name):
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
