"""The text that may come in: NFC, without what no file, screen or printer can carry (rule 8 of the capture line)."""

from __future__ import annotations

import re
from typing import Final

from .normal_forms import normal_form

WHITE_SPACE: Final = (
    "\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""Unicode's White_Space without its controls: of those, tab alone is white space here; LF and CR end lines."""

_REPLACEMENT: Final = "\ufffd"
_NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
# DEL (7F) belongs to neither set of controls by name, and no font, terminal or XML reader knows it as a character.
_UNFIT: Final = re.compile(f"[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]")
_LINE_END: Final = re.compile("\r\n|\r|\n")


def clean(text: str) -> str:
    """Text as it is stored: NFC, with U+FFFD for each control but tab (C0, DEL, C1), lone surrogate and noncharacter.

    Line ends are controls too: for fields of several lines see `clean_lines`. Cleaning clean text changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNFIT.sub(_REPLACEMENT, normal_form("NFC", text))


def clean_lines(text: str) -> str:
    """Clean a field that may have several lines: LF, CRLF and CR become LF, each line is cleaned."""
    if text.isascii() and text.isprintable():
        return text
    return "\n".join([clean(line) for line in _LINE_END.split(text)])


def trim(text: str) -> str:
    """Text without its outer white space; controls, which `str.strip` takes too, stay."""
    return text.strip(WHITE_SPACE)
