"""Blocks of a report as slabs of one frame: headings, items, paragraphs, facts, the attribution note, contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.report.model import (
    AttributionNote,
    Contents,
    Entry,
    Facts,
    Heading,
    Held,
    Item,
    Level,
    Line,
    Mark,
    Paragraph,
    Run,
    Runs,
    WritingLines,
)
from facilitator.report.type import Setting
from facilitator.report.writers.pdf.page import (
    BODY,
    BODY_LEADING,
    SMALL,
    SMALL_LEADING,
    TITLE,
    TITLE_LEADING,
    UNIT,
    Frame,
    snapped,
)
from facilitator.report.writers.pdf.parts import (
    HAIRLINE,
    HEAVY,
    THIN,
    Anchor,
    Bar,
    PageNumber,
    Placed,
    Rule,
    Slab,
    Symbol,
)
from facilitator.report.writers.pdf.spans import Setter

LABEL_COLUMN: Final = 70.0
SMALL_SYMBOL: Final = 8.5
LARGE_SYMBOL: Final = 10.5
_SYMBOL_GAP: Final = 5.0
_SYMBOL_DEPTH: Final = 0.6
_COUNT_GAP: Final = 10.0
_SIGN_COLUMN: Final = 10.0
_RESERVATION_INDENT: Final = 8.0
_RESERVATION_BAR: Final = 2.0
_PAGE_COLUMN: Final = 36.0
_BASELINE: Final = BODY_LEADING / 2 + 0.35 * BODY


def symbol(mark: Mark, x: float, baseline: float, size: float = SMALL_SYMBOL) -> Placed:
    """The sign of a theme, on a baseline."""
    return Placed(x, baseline + _SYMBOL_DEPTH - size, Symbol(mark.colour, mark.symbol, size))


def on_baseline(x: float, baseline: float, setting: Setting) -> Placed:
    """Set text whose first line stands on a baseline."""
    return Placed(x, baseline - (setting.lines[0].baseline if setting.lines else 0.0), setting)


class FrameBlocks:
    """Makes slabs for one frame. In a small frame, the side of the day, all type is small."""

    def __init__(self, setter: Setter, frame: Frame, continued: str, *, small: bool = False) -> None:
        self._setter = setter
        self._frame = frame
        self._continued = continued.replace("{text}", "").strip()
        self._small = small
        self._section: tuple[Slab, ...] = ()
        self._after_note = False
        self._opens_section = False

    @property
    def section(self) -> tuple[Slab, ...]:
        """What is said again when the page turns: the part, theme or kind that goes on."""
        return self._section

    def title(self, kind: str, title: str) -> Iterator[Slab]:
        """What kind of document this is, and its title."""
        x, width = self._frame.text, self._frame.measure
        above = self._setter.plain(kind, width, SMALL, SMALL_LEADING)
        yield Slab((Placed(x, 0.0, above),), snapped(above.height), tied=True)
        heading = self._setter.plain(title, width, TITLE, TITLE_LEADING, bold=True)
        yield Slab((Placed(x, 0.0, heading),), snapped(heading.height), before=UNIT, after=2 * UNIT)

    def facts(self, facts: Facts) -> Iterator[Slab]:
        """Label and text, row by row."""
        x, room = self._frame.text, self._frame.measure - LABEL_COLUMN
        last = len(facts.rows) - 1
        for place, (label, runs) in enumerate(facts.rows):
            name = self._setter.plain(label, LABEL_COLUMN - _SYMBOL_GAP, SMALL, SMALL_LEADING)
            text = self._setter.body(runs, room)
            parts = (on_baseline(x, _BASELINE, name), on_baseline(x + LABEL_COLUMN, _BASELINE, text))
            height = snapped(max(text.height, _foot(parts[0]), BODY_LEADING))
            after = 3 * UNIT if place == last else 0.0
            tied = bool(self._section)
            yield Slab(parts, height, after=after, tied=tied, parted=True, again=self._section)

    def attribution(self, note: AttributionNote) -> Iterator[Slab]:
        """What the attribution rule means here, between two heavy rules."""
        x, width = self._frame.text, self._frame.measure
        settings = [self._setter.body((Run(note.title, bold=True),), width)]
        settings += [self._setter.body(runs, width) for runs in note.paragraphs]
        settings += [self._setter.small((Run(note.notice),), width)] if note.notice else []
        yield self._between_rules(settings, x, pad=2 * UNIT)
        self._after_note = True

    def small_attribution(self, note: AttributionNote) -> Iterator[Slab]:
        """The same in small type, for a document of one page."""
        text = small_note(self._setter, note, self._frame.measure)
        yield self._between_rules([text], self._frame.text, pad=1.5 * UNIT)
        self._after_note = True

    def _between_rules(self, settings: list[Setting], x: float, pad: float) -> Slab:
        parts, y = [], pad
        for setting in settings:
            parts.append(Placed(x, y, setting))
            y += snapped(setting.height) + UNIT
        height = y - UNIT + pad
        rule = Rule(self._frame.width, HEAVY)
        edges = (Placed(self._frame.left, HEAVY / 2, rule), Placed(self._frame.left, height - HEAVY / 2, rule))
        return Slab((*parts, *edges), height, after=2 * UNIT if pad == 2 * UNIT else UNIT)

    def heading(self, heading: Heading) -> Iterator[Slab]:
        """A heading, tied to what follows; it is said again at the head of each further page."""
        slab = self._heading(heading, heading.count)
        if self._after_note:
            slab = _without_rule(slab)
        self._after_note = False
        self._section = ()
        yield slab
        self._opens_section = heading.level is not Level.SECTION
        self._section = (_unanchored(self._heading(heading, self._continued)),)

    def _heading(self, heading: Heading, count: str) -> Slab:
        size, leading = (SMALL, SMALL_LEADING) if self._small else (BODY, BODY_LEADING)
        frame, setter = self._frame, self._setter
        beside = setter.plain(count, frame.measure / 2, SMALL, SMALL_LEADING)
        x = frame.text if not self._small else frame.left
        taken = beside.width + _COUNT_GAP if count else 0.0
        text = setter.plain(heading.text, frame.right - x - taken, size, leading, bold=True)
        baseline = text.lines[0].baseline if text.lines else _BASELINE
        parts = [*self._before_heading(heading, baseline), Placed(x, 0.0, text)]
        if count:
            parts.append(on_baseline(frame.right - beside.width, baseline, beside))
        if heading.anchor:
            parts.append(Placed(x, 0.0, Anchor(heading.anchor, heading.text)))
        return self._below_rule(parts, max(text.height, *map(_foot, parts)), heading.level)

    def _before_heading(self, heading: Heading, baseline: float) -> list[Placed]:
        column = self._frame.text - self._frame.left
        parts: list[Placed] = []
        if heading.mark:
            parts.append(symbol(heading.mark, self._frame.left, baseline, LARGE_SYMBOL))
        elif heading.sign:
            sign = self._setter.label(heading.sign, column, BODY, bold=True)
            parts += [on_baseline(self._frame.left, baseline, sign)] if sign else []
        return parts

    def _below_rule(self, parts: list[Placed], height: float, level: Level) -> Slab:
        heavy = level is not Level.SECTION
        rule = Placed(self._frame.left, 3 * UNIT, Rule(self._frame.width, HEAVY if heavy else THIN))
        before = (5 if heavy else 4) * UNIT
        return Slab(tuple(parts), snapped(height), before=before, rule=rule, after=UNIT, tied=True)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Slab]:
        """Running text; it may be parted where two lines stay on each side."""
        x = self._frame.left if self._small else self._frame.text
        width = self._frame.right - x
        text = self._setter.small(paragraph.runs, width) if self._small else self._setter.body(paragraph.runs, width)
        after = UNIT if self._small else 2 * UNIT
        # What a theme begins with is as little alone at the foot of a page as its heading.
        tied, self._opens_section = self._opens_section, False
        parts = (Placed(x, 0.0, text),)
        yield Slab(parts, snapped(text.height), after=after, tied=tied, parted=True, again=self._section)

    def item(self, item: Item) -> Iterator[Slab]:
        """A numbered thing, never parted if it is shorter than a page."""
        self._opens_section = False
        beside, above = self._number_column(item)
        parts, y = self._words(item, above)
        lines, y = self._lines(item.lines, y)
        held, y = self._all_held(item.held, y)
        top = _first_baseline(parts) - _BASELINE if not self._small else 0.0
        beside = [part.moved(top) for part in beside]
        labels = [part.what.height for part in beside if isinstance(part.what, Setting)]
        least = SMALL_LEADING if self._small else max(labels, default=BODY_LEADING)
        height = snapped(max(y, least + (BODY_LEADING if item.under else 0.0)))
        after = 2 * UNIT if item.held else UNIT
        yield Slab((*beside, *parts, *lines, *held), height, after=after, again=self._section)

    def _number_column(self, item: Item) -> tuple[list[Placed], list[Placed]]:
        """What stands in the number column; a number that is too wide for it stands above the words instead."""
        frame, column = self._frame, self._frame.text - self._frame.left
        parts: list[Placed] = []
        above: list[Placed] = []
        indent = 0.0
        if item.mark:
            parts.append(symbol(item.mark, frame.left, _BASELINE))
            indent = SMALL_SYMBOL + _SYMBOL_GAP if item.number else 0.0
        if item.sign:
            sign = self._setter.label(item.sign, column, BODY, bold=True)
            parts += [on_baseline(frame.left, _BASELINE, sign)] if sign else []
            indent += _SIGN_COLUMN if item.number else 0.0
        if item.number:
            size = BODY if item.strong and not self._small else SMALL
            number = self._setter.label(item.number, column - indent, size, bold=item.strong)
            if number:
                baseline = SMALL_LEADING / 2 + 0.35 * SMALL if self._small else _BASELINE
                parts.append(on_baseline(frame.left + indent, baseline, number))
            else:
                whole = self._setter.plain(item.number, frame.measure, size, BODY_LEADING, bold=item.strong)
                above.append(Placed(frame.text, 0.0, whole))
        if item.under:
            under = self._setter.label(item.under, column, SMALL)
            parts += [on_baseline(frame.left, _BASELINE + BODY_LEADING, under)] if under else []
        return parts, above

    def _words(self, item: Item, above: list[Placed]) -> tuple[list[Placed], float]:
        frame, setter = self._frame, self._setter
        parts, y = list(above), sum(part.what.height for part in above if isinstance(part.what, Setting))
        settings = [setter.body((Run(item.head, bold=True),), frame.measure)] if item.head else []
        if self._small:
            settings.append(setter.small(item.runs, frame.measure))
        elif item.by or not item.runs or not all(run.small for run in item.runs):
            settings.append(setter.with_aside(item.runs, item.by, frame.measure))
        else:
            settings.append(setter.small(item.runs, frame.measure))
        for setting in settings:
            parts.append(Placed(frame.text, y, setting))
            y += setting.height
        return parts, y

    def _lines(self, lines: tuple[Line, ...], y: float) -> tuple[list[Placed], float]:
        """Small lines; the sum is a multiple of the unit, the first stands a little off the words."""
        parts: list[Placed] = []
        y = snapped(y)
        for line in lines:
            indent = SMALL_SYMBOL + _SYMBOL_GAP if line.mark else 0.0
            text = self._setter.small(line.runs, self._frame.measure - indent)
            parts.append(Placed(self._frame.text + indent, y + 1.0, text))
            if line.mark and text.lines:
                parts.append(symbol(line.mark, self._frame.text, y + 1.0 + text.lines[0].baseline))
            y += text.height
        return parts, snapped(y + 1.0) if lines else y

    def _all_held(self, held: tuple[Held, ...], y: float) -> tuple[list[Placed], float]:
        parts: list[Placed] = []
        for each in held:
            some, height = self._reservation(each, snapped(y))
            parts += some
            y = snapped(y) + height + UNIT
        return parts, y - UNIT if held else y

    def _reservation(self, held: Held, y: float) -> tuple[list[Placed], float]:
        x = self._frame.text + _RESERVATION_BAR + _RESERVATION_INDENT
        width = self._frame.right - x
        of = f" · {held.constituency}" if held.constituency else ""
        head = self._setter.small((Run(held.label, bold=True), Run(of)), width)
        text = self._setter.body((Run(held.text),), width)
        height = snapped(head.height) + text.height
        bar = Placed(self._frame.text + _RESERVATION_BAR / 2, y, Bar(height, _RESERVATION_BAR))
        return [bar, Placed(x, y, head), Placed(x, y + snapped(head.height), text)], height

    def contents(self, contents: Contents) -> Iterator[Slab]:
        """A heading and a row for each entry; page numbers are filled in when all pages are there."""
        yield from self.heading(Heading(contents.title, Level.SECTION, count=contents.page_label))
        for entry in contents.entries:
            yield self._entry(entry)

    def _entry(self, entry: Entry) -> Slab:
        frame = self._frame
        detail: Runs = (Run("\u2003"), Run(entry.detail, small=True)) if entry.detail else ()
        text = self._setter.body((Run(entry.text), *detail), frame.measure - _PAGE_COLUMN)
        height = snapped(text.height) + 2 * UNIT
        baseline = UNIT + _BASELINE
        parts = [
            Placed(frame.text, UNIT, text),
            Placed(frame.right, baseline, PageNumber(entry.anchor, frame.width, height)),
            Placed(frame.left, height, Rule(frame.width, HAIRLINE)),
        ]
        if entry.mark:
            parts.append(symbol(entry.mark, frame.left, baseline))
        return Slab(tuple(parts), height)

    def writing_lines(self, lines: WritingLines) -> Iterator[Slab]:
        """A prompt, and lines for handwriting down to the foot of the frame."""
        slab = next(self.heading(Heading(lines.prompt, Level.SECTION)))
        yield Slab(slab.parts, slab.height, before=slab.before, rule=slab.rule, ruled=True)


def small_note(setter: Setter, note: AttributionNote, width: float) -> Setting:
    """An attribution note in small type, its title run in."""
    runs: list[Run] = [Run(note.title, bold=True)]
    for said in (*note.paragraphs, (Run(note.notice),) if note.notice else ()):
        runs += [Run("\u2003" if len(runs) == 1 else " "), *said]
    return setter.small(tuple(runs), width)


def _foot(part: Placed) -> float:
    """How far down set text reaches in its slab."""
    return part.y + part.what.height if isinstance(part.what, Setting) else 0.0


def _first_baseline(parts: list[Placed]) -> float:
    """Where the first line of text stands; where it would stand if there is none."""
    settings = ((part.y, part.what) for part in parts if isinstance(part.what, Setting))
    return next((y + setting.lines[0].baseline for y, setting in settings if setting.lines), _BASELINE)


def _without_rule(slab: Slab) -> Slab:
    """Below the rule of the attribution note a heading needs none of its own."""
    return Slab(slab.parts, slab.height, before=UNIT, after=slab.after, tied=slab.tied)


def _unanchored(slab: Slab) -> Slab:
    parts = tuple(part for part in slab.parts if not isinstance(part.what, Anchor))
    return Slab(parts, slab.height, after=slab.after)
