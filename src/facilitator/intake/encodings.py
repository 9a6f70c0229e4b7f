"""Which characters the bytes of a text file are: what it announces, else UTF-8, else UTF-16, else a person is asked."""

from __future__ import annotations

import codecs
import re
from unicodedata import category

from facilitator.domain.errors import EncodingDoesNotFit, EncodingNotKnown, TooLarge, UnknownEncoding

TEXT_LIMIT = 200_000_000
"""The largest text that is read, in bytes."""

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Python's codecs that are no encodings of files: they read escapes, host names, or what the system happens to use.
_NOT_FOR_FILES = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"})

# What Excel and editors in the region write when nobody chose UTF-8.
_CANDIDATES = ("cp874", "cp1252", "cp1258", "gb18030", "big5", "cp932", "cp949", "cp1251", "utf-16-le", "utf-16-be")
_ALWAYS_NAMED = ("cp874", "cp1252")
_NAMED_AT_MOST = 4

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 65_536
_RANKING_SAMPLE = 4_096
_PREVIEW = 24

# The high bytes of UTF-16 below U+2000: in files of UTF-8 these bytes are rare controls, but for line ends and tabs.
_LOW_BLOCKS = bytes(range(0x20))
_STRAY = bytes(set(_LOW_BLOCKS) - set(b"\t\n\r"))
_TYPED_ASCII = frozenset(b"\t\n\r" + bytes(range(0x20, 0x7F)))
# Fewer bytes than these can be anything.
_TELLING = 8
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a file, without its byte order mark; NULs and other controls are left for the cleaner.

    With `encoding` that one and no other is tried. Raises TooLarge, EncodingNotKnown, EncodingDoesNotFit, and
    UnknownEncoding, which names the encodings that a person can choose from.
    """
    if len(data) > TEXT_LIMIT:
        raise TooLarge(limit=f"{TEXT_LIMIT // 1_000_000} MB")
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark) and not _only_looks_like_utf32(data, name):
            return _decode_marked(data[len(mark) :], len(mark), name)
    return _decode_unmarked(data)


def _only_looks_like_utf32(data: bytes, name: str) -> bool:
    """Whether the mark is that of a UTF-16 text whose first character is NUL."""
    if name != "utf-32-le":
        return False
    try:
        data.decode("utf-32-le")
    except UnicodeDecodeError:
        return True
    return False


def _decode_as(data: bytes, encoding: str) -> str:
    name = _known_name(encoding)
    try:
        return data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _does_not_fit(data, encoding, error.start, name) from error


def _known_name(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        # Only now does Python say of some names (hex, zip) that they are no encodings of text.
        b"x".decode(name, "ignore")
    except (LookupError, ValueError) as error:
        raise EncodingNotKnown(name=encoding.strip() or "''") from error
    if name.replace("_", "-") in _NOT_FOR_FILES:
        raise EncodingNotKnown(name=encoding)
    return name


def _decode_marked(body: bytes, offset: int, name: str) -> str:
    """The text after a mark; a lone surrogate of a UTF-16 file passes, and the cleaner replaces it."""
    errors = "surrogatepass" if name.startswith("utf-16") else "strict"
    try:
        return body.decode(name, errors)
    except UnicodeDecodeError as error:
        raise _does_not_fit(body, name.upper(), error.start, name, offset) from error


def _does_not_fit(data: bytes, shown: str, start: int, name: str, offset: int = 0) -> EncodingDoesNotFit:
    before = data[:start].decode(name, "replace") if start else ""
    line = len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return EncodingDoesNotFit(name=shown, byte=start + offset + 1, line=line)


def _decode_unmarked(data: bytes) -> str:
    try:
        text: str | None = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    for name in _wide_candidates(data, valid_utf8=text is not None):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    if text is not None:
        return text
    raise UnknownEncoding(candidates=_described_candidates(data))


def _wide_candidates(data: bytes, *, valid_utf8: bool) -> list[str]:
    """The UTF-16 encodings that the bytes at even and odd places speak for, the likelier first.

    In UTF-16 one of the two is the high byte: nearly always below 0x20 outside East Asia, and 0 for every space and
    line end. Thai in UTF-16 is valid UTF-8 too (01 0E ...), so text that passes as UTF-8 is looked at as well.
    """
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(data) < _TELLING or len(sample) == len(sample.translate(None, _STRAY)):
        return []
    even, odd = sample[0::2], sample[1::2]
    found = []
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        ascii_units = sum(1 for upper, lower in zip(high, low, strict=True) if not upper and lower in _TYPED_ASCII)
        is_low = _is_low(high)
        is_wide = ascii_units and not valid_utf8 and not _is_single_bytes(even, odd)
        if (is_low or is_wide) and _reads_as_text(sample, name):
            found.append((-ascii_units, len(set(high)), name))
    return [name for *_, name in sorted(found, key=lambda candidate: candidate[:2])]


def _is_low(high: bytes) -> bool:
    """Whether these are high bytes of few blocks, as one script has them, and not the letters of a short line."""
    few = len(set(high)) <= 2 + len(high) // 8
    return few and len(high.translate(None, _LOW_BLOCKS)) <= 0.3 * len(high)


def _is_single_bytes(even: bytes, odd: bytes) -> bool:
    """Whether so many pairs are two typed characters that a NUL must have strayed into text of one byte a character."""
    pairs = sum(1 for pair in zip(even, odd, strict=True) if _TYPED_ASCII.issuperset(pair))
    return pairs > 0.4 * len(even)


def _reads_as_text(sample: bytes, name: str) -> bool:
    """Whether hardly anything of the sample becomes a control or a character that no text has."""
    text = sample.decode(name, "replace")
    strange = sum(1 for character in text if category(character) in _NO_TEXT and character not in "\t\n\r")
    return strange + text.count("\ufffd") <= 0.05 * len(text)


def _described_candidates(data: bytes) -> str:
    sample = _telling_part(data)
    described = []
    for name in _ranked(sample):
        preview = _preview(sample, name)
        if preview is not None:
            described.append(f"{name} reads “{preview}”")
    return ", ".join(described) or "cp874, cp1252, cp1258, gb18030 ..."


def _telling_part(data: bytes) -> bytes:
    """What lies around the first byte that is not ASCII: only there do the encodings differ."""
    found = _BEYOND_ASCII.search(data)
    ascii_run = found.start() if found else 0
    start = max(data.rfind(b"\n", 0, ascii_run) + 1, ascii_run - 8)
    # UTF-16 is among the candidates, so the part begins at an even place.
    return data[start - start % 2 : start + _RANKING_SAMPLE]


def _ranked(sample: bytes) -> list[str]:
    # Slow to import, and needed only when a file has already failed.
    from charset_normalizer import from_bytes

    ranked = [match.encoding for match in from_bytes(sample, cp_isolation=list(_CANDIDATES), enable_fallback=False)]
    names = [codecs.lookup(name).name for name in ranked if name not in _ALWAYS_NAMED]
    return [*_ALWAYS_NAMED, *names[: _NAMED_AT_MOST - len(_ALWAYS_NAMED)]]


def _preview(sample: bytes, name: str) -> str | None:
    """The first characters as this encoding reads them; None when it does not read them at all."""
    # An incremental decoder forgives a character that the end of the sample cuts.
    try:
        text = codecs.getincrementaldecoder(name)().decode(sample)
    except UnicodeDecodeError:
        return None
    line = " ".join(text[: 4 * _PREVIEW].split())[:_PREVIEW]
    return "".join(character if character.isprintable() else "\ufffd" for character in line)
