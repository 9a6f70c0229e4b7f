"""The program as it names itself on paper and on the terminal."""

from __future__ import annotations

from importlib import metadata

NAME = "facilitator"


def program() -> str:
    """The name and the version that is installed; the name alone in a checkout that is not."""
    try:
        return f"{NAME} {metadata.version(NAME)}"
    except metadata.PackageNotFoundError:
        return NAME
