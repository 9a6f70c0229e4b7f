"""Tables for people."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from .printing import printable

UNBROKEN = 10_000
"""Into a pipe or a file rows go whole, so that they can be searched."""


def table_lines(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of a table; on a terminal cells are folded to its width."""
    # Only here: with --json nothing of it is needed.
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=bool(head))
    for title in head:
        table.add_column(Text(title), overflow="fold")
    for row in rows:
        # As Text, because a note may hold what is markup to rich.
        table.add_row(*(Text(printable(str(cell))) for cell in row))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else UNBROKEN
    held = StringIO()
    Console(file=held, width=width, color_system=None, emoji=False, highlight=False).print(table)
    return (line.rstrip() for line in held.getvalue().splitlines())
