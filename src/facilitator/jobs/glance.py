"""A glance into a workshop that is not opened: its title, days and numbers."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from facilitator.domain.overview import Overview
from facilitator.workspace.opening import open_workspace


def glance(path: Path) -> Overview:
    """The workshop in numbers; nothing is written. Raises what `open_workspace` raises for reading."""
    with closing(open_workspace(path, read_only=True)) as workspace, workspace.read() as reads:
        return reads.overview()
