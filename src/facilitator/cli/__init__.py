"""The command line: arguments and printing; the work itself is done in `jobs`."""

from .program import asks_for_window, run

__all__ = ["asks_for_window", "run"]
