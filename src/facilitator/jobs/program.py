"""The program as it names itself on paper and on the terminal."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

NAME = "facilitator"


def program() -> str:
    """The name and the version that is installed, or that of the checkout that is run as it lies."""
    try:
        return f"{NAME} {metadata.version(NAME)}"
    except metadata.PackageNotFoundError:
        # Then what the version is made from lies where it is in the checkout.
        project = Path(__file__).parents[3] / "pyproject.toml"
        return f"{NAME} {tomllib.loads(project.read_text(encoding='utf-8'))['project']['version']}"
