"""The program's entry: keeps a log, and hands the arguments over to the command line or opens the window."""

from __future__ import annotations

import sys

from facilitator import logs


def main(argv: list[str] | None = None) -> int:
    """Carry out `argv` (without the program's name; else that of the process); returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    with logs.kept_in_file():
        # Only now, so that the log is open before the rest is loaded.
        from facilitator import cli

        if not cli.asks_for_window(arguments):
            return cli.run(arguments)
    # The window keeps the log itself, since it can be started without this.
    from facilitator import app

    return app.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
