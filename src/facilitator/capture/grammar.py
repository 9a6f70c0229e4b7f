"""One line of the capture grammar, read: signs, text, marks."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.kinds import NoteKind
from facilitator.text import WHITE_SPACE, clean, identity, trim

from .characters import BACKSLASHES, GAP, HEADING, WORD, Quotes, behind, name_in
from .doubts import doubts_in_text
from .line import Line, Part, PartKind, Speaker
from .line_warning import LineWarning, Reason
from .marks import Run, find_marks
from .signs import Sign, sign_at


def read_line(typed: str, *, in_file: bool = False) -> Line | None:
    r"""Read what was typed; None when that is nothing but white space. Never raises.

    In a file a backslash also keeps what would be a heading (`\# Title`); headings themselves are read by `read_lines`.
    Positions of the parts count in `typed`, in characters.
    """
    line = trim(typed)
    if not line:
        return None
    return read_trimmed(line, len(typed) - len(typed.lstrip(WHITE_SPACE)), in_file=in_file)


def read_trimmed(line: str, offset: int = 0, *, in_file: bool = False) -> Line:
    """Read a line without its outer white space, of which `offset` characters stood before it."""
    signs = _read_signs(line)
    run = find_marks(line[signs.end :])
    text_end = signs.end + len(line[signs.end : signs.end + run.start].rstrip(WHITE_SPACE))
    if text_end == signs.end:
        return _keep_whole(line, offset, private=PartKind.PRIVATE in signs.taken)
    dropped = {signs.end + place for place in run.escapes}
    if _is_kept(line, signs.end, in_file=in_file):
        dropped.add(signs.end)
    text = clean(_without(line, signs.end, text_end, dropped))
    parts = [*_sign_parts(signs), Part(PartKind.TEXT, signs.end, text_end, text), *_mark_parts(line, signs.end, run)]
    return _line(signs, parts, _warnings(line, signs, run, text_end), offset)


@dataclass(frozen=True, slots=True)
class _Signs:
    taken: dict[PartKind, tuple[int, Sign]]
    end: int
    doubt: Reason | None


def _read_signs(line: str) -> _Signs:
    quotes = Quotes(line)
    taken: dict[PartKind, tuple[int, Sign]] = {}
    at = 0
    while True:
        sign = sign_at(line, at, quotes)
        if not isinstance(sign, Sign) or sign.what in taken:
            return _Signs(taken, at, sign if isinstance(sign, Reason) else None)
        taken[sign.what] = (at, sign)
        at = behind(GAP, line, sign.end)


def _is_kept(line: str, at: int, *, in_file: bool) -> bool:
    # Whether the backslashes where the text begins keep a sign or, at the start of a line in a file, a heading.
    kept = behind(BACKSLASHES, line, at)
    if kept == at:
        return False
    is_heading = in_file and at == 0 and HEADING.match(line, kept) is not None
    return is_heading or isinstance(sign_at(line, kept, Quotes(line)), Sign)


def _without(line: str, start: int, end: int, dropped: set[int]) -> str:
    places = sorted(dropped)
    starts = [start, *(place + 1 for place in places)]
    return "".join([line[begin:stop] for begin, stop in zip(starts, [*places, end], strict=True)])


def _keep_whole(line: str, offset: int, *, private: bool) -> Line:
    text = clean(line)
    return Line(
        NoteKind.POINT,
        text,
        private=private,
        warnings=(LineWarning(Reason.NOTHING_LEFT, text),),
        parts=(Part(PartKind.TEXT, offset, offset + len(line), text),),
    )


def _sign_parts(signs: _Signs) -> list[Part]:
    return [Part(what, start, sign.end, _value(sign)) for what, (start, sign) in signs.taken.items()]


def _value(sign: Sign) -> str:
    if sign.kind is not None:
        return sign.kind
    if sign.speaker is not None:
        return sign.speaker.name or "@@"
    return "//"


def _mark_parts(line: str, offset: int, run: Run) -> list[Part]:
    parts = []
    for mark in run.marks:
        start, end = offset + mark.start, offset + mark.end
        if mark.name is None:
            parts.append(Part(PartKind.CHECK_LATER, start, end, "??"))
        else:
            parts.append(Part(PartKind.THEME, start, end, name_in(line, offset + mark.name, end)))
    return parts


def _warnings(line: str, signs: _Signs, run: Run, text_end: int) -> tuple[LineWarning, ...]:
    near = [(signs.end, signs.doubt)] if signs.doubt else []
    near += [(signs.end + start, reason) for start, reason in run.near]
    near += doubts_in_text(line, signs.end, text_end, private=PartKind.PRIVATE in signs.taken)
    return tuple(LineWarning(reason, clean(line[start : behind(WORD, line, start)])) for start, reason in near)


def _line(signs: _Signs, parts: list[Part], warnings: tuple[LineWarning, ...], offset: int) -> Line:
    kind = signs.taken[PartKind.KIND][1].kind if PartKind.KIND in signs.taken else None
    speaker: Speaker | None = signs.taken[PartKind.SPEAKER][1].speaker if PartKind.SPEAKER in signs.taken else None
    themes: dict[str, str] = {}
    for name in (part.value for part in parts if part.what is PartKind.THEME):
        themes.setdefault(identity(name), name)
    return Line(
        kind=kind or NoteKind.POINT,
        text=next(part.value for part in parts if part.what is PartKind.TEXT),
        speaker=speaker,
        themes=tuple(themes.values()),
        check_later=any(part.what is PartKind.CHECK_LATER for part in parts),
        private=PartKind.PRIVATE in signs.taken,
        warnings=warnings,
        parts=_moved(parts, offset) if offset else tuple(parts),
    )


def _moved(parts: list[Part], offset: int) -> tuple[Part, ...]:
    return tuple(Part(part.what, part.start + offset, part.end + offset, part.value) for part in parts)
