"""A workshop file of its own for each test of the nouns."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories import new_workspace

from facilitator.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new workshop without sessions, open for writing."""
    opened = new_workspace(tmp_path)
    yield opened
    opened.close()
