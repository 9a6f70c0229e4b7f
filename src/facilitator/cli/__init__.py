"""The command line: arguments and printing; the work itself is done in `jobs`."""

from .program import run

__all__ = ["run"]
