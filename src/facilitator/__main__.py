"""The program's entry: keeps a log, and hands the arguments over to the command line or opens the window."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from facilitator import logs

if TYPE_CHECKING:
    from types import ModuleType


def main(argv: list[str] | None = None) -> int:
    """Carry out `argv` (without the program's name; else that of the process); returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    with logs.kept_in_file():
        # Only now, so that the log is open before the rest is loaded.
        from facilitator import cli

        if not cli.asks_for_window(arguments):
            return cli.run(arguments)
    # The window keeps the log itself, since it can be started without this.
    return open_window(arguments)


def open_window(argv: list[str] | None = None) -> int:
    """Open the window with the workshop that is named in `argv`; returns the exit code."""
    code: int = load_window().main(argv)
    return code


def load_window() -> ModuleType:
    """The composition root of the desktop, loaded as fast as can be."""
    # What is made until the window is there stays for good: looking through it for rubbish would cost a tenth of the
    # start. After the first paint the window turns it on again.
    gc.disable()
    from facilitator import app

    return app


if __name__ == "__main__":
    sys.exit(main())
