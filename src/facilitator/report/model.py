"""A report as data: frozen blocks without fonts, colours or places, which every writer can set in its own way.

Builders make them from an attributed record, writers read them. No block ever holds a name that must not be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style; `keep` forbids a line break inside (R4, a date), `small` is the by-line's size."""

    text: str
    bold: bool = False
    small: bool = False
    keep: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a theme: names of the token table (ochre, disc)."""

    colour: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and text, row by row, under the title."""

    rows: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True, slots=True)
class AttributionNote:
    """What the attribution rule means on this paper, between two heavy rules; `notice` is set small below."""

    title: str
    paragraphs: tuple[Runs, ...]
    notice: str = ""


class Level(StrEnum):
    """How far a heading cuts: part (a session in the minutes), theme, section."""

    PART = "part"
    THEME = "theme"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with a sign of the capture line or a theme's mark before it, and a count or numbers at its end.

    `anchor` is the name by which contents and bookmarks find it; empty for none.
    """

    text: str
    level: Level
    sign: str = ""
    mark: Mark | None = None
    count: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A small line below an item, with a theme's mark before it where there is one."""

    runs: Runs
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A reservation: who holds it (already attributed) and its words."""

    label: str
    constituency: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered thing: a note, a recommendation, a key point.

    `number` stands in the number column (bold when `strong`), `sign` before it in minutes; `by` follows the words in
    small type. `head` is a bold line above the words, `under` stands small below the number; `lines` stand below the
    words in small type; `held` are reservations.
    """

    number: str
    runs: Runs
    strong: bool = False
    sign: str = ""
    mark: Mark | None = None
    by: str = ""
    lines: tuple[Line, ...] = ()
    held: tuple[Held, ...] = ()
    head: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in the text column."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head and its share of the width; `numeric` columns stand right."""

    title: str
    share: float
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells."""

    cells: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row that opens a theme in a table; said again with "continued" after a page break."""

    text: str
    mark: Mark | None = None


class Late(StrEnum):
    """What only the writer knows: the fonts it embeds, the characters that it could not print."""

    FONTS = "fonts"
    CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class LateRow:
    """A row of a headless table that the writer finishes, or leaves out where it means nothing in its format.

    `said` is the plain answer; `otherwise` has a place {characters} for those that are missing and stands in its stead.
    """

    label: str
    late: Late
    said: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a repeated head. `full` spans number and text column (or the whole page); `room` has 28 pt to write.

    `headless` tables have labels in the first column and no head.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow | LateRow, ...]
    full: bool = False
    room: bool = False
    headless: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: text, small detail, the anchor whose page is printed."""

    text: str
    anchor: str
    detail: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents; paper fills in the page numbers."""

    title: str
    page_label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Ruled lines for handwriting that fill what is left of the frame (21 pt each), under a bold prompt."""

    prompt: str


Block = Facts | AttributionNote | Heading | Item | Paragraph | Table | Contents | WritingLines


class Layout(StrEnum):
    """How the page is composed: text with a margin line, the landscape matrix, the day with a side frame."""

    TEXT = "text"
    MATRIX = "matrix"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Head and foot of each page. `page` is a template with {page} and {pages}; `continued` with {text}."""

    head: str
    document: str
    dates: str
    page: str
    foot: str
    flag: str
    own_notes: str
    continued: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document.

    `body` gives the blocks anew at each call, so that a long report is never whole in memory. `side` is the side frame
    of the day.
    `expected` names what must be found in the finished file, by kind: {"notes": ("S3.1", ...)}.
    `shorter` are the same report made shorter step by step, for a document that must fit one page.
    """

    kind: str
    title: str
    language: str
    layout: Layout
    furniture: Furniture
    body: Callable[[], Iterator[Block]]
    side: tuple[Block, ...] = ()
    expected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shorter: Callable[[], Iterator[Report]] | None = None
